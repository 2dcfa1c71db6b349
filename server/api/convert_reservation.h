// SPDX-License-Identifier: Apache-2.0
// Reservations, orders and tickets, and what is asked for them. Pure; any thread.
#pragma once

#include "server/api/presentation.h"
#include "server/app/app.h"
#include "tessera/v1/order_service.pb.h"
#include "tessera/v1/reservation_service.pb.h"

namespace tessera::api {

inline constexpr std::int32_t kPlacesMax = 10'000;  // That a request may name.

// What CreateReservation asks for. INVALID_FIELD for a missing number or choice or a quantity below
// 1, TOO_MANY_PLACES beyond kPlacesMax; whether the numbers exist is for the engine to say.
app::Answer<engine::Selection> toSelection(const v1::CreateReservationRequest& request);

// The whole command; refusals as of toSelection.
app::Answer<engine::HoldSeats> toHold(const v1::CreateReservationRequest& request,
                                      const app::Mutation& mutation,
                                      const app::CallerCredentials& caller);

// Whom a checkout needs to know: who sells over a counter may sell to nobody in particular.
enum class BuyerNeed { Whole, Nothing };

// The command but for its stamp, caller and tender.
app::Answer<engine::Checkout> toCheckout(const v1::CheckoutReservationRequest& request,
                                         ReservationId reservation, BuyerNeed need);

// How many places of which type; INVALID_FIELD, TOO_MANY_PLACES as of toSelection.
app::Answer<std::vector<engine::TypeCount>> toCounts(
    const google::protobuf::RepeatedPtrField<v1::TicketQuantity>& quantities,
    const std::string& field);

v1::Reservation toProto(const app::ReservationAnswer& answer, const ShownEvent& event);
v1::Order::State toProto(engine::OrderState state);
v1::Order toProto(const app::OrderAnswer& answer, const ShownEvent& event);
// REQUIRES: `images` only where codes may be drawn; a code that cannot be drawn has none.
v1::ListTicketsResponse toProto(const app::TicketsAnswer& answer, const ShownEvent& event,
                                bool images);

// True for a state after which nothing changes: PAID, RELEASED, MANUAL.
bool isFinal(engine::OrderState state);

}  // namespace tessera::api
