// SPDX-License-Identifier: Apache-2.0
// What a run is failed for: each fault by itself in a run that is good otherwise.
#include "tools/load/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tessera::load {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Figures goodRush() {
    Figures figures;
    figures.users = 100;
    figures.of(End::Paid) = 60;
    figures.of(End::NoSeats) = 40;
    figures.unseated = 40;
    figures.seats = 120;
    figures.placesSold = 120;
    figures.secondsInAll = 8;
    figures.of(Step::Reserve).add(200'000);
    figures.audited = true;
    figures.calm = true;
    return figures;
}

constexpr Asked kFull{.fullRush = true};

TEST(ReportTest, AGoodRushHasNoFault) {
    EXPECT_THAT(broken(goodRush(), kFull), IsEmpty());
    EXPECT_THAT(broken(goodRush(), {}), IsEmpty());
}

TEST(ReportTest, WhoGetsNoAnswerFailsTheRun) {
    Figures figures = goodRush();
    --figures.of(End::Paid);
    ++figures.of(End::Unanswered);
    EXPECT_THAT(broken(figures, {}), ElementsAre("1 users got no definite answer"));
    figures = goodRush();
    --figures.of(End::NoSeats);  // One who never ended.
    EXPECT_THAT(broken(figures, {}), ElementsAre("1 users got no definite answer"));
}

TEST(ReportTest, WhoWantedToPayAndCouldNotFailsTheRun) {
    Figures figures = goodRush();
    --figures.of(End::Paid);
    ++figures.of(End::NotPaid);
    EXPECT_THAT(broken(figures, {}), ElementsAre(HasSubstr("1 users wanted to pay")));
}

TEST(ReportTest, AnAuditThatFindsOrSawNothingFailsTheRun) {
    Figures figures = goodRush();
    figures.auditFindings = 2;
    EXPECT_THAT(broken(figures, {}), ElementsAre("2 findings of the audit"));
    figures.auditFindings = 0;
    figures.audited = false;
    EXPECT_THAT(broken(figures, {}), ElementsAre("nothing was audited"));
    figures.audited = true;
    figures.calm = false;
    EXPECT_THAT(broken(figures, {}), ElementsAre("the event did not come to rest"));
}

// A house in which everybody was refused and every seat was free passed.
TEST(ReportTest, WhoIsRefusedWhileAPlaceIsLeftFailsTheRun) {
    Figures figures = goodRush();
    figures.placesSold = 118;
    figures.anybodysLeft = 1;
    EXPECT_THAT(broken(figures, {}), ElementsAre("40 users got no seat, and 1 places are left"));
    figures.anybodysLeft = 0;  // A wheelchair place and its companion seat.
    EXPECT_THAT(broken(figures, {}), IsEmpty());
    figures.anybodysLeft = 1;
    figures.unseated = 0;  // They needed a wheelchair place.
    EXPECT_THAT(broken(figures, {}), IsEmpty());
}

TEST(ReportTest, SeatsThatCameBackHaveToBeSoldAgain) {
    constexpr Asked kBack{.comesBack = true};
    Figures figures = goodRush();
    figures.placesSold = 100;
    EXPECT_THAT(broken(figures, kBack), ElementsAre("nobody gave anything back"));
    figures.of(End::Paid) = 50;
    figures.of(End::Abandoned) = 10;
    figures.unseated = 0;  // Nobody was left to take them.
    EXPECT_THAT(broken(figures, kBack), IsEmpty());
    figures.unseated = 1;
    EXPECT_THAT(broken(figures, kBack), ElementsAre("no seat that came back was sold"));
    figures.soldAgain = 1;
    EXPECT_THAT(broken(figures, kBack), IsEmpty());
}

TEST(ReportTest, AKillThatDidNotHappenFailsTheRun) {
    constexpr Asked kKill{.kill = true};
    Figures figures = goodRush();
    EXPECT_THAT(broken(figures, kKill), ElementsAre("the server was not killed and restarted"));
    figures.killed = true;
    EXPECT_THAT(broken(figures, kKill), IsEmpty());
}

TEST(ReportTest, AFullRushHasItsLimits) {
    Figures figures = goodRush();
    figures.secondsInAll = 15.01;
    EXPECT_THAT(broken(figures, kFull), ElementsAre("it took over 15 s"));
    EXPECT_THAT(broken(figures, {}), IsEmpty());
    figures = goodRush();
    for (int i = 0; i < 50; ++i) figures.of(Step::Reserve).add(1'001'000);
    EXPECT_THAT(broken(figures, kFull), ElementsAre("reserve p99 is over 1 s"));
    figures = goodRush();
    figures.unseated = 0;
    figures.placesSold = 119;
    EXPECT_THAT(broken(figures, kFull), ElementsAre("1 seats are not sold"));
}

}  // namespace
}  // namespace tessera::load
