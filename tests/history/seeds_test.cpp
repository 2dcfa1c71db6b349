// SPDX-License-Identifier: Apache-2.0
// Long histories with unanswered calls in them: none is refused, most are decided in time; with two
// answers swapped none passes.
#include <gtest/gtest.h>

#include <cstdio>

#include "tests/history/generator.h"
#include "tools/history/judge.h"
#include "tools/history/report.h"
#include "tools/history/tampers.h"

namespace tessera::history {
namespace {

constexpr double kSecondsMost = 30;
constexpr std::uint32_t kSeeds = 10;
// Nothing proves that an order is found in every true history (docs/algorithms/linearizability.md).
constexpr int kDecidedLeast = 8;

GeneratorOptions withUnknown(std::uint32_t seed) {
    GeneratorOptions options;
    options.seed = seed;
    options.operations = 100'000;
    options.perMilleUnknown = 5;
    return options;
}

TEST(HistorySeedsTest, NoLongHistoryWithUnansweredCallsIsRefusedAndMostAreDecided) {
    int decided = 0;
    for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
        const Judgement judgement = judge(generate(withUnknown(seed)));
        std::printf("seed %u: %s\n", seed, summaryOf(judgement).c_str());
        EXPECT_NE(judgement.verdict, Verdict::NotLinearizable) << "seed " << seed;
        EXPECT_GT(judgement.unknown, 100U) << "seed " << seed;
        if (judgement.verdict != Verdict::Linearizable) continue;
        ++decided;
        EXPECT_LT(judgement.seconds, kSecondsMost) << "seed " << seed;
    }
    EXPECT_GE(decided, kDecidedLeast);
}

TEST(HistorySeedsTest, TwoAnswersSwappedInThemAreNeverPassed) {
    int refused = 0;
    for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
        const Tamper& tamper = allTampers()[seed % 2];
        ASSERT_TRUE(tamper.name.ends_with("swapped"));
        History lie = generate(withUnknown(seed));
        std::mt19937 random(seed);
        const std::string what = tamper.plant(lie, random);
        ASSERT_FALSE(what.empty()) << "seed " << seed;
        const Judgement judgement = judge(lie);
        std::printf("seed %u, %s: %s\n", seed, what.c_str(), summaryOf(judgement).c_str());
        EXPECT_NE(judgement.verdict, Verdict::Linearizable) << "seed " << seed << ": " << what;
        refused += judgement.verdict == Verdict::NotLinearizable ? 1 : 0;
    }
    EXPECT_GE(refused, kDecidedLeast);
}

}  // namespace
}  // namespace tessera::history
