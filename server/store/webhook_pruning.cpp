// SPDX-License-Identifier: Apache-2.0
#include "server/store/webhook_pruning.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "server/store/pg_connection.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

// Order 5: paid, 8: released. Provider 2: Adyen. Refund 3: succeeded.
constexpr const char* kPrune =
    "DELETE FROM webhook w USING ("
    "SELECT x.provider, x.webhook_id FROM webhook x "
    "JOIN payment_attempt a ON a.event_id = $1 AND a.attempt_id = x.attempt_id "
    "JOIN ticket_order o ON o.event_id = $1 AND o.order_id = a.order_id "
    "WHERE x.event_id = $1 AND x.at < $2 AND o.created_at < $2 "
    "AND (o.state = 8 OR (o.state = 5 AND x.provider <> 2)) "
    "AND o.order_id NOT IN (SELECT c.order_id FROM outbox c WHERE c.event_id = $1) "
    "AND o.order_id NOT IN (SELECT r.order_id FROM refund r WHERE r.event_id = $1 "
    "AND r.state <> 3) "
    "AND o.order_id NOT IN (SELECT l.order_id FROM ledger_entry l WHERE l.event_id = $1 "
    "AND l.at >= $2) LIMIT $3) AS gone "
    "WHERE w.event_id = $1 AND w.provider = gone.provider AND w.webhook_id = gone.webhook_id "
    "RETURNING 1";

}  // namespace

struct WebhookPruning::Impl {
    explicit Impl(PostgresOptions given)
        : options(std::move(given)),
          pool(options.conninfo, "-c jit=off", std::max<std::size_t>(options.readers, 1)) {}

    const PostgresOptions options;
    PgPool pool;
};

WebhookPruning::WebhookPruning(PostgresOptions options)
    : impl_(std::make_unique<Impl>(std::move(options))) {}

WebhookPruning::~WebhookPruning() = default;

Result<std::int64_t> WebhookPruning::prune(EventId event, Instant before, std::int32_t limit) {
    const auto deadline =
        steady_clock::now() + std::chrono::microseconds(impl_->options.deadline.micros);
    auto lease = impl_->pool.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(before.micros);
    params.addInt4(limit);
    const auto rows = (*lease)->query(kPrune, params, deadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), "prune webhooks"));
    return rows->count();
}

}  // namespace tessera::store
