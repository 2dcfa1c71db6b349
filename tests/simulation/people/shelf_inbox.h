// SPDX-License-Identifier: Apache-2.0
// The inbox of one process that never fails, for tests of people.
//
// Deterministic: `done` is called at once. Not thread-safe.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "server/payments/provider.h"

namespace tessera::simulation {

class ShelfInbox final : public payments::WebhookInbox {
public:
    void store(std::vector<payments::WebhookItem> items,
               std::function<void(Status)> done) override {
        for (auto& item : items) {
            if (!ids_.insert(item.id).second) continue;
            items_[{item.event, item.attempt}].push_back(std::move(item));
        }
        done({});
    }
    void read(EventId event, AttemptId attempt,
              std::function<void(Result<std::vector<payments::WebhookItem>>)> done) override {
        done(items_[{event, attempt}]);
    }

private:
    std::set<std::string> ids_;
    std::map<std::pair<EventId, AttemptId>, std::vector<payments::WebhookItem>> items_;
};

}  // namespace tessera::simulation
