// SPDX-License-Identifier: Apache-2.0
// What a payment provider said about one attempt, as the engine judges it.
//
// Plain values. `Unknown` never changes a state; only a definitive look at the provider's object
// is evidence (DESIGN 6).
#pragma once

#include <cstdint>
#include <string>

#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/time.h"

namespace tessera::engine {

// Who takes and gives back the money of a tender. House: Tessera itself, by the till or on account;
// nobody is called. The numbers are the database's.
enum class ProviderKind : std::uint8_t { House = 0, Stripe = 1, Adyen = 2, GiftCard = 3 };

// A call that the owner makes to the provider. Key of a call = attempt:operation:try, or
// refund:operation:try where it is about a refund.
enum class Operation : std::uint8_t {
    Create = 1,
    Retrieve = 2,
    Cancel = 3,
    Capture = 4,
    Refund = 5,
    // The buyer's client, or a reader, has what it takes to pay: OutboxRow::payload. At a provider
    // that creates and confirms in one call this is that call.
    Confirm = 6,
    RetrieveRefund = 7,  // How one refund stands.
};

enum class AnswerKind : std::uint8_t {
    Definitive,  // The provider answered about the object: `object` and the amounts hold.
    Accepted,    // Received; the outcome comes later.
    Refused,     // The operation was definitively refused; `object` and the amounts are current.
    Unknown,     // Time-out, 5xx, broken connection: nothing is known.
};

// Where one refund stands at the provider. Failed is final for that refund object, and may come
// after Succeeded: the money is ours again.
enum class RefundStanding : std::uint8_t { None, Pending, Succeeded, Failed };

// States of a PaymentIntent.
enum class ObjectState : std::uint8_t {
    None,  // Nothing known of an object.
    RequiresPaymentMethod,
    RequiresConfirmation,
    RequiresAction,
    Processing,
    RequiresCapture,  // Authorized.
    Succeeded,        // Captured.
    Canceled,
};

struct ProviderAnswer {
    AnswerKind kind = AnswerKind::Unknown;
    ObjectState object = ObjectState::None;
    Money authorized;  // Capturable now.
    Money captured;
    Money refunded;  // Confirmed refunds.
    Instant captureBefore = Instant::never();
    std::string objectId;      // At most 128 bytes.
    std::string clientSecret;  // At most 256 bytes; never logged.
    std::string evidence;      // Provider's status and request id; at most 512 bytes.
    // Of Refund and RetrieveRefund, whose answers are about the refund alone where the row names
    // one: object is None then, and all sums are 0. None where the provider has only said
    // "received"; of a definitive RetrieveRefund: it knows no such refund.
    RefundStanding refund = RefundStanding::None;
    std::string refundObjectId{};  // At most 128 bytes.
    // The provider knows no object of this id. No evidence (kind is Unknown): create again with
    // the key of the first, then cancel what comes back.
    bool notFound = false;
    std::string cardLast4{};  // The card's last four digits; empty: not said.
    // Of one that can be paid again: why the last card was declined, in the provider's words, at
    // most 64 bytes; empty: none was, or another is being read. Or why no terminal asks for a card:
    // "reader_offline", "reader_busy" with another payment, "reader_unknown" to the provider,
    // "reader_timeout": none was shown, "reader_idle": it is not said why.
    std::string declineReason{};
};

}  // namespace tessera::engine
