// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/clock.h"

#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <thread>
#include <vector>

#include "tests/runtime/manual_clock.h"

namespace tessera::runtime {
namespace {

constexpr Instant kStart{1'777'000'000'000'000};

ClockSample sampleAt(const ManualClock& clock, Instant database, Duration roundTrip = {}) {
    return {database, roundTrip, clock.nowMicros()};
}

TEST(DatabaseClockTest, StartsInTheMiddleOfTheRoundTripAndRunsWithTheMonotonicClock) {
    ManualClock clock;
    DatabaseClock time(clock, sampleAt(clock, kStart, Duration::ofMillis(4)));
    EXPECT_EQ(time.now(), kStart + Duration::ofMillis(2));
    clock.advance(Duration::ofSeconds(3600));
    EXPECT_EQ(time.now(), kStart + Duration::ofMillis(2) + Duration::ofSeconds(3600));
}

TEST(DatabaseClockTest, ASampleWhoseUncertaintyCoversTheEstimateChangesNothing) {
    ManualClock clock;
    DatabaseClock time(clock, sampleAt(clock, kStart));
    const auto early = sampleAt(clock, kStart - Duration::ofMillis(9), Duration::ofMillis(9));
    EXPECT_EQ(time.observe(early), ClockObservation::Agrees);
    EXPECT_EQ(time.observe(sampleAt(clock, kStart, Duration::ofMillis(9))),
              ClockObservation::Agrees);
    EXPECT_EQ(time.remainingCorrection(), Duration{});
}

TEST(DatabaseClockTest, SlewsForwardByTenMillisecondsASecondUntilItAgrees) {
    ManualClock clock;
    DatabaseClock time(clock, sampleAt(clock, kStart));
    EXPECT_EQ(time.observe(sampleAt(clock, kStart + Duration::ofMillis(25))),
              ClockObservation::Slewing);
    EXPECT_EQ(time.now(), kStart);
    clock.advance(Duration::ofSeconds(1));
    EXPECT_EQ(time.now(), kStart + Duration::ofMillis(1010));
    clock.advance(Duration::ofSeconds(9));
    EXPECT_EQ(time.now(), kStart + Duration::ofMillis(10025));
    EXPECT_EQ(time.remainingCorrection(), Duration{});
}

TEST(DatabaseClockTest, SlewsBackwardWithoutEverGoingBack) {
    ManualClock clock;
    DatabaseClock time(clock, sampleAt(clock, kStart));
    EXPECT_EQ(time.observe(sampleAt(clock, kStart - Duration::ofMillis(15))),
              ClockObservation::Slewing);
    clock.advance(Duration::ofSeconds(1));
    EXPECT_EQ(time.now(), kStart + Duration::ofMillis(990));
    clock.advance(Duration::ofSeconds(1));
    EXPECT_EQ(time.now(), kStart + Duration::ofMillis(1985));
}

TEST(DatabaseClockTest, AFarStepOfTheDatabaseIsToldAndStillSlewed) {
    ManualClock clock;
    DatabaseClock time(clock, sampleAt(clock, kStart));
    EXPECT_EQ(time.observe(sampleAt(clock, kStart - Duration::ofSeconds(60))),
              ClockObservation::FarOff);
    clock.advance(Duration::ofSeconds(10));
    EXPECT_EQ(time.now(), kStart + Duration::ofMillis(9900));
}

TEST(DatabaseClockTest, ASampleThatArrivedEarlierIsCarriedOnToThePresent) {
    ManualClock clock;
    DatabaseClock time(clock, sampleAt(clock, kStart));
    const ClockSample old = sampleAt(clock, kStart);
    clock.advance(Duration::ofSeconds(5));
    EXPECT_EQ(time.observe(old), ClockObservation::Agrees);
}

TEST(DatabaseClockTest, RandomSamplesNeverTurnTimeBackOrChangeItsSpeedByMoreThanOnePerCent) {
    const std::uint64_t seed = 77;
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    ManualClock clock;
    DatabaseClock time(clock, sampleAt(clock, kStart));
    Instant last = time.now();
    for (int i = 0; i < 20000; ++i) {
        const Duration step{static_cast<std::int64_t>(random() % 2'000'000)};
        clock.advance(step);
        const Instant now = time.now();
        const std::int64_t went = (now - last).micros;
        ASSERT_GE(went, 0);
        ASSERT_LE(std::abs(went - step.micros), step.micros / 100 + 1);
        last = now;
        const Duration error{static_cast<std::int64_t>(random() % 4'000'000) - 2'000'000};
        const Duration trip{static_cast<std::int64_t>(random() % 300'000)};
        static_cast<void>(time.observe(sampleAt(clock, now + error, trip)));
    }
}

TEST(DatabaseClockTest, FollowsADatabaseThatRunsFasterThanThisMachine) {
    ManualClock clock;
    DatabaseClock time(clock, sampleAt(clock, kStart));
    Instant database = kStart;
    for (int second = 0; second < 600; ++second) {
        clock.advance(Duration::ofSeconds(1));
        database = database + Duration{1'000'200};  // 200 ppm fast.
        static_cast<void>(time.observe(sampleAt(clock, database)));
    }
    EXPECT_LE((database - time.now()).micros, 200);
    EXPECT_GE((database - time.now()).micros, 0);
}

TEST(DatabaseClockTest, NoThreadSeesTimeGoBackWhileOthersObserve) {
    SteadyClock clock;
    DatabaseClock time(clock, {kStart, {}, clock.nowMicros()});
    std::atomic<Instant> greatest{kStart};
    std::atomic<int> backward{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 3; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 20000; ++i) {
                const Instant before = greatest.load();
                const Instant now = time.now();
                if (now < before) ++backward;
                Instant seen = greatest.load();
                while (seen < now && !greatest.compare_exchange_weak(seen, now)) {
                }
                if (t == 0 && i % 10 == 0) {
                    const Duration off{i % 20 == 0 ? 5000 : -5000};
                    static_cast<void>(time.observe({now + off, {}, clock.nowMicros()}));
                }
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(backward, 0);
}

}  // namespace
}  // namespace tessera::runtime
