// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/operations.h"

#include <algorithm>
#include <charconv>

#include "shared/base/money.h"

namespace tessera::paysim {
namespace {

constexpr std::int64_t kAmountMax = 99'999'999;  // Stripe's eight digits.
constexpr std::int64_t kAuthorizationSeconds = 7 * 24 * 3600;
constexpr std::string_view kCapturable = "payment_intent.amount_capturable_updated";
constexpr std::string_view kFailed = "payment_intent.payment_failed";
constexpr std::string_view kSucceeded = "payment_intent.succeeded";
constexpr std::string_view kCanceled = "payment_intent.canceled";

std::int64_t seconds(const CallContext& context) {
    return context.nowMillis / 1000;
}

Effect refused(Intent intent, ApiError error) {
    Effect effect;
    effect.intent = std::move(intent);
    effect.error = std::move(error);
    return effect;
}

Effect unexpectedState(Intent intent, std::string_view verb) {
    ApiError error;
    error.code = "payment_intent_unexpected_state";
    error.message = "You cannot " + std::string(verb) +
                    " this PaymentIntent because it has a status of " +
                    std::string(toText(intent.status)) + ".";
    error.paymentIntent = renderIntent(intent, false);
    return refused(std::move(intent), std::move(error));
}

Charge chargeOf(const Intent& intent, const CallContext& context) {
    Charge charge;
    charge.id = context.ids.charge;
    charge.paymentMethod = intent.paymentMethod;
    charge.created = seconds(context);
    charge.amount = intent.amount;
    return charge;
}

void approve(Effect& effect, const CallContext& context) {
    Intent& intent = effect.intent;
    Charge charge = chargeOf(intent, context);
    charge.succeeded = true;
    effect.movements.push_back({"authorize", intent.amount});
    intent.lastError.reset();
    if (intent.manualCapture) {
        charge.captureBefore = charge.created + kAuthorizationSeconds;
        intent.status = Status::RequiresCapture;
        intent.amountCapturable = intent.amount;
        effect.events.push_back(kCapturable);
    } else {
        charge.amountCaptured = intent.amount;
        intent.status = Status::Succeeded;
        intent.amountReceived = intent.amount;
        effect.movements.push_back({"capture", intent.amount});
        effect.events.push_back(kSucceeded);
    }
    intent.charge = std::move(charge);
}

// Back to requires_payment_method. The failed method is forgotten, as Stripe forgets it.
void decline(Effect& effect, Decline reason, bool withCharge, const CallContext& context) {
    Intent& intent = effect.intent;
    reason.paymentMethod = intent.paymentMethod;
    if (withCharge) {
        Charge charge = chargeOf(intent, context);
        charge.failureCode = reason.code;
        charge.failureMessage = reason.message;
        reason.charge = charge.id;
        intent.charge = std::move(charge);
    }
    intent.status = Status::RequiresPaymentMethod;
    intent.paymentMethod.clear();
    intent.lastError = std::move(reason);
    effect.events.push_back(kFailed);
}

ApiError cardError(const Intent& intent) {
    const Decline& reason = *intent.lastError;
    ApiError error;
    error.httpStatus = 402;
    error.type = "card_error";
    error.code = reason.code;
    error.declineCode = reason.declineCode;
    error.message = reason.message;
    error.charge = reason.charge;
    error.paymentIntent = renderIntent(intent, false);
    return error;
}

Decline declineOf(const CardBehaviour& card) {
    return {
        std::string(card.code), std::string(card.declineCode), std::string(card.message), {}, {}};
}

void confirmWith(Effect& effect, const CardBehaviour& card, const CallContext& context) {
    Intent& intent = effect.intent;
    effect.changed = true;
    switch (card.kind) {
        case CardBehaviour::Kind::Approves:
            approve(effect, context);
            break;
        case CardBehaviour::Kind::Declines:
            decline(effect, declineOf(card), true, context);
            effect.error = cardError(intent);
            break;
        case CardBehaviour::Kind::NeedsAction:
            intent.status = Status::RequiresAction;
            break;
        case CardBehaviour::Kind::Processes:
            intent.status = Status::Processing;
            intent.settleAtMillis = context.nowMillis + card.processingMillis;
            break;
    }
}

bool isTrue(const http::Form& form, std::string_view name) {
    return form.find(name) == "true";
}

std::optional<ApiError> readCurrency(const http::Form& form, Intent& intent) {
    const auto text = form.find("currency");
    if (!text) return missingParameter("currency");
    std::string upper(*text);
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (!parseCurrency(upper)) {
        return invalidParameter("currency", "Invalid currency: " + clipped(*text, 40));
    }
    intent.currency = upper;
    for (char& c : intent.currency) c = static_cast<char>(c - 'A' + 'a');
    return std::nullopt;
}

std::optional<ApiError> readCaptureMethod(const http::Form& form, Intent& intent) {
    const auto method = form.find("capture_method").value_or("automatic");
    if (method != "manual" && method != "automatic" && method != "automatic_async") {
        return invalidParameter("capture_method", "Invalid capture_method");
    }
    intent.manualCapture = method == "manual";
    return std::nullopt;
}

std::optional<ApiError> readPaymentMethod(const http::Form& form, Intent& intent) {
    const auto method = form.find("payment_method");
    if (!method) return std::nullopt;
    if (!behaviourOf(*method)) return noSuch("PaymentMethod", *method, "payment_method");
    intent.paymentMethod = *method;
    return std::nullopt;
}

}  // namespace

Effect createIntent(const http::Form& form, const CallContext& context) {
    Intent intent;
    intent.id = context.ids.intent;
    intent.clientSecret = intent.id + "_secret_" + context.ids.secret;
    intent.created = seconds(context);
    const auto amount = readInteger(form, "amount", 1, kAmountMax);
    if (!amount) return refused(std::move(intent), amount.error());
    intent.amount = *amount;
    for (const auto read : {readCurrency, readCaptureMethod, readPaymentMethod}) {
        if (auto error = read(form, intent)) return refused(std::move(intent), std::move(*error));
    }
    if (auto error = readMetadata(form, intent.metadata)) {
        return refused(std::move(intent), std::move(*error));
    }
    intent.description = clipped(form.find("description").value_or(""), 1000);
    if (!intent.paymentMethod.empty()) intent.status = Status::RequiresConfirmation;
    if (isTrue(form, "confirm")) return confirmIntent(std::move(intent), form, context);
    Effect effect;
    effect.intent = std::move(intent);
    effect.changed = true;
    return effect;
}

Effect confirmIntent(Intent intent, const http::Form& form, const CallContext& context) {
    if (intent.status != Status::RequiresPaymentMethod &&
        intent.status != Status::RequiresConfirmation && intent.status != Status::RequiresAction) {
        return unexpectedState(std::move(intent), "confirm");
    }
    if (auto error = readPaymentMethod(form, intent)) {
        return refused(std::move(intent), std::move(*error));
    }
    const auto card = behaviourOf(intent.paymentMethod);
    if (!card) {
        ApiError error;
        error.code = "payment_intent_unexpected_state";
        error.message =
            "You cannot confirm this PaymentIntent because it's missing a payment method.";
        error.paymentIntent = renderIntent(intent, false);
        return refused(std::move(intent), std::move(error));
    }
    Effect effect;
    effect.intent = std::move(intent);
    confirmWith(effect, *card, context);
    return effect;
}

Effect completeAction(Intent intent, const http::Form& form, const CallContext& context) {
    if (intent.status != Status::RequiresAction) {
        return unexpectedState(std::move(intent), "complete the action of");
    }
    const std::string_view outcome = form.find("outcome").value_or("success");
    if (outcome != "success" && outcome != "failure") {
        return refused(std::move(intent), invalidParameter("outcome", "success or failure"));
    }
    Effect effect;
    effect.intent = std::move(intent);
    effect.changed = true;
    if (outcome == "success") {
        approve(effect, context);
    } else {
        decline(effect,
                {"payment_intent_authentication_failure",
                 "",
                 "The provided PaymentMethod has failed authentication.",
                 {},
                 {}},
                false, context);
    }
    return effect;
}

Effect settleProcessing(Intent intent, const CallContext& context) {
    const auto card = behaviourOf(intent.paymentMethod).value_or(CardBehaviour{});
    Effect effect;
    effect.intent = std::move(intent);
    effect.intent.settleAtMillis = 0;
    effect.changed = true;
    if (card.approvesAfterProcessing) {
        approve(effect, context);
    } else {
        decline(effect, declineOf(card), true, context);
    }
    return effect;
}

Effect cancelIntent(Intent intent, const http::Form& form, const CallContext& context) {
    if (intent.status == Status::Succeeded || intent.status == Status::Canceled ||
        intent.status == Status::Processing) {
        return unexpectedState(std::move(intent), "cancel");
    }
    const std::string_view reason = form.find("cancellation_reason").value_or("");
    constexpr std::string_view kReasons[] = {"", "duplicate", "fraudulent", "requested_by_customer",
                                             "abandoned"};
    if (std::find(std::begin(kReasons), std::end(kReasons), reason) == std::end(kReasons)) {
        return refused(std::move(intent),
                       invalidParameter("cancellation_reason", "Invalid cancellation_reason"));
    }
    Effect effect;
    effect.intent = std::move(intent);
    effect.changed = true;
    Intent& after = effect.intent;
    if (after.status == Status::RequiresCapture) {
        effect.movements.push_back({"void", after.amountCapturable});
        after.amountCapturable = 0;
        after.charge->released = true;
    }
    after.status = Status::Canceled;
    after.canceledAt = seconds(context);
    after.cancellationReason = reason;
    effect.events.push_back(kCanceled);
    return effect;
}

Effect captureIntent(Intent intent, const http::Form& form, const CallContext&) {
    if (intent.status != Status::RequiresCapture) {
        return unexpectedState(std::move(intent), "capture");
    }
    std::int64_t amount = intent.amountCapturable;
    if (form.find("amount_to_capture")) {
        const auto asked = readInteger(form, "amount_to_capture", 1, kAmountMax);
        if (!asked) return refused(std::move(intent), asked.error());
        if (*asked > amount) {
            ApiError error = invalidParameter(
                "amount_to_capture",
                "The amount to capture is greater than the amount that can be captured.");
            error.code = "amount_too_large";
            return refused(std::move(intent), std::move(error));
        }
        amount = *asked;
    }
    Effect effect;
    effect.intent = std::move(intent);
    effect.changed = true;
    Intent& after = effect.intent;
    effect.movements.push_back({"capture", amount});
    if (after.amountCapturable > amount) {
        effect.movements.push_back({"void", after.amountCapturable - amount});
    }
    after.amountCapturable = 0;
    after.amountReceived = amount;
    after.charge->amountCaptured = amount;
    after.status = Status::Succeeded;
    effect.events.push_back(kSucceeded);
    return effect;
}

Effect createRefund(Intent intent, const http::Form& form, const CallContext& context) {
    if (intent.status != Status::Succeeded || !intent.charge) {
        ApiError error;
        error.code = "payment_intent_unexpected_state";
        error.message = "This PaymentIntent does not have a successful charge to refund.";
        return refused(std::move(intent), std::move(error));
    }
    const std::int64_t left = intent.charge->amountCaptured - intent.charge->amountRefunded;
    Refund refund;
    if (left == 0) {
        ApiError error;
        error.code = "charge_already_refunded";
        error.message = "Charge " + intent.charge->id + " has already been refunded.";
        return refused(std::move(intent), std::move(error));
    }
    refund.amount = left;
    if (form.find("amount")) {
        const auto asked = readInteger(form, "amount", 1, kAmountMax);
        if (!asked) return refused(std::move(intent), asked.error());
        if (*asked > left) {
            return refused(std::move(intent),
                           invalidParameter("amount",
                                            "Refund amount is greater than unrefunded amount on "
                                            "charge."));
        }
        refund.amount = *asked;
    }
    if (auto error = readMetadata(form, refund.metadata)) {
        return refused(std::move(intent), std::move(*error));
    }
    refund.id = context.ids.refund;
    refund.intent = intent.id;
    refund.charge = intent.charge->id;
    refund.currency = intent.currency;
    refund.created = seconds(context);
    refund.reason = clipped(form.find("reason").value_or(""), 100);
    Effect effect;
    effect.intent = std::move(intent);
    effect.intent.charge->amountRefunded += refund.amount;
    effect.movements.push_back({"refund", refund.amount});
    effect.events.push_back("charge.refunded");
    effect.refund = std::move(refund);
    effect.changed = true;
    return effect;
}

}  // namespace tessera::paysim
