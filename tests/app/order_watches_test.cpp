// SPDX-License-Identifier: Apache-2.0
// What the watchers of an order see, whatever order commits and readings come in.
#include "server/app/order_watches.h"

#include <gtest/gtest.h>

#include <deque>

namespace tessera::app {
namespace {

using engine::OrderState;

constexpr EventId kEvent{7};
constexpr OrderId kOrder{40};

class OrderWatchesTest : public ::testing::Test {
protected:
    struct Reading {
        EventId event;
        OrderId order;
        Reply<OrderAnswer> reply;
    };

    std::unique_ptr<OrderWatch> watch(EventId event = kEvent, OrderId order = kOrder) {
        return watches_->add(event, order, [this](Answer<OrderAnswer> answer) {
            seen_.push_back(answer ? static_cast<int>(answer->view.state) : -1);
        });
    }

    void answer(OrderState state) {
        ASSERT_FALSE(readings_.empty());
        Reading reading = std::move(readings_.front());
        readings_.pop_front();
        OrderAnswer answer;
        answer.event = reading.event;
        answer.view.id = reading.order;
        answer.view.state = state;
        reading.reply(answer);
    }

    static engine::Changes attemptOpened(OrderId order) {
        engine::Changes changes;
        engine::AttemptUpdate update;
        update.id = AttemptId{3};
        update.order = order;
        update.from = engine::AttemptState::Opening;
        update.to = engine::AttemptState::Open;
        changes.attemptUpdates.push_back(update);
        return changes;
    }

    std::deque<Reading> readings_;
    std::vector<int> seen_;
    std::shared_ptr<OrderWatches> watches_ =
        std::make_shared<OrderWatches>([this](EventId event, OrderId order, Reply<OrderAnswer> r) {
            readings_.push_back({event, order, std::move(r)});
        });
};

// A change that was committed while the first state was being read was lost: the attempt's order
// was known only once that state had been shown.
TEST_F(OrderWatchesTest, AChangeWhileTheOrderIsReadIsReadOnceMore) {
    const auto handle = watch();
    watches_->refresh(kEvent, kOrder);
    watches_->onCommitted(kEvent, attemptOpened(kOrder));
    watches_->onCommitted(kEvent, attemptOpened(kOrder));
    ASSERT_EQ(readings_.size(), 1U);  // One at a time: two answers could overtake one another.
    answer(OrderState::Paying);
    ASSERT_EQ(readings_.size(), 1U);
    answer(OrderState::Allocated);
    EXPECT_TRUE(readings_.empty());
    EXPECT_EQ(seen_, (std::vector<int>{static_cast<int>(OrderState::Paying),
                                       static_cast<int>(OrderState::Allocated)}));
}

// Attempts of two events may have one id: leaving the one order took the other's changes away.
TEST_F(OrderWatchesTest, AnAttemptOfAnotherEventWithTheSameIdIsAnotherAttempt) {
    const EventId other{8};
    const auto here = watch();
    auto there = watch(other, OrderId{41});
    there.reset();
    watches_->onCommitted(other, attemptOpened(OrderId{41}));
    EXPECT_TRUE(readings_.empty());
    watches_->onCommitted(kEvent, attemptOpened(kOrder));
    EXPECT_EQ(readings_.size(), 1U);
}

// A batch that was committed although its answer was lost was never told to watchers.
TEST_F(OrderWatchesTest, AfterATakeOverEveryWatchedOrderOfTheEventIsReadAnew) {
    const auto first = watch();
    const auto second = watch(kEvent, OrderId{41});
    const auto other = watch(EventId{8}, kOrder);
    watches_->onTakenOver(kEvent);
    ASSERT_EQ(readings_.size(), 2U);
    EXPECT_EQ(readings_[0].event, kEvent);
    EXPECT_EQ(readings_[1].event, kEvent);
}

// Whoever watched an order at a former owner was told nothing any more.
TEST_F(OrderWatchesTest, WatchesOfAnEventThatHasLeftEnd) {
    const auto first = watch();
    const auto second = watch(kEvent, OrderId{41});
    const auto other = watch(EventId{8}, kOrder);
    watches_->refresh(kEvent, kOrder);
    watches_->onLeft(kEvent);
    EXPECT_EQ(seen_, (std::vector<int>{-1, -1}));
    answer(OrderState::Paying);
    EXPECT_EQ(seen_.size(), 2U) << "its watcher is gone";
    watches_->onTakenOver(EventId{8});
    EXPECT_EQ(readings_.size(), 1U) << "another event's is not";
}

// A failed reading was passed over in silence: the watch stayed on its old state for good.
TEST_F(OrderWatchesTest, AReadingThatFailsEndsTheWatchesOfTheOrder) {
    const auto first = watch();
    const auto second = watch();
    watches_->refresh(kEvent, kOrder);
    readings_.front().reply(tl::make_unexpected(unavailable("planted")));
    readings_.clear();
    EXPECT_EQ(seen_, (std::vector<int>{-1, -1}));
    watches_->onCommitted(kEvent, attemptOpened(kOrder));
    EXPECT_TRUE(readings_.empty());
}

TEST_F(OrderWatchesTest, AnAnswerForAWatchThatWasLeftGoesToNobodyWhoCameLater) {
    auto first = watch();
    watches_->refresh(kEvent, kOrder);
    first.reset();
    const auto second = watch();
    watches_->refresh(kEvent, kOrder);
    ASSERT_EQ(readings_.size(), 2U);
    answer(OrderState::Paying);
    EXPECT_TRUE(seen_.empty());
    answer(OrderState::Allocated);
    EXPECT_EQ(seen_, std::vector<int>{static_cast<int>(OrderState::Allocated)});
}

TEST_F(OrderWatchesTest, AnOrderHasSixteenWatchesAndAPlaceIsFreeAgainWhenOneLeaves) {
    std::vector<std::unique_ptr<OrderWatch>> handles;
    for (std::size_t i = 0; i < kWatchesPerOrderMax; ++i) handles.push_back(watch());
    EXPECT_EQ(std::count(handles.begin(), handles.end(), nullptr), 0);
    EXPECT_EQ(watch(), nullptr);
    handles.pop_back();
    EXPECT_NE(watch(), nullptr);
}

}  // namespace
}  // namespace tessera::app
