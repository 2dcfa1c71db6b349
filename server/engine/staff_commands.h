// SPDX-License-Identifier: Apache-2.0
// What staff change of a running event: its terms, allocations of seats, codes.
//
// Deterministic. Not thread-safe. A refusal leaves the state as it was. Who may do this is judged
// by the edge.
#pragma once

#include <string>

#include "server/engine/engine_state.h"

namespace tessera::engine {

// True if these can be in force next: whole, of the event's currency, and of a sale that goes on.
bool termsFit(const EngineState& state, const EventTerms& terms);
// Puts them in force under the next version; an empty document stays as it is. REQUIRES: there is
// room, and they fit the layout.
void putTerms(EngineState& state, EventTerms terms, std::string document, Changes& changes);

// The currency never changes. Reservations keep the version that they were made under.
// EventCancelled: nothing changes any more.
Outcome changeTerms(EngineState& state, const ChangeTerms& command, Changes& changes);

// All or none; TermsInvalid for an allocation whose release time has come. Seats that have the
// allocation already do not count as changed.
Outcome setAllocation(EngineState& state, const SetAllocation& command, Changes& changes);

// CodeExists, TooManyCodes, or TermsInvalid where the code itself makes no sense.
Outcome createCode(EngineState& state, const CreateCode& command, Changes& changes);

// CodeNotFound, or TermsInvalid where the code would make no sense. Always has an effect: what it
// says stays said, also where the code was so before.
Outcome updateCode(EngineState& state, const UpdateCode& command, Changes& changes);
// CodeNotFound.
Outcome readCode(const EngineState& state, const ReadCode& command);

}  // namespace tessera::engine
