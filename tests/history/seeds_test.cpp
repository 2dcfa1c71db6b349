// SPDX-License-Identifier: Apache-2.0
// Long histories with unanswered calls in them: each decided in time, and refused with two
// answers swapped.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "tests/history/generator.h"
#include "tools/history/judge.h"
#include "tools/history/report.h"
#include "tools/history/tampers.h"

namespace tessera::history {
namespace {

constexpr double kSecondsMax = 30;
// Of the first ten all but 8, which is undecided: docs/algorithms/linearizability.md.
constexpr std::array<std::uint32_t, 9> kSeeds{1, 2, 3, 4, 5, 6, 7, 9, 10};

GeneratorOptions withUnknown(std::uint32_t seed) {
    GeneratorOptions options;
    options.seed = seed;
    options.operations = 100'000;
    options.perMilleUnknown = 5;
    return options;
}

TEST(HistorySeedsTest, LongHistoriesWithUnansweredCallsAreDecidedInTime) {
    for (const std::uint32_t seed : kSeeds) {
        const Judgement judgement = judge(generate(withUnknown(seed)));
        std::printf("seed %u: %s\n", seed, summaryOf(judgement).c_str());
        EXPECT_EQ(judgement.verdict, Verdict::Linearizable) << "seed " << seed;
        EXPECT_LT(judgement.seconds, kSecondsMax) << "seed " << seed;
        EXPECT_GT(judgement.unknown, 100U) << "seed " << seed;
    }
}

TEST(HistorySeedsTest, TwoAnswersSwappedInThemAreRefused) {
    int refused = 0;
    for (const std::uint32_t seed : kSeeds) {
        const Tamper& tamper = allTampers()[seed % 2];
        ASSERT_TRUE(tamper.name.ends_with("swapped"));
        History lie = generate(withUnknown(seed));
        std::mt19937 random(seed);
        const std::string what = tamper.plant(lie, random);
        ASSERT_FALSE(what.empty()) << "seed " << seed;
        const Judgement judgement = judge(lie);
        std::printf("seed %u, %s: %s\n", seed, what.c_str(), summaryOf(judgement).c_str());
        EXPECT_EQ(judgement.verdict, Verdict::NotLinearizable) << "seed " << seed << ": " << what;
        refused += judgement.verdict == Verdict::NotLinearizable ? 1 : 0;
    }
    EXPECT_EQ(refused, static_cast<int>(kSeeds.size()));
}

}  // namespace
}  // namespace tessera::history
