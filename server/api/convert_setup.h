// SPDX-License-Identifier: Apache-2.0
// Venues, layouts, codes and copies of events between messages and rows, checked field by field.
// Pure; any thread.
#pragma once

#include "server/api/presentation.h"
#include "server/app/setup/setup_desk.h"
#include "tessera/v1/setup_service.pb.h"

namespace tessera::api {

// The fields of the mask, as CreateVenue checks them; an empty one names all. INVALID_FIELD.
app::Answer<store::VenueChange> toVenueChange(const v1::UpdateVenueRequest& request);

v1::LayoutSummary toProto(const store::LayoutUse& use);
v1::EventCode toProto(EventId event, const engine::Code& code);

// INVALID_FIELD, SEAT_UNKNOWN, AREA_UNKNOWN, CATEGORY_UNKNOWN where no plan is needed to see it.
app::Answer<setup::Painting> toPainting(const v1::PaintLayoutRequest& request);

// The event at each of the times; everything that is set by time moves with it, by the venue's
// clocks. INVALID_FIELD.
app::Answer<setup::CopyWish> toCopies(const v1::CopyEventRequest& request, const ShownEvent& event);

}  // namespace tessera::api
