// SPDX-License-Identifier: Apache-2.0
// The layout as a visitor sees it: rows with their aisles, what is near the stage. Immutable.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace tessera::load {

struct VenueSeat {
    bool ordinary = true;  // Neither a wheelchair place nor a companion seat.
    bool gapBefore = false;
    bool wheelchair = false;
};

struct VenueRow {
    std::int32_t first = 0;
    std::int32_t count = 0;
    double distance = 0;  // Of its middle to what people come to see.
};

struct Venue {
    std::vector<VenueSeat> seats;
    std::vector<VenueRow> rows;  // Most popular first.
    std::vector<std::int32_t> areaCapacities;

    std::int64_t places() const;
};

// Of GetLayout's JSON. Aisles are what a visitor sees as one: over 1.6 times the row's median
// spacing.
Result<Venue> readVenue(std::string_view json);

}  // namespace tessera::load
