// SPDX-License-Identifier: Apache-2.0
#include "shared/print/bitmap.h"

#include <cstdint>

#include "shared/base/check.h"

namespace tessera::print {
namespace {

constexpr std::size_t kBmpHeadBytes = 14 + 40 + 8;  // File header, BITMAPINFOHEADER, two colours.

void put16(std::string& bytes, std::uint32_t value) {
    bytes += static_cast<char>(value & 0xFFU);
    bytes += static_cast<char>(value >> 8U & 0xFFU);
}

void put32(std::string& bytes, std::uint32_t value) {
    put16(bytes, value & 0xFFFFU);
    put16(bytes, value >> 16U);
}

}  // namespace

bool Bitmap::isAllowed(int width, int height) {
    if (width < 1 || height < 1 || width > kBitmapSideMax || height > kBitmapSideMax) return false;
    return static_cast<std::size_t>(width + 7) / 8 * static_cast<std::size_t>(height) <=
           kBitmapBytesMax;
}

Bitmap::Bitmap(int width, int height) : width_(width), height_(height) {
    TESSERA_CHECK(isAllowed(width, height));
    rows_.assign(bytesPerRow() * static_cast<std::size_t>(height), '\0');
}

std::optional<Bitmap> Bitmap::fromRows(int width, int height, std::string_view rows) {
    if (!isAllowed(width, height)) return std::nullopt;
    Bitmap bitmap(width, height);
    if (rows.size() != bitmap.rows_.size()) return std::nullopt;
    bitmap.rows_ = rows;
    const unsigned padding =
        static_cast<unsigned>(bitmap.bytesPerRow() * 8) - static_cast<unsigned>(width);
    for (std::size_t end = bitmap.bytesPerRow(); end <= rows.size(); end += bitmap.bytesPerRow()) {
        const auto last = static_cast<unsigned char>(bitmap.rows_[end - 1]);
        bitmap.rows_[end - 1] = static_cast<char>(last >> padding << padding);
    }
    return bitmap;
}

bool Bitmap::black(int x, int y) const {
    TESSERA_CHECK(x >= 0 && x < width_ && y >= 0 && y < height_);
    const auto at = static_cast<std::size_t>(y) * bytesPerRow() + static_cast<std::size_t>(x) / 8;
    return (static_cast<unsigned char>(rows_[at]) >> (7 - x % 8) & 1U) != 0;
}

void Bitmap::set(int x, int y, bool black) {
    TESSERA_CHECK(x >= 0 && x < width_ && y >= 0 && y < height_);
    const auto at = static_cast<std::size_t>(y) * bytesPerRow() + static_cast<std::size_t>(x) / 8;
    const unsigned mask = 1U << (7 - x % 8);
    const auto old = static_cast<unsigned char>(rows_[at]);
    rows_[at] = static_cast<char>(black ? old | mask : old & ~mask);
}

Bitmap Bitmap::rotated(Rotation rotation) const {
    if (rotation == Rotation::None || width_ == 0) return *this;
    const bool swaps = rotation != Rotation::UpsideDown;
    Bitmap turned(swaps ? height_ : width_, swaps ? width_ : height_);
    for (int y = 0; y < height_; ++y) {
        for (int x = 0; x < width_; ++x) {
            if (!black(x, y)) continue;
            if (rotation == Rotation::Right) {
                turned.set(height_ - 1 - y, x, true);
            } else if (rotation == Rotation::Left) {
                turned.set(y, width_ - 1 - x, true);
            } else {
                turned.set(width_ - 1 - x, height_ - 1 - y, true);
            }
        }
    }
    return turned;
}

std::string toBmp(const Bitmap& bitmap) {
    TESSERA_CHECK(bitmap.width() > 0);
    const std::size_t rowBytes = (bitmap.bytesPerRow() + 3) / 4 * 4;
    const std::size_t dataBytes = rowBytes * static_cast<std::size_t>(bitmap.height());
    std::string bytes = "BM";
    put32(bytes, static_cast<std::uint32_t>(kBmpHeadBytes + dataBytes));
    put32(bytes, 0);
    put32(bytes, kBmpHeadBytes);
    put32(bytes, 40);
    put32(bytes, static_cast<std::uint32_t>(bitmap.width()));
    put32(bytes, static_cast<std::uint32_t>(bitmap.height()));  // Positive: the bottom row first.
    put16(bytes, 1);
    put16(bytes, 1);
    put32(bytes, 0);
    put32(bytes, static_cast<std::uint32_t>(dataBytes));
    put32(bytes, 0);
    put32(bytes, 0);
    put32(bytes, 2);
    put32(bytes, 2);
    put32(bytes, 0x00000000);
    put32(bytes, 0x00FFFFFF);
    for (int y = bitmap.height() - 1; y >= 0; --y) {
        const auto begin = static_cast<std::size_t>(y) * bitmap.bytesPerRow();
        std::string row = bitmap.rows().substr(begin, bitmap.bytesPerRow());
        for (char& byte : row) byte = static_cast<char>(~static_cast<unsigned char>(byte));
        row.resize(rowBytes, '\xFF');
        bytes += row;
    }
    return bytes;
}

}  // namespace tessera::print
