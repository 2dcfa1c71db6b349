// SPDX-License-Identifier: Apache-2.0
// True histories: clients of a NaiveEvent whose calls overlap, each decided at one instant between
// its begin and its end. Some calls are never answered, some are asked twice.
//
// Deterministic by the seed.
#pragma once

#include <cstdint>

#include "tools/history/operation.h"

namespace tessera::history {

struct GeneratorOptions {
    std::uint32_t seed = 1;
    int clients = 32;
    std::size_t operations = 1000;
    int rows = 5;
    int seatsPerRow = 12;
    int areaCapacity = 30;
    int placesPerBuyer = 12;
    int seatsPerHold = 4;
    std::int64_t holdMicros = 60'000;
    std::int64_t callMicros = 2'000;  // The longest time to and from the decision.
    std::int64_t commitMicros = 500;  // The longest time from the decision to the answer.
    std::int64_t thinkMicros = 500;   // The longest pause between calls.
    int perMilleUnknown = 2;
    int perMilleRetried = 20;
    int perMilleStaff = 5;
    int perMillePay = 2;
    bool showDecisions = true;  // False: no answer says when it was decided.
};

History generate(const GeneratorOptions& options);

}  // namespace tessera::history
