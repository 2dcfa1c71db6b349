// SPDX-License-Identifier: Apache-2.0
// How far the orders of an event that was cancelled or moved are, from its rows.
//
// Uses the caller's connection. Reads every order and refund of the event: for staff.
#pragma once

#include "server/store/pg_connection.h"
#include "server/store/store.h"

namespace tessera::store {

Result<ReturnsProgress> readReturns(PgConnection& connection, EventId event,
                                    const engine::Disruption& disruption, SteadyTime deadline);

}  // namespace tessera::store
