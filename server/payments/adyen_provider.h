// SPDX-License-Identifier: Apache-2.0
// Adyen's Checkout with manual capture, and whatever speaks it: the sandbox does.
//
// Unlike Stripe's, this provider has no object before the buyer pays and none that can be asked:
// Create is ours alone (our reference is the object's id), Confirm is /payments, modifications are
// only "received", and outcomes come as notifications. So what is known of an attempt is what the
// WebhookInbox holds of it: verified notification items, and the adapter's own notes of what it was
// about to send and what was answered. Nothing is sent before its note is stored.
//
// Retrieve is Accepted, thus says nothing, while a capture or a cancel is not decided: an order
// must not be ticketed on an authorisation whose cancel is under way. What may not have arrived
// goes out again with its own key at the next Retrieve, Capture, Cancel, Refund or RetrieveRefund,
// whatever try that call has. There is one capture and one cancel at a time: a call with another
// try finds the outcome of the first. That a capture failed is told once, by Refused, and the next
// one is sent anew. A Confirm after one that nobody answered goes under that one's key: there is
// one payment. A Refund is one per refund and try; RetrieveRefund is the same call again. A Cancel
// that Adyen found nothing for, with nothing authorised or pending, is a cancelled object; what is
// authorised after that shows again as RequiresCapture: this provider is not fenceable.
//
// Confirm's payload is JSON: {"paymentMethod": …} with encrypted fields only, or after a redirect
// {"details": {"redirectResult": …}}. RequiresAction has the bank's address as `clientSecret`.
//
// Thread-safe. Card data comes encrypted, is passed on and neither kept nor logged.
// Source: Adyen's Checkout API v71 and its standard webhooks.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/payments/http_calls.h"
#include "server/payments/provider.h"

namespace tessera::payments {

struct AdyenOptions {
    std::string baseUrl;  // With the version, without a slash at the end: "https://…/v71".
    std::string apiKey;
    std::string merchantAccount;
    std::vector<std::string> hmacKeys;  // Hexadecimal; any of them signs, so that keys can roll.
    std::string clientKey;              // What the buyer's client encrypts with.
    std::string returnUrl;              // Where the bank sends the buyer back.
    std::function<Instant()> now;       // Wall time, for `at` of stored answers.
    HttpCallsOptions calls;
};

// Fails where there is no HMAC key, or one that is none. `inbox` is used until the provider is
// destroyed.
Result<std::shared_ptr<Provider>> makeAdyenProvider(AdyenOptions options,
                                                    std::shared_ptr<WebhookInbox> inbox);

}  // namespace tessera::payments
