// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <map>
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

TEST(SimulationTest, EveryWayOfPaymentsIsMetOverSomeRuns) {
    RunnerOptions options;
    options.firstSeed = 200;
    options.seedsMax = 60;
    options.jobs = 2;
    options.seconds = 600;
    const Summary summary = runMany(options);
    EXPECT_EQ(summary.findings, 0) << toText(summary);
    for (const char* what : {"provider_received", "provider_confirms", "provider_late_successes",
                             "provider_webhooks", "webhooks_judged", "runs_with_reconciliation",
                             "odd_judged", "breaks_judged", "breaks_resolved", "strays"}) {
        EXPECT_GT(summary.figures.at(what), 0) << what;
    }
    EXPECT_GT(summary.figures.at("provider_webhook_arrivals"),
              summary.figures.at("provider_webhooks"));
}

// A run that takes no time and finds nothing.
RunResult quick(const RunOptions& options) {
    RunResult result;
    result.seed = options.seed;
    result.commands = 1;
    result.figures = {{"maps_shown", 2}};
    return result;
}

Summary runFakes(std::function<RunResult(const RunOptions&)> run, int jobs = 2) {
    RunnerOptions options;
    options.seedsMax = 20;
    options.jobs = jobs;
    options.longestRun = Duration::ofMillis(300);
    options.run = std::move(run);
    return runMany(options);
}

TEST(RunnerTest, AProcessThatDiesIsAFindingOfItsSeedAndOnlyAFailedCheckCatches) {
    const Summary summary = runFakes([](const RunOptions& options) {
        if (options.seed == 3) abort();
        if (options.seed == 4) raise(SIGKILL);
        if (options.seed == 7) _exit(0);
        return quick(options);
    });
    EXPECT_EQ(summary.seeds, 20);
    EXPECT_EQ(summary.commands, 17) << "the others are run";
    EXPECT_EQ(summary.figures.at("maps_shown"), 34);
    EXPECT_EQ(summary.findings, 3);
    std::map<std::uint64_t, std::string> found;
    for (const auto& each : summary.found) found[each.seed] = each.first.at(0);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_TRUE(found[3].starts_with("abort: ") && isCaught(found[3])) << found[3];
    EXPECT_TRUE(found[4].starts_with("killed: ") && !isCaught(found[4])) << found[4];
    EXPECT_TRUE(found[7].starts_with("crash: ") && !isCaught(found[7])) << found[7];
    EXPECT_NE(toText(summary).find("again: ./tessera sim --seed 4 --trace"), std::string::npos);
}

TEST(RunnerTest, ARunThatHangsIsEndedAlthoughTheOtherProcessesGoOn) {
    const Summary summary = runFakes([](const RunOptions& options) {
        if (options.seed == 2) pause();
        return quick(options);
    });
    EXPECT_EQ(summary.seeds, 20);
    ASSERT_EQ(summary.found.size(), 1U);
    EXPECT_EQ(summary.found[0].seed, 2U);
    EXPECT_TRUE(summary.found[0].first[0].starts_with("hang: ")) << summary.found[0].first[0];
    EXPECT_FALSE(isCaught(summary.found[0].first[0]));
}

int forksUntilDeath = 0;

TEST(RunnerTest, AProcessThatDiesAtNoSeedIsReportedWithTheShareThatIsNotRun) {
    // The second process dies before it has said anything.
    const auto count = [] { --forksUntilDeath; };
    const auto die = [] {
        if (forksUntilDeath == 0) _exit(9);
    };
    forksUntilDeath = 2;
    ASSERT_EQ(pthread_atfork(count, nullptr, die), 0);
    const Summary summary = runFakes(quick);
    EXPECT_EQ(summary.seeds, 10);
    EXPECT_EQ(summary.findings, 1);
    ASSERT_EQ(summary.found.size(), 1U);
    const std::string& text = summary.found[0].first.at(0);
    EXPECT_NE(text.find("ended with 9, between two seeds"), std::string::npos) << text;
    EXPECT_NE(text.find("its share of the seeds is not run"), std::string::npos) << text;
}

TEST(RunnerTest, TwoHashesOfOneSeedAreAFindingThatCatchesNothing) {
    RunnerOptions options;
    options.seedsMax = 60;
    options.jobs = 1;
    options.untilCaught = true;
    int runs = 0;
    options.run = [&runs](const RunOptions& run) {
        RunResult result = quick(run);
        result.hash = static_cast<std::uint64_t>(++runs);
        return result;
    };
    const Summary summary = runMany(options);
    EXPECT_EQ(summary.seeds, 60);
    EXPECT_EQ(summary.findings, 1);
    ASSERT_EQ(summary.found.size(), 1U);
    EXPECT_FALSE(isCaught(summary.found[0].first.at(0))) << summary.found[0].first.at(0);
    EXPECT_TRUE(isCaught("S2: lost"));
    EXPECT_TRUE(isCaught("liveness: held"));
}

TEST(RunnerTest, WhatIsCaughtEndsTheRunIfThatIsAsked) {
    RunnerOptions options;
    options.seedsMax = 60;
    options.jobs = 1;
    options.untilCaught = true;
    options.run = [](const RunOptions& run) {
        RunResult result = quick(run);
        if (run.seed == 9) {
            result.findings = {"S1: twice"};
            result.findingCount = 1;
        }
        return result;
    };
    EXPECT_EQ(runMany(options).seeds, 9);
}

}  // namespace
}  // namespace tessera::simulation
