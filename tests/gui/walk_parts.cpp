// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/walk_parts.h"

#include <QtGui/QTextDocumentFragment>
#include <QtWidgets/QtWidgets>
#include <algorithm>

namespace tessera::gui {
namespace {

using Parts = std::vector<PartText>;

bool saysNothing(const QString& text) {
    return text.trimmed().isEmpty();
}

// Of one whose key is underlined.
QSize keyedRoom(const QFontMetrics& metrics, const QString& text) {
    return {metrics.size(Qt::TextShowMnemonic, text).width(), roomFor(metrics, text).height()};
}

Parts choiceOf(const QComboBox* box) {
    if (!box->isEnabled() || box->isEditable() || box->currentText().isEmpty()) return {};
    QStyleOptionComboBox option;
    option.initFrom(box);
    const QRect room = box->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                    QStyle::SC_ComboBoxEditField, box);
    const QSize needed = roomFor(QFontMetrics(box->font()), box->currentText());
    // A letter may be higher than the field, not than the box.
    const QRect place(room.x(), 0, room.width(), box->height());
    return {{.text = box->currentText(), .place = place, .needed = needed}};
}

// A name may be shortened where there is no room; of a number that would be another number.
PartText cellOf(const QAbstractItemView* view, const QModelIndex& index, const QRect& place) {
    const QString text = index.data().toString();
    const QRect seen = place.intersected(view->viewport()->rect());
    const QSize needed = roomFor(QFontMetrics(view->font()), text);
    const auto align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const bool number = (align & Qt::AlignRight) != 0;
    const int margins = 2 * (view->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1);
    const int whole = std::max(needed.width() + margins, view->sizeHintForIndex(index).width());
    const QString said = index.data(Qt::AccessibleTextRole).toString();
    return {.text = text,
            .place = seen,
            .needed = {number && seen == place ? needed.width() : 0, needed.height()},
            .enabled = index.flags().testFlag(Qt::ItemIsEnabled) && seen == place,
            .shortened = whole > seen.width(),
            .said = said.isEmpty() ? text : said};
}

Parts cellsOf(const QAbstractItemView* view) {
    const QAbstractItemModel* const model = view->model();
    if (model == nullptr) return {};
    Parts out;
    const QRect room = view->viewport()->rect();
    const QModelIndex root = view->rootIndex();
    for (int row = 0; row < model->rowCount(root); ++row) {
        for (int column = 0; column < model->columnCount(root); ++column) {
            const QModelIndex index = model->index(row, column, root);
            const QRect place = view->visualRect(index);
            const bool seen = place.intersects(room) && place.top() >= room.top() &&
                              place.bottom() <= room.bottom();
            if (place.isEmpty() || !seen || saysNothing(index.data().toString())) continue;
            out.push_back(cellOf(view, index, place));
        }
    }
    return out;
}

Parts sectionsOf(const QHeaderView* header) {
    if (header->model() == nullptr) return {};
    Parts out;
    const bool across = header->orientation() == Qt::Horizontal;
    const QFontMetrics metrics(header->font());
    for (int at = 0; at < header->count(); ++at) {
        const QString text = header->model()->headerData(at, header->orientation()).toString();
        const int from = header->sectionViewportPosition(at);
        const QRect place = across ? QRect(from, 0, header->sectionSize(at), header->height())
                                   : QRect(0, from, header->width(), header->sectionSize(at));
        if (header->isSectionHidden(at) || !header->viewport()->rect().contains(place)) continue;
        if (saysNothing(text)) continue;
        out.push_back({.text = text, .place = place, .needed = roomFor(metrics, text)});
    }
    return out;
}

// Whether one of the arrows that scroll the tabs is over it.
bool isUnderArrow(const QTabBar* tabs, const QRect& place) {
    const auto arrows = tabs->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(arrows, [&](const QToolButton* each) {
        return each->isVisible() && each->geometry().intersects(place);
    });
}

// The one that is open must be in sight wholly.
Parts tabsOf(const QTabBar* tabs) {
    Parts out;
    const QFontMetrics metrics(tabs->font());
    for (int at = 0; at < tabs->count(); ++at) {
        const QRect place = tabs->tabRect(at);
        const QRect seen = place.intersected(tabs->rect());
        const bool away = seen != place || isUnderArrow(tabs, place);
        if (!tabs->isTabVisible(at) || saysNothing(tabs->tabText(at))) continue;
        if (away && at != tabs->currentIndex()) continue;
        const QSize needed = keyedRoom(metrics, tabs->tabText(at));
        out.push_back({.text = tabs->tabText(at),
                       .place = away ? QRect() : place,
                       .needed = needed,
                       .enabled = tabs->isTabEnabled(at)});
    }
    return out;
}

// One that has no room in the bar is behind its arrow: it has no place.
Parts titlesOf(const QMenuBar* bar) {
    Parts out;
    const QFontMetrics metrics(bar->font());
    for (QAction* const each : bar->actions()) {
        if (!each->isVisible() || each->isSeparator()) continue;
        const QRect place = bar->actionGeometry(each);
        out.push_back({.text = each->text(),
                       .place = bar->rect().contains(place) ? place : QRect(),
                       .needed = keyedRoom(metrics, each->text()),
                       .enabled = each->isEnabled()});
    }
    return out;
}

// It stands over what is done and over what is not: on both it must be read.
Parts progressOf(const QProgressBar* bar) {
    const int all = bar->maximum() - bar->minimum();
    if (!bar->isTextVisible() || all <= 0 || saysNothing(bar->text())) return {};
    constexpr int kAround = 8;  // The walk leaves a ring out.
    constexpr int kLeast = 40;  // Narrower there may be no letter.
    const QSize needed = roomFor(QFontMetrics(bar->font()), bar->text());
    const double share = static_cast<double>(bar->value() - bar->minimum()) / all;
    const bool mirrored = bar->layoutDirection() == Qt::RightToLeft;
    const int split = static_cast<int>(bar->width() * (mirrored ? 1 - share : share));
    const QRect text =
        QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter,
                            {needed.width() + 2 * kAround, bar->height()}, bar->rect());
    Parts out{{.text = bar->text(), .place = bar->rect(), .needed = needed, .enabled = false}};
    for (const QRect& side : {text.intersected(QRect(0, 0, split, bar->height())),
                              text.intersected(QRect(split, 0, bar->width(), bar->height()))}) {
        if (side.width() < kLeast) continue;
        out.push_back({.text = bar->text(), .place = side, .needed = {0, 0}});
    }
    return out;
}

}  // namespace

QSize roomFor(const QFontMetrics& metrics, const QString& text) {
    const QSize whole = metrics.size(0, text);
    if (text.contains(u'\n')) return whole;
    return {whole.width(), metrics.tightBoundingRect(text).height()};
}

std::vector<PartText> partsOf(const QWidget* widget) {
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) return choiceOf(box);
    if (const auto* header = qobject_cast<const QHeaderView*>(widget)) return sectionsOf(header);
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget)) return cellsOf(view);
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) return tabsOf(tabs);
    if (const auto* bar = qobject_cast<const QMenuBar*>(widget)) return titlesOf(bar);
    if (const auto* bar = qobject_cast<const QProgressBar*>(widget)) return progressOf(bar);
    return {};
}

std::vector<QMenu*> menusOf(const QWidget* widget) {
    std::vector<QMenu*> out;
    const bool opens = qobject_cast<const QMenuBar*>(widget) != nullptr ||
                       qobject_cast<const QMenu*>(widget) != nullptr;
    if (opens) {
        for (const QAction* const each : widget->actions()) {
            if (each->isVisible()) out.push_back(each->menu());
        }
    }
    if (const auto* tool = qobject_cast<const QToolButton*>(widget)) out.push_back(tool->menu());
    if (const auto* push = qobject_cast<const QPushButton*>(widget)) out.push_back(push->menu());
    std::erase(out, nullptr);
    return out;
}

std::vector<PartText> entriesOf(QMenu& menu) {
    menu.ensurePolished();
    menu.resize(menu.sizeHint());  // adjustSize() stops at two thirds of the display.
    Parts out;
    for (QAction* const each : menu.actions()) {
        if (!each->isVisible() || each->isSeparator()) continue;
        const QFontMetrics metrics(each->font().resolve(menu.font()));
        const QString key = each->shortcut().toString(QKeySequence::NativeText);
        QSize needed = keyedRoom(metrics, each->text());
        if (each->isShortcutVisibleInContextMenu()) {
            needed.rwidth() += metrics.horizontalAdvance(key);
        }
        out.push_back({.text = each->text(),
                       .place = menu.actionGeometry(each).intersected(menu.rect()),
                       .needed = needed,
                       .enabled = each->isEnabled()});
    }
    return out;
}

bool tellsAll(QWidget* canvas, const PartText& part) {
    const QPoint at = part.place.center();
    QHelpEvent help(QEvent::ToolTip, at, canvas->mapToGlobal(at));
    QApplication::sendEvent(canvas, &help);
    const QString tip = QToolTip::text();
    QToolTip::hideText();
    const QString plain =
        Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : tip;
    return plain.contains(part.text) && part.said.contains(part.text);
}

}  // namespace tessera::gui
