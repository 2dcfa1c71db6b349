// SPDX-License-Identifier: Apache-2.0
// What staff do to one event, on its way into the event's chain of the trail; and which of their
// approvals were used for it.
//
// Deterministic: `now` is passed in. Not thread-safe; an EventActor owns it beside its engine, and
// drops it with that. Costs a command without a deed nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "server/app/deed.h"
#include "server/app/problem.h"
#include "server/engine/event_engine.h"
#include "server/store/limits.h"
#include "server/store/store.h"
#include "server/store/trail.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace tessera::app {

// As the trail has it, for good: "refund_tickets". Empty of what is no deed.
std::string_view actionOf(const engine::Command& command);

// A deed that had effect, without its number and hashes. `changes`: what the command changed.
store::TrailRow rowOf(EventId event, const Deed& deed, const engine::Command& command,
                      const engine::Outcome& outcome, const engine::Changes& changes, Instant now);

class EventTrail {
public:
    // As the take-over has loaded it. Keeps at most `approvalsMax` that were used and may be good.
    EventTrail(EventId event, store::TrailEnd end,
               const std::vector<store::TakenOver::UsedApproval>& used,
               std::size_t approvalsMax = store::kApprovalsLoadedMax);

    // APPROVAL_OVER, APPROVAL_USED; OVERLOADED where no more can be remembered as used.
    std::optional<Problem> judge(const Deed& deed, Instant now);
    // The next row. REQUIRES: `judge` has let the deed pass at this instant, and it had effect.
    store::TrailRow add(const Deed& deed, const engine::Command& command,
                        const engine::Outcome& outcome, const engine::Changes& changes,
                        Instant now);
    const store::TrailEnd& end() const { return end_; }

private:
    void use(ApprovalId id, Instant until);

    const EventId event_;
    const std::size_t approvalsMax_;
    store::TrailEnd end_;
    std::set<std::pair<Instant, ApprovalId>> byEnd_;
    std::unordered_set<ApprovalId> used_;
};

}  // namespace tessera::app
