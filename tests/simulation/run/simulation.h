// SPDX-License-Identifier: Apache-2.0
// One run, from one seed to its verdict.
//
// Deterministic: the seed decides everything, faults included; the same seed gives the same trace
// and hash. One thread.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "shared/base/time.h"
#include "tests/simulation/world/faults.h"
#include "tests/simulation/world/trace.h"

namespace tessera::simulation {

enum class Scenario : std::uint8_t {
    Storm,
    // A rush, and the provider gone for ten minutes in the middle of it; no other fault.
    ProviderDown,
};

struct RunOptions {
    std::uint64_t seed = 1;
    Trace::Writer story{};  // Empty: no story.
    Scenario scenario = Scenario::Storm;
};

struct RunResult {
    std::uint64_t seed = 0;
    std::uint64_t hash = 0;
    std::int64_t commands = 0;  // Judged by the engines of all nodes.
    std::int64_t calls = 0;     // Made by people.
    std::int64_t commits = 0;
    std::int64_t judged = 0;  // Answers that the audit judged.
    // Over how much there were so many findings, by name: answers_exact, maps_shown and the like.
    std::map<std::string, std::int64_t> figures;
    std::int64_t simulatedMicros = 0;  // Idle gaps above a second not counted.
    std::array<std::int64_t, kFaults> faults{};
    std::int64_t findingCount = 0;
    std::vector<std::string> findings;  // The first few; "S1: …".
    Duration settledWithin;             // Of ProviderDown: after the provider's return.
};

RunResult runSeed(const RunOptions& options);

}  // namespace tessera::simulation
