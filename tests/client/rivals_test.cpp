// SPDX-License-Identifier: Apache-2.0
// Two tills want the same seat: one has it, and the other is told at once.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "tests/client/house.h"

namespace tessera::client {
namespace {

using Clock = std::chrono::steady_clock;
using v1::ErrorReason;

constexpr Millis kToldWithin{200};

Millis middleOf(std::vector<Millis> times) {
    if (times.empty()) return {};
    std::ranges::sort(times);
    return times[times.size() / 2];
}

Millis longestOf(const std::vector<Millis>& times) {
    return times.empty() ? Millis{} : *std::ranges::max_element(times);
}

class RivalsTest : public testing::Test {
protected:
    House& house = House::shared();
    Sale sale = integration::makeSale(house.stack);
};

TEST_F(RivalsTest, OfTwoTillsOnOneSeatOneWinsAndTheOtherIsToldWithin200Milliseconds) {
    const auto first = house.cashiersTill(0);
    const auto second = house.cashiersTill(1);
    std::vector<Millis> told;
    for (std::int32_t seat = 0; seat < 20; ++seat) {
        Awaited<v1::Reservation> ofFirst;
        Awaited<v1::Reservation> ofSecond;
        const auto firstAsk = seatsOf(*first->client, sale, {seat});
        const auto secondAsk = seatsOf(*second->client, sale, {seat});
        const auto asked = Clock::now();
        first->client->ask(kCreateReservation, firstAsk, ofFirst.callback());
        second->client->ask(kCreateReservation, secondAsk, ofSecond.callback());
        const auto one = ofFirst.get();
        const auto two = ofSecond.get();
        told.push_back(std::chrono::duration_cast<Millis>(Clock::now() - asked));
        ASSERT_NE(one.done(), two.done());
        const Refusal& refusal = one.done() ? two.refusal : one.refusal;
        EXPECT_EQ(refusal.reason, ErrorReason::SEAT_UNAVAILABLE);
        EXPECT_EQ(refusal.metadata.at("seat_nos"), std::to_string(seat));
    }
    std::cout << "told after " << middleOf(told).count() << " ms in the middle, "
              << longestOf(told).count() << " ms at most" << std::endl;
    // The middle: what else the machine does is not the till's.
    EXPECT_LE(middleOf(told), kToldWithin);
}

}  // namespace
}  // namespace tessera::client
