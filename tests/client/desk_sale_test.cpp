// SPDX-License-Identifier: Apache-2.0
// A supervisor's till: another price, a guest, and nobody in particular who buys.
#include <gtest/gtest.h>

#include "tests/client/house.h"

namespace tessera::client {
namespace {

using v1::ErrorReason;

class DeskSaleTest : public testing::Test {
protected:
    void SetUp() override {
        till = house.till(0, true);
        ASSERT_TRUE(till->signIn(house.supervisor).done());
        openShift(*till);
        held = till->ask(kCreateReservation, seatsOf(*till->client, sale, {0, 1})).value;
        ASSERT_EQ(held.seats_size(), 2);
    }
    v1::RepriceReservationRequest reprice() const {
        v1::RepriceReservationRequest request;
        request.set_event(sale.event);
        request.set_reservation(held.reservation());
        request.set_request_id(till->client->newRequestId());
        return request;
    }
    // One child, and a guest of the house's.
    v1::RepriceReservationRequest childAndGuest() const {
        auto request = reprice();
        for (int i = 0; i < 2; ++i) request.add_seats()->set_seat_no(held.seats(i).seat_no());
        request.mutable_seats(0)->set_ticket_type_no(1);
        auto* guest = request.add_adjustments();
        guest->add_seat_nos(held.seats(1).seat_no());
        guest->set_kind(v1::PriceAdjustment::COMPLIMENTARY);
        guest->set_reason("Guest of the house");
        return request;
    }
    v1::CheckoutReservationRequest cash() const {
        auto request = cashFor(*till->client, held);
        request.clear_buyer();
        return request;
    }
    v1::SeatDetails seatOf(std::int32_t seat) const {
        v1::GetSeatRequest request;
        request.set_event(sale.event);
        request.set_seat_no(seat);
        return till->ask(kGetSeat, request).value;
    }
    bool becomesPaid(const v1::Order& order) {
        v1::GetOrderRequest request;
        request.set_event(order.event());
        request.set_order(order.order());
        return eventually([&] {
            paid = till->ask(kGetOrder, request).value;
            return paid.state() == v1::Order::PAID;
        });
    }
    std::string sql(const std::string& select) const {
        return house.stack.psql(select + " event_id = " + eventNumber(sale));
    }

    House& house = House::shared();
    Sale sale = integration::makeSale(house.stack);
    std::unique_ptr<Till> till;
    v1::Reservation held;
    v1::Order paid;
};

// A child's 52.00 with 2.50 and 1.5 % of fees, a booking fee of 1.99, and 20 % on these.
TEST_F(DeskSaleTest, TwoAdultsBecomeAChildAndAGuestAndAreSoldForCashToTheCent) {
    ASSERT_EQ(held.seats(0).category_no(), 1);
    const auto asked = childAndGuest();
    const auto priced = till->ask(kRepriceReservation, asked);
    ASSERT_TRUE(priced.done());
    EXPECT_EQ(priced.value.expire_time().seconds(), held.expire_time().seconds());
    EXPECT_EQ(priced.value.price().total().minor_units(), 5200 + 328 + 66 + 199 + 40);
    int reasons = 0;
    for (const auto& line : priced.value.price().lines()) {
        if (line.kind() != v1::PriceLine::DISCOUNT) continue;
        ++reasons;
        EXPECT_EQ(line.name(), "Guest of the house");
        EXPECT_EQ(line.amount().minor_units(), -7500);
    }
    EXPECT_EQ(reasons, 1);
    EXPECT_EQ(priced.value.seats(1).price().minor_units(), 0);
    EXPECT_EQ(seatOf(1).reservation(), held.reservation());
    EXPECT_TRUE(seatOf(1).has_expire_time());

    const auto ordered = till->ask(kCheckoutReservation, cash());
    ASSERT_TRUE(ordered.done());
    ASSERT_TRUE(becomesPaid(ordered.value));
    EXPECT_EQ(paid.total().minor_units(), 5833);
    EXPECT_EQ(sql("SELECT string_agg(price::text, ' ' ORDER BY seat_no) FROM ticket WHERE"),
              "5833 0");
    EXPECT_EQ(sql("SELECT string_agg(account || ':' || amount, ' ' ORDER BY account) FROM "
                  "ledger_entry WHERE"),
              "2:-5833 4:5833");
    EXPECT_EQ(sql("SELECT contact_name || '|' || contact_email || '|' || contact_phone FROM "
                  "ticket_order WHERE"),
              "||");
    // What was asked before is answered again, whatever became of it since.
    const auto again = till->ask(kRepriceReservation, asked);
    EXPECT_EQ(again.value.state(), v1::Reservation::ALLOCATED);
    auto other = reprice();
    EXPECT_EQ(till->ask(kRepriceReservation, other).refusal.reason,
              ErrorReason::RESERVATION_CHECKED_OUT);
    EXPECT_EQ(seatOf(0).order(), paid.order());
    EXPECT_EQ(seatOf(0).reservation_state(), v1::Reservation::ALLOCATED);
    EXPECT_EQ(seatOf(2).reservation(), "");
}

TEST_F(DeskSaleTest, GuestsAloneArePaidByTheCheckoutAndTheirSeatKnowsWhoTheyAre) {
    auto request = reprice();
    auto* guests = request.add_adjustments();
    guests->set_kind(v1::PriceAdjustment::COMPLIMENTARY);
    guests->set_reason("Press");
    ASSERT_TRUE(till->ask(kRepriceReservation, request).done());
    auto checkout = cash();
    checkout.mutable_buyer()->set_name("Rosalinde");
    checkout.mutable_buyer()->set_phone("+43 1 514 44");
    const auto ordered = till->ask(kCheckoutReservation, checkout);
    ASSERT_TRUE(ordered.done());
    EXPECT_EQ(ordered.value.state(), v1::Order::PAID);
    EXPECT_EQ(ordered.value.total().minor_units(), 0);
    EXPECT_EQ(seatOf(0).buyer_name(), "Rosalinde");
    EXPECT_EQ(sql("SELECT contact_phone FROM ticket_order WHERE"), "+43 1 514 44");
    EXPECT_EQ(sql("SELECT count(*) FROM ledger_entry WHERE"), "0");
}

TEST_F(DeskSaleTest, ThePriceThatWasMadeOutlivesTheServer) {
    ASSERT_TRUE(till->ask(kRepriceReservation, childAndGuest()).done());
    house.killAndRestart();
    v1::GetReservationRequest request;
    request.set_event(sale.event);
    request.set_reservation(held.reservation());
    EXPECT_TRUE(eventually([&] {
        return till->ask(kGetReservation, request).value.price().total().minor_units() == 5833;
    }));
}

TEST_F(DeskSaleTest, PlacesThatTheReservationHasNotAreNamed) {
    auto request = reprice();
    request.add_seats()->set_seat_no(0);
    const auto fewer = till->ask(kRepriceReservation, request);
    EXPECT_EQ(fewer.refusal.reason, ErrorReason::INVALID_FIELD);
    EXPECT_EQ(fewer.refusal.metadata.at("field"), "seats");
    EXPECT_EQ(fewer.refusal.metadata.at("constraint"), "2");
    request = reprice();
    request.add_adjustments()->add_seat_nos(7);
    request.mutable_adjustments(0)->set_kind(v1::PriceAdjustment::PRICE);
    request.mutable_adjustments(0)->set_reason("Late");
    EXPECT_EQ(till->ask(kRepriceReservation, request).refusal.metadata.at("seat_nos"), "7");
}

TEST_F(DeskSaleTest, AnInvoiceIsPayableUntilTheDayThatWasAgreed) {
    auto checkout = cashFor(*till->client, held);
    checkout.mutable_tender()->set_kind(v1::INVOICE);
    checkout.mutable_tender()->set_reference("School");
    v1::SaveCustomerRequest school;
    school.set_request_id(till->client->newRequestId());
    school.mutable_customer()->set_name("School");
    checkout.mutable_tender()->set_customer(till->ask(kSaveCustomer, school).value.customer());
    EXPECT_EQ(till->ask(kCheckoutReservation, checkout).refusal.reason,
              ErrorReason::CUSTOMER_NOT_TRUSTED);
    school.set_request_id(till->client->newRequestId());
    school.mutable_customer()->set_trusted(true);
    checkout.mutable_tender()->set_customer(till->ask(kSaveCustomer, school).value.customer());
    checkout.set_request_id(till->client->newRequestId());
    const std::int64_t due = held.server_time().seconds() + 7 * 86400;
    checkout.mutable_tender()->mutable_due_time()->set_seconds(due);
    const auto ordered = till->ask(kCheckoutReservation, checkout);
    ASSERT_TRUE(ordered.done());
    EXPECT_EQ(sql("SELECT due_at FROM tender WHERE"), std::to_string(due * 1'000'000));
}

}  // namespace
}  // namespace tessera::client
