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
#include "tessera/v1/reservation_service.pb.h"
#include "tessera/v1/seat_map_service.pb.h"
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
inline constexpr Method<v1::NotePrintRequest, v1::OrderDetails> kNotePrint{
    "/tessera.v1.DeskService/NotePrint", Kind::Mutation};
inline constexpr Method<v1::ListTicketsRequest, v1::ListTicketsResponse> kListTickets{
    "/tessera.v1.OrderService/ListTickets", Kind::Read};

inline constexpr Method<v1::GetSeatMapRequest, v1::SeatMap> kGetSeatMap{
    "/tessera.v1.SeatMapService/GetSeatMap", Kind::Read};

inline constexpr Method<v1::RepriceReservationRequest, v1::Reservation> kRepriceReservation{
    "/tessera.v1.DeskService/RepriceReservation", Kind::Mutation};
inline constexpr Method<v1::GetSeatRequest, v1::SeatDetails> kGetSeat{
    "/tessera.v1.DeskService/GetSeat", Kind::Read};
inline constexpr Method<v1::FindCustomersRequest, v1::FindCustomersResponse> kFindCustomers{
    "/tessera.v1.DeskService/FindCustomers", Kind::Read};
inline constexpr Method<v1::SaveCustomerRequest, v1::Customer> kSaveCustomer{
    "/tessera.v1.DeskService/SaveCustomer", Kind::Mutation};

}  // namespace tessera::client
