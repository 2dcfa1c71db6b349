// SPDX-License-Identifier: Apache-2.0
#include "server/store/day_reader.h"

#include <unordered_map>

#include "server/store/event_rows.h"
#include "server/store/terms_codec.h"

namespace tessera::store {
namespace {

constexpr std::int16_t kSales = static_cast<std::int16_t>(engine::Account::Sales);

PgParams dayParams(const DayFacts& facts) {
    PgParams params;
    params.addInt8(facts.event.value);
    params.addInt8(facts.from.micros);
    params.addInt8(facts.until.micros);
    return params;
}

// The orders that a day is about: those whose sales or retained money moved, and those that cost
// nothing and were made on it (state 5: paid).
constexpr const char* kOrders =
    "WITH moved AS (SELECT DISTINCT l.order_id FROM ledger_entry l WHERE l.event_id = $1 "
    "AND l.at >= $2 AND l.at < $3 AND l.account IN (2, 6) "
    "UNION SELECT f.order_id FROM ticket_order f WHERE f.event_id = $1 AND f.total = 0 "
    "AND f.state = 5 AND f.created_at >= $2 AND f.created_at < $3) ";

Status readTerms(Work& work, DayFacts& facts) {
    PgParams params;
    params.addInt8(facts.event.value);
    const PgRows rows = work.run(
        "SELECT version, terms::text FROM event_terms WHERE event_id = $1 ORDER BY version",
        params);
    for (int i = 0; i < rows.count(); ++i) {
        auto terms = decodeTerms(rows.bytes(i, 1));
        if (!terms) return tl::make_unexpected(terms.error());
        facts.currency = terms->currency;
        facts.terms.emplace(rows.as<std::int32_t>(i, 0), std::move(*terms));
    }
    return {};
}

void readAccounts(Work& work, DayFacts& facts) {
    const PgRows rows = work.run(
        "SELECT l.account, count(*), coalesce(sum(l.amount) FILTER (WHERE l.amount > 0), "
        "0)::bigint, "
        "coalesce(-sum(l.amount) FILTER (WHERE l.amount < 0), 0)::bigint FROM ledger_entry l "
        "WHERE l.event_id = $1 AND l.at >= $2 AND l.at < $3 GROUP BY l.account ORDER BY l.account",
        dayParams(facts));
    for (int i = 0; i < rows.count(); ++i) {
        facts.accounts.push_back({rows.as<engine::Account>(i, 0), rows.number(i, 1),
                                  Money{rows.number(i, 2)}, Money{rows.number(i, 3)}});
    }
}

void readTenders(Work& work, DayFacts& facts) {
    const PgRows rows = work.run(
        "SELECT t.kind, t.provider, "
        "count(DISTINCT l.attempt_id) FILTER (WHERE l.refund_id = 0), "
        "coalesce(sum(l.amount) FILTER (WHERE l.refund_id = 0), 0)::bigint, "
        "count(DISTINCT l.refund_id) FILTER (WHERE l.refund_id <> 0), "
        "coalesce(-sum(l.amount) FILTER (WHERE l.refund_id <> 0), 0)::bigint "
        "FROM ledger_entry l "
        "JOIN payment_attempt a ON a.event_id = $1 AND a.attempt_id = l.attempt_id "
        "JOIN tender t ON t.event_id = $1 AND t.tender_id = a.tender_id "
        "WHERE l.event_id = $1 AND l.at >= $2 AND l.at < $3 AND l.account IN (1, 3, 4, 5) "
        "GROUP BY t.kind, t.provider ORDER BY t.kind, t.provider",
        dayParams(facts));
    for (int i = 0; i < rows.count(); ++i) {
        facts.tenders.push_back({rows.as<engine::TenderKind>(i, 0),
                                 rows.as<engine::ProviderKind>(i, 1), rows.number(i, 2),
                                 Money{rows.number(i, 3)}, rows.number(i, 4),
                                 Money{rows.number(i, 5)}});
    }
}

// What new orders were paid with tickets of others: no money came or went for it.
void readExchanges(Work& work, DayFacts& facts) {
    const PgRows rows = work.run(
        "SELECT count(DISTINCT l.attempt_id), coalesce(sum(l.amount), 0)::bigint "
        "FROM ledger_entry l "
        "JOIN payment_attempt a ON a.event_id = $1 AND a.attempt_id = l.attempt_id "
        "JOIN tender t ON t.event_id = $1 AND t.tender_id = a.tender_id AND t.kind = 5 "
        "WHERE l.event_id = $1 AND l.at >= $2 AND l.at < $3 AND l.account = 7 "
        "AND l.refund_id = 0 AND l.amount > 0",
        dayParams(facts));
    facts.exchanges = rows.number(0, 0);
    facts.exchanged = Money{rows.number(0, 1)};
}

// Where each order stands in `facts.orders`.
using Places = std::unordered_map<OrderId, std::size_t>;

Result<Places> readOrders(Work& work, DayFacts& facts) {
    const PgRows rows = work.run(
        std::string(kOrders) +
            "SELECT o.order_id, o.total, o.quote::text, r.terms_version FROM moved m "
            "JOIN ticket_order o ON o.event_id = $1 AND o.order_id = m.order_id "
            "JOIN reservation r ON r.event_id = $1 AND r.reservation_id = o.reservation_id "
            "ORDER BY o.order_id",
        dayParams(facts));
    Places places;
    for (int i = 0; i < rows.count(); ++i) {
        OrderMovement order;
        order.order = OrderId{rows.number(i, 0)};
        order.total.minor = rows.number(i, 1);
        auto quote = decodeQuote(rows.bytes(i, 2));
        if (!quote) return tl::make_unexpected(quote.error());
        order.quote = std::move(*quote);
        order.termsVersion = rows.as<std::int32_t>(i, 3);
        places.emplace(order.order, facts.orders.size());
        facts.orders.push_back(std::move(order));
    }
    return places;
}

void readTickets(Work& work, DayFacts& facts, const Places& places) {
    const PgRows rows = work.run(
        std::string(kOrders) +
            "SELECT t.ticket_id, t.order_id, t.seat_no, t.area_no, t.ticket_type, t.state, "
            "t.price, coalesce(t.refund_id, 0), t.exchange_order, t.offer_id, "
            "t.transfer_id, t.replaces, t.offer_until FROM moved m "
            "JOIN ticket t ON t.event_id = $1 AND t.order_id = m.order_id "
            // Void without a refund: of the order's life before it was released.
            "WHERE t.state <> 3 OR t.refund_id IS NOT NULL ORDER BY t.ticket_id",
        dayParams(facts));
    for (int i = 0; i < rows.count(); ++i) {
        const auto at = places.find(OrderId{rows.number(i, 1)});
        if (at == places.end()) continue;
        facts.orders[at->second].tickets.push_back(
            {ticketAt(rows, i), RefundId{rows.number(i, 7)}});
    }
}

ReturnMovement& returnOf(OrderMovement& order, RefundId group) {
    for (ReturnMovement& each : order.returns) {
        if (each.group == group) return each;
    }
    order.returns.push_back({group, {}, {}, {}});
    return order.returns.back();
}

void readMovements(Work& work, DayFacts& facts, const Places& places) {
    const PgRows rows = work.run(
        std::string(kOrders) +
            "SELECT l.order_id, l.account, coalesce(r.group_id, l.refund_id), l.at >= $2, "
            "sum(l.amount)::bigint FROM moved m "
            "JOIN ledger_entry l ON l.event_id = $1 AND l.order_id = m.order_id "
            "LEFT JOIN refund r ON r.event_id = $1 AND r.refund_id = l.refund_id "
            "WHERE l.at < $3 AND l.account IN (2, 6) GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4",
        dayParams(facts));
    for (int i = 0; i < rows.count(); ++i) {
        const auto at = places.find(OrderId{rows.number(i, 0)});
        if (at == places.end()) continue;
        OrderMovement& order = facts.orders[at->second];
        const bool sales = rows.number(i, 1) == kSales;
        const RefundId group{rows.number(i, 2)};
        const bool today = rows.number(i, 3) != 0;
        const Money amount{rows.number(i, 4)};
        if (!sales) {
            if (today) returnOf(order, group).retainedToday -= amount;
        } else if (!group) {
            (today ? order.soldToday : order.soldBefore) -= amount;
        } else {
            ReturnMovement& back = returnOf(order, group);
            (today ? back.today : back.before) += amount;
        }
    }
}

}  // namespace

Result<DayFacts> readDayFacts(Work& work, EventId event, Instant from, Instant until) {
    DayFacts facts;
    facts.event = event;
    facts.from = from;
    facts.until = until;
    if (const Status read = readTerms(work, facts); !read) {
        return tl::make_unexpected(read.error());
    }
    readAccounts(work, facts);
    readTenders(work, facts);
    readExchanges(work, facts);
    const auto places = readOrders(work, facts);
    if (!places) return tl::make_unexpected(places.error());
    readTickets(work, facts, *places);
    readMovements(work, facts, *places);
    return facts;
}

}  // namespace tessera::store
