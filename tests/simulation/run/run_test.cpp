// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "tests/simulation/run/runner.h"

namespace tessera::simulation {
namespace {

TEST(SimulationTest, TheSameSeedGivesTheSameTraceAndHash) {
    for (const std::uint64_t seed : {5U, 12U, 77U}) {
        std::vector<std::string> first;
        std::vector<std::string> second;
        const auto one = runSeed({seed, [&](const std::string& line) { first.push_back(line); }});
        const auto two = runSeed({seed, [&](const std::string& line) { second.push_back(line); }});
        EXPECT_EQ(one.hash, two.hash) << "seed " << seed;
        EXPECT_EQ(one.faults, two.faults);
        EXPECT_EQ(first, second);
        EXPECT_GT(first.size(), 1000U);
        EXPECT_EQ(runSeed({seed, {}}).hash, one.hash) << "a story changes nothing";
    }
}

TEST(SimulationTest, AnotherSeedIsAnotherRun) {
    std::set<std::uint64_t> hashes;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) hashes.insert(runSeed({seed, {}}).hash);
    EXPECT_EQ(hashes.size(), 12U);
}

TEST(SimulationTest, ARunnerCountsWhatItsSeedsDid) {
    RunnerOptions options;
    options.firstSeed = 100;
    options.seedsMax = 6;
    options.seconds = 600;
    const Summary summary = runMany(options);
    EXPECT_EQ(summary.seeds, 6);
    EXPECT_EQ(summary.findings, 0) << toText(summary);
    std::int64_t commands = 0;
    std::int64_t faults = 0;
    for (std::uint64_t seed = 100; seed < 106; ++seed) {
        const auto result = runSeed({seed, {}});
        commands += result.commands;
        for (const std::int64_t fired : result.faults) faults += fired;
    }
    EXPECT_EQ(summary.commands, commands);
    EXPECT_EQ(summary.faultsFired(), faults);
    EXPECT_GT(summary.judged, 1000);
}

}  // namespace
}  // namespace tessera::simulation
