// SPDX-License-Identifier: Apache-2.0
// Taking places, and giving them back: everything that a reservation counts moves here together.
//
// Deterministic. Not thread-safe. A refusal leaves the state as it was.
#pragma once

#include <string>

#include "server/engine/engine_state.h"

namespace tessera::engine {

// Judges sale, code, selection, limits and state in the order of Refusal, then takes the places.
Outcome holdSeats(EngineState& state, const HoldSeats& command, Changes& changes);

// Of a code that was asked for: CodeUnknown where it is null, CodeNotValidNow, CodeUsedUp.
Outcome checkCode(const EngineState& state, const std::string& text, const Code* code);

// Gives back seats, area places, the code's use and the buyer's count, and remembers the
// reservation as released. Its order, if it had one, is removed too, unless it has a payment.
void releaseReservation(EngineState& state, Slot slot, ReleaseReason reason, Changes& changes);

// Gives back the places of some of its tickets and what they counted for the buyer; with the last
// the reservation is released. REQUIRES: it is sold, and the tickets are its own.
void freePlaces(EngineState& state, Slot slot, const std::vector<const TicketRow*>& tickets,
                Changes& changes);

// Held or paying to sold: seats to consecutive tickets from `first`, ascending; places of an area
// likewise.
void sellReservation(EngineState& state, Slot slot, TicketId first, Changes& changes);

// Moves the deadlines of holds after an outage (EventEngine::resume).
void extendHolds(EngineState& state, Duration outage, Changes& changes);

}  // namespace tessera::engine
