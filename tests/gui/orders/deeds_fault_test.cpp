// SPDX-License-Identifier: Apache-2.0
// What goes wrong after a sale: answers that never came, approvals that come late, two at once, an
// event that is cancelled meanwhile.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/orders/order_words.h"
#include "tests/gui/late_approval.h"
#include "tests/gui/orders/orders_till.h"

namespace tessera::gui {
namespace {

using client::House;
using orders::DeedStage;
using testing::HasSubstr;

class DeedsFaultTest : public testing::Test {
protected:
    ~DeedsFaultTest() override { house.relay->hold(false); }

    QString folder() const { return QString::fromStdString(dir_ / "till"); }
    std::unique_ptr<OrdersTill> till(bool relayed = false) {
        const std::uint16_t port = relayed ? house.relay->port() : house.stack.ports().staff;
        return std::make_unique<OrdersTill>(folder(), port, house.supervisor);
    }
    static const integration::Sale& sale() {
        static const integration::Sale made = makeLenientSale();
        return made;
    }

    House& house = House::shared();

private:
    test::TempDir dir_{"deeds"};
};

TEST_F(DeedsFaultTest, ARefundWhoseAnswerIsCutOffIsSaidToBeUnknownAndIsDoneOnce) {
    const v1::Order order = sellForCash(sale(), {150});
    const auto at = till(true);
    ASSERT_TRUE(at->opens(order));
    house.relay->hold(true);
    ASSERT_TRUE(at->deeds.refund(at->all(), false));
    ASSERT_TRUE(comes([&] { return at->deeds.stage() == DeedStage::Unknown; }));
    EXPECT_THAT(at->lastSaid(), HasSubstr("not known"));
    EXPECT_FALSE(at->deeds.setNote("meanwhile")) << "nothing else is done before";
    ASSERT_TRUE(comes([&] { return refundsOf(order) == 1; }));
    house.relay->cut();
    house.relay->hold(false);
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Taken back"));
    ASSERT_TRUE(comes([&] { return at->all().empty(); }));
    EXPECT_EQ(refundsOf(order), 1);
}

TEST_F(DeedsFaultTest, AfterARestartTheAppFindsOutWhatBecameOfARefund) {
    const v1::Order order = sellForCash(sale(), {152});
    auto at = till(true);
    ASSERT_TRUE(at->opens(order));
    house.relay->hold(true);
    ASSERT_TRUE(at->deeds.refund(at->all(), false));
    ASSERT_TRUE(comes([&] { return refundsOf(order) == 1; }));
    at.reset();  // Whatever was on its way is lost with it.
    house.relay->cut();
    house.relay->hold(false);
    at = till();
    EXPECT_EQ(at->stageAtStart, DeedStage::Unknown);
    ASSERT_TRUE(at->becomesIdle());
    ASSERT_TRUE(comes([&] { return at->order.isRead(); })) << "the order it was about is shown";
    EXPECT_EQ(at->order.order(), order.order());
    EXPECT_EQ(refundsOf(order), 1);
    EXPECT_FALSE(at->journal.read().has_value());
}

TEST_F(DeedsFaultTest, ANameThatWasOfferedAndNotTakenBeforeARestartIsTakenAfterIt) {
    const v1::Order order = sellForCash(sale(), {154});
    auto at = till();
    orders::Deed deed;
    deed.offer.set_event(order.event());
    deed.offer.set_order(order.order());
    deed.offer.set_request_id(at->desk.newRequestId());
    deed.accept.set_event(order.event());
    deed.accept.set_order(order.order());
    deed.accept.set_name("Ida Falke");
    ASSERT_TRUE(at->journal.write(deed));
    at.reset();
    at = till();
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Ida Falke"));
    ASSERT_TRUE(comes([&] { return at->tickets.rowCount() == 2; }));
}

TEST_F(DeedsFaultTest, OfTwoWhoRefundTheSameTicketTheSecondIsToldAndSeesTheOrderAsItIs) {
    const v1::Order order = sellForCash(sale(), {156});
    const auto one = till();
    test::TempDir dir("other");
    OrdersTill other(QString::fromStdString(dir / "till"), house.stack.ports().staff,
                     house.supervisor, 1);
    ASSERT_TRUE(one->opens(order));
    ASSERT_TRUE(other.opens(order));
    const auto tickets = other.all();
    ASSERT_TRUE(one->deeds.refund(one->all(), false));
    ASSERT_TRUE(one->becomesIdle());
    ASSERT_TRUE(other.deeds.refund(tickets, false));
    ASSERT_TRUE(other.becomesIdle());
    EXPECT_THAT(other.lastSaid(), HasSubstr("void already"));
    ASSERT_TRUE(comes([&] { return other.all().empty(); }));
    EXPECT_EQ(refundsOf(order), 1);
}

TEST_F(DeedsFaultTest, AnApprovalThatComesLateTakesNothingBackSaysSoAndTheNextOneDoes) {
    const v1::Order order = sellForCash(sale(), {160});
    OrdersTill at(folder(), house.stack.ports().staff, house.cashier);
    ASSERT_TRUE(at.opens(order));
    const auto tickets = at.all();
    const std::int64_t worth = at.deeds.worthOf(tickets);
    ASSERT_TRUE(at.deeds.refund(tickets, false, threeMinutesEarlier(at.approval(order, worth))));
    ASSERT_TRUE(at.becomesIdle());
    EXPECT_THAT(at.lastSaid(), HasSubstr("too late"));
    EXPECT_EQ(refundsOf(order), 0);
    ASSERT_TRUE(at.deeds.refund(tickets, false, at.approval(order, worth)));
    ASSERT_TRUE(comes([&] { return refundsOf(order) == 1; }));
    ASSERT_TRUE(at.becomesIdle());
}

TEST_F(DeedsFaultTest, OfAnEventThatIsCancelledMeanwhileMoneyGoesBackByItselfAndNothingElseIsDone) {
    const integration::Sale lost = makeLenientSale();
    const v1::Order order = sellByCard(lost, {158});
    const auto at = till();
    ASSERT_TRUE(at->opens(order));
    const auto tickets = at->all();
    cancelEvent(lost);
    ASSERT_TRUE(at->deeds.transfer(tickets, "Adele", {}));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("cancelled"));
    ASSERT_TRUE(at->opens(order));
    ASSERT_TRUE(comes([&] {
        at->order.read();
        return at->all().empty();
    }));
    ASSERT_TRUE(comes([&] {
        return at->money.rowCount() == 2 &&
               at->text(at->money, 1, orders::MoneyModel::State) == "is back";
    }));
    EXPECT_EQ(at->text(at->money, 1, orders::MoneyModel::Why), "event cancelled");
    EXPECT_THAT(orders::disruptionText(at->order.event(), QLocale()).toStdString(),
                HasSubstr("cancelled"));
}

}  // namespace
}  // namespace tessera::gui
