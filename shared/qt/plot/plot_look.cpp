// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/plot/plot_look.h"

#include <QtGui/QPainter>

namespace tessera::qt {
namespace {

void drawPattern(QPainter& painter, const QRect& rect, const QColor& colour, Qt::BrushStyle pattern,
                 const PlotLook& look) {
    painter.fillRect(rect, look.ground);
    // From the bar's own corner, so that it looks the same wherever the bar is.
    painter.setBrushOrigin(rect.topLeft());
    painter.fillRect(rect, QBrush(colour, pattern));
    painter.setPen(colour);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
}

}  // namespace

PlotLook plotLook(ThemeKind kind) {
    const SeatPalette& seats = seatPalette(kind);
    return {.ground = themeColour(kind, ColourRole::Field),
            .text = themeColour(kind, ColourRole::Text),
            .grid = mixed(themeColour(kind, ColourRole::Field).rgb(),
                          themeColour(kind, ColourRole::Text).rgb(), 64),
            .sold = themeColour(kind, ColourRole::Accent),
            .held = QColor(seats.held),
            .setAside = QColor(seats.blocked)};
}

void drawFill(QPainter& painter, const QRect& rect, PlotFill fill, const PlotLook& look) {
    if (rect.isEmpty()) return;
    painter.save();
    switch (fill) {
        case PlotFill::Sold:
            painter.fillRect(rect, look.sold);
            break;
        case PlotFill::Held:
            drawPattern(painter, rect, look.held, Qt::HorPattern, look);
            break;
        case PlotFill::SetAside:
            drawPattern(painter, rect, look.setAside, Qt::BDiagPattern, look);
            break;
        case PlotFill::Free:
            drawPattern(painter, rect, look.grid, Qt::NoBrush, look);
            break;
    }
    painter.restore();
}

}  // namespace tessera::qt
