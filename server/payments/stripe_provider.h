// SPDX-License-Identifier: Apache-2.0
// Stripe's PaymentIntents with manual capture, at terminals too, and whatever speaks them: the
// sandbox does.
//
// Thread-safe. Creating never confirms: the buyer's client confirms with the client secret, or a
// reader does (Confirm, whose payload is the reader's id; so is Create's where a reader is to take
// the card). While a reader asks for a card, Retrieve says RequiresAction. Card data never comes
// near us. Each object carries our ids (metadata tessera_attempt, tessera_refund), by which
// webhooks, look-ups and lists know it; stripe_calls.h says what a look-up is worth. Source:
// Stripe's API reference, version kStripeVersion.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/payments/http_calls.h"
#include "server/payments/provider.h"

namespace tessera::payments {

inline constexpr const char* kStripeVersion = "2024-04-10";

Instant wallClock();

struct StripeOptions {
    std::string baseUrl;  // Without a slash at the end.
    std::string apiKey;
    std::string webhookSecret;
    std::string publishableKey;
    bool hasPage = false;  // The sandbox has a page of its own to pay on, at /pay/{object}.
    bool readers = false;  // Cards are taken at terminals, too: costs a look at open ones.
    HttpCallsOptions calls{};
    // How old keys and rows are; never what becomes of money.
    std::function<Instant()> now = wallClock;
};

std::shared_ptr<Provider> makeStripeProvider(StripeOptions options);

// Verifies `Stripe-Signature` (any of several v1, 300 s either way, constant time) and finds our
// ids in the object's metadata. Pure.
WebhookResult readStripeWebhook(std::string_view body, std::string_view signature,
                                std::string_view secret, Instant now);

}  // namespace tessera::payments
