// SPDX-License-Identifier: Apache-2.0
// Fills and blends whole pixels of a plane into an image that shows a part of it.
//
// Deterministic: what a pixel becomes depends on the calls and its place on the plane, never on
// clip, image or origin, so a picture in parts equals the picture as a whole. Not thread-safe.
// Borrows the image's bytes, which outlive it.
#pragma once

#include <QtCore/QPoint>
#include <QtCore/QRect>
#include <QtGui/QImage>
#include <QtGui/QRgb>
#include <span>
#include <vector>

namespace tessera::qt {

// Premultiplied pixels, row by row.
struct Sprite {
    int width = 0;
    int height = 0;
    std::vector<quint32> pixels;
};

// Coverage 0 to 255, row by row: a text in whatever colour.
struct Mask {
    int width = 0;
    int height = 0;
    std::vector<quint8> cover;
};

// A corner in sixteenths of a pixel.
struct Corner {
    int x = 0;
    int y = 0;
};

enum class Fill { Solid, Hatched };  // Hatched leaves three of four diagonal stripes as they are.

class Raster {
public:
    // The image's first pixel is `origin` of the plane. REQUIRES: its format is RGB32.
    Raster(QImage& image, QPoint origin);

    // From here on only pixels within `rect` change.
    void setClip(const QRect& rect);
    const QRect& clip() const { return clip_; }

    void fillRect(const QRect& rect, QRgb colour);

    // Even-odd, with edges in quarters of rows and sixteenths of columns.
    void fillPolygon(std::span<const Corner> corners, QRgb colour, Fill fill = Fill::Solid);

    void blend(QPoint topLeft, const Sprite& sprite);
    void blendMask(QPoint topLeft, const Mask& mask, QRgb colour);

private:
    struct Crossings;
    quint32* row(int y) { return bits_ + static_cast<qsizetype>(y - origin_.y()) * stride_; }
    quint32& pixel(int x, int y) { return row(y)[x - origin_.x()]; }
    void cover(int x, int y, int share, QRgb colour, Fill fill);
    void fillSpan(int from, int to, int y, QRgb colour, Fill fill);
    void fillRow(int y, const Crossings& crossings, QRgb colour, Fill fill);
    void fillRowAnyhow(int y, std::span<const Corner> corners, QRgb colour, Fill fill);

    quint32* bits_;
    qsizetype stride_;  // In pixels.
    QPoint origin_;
    QRect bounds_;
    QRect clip_;
};

}  // namespace tessera::qt
