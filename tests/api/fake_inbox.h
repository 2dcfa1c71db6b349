// SPDX-License-Identifier: Apache-2.0
// A WebhookInbox without a database: answers at once.
//
// Thread-safe.
#pragma once

#include <atomic>

#include "server/payments/provider.h"

namespace tessera::api::test {

// Keeps what is stored, or fails.
class FakeInbox final : public payments::WebhookInbox {
public:
    void store(std::vector<payments::WebhookItem> items,
               std::function<void(Status)> done) override {
        if (fails) return done(failure("no database"));
        stored += items.size();
        done({});
    }
    void read(EventId, AttemptId,
              std::function<void(Result<std::vector<payments::WebhookItem>>)> done) override {
        done(std::vector<payments::WebhookItem>{});
    }

    std::atomic<bool> fails{false};
    std::atomic<std::size_t> stored{0};
};

}  // namespace tessera::api::test
