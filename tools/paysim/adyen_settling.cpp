// SPDX-License-Identifier: Apache-2.0
// What becomes of pending payments and of modifications that were received; see
// adyen_operations.h.
#include <algorithm>

#include "shared/base/check.h"
#include "tools/paysim/adyen_operations.h"

namespace tessera::paysim {
namespace {

using Stage = AdyenModification::Stage;
using Later = AdyenCard::Later;

constexpr std::string_view kNoBalance = "Insufficient balance on payment";

AdyenCard cardOf(const AdyenPayment& payment) {
    return adyenCardOf(payment.card).value_or(AdyenCard{});
}

// The outcome of `modification`, which is about `payment` (null: none was found).
AdyenNotice noticeOf(std::string_view eventCode, const AdyenModification& modification,
                     const AdyenPayment* payment) {
    AdyenNotice notice;
    notice.eventCode = eventCode;
    notice.psp = modification.psp;
    notice.merchantReference = modification.reference;
    notice.amount = modification.amount;
    notice.currency = "EUR";
    if (payment != nullptr) {
        notice.originalReference = payment->psp;
        notice.currency = payment->currency;
        notice.brand = cardOf(*payment).brand;
        if (modification.reference.empty()) notice.merchantReference = payment->reference;
    } else if (modification.reference.empty()) {
        notice.merchantReference = modification.paymentReference;
    }
    return notice;
}

void fail(AdyenEffect& effect, AdyenNotice notice, std::string_view reason) {
    effect.modification->stage = Stage::Failed;
    notice.success = false;
    notice.reason = reason;
    effect.notices.push_back(std::move(notice));
}

void succeed(AdyenEffect& effect, AdyenNotice notice) {
    effect.modification->stage = Stage::Succeeded;
    effect.notices.push_back(std::move(notice));
}

void capture(AdyenEffect& effect, const AdyenContext& context) {
    AdyenPayment& payment = *effect.payment;
    AdyenModification& modification = *effect.modification;
    const Later later = cardOf(payment).later;
    AdyenNotice notice = noticeOf("CAPTURE", modification, &payment);
    if (later == Later::CaptureFails || modification.amount > payment.capturable()) {
        return fail(effect, std::move(notice), kNoBalance);
    }
    payment.captured += modification.amount;
    effect.movements.push_back({"capture", modification.amount});
    // One capture per payment: what it leaves is released.
    if (const std::int64_t rest = payment.capturable(); rest > 0) {
        payment.released += rest;
        effect.movements.push_back({"void", rest});
    }
    if (later == Later::CaptureUndone) {
        modification.dueAtMillis = context.nowMillis + context.delayMillis + 1;
    }
    succeed(effect, std::move(notice));
}

void cancel(AdyenEffect& effect, std::string_view eventCode) {
    AdyenPayment& payment = *effect.payment;
    AdyenModification& modification = *effect.modification;
    AdyenNotice notice = noticeOf(eventCode, modification, &payment);
    const std::int64_t rest = payment.capturable();
    if (payment.captured > 0 || payment.status != AdyenStatus::Authorised) {
        return fail(effect, std::move(notice),
                    payment.captured > 0 ? "Transaction was captured" : "Transaction not found");
    }
    modification.amount = rest;
    modification.cancelled = true;
    notice.amount = payment.amount;
    payment.status = AdyenStatus::Cancelled;
    payment.released = payment.amount;
    effect.movements.push_back({"void", rest});
    succeed(effect, std::move(notice));
}

void refund(AdyenEffect& effect, const AdyenContext& context, std::string_view eventCode) {
    AdyenPayment& payment = *effect.payment;
    AdyenModification& modification = *effect.modification;
    const Later later = cardOf(payment).later;
    AdyenNotice notice = noticeOf(eventCode, modification, &payment);
    if (later == Later::RefundFails || modification.amount <= 0 ||
        modification.amount > payment.captured - payment.refunded) {
        return fail(effect, std::move(notice), kNoBalance);
    }
    payment.refunded += modification.amount;
    effect.movements.push_back({"refund", modification.amount});
    if (later == Later::RefundUndone || later == Later::Reversed) {
        modification.dueAtMillis = context.nowMillis + context.delayMillis + 1;
    }
    succeed(effect, std::move(notice));
}

// Cancels what is not captured, and refunds what is.
void reverse(AdyenEffect& effect, const AdyenContext& context) {
    AdyenPayment& payment = *effect.payment;
    const bool captured = payment.captured > 0;
    if (captured) {
        effect.modification->amount = payment.captured - payment.refunded;
        refund(effect, context, "CANCEL_OR_REFUND");
    } else {
        cancel(effect, "CANCEL_OR_REFUND");
    }
    effect.notices.back().action = captured ? "refund" : "cancel";
}

// What had succeeded is taken back by the card scheme.
void undo(AdyenEffect& effect) {
    AdyenPayment& payment = *effect.payment;
    AdyenModification& modification = *effect.modification;
    const bool wasCapture = modification.verb == AdyenVerb::Capture;
    const bool reversed = !wasCapture && cardOf(payment).later == Later::Reversed;
    AdyenNotice notice = noticeOf(wasCapture ? "CAPTURE_FAILED"
                                  : reversed ? "REFUNDED_REVERSED"
                                             : "REFUND_FAILED",
                                  modification, &payment);
    notice.reason = "Rejected by the card scheme";
    (wasCapture ? payment.captured : payment.refunded) -= modification.amount;
    effect.movements.push_back({wasCapture ? "capture" : "refund", -modification.amount});
    if (wasCapture) {  // The authorisation is used up all the same.
        payment.released += modification.amount;
        effect.movements.push_back({"void", modification.amount});
    }
    modification.stage = Stage::Failed;
    effect.notices.push_back(std::move(notice));
}

}  // namespace

AdyenEffect settle(const AdyenPayment& payment, const AdyenContext&) {
    AdyenEffect effect;
    AdyenPayment changed = payment;
    changed.dueAtMillis = 0;
    const AdyenCard card = cardOf(payment);
    AdyenNotice notice;
    notice.psp = payment.psp;
    notice.merchantReference = payment.reference;
    notice.currency = payment.currency;
    notice.amount = payment.amount;
    notice.brand = card.brand;
    if (payment.status == AdyenStatus::Redirected) {
        changed.status = AdyenStatus::Closed;
        notice.eventCode = "OFFER_CLOSED";
    } else {
        TESSERA_CHECK(payment.status == AdyenStatus::Pending);
        notice.eventCode = "AUTHORISATION";
        notice.success = !card.refusedInTheEnd;
        notice.reason = card.refusedInTheEnd ? card.refusalReason : kAuthorisedReason;
        changed.status = notice.success ? AdyenStatus::Authorised : AdyenStatus::Refused;
        if (notice.success) effect.movements.push_back({"authorize", payment.amount});
    }
    effect.notices.push_back(std::move(notice));
    effect.payment = std::move(changed);
    return effect;
}

AdyenEffect settle(const AdyenModification& modification, const AdyenPayment* payment,
                   const AdyenContext& context) {
    AdyenEffect effect;
    effect.modification = modification;
    effect.modification->dueAtMillis = 0;
    if (payment == nullptr) {
        TESSERA_CHECK(modification.verb == AdyenVerb::TechnicalCancel);
        fail(effect, noticeOf("TECHNICAL_CANCEL", modification, nullptr), "Transaction not found");
        return effect;
    }
    effect.payment = *payment;
    if (modification.stage == Stage::Succeeded) {
        undo(effect);
        return effect;
    }
    switch (modification.verb) {
        case AdyenVerb::Capture:
            capture(effect, context);
            break;
        case AdyenVerb::Cancel:
            cancel(effect, "CANCELLATION");
            break;
        case AdyenVerb::TechnicalCancel:
            effect.modification->payment = payment->psp;
            cancel(effect, "TECHNICAL_CANCEL");
            break;
        case AdyenVerb::Refund:
            refund(effect, context, "REFUND");
            break;
        case AdyenVerb::Reversal:
            reverse(effect, context);
            break;
    }
    return effect;
}

}  // namespace tessera::paysim
