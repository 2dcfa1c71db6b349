// SPDX-License-Identifier: Apache-2.0
#include "server/store/ledger_rules.h"

namespace tessera::store {
namespace {

// Accounts where money is: provider, receivable, cash, gift cards. What is paid by exchange is no
// money: tender kind 5 is left out where they are meant.
constexpr const char* kSumsToZero =
    "SELECT 'currency ' || coalesce(l.currency, 'of the event') || ' sums to ' || sum(l.amount) "
    "FROM ledger_entry l WHERE l.event_id = $1 GROUP BY l.currency HAVING sum(l.amount) <> 0 "
    "LIMIT 100";

constexpr const char* kCommandSumsToZero =
    "SELECT 'order ' || l.order_id || ' at ' || l.at || ' sums to ' || sum(l.amount) "
    "FROM ledger_entry l WHERE l.event_id = $1 GROUP BY l.order_id, l.at "
    "HAVING sum(l.amount) <> 0 ORDER BY 1 LIMIT 100";

constexpr const char* kEntryHasOrder =
    "SELECT 'entry ' || l.entry_id || ' of order ' || l.order_id || ', attempt ' || l.attempt_id "
    "FROM ledger_entry l "
    "LEFT JOIN payment_attempt a ON a.event_id = $1 AND a.attempt_id = l.attempt_id "
    "AND a.order_id = l.order_id "
    "LEFT JOIN ticket_order o ON o.event_id = $1 AND o.order_id = l.order_id "
    "WHERE l.event_id = $1 AND (o.order_id IS NULL "
    "OR (l.attempt_id <> 0 AND a.attempt_id IS NULL)) ORDER BY 1 LIMIT 100";

constexpr const char* kOneCurrency =
    "SELECT 'entry ' || l.entry_id || ' is in ' || l.currency FROM ledger_entry l "
    "JOIN event e ON e.event_id = $1 "
    "JOIN event_terms t ON t.event_id = $1 AND t.version = e.terms_version "
    "WHERE l.event_id = $1 AND l.currency <> t.terms->>'currency' ORDER BY 1 LIMIT 100";

// With the next rules: each capture has its entries, too.
constexpr const char* kAttemptHasEntries =
    "SELECT 'attempt ' || a.attempt_id || ' captured ' || a.captured || ', refunded ' || "
    "a.refunded || ', ledger ' || coalesce(l.amount, 0) FROM payment_attempt a "
    "JOIN tender t ON t.event_id = $1 AND t.tender_id = a.tender_id AND t.kind <> 5 "
    "LEFT JOIN (SELECT x.attempt_id, sum(x.amount) AS amount FROM ledger_entry x "
    "WHERE x.event_id = $1 AND x.account IN (1, 3, 4, 5) GROUP BY x.attempt_id) l "
    "ON l.attempt_id = a.attempt_id "
    "WHERE a.event_id = $1 AND a.captured - a.refunded <> coalesce(l.amount, 0) "
    "ORDER BY 1 LIMIT 100";

constexpr const char* kRefundHasEntries =
    "SELECT 'refund ' || r.refund_id || ' of ' || r.amount || ' in state ' || r.state || "
    "', ledger ' || coalesce(l.amount, 0) FROM refund r "
    "JOIN payment_attempt a ON a.event_id = $1 AND a.attempt_id = r.attempt_id "
    "JOIN tender t ON t.event_id = $1 AND t.tender_id = a.tender_id AND t.kind <> 5 "
    "LEFT JOIN (SELECT x.refund_id, sum(x.amount) AS amount FROM ledger_entry x "
    "WHERE x.event_id = $1 AND x.refund_id <> 0 AND x.account IN (1, 3, 4, 5) "
    "GROUP BY x.refund_id) l ON l.refund_id = r.refund_id "
    "WHERE r.event_id = $1 AND coalesce(l.amount, 0) <> "
    "CASE WHEN r.state = 3 THEN -r.amount ELSE 0 END ORDER BY 1 LIMIT 100";

// More may have gone back than we asked for: by the provider's own pages.
constexpr const char* kRefundedCoversRefunds =
    "SELECT 'attempt ' || a.attempt_id || ' refunded ' || a.refunded || ', refunds ' || "
    "coalesce(r.amount, 0) FROM payment_attempt a "
    "LEFT JOIN (SELECT x.attempt_id, sum(x.amount) AS amount FROM refund x "
    "WHERE x.event_id = $1 AND x.state = 3 GROUP BY x.attempt_id) r "
    "ON r.attempt_id = a.attempt_id "
    "WHERE a.event_id = $1 AND a.refunded < coalesce(r.amount, 0) ORDER BY 1 LIMIT 100";

constexpr const char* kAccountFitsTender =
    "SELECT 'entry ' || l.entry_id || ' is on account ' || l.account || ', its tender is of kind ' "
    "|| t.kind FROM ledger_entry l "
    "JOIN payment_attempt a ON a.event_id = $1 AND a.attempt_id = l.attempt_id "
    "JOIN tender t ON t.event_id = $1 AND t.tender_id = a.tender_id "
    "WHERE l.event_id = $1 AND l.account IN (1, 3, 4, 5) AND l.account <> "
    "CASE t.kind WHEN 2 THEN 4 WHEN 3 THEN 5 WHEN 4 THEN 3 WHEN 5 THEN l.account ELSE 1 END "
    "ORDER BY 1 LIMIT 100";

// What was kept of given-up tickets is what other orders were paid with.
constexpr const char* kExchangesAddUp =
    "SELECT 'given up were ' || g.amount || ', paid with ' || p.amount FROM "
    "(SELECT coalesce(sum(r.retained), 0) AS amount FROM refund r "
    "WHERE r.event_id = $1 AND r.reason = 6) g, "
    "(SELECT coalesce(sum(a.captured), 0) AS amount FROM payment_attempt a "
    "JOIN tender t ON t.event_id = $1 AND t.tender_id = a.tender_id AND t.kind = 5 "
    "WHERE a.event_id = $1) p WHERE g.amount <> p.amount";

constexpr LedgerRule kRules[] = {
    {"sums_to_zero", kSumsToZero},
    {"command_sums_to_zero", kCommandSumsToZero},
    {"entry_has_its_order", kEntryHasOrder},
    {"one_currency", kOneCurrency},
    {"attempt_has_entries", kAttemptHasEntries},
    {"refund_has_entries", kRefundHasEntries},
    {"refunded_covers_refunds", kRefundedCoversRefunds},
    {"account_fits_tender", kAccountFitsTender},
    {"exchanges_add_up", kExchangesAddUp},
};

}  // namespace

std::span<const LedgerRule> ledgerRules() {
    return kRules;
}

}  // namespace tessera::store
