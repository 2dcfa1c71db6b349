// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/shadow_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <type_traits>
#include <unordered_map>

#include "server/engine/payment.h"

namespace tessera::engine {

ShadowRows::ShadowRows(std::shared_ptr<const Layout> layout, const EventTerms& first)
    : seats(static_cast<std::size_t>(layout->seatCount())),
      areas(layout->areas().size()),
      terms{first},
      layout_(std::move(layout)) {}

void ShadowRows::saw(std::int64_t id) {
    lastId = std::max(lastId, id);
}

void ShadowRows::apply(const Changes& changes, Instant now) {
    ++lastBatch;
    lastTime = now;
    applySeats(changes);
    applyReservations(changes);
    applyOrders(changes);
    applyMoney(changes);
    applyTickets(changes);
    applyOutbox(changes);
    for (const Code& code : changes.codes) {
        saw(code.id.value);
        EXPECT_TRUE(codes.emplace(code.id, code).second);
    }
    for (const CodeUse& use : changes.codeUses) codes.at(use.code).uses += use.delta;
    for (const CodeUpdate& update : changes.codeUpdates) {
        Code& code = codes.at(update.id);
        code.usesMax = update.usesMax;
        code.validFrom = update.validFrom;
        code.validUntil = update.validUntil;
    }
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
    for (const Reprice& reprice : changes.reprices) {
        ReservationRow& row = reservations.at(reprice.id);
        EXPECT_EQ(row.total, reprice.fromTotal);
        EXPECT_EQ(row.code, reprice.fromCode);
        row.total = reprice.total;
        row.code = reprice.code;
        row.seats = reprice.seats;
        row.areas = reprice.areas;
        row.adjustments = reprice.adjustments;
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
        EXPECT_GE(update.version, versions[update.id]);
        versions[update.id] = update.version;
        if (update.acceptedMove != 0) acceptedMoves[update.id] = update.acceptedMove;
    }
}

void ShadowRows::applyMoney(const Changes& changes) {
    for (const TenderRow& row : changes.tenders) {
        saw(row.id.value);
        EXPECT_TRUE(orders.contains(row.order));
        EXPECT_TRUE(tenders.emplace(row.id, row).second);
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
    for (const RefundRow& row : changes.refunds) {
        saw(row.id.value);
        EXPECT_TRUE(attempts.contains(row.attempt));
        EXPECT_TRUE(refunds.emplace(row.id, row).second);
    }
    for (const RefundUpdate& update : changes.refundUpdates) {
        RefundRow& row = refunds.at(update.id);
        EXPECT_EQ(row.state, update.from);
        row.state = update.to;
        refundFacts[update.id] = update;
    }
}

void ShadowRows::applyTickets(const Changes& changes) {
    for (const TicketRow& row : changes.tickets) {
        saw(row.id.value);
        EXPECT_TRUE(tickets.emplace(row.id, row).second);
    }
    for (const TicketUpdate& update : changes.ticketUpdates) {
        TicketRow& row = tickets.at(update.id);
        EXPECT_EQ(row.state, update.from);
        row.state = update.to;
        if (update.refund) row.refund = update.refund;
        row.exchange = update.exchange;
        row.offer = update.offer;
        row.offerUntil = update.offerUntil;
    }
}

void ShadowRows::applyOutbox(const Changes& changes) {
    for (const OutboxRow& row : changes.outbox) {
        saw(row.seq.value);
        EXPECT_TRUE(outbox.emplace(row.seq, row).second);
    }
    for (const OutboxSeq seq : changes.outboxClosed) EXPECT_EQ(outbox.erase(seq), 1U);
}

// `rowsOf(order)`: where its rows go, or null.
template <class RowsOf>
void ShadowRows::fill(RowsOf rowsOf) const {
    const auto each = [&](const auto& from, auto member) {
        for (const auto& [id, row] : from) {
            if (auto* rows = rowsOf(row.order)) (rows->*member).push_back(row);
        }
    };
    using Rows = std::remove_pointer_t<decltype(rowsOf(OrderId{}))>;
    each(tenders, &Rows::tenders);
    each(attempts, &Rows::attempts);
    each(facts, &Rows::attemptFacts);
    each(refunds, &Rows::refunds);
    each(refundFacts, &Rows::refundFacts);
    each(tickets, &Rows::tickets);
    for (const auto& [id, version] : versions) {
        if (auto* rows = rowsOf(id)) rows->version = version;
    }
}

std::shared_ptr<const OrderRecord> ShadowRows::record(OrderId id) const {
    auto record = std::make_shared<OrderRecord>();
    record->order = orders.at(id);
    record->order.quote = {};
    record->batch = lastBatch;
    record->asOf = lastTime;
    fill([&](OrderId order) { return order == id ? record.get() : nullptr; });
    const auto found = evidence.find(id);
    if (found != evidence.end()) record->evidence = found->second;
    for (const TenderRow& tender : record->tenders) {
        const OrderId given = partOf(tender).givenOrder();
        if (given) record->given.push_back(this->record(given));
    }
    const ReservationRow& reservation = reservations.at(record->order.reservation);
    if (reservation.state == ReservationState::Released) record->reservation = reservation;
    return record;
}

LoadedEvent ShadowRows::load(EventId event, Instant time) const {
    LoadedEvent loaded;
    loaded.event = event;
    loaded.terms = terms;
    loaded.seats = seats;
    loaded.areas = areas;
    loaded.lastId = lastId;
    loaded.lastBatch = lastBatch;
    loaded.lastTime = time;
    for (const auto& [id, code] : codes) loaded.codes.push_back(code);
    for (const auto& [id, row] : reservations) {
        if (row.state != ReservationState::Released) loaded.reservations.push_back(row);
    }
    std::unordered_map<OrderId, std::size_t> places;
    for (const auto& [id, row] : orders) {
        if (row.state == OrderState::Released) continue;
        places[id] = loaded.orders.size();
        loaded.orders.emplace_back().row = row;
        loaded.orders.back().row.quote = {};
        const auto accepted = acceptedMoves.find(id);
        if (accepted != acceptedMoves.end()) loaded.orders.back().acceptedMove = accepted->second;
    }
    fill([&](OrderId order) {
        const auto place = places.find(order);
        return place == places.end() ? nullptr : &loaded.orders[place->second];
    });
    for (const auto& [seq, row] : outbox) loaded.outbox.push_back(row);
    return loaded;
}

Money ShadowRows::balance(OrderId order, Account account) const {
    Money sum;
    for (const LedgerEntry& entry : ledger) {
        if (entry.order == order && entry.account == account) sum += entry.amount;
    }
    return sum;
}

}  // namespace tessera::engine
