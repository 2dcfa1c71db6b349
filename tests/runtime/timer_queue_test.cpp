// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/timer_queue.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <random>

namespace tessera::runtime {
namespace {

TEST(TimerQueueTest, ATimerIsDueAtItsInstantNotBefore) {
    TimerQueue timers(4);
    int ran = 0;
    ASSERT_TRUE(timers.add(100, [&] { ++ran; }));
    EXPECT_FALSE(timers.takeDue(99));
    Task due = timers.takeDue(100);
    ASSERT_TRUE(due);
    due();
    EXPECT_EQ(ran, 1);
    EXPECT_FALSE(timers.takeDue(1000));
}

TEST(TimerQueueTest, AFullQueueRefusesAndTakesAgainAfterACancel) {
    TimerQueue timers(2);
    const auto first = timers.add(1, [] {});
    ASSERT_TRUE(first);
    ASSERT_TRUE(timers.add(2, [] {}));
    EXPECT_FALSE(timers.add(3, [] {}));
    EXPECT_TRUE(timers.cancel(*first));
    EXPECT_FALSE(timers.cancel(*first));
    EXPECT_TRUE(timers.add(3, [] {}));
    EXPECT_EQ(timers.nextDue(), 2);
}

TEST(TimerQueueTest, ACancelledTaskIsDestroyedAtOnce) {
    TimerQueue timers(2);
    auto owned = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = owned;
    const auto timer = timers.add(1, [owned = std::move(owned)] { static_cast<void>(*owned); });
    EXPECT_FALSE(watch.expired());
    timers.cancel(*timer);
    EXPECT_TRUE(watch.expired());
}

// Beside the simplest correct model: a map by (due, order of adding).
TEST(TimerQueueTest, RandomTimersComeOutAsTheModelSays) {
    const std::uint64_t seed = 4711;
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    TimerQueue timers(500);
    std::map<std::pair<std::int64_t, std::uint64_t>, int> model;
    std::vector<std::pair<TimerId, std::int64_t>> known;
    std::int64_t now = 0;
    int label = 0;
    int ran = -1;
    int taken = 0;
    for (int i = 0; i < 50000; ++i) {
        const auto what = random() % 10;
        if (what < 5) {
            const std::int64_t due = now + static_cast<std::int64_t>(random() % 50);
            const auto timer = timers.add(due, [&ran, mine = ++label] { ran = mine; });
            ASSERT_EQ(timer.has_value(), model.size() < 500);
            if (!timer) continue;
            model[{due, timer->value}] = label;
            known.emplace_back(*timer, due);
        } else if (what < 7 && !known.empty()) {
            const auto [timer, due] = known[random() % known.size()];
            ASSERT_EQ(timers.cancel(timer), model.erase({due, timer.value}) == 1);
        } else {
            now += static_cast<std::int64_t>(random() % 5);
            while (!model.empty() && model.begin()->first.first <= now) {
                Task due = timers.takeDue(now);
                ASSERT_TRUE(due);
                due();
                ASSERT_EQ(ran, model.begin()->second);
                model.erase(model.begin());
                ++taken;
            }
            ASSERT_FALSE(timers.takeDue(now));
        }
        ASSERT_EQ(timers.size(), model.size());
    }
    EXPECT_GT(taken, 1000);
}

}  // namespace
}  // namespace tessera::runtime
