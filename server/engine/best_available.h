// SPDX-License-Identifier: Apache-2.0
// Best-available seats: adjacent, nearest the focal point, without orphans where possible.
//
// Score of a run of n adjacent seats, smaller is better, compared in this order:
//   1. orphans: 1 if taking it leaves a single-seat gap that its row could avoid, else 0;
//   2. distance: the sum over its seats of floor(16 × Euclidean distance to the focal point);
//   3. its lowest seat number.
// The choice has the smallest score of all runs (docs/algorithms/best_available.md), found by
// branch and bound over rows ordered by their smallest possible distance.
// Deterministic. Not thread-safe; an EventEngine owns its index and tells it of every change.
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

    // A free seat can be chosen and counts as free for the orphan rule.
    void setFree(SeatNo seat, bool free);
    bool isFree(SeatNo seat) const;
    std::int32_t freeCount() const;

    struct Query {
        std::int32_t count = 1;  // 1 to kItemsPerOrderMax.
        std::span<const CategoryNo>
            categories;            // All seats of one run are in one of these; empty: any.
        bool avoidOrphans = true;  // False: the first part of the score is always 0.
        // Wheelchair places and companion seats are chosen only by findAccessible.
    };

    // The best run of `count` neighbouring free seats in one row, ascending; empty if there is
    // none.
    std::vector<SeatNo> findRun(const Query& query) const;

    // Where no run is long enough: the longest run that fits and is best, then the same for the
    // rest, until `count` seats are found; empty if fewer are free in the categories.
    std::vector<SeatNo> findSplit(const Query& query) const;

    // The `places` best wheelchair places (by distance), each with its companion if
    // `withCompanions`; ascending; empty if there are not so many.
    std::vector<SeatNo> findAccessible(std::int32_t places, bool withCompanions,
                                       std::span<const CategoryNo> categories) const;

    RunScore scoreOf(std::span<const SeatNo> run, bool avoidOrphans) const;

    // True if taking `seats` (all free) leaves in some row a free seat with no free neighbour that
    // had one before, although some other choice of as many neighbouring seats in that row would
    // not. A row's end and an aisle count as taken. This is the rule for hand-picked seats.
    bool leavesAvoidableOrphan(std::span<const SeatNo> seats) const;

    std::size_t memoryBytes() const;

private:
    struct Index;
    std::unique_ptr<Index> index_;
};

}  // namespace tessera::engine
