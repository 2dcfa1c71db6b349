// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/strand.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "server/runtime/thread_pool.h"

namespace tessera::runtime {
namespace {

TEST(StrandTest, TasksOfOnePosterRunInOrderAndNeverTwoAtOnce) {
    SteadyClock clock;
    ThreadPool executor({.threads = 4}, clock);
    Strand strand(executor, {.sliceMax = 7});
    constexpr int kPosters = 3;
    constexpr int kEach = 5000;
    std::vector<int> last(kPosters, -1);  // Written by the strand only.
    std::atomic<int> inside{0};
    std::atomic<int> wrong{0};
    std::promise<void> all;
    int done = 0;
    std::vector<std::thread> posters;
    for (int poster = 0; poster < kPosters; ++poster) {
        posters.emplace_back([&, poster] {
            for (int i = 0; i < kEach; ++i) {
                const auto outcome = strand.post([&, poster, i] {
                    if (inside++ != 0) ++wrong;
                    auto& mine = last[static_cast<std::size_t>(poster)];
                    if (mine != i - 1) ++wrong;
                    mine = i;
                    --inside;
                    if (++done == kPosters * kEach) all.set_value();
                });
                if (outcome != PostOutcome::Accepted) ++wrong;
            }
        });
    }
    for (std::thread& poster : posters) poster.join();
    all.get_future().wait();
    EXPECT_EQ(wrong, 0);
}

// Negative control: without a strand the same counter catches two tasks at once.
TEST(StrandTest, TheCheckForTwoAtOnceSeesThemOnThePool) {
    SteadyClock clock;
    ThreadPool executor({.threads = 2}, clock);
    std::atomic<int> inside{0};
    std::promise<void> both;
    for (int i = 0; i < 2; ++i) {
        ASSERT_EQ(executor.post([&] {
            if (++inside == 2) both.set_value();
        }),
                  PostOutcome::Accepted);
    }
    both.get_future().wait();
    EXPECT_EQ(inside, 2);
}

struct Held {
    SteadyClock clock;
    ThreadPool executor{{.threads = 1}, clock};
    std::promise<void> entered;
    std::promise<void> open;
    Task gate() {
        return [this] {
            entered.set_value();
            open.get_future().wait();
        };
    }
};

TEST(StrandTest, OrdinaryTasksAreRefusedBeyondTheBoundAndUrgentOnesUseTheReserve) {
    Held held;
    Strand strand(held.executor, {.queueMax = 2, .reserve = 1});
    ASSERT_EQ(strand.post(held.gate()), PostOutcome::Accepted);
    held.entered.get_future().wait();
    EXPECT_EQ(strand.post([] {}), PostOutcome::Accepted);
    EXPECT_EQ(strand.post([] {}), PostOutcome::Accepted);
    EXPECT_EQ(strand.post([] {}), PostOutcome::QueueFull);
    EXPECT_EQ(strand.post([] {}, Urgency::NeverShed), PostOutcome::Accepted);
    EXPECT_EQ(strand.post([] {}, Urgency::NeverShed), PostOutcome::QueueFull);
    EXPECT_EQ(strand.queued(), 3U);
    held.open.set_value();
}

TEST(StrandTest, ABusyStrandYieldsAfterItsSlice) {
    Held held;
    Strand busy(held.executor, {.sliceMax = 2});
    Strand other(held.executor, {});
    std::string order;
    std::promise<void> last;
    ASSERT_EQ(busy.post(held.gate()), PostOutcome::Accepted);
    held.entered.get_future().wait();
    for (const char c : {'a', 'b', 'c'}) {
        ASSERT_EQ(busy.post([&order, c] { order += c; }), PostOutcome::Accepted);
    }
    ASSERT_EQ(busy.post([&] { last.set_value(); }), PostOutcome::Accepted);
    ASSERT_EQ(other.post([&order] { order += 'X'; }), PostOutcome::Accepted);
    held.open.set_value();
    last.get_future().wait();
    EXPECT_EQ(order, "aXbc");
}

TEST(StrandTest, ClosingAStrandDropsWhatWaitsAndWaitsForWhatRuns) {
    Held held;
    Strand strand(held.executor, {.queueMax = 4});
    std::atomic<bool> ran{false};
    std::atomic<bool> finished{false};
    const auto running = [&] {
        held.entered.set_value();
        held.open.get_future().wait();
        finished = true;
    };
    ASSERT_EQ(strand.post(running), PostOutcome::Accepted);
    held.entered.get_future().wait();
    auto closed = std::async(std::launch::async, [&] {
        strand.close();
        return finished.load();
    });
    while (strand.post([&] { ran = true; }) != PostOutcome::Stopped) std::this_thread::yield();
    EXPECT_FALSE(finished);
    held.open.set_value();
    EXPECT_TRUE(closed.get());
    held.executor.stop();
    EXPECT_FALSE(ran);
}

TEST(StrandTest, AStrandMayBeClosedByItsOwnTask) {
    SteadyClock clock;
    ThreadPool executor({.threads = 1}, clock);
    Strand strand(executor, {});
    std::promise<bool> current;
    EXPECT_FALSE(strand.isCurrent());
    ASSERT_EQ(strand.post([&] {
        strand.close();
        current.set_value(strand.isCurrent());
    }),
              PostOutcome::Accepted);
    EXPECT_TRUE(current.get_future().get());
    EXPECT_EQ(strand.post([] {}), PostOutcome::Stopped);
}

TEST(StrandTest, ATimerRunsOnTheStrandAndIsDroppedWithIt) {
    SteadyClock clock;
    ThreadPool executor({.threads = 2}, clock);
    std::atomic<bool> ran{false};
    {
        Strand gone(executor, {});
        ASSERT_TRUE(gone.after(Duration::ofMillis(1), [&] {}));
        ASSERT_TRUE(gone.after(Duration::ofMillis(20), [&] { ran = true; }));
    }
    Strand strand(executor, {});
    std::promise<bool> current;
    ASSERT_TRUE(
        strand.after(Duration::ofMillis(40), [&] { current.set_value(strand.isCurrent()); }));
    EXPECT_TRUE(current.get_future().get());
    EXPECT_FALSE(ran);
}

TEST(StrandTest, StoppingTheExecutorRunsAcceptedTasksAndRefusesNewOnes) {
    SteadyClock clock;
    ThreadPool executor({.threads = 1}, clock);
    Strand strand(executor, {.sliceMax = 3});
    int ran = 0;
    for (int i = 0; i < 1000; ++i) {
        ASSERT_EQ(strand.post([&] { ++ran; }), PostOutcome::Accepted);
    }
    executor.stop();
    EXPECT_EQ(ran, 1000);
    EXPECT_EQ(strand.post([] {}), PostOutcome::Stopped);
    EXPECT_EQ(strand.queued(), 0U);
}

}  // namespace
}  // namespace tessera::runtime
