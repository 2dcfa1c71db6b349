// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "server/engine/holds.h"
#include "server/engine/payment_saga.h"
#include "server/engine/views.h"
#include "shared/base/check.h"

namespace tessera::engine {

Duration backOff(std::int32_t failures) {
    if (failures <= 0) return {};
    const std::int64_t seconds = failures > 6 ? 60 : std::int64_t{1} << (failures - 1);
    return Duration::ofSeconds(std::min<std::int64_t>(seconds, 60));
}

Money PaymentSaga::totalOf(const Payment& payment) {
    return state_.reservations.at(orderOf(payment).reservation).total;
}

void PaymentSaga::call(Payment& payment, Operation operation, Duration delay) {
    TESSERA_CHECK(!payment.call);
    if (payment.ask != Timers::kNone) {
        state_.timers.cancel(std::exchange(payment.ask, Timers::kNone));
    }
    if (operation == Operation::Retrieve && std::exchange(payment.hinted, false)) delay = {};
    OutboxRow row;
    row.seq = OutboxSeq{state_.nextId()};
    row.order = orderOf(payment).id;
    row.attempt = payment.attempt.id;
    row.operation = operation;
    row.attemptTry = payment.attemptTry;
    row.failures = payment.failures;
    row.notBefore = state_.now + delay;
    row.amount = operation == Operation::Refund
                     ? payment.attempt.captured - payment.attempt.refunded
                     : totalOf(payment);
    if (operation != Operation::Create) row.objectId = payment.attempt.objectId;
    payment.call.seq = row.seq;
    payment.call.operation = operation;
    payment.call.notBefore = row.notBefore;
    payment.call.askedAt = state_.now;
    payment.call.beforeFence = false;
    payment.call.due =
        state_.outboxDue.start({row.notBefore, row.seq.value, payment.order, TimerKind::OutboxDue});
    changes_.outbox.push_back(std::move(row));
}

void PaymentSaga::closeCall(Payment& payment) {
    changes_.outboxClosed.push_back(payment.call.seq);
    state_.outboxDue.cancel(payment.call.due);
    payment.call = OpenCall{};
}

void PaymentSaga::lookAgain(Payment& payment) {
    ++payment.failures;
    call(payment, Operation::Retrieve, backOff(payment.failures));
}

// The buyer's turn: nothing is asked for kAskEvery, unless a hint came meanwhile.
void PaymentSaga::idle(Payment& payment) {
    payment.failures = 0;
    if (payment.hinted) {
        call(payment, Operation::Retrieve, {});
        return;
    }
    payment.ask = state_.timers.start(
        {state_.now + kAskEvery, orderOf(payment).id.value, payment.order, TimerKind::AskProvider});
}

void PaymentSaga::stopTimers(Payment& payment) {
    for (Timers::Handle* timer : {&payment.deadline, &payment.ask}) {
        if (*timer != Timers::kNone) state_.timers.cancel(std::exchange(*timer, Timers::kNone));
    }
}

void PaymentSaga::startDeadline(Payment& payment, Instant at) {
    Order& order = orderOf(payment);
    order.payDeadline = at;
    payment.deadline =
        state_.timers.start({at, order.id.value, payment.order, TimerKind::OrderDeadline});
}

void PaymentSaga::openAttempt(Payment& payment, Duration delay) {
    state_.orders.setAttempt(payment, AttemptId{state_.nextId()});
    const AttemptId id = payment.attempt.id;
    payment.attempt = Attempt{};
    payment.attempt.id = id;
    payment.attempt.createdAt = state_.now;
    payment.attemptTry = 1;
    payment.failures = 0;
    payment.hinted = false;
    ++payment.attempts;
    const Order& order = orderOf(payment);
    changes_.attempts.push_back({id, order.id, order.tender(), AttemptState::Opening,
                                 totalOf(payment), payment.attempt.createdAt});
    call(payment, Operation::Create, delay);
}

// The attempt is final, and there is still time to pay.
void PaymentSaga::reopen(Payment& payment) {
    if (payment.attempts >= kAttemptsMax || payment.failedInRow >= kRefusedCreatesMax) return;
    openAttempt(payment, backOff(payment.failedInRow));
}

void PaymentSaga::move(Order& order, OrderState to, const std::string& evidence) {
    OrderUpdate update{order.id, order.state, to, order.payDeadline, evidence};
    order.state = to;
    // Two steps of one command are one update.
    if (!changes_.orderUpdates.empty() && changes_.orderUpdates.back().id == order.id) {
        update.from = changes_.orderUpdates.back().from;
        changes_.orderUpdates.back() = std::move(update);
    } else {
        changes_.orderUpdates.push_back(std::move(update));
    }
}

void PaymentSaga::writeAttempt(const Payment& payment, AttemptState from) {
    const Attempt& attempt = payment.attempt;
    changes_.attemptUpdates.push_back({attempt.id, orderOf(payment).id, from, attempt.state,
                                       attempt.objectId, attempt.clientSecret, attempt.authorized,
                                       attempt.captured, attempt.refunded, payment.evidence});
}

void PaymentSaga::writeTickets(Order& order, TicketState ticketState) {
    Reservation& reservation = state_.reservations.at(order.reservation);
    const auto shares = sharesOf(quoteOf(state_, reservation), reservation.places);
    std::size_t i = 0;
    const auto write = [&](std::optional<SeatNo> seat, std::optional<AreaNo> area,
                           TicketTypeNo type) {
        const TicketId id{state_.nextId()};
        if (i == 0) order.firstTicket = id;
        TESSERA_CHECK(id.value == order.firstTicket.value + static_cast<std::int64_t>(i));
        changes_.tickets.push_back({id, order.id, seat, area, type, ticketState, shares[i++]});
    };
    for (const SeatPick& pick : seatsOf(state_, reservation)) {
        write(pick.seat, std::nullopt, pick.type);
    }
    for (const AreaPlaces& line : state_.reservations.linesOf(reservation)) {
        for (std::int32_t n = 0; n < line.count; ++n) write(std::nullopt, line.area, line.type);
    }
    sellReservation(state_, order.reservation, order.firstTicket, changes_);
}

void PaymentSaga::moveTickets(const Order& order, TicketState from, TicketState to) {
    const std::int64_t places = state_.reservations.at(order.reservation).places;
    for (std::int64_t i = 0; i < places; ++i) {
        changes_.ticketUpdates.push_back({TicketId{order.firstTicket.value + i}, from, to});
    }
}

// The seats are the order's for good. Where the money is captured already, paid in the same step.
void PaymentSaga::allocate(Payment& payment, bool captured) {
    Order& order = orderOf(payment);
    stopTimers(payment);
    if (!order.firstTicket) {
        writeTickets(order, captured ? TicketState::Active : TicketState::Inactive);
    } else if (captured) {
        moveTickets(order, TicketState::Inactive, TicketState::Active);
    }
    if (captured) {
        move(order, OrderState::Paid, {});
        state_.orders.dropPayment(payment.order);
        return;
    }
    move(order, OrderState::Allocated, {});
    payment.failures = 0;
    payment.hinted = false;
    payment.refusals = 0;
    call(payment, Operation::Capture, {});
}

void PaymentSaga::pay(Payment& payment) {
    allocate(payment, true);
}

// The capture was refused for good and the object is over: the buyer is asked again.
void PaymentSaga::becomeUnpaid(Payment& payment) {
    Order& order = orderOf(payment);
    const Reservation& reservation = state_.reservations.at(order.reservation);
    startDeadline(payment,
                  state_.now + state_.terms.version(reservation.termsVersion).unpaidWithin);
    move(order, OrderState::Unpaid, {});
    payment.failedInRow = 0;
    reopen(payment);
}

// At the deadline; or before it where the amount is wrong, and then that is the deadline.
void PaymentSaga::fence(Payment& payment) {
    stopTimers(payment);
    std::string().swap(payment.attempt.clientSecret);
    Order& order = orderOf(payment);
    order.payDeadline = std::min(order.payDeadline, state_.now);
    move(order, OrderState::Fencing, {});
}

// Money was taken that buys nothing: back with it until that is confirmed.
void PaymentSaga::compensate(Payment& payment) {
    stopTimers(payment);
    if (payment.attempt.refunded >= payment.attempt.captured) {
        release(payment, ReleaseReason::Refunded);
        return;
    }
    move(orderOf(payment), OrderState::Compensating, {});
    payment.failures = 0;
    payment.refusals = 0;
    payment.refundAccepted = false;
    call(payment, Operation::Refund, {});
}

// What the provider said, and when.
std::string PaymentSaga::evidenceOf(const Payment& payment) const {
    return toRfc3339(state_.now) + " " + payment.evidence;
}

// The order keeps the seats until somebody has cleared it up.
void PaymentSaga::giveUp(Payment& payment) {
    move(orderOf(payment), OrderState::Manual, evidenceOf(payment));
    stopTimers(payment);
    state_.orders.dropPayment(payment.order);
}

void PaymentSaga::release(Payment& payment, ReleaseReason reason) {
    TESSERA_CHECK(payment.attempt.isFinal() && !payment.call);
    Order& order = orderOf(payment);
    stopTimers(payment);
    move(order, OrderState::Released, evidenceOf(payment));
    if (order.firstTicket) moveTickets(order, TicketState::Inactive, TicketState::Void);
    const Slot reservation = order.reservation;
    state_.orders.dropPayment(payment.order);
    releaseReservation(state_, reservation, reason, changes_);
}

}  // namespace tessera::engine
