// SPDX-License-Identifier: Apache-2.0
#include "server/store/breaks_rows.h"

#include "server/engine/id_source.h"

namespace tessera::store {
namespace {

// FNV-1a over what the break is about and how often it was resolved before.
std::int64_t breakId(const BreakSubject& subject, std::int64_t resolvedBefore) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    const auto mix = [&](std::uint64_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) {
            hash = (hash ^ ((value >> (8 * i)) & 0xFFU)) * 0x100000001B3ULL;
        }
    };
    mix(static_cast<std::uint64_t>(subject.kind), 1);
    mix(static_cast<std::uint64_t>(subject.provider), 1);
    mix(static_cast<std::uint64_t>(subject.attempt.value), 8);
    mix(static_cast<std::uint64_t>(subject.refund.value), 8);
    mix(static_cast<std::uint64_t>(resolvedBefore), 8);
    for (const char c : subject.object) mix(static_cast<unsigned char>(c), 1);
    return static_cast<std::int64_t>(hash >> 1U) | 1;
}

PgParams subjectParams(const BreakSubject& subject) {
    PgParams params;
    params.addInt8(subject.event.value);
    params.addInt2(static_cast<std::int16_t>(subject.kind));
    params.addInt2(static_cast<std::int16_t>(subject.provider));
    params.addInt8(subject.attempt.value);
    params.addInt8(subject.refund.value);
    params.addText(subject.object);
    return params;
}

std::optional<std::string> idArray(const std::vector<std::int64_t>& ids) {
    ArrayWriter writer(PgType::Int8);
    for (const std::int64_t id : ids) writer.addInt8(id);
    return writer.take(true);
}

// The orders that a query is about; parameters: event, provider, attempts, refunds, from, until.
constexpr const char* kOrders =
    "WITH orders AS ("
    "SELECT a.order_id FROM payment_attempt a WHERE a.event_id = $1 AND a.attempt_id = ANY ($3) "
    "UNION SELECT r.order_id FROM refund r WHERE r.event_id = $1 AND r.refund_id = ANY ($4) "
    "UNION SELECT a.order_id FROM payment_attempt a "
    "WHERE a.event_id = $1 AND a.attempt_id >= $5 AND a.attempt_id < $6 "
    "UNION SELECT r.order_id FROM refund r "
    "WHERE r.event_id = $1 AND r.refund_id >= $5 AND r.refund_id < $6) ";

Result<std::vector<OwnAttempt>> readAttempts(const Ask& ask, const PgParams& params) {
    const auto rows =
        ask(std::string(kOrders) +
                "SELECT a.attempt_id, a.order_id, a.tender_id, o.state, a.state, a.amount, "
                "a.authorized, a.captured, a.refunded, a.object_id, a.created_at, "
                "coalesce(u.amount, 0)::bigint, c.attempt_id IS NOT NULL "
                "FROM orders w "
                "JOIN payment_attempt a ON a.event_id = $1 AND a.order_id = w.order_id "
                "JOIN ticket_order o ON o.event_id = $1 AND o.order_id = a.order_id "
                "LEFT JOIN (SELECT r.attempt_id, sum(r.amount) AS amount FROM refund r "
                "WHERE r.event_id = $1 AND r.state IN (1, 2) GROUP BY r.attempt_id) u "
                "ON u.attempt_id = a.attempt_id "
                "LEFT JOIN (SELECT DISTINCT x.attempt_id FROM outbox x WHERE x.event_id = $1) c "
                "ON c.attempt_id = a.attempt_id "
                "WHERE a.provider = $2 ORDER BY a.attempt_id",
            params, "read our attempts to reconcile");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<OwnAttempt> out;
    for (int i = 0; i < rows->count(); ++i) {
        OwnAttempt& own = out.emplace_back();
        own.id = AttemptId{rows->number(i, 0)};
        own.order = OrderId{rows->number(i, 1)};
        own.tender = TenderId{rows->number(i, 2)};
        own.orderState = rows->as<engine::OrderState>(i, 3);
        own.state = rows->as<engine::AttemptState>(i, 4);
        own.amount.minor = rows->number(i, 5);
        own.authorized.minor = rows->number(i, 6);
        own.captured.minor = rows->number(i, 7);
        own.refunded.minor = rows->number(i, 8);
        own.objectId = rows->text(i, 9);
        own.createdAt.micros = rows->number(i, 10);
        own.refundsUnderWay.minor = rows->number(i, 11);
        own.calling = rows->number(i, 12) != 0;
    }
    return out;
}

Result<std::vector<OwnRefund>> readRefunds(const Ask& ask, const PgParams& params) {
    const auto rows =
        ask(std::string(kOrders) +
                "SELECT r.refund_id, r.order_id, r.attempt_id, r.state, r.amount, r.object_id, "
                "r.created_at, c.refund_id IS NOT NULL "
                "FROM orders w "
                "JOIN refund r ON r.event_id = $1 AND r.order_id = w.order_id "
                "JOIN payment_attempt a ON a.event_id = $1 AND a.attempt_id = r.attempt_id "
                "LEFT JOIN (SELECT DISTINCT x.refund_id FROM outbox x WHERE x.event_id = $1) c "
                "ON c.refund_id = r.refund_id "
                "WHERE a.provider = $2 ORDER BY r.refund_id",
            params, "read our refunds to reconcile");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<OwnRefund> out;
    for (int i = 0; i < rows->count(); ++i) {
        OwnRefund& own = out.emplace_back();
        own.id = RefundId{rows->number(i, 0)};
        own.order = OrderId{rows->number(i, 1)};
        own.attempt = AttemptId{rows->number(i, 2)};
        own.state = rows->as<engine::RefundState>(i, 3);
        own.amount.minor = rows->number(i, 4);
        own.objectId = rows->text(i, 5);
        own.createdAt.micros = rows->number(i, 6);
        own.calling = rows->number(i, 7) != 0;
    }
    return out;
}

BreakRow breakAt(const PgRows& rows, int i) {
    BreakRow out;
    BreakSubject& subject = out.what.subject;
    subject.event = EventId{rows.number(i, 0)};
    out.id = rows.number(i, 1);
    subject.kind = rows.as<BreakKind>(i, 2);
    subject.provider = rows.as<engine::ProviderKind>(i, 3);
    subject.attempt = AttemptId{rows.number(i, 4)};
    subject.refund = RefundId{rows.number(i, 5)};
    subject.object = rows.text(i, 6);
    out.what.ours = rows.text(i, 7);
    out.what.theirs = rows.text(i, 8);
    out.firstSeen.micros = rows.number(i, 9);
    out.lastSeen.micros = rows.number(i, 10);
    out.resolvedAt.micros = rows.number(i, 11);
    out.resolution = rows.text(i, 12);
    return out;
}

}  // namespace

Result<OwnSide> readOwnSide(const Ask& ask, const OwnQuery& query) {
    PgParams event;
    event.addInt8(query.event.value);
    const auto terms =
        ask("SELECT t.terms->>'currency' FROM event e "
            "JOIN event_terms t ON t.event_id = $1 AND t.version = e.terms_version "
            "WHERE e.event_id = $1",
            event, "read an event's currency");
    if (!terms) return tl::make_unexpected(terms.error());
    OwnSide out;
    // An event that is not ours has nothing to compare.
    if (terms->count() == 0) return out;
    out.currency = parseCurrency(terms->bytes(0, 0)).value_or(Currency{});
    PgParams params;
    params.addInt8(query.event.value);
    params.addInt2(static_cast<std::int16_t>(query.provider));
    params.add(PgType::Int8Array, idArray(query.attempts));
    params.add(PgType::Int8Array, idArray(query.refunds));
    // Ids are made by the time, so the keys' own order has the range.
    params.addInt8(engine::IdSource::floorAt(query.from));
    params.addInt8(engine::IdSource::floorAt(query.until));
    auto attempts = readAttempts(ask, params);
    if (!attempts) return tl::make_unexpected(attempts.error());
    auto refunds = readRefunds(ask, params);
    if (!refunds) return tl::make_unexpected(refunds.error());
    out.attempts = std::move(*attempts);
    out.refunds = std::move(*refunds);
    return out;
}

void writeBreak(Work& work, const Break& one, Instant now) {
    PgParams params = subjectParams(one.subject);
    params.addInt8(Instant::never().micros);
    const PgRows before = work.run(
        "SELECT count(*) FROM payment_break WHERE event_id = $1 AND kind = $2 AND provider = $3 "
        "AND attempt_id = $4 AND refund_id = $5 AND object_id = $6 AND resolved_at <> $7",
        params);
    if (!work.good()) return;
    params.addInt8(breakId(one.subject, before.number(0, 0)));
    params.addText(one.ours);
    params.addText(one.theirs);
    params.addInt8(now.micros);
    work.run(
        "INSERT INTO payment_break AS b (event_id, break_id, kind, provider, attempt_id, "
        "refund_id, object_id, ours, theirs, first_seen, last_seen, resolved_at, resolution) "
        "VALUES ($1, $8, $2, $3, $4, $5, $6, $9, $10, $11, $11, $7, '') "
        "ON CONFLICT (event_id, break_id) DO UPDATE SET ours = $9, theirs = $10, "
        "last_seen = greatest(b.last_seen, $11) RETURNING 1",
        params);
}

Result<std::vector<BreakRow>> readBreaks(const Ask& ask, const Reconciliations::BreakQuery& query) {
    PgParams params;
    params.addBool(query.resolvedToo);
    params.addInt2(query.provider ? static_cast<std::int16_t>(*query.provider) : std::int16_t{-1});
    params.addInt8(query.afterEvent.value);
    params.addInt8(query.afterId);
    params.addInt4(query.limit);
    params.addInt8(Instant::never().micros);
    const auto rows =
        ask("SELECT event_id, break_id, kind, provider, attempt_id, refund_id, object_id, ours, "
            "theirs, first_seen, last_seen, resolved_at, resolution FROM payment_break "
            "WHERE ($1 OR resolved_at = $6) AND ($2 = -1 OR provider = $2) "
            "AND (event_id, break_id) > ($3, $4) ORDER BY event_id, break_id LIMIT $5",
            params, "list breaks");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<BreakRow> out;
    for (int i = 0; i < rows->count(); ++i) out.push_back(breakAt(*rows, i));
    return out;
}

}  // namespace tessera::store
