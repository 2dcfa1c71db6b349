// SPDX-License-Identifier: Apache-2.0
// The judge beside the simplest one: on small histories both must say the same.
#include <gtest/gtest.h>

#include <sstream>

#include "tests/engine/test_seed.h"
#include "tests/history/brute_force.h"
#include "tests/history/generator.h"
#include "tests/history/lies.h"
#include "tools/history/history_file.h"
#include "tools/history/judge.h"

namespace tessera::history {
namespace {

GeneratorOptions smallOptions(std::uint32_t seed) {
    GeneratorOptions options;
    options.seed = seed;
    options.clients = 2 + static_cast<int>(seed % 3);
    options.operations = 5 + seed % 3;
    options.rows = 1 + static_cast<int>(seed % 2);
    options.seatsPerRow = 2;
    options.areaCapacity = 2;
    options.placesPerBuyer = seed % 2 == 0 ? 3 : 0;
    options.seatsPerHold = 2;
    options.holdMicros = 6'000;
    options.callMicros = 2'000;
    options.perMilleUnknown = 100;
    options.perMilleRetried = 0;
    options.perMilleStaff = 120;
    options.perMillePay = 40;
    return options;
}

std::string text(const History& history) {
    std::ostringstream out;
    writeHistory(history, out);
    return out.str();
}

TEST(HistoryAgreementTest, TheJudgeSaysWhatTryingEveryOrderSays) {
    const std::uint32_t base = testSeed();
    int yes = 0;
    int no = 0;
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        History history = generate(smallOptions(base + i));
        std::mt19937 random(base + i);
        const int lies = static_cast<int>(i % 7);
        for (int lie = 0; lie < lies; ++lie) changeSomething(history, random);
        const Judgement judged = judge(history);
        const bool judgedSo = judged.verdict == Verdict::Linearizable;
        const bool tried = isLinearizableByTrying(history);
        ASSERT_EQ(judgedSo, tried)
            << "seed " << base + i << "\n"
            << text(history) << (judged.findings.empty() ? "" : judged.findings.front());
        ASSERT_NE(judged.verdict, Verdict::Undecided);
        ASSERT_TRUE(tried || lies > 0) << "seed " << base + i << "\n" << text(history);
        (tried ? yes : no) += 1;
    }
    std::cout << "linearizable " << yes << ", not " << no << "\n";
    EXPECT_GT(yes, 3'000);
    EXPECT_GT(no, 3'000);
}

}  // namespace
}  // namespace tessera::history
