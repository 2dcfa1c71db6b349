// SPDX-License-Identifier: Apache-2.0
// Long histories of one event with many clients: judged in time, and lies in them refused.
#include <gtest/gtest.h>

#include <cstdio>

#include "tests/engine/test_seed.h"
#include "tests/history/generator.h"
#include "tools/history/judge.h"
#include "tools/history/report.h"
#include "tools/history/tampers.h"

namespace tessera::history {
namespace {

#ifdef TESSERA_SANITIZED
constexpr std::size_t kOperations = 10'000;
#else
constexpr std::size_t kOperations = 100'000;
#endif
// By day lies are told in a shorter one.
#ifdef TESSERA_HISTORY_LONG
constexpr std::size_t kOperationsWithLies = kOperations;
#else
constexpr std::size_t kOperationsWithLies = kOperations / 5;
#endif
constexpr double kSecondsMax = 30;
constexpr std::uint32_t kSeed = 1;

GeneratorOptions manyClients(std::size_t operations) {
    GeneratorOptions options;
    options.seed = kSeed;
    options.operations = operations;
    options.perMilleUnknown = 0;
    return options;
}

void expectJudged(const History& history) {
    const Judgement judgement = judge(history);
    std::printf("%s\n", summaryOf(judgement).c_str());
    EXPECT_EQ(judgement.verdict, Verdict::Linearizable)
        << (judgement.findings.empty() ? "" : judgement.findings.front());
    EXPECT_LT(judgement.seconds, kSecondsMax);
    EXPECT_GT(judgement.judged, kOperations * 9 / 10);
}

TEST(HistorySpeedTest, ALongHistoryOf32ClientsIsJudgedInTime) {
    expectJudged(generate(manyClients(kOperations)));
}

TEST(HistorySpeedTest, EveryLieInALongHistoryIsRefusedInTime) {
    const History truth = generate(manyClients(kOperationsWithLies));
    std::mt19937 random(testSeed());
    for (const Tamper& tamper : allTampers()) {
        History lie = truth;
        const std::string what = tamper.plant(lie, random);
        ASSERT_FALSE(what.empty()) << tamper.name;
        const Judgement judgement = judge(lie);
        std::printf("%-28s %s\n    %s\n", tamper.name.c_str(), what.c_str(),
                    summaryOf(judgement).c_str());
        EXPECT_EQ(judgement.verdict, Verdict::NotLinearizable) << tamper.name << ": " << what;
        EXPECT_LT(judgement.seconds, kSecondsMax) << tamper.name;
    }
}

}  // namespace
}  // namespace tessera::history
