// SPDX-License-Identifier: Apache-2.0
// Texts that a widget paints by itself: a choice, cells, sections of headers, tabs, entries of
// menus, what a progress says.
//
// Deterministic for a given window and language; the GUI's thread. What is scrolled away is left
// out: it is looked at where it is in sight.
#pragma once

#include <QtCore/QRect>
#include <QtCore/QString>
#include <vector>

class QFontMetrics;
class QMenu;
class QWidget;

namespace tessera::gui {

struct PartText {
    QString text{};
    QRect place{};   // Of a view in its viewport, else in the widget.
    QSize needed{};  // 0 where it may be shortened.
    bool enabled = true;
    bool shortened = false;  // By what paints it: the whole of it must be read otherwise,
    QString said{};          // and is said to who does not see it.
};

std::vector<PartText> partsOf(const QWidget* widget);

// Those that open from `widget`, and what is in one of them, as when it is open.
std::vector<QMenu*> menusOf(const QWidget* widget);
std::vector<PartText> entriesOf(QMenu& menu);

// Whether `canvas`, which paints the part, tells all of it: as a tool tip and by its name.
bool tellsAll(QWidget* canvas, const PartText& part);

// Of one line what is painted of it: the leading of a letter that another font lends needs no room.
QSize roomFor(const QFontMetrics& metrics, const QString& text);

}  // namespace tessera::gui
