// SPDX-License-Identifier: Apache-2.0
#include "server/cluster/membership.h"

#include <gtest/gtest.h>

#include "tests/cluster/two_nodes.h"

namespace tessera::cluster {
namespace {

class MembershipTest : public ::testing::Test {
protected:
    // A reading that takes no time.
    void read(std::int64_t atMs, std::int64_t beats) { read(atMs, atMs, beats); }
    void read(std::int64_t askedMs, std::int64_t receivedMs, std::int64_t beats) {
        const std::vector<store::NodeRow> rows{{kSelf, "a", "", 1}, {kOther, "b", "h:1", beats}};
        membership_.observe(rows, askedMs * kMs, receivedMs * kMs);
        lastMs_ = receivedMs;
    }
    // As soon as the last reading had come.
    Standing other() const { return other(lastMs_); }
    Standing other(std::int64_t atMs) const { return membership_.standingOf(kOther, atMs * kMs); }
    std::vector<NodeId> present() const { return membership_.present(lastMs_ * kMs); }
    Membership membership_{kSelf};
    std::int64_t lastMs_ = 0;
};

TEST_F(MembershipTest, NothingIsKnownBeforeTheFirstReading) {
    EXPECT_EQ(other(), Standing::Unread);
    EXPECT_EQ(membership_.standingOf(kSelf, 0), Standing::Self);
    EXPECT_EQ(present(), std::vector{kSelf});
}

TEST_F(MembershipTest, ACounterThatStoodStillFor400MsIsOfANodeThatIsGone) {
    read(0, 7);
    EXPECT_EQ(other(), Standing::Still);
    for (int at = 100; at < 400; at += 100) {
        read(at, 7);
        EXPECT_EQ(other(), Standing::Still) << at;
    }
    read(399, 7);
    EXPECT_EQ(other(), Standing::Still);
    EXPECT_EQ(present(), (std::vector{kSelf, kOther}));
    read(400, 7);
    EXPECT_EQ(other(), Standing::Gone);
    EXPECT_EQ(present(), std::vector{kSelf});
}

TEST_F(MembershipTest, ACounterThatMovesIsOfANodeThatIsThere) {
    for (int at = 0; at < 5000; at += 100) read(at, at);
    EXPECT_EQ(other(), Standing::Moving);
    read(5200, 4900);
    EXPECT_EQ(other(), Standing::Moving) << "300 ms are not enough";
    EXPECT_EQ(membership_.lastMoved(kOther), 4900 * kMs);
    EXPECT_EQ(membership_.addressOf(kOther), "h:1");
}

TEST_F(MembershipTest, OnlyTimeBetweenTheFirstAnswerAndTheLastQuestionCounts) {
    read(0, 200, 7);
    read(300, 500, 7);
    read(599, 640, 7);
    EXPECT_EQ(other(), Standing::Still) << "399 ms from the first answer to the last question";
    read(650, 690, 7);
    EXPECT_EQ(other(), Standing::Gone);
}

TEST_F(MembershipTest, AnOutageStartsObservingAnew) {
    read(0, 7);
    read(300, 7);
    membership_.startAnew();
    EXPECT_EQ(other(), Standing::Unread);
    read(450, 7);
    EXPECT_EQ(other(), Standing::Still) << "nobody could beat while the database was away";
    read(700, 7);
    read(850, 7);
    EXPECT_EQ(other(), Standing::Gone);
}

TEST_F(MembershipTest, AGapInThisNodesOwnReadingsStartsObservingAnew) {
    read(0, 7);
    read(3000, 7);
    EXPECT_EQ(other(), Standing::Still) << "what happened in the gap is not known";
    read(3200, 3700, 7);
    EXPECT_EQ(other(), Standing::Still) << "nor in an answer that took so long";
}

TEST_F(MembershipTest, ANodeWithoutARowIsNotAmongThem) {
    read(0, 7);
    membership_.observe(std::vector<store::NodeRow>{{kSelf, "a", "", 2}}, 100 * kMs, 100 * kMs);
    EXPECT_EQ(other(), Standing::NoRow);
    EXPECT_EQ(present(), std::vector{kSelf});
    EXPECT_FALSE(membership_.lastMoved(kOther));
    EXPECT_TRUE(membership_.isJoined());
}

TEST_F(MembershipTest, AReadingThatCameLateChangesNothing) {
    read(100, 8);
    read(200, 9);
    read(50, 210, 7);
    read(300, 9);
    EXPECT_EQ(other(), Standing::Moving);
    EXPECT_EQ(membership_.lastMoved(kOther), 200 * kMs);
}

TEST_F(MembershipTest, OneThatStoodStillForLongIsNamed) {
    for (int at = 0; at <= 1000; at += 200) read(at, 7);
    const auto still = membership_.stillFor(Duration::ofMillis(1000));
    ASSERT_TRUE(still);
    EXPECT_EQ(still->node, kOther);
    EXPECT_EQ(still->beats, 7);
    EXPECT_FALSE(membership_.stillFor(Duration::ofMillis(1001)));
}

// While a beat waited for the database the last reading was believed for as long.
TEST_F(MembershipTest, WhatWasReadLongAgoIsNotBelieved) {
    for (int at = 0; at <= 1000; at += 100) read(at, 7);
    EXPECT_EQ(other(1800), Standing::Gone);
    EXPECT_EQ(other(1801), Standing::Unread) << "it may be back by now";
    EXPECT_EQ(membership_.standingOf(kSelf, 60'000 * kMs), Standing::Self);
}

TEST_F(MembershipTest, ANodeIsInOnceItsOwnRowWasRead) {
    EXPECT_FALSE(membership_.isJoined());
    read(0, 7);
    EXPECT_TRUE(membership_.isJoined());
    membership_.startAnew();
    EXPECT_TRUE(membership_.isJoined()) << "an outage removes no row";
    membership_.leave();
    EXPECT_FALSE(membership_.isJoined());
}

}  // namespace
}  // namespace tessera::cluster
