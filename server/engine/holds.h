// SPDX-License-Identifier: Apache-2.0
// Taking places, and giving them back: everything that a reservation counts moves here together.
//
// Deterministic. Not thread-safe. A refusal leaves the state as it was.
#pragma once

#include "server/engine/engine_state.h"

namespace tessera::engine {

// Judges sale, code, selection, limits and state in the order of Refusal, then takes the places.
Outcome holdSeats(EngineState& state, const HoldSeats& command, Changes& changes);

// Gives back seats, area places, the code's use and the buyer's count, and remembers the
// reservation as released. REQUIRES: its order, if it had one, has no payment; it is removed too.
void releaseReservation(EngineState& state, Slot slot, ReleaseReason reason, Changes& changes);

// Held or paying to sold: seats to consecutive tickets from `first`, ascending; places of an area
// likewise.
void sellReservation(EngineState& state, Slot slot, TicketId first, Changes& changes);

// Moves the deadlines of holds after an outage (EventEngine::resume).
void extendHolds(EngineState& state, Duration outage, Changes& changes);

}  // namespace tessera::engine
