// SPDX-License-Identifier: Apache-2.0
#include "server/store/finance.h"

#include <algorithm>
#include <tuple>

#include "server/store/day_reader.h"
#include "server/store/ledger_rules.h"
#include "server/store/pg_connection.h"
#include "server/store/pg_work.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr std::int32_t kEventsPerPage = 500;

PgParams eventParam(EventId event) {
    PgParams params;
    params.addInt8(event.value);
    return params;
}

void readBalances(Work& work, EventId event, LedgerCheck& check) {
    const PgRows rows = work.run(
        "SELECT coalesce(l.currency, t.terms->>'currency'), l.account, count(*), "
        "coalesce(sum(l.amount) FILTER (WHERE l.amount > 0), 0)::bigint, "
        "coalesce(-sum(l.amount) FILTER (WHERE l.amount < 0), 0)::bigint FROM ledger_entry l "
        "JOIN event e ON e.event_id = $1 "
        "JOIN event_terms t ON t.event_id = $1 AND t.version = e.terms_version "
        "WHERE l.event_id = $1 GROUP BY 1, 2 ORDER BY 1, 2",
        eventParam(event));
    for (int i = 0; i < rows.count(); ++i) {
        AccountBalance balance;
        balance.currency = parseCurrency(rows.bytes(i, 0)).value_or(Currency{});
        balance.account = rows.as<engine::Account>(i, 1);
        balance.entries = rows.number(i, 2);
        balance.debit.minor = rows.number(i, 3);
        balance.credit.minor = rows.number(i, 4);
        check.balances.push_back(balance);
    }
}

void readCounts(Work& work, EventId event, LedgerCheck& check) {
    const PgRows rows = work.run(
        "SELECT (SELECT count(*) FROM ledger_entry l WHERE l.event_id = $1), "
        "(SELECT count(*) FROM (SELECT DISTINCT l.order_id, l.at FROM ledger_entry l "
        "WHERE l.event_id = $1) c), "
        "(SELECT count(*) FROM payment_attempt a WHERE a.event_id = $1), "
        "(SELECT count(*) FROM refund r WHERE r.event_id = $1)",
        eventParam(event));
    if (rows.count() == 0) return;
    check.events = 1;
    check.entries = rows.number(0, 0);
    check.commands = rows.number(0, 1);
    check.attempts = rows.number(0, 2);
    check.refunds = rows.number(0, 3);
}

}  // namespace

struct Finance::Impl {
    explicit Impl(PostgresOptions given)
        : options(std::move(given)),
          pool(options.conninfo, "-c jit=off", std::max<std::size_t>(options.readers, 1)) {}

    SteadyTime deadline() const {
        return steady_clock::now() + std::chrono::microseconds(options.deadline.micros);
    }
    // `body` sees one state of the database.
    template <class Body>
    Status look(const std::string& tried, const Body& body) {
        auto lease = pool.lease(deadline());
        if (!lease) return tl::make_unexpected(lease.error());
        Work work(**lease, tried);
        work.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", {});
        body(work);
        return work.end();
    }

    const PostgresOptions options;
    PgPool pool;
};

void LedgerCheck::add(const LedgerCheck& event) {
    events += event.events;
    entries += event.entries;
    commands += event.commands;
    attempts += event.attempts;
    refunds += event.refunds;
    findings.insert(findings.end(), event.findings.begin(), event.findings.end());
    for (const AccountBalance& more : event.balances) {
        const auto same = [&](const AccountBalance& each) {
            return each.currency == more.currency && each.account == more.account;
        };
        const auto found = std::find_if(balances.begin(), balances.end(), same);
        if (found == balances.end()) {
            balances.push_back(more);
            continue;
        }
        found->entries += more.entries;
        found->debit += more.debit;
        found->credit += more.credit;
    }
    std::sort(balances.begin(), balances.end(), [](const auto& a, const auto& b) {
        return std::tie(a.currency, a.account) < std::tie(b.currency, b.account);
    });
}

Finance::Finance(PostgresOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}

Finance::~Finance() = default;

Result<std::vector<EventId>> Finance::eventsAfter(EventId after, std::int32_t limit) {
    std::vector<EventId> out;
    const Status done = impl_->look("list events", [&](Work& work) {
        PgParams params;
        params.addInt8(after.value);
        params.addInt4(limit);
        const PgRows rows = work.run(
            "SELECT event_id FROM event WHERE event_id > $1 ORDER BY event_id LIMIT $2", params);
        for (int i = 0; i < rows.count(); ++i) out.emplace_back(rows.number(i, 0));
    });
    if (!done) return tl::make_unexpected(done.error());
    return out;
}

Result<LedgerCheck> Finance::checkEvent(EventId event) {
    LedgerCheck check;
    const Status done = impl_->look("check an event's ledger", [&](Work& work) {
        readCounts(work, event, check);
        readBalances(work, event, check);
        for (const LedgerRule& rule : ledgerRules()) {
            const PgRows rows = work.run(rule.sql, eventParam(event));
            for (int i = 0; i < rows.count(); ++i) {
                check.findings.push_back({event, rule.name, rows.text(i, 0)});
            }
        }
    });
    if (!done) return tl::make_unexpected(done.error());
    return check;
}

Result<LedgerCheck> Finance::checkAll() {
    LedgerCheck all;
    EventId last;
    while (true) {
        const auto events = eventsAfter(last, kEventsPerPage);
        if (!events) return tl::make_unexpected(events.error());
        for (const EventId event : *events) {
            const auto one = checkEvent(event);
            if (!one) return one;
            all.add(*one);
        }
        if (events->empty()) return all;
        last = events->back();
    }
}

Result<std::vector<ManualCase>> Finance::listManual() {
    std::vector<ManualCase> out;
    const Status done = impl_->look("list what is manual", [&](Work& work) {
        const PgRows rows = work.run(
            "WITH orders AS (SELECT event_id, order_id, 0::bigint AS refund_id, total, created_at, "
            "evidence FROM ticket_order WHERE state = 9 ORDER BY event_id, order_id LIMIT 1000), "
            "refunds AS (SELECT event_id, order_id, refund_id, amount, created_at, evidence "
            "FROM refund WHERE state = 4 ORDER BY event_id, refund_id LIMIT 1000) "
            "SELECT * FROM orders UNION ALL SELECT * FROM refunds",
            {});
        for (int i = 0; i < rows.count(); ++i) {
            out.push_back({EventId{rows.number(i, 0)}, OrderId{rows.number(i, 1)},
                           RefundId{rows.number(i, 2)}, Money{rows.number(i, 3)},
                           Instant{rows.number(i, 4)}, rows.text(i, 5)});
        }
    });
    if (!done) return tl::make_unexpected(done.error());
    return out;
}

Result<std::vector<EventId>> Finance::eventsChanged(Instant since, EventId after,
                                                    std::int32_t limit) {
    std::vector<EventId> out;
    const Status done = impl_->look("list events that changed", [&](Work& work) {
        PgParams params;
        params.addInt8(since.micros);
        params.addInt8(after.value);
        params.addInt4(limit);
        const PgRows rows = work.run(
            "SELECT event_id FROM event_owner WHERE last_time >= $1 AND event_id > $2 "
            "ORDER BY event_id LIMIT $3",
            params);
        for (int i = 0; i < rows.count(); ++i) out.emplace_back(rows.number(i, 0));
    });
    if (!done) return tl::make_unexpected(done.error());
    return out;
}

Result<Standing> Finance::standingOf(EventId event) {
    Standing out;
    const Status done = impl_->look("count what waits for a person", [&](Work& work) {
        const PgRows rows = work.run(
            "SELECT (SELECT count(*) FROM ticket_order o WHERE o.event_id = $1 AND o.state = 6), "
            "(SELECT count(*) FROM ticket_order o WHERE o.event_id = $1 AND o.state = 9), "
            "(SELECT count(*) FROM refund r WHERE r.event_id = $1 AND r.state = 4)",
            eventParam(event));
        if (rows.count() == 1) out = {rows.number(0, 0), rows.number(0, 1), rows.number(0, 2)};
    });
    if (!done) return tl::make_unexpected(done.error());
    return out;
}

Result<std::int64_t> Finance::openBreaks() {
    std::int64_t out = 0;
    const Status done = impl_->look("count open breaks", [&](Work& work) {
        const PgRows rows = work.run(
            "SELECT count(*) FROM payment_break WHERE resolved_at = 9223372036854775807", {});
        if (rows.count() == 1) out = rows.number(0, 0);
    });
    if (!done) return tl::make_unexpected(done.error());
    return out;
}

Result<DayFacts> Finance::readDay(EventId event, Instant from, Instant until) {
    Result<DayFacts> facts;
    const Status done = impl_->look(
        "read an event's day", [&](Work& work) { facts = readDayFacts(work, event, from, until); });
    if (!done) return tl::make_unexpected(done.error());
    return facts;
}

}  // namespace tessera::store
