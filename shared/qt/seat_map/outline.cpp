// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/outline.h"

#include <algorithm>

namespace tessera::qt {
namespace {

double turn(QPointF a, QPointF b, QPointF c) {
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
}

template <class Iterator>
std::vector<QPointF> chain(Iterator from, Iterator to) {
    std::vector<QPointF> corners;
    for (; from != to; ++from) {
        while (corners.size() >= 2 && turn(corners[corners.size() - 2], corners.back(), *from) <= 0)
            corners.pop_back();
        corners.push_back(*from);
    }
    corners.pop_back();
    return corners;
}

}  // namespace

QPolygonF convexOutline(std::vector<QPointF> points) {
    std::sort(points.begin(), points.end(), [](QPointF a, QPointF b) {
        return a.x() < b.x() || (a.x() == b.x() && a.y() < b.y());
    });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) return {};
    QPolygonF outline;
    for (const QPointF corner : chain(points.begin(), points.end())) outline.append(corner);
    for (const QPointF corner : chain(points.rbegin(), points.rend())) outline.append(corner);
    return outline;
}

}  // namespace tessera::qt
