// SPDX-License-Identifier: Apache-2.0
// A rush, and the provider is gone for ten minutes in the middle of it.
#include <gtest/gtest.h>

#include <iostream>

#include "tests/simulation/run/simulation.h"

namespace tessera::simulation {
namespace {

constexpr Duration kSettled = Duration::ofSeconds(60);

TEST(ProviderDownTest, EveryPaymentIsSettledWithinAMinuteAfterTheProviderIsBackAndNoSeatIsLost) {
    std::int64_t waited = 0;
    std::int64_t told = 0;
    std::int64_t judged = 0;
    Duration longest;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const RunResult run = runSeed({seed, {}, Scenario::ProviderDown});
        EXPECT_EQ(run.findingCount, 0)
            << "seed " << seed << ": " << (run.findings.empty() ? "" : run.findings.front());
        EXPECT_LE(run.settledWithin, kSettled) << "seed " << seed;
        waited += run.figures.at("orders_waited");
        told += run.figures.at("answers_confirming");
        judged += run.figures.at("orders_judged");
        longest = std::max(longest, run.settledWithin);
    }
    EXPECT_GT(waited, 20);
    EXPECT_GT(told, waited);
    std::cout << "0 findings over " << judged << " orders; " << waited
              << " waited for the provider, " << told << " answers said so; all settled within "
              << longest.micros / 1000000 << " s of its return\n";
}

}  // namespace
}  // namespace tessera::simulation
