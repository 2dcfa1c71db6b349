// SPDX-License-Identifier: Apache-2.0
// The providers that the configuration names, each with its secrets.
//
// Reads files; otherwise pure. What it returns uses the parts until it is gone.
#pragma once

#include <memory>

#include "server/payments/providers.h"
#include "server/runtime/clock.h"
#include "server/runtime/config.h"
#include "server/store/gift_cards.h"

namespace tessera::payments {

struct ProviderParts {
    // For who cannot be asked. REQUIRES: there, if the configuration has Adyen.
    std::shared_ptr<WebhookInbox> inbox;
    store::GiftCards* giftCards = nullptr;  // REQUIRES: there, if the configuration has them.
    const runtime::MonotonicClock& monotonic;
};

// Fails where a file of a secret cannot be read, or says something that is none.
Result<Providers> openProviders(const runtime::PaymentsConfig& config, ProviderParts parts);

}  // namespace tessera::payments
