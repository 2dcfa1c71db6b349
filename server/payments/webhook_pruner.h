// SPDX-License-Identifier: Apache-2.0
// Lets go of stored webhooks that were handled long ago, event by event, a bounded number in each
// transaction.
//
// One thread at a time; blocks on the database. Refers to its parts.
#pragma once

#include <atomic>
#include <cstdint>

#include "server/store/finance.h"
#include "server/store/webhook_pruning.h"

namespace tessera::payments {

inline constexpr std::int32_t kPrunedAtOnce = 500;

class WebhookPruner {
public:
    // `kept`: for so long after they were handled.
    WebhookPruner(store::Finance& events, store::WebhookPruning& webhooks, Duration kept)
        : events_(events), webhooks_(webhooks), kept_(kept) {}

    // How many went. `now` is the database's time; where it is stopped, or fails, the rest waits
    // for the next time.
    Result<std::int64_t> prune(Instant now, const std::atomic<bool>& stopped);

private:
    store::Finance& events_;
    store::WebhookPruning& webhooks_;
    const Duration kept_;
};

}  // namespace tessera::payments
