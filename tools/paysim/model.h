// SPDX-License-Identifier: Apache-2.0
// What the sandbox keeps: payment intents with their latest charge, and refunds.
//
// Plain values. Amounts are in the currency's minor unit, times in whole seconds since 1970 as
// Stripe has them. The states are Stripe's, with Stripe's meaning.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tessera::paysim {

enum class Status {
    RequiresPaymentMethod,
    RequiresConfirmation,
    RequiresAction,
    Processing,
    RequiresCapture,
    Succeeded,
    Canceled,
};

std::string_view toText(Status status);
std::optional<Status> parseStatus(std::string_view text);

using Metadata = std::vector<std::pair<std::string, std::string>>;

// Why the last confirmation failed; also the body of the 402.
struct Decline {
    std::string code;         // "card_declined"
    std::string declineCode;  // "insufficient_funds"; empty where the code says it all.
    std::string message;
    std::string paymentMethod;
    std::string charge;
};

struct Charge {
    std::string id;
    std::string paymentMethod;
    std::int64_t created = 0;
    std::int64_t amount = 0;
    std::int64_t amountCaptured = 0;
    std::int64_t amountRefunded = 0;
    std::int64_t captureBefore = 0;  // 0 where it was captured with the confirmation.
    bool succeeded = false;
    bool released = false;  // Authorized, and let go without a capture.
    std::string failureCode;
    std::string failureMessage;
};

struct Intent {
    std::string id;
    std::string clientSecret;
    std::uint64_t ordinal = 0;  // Position in the order of creation, from 0.
    Status status = Status::RequiresPaymentMethod;
    std::int64_t amount = 0;
    std::int64_t amountCapturable = 0;
    std::int64_t amountReceived = 0;
    std::string currency;
    bool manualCapture = false;
    std::int64_t created = 0;
    std::int64_t canceledAt = 0;
    std::string cancellationReason;
    std::string description;
    std::string paymentMethod;
    Metadata metadata;
    std::optional<Decline> lastError;
    std::optional<Charge> charge;
    std::int64_t settleAtMillis = 0;  // Of Processing: when the bank answers.
};

struct Refund {
    std::string id;
    std::string intent;
    std::string charge;
    std::uint64_t ordinal = 0;
    std::int64_t amount = 0;
    std::string currency;
    std::int64_t created = 0;
    std::string reason;
    Metadata metadata;
};

// What a payment method does when it is confirmed.
struct CardBehaviour {
    enum class Kind { Approves, Declines, NeedsAction, Processes };
    Kind kind = Kind::Approves;
    std::string_view code;
    std::string_view declineCode;
    std::string_view message;
    std::string_view brand = "visa";
    std::string_view last4 = "4242";
    bool approvesAfterProcessing = true;
    std::int64_t processingMillis = 0;
};

// Nothing for a payment method that does not exist. `pm_sandbox_processing_<ms>` and
// `pm_sandbox_processingDeclined_<ms>` stay in processing for so long (an hour at most).
std::optional<CardBehaviour> behaviourOf(std::string_view paymentMethod);

}  // namespace tessera::paysim
