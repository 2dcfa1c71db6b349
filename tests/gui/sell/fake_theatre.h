// SPDX-License-Identifier: Apache-2.0
// The plan, the evening, the season and the customers of the fake house.
//
// Pure; constant data.
#pragma once

#include <vector>

#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/event.pb.h"
#include "tessera/v1/layout.pb.h"
#include "tessera/v1/reservation.pb.h"

namespace tessera::gui {

const v1::Layout& fakeLayout();
v1::Event fakeEvent();
std::vector<v1::EventSummary> fakeSeason();
std::vector<v1::Customer> fakeCustomers();

// Lines of a reservation, and what they come to: tickets and a fee of 1.00 for the order.
void fakeSeat(int seat, int type, v1::ReservedSeat& out);
void fakeArea(const v1::TicketQuantity& wanted, v1::ReservedArea& out);
void fakePrice(v1::Reservation& reservation);
void fakeReprice(const v1::RepriceReservationRequest& request, v1::Reservation& reservation);

}  // namespace tessera::gui
