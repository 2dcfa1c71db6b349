// SPDX-License-Identifier: Apache-2.0
// Layouts as clients see them. Pure; any thread.
#pragma once

#include "server/api/presentation.h"
#include "tessera/v1/admin_service.pb.h"
#include "tessera/v1/layout.pb.h"
#include "tessera/v1/reservation.pb.h"

namespace tessera::api {

v1::Layout toProto(const ShownLayout& layout);

// The answer to an import: numbers and names, without seats and shapes.
v1::ImportLayoutResponse toImportResponse(const ShownLayout& layout);

// What is written on a seat or an area's ticket. REQUIRES: in the layout.
void setLabel(v1::PlaceLabel* out, const ShownLayout& layout, SeatNo seat);
void setLabel(v1::PlaceLabel* out, const ShownLayout& layout, AreaNo area);

}  // namespace tessera::api
