// SPDX-License-Identifier: Apache-2.0
// Which stored webhooks may go: those that were handled long ago.
//
// A webhook is handled when its order is at rest: released, or paid with nothing of its money on
// its way. It is counted from the last time that money moved. Adyen's go with released orders
// alone: of a paid one they are what a refund to come is judged by. What is about no order of ours
// stays. Thread-safe; blocks, each call with a deadline. Owns its connections.
#pragma once

#include <cstdint>
#include <memory>

#include "server/store/postgres_store.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::store {

class WebhookPruning {
public:
    // `writers` is not used.
    explicit WebhookPruning(PostgresOptions options);
    ~WebhookPruning();
    WebhookPruning(const WebhookPruning&) = delete;
    WebhookPruning& operator=(const WebhookPruning&) = delete;

    // Deletes at most `limit` of the event that came, and were handled, before `before`; how many
    // it was. One transaction.
    Result<std::int64_t> prune(EventId event, Instant before, std::int32_t limit);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace tessera::store
