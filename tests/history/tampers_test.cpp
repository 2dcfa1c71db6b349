// SPDX-License-Identifier: Apache-2.0
// The negative controls of the judge: every lie, at random places of many true histories.
#include "tools/history/tampers.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <map>

#include "tests/engine/test_seed.h"
#include "tests/history/generator.h"
#include "tools/history/judge.h"

namespace tessera::history {
namespace {

#ifdef TESSERA_HISTORY_LONG
constexpr std::uint32_t kHistories = 20;
#else
constexpr std::uint32_t kHistories = 6;
#endif

TEST(HistoryTampersTest, ATrueHistoryPassesAndEveryLieInItIsRefused) {
    const std::uint32_t base = testSeed();
    std::map<std::string, int> refused;
    for (std::uint32_t i = 0; i < kHistories; ++i) {
        GeneratorOptions options;
        options.seed = base + i;
        options.clients = 4 + static_cast<int>(i % 28);
        options.operations = 500;
        options.showDecisions = i % 3 != 0;
        const History truth = generate(options);
        const Judgement passed = judge(truth);
        ASSERT_EQ(passed.verdict, Verdict::Linearizable) << "seed " << options.seed << "\n"
                                                         << passed.findings.front();
        std::mt19937 random(options.seed);
        for (const Tamper& tamper : allTampers()) {
            History lie = truth;
            const std::string what = tamper.plant(lie, random);
            if (what.empty()) continue;
            const Judgement judged = judge(lie);
            ASSERT_EQ(judged.verdict, Verdict::NotLinearizable)
                << "seed " << options.seed << ", " << tamper.name << ": " << what;
            ASSERT_FALSE(judged.findings.empty());
            ++refused[tamper.name];
        }
    }
    for (const Tamper& tamper : allTampers()) {
        std::printf("%-28s refused %d times\n", tamper.name.c_str(), refused[tamper.name]);
        EXPECT_GT(refused[tamper.name], static_cast<int>(kHistories / 2)) << tamper.name;
    }
}

}  // namespace
}  // namespace tessera::history
