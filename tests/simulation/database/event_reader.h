// SPDX-License-Identifier: Apache-2.0
// What the store reads of one event's rows, as server/store's statements read it.
//
// Pure. A take-over reads what is live and what was made in the last ten minutes: it never passes
// over the rest.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "server/store/store.h"
#include "tests/simulation/database/event_rows.h"

namespace tessera::simulation {

// Without the fence: epoch as the rows have it.
Result<store::TakenOver> loadEvent(const EventRows& rows, Instant databaseNow);

std::vector<store::TakenOver::Request> findRequests(const EventRows& rows,
                                                    std::span<const RequestId> ids);
Result<std::optional<store::StoredReservation>> findReservation(const EventRows& rows,
                                                                ReservationId id);
Result<std::optional<store::StoredOrder>> findOrder(const EventRows& rows, OrderId id);
// Null: there is none.
std::shared_ptr<const engine::OrderRecord> readRecord(const EventRows& rows, OrderId id);
std::vector<store::ManualRow> listManual(const EventRows& rows, std::int32_t limit);
std::vector<engine::TicketRow> ticketsOf(const EventRows& rows, OrderId order);

EventTables tablesOf(const EventRows& rows);

}  // namespace tessera::simulation
