// SPDX-License-Identifier: Apache-2.0
// Codes that are in use, changed and withdrawn by keys on a real server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/base/ids.h"
#include "shared/qt/setup/row_table.h"
#include "tests/gui/events/held_answers.h"
#include "tests/gui/events/office.h"
#include "tests/support/model_rules.h"

namespace tessera::gui {
namespace {

using client::House;
using integration::Answer;
using integration::Json;
using setup::CodeBook;
using testing::HasSubstr;

class CodesTest : public testing::Test {
protected:
    ~CodesTest() override { house.relay->hold(false); }

    // Two codes of which the first is chosen, as one gets there by keys.
    void SetUp() override {
        for (const char* const code : {"FRIENDS", "PRESS"}) {
            const Answer made = admin.call("CreateCode",
                                           {{"event", sale.event},
                                            {"requestId", integration::newRequestId()},
                                            {"code", {{"code", code}, {"rateOffPpm", 100'000}}}},
                                           {{"authorization", "Bearer " + house.stack.adminKey()}});
            ASSERT_TRUE(made.ok()) << made;
        }
        ASSERT_TRUE(at.opens(sale.event));
        codes = at.front->find<QTableView>("codes");
        new test::ModelRules(codes->model(), codes);
        at.press(Qt::Key_F9);
        ASSERT_TRUE(comes([&] { return codes->model()->rowCount() == 2; }));
        at.press(Qt::Key_Backtab, Qt::ShiftModifier);
        at.press(Qt::Key_Backtab, Qt::ShiftModifier);
        ASSERT_EQ(QApplication::focusWidget(), codes);
        at.press(Qt::Key_Home);
        ASSERT_EQ(codes->currentIndex().row(), 0);
    }
    void toColumn(int column) {
        at.press(Qt::Key_Home);
        for (int i = 0; i < column; ++i) at.press(Qt::Key_Right);
        ASSERT_EQ(codes->currentIndex().column(), column);
    }
    // In the cell that one is in, over what is there.
    void over(const QString& text) {
        at.type("x");
        at.control(Qt::Key_A);
        at.press(Qt::Key_Delete);
        at.cell(text);
    }
    std::string cell(int column) {
        return codes->model()->index(0, column).data().toString().toStdString();
    }
    std::string said() { return at.message("edit_message"); }
    std::string inDatabase(const std::string& what) {
        return house.stack.psql(
            "SELECT " + what +
            " FROM code WHERE code = 'FRIENDS' AND event_id = " + client::eventNumber(sale));
    }
    std::string friends() {
        return encodePublicId(EventId{*decodePublicId(sale.event)},
                              std::stoll(inDatabase("code_id")));
    }
    std::string deeds() {
        return house.stack.psql(
            "SELECT count(*) FROM trail WHERE action = 'update_code' AND event_id = " +
            client::eventNumber(sale));
    }
    CodeBook& book() { return *static_cast<CodeBook*>(codes->model()); }
    // By somebody else.
    void changes(int usesMax) {
        const Answer done = admin.call("UpdateCode",
                                       {{"event", sale.event},
                                        {"codeId", friends()},
                                        {"requestId", integration::newRequestId()},
                                        {"usesMax", usesMax},
                                        {"updateMask", "usesMax"}},
                                       {{"authorization", "Bearer " + house.stack.adminKey()}});
        ASSERT_TRUE(done.ok()) << done;
    }
    // What is asked now is answered behind whatever was let go.
    bool settles() {
        bool answered = false;
        at.front->desk().ask(client::kListVenues, {}, codes, [&](const auto&) { answered = true; });
        return comes([&] { return answered; });
    }
    Answer hold(int seat) {
        Json request = integration::seatRequest(sale, {seat}, integration::newRequestId());
        request["code"] = "FRIENDS";
        return admin.call("CreateReservation", request,
                          {{"x-caller-key", integration::newCallerKey()}});
    }

    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
    integration::ApiClient admin{integration::Edge::Rest, house.stack};
    Office at{true};
    QTableView* codes = nullptr;
};

TEST_F(CodesTest, HowOftenAndHowLongACodeIsGoodIsTypedOverIt) {
    toColumn(CodeBook::UsesMax);
    at.cell("2");
    ASSERT_TRUE(comes([&] { return said() == "The code FRIENDS is changed."; })) << said();
    EXPECT_EQ(inDatabase("uses_max"), "2");
    EXPECT_EQ(cell(CodeBook::UsesMax), "2");
    toColumn(CodeBook::Until);
    at.cell("2031-03-30 19:30");
    ASSERT_TRUE(comes([&] { return inDatabase("valid_until") == "1932658200000000"; }));
    ASSERT_TRUE(comes([&] { return deeds() == "2"; }));
    ASSERT_TRUE(comes([&] {
        return cell(CodeBook::Until).find("30 Mar 2031") != std::string::npos;
    })) << cell(CodeBook::Until);
    EXPECT_EQ(inDatabase("uses_max"), "2");
    // Emptied, it is good as long as the sale again.
    over("");
    ASSERT_TRUE(comes([&] { return inDatabase("valid_until") == std::to_string(INT64_MAX); }));
    ASSERT_TRUE(comes([&] { return cell(CodeBook::Until).empty(); }));
    EXPECT_EQ(inDatabase("rate_ppm"), "100000");
}

TEST_F(CodesTest, WhatIsTypedWronglyStandsInItsCellAndIsSaidAndNothingIsSent) {
    toColumn(CodeBook::Until);
    at.cell("soon");
    EXPECT_THAT(said(), HasSubstr("Valid until: a time like"));
    EXPECT_EQ(cell(CodeBook::Until), "soon");
    EXPECT_FALSE(codes->currentIndex().data(setup::kWrongRole).toString().isEmpty());
    toColumn(CodeBook::From);
    at.cell("2031-03-30 19:30");
    ASSERT_TRUE(comes([&] { return said() == "The code FRIENDS is changed."; })) << said();
    EXPECT_EQ(cell(CodeBook::Until), "soon");
    toColumn(CodeBook::Until);
    over("2031-03-29 19:30");
    EXPECT_THAT(said(), HasSubstr("it must end after it begins"));
    EXPECT_EQ(deeds(), "1");
    over("2031-03-31 19:30");
    ASSERT_TRUE(comes([&] { return deeds() == "2"; }));
    ASSERT_TRUE(comes([&] { return !codes->currentIndex().data(setup::kWrongRole).isValid(); }));
}

TEST_F(CodesTest, AChangeWhoseAnswerIsCutOffIsDoneOnceAndItsCellSaysWhatWasTyped) {
    toColumn(CodeBook::UsesMax);
    house.relay->hold(true);
    at.cell("7");
    ASSERT_TRUE(comes([&] { return inDatabase("uses_max") == "7"; }));
    EXPECT_EQ(cell(CodeBook::UsesMax), "7");
    EXPECT_TRUE(QFile::exists(at.front->folder() + "/setup_in_hand"));
    // A second one waits for the first: it stays typed.
    toColumn(CodeBook::From);
    at.cell("2031-01-01 10:00");
    EXPECT_THAT(said(), HasSubstr("no answer yet"));
    EXPECT_EQ(cell(CodeBook::From), "2031-01-01 10:00");
    house.relay->cut();
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return said() == "The code FRIENDS is changed."; })) << said();
    EXPECT_FALSE(QFile::exists(at.front->folder() + "/setup_in_hand"));
    EXPECT_EQ(deeds(), "1");
    EXPECT_EQ(inDatabase("valid_from"), "0");
    over("2031-01-01 10:00");
    EXPECT_TRUE(comes([&] { return deeds() == "2"; }));
}

TEST_F(CodesTest, WhatSomebodyElseChangedMeanwhileStaysAndIsSeen) {
    // Withdrawn by another, and used: the table knows nothing of it.
    ASSERT_TRUE(hold(40).ok());
    const Json withdrawal = {{"event", sale.event},
                             {"codeId", friends()},
                             {"requestId", integration::newRequestId()},
                             {"validUntil", "2020-01-01T00:00:00Z"},
                             {"updateMask", "validUntil"}};
    const Answer done = admin.call("UpdateCode", withdrawal,
                                   {{"authorization", "Bearer " + house.stack.adminKey()}});
    ASSERT_TRUE(done.ok()) << done;
    EXPECT_EQ(cell(CodeBook::Until), "");
    toColumn(CodeBook::UsesMax);
    at.cell("50");
    ASSERT_TRUE(comes([&] { return said() == "The code FRIENDS is changed."; })) << said();
    EXPECT_EQ(inDatabase("uses_max"), "50");
    EXPECT_EQ(inDatabase("valid_until"), "1577836800000000");
    EXPECT_EQ(hold(50).reason, "CODE_NOT_VALID_NOW");
    EXPECT_THAT(cell(CodeBook::Until), HasSubstr("2020"));
    EXPECT_EQ(cell(CodeBook::Used), "1");
    // One that is bought with meanwhile is seen once one comes back to the codes.
    const Answer again = admin.call("UpdateCode",
                                    {{"event", sale.event},
                                     {"codeId", friends()},
                                     {"requestId", integration::newRequestId()},
                                     {"updateMask", "validUntil"}},
                                    {{"authorization", "Bearer " + house.stack.adminKey()}});
    ASSERT_TRUE(again.ok()) << again;
    ASSERT_TRUE(hold(60).ok());
    at.front->find<QTabWidget>("parts")->setCurrentIndex(0);
    at.press(Qt::Key_F9);
    EXPECT_TRUE(comes([&] { return cell(CodeBook::Used) == "2"; }));
    EXPECT_EQ(cell(CodeBook::Until), "");
}

TEST_F(CodesTest, WhatIsTypedWhileAChangeIsUnderWayIsNotSwallowed) {
    toColumn(CodeBook::UsesMax);
    at.cell("2");
    ASSERT_TRUE(comes([&] { return said() == "The code FRIENDS is changed."; })) << said();
    house.relay->hold(true);
    over("7");
    ASSERT_TRUE(comes([&] { return inDatabase("uses_max") == "7"; }));
    ASSERT_TRUE(QFile::exists(at.front->folder() + "/setup_in_hand"));
    over("2");
    EXPECT_EQ(cell(CodeBook::UsesMax), "2");
    EXPECT_EQ(codes->currentIndex().data(setup::kWrongRole).toString(), "not sent: type it again");
    house.relay->hold(false);
    const QString journal = at.front->folder() + "/setup_in_hand";
    ASSERT_TRUE(comes([&] { return !QFile::exists(journal); }));
    EXPECT_EQ(cell(CodeBook::UsesMax), "2");
    EXPECT_EQ(codes->currentIndex().data(setup::kWrongRole).toString(), "not sent: type it again");
    over("2");
    EXPECT_TRUE(comes([&] { return inDatabase("uses_max") == "2"; }));
    EXPECT_TRUE(comes([&] { return !codes->currentIndex().data(setup::kWrongRole).isValid(); }));
}

// The cell that one was typing in was filled anew, and the letters that came after went behind it.
TEST_F(CodesTest, WhatIsTypedInACellStaysWhenSomebodyElseChangesIt) {
    toColumn(CodeBook::UsesMax);
    at.type("5");
    changes(9);
    book().refresh();
    ASSERT_TRUE(comes([&] { return cell(CodeBook::UsesMax) == "9"; }));
    at.cell("0");
    ASSERT_TRUE(comes([&] { return inDatabase("uses_max") == "50"; })) << inDatabase("uses_max");
}

// The fields were emptied whatever was in them, and took the focus.
TEST_F(CodesTest, ANewCodeLeavesTheNextOneThatIsTyped) {
    auto* const code = at.front->find<QLineEdit>("code_code");
    auto* const off = at.front->find<QLineEdit>("code_discount");
    const auto type = [&](QLineEdit* line, const QString& text) {
        line->setFocus();
        at.control(Qt::Key_A);
        at.front->type(text);
    };
    const std::string early = "SELECT count(*) FROM code WHERE code = 'EARLY' AND event_id = " +
                              client::eventNumber(sale);
    type(code, "EARLY");
    type(off, "5 %");
    house.relay->hold(true);
    at.press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return house.stack.psql(early) == "1"; }));
    type(code, "LA");
    off->setFocus();
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return said() == "The code EARLY is made."; })) << said();
    EXPECT_EQ(code->text(), "LA");
    EXPECT_EQ(off->text(), "");
    EXPECT_EQ(QApplication::focusWidget(), off);
    // One that is refused is not the one that is typed by then, either.
    type(code, "EARLY");
    type(off, "5 %");
    house.relay->hold(true);
    at.press(Qt::Key_Return);
    type(code, "LATER");
    off->setFocus();
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return said() == "Code: the event has this one already."; })) << said();
    EXPECT_EQ(QApplication::focusWidget(), off);
    EXPECT_EQ(code->text(), "LATER");
    type(code, "EARLY");
    at.press(Qt::Key_Return);
    EXPECT_TRUE(
        comes([&] { return QApplication::focusWidget() == code && code->text() == "EARLY"; }));
}

TEST_F(CodesTest, AListThatWasReadBeforeAChangeTakesNothingBack) {
    ASSERT_TRUE(settles());
    HeldAnswers lists("/ListCodes");
    book().refresh();
    ASSERT_TRUE(comes([&] { return lists.count() == 1; }));
    toColumn(CodeBook::UsesMax);
    at.cell("7");
    ASSERT_TRUE(comes([&] { return said() == "The code FRIENDS is changed."; })) << said();
    lists.letGo();
    ASSERT_TRUE(settles());
    EXPECT_EQ(cell(CodeBook::UsesMax), "7");
}

TEST_F(CodesTest, OfTwoListsTheOneThatWasAskedForLastIsShown) {
    ASSERT_TRUE(settles());
    HeldAnswers lists("/ListCodes");
    book().refresh();
    ASSERT_TRUE(comes([&] { return lists.count() == 1; }));
    changes(9);
    book().refresh();
    ASSERT_TRUE(comes([&] { return lists.count() == 2; }));
    lists.letGo();
    ASSERT_TRUE(settles());
    EXPECT_EQ(cell(CodeBook::UsesMax), "9");
}

TEST_F(CodesTest, ACodeIsWithdrawnOnceThatIsAnsweredAndAHoldKeepsIt) {
    const Answer held = hold(10);
    ASSERT_TRUE(held.ok()) << held;
    at.control(Qt::Key_W, Qt::ShiftModifier);
    auto* const go = at.front->find<QPushButton>("ask_go");
    ASSERT_EQ(QApplication::focusWidget(), go);
    at.press(Qt::Key_Escape);
    EXPECT_FALSE(go->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), codes);
    EXPECT_TRUE(hold(20).ok());
    EXPECT_EQ(deeds(), "0");
    at.control(Qt::Key_Delete);  // As a row of any table.
    ASSERT_EQ(QApplication::focusWidget(), go);
    at.press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return said() == "The code FRIENDS is withdrawn."; })) << said();
    EXPECT_EQ(QApplication::focusWidget(), codes);
    EXPECT_EQ(deeds(), "1");
    EXPECT_EQ(hold(30).reason, "CODE_NOT_VALID_NOW");
    const Answer read = admin.call(
        "GetReservation", {{"event", sale.event}, {"reservation", held.body.at("reservation")}},
        {{"x-holder-token", held.body.at("holderToken")}});
    EXPECT_EQ(read.body.at("price"), held.body.at("price")) << read;
    at.control(Qt::Key_W, Qt::ShiftModifier);
    at.press(Qt::Key_Return);
    EXPECT_EQ(said(), "The code FRIENDS is over already.");
    // The next one is as it was.
    EXPECT_EQ(codes->model()->index(1, CodeBook::Until).data().toString(), "");
}

}  // namespace
}  // namespace tessera::gui
