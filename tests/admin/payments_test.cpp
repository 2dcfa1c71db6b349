// SPDX-License-Identifier: Apache-2.0
// `tessera-admin payments` as an operator runs it, over books that are planted.
#include <gmock/gmock.h>

#include <fstream>

#include "server/store/breaks.h"
#include "tests/store/books.h"
#include "tests/support/child_process.h"
#include "tests/support/temp_dir.h"

namespace tessera::store {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Four rows of ten seats, as the fixture's layout has them.
std::string somePlan() {
    std::string rows;
    for (int row = 0; row < 4; ++row) {
        std::string seats;
        for (int i = 0; i < 10; ++i) {
            const std::string number = std::to_string(i + 1);
            seats += std::string(i == 0 ? "" : ",") + R"({"seat_number": ")" + number +
                     R"(", "seat_guid": ")" + std::to_string(row * 10 + i) +
                     R"(", "category": "Stalls", "position": {"x": )" + number + R"(, "y": 0}})";
        }
        rows += std::string(row == 0 ? "" : ",") + R"({"row_number": ")" + std::to_string(row + 1) +
                R"(", "position": {"x": 0, "y": )" + std::to_string(row) + R"(}, "seats": [)" +
                seats + "]}";
    }
    return R"({"name": "Small", "size": {"width": 20, "height": 20}, "categories": [{"name": )"
           R"("Stalls", "color": "#ff0000"}], "zones": [{"name": "Left", "position": {"x": 0, )"
           R"("y": 0}, "areas": [], "rows": [)" +
           rows + "]}]}";
}

class PaymentsCommandTest : public BooksFixture {
protected:
    struct Ran {
        int code = -1;
        std::string output;
    };
    Ran admin(std::vector<std::string> arguments) {
        std::vector<std::string> argv{TESSERA_BINARY_DIR "/bin/tessera-admin", "--database",
                                      cluster_->conninfo(), "payments"};
        argv.insert(argv.end(), arguments.begin(), arguments.end());
        auto child = test::ChildProcess::start({.argv = argv});
        EXPECT_TRUE(child) << child.error().message;
        if (!child) return {};
        Ran ran;
        ran.code = (*child)->waitForExit(std::chrono::seconds(60)).value_or(-1);
        ran.output = (*child)->output();
        return ran;
    }
    std::string publicEvent() const { return encodePublicId(event_.value); }
    // So that the event has names, and a plan that can be read.
    void plantWords() {
        sql("UPDATE layout SET plan = '" + somePlan() + "'");
        sql("UPDATE event SET document = '{\"ticketTypes\": [{\"name\": \"Adult\"}, "
            "{\"ticketTypeNo\": 1, \"name\": \"Child\"}]}' WHERE event_id = " +
            event());
    }
    void TearDown() override { sql("DELETE FROM payment_break"); }

    test::TempDir dir_{"admin"};
};

TEST_F(PaymentsCommandTest, BreaksAreListedWithThreeUntilAPersonResolvesThem) {
    EXPECT_EQ(admin({"breaks"}).code, 0);
    const auto kept = makePostgresReconciliations(options());
    const Break one{{BreakKind::DuplicateCapture,
                     engine::ProviderKind::Stripe,
                     event_,
                     AttemptId{7},
                     {},
                     "pi_7"},
                    "kept 5000",
                    "kept 5000"};
    ASSERT_TRUE(kept->record({&one, 1}, kNoon));
    const Ran listed = admin({"breaks"});
    EXPECT_EQ(listed.code, 3);
    EXPECT_THAT(listed.output, HasSubstr("duplicate_capture\tstripe\tpi_7"));
    EXPECT_THAT(listed.output, HasSubstr("1 open breaks, 0 manual"));
    const std::string id = listed.output.substr(6, 26);
    EXPECT_NE(admin({"breaks", "--resolve", id}).code, 0) << "a note is wanted";
    const Ran resolved = admin({"breaks", "--resolve", id, "--note", "refunded in their pages"});
    EXPECT_EQ(resolved.code, 0) << resolved.output;
    EXPECT_EQ(admin({"breaks"}).code, 0);
    const Ran all = admin({"breaks", "--all"});
    EXPECT_EQ(all.code, 0);
    EXPECT_THAT(all.output, HasSubstr("refunded in their pages"));
    EXPECT_EQ(admin({"breaks", "--resolve", id, "--note", "again"}).code, 1);
}

TEST_F(PaymentsCommandTest, WhatIsManualIsOpenToo) {
    plantOrder(1, kNoon);
    sql("UPDATE ticket_order SET state = 9, evidence = 'refund refused' WHERE event_id = " +
        event());
    const Ran listed = admin({"breaks"});
    EXPECT_EQ(listed.code, 3);
    EXPECT_THAT(listed.output, HasSubstr("manual_order"));
    EXPECT_THAT(listed.output, HasSubstr("refund refused"));
    sql("UPDATE ticket_order SET state = 5 WHERE event_id = " + event());
}

TEST_F(PaymentsCommandTest, CheckSaysHowManyEntriesHoldAndFindsTheOneThatDoesNot) {
    plantOrder(2, kNoon);
    const Ran good = admin({"check", "--event", publicEvent()});
    EXPECT_EQ(good.code, 0) << good.output;
    EXPECT_THAT(good.output, HasSubstr("0 findings over 2 entries of 1 commands, 1 attempts"));
    EXPECT_THAT(good.output, HasSubstr("account\tEUR\tprovider"));
    sql("UPDATE ledger_entry SET amount = amount + 1 WHERE account = 2 AND event_id = " + event());
    const Ran bad = admin({"check", "--event", publicEvent()});
    EXPECT_EQ(bad.code, 3);
    EXPECT_THAT(bad.output, HasSubstr("sums_to_zero"));
    EXPECT_EQ(admin({"check"}).code, 3);
    EXPECT_EQ(admin({"check", "--event", "nonsense"}).code, 1);
}

TEST_F(PaymentsCommandTest, ADaysReportIsByTheVenuesDayAndInTheEventsWords) {
    plantWords();
    plantOrder(2, *parseRfc3339("2026-01-14T23:30:00Z"));  // In Zurich it is the 15th.
    const Ran report = admin({"report", "--event", publicEvent(), "--day", "2026-01-15"});
    EXPECT_EQ(report.code, 0) << report.output;
    EXPECT_THAT(report.output, HasSubstr("Europe/Zurich,EUR,ticket,0/0,\"Adult, Stalls\",2,"));
    const Ran before = admin({"report", "--event", publicEvent(), "--day", "2026-01-14"});
    EXPECT_EQ(before.code, 0);
    EXPECT_THAT(before.output, Not(HasSubstr("ticket,")));
    EXPECT_EQ(admin({"report", "--event", publicEvent(), "--day", "today"}).code, 1);
    const Ran ahead = admin({"report", "--event", publicEvent(), "--day", "9000-01-15"});
    EXPECT_EQ(ahead.code, 1);
    EXPECT_THAT(ahead.output, HasSubstr("has not begun"));
}

TEST_F(PaymentsCommandTest, AReportThatDoesNotSumToItsLedgerIsNotPrinted) {
    plantWords();
    plantOrder(1, *parseRfc3339("2026-01-15T12:00:00Z"));
    sql("UPDATE ledger_entry SET amount = amount + 1 WHERE account = 1 AND event_id = " + event());
    const Ran report = admin({"report", "--event", publicEvent(), "--day", "2026-01-15"});
    EXPECT_EQ(report.code, 1);
    EXPECT_THAT(report.output, HasSubstr("does not sum to its ledger"));
}

TEST_F(PaymentsCommandTest, AnInvoiceIsIssuedOnceAndItsCreditNoteNamesIt) {
    plantWords();
    const Planted order = plantOrder(3, kNoon);
    const RefundId group = plantReturn(order, 1, Money{100}, kNoon);
    const std::string seller = dir_ / "seller.json";
    std::ofstream(seller) << R"({"name": "The House", "address": ["1 Street"], "taxId": "X1"})";
    const std::string pdf = dir_ / "invoice.pdf";
    std::vector<std::string> arguments{
        "invoice",  "--event", publicEvent(), "--order", encodePublicId(event_, order.order.value),
        "--seller", seller,    "--out",       pdf};
    const Ran first = admin(arguments);
    EXPECT_EQ(first.code, 0) << first.output;
    EXPECT_EQ(first.output, publicEvent() + "-000001 issued\n");
    EXPECT_EQ(admin(arguments).output, publicEvent() + "-000001 issued before\n");
    const auto textOf = [&] {
        return test::ChildProcess::run({.argv = {"pdftotext", pdf, "-"}}, std::chrono::seconds(30))
            .value_or("");
    };
    EXPECT_THAT(textOf(), HasSubstr("The House"));
    EXPECT_THAT(textOf(), HasSubstr("Left, Row 1, Seat 2"));
    arguments.insert(arguments.end(),
                     {"--refund", encodePublicId(event_, group.value), "--language", "en"});
    const Ran note = admin(arguments);
    EXPECT_EQ(note.output, publicEvent() + "-C-000001 issued\n");
    const std::string text = textOf();
    EXPECT_THAT(text, HasSubstr("Credit note"));
    EXPECT_THAT(text, HasSubstr(publicEvent() + "-000001"));
    EXPECT_THAT(text, HasSubstr("Seat 2"));
    EXPECT_THAT(text, Not(HasSubstr("Seat 1")));
}

TEST_F(PaymentsCommandTest, AnOrderThatIsNotPaidHasNoInvoice) {
    plantWords();
    const Planted order = plantOrder(1, kNoon);
    sql("UPDATE ticket_order SET state = 1 WHERE event_id = " + event());
    const std::string seller = dir_ / "seller.json";
    std::ofstream(seller) << R"({"name": "The House"})";
    const Ran ran = admin({"invoice", "--event", publicEvent(), "--order",
                           encodePublicId(event_, order.order.value), "--seller", seller, "--out",
                           dir_ / "invoice.pdf"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(sql("SELECT count(*) FROM invoice WHERE event_id = " + event()), "0\n");
}

}  // namespace
}  // namespace tessera::store
