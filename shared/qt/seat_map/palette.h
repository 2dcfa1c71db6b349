// SPDX-License-Identifier: Apache-2.0
// The colours of the map by what they mean, for light, dark and high contrast.
//
// Plain values; deterministic, thread-safe, owning nothing. Each colour of a form stands at 3:1 or
// more against what it is drawn on, each text at 4.5:1 or more.
#pragma once

#include <QtGui/QRgb>
#include <array>

namespace tessera::qt {

inline constexpr int kBandCount = 8;  // Categories beyond it begin anew.

enum class PaletteKind { Light, Dark, HighContrast };

struct SeatPalette {
    QRgb surface;  // Behind everything.
    QRgb block;    // Behind the seats of a section.
    QRgb shape;    // Stage and walls.
    QRgb outline;  // Of sections, areas and shapes.
    QRgb text;     // On surface, block and shape.
    QRgb held;
    QRgb sold;
    QRgb blocked;
    QRgb selected;                       // Fill of a selected seat.
    QRgb tick;                           // On it.
    QRgb focus;                          // Ring of the keyboard's place, on anything.
    std::array<QRgb, kBandCount> bands;  // Free seats.
};

const SeatPalette& seatPalette(PaletteKind kind);

// WCAG 2.1, 1 to 21.
double contrast(QRgb a, QRgb b);

// Black or white, whichever is read better on `background`: 4.58:1 at least.
QRgb inkOn(QRgb background);

// `share` of 256 parts of `over`, the rest of `under`. REQUIRES: 0 <= share <= 256.
inline QRgb mixed(QRgb under, QRgb over, int share) {
    const auto part = static_cast<quint32>(share);
    const quint32 redBlue = ((under & 0xff00ff) * (256 - part) + (over & 0xff00ff) * part) >> 8;
    const quint32 green = ((under & 0x00ff00) * (256 - part) + (over & 0x00ff00) * part) >> 8;
    return 0xff000000u | (redBlue & 0xff00ff) | (green & 0x00ff00);
}

}  // namespace tessera::qt
