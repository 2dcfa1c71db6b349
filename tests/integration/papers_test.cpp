// SPDX-License-Identifier: Apache-2.0
// The bookkeeper's report and invoices over HTTP, of a sale on a whole stack.
#include <gmock/gmock.h>

#include <fstream>

#include "shared/base/ids.h"
#include "tests/integration/sale.h"
#include "tests/support/temp_dir.h"

namespace tessera::integration {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr Millis kShellLimit{20'000};

class PapersTest : public testing::Test {
protected:
    // What is answered to GET, with that key.
    Answer get(const std::string& path, const std::string& key = {}) {
        return client.http("GET", path, "",
                           key.empty() ? Headers{} : Headers{{"authorization", "Bearer " + key}});
    }
    static std::string reasonOf(const Answer& answer) {
        return Json::parse(answer.raw, nullptr, false).value("reason", "");
    }
    static std::string fieldOf(const Answer& answer) {
        return Json::parse(answer.raw).at("metadata").value("field", "");
    }
    std::string reportPath(const std::string& event, const std::string& day) const {
        return "/v1/admin/events/" + event + "/report.csv?day=" + day;
    }
    static std::string invoicePath(const Buyer& buyer, const std::string& query = {}) {
        return "/v1/events/" + buyer.event + "/orders/" + buyer.order + "/invoice.pdf" + query;
    }
    void buy(Buyer& buyer, const Sale& sale, const std::vector<std::int32_t>& seats) {
        ASSERT_TRUE(buyer.hold(sale, seats).ok());
        ASSERT_TRUE(buyer.checkout().ok());
        ASSERT_EQ(buyer.pay().status, 200);
        ASSERT_TRUE(buyer.orderBecomes("PAID"));
    }
    // Of the venue's clocks, `ahead` days from now.
    std::string day(int ahead = 0) const {
        return stack.psql(
            "SELECT to_char(clock_timestamp() AT TIME ZONE 'Europe/Vienna' + interval '" +
            std::to_string(ahead) + " days', 'YYYY-MM-DD')");
    }
    std::string textOf(const std::string& pdf) {
        const std::string file = dir / "paper.pdf";
        std::ofstream(file, std::ios::binary) << pdf;
        return test::ChildProcess::run({.argv = {"pdftotext", file, "-"}}, Millis(30'000))
            .value_or("");
    }
    std::string onePerEvent(const std::string& what, const Sale& sale) const {
        return stack.psql("SELECT " + what + " FROM invoice WHERE event_id = " +
                          std::to_string(decodePublicId(sale.event).value_or(0)));
    }

    Stack& stack = Stack::shared();
    ApiClient client{Edge::Rest, stack};
    test::TempDir dir{"papers"};
};

TEST_F(PapersTest, TheReportOverHttpIsByteForByteThatOfTheShell) {
    const Sale sale = makeSale(stack);
    Buyer buyer(Edge::Rest, stack);
    buy(buyer, sale, {19, 20});
    const std::string today = day();
    const Answer report = get(reportPath(sale.event, today), stack.adminKey());
    ASSERT_EQ(report.status, 200) << report;
    EXPECT_EQ(report.headers.at("content-type"), "text/csv; charset=utf-8");
    EXPECT_THAT(report.raw, HasSubstr("Europe/Vienna,EUR,ticket,"));
    EXPECT_THAT(report.raw, HasSubstr(today));
    const auto shell = stack.runProgram("tessera-admin",
                                        {"--database", stack.conninfo(), "payments", "report",
                                         "--event", sale.event, "--day", today},
                                        kShellLimit);
    ASSERT_EQ(shell.code, 0) << shell.output;
    EXPECT_EQ(report.raw, shell.output);
    const Answer yesterday = get(reportPath(sale.event, day(-1)), stack.adminKey());
    EXPECT_EQ(yesterday.status, 200);
    EXPECT_THAT(yesterday.raw, Not(HasSubstr("ticket,")));
}

TEST_F(PapersTest, AReportThatCannotBeSaysWhy) {
    const Sale sale = makeSale(stack);
    const std::string& key = stack.adminKey();
    for (const char* wrong : {"", "today", "2026-02-30", "2026-2-3", "2026-05-04T00:00:00Z"}) {
        const Answer refused = get(reportPath(sale.event, percentEncode(wrong)), key);
        EXPECT_EQ(refused.status, 400) << wrong;
        EXPECT_EQ(reasonOf(refused), "INVALID_FIELD") << wrong;
        EXPECT_EQ(fieldOf(refused), "day") << wrong;
    }
    const Answer ahead = get(reportPath(sale.event, day(2)), key);
    EXPECT_EQ(ahead.status, 400);
    EXPECT_EQ(fieldOf(ahead), "day");
    EXPECT_THAT(ahead.raw, HasSubstr("has not begun"));
    const Answer unknown = get(reportPath(encodePublicId(1), day()), key);
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(reasonOf(unknown), "EVENT_NOT_FOUND");
    EXPECT_EQ(reasonOf(get(reportPath("nonsense", day()), key)), "INVALID_ID");
    EXPECT_EQ(get(reportPath(sale.event, day())).status, 401);
    const Answer other =
        get(reportPath(sale.event, day()), stack.makeKey("till", {"reservations:staff"}));
    EXPECT_EQ(other.status, 403);
    EXPECT_EQ(reasonOf(other), "SCOPE_MISSING");
}

TEST_F(PapersTest, BooksThatDisagreeAreNotReported) {
    const Sale sale = makeSale(stack);
    Buyer buyer(Edge::Rest, stack);
    buy(buyer, sale, {30, 31});
    const std::string of =
        " WHERE event_id = " + std::to_string(decodePublicId(sale.event).value_or(0));
    stack.psql("UPDATE ledger_entry SET amount = amount + 1" + of + " AND account = 1");
    const Answer report = get(reportPath(sale.event, day()), stack.adminKey());
    EXPECT_EQ(report.status, 500);
    EXPECT_EQ(reasonOf(report), "INTERNAL_FAULT");
}

TEST_F(PapersTest, InvoicesOfAnEventAreNumberedWithoutGapsWhoeverAsksFirst) {
    const Sale sale = makeSale(stack);
    std::vector<std::unique_ptr<Buyer>> buyers;
    for (const int seat : {40, 44, 48}) {
        buyers.push_back(std::make_unique<Buyer>(Edge::Rest, stack));
        buy(*buyers.back(), sale, {seat, seat + 1});
    }
    const auto link = [](const Buyer& buyer) { return "?holderToken=" + buyer.token; };
    const Answer third = get(invoicePath(*buyers[2], link(*buyers[2])));
    ASSERT_EQ(third.status, 200) << third;
    EXPECT_EQ(third.headers.at("content-type"), "application/pdf");
    const std::string text = textOf(third.raw);
    EXPECT_THAT(text, HasSubstr(sale.event + "-000001"));
    for (const char* said :
         {"The Grand House", "1 Opera Square", "ATU12345678", "Die Fledermaus"}) {
        EXPECT_THAT(text, HasSubstr(said));
    }
    EXPECT_EQ(reasonOf(get(invoicePath(*buyers[0], link(*buyers[1])))), "HOLDER_TOKEN_INVALID");
    EXPECT_EQ(get(invoicePath(*buyers[0])).status, 401);
    const std::string staffPath =
        "/v1/admin/events/" + sale.event + "/orders/" + buyers[0]->order + "/invoice.pdf";
    EXPECT_EQ(get(staffPath).status, 401);
    const Answer first = get(staffPath, stack.adminKey());
    ASSERT_EQ(first.status, 200) << first;
    EXPECT_THAT(textOf(first.raw), HasSubstr(sale.event + "-000002"));
    // Asked for again it is the same, and takes no number.
    EXPECT_EQ(get(invoicePath(*buyers[0], link(*buyers[0]))).raw, first.raw);
    ASSERT_EQ(get(invoicePath(*buyers[1], link(*buyers[1]))).status, 200);
    EXPECT_EQ(onePerEvent("string_agg(number::text, ' ' ORDER BY number)", sale), "1 2 3");
}

// The one that saw it happen was killed before it could say so.
TEST_F(PapersTest, WhatWaitsForStaffIsShownByAServerThatWasStartedAfterIt) {
    const Sale sale = makeSale(stack);
    Buyer buyer(Edge::Rest, stack);
    buy(buyer, sale, {60, 61});
    const std::string of =
        " WHERE event_id = " + std::to_string(decodePublicId(sale.event).value_or(0));
    const auto shows = [&](const std::string& line) {
        return get("/metrics").raw.find("\n" + line + "\n") != std::string::npos;
    };
    stack.killServer();
    stack.psql("UPDATE ticket_order SET state = 9" + of);
    stack.startServer();
    EXPECT_TRUE(eventually([&] { return shows("tessera_orders_manual 1"); }));
    EXPECT_TRUE(shows("tessera_orders_manual_total 0")) << "this process has seen none";
    EXPECT_TRUE(eventually(
        [&] { return stack.serverOutput().find("money_waits_for_staff") != std::string::npos; }));
    stack.psql("UPDATE ticket_order SET state = 5" + of);
}

TEST_F(PapersTest, AnOrderThatIsNotPaidHasNoInvoiceAndTakesNoNumber) {
    const Sale sale = makeSale(stack);
    Buyer buyer(Edge::Rest, stack);
    ASSERT_TRUE(buyer.hold(sale, {52, 53}).ok());
    ASSERT_TRUE(buyer.checkout().ok());
    const Answer refused = get(invoicePath(buyer, "?holderToken=" + buyer.token));
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(reasonOf(refused), "ORDER_NOT_PAID");
    EXPECT_EQ(onePerEvent("count(*)", sale), "0");
    const std::string nothing = encodePublicId(EventId{*decodePublicId(sale.event)}, 99);
    const Answer refund =
        get(invoicePath(buyer, "?refund=" + nothing + "&holderToken=" + buyer.token));
    EXPECT_EQ(reasonOf(refund), "ORDER_NOT_PAID");
}

}  // namespace
}  // namespace tessera::integration
