// SPDX-License-Identifier: Apache-2.0
// How plots look: colours by theme, and for each kind of place a filling that differs in pattern.
//
// Plain values; deterministic. Each filling stands at 3:1 or more against the plot's ground, and no
// two differ in colour alone.
#pragma once

#include <QtGui/QBrush>
#include <QtGui/QColor>

#include "shared/qt/plot/plot_values.h"
#include "shared/qt/theme/theme.h"

class QPainter;
class QRect;

namespace tessera::qt {

struct PlotLook {
    QColor ground;
    QColor text;
    QColor grid;
    QColor sold;
    QColor held;
    QColor setAside;
};

PlotLook plotLook(ThemeKind kind);

// Within `rect`, an outline of one pixel included. Nothing where it is empty.
void drawFill(QPainter& painter, const QRect& rect, PlotFill fill, const PlotLook& look);

}  // namespace tessera::qt
