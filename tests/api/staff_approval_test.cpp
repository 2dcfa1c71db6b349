// SPDX-License-Identifier: Apache-2.0
// Approvals as arguments of calls: which are good for what, and what of them reaches the command.
#include "tessera/v1/order_service.pb.h"
#include "tessera/v1/payment_service.pb.h"
#include "tessera/v1/reservation_service.pb.h"
#include "tests/api/staff_house.h"

namespace tessera::api::test {
namespace {

using staff::Permission;
using staff::Role;

class StaffApprovalTest : public testing::Test {
protected:
    StaffApprovalTest() {
        till.session = house.sessionOf(cora.id, till.device.device);
        given = {ApprovalId{staff::freshId()},
                 Permission::Refund,
                 sue.id,
                 cora.id,
                 till.device.device,
                 kEvent,
                 kOrder.value,
                 Money{5000},
                 house.now()};
    }
    // With `given` as it is now.
    std::string reasonOf(const std::string& method, const google::protobuf::Message& request) {
        till.approval = staff::signApproval(given, house.tokenKey);
        return till.ask(method, request).reason;
    }
    static v1::ReturnTicketsRequest returned(OrderId order = kOrder) {
        v1::ReturnTicketsRequest request;
        request.set_event(encodePublicId(kEvent.value));
        request.set_order(encodePublicId(kEvent, order.value));
        request.set_request_id(freshRequestId());
        return request;
    }
    std::string returns(OrderId order = kOrder) {
        return reasonOf("OrderService/ReturnTickets", returned(order));
    }
    static v1::CheckoutReservationRequest onAccount() {
        v1::CheckoutReservationRequest request;
        request.set_event(encodePublicId(kEvent.value));
        request.set_reservation(encodePublicId(kEvent, kReservation.value));
        request.set_request_id(freshRequestId());
        request.mutable_buyer()->set_name("Ida");
        request.mutable_buyer()->set_email("ida@example.org");
        request.mutable_tender()->set_kind(v1::INVOICE);
        request.mutable_tender()->set_customer(encodePublicId(77));
        return request;
    }
    static v1::ExchangeTicketsRequest exchanged() {
        v1::ExchangeTicketsRequest request;
        request.set_event(encodePublicId(kEvent.value));
        request.set_order(encodePublicId(kEvent, kOrder.value));
        request.set_reservation(encodePublicId(kEvent, kReservation.value));
        request.set_request_id(freshRequestId());
        return request;
    }
    app::Deed deed() { return *house.app.asked().mutation->deed; }

    House& house = House::shared();
    const store::StaffRow cora = house.person(Role::Cashier);
    const store::StaffRow sue = house.person(Role::Supervisor);
    StaffClient till = house.till();
    staff::Approval given;
};

TEST_F(StaffApprovalTest, AReturnIsDoneByTheApprovalThatIsGivenForItsOrder) {
    EXPECT_EQ(till.ask("OrderService/ReturnTickets", returned()).reason, "APPROVAL_NEEDED");
    ASSERT_EQ(returns(), "");
    const auto refund = house.app.asked().refund;
    ASSERT_TRUE(refund && refund->backLimit);
    EXPECT_TRUE(refund->backLimit->approved);
    EXPECT_EQ(refund->backLimit->most, Money{5000});
    const app::Deed done = deed();
    EXPECT_EQ(done.by, cora.id);
    EXPECT_EQ(done.device, till.device.device);
    ASSERT_TRUE(done.approval);
    EXPECT_EQ(done.approval->id, given.id);
    EXPECT_EQ(done.approval->by, sue.id);
    EXPECT_EQ(done.approval->until, given.givenAt + staff::kApprovalLasts);
    EXPECT_FALSE(done.approval->ofMoneyBack);
    // That one names no order: whatever of the event.
    given.subject = 0;
    EXPECT_EQ(returns(), "");
}

TEST_F(StaffApprovalTest, OneOfAnotherEventOrderPermissionPersonOrDeviceIsNone) {
    const staff::Approval right = given;
    const auto wrong = [&](auto change) {
        given = right;
        change(given);
        EXPECT_EQ(returns(), "APPROVAL_INVALID");
    };
    wrong([](auto& one) { one.event = kOtherEvent; });
    wrong([](auto& one) { one.event = {}, one.subject = 0; });
    wrong([](auto& one) { one.subject = kOrder.value + 1; });
    wrong([](auto& one) { one.permission = Permission::SellOnAccount; });
    wrong([&](auto& one) { one.of = sue.id; });
    wrong([&](auto& one) { one.by = cora.id; });
    wrong([](auto& one) { one.device = DeviceId{9}; });
    wrong([&](auto& one) { one.givenAt = house.now() + Duration::ofMinutes(5); });
    for (const std::string& text : {std::string("nothing"), till.session, std::string(2000, 'x')}) {
        till.approval = text;
        EXPECT_EQ(till.ask("OrderService/ReturnTickets", returned()).reason, "APPROVAL_INVALID");
    }
    given = right;
    EXPECT_EQ(returns(), "");
}

// Whether the call was done while it was good, the event's owner knows.
TEST_F(StaffApprovalTest, OneThatIsOverGoesToTheEventsOwnerWhoRefusesIt) {
    given.givenAt = house.now() - Duration::ofMinutes(60);
    EXPECT_EQ(returns(), "");
    EXPECT_EQ(deed().approval->until, given.givenAt + staff::kApprovalLasts);
}

TEST_F(StaffApprovalTest, WhoMayAlwaysNeedsNoneAndNoneOfTheirsIsUsed) {
    till.session = house.sessionOf(sue.id, till.device.device);
    ASSERT_EQ(returns(), "");
    EXPECT_EQ(house.app.asked().refund->backLimit, std::nullopt);
    EXPECT_EQ(deed().by, sue.id);
    EXPECT_FALSE(deed().approval);
}

TEST_F(StaffApprovalTest, AnInvoiceIsSoldByOneUpToItsAmountAndAnotherTenderUsesNone) {
    given.permission = Permission::SellOnAccount;
    given.subject = kReservation.value;
    ASSERT_EQ(reasonOf("ReservationService/CheckoutReservation", onAccount()), "");
    EXPECT_EQ(house.app.asked().tender->approvedMost, Money{5000});
    EXPECT_EQ(deed().approval->id, given.id);
    auto cash = onAccount();
    cash.mutable_tender()->set_kind(v1::CASH);
    EXPECT_EQ(reasonOf("ReservationService/CheckoutReservation", cash), "INVALID_FIELD");
    cash.mutable_tender()->clear_customer();
    ASSERT_EQ(reasonOf("ReservationService/CheckoutReservation", cash), "");
    EXPECT_FALSE(deed().approval);
    given.subject = kOrder.value;
    EXPECT_EQ(reasonOf("ReservationService/CheckoutReservation", onAccount()), "APPROVAL_INVALID");
    given.permission = Permission::Refund;
    EXPECT_EQ(reasonOf("ReservationService/CheckoutReservation", onAccount()), "APPROVAL_INVALID");
}

TEST_F(StaffApprovalTest, AnExchangeGivesBackWhatWasApprovedAndNothingWithoutIt) {
    ASSERT_EQ(till.ask("OrderService/ExchangeTickets", exchanged()).reason, "");
    auto asked = house.app.asked().exchange;
    ASSERT_TRUE(asked && asked->backLimit);
    EXPECT_FALSE(asked->backLimit->approved);
    EXPECT_FALSE(deed().approval);
    ASSERT_EQ(reasonOf("OrderService/ExchangeTickets", exchanged()), "");
    asked = house.app.asked().exchange;
    EXPECT_TRUE(asked->backLimit->approved);
    EXPECT_EQ(asked->backLimit->most, Money{5000});
    EXPECT_TRUE(deed().approval->ofMoneyBack);
    given.subject = kOrder.value + 1;
    EXPECT_EQ(reasonOf("OrderService/ExchangeTickets", exchanged()), "APPROVAL_INVALID");
}

TEST_F(StaffApprovalTest, StaffsRefundAndItsSettlementTakeOneToo) {
    v1::SettleRefundRequest settle;
    settle.set_event(encodePublicId(kEvent.value));
    settle.set_order(encodePublicId(kEvent, kOrder.value));
    settle.set_refund(encodePublicId(kEvent, kRefund.value));
    settle.set_request_id(freshRequestId());
    settle.set_evidence("handed over");
    EXPECT_EQ(till.ask("PaymentService/SettleRefund", settle).reason, "APPROVAL_NEEDED");
    ASSERT_EQ(reasonOf("PaymentService/SettleRefund", settle), "");
    EXPECT_EQ(house.app.asked().settled->backLimit->most, Money{5000});
    EXPECT_EQ(deed().approval->id, given.id);
}

}  // namespace
}  // namespace tessera::api::test
