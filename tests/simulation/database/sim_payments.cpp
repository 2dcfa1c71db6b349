// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/sim_payments.h"

#include <variant>

#include "server/store/limits.h"

namespace tessera::simulation {
namespace {

// A write; `work` is false where another node has claimed it since.
Status write(Link& link, const char* tried, std::function<bool(SimDatabase&)> work) {
    const auto done = link.call<bool>(
        {tried}, [work = std::move(work)](SimDatabase& database) { return work(database); });
    if (!done) return tl::make_unexpected(done.error());
    if (!*done) return failure(std::string(tried) + ": claimed", Effect::None, store::kClaimLost);
    return {};
}

}  // namespace

SimWebhookRows::SimWebhookRows(const DatabaseUser& user) : link_(user, store::kCallDeadline) {}

Status SimWebhookRows::store(const std::vector<store::WebhookRow>& rows) {
    return write(link_, "store webhooks", [rows](SimDatabase& database) {
        database.payments().storeWebhooks(rows);
        return true;
    });
}

Result<std::vector<store::WebhookRow>> SimWebhookRows::read(EventId event, AttemptId attempt) {
    return link_.call<std::vector<store::WebhookRow>>(
        {"read webhooks"}, [event, attempt](SimDatabase& database) {
            return database.payments().webhooksOf(event, attempt);
        });
}

SimReconciliations::SimReconciliations(const DatabaseUser& user)
    : link_(user, store::kCallDeadline) {}

Result<std::optional<store::ReconcileProgress>> SimReconciliations::claim(
    engine::ProviderKind provider, NodeId node, Instant now, Instant leaseUntil) {
    return link_.call<std::optional<store::ReconcileProgress>>(
        {"claim a provider's reconciliation"}, [=](SimDatabase& database) {
            return database.payments().claim(provider, node, now, leaseUntil);
        });
}

Status SimReconciliations::save(const store::ReconcileProgress& progress, Instant leaseUntil,
                                std::span<const store::ListedObject> listed) {
    return write(
        link_, "save a window of reconciliation",
        [progress, leaseUntil, all = std::vector(listed.begin(), listed.end())](
            SimDatabase& database) { return database.payments().save(progress, leaseUntil, all); });
}

Status SimReconciliations::finish(const store::ReconcileProgress& progress, Instant /*now*/) {
    return write(link_, "finish a window of reconciliation", [progress](SimDatabase& database) {
        return database.payments().finish(progress);
    });
}

Result<std::vector<EventId>> SimReconciliations::eventsToCompare(engine::ProviderKind provider,
                                                                 Instant since, EventId after,
                                                                 std::int32_t limit) {
    return link_.call<std::vector<EventId>>(
        {"find events to reconcile"}, [=](SimDatabase& database) {
            std::vector<EventId> out;
            for (const EventId event : database.events()) {
                const bool is = database.find(event)->lastTime >= since ||
                                database.payments().isListed(provider, event);
                if (event > after && is && std::ssize(out) < limit) out.push_back(event);
            }
            return out;
        });
}

Result<std::vector<store::ListedObject>> SimReconciliations::listedOf(engine::ProviderKind provider,
                                                                      EventId event) {
    return link_.call<std::vector<store::ListedObject>>(
        {"read what a provider listed"},
        [=](SimDatabase& database) { return database.payments().listedOf(provider, event); });
}

Result<store::OwnSide> SimReconciliations::readOwn(const store::OwnQuery& query) {
    return link_.call<store::OwnSide>(
        {"read our side of a reconciliation"}, [query](SimDatabase& database) {
            const EventRows* rows = database.find(query.event);
            return rows == nullptr ? store::OwnSide{} : ownSideOf(*rows, query);
        });
}

Status SimReconciliations::record(std::span<const store::Break> breaks, Instant now) {
    if (breaks.empty()) return {};
    return write(link_, "record breaks",
                 [now, all = std::vector(breaks.begin(), breaks.end())](SimDatabase& database) {
                     for (const store::Break& one : all) database.payments().record(one, now);
                     return true;
                 });
}

Result<bool> SimReconciliations::resolve(EventId event, std::int64_t id, Instant now,
                                         const std::string& how) {
    return link_.call<bool>({"resolve a break"}, [=](SimDatabase& database) {
        return database.payments().resolve(event, id, now, how);
    });
}

Result<std::vector<store::BreakRow>> SimReconciliations::listBreaks(const BreakQuery& query) {
    return link_.call<std::vector<store::BreakRow>>(
        {"list breaks"},
        [query](SimDatabase& database) { return database.payments().listBreaks(query); });
}

}  // namespace tessera::simulation
