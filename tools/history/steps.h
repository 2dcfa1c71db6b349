// SPDX-License-Identifier: Apache-2.0
// One operation as the ways in which it can have happened. Only compile.cpp needs this.
//
// Deterministic; refers to what it is given for the length of the call.
#pragma once

#include <string>
#include <vector>

#include "tools/history/model.h"
#include "tools/history/operation.h"

namespace tessera::history {

// What the steps of an operation are made with.
struct StepContext {
    const Setting& setting;
    int buyer = kNone;    // Of the operation's client; kNone where there is no limit.
    int booking = kNone;  // Which it is about, or makes.
    // Of an unknown best-available: a booking for each run that it can have taken.
    std::vector<int> bookings{};
};

struct Ways {
    // Alternatives of the effect; empty: it says nothing.
    std::vector<Step> effect{};
    // Of a retried call besides: what the answer shows of the time it was given. Empty: nothing.
    std::vector<Step> answer{};
    // Not empty: the answer cannot be right.
    std::string contradiction{};
};

Ways waysOf(const Operation& operation, const StepContext& context);

// The runs that a best-available can have taken; none where their number is beyond bounds.
std::vector<std::vector<int>> choicesOf(const Asked& asked, const Setting& setting);

}  // namespace tessera::history
