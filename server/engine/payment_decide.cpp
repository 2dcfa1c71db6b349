// SPDX-License-Identifier: Apache-2.0
// The table of DESIGN 6: what an answer about one attempt means for its order, and which attempt is
// next where there are several.
#include <algorithm>

#include "server/engine/disruption.h"
#include "server/engine/payment_saga.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

bool hasCaptured(const Payment& payment) {
    return std::any_of(payment.parts.begin(), payment.parts.end(), [](const Part& part) {
        return part.exists() && part.attempt.captured.minor > 0 && !part.attempt.isFinal();
    });
}

// Asked about after the deadline, or nobody has to be asked.
bool isKnown(const Part& part) {
    return !part.exists() || part.ofHouse() || part.attempt.looked || part.attempt.isFinal();
}

}  // namespace

void PaymentSaga::decide(Payment& payment, Part& part, const Look& look) {
    switch (orderOf(payment).state) {
        case OrderState::Paying:
        case OrderState::Unpaid:
            return decideOpen(payment, part, look);
        case OrderState::Fencing:
            return decideFencing(payment, part, look);
        case OrderState::Cancelling:
            return decideCancelling(payment, part, look);
        case OrderState::Allocated:
            return decideAllocated(payment, part, look);
        case OrderState::Compensating:
        case OrderState::Paid:
            return decideClearing(payment, part, look);
        case OrderState::Released:
        case OrderState::Manual:
            TESSERA_CHECK(false);
    }
}

void PaymentSaga::decideOpen(Payment& payment, Part& part, const Look& look) {
    if (look.capturedAny && !look.capturedFull) return compensate(payment);
    if (payment.isCovered()) return allocate(payment);
    if (look.capturedFull || look.authorizedFull) {
        // The rest is still to be paid.
        if (payment.open() == nullptr && payment.waiting() != nullptr) return openWaiting(payment);
        return idle(payment);
    }
    if (look.isOver()) return attemptEnded(payment, part);
    if (look.object == ObjectState::RequiresCapture) {
        // Authorized for less than its amount: never ticketed.
        fence(payment);
        return call(payment, part, Operation::Cancel, {});
    }
    if (look.object == ObjectState::Succeeded) return lookAgain(payment, part);  // No amount.
    decideUnsettled(payment, part, look);
}

// Nothing is paid with it yet. It ends where the buyer wants to pay otherwise.
void PaymentSaga::decideUnsettled(Payment& payment, Part& part, const Look& look) {
    if (payment.waiting() != nullptr) {
        const bool refused = look.operation == Operation::Cancel;
        if (refused || !look.canBeCancelled()) return lookAgain(payment, part);
        return call(payment, part, Operation::Cancel, {});
    }
    const bool toReader = part.kind == TenderKind::Reader && look.operation == Operation::Create;
    if (toReader && look.cannotPayYet() && !part.reference.empty()) {
        return call(payment, part, Operation::Confirm, {}, part.reference);
    }
    idle(payment);
}

void PaymentSaga::decideAllocated(Payment& payment, Part& part, const Look& look) {
    if (look.capturedAny && !look.capturedFull) return compensate(payment);
    if (look.capturedFull) return captureNext(payment);
    if (look.isOver()) return becomeUnpaid(payment, part);
    if (look.authorizedFull) return captureAgain(payment, part, look);
    if (look.object == ObjectState::RequiresCapture) {
        fence(payment);
        return call(payment, part, Operation::Cancel, {});
    }
    if (look.operation == Operation::Cancel) return lookAgain(payment, part);
    if (!look.canBeCancelled()) return lookAgain(payment, part);
    // The authorization is gone and the object is not over: end it, then the buyer is asked again.
    call(payment, part, Operation::Cancel, {});
}

// It can be captured and is not.
void PaymentSaga::captureAgain(Payment& payment, Part& part, const Look& look) {
    const bool given = payment.refusals >= kRefusedCapturesMax;
    if (look.operation == Operation::Cancel && given) return lookAgain(payment, part);
    if (look.operation != Operation::Capture) return call(payment, part, Operation::Capture, {});
    // Refused though it can be captured: once more, later; then it is refused for good.
    if (look.kind == AnswerKind::Refused && ++payment.refusals >= kRefusedCapturesMax) {
        return call(payment, part, Operation::Cancel, {});
    }
    ++payment.failures;
    capture(payment, part, backOff(payment.failures));
}

// The first that is authorized is captured; when all are, the order is paid.
void PaymentSaga::captureNext(Payment& payment) {
    for (Part& part : payment.parts) {
        if (!part.covers() || !part.attempt.isAuthorized() || part.ofHouse()) continue;
        if (part.attempt.id != about_) payment.failures = payment.refusals = 0;
        return capture(payment, part, {});
    }
    if (payment.isCovered()) return allocate(payment);
    for (Part& part : payment.parts) {
        if (!part.exists() || part.surplus || part.attempt.isFinal()) continue;
        if (!part.covers()) return callFirst(payment, part, Operation::Retrieve);
    }
    for (auto part = payment.parts.rbegin(); part != payment.parts.rend(); ++part) {
        if (part->exists() && !part->covers()) return becomeUnpaid(payment, *part);
    }
    TESSERA_CHECK(false);
}

void PaymentSaga::decideFencing(Payment& payment, Part& part, const Look& look) {
    if (look.capturedAny && !look.capturedFull) return compensate(payment);
    if (look.capturedFull || look.authorizedFull) {
        part.attempt.looked = true;
        return fenceNext(payment);
    }
    const bool ended = look.operation == Operation::Cancel;
    if (look.isOver()) return ended ? cancelNext(payment) : fenceNext(payment);
    // Not ended, whatever it is now.
    if (ended || !look.canBeCancelled()) return lookAgain(payment, part);
    // Only a look after the deadline decides. Nobody was ever shown what a create just made.
    const bool decides = look.operation == Operation::Create || !look.beforeFence;
    if (!decides) {
        payment.failures = 0;
        return call(payment, part, Operation::Retrieve, {});
    }
    part.attempt.looked = true;
    // Attempts sum to the total at most: without this one the order can never be covered.
    if (!part.surplus) return cancelNext(payment);
    fenceNext(payment);
}

// Every attempt is asked about until one is not there. Then either all is there, or nothing is
// kept.
void PaymentSaga::fenceNext(Payment& payment) {
    for (Part& part : payment.parts) {
        if (isKnown(part)) continue;
        const bool opening = part.attempt.state == AttemptState::Opening;
        return callFirst(payment, part, opening ? Operation::Create : Operation::Retrieve);
    }
    const bool over = isCancelled(state_) && !orderOf(payment).firstTicket;
    if (payment.isCovered() && !over) return allocate(payment);
    if (hasCaptured(payment)) return compensate(payment);
    cancelNext(payment);
}

void PaymentSaga::decideCancelling(Payment& payment, Part& part, const Look& look) {
    if (look.capturedAny) return compensate(payment);
    if (look.isOver()) return cancelNext(payment);
    // Not ended, whatever it is now.
    if (look.operation == Operation::Cancel) return lookAgain(payment, part);
    if (!look.canBeCancelled()) return lookAgain(payment, part);
    call(payment, part, Operation::Cancel, {});
}

// In Fencing and Cancelling: one attempt after the other is ended, then the seats are free.
void PaymentSaga::cancelNext(Payment& payment) {
    if (hasCaptured(payment)) return compensate(payment);
    for (Part& part : payment.parts) {
        if (!part.exists() || part.attempt.isFinal()) continue;
        if (part.ofHouse()) {
            voidHouse(payment, part);
            continue;
        }
        const bool opening = part.attempt.state == AttemptState::Opening;
        return callFirst(payment, part, opening ? Operation::Create : Operation::Cancel);
    }
    const bool cancelled = orderOf(payment).state == OrderState::Cancelling;
    if (isCancelled(state_)) return release(payment, ReleaseReason::EventCancelled);
    release(payment, cancelled ? ReleaseReason::OrderCancelled : ReleaseReason::PaymentFailed);
}

void PaymentSaga::decideClearing(Payment& payment, Part& part, const Look& look) {
    if (look.capturedAny || look.isOver()) return clearNext(payment);
    if (look.operation == Operation::Cancel) return lookAgain(payment, part);
    if (!look.canBeCancelled()) return lookAgain(payment, part);
    call(payment, part, Operation::Cancel, {});
}

// Of an order that is paid or buys nothing: what is only authorized is ended, what was taken too
// much goes back, and then its money is at rest.
void PaymentSaga::clearNext(Payment& payment) {
    for (Part& part : payment.parts) {
        if (!part.exists() || part.attempt.isFinal() || part.attempt.captured.minor > 0) continue;
        if (part.ofHouse()) {
            voidHouse(payment, part);
            continue;
        }
        const bool opening = part.attempt.state == AttemptState::Opening;
        return callFirst(payment, part, opening ? Operation::Create : Operation::Cancel);
    }
    addRefunds(payment);
    if (callForRefund(payment)) return;
    const auto any = [&](RefundState state) {
        return std::any_of(payment.refunds.begin(), payment.refunds.end(),
                           [&](const Refund& refund) { return refund.state == state; });
    };
    if (orderOf(payment).state == OrderState::Paid) return rest(payment, OrderState::Paid, {});
    if (any(RefundState::Pending)) return;  // Cash that staff has not handed back yet.
    if (any(RefundState::Manual)) return rest(payment, OrderState::Manual, evidenceOf(payment));
    release(payment, ReleaseReason::Refunded);
}

}  // namespace tessera::engine
