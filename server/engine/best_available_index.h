// SPDX-License-Identifier: Apache-2.0
// What BestAvailable keeps: per seat its distance and flags, per row its longest run of open seats.
//
// An open seat is free and neither a wheelchair place nor a companion seat. Internal to
// best_available*.cpp. Deterministic; not thread-safe: even a search refreshes caches. Owned by one
// BestAvailable. About 6 bytes per seat and 30 per row.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "server/engine/layout.h"

namespace tessera::engine {

// Open seats with numbers [begin, end), neighbours all, with no open neighbour on either side.
struct OpenSegment {
    std::int32_t begin = 0;
    std::int32_t end = 0;
    std::int32_t length() const { return end - begin; }
};

struct SeatIndex {
    SeatIndex(std::shared_ptr<const Layout> ofLayout, std::optional<Point> focal);

    static constexpr std::uint8_t kFree = 1;
    static constexpr std::uint8_t kAccessible = 2;   // Wheelchair place or companion seat.
    static constexpr std::uint8_t kStartsBlock = 4;  // First of its row, or after a gap.
    static constexpr std::int32_t kStale = -1;

    struct Row {
        std::int32_t begin = 0;
        std::int32_t end = 0;
        // Smallest distance of its seats that can be in a run: below it no seat of the row lies.
        std::int32_t nearest = std::numeric_limits<std::int32_t>::max();
        std::int32_t longest = kStale;  // Longest open segment, or kStale.
        std::uint64_t categories = 0;   // Bit (category mod 64) of those seats.
    };

    bool isOpen(std::int32_t seat) const {
        return (flags[at(seat)] & (kFree | kAccessible)) == kFree;
    }
    // A block is a longest sequence of neighbours in one row, free or not.
    bool startsBlock(std::int32_t seat) const { return (flags[at(seat)] & kStartsBlock) != 0; }
    bool endsBlock(std::int32_t seat) const {
        return at(seat) + 1 == flags.size() || startsBlock(seat + 1);
    }
    CategoryNo categoryOf(std::int32_t seat) const { return layout->seat(SeatNo{seat}).category; }

    Row& rowOf(std::int32_t seat) { return rows[at(rowAt[at(layout->seat(SeatNo{seat}).row)])]; }

    void setFree(std::int32_t seat, bool free);

    // The next open segment of `row` that begins at `from` or later; empty at the row's end.
    OpenSegment segmentFrom(const Row& row, std::int32_t from) const;
    std::int32_t longestOf(Row& row) const;

    // False also if it cannot be told from the row's bits.
    bool isOfOneCategory(const Row& row) const {
        return layout->categories() <= 64 && (row.categories & (row.categories - 1)) == 0;
    }

    // True if some run of `count` open neighbours in the row leaves no single-seat gap. A segment
    // of `count` is taken whole, one of `count` + 2 or more from its end; one of `count` + 1 leaves
    // a gap wherever the run is.
    bool canAvoidOrphan(Row& row, std::int32_t count) const;

    std::size_t memoryBytes() const;

    static std::size_t at(std::int32_t number) { return static_cast<std::size_t>(number); }

    std::shared_ptr<const Layout> layout;
    std::vector<std::int32_t> distance;  // Per seat.
    std::vector<std::uint8_t> flags;     // Per seat.
    std::vector<Row> rows;               // By (nearest, begin): the order of search.
    std::vector<std::int32_t> rowAt;     // Index into `rows` by the layout's row.
    std::vector<std::int32_t> places;    // Wheelchair places by (distance, number).
    std::int32_t freeSeats = 0;
};

}  // namespace tessera::engine
