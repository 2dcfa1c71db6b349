// SPDX-License-Identifier: Apache-2.0
// What must hold once nothing fails any more and nothing moves: ends, tables and maps.
//
// Deterministic; looks at everything once.
#pragma once

#include "tests/simulation/audit/facts.h"
#include "tests/simulation/audit/findings.h"

namespace tessera::simulation {

// How long after the last fault something may take to come to its end.
struct Bounds {
    // A hold is released by its owner's tick. Its owner is gone after 400 ms without a beat, every
    // second due events are looked for, and who takes over loads and commits: seconds. A release
    // that the database refused is tried again with back-off, at first after 30 s.
    Duration holdEnds = Duration::ofSeconds(90);
    // From its last deadline an order needs a look, a cancel or capture, a look and a refund. What
    // was unknown before is asked again within the longest back-off, 60 s; each answer may have to
    // wait once more for a webhook that never comes, again 60 s at most.
    Duration orderEnds = Duration::ofMinutes(5);
};

class Ending {
public:
    // `calmAt` and `at` are true time: since when nothing fails, and now.
    Ending(const EventFacts& facts, Findings& findings, const Bounds& bounds, Instant databaseNow,
           std::int64_t calmAt, std::int64_t at)
        : f_(facts),
          findings_(findings),
          bounds_(bounds),
          databaseNow_(databaseNow),
          calmAt_(calmAt),
          at_(at) {}

    void judgeLiveness();
    void judgeMap(const ShownMap& map);
    void judgeTables(const EventTables& tables);

private:
    void fault(Check check, std::string text) { findings_.add(check, f_.id, std::move(text)); }
    void judgeOrderEnds(const OrderFacts& order);
    // True if it was due longer than `bound` ago, and nothing has failed for as long.
    bool isOverdue(Instant due, Duration bound) const;
    bool isCalmFor(Duration bound) const { return calmAt_ >= 0 && at_ - calmAt_ > bound.micros; }
    void judgeSeatTables(const EventTables& tables);
    void judgeOrderTables(const EventTables& tables);

    const EventFacts& f_;
    Findings& findings_;
    const Bounds& bounds_;
    const Instant databaseNow_;
    const std::int64_t calmAt_;
    const std::int64_t at_;
};

}  // namespace tessera::simulation
