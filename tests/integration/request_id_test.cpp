// SPDX-License-Identifier: Apache-2.0
// Request ids: a retry is answered as before and acts once; what cannot be a retry is refused.
#include <gtest/gtest.h>

#include <thread>

#include "shared/base/ids.h"
#include "tests/integration/sale.h"

namespace tessera::integration {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

class RequestIdTest : public testing::TestWithParam<Edge> {
protected:
    int reservations(const Sale& sale) const {
        return std::stoi(stack.psql("SELECT count(*) FROM reservation WHERE event_id = " +
                                    std::to_string(decodePublicId(sale.event).value_or(0))));
    }

    Stack& stack = Stack::shared();
    Buyer buyer{GetParam(), stack};
};

TEST_P(RequestIdTest, ARetryIsAnsweredAsBeforeAndActsOnce) {
    const Sale sale = makeSale(stack);
    const std::string id = newRequestId();
    const Answer first = buyer.hold(sale, {10, 11}, id);
    ASSERT_TRUE(first.ok()) << first;
    const Answer again = buyer.hold(sale, {10, 11}, id);
    ASSERT_TRUE(again.ok()) << again;
    EXPECT_EQ(again.body.at("reservation"), first.body.at("reservation"));
    EXPECT_EQ(again.body.at("holderToken"), first.body.at("holderToken"));
    EXPECT_EQ(reservations(sale), 1);
    const std::string checkout = newRequestId();
    const Answer ordered = buyer.checkout(checkout);
    const Answer reordered = buyer.checkout(checkout);
    ASSERT_TRUE(ordered.ok()) << ordered;
    ASSERT_TRUE(reordered.ok()) << reordered;
    EXPECT_EQ(ordered.body.at("order"), reordered.body.at("order"));
}

TEST_P(RequestIdTest, AStaffRetryAfterTheHoldHasEndedFindsItsReservation) {
    const Sale sale = makeSale(stack);
    const Headers staff{{"authorization", "Bearer " + stack.makeKey("office-" + nameOf(GetParam()),
                                                                    {"reservations:staff"})}};
    const Json request = seatRequest(sale, {10, 11}, newRequestId());
    const Answer first = buyer.client.call("CreateReservation", request, staff);
    ASSERT_TRUE(first.ok()) << first;
    const Json byId = {{"event", sale.event},
                       {"reservation", first.body.at("reservation")},
                       {"requestId", newRequestId()}};
    const Answer ended = buyer.client.call("CancelReservation", byId, staff);
    ASSERT_TRUE(ended.ok()) << ended;
    const Answer again = buyer.client.call("CreateReservation", request, staff);
    ASSERT_TRUE(again.ok()) << again;
    EXPECT_EQ(again.body.at("reservation"), first.body.at("reservation"));
    EXPECT_EQ(again.body.value("holderToken", ""), first.body.value("holderToken", ""));
    EXPECT_EQ(again.body.value("state", ""), "RELEASED");
}

TEST_P(RequestIdTest, TheSameIdByBothEdgesIsOneRequest) {
    const Sale sale = makeSale(stack);
    const std::string id = newRequestId();
    ASSERT_TRUE(buyer.hold(sale, {10, 11}, id).ok());
    Buyer twin(GetParam() == Edge::Rest ? Edge::Grpc : Edge::Rest, stack);
    twin.callerKey = buyer.callerKey;
    const Answer again = twin.hold(sale, {10, 11}, id);
    EXPECT_TRUE(again.ok()) << again;
    EXPECT_EQ(twin.reservation, buyer.reservation);
    EXPECT_EQ(reservations(sale), 1);
}

TEST_P(RequestIdTest, RetriesAtTheSameTimeActOnce) {
    const Sale sale = makeSale(stack);
    const std::string id = newRequestId();
    std::vector<std::string> made(6);
    std::vector<std::thread> threads;
    for (std::string& reservation : made) {
        threads.emplace_back([&, this] {
            Buyer twin(GetParam(), stack);
            twin.callerKey = buyer.callerKey;
            twin.hold(sale, {20, 21}, id);
            reservation = twin.reservation;
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_FALSE(made[0].empty());
    EXPECT_EQ(made, std::vector<std::string>(made.size(), made[0]));
    EXPECT_EQ(reservations(sale), 1);
}

TEST_P(RequestIdTest, AnIdWithAnotherBodyIsRefused) {
    const Sale sale = makeSale(stack);
    const std::string id = newRequestId();
    ASSERT_TRUE(buyer.hold(sale, {10, 11}, id).ok());
    EXPECT_EQ(buyer.hold(sale, {12, 13}, id).reason, "REQUEST_ID_REUSED");
    EXPECT_EQ(buyer.cancel(id).reason, "REQUEST_ID_REUSED");
    Buyer other(GetParam(), stack);
    const Answer stolen = other.hold(sale, {10, 11}, id);
    EXPECT_EQ(stolen.reason, "REQUEST_ID_REUSED") << "another caller's key is another request";
    EXPECT_EQ(reservations(sale), 1);
}

TEST_P(RequestIdTest, ARefusalIsRepeatedUnderItsId) {
    const Sale sale = makeSale(stack);
    Buyer other(GetParam(), stack);
    ASSERT_TRUE(other.hold(sale, {10, 11}).ok());
    const std::string id = newRequestId();
    EXPECT_EQ(buyer.hold(sale, {11, 12}, id).reason, "SEAT_UNAVAILABLE");
    ASSERT_TRUE(other.cancel().ok());
    EXPECT_EQ(buyer.hold(sale, {11, 12}, id).reason, "SEAT_UNAVAILABLE");
    EXPECT_TRUE(buyer.hold(sale, {11, 12}).ok());
}

TEST_P(RequestIdTest, AnIdOfTheFutureIsRefusedWithTheServersTime) {
    const Sale sale = makeSale(stack);
    const Answer ahead = buyer.hold(sale, {10, 11}, newRequestId(seconds(12)));
    EXPECT_EQ(ahead.reason, "REQUEST_ID_AHEAD");
    EXPECT_TRUE(ahead.metadata.value("server_time", "").ends_with("Z")) << ahead.metadata;
    EXPECT_TRUE(buyer.hold(sale, {10, 11}, newRequestId(seconds(8))).ok());
}

TEST_P(RequestIdTest, AnIdOlderThanThirtyDaysIsRefused) {
    const Sale sale = makeSale(stack);
    EXPECT_EQ(buyer.hold(sale, {10, 11}, newRequestId(-hours(24 * 31))).reason,
              "REQUEST_ID_TOO_OLD");
    // One that could be a retry from before the server started is looked up, and done.
    const std::string old = newRequestId(-hours(24 * 29));
    ASSERT_TRUE(buyer.hold(sale, {10, 11}, old).ok());
    EXPECT_TRUE(buyer.hold(sale, {10, 11}, old).ok());
    EXPECT_EQ(reservations(sale), 1);
}

TEST_P(RequestIdTest, WhatIsNoUuidOfVersionSevenIsRefused) {
    const Sale sale = makeSale(stack);
    for (const std::string id :
         {"", "1", "00000000-0000-0000-0000-000000000000", "f81d4fae-7dec-41d0-a765-00a0c91e6bf6",
          "0190f5ea-7dec-71d0-c765-00a0c91e6bf6", "0190f5ea7dec71d0a76500a0c91e6bf6zz"}) {
        EXPECT_EQ(buyer.hold(sale, {10, 11}, id).reason, "REQUEST_ID_INVALID") << id;
    }
}

INSTANTIATE_TEST_SUITE_P(Edges, RequestIdTest, testing::Values(Edge::Rest, Edge::Grpc),
                         [](const auto& tested) { return nameOf(tested.param); });

}  // namespace
}  // namespace tessera::integration
