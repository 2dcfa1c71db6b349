// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/theme/cell_tips.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QTextDocument>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolTip>
#include <algorithm>

namespace tessera::qt {
namespace {

// A row may have a size that says nothing of its text: that is measured, too.
bool hasRoomFor(const QAbstractItemView& view, const QModelIndex& index, const QString& text) {
    const QRect seen = view.visualRect(index).intersected(view.viewport()->rect());
    const int margins = 2 * (view.style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1);
    const int needed = view.fontMetrics().size(0, text).width() + margins;
    return std::max(needed, view.sizeHintForIndex(index).width()) <= seen.width();
}

}  // namespace

CellTips::CellTips(QApplication& app, QObject* parent) : QObject(parent) {
    app.installEventFilter(this);
}

bool CellTips::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ToolTip || !watched->isWidgetType()) return false;
    auto* const viewport = static_cast<QWidget*>(watched);
    const auto* const view = qobject_cast<const QAbstractItemView*>(viewport->parentWidget());
    if (view == nullptr || view->viewport() != viewport) return false;
    const auto* const help = static_cast<const QHelpEvent*>(event);
    const QModelIndex index = view->indexAt(help->pos());
    const QString text = index.data().toString();
    if (text.isEmpty() || !index.data(Qt::ToolTipRole).toString().isEmpty()) return false;
    if (hasRoomFor(*view, index, text)) return false;
    const bool asHtml = Qt::mightBeRichText(text);
    QToolTip::showText(help->globalPos(),
                       asHtml ? QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped()) : text,
                       viewport, view->visualRect(index));
    return true;
}

}  // namespace tessera::qt
