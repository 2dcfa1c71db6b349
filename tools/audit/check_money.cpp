// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "tools/audit/checks.h"

namespace tessera::audit {
namespace {

struct OrderMoney {
    std::int64_t outside = 0;   // Captured less refunded, by the books of whom it was paid through.
    std::int64_t attempts = 0;  // The same, by our rows.
    std::int64_t assets = 0;    // Accounts provider, cash, gift cards.
    std::int64_t receivable = 0;
    std::int64_t sales = 0;
    // By its refunds: kept by the organiser or for another order, less what went back for that one.
    std::int64_t retained = 0;
    std::int64_t owed = 0;                       // Refunds that are not confirmed.
    std::int64_t exchanged = 0;                  // Of `attempts`, paid with tickets of others.
    std::map<std::string, std::int64_t> sums{};  // Of all accounts, by currency.
    std::int64_t active = 0;                     // Price of its active tickets.
};

void addEntry(OrderMoney& order, const EntryRow& row) {
    order.sums[row.currency] += row.amount;
    switch (row.account) {
        case Account::Provider:
        case Account::Cash:
        case Account::GiftCards:
            order.assets += row.amount;
            break;
        case Account::Receivable:
            order.receivable += row.amount;
            break;
        case Account::Sales:
            order.sales += row.amount;
            break;
        case Account::Retained:
        case Account::Suspense:
            break;
    }
}

std::map<Key, OrderMoney> moneyOf(const Indexed& rows) {
    std::map<Key, OrderMoney> money;
    for (const OrderRow& order : rows.rows.orders) money[{order.event, order.id}];
    for (const AttemptRow& row : rows.rows.attempts) {
        // What is on account is nowhere yet: the entries alone have it.
        if (rows.isKind(row, TenderKind::Invoice)) continue;
        OrderMoney& order = money[{row.event, row.order}];
        order.attempts += row.captured - row.refunded;
        if (rows.isKind(row, TenderKind::Exchange)) order.exchanged += row.captured - row.refunded;
        order.outside += rows.outsideOf(row).net();
    }
    for (const RefundRow& row : rows.rows.refunds) {
        OrderMoney& order = money[{row.event, row.order}];
        order.retained += row.retained;
        if (rows.isPassedOn(row)) order.retained -= row.amount;
        if (row.state != RefundState::Succeeded) order.owed += row.amount;
    }
    for (const EntryRow& row : rows.rows.entries) addEntry(money[{row.event, row.order}], row);
    for (const TicketRow& row : rows.rows.tickets) {
        if (row.state == TicketState::Active) money[{row.event, row.order}].active += row.price;
    }
    return money;
}

void judgeTotals(std::map<Key, OrderMoney>& money, Report& report) {
    std::int64_t net = 0;
    std::int64_t active = 0;
    for (const auto& [key, order] : money) {
        net += order.outside + order.receivable - order.retained - order.owed;
        active += order.active;
    }
    report.judge(Check::A5);
    if (net != active) {
        report.find(Check::A5, "total",
                    "the providers have " + std::to_string(net) + ", active tickets cost " +
                        std::to_string(active));
    }
}

std::string kept(const OrderMoney& order) {
    return ", receivable " + std::to_string(order.receivable) + ", retained " +
           std::to_string(order.retained) + ", to be refunded " + std::to_string(order.owed) +
           ", active tickets " + std::to_string(order.active);
}

void judgeOrder(const std::string& at, const OrderMoney& order, Report& report) {
    report.judge(Check::A5);
    const std::int64_t expected = order.active + order.retained + order.owed - order.receivable;
    if (order.outside != expected) {
        report.find(Check::A5, "provider_differs",
                    at + ": the provider has " + std::to_string(order.outside) + kept(order));
    }
    if (order.assets != expected - order.exchanged) {
        report.find(Check::A5, "ledger_differs",
                    at + ": the ledger has " + std::to_string(order.assets) + kept(order));
    }
    if (order.sales + order.active != 0) {
        report.find(Check::A5, "sales_differ",
                    at + ": sales are " + std::to_string(-order.sales) + kept(order));
    }
    if (order.attempts != order.outside) {
        report.find(Check::A5, "attempts_differ",
                    at + ": attempts say " + std::to_string(order.attempts) + ", the provider " +
                        std::to_string(order.outside));
    }
    for (const auto& [currency, sum] : order.sums) {
        if (sum == 0) continue;
        report.find(Check::A5, "not_zero",
                    at + ": its entries in " + currency + " sum to " + std::to_string(sum));
    }
}

}  // namespace

namespace {

// What was given up for an order, and what it was paid with.
struct Exchange {
    std::int64_t given = 0;  // The price of the void tickets, less what went back of it.
    std::int64_t taken = 0;
    bool waits = false;     // Some are active.
    bool isTender = false;  // That waits for the rest, or is taken.
    std::set<std::int64_t> groups{};
};

std::map<Key, Exchange> exchangesOf(const Indexed& rows) {
    std::map<Key, Exchange> out;
    for (const TicketRow& row : rows.rows.tickets) {
        if (row.exchange == 0) continue;
        Exchange& exchange = out[{row.event, row.exchange}];
        exchange.waits = exchange.waits || row.valid();
        if (row.valid()) continue;
        exchange.given += row.price;
        if (!exchange.groups.insert(row.refund).second) continue;
        for (const RefundRow* refund : Indexed::list(rows.refundsOfOrder, {row.event, row.order})) {
            if (refund->group == row.refund) exchange.given -= refund->amount;
        }
    }
    for (const AttemptRow& row : rows.rows.attempts) {
        if (!rows.isKind(row, TenderKind::Exchange)) continue;
        Exchange& exchange = out[{row.event, row.order}];
        exchange.taken += row.captured;
        exchange.isTender = true;
    }
    return out;
}

void judgeExchanges(const Indexed& rows, Report& report) {
    for (const auto& [key, exchange] : exchangesOf(rows)) {
        report.judge(Check::A5);
        const bool waits = !exchange.waits || (exchange.isTender && exchange.taken == 0);
        if (exchange.given == exchange.taken && waits) continue;
        report.find(Check::A5, "exchange_differs",
                    where(key.first, "order", key.second) + " was paid with " +
                        std::to_string(exchange.taken) + " of other tickets, " +
                        std::to_string(exchange.given) + " were given up for it" +
                        (exchange.waits ? ", and some still admit" : ""));
    }
}

}  // namespace

void checkMoney(const Indexed& rows, Report& report) {
    auto money = moneyOf(rows);
    for (const auto& [key, order] : money) {
        judgeOrder(where(key.first, "order", key.second), order, report);
    }
    for (const OrderRow& order : rows.rows.orders) {
        report.judge(Check::A5);
        if (order.state != OrderState::Paid) continue;
        std::int64_t shares = 0;
        for (const TicketRow* ticket :
             Indexed::list(rows.ticketsOfOrder, {order.event, order.id})) {
            shares += ticket->price;
        }
        if (shares != order.total) {
            report.find(Check::A5, "shares",
                        where(order.event, "order", order.id) + " costs " +
                            std::to_string(order.total) + ", its tickets " +
                            std::to_string(shares));
        }
    }
    judgeTotals(money, report);
    judgeExchanges(rows, report);
}

namespace {

// Of an order without an active ticket: what it keeps though nobody owes it to anybody.
std::int64_t keptForNothing(const Indexed& rows, Key key) {
    std::int64_t net = 0;
    for (const AttemptRow* row : Indexed::list(rows.attemptsOfOrder, key)) {
        net += rows.outsideOf(*row).net();  // What is on account is claimed: kept as well.
    }
    for (const RefundRow* row : Indexed::list(rows.refundsOfOrder, key)) {
        net -= row->retained;
        if (rows.isPassedOn(*row)) net += row->amount;
        if (row->state != RefundState::Succeeded) net -= row->amount;
    }
    return net;
}

void judgePayment(const Indexed& rows, const ProviderPayment& payment, Report& report) {
    const auto attempt = rows.attemptOfObject.find(payment.object);
    // A payment of another event, or of another client of the same sandbox.
    if (attempt == rows.attemptOfObject.end() && payment.captured == 0) return;
    report.judge(Check::A6);
    if (payment.captures > 1 || payment.captured > payment.authorized) {
        report.find(Check::A6, "captured_twice",
                    payment.object + " was captured " + std::to_string(payment.captures) +
                        " times, " + std::to_string(payment.captured) + " of " +
                        std::to_string(payment.authorized));
    }
    if (payment.refunded > payment.captured) {
        report.find(Check::A6, "refunded_twice",
                    payment.object + " gave back " + std::to_string(payment.refunded) + " of " +
                        std::to_string(payment.captured));
    }
    if (payment.captured != payment.refunded && attempt == rows.attemptOfObject.end()) {
        report.find(Check::A6, "captured_unknown", payment.object + " is no attempt's");
    }
}

void judgeTenders(const Indexed& rows, const OrderRow& order, Report& report) {
    const Key key{order.event, order.id};
    std::map<std::int64_t, int> captured;
    for (const AttemptRow* row : Indexed::list(rows.attemptsOfOrder, key)) {
        if (rows.outsideOf(*row).net() > 0) ++captured[row->tender];
    }
    for (const auto& [tender, count] : captured) {
        report.judge(Check::A6);
        if (count < 2) continue;
        report.find(Check::A6, "tender_captured_twice",
                    where(order.event, "tender", tender) + " has " + std::to_string(count) +
                        " captured payments");
    }
    const auto& tickets = Indexed::list(rows.ticketsOfOrder, key);
    const bool any = std::any_of(tickets.begin(), tickets.end(), [](const TicketRow* ticket) {
        return ticket->state == TicketState::Active;
    });
    const std::int64_t kept = any ? 0 : keptForNothing(rows, key);
    if (kept == 0) return;
    report.find(Check::A6, "captured_without_tickets",
                where(order.event, "order", order.id) + " has no active ticket and keeps " +
                    std::to_string(kept));
}

}  // namespace

void checkCaptures(const Indexed& rows, Report& report) {
    for (const ProviderPayment& payment : rows.books.payments) {
        judgePayment(rows, payment, report);
    }
    for (const OrderRow& order : rows.rows.orders) {
        report.judge(Check::A6);
        judgeTenders(rows, order, report);
    }
}

}  // namespace tessera::audit
