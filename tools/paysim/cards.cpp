// SPDX-License-Identifier: Apache-2.0
// Stripe's test payment methods and card numbers, and the sandbox's own; see behaviourOf().
// Source: Stripe's "Test card numbers" and, for readers, "Simulated test cards".
#include <array>
#include <charconv>

#include "tools/paysim/model.h"

namespace tessera::paysim {
namespace {

using Kind = CardBehaviour::Kind;

constexpr std::int64_t kProcessingMillisMax = 3'600'000;
constexpr std::string_view kDeclined = "Your card was declined.";

struct Approval {
    std::string_view name;  // After "pm_card_".
    std::string_view brand;
    std::string_view last4;
    std::string_view funding = "credit";
    RefundCourse refunds = RefundCourse::Succeeds;
};
constexpr Approval kApprovals[] = {
    {"visa", "visa", "4242"},
    {"us", "visa", "4242"},
    {"visa_debit", "visa", "5556", "debit"},
    {"mastercard", "mastercard", "4444"},
    {"mastercard_debit", "mastercard", "3222", "debit"},
    {"mastercard_prepaid", "mastercard", "5100", "prepaid"},
    {"amex", "amex", "8431"},
    {"discover", "discover", "1117"},
    {"diners", "diners", "0004"},
    {"jcb", "jcb", "0505"},
    {"unionpay", "unionpay", "0005"},
    {"bypassPending", "visa", "0077"},
    {"threeDSecureOptional", "visa", "3055"},
    {"pendingRefund", "visa", "7726", "credit", RefundCourse::PendsFirst},
    {"refundFail", "visa", "5126", "credit", RefundCourse::FailsLater},
};

struct Refusal {
    std::string_view name;  // After "pm_card_" or "pm_card_visa_".
    std::string_view code;
    std::string_view declineCode;
    std::string_view message;
    std::string_view last4;
};
constexpr Refusal kRefusals[] = {
    {"chargeDeclined", "card_declined", "generic_decline", kDeclined, "0002"},
    {"chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds",
     "Your card has insufficient funds.", "9995"},
    {"chargeDeclinedLostCard", "card_declined", "lost_card", kDeclined, "9987"},
    {"chargeDeclinedStolenCard", "card_declined", "stolen_card", kDeclined, "9979"},
    {"chargeDeclinedFraudulent", "card_declined", "fraudulent", kDeclined, "0019"},
    {"chargeDeclinedVelocityLimitExceeded", "card_declined", "card_velocity_exceeded", kDeclined,
     "6975"},
    {"chargeDeclinedExpiredCard", "expired_card", "", "Your card has expired.", "0069"},
    {"chargeDeclinedIncorrectCvc", "incorrect_cvc", "", "Your card's security code is incorrect.",
     "0127"},
    {"chargeDeclinedProcessingError", "processing_error", "",
     "An error occurred while processing your card. Try again in a little bit.", "0119"},
};

// These ask the buyer's bank first.
constexpr std::pair<std::string_view, std::string_view> kAuthentications[] = {
    {"threeDSecure2Required", "3220"},
    {"threeDSecureRequired", "3063"},
    {"authenticationRequired", "3184"},
};

std::optional<CardBehaviour> processes(std::string_view millis, bool approved) {
    CardBehaviour card;
    card.last4 = approved ? "0077" : "0259";
    card.kind = Kind::Processes;
    card.approvesAfterProcessing = approved;
    if (!approved) {
        card.code = "card_declined";
        card.declineCode = "generic_decline";
        card.message = kDeclined;
    }
    const char* end = millis.data() + millis.size();
    const auto parsed = std::from_chars(millis.data(), end, card.processingMillis);
    if (parsed.ec != std::errc{} || parsed.ptr != end || card.processingMillis < 0 ||
        card.processingMillis > kProcessingMillisMax) {
        return std::nullopt;
    }
    return card;
}

std::optional<CardBehaviour> cardNamed(std::string_view name) {
    CardBehaviour card;
    for (const Approval& row : kApprovals) {
        if (row.name != name) continue;
        card.brand = row.brand;
        card.last4 = row.last4;
        card.funding = row.funding;
        card.refunds = row.refunds;
        return card;
    }
    for (const auto& [known, last4] : kAuthentications) {
        if (known != name) continue;
        card.kind = Kind::NeedsAction;
        card.last4 = last4;
        return card;
    }
    // Stripe's own names have the brand in front; the short ones are taken as well.
    if (name.starts_with("visa_")) name.remove_prefix(5);
    for (const Refusal& row : kRefusals) {
        if (row.name != name) continue;
        card.kind = Kind::Declines;
        card.code = row.code;
        card.declineCode = row.declineCode;
        card.message = row.message;
        card.last4 = row.last4;
        card.approvesAfterProcessing = false;
        return card;
    }
    return std::nullopt;
}

std::optional<CardBehaviour> sandboxCard(std::string_view name) {
    constexpr std::string_view kProcessing = "processing_";
    constexpr std::string_view kDeclinedLate = "processingDeclined_";
    if (name.starts_with(kProcessing)) return processes(name.substr(kProcessing.size()), true);
    if (name.starts_with(kDeclinedLate)) return processes(name.substr(kDeclinedLate.size()), false);
    if (name != "refundRequiresAction") return std::nullopt;
    CardBehaviour card;
    card.refunds = RefundCourse::NeedsAction;
    return card;
}

}  // namespace

std::optional<CardBehaviour> behaviourOf(std::string_view paymentMethod) {
    for (const std::string_view prefix : {"pm_card_", "pm_reader_"}) {
        if (paymentMethod.starts_with(prefix))
            return cardNamed(paymentMethod.substr(prefix.size()));
    }
    constexpr std::string_view kOwn = "pm_sandbox_";
    if (paymentMethod.starts_with(kOwn)) return sandboxCard(paymentMethod.substr(kOwn.size()));
    return std::nullopt;
}

std::optional<std::string_view> readerMethodOf(std::string_view number) {
    constexpr std::pair<std::string_view, std::string_view> kNumbers[] = {
        {"", "pm_reader_visa"},
        {"4242424242424242", "pm_reader_visa"},
        {"4000056655665556", "pm_reader_visa_debit"},
        {"5555555555554444", "pm_reader_mastercard"},
        {"378282246310005", "pm_reader_amex"},
        {"4000000000000002", "pm_reader_chargeDeclined"},
        {"4000000000009995", "pm_reader_chargeDeclinedInsufficientFunds"},
        {"4000000000009987", "pm_reader_chargeDeclinedLostCard"},
        {"4000000000009979", "pm_reader_chargeDeclinedStolenCard"},
        {"4000000000000069", "pm_reader_chargeDeclinedExpiredCard"},
        {"4000000000000119", "pm_reader_chargeDeclinedProcessingError"},
        {"4000000000005126", "pm_reader_refundFail"},
        {"4000000000007726", "pm_reader_pendingRefund"},
    };
    for (const auto& [known, method] : kNumbers) {
        if (known == number) return method;
    }
    return std::nullopt;
}

}  // namespace tessera::paysim
