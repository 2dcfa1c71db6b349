// SPDX-License-Identifier: Apache-2.0
// Everything that one event's engine knows.
//
// Plain aggregate of the books; what they mean together is in holds, payment_saga and invariants.
// Not thread-safe; an EventEngine owns its EngineState.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "server/engine/buyer_limits.h"
#include "server/engine/code_book.h"
#include "server/engine/event_engine.h"
#include "server/engine/id_source.h"
#include "server/engine/inventory.h"
#include "server/engine/order_book.h"
#include "server/engine/reservation_book.h"
#include "server/engine/terms_book.h"
#include "server/engine/timers.h"

namespace tessera::engine {

struct EngineState {
    EventId event;
    Inventory inventory;
    TermsBook terms;
    IdSource ids;
    CodeBook codes;
    BuyerLimits buyers;
    ReservationBook reservations;
    OrderBook orders;
    Timers timers;
    Timers outboxDue;  // Not acted on: says when a provider call may start, for wake_at.
    Instant now;       // The latest instant seen.
    // Of a moved event the orders that have accepted, ascending.
    std::vector<OrderId> accepted{};
    // Of the orders that had come to rest by this batch nothing is remembered.
    std::int64_t loadedBatch = 0;
    // The timers of allocations that are to be released, by number.
    std::map<AllocationNo, Timers::Handle> releases{};

    std::int64_t nextId() { return ids.next(now); }
};

// The state as it was written by the owner before. REQUIRES: `loaded` agrees with the layout.
std::unique_ptr<EngineState> loadState(std::shared_ptr<const Layout> layout, LoadedEvent loaded);

// A reservation with what it counts and chains; its seats and area places are as they are.
// REQUIRES: its code and its terms are known; it is not released.
Slot addReservation(EngineState& state, const ReservationRow& row);

// Everything but what is no longer needed to go on: the memory of released reservations, the last
// id, hints, and when an open attempt is asked about next.
std::uint64_t hashOf(const EngineState& state);

// Aborts if an invariant is broken.
void checkState(const EngineState& state);

}  // namespace tessera::engine
