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

// How a repeated call is known for one.
enum class IdempotencyKind {
    None,
    Key,        // A key that we send; the provider repeats its answer.
    Reference,  // Our own reference: a second object cannot be made under it.
};

// What this provider can and cannot do; callers branch on these, never on its name.
struct Capabilities {
    bool manualCapture = true;
    bool cancelWhilePending = true;
    bool modificationsAreAsynchronous = false;  // Answers say only "received".
    bool lookUpByReference = false;             // By our own attempt id.
    bool webhookCarriesState = true;
    bool fenceable = true;  // Creating never confirms.
    bool partialRefunds = true;
    bool confirmsByCall = false;  // Confirm is a call of ours; else the buyer's client confirms.
    bool readers = false;         // Takes cards at a terminal, by Confirm.
    bool lists = false;           // list() answers.
    IdempotencyKind idempotency = IdempotencyKind::Key;
    Duration idempotencyWindow = Duration::ofSeconds(24 * 3600);
};

// One call from a committed outbox row.
struct Call {
    EventId event;
    engine::OutboxRow row;
    Currency currency;
    // attempt:operation:try, or refund:operation:try — the Idempotency-Key.
    std::string idempotencyKey() const;
};

// A verified webhook item, as it is stored before it is answered 2xx. Of a provider that can be
// asked it is only a hint; of one that cannot (lookUpByReference false, nothing to retrieve) the
// stored items are what its adapter answers Retrieve from.
struct WebhookItem {
    engine::ProviderKind provider = engine::ProviderKind::Stripe;
    std::string id;  // The provider's; a second one with the same id is the first again.
    EventId event;
    AttemptId attempt;
    RefundId refund{};  // 0: not about a refund of ours.
    std::string kind;   // As the provider names it: "AUTHORISATION", "charge.refunded".
    bool success = true;
    Money amount;
    std::string objectId;
    std::string reason;  // At most 256 bytes; no personal data.
    Instant at;          // When it arrived.
};

// The stored webhooks of an attempt. Thread-safe; each call has a deadline of its own.
class WebhookInbox {
public:
    virtual ~WebhookInbox() = default;
    // `done` once, on any thread, when all are committed (those that were there before count).
    virtual void store(std::vector<WebhookItem> items, std::function<void(Status)> done) = 0;
    // In the order of arrival, at most 1,000.
    virtual void read(EventId event, AttemptId attempt,
                      std::function<void(Result<std::vector<WebhookItem>>)> done) = 0;
};

// What the provider's own list says of a payment or of a refund; for reconciliation.
struct ListedPayment {
    std::string objectId;
    EventId event;  // From our reference on the object; 0: not ours.
    AttemptId attempt;
    Currency currency;
    Instant createdAt;
    engine::ProviderAnswer facts;  // Definitive.
};

struct ListedRefund {
    std::string objectId;
    std::string paymentObjectId;
    EventId event;
    RefundId refund;  // From our reference on the object; 0: not ours.
    engine::RefundStanding standing = engine::RefundStanding::None;
    Money amount;
    Instant createdAt;
};

struct ListPage {
    std::vector<ListedPayment> payments;
    std::vector<ListedRefund> refunds;
    std::string next;  // For ListQuery::after; empty: that was all.
};

// Objects made in [from, until), newest first as the provider pages them.
struct ListQuery {
    enum class What { Payments, Refunds } what = What::Payments;
    Instant from;
    Instant until;
    std::string after;
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
    std::vector<WebhookItem> items{};  // Of a Hint, at least one; a batch has several.
};

class Provider {
public:
    virtual ~Provider() = default;
    virtual std::string_view name() const = 0;
    virtual engine::ProviderKind kind() const { return engine::ProviderKind::Stripe; }
    virtual Capabilities capabilities() const = 0;
    virtual void call(Call call, std::function<void(engine::ProviderAnswer)> done) = 0;
    // Calls that wait or are under way get Unknown before it returns, later ones at once.
    // REQUIRES: not called from `done`.
    virtual void stop() {}
    // `done` once, on an adapter's thread, within the call deadline. REQUIRES:
    // capabilities().lists.
    virtual void list(const ListQuery& query, const std::function<void(Result<ListPage>)>& done);
    // `signature`: the provider's signature header. `now`: wall time, only for staleness.
    virtual WebhookResult verifyWebhook(std::string_view body, std::string_view signature,
                                        Instant now) const = 0;
    // False: kept, but by now it says nothing that was not known; nobody is told. A webhook may be
    // here before the answer that it tells of, so this is asked as late as can be.
    virtual bool isNews(const WebhookItem& /*item*/) const { return true; }
    // Where and with what key a buyer confirms.
    virtual std::string publishableKey() const = 0;
    virtual std::string confirmUrl(const std::string& objectId) const = 0;
    // The provider's own page for a person's browser; empty: it has none.
    virtual std::string pageUrl(const std::string& /*objectId*/) const { return {}; }
};

}  // namespace tessera::payments
