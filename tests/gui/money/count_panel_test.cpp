// SPDX-License-Identifier: Apache-2.0
// What is typed and is no number, or no currency, goes nowhere, by the mouse neither.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/events/held_answers.h"
#include "tests/gui/money/money_till.h"

namespace tessera::gui {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

struct CountPanelTest : testing::Test {
    void click(const char* button) {
        QTest::mouseClick(till.front.find<QPushButton>(button), Qt::LeftButton);
    }
    void enter(const QString& text) {
        till.front.type(text);
        till.front.press(Qt::Key_Return);
        QCoreApplication::processEvents();  // A delegate commits a moment after the key.
    }
    static int number() {
        static int last = 0;
        return ++last;
    }

    MoneyTill till{"Mistyped till " + std::to_string(number())};
};

// The button takes the focus, the cell is refused then, and the click went on with what was before.
TEST_F(CountPanelTest, ANumberThatWasRefusedHoldsTheBlindCountBackByTheMouseToo) {
    till.front.press(Qt::Key_Return);
    till.front.press(Qt::Key_Return);
    till.front.type("x");
    click("float_go");
    EXPECT_THAT(till.said(), HasSubstr("how many: 0 to"));
    EXPECT_FALSE(till.screen().opener().isUnderWay());
    enter("2");  // Of 100.
    click("float_go");
    ASSERT_TRUE(till.becomes(v1::Shift::OPEN)) << till.said();
    till.front.press(Qt::Key_F7);
    auto* const table = till.front.find<QTableView>("count_table");
    ASSERT_EQ(QApplication::focusWidget(), table);
    enter("0");
    enter("1");  // Of 200.
    till.front.type("x");
    for (int clicks = 0; clicks < 2; ++clicks) {
        click("count_go");
        EXPECT_THAT(till.said(), HasSubstr("how many: 0 to"));
        EXPECT_FALSE(till.work().isUnderWay());
        EXPECT_EQ(till.ofShift("state"), "1");
        EXPECT_EQ(QApplication::focusWidget(), table);
        EXPECT_EQ(table->currentIndex().row(), 2);
        EXPECT_EQ(table->currentIndex().data().toString(), "x") << "it is not lost";
    }
    enter("y");
    auto* const editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    ASSERT_NE(editor, nullptr) << "one is in the cell still";
    EXPECT_EQ(editor->text(), "y");
    // Another number that is right is no answer to it.
    till.front.press(Qt::Key_Down);
    EXPECT_EQ(table->currentIndex().row(), 3) << "one row, and not two";
    ASSERT_EQ(QApplication::focusWidget(), table);
    enter("0");
    click("count_go");
    EXPECT_EQ(till.ofShift("state"), "1");
    EXPECT_EQ(table->currentIndex().row(), 2);
    enter("0");
    click("count_go");
    ASSERT_TRUE(till.becomes(v1::Shift::COUNTED)) << till.said();
    EXPECT_EQ(till.work().difference(), 0);
}

TEST_F(CountPanelTest, CurrenciesThatWereRefusedHoldTheShiftBackByTheMouseToo) {
    auto* const field = till.front.find<QLineEdit>("float_currencies");
    enter("0");
    field->setFocus();
    field->selectAll();
    till.front.type("EURO");
    for (int clicks = 0; clicks < 2; ++clicks) {
        click("float_go");
        EXPECT_THAT(till.said(), StartsWith("Currencies:"));
        EXPECT_FALSE(till.screen().opener().isUnderWay());
        EXPECT_EQ(QApplication::focusWidget(), field);
        EXPECT_EQ(field->text(), "EURO");
    }
    till.front.type("EUR");
    click("float_go");
    ASSERT_TRUE(till.becomes(v1::Shift::OPEN)) << till.said();
}

// The X report of noon stood, and was printed, where the Z report of the evening should be.
TEST(ReportTest, NoXReportStandsWhereTheZReportIsAskedFor) {
    MoneyTill till{"Till of two reports"};
    till.openWith(5'000);
    auto& reports = till.screen().reports();
    till.front.press(Qt::Key_F5);
    ASSERT_TRUE(comes([&] { return reports.report().has_value(); }));
    EXPECT_FALSE(reports.report()->final());
    till.front.press(Qt::Key_F7);
    till.typeCount("EUR", 5'000);
    till.front.press(Qt::Key_Space);
    ASSERT_TRUE(till.becomes(v1::Shift::COUNTED)) << till.said();
    const auto& actions = till.front.window().actions();
    int asked = 0;
    QObject::connect(&till.work(), &till::ShiftWork::closed, &till.front.window(), [&] {
        ++asked;
        EXPECT_FALSE(reports.report().has_value());
        EXPECT_FALSE(actions.isAvailable(QStringLiteral("money.print")));
        EXPECT_FALSE(actions.isAvailable(QStringLiteral("money.save_pdf")));
    });
    till.front.find<QPushButton>("settle_go")->click();
    ASSERT_TRUE(till.becomes(v1::Shift::CLOSED)) << till.said();
    EXPECT_EQ(asked, 1);
    ASSERT_TRUE(comes([&] { return reports.report() && reports.report()->final(); }));
    EXPECT_TRUE(comes([&] {
        return QApplication::focusWidget() == till.front.find<QPushButton>("report_print");
    }));
    till.front.press(Qt::Key_F5);
    EXPECT_TRUE(reports.report().has_value()) << "a Z report is the same for ever";
}

// Whoever comes next saw the shifts that somebody else had asked for.
TEST(ReportTest, WhatComesAfterItWasPutAwayIsNotShown) {
    MoneyTill till{"Till of late reports"};
    till.openWith(5'000);
    qt::Desk& desk = till.front.desk();
    till::ShiftReports reports(desk);
    const auto settles = [&] {
        bool answered = false;
        desk.ask(client::kGetShift, {}, &reports, [&](const auto&) { answered = true; });
        return comes([&] { return answered; });
    };
    {
        HeldAnswers held("/GetShiftReport");
        reports.read(till.work().shift().shift());
        ASSERT_TRUE(comes([&] { return held.count() == 1; }));
        reports.forget();
    }
    ASSERT_TRUE(settles());
    EXPECT_FALSE(reports.report().has_value());
    {
        HeldAnswers held("/ListShifts");
        reports.list();
        ASSERT_TRUE(comes([&] { return held.count() == 1; }));
        reports.forget();
    }
    ASSERT_TRUE(settles());
    EXPECT_TRUE(reports.shifts().empty());
}

}  // namespace
}  // namespace tessera::gui
