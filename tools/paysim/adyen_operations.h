// SPDX-License-Identifier: Apache-2.0
// What Adyen's Checkout calls do to a payment, and what becomes of modifications.
//
// Pure and deterministic: clock, ids and delays come with the context. A refused call leaves no
// effect. Modifications are only received; settle() decides them, by what the payment is then.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/paysim/adyen_model.h"
#include "tools/paysim/render.h"

namespace tessera::paysim {

// Of what was authorised: its code, the card's last digits and its expiry, as Adyen has it there.
inline constexpr std::string_view kAuthorisedReason = "026450:1111:03/2030";

struct AdyenContext {
    std::int64_t nowMillis = 0;
    std::string psp;    // For what this call makes.
    std::string token;  // Unguessable, for a redirect.
    std::string baseUrl;
    std::int64_t delayMillis = 0;  // Until a modification is decided.
    std::int64_t lateMillis = 0;   // A fault: what would be authorised at once is pending so long.
};

// What a notification will say.
struct AdyenNotice {
    std::string_view eventCode;
    std::string psp;
    std::string originalReference;
    std::string merchantReference;
    std::string reason;
    std::string currency;
    std::string action;  // additionalData.modification.action
    std::string_view brand;
    std::int64_t amount = 0;
    bool success = true;
};

struct AdyenMovement {
    std::string_view kind;    // "authorize", "capture", "void", "refund"
    std::int64_t amount = 0;  // Less than 0: what had moved is back.
};

// The new values of what changed.
struct AdyenEffect {
    std::optional<AdyenPayment> payment;
    std::optional<AdyenModification> modification;
    std::vector<AdyenMovement> movements;
    std::vector<AdyenNotice> notices;
};

struct AdyenOutcome {
    int status = 200;
    Json body;
    AdyenEffect effect;
};

// {"status", "errorCode", "message", "errorType"}, as Adyen's errors are.
AdyenOutcome adyenError(int status, std::string_view code, std::string_view type,
                        std::string_view message);

// POST /payments
AdyenOutcome adyenPay(const Json& body, const AdyenContext& context);
// POST /payments/details, of the payment that `redirectResult` names.
AdyenOutcome adyenDetails(const AdyenPayment& payment, const AdyenContext& context);
// POST /payments/{psp}/captures, cancels, refunds, reversals.
AdyenOutcome adyenModify(AdyenVerb verb, const AdyenPayment& payment, const Json& body,
                         const AdyenContext& context);
// POST /cancels. Whether there is such a payment is not looked at.
AdyenOutcome adyenCancelByReference(const Json& body, const AdyenContext& context);

// A payment whose time has come. REQUIRES: Pending or Redirected.
AdyenEffect settle(const AdyenPayment& payment, const AdyenContext& context);
// A modification whose time has come; of a TechnicalCancel `payment` may be null: none was found.
AdyenEffect settle(const AdyenModification& modification, const AdyenPayment* payment,
                   const AdyenContext& context);

}  // namespace tessera::paysim
