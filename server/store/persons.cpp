// SPDX-License-Identifier: Apache-2.0
#include "server/store/persons.h"

#include <utility>

#include "server/store/limits.h"
#include "server/store/pg_work.h"
#include "server/store/trail_writer.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr const char* kSession = "-c jit=off -c lock_timeout=3s";
constexpr std::int64_t kIdEpochMicros = 1'577'836'800'000'000;  // 2020.

// An order counts once, however many of its tickets name the person, too.
constexpr const char* kProgress =
    "SELECT count(*) FILTER (WHERE erased), count(*) FILTER (WHERE NOT erased AND ended), "
    "count(*) FILTER (WHERE NOT erased AND NOT ended), "
    "(SELECT coalesce(max(customers), 0) FROM person_erasure WHERE person_key = $1), "
    "(SELECT count(*) FROM customer WHERE person_key = $1) FROM "
    "(SELECT t.event_id, t.order_id, bool_and(t.erased) AS erased, "
    "bool_and(e.starts_at < $2) AS ended FROM person_trace t "
    "JOIN event_search e ON e.event_id = t.event_id WHERE t.person_key = $1 "
    "GROUP BY t.event_id, t.order_id) AS orders";

constexpr const char* kAsk =
    "INSERT INTO person_erasure (person_key, pseudonym, asked_at, done, customers) "
    "VALUES ($1, $2, $3, false, 0) ON CONFLICT (person_key) DO UPDATE "
    "SET asked_at = excluded.asked_at, done = false RETURNING pseudonym";

constexpr const char* kEraseCustomers =
    "UPDATE customer SET name = $2, email = '', phone = '', language = '', note = '', "
    "organisation = '', trusted = false, words = ''::tsvector, erased = true, "
    "version = version + 1 WHERE person_key = $1 AND NOT erased";

constexpr const char* kCountCustomers =
    "UPDATE person_erasure SET customers = customers + $2 WHERE person_key = $1";

// The greatest id that was made until then is (time - 2020) * 4096 + 4095.
constexpr const char* kOpen =
    "SELECT w.person_key, w.pseudonym, w.asked_at FROM person_erasure w WHERE NOT w.done "
    "AND (w.asked_at, w.person_key) > ($3, $4) AND EXISTS (SELECT 1 FROM person_trace t "
    "JOIN event_search e ON e.event_id = t.event_id WHERE t.person_key = w.person_key "
    "AND NOT t.erased AND e.starts_at < $1 AND greatest(t.order_id, t.ticket_id) "
    "<= (w.asked_at - 1577836800000000) * 4096 + 4095) "
    "ORDER BY w.asked_at, w.person_key LIMIT $2";

constexpr const char* kDue =
    "SELECT t.event_id, t.order_id, t.ticket_id, t.person_key FROM person_trace t "
    "JOIN event_search e ON e.event_id = t.event_id WHERE t.person_key = $1 AND NOT t.erased "
    "AND e.starts_at < $2 AND greatest(t.order_id, t.ticket_id) <= $3 AND t.event_id > $5 "
    "ORDER BY t.event_id, t.order_id LIMIT $4";

constexpr const char* kDueBefore =
    "SELECT t.event_id, t.order_id, t.ticket_id, t.person_key FROM event_search e "
    "CROSS JOIN LATERAL (SELECT * FROM person_trace WHERE event_id = e.event_id AND NOT erased "
    "LIMIT $2) AS t WHERE e.starts_at < $1 AND e.event_id > $3 "
    "ORDER BY t.event_id, t.order_id LIMIT $2";

// What was committed and is not taken up yet may name them, too: one statement sees both. Events
// are looked at only where nothing else of somebody is left: a wish may wait for months.
constexpr const char* kEnded =
    "WITH wish AS MATERIALIZED (SELECT w.person_key, w.asked_at, "
    "(w.asked_at - 1577836800000000) * 4096 + 4095 AS last FROM person_erasure w "
    "WHERE NOT w.done AND w.asked_at < $1 "
    "AND NOT EXISTS (SELECT 1 FROM person_trace t WHERE t.person_key = w.person_key "
    "AND NOT t.erased AND greatest(t.order_id, t.ticket_id) "
    "<= (w.asked_at - 1577836800000000) * 4096 + 4095) ORDER BY w.asked_at LIMIT $2), "
    "unseen AS (SELECT least((SELECT min(t.order_id) FROM ticket_order t "
    "WHERE t.event_id = o.event_id AND t.order_id > coalesce(a.order_id, 0)), "
    "(SELECT min(k.ticket_id) FROM ticket k "
    "WHERE k.event_id = o.event_id AND k.ticket_id > coalesce(a.ticket_id, 0))) AS id "
    "FROM event_owner o LEFT JOIN order_search_at a ON a.event_id = o.event_id "
    "WHERE o.last_batch > coalesce(a.batch, 0)) "
    "SELECT person_key, asked_at FROM wish "
    "WHERE last < coalesce((SELECT min(id) FROM unseen), 9223372036854775807)";

constexpr const char* kFinish =
    "UPDATE person_erasure SET done = true WHERE person_key = $1 AND asked_at = $2";

SteadyTime inTime() {
    return steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
}

PgParams keyed(const PersonKey& key) {
    PgParams params;
    params.add(PgType::Bytea, key);
    return params;
}

// The greatest id that was made until then.
std::int64_t lastIdAt(Instant time) {
    return ((time.micros - kIdEpochMicros) << 12) | 0xFFF;
}

std::vector<PersonTrace> tracesOf(const PgRows& rows) {
    std::vector<PersonTrace> traces;
    for (int i = 0; i < rows.count(); ++i) {
        traces.push_back({EventId{rows.number(i, 0)}, OrderId{rows.number(i, 1)},
                          TicketId{rows.number(i, 2)}, rows.text(i, 3)});
    }
    return traces;
}

}  // namespace

Persons::Persons(const std::string& conninfo, std::size_t connections)
    : pool_(conninfo, kSession, connections) {}

Result<PgRows> Persons::run(const char* sql, const PgParams& params, const char* tried) {
    const auto deadline = inTime();
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    auto rows = (*lease)->query(sql, params, deadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), tried));
    return std::move(*rows);
}

Result<ErasureProgress> Persons::progress(const PersonKey& key, Instant now) {
    PgParams params = keyed(key);
    params.addInt8((now - kEventLasts).micros);
    const auto rows = run(kProgress, params, "look how far a person is erased");
    if (!rows) return tl::make_unexpected(rows.error());
    ErasureProgress out;
    out.erased = rows->as<std::int32_t>(0, 0);
    out.left = rows->as<std::int32_t>(0, 1);
    out.kept = rows->as<std::int32_t>(0, 2);
    out.customers = rows->as<std::int32_t>(0, 3);
    out.known = out.erased + out.left + out.kept > 0 || rows->number(0, 4) > 0;
    return out;
}

Status Persons::ask(const Erasure& wish, TrailRow what) {
    auto lease = pool_.lease(inTime());
    if (!lease) return tl::make_unexpected(lease.error());
    Work work(**lease, "ask that a person is erased");
    PgParams asked = keyed(wish.key);
    asked.addText(wish.pseudonym);
    asked.addInt8(wish.askedAt.micros);
    const PgRows kept = work.run(kAsk, asked);
    PgParams customers = keyed(wish.key);
    customers.addText(work.good() ? kept.text(0, 0) : wish.pseudonym);
    const PgRows erased = work.run(kEraseCustomers, customers);
    PgParams count = keyed(wish.key);
    count.addInt4(work.good() ? static_cast<std::int32_t>(erased.affected()) : 0);
    work.run(kCountCustomers, count);
    writeTrail(work, std::move(what));
    return work.end();
}

Status Persons::note(TrailRow what) {
    auto lease = pool_.lease(inTime());
    if (!lease) return tl::make_unexpected(lease.error());
    Work work(**lease, "write the trail");
    writeTrail(work, std::move(what));
    return work.end();
}

Result<std::vector<Erasure>> Persons::open(const Erasure& after, Instant now) {
    PgParams params;
    params.addInt8((now - kEventLasts).micros);
    params.addInt4(kTracesPerRead);
    params.addInt8(after.askedAt.micros);
    params.add(PgType::Bytea, after.key);
    const auto rows = run(kOpen, params, "list persons to erase");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<Erasure> open;
    for (int i = 0; i < rows->count(); ++i) {
        open.push_back({rows->text(i, 0), rows->text(i, 1), Instant{rows->number(i, 2)}});
    }
    return open;
}

Result<std::vector<PersonTrace>> Persons::due(const Erasure& erasure, EventId after, Instant now) {
    PgParams params = keyed(erasure.key);
    params.addInt8((now - kEventLasts).micros);
    params.addInt8(lastIdAt(erasure.askedAt));
    params.addInt4(kTracesPerRead);
    params.addInt8(after.value);
    const auto rows = run(kDue, params, "list what is to be erased");
    if (!rows) return tl::make_unexpected(rows.error());
    return tracesOf(*rows);
}

Result<std::vector<PersonTrace>> Persons::dueBefore(Instant overBefore, EventId after) {
    PgParams params;
    params.addInt8((overBefore - kEventLasts).micros);
    params.addInt4(kTracesPerRead);
    params.addInt8(after.value);
    const auto rows = run(kDueBefore, params, "list what was kept long enough");
    if (!rows) return tl::make_unexpected(rows.error());
    return tracesOf(*rows);
}

Status Persons::finish(Instant now) {
    PgParams params;
    params.addInt8((now - kCommittedWithin).micros);
    params.addInt4(kTracesPerRead);
    const auto ended = run(kEnded, params, "look which persons are erased");
    if (!ended) return tl::make_unexpected(ended.error());
    for (int i = 0; i < ended->count(); ++i) {
        PgParams wish = keyed(ended->text(i, 0));
        wish.addInt8(ended->number(i, 1));
        const auto done = run(kFinish, wish, "end an erasure");
        if (!done) return tl::make_unexpected(done.error());
    }
    return {};
}

}  // namespace tessera::store
