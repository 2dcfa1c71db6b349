// SPDX-License-Identifier: Apache-2.0
// How long after the last fault something may take to come to its end. The README says where each
// comes from.
//
// Plain values, and no more than comparisons.
#pragma once

#include <algorithm>
#include <cstdint>

#include "tests/simulation/audit/facts.h"

namespace tessera::simulation {

struct Bounds {
    // A hold's end, and that of the time to pay. Its owner is gone after 400 ms without a beat,
    // every second due events are looked for (DESIGN 5), and who takes over loads, with a back-off
    // of 2 s at most while it fails, and commits. Nodes that are gone at the last fault are so for
    // 3 s.
    Duration deadline = Duration::ofSeconds(20);
    // The answer to a call from its time on, and an order's next step from its last one or from its
    // last call: a look, a cancel, a capture or a refund. What is unknown or pending is asked again
    // after at most 48 s; an answer that the database refused comes in again after 64 s.
    Duration step = Duration::ofMinutes(2);
    // A provider may be long about a payment, here 15 minutes at most: nothing can be settled
    // before.
    Duration settled = Duration::ofMinutes(20);
    // A release that the database refused while there were faults keeps its seats and is tried
    // again with back-off (DESIGN 2), of at most 16 minutes.
    Duration putOff = Duration::ofMinutes(17);
};

// A run as it is at some instant: `calmAt` and `at` are true time; below 0: it is not calm yet.
struct Calmness {
    std::int64_t calmAt = -1;
    std::int64_t at = 0;

    // How late something due at `due` is at `now`, as far as no fault excuses it.
    Duration lateness(Instant due, Instant now) const {
        return calmAt < 0 ? Duration{} : std::min(now - due, Duration::ofMicros(at - calmAt));
    }
    // The same of what has to come to pass from an instant of true time on.
    Duration latenessSince(std::int64_t since) const {
        return calmAt < 0 ? Duration{} : Duration::ofMicros(at - std::max(since, calmAt));
    }
};

inline bool waitsForBuyer(const OrderFacts& order) {
    return order.row.state == engine::OrderState::Paying ||
           order.row.state == engine::OrderState::Unpaid;
}

// Whether an order should have gone on by now: at its deadline where it waits for its buyer, else
// after its last call.
inline bool isLate(const OrderFacts& order, const Bounds& bounds, const Calmness& calm, Instant now,
                   bool putOff) {
    if (waitsForBuyer(order)) {
        return calm.lateness(order.row.payDeadline, now) >
               (putOff ? bounds.putOff : bounds.deadline);
    }
    return calm.latenessSince(std::max(order.since, order.calledAt)) > bounds.step ||
           calm.latenessSince(order.since) > bounds.settled;
}

}  // namespace tessera::simulation
