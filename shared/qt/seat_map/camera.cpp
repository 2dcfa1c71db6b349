// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/camera.h"

#include <algorithm>
#include <cmath>

namespace tessera::qt {
namespace {

constexpr double kSeatPixelsMax = 72;  // Logical ones, of a seat at the nearest zoom.
constexpr int kZoomLeast = -20 * kStepsPerOctave;
constexpr int kZoomMost = 7 * kStepsPerOctave;  // 1,000,000 units stay far within an int.

int stepsDown(double scale) {
    return static_cast<int>(std::floor(std::log2(scale) * kStepsPerOctave + 1e-9));
}

}  // namespace

double scaleAt(int zoom) {
    return std::exp2(static_cast<double>(zoom) / kStepsPerOctave);
}

QPoint planePixel(QPointF place, double scale) {
    return {static_cast<int>(std::floor(place.x() * scale + 0.5)),
            static_cast<int>(std::floor(place.y() * scale + 0.5))};
}

void Camera::setPlan(const QRectF& bounds, double seatSize, double pixelRatio) {
    plan_ = QRectF(bounds.topLeft(),
                   QSizeF(std::max(1.0, bounds.width()), std::max(1.0, bounds.height())));
    seatSize_ = seatSize;
    pixelRatio_ = pixelRatio;
}

void Camera::setWindow(QSize devicePixels) {
    const QPointF middle = placeAt(QPoint(size_.width() / 2, size_.height() / 2));
    size_ = devicePixels.expandedTo(QSize(1, 1));
    centreOn(middle);
}

int Camera::zoomFit() const {
    const double scale = std::min(size_.width() / plan_.width(), size_.height() / plan_.height());
    return std::clamp(stepsDown(scale), kZoomLeast, kZoomMost);
}

int Camera::zoomMax() const {
    return std::clamp(std::max(zoomFit(), stepsDown(kSeatPixelsMax * pixelRatio_ / seatSize_)),
                      kZoomLeast, kZoomMost);
}

void Camera::fit() {
    zoom_ = zoomFit();
    centreOn(plan_.center());
}

void Camera::zoomAt(QPoint pixel, int steps) {
    const QPointF place = placeAt(pixel);
    zoom_ = std::clamp(zoom_ + steps, zoomMin(), zoomMax());
    origin_ = planePixel(place, scaleAt(zoom_)) - pixel;
    keepWithin();
}

void Camera::pan(QPoint by) {
    origin_ += by;
    keepWithin();
}

void Camera::centreOn(QPointF place) {
    origin_ = planePixel(place, scaleAt(zoom_)) - QPoint(size_.width() / 2, size_.height() / 2);
    keepWithin();
}

void Camera::reveal(QPointF place, int margin) {
    const QPoint pixel = pixelOf(place);
    const int across = std::min(margin, size_.width() / 2);
    const int down = std::min(margin, size_.height() / 2);
    const QPoint wanted(std::clamp(pixel.x(), across, size_.width() - across),
                        std::clamp(pixel.y(), down, size_.height() - down));
    pan(pixel - wanted);
}

QPointF Camera::placeAt(QPoint pixel) const {
    return QPointF(origin_ + pixel) / scaleAt(zoom_);
}

QPoint Camera::pixelOf(QPointF place) const {
    return planePixel(place, scaleAt(zoom_)) - origin_;
}

void Camera::keepWithin() {
    const double scale = scaleAt(zoom_);
    const QPoint first = planePixel(plan_.topLeft(), scale);
    const QPoint last = planePixel(plan_.bottomRight(), scale);
    const QPoint half(size_.width() / 2, size_.height() / 2);
    const QPoint middle = origin_ + half;
    origin_ = QPoint(std::clamp(middle.x(), first.x(), last.x()),
                     std::clamp(middle.y(), first.y(), last.y())) -
              half;
}

}  // namespace tessera::qt
