// SPDX-License-Identifier: Apache-2.0
// A seat map at a till follows the server's, over a restart too.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/client/house.h"

namespace tessera::client {
namespace {

using testing::ElementsAre;

// What a screen would have: fed by changes alone.
class Screen {
public:
    SeatWatchHandlers handlers() {
        return {.onChanges = [this](const SeatChanges& changes) { take(changes); },
                .onLive =
                    [this](bool live) {
                        const std::lock_guard lock(mutex_);
                        lives_.push_back(live);
                    },
                .onOver =
                    [this](const Refusal& refusal) {
                        const std::lock_guard lock(mutex_);
                        overs_.push_back(refusal.reason);
                    }};
    }
    std::string seats() const {
        const std::lock_guard lock(mutex_);
        return seats_;
    }
    // The same without the last message: what it would be if that had been missed.
    std::string oneMessageBefore() const {
        const std::lock_guard lock(mutex_);
        return before_;
    }
    int changed() const {
        const std::lock_guard lock(mutex_);
        return changed_;
    }
    std::vector<bool> lives() const {
        const std::lock_guard lock(mutex_);
        return lives_;
    }
    std::vector<v1::ErrorReason::Reason> overs() const {
        const std::lock_guard lock(mutex_);
        return overs_;
    }

private:
    void take(const SeatChanges& changes) {
        const std::lock_guard lock(mutex_);
        if (changes.whole) {
            seats_.assign(changes.seats.size(), '?');
        } else {
            changed_ += static_cast<int>(changes.seats.size());
        }
        if (!changes.seats.empty()) before_ = seats_;
        for (const SeatChange& change : changes.seats) {
            seats_.at(static_cast<std::size_t>(change.seat)) = static_cast<char>(change.state);
        }
    }

    mutable std::mutex mutex_;
    std::string seats_;
    std::string before_;
    int changed_ = 0;
    std::vector<bool> lives_;
    std::vector<v1::ErrorReason::Reason> overs_;
};

class WatchTest : public testing::Test {
protected:
    static std::string mapNow(Till& till, const Sale& sale) {
        v1::GetSeatMapRequest request;
        request.set_event(sale.event);
        return till.ask(kGetSeatMap, request).value.statuses();
    }
    // A map that is asked for may be a tenth of a second behind.
    bool becomesTheServers(Till& till, const Screen& screen) {
        return eventually([&] { return screen.seats() == mapNow(till, sale); });
    }
    // Tens of seats in a row, each hold one batch or part of one.
    std::vector<Awaited<v1::Reservation>> holdTens(Till& till, int from, int to) {
        std::vector<Awaited<v1::Reservation>> all(static_cast<std::size_t>(to - from));
        for (int ten = from; ten < to; ++ten) {
            std::vector<std::int32_t> seats(10);
            for (int i = 0; i < 10; ++i) seats[static_cast<std::size_t>(i)] = 10 * ten + i;
            till.client->ask(kCreateReservation, seatsOf(*till.client, sale, seats),
                             all[static_cast<std::size_t>(ten - from)].callback());
        }
        return all;
    }

    House& house = House::shared();
    Sale sale = integration::makeSale(house.stack);
};

TEST_F(WatchTest, AMapThatFollowed500ChangesOverARestartIsTheServers) {
    Screen screen;
    const auto till = house.cashiersTill(0, true);
    till->client->watchSeats(sale.event, screen.handlers());
    ASSERT_TRUE(eventually([&] { return !screen.lives().empty(); }));
    EXPECT_TRUE(becomesTheServers(*till, screen));
    for (auto& held : holdTens(*till, 0, 25)) EXPECT_TRUE(held.get().done());
    EXPECT_TRUE(eventually([&] { return screen.changed() == 250; }));

    house.stack.killServer();
    EXPECT_TRUE(eventually([&] { return screen.lives() == std::vector<bool>{true, false}; }));
    auto held = holdTens(*till, 25, 50);  // Asked while nobody answers.
    house.restart();
    for (auto& each : held) EXPECT_TRUE(each.get().done());
    EXPECT_TRUE(eventually([&] { return screen.changed() == 500; })) << screen.changed();
    EXPECT_TRUE(becomesTheServers(*till, screen));
    EXPECT_NE(screen.oneMessageBefore(), mapNow(*till, sale));
    EXPECT_TRUE(eventually([&] { return screen.lives() == std::vector<bool>{true, false, true}; }));
    EXPECT_THAT(screen.overs(), ElementsAre());
}

TEST_F(WatchTest, AConnectionThatBreaksWhileNothingChangesIsLiveAgain) {
    Screen screen;
    const auto till = house.cashiersTill(0, true);
    till->client->watchSeats(sale.event, screen.handlers());
    ASSERT_TRUE(eventually([&] { return !screen.lives().empty(); }));
    auto held = holdTens(*till, 3, 4);
    EXPECT_TRUE(held[0].get().done());
    ASSERT_TRUE(eventually([&] { return screen.changed() == 10; }));
    house.relay->cut();
    EXPECT_TRUE(eventually([&] { return screen.lives() == std::vector<bool>{true, false, true}; }));
    EXPECT_EQ(screen.changed(), 10);
    EXPECT_TRUE(becomesTheServers(*till, screen));
}

TEST_F(WatchTest, AnEventThatThereIsNotEndsTheWatchAndStoppedOnesMakeRoom) {
    Screen screen;
    const auto till = house.cashiersTill(0);
    till->client->watchSeats("0000000000001", screen.handlers());
    EXPECT_TRUE(eventually([&] { return !screen.overs().empty(); }));
    EXPECT_THAT(screen.overs(), ElementsAre(v1::ErrorReason::EVENT_NOT_FOUND));
    WatchId last = 0;
    for (std::size_t i = 1; i < kWatchesMax; ++i) last = till->client->watchSeats(sale.event, {});
    EXPECT_NE(last, 0);
    EXPECT_EQ(till->client->watchSeats(sale.event, {}), 0);
    till->client->stopWatch(last);
    EXPECT_TRUE(eventually([&] { return till->client->watchSeats(sale.event, {}) != 0; }));
}

}  // namespace
}  // namespace tessera::client
