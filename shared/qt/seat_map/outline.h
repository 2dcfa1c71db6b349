// SPDX-License-Identifier: Apache-2.0
// The convex outline around points.
//
// A pure function, deterministic; thread-safe. The result owns its corners.
#pragma once

#include <QtGui/QPolygonF>
#include <vector>

namespace tessera::qt {

// Corners in one turning direction, none of them on a straight line; empty for fewer than 3 points.
QPolygonF convexOutline(std::vector<QPointF> points);

}  // namespace tessera::qt
