// SPDX-License-Identifier: Apache-2.0
// The pay screen by the keys that staff presses, and how it looks in every language, theme and
// size.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/looks.h"
#include "tests/gui/pay/pay_front.h"
#include "tests/gui/pay/terminal.h"

namespace tessera::gui {
namespace {

using sale::CartStage;

class PayLookTest : public PayFront {
protected:
    void SetUp() override {
        start(0);
        openShift(front->desk());
    }
};

TEST_F(PayLookTest, AmountAndEnterSellAndTheNextEnterIsTheNextSale) {
    EXPECT_EQ(room().setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    ASSERT_TRUE(atPay());
    EXPECT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("amount"));
    front->type("x");
    front->press(Qt::Key_Return);
    EXPECT_TRUE(front->find<QLabel>("pay_message")->text().contains("12.50"));
    front->find<QLineEdit>("amount")->clear();
    const std::int64_t total = screen().payer().total().minor_units();
    front->type(QString::number(total / 100 + 10));
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return screen().payer().stage() == PayStage::Sold; }));
    EXPECT_EQ(screen().payer().change().minor_units(), (total / 100 + 10) * 100 - total);
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 2; }));
    EXPECT_EQ(QApplication::focusWidget(), front->find<QPushButton>("next"));
    front->press(Qt::Key_Return);
    EXPECT_EQ(front->currentId(), QStringLiteral("sell"));
    EXPECT_EQ(cart().stage(), CartStage::Empty);
}

TEST_F(PayLookTest, CashWithoutAShiftAsksForTheFloatAndIsTakenOnceTheShiftIsOpen) {
    start(newDevice("Till of the float"));
    ASSERT_TRUE(atPay());
    const std::int64_t total = screen().payer().total().minor_units();
    const QString given = QString::number(total / 100 + 10);
    front->type(given);
    front->press(Qt::Key_Return);
    auto* const question = front->find<QLineEdit>("ask");
    ASSERT_TRUE(comes([&] { return QApplication::focusWidget() == question; }));
    EXPECT_TRUE(front->find<QLabel>("pay_message")->text().contains("No shift"));
    EXPECT_EQ(front->find<QLineEdit>("amount")->text(), given + ".00");
    EXPECT_EQ(house.count("ticket_order", sale), 0);
    lookAt(front->window(), "pay-shift-needed");
    for (const char* wrong : {"", "1.234", "-1", "much"}) {
        question->setText(wrong);
        front->press(Qt::Key_Return);
        EXPECT_TRUE(front->find<QLabel>("pay_message")->text().startsWith("In the drawer"))
            << wrong;
    }
    EXPECT_EQ(QApplication::focusWidget(), question);
    question->clear();
    front->type("150.5");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return screen().payer().stage() == PayStage::Sold; }));
    EXPECT_EQ(screen().payer().change().minor_units(), (total / 100 + 10) * 100 - total);
    EXPECT_EQ(floatsOf("Till of the float"), "15050");
    EXPECT_EQ(house.count("tender", sale), 1);
    EXPECT_EQ(house.count("payment_attempt", sale), 1);
    EXPECT_EQ(QApplication::focusWidget(), front->find<QPushButton>("next"));
}

TEST_F(PayLookTest, WhoLeavesTheQuestionForAShiftPaysAsBeforeAndOpensOneByItsKey) {
    start(newDevice("Till of the key"));
    ASSERT_TRUE(atPay());
    auto* const question = front->find<QLineEdit>("ask");
    const auto open = [&](const char* amount) {
        front->press(Qt::Key_O, Qt::ControlModifier);
        EXPECT_EQ(QApplication::focusWidget(), question);
        front->type(amount);
        front->press(Qt::Key_Return);
    };
    front->press(Qt::Key_F3);
    ASSERT_TRUE(comes([&] { return QApplication::focusWidget() == question; }));
    front->press(Qt::Key_Escape);
    EXPECT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("amount"));
    EXPECT_NE(front->find<QLineEdit>("amount")->text(), "");
    open("0");
    ASSERT_TRUE(comes([&] { return !question->isVisible(); }));
    EXPECT_EQ(front->find<QLabel>("pay_message")->text(), "The shift is open.");
    EXPECT_EQ(screen().payer().stage(), PayStage::Choosing);  // That cash was not asked for again.
    EXPECT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("amount"));
    open("300");
    ASSERT_TRUE(comes([&] { return !question->isVisible(); }));
    EXPECT_TRUE(front->find<QLabel>("pay_message")->text().contains("its own opening float"));
    EXPECT_EQ(floatsOf("Till of the key"), "0");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return screen().payer().stage() == PayStage::Sold; }));
    EXPECT_EQ(house.count("tender", sale), 1);
}

TEST_F(PayLookTest, EscapeGoesBackToChoosingAndWhatIsHeldStays) {
    ASSERT_TRUE(atPay());
    front->press(Qt::Key_F8);
    EXPECT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("ask"));
    front->press(Qt::Key_Escape);
    EXPECT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("amount"));
    front->press(Qt::Key_Escape);
    EXPECT_EQ(front->currentId(), QStringLiteral("sell"));
    EXPECT_EQ(cart().stage(), CartStage::Held);
}

TEST_F(PayLookTest, ItCanBeUsedInEveryLanguageThemeAndSize) {
    ASSERT_TRUE(atPay());
    everywhere("pay-choosing");
    front->press(Qt::Key_F9);
    everywhere("pay-invoice");
    front->press(Qt::Key_O, Qt::ControlModifier);
    front->type("200");
    everywhere("pay-shift");
    front->press(Qt::Key_Escape);
    theme().apply(qt::ThemeKind::HighContrast, 200);
    front->press(Qt::Key_O, Qt::ControlModifier);
    auto* const question = front->find<QLineEdit>("ask");
    EXPECT_TRUE(comes([&] {
        return question->visibleRegion().boundingRect().size() == question->size();
    })) << "what is asked is in sight";
    front->press(Qt::Key_Escape);
    plainLook();
    printer.set(test::FakeTrouble::PaperOut);
    EXPECT_EQ(room().setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    front->press(Qt::Key_F3);
    ASSERT_TRUE(comes([&] { return screen().payer().stage() == PayStage::Sold; }));
    ASSERT_TRUE(comes(
        [&] { return room().queue()->conditionOf("Front") == print::PrinterCondition::PaperOut; }));
    const auto cancelled = [&] {
        const auto& jobs = room().queue()->jobs();
        return std::any_of(jobs.begin(), jobs.end(), [](const qt::PrintJob& each) {
            return each.state == qt::JobState::Cancelled;
        });
    };
    ASSERT_FALSE(cancelled());
    const QAction* const leave = front->window().actions().find(QStringLiteral("pay.not_printed"));
    ASSERT_TRUE(comes([&] { return leave->isEnabled(); }));
    front->press(Qt::Key_J, Qt::ControlModifier);
    EXPECT_TRUE(comes(cancelled));
    everywhere("pay-sold");  // The other ticket waits for paper.
}

TEST_F(PayLookTest, TheFieldForCashAndItsButtonAreAsHighAsEachOther) {
    ASSERT_TRUE(atPay());
    for (const int percent : {100, 200}) {
        theme().apply(qt::ThemeKind::Light, percent);
        const auto* const amount = front->find<QLineEdit>("amount");
        const auto* const take = front->find<QPushButton>("take");
        EXPECT_TRUE(comes([&] {
            return amount->height() == take->height() && amount->y() == take->y();
        })) << percent
            << ": " << amount->height() << ", " << take->height();
    }
}

TEST_F(PayLookTest, WhatTheTerminalDoesCanBeReadInEveryLanguageThemeAndSize) {
    Terminal terminal(house.stack);
    front->store().set(QStringLiteral("reader"), QString::fromStdString(terminal.reader()));
    ASSERT_TRUE(atPay());
    front->press(Qt::Key_F7);
    ASSERT_TRUE(comes([&] { return terminal.isAsking(); }));
    everywhere("pay-waiting");
    ASSERT_TRUE(terminal.tap("card_present[number]=4000000000009995"));
    ASSERT_TRUE(comes([&] { return screen().payer().declined() == "insufficient_funds"; }));
    everywhere("pay-declined");
    ASSERT_EQ(terminal.setOffline(true), 200);
    front->press(Qt::Key_F7);
    ASSERT_TRUE(comes([&] { return screen().payer().declined() == "reader_offline"; }));
    everywhere("pay-terminal-offline");
}

TEST_F(PayLookTest, ThatAPaymentIsNotKnownCanBeReadInEveryLanguageThemeAndSize) {
    start(0, true);
    ASSERT_TRUE(atPay());
    house.relay->hold(true);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return house.count("ticket_order", sale) == 1; }));
    house.relay->cut();
    ASSERT_TRUE(becomes(PayStage::Unknown));
    EXPECT_FALSE(front->find<QPushButton>("take")->isEnabled());
    everywhere("pay-unknown");
    EXPECT_EQ(screen().payer().stage(), PayStage::Unknown);
    house.relay->hold(false);
    ASSERT_TRUE(becomes(PayStage::Sold));
    EXPECT_EQ(house.count("ticket_order", sale), 1);
    EXPECT_EQ(house.count("tender", sale), 1);
}

}  // namespace
}  // namespace tessera::gui
