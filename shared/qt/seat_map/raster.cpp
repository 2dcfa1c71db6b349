// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/raster.h"

#include <algorithm>
#include <array>
#include <limits>

#include "shared/base/check.h"
#include "shared/qt/seat_map/palette.h"

namespace tessera::qt {
namespace {

constexpr int kParts = 16;   // Of a pixel's side.
constexpr int kSubRows = 4;  // Looked at in each row of pixels.
constexpr int kHatch = 8;    // Pixels from stripe to stripe.
constexpr int kStripe = 2;   // Of them filled.
constexpr int kFull = kParts * kSubRows;

// Where an edge meets one sub row after the other: its upper end belongs to it, the lower does not.
// Exact wherever it begins, so a part of an edge is the same as in the whole.
class Edge {
public:
    Edge(Corner a, Corner b) : a_(a.y <= b.y ? a : b), b_(a.y <= b.y ? b : a) {}

    // The first sub row from `row` on, and the one behind the last, as numbers from the plane's
    // top.
    int firstFrom(int row) { return std::max(row * kSubRows, subRowNotAbove(a_.y)); }
    int end() const { return subRowNotAbove(b_.y); }

    // REQUIRES: `sub` is one of its own.
    void moveTo(int sub) {
        // Two corners of an int each are farther apart than an int reaches.
        height_ = static_cast<qint64>(b_.y) - a_.y;
        const qint64 across = static_cast<qint64>(b_.x) - a_.x;
        const qint64 down = static_cast<qint64>(yOf(sub)) - a_.y;
        const qint64 slope = floorDivided(across, height_);
        // Less than the height squared: in 64 bits without a sign.
        const auto rest =
            static_cast<quint64>(across - slope * height_) * static_cast<quint64>(down);
        const auto height = static_cast<quint64>(height_);
        x_ = a_.x + slope * down + static_cast<qint64>(rest / height);
        rest_ = static_cast<qint64>(rest % height);
        const qint64 step = kSubHeight * across;
        step_ = floorDivided(step, height_);
        stepRest_ = step - step_ * height_;
    }
    int x() const { return static_cast<int>(x_); }
    void next() {
        x_ += step_;
        rest_ += stepRest_;
        if (rest_ < height_) return;
        rest_ -= height_;
        ++x_;
    }

private:
    static constexpr int kSubHeight = kParts / kSubRows;
    static int yOf(int sub) { return sub * kSubHeight + kSubHeight / 2; }
    static int subRowNotAbove(int y) {
        return static_cast<int>(floorDivided(qint64{y} + kSubHeight / 2 - 1, kSubHeight));
    }
    static qint64 floorDivided(qint64 a, qint64 b) { return a >= 0 ? a / b : -((-a + b - 1) / b); }

    Corner a_;
    Corner b_;
    qint64 height_ = 1;
    qint64 x_ = 0;  // Behind the last sub row it may be off the plane.
    qint64 rest_ = 0;
    qint64 step_ = 0;
    qint64 stepRest_ = 0;
};

int floorPixel(int part) {
    return part >> 4;
}
int floorRow(int sub) {
    return sub >> 2;
}
int ceilPixel(int part) {
    return (part + kParts - 1) >> 4;
}

int overlap(int from, int to, int pixel) {
    return std::max(0, std::min(to, (pixel + 1) * kParts) - std::max(from, pixel * kParts));
}

quint32 over(quint32 under, quint32 premultiplied) {
    const quint32 rest = 255 - (premultiplied >> 24);
    const quint32 redBlue = (under & 0xff00ff) * rest + 0x800080;
    const quint32 green = (under & 0x00ff00) * rest + 0x008000;
    const quint32 kept = (((redBlue + ((redBlue >> 8) & 0xff00ff)) >> 8) & 0xff00ff) |
                         (((green + ((green >> 8) & 0x00ff00)) >> 8) & 0x00ff00);
    return 0xff000000u | (kept + (premultiplied & 0xffffff));
}

}  // namespace

// Of one row of pixels: where each sub row enters and leaves the polygon.
struct Raster::Crossings {
    std::array<int, kSubRows> left{};
    std::array<int, kSubRows> right{};
    std::array<int, kSubRows> count{};
};

Raster::Raster(QImage& image, QPoint origin)
    : bits_(reinterpret_cast<quint32*>(image.bits())),
      stride_(image.bytesPerLine() / 4),
      origin_(origin),
      bounds_(origin, image.size()),
      clip_(bounds_) {
    TESSERA_CHECK(image.format() == QImage::Format_RGB32);
}

void Raster::setClip(const QRect& rect) {
    clip_ = rect & bounds_;
}

void Raster::fillRect(const QRect& rect, QRgb colour) {
    const QRect inside = rect & clip_;
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        fillSpan(inside.left(), inside.right() + 1, y, colour, Fill::Solid);
}

void Raster::fillSpan(int from, int to, int y, QRgb colour, Fill fill) {
    from = std::max(from, clip_.left());
    to = std::min(to, clip_.right() + 1);
    if (from >= to) return;
    if (fill == Fill::Solid) {
        std::fill(&pixel(from, y), &pixel(from, y) + (to - from), colour | 0xff000000u);
        return;
    }
    for (int x = from; x < to; ++x) cover(x, y, kFull, colour, fill);
}

void Raster::cover(int x, int y, int share, QRgb colour, Fill fill) {
    if (share <= 0 || x < clip_.left() || x > clip_.right()) return;
    if (fill == Fill::Hatched && ((x + y) & (kHatch - 1)) >= kStripe) return;
    quint32& target = pixel(x, y);
    target = mixed(target, colour, share * 256 / kFull);
}

void Raster::fillPolygon(std::span<const Corner> corners, QRgb colour, Fill fill) {
    if (corners.size() < 3 || clip_.isEmpty()) return;
    const auto [first, last] = std::minmax_element(corners.begin(), corners.end(),
                                                   [](Corner a, Corner b) { return a.y < b.y; });
    const int top = std::max(clip_.top(), floorPixel(first->y));
    const int bottom = std::min(clip_.bottom(), floorPixel(last->y));
    if (top > bottom) return;
    static thread_local std::vector<Crossings> rows;
    rows.assign(static_cast<std::size_t>(bottom - top + 1), Crossings{});
    for (std::size_t i = 0; i < corners.size(); ++i) {
        Edge edge(corners[i], corners[(i + 1) % corners.size()]);
        const int end = std::min((bottom + 1) * kSubRows, edge.end());
        int sub = edge.firstFrom(top);
        if (sub < end) edge.moveTo(sub);
        for (; sub < end; ++sub, edge.next()) {
            const int row = floorRow(sub);
            Crossings& met = rows[static_cast<std::size_t>(row - top)];
            const auto s = static_cast<std::size_t>(sub - row * kSubRows);
            met.left[s] = met.count[s] == 0 ? edge.x() : std::min(met.left[s], edge.x());
            met.right[s] = met.count[s] == 0 ? edge.x() : std::max(met.right[s], edge.x());
            ++met.count[s];
        }
    }
    for (int y = top; y <= bottom; ++y) {
        const Crossings& met = rows[static_cast<std::size_t>(y - top)];
        if (std::ranges::any_of(met.count, [](int count) { return count > 2; })) {
            fillRowAnyhow(y, corners, colour, fill);
        } else {
            fillRow(y, met, colour, fill);
        }
    }
}

void Raster::fillRow(int y, const Crossings& met, QRgb colour, Fill fill) {
    int from = std::numeric_limits<int>::max();
    int to = std::numeric_limits<int>::min();
    int solidFrom = std::numeric_limits<int>::min();
    int solidTo = std::numeric_limits<int>::max();
    for (std::size_t s = 0; s < kSubRows; ++s) {
        if (met.count[s] == 0) {
            solidTo = std::numeric_limits<int>::min();
            continue;
        }
        from = std::min(from, floorPixel(met.left[s]));
        to = std::max(to, ceilPixel(met.right[s]));
        solidFrom = std::max(solidFrom, ceilPixel(met.left[s]));
        solidTo = std::min(solidTo, floorPixel(met.right[s]));
    }
    if (from >= to) return;
    if (solidFrom >= solidTo) solidFrom = solidTo = to;
    const auto edge = [&](int begin, int end) {
        for (int x = std::max(begin, clip_.left()); x < std::min(end, clip_.right() + 1); ++x) {
            int share = 0;
            for (std::size_t s = 0; s < kSubRows; ++s) {
                if (met.count[s] > 0) share += overlap(met.left[s], met.right[s], x);
            }
            cover(x, y, share, colour, fill);
        }
    };
    edge(from, solidFrom);
    fillSpan(solidFrom, solidTo, y, colour, fill);
    edge(solidTo, to);
}

// A polygon that is not convex, in this row: seldom, and slower.
void Raster::fillRowAnyhow(int y, std::span<const Corner> corners, QRgb colour, Fill fill) {
    std::vector<int> shares(static_cast<std::size_t>(clip_.width()), 0);
    for (int sub = 0; sub < kSubRows; ++sub) {
        std::vector<int> met;
        for (std::size_t i = 0; i < corners.size(); ++i) {
            Edge edge(corners[i], corners[(i + 1) % corners.size()]);
            const int own = y * kSubRows + sub;
            if (edge.firstFrom(y) > own || own >= edge.end()) continue;
            edge.moveTo(own);
            met.push_back(edge.x());
        }
        std::ranges::sort(met);
        for (std::size_t i = 0; i + 1 < met.size(); i += 2) {
            const int from = std::max(clip_.left(), floorPixel(met[i]));
            const int to = std::min(clip_.right() + 1, ceilPixel(met[i + 1]));
            for (int x = from; x < to; ++x)
                shares[static_cast<std::size_t>(x - clip_.left())] +=
                    overlap(met[i], met[i + 1], x);
        }
    }
    for (int x = clip_.left(); x <= clip_.right(); ++x)
        cover(x, y, shares[static_cast<std::size_t>(x - clip_.left())], colour, fill);
}

void Raster::blend(QPoint topLeft, const Sprite& sprite) {
    const QRect inside = QRect(topLeft, QSize(sprite.width, sprite.height)) & clip_;
    if (inside.isEmpty()) return;
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        const quint32* from = sprite.pixels.data() +
                              static_cast<qsizetype>(y - topLeft.y()) * sprite.width +
                              (inside.left() - topLeft.x());
        quint32* to = &pixel(inside.left(), y);
        for (int x = 0; x < inside.width(); ++x) {
            const quint32 alpha = from[x] >> 24;
            if (alpha == 255) {
                to[x] = from[x];
            } else if (alpha != 0) {
                to[x] = over(to[x], from[x]);
            }
        }
    }
}

void Raster::blendMask(QPoint topLeft, const Mask& mask, QRgb colour) {
    const QRect inside = QRect(topLeft, QSize(mask.width, mask.height)) & clip_;
    if (inside.isEmpty()) return;
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        const quint8* from = mask.cover.data() +
                             static_cast<qsizetype>(y - topLeft.y()) * mask.width +
                             (inside.left() - topLeft.x());
        quint32* to = &pixel(inside.left(), y);
        for (int x = 0; x < inside.width(); ++x) {
            if (from[x] != 0) to[x] = mixed(to[x], colour, from[x] + (from[x] >> 7));
        }
    }
}

}  // namespace tessera::qt
