// SPDX-License-Identifier: Apache-2.0
// 1,000 random occupancies of each plan: the choice is the exhaustive search's, seat by seat.
#include <gtest/gtest.h>

#include "tests/engine/naive_best.h"
#include "tests/engine/occupancy.h"
#include "tests/plan/plan_files.h"

namespace tessera::engine {
namespace {

#ifdef TESSERA_SANITIZED
constexpr int kOccupancies = 100;
#else
constexpr int kOccupancies = 1000;
#endif

struct Pair {
    explicit Pair(const std::shared_ptr<const Layout>& layout)
        : best(layout, std::nullopt), naive(layout) {}

    void setFree(int seat, bool free) {
        best.setFree(SeatNo{seat}, free);
        naive.setFree(SeatNo{seat}, free);
    }

    BestAvailable best;
    NaiveBest naive;
};

std::vector<SeatNo> runOf(const std::optional<RunScore>& score, int count) {
    std::vector<SeatNo> seats;
    for (int i = 0; score && i < count; ++i) seats.push_back(SeatNo{score->lowest.value + i});
    return seats;
}

// Returns whether there was a run.
bool compareRun(const Pair& pair, int count, const std::vector<CategoryNo>& categories,
                bool avoidOrphans) {
    const auto expected = pair.naive.best(count, categories, avoidOrphans);
    const auto found = pair.best.findRun({count, categories, avoidOrphans});
    EXPECT_EQ(found, runOf(expected, count));
    if (expected && !found.empty()) {
        EXPECT_EQ(pair.best.scoreOf(found, avoidOrphans), *expected);
    }
    return expected.has_value();
}

class ExhaustiveTest : public testing::TestWithParam<const char*> {};

TEST_P(ExhaustiveTest, EveryChoiceIsTheBestThereIs) {
    const auto layout = plan::layoutNamed(GetParam());
    std::mt19937 random(testSeed());
    const bool small = layout->seatCount() < 5000;
    Pair pair(layout);
    int found = 0;
    int missing = 0;
    for (int round = 0; round < kOccupancies && !HasFailure(); ++round) {
        SCOPED_TRACE(round);
        const auto free = randomOccupancy(*layout, random);
        for (int s = 0; s < layout->seatCount(); ++s) {
            pair.setFree(s, free[static_cast<std::size_t>(s)]);
        }
        // Every n on the small plan; on the large ones each n in turn.
        for (int n = 1; n <= 10; ++n) {
            if (!small && n != round % 10 + 1) continue;
            const auto categories = randomCategories(*layout, random);
            const bool avoidOrphans = between(random, 0, 9) > 0;
            ++(compareRun(pair, n, categories, avoidOrphans) ? found : missing);
        }
    }
    EXPECT_GT(found, kOccupancies / 2);
    EXPECT_GT(missing, 0);
}

TEST_P(ExhaustiveTest, ChoicesStayBestWhileSeatsComeAndGo) {
    const auto layout = plan::layoutNamed(GetParam());
    std::mt19937 random(testSeed());
    Pair pair(layout);
    const auto free = randomOccupancy(*layout, random);
    for (int s = 0; s < layout->seatCount(); ++s) {
        pair.setFree(s, free[static_cast<std::size_t>(s)]);
    }
    for (int round = 0; round < 150 && !HasFailure(); ++round) {
        SCOPED_TRACE(round);
        const int n = between(random, 1, 6);
        compareRun(pair, n, {}, true);
        // The chosen seats go, as in a sale; some others change their state.
        for (const SeatNo seat : pair.best.findRun({n, {}, true})) pair.setFree(seat.value, false);
        for (int i = between(random, 0, 20); i > 0; --i) {
            pair.setFree(between(random, 0, layout->seatCount() - 1), between(random, 0, 1) == 1);
        }
    }
}

TEST_P(ExhaustiveTest, AccessiblePlacesAreTheNearest) {
    const auto layout = plan::layoutNamed(GetParam());
    std::mt19937 random(testSeed());
    Pair pair(layout);
    for (int round = 0; round < 200 && !HasFailure(); ++round) {
        for (int s = 0; s < layout->seatCount(); ++s) {
            const LayoutSeat& seat = layout->seat(SeatNo{s});
            if (seat.wheelchair || seat.companion != kNoSeat) {
                pair.setFree(s, between(random, 0, 3) > 0);
            }
        }
        const int places = between(random, 1, 12);
        const bool withCompanions = between(random, 0, 1) == 1;
        const auto categories = randomCategories(*layout, random);
        EXPECT_EQ(pair.best.findAccessible(places, withCompanions, categories),
                  pair.naive.accessible(places, withCompanions, categories));
    }
}

INSTANTIATE_TEST_SUITE_P(Plans, ExhaustiveTest,
                         testing::Values("concert-hall", "grand-theatre", "riverside-arena",
                                         "national-stadium"),
                         [](const auto& param) {
                             std::string name = param.param;
                             std::erase(name, '-');
                             return name;
                         });

TEST(SplitExhaustiveTest, SplitsAreLongestRunsFirst) {
    const auto layout = plan::layoutNamed("grand-theatre");
    std::mt19937 random(testSeed());
    Pair pair(layout);
    int split = 0;
    for (int round = 0; round < 300 && !HasFailure(); ++round) {
        SCOPED_TRACE(round);
        const int taken = between(random, 300, 999);
        for (int s = 0; s < layout->seatCount(); ++s) {
            pair.setFree(s, between(random, 0, 999) >= taken);
        }
        const int count = between(random, 1, 20);
        const auto categories = randomCategories(*layout, random);
        const auto found = pair.best.findSplit({count, categories, true});
        EXPECT_EQ(found, pair.naive.split(count, categories));
        if (!found.empty() && pair.best.findRun({count, categories, true}).empty()) ++split;
        for (const SeatNo seat : found) EXPECT_TRUE(pair.best.isFree(seat));
    }
    EXPECT_GT(split, 50);
}

TEST(OrphanExhaustiveTest, HandPickedSeatsAreJudgedAsDocumented) {
    const auto layout = plan::layoutNamed("grand-theatre");
    std::mt19937 random(testSeed());
    Pair pair(layout);
    int orphans = 0;
    int fine = 0;
    for (int round = 0; round < 3000 && !HasFailure(); ++round) {
        SCOPED_TRACE(round);
        if (round % 30 == 0) {
            const int taken = between(random, 100, 900);
            for (int s = 0; s < layout->seatCount(); ++s) {
                pair.setFree(s, between(random, 0, 999) >= taken);
            }
        }
        // Seats near one place, with holes, sometimes over a row's end.
        std::set<int> picked;
        int seat = between(random, 0, layout->seatCount() - 12);
        for (int i = between(random, 1, 6); i > 0; --i, seat += between(random, 1, 2)) {
            picked.insert(seat);
        }
        std::vector<SeatNo> seats;
        for (const int s : picked) seats.push_back(SeatNo{s});
        std::shuffle(seats.begin(), seats.end(), random);
        const auto expected = pair.naive.avoidableOrphans(picked);
        EXPECT_EQ(pair.best.avoidableOrphans(seats), expected);
        ++(expected.empty() ? fine : orphans);
    }
    EXPECT_GT(orphans, 100);
    EXPECT_GT(fine, 100);
}

}  // namespace
}  // namespace tessera::engine
