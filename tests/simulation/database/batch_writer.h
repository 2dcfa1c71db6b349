// SPDX-License-Identifier: Apache-2.0
// One batch into the rows of its event, as apply_batch does it (server/store/migrations).
//
// Deterministic; all of it or nothing. The steps are in the order of the function's statements, and
// each row is judged where PostgreSQL judges it, so that the SQLSTATE is the same too.
#pragma once

#include "server/store/batch.h"
#include "server/store/store.h"
#include "tests/simulation/database/event_rows.h"

namespace tessera::simulation {

bool isFenced(const EventRows& rows, const store::BatchHead& head);

// Committed, Fenced or Refused; nothing has changed but after the first.
store::CommitResult writeBatch(EventRows& rows, const store::BatchHead& head,
                               const engine::Changes& changes);

}  // namespace tessera::simulation
