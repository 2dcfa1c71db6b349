// SPDX-License-Identifier: Apache-2.0
// The ways to pay as staff have them before them, by keys: what the screen says of the terminal, of
// a gift card and of a payment in parts, and what is taken for it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/pay/pay_front.h"
#include "tests/gui/pay/terminal.h"

namespace tessera::gui {
namespace {

using testing::HasSubstr;

class WaysTest : public PayFront {
protected:
    ~WaysTest() override { front.reset(); }
    void SetUp() override {
        start(0);
        openShift(front->desk());
        useTerminal(terminal.reader());
        EXPECT_EQ(
            room()
                .setPrinters({ticketPrinterAt(printer.port()), receiptPrinterAt(slips.port())})
                .toStdString(),
            "");
        ASSERT_TRUE(atPay());
        total = screen().payer().total().minor_units();
        ASSERT_GT(total, 2'345);
    }
    void useTerminal(const std::string& reader) {
        front->store().set(QStringLiteral("reader"), QString::fromStdString(reader));
    }
    std::string labelled(const char* name) {
        return front->find<QLabel>(name)->text().toStdString();
    }
    bool stageSays(const char* text) {
        return comes([&] { return labelled("stage").find(text) != std::string::npos; });
    }
    bool hasFocus(const char* name) {
        return comes([&] {
            const QWidget* const focus = QApplication::focusWidget();
            return focus != nullptr && focus->objectName() == QLatin1String(name);
        });
    }
    // A part of the payment as its table shows it.
    std::string part(int row, int column) {
        const auto* const model = front->find<QTableView>("tenders")->model();
        return model->index(row, column).data().toString().toStdString();
    }
    int parts() { return front->find<QTableView>("tenders")->model()->rowCount(); }
    std::string rows(const std::string& what, const std::string& where = "true") {
        return house.stack.psql("SELECT " + what +
                                " WHERE event_id = " + client::eventNumber(sale) + " AND " + where);
    }
    // The order is paid, by so many payments, and its two tickets and its receipt are printed.
    void isSold(int payments) {
        ASSERT_TRUE(becomes(PayStage::Sold)) << labelled("stage") << labelled("pay_message");
        EXPECT_THAT(labelled("stage"), HasSubstr("Sold."));
        EXPECT_EQ(parts(), payments);
        EXPECT_EQ(rows("count(*) FROM payment_attempt", "captured > 0"), std::to_string(payments));
        EXPECT_EQ(rows("sum(captured) FROM payment_attempt"), std::to_string(total));
        EXPECT_EQ(rows("sum(amount) FROM ledger_entry"), "0");
        EXPECT_EQ(house.count("ticket_order", sale), 1);
        EXPECT_TRUE(
            comes([&] { return printer.tickets().size() == 2 && seenAt(slips).cuts == 1; }));
    }
    std::unique_ptr<PayTill> otherTill() {
        return std::make_unique<PayTill>(QString::fromStdString(dir_ / "other"),
                                         house.stack.ports().staff, house.supervisor, 1);
    }

    Terminal terminal{house.stack};
    test::FakePrinter slips{test::FakeLanguage::Escpos};
    std::int64_t total = 0;

private:
    test::TempDir dir_{"ways"};
};

TEST_F(WaysTest, ATerminalThatIsBusyWithAnotherSaleSaysSoAndEachSaleIsPaidOnce) {
    const auto other = otherTill();
    ASSERT_TRUE(other->holds(sale, {60}));
    ASSERT_TRUE(other->payer.payReader(QString::fromStdString(terminal.reader())));
    ASSERT_TRUE(comes([&] { return terminal.isAsking(); }));
    front->press(Qt::Key_F7);
    ASSERT_TRUE(stageSays("No card is being asked for: the terminal is busy with another payment"))
        << labelled("stage");
    EXPECT_EQ(part(0, payment::TenderModel::State),
              "no card asked for: the terminal is busy with another payment");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(becomes(PayStage::Sold)) << labelled("stage");
    EXPECT_TRUE(terminal.isAsking()) << "the other sale's card";
    ASSERT_TRUE(terminal.tap());
    ASSERT_TRUE(other->becomes(PayStage::Sold)) << other->lastSaid();
    EXPECT_EQ(rows("count(*) FROM payment_attempt", "captured > 0"), "2");
    EXPECT_EQ(rows("sum(captured) FROM payment_attempt"), std::to_string(total + other->total()));
    EXPECT_TRUE(comes([&] { return printer.tickets().size() == 2; }));
}

TEST_F(WaysTest, ATerminalThatIsOfflineSaysSoAndIsAskedAgainByTheSameKey) {
    ASSERT_EQ(terminal.setOffline(true), 200);
    front->press(Qt::Key_F7);
    ASSERT_TRUE(stageSays("No card is being asked for: the terminal is offline"));
    front->press(Qt::Key_F7);
    ASSERT_TRUE(comes([&] { return house.count("tender", sale) == 2; }));
    ASSERT_TRUE(stageSays("the terminal is offline"));
    ASSERT_TRUE(comes([&] { return screen().payer().canPay(); }));
    EXPECT_EQ(rows("coalesce(sum(captured), 0) FROM payment_attempt"), "0");
    ASSERT_EQ(terminal.setOffline(false), 200);
    front->press(Qt::Key_F7);
    ASSERT_TRUE(stageSays("Waiting for the card"));
    ASSERT_TRUE(terminal.tap());
    isSold(1);
}

TEST_F(WaysTest, ATerminalThatNobodyKnowsSaysSoAndAnotherOneTakesTheCard) {
    useTerminal("tmr_of_another_house");
    front->press(Qt::Key_F7);
    ASSERT_TRUE(stageSays("the card provider does not know this terminal"));
    useTerminal(terminal.reader());
    front->press(Qt::Key_F7);
    ASSERT_TRUE(terminal.tap());
    isSold(1);
}

TEST_F(WaysTest, WhereNoCardIsShownInTimeItIsSaidAndCashPaysOnce) {
    front->press(Qt::Key_F7);
    ASSERT_TRUE(comes([&] { return terminal.isAsking(); }));
    ASSERT_EQ(terminal.timeOut(), 200);
    ASSERT_TRUE(stageSays("No card is being asked for: no card was shown in time"));
    front->press(Qt::Key_F2);
    isSold(1);
    EXPECT_EQ(part(0, payment::TenderModel::Way), "Cash");
}

TEST_F(WaysTest, ATapThatIsToldAgainLeavesTheSaleSoldWithOnePaymentAndItsTickets) {
    front->press(Qt::Key_F7);
    ASSERT_TRUE(terminal.tap());
    EXPECT_EQ(terminal.replay(), 200);
    isSold(1);
    const std::string sold = labelled("stage");
    EXPECT_NE(terminal.present().status, 200) << "it asks for no second card";
    EXPECT_EQ(terminal.replay(), 200);
    // Whatever that would have caused has come before what the other till sells.
    const auto other = otherTill();
    openShift(other->desk);
    ASSERT_TRUE(other->holds(sale, {61}));
    ASSERT_TRUE(other->payer.payCash(other->total()));
    ASSERT_TRUE(other->becomes(PayStage::Sold)) << other->lastSaid();
    EXPECT_EQ(labelled("stage"), sold);
    EXPECT_EQ(parts(), 1);
    EXPECT_EQ(part(0, payment::TenderModel::State), "paid");
    EXPECT_EQ(rows("count(*) FROM payment_attempt", "captured > 0"), "2");
    EXPECT_TRUE(comes([&] { return room().queue()->isIdle(); }));
    EXPECT_EQ(printer.tickets().size(), 2U);
    EXPECT_EQ(seenAt(slips).cuts, 1);
}

TEST_F(WaysTest, AGiftCardByItsKeyPaysWhatIsOnItAndEnterTakesTheRestInCash) {
    front->press(Qt::Key_F8);
    ASSERT_TRUE(hasFocus("ask"));
    front->type(QString::fromStdString(giftCard(2'345)));
    front->press(Qt::Key_Return);
    ASSERT_TRUE(stageSays("A part is paid. How is the rest paid?")) << labelled("pay_message");
    EXPECT_TRUE(hasFocus("amount"));
    EXPECT_EQ(labelled("covered"), euros(2'345));
    EXPECT_EQ(labelled("left"), euros(total - 2'345));
    front->press(Qt::Key_Return);
    isSold(2);
    EXPECT_EQ(part(0, payment::TenderModel::Way), "Gift card");
    EXPECT_EQ(part(1, payment::TenderModel::Amount), euros(total - 2'345));
    EXPECT_EQ(labelled("change"), euros(0));
}

// Its code was gone with the refusal, and had to be typed once more.
TEST_F(WaysTest, ACodeThatIsScannedIntoTheAmountIsAGiftCardAndWhatIsRefusedStaysToBeCompared) {
    const QString wrong = QStringLiteral("AAAAA-AAAAA-AAAAA-AAAAA");
    front->type(wrong);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(hasFocus("ask"));
    EXPECT_THAT(labelled("pay_message"), HasSubstr("there is none with this code"));
    EXPECT_EQ(front->find<QLineEdit>("ask")->text(), wrong);
    EXPECT_EQ(front->find<QLineEdit>("ask")->selectedText(), wrong);
    EXPECT_EQ(front->find<QLineEdit>("amount")->text(), "");
    front->press(Qt::Key_Escape);
    front->type(QString::fromStdString(giftCard(1'000)));
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return labelled("covered") == euros(1'000); }));
    ASSERT_TRUE(becomes(PayStage::Choosing));
    // Now of an order that is there, and for a part.
    front->type("5");
    front->press(Qt::Key_F8);
    front->type(wrong);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(hasFocus("ask"));
    ASSERT_TRUE(becomes(PayStage::Choosing));
    EXPECT_EQ(front->find<QLineEdit>("ask")->text(), wrong);
    EXPECT_TRUE(front->find<QLineEdit>("ask")->isVisible());
    EXPECT_EQ(front->find<QLineEdit>("amount")->text(), "5.00");
    front->type(QString::fromStdString(giftCard(9'000)));
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return labelled("covered") == euros(1'500); }));
    ASSERT_TRUE(becomes(PayStage::Choosing));
    front->press(Qt::Key_Return);
    isSold(3);
}

TEST_F(WaysTest, ACardPaysThePartThatIsTypedAndEnterTakesTheRestInCashToTheCent) {
    front->type("9999");
    front->press(Qt::Key_F7);
    EXPECT_THAT(labelled("pay_message"), HasSubstr("Amount: " + euros(total) + " at most"));
    EXPECT_EQ(front->find<QLineEdit>("amount")->selectedText(), "9999");
    front->type("20");
    front->press(Qt::Key_F7);
    ASSERT_TRUE(terminal.tap());
    ASSERT_TRUE(stageSays("A part is paid. How is the rest paid?"));
    EXPECT_EQ(labelled("left"), euros(total - 2'000));
    EXPECT_TRUE(hasFocus("amount"));
    front->press(Qt::Key_Return);
    isSold(2);
    EXPECT_EQ(house.count("tender", sale), 2);
    EXPECT_EQ(part(0, payment::TenderModel::Amount), euros(2'000));
    EXPECT_EQ(part(1, payment::TenderModel::Amount), euros(total - 2'000));
    const std::string receipt = seenAt(slips).text;
    EXPECT_THAT(receipt, HasSubstr("Card at the terminal"));
    EXPECT_THAT(receipt, HasSubstr("Cash"));
    for (const std::int64_t minor : {total, std::int64_t{2'000}, total - 2'000}) {
        EXPECT_THAT(receipt, HasSubstr(euros(minor)));
    }
}

}  // namespace
}  // namespace tessera::gui
