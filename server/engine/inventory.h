// SPDX-License-Identifier: Apache-2.0
// Who has which seat and how many places of each area: the one place where a seat changes hands.
//
// Deterministic. Not thread-safe; an EventEngine owns its Inventory. Each change is appended to the
// Changes with the state it expects. 16 bytes per seat beside the best-available index; the seats
// of one reservation are chained in ascending order through `next`.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "server/engine/best_available.h"
#include "server/engine/changes.h"
#include "server/engine/layout.h"

namespace tessera::engine {

class Inventory {
public:
    struct AreaCount {
        std::int32_t held = 0;
        std::int32_t sold = 0;
    };

    // REQUIRES: one state per seat and one count per area of the layout, in range.
    Inventory(std::shared_ptr<const Layout> layout, std::optional<Point> focal,
              std::span<const SeatState> seats, std::vector<AreaCount> areas);

    SeatStatus status(SeatNo seat) const { return static_cast<SeatStatus>(status_[at(seat)]); }
    AllocationNo allocation(SeatNo seat) const { return AllocationNo{allocation_[at(seat)]}; }
    std::int64_t holder(SeatNo seat) const { return holder_[at(seat)]; }
    SeatState state(SeatNo seat) const {
        return {status(seat), allocation(seat), holder_[at(seat)]};
    }
    std::span<const std::uint8_t> map() const { return status_; }

    // Of a held or sold seat.
    TicketTypeNo type(SeatNo seat) const { return TicketTypeNo{type_[at(seat)]}; }
    SeatNo next(SeatNo seat) const { return SeatNo{next_[at(seat)]}; }

    // Chains the seats of one reservation and keeps their types. REQUIRES: ascending, not empty.
    void chain(std::span<const SeatPick> seats);
    // Takes one seat out of the chain that starts with `first`, and returns what it starts with
    // then. REQUIRES: the seat is in it.
    SeatNo unchain(SeatNo first, SeatNo seat);

    // REQUIRES: the seat is available or blocked.
    void hold(SeatNo seat, ReservationId reservation, Changes& changes);
    // REQUIRES: the seat is held.
    void sell(SeatNo seat, TicketId ticket, Changes& changes);
    // Of another ticket from now on. REQUIRES: the seat is sold.
    void reissue(SeatNo seat, TicketId ticket, Changes& changes);
    // Back to its allocation; to the public where it has none or `toPublic`. REQUIRES: the seat is
    // held or sold.
    void release(SeatNo seat, bool toPublic, Changes& changes);
    // REQUIRES: the seat is available or blocked. False if it had this allocation already.
    bool setAllocation(SeatNo seat, AllocationNo allocation, Changes& changes);

    const AreaCount& area(AreaNo area) const {
        return areas_[static_cast<std::size_t>(area.value)];
    }
    std::int32_t areaFree(AreaNo area) const;
    // Moves both counts. REQUIRES: the result is in range.
    void moveArea(AreaNo area, std::int32_t heldDelta, std::int32_t soldDelta, Changes& changes);

    const BestAvailable& best() const { return shown_ == nullptr ? best_ : *shown_; }
    // While it lives, the blocked seats of one allocation count as free in best(): for the search
    // of one buyer whose code unlocks them. No seat changes hands meanwhile. O(seats) for an
    // allocation that is not one of the latest two, for which an index is kept.
    class Unlocked {
    public:
        // Allocation 0 unlocks nothing.
        Unlocked(Inventory& inventory, AllocationNo allocation);
        ~Unlocked() { inventory_.shown_ = nullptr; }
        Unlocked(const Unlocked&) = delete;
        Unlocked& operator=(const Unlocked&) = delete;

    private:
        Inventory& inventory_;
    };
    void setFocal(std::optional<Point> focal);

    const Layout& layout() const { return *layout_; }
    const std::shared_ptr<const Layout>& layoutPointer() const { return layout_; }
    std::size_t memoryBytes() const;
    // Aborts where an index disagrees with the seats. O(seats).
    void checkInvariants() const;

private:
    static std::size_t at(SeatNo seat) { return static_cast<std::size_t>(seat.value); }
    void move(SeatNo seat, const SeatState& to, Changes& changes);
    bool isFree(SeatNo seat, AllocationNo unlocked) const;
    void showFree(SeatNo seat);
    BestAvailable indexOf(AllocationNo unlocked, std::optional<Point> focal) const;

    std::shared_ptr<const Layout> layout_;
    std::vector<std::uint8_t> status_;
    std::vector<std::uint8_t> type_;
    std::vector<std::int16_t> allocation_;
    std::vector<std::int32_t> next_;
    std::vector<std::int64_t> holder_;
    std::vector<AreaCount> areas_;
    BestAvailable best_;
    std::optional<Point> focal_;
    struct UnlockedIndex {
        AllocationNo allocation;
        BestAvailable best;
    };
    std::list<UnlockedIndex> unlocked_;     // The one used last is first.
    const BestAvailable* shown_ = nullptr;  // Of unlocked_, while an Unlocked lives.
};

}  // namespace tessera::engine
