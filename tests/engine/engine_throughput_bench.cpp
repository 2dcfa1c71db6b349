// SPDX-License-Identifier: Apache-2.0
// How many holds of two seats, each with its release, one thread decides in a second.
#include <chrono>
#include <iostream>

#include "tests/engine/desk.h"

namespace tessera::engine {
namespace {

using Clock = std::chrono::steady_clock;

double holdsPerSecond(EventTerms terms, bool best) {
    EventEngine engine =
        EventEngine::fresh(EventId{5}, makeHall(1840, 44, false), std::move(terms));
    const std::int32_t seats = engine.layout().seatCount();
    std::vector<std::pair<ReservationId, int>> live(1000);
    Changes changes;
    Instant now = kOpening;
    std::int64_t done = 0;
    std::int64_t step = 0;
    const auto start = Clock::now();
    std::chrono::duration<double> spent{};
    while (spent.count() < 2) {
        for (int i = 0; i < 1000; ++i) {
            now = now + Duration::ofMicros(3);
            auto& [held, buyerOf] = live[static_cast<std::size_t>(i)];
            if (held) {
                (void)engine.apply(CancelReservation{held, callerOf(buyerOf)}, now, changes);
                ++done;
            }
            const int who = static_cast<int>(++step % 20000);
            // Steps through the hall by pairs, coprime to its size.
            const auto seat = static_cast<std::int32_t>((step * 6151) % (seats / 2)) * 2;
            const HoldSeats hold = best ? holdBest(who, 2) : holdPicks(who, {seat, seat + 1});
            const Outcome outcome = engine.apply(hold, now, changes);
            EXPECT_EQ(outcome.refusal, Refusal::None);
            held = ReservationId{outcome.target};
            buyerOf = who;
            if (i % 100 == 99) changes.clear();
        }
        spent = Clock::now() - start;
    }
    engine.checkInvariants();
    return static_cast<double>(done) / spent.count();
}

TEST(EngineThroughputBench, HoldsOfTwoSeatsAreDecidedFastEnough) {
    EventTerms terms = makeTerms();
    const double picked = holdsPerSecond(terms, false);
    terms.noOrphans = true;
    const double withRule = holdsPerSecond(terms, false);
    const double best = holdsPerSecond(terms, true);
    std::cout << "holds with release per second: picked " << static_cast<std::int64_t>(picked)
              << ", with the orphan rule " << static_cast<std::int64_t>(withRule)
              << ", best available " << static_cast<std::int64_t>(best) << '\n';
    EXPECT_GT(picked, 300000);
}

}  // namespace
}  // namespace tessera::engine
