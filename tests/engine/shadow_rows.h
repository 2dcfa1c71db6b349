// SPDX-License-Identifier: Apache-2.0
// What a database would hold after the changes of an engine: each row is checked against the state
// that the change expects, as the store does, and an engine can be loaded from it again.
//
// The simplest form: maps by id. A row that is not as expected fails the test.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "server/engine/event_engine.h"

namespace tessera::engine {

class ShadowRows {
public:
    ShadowRows(std::shared_ptr<const Layout> layout, const EventTerms& terms);

    void apply(const Changes& changes);
    LoadedEvent load(EventId event, Instant lastTime) const;

    // Every entry of an order sums to zero; captured minus refunded by order.
    Money providerBalance(OrderId order) const;

    std::vector<SeatState> seats;
    std::vector<LoadedEvent::AreaCount> areas;
    std::map<ReservationId, ReservationRow> reservations;
    std::map<OrderId, OrderRow> orders;
    std::map<OrderId, std::string> evidence;
    std::map<AttemptId, AttemptRow> attempts;
    std::map<AttemptId, AttemptUpdate> facts;
    std::map<TicketId, TicketRow> tickets;
    std::map<OutboxSeq, OutboxRow> outbox;
    std::map<CodeId, Code> codes;
    std::vector<EventTerms> terms;
    std::vector<LedgerEntry> ledger;
    std::int64_t lastId = 0;

private:
    void saw(std::int64_t id);
    void applySeats(const Changes& changes);
    void applyReservations(const Changes& changes);
    void applyOrders(const Changes& changes);
    void applyOutbox(const Changes& changes);

    std::shared_ptr<const Layout> layout_;
};

}  // namespace tessera::engine
