// SPDX-License-Identifier: Apache-2.0
#include "server/store/returns_reader.h"

namespace tessera::store {
namespace {

// Orders that go on (states 1 to 6) and have a ticket that is not void (3); refunds for this reason
// by their state (1 and 2 under way, 3 back, 4 manual), those of the house (provider 0) for people.
// What was paid with tickets (kind 5) goes back on what those were paid with: counted there.
constexpr const char* kReturns =
    "WITH back AS (SELECT r.amount, CASE WHEN r.state = 3 THEN 2 "
    "WHEN r.state = 4 OR a.provider = 0 THEN 3 ELSE 1 END AS standing "
    "FROM refund r JOIN payment_attempt a ON a.event_id = $1 AND a.attempt_id = r.attempt_id "
    "JOIN tender t ON t.event_id = $1 AND t.tender_id = a.tender_id AND t.kind <> 5 "
    "WHERE r.event_id = $1 AND r.reason = $2 AND r.created_at >= $3) "
    "SELECT (SELECT count(*) FROM ticket_order o WHERE o.event_id = $1 AND o.created_at < $5 "
    "AND o.state BETWEEN 1 AND 6 AND o.accepted_move <> $4 AND EXISTS (SELECT 1 FROM ticket t "
    "WHERE t.event_id = $1 AND t.order_id = o.order_id AND t.state <> 3)), "
    "(SELECT count(*) FROM ticket_order o WHERE o.event_id = $1 AND o.accepted_move = $4), "
    "count(*) FILTER (WHERE standing = 1), "
    "coalesce(sum(amount) FILTER (WHERE standing = 1), 0)::bigint, "
    "count(*) FILTER (WHERE standing = 2), "
    "coalesce(sum(amount) FILTER (WHERE standing = 2), 0)::bigint, "
    "count(*) FILTER (WHERE standing = 3), "
    "coalesce(sum(amount) FILTER (WHERE standing = 3), 0)::bigint FROM back";

}  // namespace

Result<ReturnsProgress> readReturns(PgConnection& connection, EventId event,
                                    const engine::Disruption& disruption, SteadyTime deadline) {
    const bool cancelled = disruption.kind == engine::DisruptionKind::Cancelled;
    PgParams params;
    params.addInt8(event.value);
    params.addInt2(static_cast<std::int16_t>(cancelled ? engine::RefundReason::EventCancelled
                                                       : engine::RefundReason::EventMoved));
    params.addInt8(disruption.at.micros);
    params.addInt4(disruption.number);
    params.addInt8(cancelled ? Instant::never().micros : disruption.at.micros);
    const auto rows = connection.query(kReturns, params, deadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), "count returns"));
    const auto sum = [&](int column) {
        return ReturnsProgress::Sum{rows->number(0, column), Money{rows->number(0, column + 1)}};
    };
    return ReturnsProgress{rows->number(0, 0), rows->number(0, 1), sum(2), sum(4), sum(6)};
}

}  // namespace tessera::store
