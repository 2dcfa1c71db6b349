// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>
#include <utility>

#include "server/engine/payment_saga.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

constexpr std::size_t kObjectIdMax = 128;
constexpr std::size_t kClientSecretMax = 256;
constexpr std::size_t kLast4 = 4;
constexpr std::size_t kDeclineMax = 64;

// True if the answer cannot be about this attempt's object, or breaks its bounds: then it is
// evidence of nothing.
bool isUnusable(const Attempt& attempt, Operation operation, const ProviderAnswer& answer) {
    if (answer.object > ObjectState::Canceled || answer.refund > RefundStanding::Failed)
        return true;
    if (answer.objectId.size() > kObjectIdMax || answer.clientSecret.size() > kClientSecretMax ||
        answer.refundObjectId.size() > kObjectIdMax) {
        return true;
    }
    if (answer.authorized.minor < 0 || answer.captured.minor < 0 || answer.refunded.minor < 0) {
        return true;
    }
    // Where a call confirms, each one may make an object of its own; so may making it again.
    const bool other = operation != Operation::Confirm && operation != Operation::Create &&
                       !attempt.objectId.empty() && !answer.objectId.empty() &&
                       attempt.objectId != answer.objectId;
    const bool nameless = operation == Operation::Create && answer.kind == AnswerKind::Definitive &&
                          answer.objectId.empty();
    return other || nameless;
}

AttemptState stateOf(ObjectState object, const Attempt& attempt) {
    if (attempt.captured.minor > 0) {
        const bool back = attempt.refunded >= attempt.captured;
        return back ? AttemptState::Refunded : AttemptState::Captured;
    }
    if (object == ObjectState::Canceled) return AttemptState::Voided;
    if (object == ObjectState::RequiresCapture) return AttemptState::Authorized;
    return AttemptState::Open;
}

// True if the provider keeps its answer to the call and repeats it for the call's key.
bool spendsKey(Operation operation, AnswerKind kind) {
    if (operation == Operation::Confirm) return kind != AnswerKind::Unknown;
    return operation == Operation::Cancel || operation == Operation::Capture;
}

bool saysSomething(AnswerKind kind) {
    return kind == AnswerKind::Definitive || kind == AnswerKind::Refused;
}

// What an attempt's row has, and what whoever watches the order is told beside it.
auto written(const Attempt& attempt) {
    return std::tuple(attempt.state, attempt.authorized, attempt.captured, attempt.refunded,
                      attempt.captureBefore, attempt.objectId, attempt.clientSecret,
                      attempt.cardLast4, attempt.declineReason);
}

}  // namespace

Refusal PaymentSaga::record(const RecordProviderAnswer& command, bool& applied) {
    applied = false;
    Payment* payment = state_.orders.findPayment(command.attempt);
    if (payment == nullptr || payment->call.seq != command.outbox || !payment->call) {
        return Refusal::None;
    }
    if (payment->call.operation != command.operation || payment->call.attempt != command.attempt) {
        return Refusal::AttemptUnknown;
    }
    applied = true;
    about_ = command.attempt;
    const Slot order = payment->order;
    const OpenCall call = closeCall(*payment);
    if (call.refund) {
        const Attempt& attempt = payment->find(call.attempt)->attempt;
        const bool unusable = isUnusable(attempt, call.operation, command.answer);
        refundAnswered(*payment, call, unusable ? ProviderAnswer{} : command.answer);
    } else {
        answered(*payment, call, command.answer);
    }
    finish(order);
    return Refusal::None;
}

void PaymentSaga::answered(Payment& payment, const OpenCall& call, const ProviderAnswer& answer) {
    Part& part = *payment.find(call.attempt);
    if (spendsKey(call.operation, answer.kind)) ++part.attempt.attemptTry;
    if (!saysSomething(answer.kind) || isUnusable(part.attempt, call.operation, answer)) {
        return unclear(payment, part, call, answer);
    }
    const bool nothing = answer.object == ObjectState::None;
    const bool again = part.attempt.createTry > 0;
    if (call.operation == Operation::Create && answer.kind == AnswerKind::Refused && nothing &&
        !again) {
        return createRefused(payment, part, answer);
    }
    if (nothing) return unclear(payment, part, call, answer);
    Look look = learn(payment, part, call.operation, answer);
    look.beforeFence = call.beforeFence;
    decide(payment, part, look);
}

// Nothing is known of the object. A create or a confirm is made again with the same key, until it
// may be that the provider keeps a failure under that key and repeats it; after anything else the
// object is looked at.
void PaymentSaga::unclear(Payment& payment, Part& part, const OpenCall& made,
                          const ProviderAnswer& answer) {
    if (made.operation == Operation::Create) {
        std::int32_t& key =
            part.attempt.createTry > 0 ? part.attempt.createTry : part.attempt.attemptTry;
        if (++payment.failures >= kSameKeyCreates) ++key;
        return call(payment, part, Operation::Create, backOff(payment.failures), made.payload);
    }
    const bool again = made.operation == Operation::Confirm && answer.kind == AnswerKind::Unknown &&
                       isPayable(orderOf(payment).state) && payment.waiting() == nullptr;
    if (again && payment.failures + 1 < kSameKeyCreates) {
        ++payment.failures;
        return call(payment, part, Operation::Confirm, backOff(payment.failures), made.payload);
    }
    if (made.operation == Operation::Confirm && answer.kind == AnswerKind::Unknown) {
        ++part.attempt.attemptTry;
    }
    const bool missing = answer.notFound || (made.operation == Operation::Retrieve &&
                                             answer.kind == AnswerKind::Definitive &&
                                             answer.object == ObjectState::None);
    if (missing && ++part.attempt.missing >= kMissingMax && !isPayable(orderOf(payment).state)) {
        payment.failures = 0;
        part.attempt.createTry = 1;
        return call(payment, part, Operation::Create, {},
                    part.kind == TenderKind::GiftCard ? part.reference : "");
    }
    lookAgain(payment, part);
}

void PaymentSaga::createRefused(Payment& payment, Part& part, const ProviderAnswer& answer) {
    part.attempt.evidence = payment.evidence = answer.evidence.substr(0, kEvidenceMax);
    const AttemptState from = part.attempt.state;
    part.attempt.state = AttemptState::Failed;
    writeAttempt(payment, part, from);
    ++payment.failedInRow;
    if (isPayable(orderOf(payment).state)) return attemptEnded(payment, part);
    next(payment);
}

void PaymentSaga::noteObject(Payment& payment, Attempt& attempt, Operation operation,
                             const ProviderAnswer& answer) {
    attempt.authorized = answer.authorized;
    // What was confirmed once stays so. What came back beside our refunds is known by itself only
    // while there are none.
    attempt.captured = std::max(attempt.captured, answer.captured);
    if (!payment.refundsOf(attempt.id)) {
        attempt.refunded = std::max(attempt.refunded, std::min(answer.refunded, attempt.captured));
    }
    attempt.state = stateOf(answer.object, attempt);
    const bool declined =
        attempt.state == AttemptState::Open && answer.declineReason.size() <= kDeclineMax;
    attempt.declineReason = declined ? answer.declineReason : std::string();
    if (answer.captureBefore != Instant::never()) attempt.captureBefore = answer.captureBefore;
    const bool makes = operation == Operation::Confirm || operation == Operation::Create;
    const bool renamed = makes && !answer.objectId.empty();
    attempt.createTry = attempt.missing = 0;
    if (attempt.objectId.empty() || renamed) attempt.objectId = answer.objectId;
    if (!answer.clientSecret.empty()) attempt.clientSecret = answer.clientSecret;
    if (answer.cardLast4.size() == kLast4) attempt.cardLast4 = answer.cardLast4;
    const bool payable = isPayable(orderOf(payment).state) && attempt.state == AttemptState::Open;
    if (!payable) std::string().swap(attempt.clientSecret);
    attempt.evidence = payment.evidence = answer.evidence.substr(0, kEvidenceMax);
}

PaymentSaga::Look PaymentSaga::learn(Payment& payment, Part& part, Operation operation,
                                     const ProviderAnswer& answer) {
    Attempt& attempt = part.attempt;
    const auto before = written(attempt);
    const AttemptState from = attempt.state;
    noteObject(payment, attempt, operation, answer);
    if (attempt.id == payment.latestAttempt()) payment.failedInRow = 0;
    if (written(attempt) != before) writeAttempt(payment, part, from);
    Look look;
    look.operation = operation;
    look.kind = answer.kind;
    look.object = answer.object;
    look.authorizedFull =
        answer.object == ObjectState::RequiresCapture && attempt.authorized >= attempt.amount;
    look.capturedAny = attempt.captured.minor > 0;
    look.capturedFull = look.capturedAny && attempt.net() >= attempt.amount;
    return look;
}

}  // namespace tessera::engine
