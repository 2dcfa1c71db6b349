// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/periodic.h"

#include <gmock/gmock.h>

#include <deque>

#include "tests/runtime/manual_clock.h"

namespace tessera::runtime {
namespace {

// Keeps what it is given until the test lets it run.
class HandExecutor final : public Executor {
public:
    PostOutcome post(Task task) override {
        if (full) return PostOutcome::QueueFull;
        waiting.push_back(std::move(task));
        return PostOutcome::Accepted;
    }
    std::optional<TimerId> after(Duration delay, Task task) override {
        if (!timersLeft) return std::nullopt;
        delays.push_back(delay);
        waiting.push_back(std::move(task));
        return TimerId{delays.size()};
    }
    bool cancel(TimerId) override { return false; }
    const MonotonicClock& monotonic() const override { return clock_; }
    void runOne() {
        ASSERT_FALSE(waiting.empty());
        Task task = std::move(waiting.front());
        waiting.pop_front();
        task();
    }

    bool full = false;
    bool timersLeft = true;
    std::deque<Task> waiting;
    std::vector<Duration> delays;

protected:
    bool schedule(Task, Turn) override { return false; }
    bool stopping() const override { return false; }

private:
    ManualClock clock_;
};

struct PeriodicTest : testing::Test {
    Periodic every(bool atOnce) {
        return Periodic(executor, *log, {"tests", Duration::ofSeconds(7), atOnce},
                        [this](const std::atomic<bool>& stopped) {
                            ++turns;
                            sawStop = stopped;
                        });
    }
    std::string said;
    std::unique_ptr<Log> log = Log::toSink({}, [this](std::string_view line) { said += line; });
    HandExecutor executor;
    int turns = 0;
    bool sawStop = false;
};

TEST_F(PeriodicTest, ATurnComesAfterEachPauseUntilItIsStopped) {
    auto periodic = every(false);
    periodic.start();
    EXPECT_EQ(turns, 0);
    executor.runOne();
    executor.runOne();
    EXPECT_EQ(turns, 2);
    EXPECT_THAT(executor.delays, testing::Each(Duration::ofSeconds(7)));
    periodic.stop();
    executor.runOne();
    EXPECT_EQ(turns, 2);
    EXPECT_TRUE(executor.waiting.empty());
}

TEST_F(PeriodicTest, TheFirstTurnMayComeAtOnce) {
    auto periodic = every(true);
    periodic.start();
    EXPECT_TRUE(executor.delays.empty());
    executor.runOne();
    EXPECT_EQ(turns, 1);
    EXPECT_EQ(executor.delays.size(), 1U);
}

TEST_F(PeriodicTest, WithoutATimerItTakesTheQueueAndSaysWhereItEnds) {
    auto periodic = every(false);
    executor.timersLeft = false;
    periodic.start();
    executor.runOne();
    EXPECT_EQ(turns, 1);
    executor.full = true;
    executor.runOne();
    EXPECT_EQ(turns, 2);
    log->flush();
    EXPECT_THAT(said, testing::HasSubstr("periodic_work_ends"));
}

TEST_F(PeriodicTest, OneThatIsGoneHasNoTurn) {
    every(false).start();
    executor.runOne();
    EXPECT_EQ(turns, 0);
    EXPECT_FALSE(sawStop);
}

}  // namespace
}  // namespace tessera::runtime
