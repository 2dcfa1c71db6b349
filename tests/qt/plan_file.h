// SPDX-License-Identifier: Apache-2.0
// The plans of plans/ as layouts of the map, and states for their seats.
//
// Deterministic; not thread-safe; owns nothing. A plan that cannot be read ends the program.
#pragma once

#include <memory>
#include <random>
#include <vector>

#include "shared/qt/seat_map/seat_layout.h"
#include "shared/qt/seat_map/seat_map_model.h"

namespace tessera::qt {

// `name` as in "national-stadium".
SeatPlan planOf(const char* name);
std::shared_ptr<const SeatLayout> layoutOf(const char* name);

SeatState randomState(std::mt19937& random);

// `count` seats anywhere with states of any kind.
std::vector<SeatChange> randomChanges(const SeatLayout& layout, int count, std::mt19937& random);

// Three of ten sold, some held and blocked, as in the middle of an on-sale.
void fillWithSales(SeatMapModel& model, std::mt19937& random);

}  // namespace tessera::qt
