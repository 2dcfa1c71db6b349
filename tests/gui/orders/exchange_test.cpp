// SPDX-License-Identifier: Apache-2.0
// Tickets are given up for other places: dearer, cheaper and of the same price, to the cent.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/payment/payer.h"
#include "tests/gui/orders/orders_till.h"

namespace tessera::gui {
namespace {

using client::House;
using payment::PayStage;
using sale::CartStage;
using testing::HasSubstr;

class ExchangeTest : public testing::Test {
protected:
    void SetUp() override {
        at = std::make_unique<OrdersTill>(folder(), house.stack.ports().staff, house.cashier);
        QObject::connect(&at->deeds, &orders::OrderDeeds::exchanged,
                         [this](const v1::Order& order, bool needsPayment) {
                             made = order;
                             needs = needsPayment;
                         });
    }
    QString folder() const { return QString::fromStdString(dir_ / "till"); }
    // The map is there.
    bool begins(const v1::Order& order, const orders::OrderDeeds::Tickets& tickets) {
        return at->opens(order) && at->exchange.begin(tickets) &&
               comes([&] { return at->exchange.seller().feedState() == qt::FeedState::Live; });
    }
    bool holds(const QList<int>& seats) {
        at->exchange.map().select(seats);
        return at->exchange.hold() == sale::HoldStart::Started &&
               comes([&] { return at->exchange.canConfirm(); });
    }
    bool isPaid(const v1::Order& order) {
        return comes([&] {
            v1::GetOrderRequest request;
            request.set_event(order.event());
            request.set_order(order.order());
            return sellingTill().ask(client::kGetOrder, request).value.state() == v1::Order::PAID;
        });
    }
    std::string ledger() {
        return house.stack.psql("SELECT sum(amount) FROM ledger_entry WHERE event_id = " +
                                client::eventNumber(sale()));
    }
    static const integration::Sale& sale() {
        static const integration::Sale sold = makeLenientSale();
        return sold;
    }

    House& house = House::shared();
    std::unique_ptr<OrdersTill> at;
    v1::Order made;
    bool needs = false;

private:
    test::TempDir dir_{"exchange"};
};

TEST_F(ExchangeTest, AnUpgradeIsPaidAtThePayScreenAndTheOldTicketAdmitsUntilThen) {
    const v1::Order order = sellForCash(sale(), {150});
    ASSERT_TRUE(begins(order, ticketsOf(order).empty()
                                  ? orders::OrderDeeds::Tickets{}
                                  : orders::OrderDeeds::Tickets{ticketsOf(order)[0].ticket()}));
    ASSERT_TRUE(holds({10})) << at->lastSaid();
    const std::int64_t more = at->exchange.difference().minor_units();
    ASSERT_GT(more, 0);
    at->exchange.confirm();
    ASSERT_TRUE(at->becomesIdle());
    ASSERT_TRUE(needs) << at->lastSaid();
    EXPECT_FALSE(at->exchange.isOpen());
    EXPECT_EQ(made.total().minor_units() - made.covered().minor_units(), more);
    EXPECT_EQ(ticketsOf(order)[0].state(), v1::Ticket::ACTIVE);

    sale::Cart cart;
    payment::PaymentJournal journal(folder());
    payment::Payer payer({at->desk, cart, journal});
    QObject::connect(&cart, &sale::Cart::payAsked, &payer, &payment::Payer::begin);
    ASSERT_TRUE(cart.payOrder(made, at->order.event(), at->order.details().buyer()));
    EXPECT_FALSE(cart.payOrder(made, at->order.event(), {})) << "a sale is in hand";
    ASSERT_TRUE(comes([&] { return payer.stage() == PayStage::Choosing; }));
    EXPECT_EQ(payer.left().minor_units(), more);
    EXPECT_FALSE(payer.canGoBack());
    ASSERT_TRUE(payer.payCash(more + 500));
    ASSERT_TRUE(comes([&] { return payer.stage() == PayStage::Sold; }));
    EXPECT_EQ(payer.change().minor_units(), 500);
    EXPECT_EQ(cart.stage(), CartStage::Empty);
    EXPECT_EQ(ticketsOf(order)[0].state(), v1::Ticket::VOID);
    EXPECT_EQ(ticketsOf(made)[0].state(), v1::Ticket::ACTIVE);
    EXPECT_EQ(ledger(), "0");
}

TEST_F(ExchangeTest, AMoveCostsNothingAndKeepsTheTicketType) {
    client::Till& till = sellingTill();
    auto child = client::seatsOf(*till.client, sale(), {160});
    child.mutable_seats()->mutable_seats(0)->set_ticket_type_no(1);
    const auto held = till.ask(client::kCreateReservation, child);
    const auto sold =
        till.ask(client::kCheckoutReservation, client::cashFor(*till.client, held.value));
    ASSERT_TRUE(isPaid(sold.value));
    ASSERT_TRUE(begins(sold.value, {ticketsOf(sold.value)[0].ticket()}));
    ASSERT_TRUE(holds({190})) << at->lastSaid();
    EXPECT_EQ(at->exchange.cart().reservation().seats(0).ticket_type_no(), 1);
    EXPECT_EQ(at->exchange.difference().minor_units(), 0);
    at->exchange.confirm();
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_FALSE(needs) << at->lastSaid();
    ASSERT_TRUE(isPaid(made));
    EXPECT_EQ(ticketsOf(made)[0].seat_no(), 190);
    EXPECT_EQ(ticketsOf(sold.value)[0].state(), v1::Ticket::VOID);
}

TEST_F(ExchangeTest, ForCheaperPlacesMoneyGoesBackWithAnApprovalOnTheSpot) {
    const v1::Order order = sellForCash(sale(), {9});
    ASSERT_TRUE(begins(order, {ticketsOf(order)[0].ticket()}));
    at->exchange.quick("b");
    ASSERT_TRUE(comes([&] { return at->exchange.canConfirm(); })) << at->lastSaid();
    ASSERT_EQ(at->exchange.cart().reservation().seats_size(), 1);
    const std::int64_t less = -at->exchange.difference().minor_units();
    ASSERT_GT(less, 0);
    at->exchange.confirm();
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("approval"));
    ASSERT_TRUE(at->exchange.canConfirm()) << "what is held stays, to be asked with an approval";
    at->exchange.confirm(at->approval(order, less));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_FALSE(needs) << at->lastSaid();
    ASSERT_TRUE(isPaid(made)) << at->lastSaid();
    ASSERT_TRUE(at->opens(order));
    ASSERT_TRUE(comes([&] { return at->money.waiting() != nullptr; }));
    EXPECT_EQ(at->money.waiting()->amount().minor_units(), less);
    EXPECT_EQ(at->money.waiting()->reason(), v1::Refund::EXCHANGED);
}

TEST_F(ExchangeTest, WhatIsLeftGoesBackToTheMapAndTheOldTicketIsAsItWas) {
    const v1::Order order = sellForCash(sale(), {170});
    ASSERT_TRUE(begins(order, {ticketsOf(order)[0].ticket()}));
    ASSERT_TRUE(holds({200}));
    ASSERT_TRUE(at->exchange.leave());
    EXPECT_FALSE(at->exchange.isOpen());
    ASSERT_TRUE(comes([&] { return at->exchange.cart().stage() == CartStage::Empty; }));
    EXPECT_EQ(ticketsOf(order)[0].state(), v1::Ticket::ACTIVE);
    EXPECT_EQ(ticketsOf(order)[0].exchange_order(), "");
}

TEST_F(ExchangeTest, OfAnEventThatIsCancelledMeanwhileNothingIsExchanged) {
    const integration::Sale lost = makeLenientSale();
    const v1::Order order = sellForCash(lost, {172});
    ASSERT_TRUE(begins(order, {ticketsOf(order)[0].ticket()}));
    ASSERT_TRUE(holds({202}));
    cancelEvent(lost);
    at->exchange.confirm();
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("cancelled"));
    EXPECT_FALSE(needs);
    EXPECT_TRUE(made.order().empty());
}

}  // namespace
}  // namespace tessera::gui
