// SPDX-License-Identifier: Apache-2.0
// The immutable plan of a venue as a map needs it: sections, rows, seats, areas and shapes.
//
// Deterministic: seats are numbered in the plan's order, section by section and row by row, and
// searches give what is nearest, the lower number first. Thread-safe: nothing changes after make().
// Owns everything that it was made of; shared by pointer.
#pragma once

#include <QtCore/QPointF>
#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QPolygonF>
#include <memory>
#include <span>
#include <vector>

#include "shared/base/result.h"

namespace tessera::qt {

inline constexpr int kSeatsMax = 200'000;
inline constexpr int kSectionsMax = 10'000;
inline constexpr int kRowsMax = 200'000;
inline constexpr int kAreasMax = 10'000;
inline constexpr int kShapesMax = 10'000;
inline constexpr int kCornersMax = 1'000;  // Of the outline of an area or a shape.
inline constexpr int kCategoriesMax = 64;
inline constexpr double kPlaneMax = 1'000'000;  // Of a coordinate, in units of the plan.

// What a layout is made of, as it comes from a server or a file.
struct PlanSeat {
    QString label;
    QPointF at;
    double radius = 9;
    int category = 0;
    bool wheelchair = false;
};
struct PlanRow {
    QString label;
    std::vector<PlanSeat> seats;
};
struct PlanSection {
    QString name;
    std::vector<PlanRow> rows;
};
struct PlanShape {
    QPolygonF outline;
    QString text;
};
struct PlanArea {
    PlanShape shape;
    QString name;
    int category = 0;
    int capacity = 0;
};
struct SeatPlan {
    std::vector<QString> categories;
    std::vector<PlanSection> sections;
    std::vector<PlanArea> areas;
    std::vector<PlanShape> shapes;
};

struct LayoutSeat {
    QPointF at;
    int section = 0;
    int row = 0;  // Of the layout, not of the section.
    int category = 0;
    bool wheelchair = false;
    QString label;
};
struct LayoutRow {
    QString label;
    int section = 0;
    int firstSeat = 0;
    int seatCount = 0;
};
struct LayoutSection {
    QString name;
    int firstRow = 0;
    int rowCount = 0;
    int firstSeat = 0;
    int seatCount = 0;
    int category = 0;      // Of most of its seats.
    double seatSize = 18;  // Across, so that neighbours in a row do not touch.
    QPolygonF outline;     // Convex, around its seats.
    QRectF bounds;         // Of the outline.
};

// A seat as it stands in the grid: together what painting reads of it.
struct PlacedSeat {
    QPointF at;
    int seat = 0;
    int section = 0;
    int category = 0;
    bool wheelchair = false;
};

class SeatLayout {
public:
    // Refuses a plan beyond the limits above, a category that is not there, a place that is not
    // finite, and names which.
    static Result<std::shared_ptr<const SeatLayout>> make(const SeatPlan& plan);

    const std::vector<QString>& categories() const { return categories_; }
    const std::vector<LayoutSection>& sections() const { return sections_; }
    const std::vector<LayoutRow>& rows() const { return rows_; }
    const std::vector<LayoutSeat>& seats() const { return seats_; }
    const std::vector<PlanArea>& areas() const { return areas_; }
    const std::vector<PlanShape>& shapes() const { return shapes_; }
    int seatCount() const { return static_cast<int>(seats_.size()); }
    QRectF bounds() const { return bounds_; }

    // The largest seat across: what a rectangle must be widened by to find all that reach into it.
    double seatSizeMax() const { return seatSizeMax_; }

    // Calls visit(placedSeat) for each seat whose centre is in `where`, always in one order.
    template <class Visit>
    void visitSeats(const QRectF& where, Visit visit) const {
        const CellRange range = cellsOf(where);
        for (int y = range.top; y <= range.bottom; ++y) {
            for (int x = range.left; x <= range.right; ++x) {
                for (const PlacedSeat& seat : cell(x, y)) {
                    if (seat.at.x() >= where.left() && seat.at.x() <= where.right() &&
                        seat.at.y() >= where.top() && seat.at.y() <= where.bottom()) {
                        visit(seat);
                    }
                }
            }
        }
    }

    // Whether test(placedSeat) is true of a seat whose centre is in `where`; asks no further then.
    template <class Test>
    bool anySeat(const QRectF& where, Test test) const {
        const CellRange range = cellsOf(where);
        for (int y = range.top; y <= range.bottom; ++y) {
            for (int x = range.left; x <= range.right; ++x) {
                for (const PlacedSeat& seat : cell(x, y)) {
                    if (where.contains(seat.at) && test(seat)) return true;
                }
            }
        }
        return false;
    }

    // The seat that is drawn over `at`, or -1.
    int seatAt(QPointF at) const;

    // The nearest seat of all, or -1 where there is none.
    int nearestSeat(QPointF at) const;

    // The nearest seat within 45 degrees of one of the four directions, or -1 at the edge.
    // REQUIRES: one of `dx` and `dy` is 0, the other 1 or -1.
    int neighbour(int seat, int dx, int dy) const;

private:
    struct CellRange {
        int left, top, right, bottom;  // The last ones are within.
    };
    Status add(const PlanSection& section);
    Status addSeat(const PlanSeat& seat, const PlanRow& row);
    void closeSection(const PlanSection& section);
    void buildGrid();
    CellRange cellsOf(const QRectF& where) const;
    std::span<const PlacedSeat> cell(int x, int y) const;

    std::vector<QString> categories_;
    std::vector<LayoutSection> sections_;
    std::vector<LayoutRow> rows_;
    std::vector<LayoutSeat> seats_;
    std::vector<PlanArea> areas_;
    std::vector<PlanShape> shapes_;
    QRectF bounds_;
    double seatSizeMax_ = 1;
    double cellSize_ = 1;
    int cellsAcross_ = 1;
    int cellsDown_ = 1;
    std::vector<int> cellStart_;  // One more than there are cells.
    std::vector<PlacedSeat> cellSeats_;
};

}  // namespace tessera::qt
