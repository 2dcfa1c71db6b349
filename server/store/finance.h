// SPDX-License-Identifier: Apache-2.0
// The books as the database has them: whether they hold, what waits for a person, and one event's
// day as facts for a report.
//
// Reads only; each event is read in one REPEATABLE READ transaction. Thread-safe; blocks, each call
// with a deadline. Owns its connections.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/store/finance_report.h"
#include "server/store/postgres_store.h"

namespace tessera::store {

struct AccountBalance {
    Currency currency;
    engine::Account account = engine::Account::Provider;
    std::int64_t entries = 0;
    Money debit;
    Money credit;
};

// What of the books does not hold.
struct LedgerFinding {
    EventId event;
    std::string rule;    // "sums_to_zero", "command_sums_to_zero", "attempt_has_entries", …
    std::string detail;  // With ids and amounts; no personal data.
};

struct LedgerCheck {
    std::int64_t events = 0;
    std::int64_t entries = 0;
    std::int64_t commands = 0;
    std::int64_t attempts = 0;
    std::int64_t refunds = 0;
    std::vector<AccountBalance> balances;  // By currency and account.
    std::vector<LedgerFinding> findings;   // At most kFindingsMax of each rule and event.
    void add(const LedgerCheck& event);
};
inline constexpr std::int32_t kFindingsMax = 100;

// An order or a refund at the end of all roads.
struct ManualCase {
    EventId event;
    OrderId order;
    RefundId refund;  // 0: the order itself.
    Money amount;
    Instant createdAt;
    std::string evidence;
};

// How much of an event waits for a person now.
struct Standing {
    std::int64_t ordersUnpaid = 0;
    std::int64_t ordersManual = 0;
    std::int64_t refundsManual = 0;
    bool operator==(const Standing&) const = default;
};

class Finance {
public:
    // `writers` is not used.
    explicit Finance(PostgresOptions options);
    ~Finance();
    Finance(const Finance&) = delete;
    Finance& operator=(const Finance&) = delete;

    // Ascending, after that one. (A listed cross-event query.)
    Result<std::vector<EventId>> eventsAfter(EventId after, std::int32_t limit);
    Result<LedgerCheck> checkEvent(EventId event);
    // Of all events.
    Result<LedgerCheck> checkAll();
    // At most 1,000 of each kind. (A listed cross-event query.)
    Result<std::vector<ManualCase>> listManual();

    // Events that had a batch since, ascending, after that one. (A listed cross-event query.)
    Result<std::vector<EventId>> eventsChanged(Instant since, EventId after, std::int32_t limit);
    Result<Standing> standingOf(EventId event);
    // Of all events. (A listed cross-event query.)
    Result<std::int64_t> openBreaks();

    // What moved in [from, until), and what it was sold for.
    Result<DayFacts> readDay(EventId event, Instant from, Instant until);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace tessera::store
