// SPDX-License-Identifier: Apache-2.0
// 500,000 random commands: the engine and the naive model agree in every outcome, and every outcome
// comes up at least 100 times.
#include <gtest/gtest.h>

#include <cstdio>

#include "tests/engine/model/side_by_side.h"

namespace tessera::engine {
namespace {

constexpr int kCommands = 500000;
constexpr int kPerEvent = 2500;
constexpr int kMoreThanAllCodes = kCodesMax + 150;
constexpr std::int64_t kEachAtLeast = 100;
constexpr int kDifferencesTold = 12;

// Refusals of commands that the model has no part in: payment_*_test.cpp and disruption_test.cpp
// have them.
bool isElsewhere(std::size_t refusal) {
    return refusal == static_cast<std::size_t>(Refusal::EventCancelled) ||
           (refusal >= static_cast<std::size_t>(Refusal::RecordNeeded) &&
            refusal <= static_cast<std::size_t>(Refusal::ApprovalTooSmall));
}

struct Totals {
    std::array<std::int64_t, kRefusals> refusals{};
    std::array<std::int64_t, 10> states{};
    std::uint64_t hash = 0;
    std::string difference;

    void add(const SideBySide& event) {
        for (std::size_t i = 0; i < refusals.size(); ++i) refusals[i] += event.refusals[i];
        for (std::size_t i = 0; i < states.size(); ++i) states[i] += event.states[i];
        hash = hash * 1099511628211ULL + event.hash();
    }
};

std::string play(SideBySide& event, int commands, int judgeEvery) {
    for (int i = 1; i <= commands; ++i) {
        std::string text = event.step();
        if (text.empty() && i % judgeEvery == 0) text = event.judgeAll();
        if (!text.empty()) return "step " + std::to_string(i) + ": " + text;
    }
    return event.judgeAll();
}

// Events of `kPerEvent` commands until `commands` are done; the first of them has all the codes
// that an event can have.
Totals playAll(std::uint32_t seed, int commands, bool withCodes) {
    Totals totals;
    int done = 0;
    if (withCodes) {
        SideBySide event({seed, {}, {}});
        for (; done < kMoreThanAllCodes && totals.difference.empty(); ++done) {
            totals.difference = event.stepCode();
        }
        totals.add(event);
    }
    int different = 0;
    for (std::uint32_t n = 1; done < commands && different < kDifferencesTold; ++n) {
        SideBySide event({seed + n, {}, {}});
        const std::string text = play(event, std::min(kPerEvent, commands - done), 100);
        if (!text.empty()) {
            totals.difference += "event " + std::to_string(n) + ", " + text + "\n";
            ++different;
        }
        totals.add(event);
        done += kPerEvent;
    }
    return totals;
}

TEST(EngineModelTest, EngineAndModelAgreeInEveryOutcome) {
    const Totals totals = playAll(testSeed(), kCommands, true);
    for (std::size_t i = 0; i < totals.refusals.size(); ++i) {
        std::printf("refusal %2zu: %lld\n", i, static_cast<long long>(totals.refusals[i]));
    }
    for (std::size_t i = 2; i < totals.states.size(); ++i) {
        std::printf("order state %zu: %lld\n", i, static_cast<long long>(totals.states[i]));
    }
    ASSERT_EQ(totals.difference, "");
    for (std::size_t i = 0; i < totals.refusals.size(); ++i) {
        if (isElsewhere(i)) continue;
        EXPECT_GE(totals.refusals[i], kEachAtLeast) << "refusal " << i;
    }
    for (std::size_t i = 2; i < totals.states.size(); ++i) {
        EXPECT_GT(totals.states[i], 0) << "order state " << i;
    }
}

TEST(EngineModelTest, TheSameSeedGivesTheSameHash) {
    const std::uint32_t seed = testSeed();
    const Totals once = playAll(seed, 20000, false);
    const Totals again = playAll(seed, 20000, false);
    EXPECT_EQ(once.hash, again.hash);
    EXPECT_EQ(once.refusals, again.refusals);
    EXPECT_NE(once.hash, playAll(seed + 1000, 20000, false).hash);
}

}  // namespace
}  // namespace tessera::engine
