// SPDX-License-Identifier: Apache-2.0
// Money: what the provider really did, against what the rows say of it (S4, DESIGN 6).
//
// Deterministic; holds nothing of its own.
#pragma once

#include "tests/simulation/audit/facts.h"
#include "tests/simulation/audit/findings.h"

namespace tessera::simulation {

class MoneyJudge {
public:
    MoneyJudge(EventFacts& facts, Findings& findings) : f_(facts), findings_(findings) {}

    void take(const ProviderDid& did);

    // What must hold of an order after each batch that touches it.
    void judge(const OrderFacts& order);
    // What its rows say of an attempt is what the provider has done.
    void judgeKnown(const engine::AttemptUpdate& update);
    // What must hold of an order that has come to its end.
    void judgeAtRest(const OrderFacts& order);

private:
    void fault(std::string text) { findings_.add(Check::S4, f_.id, std::move(text)); }
    void judgeAct(const ProviderDid& did, const AttemptFacts& attempt, const ProviderFacts& has);
    void note(const ProviderDid& did, ProviderFacts& has);
    void judgeGivenBack(const ProviderDid& did, const AttemptFacts& attempt,
                        const ProviderFacts& has);
    void judgePaid(const OrderFacts& order, Money net);
    Money assetsOf(const OrderFacts& order) const;
    Money coverOf(AttemptId id) const;
    Money owedOf(const OrderFacts& order) const;
    Money retainedOf(const OrderFacts& order) const;
    Money undoneOf(const OrderFacts& order, AttemptId id) const;
    bool mayCountOn(const AttemptFacts& attempt, const ProviderFacts& has) const;
    bool isLateOne(AttemptId id) const;
    void judgeTickets(const OrderFacts& order);
    void judgeLedger(const OrderFacts& order);
    void judgeReleased(const OrderFacts& order);
    Money activePriceOf(const OrderFacts& order) const;
    Money authorizedFor(const OrderFacts& order) const;

    EventFacts& f_;
    Findings& findings_;
};

}  // namespace tessera::simulation
