// SPDX-License-Identifier: Apache-2.0
// What plots are told: bars of parts, and columns over time.
//
// Plain values without widgets, for presenters; thread-safe as values are.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace tessera::qt {

// What a part of a bar means, by a filling that differs in pattern.
enum class PlotFill {
    Sold,      // Whole.
    Held,      // Lines across.
    SetAside,  // Slanted lines, as on the map.
    Free,      // Empty, with its outline.
};

struct SharePart {
    QString name{};  // In the legend.
    PlotFill fill = PlotFill::Sold;
};

struct ShareBar {
    QString name{};
    QString note{};         // At the other end of its line: "412 of 900".
    QList<qint64> parts{};  // As many as there are SharePart; none is negative.
    qint64 total = 0;       // What the whole width stands for; no less than the parts together.
};

struct TimeColumn {
    qint64 value = 0;  // Not negative.
    QString time{};    // "19:42".
    QString tip{};
};

}  // namespace tessera::qt
