// SPDX-License-Identifier: Apache-2.0
// Deeds whose answer was lost, at a till that is started anew and where somebody else signs in who
// may not do them alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtCore/QFile>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/payment/papers.h"
#include "shared/qt/payment/print_room.h"
#include "tests/gui/orders/orders_till.h"
#include "tests/print/fake_printer/fake_printer.h"

namespace tessera::gui {
namespace {

using client::House;
using orders::DeedKind;
using orders::DeedStage;
using testing::HasSubstr;

class LeftDeedsTest : public testing::Test {
protected:
    ~LeftDeedsTest() override { house.relay->hold(false); }

    QString folder() const { return QString::fromStdString(dir_ / "till"); }
    std::unique_ptr<OrdersTill> till(const client::Account& account, bool relayed = false) {
        const std::uint16_t port = relayed ? house.relay->port() : house.stack.ports().staff;
        return std::make_unique<OrdersTill>(folder(), port, account);
    }
    // A refund by a cashier that was done, and of which the till knows nothing.
    void loseARefund(const v1::Order& order) {
        auto at = till(house.cashier, true);
        ASSERT_TRUE(at->opens(order));
        const auto tickets = at->all();
        const std::string token = at->approval(order, at->deeds.worthOf(tickets));
        house.relay->hold(true);
        ASSERT_TRUE(at->deeds.refund(tickets, false, token));
        ASSERT_TRUE(comes([&] { return refundsOf(order) == 1; }));
        at.reset();  // The app is gone, and whatever was on its way.
        house.relay->cut();
        house.relay->hold(false);
    }
    // One that was kept, and never reached the server.
    void keep(orders::Deed deed) {
        const auto at = till(house.cashier);
        const std::string id = at->desk.newRequestId();
        if (!deed.refund.order().empty()) deed.refund.set_request_id(id);
        if (!deed.settle.order().empty()) deed.settle.set_request_id(id);
        if (!deed.exchange.order().empty()) deed.exchange.set_request_id(id);
        ASSERT_TRUE(at->journal.write(deed));
    }
    static orders::Deed refundOf(const v1::Order& order) {
        orders::Deed deed;
        deed.refund.set_event(order.event());
        deed.refund.set_order(order.order());
        for (const v1::Ticket& each : ticketsOf(order)) deed.refund.add_tickets(each.ticket());
        return deed;
    }
    static const integration::Sale& sale() {
        static const integration::Sale made = makeLenientSale();
        return made;
    }

    House& house = House::shared();

private:
    test::TempDir dir_{"left"};
};

TEST_F(LeftDeedsTest, ARefundWhoseAnswerIsLostIsFoundOutByAnotherCashierAndWasDoneOnce) {
    const v1::Order order = sellForCash(sale(), {150});
    ASSERT_NO_FATAL_FAILURE(loseARefund(order));
    house.killAndRestart();  // Nor does the server remember more than it has written.
    const auto at = till(house.leaver);
    EXPECT_EQ(at->stageAtStart, DeedStage::Unknown);
    ASSERT_TRUE(at->waits()) << at->lastSaid();
    EXPECT_THAT(at->lastSaid(), HasSubstr("not known"));
    EXPECT_THAT(at->lastSaid(), HasSubstr("must approve"));
    EXPECT_TRUE(at->journal.read().has_value());
    const auto wait = at->deeds.waitsFor();
    EXPECT_TRUE(wait.approval);
    EXPECT_FALSE(wait.notDone);
    EXPECT_EQ(wait.kind, DeedKind::Refund);
    EXPECT_EQ(wait.tickets, 1);
    EXPECT_EQ(wait.most.minor_units(), ticketsOf(order)[0].price().minor_units());
    EXPECT_FALSE(at->deeds.setNote("meanwhile")) << "nothing else is done before";
    at->deeds.approve(at->approval(order, wait.most.minor_units()));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Taken back"));
    EXPECT_EQ(refundsOf(order), 1);
    EXPECT_FALSE(at->journal.read().has_value());
}

TEST_F(LeftDeedsTest, ARefundThatNeverReachedTheServerIsDoneOnceByAnotherCashiersApproval) {
    const v1::Order order = sellForCash(sale(), {152});
    ASSERT_NO_FATAL_FAILURE(keep(refundOf(order)));
    const auto at = till(house.leaver);
    ASSERT_TRUE(at->waits()) << at->lastSaid();
    const std::string id = at->journal.read()->requestId();
    EXPECT_EQ(refundsOf(order), 0);
    at->deeds.approve(at->approval(order, at->deeds.waitsFor().most.minor_units()));
    EXPECT_EQ(at->journal.read()->requestId(), id) << "the same request";
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Taken back"));
    EXPECT_EQ(refundsOf(order), 1);
}

TEST_F(LeftDeedsTest, AnApprovalOfWhoHasGoneSaysNothingAndAnotherIsAskedForOnTheSpot) {
    const v1::Order order = sellForCash(sale(), {154});
    const auto at = till(house.cashier, true);
    ASSERT_TRUE(at->opens(order));
    const auto tickets = at->all();
    const std::int64_t worth = at->deeds.worthOf(tickets);
    const std::string token = at->approval(order, worth);
    house.relay->hold(true);
    ASSERT_TRUE(at->deeds.refund(tickets, false, token));
    ASSERT_TRUE(comes([&] { return at->deeds.stage() == DeedStage::Unknown; }));
    ASSERT_TRUE(comes([&] { return refundsOf(order) == 1; }));
    ASSERT_TRUE(signsOut(at->desk));
    house.relay->cut();
    house.relay->hold(false);
    ASSERT_TRUE(at->signsIn(house.leaver));
    ASSERT_TRUE(at->waits()) << at->lastSaid();
    EXPECT_THAT(at->lastSaid(), HasSubstr("not known"));
    at->deeds.approve("no approval at all");
    ASSERT_TRUE(comes([&] { return at->askings == 2; })) << "and once more";
    at->deeds.approve(at->approval(order, worth));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Taken back"));
    EXPECT_EQ(refundsOf(order), 1);
}

TEST_F(LeftDeedsTest, WhatIsLeftForLaterBlocksItsOwnOrderAloneAndComesBackWithTheNextWhoSignsIn) {
    const v1::Order order = sellForCash(sale(), {156});
    const v1::Order other = sellForCash(sale(), {158});
    ASSERT_NO_FATAL_FAILURE(loseARefund(order));
    auto at = till(house.leaver);
    ASSERT_TRUE(at->waits()) << at->lastSaid();
    ASSERT_TRUE(at->deeds.leaveForLater());
    EXPECT_TRUE(at->deeds.isIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Left for later"));
    EXPECT_FALSE(at->journal.read().has_value());
    EXPECT_TRUE(at->left.read().has_value());
    ASSERT_TRUE(at->opens(other));
    ASSERT_TRUE(at->deeds.setNote("meanwhile"));
    ASSERT_TRUE(at->becomesIdle());
    ASSERT_TRUE(at->opens(order));
    EXPECT_FALSE(at->deeds.setNote("of the same order")) << "that is found out first";
    ASSERT_TRUE(at->waits());
    ASSERT_TRUE(at->deeds.leaveForLater());
    at.reset();
    at = till(house.supervisor);  // Who may by themselves.
    ASSERT_TRUE(comes([&] { return !at->left.read() && at->deeds.isIdle(); }));
    EXPECT_THAT(at->lastSaid(), HasSubstr("Taken back"));
    EXPECT_EQ(at->order.order(), order.order());
    EXPECT_EQ(refundsOf(order), 1);
    EXPECT_FALSE(at->deeds.hasLeft());
}

TEST_F(LeftDeedsTest, AnApprovalThatIsTooSmallIsAVerdictAndALargerOneDoesIt) {
    const v1::Order order = sellForCash(sale(), {160, 161});
    const auto tickets = ticketsOf(order);
    const std::int64_t worth = tickets[0].price().minor_units();
    orders::Deed deed = refundOf(order);
    deed.refund.mutable_tickets()->DeleteSubrange(1, 1);
    ASSERT_NO_FATAL_FAILURE(keep(deed));
    const auto at = till(house.leaver);
    ASSERT_TRUE(at->waits()) << at->lastSaid();
    at->deeds.approve(at->approval(order, worth - 1));
    ASSERT_TRUE(comes([&] { return at->askings == 2; }));
    EXPECT_TRUE(at->deeds.waitsFor().notDone);
    EXPECT_THAT(at->lastSaid(), HasSubstr("was not done"));
    EXPECT_EQ(at->deeds.waitsFor().most.minor_units(), worth) << "as much as the server wants";
    EXPECT_FALSE(at->journal.read()) << "nothing is under way any more";
    at->deeds.takeUp();
    EXPECT_EQ(at->deeds.stage(), DeedStage::Waiting)
        << "whoever signs in: an approval alone does it";
    EXPECT_TRUE(at->deeds.waitsFor().notDone);
    EXPECT_EQ(at->deeds.waitsFor().most.minor_units(), worth);
    EXPECT_EQ(refundsOf(order), 0);
    at->deeds.approve(at->approval(order, worth));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Taken back"));
    EXPECT_EQ(refundsOf(order), 1);
}

TEST_F(LeftDeedsTest, WhatCannotBeReadIsSetAsideAndSaidOnce) {
    (void)till(house.cashier);  // Makes the folder.
    QFile torn(folder() + QStringLiteral("/deed_in_hand"));
    ASSERT_TRUE(torn.open(QIODevice::WriteOnly));
    torn.write("torn");
    torn.close();
    const auto at = till(house.cashier);
    ASSERT_TRUE(comes([&] { return at->said.contains(qt::unreadText()); }));
    at->deeds.goOn();
    EXPECT_EQ(at->said.count(qt::unreadText()), 1);
    EXPECT_TRUE(QFile::exists(folder() + QStringLiteral("/deed_in_hand.unread")));
}

TEST_F(LeftDeedsTest, CashThatWasHandedOverIsSettledOnceByAnotherCashiersApproval) {
    const v1::Order order = sellForCash(sale(), {164});
    orders::Deed deed;
    {
        const auto at = till(house.supervisor);
        ASSERT_TRUE(at->opens(order));
        ASSERT_TRUE(at->deeds.refund(at->all(), false));
        ASSERT_TRUE(comes([&] { return at->money.waiting() != nullptr; }));
        deed.settle.set_refund(at->money.waiting()->refund());
    }
    deed.settle.set_event(order.event());
    deed.settle.set_order(order.order());
    deed.settle.set_evidence("in cash");
    ASSERT_NO_FATAL_FAILURE(keep(deed));
    const auto at = till(house.cashier);
    ASSERT_TRUE(at->waits()) << at->lastSaid();
    const auto wait = at->deeds.waitsFor();
    EXPECT_EQ(wait.kind, DeedKind::Settle);
    EXPECT_EQ(wait.most.minor_units(), ticketsOf(order)[0].price().minor_units());
    at->deeds.approve(at->approval(order, wait.most.minor_units()));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("given back"));
    EXPECT_TRUE(comes([&] { return at->order.isRead() && at->money.waiting() == nullptr; }));
}

TEST_F(LeftDeedsTest, AnExchangeForCheaperPlacesThatWasNotDoneIsDoneOnceSomebodyApprovesIt) {
    const v1::Order order = sellForCash(sale(), {10});
    client::Till& seller = sellingTill();
    const auto held =
        seller.ask(client::kCreateReservation, client::seatsOf(*seller.client, sale(), {166}));
    ASSERT_TRUE(held.done());
    orders::Deed deed;
    deed.exchange.set_event(order.event());
    deed.exchange.set_order(order.order());
    deed.exchange.add_tickets(ticketsOf(order)[0].ticket());
    deed.exchange.set_reservation(held.value.reservation());
    ASSERT_NO_FATAL_FAILURE(keep(deed));
    const auto at = till(house.cashier);
    ASSERT_TRUE(at->waits()) << at->lastSaid();
    EXPECT_TRUE(at->deeds.waitsFor().notDone);
    at->deeds.approve(at->approval(order, at->deeds.waitsFor().most.minor_units()));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Exchanged"));
}

// It asked for a reason once more, and the server counted it twice.
TEST_F(LeftDeedsTest, AReprintThatTheQueueDidNotTakeIsTheSameOneAfterARestart) {
    const v1::Order order = sellForCash(sale(), {174});
    auto at = till(house.cashier);
    ASSERT_TRUE(at->opens(order));
    ASSERT_TRUE(at->deeds.print(at->all(), {}));
    ASSERT_TRUE(at->becomesIdle());
    at->refusing << "The print queue is full.";
    ASSERT_TRUE(at->deeds.print(at->all(), "paper jam"));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Not printed"));
    at.reset();
    at = till(house.cashier);
    ASSERT_TRUE(at->opens(order));
    EXPECT_EQ(at->text(at->tickets, 0, orders::TicketModel::Prints), "2 times");
    EXPECT_FALSE(at->deeds.needsReason(at->all())) << "nothing of it is on paper";
    ASSERT_TRUE(at->deeds.print(at->all(), {})) << at->lastSaid();
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("to the printer"));
    EXPECT_EQ(at->printed.size(), 1U);
    EXPECT_EQ(at->text(at->tickets, 0, orders::TicketModel::Prints), "2 times") << "noted once";
    at.reset();
    at = till(house.cashier);
    ASSERT_TRUE(at->opens(order));
    EXPECT_TRUE(at->deeds.needsReason(at->all())) << "it is on paper, and forgotten";
}

TEST_F(LeftDeedsTest, AReprintWhoseAnswerIsLostIsPrintedOnceByTheAppThatIsStartedAnew) {
    const v1::Order order = sellForCash(sale(), {176});
    auto at = till(house.cashier, true);
    ASSERT_TRUE(at->opens(order));
    ASSERT_TRUE(at->deeds.print(at->all(), {}));
    ASSERT_TRUE(at->becomesIdle());
    const auto id = decodeEventScopedId(ticketsOf(order)[0].ticket());
    const auto prints = [&] {
        return house.stack.psql(
            "SELECT prints FROM ticket_desk WHERE event_id = " + client::eventNumber(sale()) +
            " AND ticket_id = " + std::to_string(id->local));
    };
    ASSERT_EQ(prints(), "1");
    house.relay->hold(true);
    ASSERT_TRUE(at->deeds.print(at->all(), "paper jam"));
    ASSERT_TRUE(comes([&] { return prints() == "2"; }));
    const std::string asked = at->journal.read()->requestId();
    EXPECT_EQ(at->printed.size(), 1U);
    at.reset();
    house.relay->cut();
    house.relay->hold(false);
    at = till(house.cashier);
    EXPECT_EQ(at->stageAtStart, DeedStage::Unknown);
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->printed, testing::ElementsAre(asked + "|1"));
    EXPECT_EQ(prints(), "2") << "noted once";
}

// The queue has it, and the app goes before it has noted that the deed is done.
TEST_F(LeftDeedsTest, AReprintThatACrashInterruptsAfterTheQueueHasItIsPrintedOnce) {
    test::FakePrinter printer{test::FakeLanguage::Fgl};
    payment::HousePrinter fgl;
    fgl.setup.name = "Front";
    fgl.setup.host = "127.0.0.1";
    fgl.setup.port = printer.port();
    fgl.forTickets = true;
    const v1::Order order = sellForCash(sale(), {168, 169});
    orders::Deed begun;
    for (int start = 0; start < 2; ++start) {
        const auto at = till(house.cashier);
        payment::PrintRoom room(at->store);
        if (start == 0) {
            EXPECT_EQ(room.setPrinters({fgl}).toStdString(), "");
        }
        payment::Papers papers(at->desk, folder());
        papers.setPrinter(room.queue(), room.ticketPrinter());
        at->deeds.setPrinter([&](const orders::NotedPrint& print) {
            if (const auto kept = at->journal.read()) begun = *kept;
            return papers.printNow(print.order, print.event, print.tickets, print.key);
        });
        if (start == 0) {
            ASSERT_TRUE(at->opens(order));
            for (const char* reason : {"", "paper jam"}) {
                ASSERT_TRUE(at->deeds.print(at->all(), reason));
                ASSERT_TRUE(at->becomesIdle());
            }
            ASSERT_TRUE(comes([&] { return printer.tickets().size() == 4; }));
            ASSERT_TRUE(at->journal.write(begun));
            continue;
        }
        ASSERT_TRUE(at->becomesIdle());
        EXPECT_THAT(at->lastSaid(), HasSubstr("to the printer"));
        EXPECT_EQ(room.queue()->jobs().size(), 4U);
        ASSERT_TRUE(at->opens(order));
        EXPECT_EQ(at->text(at->tickets, 0, orders::TicketModel::Prints), "2 times");
        ASSERT_TRUE(at->deeds.print(at->all(), "torn"));  // Another one is printed.
        ASSERT_TRUE(at->becomesIdle());
        EXPECT_EQ(room.queue()->jobs().size(), 6U);
        EXPECT_TRUE(comes([&] { return printer.tickets().size() == 6; }));
    }
}

}  // namespace
}  // namespace tessera::gui
