// SPDX-License-Identifier: Apache-2.0
// What waits between the client's thread and the windows': bounded, in order, and nothing of it
// once it is closed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtCore/QCoreApplication>
#include <thread>

#include "shared/qt/seat_feed/feed_inbox.h"

namespace tessera::qt {
namespace {

using client::AreaChange;
using client::SeatChanges;

constexpr client::SeatState kHeld = client::SeatState::Held;
constexpr client::SeatState kFree = client::SeatState::Available;

// Three seats in a row and an area of 50.
std::shared_ptr<const SeatLayout> hall() {
    SeatPlan plan;
    plan.categories = {"Any"};
    PlanRow row{"1", {}};
    for (int seat = 0; seat < 3; ++seat) {
        PlanSeat one;
        one.at = QPointF(20 * seat, 0);
        row.seats.push_back(one);
    }
    plan.sections.push_back({"A", {row}});
    PlanArea area;
    area.capacity = 50;
    plan.areas.push_back(area);
    return *SeatLayout::make(plan);
}

class FeedInboxTest : public testing::Test {
protected:
    FeedInboxTest() {
        inbox.putLayout(hall());
        (void)inbox.take();
        QCoreApplication::processEvents();
        woken = 0;
    }
    static SeatChanges ofAll(std::int64_t revision) {
        return {true, revision, {{0, kFree}, {1, kFree}, {2, kFree}}, {{0, 50, 50}}};
    }

    int woken = 0;
    QObject receiver;
    FeedInbox inbox{&receiver, [this] { ++woken; }};
};

TEST_F(FeedInboxTest, OneEntryASeatAndAnAreaWaitsHoweverMuchComes) {
    std::thread stream([&] {
        inbox.putChanges(ofAll(1));
        for (int revision = 2; revision <= 20'000; ++revision) {
            const auto state = revision % 2 == 0 ? kHeld : kFree;
            inbox.putChanges({false, revision, {{1, state}}, {{0, revision % 50, 50}}});
        }
        inbox.putLive(true);
    });
    stream.join();
    QCoreApplication::processEvents();
    EXPECT_EQ(woken, 1);
    const auto taken = inbox.take();
    EXPECT_EQ(taken.seats.changes.size(), 3U);
    EXPECT_EQ(taken.seats.changes[1].state, SeatState(SeatStatus::Held));
    EXPECT_EQ(taken.seats.revision, 20'000U);
    EXPECT_EQ(taken.areas.size(), 1U);
    EXPECT_EQ(taken.areas.at(0).available, 0);
    EXPECT_EQ(taken.live, true);
    const auto nothing = inbox.take();
    EXPECT_TRUE(nothing.seats.changes.empty() && nothing.areas.empty() && !nothing.live);
}

TEST_F(FeedInboxTest, WhatIsOlderThanWhatCameIsDroppedOfSeatsAndAreas) {
    inbox.putChanges(ofAll(7));
    inbox.putChanges({false, 9, {{1, kHeld}}, {{0, 10, 50}}});
    inbox.putChanges({false, 8, {{1, kFree}, {2, kHeld}}, {{0, 40, 50}}});
    const auto taken = inbox.take();
    EXPECT_EQ(taken.seats.changes[1].state, SeatState(SeatStatus::Held));
    EXPECT_EQ(taken.seats.changes[2].state, SeatState(SeatStatus::Available));
    EXPECT_EQ(taken.areas.at(0).available, 10);
}

TEST_F(FeedInboxTest, AMapThatIsNotOfTheLayoutEndsTheFeed) {
    SeatChanges changes = ofAll(1);
    changes.seats.pop_back();
    inbox.putChanges(changes);
    EXPECT_EQ(inbox.take().end->why, FeedEnd::Unreadable);
    inbox.putChanges({false, 2, {{3, kHeld}}, {}});
    EXPECT_EQ(inbox.take().end->why, FeedEnd::Unreadable);
    inbox.putChanges({false, 3, {}, {{1, 5, 50}}});
    EXPECT_EQ(inbox.take().end->why, FeedEnd::Unreadable);
    inbox.putChanges(ofAll(4));
    EXPECT_FALSE(inbox.take().end.has_value());
}

TEST_F(FeedInboxTest, AClosedOneWakesNobodyAndHasNothing) {
    inbox.close();
    inbox.putChanges(ofAll(1));
    inbox.putLive(true);
    inbox.putEnd({FeedEnd::Refused, {}});
    QCoreApplication::processEvents();
    EXPECT_EQ(woken, 0);
    EXPECT_TRUE(inbox.take().seats.changes.empty());
}

}  // namespace
}  // namespace tessera::qt
