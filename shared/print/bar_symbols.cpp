// SPDX-License-Identifier: Apache-2.0
#include "shared/print/bar_symbols.h"

#include <qrencode.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace tessera::print {
namespace {

// Widths of bar, space, bar, space, bar, space for each value (ISO/IEC 15417, table 1).
constexpr std::array<std::string_view, 106> kWidths = {
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232"};
constexpr std::string_view kStopWidths = "2331112";
constexpr std::size_t kStartB = 104;

}  // namespace

std::optional<Bitmap> qrSymbol(std::string_view data, QrLevel level) {
    static constexpr std::array kLevels = {QR_ECLEVEL_L, QR_ECLEVEL_M, QR_ECLEVEL_Q, QR_ECLEVEL_H};
    if (data.empty()) return std::nullopt;
    const std::vector<unsigned char> bytes(data.begin(), data.end());
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()), bytes.data(), 0,
                          kLevels[static_cast<std::size_t>(level)]),
        &QRcode_free);
    if (!code) return std::nullopt;
    Bitmap symbol(code->width, code->width);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            symbol.set(x, y, (code->data[y * code->width + x] & 1U) != 0);
        }
    }
    return symbol;
}

std::optional<Bitmap> code128Symbol(std::string_view data) {
    if (data.empty()) return std::nullopt;
    std::string widths(kWidths[kStartB]);
    std::size_t sum = kStartB;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data[i] < ' ' || data[i] > '~') return std::nullopt;
        const auto value = static_cast<std::size_t>(data[i] - ' ');
        widths += kWidths[value];
        sum += (i + 1) * value;
    }
    widths += kWidths[sum % 103];
    widths += kStopWidths;
    int modules = 0;
    for (const char width : widths) modules += width - '0';
    if (!Bitmap::isAllowed(modules, 1)) return std::nullopt;
    Bitmap symbol(modules, 1);
    int x = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        for (int k = 0; k < widths[i] - '0'; ++k) symbol.set(x++, 0, i % 2 == 0);
    }
    return symbol;
}

}  // namespace tessera::print
