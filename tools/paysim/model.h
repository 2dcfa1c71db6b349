// SPDX-License-Identifier: Apache-2.0
// What the sandbox keeps: payment intents with their latest charge, refunds, and readers.
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
    bool released = false;     // Authorized, and let go without a capture.
    bool cardPresent = false;  // Read by a reader.
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
    bool manualConfirmation = false;
    bool authenticated = false;  // The buyer did what requires_action asked for.
    bool cardPresent = false;    // "card_present" is among the types it may be paid with.
    bool card = true;            // "card" is.
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

enum class RefundStatus { Pending, Succeeded, Failed, Canceled, RequiresAction };

std::string_view toText(RefundStatus status);
std::optional<RefundStatus> parseRefundStatus(std::string_view text);

struct Refund {
    std::string id;
    std::string intent;
    std::string charge;
    std::uint64_t ordinal = 0;
    std::int64_t amount = 0;
    std::string currency;
    std::int64_t created = 0;
    std::string reason;
    RefundStatus status = RefundStatus::Succeeded;
    std::string failureReason;
    // What it becomes at dueAtMillis; nothing changes by itself where that is 0.
    RefundStatus next = RefundStatus::Succeeded;
    std::int64_t dueAtMillis = 0;
    Metadata metadata;

    // Counts in the charge's amount_refunded.
    bool counts() const {
        return status != RefundStatus::Failed && status != RefundStatus::Canceled;
    }
};

struct ReaderAction {
    std::string intent;
    std::string status;  // "in_progress", "succeeded" or "failed"
    std::string failureCode;
    std::string failureMessage;
};

struct Reader {
    std::string id;
    std::uint64_t ordinal = 0;
    std::string label;
    std::string location;
    std::string serial;
    std::int64_t created = 0;
    Metadata metadata;
    std::optional<ReaderAction> action;  // The last one; a reader does one at a time.
};

// How refunds of a payment go.
enum class RefundCourse { Succeeds, PendsFirst, FailsLater, NeedsAction };

// What a payment method does when it is confirmed.
struct CardBehaviour {
    enum class Kind { Approves, Declines, NeedsAction, Processes };
    Kind kind = Kind::Approves;
    std::string_view code;
    std::string_view declineCode;
    std::string_view message;
    std::string_view brand = "visa";
    std::string_view last4 = "4242";
    std::string_view funding = "credit";
    bool approvesAfterProcessing = true;
    std::int64_t processingMillis = 0;
    RefundCourse refunds = RefundCourse::Succeeds;
};

// Nothing for a payment method that does not exist. `pm_sandbox_processing_<ms>` and
// `pm_sandbox_processingDeclined_<ms>` stay in processing for so long (an hour at most).
// `pm_reader_<rest>` is what a reader read: it behaves as `pm_card_<rest>`.
std::optional<CardBehaviour> behaviourOf(std::string_view paymentMethod);

// The payment method that a reader makes of a test card's number; nothing for an unknown number.
std::optional<std::string_view> readerMethodOf(std::string_view number);

}  // namespace tessera::paysim
