// SPDX-License-Identifier: Apache-2.0
// The network between people, nodes, database and provider: what becomes of a message.
//
// Deterministic. Partitions are one-way or both ways, between two ends or around one; each heals by
// itself, links in random order. Not thread-safe.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "tests/simulation/world/agenda.h"
#include "tests/simulation/world/faults.h"
#include "tests/simulation/world/trace.h"

namespace tessera::simulation {

// Nodes by their number of place, 0, 1, 2 …; the rest is each one end.
using End = std::int32_t;
inline constexpr End kDatabaseEnd = -1;
inline constexpr End kProviderEnd = -2;
inline constexpr End kPeopleEnd = -3;

class Network {
public:
    Network(Agenda& agenda, Faults& faults, Trace& trace, Random random);

    // When one message of a request or an answer arrives; a lost one does not, a doubled one does
    // twice.
    struct Fate {
        std::optional<Duration> first;
        std::optional<Duration> second;
    };
    Fate fateOf(End from, End to);

    // Of a connection that keeps its order and loses nothing but itself (to the database): how long
    // one way takes; nothing while it is cut.
    std::optional<Duration> wayOf(End from, End to);
    bool isCut(End from, End to) const { return cuts_.contains({from, to}); }

    // Cuts some links, and heals them one after another.
    void partition(bool oneWay, End around, Duration longest);
    void healAll();
    Random& random() { return random_; }

private:
    void cut(End from, End to, Duration time);
    void overtake(End from, End to, std::int64_t arrives);

    Agenda& agenda_;
    Faults& faults_;
    Trace& trace_;
    Random random_;
    std::map<std::pair<End, End>, EntryNo> cuts_;  // With the entry that heals it.
    // When messages arrive that were held back and that nothing has overtaken yet.
    std::map<std::pair<End, End>, std::vector<std::int64_t>> heldBack_;
};

}  // namespace tessera::simulation
