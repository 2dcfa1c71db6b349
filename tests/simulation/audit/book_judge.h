// SPDX-License-Identifier: Apache-2.0
// Webhooks that the provider was told are taken in, and breaks, at the end of a run (S4).
//
// What somebody did at the provider by hand is an open break until it is over; nothing else is one
// once everything has come to rest. Deterministic; holds nothing of its own.
#pragma once

#include "tests/simulation/audit/facts.h"
#include "tests/simulation/audit/findings.h"

namespace tessera::simulation {

class BookJudge {
public:
    BookJudge(const EventFacts& facts, Findings& findings) : f_(facts), findings_(findings) {}

    void judge(const EventTables& tables);

private:
    void fault(std::string text) { findings_.add(Check::S4, f_.id, std::move(text)); }
    void judgeWebhooks(const EventTables& tables);
    void judgeOdd(const ProviderOdd& odd, const EventTables& tables);
    void judgeBreak(const store::BreakRow& row);

    const EventFacts& f_;
    Findings& findings_;
};

}  // namespace tessera::simulation
