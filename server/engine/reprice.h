// SPDX-License-Identifier: Apache-2.0
// Other ticket types, another code or other prices for places that are held.
//
// Deterministic. Not thread-safe. A refusal leaves the state as it was. Who may do this is judged
// before.
#pragma once

#include "server/engine/engine_state.h"

namespace tessera::engine {

// Kind, price, reason and the order of its seats make sense.
bool isWellFormed(const PriceAdjustment& adjustment);

// In this order: CodeUnknown, CodeNotValidNow, CodeUsedUp, SaleNotOpen, SeatUnavailable,
// SeatUnknown, SeatRepeated, AreaUnknown, PlacesDiffer, TermsInvalid (an adjustment that is not
// well formed), TicketTypeUnknown, NotPriced, ApprovalNeeded, ApprovalTooSmall. REQUIRES: the
// reservation is held and not due.
Outcome repriceReservation(EngineState& state, Slot slot, const RepriceReservation& command,
                           Changes& changes);

}  // namespace tessera::engine
