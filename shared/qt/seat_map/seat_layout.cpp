// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/seat_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "shared/qt/seat_map/outline.h"

namespace tessera::qt {
namespace {

constexpr double kSeatsPerCell = 8;
constexpr double kOfPitch = 0.86;  // A seat takes so much of the way to its neighbour.

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

bool isOnPlane(QPointF p) {
    return std::isfinite(p.x()) && std::isfinite(p.y()) && std::abs(p.x()) <= kPlaneMax &&
           std::abs(p.y()) <= kPlaneMax;
}

double distance(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

Status judgeShape(const PlanShape& shape, const char* what) {
    if (shape.outline.size() > kCornersMax)
        return failure(std::string(what) + ": at most 1000 corners are allowed");
    for (const QPointF p : shape.outline) {
        if (!isOnPlane(p)) return failure(std::string(what) + ": outline is not within 1000000");
    }
    return {};
}

// The middle one of the ways between neighbours; the radius alone where a section has single seats.
double seatSizeOf(const PlanSection& section) {
    std::vector<double> pitches;
    double radius = 1;
    for (const PlanRow& row : section.rows) {
        for (std::size_t i = 0; i < row.seats.size(); ++i) {
            radius = std::max(radius, row.seats[i].radius);
            if (i > 0) pitches.push_back(distance(row.seats[i - 1].at, row.seats[i].at));
        }
    }
    if (pitches.empty()) return 2 * radius;
    const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
    std::nth_element(pitches.begin(), middle, pitches.end());
    return std::clamp(*middle * kOfPitch, 1.0, 2 * radius);
}

}  // namespace

Result<std::shared_ptr<const SeatLayout>> SeatLayout::make(const SeatPlan& plan) {
    if (plan.categories.empty() || plan.categories.size() > kCategoriesMax)
        return failure("categories: 1 to 64 are allowed");
    if (plan.sections.size() > kSectionsMax) return failure("sections: at most 10000 are allowed");
    if (plan.areas.size() > kAreasMax) return failure("areas: at most 10000 are allowed");
    if (plan.shapes.size() > kShapesMax) return failure("shapes: at most 10000 are allowed");
    auto layout = std::make_shared<SeatLayout>();
    layout->categories_ = plan.categories;
    for (const PlanSection& section : plan.sections) {
        if (const Status added = layout->add(section); !added)
            return tl::make_unexpected(added.error());
    }
    for (const PlanArea& area : plan.areas) {
        if (area.category < 0 || area.category >= static_cast<int>(plan.categories.size()))
            return failure("area " + area.name.toStdString() + ": no such category");
        if (const Status good = judgeShape(area.shape, "area"); !good)
            return tl::make_unexpected(good.error());
        layout->areas_.push_back(area);
        layout->bounds_ |= area.shape.outline.boundingRect();
    }
    for (const PlanShape& shape : plan.shapes) {
        if (const Status good = judgeShape(shape, "shape"); !good)
            return tl::make_unexpected(good.error());
        layout->shapes_.push_back(shape);
        layout->bounds_ |= shape.outline.boundingRect();
    }
    layout->buildGrid();
    return std::shared_ptr<const SeatLayout>(std::move(layout));
}

Status SeatLayout::addSeat(const PlanSeat& seat, const PlanRow& row) {
    const std::string where =
        "row " + row.label.toStdString() + ", seat " + seat.label.toStdString();
    if (seats_.size() >= kSeatsMax) return failure("seats: at most 200000 are allowed");
    if (!isOnPlane(seat.at)) return failure(where + ": its place is not within 1000000");
    if (!(seat.radius >= 0.1 && seat.radius <= 1000))
        return failure(where + ": radius must be 0.1 to 1000");
    if (seat.category < 0 || seat.category >= static_cast<int>(categories_.size()))
        return failure(where + ": no such category");
    seats_.push_back({seat.at, static_cast<int>(sections_.size()) - 1,
                      static_cast<int>(rows_.size()) - 1, seat.category, seat.wheelchair,
                      seat.label});
    return {};
}

Status SeatLayout::add(const PlanSection& section) {
    LayoutSection& added = sections_.emplace_back();
    added.name = section.name;
    added.firstRow = static_cast<int>(rows_.size());
    added.firstSeat = static_cast<int>(seats_.size());
    added.rowCount = static_cast<int>(section.rows.size());
    for (const PlanRow& row : section.rows) {
        if (rows_.size() >= kRowsMax) return failure("rows: at most 200000 are allowed");
        rows_.push_back({row.label, static_cast<int>(sections_.size()) - 1,
                         static_cast<int>(seats_.size()), static_cast<int>(row.seats.size())});
        for (const PlanSeat& seat : row.seats) {
            if (Status good = addSeat(seat, row); !good) return good;
        }
    }
    closeSection(section);
    return {};
}

void SeatLayout::closeSection(const PlanSection& section) {
    LayoutSection& added = sections_.back();
    added.seatCount = static_cast<int>(seats_.size()) - added.firstSeat;
    added.seatSize = seatSizeOf(section);
    seatSizeMax_ = std::max(seatSizeMax_, added.seatSize);
    std::map<int, int> categories;
    std::vector<QPointF> corners;
    const double reach = added.seatSize * 0.75;
    for (int seat = added.firstSeat; seat < added.firstSeat + added.seatCount; ++seat) {
        const LayoutSeat& one = seats_[at(seat)];
        ++categories[one.category];
        for (const double x : {-reach, reach}) {
            for (const double y : {-reach, reach}) corners.push_back(one.at + QPointF(x, y));
        }
    }
    int most = 0;
    for (const auto& [category, count] : categories) {
        if (count <= most) continue;
        most = count;
        added.category = category;
    }
    added.outline = convexOutline(std::move(corners));
    added.bounds = added.outline.boundingRect();
    if (added.seatCount > 0) bounds_ |= added.bounds;
}

void SeatLayout::buildGrid() {
    const double area = std::max(1.0, bounds_.width() * bounds_.height());
    cellSize_ = std::max(1.0, std::sqrt(area * kSeatsPerCell / std::max(1, seatCount())));
    cellsAcross_ = static_cast<int>(bounds_.width() / cellSize_) + 1;
    cellsDown_ = static_cast<int>(bounds_.height() / cellSize_) + 1;
    cellStart_.assign(at(cellsAcross_) * at(cellsDown_) + 1, 0);
    const auto indexOf = [this](const LayoutSeat& seat) {
        const CellRange range = cellsOf(QRectF(seat.at, QSizeF(0, 0)));
        return at(range.top) * at(cellsAcross_) + at(range.left);
    };
    for (const LayoutSeat& seat : seats_) ++cellStart_[indexOf(seat) + 1];
    for (std::size_t i = 1; i < cellStart_.size(); ++i) cellStart_[i] += cellStart_[i - 1];
    std::vector<int> next = cellStart_;
    cellSeats_.resize(seats_.size());
    for (int seat = 0; seat < seatCount(); ++seat) {
        const LayoutSeat& one = seats_[at(seat)];
        cellSeats_[at(next[indexOf(one)]++)] = {one.at, seat, one.section, one.category,
                                                one.wheelchair};
    }
}

SeatLayout::CellRange SeatLayout::cellsOf(const QRectF& where) const {
    const auto across = [this](double x) {
        return static_cast<int>(
            std::clamp(std::floor((x - bounds_.left()) / cellSize_), 0.0, cellsAcross_ - 1.0));
    };
    const auto down = [this](double y) {
        return static_cast<int>(
            std::clamp(std::floor((y - bounds_.top()) / cellSize_), 0.0, cellsDown_ - 1.0));
    };
    return {across(where.left()), down(where.top()), across(where.right()), down(where.bottom())};
}

std::span<const PlacedSeat> SeatLayout::cell(int x, int y) const {
    const std::size_t index = at(y) * at(cellsAcross_) + at(x);
    const std::size_t from = at(cellStart_[index]);
    return std::span(cellSeats_).subspan(from, at(cellStart_[index + 1]) - from);
}

int SeatLayout::seatAt(QPointF point) const {
    const double reach = seatSizeMax_ / 2;
    int best = -1;
    double nearest = std::numeric_limits<double>::max();
    visitSeats(QRectF(point - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)),
               [&](const PlacedSeat& seat) {
                   const double away = distance(seat.at, point);
                   if (away > sections_[at(seat.section)].seatSize / 2 || away >= nearest) return;
                   nearest = away;
                   best = seat.seat;
               });
    return best;
}

int SeatLayout::nearestSeat(QPointF point) const {
    int best = -1;
    double nearest = std::numeric_limits<double>::max();
    for (int seat = 0; seat < seatCount(); ++seat) {
        const double away = distance(seats_[at(seat)].at, point);
        if (away >= nearest) continue;
        nearest = away;
        best = seat;
    }
    return best;
}

int SeatLayout::neighbour(int seat, int dx, int dy) const {
    const QPointF from = seats_[at(seat)].at;
    const double farthest = bounds_.width() + bounds_.height();
    for (double reach = seatSizeMax_ * 2; reach < 2 * farthest; reach *= 2) {
        int best = -1;
        double nearest = std::numeric_limits<double>::max();
        const QRectF around(from - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
        visitSeats(around, [&](const PlacedSeat& other) {
            const QPointF way = other.at - from;
            const double along = way.x() * dx + way.y() * dy;
            const double aside = std::abs(way.x() * dy) + std::abs(way.y() * dx);
            if (along <= 0 || aside > along || along + 2 * aside >= nearest) return;
            nearest = along + 2 * aside;
            best = other.seat;
        });
        // What is farther than the square's edge may not be nearer than what was found in it.
        if (best >= 0 && nearest <= reach) return best;
        if (best >= 0 && reach >= farthest) return best;
    }
    return -1;
}

}  // namespace tessera::qt
