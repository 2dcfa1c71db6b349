// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtTest/QSignalSpy>
#include <atomic>
#include <thread>

#include "shared/qt/seat_map/seat_change_queue.h"
#include "shared/qt/seat_map/seat_map_model.h"
#include "tests/qt/seat_map_fixture.h"

namespace tessera::qt {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr SeatState kSold(SeatStatus::Sold);
constexpr SeatState kHeld(SeatStatus::Held);

std::string refusal(const SeatPlan& plan) {
    const auto layout = SeatLayout::make(plan);
    return layout ? "made" : layout.error().message;
}

TEST(SeatLayoutTest, ABadPlanIsRefusedWithFieldAndLimit) {
    SeatPlan plan = smallPlan();
    plan.sections[1].rows[2].seats[3].category = 2;
    EXPECT_EQ(refusal(plan), "row 3, seat 4: no such category");
    plan = smallPlan();
    plan.sections[0].rows[0].seats[0].at = QPointF(std::nan(""), 0);
    EXPECT_EQ(refusal(plan), "row 1, seat 1: its place is not within 1000000");
    plan = smallPlan();
    plan.sections[0].rows[0].seats[1].radius = 0;
    EXPECT_EQ(refusal(plan), "row 1, seat 2: radius must be 0.1 to 1000");
    plan = smallPlan();
    plan.categories.assign(65, "Many");
    EXPECT_EQ(refusal(plan), "categories: 1 to 64 are allowed");
    plan = smallPlan();
    plan.sections[0].rows[0].seats.resize(kSeatsMax + 1);
    EXPECT_EQ(refusal(plan), "seats: at most 200000 are allowed");
    plan = smallPlan();
    plan.sections[0].rows.resize(kRowsMax + 1);
    EXPECT_EQ(refusal(plan), "rows: at most 200000 are allowed");
    plan = smallPlan();
    plan.areas.resize(kAreasMax + 1);
    EXPECT_EQ(refusal(plan), "areas: at most 10000 are allowed");
    plan = smallPlan();
    plan.shapes.resize(kShapesMax + 1);
    EXPECT_EQ(refusal(plan), "shapes: at most 10000 are allowed");
    plan = smallPlan();
    plan.shapes[0].outline.resize(kCornersMax + 1);
    EXPECT_EQ(refusal(plan), "shape: at most 1000 corners are allowed");
}

TEST(SeatLayoutTest, APlanWithoutSeatsIsALayout) {
    SeatPlan plan;
    plan.categories = {"Any"};
    const auto layout = *SeatLayout::make(plan);
    EXPECT_EQ(layout->seatAt(QPointF(0, 0)), -1);
    EXPECT_EQ(layout->nearestSeat(QPointF(0, 0)), -1);
}

TEST(SeatLayoutTest, NeighboursAreThoseOfThePlaceWhereverTheSectionEnds) {
    const auto layout = smallLayout();
    EXPECT_EQ(layout->neighbour(0, 1, 0), 1);
    EXPECT_EQ(layout->neighbour(0, 0, 1), 6);
    EXPECT_EQ(layout->neighbour(5, 1, 0), 18) << "over the aisle";
    EXPECT_EQ(layout->neighbour(0, -1, 0), -1);
    EXPECT_EQ(layout->neighbour(0, 0, -1), -1);
}

TEST(SeatLayoutTest, ASeatIsHitOnItsFormAlone) {
    const auto layout = smallLayout();
    EXPECT_EQ(layout->seatAt(QPointF(42, 31)), 8);
    EXPECT_EQ(layout->seatAt(QPointF(30, 0)), -1) << "between two seats";
}

TEST(SeatMapModelTest, ABatchIsAppliedWholeOrNotAtAll) {
    SeatMapModel model;
    model.setLayout(smallLayout());
    const QSignalSpy changed(&model, &SeatMapModel::seatsChanged);
    const std::vector<SeatChange> bad = {{1, kSold}, {36, kSold}};
    EXPECT_EQ(model.apply(bad, 5), ApplyOutcome::UnknownSeat);
    EXPECT_EQ(model.state(1).status(), SeatStatus::Available);
    EXPECT_EQ(model.revision(), 0u);
    EXPECT_EQ(model.apply(std::vector<SeatChange>{{1, kSold}}, 5), ApplyOutcome::Applied);
    EXPECT_EQ(model.apply(std::vector<SeatChange>{{1, kHeld}}, 4), ApplyOutcome::OlderRevision);
    EXPECT_EQ(model.state(1).status(), SeatStatus::Sold);
    EXPECT_EQ(model.availableIn(0), 17);
    EXPECT_EQ(model.applyArea(1, {}, 6), ApplyOutcome::UnknownArea);
    EXPECT_EQ(changed.count(), 1);
}

TEST(SeatMapModelTest, WhatChangesNothingIsNotToldOf) {
    SeatMapModel model;
    model.setLayout(smallLayout());
    const QSignalSpy changed(&model, &SeatMapModel::seatsChanged);
    EXPECT_EQ(model.apply(std::vector<SeatChange>{{1, SeatState()}}, 1), ApplyOutcome::Applied);
    EXPECT_EQ(changed.count(), 0);
}

TEST(SeatMapModelTest, WhoHoldsASeatIsKnownAsLongAsItIsHeld) {
    SeatMapModel model;
    model.setLayout(smallLayout());
    EXPECT_FALSE(model.setHold(3, {"Till 2", {}})) << "nobody holds it";
    ASSERT_EQ(model.apply(std::vector<SeatChange>{{3, kHeld}}, 1), ApplyOutcome::Applied);
    EXPECT_TRUE(model.setHold(3, {"Till 2", QDateTime::currentDateTime()}));
    EXPECT_THAT(describeSeat(model, 3).toStdString(), HasSubstr("By Till 2 until"));
    ASSERT_EQ(model.apply(std::vector<SeatChange>{{3, kSold}}, 2), ApplyOutcome::Applied);
    EXPECT_FALSE(model.hold(3));
}

// Held by one, freed and held by another between two looks of the window.
TEST(SeatMapModelTest, WhoHeldASeatIsNotWhoHoldsItNow) {
    SeatMapModel model;
    model.setLayout(smallLayout());
    SeatChangeQueue queue(36, [] {});
    ASSERT_EQ(model.apply(std::vector<SeatChange>{{3, kHeld}}, 1), ApplyOutcome::Applied);
    ASSERT_TRUE(model.setHold(3, {"Ada", QDateTime::currentDateTime()}));
    const QSignalSpy changed(&model, &SeatMapModel::seatsChanged);
    ASSERT_TRUE(queue.push(std::vector<SeatChange>{{3, SeatState()}}, 2));
    ASSERT_TRUE(queue.push(std::vector<SeatChange>{{3, kHeld}}, 3));
    const auto taken = queue.take();
    ASSERT_EQ(model.apply(taken.changes, taken.revision), ApplyOutcome::Applied);
    EXPECT_FALSE(model.hold(3));
    EXPECT_EQ(changed.count(), 1);
}

TEST(SeatMapModelTest, ANewLayoutEndsAGesture) {
    SeatMapModel model;
    model.setLayout(smallLayout());
    model.beginGesture();
    model.toggle(1);
    model.setLayout(smallLayout());
    model.toggle(2);
    model.toggle(3);
    EXPECT_TRUE(model.undoSelection());
    EXPECT_THAT(model.selection(), ElementsAre(2));
}

TEST(SeatMapModelTest, ASeatSaysAllThatItIs) {
    SeatMapModel model;
    model.setLayout(smallLayout());
    model.setAllocationName(3, "Artist");
    ASSERT_EQ(model.apply(std::vector<SeatChange>{{0, SeatState::blocked(3)}}, 1),
              ApplyOutcome::Applied);
    model.select({0});
    EXPECT_EQ(describeSeat(model, 0).toStdString(),
              "Section A, row 1, seat 1. Front. Blocked: Artist. Wheelchair place. Selected.");
}

TEST(SeatMapModelTest, UndoGoesBackThirtyTwoSelectionsAndNoFurther) {
    SeatMapModel model;
    model.setLayout(smallLayout());
    for (int seat = 0; seat < 34; ++seat) model.select({seat});
    int steps = 0;
    while (model.undoSelection()) ++steps;
    EXPECT_EQ(steps, kUndosMax);
    EXPECT_THAT(model.selection(), ElementsAre(1));
    EXPECT_TRUE(model.isSelected(1));
    EXPECT_FALSE(model.isSelected(33));
}

TEST(SeatChangeQueueTest, OfEachSeatTheLatestChangeWaits) {
    int woken = 0;
    SeatChangeQueue queue(10, [&] { ++woken; });
    EXPECT_TRUE(queue.push(std::vector<SeatChange>{{4, kHeld}, {2, kHeld}}, 7));
    EXPECT_TRUE(queue.push(std::vector<SeatChange>{{4, kSold}}, 8));
    EXPECT_FALSE(queue.push(std::vector<SeatChange>{{10, kSold}}, 9)) << "no such seat";
    EXPECT_EQ(woken, 1) << "one wake for all that waits";
    const auto taken = queue.take();
    ASSERT_EQ(taken.changes.size(), 2u);
    EXPECT_EQ(taken.changes[0].seat, 4);
    EXPECT_EQ(taken.changes[0].state, kSold);
    EXPECT_EQ(taken.revision, 8u);
    EXPECT_TRUE(queue.take().changes.empty());
}

// The late end of a stream that was opened anew would free a seat that is sold.
TEST(SeatChangeQueueTest, WhatIsOlderIsDropped) {
    SeatChangeQueue queue(10, [] {});
    EXPECT_TRUE(queue.push(std::vector<SeatChange>{{4, kSold}}, 8));
    EXPECT_TRUE(queue.push(std::vector<SeatChange>{{4, SeatState()}, {5, kHeld}}, 7));
    const auto taken = queue.take();
    ASSERT_EQ(taken.changes.size(), 1u);
    EXPECT_EQ(taken.changes[0].state, kSold);
    EXPECT_TRUE(queue.push(std::vector<SeatChange>{{4, SeatState()}}, 7));
    EXPECT_TRUE(queue.take().changes.empty()) << "after it was taken, too";
}

TEST(SeatChangeQueueTest, TwoThreadsLoseNoSeat) {
    constexpr int kSeats = 20'000;
    SeatChangeQueue queue(kSeats, [] {});
    std::atomic<bool> done = false;
    std::thread pusher([&] {
        for (int seat = 0; seat < kSeats; ++seat)
            EXPECT_TRUE(queue.push(std::vector<SeatChange>{{seat, kSold}}, 1));
        done = true;
    });
    std::size_t taken = 0;
    while (!done) taken += queue.take().changes.size();
    pusher.join();
    taken += queue.take().changes.size();
    EXPECT_EQ(taken, static_cast<std::size_t>(kSeats));
}

}  // namespace
}  // namespace tessera::qt
