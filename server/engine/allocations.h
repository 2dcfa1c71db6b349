// SPDX-License-Identifier: Apache-2.0
// Allocations whose seats become the public's at a stated time.
//
// Deterministic: seats come out ascending, kReleaseStep at a time, so that no batch has more of
// them than a batch may have, however large the allocation is. What is left to do follows from the
// terms in force and the seats, so that an owner that takes over goes on where the last one was.
// Not thread-safe.
#pragma once

#include "server/engine/engine_state.h"

namespace tessera::engine {

// Seats of one thing that is due: with a batch's 500 things as many as one SetAllocation may have.
inline constexpr std::size_t kReleaseStep = 20;

// Its seats that are not sold are the public's by now.
bool isReleased(const EngineState& state, AllocationNo allocation);

// Timers for what the terms in force release, and no others: call after they have changed.
void scheduleReleases(EngineState& state);

// The timer of an allocation has come: the next of its seats are the public's.
void releaseSeats(EngineState& state, const Timer& due, Changes& changes);

// A seat that was held or sold, to whom it belongs now.
void giveBack(EngineState& state, SeatNo seat, Changes& changes);

// Aborts where the timers are not those of the terms, or a released allocation keeps seats for
// which nothing is due. O(seats).
void checkReleases(const EngineState& state);

}  // namespace tessera::engine
