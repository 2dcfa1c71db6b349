// SPDX-License-Identifier: Apache-2.0
// What staff change of a running event: its terms, allocations of seats, codes.
//
// Deterministic. Not thread-safe. A refusal leaves the state as it was. Who may do this is judged
// by the edge.
#pragma once

#include "server/engine/engine_state.h"

namespace tessera::engine {

// The currency never changes. Reservations keep the version that they were made under.
Outcome changeTerms(EngineState& state, const ChangeTerms& command, Changes& changes);

// All or none. Seats that have the allocation already do not count as changed.
Outcome setAllocation(EngineState& state, const SetAllocation& command, Changes& changes);

// CodeExists, TooManyCodes, or TermsInvalid where the code itself makes no sense.
Outcome createCode(EngineState& state, const CreateCode& command, Changes& changes);

}  // namespace tessera::engine
