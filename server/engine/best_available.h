// SPDX-License-Identifier: Apache-2.0
// Best-available seats: adjacent, nearest the focal point, without orphans where possible.
//
// Score of a run of n adjacent seats, smaller is better, compared in this order:
//   1. orphans: 1 if taking it leaves a single-seat gap that its row could avoid, else 0;
//   2. distance: the sum over its seats of floor(16 × Euclidean distance to the focal point), in
//      double precision, at most 2^31 - 1 per seat;
//   3. its lowest seat number.
// Wheelchair places and companion seats are never part of a run and count as taken here: a row ends
// before them, and they are never orphans. A row could avoid a gap if some run of as many
// neighbouring free seats in it, of whatever category, leaves none.
// The choice has the smallest score of all runs (docs/algorithms/best_available.md), found by
// branch and bound over rows ordered by their smallest possible distance.
// Deterministic. Not thread-safe, not even its const functions (they refresh caches); an
// EventEngine owns its index and tells it of every change.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "server/engine/layout.h"

namespace tessera::engine {

struct RunScore {
    std::int32_t orphans = 0;
    std::int64_t distance = 0;
    SeatNo lowest;
    auto operator<=>(const RunScore&) const = default;
};

class BestAvailable {
public:
    // Every seat starts as not free. `focal` replaces the layout's where given.
    BestAvailable(std::shared_ptr<const Layout> layout, std::optional<Point> focal);
    ~BestAvailable();
    BestAvailable(BestAvailable&&) noexcept;
    BestAvailable& operator=(BestAvailable&&) noexcept;

    // A free seat can be chosen and counts as free for the orphan rule. O(1): the row's cache is
    // refreshed when a search next comes to it. Setting what is set already changes nothing.
    void setFree(SeatNo seat, bool free);
    bool isFree(SeatNo seat) const;
    std::int32_t freeCount() const;  // Wheelchair places and companion seats included.

    struct Query {
        std::int32_t count = 1;  // 1 to kItemsPerOrderMax.
        std::span<const CategoryNo>
            categories;            // All seats of a run are in one of these; empty: of any.
        bool avoidOrphans = true;  // False: the first part of the score is always 0.
        // Wheelchair places and companion seats are chosen only by findAccessible.
    };

    // The best run of `count` neighbouring free seats in one row, ascending; empty if there is
    // none.
    std::vector<SeatNo> findRun(const Query& query) const;

    // Where no run is long enough: the longest run that fits and is best, then the same for the
    // rest, until `count` seats are found; empty if fewer are free in the categories.
    std::vector<SeatNo> findSplit(const Query& query) const;

    // Of the runs that adjoin one of `seats` without an aisle between the best; empty if there is
    // none. For those who come with somebody in `seats`.
    std::vector<SeatNo> findBeside(std::span<const SeatNo> seats, const Query& query) const;

    // The `places` best wheelchair places (by distance), each with its companion if
    // `withCompanions` (a place whose companion seat is missing or taken is then passed over);
    // ascending; empty if there are not so many. The nearest `passed` of those are passed over.
    std::vector<SeatNo> findAccessible(std::int32_t places, bool withCompanions,
                                       std::span<const CategoryNo> categories,
                                       std::int32_t passed = 0) const;

    // REQUIRES: `run` is ascending, of neighbouring free seats, none of them accessible.
    RunScore scoreOf(std::span<const SeatNo> run, bool avoidOrphans) const;

    // The free seats, ascending, that taking `seats` (all free) leaves without a free neighbour and
    // that had one before, of rows in which some other choice of as many neighbouring seats would
    // leave none. A row's end and an aisle count as taken. This is the rule for hand-picked seats.
    // Picked wheelchair places, companion seats and seats that are not free play no part.
    std::vector<SeatNo> avoidableOrphans(std::span<const SeatNo> seats) const;

    std::size_t memoryBytes() const;

private:
    struct Index;
    std::unique_ptr<Index> index_;
};

}  // namespace tessera::engine
