// SPDX-License-Identifier: Apache-2.0
// What must hold once nothing fails any more and nothing moves: ends and tables.
//
// Deterministic; looks at everything once. What came to its end too late is judged when it comes.
#pragma once

#include "tests/simulation/audit/bounds.h"
#include "tests/simulation/audit/facts.h"
#include "tests/simulation/audit/findings.h"

namespace tessera::simulation {

class Ending {
public:
    Ending(const EventFacts& facts, Findings& findings, const Bounds& bounds, Instant databaseNow,
           Calmness calm)
        : f_(facts), findings_(findings), bounds_(bounds), databaseNow_(databaseNow), calm_(calm) {}

    void judgeLiveness();
    void judgeTables(const EventTables& tables);

private:
    void fault(Check check, std::string text) { findings_.add(check, f_.id, std::move(text)); }
    void judgeReleases();
    void judgeOrderEnds(const OrderFacts& order);
    // True if it was due longer than `bound` ago, and nothing has failed for as long.
    bool isOverdue(Instant due, Duration bound) const {
        return calm_.lateness(due, databaseNow_) > bound;
    }
    void judgeSeatTables(const EventTables& tables);
    void judgeOrderTables(const EventTables& tables);

    const EventFacts& f_;
    Findings& findings_;
    const Bounds& bounds_;
    const Instant databaseNow_;
    const Calmness calm_;
};

}  // namespace tessera::simulation
