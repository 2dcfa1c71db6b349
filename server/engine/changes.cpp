// SPDX-License-Identifier: Apache-2.0
#include "server/engine/changes.h"

namespace tessera::engine {

bool Changes::empty() const {
    return seats.empty() && areas.empty() && reservations.empty() && reservationUpdates.empty() &&
           reprices.empty() && orders.empty() && orderUpdates.empty() && tenders.empty() &&
           attempts.empty() && attemptUpdates.empty() && refunds.empty() && refundUpdates.empty() &&
           tickets.empty() && ticketUpdates.empty() && outbox.empty() && outboxClosed.empty() &&
           ledger.empty() && requests.empty() && codes.empty() && codeUses.empty() &&
           codeUpdates.empty() && terms.empty() && desk.empty();
}

void Changes::clear() {
    seats.clear();
    areas.clear();
    reservations.clear();
    reservationUpdates.clear();
    reprices.clear();
    orders.clear();
    orderUpdates.clear();
    tenders.clear();
    attempts.clear();
    attemptUpdates.clear();
    refunds.clear();
    refundUpdates.clear();
    tickets.clear();
    ticketUpdates.clear();
    outbox.clear();
    outboxClosed.clear();
    ledger.clear();
    requests.clear();
    codes.clear();
    codeUses.clear();
    codeUpdates.clear();
    terms.clear();
    desk.clear();
}

}  // namespace tessera::engine
