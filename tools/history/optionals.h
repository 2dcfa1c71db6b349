// SPDX-License-Identifier: Apache-2.0
// The calls that never had to happen, by what they could help against.
//
// Deterministic; refers to its Program. A true order never needs such a call but for what a later
// one could not do without it, or because staff would be in its way: the search asks here which to
// try.
#pragma once

#include <vector>

#include "tools/history/model.h"

namespace tessera::history {

struct OptionalStep {
    int entry = kNone;
    int step = kNone;
};

class Optionals {
public:
    explicit Optionals(const Program& program);

    bool empty() const { return all_.empty(); }
    const std::vector<OptionalStep>& all() const { return all_; }
    // What staff did: set aside, opened, closed. Its order with other calls may always matter.
    const std::vector<OptionalStep>& ofStaff() const { return ofStaff_; }
    // All that could change what `why` is about, and some that could not.
    const std::vector<OptionalStep>& against(const Refusal& why) const;

private:
    std::vector<OptionalStep> all_, ofStaff_, none_;
    std::vector<std::vector<OptionalStep>> bySeat_, byArea_, byBuyer_, byBooking_;
};

}  // namespace tessera::history
