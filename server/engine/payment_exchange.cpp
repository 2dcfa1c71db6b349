// SPDX-License-Identifier: Apache-2.0
// Tickets that are given up for others (docs/decisions/0011). Until the new order is paid they are
// marked with it and nothing else changes; then its own admit and they are void, their seats free
// and their value the new order's, in one step. The money stays on the attempts that it came by:
// what goes back of the new order goes back there.
#include <algorithm>
#include <utility>

#include "server/engine/disruption.h"
#include "server/engine/payment_saga.h"
#include "shared/base/check.h"

namespace tessera::engine {

Slot PaymentSaga::exchange(Slot given, Slot reservation, const ExchangeTickets& command,
                           const std::vector<const TicketRow*>& tickets) {
    record_ = command.record.get();
    Exchange exchange;
    exchange.given = state_.orders.at(given).id;
    exchange.attempt = captureOf(record_->attemptFacts);
    for (const TicketRow* ticket : tickets) exchange.tickets.push_back(*ticket);
    std::sort(exchange.tickets.begin(), exchange.tickets.end(),
              [](const TicketRow& a, const TicketRow& b) { return a.id < b.id; });
    Checkout take{command.reservation,
                  command.taker,
                  command.contactName,
                  command.contactEmail,
                  command.language,
                  {},
                  {}};
    take.tender.kind = TenderKind::Exchange;
    take.tender.provider = ProviderKind::House;
    take.tender.amount = std::min(exchange.value(), state_.reservations.at(reservation).total);
    take.tender.reference = encodePublicId(state_.event, exchange.given.value);
    const Slot slot = checkout(reservation, take, std::move(exchange));
    awaitDifference(slot, command.tender);
    return slot;
}

// What the tickets do not cover is opened as a tender of its own; they wait for it.
void PaymentSaga::awaitDifference(Slot slot, const TenderChoice& tender) {
    Payment* payment = state_.orders.paymentOf(state_.orders.at(slot));
    if (payment == nullptr || !payment->exchange) return;
    const OrderId id = orderOf(*payment).id;
    markTickets(payment->exchange, id);
    const Money missing = payment->total - payment->covered();
    TenderChoice rest = tender;
    rest.amount = std::min(rest.amount, missing);
    const TenderRow row = makeTender(id, rest, missing);
    changes_.tenders.push_back(row);
    payment->parts.push_back(partOf(row));
    openWaiting(*payment);
    finish(slot);
}

// `with` 0: they are free of it. An offer waits: it is as it was where the exchange comes to
// nothing. What was read of their order before is void.
void PaymentSaga::markTickets(const Exchange& exchange, OrderId with) {
    const Slot slot = state_.orders.find(exchange.given);
    TESSERA_CHECK(slot != kNoSlot);
    Order& order = state_.orders.at(slot);
    TESSERA_CHECK(order.state == OrderState::Paid);
    ++order.version;
    move(order, OrderState::Paid, {});
    for (const TicketRow& ticket : exchange.tickets) {
        changes_.ticketUpdates.push_back({ticket.id,
                                          TicketState::Active,
                                          TicketState::Active,
                                          {},
                                          with,
                                          ticket.offer,
                                          ticket.offerUntil});
    }
}

// The order is paid: the tickets that it is paid with are its price.
void PaymentSaga::takeExchanged(Payment& payment) {
    if (!payment.exchange) return;
    const auto part = std::find_if(payment.parts.begin(), payment.parts.end(),
                                   [](const Part& each) { return each.byExchange(); });
    TESSERA_CHECK(part != payment.parts.end());
    const Exchange exchange = std::exchange(payment.exchange, Exchange{});
    completeExchange(exchange, orderOf(payment).id, part->attempt.amount);
    acceptAlso(state_, exchange.given, orderOf(payment), changes_);
}

// REQUIRES: where something is left over, this is the command's own step, with the record.
void PaymentSaga::completeExchange(const Exchange& exchange, OrderId with, Money covers) {
    const Slot slot = state_.orders.find(exchange.given);
    TESSERA_CHECK(slot != kNoSlot);
    Order& order = state_.orders.at(slot);
    TESSERA_CHECK(order.state == OrderState::Paid);
    const Money back = exchange.value() - covers;
    TESSERA_CHECK(back.minor == 0 || record_ != nullptr);
    if (back.minor > 0 && order.payment == kNoSlot) {
        takeUp(slot, *record_, OrderState::Paid);
    } else {
        ++order.version;
        move(order, OrderState::Paid, {});
    }
    RefundId group;
    Payment* payment = state_.orders.paymentOf(order);
    if (payment != nullptr) {
        splitReturn(*payment, back, covers, RefundReason::Exchanged, group);
    } else if (exchange.attempt) {
        group = keepForOther(order.id, exchange, covers);
    }
    std::vector<const TicketRow*> tickets;
    for (const TicketRow& ticket : exchange.tickets) tickets.push_back(&ticket);
    freeTickets(slot, tickets, group, with);
    if (payment == nullptr) return;
    if (!payment->call) clearNext(*payment);
    finish(slot);
}

// The row that says so, of an order whose money is at rest.
RefundId PaymentSaga::keepForOther(OrderId order, const Exchange& exchange, Money kept) {
    Refund refund;
    refund.id = refund.group = RefundId{state_.nextId()};
    refund.attempt = exchange.attempt;
    refund.retained = kept;
    changes_.refunds.push_back({refund.id, refund.group, order, refund.attempt,
                                RefundReason::Exchanged, RefundState::Succeeded, refund.amount,
                                kept, state_.now});
    bookReturn(order, refund, Account::Suspense);
    return refund.id;
}

// Its tender has come to nothing: the order can never be paid any more.
void PaymentSaga::endExchange(Payment& payment, const Part& part) {
    if (!part.byExchange() || !payment.exchange) return;
    markTickets(std::exchange(payment.exchange, Exchange{}), {});
}

// A refund of what was paid with tickets: the money is on what those were paid with. `own`: the
// record of the payment's order.
void PaymentSaga::passOn(Payment& payment, RefundId id, const OrderRecord& own,
                         const std::string& evidence) {
    Refund& refund = *payment.find(id);
    const OrderId given = payment.find(refund.attempt)->givenOrder();
    if (!given || refund.state == RefundState::Succeeded) return;
    const auto found = std::find_if(own.given.begin(), own.given.end(),
                                    [&](const auto& each) { return each->order.id == given; });
    TESSERA_CHECK(found != own.given.end());
    refundDone(payment, refund, evidence);
    giveBackOn(**found, refund.amount, refund.reason, refund.group);
}

void PaymentSaga::giveBackOn(const OrderRecord& record, Money amount, RefundReason reason,
                             RefundId group) {
    Payment& payment = moneyOf(record);
    const Slot slot = payment.order;
    Money left = amount;
    for (std::size_t i = payment.parts.size(); i-- > 0 && left.minor > 0;) {
        Part& part = payment.parts[i];
        if (!part.exists() || part.surplus || part.attempt.captured.minor <= 0) continue;
        const Money there = part.attempt.net() - payment.goingBack(part.attempt.id);
        const Money here = std::min(left, there);
        if (here.minor <= 0) continue;
        Refund& refund = addRefund(payment, part, here, reason, group);
        const RefundId id = refund.id;
        startRefund(payment, refund);
        passOn(payment, id, record, {});
        left -= here;
    }
    if (!payment.call) clearNext(payment);
    finish(slot);
}

// Taken up again where it is at rest.
Payment& PaymentSaga::moneyOf(const OrderRecord& record) {
    Slot slot = state_.orders.find(record.order.id);
    if (slot == kNoSlot || state_.orders.at(slot).payment == kNoSlot) {
        slot = takeUp(slot, record, OrderState::Paid);
    } else {
        Order& order = state_.orders.at(slot);
        ++order.version;
        move(order, OrderState::Paid, {});
    }
    return *state_.orders.paymentOf(state_.orders.at(slot));
}

}  // namespace tessera::engine
