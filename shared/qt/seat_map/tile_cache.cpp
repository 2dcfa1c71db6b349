// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/tile_cache.h"

#include <QtGui/QPainter>
#include <algorithm>

#include "shared/base/check.h"

namespace tessera::qt {
namespace {

int tileOf(int pixel) {
    return pixel >= 0 ? pixel / TileCache::kTile : -((-pixel - 1) / TileCache::kTile) - 1;
}

QRect rectOf(int x, int y) {
    return {x * TileCache::kTile, y * TileCache::kTile, TileCache::kTile, TileCache::kTile};
}

}  // namespace

TileCache::TileCache(MapPainter& painter, std::size_t bytesMax)
    : painter_(painter), bytesMax_(bytesMax) {
    TESSERA_CHECK(bytesMax >= kTileBytes);
}

void TileCache::clear() {
    tiles_.clear();
    tilesOf_.clear();
    turns_.clear();
}

void TileCache::seatChanged(int seat) {
    for (const auto& [zoom, count] : tilesOf_) changed(painter_.seatRect(seat, zoom), zoom);
}

void TileCache::areaChanged(int area) {
    for (const auto& [zoom, count] : tilesOf_) changed(painter_.areaRect(area, zoom), zoom);
}

void TileCache::changed(const QRect& rect, int zoom) {
    for (int y = tileOf(rect.top()); y <= tileOf(rect.bottom()); ++y) {
        for (int x = tileOf(rect.left()); x <= tileOf(rect.right()); ++x) {
            const auto found = tiles_.find(Key{zoom, x, y});
            if (found == tiles_.end()) continue;
            std::vector<QRect>& stale = found->second.stale;
            const QRect whole = rectOf(x, y);
            const QRect part = rect & whole;
            if (std::ranges::any_of(stale, [&](const QRect& old) { return old.contains(part); }))
                continue;
            if (stale.size() >= kStaleMax) {
                stale.assign(1, whole);
            } else {
                stale.push_back(part);
            }
        }
    }
}

TileCache::Tile& TileCache::ready(const Key& key) {
    const auto found = tiles_.find(key);
    if (found != tiles_.end()) {
        Tile& tile = found->second;
        turns_.splice(turns_.begin(), turns_, tile.turn);
        for (const QRect& rect : tile.stale) paintTile(tile, key, rect);
        tile.stale.clear();
        return tile;
    }
    QImage image;
    const auto isFull = [&] {
        const bool isNewZoom = !tilesOf_.contains(key.zoom);
        return (tiles_.size() + 1) * kTileBytes > bytesMax_ ||
               (isNewZoom && tilesOf_.size() >= MapPainter::kZoomsMax);
    };
    while (!turns_.empty() && isFull()) {
        const auto oldest = tiles_.find(turns_.back());
        image = std::move(oldest->second.image);  // Memory that is mapped already.
        const auto of = tilesOf_.find(oldest->first.zoom);
        if (--of->second == 0) tilesOf_.erase(of);
        tiles_.erase(oldest);
        turns_.pop_back();
    }
    if (image.isNull()) image = QImage(kTile, kTile, QImage::Format_RGB32);
    turns_.push_front(key);
    ++tilesOf_[key.zoom];
    Tile& tile = tiles_[key];
    tile.image = std::move(image);
    tile.turn = turns_.begin();
    paintTile(tile, key, rectOf(key.x, key.y));
    return tile;
}

void TileCache::paintTile(Tile& tile, const Key& key, const QRect& rect) {
    painter_.paint(tile.image, rectOf(key.x, key.y).topLeft(), rect, key.zoom);
    pixelsPainted_ += static_cast<quint64>(rect.width()) * static_cast<quint64>(rect.height());
}

void TileCache::draw(QPainter& target, const QRect& part, QPoint origin, int zoom) {
    const QRect plane = part.translated(origin);
    for (int y = tileOf(plane.top()); y <= tileOf(plane.bottom()); ++y) {
        for (int x = tileOf(plane.left()); x <= tileOf(plane.right()); ++x) {
            const Tile& tile = ready(Key{zoom, x, y});
            const QRect whole = rectOf(x, y);
            const QRect shown = whole & plane;
            target.drawImage(shown.topLeft() - origin, tile.image,
                             shown.translated(-whole.topLeft()));
        }
    }
}

}  // namespace tessera::qt
