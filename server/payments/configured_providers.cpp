// SPDX-License-Identifier: Apache-2.0
#include "server/payments/configured_providers.h"

#include <sstream>
#include <utility>

#include "server/payments/adyen_provider.h"
#include "server/payments/gift_card_provider.h"
#include "server/payments/stripe_provider.h"
#include "server/runtime/secrets.h"
#include "shared/base/check.h"

namespace tessera::payments {
namespace {

HttpCallsOptions callsOf(const runtime::PaymentsConfig& config) {
    HttpCallsOptions calls;
    calls.inFlightMax = config.inFlightMax;
    calls.deadline = config.callDeadline;
    calls.connectDeadline = config.connectDeadline;
    return calls;
}

Result<std::shared_ptr<Provider>> openStripe(const runtime::PaymentsConfig& config) {
    const runtime::StripeConfig& stripe = *config.stripe;
    const auto apiKey = runtime::readSecretFile(stripe.apiKeyFile);
    if (!apiKey) return tl::make_unexpected(apiKey.error());
    const auto webhook = runtime::readSecretFile(stripe.webhookSecretFile);
    if (!webhook) return tl::make_unexpected(webhook.error());
    StripeOptions options;
    options.baseUrl = stripe.baseUrl;
    options.apiKey = apiKey->reveal();
    options.webhookSecret = webhook->reveal();
    options.publishableKey = stripe.publishableKey;
    options.hasPage = stripe.sandbox;
    options.readers = stripe.readers;
    options.calls = callsOf(config);
    return makeStripeProvider(std::move(options));
}

// A key a line: the new one and, while keys roll, the old one.
std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream words(text);
    for (std::string line; words >> line;) lines.push_back(line);
    return lines;
}

Result<std::shared_ptr<Provider>> openAdyen(const runtime::PaymentsConfig& config,
                                            std::shared_ptr<WebhookInbox> inbox) {
    const runtime::AdyenConfig& adyen = *config.adyen;
    const auto apiKey = runtime::readSecretFile(adyen.apiKeyFile);
    if (!apiKey) return tl::make_unexpected(apiKey.error());
    const auto hmac = runtime::readSecretFile(adyen.hmacKeyFile);
    if (!hmac) return tl::make_unexpected(hmac.error());
    AdyenOptions options;
    options.baseUrl = adyen.baseUrl;
    options.apiKey = apiKey->reveal();
    options.merchantAccount = adyen.merchantAccount;
    options.hmacKeys = linesOf(std::string(hmac->reveal()));
    options.clientKey = adyen.clientKey;
    options.returnUrl = adyen.returnUrl;
    options.now = &wallClock;
    options.calls = callsOf(config);
    return makeAdyenProvider(std::move(options), std::move(inbox));
}

}  // namespace

Result<Providers> openProviders(const runtime::PaymentsConfig& config, ProviderParts parts) {
    std::vector<std::shared_ptr<Provider>> all;
    if (config.stripe) {
        auto stripe = openStripe(config);
        if (!stripe) return tl::make_unexpected(stripe.error());
        all.push_back(std::move(*stripe));
    }
    if (config.adyen) {
        TESSERA_CHECK(parts.inbox != nullptr);
        auto adyen = openAdyen(config, std::move(parts.inbox));
        if (!adyen) return tl::make_unexpected(adyen.error());
        all.push_back(std::move(*adyen));
    }
    if (config.giftCards) {
        TESSERA_CHECK(parts.giftCards != nullptr);
        all.push_back(makeGiftCardProvider(*parts.giftCards, parts.monotonic));
    }
    return Providers(std::move(all));
}

}  // namespace tessera::payments
