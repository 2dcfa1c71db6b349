// SPDX-License-Identifier: Apache-2.0
// What the staff port says of orders after the sale, of customers and of persons: reads the search
// tables where that may block, changes through App, encodes.
//
// They keep nothing between calls; thread-safe. No name, address or query is logged.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/api/handlers_staff.h"
#include "server/app/counter.h"
#include "tessera/v1/desk_service.pb.h"

namespace tessera::api {

// All outlive the registry.
struct CounterContext : app::Counter {
    StaffContext staff;
};

void registerOrderSearch(Registry& registry, CounterContext context);
void registerOrderDesk(Registry& registry, CounterContext context);
void registerCustomers(Registry& registry, CounterContext context);
void registerPersons(Registry& registry, CounterContext context);

// The seats whose section, row and number have a word that begins so for each word of `text`; none
// where they are more than `most`. An arena takes a millisecond.
std::vector<SeatNo> seatsBy(const ShownLayout& layout, std::string_view text, std::size_t most);

// "Block A, row 3: 4, 5, 6": the first places of an order.
std::string placesText(const store::OrderLine& line, const ShownLayout& layout);

}  // namespace tessera::api
