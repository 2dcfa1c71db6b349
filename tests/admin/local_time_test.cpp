// SPDX-License-Identifier: Apache-2.0
// Times by the clock on the wall, in zones with and without summer time.
#include "tools/admin/local_time.h"

#include <gtest/gtest.h>

#include <string>

namespace tessera::admin {
namespace {

std::string at(const char* time, int days, const char* zone, const char* now) {
    const auto local = parseLocalTime(time);
    const auto instant = parseRfc3339(now);
    if (!local || !instant) return "a fault of the test";
    const auto found = localInstant(*local, days, zone, *instant);
    return found ? toRfc3339(*found).substr(0, 16) : "none";
}

TEST(LocalTimeTest, TheSameTimeIsAnotherInstantWhenSummerTimeHasEnded) {
    // Vienna goes back to winter time on 25 October 2026.
    EXPECT_EQ(at("19:30", 1, "Europe/Vienna", "2026-10-23T10:00:00Z"), "2026-10-24T17:30");
    EXPECT_EQ(at("19:30", 2, "Europe/Vienna", "2026-10-23T10:00:00Z"), "2026-10-25T18:30");
    // New York does a week later.
    EXPECT_EQ(at("20:00", 8, "America/New_York", "2026-10-23T10:00:00Z"), "2026-11-01T00:00");
    EXPECT_EQ(at("20:00", 9, "America/New_York", "2026-10-23T10:00:00Z"), "2026-11-02T01:00");
}

TEST(LocalTimeTest, TodayIsTheDayThatTheVenueHasNow) {
    const char* now = "2026-06-30T21:30:00Z";  // In Tokyo it is the first of July.
    EXPECT_EQ(at("19:00", 1, "Asia/Tokyo", now), "2026-07-02T10:00");
    EXPECT_EQ(at("19:00", 1, "Europe/London", now), "2026-07-01T18:00");
    EXPECT_EQ(at("20:00", 0, "Asia/Dubai", now), "2026-07-01T16:00");
}

TEST(LocalTimeTest, ATimeThatTheClocksLeaveOutIsLaterByTheirJump) {
    EXPECT_EQ(at("02:30", 1, "Europe/Berlin", "2026-03-28T12:00:00Z"), "2026-03-29T01:30");
}

TEST(LocalTimeTest, OfATimeThatTheClocksShowTwiceItIsTheSecond) {
    EXPECT_EQ(at("02:30", 1, "Europe/Berlin", "2026-10-24T12:00:00Z"), "2026-10-25T01:30");
}

TEST(LocalTimeTest, AnUnknownZoneAndATimeThatIsNoneAreRefused) {
    EXPECT_EQ(at("20:00", 1, "Europe/Nowhere", "2026-06-30T12:00:00Z"), "none");
    for (const char* text : {"", "8:00", "24:00", "20:60", "20-00", "2a:00", "20:000"}) {
        EXPECT_FALSE(parseLocalTime(text)) << text;
    }
    EXPECT_EQ(parseLocalTime("23:59")->minute, 59);
}

}  // namespace
}  // namespace tessera::admin
