// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/model.h"

#include <array>
#include <charconv>

namespace tessera::paysim {
namespace {

constexpr std::array<std::pair<Status, std::string_view>, 7> kStatusTexts{{
    {Status::RequiresPaymentMethod, "requires_payment_method"},
    {Status::RequiresConfirmation, "requires_confirmation"},
    {Status::RequiresAction, "requires_action"},
    {Status::Processing, "processing"},
    {Status::RequiresCapture, "requires_capture"},
    {Status::Succeeded, "succeeded"},
    {Status::Canceled, "canceled"},
}};

constexpr std::int64_t kProcessingMillisMax = 3'600'000;

CardBehaviour approves(std::string_view brand, std::string_view last4) {
    CardBehaviour card;
    card.brand = brand;
    card.last4 = last4;
    return card;
}

CardBehaviour declines(std::string_view code, std::string_view declineCode,
                       std::string_view message, std::string_view last4) {
    CardBehaviour card = approves("visa", last4);
    card.kind = CardBehaviour::Kind::Declines;
    card.code = code;
    card.declineCode = declineCode;
    card.message = message;
    return card;
}

CardBehaviour needsAction() {
    CardBehaviour card = approves("visa", "3220");
    card.kind = CardBehaviour::Kind::NeedsAction;
    return card;
}

std::optional<CardBehaviour> processes(std::string_view millis, bool approved) {
    CardBehaviour card =
        approved ? approves("visa", "0077")
                 : declines("card_declined", "generic_decline", "Your card was declined.", "0259");
    card.kind = CardBehaviour::Kind::Processes;
    card.approvesAfterProcessing = approved;
    const char* end = millis.data() + millis.size();
    const auto parsed = std::from_chars(millis.data(), end, card.processingMillis);
    if (parsed.ec != std::errc{} || parsed.ptr != end || card.processingMillis < 0 ||
        card.processingMillis > kProcessingMillisMax) {
        return std::nullopt;
    }
    return card;
}

}  // namespace

std::string_view toText(Status status) {
    for (const auto& [value, text] : kStatusTexts) {
        if (value == status) return text;
    }
    return {};
}

std::optional<Status> parseStatus(std::string_view text) {
    for (const auto& [value, name] : kStatusTexts) {
        if (name == text) return value;
    }
    return std::nullopt;
}

std::optional<CardBehaviour> behaviourOf(std::string_view paymentMethod) {
    constexpr std::string_view kCard = "pm_card_";
    constexpr std::string_view kProcessing = "pm_sandbox_processing_";
    constexpr std::string_view kProcessingDeclined = "pm_sandbox_processingDeclined_";
    if (paymentMethod.starts_with(kProcessing)) {
        return processes(paymentMethod.substr(kProcessing.size()), true);
    }
    if (paymentMethod.starts_with(kProcessingDeclined)) {
        return processes(paymentMethod.substr(kProcessingDeclined.size()), false);
    }
    if (!paymentMethod.starts_with(kCard)) return std::nullopt;
    std::string_view name = paymentMethod.substr(kCard.size());
    if (name == "visa" || name == "us") return approves("visa", "4242");
    if (name == "visa_debit") return approves("visa", "5556");
    if (name == "mastercard") return approves("mastercard", "4444");
    if (name == "amex") return approves("amex", "8431");
    if (name.starts_with("threeDSecure")) {
        if (name == "threeDSecure2Required" || name == "threeDSecureRequired") {
            return needsAction();
        }
        return std::nullopt;
    }
    // Stripe's own names have the brand in front; the short ones are taken as well.
    if (name.starts_with("visa_")) name.remove_prefix(5);
    if (name == "chargeDeclined") {
        return declines("card_declined", "generic_decline", "Your card was declined.", "0002");
    }
    if (name == "chargeDeclinedInsufficientFunds") {
        return declines("card_declined", "insufficient_funds", "Your card has insufficient funds.",
                        "9995");
    }
    if (name == "chargeDeclinedLostCard") {
        return declines("card_declined", "lost_card", "Your card was declined.", "9987");
    }
    if (name == "chargeDeclinedFraudulent") {
        return declines("card_declined", "fraudulent", "Your card was declined.", "0019");
    }
    if (name == "chargeDeclinedExpiredCard") {
        return declines("expired_card", "", "Your card has expired.", "0069");
    }
    if (name == "chargeDeclinedProcessingError") {
        return declines("processing_error", "",
                        "An error occurred while processing your card. Try again in a little bit.",
                        "0119");
    }
    return std::nullopt;
}

}  // namespace tessera::paysim
