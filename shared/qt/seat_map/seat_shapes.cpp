// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/seat_shapes.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <algorithm>

namespace tessera::qt {
namespace {

QRectF inset(const QRectF& rect, double by) {
    return rect.adjusted(by, by, -by, -by);
}

QRgb statusColour(const SeatForm& form, const SeatPalette& palette) {
    switch (form.status) {
        case SeatStatus::Available:
            break;
        case SeatStatus::Held:
            return palette.held;
        case SeatStatus::Sold:
            return palette.sold;
        case SeatStatus::Blocked:
            if (form.allocation == 0) return palette.blocked;
            return palette.bands[static_cast<std::size_t>((form.allocation - 1) % kBandCount)];
    }
    return palette.bands[static_cast<std::size_t>(form.band % kBandCount)];
}

void drawHeld(QPainter& painter, const QRectF& box, const QColor& colour) {
    const double width = std::max(1.0, box.width() * 0.14);
    painter.setPen(QPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(inset(box, width / 2));
    if (box.width() < 6) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPie(inset(box, width), 180 * 16, 180 * 16);  // The lower half.
}

void drawSold(QPainter& painter, const QRectF& box, const QColor& colour, bool detailed) {
    const QRectF square = inset(box, box.width() * 0.16);
    if (!detailed) {
        painter.fillRect(square, colour);
        return;
    }
    painter.setPen(QPen(colour, std::max(1.5, box.width() * 0.1), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(square.topLeft(), square.bottomRight());
    painter.drawLine(square.topRight(), square.bottomLeft());
}

void drawBlocked(QPainter& painter, const QRectF& box, const QColor& colour) {
    const double width = std::max(1.0, box.width() * 0.08);
    const QRectF square = inset(box, box.width() * 0.06 + width / 2);
    painter.setPen(QPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(square);
    painter.setClipRect(square);
    const double step = std::max(3.0, box.width() / 5);
    for (double x = -square.width(); x < square.width(); x += step) {
        painter.drawLine(square.bottomLeft() + QPointF(x, 0),
                         square.topLeft() + QPointF(x + square.width(), 0));
    }
    painter.setClipping(false);
}

void drawFree(QPainter& painter, const QRectF& box, const QColor& colour) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(box);
}

// A status of its own border, and a tick where there is room.
void drawSelected(QPainter& painter, const QRectF& box, const QColor& status, bool detailed,
                  const SeatPalette& palette) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(palette.selected));
    painter.drawRect(box);
    if (box.width() < 7) return;
    if (detailed) {
        painter.setPen(QPen(status, std::max(1.5, box.width() * 0.1)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(inset(box, std::max(1.5, box.width() * 0.1) / 2));
    }
    const auto at = [&](double x, double y) {
        return box.topLeft() + QPointF(x * box.width(), y * box.height());
    };
    QPainterPath tick(at(0.26, 0.52));
    tick.lineTo(at(0.43, 0.69));
    tick.lineTo(at(0.75, 0.32));
    painter.setPen(QPen(QColor(palette.tick), std::max(1.2, box.width() * 0.11), Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(tick);
}

// A head, a back, a seat and a wheel; a dot where there is no room for them.
void drawWheelchair(QPainter& painter, const QRectF& box, const QColor& ink, bool detailed) {
    const auto at = [&](double x, double y) {
        return box.topLeft() + QPointF(x * box.width(), y * box.height());
    };
    painter.setBrush(ink);
    painter.setPen(Qt::NoPen);
    if (!detailed) {
        painter.drawEllipse(at(0.5, 0.5), box.width() * 0.2, box.width() * 0.2);
        return;
    }
    painter.drawEllipse(at(0.46, 0.2), box.width() * 0.075, box.width() * 0.075);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(ink, std::max(1.0, box.width() * 0.075), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath body(at(0.46, 0.32));
    body.lineTo(at(0.48, 0.54));
    body.lineTo(at(0.64, 0.54));
    body.lineTo(at(0.74, 0.74));
    painter.drawPath(body);
    const QRectF wheel(at(0.26, 0.42), at(0.66, 0.82));
    painter.drawArc(wheel, 120 * 16, 225 * 16);
}

}  // namespace

Sprite drawSeat(const SeatForm& form, int pixels, const SeatPalette& palette) {
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(0, 0, pixels, pixels);
    const QRgb status = statusColour(form, palette);
    const QColor colour(status);
    QColor ink(inkOn(palette.block));
    if (form.selected) {
        drawSelected(painter, box, colour, form.detailed, palette);
    } else {
        switch (form.status) {
            case SeatStatus::Available:
                drawFree(painter, box, colour);
                ink = QColor(inkOn(status));
                break;
            case SeatStatus::Held:
                drawHeld(painter, box, colour);
                break;
            case SeatStatus::Sold:
                drawSold(painter, box, colour, form.detailed);
                break;
            case SeatStatus::Blocked:
                drawBlocked(painter, box, colour);
                break;
        }
        if (form.wheelchair && form.status == SeatStatus::Available)
            drawWheelchair(painter, box, ink, form.detailed);
    }
    painter.end();
    Sprite sprite{pixels, pixels, {}};
    for (int y = 0; y < pixels; ++y) {
        const auto* row = reinterpret_cast<const quint32*>(image.constScanLine(y));
        sprite.pixels.insert(sprite.pixels.end(), row, row + pixels);
    }
    return sprite;
}

}  // namespace tessera::qt
