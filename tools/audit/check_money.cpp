// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "tools/audit/checks.h"

namespace tessera::audit {
namespace {

struct OrderMoney {
    std::int64_t provider = 0;    // Captured less refunded, by the provider's ledger.
    std::int64_t attempts = 0;    // The same, by our rows.
    std::int64_t entries = 0;     // Account provider.
    std::int64_t receivable = 0;  // Account receivable.
    std::int64_t sum = 0;         // Of all accounts.
    std::int64_t active = 0;      // Price of its active tickets.
};

std::map<Key, OrderMoney> moneyOf(const Indexed& rows) {
    std::map<Key, OrderMoney> money;
    for (const OrderRow& order : rows.rows.orders) money[{order.event, order.id}];
    for (const AttemptRow& row : rows.rows.attempts) {
        OrderMoney& order = money[{row.event, row.order}];
        order.attempts += row.captured - row.refunded;
        const auto payment = rows.payments.find(row.object);
        if (payment == rows.payments.end()) continue;
        order.provider += payment->second->captured - payment->second->refunded;
    }
    for (const EntryRow& row : rows.rows.entries) {
        OrderMoney& order = money[{row.event, row.order}];
        order.sum += row.amount;
        if (row.account == Account::Provider) order.entries += row.amount;
        if (row.account == Account::Receivable) order.receivable += row.amount;
    }
    for (const TicketRow& row : rows.rows.tickets) {
        if (row.state == TicketState::Active) money[{row.event, row.order}].active += row.price;
    }
    return money;
}

void judgeTotals(const Indexed& rows, std::map<Key, OrderMoney>& money, Report& report) {
    std::int64_t net = 0;
    std::int64_t active = 0;
    for (const ProviderPayment& payment : rows.books.payments) {
        if (rows.attemptOfObject.contains(payment.object))
            net += payment.captured - payment.refunded;
    }
    for (const auto& [key, order] : money) {
        net += order.receivable;
        active += order.active;
    }
    report.judge(Check::A5);
    if (net != active) {
        report.find(Check::A5, "total",
                    "the provider has " + std::to_string(net) + ", active tickets cost " +
                        std::to_string(active));
    }
}

}  // namespace

void checkMoney(const Indexed& rows, Report& report) {
    auto money = moneyOf(rows);
    for (const auto& [key, order] : money) {
        report.judge(Check::A5);
        const std::string at = where(key.first, "order", key.second);
        if (order.provider + order.receivable != order.active) {
            report.find(Check::A5, "provider_differs",
                        at + ": the provider has " + std::to_string(order.provider) +
                            ", receivable " + std::to_string(order.receivable) +
                            ", active tickets " + std::to_string(order.active));
        }
        if (order.entries + order.receivable != order.active) {
            report.find(Check::A5, "ledger_differs",
                        at + ": the ledger has " + std::to_string(order.entries) +
                            ", active tickets " + std::to_string(order.active));
        }
        if (order.attempts != order.provider) {
            report.find(Check::A5, "attempts_differ",
                        at + ": attempts say " + std::to_string(order.attempts) +
                            ", the provider " + std::to_string(order.provider));
        }
        if (order.sum != 0) {
            report.find(Check::A5, "not_zero",
                        at + ": its entries sum to " + std::to_string(order.sum));
        }
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
    judgeTotals(rows, money, report);
}

void checkCaptures(const Indexed& rows, Report& report) {
    for (const ProviderPayment& payment : rows.books.payments) {
        const auto attempt = rows.attemptOfObject.find(payment.object);
        // A payment of another event, or of another client of the same sandbox.
        if (attempt == rows.attemptOfObject.end() && payment.captured == 0) continue;
        report.judge(Check::A6);
        if (payment.captures > 1 || payment.captured > payment.authorized) {
            report.find(Check::A6, "captured_twice",
                        payment.object + " was captured " + std::to_string(payment.captures) +
                            " times, " + std::to_string(payment.captured) + " of " +
                            std::to_string(payment.authorized));
        }
        if (payment.captured == payment.refunded) continue;
        if (attempt == rows.attemptOfObject.end()) {
            report.find(Check::A6, "captured_unknown", payment.object + " is no attempt's");
            continue;
        }
        const Key key{attempt->second->event, attempt->second->order};
        const OrderRow* order = Indexed::find(rows.orders, key);
        std::size_t valid = 0;
        for (const TicketRow* ticket : Indexed::list(rows.ticketsOfOrder, key)) {
            if (ticket->state == TicketState::Active) ++valid;
        }
        if (order == nullptr || valid == 0) {
            report.find(Check::A6, "captured_without_tickets",
                        payment.object + " was captured, order " + std::to_string(key.second) +
                            " has no active ticket");
        }
    }
    for (const OrderRow& order : rows.rows.orders) {
        report.judge(Check::A6);
        int captured = 0;
        for (const AttemptRow* row : Indexed::list(rows.attemptsOfOrder, {order.event, order.id})) {
            const auto payment = rows.payments.find(row->object);
            if (payment == rows.payments.end()) continue;
            if (payment->second->captured > payment->second->refunded) ++captured;
        }
        if (captured > 1) {
            report.find(Check::A6, "order_captured_twice",
                        where(order.event, "order", order.id) + " has " + std::to_string(captured) +
                            " captured payments");
        }
    }
}

}  // namespace tessera::audit
