// SPDX-License-Identifier: Apache-2.0
// Selling over a counter: prices that staff makes, buyers that nobody knows, invoices with a date.
#include "server/api/reasons.h"
#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/reservation_service.pb.h"
#include "tests/api/staff_house.h"

namespace tessera::api::test {
namespace {

using staff::Role;

v1::RepriceReservationRequest reprice() {
    v1::RepriceReservationRequest request;
    request.set_event(encodePublicId(kEvent.value));
    request.set_reservation(encodePublicId(kEvent, kReservation.value));
    request.set_request_id(freshRequestId());
    return request;
}

v1::PriceAdjustment* adjust(v1::RepriceReservationRequest& request,
                            v1::PriceAdjustment::Kind kind) {
    auto* adjustment = request.add_adjustments();
    adjustment->set_kind(kind);
    adjustment->set_reason("Sponsor");
    return adjustment;
}

v1::CheckoutReservationRequest checkout(v1::TenderKind kind = v1::CASH) {
    v1::CheckoutReservationRequest request;
    request.set_event(encodePublicId(kEvent.value));
    request.set_reservation(encodePublicId(kEvent, kReservation.value));
    request.set_request_id(freshRequestId());
    request.mutable_tender()->set_kind(kind);
    if (kind == v1::INVOICE) request.mutable_tender()->set_customer(encodePublicId(77));
    return request;
}

constexpr const char* kReprice = "DeskService/RepriceReservation";
constexpr const char* kCheckout = "ReservationService/CheckoutReservation";

TEST(StaffDeskSaleTest, OtherPricesNeedAPermissionOfTheirOwn) {
    House& house = House::shared();
    const StaffClient cashier = house.tillOf(Role::Cashier);
    EXPECT_EQ(cashier.ask(kReprice, reprice()).reason, "");
    for (const auto kind : {v1::PriceAdjustment::COMPLIMENTARY, v1::PriceAdjustment::PRICE}) {
        auto request = reprice();
        adjust(request, kind);
        EXPECT_EQ(cashier.ask(kReprice, request).reason, "");
        const auto asked = house.app.asked().reprice;
        ASSERT_TRUE(asked);
        ASSERT_EQ(asked->onlyKept.size(), 1U) << "nobody has approved it: for the event's owner";
        EXPECT_EQ(asked->onlyKept[0], asked->adjustments[0].kind);
        EXPECT_EQ(house.tillOf(Role::Supervisor).ask(kReprice, request).reason, "");
        EXPECT_TRUE(house.app.asked().reprice->onlyKept.empty());
    }
}

TEST(StaffDeskSaleTest, WhatIsAskedForArrivesAsItWasMeant) {
    House& house = House::shared();
    auto request = reprice();
    request.set_code("half-24");
    auto* seat = request.add_seats();
    seat->set_seat_no(3);
    seat->set_ticket_type_no(1);
    adjust(request, v1::PriceAdjustment::COMPLIMENTARY)->add_seat_nos(3);
    adjust(request, v1::PriceAdjustment::PRICE)->set_price_minor_units(990);
    ASSERT_EQ(house.tillOf(Role::Supervisor).ask(kReprice, request).reason, "");
    const auto asked = *house.app.asked().reprice;
    EXPECT_EQ(asked.code, "HALF-24");
    ASSERT_EQ(asked.seats.size(), 1U);
    EXPECT_EQ(asked.seats[0].type, TicketTypeNo{1});
    ASSERT_EQ(asked.adjustments.size(), 2U);
    EXPECT_EQ(asked.adjustments[0].seats, std::vector<SeatNo>{SeatNo{3}});
    EXPECT_EQ(asked.adjustments[1].price, Money{990});
    EXPECT_EQ(asked.adjustments[1].reason, "Sponsor");
}

TEST(StaffDeskSaleTest, AFieldThatIsWrongIsNamed) {
    const StaffClient till = House::shared().tillOf(Role::Supervisor);
    const auto fieldOf = [&](const v1::RepriceReservationRequest& request) {
        const Said said = till.ask(kReprice, request);
        EXPECT_EQ(said.reason, "INVALID_FIELD");
        return said.field;
    };
    auto request = reprice();
    adjust(request, v1::PriceAdjustment::COMPLIMENTARY)->clear_reason();
    EXPECT_EQ(fieldOf(request), "adjustments[0].reason");
    request.mutable_adjustments(0)->set_reason(std::string(101, 'x'));
    EXPECT_EQ(fieldOf(request), "adjustments[0].reason");
    request.mutable_adjustments(0)->set_price_minor_units(1);
    EXPECT_EQ(fieldOf(request), "adjustments[0].priceMinorUnits");
    request.mutable_adjustments(0)->set_kind(v1::PriceAdjustment::KIND_UNSPECIFIED);
    EXPECT_EQ(fieldOf(request), "adjustments[0].kind");
    request.clear_adjustments();
    adjust(request, v1::PriceAdjustment::PRICE);
    adjust(request, v1::PriceAdjustment::PRICE);
    EXPECT_EQ(fieldOf(request), "adjustments[1].seatNos");
    for (int i = 0; i < 99; ++i) adjust(request, v1::PriceAdjustment::PRICE);
    EXPECT_EQ(fieldOf(request), "adjustments");
    request.mutable_area();
    EXPECT_EQ(fieldOf(request), "area.areaNo");
    request.add_seats();
    EXPECT_EQ(fieldOf(request), "seats[0].seatNo");
}

TEST(StaffDeskSaleTest, ABuyerAtTheCounterMayBeNobodyInParticular) {
    House& house = House::shared();
    const StaffClient till = house.tillOf(Role::Cashier);
    EXPECT_EQ(till.ask(kCheckout, checkout()).reason, "");
    EXPECT_EQ(house.app.asked().checkout->contactName, "");
    EXPECT_EQ(house.app.asked().checkout->contactEmail, "");
    auto request = checkout();
    request.mutable_buyer()->set_phone("+43 (1) 514-44/7880");
    EXPECT_EQ(till.ask(kCheckout, request).reason, "");
    EXPECT_EQ(house.app.asked().checkout->contactPhone, "+43 (1) 514-44/7880");
    for (const char* phone : {"123", "12 34x", "123456789012345678901234567890123"}) {
        request = checkout();
        request.mutable_buyer()->set_phone(phone);
        EXPECT_EQ(till.ask(kCheckout, request).field, "buyer.phone");
    }
    request = checkout();
    request.mutable_buyer()->set_email("nowhere");
    EXPECT_EQ(till.ask(kCheckout, request).field, "buyer.email");
}

TEST(StaffDeskSaleTest, AnInvoiceIsDueInThirtyDaysOrWhenItWasSaid) {
    House& house = House::shared();
    const StaffClient till = house.tillOf(Role::Supervisor);
    constexpr std::int64_t kDay = 24LL * 3600 * 1'000'000;
    ASSERT_EQ(till.ask(kCheckout, checkout(v1::INVOICE)).reason, "");
    EXPECT_EQ(house.app.asked().tender->dueAt, house.now() + Duration::ofMicros(30 * kDay));
    const auto dueIn = [&](std::int64_t days, v1::TenderKind kind) {
        auto request = checkout(kind);
        const std::int64_t at = house.now().micros + days * kDay;
        request.mutable_tender()->mutable_due_time()->set_seconds(at / 1'000'000);
        return till.ask(kCheckout, request);
    };
    EXPECT_EQ(dueIn(366, v1::INVOICE).reason, "");
    // What was asked for had whole seconds.
    const Instant asked = house.now() + Duration::ofMicros(366 * kDay);
    EXPECT_EQ(house.app.asked().tender->dueAt.micros, asked.micros / 1'000'000 * 1'000'000);
    EXPECT_EQ(dueIn(367, v1::INVOICE).field, "tender.dueTime");
    EXPECT_EQ(dueIn(0, v1::INVOICE).field, "tender.dueTime");
    EXPECT_EQ(dueIn(3, v1::CASH).field, "tender.dueTime");
}

TEST(StaffDeskSaleTest, ASeatTellsItsBuyerToWhoMayFindOrders) {
    House& house = House::shared();
    v1::GetSeatRequest request;
    request.set_event(encodePublicId(kEvent.value));
    const StaffClient till = house.tillOf(Role::Cashier);
    EXPECT_EQ(till.ask("DeskService/GetSeat", request).field, "seatNo");
    request.set_seat_no(2);
    v1::SeatDetails seat;
    ASSERT_EQ(till.ask("DeskService/GetSeat", request, seat), "");
    EXPECT_EQ(house.app.asked().buyerName, app::App::BuyerName::Shown);
    EXPECT_EQ(seat.buyer_name(), "Ida");
    EXPECT_EQ(seat.seat_no(), 2);
    EXPECT_EQ(seat.allocation_no(), 2);
    EXPECT_EQ(seat.channel(), v1::KIOSK);
    EXPECT_EQ(seat.reservation_state(), v1::Reservation::PAYING);
    EXPECT_EQ(seat.order(), encodePublicId(kEvent, kOrder.value));
    EXPECT_TRUE(seat.has_pay_deadline());
    EXPECT_FALSE(seat.has_expire_time());
    EXPECT_FALSE(seat.label().seat().empty());
}

}  // namespace
}  // namespace tessera::api::test
