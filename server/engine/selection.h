// SPDX-License-Identifier: Apache-2.0
// From what a buyer asks for to places: the shape of a selection, then what is free for it.
//
// Pure functions on a state that they do not change. Deterministic.
#pragma once

#include <cstdint>
#include <vector>

#include "server/engine/commands.h"
#include "server/engine/engine_state.h"

namespace tessera::engine {

inline constexpr std::size_t kRefusedSeatsMax = 100;  // Named in one outcome.

// Places that can be taken, all of them.
struct ChosenPlaces {
    std::vector<SeatPick> seats;   // Ascending by seat.
    AreaNo area{-1};               // Where `seats` is empty.
    std::vector<TypeCount> lines;  // Of the area: one per type, ascending, counts > 0.
    std::int32_t places = 0;
};

// Checks what needs no state: SelectionEmpty to NotPriced, and counts the places. A negative
// count, or more wheelchair places than places, is SelectionEmpty.
Outcome checkShape(const EngineState& state, const Selection& selection, std::int32_t& places);

// Finds the places: SeatUnavailable to AreaFull. `code` may unlock an allocation: for a search
// that is in the inventory's best() already (Inventory::Unlocked). REQUIRES: checkShape found no
// fault.
Outcome choosePlaces(const EngineState& state, const Selection& selection, const Code* code,
                     ChosenPlaces& chosen);

}  // namespace tessera::engine
