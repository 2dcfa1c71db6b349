// SPDX-License-Identifier: Apache-2.0
#include "server/engine/payment_saga.h"

#include <utility>

#include "server/engine/views.h"
#include "shared/base/check.h"

namespace tessera::engine {

void PaymentSaga::openOrder(Slot slot, const Checkout& command, OrderState orderState) {
    const Order& order = state_.orders.at(slot);
    const Reservation& reservation = state_.reservations.at(order.reservation);
    OrderRow row;
    row.id = order.id;
    row.reservation = reservation.id;
    row.state = orderState;
    row.createdAt = order.createdAt;
    row.payDeadline = order.payDeadline;
    row.total = reservation.total;
    row.contactName = command.contactName;
    row.contactEmail = command.contactEmail;
    row.language = command.language;
    row.quote = quoteOf(state_, reservation);
    row.tender = order.tender();
    changes_.orders.push_back(std::move(row));
}

Slot PaymentSaga::checkout(Slot slot, const Checkout& command) {
    Reservation& reservation = state_.reservations.at(slot);
    TESSERA_CHECK(reservation.state == ReservationState::Held);
    const bool free = reservation.total.minor == 0;
    Order order;
    order.id = OrderId{state_.nextId()};
    order.createdAt = state_.now;
    order.payDeadline = state_.now + state_.terms.version(reservation.termsVersion).payWithin;
    order.reservation = slot;
    order.state = free ? OrderState::Paid : OrderState::Paying;
    if (!free) order.setTender(TenderId{state_.nextId()});
    const Slot orderSlot = state_.orders.add(order);
    state_.timers.cancel(std::exchange(reservation.expiry, Timers::kNone));
    reservation.order = orderSlot;
    openOrder(orderSlot, command, order.state);
    if (free) {
        writeTickets(state_.orders.at(orderSlot), TicketState::Active);
        return orderSlot;
    }
    changes_.reservationUpdates.push_back(
        {reservation.id, ReservationState::Held, ReservationState::Paying, reservation.expiresAt,
         Duration::ofMicros(reservation.extendedMicros), order.id, ReleaseReason::None});
    reservation.state = ReservationState::Paying;
    Payment& payment = state_.orders.addPayment(orderSlot);
    startDeadline(payment, order.payDeadline);
    openAttempt(payment, {});
    return orderSlot;
}

Refusal PaymentSaga::cancel(Slot slot, bool& changed) {
    Order& order = state_.orders.at(slot);
    changed = false;
    if (order.state == OrderState::Cancelling) return Refusal::None;
    const bool early = order.state == OrderState::Paying ||
                       (order.state == OrderState::Fencing && !order.firstTicket);
    if (!early) return Refusal::OrderNotCancellable;
    changed = true;
    Payment& payment = *state_.orders.paymentOf(order);
    stopTimers(payment);
    std::string().swap(payment.attempt.clientSecret);
    move(order, OrderState::Cancelling, {});
    if (payment.attempt.isFinal()) {
        release(payment, ReleaseReason::OrderCancelled);
    } else if (!payment.call) {
        call(payment, Operation::Cancel, {});
    } else {
        payment.call.beforeFence = false;  // Only a fence asks when a look was made.
    }
    return Refusal::None;
}

void PaymentSaga::deadlineReached(Slot slot) {
    Payment& payment = *state_.orders.paymentOf(state_.orders.at(slot));
    payment.deadline = Timers::kNone;
    fence(payment);
    if (payment.attempt.isFinal()) {
        release(payment, ReleaseReason::PaymentFailed);
    } else if (payment.call) {
        payment.call.beforeFence = payment.call.askedAt < orderOf(payment).payDeadline;
    } else {
        call(payment, Operation::Retrieve, {});
    }
}

// Every kAskEvery while the attempt is open. After a take-over it also starts again what an order
// was left without, so that none is stuck.
void PaymentSaga::askProvider(Slot slot) {
    Payment& payment = *state_.orders.paymentOf(state_.orders.at(slot));
    payment.ask = Timers::kNone;
    if (!payment.attempt.isFinal()) {
        const bool opening = payment.attempt.state == AttemptState::Opening;
        call(payment, opening ? Operation::Create : Operation::Retrieve, {});
        return;
    }
    switch (orderOf(payment).state) {
        case OrderState::Fencing:
            return release(payment, ReleaseReason::PaymentFailed);
        case OrderState::Cancelling:
            return release(payment, ReleaseReason::OrderCancelled);
        case OrderState::Compensating:
            return release(payment, ReleaseReason::Refunded);
        case OrderState::Allocated:
            return becomeUnpaid(payment);
        default:
            return;  // Waits for its deadline.
    }
}

Refusal PaymentSaga::hint(AttemptId attempt, bool& queued) {
    queued = false;
    Payment* payment = state_.orders.findPayment(attempt);
    if (payment == nullptr) return Refusal::AttemptUnknown;
    if (payment->attempt.isFinal()) return Refusal::None;
    if (payment->call) {
        payment->hinted = true;
        return Refusal::None;
    }
    queued = true;
    call(*payment, Operation::Retrieve, {});
    return Refusal::None;
}

}  // namespace tessera::engine
