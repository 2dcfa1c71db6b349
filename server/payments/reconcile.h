// SPDX-License-Identifier: Apache-2.0
// Our attempts and refunds of one event beside what its provider listed, both ways.
//
// Pure and deterministic: no clock, breaks ascending by subject. What is only not told yet (an
// attempt that is open or was made a moment ago, a call that is under way) is no break. Plain
// values; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "server/payments/provider.h"
#include "server/store/breaks.h"

namespace tessera::payments {

struct CompareRules {
    Instant now;
    // What is younger may differ: its answer, or its row, is on the way.
    Duration inFlight = Duration::ofMinutes(30);
    // So long a call that is still to be made excuses a difference.
    Duration calling = Duration::ofMinutes(60);
    // Of ours made in [absentFrom, absentUntil) whatever has an object must have been listed.
    Instant absentFrom;
    Instant absentUntil;
};

struct Comparison {
    std::vector<store::Break> breaks;
    // Attempts that are open for long: worth asking the provider about soon. (Younger ones the
    // engine asks about every ten seconds.)
    std::vector<AttemptId> hints;
    std::int64_t compared = 0;  // Objects and rows that were looked at.
};

// REQUIRES: all of `listed` is of `event` and `provider`.
Comparison compare(EventId event, engine::ProviderKind provider, const store::OwnSide& own,
                   std::span<const store::ListedObject> listed, const CompareRules& rules);

// What a list says, as a row; nothing where it has no reference of ours.
std::optional<store::ListedObject> listedOf(const ListedPayment& payment);
std::optional<store::ListedObject> listedOf(const ListedRefund& refund);

}  // namespace tessera::payments
