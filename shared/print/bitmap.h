// SPDX-License-Identifier: Apache-2.0
// A picture of black and white dots: logos, and text that a printer's own fonts cannot show.
//
// Deterministic, pure values; not thread-safe beyond that.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tessera::print {

inline constexpr int kBitmapSideMax = 4800;  // 16 inches at 300 dots per inch.
inline constexpr std::size_t kBitmapBytesMax = 256U * 1024U;

// Clockwise, around the point where a thing starts: <NR>, <RR>, <RU>, <RL> of FGL.
enum class Rotation { None, Right, UpsideDown, Left };

class Bitmap {
public:
    Bitmap() = default;  // No dots at all.
    // All white. REQUIRES: isAllowed(width, height).
    Bitmap(int width, int height);
    // Both sides 1 to kBitmapSideMax, and at most kBitmapBytesMax bytes of rows.
    static bool isAllowed(int width, int height);
    // `rows` top to bottom, each padded to a whole byte, the most significant bit leftmost, 1
    // black. Nothing if the size is not allowed or does not agree with the rows.
    static std::optional<Bitmap> fromRows(int width, int height, std::string_view rows);

    int width() const { return width_; }
    int height() const { return height_; }
    std::size_t bytesPerRow() const { return static_cast<std::size_t>(width_ + 7) / 8; }
    const std::string& rows() const { return rows_; }  // As in fromRows; padding is white.
    // REQUIRES: 0 <= x < width(), 0 <= y < height().
    bool black(int x, int y) const;
    void set(int x, int y, bool black);

    Bitmap rotated(Rotation rotation) const;
    bool operator==(const Bitmap&) const = default;

private:
    int width_ = 0;
    int height_ = 0;
    std::string rows_;
};

// A BMP file of one bit per dot, uncompressed, colour 0 black and 1 white, as Windows writes it.
// REQUIRES: the bitmap is not empty.
std::string toBmp(const Bitmap& bitmap);

}  // namespace tessera::print
