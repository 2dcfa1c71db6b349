// SPDX-License-Identifier: Apache-2.0
// The server is killed in the middle of a payment: what the window says, and what becomes of the
// money once it is back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/pay/pay_front.h"
#include "tests/gui/pay/terminal.h"

namespace tessera::gui {
namespace {

using testing::HasSubstr;

// It takes eight seconds until an answer is said to be unknown; a server that starts takes the
// event over, and the sandbox tells of a card again after a pause that has doubled while nobody
// was there: on a busy machine that adds up.
constexpr int kBackMillis = 90'000;

class ServerGoneTest : public PayFront {
protected:
    // Whoever comes next has a server, whatever became of this.
    ~ServerGoneTest() override {
        house.relay->hold(false);
        if (!house.stack.serverRuns()) house.restart();
    }
    void SetUp() override {
        start(0, true);
        openShift(front->desk());
        front->store().set(QStringLiteral("reader"), QString::fromStdString(terminal.reader()));
        EXPECT_EQ(room().setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
        ASSERT_TRUE(atPay());
        total = screen().payer().total().minor_units();
        ASSERT_GT(total, 0);
    }
    QString stage() { return front->find<QLabel>("stage")->text(); }
    bool bannerComes() {
        return comes([&] { return front->window().bannerIsShown(); });
    }
    std::string captured() {
        return house.stack.psql(
            "SELECT coalesce(sum(captured), 0) FROM payment_attempt WHERE event_id = " +
            client::eventNumber(sale));
    }
    // It went on by itself, and was paid once.
    void isPaidOnce() {
        ASSERT_TRUE(comes([&] { return screen().payer().stage() == PayStage::Sold; }, kBackMillis))
            << stage().toStdString();
        EXPECT_TRUE(comes([&] { return !front->window().bannerIsShown(); }));
        EXPECT_EQ(house.count("ticket_order", sale), 1);
        EXPECT_EQ(house.count("payment_attempt", sale), 1);
        EXPECT_EQ(captured(), std::to_string(total));
        EXPECT_EQ(integration::seatsInDatabase(house.stack, sale, 2), 2);
        EXPECT_TRUE(comes([&] { return printer.tickets().size() == 2; }));
        front->press(Qt::Key_Return);
        EXPECT_EQ(front->currentId(), QStringLiteral("sell"));
    }

    Terminal terminal{house.stack};
    std::int64_t total = 0;
};

TEST_F(ServerGoneTest, KilledBetweenTheCheckoutAndItsAnswerItIsNotKnownThenPaidOnceByItself) {
    house.relay->hold(true);
    front->type(QString::number(total / 100 + 10));
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return house.count("ticket_order", sale) == 1; }));
    house.stack.killServer();
    house.relay->cut();  // With the answer, where there was time for one.
    house.relay->hold(false);
    EXPECT_TRUE(bannerComes());
    ASSERT_TRUE(comes([&] { return stage().contains(QStringLiteral("Not known")); }, kBackMillis));
    EXPECT_THAT(stage().toStdString(), HasSubstr("take no money"));
    EXPECT_EQ(front->find<QLabel>("left")->text(), QStringLiteral("not known"));
    front->press(Qt::Key_Return);  // Whoever is impatient.
    house.restart();
    isPaidOnce();
    EXPECT_EQ(house.count("tender", sale), 1);
}

TEST_F(ServerGoneTest, KilledBeforeTheCheckoutReachesItItIsPaidOnceOnceTheServerIsBack) {
    house.stack.killServer();
    front->type(QString::number(total / 100 + 10));
    front->press(Qt::Key_Return);
    EXPECT_TRUE(bannerComes());
    ASSERT_TRUE(comes([&] { return stage().contains(QStringLiteral("Not known")); }, kBackMillis));
    EXPECT_EQ(house.count("ticket_order", sale), 0);
    house.restart();
    isPaidOnce();
    EXPECT_EQ(house.count("tender", sale), 1);
}

TEST_F(ServerGoneTest, KilledWhileTheCardIsWaitedForTheCardThatIsTappedThenPaysOnce) {
    front->press(Qt::Key_F7);
    ASSERT_TRUE(comes([&] { return screen().payer().waitsForCard(); }));
    EXPECT_THAT(stage().toStdString(), HasSubstr("Waiting for the card"));
    ASSERT_TRUE(comes([&] { return terminal.isAsking(); }));
    house.stack.killServer();
    EXPECT_TRUE(bannerComes());
    ASSERT_TRUE(terminal.tap());  // The terminal is the provider's: it works on.
    EXPECT_EQ(screen().payer().stage(), PayStage::Waiting);
    house.restart();
    isPaidOnce();
    EXPECT_EQ(screen().payer().change().minor_units(), 0);
}

}  // namespace
}  // namespace tessera::gui
