// SPDX-License-Identifier: Apache-2.0
// What a client can be asked for: the contract's methods, with how each may be asked again.
//
// Constants. A method that is not here yet is one line. SignIn, Resume, SetPin and SignOut are
// Client's own, for they carry tokens.
#pragma once

#include "shared/client/answer.h"
#include "tessera/v1/admin_service.pb.h"
#include "tessera/v1/catalog_service.pb.h"
#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/device_service.pb.h"
#include "tessera/v1/inventory_service.pb.h"
#include "tessera/v1/order_service.pb.h"
#include "tessera/v1/payment_service.pb.h"
#include "tessera/v1/person_service.pb.h"
#include "tessera/v1/reservation_service.pb.h"
#include "tessera/v1/seat_map_service.pb.h"
#include "tessera/v1/setup_service.pb.h"
#include "tessera/v1/shift_service.pb.h"
#include "tessera/v1/staff_service.pb.h"
#include "tessera/v1/transfer_service.pb.h"

namespace tessera::client {

template <class Request, class Response>
struct Method {
    const char* path;
    Kind kind;
};

inline constexpr Method<v1::EnrolRequest, v1::EnrolResponse> kEnrol{
    "/tessera.v1.DeviceService/Enrol", Kind::Entry};
inline constexpr Method<v1::ApproveRequest, v1::ApproveResponse> kApprove{
    "/tessera.v1.StaffService/Approve", Kind::Once};
inline constexpr Method<v1::GetSessionRequest, v1::StaffSession> kGetSession{
    "/tessera.v1.StaffService/GetSession", Kind::Read};

inline constexpr Method<v1::CreateStaffRequest, v1::StaffPassword> kCreateStaff{
    "/tessera.v1.StaffService/CreateStaff", Kind::Once};
inline constexpr Method<v1::UpdateStaffRequest, v1::Staff> kUpdateStaff{
    "/tessera.v1.StaffService/UpdateStaff", Kind::Once};
inline constexpr Method<v1::ResetPasswordRequest, v1::StaffPassword> kResetPassword{
    "/tessera.v1.StaffService/ResetPassword", Kind::Once};
inline constexpr Method<v1::SetSecondFactorRequest, v1::SecondFactor> kSetSecondFactor{
    "/tessera.v1.StaffService/SetSecondFactor", Kind::Once};
inline constexpr Method<v1::ListStaffRequest, v1::ListStaffResponse> kListStaff{
    "/tessera.v1.StaffService/ListStaff", Kind::Read};
inline constexpr Method<v1::ListDevicesRequest, v1::ListDevicesResponse> kListDevices{
    "/tessera.v1.StaffService/ListDevices", Kind::Read};
inline constexpr Method<v1::CreateDeviceCodeRequest, v1::DeviceCode> kCreateDeviceCode{
    "/tessera.v1.StaffService/CreateDeviceCode", Kind::Once};
inline constexpr Method<v1::RevokeDeviceRequest, v1::Device> kRevokeDevice{
    "/tessera.v1.StaffService/RevokeDevice", Kind::Once};

inline constexpr Method<v1::ListEventsRequest, v1::ListEventsResponse> kListEvents{
    "/tessera.v1.CatalogService/ListEvents", Kind::Read};
inline constexpr Method<v1::GetEventRequest, v1::Event> kGetEvent{
    "/tessera.v1.CatalogService/GetEvent", Kind::Read};
inline constexpr Method<v1::GetLayoutRequest, v1::Layout> kGetLayout{
    "/tessera.v1.CatalogService/GetLayout", Kind::Large};

inline constexpr Method<v1::CreateReservationRequest, v1::Reservation> kCreateReservation{
    "/tessera.v1.ReservationService/CreateReservation", Kind::Mutation};
inline constexpr Method<v1::GetReservationRequest, v1::Reservation> kGetReservation{
    "/tessera.v1.ReservationService/GetReservation", Kind::Read};
inline constexpr Method<v1::CancelReservationRequest, v1::Reservation> kCancelReservation{
    "/tessera.v1.ReservationService/CancelReservation", Kind::Mutation};
inline constexpr Method<v1::CheckoutReservationRequest, v1::Order> kCheckoutReservation{
    "/tessera.v1.ReservationService/CheckoutReservation", Kind::Mutation};

inline constexpr Method<v1::GetOrderRequest, v1::Order> kGetOrder{
    "/tessera.v1.OrderService/GetOrder", Kind::Read};
inline constexpr Method<v1::AddTenderRequest, v1::Order> kAddTender{
    "/tessera.v1.OrderService/AddTender", Kind::Mutation};
inline constexpr Method<v1::ListTicketsRequest, v1::ListTicketsResponse> kListTickets{
    "/tessera.v1.OrderService/ListTickets", Kind::Read};

inline constexpr Method<v1::FindOrdersRequest, v1::FindOrdersResponse> kFindOrders{
    "/tessera.v1.DeskService/FindOrders", Kind::Read};
inline constexpr Method<v1::GetOrderDetailsRequest, v1::OrderDetails> kGetOrderDetails{
    "/tessera.v1.DeskService/GetOrderDetails", Kind::Read};
inline constexpr Method<v1::SetOrderNoteRequest, v1::OrderDetails> kSetOrderNote{
    "/tessera.v1.DeskService/SetOrderNote", Kind::Mutation};
inline constexpr Method<v1::HandOutTicketsRequest, v1::OrderDetails> kHandOutTickets{
    "/tessera.v1.DeskService/HandOutTickets", Kind::Mutation};
inline constexpr Method<v1::NotePrintRequest, v1::OrderDetails> kNotePrint{
    "/tessera.v1.DeskService/NotePrint", Kind::Mutation};
inline constexpr Method<v1::ResendMailRequest, v1::OrderDetails> kResendMail{
    "/tessera.v1.DeskService/ResendMail", Kind::Mutation};
inline constexpr Method<v1::FindCustomersRequest, v1::FindCustomersResponse> kFindCustomers{
    "/tessera.v1.DeskService/FindCustomers", Kind::Read};
inline constexpr Method<v1::SaveCustomerRequest, v1::Customer> kSaveCustomer{
    "/tessera.v1.DeskService/SaveCustomer", Kind::Change};

inline constexpr Method<v1::ExportPersonRequest, v1::Document> kExportPerson{
    "/tessera.v1.PersonService/ExportPerson", Kind::Once};
inline constexpr Method<v1::ErasePersonRequest, v1::ErasePersonResponse> kErasePerson{
    "/tessera.v1.PersonService/ErasePerson", Kind::Once};

inline constexpr Method<v1::GetSeatMapRequest, v1::SeatMap> kGetSeatMap{
    "/tessera.v1.SeatMapService/GetSeatMap", Kind::Read};

inline constexpr Method<v1::RepriceReservationRequest, v1::Reservation> kRepriceReservation{
    "/tessera.v1.DeskService/RepriceReservation", Kind::Mutation};
inline constexpr Method<v1::GetSeatRequest, v1::SeatDetails> kGetSeat{
    "/tessera.v1.DeskService/GetSeat", Kind::Read};
inline constexpr Method<v1::OpenShiftRequest, v1::Shift> kOpenShift{
    "/tessera.v1.ShiftService/OpenShift", Kind::Mutation};
inline constexpr Method<v1::GetShiftRequest, v1::Shift> kGetShift{
    "/tessera.v1.ShiftService/GetShift", Kind::Read};
inline constexpr Method<v1::ListShiftsRequest, v1::ListShiftsResponse> kListShifts{
    "/tessera.v1.ShiftService/ListShifts", Kind::Read};
inline constexpr Method<v1::AddDrawerEntryRequest, v1::Shift> kAddDrawerEntry{
    "/tessera.v1.ShiftService/AddDrawerEntry", Kind::Mutation};
inline constexpr Method<v1::CountShiftRequest, v1::Shift> kCountShift{
    "/tessera.v1.ShiftService/CountShift", Kind::Mutation};
inline constexpr Method<v1::CloseShiftRequest, v1::Shift> kCloseShift{
    "/tessera.v1.ShiftService/CloseShift", Kind::Mutation};
inline constexpr Method<v1::GetShiftReportRequest, v1::ShiftReport> kGetShiftReport{
    "/tessera.v1.ShiftService/GetShiftReport", Kind::Read};

inline constexpr Method<v1::CreateVenueRequest, v1::Venue> kCreateVenue{
    "/tessera.v1.AdminService/CreateVenue", Kind::Mutation};
inline constexpr Method<v1::ImportLayoutRequest, v1::ImportLayoutResponse> kImportLayout{
    "/tessera.v1.AdminService/ImportLayout", Kind::Mutation};
inline constexpr Method<v1::CreateEventRequest, v1::Event> kCreateEvent{
    "/tessera.v1.AdminService/CreateEvent", Kind::Mutation};
inline constexpr Method<v1::UpdateEventRequest, v1::Event> kUpdateEvent{
    "/tessera.v1.AdminService/UpdateEvent", Kind::Mutation};
inline constexpr Method<v1::OpenSaleRequest, v1::Event> kOpenSale{
    "/tessera.v1.AdminService/OpenSale", Kind::Mutation};
inline constexpr Method<v1::CloseSaleRequest, v1::Event> kCloseSale{
    "/tessera.v1.AdminService/CloseSale", Kind::Mutation};
inline constexpr Method<v1::SetAllocationRequest, v1::SetAllocationResponse> kSetAllocation{
    "/tessera.v1.AdminService/SetAllocation", Kind::Mutation};
inline constexpr Method<v1::CreateCodeRequest, v1::EventCode> kCreateCode{
    "/tessera.v1.AdminService/CreateCode", Kind::Mutation};
inline constexpr Method<v1::UpdateCodeRequest, v1::EventCode> kUpdateCode{
    "/tessera.v1.AdminService/UpdateCode", Kind::Mutation};

inline constexpr Method<v1::GetAllocationsRequest, v1::GetAllocationsResponse> kGetAllocations{
    "/tessera.v1.InventoryService/GetAllocations", Kind::Read};
inline constexpr Method<v1::GetSalesRequest, v1::SalesReport> kGetSales{
    "/tessera.v1.InventoryService/GetSales", Kind::Read};
inline constexpr Method<v1::ListManifestRequest, v1::ListManifestResponse> kListManifest{
    "/tessera.v1.InventoryService/ListManifest", Kind::Read};
inline constexpr Method<v1::GetManifestCsvRequest, v1::Document> kGetManifestCsv{
    "/tessera.v1.InventoryService/GetManifestCsv", Kind::Read};

inline constexpr Method<v1::ConfirmPaymentRequest, v1::Order> kConfirmPayment{
    "/tessera.v1.OrderService/ConfirmPayment", Kind::Mutation};
inline constexpr Method<v1::ReturnTicketsRequest, v1::Order> kReturnTickets{
    "/tessera.v1.OrderService/ReturnTickets", Kind::Mutation};
inline constexpr Method<v1::AcceptMoveRequest, v1::Order> kAcceptMove{
    "/tessera.v1.OrderService/AcceptMove", Kind::Mutation};
inline constexpr Method<v1::ExchangeTicketsRequest, v1::Order> kExchangeTickets{
    "/tessera.v1.OrderService/ExchangeTickets", Kind::Mutation};
inline constexpr Method<v1::ListRefundsRequest, v1::ListRefundsResponse> kListRefunds{
    "/tessera.v1.OrderService/ListRefunds", Kind::Read};
inline constexpr Method<v1::GetTicketsPdfRequest, v1::Document> kGetTicketsPdf{
    "/tessera.v1.OrderService/GetTicketsPdf", Kind::Read};
inline constexpr Method<v1::GetInvoiceRequest, v1::Document> kGetInvoice{
    "/tessera.v1.OrderService/GetInvoice", Kind::Read};

inline constexpr Method<v1::RefundTicketsRequest, v1::Order> kRefundTickets{
    "/tessera.v1.PaymentService/RefundTickets", Kind::Mutation};
inline constexpr Method<v1::SettleRefundRequest, v1::Order> kSettleRefund{
    "/tessera.v1.PaymentService/SettleRefund", Kind::Mutation};
inline constexpr Method<v1::ListManualRequest, v1::ListManualResponse> kListManual{
    "/tessera.v1.PaymentService/ListManual", Kind::Read};
inline constexpr Method<v1::GetDayReportRequest, v1::Document> kGetDayReport{
    "/tessera.v1.PaymentService/GetDayReport", Kind::Read};
inline constexpr Method<v1::GetOrderInvoiceRequest, v1::Document> kGetOrderInvoice{
    "/tessera.v1.PaymentService/GetOrderInvoice", Kind::Read};
inline constexpr Method<v1::CancelEventRequest, v1::Event> kCancelEvent{
    "/tessera.v1.PaymentService/CancelEvent", Kind::Mutation};
inline constexpr Method<v1::MoveEventRequest, v1::Event> kMoveEvent{
    "/tessera.v1.PaymentService/MoveEvent", Kind::Mutation};
inline constexpr Method<v1::GetDisruptionRequest, v1::DisruptionProgress> kGetDisruption{
    "/tessera.v1.PaymentService/GetDisruption", Kind::Read};

inline constexpr Method<v1::ListVenuesRequest, v1::ListVenuesResponse> kListVenues{
    "/tessera.v1.SetupService/ListVenues", Kind::Read};
inline constexpr Method<v1::UpdateVenueRequest, v1::Venue> kUpdateVenue{
    "/tessera.v1.SetupService/UpdateVenue", Kind::Mutation};
inline constexpr Method<v1::ListLayoutsRequest, v1::ListLayoutsResponse> kListLayouts{
    "/tessera.v1.SetupService/ListLayouts", Kind::Read};
inline constexpr Method<v1::GetVenueLayoutRequest, v1::Layout> kGetVenueLayout{
    "/tessera.v1.SetupService/GetVenueLayout", Kind::Read};
inline constexpr Method<v1::PaintLayoutRequest, v1::ImportLayoutResponse> kPaintLayout{
    "/tessera.v1.SetupService/PaintLayout", Kind::Mutation};
inline constexpr Method<v1::ListAllEventsRequest, v1::ListAllEventsResponse> kListAllEvents{
    "/tessera.v1.SetupService/ListAllEvents", Kind::Read};
inline constexpr Method<v1::GetAnyEventRequest, v1::Event> kGetAnyEvent{
    "/tessera.v1.SetupService/GetAnyEvent", Kind::Read};
inline constexpr Method<v1::CopyEventRequest, v1::CopyEventResponse> kCopyEvent{
    "/tessera.v1.SetupService/CopyEvent", Kind::Mutation};
inline constexpr Method<v1::ListCodesRequest, v1::ListCodesResponse> kListCodes{
    "/tessera.v1.SetupService/ListCodes", Kind::Read};

inline constexpr Method<v1::OfferTransferRequest, v1::Transfer> kOfferTransfer{
    "/tessera.v1.TransferService/OfferTransfer", Kind::Mutation};
inline constexpr Method<v1::AcceptTransferRequest, v1::Transfer> kAcceptTransfer{
    "/tessera.v1.TransferService/AcceptTransfer", Kind::Mutation};
inline constexpr Method<v1::CancelTransferRequest, v1::Transfer> kCancelTransfer{
    "/tessera.v1.TransferService/CancelTransfer", Kind::Mutation};

}  // namespace tessera::client
