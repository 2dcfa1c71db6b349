// SPDX-License-Identifier: Apache-2.0
// What becomes of a shift where answers are lost, the app is restarted, and cash is under way.
#include "shared/qt/till/shift_work.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/till/shift_opener.h"
#include "shared/qt/till/shift_reports.h"
#include "tests/gui/money/money_till.h"

namespace tessera::gui {
namespace {

using testing::HasSubstr;
using till::ShiftField;
using till::ShiftStage;

// The presenter at a device, without a window; a second one on its folder is the app after a
// restart.
struct WorkTill {
    WorkTill(const QString& folder, std::uint16_t port, int device, const client::Account& account)
        : store(folder), work(desk, folder, client::Millis(700)) {
        QObject::connect(&work, &till::ShiftWork::said,
                         [this](const QString& text, sale::Tone) { said << text; });
        QObject::connect(&work, &till::ShiftWork::drawerWanted, [this] { ++pulses; });
        QObject::connect(
            &work, &till::ShiftWork::approvalNeeded,
            [this](const till::ApprovalAsked& wanted) { approvals.push_back(wanted); });
        QObject::connect(&desk, &qt::Desk::sessionChanged, [this] { work.goOn(); });
        stageAtStart = work.stage();
        const client::House& house = client::House::shared();
        desk.connectTo(house.endpoint(port, house.identities.at(static_cast<std::size_t>(device))));
        signIn(account);
    }
    void signIn(const client::Account& account) {
        desk.lock();
        desk.signIn(QString::fromStdString(account.login), QString::fromStdString(account.password),
                    {}, &desk, {});
        EXPECT_TRUE(comes([&] { return desk.isSignedIn(); }));
    }
    bool sees(v1::Shift::State state) {
        return comes([&] {
            return work.seen() == till::ShiftSeen::Here && work.shift().state() == state &&
                   !work.isUnderWay();
        });
    }
    bool becomes(ShiftStage stage) {
        return comes([&] { return work.stage() == stage; });
    }
    std::string lastSaid() const { return said.isEmpty() ? "" : said.last().toStdString(); }

    qt::DeskStore store;
    qt::Desk desk{"boxoffice/1.0.0"};
    till::ShiftWork work;
    QStringList said;
    std::vector<till::ApprovalAsked> approvals;
    int pulses = 0;
    ShiftStage stageAtStart = ShiftStage::Idle;
};

class ShiftWorkTest : public testing::Test {
protected:
    ~ShiftWorkTest() override { house.relay->hold(false); }

    std::unique_ptr<WorkTill> till(std::uint16_t port, int device, const client::Account& account) {
        return std::make_unique<WorkTill>(QString::fromStdString(dir_ / "till"), port, device,
                                          account);
    }
    std::unique_ptr<WorkTill> till(int device) {
        return till(house.stack.ports().staff, device, house.cashier);
    }
    std::string entriesOf(const std::string& device) {
        return house.stack.psql(
            "SELECT count(*) FROM drawer_entry JOIN shift USING (shift_id) JOIN device USING "
            "(device_id) WHERE name = '" +
            device + "'");
    }
    static v1::CurrencyCount countOf(std::int64_t minor) {
        v1::CurrencyCount count;
        count.set_currency_code("EUR");
        for (const std::int64_t worth : payment::denominationsOf("EUR")) {
            v1::Denomination& each = *count.add_denominations();
            each.set_minor_units(worth);
            each.set_count(static_cast<std::int32_t>(minor / worth));
            minor %= worth;
        }
        return count;
    }

    client::House& house = client::House::shared();

private:
    test::TempDir dir_{"work"};
};

TEST_F(ShiftWorkTest, WhatWasAskedBeforeARestartIsFoundOutAndDoneOnceWithoutTheDrawer) {
    const std::string device = "Till of the restart";
    const int number = newDevice(device);
    {
        const auto at = till(house.relay->port(), number, house.cashier);
        openShift(at->desk);
        at->work.read();
        ASSERT_TRUE(at->sees(v1::Shift::OPEN));
        EXPECT_EQ(at->work.add({v1::DrawerEntry::PAID_IN, "0", "EUR", "Coins"}),
                  ShiftField::Amount);
        EXPECT_THAT(at->lastSaid(), HasSubstr("more than 0"));
        EXPECT_EQ(at->work.add({v1::DrawerEntry::PAID_IN, "5", "EUR", " "}), ShiftField::Reason);
        EXPECT_EQ(at->work.add({v1::DrawerEntry::PAID_IN, "5", "EUR", QString(201, u'x')}),
                  ShiftField::Reason);
        house.relay->hold(true);
        ASSERT_EQ(at->work.add({v1::DrawerEntry::PAID_IN, "50", "EUR", "Coins"}), ShiftField::None);
        ASSERT_TRUE(at->becomes(ShiftStage::Unknown));
        EXPECT_THAT(at->lastSaid(), HasSubstr("not known"));
        // Nothing else is begun before that is known.
        EXPECT_EQ(at->work.add({v1::DrawerEntry::PAID_IN, "1", "EUR", "More"}), ShiftField::Other);
        ASSERT_TRUE(comes([&] { return entriesOf(device) == "1"; }));
        house.relay->cut();
    }
    house.relay->hold(false);
    const auto again = till(number);
    EXPECT_EQ(again->stageAtStart, ShiftStage::Unknown);
    ASSERT_TRUE(again->sees(v1::Shift::OPEN)) << again->lastSaid();
    EXPECT_EQ(again->work.shift().entries_size(), 1);
    EXPECT_EQ(entriesOf(device), "1");
    EXPECT_EQ(again->pulses, 0);
    EXPECT_EQ(till(number)->stageAtStart, ShiftStage::Idle);
}

TEST_F(ShiftWorkTest, AColleaguesCountWhoseAnswerIsLostIsFoundOutAfterARestartAndCountedOnce) {
    const std::string away = "Till that is counted from afar";
    std::string shift;
    {
        const auto theirs = till(house.stack.ports().staff, newDevice(away), house.cashier);
        openShift(theirs->desk);
        theirs->work.read();
        ASSERT_TRUE(theirs->sees(v1::Shift::OPEN));
        shift = theirs->work.shift().shift();
    }
    const int number = newDevice("Till that counts from afar");
    {
        const auto at = till(house.relay->port(), number, house.supervisor);
        at->work.lookAt(shift);
        ASSERT_TRUE(at->sees(v1::Shift::OPEN)) << at->lastSaid();
        house.relay->hold(true);
        ASSERT_EQ(at->work.count({countOf(19'900)}), ShiftField::None);
        ASSERT_TRUE(comes([&] {
            return house.stack.psql(
                       "SELECT state FROM shift JOIN device USING (device_id) "
                       "WHERE name = '" +
                       away + "'") == "3";
        }));
        EXPECT_TRUE(at->work.isUnderWay());
    }
    house.relay->cut();
    house.relay->hold(false);
    const auto at = till(house.relay->port(), number, house.supervisor);
    EXPECT_EQ(at->stageAtStart, ShiftStage::Unknown);
    ASSERT_TRUE(at->sees(v1::Shift::COUNTED)) << at->lastSaid();
    EXPECT_EQ(at->work.shift().shift(), shift);
    EXPECT_TRUE(at->work.isElsewhere());
    EXPECT_EQ(at->work.difference(), 100);
    EXPECT_EQ(at->said.filter(QStringLiteral("not known")).size(), 0);
    at->work.lookAway();
    EXPECT_TRUE(comes([&] { return at->work.seen() == till::ShiftSeen::None; }));
}

TEST_F(ShiftWorkTest, ADrawerIsOpenedOnceHoweverOftenItIsAskedFor) {
    givePin();
    const std::string device = "Till of the pulse";
    const int number = newDevice(device);
    const auto at = till(house.relay->port(), number, house.cashier);
    openShift(at->desk);
    at->work.read();
    ASSERT_TRUE(at->sees(v1::Shift::OPEN));
    ASSERT_EQ(at->work.add({v1::DrawerEntry::NO_SALE, "", "", "Change"}), ShiftField::None);
    ASSERT_TRUE(comes([&] { return !at->approvals.empty(); })) << at->lastSaid();
    EXPECT_EQ(at->approvals[0].permission, "open_drawer");
    EXPECT_EQ(at->pulses, 0);
    v1::ApproveRequest wish;
    wish.set_login(house.supervisor.login);
    wish.set_pin(kPin);
    wish.set_permission(at->approvals[0].permission);
    wish.set_subject(at->approvals[0].shift);
    const auto token = asked(at->desk, client::kApprove, wish);
    ASSERT_TRUE(token.done()) << qt::refusalText(token.refusal).toStdString();
    house.relay->hold(true);
    at->work.approve(token.value.token());
    ASSERT_TRUE(at->becomes(ShiftStage::Unknown));
    ASSERT_TRUE(comes([&] { return entriesOf(device) == "1"; }));
    EXPECT_EQ(at->pulses, 0);
    house.relay->cut();
    house.relay->hold(false);
    ASSERT_TRUE(at->sees(v1::Shift::OPEN));
    EXPECT_EQ(at->pulses, 1);
    EXPECT_EQ(entriesOf(device), "1");
}

TEST_F(ShiftWorkTest, ACountWaitsForCashUnderWayAndIsHandedOverWhenItIsEven) {
    const integration::Sale sale = integration::makeSale(house.stack);
    const std::string device = "Till of the wait";
    const int number = newDevice(device);
    const auto at = till(number);
    openShift(at->desk);
    const v1::Order order = sellForCash(at->desk, sale, {40, 41}, 500);
    at->work.read();
    ASSERT_TRUE(at->sees(v1::Shift::OPEN));
    EXPECT_EQ(at->work.count({countOf(20'500)}), ShiftField::None);
    ASSERT_TRUE(at->becomes(ShiftStage::Busy)) << at->lastSaid();
    EXPECT_THAT(at->lastSaid(), HasSubstr("under way: 1"));
    ASSERT_TRUE(comes([&] { return at->work.shift().state() == v1::Shift::COUNTING; }));
    EXPECT_EQ(at->work.shift().balances_size(), 0);
    v1::AddTenderRequest rest;
    rest.set_event(order.event());
    rest.set_order(order.order());
    rest.set_request_id(at->desk.newRequestId());
    rest.mutable_tender()->set_kind(v1::GIFT_CARD);
    rest.mutable_tender()->set_gift_card_code(giftCard(100'000));
    ASSERT_TRUE(asked(at->desk, client::kAddTender, rest).done());
    ASSERT_TRUE(at->sees(v1::Shift::COUNTED)) << at->lastSaid();
    EXPECT_EQ(at->work.difference(), 0);
    EXPECT_EQ(at->work.close("", "nobody-of-that-name"), ShiftField::None);
    ASSERT_TRUE(comes([&] { return !at->work.isUnderWay(); }));
    EXPECT_THAT(at->lastSaid(), HasSubstr("Hand over to"));
    EXPECT_EQ(at->work.close("", QString::fromStdString(house.supervisor.login)), ShiftField::None);
    ASSERT_TRUE(at->sees(v1::Shift::CLOSED)) << at->lastSaid();
    EXPECT_EQ(floatsOf(device), "20000 20500");
    EXPECT_TRUE(at->approvals.empty());
    EXPECT_FALSE(at->work.shift().next_shift().empty());
    // The colleague's shift is nothing of the cashier's; the supervisor finds it.
    at->signIn(house.supervisor);
    EXPECT_TRUE(at->sees(v1::Shift::OPEN));
}

}  // namespace
}  // namespace tessera::gui
