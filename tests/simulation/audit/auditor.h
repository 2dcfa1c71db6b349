// SPDX-License-Identifier: Apache-2.0
// The judge of a simulated run: an independent model of every event, fed by what can be seen from
// outside, that says in what the run broke its promises (S1 to S7, liveness).
//
// Never calls the engine; written from DESIGN 1 to 6 and the contract. Deterministic. One thread.
// About 20 microseconds a call and a commit: nothing looks at a whole event but at the end, and a
// refusal of best-available. Owns its findings.
#pragma once

#include <map>
#include <memory>

#include "tests/simulation/audit/bounds.h"
#include "tests/simulation/audit/facts.h"
#include "tests/simulation/audit/findings.h"
#include "tests/simulation/audit/observed.h"

namespace tessera::simulation {

class Auditor final : public Witness {
public:
    explicit Auditor(Bounds bounds = {}) : bounds_(bounds) {}

    void onEvent(EventId event, const engine::Layout& layout, const engine::EventTerms& terms,
                 std::int64_t at) override;
    void onAsked(const Asked& asked, std::int64_t at) override;
    void onSaid(CallNo call, const Said& said, std::int64_t at) override;
    void onCommitted(const Committed& committed, std::int64_t at) override;
    void onTakenOver(EventId event, NodeId node, std::int64_t epoch, std::int64_t at) override;
    void onProviderDid(const ProviderDid& did, std::int64_t at) override;
    void onProviderOdd(const ProviderOdd& odd, std::int64_t at) override;
    void onWebhookTaken(EventId event, const std::string& id, std::int64_t at) override;
    void onShown(const ShownMap& map, std::int64_t at) override;
    void onCalm(std::int64_t at) override;
    void onEnd(Instant databaseNow, const std::vector<EventTables>& tables,
               const std::vector<ShownMap>& maps, std::int64_t at) override;

    const Findings& findings() const { return findings_; }
    // Of each finding that is kept, when it is made.
    void tell(std::function<void(const Finding&)> heard) { findings_.heard = std::move(heard); }

private:
    // Null, and a finding, if there is no such event.
    EventFacts* factsOf(EventId event);

    const Bounds bounds_;
    Findings findings_;
    std::map<EventId, std::unique_ptr<EventFacts>> events_;
    std::map<CallNo, CallFacts> calls_;  // Not answered yet.
    std::uint64_t seen_ = 0;             // Questions and answers, in their order.
    std::int64_t calmAt_ = -1;
};

}  // namespace tessera::simulation
