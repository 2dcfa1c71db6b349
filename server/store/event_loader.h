// SPDX-License-Identifier: Apache-2.0
// Take-over: raises the fence and reads an event in one REPEATABLE READ transaction (DESIGN 5).
//
// One loader is used once, by one thread, on a connection of its caller's. Whoever holds the
// fence's row for 300 ms is ended through a second connection.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/store/limits.h"
#include "server/store/pg_connection.h"
#include "server/store/postgres_store.h"

namespace tessera::store {

class EventLoader {
public:
    EventLoader(PgConnection& connection, PgPool& others, EventId event, SteadyTime deadline);

    // A serialization failure (the former owner committed meanwhile) is tried again.
    Result<TakenOver> takeOver(Claim claim, const LayoutSource& layouts);

private:
    tl::expected<PgRows, Error> read(const std::string& sql, const PgParams& params);
    tl::expected<PgRows, Error> readEvent(const std::string& sql);
    Status raiseFence(Claim claim, TakenOver& out);
    Status load(const LayoutSource& layouts, TakenOver& out);
    Status loadLayout(const LayoutSource& layouts, TakenOver& out);
    Status loadSeats(TakenOver& out);
    Status loadAreas(TakenOver& out);
    Status loadCodes(TakenOver& out);
    Status loadReservations(TakenOver& out);
    Status loadTerms(TakenOver& out);
    Status loadOrders(TakenOver& out);
    Status loadTenders(TakenOver& out);
    Status loadAttempts(TakenOver& out);
    Status loadRefunds(TakenOver& out);
    Status loadTickets(TakenOver& out);
    Status loadOutbox(TakenOver& out);
    Status loadRequests(TakenOver& out);
    Status loadLastId(TakenOver& out);
    Status loadTrail(TakenOver& out);
    engine::LoadedEvent::LoadedOrder* orderOf(TakenOver& out, OrderId id);

    PgConnection& connection_;
    PgPool& others_;
    const EventId event_;
    const SteadyTime deadline_;
    std::int32_t termsInForce_ = 0;
};

}  // namespace tessera::store
