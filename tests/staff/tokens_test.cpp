// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/tokens.h"

#include <gtest/gtest.h>

#include "shared/base/encoding.h"

namespace tessera::staff {
namespace {

const std::string kTokenKey(32, 'k');
constexpr Instant kGiven{1'800'000'000'000'000};
constexpr Duration kTick = Duration::ofMicros(1);

Session session() {
    return {StaffId{7}, DeviceId{-1}, kGiven, 3};
}
Approval approval() {
    return {ApprovalId{9}, Permission::Refund, StaffId{2}, StaffId{7}, DeviceId{5},
            EventId{77},   1234567890123,      Money{-50}, kGiven};
}

TEST(TokensTest, WhatWasSignedIsReadAsItWas) {
    const auto read = readSession(signSession(session(), kTokenKey), kTokenKey, kGiven);
    EXPECT_EQ(read.outcome, TokenOutcome::Valid);
    EXPECT_EQ(read.session, session());
    const auto back = readResumption(signResumption({session()}, kTokenKey), kTokenKey, kGiven);
    EXPECT_EQ(back.outcome, TokenOutcome::Valid);
    EXPECT_EQ(back.resumption.session, session());
    const auto approved = readApproval(signApproval(approval(), kTokenKey), kTokenKey, kGiven);
    EXPECT_EQ(approved.outcome, TokenOutcome::Valid);
    EXPECT_EQ(approved.approval, approval());
}

TEST(TokensTest, EachIsGoodUntilItsInstantAndNotAtIt) {
    const std::string token = signSession(session(), kTokenKey);
    const auto at = [&](Instant now) { return readSession(token, kTokenKey, now).outcome; };
    EXPECT_EQ(at(kGiven + kSessionLasts - kTick), TokenOutcome::Valid);
    EXPECT_EQ(at(kGiven + kSessionLasts), TokenOutcome::Over);
    EXPECT_EQ(at(kGiven - Duration::ofMinutes(1)), TokenOutcome::Valid);
    EXPECT_EQ(at(kGiven - Duration::ofMinutes(1) - kTick), TokenOutcome::NotYet);
    const std::string approved = signApproval(approval(), kTokenKey);
    EXPECT_EQ(readApproval(approved, kTokenKey, kGiven + kApprovalLasts - kTick).outcome,
              TokenOutcome::Valid);
    EXPECT_EQ(readApproval(approved, kTokenKey, kGiven + kApprovalLasts).outcome,
              TokenOutcome::Over);
}

TEST(TokensTest, NoByteOfOneCanBeAnother) {
    for (const std::string& token :
         {signSession(session(), kTokenKey), signApproval(approval(), kTokenKey)}) {
        auto bytes = *fromBase64(token.substr(4));
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            auto changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            const std::string text = token.substr(0, 4) + toBase64Url(changed);
            EXPECT_NE(readSession(text, kTokenKey, kGiven).outcome, TokenOutcome::Valid) << i;
            EXPECT_NE(readApproval(text, kTokenKey, kGiven).outcome, TokenOutcome::Valid) << i;
        }
    }
}

TEST(TokensTest, AnotherKeyAnotherKindAndAnotherLengthAreRefused) {
    const std::string token = signSession(session(), kTokenKey);
    EXPECT_EQ(readSession(token, std::string(32, 'j'), kGiven).outcome, TokenOutcome::Forged);
    EXPECT_EQ(readApproval(token, kTokenKey, kGiven).outcome, TokenOutcome::Malformed);
    EXPECT_EQ(readResumption(token, kTokenKey, kGiven).outcome, TokenOutcome::Malformed);
    EXPECT_EQ(readResumption("tsr_" + token.substr(4), kTokenKey, kGiven).outcome,
              TokenOutcome::Forged);
    EXPECT_EQ(readApproval("tsa_" + token.substr(4), kTokenKey, kGiven).outcome,
              TokenOutcome::Malformed);
    for (const std::string& text :
         {std::string(), std::string("tss_"), token + "AAAA", token.substr(0, token.size() - 4),
          "tss_" + std::string(9, '!')}) {
        EXPECT_EQ(readSession(text, kTokenKey, kGiven).outcome, TokenOutcome::Malformed) << text;
    }
}

}  // namespace
}  // namespace tessera::staff
