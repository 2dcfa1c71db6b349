// SPDX-License-Identifier: Apache-2.0
// What Adyen says, in the words of provider.h: answers, notification items, and all that is known
// of an attempt from its stored items.
//
// Pure and deterministic; the order in which items arrived, and doubles, make no difference.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/payments/http_calls.h"
#include "server/payments/provider.h"

namespace tessera::payments {

// Kinds of items that are not notifications but the adapter's own notes, stored likewise. Their
// `reason` begins with the call's name: "payment-1", "details-2", "capture-3".
inline constexpr const char* kAdyenAskedItem = "asked";        // About to be sent.
inline constexpr const char* kAdyenPaymentsItem = "payments";  // Answered, by a resultCode…
inline constexpr const char* kAdyenDetailsItem = "payments/details";
inline constexpr const char* kAdyenReceivedItem = "received";  // …or by "received"…
inline constexpr const char* kAdyenRefusedItem = "refused";    // …or refused at once.
inline constexpr const char* kAdyenToldItem = "told";  // Our caller knows that it has failed.

// Our reference on what we ask Adyen for: of a payment the attempt's public id; of a modification
// that, the operation and its try: "…-capture-1", "…-refund-<refund's public id>-2".
struct AdyenReference {
    EventId event;
    AttemptId attempt;
    RefundId refund{};
    std::string modification;  // "capture-1"; empty: the payment itself.
};
std::string adyenPaymentReference(const Call& call);
// "payment-1" or "details-1" of a Confirm, "capture-1", "cancel-1", "refund-<id>-1".
std::string adyenCallName(const Call& call);
// The same call under the try that `name` ends in: its key, its reference.
Call adyenCallNamed(const Call& call, std::string_view name);
std::optional<AdyenReference> parseAdyenReference(std::string_view text);

// A request to /payments or /payments/details, from Confirm's payload. Nothing where the payload is
// neither, or has card data that is not encrypted.
struct AdyenRequest {
    std::string path;  // "/payments"
    std::string body;
};
std::optional<AdyenRequest> adyenConfirmRequest(const Call& call, std::string_view merchantAccount,
                                                std::string_view returnUrl);

// A note of the adapter's own about `call`.
WebhookItem adyenNote(const Call& call, const char* kind, Instant now);

// An answer, and what of it must be in the inbox before it is given.
struct AdyenAnswer {
    engine::ProviderAnswer answer;
    std::optional<WebhookItem> item;
    bool alreadyProcessed = false;  // 704: the inbox may know what came of it.
};
AdyenAnswer readAdyenPayment(const Call& call, const HttpAnswer& http, Instant now);
AdyenAnswer readAdyenModification(const Call& call, const HttpAnswer& http, Instant now);

// What is known of one modification.
struct AdyenModification {
    std::string name;
    std::string psp;  // Empty: it was not received as far as is known.
    Money amount;     // That was asked for.
    bool decided = false;
    bool success = false;  // And has not failed since.
    bool told = false;
    std::string evidence;

    bool isLost() const { return psp.empty() && !decided; }
};

// All that is known of an attempt.
struct AdyenPicture {
    // Its evidence names the pspReferences and event codes that it rests on. Accepted while a
    // capture or a cancel is not decided, else Definitive.
    engine::ProviderAnswer facts;
    std::string authorisedPsp;  // Of what can be captured or cancelled, or was captured.
    std::vector<AdyenModification> modifications;  // In no order.
    // The /payments or /payments/details calls that were sent and not answered; empty: none.
    std::string openPayment;
    std::string openDetails;

    // Of that name, or null.
    const AdyenModification* find(std::string_view name) const;
    // That of the highest try whose name begins with `prefix`, or null.
    const AdyenModification* latest(std::string_view prefix) const;
    // A capture or cancel of which it is not known whether it arrived, or null.
    const AdyenModification* lost() const;
};
AdyenPicture readAdyenInbox(const std::vector<WebhookItem>& items);

// Verifies every item with any of `hmacKeys` (bytes) in constant time, and that it is of this
// merchant account. One bad item refuses the whole: they come from one sender. Items without a
// reference of ours are left out. Nothing signed says when, so nothing is ever Stale. An item's
// `reason` begins with the modification's name where its reference has one.
WebhookResult readAdyenWebhook(std::string_view body, const std::vector<std::string>& hmacKeys,
                               std::string_view merchantAccount, Instant now);

}  // namespace tessera::payments
