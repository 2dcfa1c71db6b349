// SPDX-License-Identifier: Apache-2.0
// The immutable geometry of a venue as the engine needs it: seats, rows, areas, neighbours.
//
// Numbers only; labels, colours and texts stay in the plan (app/plan). Immutable after `make`, so
// one Layout is shared by every event on it and by all threads. Source: an imported seating plan.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/base/ids.h"

namespace tessera::engine {

// In the plan's units (the pretix editor's pixels); y grows downwards.
struct Point {
    float x = 0;
    float y = 0;
    bool operator==(const Point&) const = default;
};

inline constexpr std::int32_t kSeatsMax = 200000;
inline constexpr std::int32_t kAreaCapacityMax = 1000000;  // Of all areas of a layout too.
inline constexpr SeatNo kNoSeat{-1};

struct LayoutSeat {
    Point position;
    std::int32_t row = 0;  // Index into rows().
    CategoryNo category;
    bool wheelchair = false;
    // True if an aisle or another gap lies between this seat and the one before it in its row:
    // the two are not neighbours. The first seat of a row has no neighbour before it either way.
    bool gapBefore = false;
    // For a wheelchair place its companion seat, for a companion seat its wheelchair place, else
    // kNoSeat. The relation is one to one, within one row.
    SeatNo companion = kNoSeat;
};

// Seats of a row are numbered without holes: [first, first + count).
struct LayoutRow {
    SeatNo first;
    std::int32_t count = 0;
    std::int32_t section = 0;  // Dense from 0, in the order of their first rows.
};

struct LayoutArea {
    CategoryNo category;
    std::int32_t capacity = 0;  // Persons, 1 to kAreaCapacityMax.
    Point center;
};

class Layout {
public:
    struct Parts {
        std::vector<LayoutSeat> seats;
        std::vector<LayoutRow> rows;
        std::vector<LayoutArea> areas;
        std::int16_t categories = 0;  // Category numbers are [0, categories).
        Point focal;                  // What everybody looks at: the stage.
    };

    // Returns what is wrong with the parts, naming the seat, row or area; nothing if they are
    // whole: rows cover the seats in order, every number is in range, companions are mutual.
    static std::optional<std::string> faultOf(const Parts& parts);

    // REQUIRES: !faultOf(parts).
    static std::shared_ptr<const Layout> make(Parts parts);

    std::int32_t seatCount() const { return static_cast<std::int32_t>(parts_.seats.size()); }
    bool contains(SeatNo seat) const { return seat.value >= 0 && seat.value < seatCount(); }
    bool contains(AreaNo area) const {
        return area.value >= 0 && static_cast<std::size_t>(area.value) < parts_.areas.size();
    }
    const LayoutSeat& seat(SeatNo seat) const {
        return parts_.seats[static_cast<std::size_t>(seat.value)];
    }
    const LayoutRow& rowOf(SeatNo s) const {
        return parts_.rows[static_cast<std::size_t>(seat(s).row)];
    }
    std::span<const LayoutSeat> seats() const { return parts_.seats; }
    std::span<const LayoutRow> rows() const { return parts_.rows; }
    std::span<const LayoutArea> areas() const { return parts_.areas; }
    std::int16_t categories() const { return parts_.categories; }
    Point focal() const { return parts_.focal; }

private:
    explicit Layout(Parts parts) : parts_(std::move(parts)) {}
    Parts parts_;
};

}  // namespace tessera::engine
