// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/thread_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace tessera::runtime {
namespace {

// Holds a thread of the pool until it is opened.
class Gate {
public:
    Task task() {
        return [this] {
            entered_.set_value();
            open_.get_future().wait();
        };
    }
    void awaitEntered() { entered_.get_future().wait(); }
    void open() { open_.set_value(); }

private:
    std::promise<void> entered_;
    std::promise<void> open_;
};

TEST(ThreadPoolTest, RunsEveryAcceptedTaskOnce) {
    SteadyClock clock;
    std::atomic<int> ran{0};
    {
        ThreadPool executor({.threads = 3}, clock);
        for (int i = 0; i < 10000; ++i) {
            ASSERT_EQ(executor.post([&] { ++ran; }), PostOutcome::Accepted);
        }
    }
    EXPECT_EQ(ran, 10000);
}

TEST(ThreadPoolTest, AFullQueueRefusesAndDestroysTheTask) {
    SteadyClock clock;
    ThreadPool executor({.threads = 1, .queueMax = 2}, clock);
    Gate gate;
    ASSERT_EQ(executor.post(gate.task()), PostOutcome::Accepted);
    gate.awaitEntered();
    std::atomic<int> ran{0};
    EXPECT_EQ(executor.post([&] { ++ran; }), PostOutcome::Accepted);
    EXPECT_EQ(executor.post([&] { ++ran; }), PostOutcome::Accepted);
    auto owned = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = owned;
    EXPECT_EQ(executor.post([owned = std::move(owned)] { static_cast<void>(*owned); }),
              PostOutcome::QueueFull);
    EXPECT_TRUE(watch.expired());
    EXPECT_EQ(executor.load().queued, 2U);
    gate.open();
    executor.stop();
    EXPECT_EQ(ran, 2);
}

TEST(ThreadPoolTest, AStoppedExecutorRefusesTasksAndTimers) {
    SteadyClock clock;
    ThreadPool executor({}, clock);
    executor.stop();
    executor.stop();
    EXPECT_EQ(executor.post([] {}), PostOutcome::Stopped);
    EXPECT_FALSE(executor.after(Duration{}, [] {}));
}

TEST(ThreadPoolTest, TimersRunInOrderOfDueTimeAndNotBeforeIt) {
    SteadyClock clock;
    ThreadPool executor({.threads = 1}, clock);
    const std::int64_t start = clock.nowMicros();
    std::vector<int> order;
    std::promise<std::int64_t> last;
    ASSERT_TRUE(executor.after(Duration::ofMillis(30), [&] {
        order.push_back(3);
        last.set_value(clock.nowMicros());
    }));
    ASSERT_TRUE(executor.after(Duration::ofMillis(10), [&] { order.push_back(2); }));
    ASSERT_TRUE(executor.after(Duration::ofMillis(-5), [&] { order.push_back(1); }));
    EXPECT_GE(last.get_future().get() - start, 30000);
    EXPECT_EQ(order, (std::vector<int>{1, 2, 3}));
}

TEST(ThreadPoolTest, ACancelledTimerDoesNotRun) {
    SteadyClock clock;
    ThreadPool executor({.threads = 1}, clock);
    std::atomic<bool> ran{false};
    const auto timer = executor.after(Duration::ofMillis(20), [&] { ran = true; });
    ASSERT_TRUE(timer);
    EXPECT_TRUE(executor.cancel(*timer));
    EXPECT_FALSE(executor.cancel(*timer));
    std::promise<void> later;
    ASSERT_TRUE(executor.after(Duration::ofMillis(40), [&] { later.set_value(); }));
    later.get_future().wait();
    EXPECT_FALSE(ran);
}

TEST(ThreadPoolTest, TimersAreBoundedAndStopDropsThem) {
    SteadyClock clock;
    std::atomic<bool> ran{false};
    ThreadPool executor({.threads = 1, .timersMax = 2}, clock);
    auto owned = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = owned;
    ASSERT_TRUE(executor.after(Duration{INT64_MAX},
                               [&ran, owned = std::move(owned)] { ran = *owned == 1; }));
    ASSERT_TRUE(executor.after(Duration::ofMinutes(10), [&] { ran = true; }));
    EXPECT_FALSE(executor.after(Duration::ofMinutes(10), [&] { ran = true; }));
    EXPECT_EQ(executor.load().timers, 2U);
    executor.stop();
    EXPECT_TRUE(watch.expired());
    EXPECT_FALSE(ran);
}

TEST(ThreadPoolTest, ATaskMayOwnWhatCannotBeCopied) {
    SteadyClock clock;
    ThreadPool executor({}, clock);
    std::promise<int> promise;
    std::future<int> answer = promise.get_future();
    ASSERT_EQ(executor.post([promise = std::move(promise)]() mutable { promise.set_value(5); }),
              PostOutcome::Accepted);
    EXPECT_EQ(answer.get(), 5);
}

TEST(ThreadPoolDeathTest, StoppingFromItsOwnTaskIsAMistake) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    SteadyClock clock;
    EXPECT_DEATH(
        {
            ThreadPool executor({.threads = 1}, clock);
            std::promise<void> never;
            static_cast<void>(executor.post([&] { executor.stop(); }));
            never.get_future().wait();
        },
        "currentPool");
}

}  // namespace
}  // namespace tessera::runtime
