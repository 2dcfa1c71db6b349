// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/pin_guard.h"

#include <gtest/gtest.h>

namespace tessera::staff {
namespace {

constexpr Instant kMorning{1'800'000'000'000'000};
constexpr StaffId kAda{1};
constexpr DeviceId kTill{1};

void wrongTimes(PinGuard& guard, int times) {
    for (int i = 0; i < times; ++i) guard.wrong(kAda, kTill, kMorning);
}

TEST(PinGuardTest, AfterTenWrongOnesNoneIsTriedOnThatDeviceByThatPerson) {
    PinGuard guard;
    wrongTimes(guard, 9);
    EXPECT_TRUE(guard.mayTry(kAda, kTill, kMorning));
    wrongTimes(guard, 1);
    EXPECT_FALSE(guard.mayTry(kAda, kTill, kMorning));
    EXPECT_TRUE(guard.mayTry(kAda, DeviceId{2}, kMorning));
    EXPECT_TRUE(guard.mayTry(StaffId{2}, kTill, kMorning));
}

TEST(PinGuardTest, ARightOneOrAQuarterOfAnHourBeginsAnew) {
    PinGuard guard;
    wrongTimes(guard, 9);
    guard.right(kAda, kTill);
    wrongTimes(guard, 9);
    EXPECT_TRUE(guard.mayTry(kAda, kTill, kMorning));
    wrongTimes(guard, 1);
    EXPECT_FALSE(guard.mayTry(kAda, kTill, kMorning + kPinsForgotten - Duration::ofMicros(1)));
    EXPECT_TRUE(guard.mayTry(kAda, kTill, kMorning + kPinsForgotten));
    EXPECT_EQ(guard.size(), 0U);
}

TEST(PinGuardTest, BeyondItsBoundTheLeastRecentIsForgotten) {
    PinGuard guard;
    wrongTimes(guard, 10);
    for (std::size_t i = 2; i <= kPinsWatched; ++i) {
        guard.wrong(StaffId{static_cast<std::int64_t>(i)}, kTill, kMorning);
    }
    EXPECT_FALSE(guard.mayTry(kAda, kTill, kMorning));
    guard.wrong(StaffId{-1}, kTill, kMorning);
    EXPECT_EQ(guard.size(), kPinsWatched);
    EXPECT_TRUE(guard.mayTry(kAda, kTill, kMorning));
}

}  // namespace
}  // namespace tessera::staff
