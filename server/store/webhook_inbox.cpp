// SPDX-License-Identifier: Apache-2.0
#include "server/store/webhook_inbox.h"

#include <map>

#include "server/store/limits.h"
#include "server/store/pg_connection.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr const char* kSession = "-c jit=off";

constexpr const char* kStore =
    "INSERT INTO webhook (event_id, provider, webhook_id, attempt_id, refund_id, kind, success, "
    "amount, object_id, reason, at) "
    "SELECT $1, u.provider, u.webhook_id, u.attempt_id, u.refund_id, u.kind, u.success <> 0, "
    "u.amount, u.object_id, u.reason, u.at "
    "FROM unnest($2::smallint[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], "
    "$7::smallint[], $8::bigint[], $9::text[], $10::text[], $11::bigint[]) "
    "AS u(provider, webhook_id, attempt_id, refund_id, kind, success, amount, object_id, reason, "
    "at) ON CONFLICT (event_id, provider, webhook_id) DO NOTHING";

constexpr const char* kRead =
    "SELECT provider, webhook_id, refund_id, kind, success, amount, object_id, reason, at "
    "FROM webhook WHERE event_id = $1 AND attempt_id = $2 ORDER BY at, webhook_id LIMIT $3";

class PostgresWebhooks final : public WebhookRows {
public:
    PostgresWebhooks(const std::string& conninfo, std::size_t connections)
        : pool_(conninfo, kSession, connections) {}

    Status store(const std::vector<WebhookRow>& rows) override;
    Result<std::vector<WebhookRow>> read(EventId event, AttemptId attempt) override;

private:
    Result<PgRows> ask(const std::string& sql, const PgParams& params, const std::string& tried);

    PgPool pool_;
};

using Rows = std::vector<const WebhookRow*>;

PgParams paramsOf(EventId event, const Rows& rows) {
    ArrayWriter providers(PgType::Int2), successes(PgType::Int2);
    ArrayWriter ids(PgType::Text), kinds(PgType::Text), objects(PgType::Text),
        reasons(PgType::Text);
    ArrayWriter attempts(PgType::Int8), refunds(PgType::Int8), amounts(PgType::Int8),
        times(PgType::Int8);
    for (const WebhookRow* row : rows) {
        providers.addInt2(static_cast<std::int16_t>(row->provider));
        ids.addBytes(row->id);
        attempts.addInt8(row->attempt.value);
        refunds.addInt8(row->refund.value);
        kinds.addBytes(row->kind);
        successes.addInt2(row->success ? 1 : 0);
        amounts.addInt8(row->amount.minor);
        objects.addBytes(row->objectId);
        reasons.addBytes(row->reason);
        times.addInt8(row->at.micros);
    }
    PgParams params;
    params.addInt8(event.value);
    params.add(PgType::Int2Array, providers.take());
    params.add(PgType::TextArray, ids.take());
    params.add(PgType::Int8Array, attempts.take());
    params.add(PgType::Int8Array, refunds.take());
    params.add(PgType::TextArray, kinds.take());
    params.add(PgType::Int2Array, successes.take());
    params.add(PgType::Int8Array, amounts.take());
    params.add(PgType::TextArray, objects.take());
    params.add(PgType::TextArray, reasons.take());
    params.add(PgType::Int8Array, times.take());
    return params;
}

Result<PgRows> PostgresWebhooks::ask(const std::string& sql, const PgParams& params,
                                     const std::string& tried) {
    const auto deadline = steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    (*lease)->takeWarning();
    auto rows = (*lease)->query(sql, params, deadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), tried));
    // A commit that was not waited for to the end may be on one server alone.
    if ((*lease)->takeWarning()) return failure(tried + ": a warning", Effect::Unknown);
    return std::move(*rows);
}

Status PostgresWebhooks::store(const std::vector<WebhookRow>& rows) {
    std::map<EventId, Rows> byEvent;
    for (const auto& row : rows) byEvent[row.event].push_back(&row);
    for (const auto& [event, its] : byEvent) {
        const auto stored = ask(kStore, paramsOf(event, its), "store a webhook");
        if (!stored) return tl::make_unexpected(stored.error());
    }
    return {};
}

Result<std::vector<WebhookRow>> PostgresWebhooks::read(EventId event, AttemptId attempt) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(attempt.value);
    params.addInt4(kWebhooksPerRead);
    const auto found = ask(kRead, params, "read webhooks");
    if (!found) return tl::make_unexpected(found.error());
    std::vector<WebhookRow> rows;
    for (int i = 0; i < found->count(); ++i) {
        WebhookRow row;
        row.event = event;
        row.attempt = attempt;
        row.provider = found->as<engine::ProviderKind>(i, 0);
        row.id = found->text(i, 1);
        row.refund = RefundId{found->number(i, 2)};
        row.kind = found->text(i, 3);
        row.success = found->number(i, 4) != 0;
        row.amount = Money{found->number(i, 5)};
        row.objectId = found->text(i, 6);
        row.reason = found->text(i, 7);
        row.at = Instant{found->number(i, 8)};
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::unique_ptr<WebhookRows> makePostgresWebhooks(const std::string& conninfo,
                                                  std::size_t connections) {
    return std::make_unique<PostgresWebhooks>(conninfo, connections);
}

}  // namespace tessera::store
