// SPDX-License-Identifier: Apache-2.0
// Holding, losing, changing and giving back, and what becomes of it when the server does not
// answer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/sale/order_notes.h"
#include "tests/gui/sell/counter.h"

namespace tessera::gui {
namespace {

using sale::CartStage;
using sale::Doing;
using sale::HoldStart;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class SellerTest : public testing::Test {
protected:
    sale::Wish best(int count, std::optional<int> category = {}) {
        return {.counts = {count}, .category = category};
    }
    FakeHouse house;
    Counter counter{house};
};

TEST_F(SellerTest, WhatIsSelectedIsHeldTogetherAndStaysSelected) {
    ASSERT_TRUE(counter.holds({5, 4, 6}));
    EXPECT_THAT(counter.reserved(), ElementsAre(4, 5, 6));
    EXPECT_EQ(counter.cart.reservation().price().total().minor_units(), 3 * 8'900 + 100);
    EXPECT_EQ(counter.seller.hold(), HoldStart::AlreadyHeld);
    EXPECT_EQ(counter.house.calls("CreateReservation"), 1);
    ASSERT_TRUE(comes([&] { return counter.map.state(5).status() == qt::SeatStatus::Held; }));
}

TEST_F(SellerTest, NothingAndTooManyAreRefusedWithoutAskingTheServer) {
    EXPECT_EQ(counter.seller.hold(), HoldStart::Refused);
    counter.map.select({0, 1, 2, 3, 4, 5, 6, 7, 8});
    EXPECT_EQ(counter.seller.hold(), HoldStart::Refused);
    EXPECT_THAT(counter.lastSaid(), HasSubstr("8"));
    EXPECT_EQ(counter.house.calls("CreateReservation"), 0);
    EXPECT_THAT(counter.map.selection(), SizeIs(9));
}

TEST_F(SellerTest, TheBestAreTakenAtOnceInTheirBand) {
    counter.seller.hold(best(4, 1));
    ASSERT_TRUE(counter.settles());
    EXPECT_THAT(counter.reserved(), ElementsAre(128, 129, 130, 131));
    EXPECT_THAT(counter.map.selection(), ElementsAre(128, 129, 130, 131));
}

TEST_F(SellerTest, PlacesOfAnAreaAreTakenByTheirTicketTypes) {
    counter.seller.hold({.counts = {2, 1}, .area = 0});
    ASSERT_TRUE(counter.settles());
    ASSERT_EQ(counter.cart.reservation().areas_size(), 2);
    EXPECT_EQ(counter.cart.reservation().areas(1).ticket_type_no(), 1);
}

TEST_F(SellerTest, WhoLosesIsToldWhichSeatsAndTheOthersStaySelected) {
    counter.house.takeUnseen({5});
    counter.map.select({4, 5, 6});
    EXPECT_EQ(counter.seller.hold(), HoldStart::Started);
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(counter.cart.stage(), CartStage::Empty);
    EXPECT_THAT(counter.map.selection(), ElementsAre(4, 6));
    EXPECT_THAT(counter.lastSaid(), HasSubstr("Stalls, row 1, seat"));

    ASSERT_TRUE(counter.seller.hasInstead());
    counter.seller.bestInstead();
    ASSERT_TRUE(counter.settles());
    EXPECT_THAT(counter.reserved(), ElementsAre(0, 1, 2));
    EXPECT_FALSE(counter.seller.hasInstead());
}

TEST_F(SellerTest, AnExchangeThatIsRefusedLeavesWhatWasHeld) {
    ASSERT_TRUE(counter.holds({10, 11}));
    counter.house.takeUnseen({12});
    counter.map.select({10, 11, 12});
    EXPECT_EQ(counter.seller.hold(), HoldStart::Started);
    ASSERT_TRUE(comes([&] { return counter.cart.stage() == CartStage::Held; }));
    ASSERT_TRUE(counter.settles());
    EXPECT_THAT(counter.reserved(), ElementsAre(10, 11));
    EXPECT_EQ(counter.house.reservationsHeld(), 1);
    EXPECT_THAT(counter.lastSaid(), HasSubstr("Taken by somebody else"));
}

TEST_F(SellerTest, MoreSeatsAreAddedByHoldingAllOfThemAnew) {
    ASSERT_TRUE(counter.holds({10, 11}));
    counter.map.extend({12});
    EXPECT_EQ(counter.seller.hold(), HoldStart::Started);
    ASSERT_TRUE(comes([&] { return counter.reserved().size() == 3; }));
    EXPECT_EQ(counter.house.reservationsHeld(), 1);
}

TEST_F(SellerTest, WhatIsNotKnownIsAskedAgainWithTheSameIdAndTakenOnce) {
    counter.house.fault({.method = "CreateReservation"});
    counter.map.select({20, 21});
    EXPECT_EQ(counter.seller.hold(), HoldStart::Started);
    ASSERT_TRUE(comes([&] { return counter.seller.isUnknown(); }));
    EXPECT_EQ(counter.seller.hold(), HoldStart::Refused) << "nothing else is begun before";
    counter.seller.again();
    ASSERT_TRUE(comes([&] { return counter.cart.stage() == CartStage::Held; }));
    const auto ids = counter.house.requestIds("CreateReservation");
    ASSERT_THAT(ids, SizeIs(2));
    EXPECT_EQ(ids[0], ids[1]);
    EXPECT_EQ(counter.house.reservationsHeld(), 1);
}

TEST_F(SellerTest, WhileAnAnswerIsMissingWhateverElseIsWantedSaysSo) {
    counter.house.fault({.method = "CreateReservation"});
    counter.map.select({20});
    ASSERT_EQ(counter.seller.hold(), HoldStart::Started);
    ASSERT_TRUE(comes([&] { return counter.seller.isUnknown(); }));
    const std::function<void()> wants[] = {[&] { counter.seller.chooseEvent("0fakeevent002"); },
                                           [&] { counter.seller.giveBack(); }};
    for (const auto& want : wants) {
        counter.said.clear();
        want();
        EXPECT_THAT(counter.lastSaid(), HasSubstr("last question is not known yet"));
    }
    EXPECT_EQ(counter.map.selection(), QList<int>{20});
    EXPECT_EQ(counter.cart.canPayOrder(), sale::OrderPayment::AnswerOpen);
    counter.seller.again();
    ASSERT_TRUE(comes([&] { return counter.cart.stage() == CartStage::Held; }));
    EXPECT_EQ(counter.cart.canPayOrder(), sale::OrderPayment::SaleInHand);
}

TEST_F(SellerTest, AnOrderThatIsPaidWhileAnEventIsReadLeavesThatEvent) {
    counter.seller.chooseEvent(kFakeEvent);
    ASSERT_EQ(counter.seller.doing(), Doing::Reading);
    ASSERT_EQ(counter.cart.canPayOrder(), sale::OrderPayment::Possible);
    v1::Event event;
    event.set_event("0fakeevent002");
    v1::Order order;
    order.set_event(event.event());
    order.set_order("order");
    ASSERT_TRUE(counter.cart.payOrder(order, event, {}));
    EXPECT_EQ(counter.seller.doing(), Doing::Nothing);
    bool later = false;  // Than the event's answer.
    counter.desk.ask(client::kGetEvent, v1::GetEventRequest(), &counter.desk,
                     [&later](const client::Answer<v1::Event>&) { later = true; });
    ASSERT_TRUE(comes([&] { return later; }));
    EXPECT_EQ(counter.cart.event().event(), event.event());
    counter.cart.finish({});
    counter.seller.chooseEvent(kFakeEvent);
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(counter.cart.event().event(), kFakeEvent);
}

TEST_F(SellerTest, ANoteThatWhoIsHereMayNotSendIsSaidToWaitAndIsSentByTheNextOne) {
    sale::OrderNotes notes(counter.desk, counter.cart, {});
    QStringList said;
    QObject::connect(&notes, &sale::OrderNotes::said,
                     [&](const QString& text, sale::Tone) { said << text; });
    house.fault({.method = "SetOrderNote", .reason = "PERMISSION_MISSING"});
    ASSERT_TRUE(counter.holds({30}));
    counter.cart.setNote("by the aisle");
    ASSERT_TRUE(counter.cart.startPaying());
    v1::Order order;
    order.set_event(kFakeEvent);
    order.set_order("order");
    counter.cart.checkedOut(order);
    ASSERT_TRUE(comes([&] { return !said.isEmpty(); }));
    EXPECT_THAT(said[0].toStdString(), HasSubstr("waits"));
    constexpr int kTwoTriesLater = 2'500;
    EXPECT_FALSE(comes([&] { return house.calls("SetOrderNote") > 1; }, kTwoTriesLater));
    EXPECT_EQ(notes.waiting(), 1U);
    counter.desk.signIn("cora", "secret", {}, &counter.desk, {});
    ASSERT_TRUE(comes([&] { return notes.waiting() == 0; }));
    const auto ids = house.requestIds("SetOrderNote");
    ASSERT_THAT(ids, SizeIs(2));
    EXPECT_EQ(ids[0], ids[1]);
    EXPECT_THAT(said, SizeIs(1));
}

TEST_F(SellerTest, AnUnknownGivingBackIsAskedAgainToo) {
    ASSERT_TRUE(counter.holds({20, 21}));
    counter.house.fault({.method = "CancelReservation"});
    counter.seller.giveBack();
    ASSERT_TRUE(comes([&] { return counter.seller.isUnknown(); }));
    EXPECT_EQ(counter.cart.stage(), CartStage::Held) << "shown as ours until it is known";
    counter.seller.again();
    ASSERT_TRUE(comes([&] { return counter.cart.stage() == CartStage::Empty; }));
    const auto ids = counter.house.requestIds("CancelReservation");
    ASSERT_THAT(ids, SizeIs(2));
    EXPECT_EQ(ids[0], ids[1]);
}

TEST_F(SellerTest, WhatHasRunOutIsSaidAndTakenAgainByOneKey) {
    counter.house.setHoldSeconds(1);
    sale::HoldClock clock(counter.desk, counter.cart);
    QSignalSpy ranOut(&clock, &sale::HoldClock::ranOut);
    ASSERT_TRUE(counter.holds({30, 31}));
    counter.cart.setNote("by the aisle");
    EXPECT_LE(clock.secondsLeft(), 1);
    ASSERT_TRUE(comes([&] { return counter.cart.stage() == CartStage::Expired; }));
    EXPECT_EQ(ranOut.count(), 1);
    EXPECT_THAT(counter.map.selection(), ElementsAre(30, 31));

    counter.house.setHoldSeconds(300);
    counter.seller.again();
    ASSERT_TRUE(comes([&] { return counter.cart.stage() == CartStage::Held; }));
    EXPECT_THAT(counter.reserved(), ElementsAre(30, 31));
    EXPECT_GT(clock.secondsLeft(), 290);
    EXPECT_EQ(counter.cart.note(), QStringLiteral("by the aisle"));
}

TEST_F(SellerTest, UndoOfTheBestGivesThemBack) {
    counter.seller.hold(best(2));
    ASSERT_TRUE(counter.settles());
    ASSERT_EQ(counter.cart.stage(), CartStage::Held);
    counter.seller.undo();
    ASSERT_TRUE(comes([&] { return counter.cart.stage() == CartStage::Empty; }));
    EXPECT_EQ(counter.house.reservationsHeld(), 0);
    counter.seller.undo();
    EXPECT_THAT(counter.lastSaid(), HasSubstr("nothing to undo"));
}

TEST_F(SellerTest, AnotherEventIsNotChosenWhileSomethingIsReserved) {
    ASSERT_TRUE(counter.holds({30}));
    counter.seller.chooseEvent("0fakeevent002");
    EXPECT_THAT(counter.lastSaid(), HasSubstr("Something is reserved"));
    EXPECT_EQ(counter.cart.event().event(), kFakeEvent);
    EXPECT_EQ(counter.cart.stage(), CartStage::Held);
}

TEST_F(SellerTest, ASaleThatIsBeingPaidForIsNotChanged) {
    ASSERT_TRUE(counter.holds({30}));
    ASSERT_TRUE(counter.cart.startPaying());
    counter.map.select({31});
    EXPECT_EQ(counter.seller.hold(), HoldStart::Refused);
    counter.seller.giveBack();
    counter.seller.undo();
    EXPECT_EQ(counter.cart.stage(), CartStage::Paying);
    EXPECT_EQ(counter.house.calls("CancelReservation"), 0);
    counter.cart.finish({});
    EXPECT_EQ(counter.cart.stage(), CartStage::Empty);
    EXPECT_TRUE(counter.map.selection().isEmpty());
}

TEST(SaleKeeperTest, ARestartFindsOutWhatBecameOfAQuestionAndTakesNothingTwice) {
    FakeHouse house;
    test::TempDir dir("kept");
    const QString folder = QString::fromStdString(dir / ".");
    house.fault({.method = "CreateReservation"});
    {
        Counter before(house, folder);
        before.cart.setNote("by the aisle");
        before.map.select({20, 21});
        EXPECT_EQ(before.seller.hold(), HoldStart::Started);
        ASSERT_TRUE(comes([&] { return before.seller.isUnknown(); }));
    }
    Counter after(house, folder);
    ASSERT_TRUE(comes([&] { return after.cart.stage() == CartStage::Held; }));
    EXPECT_THAT(after.reserved(), ElementsAre(20, 21));
    EXPECT_EQ(after.cart.note(), QStringLiteral("by the aisle"));
    EXPECT_EQ(house.reservationsHeld(), 1);
    const auto ids = house.requestIds("CreateReservation");
    ASSERT_THAT(ids, SizeIs(2));
    EXPECT_EQ(ids[0], ids[1]);
}

TEST(SaleKeeperTest, WhatWasHeldIsHeldOnAfterARestartAndForgottenOnceItIsGivenBack) {
    FakeHouse house;
    test::TempDir dir("kept");
    const QString folder = QString::fromStdString(dir / ".");
    {
        Counter before(house, folder);
        ASSERT_TRUE(before.holds({40, 41}));
    }
    {
        Counter after(house, folder);
        ASSERT_TRUE(comes([&] { return after.cart.stage() == CartStage::Held; }));
        EXPECT_THAT(after.reserved(), ElementsAre(40, 41));
        after.seller.giveBack();
        ASSERT_TRUE(comes([&] { return after.cart.stage() == CartStage::Empty; }));
    }
    sale::Cart cart;
    EXPECT_FALSE(sale::SaleKeeper(folder, cart).read());
    EXPECT_EQ(house.reservationsHeld(), 0);
}

TEST(SaleKeeperTest, WhatWasCheckedOutBeforeARestartIsSaidAndIsThereToBePaid) {
    FakeHouse house;
    test::TempDir dir("kept");
    const QString folder = QString::fromStdString(dir / ".");
    {
        Counter before(house, folder);
        ASSERT_TRUE(before.holds({40, 41}));
    }
    house.checkOutAll();
    Counter after(house, folder);
    ASSERT_TRUE(comes([&] { return after.cart.stage() == CartStage::Paying; }));
    EXPECT_THAT(after.said.join(QStringLiteral("|")).toStdString(),
                HasSubstr("was checked out. See how its order stands"));
    EXPECT_THAT(after.cart.reservation().order(), HasSubstr("order of"));
}

TEST(SaleKeeperTest, AFileThatIsNoneIsNotReadAndSetAside) {
    test::TempDir dir("kept");
    QFile file(QString::fromStdString(dir / "sale_in_hand"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("not a sale");
    file.close();
    sale::Cart cart;
    const sale::SaleKeeper keeper(QString::fromStdString(dir / "."), cart);
    EXPECT_FALSE(keeper.read());
    EXPECT_TRUE(keeper.hasSetAside());
    EXPECT_TRUE(QFile::exists(QString::fromStdString(dir / "sale_in_hand.unread")));
}

}  // namespace
}  // namespace tessera::gui
