// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/tall_column.h"

#include <QtCore/QEvent>
#include <QtWidgets/QScrollBar>

namespace tessera::boxoffice {
namespace {

constexpr int kHeightLeast = 120;

}  // namespace

TallColumn::TallColumn(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QSize TallColumn::minimumSizeHint() const {
    const QSize needed = widget() != nullptr ? widget()->minimumSizeHint() : QSize();
    return {needed.width() + verticalScrollBar()->sizeHint().width(), kHeightLeast};
}

bool TallColumn::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

}  // namespace tessera::boxoffice
