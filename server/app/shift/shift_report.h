// SPDX-License-Identifier: Apache-2.0
// What an X or Z report says, before it is encoded: read from the shift's entries and the rows of
// their events.
//
// Blocks on the database; thread-safe. At most kEntriesPerRead entries are held beside what is kept
// of each: its ids.
#pragma once

#include <map>
#include <vector>

#include "server/store/shift_rows.h"

namespace tessera::shift {

struct ReportFacts {
    store::ShiftRow shift;
    bool final = false;
    Instant at;
    std::vector<store::EventSum> events{};  // By title, then id.
};

// The shift's entries that are done, by event.
using EntriesOfEvents = std::map<EventId, std::vector<store::ShiftEntry>>;
Result<EntriesOfEvents> doneEntries(store::Shifts& shifts, ShiftId shift);

// `shift` as it is, or as it will be when it is closed.
Result<ReportFacts> readReport(store::Shifts& shifts, const store::ShiftRow& shift, Instant at);

}  // namespace tessera::shift
