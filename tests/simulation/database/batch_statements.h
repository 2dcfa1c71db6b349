// SPDX-License-Identifier: Apache-2.0
// What the statements of a batch have in common: which row each of them changes, and what it says.
//
// Internal to the batch writer. What it changes it tells `undo`.
#pragma once

#include <set>
#include <utility>

#include "tests/simulation/database/event_rows.h"
#include "tests/simulation/database/undo.h"

namespace tessera::simulation {

// A statement's SQLSTATE; null if it went well.
using StatementFault = const char*;
inline constexpr StatementFault kFine = nullptr;
inline constexpr StatementFault kNotAsExpected = "TS002";
inline constexpr StatementFault kDuplicate = "23505";
inline constexpr StatementFault kCheck = "23514";

template <class Enum>
bool isWithin(Enum value, Enum first, Enum last) {
    return value >= first && value <= last;
}

class BatchStatements {
protected:
    BatchStatements(EventRows& rows, const engine::Changes& changes, Undo& undo)
        : rows_(rows), changes_(changes), undo_(undo) {}

    // A statement changes a row once, however often it is named.
    template <class Id>
    class Touched {
    public:
        bool isFirst(Id id) { return ids_.insert(id).second; }
        StatementFault expects(std::size_t asked) const {
            return changed == asked ? kFine : kNotAsExpected;
        }
        std::size_t changed = 0;

    private:
        std::set<Id> ids_;
    };

    template <class Map>
    StatementFault insert(Map& map, const typename Map::key_type& key,
                          typename Map::mapped_type row) {
        if (!map.emplace(key, std::move(row)).second) return kDuplicate;
        undo_.inserted(map, key);
        return kFine;
    }
    template <class Set>
    void index(Set& set, const typename Set::key_type& key) {
        if (set.insert(key).second) undo_.inserted(set, key);
    }
    template <class Set>
    void unindex(Set& set, const typename Set::key_type& key) {
        if (set.erase(key) == 1) undo_.erasing(set, key);
    }
    // The row of an update; null if it is not there or not in the state that is expected.
    template <class Map, class State, class StateOf>
    auto* expected(Map& map, const typename Map::key_type& id, State from, StateOf stateOf) {
        const auto found = map.find(id);
        return found != map.end() && stateOf(found->second) == from ? &found->second : nullptr;
    }

    EventRows& rows_;
    const engine::Changes& changes_;
    Undo& undo_;
};

// Orders, tenders, tickets, attempts, refunds, calls and the ledger, in the order of
// apply_batch_orders and apply_batch_money.
StatementFault writeOrders(EventRows& rows, const engine::Changes& changes, Undo& undo);

}  // namespace tessera::simulation
