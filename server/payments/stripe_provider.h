// SPDX-License-Identifier: Apache-2.0
// Stripe's PaymentIntents with manual capture, and whatever speaks them: the sandbox does.
//
// Thread-safe. Creating never confirms: the buyer's client confirms with the client secret. Card
// data never comes near us. Source: Stripe's API reference, version kStripeVersion.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "server/payments/http_calls.h"
#include "server/payments/provider.h"

namespace tessera::payments {

inline constexpr const char* kStripeVersion = "2022-11-15";

struct StripeOptions {
    std::string baseUrl;  // Without a slash at the end.
    std::string apiKey;
    std::string webhookSecret;
    std::string publishableKey;
    bool hasPage = false;  // The sandbox has a page of its own to pay on, at /pay/{object}.
    HttpCallsOptions calls;
};

std::shared_ptr<Provider> makeStripeProvider(StripeOptions options);

// What an HTTP answer to an operation says. Pure.
engine::ProviderAnswer readStripeAnswer(engine::Operation operation, const HttpAnswer& answer);

// What a search for an attempt's object says: the object, Unknown where that is not certain, or
// nothing where there is none. Pure.
std::optional<engine::ProviderAnswer> readStripeSearch(const HttpAnswer& answer);

// Verifies `Stripe-Signature` (any of several v1, 300 s either way, constant time) and finds the
// attempt in the object's metadata. Pure.
WebhookResult readStripeWebhook(std::string_view body, std::string_view signature,
                                std::string_view secret, Instant now);

}  // namespace tessera::payments
