// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/ended_sessions.h"

#include <gtest/gtest.h>

namespace tessera::staff {
namespace {

Session session(std::int64_t at, std::int32_t version = 1) {
    return {StaffId{1}, DeviceId{2}, Instant{at}, version};
}

TEST(EndedSessionsTest, ASessionThatIsEndedIsSoWhateverTheAccountsVersionAndNoOther) {
    EndedSessions ended;
    ended.end(session(10));
    ended.end(session(10, 2));
    EXPECT_EQ(ended.size(), 1U);
    EXPECT_TRUE(ended.has(session(10, 3)));
    EXPECT_FALSE(ended.has(session(11)));
    Session elsewhere = session(10);
    elsewhere.device = DeviceId{3};
    EXPECT_FALSE(ended.has(elsewhere));
}

TEST(EndedSessionsTest, BeyondItsBoundTheFirstEndedIsForgotten) {
    EndedSessions ended;
    for (std::size_t i = 0; i <= kEndedKept; ++i) ended.end(session(static_cast<std::int64_t>(i)));
    EXPECT_EQ(ended.size(), kEndedKept);
    EXPECT_FALSE(ended.has(session(0)));
    EXPECT_TRUE(ended.has(session(1)));
}

}  // namespace
}  // namespace tessera::staff
