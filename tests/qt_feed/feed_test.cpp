// SPDX-License-Identifier: Apache-2.0
// A seat map of the windows follows a real server's: over lost connections, restarts, and from one
// event to another.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>

#include "shared/qt/seat_feed/seat_feed.h"
#include "tests/client/house.h"
#include "tests/integration/plan_sale.h"
#include "tests/qt/plan_file.h"

namespace tessera::qt {
namespace {

using client::Awaited;
using client::House;
using client::kCreateReservation;
using client::Till;
using integration::Sale;
using testing::ElementsAre;

// Does what the windows' thread does until `condition` is true.
template <class Condition>
bool comesTrue(Condition condition) {
    return integration::eventually([&] {
        QCoreApplication::processEvents();
        return condition();
    });
}

std::string statusesOf(const SeatMapModel& model) {
    std::string statuses;
    for (int seat = 0; seat < model.layout().seatCount(); ++seat)
        statuses += static_cast<char>(model.state(seat).status());
    return statuses;
}

class SeatFeedTest : public testing::Test {
protected:
    SeatFeedTest() {
        QObject::connect(&feed, &SeatFeed::stateChanged, &feed,
                         [this](FeedState state) { states.push_back(state); });
    }
    std::string mapNow(const Sale& sale) const {
        v1::GetSeatMapRequest request;
        request.set_event(sale.event);
        return other->ask(client::kGetSeatMap, request).value.statuses();
    }
    // The server's map may be asked for a tenth of a second too early.
    bool showsTheMapOf(const Sale& sale) {
        return comesTrue([&] { return statusesOf(model) == mapNow(sale); });
    }
    bool isLiveOn(const Sale& sale) {
        feed.show(sale.event);
        return comesTrue([&] { return feed.state() == FeedState::Live; });
    }
    // Ten seats of a row by the other till, each ten one command.
    void holdTens(const Sale& sale, int from, int to) const {
        std::vector<Awaited<v1::Reservation>> all(static_cast<std::size_t>(to - from));
        for (int ten = from; ten < to; ++ten) {
            std::vector<std::int32_t> seats(10);
            for (int i = 0; i < 10; ++i) seats[static_cast<std::size_t>(i)] = 10 * ten + i;
            other->client->ask(kCreateReservation, client::seatsOf(*other->client, sale, seats),
                               all[static_cast<std::size_t>(ten - from)].callback());
        }
        for (auto& held : all) EXPECT_TRUE(held.get().done());
    }
    int heldSeats() const {
        const std::string statuses = statusesOf(model);
        return static_cast<int>(std::ranges::count(statuses, static_cast<char>(SeatStatus::Held)));
    }

    House& house = House::shared();
    const std::unique_ptr<Till> own = house.cashiersTill(0, true);
    const std::unique_ptr<Till> other = house.cashiersTill(1);
    SeatMapModel model;
    std::vector<FeedState> states;
    SeatFeed feed{*own->client, model};
};

TEST_F(SeatFeedTest, AConnectionThatIsLostMarksTheMapAsBehindAndNoChangeIsLost) {
    const Sale sale = integration::makeSale(house.stack);
    ASSERT_TRUE(isLiveOn(sale));
    EXPECT_TRUE(showsTheMapOf(sale));
    holdTens(sale, 0, 5);
    EXPECT_TRUE(comesTrue([&] { return heldSeats() == 50; }));
    house.relay->hold(true);
    holdTens(sale, 5, 20);
    QCoreApplication::processEvents();
    EXPECT_EQ(heldSeats(), 50);
    house.relay->cut();
    EXPECT_TRUE(comesTrue([&] { return feed.state() == FeedState::Behind; }));
    EXPECT_EQ(heldSeats(), 50);
    EXPECT_NE(statusesOf(model), mapNow(sale));
    house.relay->hold(false);
    EXPECT_TRUE(comesTrue([&] { return feed.state() == FeedState::Live; }));
    EXPECT_EQ(heldSeats(), 200);
    EXPECT_TRUE(showsTheMapOf(sale));
    EXPECT_THAT(states, ElementsAre(FeedState::Loading, FeedState::Live, FeedState::Behind,
                                    FeedState::Live));
}

// The new server knows none of the changes before it: it sends the whole map.
TEST_F(SeatFeedTest, AfterAGapTheWholeMapIsShownAgain) {
    const Sale sale = integration::makeSale(house.stack);
    ASSERT_TRUE(isLiveOn(sale));
    holdTens(sale, 0, 3);
    EXPECT_TRUE(comesTrue([&] { return heldSeats() == 30; }));
    house.relay->hold(true);
    holdTens(sale, 3, 9);
    house.stack.killServer();
    EXPECT_TRUE(comesTrue([&] { return feed.state() == FeedState::Behind; }));
    house.relay->hold(false);
    house.restart();
    EXPECT_TRUE(comesTrue([&] { return feed.state() == FeedState::Live; }));
    EXPECT_EQ(heldSeats(), 90);
    const auto again = house.cashiersTill(1);
    v1::GetSeatMapRequest request;
    request.set_event(sale.event);
    EXPECT_EQ(statusesOf(model), again->ask(client::kGetSeatMap, request).value.statuses());
}

TEST_F(SeatFeedTest, AnotherEventsChangesAreDroppedWhenItIsNotShownAnyMore) {
    const Sale first = integration::makeSale(house.stack);
    const Sale second = integration::makeSale(house.stack);
    ASSERT_TRUE(isLiveOn(first));
    holdTens(first, 0, 20);  // What of it has come is not delivered before the other is asked for.
    feed.show(second.event);
    EXPECT_EQ(model.layout().seatCount(), 0);
    EXPECT_EQ(feed.state(), FeedState::Loading);
    EXPECT_TRUE(comesTrue([&] { return feed.state() == FeedState::Live; }));
    holdTens(first, 20, 30);
    holdTens(second, 40, 41);
    EXPECT_TRUE(comesTrue([&] { return heldSeats() == 10; }));
    EXPECT_TRUE(showsTheMapOf(second));
    EXPECT_NE(statusesOf(model), mapNow(first));
    feed.showNothing();
    EXPECT_EQ(feed.state(), FeedState::Nothing);
    EXPECT_EQ(model.layout().seatCount(), 0);
}

TEST_F(SeatFeedTest, ManyEventsOneAfterTheOtherLeaveRoomForTheLastOne) {
    const Sale sale = integration::makeSale(house.stack);
    for (std::size_t i = 0; i < client::kWatchesMax + 4; ++i) ASSERT_TRUE(isLiveOn(sale)) << i;
    EXPECT_TRUE(showsTheMapOf(sale));
}

TEST_F(SeatFeedTest, AnEventThatThereIsNotEndsTheFeedWithTheReason) {
    feed.show("0000000000001");
    EXPECT_TRUE(comesTrue([&] { return feed.state() == FeedState::Ended; }));
    ASSERT_TRUE(feed.end().has_value());
    EXPECT_EQ(feed.end()->why, FeedEnd::Refused);
    EXPECT_EQ(feed.end()->refusal.reason, v1::ErrorReason::EVENT_NOT_FOUND);
}

TEST_F(SeatFeedTest, WhatIsLeftOfAnAreaIsShown) {
    const Sale sale = integration::makeSaleOn(house.stack, "club-mosaik");
    ASSERT_TRUE(isLiveOn(sale));
    ASSERT_EQ(model.layout().areas().size(), 2U);
    EXPECT_EQ(model.area(0).sold, 0);
    v1::CreateReservationRequest request;
    request.set_event(sale.event);
    request.set_request_id(other->client->newRequestId());
    request.mutable_general_admission()->set_area_no(1);
    request.mutable_general_admission()->add_quantities()->set_quantity(4);
    const auto held = other->ask(kCreateReservation, request);
    ASSERT_TRUE(held.done()) << held.refusal.reason;
    EXPECT_TRUE(comesTrue([&] { return model.area(1).sold == 4; }));
    EXPECT_EQ(model.area(0).sold, 0);
}

TEST_F(SeatFeedTest, AStadiumOf80960SeatsIsShownWithTheLabelsOfItsPlan) {
    const Sale sale = integration::makeSaleOn(house.stack, "national-stadium");
    ASSERT_TRUE(isLiveOn(sale));
    const auto plan = layoutOf("national-stadium");
    const SeatLayout& shown = model.layout();
    ASSERT_EQ(shown.seatCount(), 80'960);
    ASSERT_EQ(shown.seatCount(), plan->seatCount());
    int wrong = 0;
    for (std::size_t i = 0; i < plan->seats().size(); ++i) {
        const LayoutSeat& a = shown.seats()[i];
        const LayoutSeat& b = plan->seats()[i];
        const auto rowOf = [](const SeatLayout& of, const LayoutSeat& seat) {
            return of.rows()[static_cast<std::size_t>(seat.row)].label;
        };
        const auto sectionOf = [](const SeatLayout& of, const LayoutSeat& seat) {
            return of.sections()[static_cast<std::size_t>(seat.section)].name;
        };
        const bool same = a.label == b.label && rowOf(shown, a) == rowOf(*plan, b) &&
                          sectionOf(shown, a) == sectionOf(*plan, b) &&
                          a.wheelchair == b.wheelchair && a.category == b.category &&
                          (a.at - b.at).manhattanLength() < 1;
        wrong += same ? 0 : 1;
    }
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(shown.areas().size(), plan->areas().size());
    holdTens(sale, 8000, 8001);
    EXPECT_TRUE(comesTrue([&] { return heldSeats() == 10; }));
    EXPECT_EQ(model.state(80'009).status(), SeatStatus::Held);
}

}  // namespace
}  // namespace tessera::qt
