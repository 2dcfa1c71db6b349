// SPDX-License-Identifier: Apache-2.0
#include "server/engine/payment_commands.h"

#include <algorithm>
#include <utility>

#include "server/engine/disruption.h"
#include "server/engine/payment_saga.h"
#include "server/engine/refused.h"
#include "server/engine/views.h"

namespace tessera::engine {
namespace {

// True if the record is the order's as it stands. Of what is over and forgotten it is, if it was
// read after everything that has been forgotten had come to rest.
bool fits(const EngineState& state, const OrderRecord* record, OrderId order) {
    if (record == nullptr || record->order.id != order) return false;
    const auto version = static_cast<std::uint16_t>(record->version);
    const Slot slot = state.orders.find(order);
    if (slot != kNoSlot) return state.orders.at(slot).version == version;
    const ReleasedReservation* released = state.reservations.findReleased(order);
    if (released != nullptr) return released->version == version;
    if (const auto rested = state.orders.restedVersion(order)) return *rested == version;
    return !hasPayment(record->order.state) && record->batch >= state.loadedBatch &&
           state.orders.forgotOnlyBefore(record->asOf);
}

// The same of every order whose tickets were given up for it. What is not paid was never allocated.
bool givenFit(const EngineState& state, const OrderRecord& record) {
    return std::all_of(record.tenders.begin(), record.tenders.end(), [&](const TenderRow& tender) {
        const OrderId id = partOf(tender).givenOrder();
        if (!id) return true;
        const auto found = std::find_if(record.given.begin(), record.given.end(),
                                        [&](const auto& each) { return each->order.id == id; });
        return found != record.given.end() && fits(state, found->get(), id) &&
               (*found)->order.state == OrderState::Paid && givenFit(state, **found);
    });
}

// True if the refund is of what was paid with tickets: their order is to be known.
bool paysByExchange(const Payment& payment, RefundId refund) {
    return std::any_of(payment.refunds.begin(), payment.refunds.end(), [&](const Refund& each) {
        if (each.id != refund) return false;
        return std::any_of(payment.parts.begin(), payment.parts.end(), [&](const Part& part) {
            return part.exists() && part.attempt.id == each.attempt && part.byExchange();
        });
    });
}

Outcome withView(const EngineState& state, OrderId id, Outcome outcome) {
    const Slot slot = state.orders.find(id);
    if (slot != kNoSlot && state.orders.at(slot).reservation != kNoSlot) {
        outcome.view = orderView(state, slot);
    }
    return outcome;
}

Outcome done(const EngineState& state, OrderId id, Refusal refusal) {
    if (refusal != Refusal::None) return refused(refusal);
    Outcome outcome;
    outcome.target = id.value;
    outcome.hadEffect = true;
    return withView(state, id, std::move(outcome));
}

// What a buyer may do by the terms in force.
Outcome judgeReturn(const EngineState& state, const RefundTickets& command, const Order& order) {
    // Exchanges have a command of their own.
    if (command.reason == RefundReason::Exchanged) return refused(Refusal::ReturnNotAllowed);
    if (command.caller.isStaff()) return {};
    if (command.reason == RefundReason::Returned && freeReturn(state, order)) return {};
    const AfterSale& rules = state.terms.current().afterSale;
    Outcome outcome = refused(Refusal::ReturnNotAllowed);
    if (command.reason == RefundReason::Returned) outcome.when = rules.returnsUntil;
    return state.now < outcome.when ? Outcome{} : outcome;
}

Outcome judgeBack(const std::optional<BackLimit>& limit, Money back) {
    if (!limit || back.minor <= 0) return {};
    if (!limit->approved) return refused(Refusal::ApprovalNeeded);
    if (back <= limit->most) return {};
    Outcome outcome = refused(Refusal::ApprovalTooSmall);
    outcome.limit = back.minor;
    return outcome;
}

// Of a refund that there is not, nothing.
Money amountOf(const Payment* payment, const OrderRecord* record, RefundId id) {
    if (payment != nullptr) {
        const auto found = std::ranges::find(payment->refunds, id, &Refund::id);
        return found == payment->refunds.end() ? Money{} : found->amount;
    }
    const auto found = std::ranges::find(record->refunds, id, &RefundRow::id);
    return found == record->refunds.end() ? Money{} : found->amount;
}

// It is over and forgotten, and the record tells how it ended.
Outcome refuseForgotten(const RefundTickets& command) {
    const OrderRecord* record = command.record.get();
    const bool known =
        record != nullptr && record->order.id == command.order && command.caller.privileged;
    if (!known) return refused(Refusal::OrderUnknown);
    if (hasPayment(record->order.state)) return refused(Refusal::RecordNeeded);
    const bool paid = record->order.state == OrderState::Paid;
    return refused(paid ? Refusal::TicketNotActive : Refusal::OrderNotPaid);
}

// Without an order in memory: was it ever paid?
Outcome refuseEnded(const EngineState& state, OrderId order) {
    const ReleasedReservation* released = state.reservations.findReleased(order);
    const bool paid = released != nullptr && released->orderState == OrderState::Paid;
    return refused(paid ? Refusal::TicketNotActive : Refusal::OrderNotPaid);
}

}  // namespace

Refusal findOrder(const EngineState& state, OrderId id, const Caller& caller, Slot& slot) {
    slot = state.orders.find(id);
    if (slot != kNoSlot && state.orders.at(slot).reservation != kNoSlot) {
        const Reservation& reservation = state.reservations.at(state.orders.at(slot).reservation);
        const CallerHash& buyer = state.buyers.hashOf(reservation.buyer);
        return caller.mayTouch(buyer) ? Refusal::None : Refusal::NotYours;
    }
    slot = kNoSlot;
    const ReleasedReservation* released = state.reservations.findReleased(id);
    if (released == nullptr) return Refusal::OrderUnknown;
    return caller.mayTouch(released->buyer) ? Refusal::None : Refusal::NotYours;
}

Refusal selectTickets(const std::vector<TicketRow>& own, const RefundTickets& command,
                      std::vector<const TicketRow*>& chosen) {
    bool active = true;
    TicketId before{};
    for (const TicketId id : command.tickets) {
        const auto at = std::find_if(own.begin(), own.end(),
                                     [&](const TicketRow& row) { return row.id == id; });
        if (at == own.end() || id <= before) return Refusal::TicketUnknown;
        before = id;
        active = active && at->state == TicketState::Active;
        chosen.push_back(&*at);
    }
    if (!active) return Refusal::TicketNotActive;
    if (command.tickets.empty()) {
        for (const TicketRow& row : own) {
            if (row.state == TicketState::Active) chosen.push_back(&row);
        }
    }
    if (chosen.empty()) return Refusal::TicketNotActive;
    bool exchanged = false;
    bool transferred = false;
    for (const TicketRow* row : chosen) {
        exchanged = exchanged || row->isInExchange();
        transferred = transferred || row->transfer;
    }
    if (exchanged) return Refusal::TicketInExchange;
    // Whose they are now the buyer has not to say.
    return transferred && !command.caller.isStaff() ? Refusal::TicketTransferred : Refusal::None;
}

Outcome findTickets(const EngineState& state, const RefundTickets& like, Slot& slot,
                    std::vector<TicketRow>& own) {
    const Refusal refusal = findOrder(state, like.order, like.caller, slot);
    if (refusal == Refusal::OrderUnknown) return refuseForgotten(like);
    if (refusal != Refusal::None) return refused(refusal);
    if (slot == kNoSlot) return refuseEnded(state, like.order);
    if (!fits(state, like.record.get(), like.order)) return refused(Refusal::RecordNeeded);
    const Order& order = state.orders.at(slot);
    if (order.state != OrderState::Paid) return refused(Refusal::OrderNotPaid);
    own = ticketsOf(like.record->tickets, order.tickets);
    return {};
}

Outcome findToHandOn(const EngineState& state, const RefundTickets& like, Slot& slot,
                     std::vector<TicketRow>& own) {
    const Refusal refusal = findOrder(state, like.order, like.caller, slot);
    const bool over = refusal == Refusal::None && isCancelled(state);
    return over ? refused(Refusal::EventCancelled) : findTickets(state, like, slot, own);
}

Outcome addTender(EngineState& state, const AddTender& command, Changes& changes) {
    Slot slot = kNoSlot;
    Refusal refusal = findOrder(state, command.order, command.caller, slot);
    if (refusal == Refusal::None && isCancelled(state)) refusal = Refusal::EventCancelled;
    if (refusal == Refusal::None && slot == kNoSlot) refusal = Refusal::OrderNotPayable;
    if (refusal == Refusal::None) refusal = PaymentSaga(state, changes).addTender(slot, command);
    Outcome outcome = done(state, command.order, refusal);
    if (refusal == Refusal::TooManyTenders) outcome.limit = kTendersMax;
    if (refusal == Refusal::TenderTooLarge) {
        const Payment& payment = *state.orders.paymentOf(state.orders.at(slot));
        outcome.limit = (payment.total - payment.covered()).minor;
    } else if (refusal == Refusal::ApprovalTooSmall) {
        const Payment& payment = *state.orders.paymentOf(state.orders.at(slot));
        outcome.limit =
            PaymentSaga::amountOf(command.tender, payment.total - payment.covered()).minor;
    }
    return outcome;
}

Outcome confirmPayment(EngineState& state, const ConfirmPayment& command, Changes& changes) {
    Slot slot = kNoSlot;
    Refusal refusal = findOrder(state, command.order, command.caller, slot);
    if (refusal == Refusal::None && isCancelled(state)) refusal = Refusal::EventCancelled;
    if (refusal == Refusal::None && slot == kNoSlot) refusal = Refusal::OrderNotPayable;
    if (refusal == Refusal::None) refusal = PaymentSaga(state, changes).confirm(slot, command);
    return done(state, command.order, refusal);
}

Outcome refundTickets(EngineState& state, const RefundTickets& command, Changes& changes) {
    Slot slot = kNoSlot;
    std::vector<TicketRow> own;
    const Outcome found = findTickets(state, command, slot, own);
    if (found.refusal != Refusal::None) return found;
    if (!givenFit(state, *command.record)) return refused(Refusal::RecordNeeded);
    const Order& order = state.orders.at(slot);
    std::vector<const TicketRow*> chosen;
    const Refusal refusal = selectTickets(own, command, chosen);
    if (refusal != Refusal::None) return refused(refusal);
    Outcome judged = judgeReturn(state, command, order);
    if (judged.refusal != Refusal::None) return judged;
    // Of a cancelled event what is left goes back once more, however many there were.
    const bool last = isCancelled(state) && command.tickets.empty();
    if (!last && command.record->refunds.size() + command.record->tenders.size() >
                     std::size_t{kRefundsMax}) {
        judged.refusal = Refusal::ReturnNotAllowed;
        judged.limit = kRefundsMax;
        return judged;
    }
    RefundTickets asked = command;
    if (!command.caller.isStaff()) asked.keepFee = true;
    if (command.reason == RefundReason::Returned) {
        if (const auto free = freeReturn(state, order)) {
            asked.reason = *free;
            asked.keepFee = false;
        }
    }
    const Money back = PaymentSaga::returnSharesOf(state, asked, chosen).back;
    judged = judgeBack(command.backLimit, back);
    if (judged.refusal != Refusal::None) return judged;
    const RefundId group = PaymentSaga(state, changes).returnTickets(slot, asked, chosen);
    Outcome outcome = done(state, command.order, Refusal::None);
    outcome.target = group.value;
    outcome.back = back;
    return outcome;
}

Outcome settleRefund(EngineState& state, const SettleRefund& command, Changes& changes) {
    const Slot slot = state.orders.find(command.order);
    const Payment* payment =
        slot == kNoSlot ? nullptr : state.orders.paymentOf(state.orders.at(slot));
    const OrderRecord* record = command.record.get();
    const bool needed = payment == nullptr || paysByExchange(*payment, command.refund);
    if (needed && !(fits(state, record, command.order) && givenFit(state, *record))) {
        return refused(Refusal::RecordNeeded);
    }
    const Money amount = amountOf(payment, record, command.refund);
    Outcome outcome = judgeBack(command.backLimit, amount);
    if (outcome.refusal != Refusal::None) return outcome;
    const Refusal refusal = PaymentSaga(state, changes).settle(slot, command);
    outcome = done(state, command.order, refusal);
    if (refusal != Refusal::None) return outcome;
    outcome.target = command.refund.value;
    outcome.back = amount;
    return outcome;
}

namespace {

// How many orders in a row were paid with tickets of the next, itself included.
int exchangesIn(const OrderRecord& record) {
    int most = 0;
    for (const auto& given : record.given) most = std::max(most, exchangesIn(*given));
    return most + 1;
}

// The command as one that gives the same tickets back.
RefundTickets asReturn(const ExchangeTickets& command) {
    RefundTickets out;
    out.order = command.order;
    out.caller = command.caller;
    out.tickets = command.tickets;
    out.record = command.record;
    return out;
}

// The reservation that is taken for tickets. A hold whose release was put off has expired.
Outcome findHeld(const EngineState& state, const ExchangeTickets& command, Slot& slot) {
    slot = state.reservations.find(command.reservation);
    if (slot == kNoSlot) {
        const ReleasedReservation* released = state.reservations.findReleased(command.reservation);
        if (released == nullptr) return refused(Refusal::ReservationUnknown);
        if (!command.taker.mayTouch(released->buyer)) return refused(Refusal::NotYours);
        const bool expired = released->reason == ReleaseReason::Expired;
        return refused(expired ? Refusal::ReservationExpired : Refusal::ReservationReleased);
    }
    const Reservation& reservation = state.reservations.at(slot);
    if (!command.taker.mayTouch(state.buyers.hashOf(reservation.buyer))) {
        return refused(Refusal::NotYours);
    }
    if (reservation.order != kNoSlot) return refused(Refusal::ReservationCheckedOut);
    if (reservation.expiresAt > state.now) return {};
    return refused(Refusal::ReservationExpired, reservation.expiresAt);
}

// By the terms in force; staff may at any time.
Outcome judgeExchange(const EngineState& state, const ExchangeTickets& command) {
    Outcome outcome = refused(Refusal::ExchangeNotAllowed);
    if (!command.caller.isStaff()) {
        outcome.when = state.terms.current().afterSale.exchangesUntil;
        if (state.now >= outcome.when) return outcome;
        outcome.when = {};
    }
    const bool many = exchangesIn(*command.record) >= kExchangesInRow;
    const bool room =
        command.record->refunds.size() + command.record->tenders.size() <= std::size_t{kRefundsMax};
    if (!many && room) return {};
    outcome.limit = many ? kExchangesInRow : kRefundsMax;
    return outcome;
}

// What is left over is a return: without this, cheap places would be a way around its rules.
bool mayLeaveOver(const EngineState& state, Slot slot) {
    if (freeReturn(state, state.orders.at(slot))) return true;
    const AfterSale& rules = state.terms.current().afterSale;
    return state.now < rules.returnsUntil && rules.returnFee == Rate{};
}

// What the tickets are worth pays first; the tender is for the rest.
Outcome judgeDifference(const EngineState& state, Slot slot, const ExchangeTickets& command,
                        Money value, Money total) {
    if (value == total) return {};
    if (value > total) {
        if (!mayLeaveOver(state, slot)) return refused(Refusal::ExchangeNotAllowed);
        return judgeBack(command.backLimit, value - total);
    }
    if (value.minor <= 0) return refused(Refusal::ExchangeNotAllowed);
    const Money missing = total - value;
    TenderChoice tender = command.tender;
    tender.amount = std::min(tender.amount, missing);
    Outcome outcome = refused(PaymentSaga::judgeTender(tender, command.taker, missing));
    if (outcome.refusal == Refusal::ApprovalTooSmall) {
        outcome.limit = PaymentSaga::amountOf(tender, missing).minor;
    }
    return outcome;
}

}  // namespace

Outcome exchangeTickets(EngineState& state, const ExchangeTickets& command, Changes& changes) {
    const RefundTickets given = asReturn(command);
    Slot slot = kNoSlot;
    std::vector<TicketRow> own;
    const Outcome found = findToHandOn(state, given, slot, own);
    if (found.refusal != Refusal::None) return found;
    if (!givenFit(state, *command.record)) return refused(Refusal::RecordNeeded);
    std::vector<const TicketRow*> chosen;
    const Refusal refusal = selectTickets(own, given, chosen);
    if (refusal != Refusal::None) return refused(refusal);
    Outcome judged = judgeExchange(state, command);
    if (judged.refusal != Refusal::None) return judged;
    Slot held = kNoSlot;
    judged = findHeld(state, command, held);
    if (judged.refusal != Refusal::None) return judged;
    const Money total = state.reservations.at(held).total;
    Money value;
    for (const TicketRow* ticket : chosen) value += ticket->price;
    judged = judgeDifference(state, slot, command, value, total);
    if (judged.refusal != Refusal::None) return judged;
    const Slot taken = PaymentSaga(state, changes).exchange(slot, held, command, chosen);
    Outcome outcome = done(state, state.orders.at(taken).id, Refusal::None);
    outcome.back = std::max(value - total, Money{});
    return outcome;
}

Outcome recordStray(EngineState& state, const RecordStray& command, Changes& changes) {
    Outcome outcome;
    Slot slot = kNoSlot;
    if (state.orders.findPayment(command.attempt) == nullptr) {
        const OrderRecord* record = command.record.get();
        if (record == nullptr) return refused(Refusal::RecordNeeded);
        const bool known =
            std::any_of(record->attempts.begin(), record->attempts.end(),
                        [&](const AttemptRow& row) { return row.id == command.attempt; });
        if (!known) return refused(Refusal::AttemptUnknown);
        if (!fits(state, record, record->order.id)) return refused(Refusal::RecordNeeded);
        slot = state.orders.find(record->order.id);
        outcome.target = record->order.id.value;
    }
    outcome.refusal = PaymentSaga(state, changes).stray(slot, command, outcome.hadEffect);
    return outcome;
}

}  // namespace tessera::engine
