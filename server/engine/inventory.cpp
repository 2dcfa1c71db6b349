// SPDX-License-Identifier: Apache-2.0
#include "server/engine/inventory.h"

#include <algorithm>
#include <utility>

#include "server/engine/terms.h"
#include "shared/base/check.h"

namespace tessera::engine {

static_assert(kTicketTypesMax <= 256, "a seat keeps its ticket type in one byte");

namespace {

// Indexes for codes: one presale mostly unlocks one allocation.
constexpr std::size_t kUnlockedKept = 2;

}  // namespace

Inventory::Inventory(std::shared_ptr<const Layout> layout, std::optional<Point> focal,
                     std::span<const SeatState> seats, std::vector<AreaCount> areas)
    : layout_(std::move(layout)), areas_(std::move(areas)), best_(layout_, focal), focal_(focal) {
    const auto count = static_cast<std::size_t>(layout_->seatCount());
    TESSERA_CHECK(seats.size() == count);
    TESSERA_CHECK(areas_.size() == layout_->areas().size());
    status_.resize(count);
    type_.resize(count);
    allocation_.resize(count);
    next_.resize(count, kNoSeat.value);
    holder_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const SeatState& state = seats[i];
        const bool taken = state.status == SeatStatus::Held || state.status == SeatStatus::Sold;
        TESSERA_CHECK(taken == (state.holder != 0));
        TESSERA_CHECK(state.allocation.value >= 0);
        TESSERA_CHECK(taken ||
                      (state.status == SeatStatus::Blocked) == (state.allocation.value != 0));
        status_[i] = static_cast<std::uint8_t>(state.status);
        allocation_[i] = state.allocation.value;
        holder_[i] = state.holder;
        if (state.status == SeatStatus::Available) {
            best_.setFree(SeatNo{static_cast<std::int32_t>(i)}, true);
        }
    }
    for (std::size_t i = 0; i < areas_.size(); ++i) {
        TESSERA_CHECK(areas_[i].held >= 0 && areas_[i].sold >= 0);
        TESSERA_CHECK(areas_[i].held + areas_[i].sold <= layout_->areas()[i].capacity);
    }
}

void Inventory::chain(std::span<const SeatPick> seats) {
    TESSERA_CHECK(!seats.empty());
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const bool last = i + 1 == seats.size();
        TESSERA_CHECK(last || seats[i].seat < seats[i + 1].seat);
        next_[at(seats[i].seat)] = last ? kNoSeat.value : seats[i + 1].seat.value;
        type_[at(seats[i].seat)] = static_cast<std::uint8_t>(seats[i].type.value);
    }
}

SeatNo Inventory::unchain(SeatNo first, SeatNo seat) {
    const SeatNo after = next(seat);
    next_[at(seat)] = kNoSeat.value;
    if (first == seat) return after;
    SeatNo before = first;
    while (next(before) != seat) {
        before = next(before);
        TESSERA_CHECK(before != kNoSeat);
    }
    next_[at(before)] = after.value;
    return first;
}

void Inventory::move(SeatNo seat, const SeatState& to, Changes& changes) {
    const SeatState from = state(seat);
    status_[at(seat)] = static_cast<std::uint8_t>(to.status);
    allocation_[at(seat)] = to.allocation.value;
    holder_[at(seat)] = to.holder;
    changes.seats.push_back({seat, from, to});
    showFree(seat);
}

Inventory::Unlocked::Unlocked(Inventory& inventory, AllocationNo allocation)
    : inventory_(inventory) {
    TESSERA_CHECK(inventory.shown_ == nullptr);
    if (allocation.value == 0) return;
    auto& kept = inventory.unlocked_;
    auto at = std::find_if(kept.begin(), kept.end(), [&](const UnlockedIndex& each) {
        return each.allocation == allocation;
    });
    if (at == kept.end()) {
        if (kept.size() >= kUnlockedKept) kept.pop_back();
        kept.push_front({allocation, inventory.indexOf(allocation, inventory.focal_)});
    } else {
        kept.splice(kept.begin(), kept, at);
    }
    inventory.shown_ = &kept.front().best;
}

bool Inventory::isFree(SeatNo seat, AllocationNo unlocked) const {
    if (status(seat) == SeatStatus::Available) return true;
    return unlocked.value != 0 && status(seat) == SeatStatus::Blocked &&
           allocation(seat) == unlocked;
}

// After its status or allocation has changed.
void Inventory::showFree(SeatNo seat) {
    best_.setFree(seat, isFree(seat, {}));
    for (auto& [allocation, best] : unlocked_) best.setFree(seat, isFree(seat, allocation));
}

BestAvailable Inventory::indexOf(AllocationNo unlocked, std::optional<Point> focal) const {
    BestAvailable best(layout_, focal);
    for (std::size_t i = 0; i < status_.size(); ++i) {
        const SeatNo seat{static_cast<std::int32_t>(i)};
        if (isFree(seat, unlocked)) best.setFree(seat, true);
    }
    return best;
}

void Inventory::hold(SeatNo seat, ReservationId reservation, Changes& changes) {
    TESSERA_CHECK(status(seat) == SeatStatus::Available || status(seat) == SeatStatus::Blocked);
    move(seat, {SeatStatus::Held, allocation(seat), reservation.value}, changes);
}

void Inventory::sell(SeatNo seat, TicketId ticket, Changes& changes) {
    TESSERA_CHECK(status(seat) == SeatStatus::Held);
    move(seat, {SeatStatus::Sold, allocation(seat), ticket.value}, changes);
}

void Inventory::reissue(SeatNo seat, TicketId ticket, Changes& changes) {
    TESSERA_CHECK(status(seat) == SeatStatus::Sold);
    move(seat, {SeatStatus::Sold, allocation(seat), ticket.value}, changes);
}

void Inventory::release(SeatNo seat, bool toPublic, Changes& changes) {
    TESSERA_CHECK(status(seat) == SeatStatus::Held || status(seat) == SeatStatus::Sold);
    const bool blocked = allocation(seat).value != 0 && !toPublic;
    move(seat, blocked ? SeatState{SeatStatus::Blocked, allocation(seat), 0} : SeatState{},
         changes);
    next_[at(seat)] = kNoSeat.value;
    type_[at(seat)] = 0;
}

bool Inventory::setAllocation(SeatNo seat, AllocationNo allocation, Changes& changes) {
    TESSERA_CHECK(status(seat) == SeatStatus::Available || status(seat) == SeatStatus::Blocked);
    if (this->allocation(seat) == allocation) return false;
    const SeatStatus to = allocation.value != 0 ? SeatStatus::Blocked : SeatStatus::Available;
    move(seat, {to, allocation, 0}, changes);
    return true;
}

std::int32_t Inventory::areaFree(AreaNo number) const {
    const AreaCount& count = area(number);
    return layout_->areas()[static_cast<std::size_t>(number.value)].capacity - count.held -
           count.sold;
}

void Inventory::moveArea(AreaNo number, std::int32_t heldDelta, std::int32_t soldDelta,
                         Changes& changes) {
    AreaCount& count = areas_[static_cast<std::size_t>(number.value)];
    count.held += heldDelta;
    count.sold += soldDelta;
    TESSERA_CHECK(count.held >= 0 && count.sold >= 0 && areaFree(number) >= 0);
    changes.areas.push_back({number, heldDelta, soldDelta});
}

void Inventory::setFocal(std::optional<Point> focal) {
    focal_ = focal;
    unlocked_.clear();
    best_ = indexOf({}, focal);
}

std::size_t Inventory::memoryBytes() const {
    std::size_t indexes = best_.memoryBytes();
    for (const UnlockedIndex& each : unlocked_) indexes += each.best.memoryBytes();
    return status_.capacity() + type_.capacity() + allocation_.capacity() * 2 +
           next_.capacity() * 4 + holder_.capacity() * 8 + areas_.capacity() * sizeof(AreaCount) +
           indexes;
}

void Inventory::checkInvariants() const {
    TESSERA_CHECK(shown_ == nullptr && unlocked_.size() <= kUnlockedKept);
    for (std::size_t i = 0; i < status_.size(); ++i) {
        const SeatNo seat{static_cast<std::int32_t>(i)};
        TESSERA_CHECK(best_.isFree(seat) == isFree(seat, {}));
        for (const auto& [allocation, best] : unlocked_) {
            TESSERA_CHECK(best.isFree(seat) == isFree(seat, allocation));
        }
    }
}

}  // namespace tessera::engine
