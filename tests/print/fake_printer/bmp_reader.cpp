// SPDX-License-Identifier: Apache-2.0
#include "tests/print/fake_printer/bmp_reader.h"

#include <cstdint>

namespace tessera::test {
namespace {

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = size; i-- > 0;) {
        value = value << 8U | static_cast<std::uint8_t>(bytes[at + i]);
    }
    return value;
}

bool bit(std::string_view bytes, std::size_t at, std::size_t x) {
    return (static_cast<std::uint8_t>(bytes[at + x / 8]) >> (7 - x % 8) & 1U) != 0;
}

}  // namespace

std::optional<Dots> readBmp(std::string_view file) {
    if (file.size() < 62 || file.substr(0, 2) != "BM") return std::nullopt;
    const std::size_t data = little(file, 10, 4);
    const std::size_t width = little(file, 18, 4);
    const std::size_t height = little(file, 22, 4);
    const bool plain = little(file, 2, 4) == file.size() && little(file, 14, 4) == 40 &&
                       little(file, 26, 2) == 1 && little(file, 28, 2) == 1 &&
                       little(file, 30, 4) == 0;
    if (!plain || width == 0 || height == 0 || width > 10'000 || height > 10'000) {
        return std::nullopt;
    }
    const std::size_t perRow = (width + 31) / 32 * 4;
    if (data < 62 || file.size() != data + perRow * height) return std::nullopt;
    const bool oneIsBlack = (little(file, 58, 4) & 0xFFFFFFU) == 0;
    Dots dots;
    for (std::size_t y = height; y-- > 0;) {
        std::string row;
        for (std::size_t x = 0; x < width; ++x) {
            row += bit(file, data + y * perRow, x) == oneIsBlack ? '#' : '.';
        }
        dots.push_back(row);
    }
    return dots;
}

Dots dotsOf(std::string_view rows, std::size_t bytesPerRow) {
    Dots dots;
    for (std::size_t at = 0; at + bytesPerRow <= rows.size(); at += bytesPerRow) {
        std::string row;
        for (std::size_t x = 0; x < bytesPerRow * 8; ++x) row += bit(rows, at, x) ? '#' : '.';
        dots.push_back(row);
    }
    return dots;
}

}  // namespace tessera::test
