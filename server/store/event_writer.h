// SPDX-License-Identifier: Apache-2.0
// The rows of a new event, and what a create made: inside the transaction of whoever makes it.
//
// Functions of a Work alone: they keep nothing, and the first failure stops the rest.
#pragma once

#include <string>

#include "server/store/pg_work.h"
#include "server/store/store.h"

namespace tessera::store {

// The numbers are the database's. Of a change `id` is what was changed; of copies the first
// event's, the others' follow it one by one.
enum class CreatedKind : std::int16_t {
    Venue = 1,
    Layout = 2,
    Event = 3,
    ChangedVenue = 4,
    Copies = 5,
};

void writeCreated(Work& work, RequestId request, Fingerprint body, CreatedKind kind,
                  std::int64_t id);

// The event, its terms, and its owner's row, which wakes somebody when an allocation is released.
void writeEventRow(Work& work, const EventRow& event, const engine::EventTerms& terms);
// All available.
void writeSeats(Work& work, EventId event, const engine::Layout& layout);
void writeAreas(Work& work, EventId event, const engine::Layout& layout);
void writeSearch(Work& work, const EventRow& event, const std::string& venueName);

}  // namespace tessera::store
