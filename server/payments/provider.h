// SPDX-License-Identifier: Apache-2.0
// A payment provider, as Tessera needs it; adapters implement it (Stripe's PaymentIntents first).
//
// Asynchronous: `done` is called once, on an adapter's thread, after at most the call's deadline.
// An answer is definitive, accepted, refused or unknown, and a time-out is unknown, never a
// failure. Thread-safe; calls in flight are bounded, beyond the bound a call waits in a bounded
// queue, beyond that `done` gets Unknown at once, on the caller's thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/engine/changes.h"
#include "server/engine/provider_answer.h"
#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::payments {

// What this provider can and cannot do; callers branch on these, never on its name.
struct Capabilities {
    bool manualCapture = true;
    bool cancelWhilePending = true;
    bool modificationsAreAsynchronous = false;  // Answers say only "received".
    bool lookUpByReference = false;             // By our own attempt id.
    bool webhookCarriesState = true;
    bool fenceable = true;  // Creating never confirms.
    Duration idempotencyWindow = Duration::ofSeconds(24 * 3600);
};

// One call from a committed outbox row.
struct Call {
    EventId event;
    engine::OutboxRow row;
    Currency currency;
    // attempt:operation:try — the Idempotency-Key.
    std::string idempotencyKey() const;
};

// What a verified webhook is about. Never evidence: the provider is asked.
struct WebhookHint {
    EventId event;
    AttemptId attempt;
};

enum class WebhookOutcome {
    Hint,          // `hint` says which attempt to ask about.
    Irrelevant,    // Verified, but nothing of ours: answer 2xx.
    BadSignature,  // 400
    Stale,         // Signed more than 300 s ago or ahead: 400
    Malformed,     // 400
};

struct WebhookResult {
    WebhookOutcome outcome = WebhookOutcome::Malformed;
    WebhookHint hint;
};

class Provider {
public:
    virtual ~Provider() = default;
    virtual std::string_view name() const = 0;
    virtual Capabilities capabilities() const = 0;
    virtual void call(Call call, std::function<void(engine::ProviderAnswer)> done) = 0;
    // Calls that wait or are under way get Unknown before it returns, later ones at once.
    // REQUIRES: not called from `done`.
    virtual void stop() {}
    // `signature`: the provider's signature header. `now`: wall time, only for staleness.
    virtual WebhookResult verifyWebhook(std::string_view body, std::string_view signature,
                                        Instant now) const = 0;
    // Where and with what key a buyer confirms.
    virtual std::string publishableKey() const = 0;
    virtual std::string confirmUrl(const std::string& objectId) const = 0;
    // The provider's own page for a person's browser; empty: it has none.
    virtual std::string pageUrl(const std::string& /*objectId*/) const { return {}; }
};

}  // namespace tessera::payments
