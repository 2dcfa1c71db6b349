// SPDX-License-Identifier: Apache-2.0
// What each method of the staff port leaves in the trail, by its name there; what leaves nothing,
// and why.
//
// Constants. A method that is new is in neither until somebody has thought about it.
#pragma once

#include <map>
#include <set>
#include <string>

namespace tessera::test {

inline const std::map<std::string, std::string>& trailActions() {
    static const std::map<std::string, std::string> kActions{
        {"AdminService/CloseSale", "close_sale"},
        {"AdminService/CreateCode", "create_code"},
        {"AdminService/CreateEvent", "create_event"},
        {"AdminService/CreateVenue", "create_venue"},
        {"AdminService/ImportLayout", "import_layout"},
        {"AdminService/OpenSale", "open_sale"},
        {"AdminService/SetAllocation", "set_allocation"},
        {"AdminService/UpdateCode", "update_code"},
        {"AdminService/UpdateEvent", "update_event"},
        {"DeskService/HandOutTickets", "hand_out_tickets"},
        {"DeskService/NotePrint", "note_print"},
        {"DeskService/RepriceReservation", "reprice_reservation"},
        {"DeskService/ResendMail", "resend_mail"},
        {"DeskService/SaveCustomer", "save_customer"},
        {"DeskService/SetOrderNote", "set_order_note"},
        {"DeviceService/Enrol", "enrol_device"},
        {"OrderService/AcceptMove", "accept_move"},
        {"OrderService/AddTender", "add_tender"},
        {"OrderService/ConfirmPayment", "confirm_payment"},
        {"OrderService/ExchangeTickets", "exchange_tickets"},
        {"OrderService/ReturnTickets", "refund_tickets"},
        {"PaymentService/CancelEvent", "cancel_event"},
        {"PaymentService/MoveEvent", "move_event"},
        {"PaymentService/RefundTickets", "refund_tickets"},
        {"PaymentService/SettleRefund", "settle_refund"},
        {"PersonService/ErasePerson", "erase_person"},
        {"PersonService/ExportPerson", "export_person"},
        {"ReservationService/CancelReservation", "cancel_reservation"},
        {"ReservationService/CheckoutReservation", "checkout"},
        {"ReservationService/CreateReservation", "create_reservation"},
        {"SetupService/CopyEvent", "copy_event"},
        {"SetupService/PaintLayout", "paint_layout"},
        {"SetupService/UpdateVenue", "change_venue"},
        {"ShiftService/AddDrawerEntry", "add_drawer_entry"},
        {"ShiftService/CloseShift", "close_shift"},
        {"ShiftService/CountShift", "count_shift"},
        {"ShiftService/OpenShift", "open_shift"},
        {"StaffService/CreateDeviceCode", "add_device_code"},
        {"StaffService/CreateStaff", "add_staff"},
        {"StaffService/ResetPassword", "reset_password"},
        {"StaffService/Resume", "resume"},
        {"StaffService/RevokeDevice", "revoke_device"},
        {"StaffService/SetPin", "set_pin"},
        {"StaffService/SetSecondFactor", "set_second_factor"},
        {"StaffService/SignIn", "sign_in"},
        {"StaffService/SignOut", "sign_out"},
        {"StaffService/UpdateStaff", "update_staff"},
        {"TransferService/AcceptTransfer", "accept_transfer"},
        {"TransferService/CancelTransfer", "cancel_transfer"},
        {"TransferService/OfferTransfer", "offer_transfer"},
    };
    return kActions;
}

// Changes nothing: an approval is in the row of what it was used for.
inline const std::set<std::string>& trailless() {
    static const std::set<std::string> kReads{
        "CatalogService/GetEvent",
        "CatalogService/GetLayout",
        "CatalogService/ListEvents",
        "DeskService/FindCustomers",
        "DeskService/FindOrders",
        "DeskService/GetOrderDetails",
        "DeskService/GetSeat",
        "InventoryService/GetAllocations",
        "InventoryService/GetManifestCsv",
        "InventoryService/GetSales",
        "InventoryService/ListManifest",
        "OrderService/GetInvoice",
        "OrderService/GetOrder",
        "OrderService/GetOrderCalendar",
        "OrderService/GetTicketsPdf",
        "OrderService/ListRefunds",
        "OrderService/ListTickets",
        "OrderService/WatchOrder",
        "PaymentService/GetDayReport",
        "PaymentService/GetDisruption",
        "PaymentService/GetOrderInvoice",
        "PaymentService/ListManual",
        "ReservationService/GetReservation",
        "SeatMapService/GetSeatMap",
        "SeatMapService/WatchSeatMap",
        "SetupService/GetAnyEvent",
        "SetupService/GetVenueLayout",
        "SetupService/ListAllEvents",
        "SetupService/ListCodes",
        "SetupService/ListLayouts",
        "SetupService/ListVenues",
        "ShiftService/GetShift",
        "ShiftService/GetShiftReport",
        "ShiftService/ListShifts",
        "StaffService/Approve",
        "StaffService/GetSession",
        "StaffService/ListDevices",
        "StaffService/ListStaff",
    };
    return kReads;
}

}  // namespace tessera::test
