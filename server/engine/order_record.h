// SPDX-License-Identifier: Apache-2.0
// What the database knows of the money of one order: for commands about orders whose money the
// owner's memory has let go (paid, manual or released ones).
//
// Plain values, read in one REPEATABLE READ transaction. A record is used only while `version` is
// the order's: an order that is in memory keeps its version, and every batch that takes its money
// up again or lets it go raises it. Of an order that memory does not know any more a record has to
// be younger than the last that was forgotten: `batch` and `asOf` tell.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/engine/changes.h"

namespace tessera::engine {

struct OrderRecord {
    OrderRow order;  // Contact and quote empty.
    std::int32_t version = 0;
    std::int64_t batch = 0;  // The event's last batch, and its time, when this was read.
    Instant asOf;
    std::string evidence;
    std::vector<TenderRow> tenders;  // Each list ascending by id.
    std::vector<AttemptRow> attempts;
    std::vector<AttemptUpdate> attemptFacts;  // Beside attempts: object id, amounts.
    std::vector<RefundRow> refunds;
    std::vector<RefundUpdate> refundFacts;  // Beside refunds.
    std::vector<TicketRow> tickets;
    // Of each of its tenders by exchange: the order whose tickets were given up, in the same way,
    // at most kExchangesInRow deep.
    std::vector<std::shared_ptr<const OrderRecord>> given;
    // Of a released order: its places, to be taken again for a payment that succeeded late.
    std::optional<ReservationRow> reservation;
};

}  // namespace tessera::engine
