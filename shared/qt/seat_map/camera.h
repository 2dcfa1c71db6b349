// SPDX-License-Identifier: Apache-2.0
// Where a window stands over the plan: one step of the ladder of zooms, and a whole device pixel.
//
// Pure and deterministic; not thread-safe; owns plain values only.
#pragma once

#include <QtCore/QPoint>
#include <QtCore/QPointF>
#include <QtCore/QRect>
#include <QtCore/QRectF>
#include <QtCore/QSize>

namespace tessera::qt {

inline constexpr int kStepsPerOctave = 8;

// Device pixels per unit of the plan.
double scaleAt(int zoom);

// The pixel of the plane that a place of the plan falls on.
QPoint planePixel(QPointF place, double scale);

class Camera {
public:
    // What there is to see, how large a seat is in it, and device pixels per logical one.
    void setPlan(const QRectF& bounds, double seatSize, double pixelRatio);
    void setWindow(QSize devicePixels);

    int zoom() const { return zoom_; }
    int zoomFit() const;
    int zoomMin() const { return zoomFit() - kStepsPerOctave; }
    int zoomMax() const;
    QRect window() const { return QRect(origin_, size_); }  // In pixels of the plane.

    // The whole plan, in the middle.
    void fit();

    // Nearer by `steps`, with what is at `pixel` of the window staying there.
    void zoomAt(QPoint pixel, int steps);

    // The window moves over the plane; its middle stays within the plan.
    void pan(QPoint by);
    void centreOn(QPointF place);

    // Moves only as far as it takes to have `place` in the window, with `margin` around it.
    void reveal(QPointF place, int margin);

    QPointF placeAt(QPoint pixel) const;
    QPoint pixelOf(QPointF place) const;

private:
    void keepWithin();

    QRectF plan_{0, 0, 1, 1};
    double seatSize_ = 18;
    double pixelRatio_ = 1;
    QSize size_{1, 1};
    int zoom_ = 0;
    QPoint origin_;
};

}  // namespace tessera::qt
