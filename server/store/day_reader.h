// SPDX-License-Identifier: Apache-2.0
// One event's day out of the database, inside a transaction that somebody has begun. Internal.
//
// Not thread-safe; borrows the transaction.
#pragma once

#include "server/store/finance_report.h"
#include "server/store/pg_work.h"

namespace tessera::store {

// What went wrong is in `work`, or, for rows that cannot be what was written, in the result.
Result<DayFacts> readDayFacts(Work& work, EventId event, Instant from, Instant until);

}  // namespace tessera::store
