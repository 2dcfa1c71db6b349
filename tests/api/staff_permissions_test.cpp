// SPDX-License-Identifier: Apache-2.0
// Who may what at the staff port: the table as it stands, and what a message needs beside it.
#include <map>
#include <set>

#include "server/api/method_table.h"
#include "tessera/v1/order_service.pb.h"
#include "tessera/v1/reservation_service.pb.h"
#include "tests/api/staff_house.h"
#include "tests/staff/trail_actions.h"

namespace tessera::api::test {
namespace {

using staff::Role;

std::string shortPath(const MethodInfo& method) {
    return method.path.substr(std::string("/tessera.v1.").size());
}

std::set<std::string> methodsOf(StaffAccess access) {
    const MethodTable table(Surface::Staff);
    std::set<std::string> out;
    for (const auto& method : table.methods()) {
        if (method.access == access && !method.permission) out.insert(shortPath(method));
    }
    return out;
}

// Written out: an option that somebody changes is changed here too, by somebody who has read it.
TEST(StaffPermissionsTest, WhatIsServedWithoutAPermissionIsThis) {
    using Methods = std::set<std::string>;
    EXPECT_EQ(methodsOf(StaffAccess::Anyone), Methods{"DeviceService/Enrol"});
    EXPECT_EQ(methodsOf(StaffAccess::Device),
              (Methods{"StaffService/SignIn", "StaffService/Resume"}));
    EXPECT_EQ(
        methodsOf(StaffAccess::Session),
        (Methods{"CatalogService/ListEvents", "CatalogService/GetEvent", "CatalogService/GetLayout",
                 "InventoryService/GetAllocations", "SeatMapService/GetSeatMap",
                 "SeatMapService/WatchSeatMap", "SetupService/ListAllEvents",
                 "SetupService/GetAnyEvent", "StaffService/Approve", "StaffService/GetSession",
                 "StaffService/SignOut", "StaffService/SetPin"}));
}

const std::map<std::string, std::string> kNeeded{
    {"AdminService/CloseSale", "edit_events"},
    {"AdminService/CreateCode", "edit_events"},
    {"AdminService/CreateEvent", "edit_events"},
    {"AdminService/CreateVenue", "edit_events"},
    {"AdminService/ImportLayout", "edit_events"},
    {"AdminService/OpenSale", "edit_events"},
    {"AdminService/SetAllocation", "allocate"},
    {"AdminService/UpdateCode", "edit_events"},
    {"AdminService/UpdateEvent", "edit_events"},
    {"DeskService/FindCustomers", "find_orders"},
    {"DeskService/FindOrders", "find_orders"},
    {"DeskService/GetOrderDetails", "find_orders"},
    {"DeskService/GetSeat", "sell"},
    {"DeskService/HandOutTickets", "sell"},
    {"DeskService/NotePrint", "sell"},
    {"DeskService/RepriceReservation", "sell"},
    {"DeskService/ResendMail", "sell"},
    {"DeskService/SaveCustomer", "sell"},
    {"DeskService/SetOrderNote", "sell"},
    {"InventoryService/GetManifestCsv", "see_reports"},
    {"InventoryService/GetSales", "see_reports"},
    {"InventoryService/ListManifest", "see_reports"},
    {"OrderService/AcceptMove", "exchange"},
    {"OrderService/AddTender", "sell"},
    {"OrderService/ConfirmPayment", "sell"},
    {"OrderService/ExchangeTickets", "exchange"},
    {"OrderService/GetInvoice", "sell"},
    {"OrderService/GetOrder", "sell"},
    {"OrderService/GetOrderCalendar", "sell"},
    {"OrderService/GetTicketsPdf", "sell"},
    {"OrderService/ListRefunds", "sell"},
    {"OrderService/ListTickets", "sell"},
    {"OrderService/ReturnTickets", "refund"},
    {"OrderService/WatchOrder", "sell"},
    {"PaymentService/CancelEvent", "end_events"},
    {"PaymentService/GetDayReport", "see_reports"},
    {"PaymentService/GetDisruption", "see_reports"},
    {"PaymentService/GetOrderInvoice", "sell"},
    {"PaymentService/ListManual", "see_reports"},
    {"PaymentService/MoveEvent", "end_events"},
    {"PaymentService/RefundTickets", "refund"},
    {"PaymentService/SettleRefund", "refund"},
    {"PersonService/ErasePerson", "erase_persons"},
    {"PersonService/ExportPerson", "erase_persons"},
    {"ReservationService/CancelReservation", "sell"},
    {"ReservationService/CheckoutReservation", "sell"},
    {"ReservationService/CreateReservation", "sell"},
    {"ReservationService/GetReservation", "sell"},
    {"SetupService/CopyEvent", "edit_events"},
    {"SetupService/GetVenueLayout", "edit_events"},
    {"SetupService/ListCodes", "edit_events"},
    {"SetupService/ListLayouts", "edit_events"},
    {"SetupService/ListVenues", "edit_events"},
    {"SetupService/PaintLayout", "edit_events"},
    {"SetupService/UpdateVenue", "edit_events"},
    {"ShiftService/AddDrawerEntry", "run_shift"},
    {"ShiftService/CloseShift", "run_shift"},
    {"ShiftService/CountShift", "run_shift"},
    {"ShiftService/GetShift", "run_shift"},
    {"ShiftService/GetShiftReport", "run_shift"},
    {"ShiftService/ListShifts", "run_shift"},
    {"ShiftService/OpenShift", "run_shift"},
    {"StaffService/CreateDeviceCode", "manage_devices"},
    {"StaffService/CreateStaff", "manage_staff"},
    {"StaffService/ListDevices", "manage_devices"},
    {"StaffService/ListStaff", "manage_staff"},
    {"StaffService/ResetPassword", "manage_staff"},
    {"StaffService/RevokeDevice", "manage_devices"},
    {"StaffService/SetSecondFactor", "manage_staff"},
    {"StaffService/UpdateStaff", "manage_staff"},
    {"TransferService/AcceptTransfer", "exchange"},
    {"TransferService/CancelTransfer", "exchange"},
    {"TransferService/OfferTransfer", "exchange"},
};

TEST(StaffPermissionsTest, EveryOtherMethodNeedsThisPermission) {
    std::map<std::string, std::string> needed;
    const MethodTable table(Surface::Staff);
    for (const auto& method : table.methods()) {
        if (method.permission) {
            needed[shortPath(method)] = std::string(staff::nameOf(*method.permission));
        }
    }
    EXPECT_EQ(needed, kNeeded);
}

// Every method is thought about: it leaves a row, or changes nothing. That rows come is shown by
// tests/integration/trail_test.cpp.
TEST(StaffPermissionsTest, EveryMethodLeavesARowInTheTrailOrChangesNothing) {
    std::set<std::string> served;
    std::set<std::string> known = tessera::test::trailless();
    const MethodTable table(Surface::Staff);
    for (const auto& method : table.methods()) {
        const std::string path = shortPath(method);
        served.insert(path);
        const bool leaves = tessera::test::trailActions().contains(path);
        EXPECT_NE(leaves, tessera::test::trailless().contains(path)) << path;
        // What has a request id is a mutation.
        EXPECT_TRUE(leaves || method.requestIdField == nullptr) << path;
    }
    for (const auto& [path, action] : tessera::test::trailActions()) {
        EXPECT_NE(action, "") << path;
        known.insert(path);
    }
    EXPECT_EQ(known, served);
}

// What a message needs beside its method's option: asked for where it is read.
const std::set<std::string> kNeededByMessages{"complimentary", "open_drawer",     "override_price",
                                              "reprint",       "sell_on_account", "sign_off_shift"};
// Nothing asks for it: who moves the seats of an order exchanges them.
const std::set<std::string> kAskedByNobody{"move_seats"};

TEST(StaffPermissionsTest, EveryPermissionIsAskedForSomewhereOrNamedAsOneThatIsNot) {
    std::set<std::string> asked = kNeededByMessages;
    for (const auto& [method, permission] : kNeeded) asked.insert(permission);
    std::set<std::string> all = asked;
    all.insert(kAskedByNobody.begin(), kAskedByNobody.end());
    std::set<std::string> known;
    for (std::int16_t number = 1; number <= staff::kPermissions; ++number) {
        known.emplace(staff::nameOf(static_cast<staff::Permission>(number)));
    }
    EXPECT_EQ(all, known);
    for (const auto& permission : kAskedByNobody) EXPECT_FALSE(asked.contains(permission));
}

v1::TenderRequest tenderOf(v1::TenderKind kind) {
    v1::TenderRequest tender;
    tender.set_kind(kind);
    if (kind == v1::GIFT_CARD) tender.set_gift_card_code("ABCD");
    if (kind == v1::READER) tender.set_reader("tmr_1");
    if (kind == v1::INVOICE) tender.set_customer(encodePublicId(77));
    return tender;
}

// The reasons of all three calls that take a tender, each one's once.
std::set<std::string> payBy(const StaffClient& till, v1::TenderKind kind) {
    const std::string event = encodePublicId(kEvent.value);
    const std::string order = encodePublicId(kEvent, kOrder.value);
    const std::string reservation = encodePublicId(kEvent, kReservation.value);
    v1::CheckoutReservationRequest checkout;
    checkout.set_event(event);
    checkout.set_reservation(reservation);
    checkout.set_request_id(freshRequestId());
    checkout.mutable_buyer()->set_name("Ida");
    checkout.mutable_buyer()->set_email("ida@example.org");
    *checkout.mutable_tender() = tenderOf(kind);
    v1::AddTenderRequest add;
    add.set_event(event);
    add.set_order(order);
    add.set_request_id(freshRequestId());
    *add.mutable_tender() = tenderOf(kind);
    v1::ExchangeTicketsRequest exchange;
    exchange.set_event(event);
    exchange.set_order(order);
    exchange.set_reservation(reservation);
    exchange.set_request_id(freshRequestId());
    *exchange.mutable_tender() = tenderOf(kind);
    return {till.ask("ReservationService/CheckoutReservation", checkout).reason,
            till.ask("OrderService/AddTender", add).reason,
            till.ask("OrderService/ExchangeTickets", exchange).reason};
}

// Selling takes cash and cards; on account it needs a permission of its own, which nothing asked
// for.
TEST(StaffPermissionsTest, WhoMayNotSellOnAccountTakesEveryTenderButAnInvoice) {
    House& house = House::shared();
    for (const Role role : {Role::Cashier, Role::Supervisor, Role::Manager, Role::Administrator}) {
        const StaffClient till = house.tillOf(role);
        for (const auto kind : {v1::TENDER_KIND_UNSPECIFIED, v1::CARD, v1::CASH, v1::GIFT_CARD,
                                v1::READER, v1::INVOICE}) {
            const bool refused = role == Role::Cashier && kind == v1::INVOICE;
            EXPECT_EQ(payBy(till, kind), std::set<std::string>{refused ? "APPROVAL_NEEDED" : ""})
                << nameOf(role) << " " << v1::TenderKind_Name(kind);
        }
    }
}

}  // namespace
}  // namespace tessera::api::test
