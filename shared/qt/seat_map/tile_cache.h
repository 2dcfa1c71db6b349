// SPDX-License-Identifier: Apache-2.0
// The map as squares of pixels that are painted once by zoom and mended where something changed.
//
// Deterministic: whatever was kept, mended or dropped, what draw() gives equals what the painter
// would paint from scratch. Not thread-safe. Borrows the painter, which outlives it; owns its
// tiles, at most kBytesMax of at most as many zooms as the painter keeps forms for: beyond it those
// that were not shown for longest are dropped.
#pragma once

#include <QtGui/QImage>
#include <list>
#include <map>
#include <vector>

#include "shared/qt/seat_map/map_painter.h"

class QPainter;

namespace tessera::qt {

class TileCache {
public:
    static constexpr int kTile = 256;  // Pixels of a side.
    static constexpr std::size_t kTileBytes = 4u * kTile * kTile;
    static constexpr std::size_t kBytesMax = 96u << 20;

    // REQUIRES: bytesMax >= kTileBytes. A window larger than the bound is painted all the same.
    explicit TileCache(MapPainter& painter, std::size_t bytesMax = kBytesMax);

    void clear();

    // What is kept of these pixels is painted again before it is shown.
    void seatChanged(int seat);
    void areaChanged(int area);

    // Draws `part` of the window, in device pixels of `target`, where the window's first pixel is
    // `origin` of the plane.
    void draw(QPainter& target, const QRect& part, QPoint origin, int zoom);

    std::size_t bytes() const { return tiles_.size() * kTileBytes; }
    std::size_t zooms() const { return tilesOf_.size(); }
    quint64 pixelsPainted() const { return pixelsPainted_; }  // Since it was made.

private:
    struct Key {
        int zoom, x, y;
        auto operator<=>(const Key&) const = default;
    };
    struct Tile {
        QImage image;
        std::vector<QRect> stale;  // Of the plane; at most kStaleMax, then the whole tile.
        std::list<Key>::iterator turn;
    };
    static constexpr std::size_t kStaleMax = 48;

    void changed(const QRect& rect, int zoom);
    Tile& ready(const Key& key);
    void paintTile(Tile& tile, const Key& key, const QRect& rect);

    MapPainter& painter_;
    std::size_t bytesMax_;
    std::map<Key, Tile> tiles_;
    std::map<int, int> tilesOf_;  // By zoom, of those that have any.
    std::list<Key> turns_;        // Shown last comes first.
    quint64 pixelsPainted_ = 0;
};

}  // namespace tessera::qt
