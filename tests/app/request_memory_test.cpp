// SPDX-License-Identifier: Apache-2.0
#include "server/app/request_memory.h"

#include <gtest/gtest.h>

namespace tessera::app {
namespace {

constexpr Instant kStart{1800000000000000};
constexpr Fingerprint kBody{7};
constexpr Fingerprint kOtherBody{8};

RequestId stampedAt(Instant t, std::uint8_t number = 0) {
    RequestId id;
    const std::int64_t millis = t.micros / 1000;
    for (std::size_t i = 0; i < 6; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    }
    id.bytes[6] = 0x70;
    id.bytes[8] = 0x80;
    id.bytes[15] = number;
    return id;
}

RememberedRequest made(std::int64_t target) {
    return {kBody, 0, target, nullptr};
}

TEST(RequestMemoryTest, AnIdStampedAfterTheHorizonIsNew) {
    RequestMemory memory(10, kStart);
    const auto now = kStart + Duration::ofSeconds(60);
    EXPECT_EQ(memory.judge(stampedAt(now), kBody, now), RequestStanding::New);
}

TEST(RequestMemoryTest, AnIdStampedBeforeTheHorizonPlusTenSecondsIsUnsure) {
    RequestMemory memory(10, kStart);
    const auto now = kStart + Duration::ofSeconds(60);
    const auto edge = kStart + Duration::ofSeconds(10);
    EXPECT_EQ(memory.judge(stampedAt(edge), kBody, now), RequestStanding::New);
    EXPECT_EQ(memory.judge(stampedAt(edge - Duration::ofMillis(1)), kBody, now),
              RequestStanding::Unsure);
}

TEST(RequestMemoryTest, ARepeatedIdIsKnownByItsBody) {
    RequestMemory memory(10, kStart);
    const auto now = kStart + Duration::ofSeconds(60);
    memory.remember(stampedAt(now), made(42), now);
    EXPECT_EQ(memory.judge(stampedAt(now), kBody, now), RequestStanding::Repeated);
    EXPECT_EQ(memory.judge(stampedAt(now), kOtherBody, now), RequestStanding::Reused);
    EXPECT_EQ(memory.find(stampedAt(now))->target, 42);
}

TEST(RequestMemoryTest, MoreThanTenSecondsAheadIsRefusedAndTenIsNot) {
    RequestMemory memory(10, kStart);
    const auto now = kStart + Duration::ofSeconds(60);
    EXPECT_EQ(memory.judge(stampedAt(now + Duration::ofSeconds(10)), kBody, now),
              RequestStanding::New);
    EXPECT_EQ(memory.judge(stampedAt(now + Duration::ofMillis(10001)), kBody, now),
              RequestStanding::Ahead);
}

TEST(RequestMemoryTest, OverThirtyDaysIsTooOldUnlessItIsRemembered) {
    RequestMemory memory(10, kStart);
    const auto now = kStart + kRequestAgeMax + Duration::ofSeconds(60);
    const auto id = stampedAt(kStart);
    EXPECT_EQ(memory.judge(id, kBody, now), RequestStanding::TooOld);
    memory.remember(id, made(1), now);
    EXPECT_EQ(memory.judge(id, kBody, now), RequestStanding::Repeated);
}

TEST(RequestMemoryTest, ForgettingTheOldestArrivalMovesTheHorizonUpToIt) {
    RequestMemory memory(2, kStart);
    const auto at = [](int s) { return kStart + Duration::ofSeconds(s); };
    for (int i = 0; i < 3; ++i) memory.remember(stampedAt(at(100 + i)), made(i + 1), at(100 + i));
    EXPECT_EQ(memory.size(), 2U);
    EXPECT_EQ(memory.judge(stampedAt(at(100)), kBody, at(200)), RequestStanding::Unsure);
    EXPECT_EQ(memory.judge(stampedAt(at(109), 9), kBody, at(200)), RequestStanding::Unsure);
    EXPECT_EQ(memory.judge(stampedAt(at(110), 9), kBody, at(200)), RequestStanding::New);
}

// Forgotten while its batch was on its way, it was looked up, not found, and acted again.
TEST(RequestMemoryTest, WhatTheDatabaseDoesNotKnowYetIsNotForgotten) {
    RequestMemory memory(1, kStart);
    const auto at = [](int s) { return kStart + Duration::ofSeconds(s); };
    memory.keepFrom(memory.arrived());
    for (int i = 0; i < 3; ++i) memory.remember(stampedAt(at(100 + i)), made(i + 1), at(100 + i));
    EXPECT_EQ(memory.size(), 3U);
    EXPECT_EQ(memory.judge(stampedAt(at(100)), kBody, at(200)), RequestStanding::Repeated);
    memory.keepFrom(2);
    EXPECT_EQ(memory.size(), 1U);
    EXPECT_EQ(memory.judge(stampedAt(at(101)), kBody, at(200)), RequestStanding::Unsure);
    EXPECT_EQ(memory.judge(stampedAt(at(102)), kBody, at(200)), RequestStanding::Repeated);
}

const auto kRefusal = std::make_shared<JobResult>(tl::make_unexpected(notFound("EVENT_NOT_FOUND")));

TEST(RequestMemoryTest, ARefusalIsNotRepeatedAfterTwoMinutesThoughTheEventWasQuiet) {
    RequestMemory memory(2, kStart);
    const auto now = kStart + Duration::ofSeconds(60);
    const auto refused = stampedAt(now, 1);
    memory.remember(refused, {kBody, 0, 0, kRefusal}, now);
    const auto last = now + kRefusalRemembered;
    EXPECT_EQ(memory.judge(refused, kBody, last), RequestStanding::Repeated);
    EXPECT_EQ(memory.judge(refused, kBody, last + Duration::ofMicros(1)), RequestStanding::New);
}

TEST(RequestMemoryTest, ARefusalIsForgottenAfterTwoMinutesAndBeforeAnyEffect) {
    RequestMemory memory(2, kStart);
    const auto now = kStart + Duration::ofSeconds(60);
    const auto refused = stampedAt(now, 1);
    memory.remember(refused, {kBody, 0, 0, kRefusal}, now);
    memory.forgetOld(now + kRefusalRemembered);
    EXPECT_NE(memory.find(refused), nullptr);
    memory.forgetOld(now + kRefusalRemembered + Duration::ofMicros(1));
    EXPECT_EQ(memory.find(refused), nullptr);

    memory.remember(refused, {kBody, 0, 0, kRefusal}, now);
    memory.remember(stampedAt(now, 2), made(1), now);
    memory.remember(stampedAt(now, 3), made(2), now);
    EXPECT_EQ(memory.find(refused), nullptr);
    EXPECT_EQ(memory.judge(stampedAt(now, 4), kBody, now), RequestStanding::New);
}

}  // namespace
}  // namespace tessera::app
