// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/seat_map_view.h"

#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <algorithm>
#include <cmath>

namespace tessera::qt {
namespace {

constexpr qsizetype kRectsMax = 24;  // A region of more costs more than all of the window.

}  // namespace

SeatMapView::SeatMapView(SeatMapModel& model, QWidget* parent)
    : QWidget(parent), model_(model), painter_(model), tiles_(painter_), gestures_(model) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(200, 150);
    setAccessibleName(tr("Seat map"));
    describePlace();
    connect(&model_, &SeatMapModel::layoutReset, this, &SeatMapView::layoutReset);
    connect(&model_, &SeatMapModel::bandsChanged, this, [this] {
        painter_.layoutReset();
        tiles_.clear();
        describePlace();
        update();
    });
    connect(&model_, &SeatMapModel::seatsChanged, this, &SeatMapView::seatsChanged);
    connect(&model_, &SeatMapModel::areaChanged, this, [this](int area) {
        tiles_.areaChanged(area);
        update();
    });
    adopt(devicePixelRatioF());
}

void SeatMapView::setLook(PaletteKind palette, int textPercent) {
    kind_ = palette;
    textPercent_ = textPercent;
    painter_.setLook(kind_, pixelRatio_, textPercent_);
    tiles_.clear();
    update();
}

// Another screen may have other pixels: everything that is kept is of the old ones.
void SeatMapView::adopt(double pixelRatio) {
    const QSize size(qRound(width() * pixelRatio), qRound(height() * pixelRatio));
    if (pixelRatio != pixelRatio_) {
        pixelRatio_ = pixelRatio;
        painter_.setLook(kind_, pixelRatio_, textPercent_);
        tiles_.clear();
        camera_.setPlan(model_.layout().bounds(), model_.layout().seatSizeMax(), pixelRatio_);
    }
    camera_.setWindow(size);
    if (fitted_) camera_.fit();
}

void SeatMapView::layoutReset() {
    painter_.layoutReset();
    tiles_.clear();
    gestures_.layoutReset();
    drag_ = Drag::None;
    rubber_.reset();
    camera_.setPlan(model_.layout().bounds(), model_.layout().seatSizeMax(), pixelRatio_);
    fit();
    placeMoved();
}

void SeatMapView::seatsChanged(const QList<int>& seats) {
    if (place() >= 0 && seats.contains(place())) describePlace();
    QRegion region;
    const QRect window = camera_.window();
    for (const int seat : seats) {
        tiles_.seatChanged(seat);
        if (region.rectCount() > kRectsMax) continue;
        const QRect rect = painter_.seatRect(seat, camera_.zoom()) & window;
        if (!rect.isEmpty()) region += toLogical(rect.translated(-window.topLeft()));
    }
    if (region.isEmpty()) return;
    if (region.rectCount() > kRectsMax) {
        update();
    } else {
        update(region);
    }
}

QPoint SeatMapView::toDevice(QPointF position) const {
    return QPoint(static_cast<int>(std::floor(position.x() * pixelRatio_)),
                  static_cast<int>(std::floor(position.y() * pixelRatio_)));
}

QRect SeatMapView::toLogical(const QRect& pixels) const {
    return QRectF(pixels.x() / pixelRatio_, pixels.y() / pixelRatio_, pixels.width() / pixelRatio_,
                  pixels.height() / pixelRatio_)
        .toAlignedRect();
}

void SeatMapView::fit() {
    fitted_ = true;
    camera_.fit();
    update();
}

void SeatMapView::zoomBy(int steps) {
    zoomAt(QPointF(width() / 2.0, height() / 2.0), steps);
}

void SeatMapView::zoomAt(QPointF position, int steps) {
    fitted_ = false;
    camera_.zoomAt(toDevice(position), steps);
    update();
}

void SeatMapView::panBy(QPoint devicePixels) {
    fitted_ = false;
    camera_.pan(devicePixels);
    update();
}

void SeatMapView::showPlace(QPointF place, int zoom) {
    fitted_ = false;
    camera_.zoomAt(QPoint(0, 0), zoom - camera_.zoom());
    camera_.centreOn(place);
    update();
}

void SeatMapView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    const double ratio = painter.deviceTransform().m11();
    if (ratio != pixelRatio_) adopt(ratio);
    const QRect window(QPoint(0, 0), camera_.window().size());
    const QRectF asked(event->rect());
    const QRect part =
        QRectF(asked.topLeft() * ratio, asked.size() * ratio).toAlignedRect() & window;
    // One pixel of a tile is one of the device: nothing is ever scaled.
    painter.scale(1 / ratio, 1 / ratio);
    tiles_.draw(painter, part, camera_.window().topLeft(), camera_.zoom());
    paintOver(painter);
}

// What belongs to this window alone: the place of the keys, the rectangle that is being drawn.
void SeatMapView::paintOver(QPainter& painter) {
    const SeatPalette& colours = painter_.palette();
    const int line = std::max(2, qRound(2 * pixelRatio_));
    painter.setBrush(Qt::NoBrush);
    if (hasFocus() && place() >= 0) {
        QRect ring =
            painter_.seatRect(place(), camera_.zoom()).translated(-camera_.window().topLeft());
        ring.adjust(-line, -line, line, line);
        painter.setPen(QPen(QColor(colours.focus), line));
        painter.drawRect(ring);
    }
    if (hasFocus()) {
        painter.setPen(QPen(QColor(colours.focus), line));
        painter.drawRect(QRect(QPoint(0, 0), camera_.window().size())
                             .adjusted(line / 2, line / 2, -line, -line));
    }
    if (rubber_) {
        painter.setPen(QPen(QColor(colours.focus), line, Qt::DashLine));
        painter.drawRect(*rubber_);
    }
}

QImage SeatMapView::fromScratch() {
    QImage image(camera_.window().size(), QImage::Format_RGB32);
    MapPainter fresh(model_);
    fresh.setLook(kind_, pixelRatio_, textPercent_);
    fresh.paint(image, camera_.window().topLeft(), camera_.window(), camera_.zoom());
    QPainter painter(&image);
    paintOver(painter);
    return image;
}

void SeatMapView::resizeEvent(QResizeEvent* event) {
    adopt(pixelRatio_);
    QWidget::resizeEvent(event);
}

}  // namespace tessera::qt
