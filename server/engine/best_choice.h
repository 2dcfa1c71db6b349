// SPDX-License-Identifier: Apache-2.0
// A best-available wish, turned into seats with their ticket types.
//
// Pure functions on a state that they do not change. Deterministic.
#pragma once

#include <cstdint>
#include <vector>

#include "server/engine/commands.h"
#include "server/engine/engine_state.h"

namespace tessera::engine {

// Of the wished categories (of all where none are named) those sold as every type of the wish.
// REQUIRES: types and categories are known.
std::vector<CategoryNo> pricedCategories(const EngineState& state, const BestSelection& best);

// `count` seats ascending, the types given to them in the order of the wish. Refuses with
// NotEnoughSeats or NotTogether. Wheelchair places come first; as many of the other places as there
// are wheelchair places are their companion seats; the rest is one run of seats, or split where
// no run is long enough.
Refusal chooseBest(const EngineState& state, const BestSelection& best, std::int32_t count,
                   std::vector<SeatPick>& chosen);

}  // namespace tessera::engine
