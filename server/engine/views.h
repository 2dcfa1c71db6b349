// SPDX-License-Identifier: Apache-2.0
// What callers are shown of reservations and orders. Prices are worked out again, never stored.
//
// Pure functions. Deterministic.
#pragma once

#include <vector>

#include "server/engine/engine_state.h"

namespace tessera::engine {

std::vector<SeatPick> seatsOf(const EngineState& state, const Reservation& reservation);

// The places of a reservation in the order of its tickets: seats ascending, or the area's lines.
std::vector<PricedItem> itemsOf(const EngineState& state, const Reservation& reservation);

// By the terms, the code and the adjustments of the reservation.
Quote quoteOf(const EngineState& state, const Reservation& reservation);

// What each place costs of the quote's total: its own lines, and of the lines of the whole order
// an equal share (bearersOf), of which the first take the odd minor units. Sums to the total.
std::vector<Money> sharesOf(const Quote& quote, std::size_t places);

// REQUIRES: the seat is the layout's.
SeatView seatView(const EngineState& state, SeatNo seat);
ReservationView reservationView(const EngineState& state, Slot slot);
OrderView orderView(const EngineState& state, Slot slot);

// Of an order whose reservation has ended, for as long as that is remembered.
Outcome readEndedOrder(const EngineState& state, const ReadOrder& command);

}  // namespace tessera::engine
