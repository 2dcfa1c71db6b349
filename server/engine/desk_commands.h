// SPDX-License-Identifier: Apache-2.0
// What staff writes beside orders and tickets after the sale: notes, what was handed out and
// printed, mail that goes out again, and the pseudonym that takes a person's place.
//
// Deterministic. Not thread-safe. Nothing of it is in an engine's state but the order's version,
// which what is judged by an order's record raises. A refusal leaves everything as it was.
#pragma once

#include "server/engine/engine_state.h"

namespace tessera::engine {

// NotYours, RecordNeeded. Of an order in any state, also of one that is forgotten.
Outcome noteOrder(const EngineState& state, const NoteOrder& command, Changes& changes);

// As findTickets, then TicketUnknown, TicketNotActive. A ticket in an exchange is its holder's
// still.
Outcome handOutTickets(EngineState& state, const HandOutTickets& command, Changes& changes);
Outcome notePrint(EngineState& state, const NotePrint& command, Changes& changes);

// As findTickets, then TicketNotActive where none is active.
Outcome resendMail(EngineState& state, const ResendMail& command, Changes& changes);

// REQUIRES: at most kErasedPerCommand orders and tickets.
Outcome erasePerson(const EngineState& state, const ErasePerson& command, Changes& changes);

}  // namespace tessera::engine
