// SPDX-License-Identifier: Apache-2.0
// Prices with the event's names, and the places they are for. Pure; any thread.
#pragma once

#include <google/protobuf/repeated_ptr_field.h>

#include <span>
#include <vector>

#include "server/api/presentation.h"
#include "server/engine/event_engine.h"
#include "tessera/v1/money.pb.h"
#include "tessera/v1/reservation.pb.h"

namespace tessera::api {

// The places of a reservation or order in the order that the quote counts them in: seats, then
// areas, each place by itself.
struct Places {
    std::span<const engine::SeatPick> seats;
    std::span<const engine::AreaPlaces> areas;
};

void setPrice(v1::PriceBreakdown* out, const engine::Quote& quote, Places places, Currency currency,
              const v1::EventConfig& config);

// Fill the places with labels, and each with its part of the quote: its lines that are added.
void setPlaces(google::protobuf::RepeatedPtrField<v1::ReservedSeat>* seats,
               google::protobuf::RepeatedPtrField<v1::ReservedArea>* areas,
               const engine::Quote& quote, Places places, Currency currency,
               const ShownLayout& layout);

}  // namespace tessera::api
