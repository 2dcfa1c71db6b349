// SPDX-License-Identifier: Apache-2.0
// Seat maps: each message may be behind, at its revision, and shows nothing else than was committed
// by then (DESIGN 1); one that has come to rest equals the truth (S6).
//
// Deterministic; holds nothing of its own.
#pragma once

#include "tests/simulation/audit/facts.h"
#include "tests/simulation/audit/findings.h"

namespace tessera::simulation {

class MapJudge {
public:
    MapJudge(const EventFacts& facts, Findings& findings) : f_(facts), findings_(findings) {}

    // As a follower has it after a message.
    void judgeShown(const ShownMap& map);
    void judgeAtRest(const ShownMap& map);

private:
    void fault(std::string text) { findings_.add(Check::S6, f_.id, std::move(text)); }
    // Against the commit of this number; the latest is the truth.
    void compare(const ShownMap& map, CommitNo with);

    const EventFacts& f_;
    Findings& findings_;
};

}  // namespace tessera::simulation
