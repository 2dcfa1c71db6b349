// SPDX-License-Identifier: Apache-2.0
// Compensation: one refund of all that was captured, tried until it is confirmed or given up.
#include "tests/engine/model/naive_event.h"

namespace tessera::engine {
namespace {

constexpr int kRefusedMax = 12;
constexpr int kLooksAtRefundMax = 12;
constexpr int kQuickLooks = 20;  // Then every ten minutes.
constexpr int kSlowLooks = 32;   // Then every hour.

}  // namespace

void NaiveEvent::refundAnswered(NaiveOrder& order, const NaiveCall& call,
                                const ProviderAnswer& answer) {
    NaiveAttempt& attempt = order.latest();
    const bool asked = call.operation == Operation::Refund;
    const bool about = answer.kind == AnswerKind::Definitive || answer.kind == AnswerKind::Refused;
    const bool back =
        about && answer.object == ObjectState::Succeeded && answer.refunded >= attempt.captured;
    if (back) {
        order.balance -= attempt.captured - attempt.refunded;
        attempt.refunded = attempt.captured;
        attempt.state = AttemptState::Refunded;
        return releaseOrder(order, ReleaseReason::Refunded);
    }
    if (asked) order.refundLooks = 0;
    if (asked && answer.kind == AnswerKind::Refused) {
        if (++order.refusedRefunds < kRefusedMax) return askForRefund(order);
        order.state = OrderState::Manual;
        return;
    }
    if (asked && answer.kind != AnswerKind::Unknown) order.refundPending = true;
    const bool mayBeEarly = order.refundPending && order.refundLooks < kLooksAtRefundMax;
    if (asked || !about || mayBeEarly) return lookAtRefund(order);
    askForRefund(order);
}

void NaiveEvent::lookAtRefund(NaiveOrder& order) {
    const int looks = ++order.refundLooks;
    call(order, Operation::RetrieveRefund, looks, true);
    if (looks > kQuickLooks) {
        order.call->notBefore = now_ + Duration::ofMinutes(looks > kSlowLooks ? 60 : 10);
    }
}

void NaiveEvent::askForRefund(NaiveOrder& order) {
    order.refundPending = false;
    call(order, Operation::Refund, order.refusedRefunds, order.refusedRefunds > 0);
}

}  // namespace tessera::engine
