// SPDX-License-Identifier: Apache-2.0
// How long a choice takes on 80,960 seats, over 1,000 random occupancies.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <iostream>

#include "server/engine/best_available.h"
#include "server/engine/inventory.h"
#include "tests/engine/occupancy.h"
#include "tests/plan/plan_files.h"
#include "tests/support/report.h"

namespace tessera::engine {
namespace {

using Clock = std::chrono::steady_clock;

// A sanitizer's shadow and checks take time of their own; what is measured there says nothing.
#ifdef TESSERA_SANITIZED
constexpr double kMicrosMost = 100'000;
#else
constexpr double kMicrosMost = 1000;
#endif

double microsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

struct Times {
    std::vector<double> micros;
    double at(double quantile) {
        std::sort(micros.begin(), micros.end());
        return micros[static_cast<std::size_t>(quantile * static_cast<double>(micros.size() - 1))];
    }
    void print(const char* what) {
        std::cout << what << " us: p50 " << at(0.5) << ", p99 " << at(0.99) << ", most " << at(1)
                  << " (" << micros.size() << " calls)\n";
    }
};

TEST(BestAvailableSpeedTest, AChoiceOnAStadiumTakesAtMostAMillisecondAtP99) {
    const auto layout = plan::layoutNamed("national-stadium");
    std::mt19937 random(testSeed());
    BestAvailable best(layout, std::nullopt);
    Times first;  // The call after a whole new occupancy: every row's cache is stale.
    Times warm;
    Times split;
    Times sets;
    for (int round = 0; round < 1000; ++round) {
        const auto free = randomOccupancy(*layout, random);
        const auto start = Clock::now();
        for (int s = 0; s < layout->seatCount(); ++s) {
            best.setFree(SeatNo{s}, free[static_cast<std::size_t>(s)]);
        }
        sets.micros.push_back(microsSince(start) / layout->seatCount());
        for (int n = 1; n <= 10; ++n) {
            const auto categories = randomCategories(*layout, random);
            const auto begin = Clock::now();
            const auto run = best.findRun({n, categories, true});
            (n == 1 ? first : warm).micros.push_back(microsSince(begin));
            if (!run.empty()) continue;
            const auto beginSplit = Clock::now();
            static_cast<void>(best.findSplit({n, categories, true}));
            split.micros.push_back(microsSince(beginSplit));
        }
    }
    first.print("first findRun");
    warm.print("findRun");
    split.print("findSplit where no run fits");
    sets.print("setFree");
    std::cout << "index: " << best.memoryBytes() / 1024 << " KiB\n";
    EXPECT_LE(first.at(0.99), kMicrosMost);
    EXPECT_LE(warm.at(0.99), kMicrosMost);
    EXPECT_LE(split.at(0.99), kMicrosMost);
    test::writeReport("best_available", {{"first_p99_us", first.at(0.99)},
                                         {"run_p99_us", warm.at(0.99)},
                                         {"split_p99_us", split.at(0.99)},
                                         {"choices", static_cast<double>(warm.micros.size())}});
}

// Each search with a code went over all seats, twice, and made the index of everybody else stale.
TEST(BestAvailableSpeedTest, AChoiceWithACodeIsAsQuick) {
    const auto layout = plan::layoutNamed("national-stadium");
    const AllocationNo fans{1};
    std::vector<SeatState> seats(static_cast<std::size_t>(layout->seatCount()));
    for (std::size_t i = 0; i < 20'000; ++i) seats[i] = {SeatStatus::Blocked, fans, 0};
    Inventory inventory(layout, std::nullopt, seats,
                        std::vector<Inventory::AreaCount>(layout->areas().size()));
    Changes changes;
    Times withCode;
    Times without;
    for (std::int64_t hold = 1; hold <= 1000; ++hold) {
        std::vector<SeatNo> run;
        const auto begin = Clock::now();
        {
            const Inventory::Unlocked unlocked(inventory, fans);
            run = inventory.best().findRun({2, {}, true});
        }
        withCode.micros.push_back(microsSince(begin));
        ASSERT_EQ(run.size(), 2U);
        for (const SeatNo seat : run) inventory.hold(seat, ReservationId{hold}, changes);
        const auto beginPublic = Clock::now();
        const auto open = inventory.best().findRun({2, {}, true});
        without.micros.push_back(microsSince(beginPublic));
        ASSERT_EQ(open.size(), 2U);
    }
    withCode.print("findRun with a code");
    without.print("findRun after it");
    inventory.checkInvariants();
    EXPECT_LE(withCode.at(0.99), kMicrosMost);
    EXPECT_LE(without.at(0.99), kMicrosMost);
}

}  // namespace
}  // namespace tessera::engine
