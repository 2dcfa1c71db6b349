// SPDX-License-Identifier: Apache-2.0
// After the sale: tickets are void and their places free in the step in which that is asked; the
// money follows.
#include <algorithm>
#include <utility>

#include "server/engine/holds.h"
#include "server/engine/payment_saga.h"
#include "shared/base/check.h"

namespace tessera::engine {

// The latest tender first, of each what is still there. What an exchange retains is the other
// order's.
void PaymentSaga::splitReturn(Payment& payment, Money back, Money retained, RefundReason reason,
                              RefundId& group) {
    const bool exchanged = reason == RefundReason::Exchanged;
    std::vector<RefundId> made;
    Money left = back;
    for (std::size_t i = payment.parts.size(); i-- > 0;) {
        Part& part = payment.parts[i];
        if (!part.exists() || part.surplus || part.attempt.captured.minor <= 0) continue;
        const Money there = part.attempt.net() - payment.goingBack(part.attempt.id);
        const Money amount = std::min(left, std::max(there, Money{}));
        const bool first = made.empty();
        if (amount.minor == 0 && !(first && left.minor == 0)) continue;
        Refund& refund = addRefund(payment, part, amount, reason, group);
        if (first) {
            group = refund.id;
            refund.retained = retained;
        }
        made.push_back(refund.id);
        left -= amount;
        if (left.minor == 0) break;
    }
    for (const RefundId id : made) {
        Refund& refund = *payment.find(id);
        bookReturn(orderOf(payment).id, refund, exchanged ? Account::Suspense : Account::Retained);
        startRefund(payment, refund);
        if (record_ != nullptr) passOn(payment, id, *record_, {});
    }
}

ReturnShares PaymentSaga::returnSharesOf(const EngineState& state, const RefundTickets& command,
                                         const std::vector<const TicketRow*>& tickets) {
    const Rate fee = command.keepFee ? state.terms.current().afterSale.returnFee : Rate{};
    ReturnShares out;
    for (const TicketRow* ticket : tickets) {
        const Money retained = share(ticket->price, fee);
        out.retained += retained;
        out.back += ticket->price - retained;
    }
    return out;
}

RefundId PaymentSaga::returnTickets(Slot slot, const RefundTickets& command,
                                    const std::vector<const TicketRow*>& tickets) {
    record_ = command.record.get();
    const ReturnShares shares = returnSharesOf(state_, command, tickets);
    Order& order = state_.orders.at(slot);
    if (state_.orders.paymentOf(order) == nullptr) {
        takeUp(slot, *command.record, OrderState::Paid);
    } else {
        ++order.version;
        move(order, OrderState::Paid, {});
    }
    Payment& payment = *state_.orders.paymentOf(order);
    RefundId group;
    splitReturn(payment, shares.back, shares.retained, command.reason, group);
    freeTickets(slot, tickets, group);
    if (!payment.call) clearNext(payment);
    finish(slot);
    return group;
}

void PaymentSaga::freeTickets(Slot slot, const std::vector<const TicketRow*>& tickets,
                              RefundId group, OrderId exchange) {
    const Slot reservation = state_.orders.at(slot).reservation;
    for (const TicketRow* ticket : tickets) {
        changes_.ticketUpdates.push_back(
            {ticket->id, TicketState::Active, TicketState::Void, group, exchange});
        if (ticket->area) state_.orders.addReturned(slot, ticket->id);
    }
    freePlaces(state_, reservation, tickets, changes_);
}

namespace {

RefundState stateIn(const OrderRecord& record, RefundId id) {
    for (const RefundRow& row : record.refunds) {
        if (row.id == id) return row.state;
    }
    return RefundState{};
}

}  // namespace

// Handed over, or cleared up by hand. `slot` is none where the order is over.
Refusal PaymentSaga::settle(Slot slot, const SettleRefund& command) {
    Payment* payment = slot == kNoSlot ? nullptr : state_.orders.paymentOf(state_.orders.at(slot));
    if (payment == nullptr) {
        // A provider's refund is never open without a payment in memory.
        const RefundState state = stateIn(*command.record, command.refund);
        if (state == RefundState{}) return Refusal::RefundUnknown;
        const bool open = state == RefundState::Pending || state == RefundState::Manual;
        if (!open) return Refusal::RefundNotOpen;
        const OrderState was =
            slot == kNoSlot ? command.record->order.state : state_.orders.at(slot).state;
        slot = takeUp(slot, *command.record,
                      was == OrderState::Paid ? OrderState::Paid : OrderState::Compensating);
        payment = state_.orders.paymentOf(state_.orders.at(slot));
    }
    Refund* refund = payment->find(command.refund);
    if (refund == nullptr) return Refusal::RefundUnknown;
    const bool open = refund->state == RefundState::Manual ||
                      (refund->state == RefundState::Pending && !isAtProvider(*payment, *refund));
    if (!open) return Refusal::RefundNotOpen;
    payment->evidence = command.evidence;
    if (payment->find(refund->attempt)->byExchange()) {
        passOn(*payment, refund->id, *command.record, command.evidence);
    } else {
        refundDone(*payment, *refund, command.evidence);
    }
    if (!payment->call) clearNext(*payment);
    finish(slot);
    return Refusal::None;
}

}  // namespace tessera::engine
