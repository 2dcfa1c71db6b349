// SPDX-License-Identifier: Apache-2.0
// What is right has no findings, and it was judged.
#include "tests/simulation/audit/auditor.h"

#include <gtest/gtest.h>

#include "tests/simulation/audit/script.h"

namespace tessera::simulation {
namespace {

TEST(AuditorTest, ARightHistoryHasNoFindings) {
    const History history = rightHistory();
    Auditor auditor;
    play(history, auditor);
    EXPECT_EQ(auditor.findings().count(), 0) << auditor.findings().report();
    const Counters& counters = auditor.findings().counters;
    EXPECT_GT(counters.exact, 30);
    EXPECT_GT(counters.refusals, 5);
    EXPECT_GT(counters.commits, 50);
    EXPECT_GT(counters.providerActs, 10);
    EXPECT_EQ(counters.answers, counters.exact + counters.lenient + counters.claimless);
    std::cout << auditor.findings().report();
}

}  // namespace
}  // namespace tessera::simulation
