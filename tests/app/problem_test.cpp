// SPDX-License-Identifier: Apache-2.0
#include "server/app/problem.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tessera::app {
namespace {

std::optional<std::string> valueOf(const Problem& problem, std::string_view key) {
    const auto found =
        std::ranges::find(problem.metadata, key, [](const auto& p) { return p.first; });
    if (found == problem.metadata.end()) return std::nullopt;
    return found->second;
}

engine::Outcome refusalOf(engine::Refusal refusal, std::int64_t limit = 0) {
    engine::Outcome outcome;
    outcome.refusal = refusal;
    outcome.limit = limit;
    return outcome;
}

TEST(ProblemTest, AFullAreaSaysHowManyPlacesAreLeft) {
    EXPECT_EQ(valueOf(problemOf(refusalOf(engine::Refusal::AreaFull, 3)), "available"), "3");
    EXPECT_EQ(valueOf(problemOf(refusalOf(engine::Refusal::AreaFull)), "available"), "0");
}

// It said 0 however many were free: best-available does not count them.
TEST(ProblemTest, NoNumberIsSaidOfSeatsThatNobodyCounted) {
    for (const auto refusal : {engine::Refusal::NotEnoughSeats, engine::Refusal::NotTogether}) {
        const Problem problem = problemOf(refusalOf(refusal));
        EXPECT_EQ(problem.reason, "NO_SUITABLE_SEATS");
        EXPECT_EQ(valueOf(problem, "available"), std::nullopt);
    }
}

TEST(ProblemTest, AReturnThatIsTooLateSaysUntilWhenItWas) {
    engine::Outcome outcome = refusalOf(engine::Refusal::ReturnNotAllowed);
    EXPECT_EQ(valueOf(problemOf(outcome), "until"), std::nullopt);
    outcome.when = Instant{1'767'225'600'000'000};
    EXPECT_EQ(valueOf(problemOf(outcome), "until"), "2026-01-01T00:00:00.000000Z");
    EXPECT_EQ(
        valueOf(problemOf(refusalOf(engine::Refusal::TenderTooLarge, 1200)), "minor_units_max"),
        "1200");
}

}  // namespace
}  // namespace tessera::app
