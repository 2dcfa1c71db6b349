// SPDX-License-Identifier: Apache-2.0
// A till as staff has it, another till and the storefront want the same seats at the same moments:
// each seat is sold once, and staff reads at once which ones it has lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iostream>
#include <random>
#include <thread>

#include "tests/gui/pay/pay_till.h"

namespace tessera::gui {
namespace {

using sale::CartStage;

constexpr int kMoments = 12;

class RivalTest : public testing::Test {
protected:
    RivalTest() {
        QObject::connect(&seller, &sale::Seller::said,
                         [this](const QString& text, sale::Tone) { told << text; });
        seller.chooseEvent(sale.event);
        EXPECT_TRUE(comes([&] { return seller.feedState() == qt::FeedState::Live; }));
        browser.callerKey = integration::newCallerKey();
    }
    // Whether the till has it; else it is said which seat is gone, and it is not selected any more.
    bool tillHolds(int seat) {
        map.select({seat});
        EXPECT_EQ(seller.hold(), sale::HoldStart::Started);
        EXPECT_TRUE(comes([&] { return seller.doing() == sale::Doing::Nothing; }));
        return wonIt(seat);
    }
    bool wonIt(int seat) {
        if (at.cart.stage() == CartStage::Held) return true;
        ++lost;
        EXPECT_THAT(told.join(u'|').toStdString(), testing::HasSubstr("Taken by somebody else: "));
        EXPECT_TRUE(map.selection().isEmpty()) << seat;
        return false;
    }
    // The other till has it, and this one has not heard so yet.
    bool rivalHolds(int seat) {
        client::Awaited<v1::Reservation> other;
        rival->client->ask(client::kCreateReservation,
                           client::seatsOf(*rival->client, sale, {seat}), other.callback());
        return other.get().done();
    }
    // What the till holds, for cash.
    void sell() {
        ASSERT_TRUE(at.cart.startPaying());
        at.payer.begin();
        ASSERT_TRUE(at.payer.payCash(at.total()));
        ASSERT_TRUE(at.becomes(PayStage::Sold)) << at.lastSaid();
        at.payer.close();
        ++sold;
    }
    // All three at once; how many have it.
    int wantAtOnce(int seat) {
        client::Awaited<v1::Reservation> other;
        bool browserHas = false;
        told.clear();
        map.select({seat});
        rival->client->ask(client::kCreateReservation,
                           client::seatsOf(*rival->client, sale, {seat}), other.callback());
        std::jthread browsing([&] { browserHas = browser.hold(sale, {seat}).ok(); });
        EXPECT_EQ(seller.hold(), sale::HoldStart::Started);
        EXPECT_TRUE(comes([&] { return seller.doing() == sale::Doing::Nothing; }));
        browsing.join();
        const bool tillHas = wonIt(seat);
        if (tillHas) sell();
        return int{tillHas} + int{browserHas} + int{other.get().done()};
    }

    client::House& house = client::House::shared();
    const integration::Sale sale = integration::makeSale(house.stack, {.perBuyer = 100});
    test::TempDir dir{"rival"};
    PayTill at{QString::fromStdString(dir / "till"), house.stack.ports().staff, house.cashier};
    qt::SeatMapModel map;
    sale::Seller seller{{at.desk, at.cart, map}};
    const std::unique_ptr<client::Till> rival = house.cashiersTill(1);
    integration::Buyer browser{integration::Edge::Rest, house.stack};
    QStringList told;
    int sold = 0;
    int lost = 0;
};

TEST_F(RivalTest, OfThreeWhoWantASeatAtOnceOneHasItAndWhoLosesAtTheTillReadsWhich) {
    ASSERT_TRUE(tillHolds(44));
    ASSERT_NO_FATAL_FAILURE(sell());
    EXPECT_FALSE(browser.hold(sale, {44}).ok());
    ASSERT_TRUE(rivalHolds(48));
    EXPECT_FALSE(tillHolds(48));

    const unsigned seed = std::random_device{}();
    std::cout << "seed " << seed << std::endl;
    std::mt19937 random(seed);
    for (int moment = 0; moment < kMoments; ++moment) {
        const int seat = 60 + 4 * moment + static_cast<int>(random() % 3);
        EXPECT_EQ(wantAtOnce(seat), 1) << seat;
    }
    EXPECT_GT(lost, 0);
    EXPECT_EQ(house.count("ticket", sale), sold);
    EXPECT_EQ(house.stack.psql(
                  "SELECT count(*) FROM (SELECT seat_no FROM ticket WHERE event_id = " +
                  client::eventNumber(sale) + " GROUP BY seat_no HAVING count(*) > 1) twice"),
              "0");
}

}  // namespace
}  // namespace tessera::gui
