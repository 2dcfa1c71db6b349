// SPDX-License-Identifier: Apache-2.0
// Prices whose answer or approval comes late: when somebody else is there, nobody, or no hold.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/sell/counter.h"

namespace tessera::gui {
namespace {

class LatePriceTest : public testing::Test {
protected:
    void makesFree(int row) {
        counter.pricing.adjust(
            {row}, {.kind = v1::PriceAdjustment::COMPLIMENTARY, .reason = "press"}, "approved");
    }
    bool isMade() {
        return comes([&] { return counter.pricing.reasonOf(0) == QStringLiteral("press"); });
    }
    bool isSent(int times) {
        return comes([&] { return house.calls("RepriceReservation") == times; });
    }
    bool isAsked(int times) {
        return comes([&] { return needed.count() == times; });
    }
    void signsIn() { counter.desk.signIn("cora", "secret", {}, &counter.desk, {}); }

    FakeHouse house;
    Counter counter{house};
    QSignalSpy needed{&counter.pricing, &sale::Pricing::approvalNeeded};
};

TEST_F(LatePriceTest, WhatIsApprovedWhileAnotherPriceIsUnderWayIsAskedForAgainOnceThatIsAnswered) {
    ASSERT_TRUE(counter.holds({0}));
    makesFree(0);
    ASSERT_TRUE(counter.settles());
    ASSERT_TRUE(counter.holds({0, 1}));
    ASSERT_TRUE(isAsked(1));
    house.holdPriceAnswers(true);
    counter.pricing.nextType({1});
    counter.pricing.approved("approved");
    house.holdPriceAnswers(false);
    ASSERT_TRUE(isAsked(2));
    counter.pricing.approved("approved");
    ASSERT_TRUE(isMade());
    EXPECT_EQ(counter.cart.reservation().price().total().minor_units(), 4'450 + 100);
}

TEST_F(LatePriceTest, WhereNobodyIsThereAnyMoreALateApprovalIsAskedForOnceSomebodyIs) {
    ASSERT_TRUE(counter.holds({0}));
    makesFree(0);
    ASSERT_TRUE(counter.settles());
    house.holdPriceAnswers(true);
    house.fault({.method = "RepriceReservation", .reason = "APPROVAL_OVER"});
    ASSERT_TRUE(counter.holds({0, 1}));
    ASSERT_TRUE(isAsked(1));
    counter.pricing.approved("approved");
    ASSERT_TRUE(isSent(2));
    counter.desk.signOut();
    house.holdPriceAnswers(false);
    ASSERT_TRUE(comes([&] { return !counter.pricing.isUnderWay(); }));
    EXPECT_EQ(needed.count(), 1) << "nobody is there to ask";
    signsIn();
    ASSERT_TRUE(isAsked(2));
    counter.pricing.approved("approved");
    EXPECT_TRUE(isMade()) << counter.said.join('|').toStdString();
}

// The answer itself says so, and comes before the till knows that nobody is signed in.
TEST_F(LatePriceTest, WhatIsRefusedBecauseTheSessionIsOverIsAskedForAgainOnceSomebodyIsThere) {
    ASSERT_TRUE(counter.holds({0}));
    makesFree(0);
    ASSERT_TRUE(counter.settles());
    house.fault({.method = "RepriceReservation", .reason = "SESSION_INVALID"});
    ASSERT_TRUE(counter.holds({0, 1}));
    ASSERT_TRUE(isAsked(1));
    counter.pricing.approved("approved");
    ASSERT_TRUE(comes([&] { return !counter.desk.isSignedIn(); }));
    ASSERT_TRUE(comes([&] { return !counter.pricing.isUnderWay(); }));
    EXPECT_FALSE(counter.said.join('|').contains("not made again"));
    signsIn();
    ASSERT_TRUE(isAsked(2));
    counter.pricing.approved("approved");
    EXPECT_TRUE(isMade()) << counter.said.join('|').toStdString();
}

TEST_F(LatePriceTest, APriceThatIsNotKnownBlocksNothingOnceItsHoldIsOver) {
    ASSERT_TRUE(counter.holds({0}));
    house.fault({.method = "RepriceReservation"});
    makesFree(0);
    ASSERT_TRUE(comes([&] { return counter.pricing.isUnknown(); }));
    counter.cart.expire();
    EXPECT_FALSE(counter.pricing.isUnknown());
}

// Refused to who is not there any more, while nobody else could ask.
TEST_F(LatePriceTest, WhatIsRefusedToWhoHasLeftIsAskedByWhoHasSignedInMeanwhile) {
    ASSERT_TRUE(counter.holds({0}));
    house.fault({.method = "RepriceReservation"});
    makesFree(0);
    ASSERT_TRUE(comes([&] { return counter.pricing.isUnknown(); }));
    house.holdPriceAnswers(true);
    house.fault({.method = "RepriceReservation", .reason = "PERMISSION_MISSING"});
    counter.pricing.again();
    ASSERT_TRUE(isSent(2));
    counter.desk.signOut();
    house.setStaff("staff2");
    signsIn();
    ASSERT_TRUE(comes([&] { return counter.desk.staff() == "staff2"; }));
    house.holdPriceAnswers(false);
    EXPECT_TRUE(isMade()) << counter.said.join('|').toStdString();
    EXPECT_FALSE(counter.pricing.isUnknown());
}

}  // namespace
}  // namespace tessera::gui
