// SPDX-License-Identifier: Apache-2.0
#include "server/store/mails.h"

#include "server/store/limits.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr const char* kSession = "-c jit=off -c lock_timeout=3s";

constexpr const char* kOfOrder =
    "SELECT mail_no, kind, state, failure, address, tries, created_at, ended_at FROM mail "
    "WHERE event_id = $1 AND order_id = $2 ORDER BY created_at, mail_no LIMIT $3";

// The last twelve bits of an order's number are zero for the first order of its instant.
constexpr const char* kDueMails =
    "SELECT event_id, order_id, mail_no, tries FROM mail WHERE state = 1 AND next_at <= $1 "
    "AND (order_id >> 12) % $2 = $3 ORDER BY (kind > 3), next_at, order_id, mail_no LIMIT $4";

// An order's own address is read when it is sent: a person that was erased until then has none.
constexpr const char* kLease =
    "UPDATE mail m SET tries = $4 + 1, next_at = $6, node_id = $5 FROM ticket_order o "
    "WHERE m.event_id = $1 AND m.order_id = $2 AND m.mail_no = $3 AND m.state = 1 "
    "AND m.tries = $4 AND m.next_at <= $7 AND o.event_id = $1 AND o.order_id = $2 "
    "RETURNING m.kind, CASE WHEN m.address = '' THEN o.contact_email ELSE m.address END, "
    "m.created_at, CASE WHEN m.kind > 3 THEN m.subject ELSE 0 END, "
    "CASE WHEN m.kind = 3 THEN sent_back($1, $2, m.subject) ELSE 0 END";

// Of another address than the order's a mask is left.
constexpr const char* kEnd =
    "UPDATE mail SET state = $5, failure = $6, ended_at = $7, "
    "address = masked_address(address) "
    "WHERE event_id = $1 AND order_id = $2 AND mail_no = $3 AND state = 1 AND tries = $4";

constexpr const char* kOpenRounds =
    "SELECT event_id, round_no FROM mail_round WHERE NOT done ORDER BY at LIMIT 10";

// Who has bought before it and has tickets; of a cancelled event its tickets may be void by now.
constexpr const char* kSpread =
    "WITH round AS (SELECT * FROM mail_round "
    "WHERE event_id = $1 AND round_no = $2 AND NOT done FOR UPDATE SKIP LOCKED), "
    "seen AS (SELECT o.order_id, o.state, o.contact_email FROM ticket_order o, round "
    "WHERE o.event_id = $1 AND o.order_id > round.after_order AND o.created_at <= round.at "
    "ORDER BY o.order_id LIMIT $3), "
    "queued AS (INSERT INTO mail (event_id, order_id, mail_no, kind, address, state, tries, "
    "next_at, node_id, failure, created_at, ended_at, subject) "
    "SELECT $1, s.order_id, 1000 + round.round_no, round.kind, '', 1, 0, round.at, 0, 0, round.at, "
    "0, round.round_no FROM seen s, round WHERE s.state IN (4, 5) AND s.contact_email <> '' "
    "AND EXISTS (SELECT 1 FROM ticket t WHERE t.event_id = $1 AND t.order_id = s.order_id "
    "AND (t.state <> 3 OR (round.kind = 4 AND EXISTS (SELECT 1 FROM refund r "
    "WHERE r.event_id = $1 AND r.order_id = s.order_id AND r.group_id = t.refund_id "
    "AND r.reason = 4)))) ON CONFLICT (event_id, order_id, mail_no) DO NOTHING) "
    "UPDATE mail_round SET after_order = coalesce((SELECT max(order_id) FROM seen), after_order), "
    "done = (SELECT count(*) FROM seen) < $3 WHERE event_id = $1 AND round_no = $2 "
    "AND EXISTS (SELECT 1 FROM round) RETURNING (SELECT count(*) FROM seen)";

constexpr const char* kTryAgain =
    "UPDATE mail SET next_at = $5 "
    "WHERE event_id = $1 AND order_id = $2 AND mail_no = $3 AND state = 1 AND tries = $4";

constexpr const char* kWaiting =
    "SELECT count(*) FROM (SELECT 1 FROM mail WHERE state = 1 LIMIT $1) AS waiting";

constexpr const char* kEnded =
    "SELECT event_id, order_id, mail_no FROM mail WHERE state <> 1 AND ended_at < $1 "
    "ORDER BY ended_at LIMIT $2";

constexpr const char* kForget =
    "DELETE FROM mail WHERE event_id = $1 AND order_id = $2 AND mail_no = $3 AND state <> 1";

SteadyTime inTime() {
    return steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
}

PgParams keyOf(const DueMail& mail) {
    PgParams params;
    params.addInt8(mail.event.value);
    params.addInt8(mail.order.value);
    params.addInt4(mail.number);
    return params;
}

PgParams tryOf(const DueMail& mail) {
    PgParams params = keyOf(mail);
    params.addInt4(mail.tries);
    return params;
}

}  // namespace

Mails::Mails(const std::string& conninfo, std::size_t connections)
    : pool_(conninfo, kSession, connections) {}

Result<PgRows> Mails::run(const char* sql, const PgParams& params, const char* tried) {
    const auto deadline = inTime();
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    auto rows = (*lease)->query(sql, params, deadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), tried));
    return std::move(*rows);
}

Result<std::vector<MailLine>> Mails::ofOrder(EventId event, OrderId order) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(order.value);
    params.addInt4(static_cast<std::int32_t>(kMailsPerOrder));
    const auto rows = run(kOfOrder, params, "list an order's mails");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<MailLine> out;
    for (int i = 0; i < rows->count(); ++i) {
        MailLine line{rows->as<std::int32_t>(i, 0),
                      rows->as<MailKind>(i, 1),
                      rows->as<MailState>(i, 2),
                      rows->as<MailFailure>(i, 3),
                      rows->text(i, 4),
                      rows->as<std::int32_t>(i, 5),
                      Instant{rows->number(i, 6)},
                      {}};
        if (rows->number(i, 7) != 0) line.endedAt = Instant{rows->number(i, 7)};
        out.push_back(std::move(line));
    }
    return out;
}

Result<std::vector<DueMail>> Mails::due(Instant now, MailLane lane, std::int32_t limit) {
    PgParams params;
    params.addInt8(now.micros);
    params.addInt4(lane.of);
    params.addInt4(lane.lane);
    params.addInt4(limit);
    const auto rows = run(kDueMails, params, "list mail that is due");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<DueMail> out;
    for (int i = 0; i < rows->count(); ++i) {
        out.push_back({EventId{rows->number(i, 0)}, OrderId{rows->number(i, 1)},
                       rows->as<std::int32_t>(i, 2), rows->as<std::int32_t>(i, 3)});
    }
    return out;
}

Result<std::optional<LeasedMail>> Mails::lease(const DueMail& seen, const Lease& lease) {
    PgParams params = tryOf(seen);
    params.addInt8(lease.node.value);
    params.addInt8(lease.until.micros);
    params.addInt8(lease.now.micros);
    const auto rows = run(kLease, params, "lease a mail");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::nullopt;
    LeasedMail out{seen,
                   rows->as<MailKind>(0, 0),
                   rows->text(0, 1),
                   Instant{rows->number(0, 2)},
                   rows->number(0, 3),
                   Money{rows->number(0, 4)}};
    ++out.mail.tries;
    return out;
}

Status Mails::end(const DueMail& mail, MailState state, MailFailure why, Instant now) {
    PgParams params = tryOf(mail);
    params.addInt4(static_cast<std::int32_t>(state));
    params.addInt4(static_cast<std::int32_t>(why));
    params.addInt8(now.micros);
    const auto rows = run(kEnd, params, "end a mail");
    if (!rows) return tl::make_unexpected(rows.error());
    return {};
}

Status Mails::sent(const DueMail& mail, Instant now) {
    return end(mail, MailState::Sent, MailFailure::None, now);
}

Status Mails::failed(const DueMail& mail, MailFailure why, Instant now) {
    return end(mail, MailState::Failed, why, now);
}

Status Mails::tryAgain(const DueMail& mail, Instant notBefore) {
    PgParams params = tryOf(mail);
    params.addInt8(notBefore.micros);
    const auto rows = run(kTryAgain, params, "put off a mail");
    if (!rows) return tl::make_unexpected(rows.error());
    return {};
}

Result<std::int64_t> Mails::spread() {
    const auto open = run(kOpenRounds, PgParams{}, "list whom to tell");
    if (!open) return tl::make_unexpected(open.error());
    for (int i = 0; i < open->count(); ++i) {
        PgParams params;
        params.addInt8(open->number(i, 0));
        params.addInt4(open->as<std::int32_t>(i, 1));
        params.addInt4(kSpreadAtOnce);
        const auto done = run(kSpread, params, "tell buyers of a disruption");
        if (!done) return tl::make_unexpected(done.error());
        if (done->count() > 0) return done->number(0, 0);
    }
    return 0;
}

Result<std::int64_t> Mails::waiting(std::int64_t most) {
    PgParams params;
    params.addInt8(most);
    const auto rows = run(kWaiting, params, "count mail that waits");
    if (!rows) return tl::make_unexpected(rows.error());
    return rows->number(0, 0);
}

Result<std::int64_t> Mails::prune(Instant before, std::int32_t limit) {
    PgParams params;
    params.addInt8(before.micros);
    params.addInt4(limit);
    const auto rows = run(kEnded, params, "list mail that is over");
    if (!rows) return tl::make_unexpected(rows.error());
    for (int i = 0; i < rows->count(); ++i) {
        const DueMail mail{EventId{rows->number(i, 0)}, OrderId{rows->number(i, 1)},
                           rows->as<std::int32_t>(i, 2)};
        const auto gone = run(kForget, keyOf(mail), "forget a mail");
        if (!gone) return tl::make_unexpected(gone.error());
    }
    return rows->count();
}

}  // namespace tessera::store
