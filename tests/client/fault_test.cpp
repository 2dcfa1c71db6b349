// SPDX-License-Identifier: Apache-2.0
// Lost answers: asked again with the same request id, given up, or told as unknown.
#include <gtest/gtest.h>

#include <atomic>

#include "tests/client/house.h"

namespace tessera::client {
namespace {

class FaultTest : public testing::Test {
protected:
    ~FaultTest() override { house.relay->hold(false); }

    House& house = House::shared();
};

TEST_F(FaultTest, AServerKilledBeforeItsAnswerGivesTheSameReservationOnce) {
    const Sale sale = integration::makeSale(house.stack);
    const auto till = house.cashiersTill(0, true);
    house.relay->hold(true);
    const auto request = seatsOf(*till->client, sale, {11, 12});
    Awaited<v1::Reservation> held;
    till->client->ask(kCreateReservation, request, held.callback());
    ASSERT_TRUE(eventually([&] { return house.count("reservation", sale) == 1; }));
    house.stack.killServer();
    EXPECT_TRUE(eventually([&] { return till->links() == std::vector<bool>{true, false}; }));
    house.relay->hold(false);
    house.restart();

    const auto answer = held.get();
    ASSERT_TRUE(answer.done());
    EXPECT_GE(answer.tries, 2);
    EXPECT_EQ(answer.value.seats_size(), 2);
    EXPECT_TRUE(eventually([&] { return till->links() == std::vector<bool>{true, false, true}; }));
    const auto again = till->ask(kCreateReservation, request);
    ASSERT_TRUE(again.done());
    EXPECT_EQ(again.value.reservation(), answer.value.reservation());
    EXPECT_EQ(house.count("reservation", sale), 1);
    EXPECT_EQ(integration::seatsInDatabase(house.stack, sale, 1), 2);
}

TEST_F(FaultTest, ACheckoutWhoseAnswerIsCutOffIsOneOrder) {
    const Sale sale = integration::makeSale(house.stack);
    const auto till = house.cashiersTill(0, true);
    const auto held = till->ask(kCreateReservation, seatsOf(*till->client, sale, {20}));
    ASSERT_TRUE(held.done());
    house.relay->hold(true);
    Awaited<v1::Order> ordered;
    till->client->ask(kCheckoutReservation, cashFor(*till->client, held.value), ordered.callback());
    ASSERT_TRUE(eventually([&] { return house.count("ticket_order", sale) == 1; }));
    house.relay->cut();
    house.relay->hold(false);
    const auto answer = ordered.get();
    ASSERT_TRUE(answer.done());
    EXPECT_GE(answer.tries, 2);
    EXPECT_EQ(house.count("ticket_order", sale), 1);
    EXPECT_EQ(house.count("tender", sale), 1);
}

TEST_F(FaultTest, WhoGivesUpIsToldThatNothingIsKnown) {
    const auto till = house.cashiersTill(0, true);
    house.relay->hold(true);
    Awaited<v1::StaffSession> first;
    const CallId call = till->client->ask(kGetSession, v1::GetSessionRequest(), first.callback());
    till->client->giveUp(call);
    EXPECT_EQ(first.get().outcome, Outcome::Unknown);
    till->client->giveUp(call);  // It has been answered: nothing happens.
    Awaited<v1::StaffSession> second;
    till->client->ask(kGetSession, v1::GetSessionRequest(), second.callback(),
                      {.within = Millis(20)});
    EXPECT_EQ(second.get().outcome, Outcome::Unknown);
}

TEST_F(FaultTest, EachQuestionIsAnsweredOnceBeforeTheClientIsGoneAndBeyondTheBoundNoneIsSent) {
    auto till = house.cashiersTill(0, true);
    house.relay->hold(true);
    std::atomic<int> unknown{0};
    std::atomic<int> notSent{0};
    for (int i = 0; i < kCallsOpenMax + 3; ++i) {
        till->client->ask(kGetSession, v1::GetSessionRequest(),
                          [&](const Answer<v1::StaffSession>& answer) {
                              ++(answer.outcome == Outcome::NotSent ? notSent : unknown);
                          });
    }
    EXPECT_TRUE(eventually([&] { return notSent == 3; }));
    EXPECT_EQ(unknown, 0);
    till->client = nullptr;
    EXPECT_EQ(unknown, kCallsOpenMax);
    EXPECT_EQ(notSent, 3);
}

// The device's clock is wrong by an hour: the server's decides.
TEST_F(FaultTest, ARequestIdAheadOfTheServerIsRefusedAndTheNextOneIsRight) {
    const Sale sale = integration::makeSale(house.stack);
    const auto till = house.cashiersTill(0);
    auto request = seatsOf(*till->client, sale, {1});
    request.set_request_id(integration::newRequestId(std::chrono::hours(1)));
    const auto ahead = till->ask(kCreateReservation, request);
    EXPECT_EQ(ahead.refusal.reason, v1::ErrorReason::REQUEST_ID_AHEAD);
    request.set_request_id(till->client->newRequestId());
    EXPECT_TRUE(till->ask(kCreateReservation, request).done());
}

}  // namespace
}  // namespace tessera::client
