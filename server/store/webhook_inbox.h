// SPDX-License-Identifier: Apache-2.0
// Webhooks of providers as they are kept before they are answered: table `webhook`.
//
// `WebhookRows` is an interface so that a simulated database can keep the same contract.
// Thread-safe. Calls block, each for at most kCallDeadline.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/engine/provider_answer.h"
#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::store {

inline constexpr std::int32_t kWebhooksPerRead = 1000;

struct WebhookRow {
    EventId event;
    engine::ProviderKind provider = engine::ProviderKind::Stripe;
    std::string id;  // The provider's; with event and provider the key.
    AttemptId attempt;
    RefundId refund{};  // 0: not about a refund of ours.
    std::string kind;
    bool success = true;
    Money amount;
    std::string objectId;
    std::string reason;
    Instant at;
};

class WebhookRows {
public:
    virtual ~WebhookRows() = default;
    // One transaction an event; those that were there before stay as they were. After a failure
    // some may be there: store all again. REQUIRES: clean UTF-8 without NUL.
    virtual Status store(const std::vector<WebhookRow>& rows) = 0;
    // Of one attempt, in the order of arrival, at most kWebhooksPerRead: the earliest.
    virtual Result<std::vector<WebhookRow>> read(EventId event, AttemptId attempt) = 0;
};

// `connections` at most, opened when they are needed.
std::unique_ptr<WebhookRows> makePostgresWebhooks(const std::string& conninfo,
                                                  std::size_t connections);

}  // namespace tessera::store
