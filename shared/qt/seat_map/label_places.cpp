// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/label_places.h"

#include <QtCore/QHash>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "shared/base/check.h"
#include "shared/qt/seat_map/camera.h"

namespace tessera::qt {
namespace {

constexpr int kCellShift = 6;     // Boxes are found by cells of 64 pixels.
constexpr int kSpotsAcross = 10;  // That are tried within a section, each way.
constexpr int kDirections = 16;   // That are tried around a section.
// Above first, as a heading; then below, and then around: in sixteenths of a turn.
constexpr int kTurns[kDirections] = {12, 4, 0, 8, 13, 11, 5, 3, 14, 10, 6, 2, 15, 9, 1, 7};
constexpr double kRowAway = 1.25;   // From the last seat, in steps from seat to seat.
constexpr double kDigitHigh = 0.8;  // Of the size of letters: what digits and capitals cover.
constexpr double kWordHigh = 1.3;   // With what hangs below the line.

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

QRect around(QPoint middle, QSize size) {
    return QRect(middle - QPoint(size.width() / 2, size.height() / 2), size);
}

QRect grown(const QRect& rect, int by) {
    return rect.adjusted(-by, -by, by, by);
}

// What labels took already, by cell.
class TakenBoxes {
public:
    void add(const QRect& box) {
        visitCells(box, [&](quint64 cell) { cells_[cell].push_back(box); });
    }
    bool meets(const QRect& box) const {
        bool found = false;
        visitCells(box, [&](quint64 cell) {
            const auto known = cells_.constFind(cell);
            if (found || known == cells_.constEnd()) return;
            found = std::ranges::any_of(*known, [&](const QRect& b) { return b.intersects(box); });
        });
        return found;
    }

private:
    template <class Visit>
    static void visitCells(const QRect& box, Visit visit) {
        for (int y = box.top() >> kCellShift; y <= box.bottom() >> kCellShift; ++y) {
            for (int x = box.left() >> kCellShift; x <= box.right() >> kCellShift; ++x)
                visit(static_cast<quint64>(static_cast<quint32>(x)) << 32 |
                      static_cast<quint32>(y));
        }
    }
    QHash<quint64, std::vector<QRect>> cells_;
};

// Whether an edge of the convex outline has the whole box beyond it: then they do not meet.
bool isApart(const QPolygonF& outline, const QRectF& box) {
    if (outline.size() < 3) return true;
    const QPointF corners[] = {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()};
    const QPointF inner = outline.boundingRect().center();
    for (qsizetype i = 0; i < outline.size(); ++i) {
        const QPointF from = outline[i];
        const QPointF edge = outline[(i + 1) % outline.size()] - from;
        const auto side = [&](QPointF p) {
            return edge.x() * (p.y() - from.y()) - edge.y() * (p.x() - from.x());
        };
        const double own = side(inner);
        if (std::ranges::all_of(corners, [&](QPointF p) { return side(p) * own < 0; })) return true;
    }
    return false;
}

class Placer {
public:
    Placer(const SeatLayout& layout, const LabelLook& look) : layout_(layout), look_(look) {
        for (std::size_t i = 0; i < kDirections; ++i) {
            const double angle = kTurns[i] * 2 * std::numbers::pi / kDirections;
            ways_[i] = QPointF(std::cos(angle), std::sin(angle));
        }
    }

    LabelPlaces place() {
        out_.names.resize(layout_.sections().size());
        for (std::size_t i = 0; i < layout_.sections().size(); ++i) placeRows(i);
        out_.firstOfRow.push_back(out_.rows.size());
        for (std::size_t i = 0; i < layout_.sections().size(); ++i) placeName(i);
        return std::move(out_);
    }

private:
    bool isOverSeats(const QRect& box) const {
        const double reach = layout_.seatSizeMax() / 2 + 2 / look_.scale;
        const QRectF where(QPointF(box.topLeft()) / look_.scale - QPointF(reach, reach),
                           QPointF(box.bottomRight()) / look_.scale + QPointF(reach, reach));
        return layout_.anySeat(where, [&](const PlacedSeat& seat) {
            const int across = look_.seatPixels[at(seat.section)];
            return around(planePixel(seat.at, look_.scale), {across, across}).intersects(box);
        });
    }
    QRectF onPlan(const QRect& box) const {
        return {QPointF(box.topLeft()) / look_.scale, QSizeF(box.size()) / look_.scale};
    }
    bool isFree(const QRect& box) const { return !isOverSeats(box) && !taken_.meets(box); }

    void placeRows(std::size_t section) {
        out_.firstOfRow.push_back(out_.rows.size());
        const LayoutSection& own = layout_.sections()[section];
        const int size = std::min(look_.rowSizeMost, look_.seatPixels[section]);
        if (size < look_.rowSizeLeast) return;
        for (int row = own.firstRow; row < own.firstRow + own.rowCount; ++row) {
            const LayoutRow& one = layout_.rows()[at(row)];
            if (one.seatCount < 2) continue;
            placeRow({row, {}, size}, one.firstSeat, one.firstSeat + 1);
            const int last = one.firstSeat + one.seatCount - 1;
            placeRow({row, {}, size}, last, last - 1);
        }
    }
    // Beyond the seat `end`, as seen from `next`: a step away, else as near as it gets. What finds
    // no place there has none at this zoom.
    void placeRow(RowLabel label, int end, int next) {
        const LayoutSeat& seat = layout_.seats()[at(end)];
        const QPointF from = seat.at * look_.scale;
        const QPointF way = from - layout_.seats()[at(next)].at * look_.scale;
        const double step = std::hypot(way.x(), way.y());
        if (step < 1e-9) return;
        const int wide = look_.extent(layout_.rows()[at(label.row)].label, label.size).width();
        const QSize letters(wide, static_cast<int>(label.size * kDigitHigh));
        const double near = (look_.seatPixels[at(seat.section)] + wide) / 2.0 + 1.5 * look_.gap;
        for (const double away : {std::max(step * kRowAway, near), near}) {
            label.box = around(planePixel(from + way / step * away, 1), letters);
            if (!isFree(label.box)) continue;
            // Two that touch read as one number.
            taken_.add(grown(label.box, look_.gap));
            out_.rows.push_back(label);
            return;
        }
    }

    // Within the plan in smaller letters rather than outside of it, where the window may end.
    void placeName(std::size_t section) {
        const LayoutSection& own = layout_.sections()[section];
        if (own.seatCount == 0) return;
        reaches_.fill(0);
        for (const QPointF corner : own.outline) {
            const QPointF to = corner - own.bounds.center();
            for (std::size_t i = 0; i < kDirections; ++i)
                reaches_[i] = std::max(reaches_[i], QPointF::dotProduct(to, ways_[i]));
        }
        for (const bool inside : {true, false}) {
            for (const int size : look_.nameSizes) {
                if (placeName(section, size, inside)) return;
            }
        }
    }
    bool placeName(std::size_t section, int size, bool inside) {
        const LayoutSection& own = layout_.sections()[section];
        const int wide = look_.extent(own.name, size).width();
        if (wide > 2 * std::max(own.bounds.width(), own.bounds.height()) * look_.scale)
            return false;
        const QSize letters(wide, static_cast<int>(size * kWordHigh));
        NamePlace name{{}, size, false};
        // What is full of seats has no room for smaller letters either.
        if (inside && size == look_.nameSizes.front())
            name.within = findWithin(own, letters, name.box);
        if (!name.within) name.box = besideOf(own, letters, inside);
        if (name.box.isNull()) return false;
        out_.names[section] = name;
        taken_.add(grown(name.box, look_.gap));
        return true;
    }
    // The free spot that is nearest to the section's middle.
    bool findWithin(const LayoutSection& own, QSize letters, QRect& box) const {
        const QRectF all(own.bounds.topLeft() * look_.scale, own.bounds.size() * look_.scale);
        const QPointF middle = all.center();
        double nearest = std::numeric_limits<double>::max();
        for (int y = 0; y <= kSpotsAcross; ++y) {
            for (int x = 0; x <= kSpotsAcross; ++x) {
                const QPointF spot = all.topLeft() + QPointF(all.width() * x / kSpotsAcross,
                                                             all.height() * y / kSpotsAcross);
                const double away = std::hypot(spot.x() - middle.x(), spot.y() - middle.y());
                if (away >= nearest) continue;
                const QRect here = around(planePixel(spot, 1), letters);
                const QRect room = grown(here, look_.gap);
                // Most spots are on seats, which is known soonest.
                if (!isFree(room) || !holds(own, room) || isOnShape(own, onPlan(room))) continue;
                nearest = away;
                box = here;
            }
        }
        return nearest < std::numeric_limits<double>::max();
    }
    bool holds(const LayoutSection& own, const QRect& box) const {
        for (const QPoint corner :
             {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()}) {
            if (!own.outline.containsPoint(QPointF(corner) / look_.scale, Qt::OddEvenFill))
                return false;
        }
        return true;
    }
    // Null: no bare ground is beside it.
    QRect besideOf(const LayoutSection& own, QSize letters, bool inside) const {
        for (std::size_t i = 0; i < kDirections; ++i) {
            const QPointF way = ways_[i];
            const double half =
                (std::abs(way.x()) * letters.width() + std::abs(way.y()) * letters.height()) / 2;
            const QPointF spot = own.bounds.center() * look_.scale +
                                 way * (reaches_[i] * look_.scale + half + look_.gap + 1);
            const QRect box = around(planePixel(spot, 1), letters);
            const QRect room = grown(box, look_.gap);
            if (layout_.bounds().contains(onPlan(room)) == inside && isOnBareGround(own, room))
                return box;
        }
        return {};
    }
    bool isOnBareGround(const LayoutSection& own, const QRect& box) const {
        if (!isFree(box)) return false;
        const QRectF where = onPlan(box);
        for (const LayoutSection& other : layout_.sections()) {
            if (other.bounds.intersects(where) && !isApart(other.outline, where)) return false;
        }
        return !isOnShape(own, where);
    }
    // What has the whole section on it is the ground itself.
    bool isOnShape(const LayoutSection& own, const QRectF& where) const {
        const auto covers = [&](const PlanShape& shape) {
            const QRectF all = shape.outline.boundingRect();
            return all.intersects(where) && !all.contains(own.bounds);
        };
        return std::ranges::any_of(layout_.shapes(), covers) ||
               std::ranges::any_of(layout_.areas(),
                                   [&](const PlanArea& area) { return covers(area.shape); });
    }

    const SeatLayout& layout_;
    const LabelLook& look_;
    TakenBoxes taken_;
    std::array<QPointF, kDirections> ways_;
    std::array<double, kDirections> reaches_{};  // Of the section in hand, in units of the plan.
    LabelPlaces out_;
};

}  // namespace

LabelPlaces placeLabels(const SeatLayout& layout, const LabelLook& look) {
    TESSERA_CHECK(look.extent && look.seatPixels.size() == layout.sections().size());
    return Placer(layout, look).place();
}

}  // namespace tessera::qt
