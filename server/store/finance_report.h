// SPDX-License-Identifier: Apache-2.0
// One event's money of one day, for a bookkeeper: lines whose sums are the ledger's, and as CSV.
//
// Pure and deterministic; values. docs/operations/finance.md says what each column means. What is
// sold and given back follows the ledger's `at`, never a ticket's own age: an order counts on the
// day on which its money has come to its total, a return on the day on which it leaves Sales.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/engine/changes.h"
#include "server/engine/terms.h"
#include "shared/base/money.h"
#include "shared/base/time.h"

namespace tessera::store {

struct AccountMovement {
    engine::Account account = engine::Account::Provider;
    std::int64_t entries = 0;
    Money debit;
    Money credit;
};

struct TenderMovement {
    engine::TenderKind kind = engine::TenderKind::Card;
    engine::ProviderKind provider = engine::ProviderKind::Stripe;
    std::int64_t captures = 0;
    Money captured;
    std::int64_t refunds = 0;
    Money refunded;
};

// What a group of refunds moved out of Sales, up to the day's end; `before` is the days before.
struct ReturnMovement {
    RefundId group;
    Money before;
    Money today;
    Money retainedToday;
};

struct SoldTicket {
    engine::TicketRow row;
    RefundId group;  // That voided it; 0: none.
};

// An order whose Sales moved on the day, or which cost nothing and was made on it.
struct OrderMovement {
    OrderId order;
    Money total;
    Money soldBefore;
    Money soldToday;
    engine::Quote quote;
    std::int32_t termsVersion = 1;
    std::vector<SoldTicket> tickets;  // Ascending.
    std::vector<ReturnMovement> returns;
};

struct DayFacts {
    EventId event;
    Currency currency;
    Instant from;
    Instant until;
    std::vector<AccountMovement> accounts;
    std::vector<TenderMovement> tenders;
    std::int64_t exchanges = 0;  // Orders that were paid with tickets of others,
    Money exchanged;             // and how much of them.
    std::vector<OrderMovement> orders;
    std::map<std::int32_t, engine::EventTerms> terms;  // By version.
};

// What stands in one line; what does not apply is left out.
struct ReportLine {
    std::string section;
    std::string key;
    std::string name;
    std::int64_t count = 0;
    std::optional<Money> gross{};
    std::optional<Money> net{};
    std::optional<Money> tax{};
    std::int64_t returned = 0;
    std::optional<Money> refunded{};
    std::optional<Money> refundedTax{};
    std::optional<Money> retained{};
    std::optional<Money> debit{};
    std::optional<Money> credit{};
};

// Names for people; the numbers stand in the key all the same.
struct ReportNames {
    std::map<std::int16_t, std::string> ticketTypes;
    std::map<std::int16_t, std::string> categories;
    std::map<std::int16_t, std::string> fees;  // By their place in the terms.
    std::string day;                           // "2026-05-04".
    std::string timeZone;                      // IANA.
};

// The category of a ticket's place.
using CategoryOf = std::function<CategoryNo(const engine::TicketRow&)>;

std::vector<ReportLine> dayReport(const DayFacts& facts, const ReportNames& names,
                                  const CategoryOf& categoryOf);

// Where lines and ledger disagree, in words; empty: nowhere. Of a report that dayReport made this
// is a fault of the rows, not of the day.
std::vector<std::string> reportFaults(const std::vector<ReportLine>& lines, const DayFacts& facts);

// RFC 4180, UTF-8, lines ended by CR LF, the first one names the columns.
std::string reportCsv(const std::vector<ReportLine>& lines, const DayFacts& facts,
                      const ReportNames& names);

const char* nameOf(engine::Account account);
const char* nameOf(engine::TenderKind kind);
const char* nameOf(engine::ProviderKind provider);

}  // namespace tessera::store
