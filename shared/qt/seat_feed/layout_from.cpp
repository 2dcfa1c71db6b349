// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_feed/layout_from.h"

#include <QtCore/QHash>
#include <QtCore/QtMath>
#include <QtGui/QTransform>
#include <string>
#include <utility>

namespace tessera::qt {
namespace {

constexpr int kCornersOfRound = 48;

QString textOf(const std::string& utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QPointF pointOf(const v1::Point& point) {
    return {point.x(), point.y()};
}

QPolygonF roundOf(const v1::Shape& shape) {
    const double across = shape.radius_x();
    const double down = shape.kind() == v1::Shape::CIRCLE ? across : shape.radius_y();
    QPolygonF outline;
    for (int i = 0; i < kCornersOfRound; ++i) {
        const double turn = 2 * M_PI * i / kCornersOfRound;
        outline.append(pointOf(shape.center()) +
                       QPointF(across * std::cos(turn), down * std::sin(turn)));
    }
    return outline;
}

QPolygonF rectangleOf(const v1::Shape& shape) {
    if (shape.points_size() != 2) return {};
    const QPointF a = pointOf(shape.points(0));
    const QPointF b = pointOf(shape.points(1));
    return QPolygonF({a, {b.x(), a.y()}, b, {a.x(), b.y()}});
}

// Empty where nothing is drawn.
QPolygonF outlineOf(const v1::Shape& shape) {
    QPolygonF outline;
    switch (shape.kind()) {
        case v1::Shape::CIRCLE:
        case v1::Shape::ELLIPSE:
            outline = roundOf(shape);
            break;
        case v1::Shape::RECTANGLE:
            outline = rectangleOf(shape);
            break;
        case v1::Shape::POLYGON:
            for (const auto& point : shape.points()) outline.append(pointOf(point));
            break;
        default:  // A text alone, or what a later contract has.
            return {};
    }
    if (shape.rotation() == 0) return outline;
    const QPointF middle = outline.boundingRect().center();
    QTransform turn;
    turn.translate(middle.x(), middle.y());
    turn.rotate(shape.rotation());
    turn.translate(-middle.x(), -middle.y());
    return turn.map(outline);
}

class Reader {
public:
    Result<SeatPlan> read(const v1::Layout& layout) {
        for (const auto& category : layout.categories()) {
            if (category.category_no() != static_cast<int>(plan_.categories.size()))
                return misnumbered("category", category.category_no());
            plan_.categories.push_back(textOf(category.name()));
        }
        for (const auto& section : layout.sections()) {
            if (const Status good = readSection(section); !good)
                return tl::make_unexpected(good.error());
        }
        if (nextSeat_ != layout.seat_count())
            return failure("seat_count: " + std::to_string(layout.seat_count()) +
                           ", but there are " + std::to_string(nextSeat_) + " seats");
        for (const auto& area : layout.areas()) {
            if (area.area_no() != static_cast<int>(plan_.areas.size()))
                return misnumbered("area", area.area_no());
            plan_.areas.push_back({{outlineOf(area.shape()), textOf(area.shape().text())},
                                   textOf(area.name()),
                                   area.category_no(),
                                   area.capacity()});
        }
        for (const auto& shape : layout.shapes()) {
            const QPolygonF outline = outlineOf(shape);
            if (!outline.isEmpty()) plan_.shapes.push_back({outline, textOf(shape.text())});
        }
        return std::move(plan_);
    }

private:
    static tl::unexpected<Error> misnumbered(const char* what, int number) {
        return failure(std::string(what) + "_no: " + std::to_string(number) +
                       " is not the next one, counted from 0");
    }

    // Of a section without seats nothing is shown.
    Status readSection(const v1::Section& section) {
        PlanSection read{textOf(section.name()), {}};
        for (const auto& row : section.rows()) {
            PlanRow& line = read.rows.emplace_back();
            line.label = shared(row.label());
            line.seats.reserve(static_cast<std::size_t>(row.seats_size()));
            for (const auto& seat : row.seats()) {
                if (seat.seat_no() != nextSeat_) return misnumbered("seat", seat.seat_no());
                ++nextSeat_;
                line.seats.push_back({shared(seat.label()), QPointF(seat.x(), seat.y()),
                                      seat.radius(), seat.category_no(),
                                      seat.kind() == v1::Seat::WHEELCHAIR});
            }
        }
        if (!read.rows.empty()) plan_.sections.push_back(std::move(read));
        return {};
    }

    // One text for all seats of one number.
    QString shared(const std::string& utf8) {
        const QString text = textOf(utf8);
        return *labels_.insert(text, labels_.value(text, text));
    }

    SeatPlan plan_;
    QHash<QString, QString> labels_;
    int nextSeat_ = 0;
};

}  // namespace

Result<std::shared_ptr<const SeatLayout>> layoutFrom(const v1::Layout& layout) {
    const auto plan = Reader().read(layout);
    if (!plan) return tl::make_unexpected(plan.error());
    return SeatLayout::make(*plan);
}

}  // namespace tessera::qt
