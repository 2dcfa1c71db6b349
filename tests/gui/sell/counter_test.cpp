// SPDX-License-Identifier: Apache-2.0
// The sell screen on a real server and PostgreSQL, by the keys that staff presses.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/sell/sell_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "shared/qt/desk/approval_dialog.h"
#include "shared/qt/seat_map/seat_map_view.h"
#include "tests/gui/front.h"

namespace tessera::gui {
namespace {

using client::House;
using sale::CartStage;
using testing::HasSubstr;

// Where the money is taken: another screen's tests.
class TillDrawer : public boxoffice::Screen {
public:
    explicit TillDrawer(boxoffice::Workplace& workplace) : Screen("pay", workplace) {}
    QString title() const override { return "Pay"; }
    bool isInMenu() const override { return false; }
    void homeFocus() override { setFocus(); }
    void retranslate() override {}
};

boxoffice::ScreenList screens() {
    return {boxoffice::screenOf<boxoffice::EnrolScreen>(),
            boxoffice::screenOf<boxoffice::SigninScreen>(),
            boxoffice::screenOf<boxoffice::SellScreen>(), boxoffice::screenOf<TillDrawer>()};
}

class CounterTest : public testing::Test {
protected:
    ~CounterTest() override { house.relay->hold(false); }
    // At the till `device`, with the event of before.
    std::unique_ptr<Front> atCounter(int device, const client::Account& account,
                                     bool relayed = false) {
        const std::uint16_t port = relayed ? house.relay->port() : house.stack.ports().staff;
        auto front = std::make_unique<Front>(port, device, screens());
        front->window().workplace().setEvent({sale.event, "Evening"});
        EXPECT_TRUE(front->signIn(account));
        EXPECT_TRUE(comes([&] { return !cartOf(*front).event().event().empty(); }));
        return front;
    }
    static sale::Cart& cartOf(Front& front) { return sale::Cart::of(front.window().workplace()); }
    static bool becomes(Front& front, CartStage stage) {
        return comes([&] { return cartOf(front).stage() == stage; });
    }
    // The one that is asked for at this till; null: none comes.
    static qt::ApprovalDialog* dialogOf(Front& front) {
        qt::ApprovalDialog* found = nullptr;
        const bool shown = comes([&] {
            found = front.window().findChild<qt::ApprovalDialog*>();
            return found != nullptr && found->isVisible();
        });
        return shown ? found : nullptr;
    }
    static qt::SeatMapView* mapOf(Front& front) { return front.find<qt::SeatMapView>("map"); }
    static bool hasMap(Front& front) {
        auto* const bands = front.find<QTableView>("bands");
        return comes([&] { return bands->model()->rowCount() > 0; });
    }

    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
};

TEST_F(CounterTest, TheTwoBestAreHeldByTwoKeysAndAreAtThePayScreenByTheThird) {
    const auto front = atCounter(0, house.cashier);
    EXPECT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("quick"));
    front->type("2");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(becomes(*front, CartStage::Held));
    ASSERT_EQ(cartOf(*front).reservation().seats_size(), 2);
    EXPECT_EQ(cartOf(*front).reservation().seats(0).seat_no() + 1,
              cartOf(*front).reservation().seats(1).seat_no());
    EXPECT_EQ(integration::seatsInDatabase(house.stack, sale, 1), 2);
    EXPECT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("quick"));
    EXPECT_TRUE(front->find<QLineEdit>("quick")->text().isEmpty());
    front->press(Qt::Key_Return);
    EXPECT_EQ(front->currentId(), QStringLiteral("pay"));
    EXPECT_EQ(cartOf(*front).stage(), CartStage::Paying);
}

TEST_F(CounterTest, OfTwoStaffOnOneSeatTheLoserIsToldAndTakesTheBestByOneKey) {
    const auto first = atCounter(0, house.cashier);
    const auto second = atCounter(1, house.supervisor);
    for (Front* const each : {first.get(), second.get()}) {
        ASSERT_TRUE(hasMap(*each));
        mapOf(*each)->setFocus();
        QTest::keyClick(mapOf(*each), Qt::Key_Right);
        QTest::keyClick(mapOf(*each), Qt::Key_Space);
    }
    QTest::keyClick(mapOf(*first), Qt::Key_Return);
    ASSERT_TRUE(becomes(*first, CartStage::Held));
    QTest::keyClick(mapOf(*second), Qt::Key_Return);
    auto* const message = second->find<QLabel>("quick_message");
    ASSERT_TRUE(comes([&] { return !message->text().isEmpty(); }));
    EXPECT_THAT(message->text().toStdString(), HasSubstr("Taken by somebody else"));
    EXPECT_EQ(cartOf(*second).stage(), CartStage::Empty);
    second->window().actions().find("sell.instead")->trigger();
    ASSERT_TRUE(becomes(*second, CartStage::Held));
    EXPECT_EQ(integration::seatsInDatabase(house.stack, sale, 1), 2);
    second->window().actions().find("sell.give_back")->trigger();
    ASSERT_TRUE(becomes(*second, CartStage::Empty));
    EXPECT_EQ(integration::seatsInDatabase(house.stack, sale, 1), 1);
}

TEST_F(CounterTest, OfASeatThatAnotherTillHoldsItIsSaidWhoHasItWhereAndForHowLong) {
    const auto first = atCounter(0, house.cashier);
    first->type("2");
    first->press(Qt::Key_Return);
    ASSERT_TRUE(becomes(*first, CartStage::Held));
    const int seat = cartOf(*first).reservation().seats(0).seat_no();
    const auto second = atCounter(1, house.supervisor);
    ASSERT_TRUE(hasMap(*second));
    const auto says = [&](Front& front, const char* what) {
        auto* const line = front.find<QLabel>("seat_line");
        const QRegularExpression wanted{QLatin1String(what)};
        return comes([&] {
            if (line->text().contains(wanted)) return true;
            // The map may not be told yet: who looks again asks again.
            if (!line->text().contains("Held")) Q_EMIT mapOf(front)->lookedAt(seat);
            return false;
        });
    };
    EXPECT_TRUE(says(*second, R"(Held by cora at Till by the door until .+, \d+:\d\d left\.)"));
    EXPECT_TRUE(says(*first, "Held here until "));
    second->window().actions().find("sell.table")->trigger();
    EXPECT_TRUE(says(*second, "Held by cora at Till by the door"));
}

TEST_F(CounterTest, WhatIsTypedIsThereAfterTheSessionWasAnothers) {
    const auto front = atCounter(0, house.cashier);
    front->type("4");
    front->find<QLineEdit>("note")->setFocus();
    front->type("by the aisle");
    front->desk().lock();
    ASSERT_EQ(front->currentId(), QStringLiteral("signin"));
    ASSERT_TRUE(front->signIn(house.cashier));
    EXPECT_EQ(front->currentId(), QStringLiteral("sell"));
    EXPECT_EQ(front->find<QLineEdit>("quick")->text(), QStringLiteral("4"));
    EXPECT_EQ(front->find<QLineEdit>("note")->text(), QStringLiteral("by the aisle"));
    EXPECT_EQ(cartOf(*front).note(), QStringLiteral("by the aisle"));
}

TEST_F(CounterTest, AServerThatIsGoneIsSaidAndTheSaleGoesOnByItselfOnceItIsBack) {
    Front front(house.relay->port(), 0, screens());
    front.window().workplace().setEvent({sale.event, "Evening"});
    ASSERT_TRUE(front.signIn(house.cashier));
    ASSERT_TRUE(comes([&] { return !cartOf(front).event().event().empty(); }));
    house.stack.killServer();
    front.type("2");
    front.press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return front.window().bannerIsShown(); }));
    EXPECT_EQ(front.find<QLineEdit>("quick")->text(), QStringLiteral("2"));
    EXPECT_EQ(cartOf(front).stage(), CartStage::Empty);
    house.restart();
    ASSERT_TRUE(becomes(front, CartStage::Held));
    EXPECT_EQ(house.count("reservation", sale), 1);
    EXPECT_EQ(integration::seatsInDatabase(house.stack, sale, 1), 2);
}

TEST_F(CounterTest, WhatIsTypedStaysWhateverElseIsAnsweredMeanwhile) {
    const auto front = atCounter(0, house.cashier, true);
    front->type("2");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(becomes(*front, CartStage::Held));
    auto* const message = front->find<QLabel>("quick_message");
    auto* const line = front->find<QLineEdit>("ask_first");
    const std::int64_t before = cartOf(*front).reservation().price().total().minor_units();
    const auto isAnswered = [&] {
        return comes([&] {
            return cartOf(*front).reservation().price().total().minor_units() != before &&
                   message->text().contains("New total");
        });
    };
    house.relay->hold(true);
    front->press(Qt::Key_F3);
    front->press(Qt::Key_F9);
    front->type("Press");
    house.relay->hold(false);
    ASSERT_TRUE(isAnswered()) << message->text().toStdString();
    EXPECT_TRUE(line->isVisible());
    EXPECT_EQ(line->text(), QStringLiteral("Press"));

    // Its own answer closes it, and that of one that was left does not close the next.
    house.relay->hold(true);
    front->press(Qt::Key_F8);
    front->press(Qt::Key_Return);
    front->press(Qt::Key_Escape);
    front->press(Qt::Key_F9);
    front->type("Radio");
    message->clear();
    house.relay->hold(false);
    ASSERT_TRUE(isAnswered());
    EXPECT_TRUE(line->isVisible());
    EXPECT_EQ(line->text(), QStringLiteral("Radio"));
    front->press(Qt::Key_F8);
    front->press(Qt::Key_Return);
    EXPECT_TRUE(comes([&] { return !line->isVisible(); }));
}

TEST_F(CounterTest, APriceThatNobodyApprovesForTheNextHoldIsLeftByEscAndItIsSaid) {
    sale = integration::makeSale(house.stack, {.holdSeconds = 10});
    const char* const pin = "482913";
    const auto till = house.till(1);
    ASSERT_TRUE(till->signIn(house.supervisor).done());
    v1::SetPinRequest set;
    set.set_password(house.supervisor.password);
    set.set_pin(pin);
    client::Awaited<v1::StaffSession> answered;
    till->client->setPin(set, answered.callback());
    ASSERT_TRUE(answered.get().done());

    const auto front = atCounter(0, house.cashier);
    front->type("2");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(becomes(*front, CartStage::Held));
    const auto total = [&] { return cartOf(*front).reservation().price().total().minor_units(); };
    const std::int64_t before = total();
    front->press(Qt::Key_F9);
    front->type("Press");
    front->press(Qt::Key_Return);
    ASSERT_NE(dialogOf(*front), nullptr);
    const auto fields = dialogOf(*front)->findChildren<QLineEdit*>();
    QTest::keyClicks(fields[0], QString::fromStdString(house.supervisor.login));
    QTest::keyClicks(fields[1], pin);
    QTest::keyClick(fields[1], Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return total() != before; }));

    ASSERT_TRUE(becomes(*front, CartStage::Expired));
    front->window().activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&front->window()));
    front->find<QLineEdit>("quick")->setFocus();
    front->press(Qt::Key_Return);
    ASSERT_NE(dialogOf(*front), nullptr) << "the same places, and somebody approves it again";
    QTest::keyClick(dialogOf(*front), Qt::Key_Escape);
    auto* const message = front->find<QLabel>("quick_message");
    EXPECT_TRUE(comes([&] { return message->text().contains("not approved"); }))
        << message->text().toStdString();
    EXPECT_EQ(total(), before);
}

TEST_F(CounterTest, WhatTheQuickLineCannotTakeIsSaidThereAndStays) {
    const auto front = atCounter(0, house.cashier);
    front->type("99");
    front->press(Qt::Key_Return);
    auto* const message = front->find<QLabel>("quick_message");
    EXPECT_THAT(message->text().toStdString(), HasSubstr("10"));
    EXPECT_EQ(front->find<QLineEdit>("quick")->text(), QStringLiteral("99"));
    EXPECT_EQ(cartOf(*front).stage(), CartStage::Empty);
}

}  // namespace
}  // namespace tessera::gui
