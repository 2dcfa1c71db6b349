// SPDX-License-Identifier: Apache-2.0
// The copy of a seat map that updates are compared with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/client/seat_follower.h"

namespace tessera::client {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Applied = SeatFollower::Applied;

v1::SeatMapUpdate snapshot(std::int64_t revision, const std::string& statuses) {
    v1::SeatMapUpdate update;
    update.set_revision(revision);
    update.mutable_snapshot()->set_revision(revision);
    update.mutable_snapshot()->set_statuses(statuses);
    return update;
}

v1::SeatMapUpdate delta(std::int64_t from, std::int64_t revision, int first, int count,
                        v1::SeatStatus status) {
    v1::SeatMapUpdate update;
    update.set_revision(revision);
    update.mutable_delta()->set_from_revision(from);
    auto& run = *update.mutable_delta()->add_runs();
    run.set_first_seat_no(first);
    run.set_count(count);
    run.set_status(status);
    return update;
}

class FollowerTest : public testing::Test {
protected:
    Applied apply(const v1::SeatMapUpdate& update) { return follower.apply(update, changes); }

    SeatFollower follower;
    SeatChanges changes;
};

TEST_F(FollowerTest, TheFirstMapIsToldWholeAndAfterItOnlyWhatDiffers) {
    EXPECT_EQ(apply(snapshot(4, std::string("\0\1\2", 3))), Applied::Changed);
    EXPECT_TRUE(changes.whole);
    EXPECT_THAT(changes.seats,
                ElementsAre(SeatChange{0, SeatState::Available}, SeatChange{1, SeatState::Held},
                            SeatChange{2, SeatState::Sold}));
    EXPECT_EQ(apply(delta(4, 5, 0, 3, v1::SEAT_SOLD)), Applied::Changed);
    EXPECT_FALSE(changes.whole);
    EXPECT_THAT(changes.seats,
                ElementsAre(SeatChange{0, SeatState::Sold}, SeatChange{1, SeatState::Sold}));
    EXPECT_EQ(changes.revision, 5);
    EXPECT_EQ(follower.revision(), 5);
}

TEST_F(FollowerTest, WhatIsKnownAlreadyIsNotToldAgain) {
    EXPECT_EQ(apply(snapshot(7, std::string(3, '\2'))), Applied::Changed);
    EXPECT_EQ(apply(delta(5, 6, 0, 1, v1::SEAT_HELD)), Applied::Old);
    EXPECT_EQ(apply(delta(6, 7, 0, 1, v1::SEAT_HELD)), Applied::Old);
    EXPECT_EQ(apply(delta(6, 8, 0, 1, v1::SEAT_HELD)), Applied::Changed);
    EXPECT_EQ(follower.revision(), 8);
}

TEST_F(FollowerTest, ASnapshotThatIsBehindTakesNothingBack) {
    EXPECT_EQ(apply(snapshot(7, std::string(3, '\2'))), Applied::Changed);
    EXPECT_EQ(apply(snapshot(6, std::string(3, '\0'))), Applied::Old);
    EXPECT_EQ(apply(delta(6, 7, 0, 3, v1::SEAT_SOLD)), Applied::Old);
    EXPECT_EQ(apply(delta(7, 8, 1, 1, v1::SEAT_HELD)), Applied::Changed);
    EXPECT_THAT(changes.seats, ElementsAre(SeatChange{1, SeatState::Held}));
}

TEST_F(FollowerTest, AfterAGapTheWholeMapComesAndOnlyWhatWasMissedIsTold) {
    EXPECT_EQ(apply(snapshot(1, std::string(4, '\0'))), Applied::Changed);
    EXPECT_EQ(apply(delta(2, 3, 0, 1, v1::SEAT_HELD)), Applied::Gap);
    EXPECT_LT(follower.revision(), 0);
    EXPECT_EQ(apply(delta(3, 4, 0, 1, v1::SEAT_HELD)), Applied::Gap);
    EXPECT_EQ(apply(snapshot(4, std::string("\1\1\0\0", 4))), Applied::Changed);
    EXPECT_FALSE(changes.whole);
    EXPECT_THAT(changes.seats,
                ElementsAre(SeatChange{0, SeatState::Held}, SeatChange{1, SeatState::Held}));
}

TEST_F(FollowerTest, WhatIsNotOfTheMapIsAGapAndChangesNothing) {
    EXPECT_EQ(apply(snapshot(1, std::string(4, '\0'))), Applied::Changed);
    EXPECT_EQ(apply(delta(1, 2, 3, 2, v1::SEAT_HELD)), Applied::Gap);
    EXPECT_THAT(changes.seats, IsEmpty());
    EXPECT_EQ(apply(snapshot(2, std::string(4, '\0'))), Applied::Changed);
    EXPECT_THAT(changes.seats, IsEmpty());
    EXPECT_EQ(apply(delta(2, 3, -1, 2, v1::SEAT_HELD)), Applied::Gap);
    EXPECT_EQ(apply(snapshot(3, std::string(4, '\7'))), Applied::Gap);
    EXPECT_EQ(apply(v1::SeatMapUpdate()), Applied::Gap);
}

TEST_F(FollowerTest, AreasAreToldWhereTheirNumbersDiffer) {
    auto first = snapshot(1, "");
    auto& area = *first.mutable_snapshot()->add_areas();
    area.set_area_no(2);
    area.set_available(90);
    area.set_capacity(100);
    EXPECT_EQ(apply(first), Applied::Changed);
    EXPECT_THAT(changes.areas, ElementsAre(AreaChange{2, 90, 100}));
    v1::SeatMapUpdate less;
    less.set_revision(2);
    less.mutable_delta()->set_from_revision(1);
    *less.mutable_delta()->add_areas() = area;
    EXPECT_EQ(apply(less), Applied::Changed);
    EXPECT_THAT(changes.areas, IsEmpty());
    less.set_revision(3);
    less.mutable_delta()->mutable_areas(0)->set_available(88);
    EXPECT_EQ(apply(less), Applied::Changed);
    EXPECT_THAT(changes.areas, ElementsAre(AreaChange{2, 88, 100}));
}

}  // namespace
}  // namespace tessera::client
