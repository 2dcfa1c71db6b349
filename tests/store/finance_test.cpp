// SPDX-License-Identifier: Apache-2.0
// Whether the books hold, and a day's report beside them, on a real PostgreSQL.
#include "server/store/finance.h"

#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "tests/store/books.h"

namespace tessera::store {
namespace {

using ::testing::HasSubstr;

constexpr Duration kDay = Duration::ofMinutes(24 * 60);

class FinanceTest : public BooksFixture {
protected:
    LedgerCheck check() {
        auto done = finance_->checkEvent(event_);
        EXPECT_TRUE(done) << done.error().message;
        return done ? *done : LedgerCheck{};
    }
    std::vector<ReportLine> report(Instant from) {
        auto facts = finance_->readDay(event_, from, from + kDay);
        EXPECT_TRUE(facts) << facts.error().message;
        facts_ = facts ? *facts : DayFacts{};
        names_.ticketTypes = {{0, "Adult"}, {1, "Child"}};
        names_.categories = {{0, "Stalls, front"}, {1, "Standing"}};
        names_.day = "2027-01-15";
        names_.timeZone = "Europe/Zurich";
        return dayReport(facts_, names_, [](const engine::TicketRow&) { return CategoryNo{0}; });
    }
    static const ReportLine* find(const std::vector<ReportLine>& lines, const std::string& section,
                                  const std::string& key) {
        for (const ReportLine& line : lines) {
            if (line.section == section && line.key == key) return &line;
        }
        return nullptr;
    }
    void SetUp() override {
        BooksFixture::SetUp();
        finance_ = std::make_unique<Finance>(options());
    }

    std::unique_ptr<Finance> finance_;
    DayFacts facts_;
    ReportNames names_;
};

TEST_F(FinanceTest, BooksThatHoldHaveNoFinding) {
    const Planted order = plantOrder(3, kNoon);
    plantOrder(2, kNoon + kDay, 2);
    plantOrder(1, kNoon, 3);
    plantOrder(1, kNoon, 4);
    plantReturn(order, 1, Money{100}, kNoon + kDay);
    const LedgerCheck found = check();
    for (const LedgerFinding& each : found.findings) ADD_FAILURE() << each.rule << each.detail;
    EXPECT_EQ(found.entries, 13);
    EXPECT_EQ(found.commands, 6);
    EXPECT_EQ(found.attempts, 4);
    EXPECT_EQ(found.refunds, 1);
    ASSERT_EQ(found.balances.size(), 7U);
    EXPECT_EQ(found.balances[0].account, engine::Account::Provider);
    EXPECT_EQ((found.balances[0].debit - found.balances[0].credit).minor,
              3 * order.prices[0].minor - order.prices[1].minor + 100);
}

struct Fault {
    const char* rule;
    const char* sql;  // Of the event %.
};

// Each rule's negative control.
constexpr Fault kFaults[] = {
    {"sums_to_zero",
     "UPDATE ledger_entry SET amount = amount + 1 WHERE event_id = % AND account = "
     "2 AND refund_id = 0"},
    {"command_sums_to_zero",
     "UPDATE ledger_entry SET at = at + 1 WHERE event_id = % AND account = 2 AND refund_id = 0"},
    {"entry_has_its_order", "UPDATE ledger_entry SET order_id = 1 WHERE event_id = %"},
    {"one_currency", "UPDATE ledger_entry SET currency = 'USD' WHERE event_id = %"},
    {"attempt_has_entries", "DELETE FROM ledger_entry WHERE event_id = % AND refund_id = 0"},
    {"attempt_has_entries",
     "UPDATE payment_attempt SET captured = captured + 1 WHERE event_id = %"},
    {"refund_has_entries", "DELETE FROM ledger_entry WHERE event_id = % AND refund_id <> 0"},
    {"refund_has_entries", "UPDATE refund SET state = 2 WHERE event_id = %"},
    {"refunded_covers_refunds", "UPDATE payment_attempt SET refunded = 0 WHERE event_id = %"},
    {"account_fits_tender",
     "UPDATE ledger_entry SET account = 4 WHERE event_id = % AND account = 1"},
    {"exchanges_add_up", "UPDATE refund SET reason = 6 WHERE event_id = %"},
};

TEST_F(FinanceTest, EachRuleFindsWhatIsPlantedAgainstIt) {
    for (const Fault& fault : kFaults) {
        SCOPED_TRACE(fault.sql);
        event_ = createEvent(smallTerms());
        plantReturn(plantOrder(2, kNoon), 0, Money{100}, kNoon + kDay);
        ASSERT_TRUE(check().findings.empty());
        std::string planted = fault.sql;
        planted.replace(planted.find('%'), 1, event());
        sql(planted);
        std::set<std::string> rules;
        for (const LedgerFinding& each : check().findings) rules.insert(each.rule);
        EXPECT_TRUE(rules.contains(fault.rule)) << ::testing::PrintToString(rules);
    }
}

TEST_F(FinanceTest, AllEventsAreCheckedTogetherAndTheFaultIsNamed) {
    plantOrder(1, kNoon);
    sql("UPDATE ledger_entry SET amount = amount - 1 WHERE event_id = " + event() +
        " AND account = 1");
    const auto all = finance_->checkAll();
    ASSERT_TRUE(all) << all.error().message;
    EXPECT_GT(all->events, 1);
    const bool named =
        std::any_of(all->findings.begin(), all->findings.end(), [&](const LedgerFinding& each) {
            return each.event == event_ && each.rule == "sums_to_zero";
        });
    EXPECT_TRUE(named);
}

TEST_F(FinanceTest, WhatIsManualIsListed) {
    const Planted order = plantOrder(1, kNoon);
    const RefundId refund = plantReturn(order, 0, Money{}, kNoon);
    sql("UPDATE refund SET state = 4, evidence = 'refused' WHERE event_id = " + event());
    sql("UPDATE ticket_order SET state = 9 WHERE event_id = " + event());
    const auto cases = finance_->listManual();
    ASSERT_TRUE(cases);
    std::vector<ManualCase> mine;
    for (const ManualCase& each : *cases) {
        if (each.event == event_) mine.push_back(each);
    }
    ASSERT_EQ(mine.size(), 2U);
    EXPECT_EQ(mine[0].order, order.order);
    EXPECT_FALSE(mine[0].refund);
    EXPECT_EQ(mine[1].refund, refund);
    EXPECT_EQ(mine[1].evidence, "refused");
}

TEST_F(FinanceTest, ADaysLinesSumToItsLedger) {
    const Planted first = plantOrder(3, kNoon);
    plantOrder(2, kNoon, 2);
    plantReturn(first, 2, Money{420}, kNoon + kDay);
    const auto sold = report(kNoon);
    EXPECT_EQ(reportFaults(sold, facts_), std::vector<std::string>{});
    const ReportLine* tickets = find(sold, "ticket", "0/0");
    ASSERT_NE(tickets, nullptr);
    EXPECT_EQ(tickets->count, 5);
    EXPECT_EQ(tickets->gross->minor, 5 * first.prices[0].minor);
    EXPECT_EQ(*tickets->net + *tickets->tax, *tickets->gross);
    const ReportLine* tax = find(sold, "tax", "190000");
    ASSERT_NE(tax, nullptr);
    EXPECT_EQ(*tax->tax, *tickets->tax);
    EXPECT_EQ(*tax->net, *tickets->net);
    ASSERT_NE(find(sold, "fee", "0"), nullptr);
    EXPECT_EQ(find(sold, "fee", "0")->gross->minor, 5 * 150);
    EXPECT_EQ(find(sold, "fee", "0")->count, 5);
    ASSERT_NE(find(sold, "tender", "cash/house"), nullptr);
    EXPECT_EQ(find(sold, "tender", "cash/house")->gross->minor, 2 * first.prices[0].minor);

    const auto back = report(kNoon + kDay);
    EXPECT_EQ(reportFaults(back, facts_), std::vector<std::string>{});
    tickets = find(back, "ticket", "0/0");
    ASSERT_NE(tickets, nullptr);
    EXPECT_EQ(tickets->count, 0);
    EXPECT_EQ(tickets->returned, 1);
    EXPECT_EQ(tickets->retained->minor, 420);
    EXPECT_EQ(tickets->refunded->minor, first.prices[2].minor - 420);
    EXPECT_GT(tickets->refundedTax->minor, 0);
    EXPECT_TRUE(report(kNoon + kDay + kDay).empty());
}

TEST_F(FinanceTest, WhatIsPaidWithOtherTicketsIsALineOfItsOwnAndNoTender) {
    const Planted order = plantOrder(2, kNoon, 5);
    const auto lines = report(kNoon);
    EXPECT_EQ(reportFaults(lines, facts_), std::vector<std::string>{});
    const ReportLine* exchange = find(lines, "exchange", "exchange/house");
    ASSERT_NE(exchange, nullptr);
    EXPECT_EQ(exchange->count, 1);
    EXPECT_EQ(*exchange->gross, order.total);
    EXPECT_EQ(find(lines, "tender", "exchange/house"), nullptr);
}

TEST_F(FinanceTest, MoneyThatComesOnTwoDaysIsAPartUntilItIsWhole) {
    const Planted order = plantOrder(2, kNoon);
    sql("DELETE FROM ledger_entry WHERE event_id = " + event());
    plantCapture(order, 1, Money{1000}, kNoon);
    plantCapture(order, 1, order.total - Money{1000}, kNoon + kDay);
    const auto first = report(kNoon);
    EXPECT_EQ(reportFaults(first, facts_), std::vector<std::string>{});
    ASSERT_NE(find(first, "part", "part_payment"), nullptr);
    EXPECT_EQ(find(first, "part", "part_payment")->gross->minor, 1000);
    EXPECT_EQ(find(first, "ticket", "0/0"), nullptr);
    const auto second = report(kNoon + kDay);
    EXPECT_EQ(reportFaults(second, facts_), std::vector<std::string>{});
    EXPECT_EQ(find(second, "part", "part_payment")->gross->minor, -1000);
    EXPECT_EQ(find(second, "ticket", "0/0")->count, 2);
}

TEST_F(FinanceTest, ALineThatIsMissingIsAFaultOfTheReport) {
    plantOrder(2, kNoon);
    auto lines = report(kNoon);
    ASSERT_TRUE(reportFaults(lines, facts_).empty());
    for (const char* section : {"ticket", "tender"}) {
        auto less = lines;
        std::erase_if(less, [&](const ReportLine& line) { return line.section == section; });
        EXPECT_EQ(reportFaults(less, facts_).size(), 1U) << section;
    }
}

TEST_F(FinanceTest, TheReportIsCsvThatEveryLineOfHasAllColumns) {
    const Planted order = plantOrder(1, kNoon);
    const std::string csv = reportCsv(report(kNoon), facts_, names_);
    std::istringstream in(csv);
    std::string line;
    int lines = 0;
    while (std::getline(in, line)) {
        ++lines;
        ASSERT_EQ(line.back(), '\r');
        int commas = 0;
        bool quoted = false;
        for (const char c : line) {
            if (c == '"') quoted = !quoted;
            if (c == ',' && !quoted) ++commas;
        }
        EXPECT_EQ(commas, 24) << line;
    }
    EXPECT_EQ(lines, 7);
    EXPECT_THAT(csv, HasSubstr("\"Adult, Stalls, front\""));
    const std::string minor = std::to_string(order.total.minor);
    EXPECT_THAT(csv, HasSubstr("," + minor + "," + minor.substr(0, minor.size() - 2) + "." +
                               minor.substr(minor.size() - 2) + ","));
}

}  // namespace
}  // namespace tessera::store
