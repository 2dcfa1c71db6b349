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
#include "server/engine/order_record.h"

namespace tessera::engine {

class ShadowRows {
public:
    ShadowRows(std::shared_ptr<const Layout> layout, const EventTerms& terms);

    // A batch whose time is `now`.
    void apply(const Changes& changes, Instant now);
    LoadedEvent load(EventId event, Instant time) const;

    // The money of one order, as the store reads it.
    std::shared_ptr<const OrderRecord> record(OrderId order) const;

    // What entries of an order sum to: captured minus refunded, by order.
    Money providerBalance(OrderId order) const { return balance(order, Account::Provider); }
    Money balance(OrderId order, Account account) const;

    std::vector<SeatState> seats;
    std::vector<LoadedEvent::AreaCount> areas;
    std::map<ReservationId, ReservationRow> reservations;
    std::map<OrderId, OrderRow> orders;
    std::map<OrderId, std::string> evidence;
    std::map<OrderId, std::int32_t> versions;
    std::map<OrderId, std::int32_t> acceptedMoves;
    std::map<TenderId, TenderRow> tenders;
    std::map<AttemptId, AttemptRow> attempts;
    std::map<AttemptId, AttemptUpdate> facts;
    std::map<RefundId, RefundRow> refunds;
    std::map<RefundId, RefundUpdate> refundFacts;
    std::map<TicketId, TicketRow> tickets;
    std::map<OutboxSeq, OutboxRow> outbox;
    std::map<CodeId, Code> codes;
    std::vector<EventTerms> terms;
    std::vector<LedgerEntry> ledger;
    std::int64_t lastId = 0;
    std::int64_t lastBatch = 0;
    Instant lastTime;

private:
    void saw(std::int64_t id);
    void applySeats(const Changes& changes);
    void applyReservations(const Changes& changes);
    void applyOrders(const Changes& changes);
    void applyMoney(const Changes& changes);
    void applyTickets(const Changes& changes);
    void applyOutbox(const Changes& changes);
    template <class RowsOf>
    void fill(RowsOf rowsOf) const;

    std::shared_ptr<const Layout> layout_;
};

}  // namespace tessera::engine
