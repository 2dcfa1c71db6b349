// SPDX-License-Identifier: Apache-2.0
// Tenders and their attempts: what may be opened, and how the house's own are settled.
#include <algorithm>
#include <utility>

#include "server/engine/payment_saga.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

bool isAllowed(const TenderChoice& tender, const Caller& caller) {
    if (tender.reference.size() > kReferenceMax || tender.payload.size() > kPayloadMax)
        return false;
    switch (tender.kind) {
        case TenderKind::Card:
            return tender.provider == ProviderKind::Stripe ||
                   tender.provider == ProviderKind::Adyen;
        case TenderKind::Reader:
            // Kiosks have readers of their own.
            return (tender.provider == ProviderKind::Stripe ||
                    tender.provider == ProviderKind::Adyen) &&
                   caller.privileged && caller.channel != Channel::Web;
        case TenderKind::GiftCard:
            return tender.provider == ProviderKind::GiftCard &&
                   (!tender.reference.empty() || !tender.payload.empty());
        case TenderKind::Cash:
        case TenderKind::Invoice:
            return tender.provider == ProviderKind::House && caller.isStaff();
        case TenderKind::Exchange:
            return false;  // Only with the tickets, by ExchangeTickets.
    }
    return false;
}

// Only these can be tried again by the buyer as they are.
bool canBeTriedAgain(TenderKind kind) {
    return kind == TenderKind::Card || kind == TenderKind::Reader;
}

}  // namespace

Refusal PaymentSaga::judgeTender(const TenderChoice& tender, const Caller& caller, Money missing) {
    if (tender.amount.minor < 0 || tender.amount > missing || missing.minor <= 0) {
        return Refusal::TenderTooLarge;
    }
    if (!isAllowed(tender, caller)) return Refusal::TenderNotAllowed;
    const bool more = tender.approvedMost && amountOf(tender, missing) > *tender.approvedMost;
    return more ? Refusal::ApprovalTooSmall : Refusal::None;
}

Money PaymentSaga::amountOf(const TenderChoice& tender, Money missing) {
    return tender.amount.minor == 0 ? missing : tender.amount;
}

// What is needed to make the call again is kept: the card's id, the reader's.
TenderRow PaymentSaga::makeTender(OrderId order, const TenderChoice& choice, Money missing) {
    TenderRow row;
    row.id = TenderId{state_.nextId()};
    row.order = order;
    row.kind = choice.kind;
    row.provider = choice.provider;
    row.amount = amountOf(choice, missing);
    row.createdAt = state_.now;
    row.reference = choice.reference;
    if (choice.kind == TenderKind::Invoice) row.dueAt = choice.dueAt;
    const bool keeps = choice.kind == TenderKind::GiftCard || choice.kind == TenderKind::Reader;
    if (keeps && row.reference.empty() && choice.payload.size() <= kReferenceMax) {
        row.reference = choice.payload;
    }
    return row;
}

Refusal PaymentSaga::addTender(Slot slot, const AddTender& command) {
    const Order& order = state_.orders.at(slot);
    if (!isPayable(order.state)) return Refusal::OrderNotPayable;
    Payment& payment = *state_.orders.paymentOf(order);
    const Money missing = payment.total - payment.covered();
    const Refusal refusal = judgeTender(command.tender, command.caller, missing);
    if (refusal != Refusal::None) return refusal;
    if (payment.parts.size() >= std::size_t{kTendersMax} || payment.attempts >= kAttemptsMax) {
        return Refusal::TooManyTenders;
    }
    const TenderRow tender = makeTender(order.id, command.tender, missing);
    state_.orders.at(slot).noteProvider(tender.provider);
    changes_.tenders.push_back(tender);
    payment.parts.push_back(partOf(tender));
    Part* open = payment.open();
    // A look has no effect: what it would say is asked again.
    if (payment.call.operation == Operation::Retrieve && payment.call) closeCall(payment);
    if (!payment.call) {
        if (open != nullptr) {
            payment.failures = 0;
            call(payment, *open, Operation::Cancel, {});
        } else {
            openWaiting(payment);
        }
    }
    finish(slot);
    return Refusal::None;
}

Refusal PaymentSaga::confirm(Slot slot, const ConfirmPayment& command) {
    const Order& order = state_.orders.at(slot);
    if (!isPayable(order.state)) return Refusal::OrderNotPayable;
    Payment& payment = *state_.orders.paymentOf(order);
    Part* part = payment.open();
    const bool looks = payment.call && payment.call.operation == Operation::Retrieve;
    const bool ready = part != nullptr && part->attempt.id == command.attempt &&
                       part->attempt.state == AttemptState::Open && payment.waiting() == nullptr &&
                       (!payment.call || looks) && !command.payload.empty() &&
                       command.payload.size() <= kPayloadMax;
    if (!ready) return Refusal::PaymentNotOpen;
    if (looks) closeCall(payment);
    payment.failures = 0;
    if (!std::exchange(part->attempt.declineReason, {}).empty()) {
        writeAttempt(payment, *part, part->attempt.state);
    }
    call(payment, *part, Operation::Confirm, {}, command.payload);
    finish(slot);
    return Refusal::None;
}

void PaymentSaga::openAttempt(Payment& payment, Part& part, Money amount, Duration delay) {
    const AttemptId id{state_.nextId()};
    state_.orders.setAttempt(payment, part, id);
    part.attempt = Attempt{};
    part.attempt.id = id;
    part.attempt.createdAt = state_.now;
    part.attempt.amount = amount;
    payment.failures = 0;
    payment.hinted = AttemptId{};
    ++payment.attempts;
    changes_.attempts.push_back({id, orderOf(payment).id, part.tender, AttemptState::Opening,
                                 amount, part.attempt.createdAt, part.provider});
    if (part.ofHouse()) return authorizeHouse(payment, part);
    // Which card, or which reader the object is made for.
    const bool tells = part.kind == TenderKind::GiftCard || part.kind == TenderKind::Reader;
    call(payment, part, Operation::Create, delay, tells ? part.reference : "");
}

// For what is missing now; not at all if nothing is.
void PaymentSaga::openWaiting(Payment& payment) {
    Part* part = payment.waiting();
    const Money missing = payment.total - payment.covered();
    if (part == nullptr || missing.minor <= 0 || payment.attempts >= kAttemptsMax) return;
    openAttempt(payment, *part, std::min(part->amount, missing), {});
}

// The attempt is final, and there is still time to pay.
void PaymentSaga::reopen(Payment& payment, Part& part) {
    if (payment.attempts >= kAttemptsMax || payment.failedInRow >= kRefusedCreatesMax) return;
    const Money missing = payment.total - payment.covered();
    if (!canBeTriedAgain(part.kind) || part.surplus || missing.minor <= 0) return;
    openAttempt(payment, part, std::min(part.amount, missing), backOff(payment.failedInRow));
}

void PaymentSaga::attemptEnded(Payment& payment, Part& part) {
    if (payment.open() != nullptr) return idle(payment);
    if (payment.waiting() != nullptr) return openWaiting(payment);
    reopen(payment, part);
}

void PaymentSaga::authorizeHouse(Payment& payment, Part& part) {
    part.attempt.state = AttemptState::Authorized;
    part.attempt.authorized = part.attempt.amount;
    payment.failedInRow = 0;
    writeAttempt(payment, part, AttemptState::Opening);
    if (payment.isCovered()) return allocate(payment);
}

// Tickets of another order pay last: until `all` is there they can be had back.
void PaymentSaga::captureHouse(Payment& payment, bool all) {
    for (Part& part : payment.parts) {
        if (!part.exists() || !part.ofHouse() || !part.attempt.isAuthorized()) continue;
        if (part.byExchange() && !all) continue;
        part.attempt.state = AttemptState::Captured;
        part.attempt.captured = part.attempt.amount;
        part.attempt.authorized = {};
        writeAttempt(payment, part, AttemptState::Authorized);
    }
}

void PaymentSaga::voidHouse(Payment& payment, Part& part) {
    const AttemptState from = part.attempt.state;
    part.attempt.state = AttemptState::Voided;
    part.attempt.authorized = {};
    writeAttempt(payment, part, from);
    endExchange(payment, part);
}

}  // namespace tessera::engine
