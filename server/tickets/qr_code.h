// SPDX-License-Identifier: Apache-2.0
// QR symbols as SVG and PNG.
//
// Deterministic: the same text gives the same bytes. Pure, thread-safe; values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace tessera::tickets {

inline constexpr std::size_t kQrTextBytesMax = 1024;
inline constexpr int kQrQuietModules = 4;  // ISO/IEC 18004: four modules on every side.

// Share of the symbol that may be unreadable: about 7, 15, 25 and 30 per cent.
enum class QrCorrection { Low, Medium, Quartile, High };

// The modules of one symbol, without its quiet zone.
class QrSymbol {
public:
    // The smallest symbol that holds `text`. Refuses empty text, text of more than kQrTextBytesMax
    // bytes, and NUL.
    static Result<QrSymbol> encode(std::string_view text, QrCorrection correction);

    int side() const { return side_; }  // 21 to 177.
    // REQUIRES: 0 <= x, y < side().
    bool dark(int x, int y) const {
        return dark_[static_cast<std::size_t>(y) * static_cast<std::size_t>(side_) +
                     static_cast<std::size_t>(x)];
    }

private:
    QrSymbol() = default;
    int side_ = 0;
    std::vector<bool> dark_;
};

// An SVG document, black on white, quiet zone included, `millimetres` wide and high; one path of
// whole modules, so that it is crisp at every size.
// Refuses a size outside 5 to 1000 mm.
Result<std::string> toSvg(const QrSymbol& symbol, double millimetres);

// A grey PNG of pure black and white, quiet zone included, each module `pixels` wide and high.
// Refuses pixels outside 1 to 40.
Result<std::string> toPng(const QrSymbol& symbol, int pixels);

}  // namespace tessera::tickets
