// SPDX-License-Identifier: Apache-2.0
// Where values of a plot lie: round steps of an axis, and pixels by value.
//
// Pure and deterministic; thread-safe; owns plain values only.
#pragma once

#include <QtCore/QList>
#include <QtCore/QtGlobal>

namespace tessera::qt {

// From 0 to a round number that is no less than the greatest value.
struct PlotScale {
    qint64 step = 1;  // 1, 2 or 5 times a power of ten.
    qint64 top = 1;   // A multiple of it, at least 1.

    // The distance from 0 in pixels, to the nearest. REQUIRES: 0 <= value <= top.
    int pixelsOf(qint64 value, int pixelsOfTop) const;
};

// With `ticksMost` steps at most. REQUIRES: greatest >= 0, ticksMost >= 2.
PlotScale plotScale(qint64 greatest, int ticksMost);

// The ends of parts that follow each other and together have `total`, each to the nearest pixel, so
// that rounding adds up to nothing. REQUIRES: no part is negative, together they are <= total.
QList<int> endsOf(const QList<qint64>& parts, qint64 total, int pixels);

}  // namespace tessera::qt
