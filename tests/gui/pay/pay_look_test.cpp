// SPDX-License-Identifier: Apache-2.0
// The pay screen by the keys that staff presses, and how it looks in every language, theme and
// size.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boxoffice-app/screens/pay/pay_screen.h"
#include "tests/gui/pay/pay_till.h"
#include "tests/gui/walk.h"

namespace tessera::gui {
namespace {

using client::House;
using sale::CartStage;
using test::FakeLanguage;
using test::FakePrinter;

class PayLookTest : public testing::Test {
protected:
    void SetUp() override {
        front = std::make_unique<Front>(house.stack.ports().staff);
        front->window().resize(1600, 1000);
        front->window().workplace().setEvent({sale.event, "Evening"});
        ASSERT_TRUE(front->signIn(house.cashier));
        ASSERT_TRUE(comes([&] { return !cart().event().event().empty(); }));
        v1::Customer who;
        who.set_name("Rosalinde Eisenstein");
        who.set_email("rosalinde@example.org");
        cart().setCustomer(who);
    }
    void TearDown() override {
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Light, 100);
    }
    sale::Cart& cart() { return sale::Cart::of(front->window().workplace()); }
    payment::PrintRoom& room() {
        return payment::PrintRoom::of(front->window().workplace(), front->store());
    }
    boxoffice::PayScreen& screen() {
        return *static_cast<boxoffice::PayScreen*>(front->window().screen("pay"));
    }
    // By three keys from the sell screen.
    bool atPay() {
        front->type("2");
        front->press(Qt::Key_Return);
        if (!comes([&] { return cart().stage() == CartStage::Held; })) return false;
        front->press(Qt::Key_Return);
        return front->currentId() == QStringLiteral("pay");
    }
    void look(const QString& about, WalkOptions options = {}) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        // Layouts follow a change of language or size a moment later.
        constexpr int kSettleMillis = 1'000;
        std::vector<Finding> findings;
        comes(
            [&] {
                findings = walk(front->window(), options).findings;
                return findings.empty();
            },
            kSettleMillis);
        for (const Finding& each : findings) {
            ADD_FAILURE() << about.toStdString() << ": " << each;
        }
        shoot(front->window(), about);
    }
    void everywhere(const QString& what) {
        for (const qt::Language& language : qt::Languages::all()) {
            languages().use(language.code);
            for (const int percent : {100, 200}) {
                theme().apply(qt::ThemeKind::Light, percent);
                look(what + u'-' + language.code + u'-' + QString::number(percent));
            }
        }
        theme().apply(qt::ThemeKind::Dark, 100);
        look(what + QStringLiteral("-ar-dark"));
        theme().apply(qt::ThemeKind::HighContrast, 200);
        look(what + QStringLiteral("-ar-high-contrast"), {.contrastLeast = 7.0});
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Light, 100);
    }

    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
    FakePrinter printer{FakeLanguage::Fgl};
    std::unique_ptr<Front> front;
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
    look("pay-invoice");
    languages().use(QStringLiteral("ar"));
    theme().apply(qt::ThemeKind::Light, 200);
    look("pay-invoice-ar-200");
    front->press(Qt::Key_Escape);
    languages().use(QStringLiteral("en"));
    theme().apply(qt::ThemeKind::Light, 100);
    printer.set(test::FakeTrouble::PaperOut);
    EXPECT_EQ(room().setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    front->press(Qt::Key_F3);
    ASSERT_TRUE(comes([&] { return screen().payer().stage() == PayStage::Sold; }));
    ASSERT_TRUE(comes(
        [&] { return room().queue()->conditionOf("Front") == print::PrinterCondition::PaperOut; }));
    everywhere("pay-sold");
}

}  // namespace
}  // namespace tessera::gui
