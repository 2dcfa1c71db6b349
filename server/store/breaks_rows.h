// SPDX-License-Identifier: Apache-2.0
// Breaks and our side of a reconciliation, from rows and into them. Internal to the store.
//
// Blocks on the database by what it is given; no state of its own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/store/breaks.h"
#include "server/store/pg_connection.h"
#include "server/store/pg_work.h"

namespace tessera::store {

// One statement outside a transaction.
using Ask = std::function<Result<PgRows>(const std::string& sql, const PgParams& params,
                                         const std::string& tried)>;

Result<OwnSide> readOwnSide(const Ask& ask, const OwnQuery& query);

// A row of its own, or `last_seen` of the one that is open.
void writeBreak(Work& work, const Break& one, Instant now);

Result<std::vector<BreakRow>> readBreaks(const Ask& ask, const Reconciliations::BreakQuery& query);

}  // namespace tessera::store
