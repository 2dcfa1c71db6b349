// SPDX-License-Identifier: Apache-2.0
// What a client can be asked for: the contract's methods, with how each may be asked again.
//
// Constants. A method that is not here yet is one line. SignIn, Resume, SetPin and SignOut are
// Client's own, for they carry tokens.
#pragma once

#include "shared/client/answer.h"
#include "tessera/v1/catalog_service.pb.h"
#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/device_service.pb.h"
#include "tessera/v1/order_service.pb.h"
#include "tessera/v1/person_service.pb.h"
#include "tessera/v1/reservation_service.pb.h"
#include "tessera/v1/seat_map_service.pb.h"
#include "tessera/v1/shift_service.pb.h"
#include "tessera/v1/staff_service.pb.h"

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

inline constexpr Method<v1::RepriceReservationRequest, v1::Reservation> kRepriceReservation{
    "/tessera.v1.DeskService/RepriceReservation", Kind::Mutation};
inline constexpr Method<v1::GetSeatRequest, v1::SeatDetails> kGetSeat{
    "/tessera.v1.DeskService/GetSeat", Kind::Read};
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
inline constexpr Method<v1::FindCustomersRequest, v1::FindCustomersResponse> kFindCustomers{
    "/tessera.v1.DeskService/FindCustomers", Kind::Read};
inline constexpr Method<v1::SaveCustomerRequest, v1::Customer> kSaveCustomer{
    "/tessera.v1.DeskService/SaveCustomer", Kind::Mutation};

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

}  // namespace tessera::client
