// SPDX-License-Identifier: Apache-2.0
// The life of a refund; see operations.h.
#include <algorithm>

#include "tools/paysim/operations.h"

namespace tessera::paysim {
namespace {

constexpr std::string_view kRefunded = "charge.refunded";
constexpr std::string_view kRefundChanged = "charge.refund.updated";
constexpr std::string_view kUpdated = "refund.updated";

ApiError notRefundable(const Intent& intent) {
    ApiError error;
    error.code = "payment_intent_unexpected_state";
    error.message = "This PaymentIntent does not have a successful charge to refund.";
    error.paymentIntent = renderIntent(intent, {});
    return error;
}

// Reads the amount: what is left of the charge where none is asked for.
tl::expected<std::int64_t, ApiError> readAmount(const Intent& intent, const http::Form& form) {
    const std::int64_t left = intent.charge->amountCaptured - intent.charge->amountRefunded;
    if (left == 0) {
        ApiError error;
        error.code = "charge_already_refunded";
        error.message = "Charge " + intent.charge->id + " has already been refunded.";
        return tl::make_unexpected(std::move(error));
    }
    if (!form.find("amount")) return left;
    auto asked = readInteger(form, "amount", 1, kAmountMax);
    if (asked && *asked > left) {
        ApiError error = invalidParameter(
            "amount", "Refund amount is greater than unrefunded amount on charge.");
        error.code = "amount_too_large";
        return tl::make_unexpected(std::move(error));
    }
    return asked;
}

std::optional<ApiError> readReason(const http::Form& form, Refund& refund) {
    constexpr std::string_view kReasons[] = {"", "duplicate", "fraudulent",
                                             "requested_by_customer"};
    const std::string_view reason = form.find("reason").value_or("");
    if (std::find(std::begin(kReasons), std::end(kReasons), reason) == std::end(kReasons)) {
        return invalidParameter("reason", "Invalid reason");
    }
    refund.reason = reason;
    return std::nullopt;
}

void begin(Refund& refund, const CallContext& context, std::string_view paymentMethod) {
    const auto card = behaviourOf(paymentMethod).value_or(CardBehaviour{});
    switch (context.refundCourse.value_or(card.refunds)) {
        case RefundCourse::Succeeds:
            return;
        case RefundCourse::NeedsAction:
            refund.status = RefundStatus::RequiresAction;
            return;
        case RefundCourse::PendsFirst:
            refund.status = RefundStatus::Pending;
            refund.next = RefundStatus::Succeeded;
            break;
        case RefundCourse::FailsLater:
            refund.next = RefundStatus::Failed;
            break;
    }
    refund.dueAtMillis = context.nowMillis + context.refundMillis;
}

// Gives the amount back to the charge where the refund came to nothing.
Effect become(Intent intent, Refund refund, RefundStatus next) {
    Effect effect;
    const bool counted = refund.counts();
    const bool moved = refund.status == RefundStatus::Succeeded;
    refund.status = next;
    refund.dueAtMillis = 0;
    if (counted && !refund.counts()) intent.charge->amountRefunded -= refund.amount;
    if (!moved && next == RefundStatus::Succeeded) {
        effect.movements.push_back({"refund", refund.amount});
    } else if (moved && !refund.counts()) {
        effect.movements.push_back({"refund", -refund.amount});
    }
    effect.events = {kUpdated, kRefundChanged};
    if (next == RefundStatus::Failed) effect.events.push_back("refund.failed");
    effect.intent = std::move(intent);
    effect.refund = std::move(refund);
    effect.changed = true;
    return effect;
}

}  // namespace

Effect createRefund(Intent intent, const http::Form& form, const CallContext& context) {
    if (intent.status != Status::Succeeded || !intent.charge) return refused(notRefundable(intent));
    const auto amount = readAmount(intent, form);
    if (!amount) return refused(amount.error());
    Refund refund;
    refund.amount = *amount;
    if (auto error = readReason(form, refund)) return refused(std::move(*error));
    if (auto error = readMetadata(form, refund.metadata)) return refused(std::move(*error));
    refund.id = context.ids.refund;
    refund.intent = intent.id;
    refund.charge = intent.charge->id;
    refund.currency = intent.currency;
    refund.created = context.nowMillis / 1000;
    begin(refund, context, intent.charge->paymentMethod);
    Effect effect;
    effect.intent = std::move(intent);
    effect.intent.charge->amountRefunded += refund.amount;
    if (refund.status == RefundStatus::Succeeded) {
        effect.movements.push_back({"refund", refund.amount});
    }
    effect.events = {"refund.created", kRefunded};
    effect.refund = std::move(refund);
    effect.changed = true;
    return effect;
}

Effect updateRefund(Intent intent, Refund refund, const http::Form& form) {
    if (auto error = readMetadata(form, refund.metadata)) return refused(std::move(*error));
    Effect effect;
    effect.intent = std::move(intent);
    effect.refund = std::move(refund);
    effect.events = {kUpdated, kRefundChanged};
    effect.changed = true;
    return effect;
}

Effect cancelRefund(Intent intent, Refund refund) {
    if (refund.status != RefundStatus::Pending && refund.status != RefundStatus::RequiresAction) {
        ApiError error;
        error.message = "This refund has a status of " + std::string(toText(refund.status)) +
                        " and cannot be canceled.";
        return refused(std::move(error));
    }
    refund.failureReason = "merchant_request";
    return become(std::move(intent), std::move(refund), RefundStatus::Canceled);
}

Effect settleRefund(Intent intent, Refund refund) {
    const RefundStatus next = refund.next;
    if (next == RefundStatus::Failed) refund.failureReason = "expired_or_canceled_card";
    return become(std::move(intent), std::move(refund), next);
}

}  // namespace tessera::paysim
