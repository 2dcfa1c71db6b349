// SPDX-License-Identifier: Apache-2.0
// What a status says of a question, how long to wait, and the server's time.
#include "shared/client/answer.h"

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>
#include <gtest/gtest.h>

#include "shared/base/ids.h"
#include "shared/client/device_key.h"
#include "shared/client/server_clock.h"

namespace tessera::client {
namespace {

using grpc::StatusCode;
using v1::ErrorReason;

Refusal said(StatusCode code, const std::string& reason) {
    google::rpc::Status details;
    google::rpc::ErrorInfo info;
    info.set_domain("tessera");
    info.set_reason(reason);
    (*info.mutable_metadata())["seat_nos"] = "7";
    details.add_details()->PackFrom(info);
    google::rpc::RetryInfo retry;
    retry.mutable_retry_delay()->set_seconds(1);
    retry.mutable_retry_delay()->set_nanos(500'000'000);
    details.add_details()->PackFrom(retry);
    return refusalOf(grpc::Status(code, "", details.SerializeAsString()));
}

Verdict verdict(StatusCode code, const std::string& reason, Kind kind = Kind::Mutation) {
    return verdictOf(said(code, reason), kind);
}

TEST(AnswerTest, ARefusalHasTheContractsReasonAndItsValues) {
    const Refusal refusal = said(StatusCode::FAILED_PRECONDITION, "SEAT_UNAVAILABLE");
    EXPECT_EQ(refusal.reason, ErrorReason::SEAT_UNAVAILABLE);
    EXPECT_EQ(refusal.metadata.at("seat_nos"), "7");
    EXPECT_EQ(refusal.retryAfter, Millis(1'500));
    EXPECT_TRUE(refusal.ofServer);
}

TEST(AnswerTest, AJudgementIsToldFromALostAnswer) {
    EXPECT_EQ(verdict(StatusCode::FAILED_PRECONDITION, "SEAT_UNAVAILABLE"), Verdict::Judged);
    EXPECT_EQ(verdict(StatusCode::INTERNAL, "COMMAND_SET_ASIDE"), Verdict::Judged);
    EXPECT_EQ(verdict(StatusCode::INTERNAL, "INTERNAL_FAULT"), Verdict::Fault);
    EXPECT_EQ(verdict(StatusCode::RESOURCE_EXHAUSTED, "OVERLOADED"), Verdict::AskLater);
    EXPECT_EQ(verdict(StatusCode::UNAVAILABLE, "OWNER_UNAVAILABLE"), Verdict::AskAgain);
    EXPECT_EQ(verdict(StatusCode::DEADLINE_EXCEEDED, "DEADLINE_PASSED"), Verdict::AskAgain);
    EXPECT_EQ(verdict(StatusCode::ABORTED, "CHANGED_MEANWHILE"), Verdict::AskLater);
    EXPECT_EQ(verdict(StatusCode::ABORTED, "CHANGED_MEANWHILE", Kind::Once), Verdict::Judged);
    EXPECT_EQ(verdict(StatusCode::ABORTED, "CHANGED_MEANWHILE", Kind::Change), Verdict::Judged);
    EXPECT_EQ(verdict(StatusCode::RESOURCE_EXHAUSTED, "OVERLOADED", Kind::Change),
              Verdict::AskLater);
    EXPECT_EQ(verdict(StatusCode::ABORTED, "REQUEST_ID_REUSED"), Verdict::Judged);
}

TEST(AnswerTest, AReasonOfALaterContractIsTreatedByItsStatus) {
    EXPECT_EQ(said(StatusCode::NOT_FOUND, "LATER").reason, ErrorReason::REASON_UNSPECIFIED);
    EXPECT_EQ(verdict(StatusCode::NOT_FOUND, "LATER"), Verdict::Judged);
    EXPECT_EQ(verdict(StatusCode::UNAVAILABLE, "LATER"), Verdict::AskAgain);
    EXPECT_EQ(verdict(StatusCode::RESOURCE_EXHAUSTED, "LATER"), Verdict::AskLater);
}

TEST(AnswerTest, WhatTheConnectionSaysIsNoJudgement) {
    for (const auto code : {StatusCode::UNAVAILABLE, StatusCode::DEADLINE_EXCEEDED,
                            StatusCode::CANCELLED, StatusCode::UNKNOWN, StatusCode::INTERNAL}) {
        EXPECT_EQ(verdictOf(refusalOf(grpc::Status(code, "")), Kind::Mutation), Verdict::AskAgain);
    }
    EXPECT_EQ(verdictOf(refusalOf(grpc::Status(StatusCode::UNIMPLEMENTED, "")), Kind::Mutation),
              Verdict::Judged);
}

TEST(AnswerTest, WhatIsSaidOfWhoAsksLeavesAnEarlierTryOpen) {
    const Refusal ofWho = said(StatusCode::PERMISSION_DENIED, "PERMISSION_MISSING");
    const Refusal ofApproval = said(StatusCode::FAILED_PRECONDITION, "APPROVAL_INVALID");
    const Refusal ofDeed = said(StatusCode::FAILED_PRECONDITION, "SEAT_UNAVAILABLE");
    for (const bool earlier : {false, true}) {
        EXPECT_FALSE(leavesOpen(Outcome::Done, {}, earlier));
        EXPECT_TRUE(leavesOpen(Outcome::Unknown, {}, earlier));
        EXPECT_EQ(leavesOpen(Outcome::NotSent, {}, earlier), earlier);
        EXPECT_EQ(leavesOpen(Outcome::Refused, ofWho, earlier), earlier);
        EXPECT_EQ(leavesOpen(Outcome::Refused, ofApproval, earlier), earlier);
        EXPECT_FALSE(leavesOpen(Outcome::Refused, ofDeed, earlier));
    }
}

TEST(AnswerTest, DelaysDoubleUpToASecondAndHeedTheServer) {
    EXPECT_EQ(delayAfter(1, 0, {}), Millis(50));
    EXPECT_EQ(delayAfter(3, 0, {}), Millis(200));
    EXPECT_EQ(delayAfter(1'000, 0, {}), Millis(1'000));
    EXPECT_EQ(delayAfter(3, 0.5, {}), Millis(150));
    EXPECT_EQ(delayAfter(1, 0.9, Millis(700)), Millis(700));
    EXPECT_EQ(delayAfter(1, 0, Millis(3'600'000)), Millis(10'000));
}

TEST(AnswerTest, RequestIdsAreStampedWithTheServersTimeAndDiffer) {
    ServerClock clock;
    const std::int64_t hourAhead = 4'102'444'800'000;  // The year 2100.
    clock.learn({hourAhead * 1'000});
    const auto first = parseRequestId(clock.newRequestId());
    const auto second = parseRequestId(clock.newRequestId());
    ASSERT_TRUE(first && second);
    EXPECT_NE(*first, *second);
    EXPECT_GE(unixMillisOf(*first), hourAhead);
    EXPECT_LT(unixMillisOf(*first), hourAhead + 60'000);
}

TEST(AnswerTest, ADevicesKeyIsItsOwn) {
    const auto one = makeDeviceKey();
    const auto two = makeDeviceKey();
    ASSERT_TRUE(one && two);
    EXPECT_TRUE(one->keyPem.starts_with("-----BEGIN PRIVATE KEY-----"));
    EXPECT_TRUE(one->requestPem.starts_with("-----BEGIN CERTIFICATE REQUEST-----"));
    EXPECT_NE(one->keyPem, two->keyPem);
}

}  // namespace
}  // namespace tessera::client
