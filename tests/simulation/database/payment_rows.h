// SPDX-License-Identifier: Apache-2.0
// What the database has of payments beside the rows of events: webhooks, windows of reconciliation,
// what a provider listed in them, breaks.
//
// Plain data, in ordered maps, and what is done with it in one transaction, as
// server/store/webhook_inbox.h and server/store/breaks.h say. Deterministic.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "server/store/breaks.h"
#include "server/store/webhook_inbox.h"
#include "tests/simulation/database/event_rows.h"

namespace tessera::simulation {

class PaymentRows {
public:
    // Those that were there before stay as they were.
    void storeWebhooks(const std::vector<store::WebhookRow>& rows);
    std::vector<store::WebhookRow> webhooksOf(EventId event, AttemptId attempt) const;
    // Of a whole event: the providers' ids.
    std::vector<std::string> webhookIds(EventId event) const;

    std::optional<store::ReconcileProgress> claim(engine::ProviderKind provider, NodeId node,
                                                  Instant now, Instant leaseUntil);
    // False: somebody else has claimed it since.
    bool save(const store::ReconcileProgress& progress, Instant leaseUntil,
              const std::vector<store::ListedObject>& listed);
    bool finish(const store::ReconcileProgress& progress);
    std::vector<store::ListedObject> listedOf(engine::ProviderKind provider, EventId event) const;
    bool isListed(engine::ProviderKind provider, EventId event) const;

    void record(const store::Break& one, Instant now);
    bool resolve(EventId event, std::int64_t id, Instant now, const std::string& how);
    std::vector<store::BreakRow> listBreaks(const store::Reconciliations::BreakQuery& query) const;
    std::vector<store::BreakRow> breaksOf(EventId event) const;

    // When the latest window that is done began; the epoch: none is.
    Instant lastWindow(engine::ProviderKind provider) const;

private:
    struct Window {
        store::ReconcileProgress progress;
        NodeId node;
        Instant leaseUntil;
        Instant lastBegun;
    };
    using Attempt = std::pair<EventId, AttemptId>;
    std::map<Attempt, std::vector<store::WebhookRow>> webhooks_;  // In the order of arrival.
    std::set<std::tuple<EventId, engine::ProviderKind, std::string>> webhookKeys_;
    std::map<engine::ProviderKind, Window> windows_;
    using Listed =
        std::tuple<engine::ProviderKind, EventId, store::ListedObject::What, std::string>;
    std::map<Listed, store::ListedObject> listed_;
    std::map<std::pair<EventId, std::int64_t>, store::BreakRow> breaks_;
};

// Our side of what `query` asks for.
store::OwnSide ownSideOf(const EventRows& rows, const store::OwnQuery& query);

}  // namespace tessera::simulation
