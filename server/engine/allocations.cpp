// SPDX-License-Identifier: Apache-2.0
#include "server/engine/allocations.h"

#include <algorithm>
#include <set>

#include "shared/base/check.h"

namespace tessera::engine {
namespace {

const AllocationRelease* releaseOf(const EventTerms& terms, AllocationNo allocation) {
    const auto found = std::lower_bound(
        terms.releases.begin(), terms.releases.end(), allocation,
        [](const AllocationRelease& each, AllocationNo no) { return each.allocation < no; });
    const bool there = found != terms.releases.end() && found->allocation == allocation;
    return there ? &*found : nullptr;
}

bool isBlockedFor(const EngineState& state, SeatNo seat, AllocationNo allocation) {
    return state.inventory.status(seat) == SeatStatus::Blocked &&
           state.inventory.allocation(seat) == allocation;
}

// Allocations that have a seat which is neither held nor sold.
std::set<AllocationNo> allocationsWithSeats(const EngineState& state) {
    std::set<AllocationNo> out;
    for (std::int32_t i = 0; i < state.inventory.layout().seatCount(); ++i) {
        const SeatNo seat{i};
        if (state.inventory.status(seat) != SeatStatus::Blocked) continue;
        out.insert(state.inventory.allocation(seat));
    }
    return out;
}

// Of a cancelled event nothing changes hands any more.
bool releasesAny(const EngineState& state) {
    const EventTerms& terms = state.terms.current();
    return terms.sale != SaleState::Cancelled && !terms.releases.empty();
}

void start(EngineState& state, AllocationNo allocation, Instant at, Slot from) {
    state.releases[allocation] =
        state.timers.start({at, allocation.value, from, TimerKind::AllocationRelease});
}

}  // namespace

bool isReleased(const EngineState& state, AllocationNo allocation) {
    if (allocation.value == 0) return false;
    const AllocationRelease* release = releaseOf(state.terms.current(), allocation);
    return release != nullptr && release->at <= state.now;
}

void scheduleReleases(EngineState& state) {
    for (const auto& [allocation, handle] : state.releases) state.timers.cancel(handle);
    state.releases.clear();
    if (!releasesAny(state)) return;
    const std::set<AllocationNo> seated = allocationsWithSeats(state);
    for (const AllocationRelease& each : state.terms.current().releases) {
        const bool needed = each.at > state.now || seated.contains(each.allocation);
        if (needed && each.at < Instant::never()) start(state, each.allocation, each.at, 0);
    }
}

void releaseSeats(EngineState& state, const Timer& due, Changes& changes) {
    const AllocationNo allocation{static_cast<std::int16_t>(due.id)};
    state.releases.erase(allocation);
    const auto seats = static_cast<Slot>(state.inventory.layout().seatCount());
    std::size_t released = 0;
    Slot at = due.slot;
    for (; at < seats && released < kReleaseStep; ++at) {
        const SeatNo seat{static_cast<std::int32_t>(at)};
        if (!isBlockedFor(state, seat, allocation)) continue;
        static_cast<void>(state.inventory.setAllocation(seat, AllocationNo{0}, changes));
        ++released;
    }
    while (at < seats && !isBlockedFor(state, SeatNo{static_cast<std::int32_t>(at)}, allocation)) {
        ++at;
    }
    if (at < seats) start(state, allocation, due.at, at);
}

void giveBack(EngineState& state, SeatNo seat, Changes& changes) {
    state.inventory.release(seat, isReleased(state, state.inventory.allocation(seat)), changes);
}

void checkReleases(const EngineState& state) {
    for (const auto& [allocation, handle] : state.releases) {
        const Timer& timer = state.timers.at(handle);
        TESSERA_CHECK(timer.kind == TimerKind::AllocationRelease);
        TESSERA_CHECK(timer.id == allocation.value);
        TESSERA_CHECK(releaseOf(state.terms.current(), allocation) != nullptr);
    }
    if (!releasesAny(state)) {
        TESSERA_CHECK(state.releases.empty());
        return;
    }
    const std::set<AllocationNo> seated = allocationsWithSeats(state);
    for (const AllocationRelease& each : state.terms.current().releases) {
        const bool needed = each.at > state.now || seated.contains(each.allocation);
        const bool finite = each.at < Instant::never();
        TESSERA_CHECK(state.releases.contains(each.allocation) == (needed && finite));
    }
}

}  // namespace tessera::engine
