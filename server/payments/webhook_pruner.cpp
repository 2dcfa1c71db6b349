// SPDX-License-Identifier: Apache-2.0
#include "server/payments/webhook_pruner.h"

namespace tessera::payments {
namespace {

constexpr std::int32_t kEventsPerPage = 500;

}  // namespace

Result<std::int64_t> WebhookPruner::prune(Instant now, const std::atomic<bool>& stopped) {
    std::int64_t gone = 0;
    EventId last;
    while (!stopped) {
        const auto events = events_.eventsAfter(last, kEventsPerPage);
        if (!events) return tl::make_unexpected(events.error());
        for (const EventId event : *events) {
            std::int64_t some = kPrunedAtOnce;
            while (!stopped && some == kPrunedAtOnce) {
                const auto pruned = webhooks_.prune(event, now - kept_, kPrunedAtOnce);
                if (!pruned) return pruned;
                some = *pruned;
                gone += some;
            }
        }
        if (events->empty()) break;
        last = events->back();
    }
    return gone;
}

}  // namespace tessera::payments
