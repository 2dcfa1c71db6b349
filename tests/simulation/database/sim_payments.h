// SPDX-License-Identifier: Apache-2.0
// WebhookRows and Reconciliations of one process, over its way to the simulated database.
//
// Deterministic. Every call blocks a fiber of the process. Not thread-safe.
#pragma once

#include "server/store/breaks.h"
#include "server/store/webhook_inbox.h"
#include "tests/simulation/database/link.h"

namespace tessera::simulation {

class SimWebhookRows final : public store::WebhookRows {
public:
    explicit SimWebhookRows(const DatabaseUser& user);

    Status store(const std::vector<store::WebhookRow>& rows) override;
    Result<std::vector<store::WebhookRow>> read(EventId event, AttemptId attempt) override;

private:
    Link link_;
};

class SimReconciliations final : public store::Reconciliations {
public:
    explicit SimReconciliations(const DatabaseUser& user);

    Result<std::optional<store::ReconcileProgress>> claim(engine::ProviderKind provider,
                                                          NodeId node, Instant now,
                                                          Instant leaseUntil) override;
    Status save(const store::ReconcileProgress& progress, Instant leaseUntil,
                std::span<const store::ListedObject> listed) override;
    Status finish(const store::ReconcileProgress& progress, Instant now) override;
    Result<std::vector<EventId>> eventsToCompare(engine::ProviderKind provider, Instant since,
                                                 EventId after, std::int32_t limit) override;
    Result<std::vector<store::ListedObject>> listedOf(engine::ProviderKind provider,
                                                      EventId event) override;
    Result<store::OwnSide> readOwn(const store::OwnQuery& query) override;
    Status record(std::span<const store::Break> breaks, Instant now) override;
    Result<bool> resolve(EventId event, std::int64_t id, Instant now,
                         const std::string& how) override;
    Result<std::vector<store::BreakRow>> listBreaks(const BreakQuery& query) override;

private:
    Link link_;
};

}  // namespace tessera::simulation
