// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/palette.h"

#include <algorithm>
#include <cmath>

namespace tessera::qt {
namespace {

constexpr QRgb rgb(unsigned value) {
    return 0xff000000u | value;
}

constexpr SeatPalette kLight = {rgb(0xf6f7f9),
                                rgb(0xffffff),
                                rgb(0xdde1e7),
                                rgb(0x6b7480),
                                rgb(0x1b1f24),
                                rgb(0xa65300),
                                rgb(0x7a828c),
                                rgb(0x6f4a8e),
                                rgb(0x0b1f3a),
                                rgb(0xffffff),
                                rgb(0xd1007f),
                                {rgb(0x1d6fb8), rgb(0x0a7d4f), rgb(0x8a6d00), rgb(0xb5366b),
                                 rgb(0x5b50c8), rgb(0x007c89), rgb(0xa8492a), rgb(0x4d7a12)}};

constexpr SeatPalette kDark = {rgb(0x14171b),
                               rgb(0x1f242a),
                               rgb(0x343b44),
                               rgb(0x8b95a1),
                               rgb(0xf1f3f5),
                               rgb(0xffb054),
                               rgb(0x8a929c),
                               rgb(0xc9a2ea),
                               rgb(0xffffff),
                               rgb(0x10131a),
                               rgb(0xff6ec7),
                               {rgb(0x62b0f4), rgb(0x4fcf98), rgb(0xe3c64a), rgb(0xf587b3),
                                rgb(0xa9a1ff), rgb(0x4cc9d8), rgb(0xf09473), rgb(0xa4d65e)}};

constexpr SeatPalette kHighContrast = {
    rgb(0x000000),
    rgb(0x000000),
    rgb(0x303030),
    rgb(0xffffff),
    rgb(0xffffff),
    rgb(0xff9d00),
    rgb(0xb8b8b8),
    rgb(0xe58cff),
    rgb(0xffff00),
    rgb(0x000000),
    rgb(0xff5cf4),
    {rgb(0x5cc8ff), rgb(0x3dff9a), rgb(0xfff07a), rgb(0xff9cc4), rgb(0xc3b9ff), rgb(0x5cf5ff),
     rgb(0xffb08f), rgb(0xc8ff5c)}};

// Of all 256: each block asks for the ink of its text, many times a second.
std::array<double, 256> linearChannels() {
    std::array<double, 256> all{};
    for (std::size_t channel = 0; channel < all.size(); ++channel) {
        const double share = static_cast<double>(channel) / 255.0;
        all[channel] = share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    }
    return all;
}

double linear(int channel) {
    static const std::array<double, 256> kAll = linearChannels();
    return kAll[static_cast<std::size_t>(channel)];
}

double luminance(QRgb colour) {
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) +
           0.0722 * linear(qBlue(colour));
}

}  // namespace

const SeatPalette& seatPalette(PaletteKind kind) {
    switch (kind) {
        case PaletteKind::Light:
            break;
        case PaletteKind::Dark:
            return kDark;
        case PaletteKind::HighContrast:
            return kHighContrast;
    }
    return kLight;
}

double contrast(QRgb a, QRgb b) {
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

QRgb inkOn(QRgb background) {
    constexpr QRgb kBlack = rgb(0x000000);
    constexpr QRgb kWhite = rgb(0xffffff);
    return contrast(kBlack, background) > contrast(kWhite, background) ? kBlack : kWhite;
}

}  // namespace tessera::qt
