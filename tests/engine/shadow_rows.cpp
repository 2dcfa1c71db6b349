// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/shadow_rows.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tessera::engine {

ShadowRows::ShadowRows(std::shared_ptr<const Layout> layout, const EventTerms& first)
    : seats(static_cast<std::size_t>(layout->seatCount())),
      areas(layout->areas().size()),
      terms{first},
      layout_(std::move(layout)) {}

void ShadowRows::saw(std::int64_t id) {
    lastId = std::max(lastId, id);
}

void ShadowRows::apply(const Changes& changes) {
    applySeats(changes);
    applyReservations(changes);
    applyOrders(changes);
    applyOutbox(changes);
    for (const Code& code : changes.codes) {
        saw(code.id.value);
        EXPECT_TRUE(codes.emplace(code.id, code).second);
    }
    for (const CodeUse& use : changes.codeUses) codes.at(use.code).uses += use.delta;
    for (const TermsWrite& write : changes.terms) {
        EXPECT_EQ(write.terms.version, terms.back().version + 1);
        terms.push_back(write.terms);
    }
    Money sum;
    for (const LedgerEntry& entry : changes.ledger) {
        saw(entry.id);
        sum += entry.amount;
        ledger.push_back(entry);
    }
    EXPECT_EQ(sum.minor, 0);
}

void ShadowRows::applySeats(const Changes& changes) {
    for (const SeatChange& change : changes.seats) {
        SeatState& state = seats.at(static_cast<std::size_t>(change.seat.value));
        EXPECT_TRUE(state == change.from) << "seat " << change.seat.value;
        state = change.to;
    }
    for (const AreaChange& change : changes.areas) {
        auto& area = areas.at(static_cast<std::size_t>(change.area.value));
        area.held += change.heldDelta;
        area.sold += change.soldDelta;
        EXPECT_GE(area.held, 0);
        EXPECT_GE(area.sold, 0);
    }
}

void ShadowRows::applyReservations(const Changes& changes) {
    for (const ReservationRow& row : changes.reservations) {
        saw(row.id.value);
        EXPECT_TRUE(reservations.emplace(row.id, row).second);
    }
    for (const ReservationUpdate& update : changes.reservationUpdates) {
        ReservationRow& row = reservations.at(update.id);
        EXPECT_EQ(row.state, update.from);
        row.state = update.to;
        row.expiresAt = update.expiresAt;
        row.extended = update.extended;
        row.order = update.order;
        row.reason = update.reason;
    }
}

void ShadowRows::applyOrders(const Changes& changes) {
    for (const OrderRow& row : changes.orders) {
        saw(row.id.value);
        saw(row.tender.value);
        EXPECT_TRUE(orders.emplace(row.id, row).second);
    }
    for (const OrderUpdate& update : changes.orderUpdates) {
        OrderRow& row = orders.at(update.id);
        EXPECT_EQ(row.state, update.from);
        row.state = update.to;
        row.payDeadline = update.payDeadline;
        evidence[update.id] = update.evidence;
    }
    for (const AttemptRow& row : changes.attempts) {
        saw(row.id.value);
        EXPECT_TRUE(attempts.emplace(row.id, row).second);
    }
    for (const AttemptUpdate& update : changes.attemptUpdates) {
        AttemptRow& row = attempts.at(update.id);
        EXPECT_EQ(row.state, update.from);
        row.state = update.to;
        facts[update.id] = update;
    }
    for (const TicketRow& row : changes.tickets) {
        saw(row.id.value);
        EXPECT_TRUE(tickets.emplace(row.id, row).second);
    }
    for (const TicketUpdate& update : changes.ticketUpdates) {
        TicketRow& row = tickets.at(update.id);
        EXPECT_EQ(row.state, update.from);
        row.state = update.to;
    }
}

void ShadowRows::applyOutbox(const Changes& changes) {
    for (const OutboxRow& row : changes.outbox) {
        saw(row.seq.value);
        EXPECT_TRUE(outbox.emplace(row.seq, row).second);
    }
    for (const OutboxSeq seq : changes.outboxClosed) EXPECT_EQ(outbox.erase(seq), 1U);
}

LoadedEvent ShadowRows::load(EventId event, Instant lastTime) const {
    LoadedEvent loaded;
    loaded.event = event;
    loaded.terms = terms;
    loaded.seats = seats;
    loaded.areas = areas;
    loaded.lastId = lastId;
    loaded.lastTime = lastTime;
    for (const auto& [id, code] : codes) loaded.codes.push_back(code);
    for (const auto& [id, row] : reservations) {
        if (row.state != ReservationState::Released) loaded.reservations.push_back(row);
    }
    for (const auto& [id, row] : orders) {
        if (row.state == OrderState::Released) continue;
        LoadedEvent::LoadedOrder order;
        order.row = row;
        order.row.quote = {};
        for (const auto& [attemptId, attempt] : attempts) {
            if (attempt.order != id) continue;
            order.attempts.push_back(attempt);
            const auto fact = facts.find(attemptId);
            if (fact != facts.end()) order.attemptFacts.push_back(fact->second);
        }
        for (const auto& [ticketId, ticket] : tickets) {
            if (ticket.order == id) order.tickets.push_back(ticket);
        }
        loaded.orders.push_back(std::move(order));
    }
    for (const auto& [seq, row] : outbox) loaded.outbox.push_back(row);
    return loaded;
}

Money ShadowRows::providerBalance(OrderId order) const {
    Money sum;
    for (const LedgerEntry& entry : ledger) {
        if (entry.order == order && entry.account == Account::Provider) sum += entry.amount;
    }
    return sum;
}

}  // namespace tessera::engine
