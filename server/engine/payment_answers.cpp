// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "server/engine/payment_saga.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

constexpr std::size_t kObjectIdMax = 128;
constexpr std::size_t kClientSecretMax = 256;
constexpr std::size_t kEvidenceMax = 512;

// True if the answer cannot be about this attempt's object, or breaks its bounds: then it is
// evidence of nothing.
bool isUnusable(const Attempt& attempt, Operation operation, const ProviderAnswer& answer) {
    if (answer.object > ObjectState::Canceled) return true;
    if (answer.objectId.size() > kObjectIdMax || answer.clientSecret.size() > kClientSecretMax) {
        return true;
    }
    if (answer.authorized.minor < 0 || answer.captured.minor < 0 || answer.refunded.minor < 0) {
        return true;
    }
    const bool other = !attempt.objectId.empty() && !answer.objectId.empty() &&
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
bool spendsKey(Operation operation) {
    return operation == Operation::Cancel || operation == Operation::Capture ||
           operation == Operation::Refund;
}

bool isPayable(OrderState state) {
    return state == OrderState::Paying || state == OrderState::Unpaid;
}

}  // namespace

Refusal PaymentSaga::record(const RecordProviderAnswer& command, bool& applied) {
    applied = false;
    Payment* payment = state_.orders.findPayment(command.attempt);
    if (payment == nullptr || payment->call.seq != command.outbox || !payment->call) {
        return Refusal::None;
    }
    if (payment->call.operation != command.operation) return Refusal::AttemptUnknown;
    applied = true;
    const bool beforeFence = payment->call.beforeFence;
    closeCall(*payment);
    if (spendsKey(command.operation)) ++payment->attemptTry;
    const ProviderAnswer& answer = command.answer;
    const bool says = answer.kind == AnswerKind::Definitive || answer.kind == AnswerKind::Refused;
    if (!says || isUnusable(payment->attempt, command.operation, answer)) {
        unclear(*payment, answer, command.operation);
        return Refusal::None;
    }
    const bool nothing = answer.object == ObjectState::None;
    if (command.operation == Operation::Create && answer.kind == AnswerKind::Refused && nothing) {
        createRefused(*payment, answer);
        return Refusal::None;
    }
    if (nothing) {
        unclear(*payment, answer, command.operation);
        return Refusal::None;
    }
    Look look = learn(*payment, command.operation, answer);
    look.beforeFence = beforeFence;
    decide(*payment, look);
    return Refusal::None;
}

// Nothing is known of the object. A create is made again with the same key, until it may be that
// the provider keeps a failure under that key and repeats it; after anything else the object is
// looked at.
void PaymentSaga::unclear(Payment& payment, const ProviderAnswer& answer, Operation operation) {
    if (operation == Operation::Create) {
        if (++payment.failures >= kSameKeyCreates) ++payment.attemptTry;
        call(payment, Operation::Create, backOff(payment.failures));
        return;
    }
    if (operation == Operation::Refund && answer.kind == AnswerKind::Accepted) {
        payment.refundAccepted = true;
    }
    lookAgain(payment);
}

void PaymentSaga::createRefused(Payment& payment, const ProviderAnswer& answer) {
    payment.evidence = answer.evidence.substr(0, kEvidenceMax);
    const AttemptState from = payment.attempt.state;
    payment.attempt.state = AttemptState::Failed;
    writeAttempt(payment, from);
    ++payment.failedInRow;
    switch (orderOf(payment).state) {
        case OrderState::Paying:
        case OrderState::Unpaid:
            reopen(payment);
            return;
        case OrderState::Fencing:
            release(payment, ReleaseReason::PaymentFailed);
            return;
        case OrderState::Cancelling:
            release(payment, ReleaseReason::OrderCancelled);
            return;
        default:
            TESSERA_CHECK(false);
    }
}

// Each confirmed capture and refund is booked when it is learned.
void PaymentSaga::writeLedger(const Payment& payment, Money amount) {
    const OrderId order = orderOf(payment).id;
    const AttemptId attempt = payment.attempt.id;
    changes_.ledger.push_back(
        {state_.nextId(), order, attempt, Account::Provider, amount, state_.now});
    changes_.ledger.push_back(
        {state_.nextId(), order, attempt, Account::Sales, -amount, state_.now});
}

PaymentSaga::Look PaymentSaga::learn(Payment& payment, Operation operation,
                                     const ProviderAnswer& answer) {
    Attempt& attempt = payment.attempt;
    const Attempt before = attempt;
    attempt.authorized = answer.authorized;
    // What was confirmed once stays so.
    attempt.captured = std::max(attempt.captured, answer.captured);
    attempt.refunded = std::max(attempt.refunded, std::min(answer.refunded, attempt.captured));
    attempt.state = stateOf(answer.object, attempt);
    if (attempt.objectId.empty()) attempt.objectId = answer.objectId;
    if (!answer.clientSecret.empty()) attempt.clientSecret = answer.clientSecret;
    const bool payable = isPayable(orderOf(payment).state) && attempt.state == AttemptState::Open;
    if (!payable) std::string().swap(attempt.clientSecret);
    payment.evidence = answer.evidence.substr(0, kEvidenceMax);
    payment.failedInRow = 0;
    const bool same = before.state == attempt.state && before.authorized == attempt.authorized &&
                      before.captured == attempt.captured && before.refunded == attempt.refunded &&
                      before.objectId == attempt.objectId &&
                      before.clientSecret == attempt.clientSecret;
    if (!same) writeAttempt(payment, before.state);
    if (attempt.captured != before.captured) {
        writeLedger(payment, attempt.captured - before.captured);
    }
    if (attempt.refunded != before.refunded) {
        writeLedger(payment, before.refunded - attempt.refunded);
    }
    return lookOf(payment, operation, answer);
}

PaymentSaga::Look PaymentSaga::lookOf(const Payment& payment, Operation operation,
                                      const ProviderAnswer& answer) {
    const Attempt& attempt = payment.attempt;
    Look look;
    look.operation = operation;
    look.kind = answer.kind;
    look.object = answer.object;
    const Money total = totalOf(payment);
    const Money net = attempt.captured - attempt.refunded;
    look.authorizedFull =
        answer.object == ObjectState::RequiresCapture && attempt.authorized >= total;
    look.capturedAny = attempt.captured.minor > 0;
    look.capturedFull = look.capturedAny && net >= total;
    return look;
}

void PaymentSaga::decide(Payment& payment, const Look& look) {
    switch (orderOf(payment).state) {
        case OrderState::Paying:
        case OrderState::Unpaid:
            decideOpen(payment, look);
            return;
        case OrderState::Fencing:
            decideFencing(payment, look);
            return;
        case OrderState::Cancelling:
            decideCancelling(payment, look);
            return;
        case OrderState::Allocated:
            decideAllocated(payment, look);
            return;
        case OrderState::Compensating:
            decideCompensating(payment, look);
            return;
        case OrderState::Paid:
        case OrderState::Released:
        case OrderState::Manual:
            TESSERA_CHECK(false);
    }
}

void PaymentSaga::decideOpen(Payment& payment, const Look& look) {
    if (look.capturedFull) return pay(payment);
    if (look.capturedAny) return compensate(payment);
    if (look.authorizedFull) return allocate(payment, false);
    if (look.isOver()) return reopen(payment);
    if (look.object == ObjectState::RequiresCapture) {
        // Authorized for less than the total: never ticketed.
        fence(payment);
        return call(payment, Operation::Cancel, {});
    }
    if (look.object == ObjectState::Succeeded) return lookAgain(payment);  // Without an amount.
    idle(payment);
}

void PaymentSaga::decideAllocated(Payment& payment, const Look& look) {
    if (look.capturedFull) return pay(payment);
    if (look.capturedAny) return compensate(payment);
    if (look.isOver()) return becomeUnpaid(payment);
    if (look.authorizedFull) {
        const bool given = payment.refusals >= kRefusedCapturesMax;
        if (look.operation == Operation::Cancel && given) return lookAgain(payment);
        if (look.operation != Operation::Capture) return call(payment, Operation::Capture, {});
        // Refused though it can be captured: once more, later; then it is refused for good.
        if (look.kind == AnswerKind::Refused && ++payment.refusals >= kRefusedCapturesMax) {
            return call(payment, Operation::Cancel, {});
        }
        ++payment.failures;
        return call(payment, Operation::Capture, backOff(payment.failures));
    }
    if (look.object == ObjectState::RequiresCapture) {
        fence(payment);
        return call(payment, Operation::Cancel, {});
    }
    if (look.operation == Operation::Cancel) return lookAgain(payment);
    if (!look.canBeCancelled()) return lookAgain(payment);
    // The authorization is gone and the object is not over: end it, then the buyer is asked again.
    call(payment, Operation::Cancel, {});
}

void PaymentSaga::decideFencing(Payment& payment, const Look& look) {
    if (look.capturedFull) return pay(payment);
    if (look.capturedAny) return compensate(payment);
    if (look.authorizedFull) return allocate(payment, false);
    if (look.isOver()) return release(payment, ReleaseReason::PaymentFailed);
    // Not ended, whatever it is now.
    if (look.operation == Operation::Cancel) return lookAgain(payment);
    if (!look.canBeCancelled()) return lookAgain(payment);
    // Only a look after the deadline decides. Nobody was ever shown what a create just made.
    if (look.operation == Operation::Retrieve && look.beforeFence) {
        payment.failures = 0;
        return call(payment, Operation::Retrieve, {});
    }
    call(payment, Operation::Cancel, {});
}

void PaymentSaga::decideCancelling(Payment& payment, const Look& look) {
    if (look.capturedAny) return compensate(payment);
    if (look.isOver()) return release(payment, ReleaseReason::OrderCancelled);
    // Not ended, whatever it is now.
    if (look.operation == Operation::Cancel) return lookAgain(payment);
    if (!look.canBeCancelled()) return lookAgain(payment);
    call(payment, Operation::Cancel, {});
}

void PaymentSaga::decideCompensating(Payment& payment, const Look& look) {
    if (payment.attempt.isFinal()) return release(payment, ReleaseReason::Refunded);
    if (look.operation == Operation::Refund) {
        if (look.kind == AnswerKind::Definitive) {
            // Made, and not confirmed yet.
            payment.refundAccepted = true;
            return lookAgain(payment);
        }
        if (++payment.refusals >= kRefusedRefundsMax) return giveUp(payment);
        ++payment.failures;
        return call(payment, Operation::Refund, backOff(payment.failures));
    }
    if (payment.refundAccepted && payment.failures < kAcceptedLooksMax) return lookAgain(payment);
    if (payment.refundAccepted) payment.failures = 0;
    payment.refundAccepted = false;
    call(payment, Operation::Refund, {});
}

}  // namespace tessera::engine
