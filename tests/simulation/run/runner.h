// SPDX-License-Identifier: Apache-2.0
// Many seeds, in processes of their own, until the time is over or something is found.
//
// Each run has one thread; `jobs` processes run beside each other. A process that dies is a finding
// of the seed that it was at: "abort: …" if a check of the server failed, "hang: …", "killed: …" or
// "crash: …" else; one that dies between two seeds is one of its own. Every 50th seed runs twice:
// another hash is a finding, "determinism: …".
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/simulation/run/simulation.h"

namespace tessera::simulation {

struct RunnerOptions {
    double seconds = 60;  // Of wall time; the runs under way are waited for.
    std::uint64_t firstSeed = 1;
    std::int64_t seedsMax = INT64_MAX;
    int jobs = 2;
    bool untilFinding = false;
    bool untilCaught = false;                        // Until one that isCaught.
    Duration longestRun = Duration::ofSeconds(120);  // What is silent for longer hangs.
    std::function<RunResult(const RunOptions&)> run = runSeed;
};

// Whether it says that the server did wrong: a finding of the judge, or a check that failed. A
// hang, a want of memory or two hashes of one seed may come from anywhere.
bool isCaught(const std::string& finding);

struct SeedFindings {
    std::uint64_t seed = 0;
    std::int64_t count = 0;
    std::vector<std::string> first;
};

struct Summary {
    std::uint64_t firstSeed = 1;
    std::int64_t seeds = 0;
    std::int64_t twice = 0;  // Seeds that ran twice and agreed.
    std::int64_t commands = 0;
    std::int64_t calls = 0;
    std::int64_t commits = 0;
    std::int64_t judged = 0;
    std::map<std::string, std::int64_t> figures;  // Of all runs together.
    std::int64_t simulatedMicros = 0;
    double seconds = 0;
    std::array<std::int64_t, kFaults> faults{};
    std::int64_t findings = 0;
    std::vector<SeedFindings> found;  // The first ten seeds with any.

    std::int64_t faultsFired() const;
    std::pair<Fault, std::int64_t> leastFired() const;
    double speedup() const;
};

Summary runMany(const RunnerOptions& options);

// build/reports/sim.json; false if the file cannot be written.
bool writeReport(const Summary& summary, const std::string& file);
// Each finding with the line that repeats its seed.
std::string toText(const Summary& summary);

}  // namespace tessera::simulation
