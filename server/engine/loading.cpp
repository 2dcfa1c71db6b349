// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "server/engine/engine_state.h"
#include "server/engine/payment_saga.h"
#include "server/engine/views.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

std::vector<Inventory::AreaCount> areasOf(const LoadedEvent& loaded) {
    std::vector<Inventory::AreaCount> areas;
    for (const auto& area : loaded.areas) areas.push_back({area.held, area.sold});
    return areas;
}

void loadReservation(EngineState& state, const ReservationRow& row) {
    TESSERA_CHECK(row.state != ReservationState::Released);
    Reservation reservation;
    reservation.id = row.id;
    reservation.createdAt = row.createdAt;
    reservation.expiresAt = row.expiresAt;
    reservation.extendedMicros = static_cast<std::int32_t>(row.extended.micros);
    reservation.total = row.total;
    reservation.channel = row.channel;
    reservation.state = row.state;
    reservation.termsVersion = row.termsVersion;
    std::int32_t places = static_cast<std::int32_t>(row.seats.size());
    for (const AreaPlaces& line : row.areas) places += line.count;
    TESSERA_CHECK(places > 0 && places <= kItemsPerOrderMax);
    TESSERA_CHECK(row.seats.empty() != row.areas.empty());
    reservation.places = static_cast<std::uint8_t>(places);
    reservation.buyer = state.buyers.add(row.buyer, places);
    if (row.code) {
        reservation.code = state.codes.find(row.code);
        TESSERA_CHECK(reservation.code != kNoCode);
    }
    state.terms.refer(row.termsVersion);
    if (!row.seats.empty()) {
        reservation.first = static_cast<std::uint32_t>(row.seats.front().seat.value);
        state.inventory.chain(row.seats);
    }
    const Slot slot = state.reservations.add(reservation);
    if (row.seats.empty()) {
        std::vector<TypeCount> lines;
        for (const AreaPlaces& line : row.areas) lines.push_back({line.type, line.count});
        state.reservations.setLines(slot, row.areas.front().area, lines);
    }
    if (row.state == ReservationState::Held) {
        state.reservations.at(slot).expiry =
            state.timers.start({row.expiresAt, row.id.value, slot, TimerKind::HoldExpiry});
    }
}

// The latest attempt, and what the earlier ones say about going on.
void loadAttempts(EngineState& state, Payment& payment, const LoadedEvent::LoadedOrder& loaded) {
    std::vector<AttemptRow> attempts = loaded.attempts;
    TESSERA_CHECK(!attempts.empty());
    std::sort(attempts.begin(), attempts.end(),
              [](const AttemptRow& a, const AttemptRow& b) { return a.id < b.id; });
    for (const AttemptRow& row : attempts) {
        if (row.state == AttemptState::Opening) continue;
        payment.failedInRow = row.state == AttemptState::Failed ? payment.failedInRow + 1 : 0;
    }
    payment.attempts = static_cast<std::int32_t>(attempts.size());
    const AttemptRow& last = attempts.back();
    state.orders.setAttempt(payment, last.id);
    payment.attempt.state = last.state;
    payment.attempt.createdAt = last.createdAt;
    for (const AttemptUpdate& fact : loaded.attemptFacts) {
        if (fact.id != last.id) continue;
        payment.attempt.objectId = fact.objectId;
        payment.attempt.authorized = fact.authorized;
        payment.attempt.captured = fact.captured;
        payment.attempt.refunded = fact.refunded;
        payment.evidence = fact.evidence;
        const bool payable =
            last.state == AttemptState::Open &&
            (loaded.row.state == OrderState::Paying || loaded.row.state == OrderState::Unpaid);
        if (payable) payment.attempt.clientSecret = fact.clientSecret;
    }
}

void loadCall(EngineState& state, Payment& payment, const OutboxRow& row, const Order& order) {
    payment.attemptTry = row.attemptTry;
    payment.failures = row.failures;
    payment.call.seq = row.seq;
    payment.call.operation = row.operation;
    payment.call.notBefore = row.notBefore;
    // An id is at least as large as its time allows: smaller means asked before the deadline.
    payment.call.beforeFence =
        order.state == OrderState::Fencing && row.seq.value < IdSource::floorAt(order.payDeadline);
    payment.call.due =
        state.outboxDue.start({row.notBefore, row.seq.value, payment.order, TimerKind::OutboxDue});
}

void loadTimers(EngineState& state, Payment& payment, const Order& order) {
    const bool open = order.state == OrderState::Paying || order.state == OrderState::Unpaid;
    if (open) {
        payment.deadline = state.timers.start(
            {order.payDeadline, order.id.value, payment.order, TimerKind::OrderDeadline});
    }
    if (payment.call || (open && payment.attempt.isFinal())) return;
    const Instant ask = open ? state.now + kAskEvery : state.now;
    payment.ask = state.timers.start({ask, order.id.value, payment.order, TimerKind::AskProvider});
}

void loadOrder(EngineState& state, const LoadedEvent::LoadedOrder& loaded) {
    const OrderRow& row = loaded.row;
    TESSERA_CHECK(row.state != OrderState::Released);
    Order order;
    order.id = row.id;
    order.createdAt = row.createdAt;
    order.payDeadline = row.payDeadline;
    order.setTender(row.tender);
    order.state = row.state;
    order.reservation = state.reservations.find(row.reservation);
    TESSERA_CHECK(order.reservation != kNoSlot);
    Reservation& reservation = state.reservations.at(order.reservation);
    TESSERA_CHECK(reservation.order == kNoSlot && reservation.total == row.total);
    if (!loaded.tickets.empty()) {
        TESSERA_CHECK(loaded.tickets.size() == reservation.places);
        const auto first =
            std::min_element(loaded.tickets.begin(), loaded.tickets.end(),
                             [](const TicketRow& a, const TicketRow& b) { return a.id < b.id; });
        order.firstTicket = first->id;
    }
    reservation.order = state.orders.add(order);
    if (!hasPayment(row.state)) return;
    Payment& payment = state.orders.addPayment(reservation.order);
    loadAttempts(state, payment, loaded);
}

}  // namespace

std::unique_ptr<EngineState> loadState(std::shared_ptr<const Layout> layout, LoadedEvent loaded) {
    TESSERA_CHECK(!loaded.terms.empty());
    const std::optional<Point> focal = loaded.terms.back().focal;
    auto state = std::make_unique<EngineState>(
        EngineState{loaded.event,
                    Inventory(std::move(layout), focal, loaded.seats, areasOf(loaded)),
                    TermsBook(std::move(loaded.terms)),
                    IdSource(loaded.lastId),
                    {},
                    {},
                    {},
                    {},
                    {},
                    {},
                    loaded.lastTime});
    TESSERA_CHECK(!termsFault(state->terms.current(), state->inventory.layout()));
    for (Code& code : loaded.codes) state->codes.add(std::move(code));
    for (const ReservationRow& row : loaded.reservations) loadReservation(*state, row);
    state->terms.dropUnused();
    for (const auto& order : loaded.orders) loadOrder(*state, order);
    for (const OutboxRow& row : loaded.outbox) {
        Payment* payment = state->orders.findPayment(row.attempt);
        TESSERA_CHECK(payment != nullptr && !payment->call);
        loadCall(*state, *payment, row, state->orders.at(payment->order));
    }
    for (const auto& order : loaded.orders) {
        const Slot slot = state->orders.find(order.row.id);
        Payment* payment = state->orders.paymentOf(state->orders.at(slot));
        if (payment != nullptr) loadTimers(*state, *payment, state->orders.at(slot));
    }
    checkState(*state);
    return state;
}

}  // namespace tessera::engine
