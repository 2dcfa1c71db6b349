// SPDX-License-Identifier: Apache-2.0
// Refunds: asked until confirmed, or given up with an alarm. One call at a time per order; those
// that were not asked yet come before looks at those that were.
#include <algorithm>
#include <utility>

#include "server/engine/payment_saga.h"
#include "shared/base/check.h"

namespace tessera::engine {

Duration refundBackOff(std::int32_t looks) {
    if (looks <= 20) return backOff(looks);
    return Duration::ofMinutes(looks <= 32 ? 10 : 60);
}

bool isAtProvider(const Payment& payment, const Refund& refund) {
    if (!refund.isOpen()) return false;
    const auto part = std::find_if(
        payment.parts.begin(), payment.parts.end(),
        [&](const Part& each) { return each.exists() && each.attempt.id == refund.attempt; });
    return part != payment.parts.end() && !part->ofHouse();
}

bool waitsForPeople(OrderState state, const Payment& payment) {
    if (isPayable(state)) {
        const bool open =
            std::any_of(payment.parts.begin(), payment.parts.end(), [](const Part& part) {
                return part.exists() && !part.surplus && part.attempt.isOpen();
            });
        return !open;
    }
    if (state != OrderState::Compensating) return false;
    bool house = false;
    for (const Refund& refund : payment.refunds) {
        if (isAtProvider(payment, refund)) return false;
        house = house || refund.isOpen();
    }
    return house && std::all_of(payment.parts.begin(), payment.parts.end(), [&](const Part& part) {
               return !part.exists() || part.attempt.isFinal() ||
                      (part.attempt.captured.minor > 0 &&
                       part.attempt.net() <= payment.goingBack(part.attempt.id));
           });
}

void PaymentSaga::writeRefund(const Payment& payment, const Refund& refund, RefundState from,
                              const std::string& evidence) {
    changes_.refundUpdates.push_back({refund.id, orderOf(payment).id, from, refund.state,
                                      refund.objectId, refund.attemptTry,
                                      evidence.substr(0, kEvidenceMax)});
}

// What was captured and buys nothing: everything of an order that has no seats, and of a paid one
// what came late.
void PaymentSaga::addRefunds(Payment& payment) {
    const Order& order = orderOf(payment);
    const bool late = order.reservation == kNoSlot;
    for (Part& part : payment.parts) {
        if (!part.exists() || (order.state == OrderState::Paid && !part.surplus)) continue;
        if (part.attempt.captured.minor <= 0 || part.attempt.isFinal()) continue;
        const Money rest = part.attempt.net() - payment.goingBack(part.attempt.id);
        if (rest.minor <= 0) continue;
        const RefundReason reason =
            late || part.surplus ? RefundReason::Late : RefundReason::Compensation;
        Refund& refund = addRefund(payment, part, rest, reason, {});
        startRefund(payment, refund);
    }
}

// `group` none: it is the first of its group.
Refund& PaymentSaga::addRefund(Payment& payment, Part& part, Money amount, RefundReason reason,
                               RefundId group) {
    Refund refund;
    refund.id = RefundId{state_.nextId()};
    refund.group = group ? group : refund.id;
    refund.attempt = part.attempt.id;
    refund.reason = reason;
    refund.amount = amount;
    refund.createdAt = state_.now;
    const bool byHand = part.kind == TenderKind::Cash || part.kind == TenderKind::Exchange;
    if (byHand && amount.minor > 0) refund.state = RefundState::Pending;
    payment.refunds.push_back(std::move(refund));
    return payment.refunds.back();
}

// Writes its row. What needs nobody is done in the same step.
void PaymentSaga::startRefund(Payment& payment, Refund& refund) {
    const Part& part = *payment.find(refund.attempt);
    const bool atOnce = refund.amount.minor == 0 || part.kind == TenderKind::Invoice;
    changes_.refunds.push_back({refund.id, refund.group, orderOf(payment).id, refund.attempt,
                                refund.reason, refund.state, refund.amount, refund.retained,
                                refund.createdAt});
    if (atOnce) refundDone(payment, refund, {});
}

// The first that was not asked yet; else the one whose look is longest ago. False if none is left.
bool PaymentSaga::callForRefund(Payment& payment) {
    Refund* look = nullptr;
    for (Refund& refund : payment.refunds) {
        if (!isAtProvider(payment, refund)) continue;
        if (refund.state == RefundState::Queued && !refund.asked) {
            callRefund(payment, refund, Operation::Refund, backOff(refund.refusals));
            return true;
        }
        if (look == nullptr || refund.looks < look->looks) look = &refund;
    }
    if (look == nullptr) return false;
    ++look->looks;
    callRefund(payment, *look, Operation::RetrieveRefund, refundBackOff(look->looks));
    return true;
}

void PaymentSaga::callRefund(Payment& payment, Refund& refund, Operation operation,
                             Duration delay) {
    const Part& part = *payment.find(refund.attempt);
    OutboxRow row;
    row.attempt = refund.attempt;
    row.refund = refund.id;
    row.operation = operation;
    row.attemptTry = refund.attemptTry;
    row.amount = refund.amount;
    row.provider = part.provider;
    const bool named = operation == Operation::RetrieveRefund && !refund.objectId.empty();
    row.objectId = named ? refund.objectId : part.attempt.objectId;
    payment.failures = operation == Operation::Refund ? refund.refusals : refund.looks;
    queue(payment, std::move(row), delay);
}

// Of providers that only tell the sum: it is there when all that is under way is.
RefundStanding PaymentSaga::standingOf(Payment& payment, const Refund& refund,
                                       const ProviderAnswer& answer) {
    const bool says = answer.kind == AnswerKind::Definitive || answer.kind == AnswerKind::Refused;
    if (!says || answer.refund > RefundStanding::Failed) return RefundStanding::None;
    if (answer.refund != RefundStanding::None) return answer.refund;
    const Attempt& attempt = payment.find(refund.attempt)->attempt;
    const bool all = answer.object == ObjectState::Succeeded &&
                     answer.refunded >= attempt.refunded + payment.goingBack(attempt.id);
    return all ? RefundStanding::Succeeded : RefundStanding::None;
}

void PaymentSaga::refundAnswered(Payment& payment, const OpenCall& call,
                                 const ProviderAnswer& answer) {
    Refund& refund = *payment.find(call.refund);
    const RefundStanding standing = standingOf(payment, refund, answer);
    const bool asks = call.operation == Operation::Refund;
    const bool says = answer.kind == AnswerKind::Definitive || answer.kind == AnswerKind::Refused;
    if (says) payment.evidence = answer.evidence.substr(0, kEvidenceMax);
    const RefundState from = refund.state;
    const std::string object = refund.objectId;
    if (asks) refund.looks = 0;
    if (says && !answer.refundObjectId.empty() && answer.refundObjectId.size() <= 128) {
        refund.objectId = answer.refundObjectId;
    }
    if (standing == RefundStanding::Succeeded) {
        refundDone(payment, refund, answer.evidence);
    } else if (standing == RefundStanding::Failed ||
               (asks && answer.kind == AnswerKind::Refused && standing == RefundStanding::None)) {
        refundRefused(payment, refund, answer.evidence);
    } else if (standing == RefundStanding::Pending || answer.kind == AnswerKind::Accepted ||
               (asks && answer.kind == AnswerKind::Definitive)) {
        refund.asked = true;
        if (asks || standing == RefundStanding::Pending) refund.state = RefundState::Pending;
        if (refund.state != from || refund.objectId != object) {
            writeRefund(payment, refund, from, answer.evidence);
        }
    } else if (asks || answer.kind == AnswerKind::Unknown) {
        refund.asked = true;  // Nothing is known: look.
    } else {
        refundUnclear(payment, refund);
    }
    clearNext(payment);
}

// The provider knows of no such refund. Of one that it had accepted that may be too early to say.
void PaymentSaga::refundUnclear(Payment& payment, Refund& refund) {
    if (refund.state == RefundState::Pending && refund.looks < kAcceptedLooksMax) return;
    const RefundState from = refund.state;
    refund.state = RefundState::Queued;
    refund.asked = false;
    refund.looks = 0;
    ++refund.attemptTry;
    writeRefund(payment, refund, from, {});
}

void PaymentSaga::refundRefused(Payment& payment, Refund& refund, const std::string& evidence) {
    const RefundState from = refund.state;
    ++refund.refusals;
    refund.asked = false;
    refund.looks = 0;
    refund.state =
        refund.refusals >= kRefusedRefundsMax ? RefundState::Manual : RefundState::Queued;
    if (refund.state == RefundState::Queued) ++refund.attemptTry;
    writeRefund(payment, refund, from, evidence);
}

void PaymentSaga::refundDone(Payment& payment, Refund& refund, const std::string& evidence) {
    const RefundState from = refund.state;
    refund.state = RefundState::Succeeded;
    writeRefund(payment, refund, from, evidence);
    if (refund.amount.minor == 0) return;
    Part& part = *payment.find(refund.attempt);
    const AttemptState before = part.attempt.state;
    book(payment);  // What was captured comes first.
    part.attempt.refunded += refund.amount;
    part.attempt.bookedBack += refund.amount;
    if (part.attempt.refunded >= part.attempt.captured) part.attempt.state = AttemptState::Refunded;
    writeAttempt(payment, part, before);
    bookRefund(payment, refund, refund.amount);
}

// It failed after it had succeeded: the money is ours again, and is given back once more. A card
// that takes none would have it back and forth for ever: the tries are counted, as they are
// written.
void PaymentSaga::undoRefund(Payment& payment, Refund& refund, const std::string& evidence) {
    Part& part = *payment.find(refund.attempt);
    const AttemptState before = part.attempt.state;
    part.attempt.refunded -= refund.amount;
    part.attempt.bookedBack -= refund.amount;
    part.attempt.state = AttemptState::Captured;
    writeAttempt(payment, part, before);
    bookRefund(payment, refund, -refund.amount);
    const bool given = refund.attemptTry >= kRefusedRefundsMax;
    refund.state = given ? RefundState::Manual : RefundState::Queued;
    refund.asked = false;
    refund.looks = 0;
    if (!given) ++refund.attemptTry;
    writeRefund(payment, refund, RefundState::Succeeded, evidence);
}

}  // namespace tessera::engine
