// SPDX-License-Identifier: Apache-2.0
// A till's sales without a window, from enrolment to tickets.
#include <gtest/gtest.h>

#include "tests/client/house.h"

namespace tessera::client {
namespace {

using v1::ErrorReason;

class SaleTest : public testing::Test {
protected:
    static v1::GetOrderRequest orderOf(const v1::Order& order) {
        v1::GetOrderRequest request;
        request.set_event(order.event());
        request.set_order(order.order());
        return request;
    }
    bool becomesPaid(Till& till, const v1::Order& order) {
        return eventually(
            [&] { return till.ask(kGetOrder, orderOf(order)).value.state() == v1::Order::PAID; });
    }
    static v1::ListTicketsResponse ticketsOf(Till& till, const v1::Order& order) {
        v1::ListTicketsRequest request;
        request.set_event(order.event());
        request.set_order(order.order());
        return till.ask(kListTickets, request).value;
    }

    House& house = House::shared();
    Sale sale = integration::makeSale(house.stack);
};

TEST_F(SaleTest, ANewTillSellsTheTwoBestSeatsForCash) {
    const Identity identity = house.enrol("Till at the bar");
    Till till(house.endpoint(house.stack.ports().staff, identity));
    EXPECT_EQ(till.signIn({house.cashier.login, "not the password"}).refusal.reason,
              ErrorReason::SIGN_IN_WRONG);
    const auto session = till.signIn(house.cashier);
    ASSERT_TRUE(session.done());
    EXPECT_EQ(session.value.device_name(), "Till at the bar");
    openShift(till);

    v1::CreateReservationRequest best;
    best.set_event(sale.event);
    best.set_request_id(till.client->newRequestId());
    best.mutable_best_available()->add_quantities()->set_quantity(2);
    const auto held = till.ask(kCreateReservation, best);
    ASSERT_TRUE(held.done());
    EXPECT_EQ(held.tries, 1);
    ASSERT_EQ(held.value.seats_size(), 2);
    EXPECT_EQ(held.value.seats(0).seat_no() + 1, held.value.seats(1).seat_no());

    const auto ordered = till.ask(kCheckoutReservation, cashFor(*till.client, held.value));
    ASSERT_TRUE(ordered.done());
    ASSERT_TRUE(becomesPaid(till, ordered.value));
    const auto tickets = ticketsOf(till, ordered.value);
    ASSERT_EQ(tickets.tickets_size(), 2);
    EXPECT_EQ(tickets.tickets(0).state(), v1::Ticket::ACTIVE);
    EXPECT_FALSE(tickets.tickets(0).code().empty());
    EXPECT_EQ(integration::seatsInDatabase(house.stack, sale, 2), 2);

    v1::GetReservationRequest again;
    again.set_event(sale.event);
    again.set_reservation(held.value.reservation());
    EXPECT_EQ(till.ask(kGetReservation, again).value.state(), v1::Reservation::ALLOCATED);
}

TEST_F(SaleTest, AnOrderIsPaidInTwoPartsOfCash) {
    const auto till = house.cashiersTill(0);
    const auto held = till->ask(kCreateReservation, seatsOf(*till->client, sale, {40}));
    ASSERT_TRUE(held.done());
    const auto ordered = till->ask(kCheckoutReservation, cashFor(*till->client, held.value, 2'000));
    ASSERT_TRUE(ordered.done());
    v1::AddTenderRequest rest;
    rest.set_event(sale.event);
    rest.set_order(ordered.value.order());
    rest.set_request_id(till->client->newRequestId());
    rest.mutable_tender()->set_kind(v1::CASH);
    rest.mutable_tender()->set_amount_minor_units(1'000'000);
    const auto tooMuch = till->ask(kAddTender, rest);
    EXPECT_EQ(tooMuch.outcome, Outcome::Refused);
    EXPECT_EQ(tooMuch.refusal.reason, ErrorReason::TENDER_TOO_LARGE);
    EXPECT_EQ(tooMuch.refusal.metadata.at("minor_units_max"),
              std::to_string(ordered.value.total().minor_units() - 2'000));

    rest.set_request_id(till->client->newRequestId());
    rest.mutable_tender()->set_amount_minor_units(0);
    ASSERT_TRUE(till->ask(kAddTender, rest).done());
    EXPECT_TRUE(becomesPaid(*till, ordered.value));
}

TEST_F(SaleTest, WhatIsCancelledIsFreeForTheOtherTill) {
    const auto till = house.cashiersTill(0);
    const auto other = house.cashiersTill(1);
    const auto held = till->ask(kCreateReservation, seatsOf(*till->client, sale, {7, 8}));
    ASSERT_TRUE(held.done());
    const auto taken = other->ask(kCreateReservation, seatsOf(*other->client, sale, {8, 9}));
    EXPECT_EQ(taken.outcome, Outcome::Refused);
    EXPECT_EQ(taken.refusal.reason, ErrorReason::SEAT_UNAVAILABLE);
    EXPECT_EQ(taken.refusal.metadata.at("seat_nos"), "8");

    v1::CancelReservationRequest cancel;
    cancel.set_event(sale.event);
    cancel.set_reservation(held.value.reservation());
    cancel.set_request_id(till->client->newRequestId());
    EXPECT_EQ(till->ask(kCancelReservation, cancel).value.state(), v1::Reservation::RELEASED);
    EXPECT_TRUE(other->ask(kCreateReservation, seatsOf(*other->client, sale, {8, 9})).done());
}

TEST_F(SaleTest, AnAreaThatThereIsNotIsRefusedByName) {
    const auto till = house.cashiersTill(0);
    v1::CreateReservationRequest standing;
    standing.set_event(sale.event);
    standing.set_request_id(till->client->newRequestId());
    standing.mutable_general_admission()->set_area_no(3);
    standing.mutable_general_admission()->add_quantities()->set_quantity(2);
    EXPECT_EQ(till->ask(kCreateReservation, standing).refusal.reason, ErrorReason::AREA_UNKNOWN);
}

}  // namespace
}  // namespace tessera::client
