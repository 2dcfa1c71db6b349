// SPDX-License-Identifier: Apache-2.0
// Which tickets of an exchange admit, as the rows say: what somebody at the door would be told
// between any two commits.
#pragma once

#include <set>
#include <string>

#include "tests/engine/shadow_rows.h"

namespace tessera::engine {

// What is wrong with the tickets that `taken` is or was paid with, and with its own; empty: one set
// of them admits. Tickets that were given back since admit nobody, and say nothing.
inline std::string faultOfExchange(const ShadowRows& rows, OrderId taken) {
    bool given = false;
    bool gone = false;
    bool own = false;
    bool waits = false;
    for (const auto& [id, row] : rows.tickets) {
        if (row.exchange == taken) {
            (row.state == TicketState::Active ? given : gone) = true;
        } else if (row.order == taken) {
            own = own || row.state == TicketState::Active;
            waits = waits || row.state == TicketState::Inactive;
        }
    }
    if (given && gone) return "a part of the old tickets admits";
    if (given && own) return "both sets admit";
    if (gone && waits) return "neither set admits";
    return {};
}

// Which orders may have become false by a step: what they are paid with was touched, or they were.
class ExchangesSeen {
public:
    // After `changes` were applied to `rows`.
    std::set<OrderId> touchedBy(const ShadowRows& rows, const Changes& changes) {
        std::set<OrderId> touched;
        for (const TicketUpdate& update : changes.ticketUpdates) {
            if (update.exchange) takers_.insert(update.exchange);
            touched.insert(update.exchange);
            touched.insert(rows.tickets.at(update.id).order);
        }
        for (const TicketRow& row : changes.tickets) touched.insert(row.order);
        std::erase_if(touched, [&](OrderId order) { return !takers_.contains(order); });
        return touched;
    }

private:
    std::set<OrderId> takers_;  // Whatever tickets were ever given for.
};

}  // namespace tessera::engine
