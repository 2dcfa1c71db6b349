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

// A call that the owner makes to the provider. Key of a call = attempt:operation:try.
enum class Operation : std::uint8_t {
    Create = 1,
    Retrieve = 2,
    Cancel = 3,
    Capture = 4,
    Refund = 5
};

enum class AnswerKind : std::uint8_t {
    Definitive,  // The provider answered about the object: `object` and the amounts hold.
    Accepted,    // Received; the outcome comes later.
    Refused,     // The operation was definitively refused; `object` and the amounts are current.
    Unknown,     // Time-out, 5xx, broken connection: nothing is known.
};

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
};

}  // namespace tessera::engine
