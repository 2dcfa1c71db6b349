// SPDX-License-Identifier: Apache-2.0
// Gift cards as a provider: the balance is held, captured, let go and given back in our own tables.
//
// Create's payload is the card's id (encodePublicId); it holds the amount, or is refused for good
// where the balance is too small, the card has expired or has another currency. Nobody confirms: a
// held amount is RequiresCapture at once. Thread-safe: calls block on threads of its own, bounded.
#pragma once

#include <memory>

#include "server/payments/provider.h"
#include "server/runtime/clock.h"
#include "server/store/gift_cards.h"

namespace tessera::payments {

struct GiftCardOptions {
    std::size_t threads = 2;
    std::size_t queueMax = 20000;
};

// `cards` and `monotonic` outlive it.
std::shared_ptr<Provider> makeGiftCardProvider(store::GiftCards& cards,
                                               const runtime::MonotonicClock& monotonic,
                                               GiftCardOptions options = {});

}  // namespace tessera::payments
