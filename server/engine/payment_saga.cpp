// SPDX-License-Identifier: Apache-2.0
#include "server/engine/payment_saga.h"

#include <algorithm>
#include <utility>

#include "server/engine/disruption.h"
#include "server/engine/views.h"
#include "shared/base/check.h"

namespace tessera::engine {

void PaymentSaga::openOrder(Slot slot, const Checkout& command, const TenderRow& tender) {
    const Order& order = state_.orders.at(slot);
    const Reservation& reservation = state_.reservations.at(order.reservation);
    OrderRow row;
    row.id = order.id;
    row.reservation = reservation.id;
    row.state = order.state;
    row.createdAt = order.createdAt;
    row.payDeadline = order.payDeadline;
    row.total = reservation.total;
    row.contactName = command.contactName;
    row.contactEmail = command.contactEmail;
    row.contactPhone = command.contactPhone;
    row.language = command.language;
    row.quote = quoteOf(state_, reservation);
    row.tender = order.tender();
    changes_.orders.push_back(std::move(row));
    if (tender.id) changes_.tenders.push_back(tender);
}

Slot PaymentSaga::checkout(Slot slot, const Checkout& command, Exchange exchange) {
    Reservation& reservation = state_.reservations.at(slot);
    TESSERA_CHECK(reservation.state == ReservationState::Held);
    const bool free = reservation.total.minor == 0;
    Order order;
    order.id = OrderId{state_.nextId()};
    order.createdAt = state_.now;
    order.payDeadline = state_.now + state_.terms.version(reservation.termsVersion).payWithin;
    order.reservation = slot;
    order.state = free ? OrderState::Paid : OrderState::Paying;
    TenderRow tender;
    if (!free) tender = makeTender(order.id, command.tender, reservation.total);
    order.setTender(tender.id);
    if (!free) order.noteProvider(tender.provider);
    const Slot orderSlot = state_.orders.add(order);
    state_.timers.cancel(std::exchange(reservation.expiry, Timers::kNone));
    reservation.order = orderSlot;
    openOrder(orderSlot, command, tender);
    if (free) {
        writeTickets(state_.orders.at(orderSlot), TicketState::Active);
        if (exchange) completeExchange(exchange, order.id, {});
        return orderSlot;
    }
    changes_.reservationUpdates.push_back(
        {reservation.id, ReservationState::Held, ReservationState::Paying, reservation.expiresAt,
         Duration::ofMicros(reservation.extendedMicros), order.id, ReleaseReason::None});
    reservation.state = ReservationState::Paying;
    Payment& payment = state_.orders.addPayment(orderSlot);
    payment.total = reservation.total;
    payment.exchange = std::move(exchange);
    startDeadline(payment, order.payDeadline);
    payment.parts.push_back(partOf(tender));
    openAttempt(payment, payment.parts.back(), tender.amount, {});
    finish(orderSlot);
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
    for (Part& part : payment.parts) std::string().swap(part.attempt.clientSecret);
    move(order, OrderState::Cancelling, {});
    if (payment.call) {
        payment.call.beforeFence = false;  // Only a fence asks when a look was made.
    } else {
        cancelNext(payment);
    }
    finish(slot);
    return Refusal::None;
}

void PaymentSaga::deadlineReached(Slot slot) {
    Payment& payment = *state_.orders.paymentOf(state_.orders.at(slot));
    payment.deadline = Timers::kNone;
    const bool given = isCancelled(state_) && orderOf(payment).state == OrderState::Paying;
    if (!given) return fenceFromNow(payment);
    bool changed = false;
    TESSERA_CHECK(cancel(slot, changed) == Refusal::None);
}

void PaymentSaga::fenceFromNow(Payment& payment) {
    const Slot order = payment.order;
    fence(payment);
    if (payment.call) {
        payment.call.beforeFence = payment.call.askedAt < orderOf(payment).payDeadline;
    } else {
        fenceNext(payment);
    }
    finish(order);
}

// Every kAskEvery while the attempt is open. After a take-over it also starts again what an order
// was left without, so that none is stuck.
void PaymentSaga::askProvider(Slot slot) {
    Payment& payment = *state_.orders.paymentOf(state_.orders.at(slot));
    payment.ask = Timers::kNone;
    next(payment);
    finish(slot);
}

void PaymentSaga::next(Payment& payment) {
    switch (orderOf(payment).state) {
        case OrderState::Paying:
        case OrderState::Unpaid:
            if (Part* open = payment.open()) {
                const bool opening = open->attempt.state == AttemptState::Opening;
                return call(payment, *open, opening ? Operation::Create : Operation::Retrieve, {},
                            opening && open->kind == TenderKind::GiftCard ? open->reference : "");
            }
            return openWaiting(payment);
        case OrderState::Fencing:
            return fenceNext(payment);
        case OrderState::Cancelling:
            return cancelNext(payment);
        case OrderState::Allocated:
            return captureNext(payment);
        case OrderState::Compensating:
        case OrderState::Paid:
            return clearNext(payment);
        case OrderState::Released:
        case OrderState::Manual:
            TESSERA_CHECK(false);
    }
}

Refusal PaymentSaga::hint(AttemptId attempt, bool& queued) {
    queued = false;
    const Payment* payment = state_.orders.findPayment(attempt);
    if (payment == nullptr || isSettled(*payment, attempt)) return Refusal::AttemptUnknown;
    queued = askSoon(attempt);
    return Refusal::None;
}

// True if no call of ours asks any more about what the provider may have changed its mind about:
// an attempt that came to nothing, a refund that had succeeded.
bool PaymentSaga::isSettled(const Payment& payment, AttemptId attempt) {
    const OrderState state = orderOf(payment).state;
    if (state != OrderState::Paid && state != OrderState::Compensating) return false;
    const auto part = std::ranges::find_if(
        payment.parts, [&](const Part& each) { return each.attempt.id == attempt; });
    if (part->ofHouse()) return false;
    return part->attempt.isFinal() ||
           std::ranges::any_of(payment.refunds, [&](const Refund& refund) {
               return refund.attempt == attempt && refund.state == RefundState::Succeeded;
           });
}

// REQUIRES: the attempt is in memory. True if a call was queued.
bool PaymentSaga::askSoon(AttemptId attempt) {
    Payment* payment = state_.orders.findPayment(attempt);
    Part& part = *payment->find(attempt);
    const Slot order = payment->order;
    // A look at a refund may be an hour away.
    if (payment->call.operation == Operation::RetrieveRefund && payment->call.attempt == attempt &&
        payment->call.notBefore > state_.now) {
        Refund& refund = *payment->find(closeCall(*payment).refund);
        callRefund(*payment, refund, Operation::RetrieveRefund, {});
        finish(order);
        return true;
    }
    if (part.attempt.isFinal() || part.ofHouse()) return false;
    if (payment->call) {
        payment->hinted = attempt;
        return false;
    }
    if (!isPayable(orderOf(*payment).state)) return false;  // It waits for people.
    call(*payment, part, Operation::Retrieve, {});
    finish(order);
    return true;
}

}  // namespace tessera::engine
