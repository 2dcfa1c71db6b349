// SPDX-License-Identifier: Apache-2.0
// What staff did, against the event's chain of the trail: each of their commands with an effect has
// one row in the batch of that effect, nothing else has one, and the rows are a chain.
//
// Deterministic; what it remembers is in the facts.
#pragma once

#include "tests/simulation/audit/facts.h"
#include "tests/simulation/audit/findings.h"

namespace tessera::simulation {

class TrailJudge {
public:
    TrailJudge(EventFacts& facts, Findings& findings) : f_(facts), findings_(findings) {}

    void take(const Committed& committed);
    void judgeTables(const EventTables& tables);

private:
    void fault(std::string text) { findings_.add(Check::Rows, f_.id, std::move(text)); }
    void judgeChain(const Committed& committed);

    EventFacts& f_;
    Findings& findings_;
};

}  // namespace tessera::simulation
