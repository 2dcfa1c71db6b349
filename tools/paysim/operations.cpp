// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/operations.h"

#include <algorithm>
#include <charconv>

#include "shared/base/money.h"

namespace tessera::paysim {
namespace {

constexpr std::string_view kCapturable = "payment_intent.amount_capturable_updated";
constexpr std::string_view kFailed = "payment_intent.payment_failed";
constexpr std::string_view kSucceeded = "payment_intent.succeeded";
constexpr std::string_view kCanceled = "payment_intent.canceled";
constexpr std::string_view kChargeSucceeded = "charge.succeeded";
constexpr std::string_view kChargeFailed = "charge.failed";

std::int64_t seconds(const CallContext& context) {
    return context.nowMillis / 1000;
}

Charge chargeOf(const Intent& intent, const CallContext& context) {
    Charge charge;
    charge.id = context.ids.charge;
    charge.paymentMethod = intent.paymentMethod;
    charge.created = seconds(context);
    charge.amount = intent.amount;
    charge.cardPresent = intent.paymentMethod.starts_with("pm_reader_");
    return charge;
}

void approve(Effect& effect, const CallContext& context) {
    Intent& intent = effect.intent;
    Charge charge = chargeOf(intent, context);
    charge.succeeded = true;
    effect.movements.push_back({"authorize", intent.amount});
    effect.events.push_back(kChargeSucceeded);
    intent.lastError.reset();
    if (intent.manualCapture) {
        charge.captureBefore = charge.created + context.authorizeSeconds;
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
        effect.events.push_back(kChargeFailed);
    }
    intent.status = Status::RequiresPaymentMethod;
    intent.paymentMethod.clear();
    intent.authenticated = false;
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
    error.paymentIntent = renderIntent(intent, {});
    return error;
}

Decline declineOf(const CardBehaviour& card) {
    return {
        std::string(card.code), std::string(card.declineCode), std::string(card.message), {}, {}};
}

void process(Effect& effect, std::int64_t millis, const CallContext& context) {
    effect.intent.status = Status::Processing;
    effect.intent.settleAtMillis = context.nowMillis + millis;
    effect.events.push_back("payment_intent.processing");
}

void confirmWith(Effect& effect, const CardBehaviour& card, const CallContext& context) {
    Intent& intent = effect.intent;
    effect.changed = true;
    if (card.kind == CardBehaviour::Kind::NeedsAction && !intent.authenticated) {
        intent.status = Status::RequiresAction;
        effect.events.push_back("payment_intent.requires_action");
    } else if (card.kind == CardBehaviour::Kind::Processes) {
        process(effect, card.processingMillis, context);
    } else if (context.lateAuthorizationMillis > 0) {
        process(effect, context.lateAuthorizationMillis, context);
    } else if (card.kind == CardBehaviour::Kind::Declines) {
        decline(effect, declineOf(card), true, context);
        effect.error = cardError(intent);
    } else {
        approve(effect, context);
    }
}

void release(Effect& effect) {
    effect.movements.push_back({"void", effect.intent.amountCapturable});
    effect.intent.amountCapturable = 0;
    effect.intent.charge->released = true;
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

std::optional<ApiError> readConfirmationMethod(const http::Form& form, Intent& intent) {
    const auto method = form.find("confirmation_method").value_or("automatic");
    if (method != "manual" && method != "automatic") {
        return invalidParameter("confirmation_method", "Invalid confirmation_method");
    }
    intent.manualConfirmation = method == "manual";
    return std::nullopt;
}

std::optional<ApiError> readMethodTypes(const http::Form& form, Intent& intent) {
    const auto types = form.list("payment_method_types");
    if (types.empty()) return std::nullopt;
    intent.card = false;
    for (const std::string& type : types) {
        if (type != "card" && type != "card_present") {
            return invalidParameter("payment_method_types", "card or card_present");
        }
        (type == "card" ? intent.card : intent.cardPresent) = true;
    }
    return std::nullopt;
}

std::optional<ApiError> readPaymentMethod(const http::Form& form, Intent& intent) {
    const auto method = form.find("payment_method");
    if (!method) return std::nullopt;
    const bool read = method->starts_with("pm_reader_");
    if (read || !behaviourOf(*method)) return noSuch("PaymentMethod", *method, "payment_method");
    if (!intent.card) {
        return invalidParameter("payment_method", "This PaymentIntent is paid at a reader.");
    }
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
    if (!amount) return refused(amount.error());
    intent.amount = *amount;
    for (const auto read : {readCurrency, readCaptureMethod, readConfirmationMethod,
                            readMethodTypes, readPaymentMethod}) {
        if (auto error = read(form, intent)) return refused(std::move(*error));
    }
    if (auto error = readMetadata(form, intent.metadata)) {
        return refused(std::move(*error));
    }
    intent.description = clipped(form.find("description").value_or(""), 1000);
    if (!intent.paymentMethod.empty()) intent.status = Status::RequiresConfirmation;
    Effect effect;
    if (isTrue(form, "confirm")) {
        effect = confirmIntent(std::move(intent), form, context);
        if (!effect.changed) return effect;
    } else {
        effect.intent = std::move(intent);
        effect.changed = true;
    }
    effect.events.insert(effect.events.begin(), "payment_intent.created");
    return effect;
}

Effect updateIntent(Intent intent, const http::Form& form) {
    const bool open = intent.status == Status::RequiresPaymentMethod ||
                      intent.status == Status::RequiresConfirmation ||
                      intent.status == Status::RequiresAction;
    for (const std::string_view name : {"amount", "currency", "payment_method"}) {
        if (form.find(name) && !open) return unexpectedState(intent, "update");
    }
    if (form.find("amount")) {
        const auto amount = readInteger(form, "amount", 1, kAmountMax);
        if (!amount) return refused(amount.error());
        intent.amount = *amount;
    }
    if (form.find("currency")) {
        if (auto error = readCurrency(form, intent)) return refused(std::move(*error));
    }
    if (form.find("payment_method")) {
        if (auto error = readPaymentMethod(form, intent)) return refused(std::move(*error));
        intent.status = Status::RequiresConfirmation;
        intent.authenticated = false;
    }
    if (auto error = readMetadata(form, intent.metadata)) return refused(std::move(*error));
    if (const auto text = form.find("description")) intent.description = clipped(*text, 1000);
    Effect effect;
    effect.intent = std::move(intent);
    effect.changed = true;
    return effect;
}

Effect confirmIntent(Intent intent, const http::Form& form, const CallContext& context) {
    if (intent.status != Status::RequiresPaymentMethod &&
        intent.status != Status::RequiresConfirmation && intent.status != Status::RequiresAction) {
        return unexpectedState(intent, "confirm");
    }
    if (auto error = readPaymentMethod(form, intent)) {
        return refused(std::move(*error));
    }
    const auto card = behaviourOf(intent.paymentMethod);
    if (!card) {
        ApiError error;
        error.code = "payment_intent_unexpected_state";
        error.message =
            "You cannot confirm this PaymentIntent because it's missing a payment method.";
        error.paymentIntent = renderIntent(intent, {});
        return refused(std::move(error));
    }
    Effect effect;
    effect.intent = std::move(intent);
    confirmWith(effect, *card, context);
    return effect;
}

Effect completeAction(Intent intent, const http::Form& form, const CallContext& context) {
    if (intent.status != Status::RequiresAction) {
        return unexpectedState(intent, "complete the action of");
    }
    const std::string_view outcome = form.find("outcome").value_or("success");
    if (outcome != "success" && outcome != "failure") {
        return refused(invalidParameter("outcome", "success or failure"));
    }
    Effect effect;
    effect.intent = std::move(intent);
    effect.changed = true;
    effect.intent.authenticated = outcome == "success";
    if (outcome == "success" && effect.intent.manualConfirmation) {
        effect.intent.status = Status::RequiresConfirmation;  // The merchant confirms again.
    } else if (outcome == "success") {
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

Effect expireAuthorization(Intent intent, const CallContext& context) {
    Effect effect;
    effect.intent = std::move(intent);
    effect.changed = true;
    effect.expired = true;
    Intent& after = effect.intent;
    release(effect);
    after.status = Status::Canceled;
    after.canceledAt = seconds(context);
    after.cancellationReason = "automatic";
    effect.events = {"charge.expired", kCanceled};
    return effect;
}

std::int64_t dueAt(const Intent& intent) {
    if (intent.status == Status::Processing) return intent.settleAtMillis;
    if (intent.status == Status::RequiresCapture && intent.charge) {
        return intent.charge->captureBefore * 1000;
    }
    return 0;
}

Effect cancelIntent(Intent intent, const http::Form& form, const CallContext& context) {
    if (intent.status == Status::Succeeded || intent.status == Status::Canceled ||
        intent.status == Status::Processing) {
        return unexpectedState(intent, "cancel");
    }
    const std::string_view reason = form.find("cancellation_reason").value_or("");
    constexpr std::string_view kReasons[] = {"", "duplicate", "fraudulent", "requested_by_customer",
                                             "abandoned"};
    if (std::find(std::begin(kReasons), std::end(kReasons), reason) == std::end(kReasons)) {
        return refused(invalidParameter("cancellation_reason", "Invalid cancellation_reason"));
    }
    Effect effect;
    effect.intent = std::move(intent);
    effect.changed = true;
    Intent& after = effect.intent;
    if (after.status == Status::RequiresCapture) {
        release(effect);
        effect.events.push_back("charge.refunded");
    }
    after.status = Status::Canceled;
    after.canceledAt = seconds(context);
    after.cancellationReason = reason;
    effect.events.push_back(kCanceled);
    return effect;
}

Effect captureIntent(Intent intent, const http::Form& form, const CallContext&) {
    if (intent.status != Status::RequiresCapture) {
        return unexpectedState(intent, "capture");
    }
    std::int64_t amount = intent.amountCapturable;
    if (form.find("amount_to_capture")) {
        const auto asked = readInteger(form, "amount_to_capture", 1, kAmountMax);
        if (!asked) return refused(asked.error());
        if (*asked > amount) {
            ApiError error = invalidParameter(
                "amount_to_capture",
                "The amount to capture is greater than the amount that can be captured.");
            error.code = "amount_too_large";
            return refused(std::move(error));
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
    effect.events = {"charge.captured", kSucceeded};
    return effect;
}

}  // namespace tessera::paysim
