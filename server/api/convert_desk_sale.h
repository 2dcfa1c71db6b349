// SPDX-License-Identifier: Apache-2.0
// What staff asks about prices of what is held, and whose a seat is. Pure; any thread.
#pragma once

#include "server/api/presentation.h"
#include "server/app/app.h"
#include "tessera/v1/desk_service.pb.h"

namespace tessera::api {

// The command but for its stamp and caller. INVALID_FIELD for what is missing, too long or too
// much, TOO_MANY_PLACES beyond kPlacesMax; whether seats and types exist is for the engine to say.
app::Answer<engine::RepriceReservation> toReprice(const v1::RepriceReservationRequest& request,
                                                  ReservationId reservation);

v1::SeatDetails toProto(const app::SeatAnswer& answer, const ShownEvent& event);

}  // namespace tessera::api
