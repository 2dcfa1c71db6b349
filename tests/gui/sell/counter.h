// SPDX-License-Identifier: Apache-2.0
// A till without a window at the fake house: signed in, an event chosen, its map there.
//
// The GUI's thread; owns all of it.
#pragma once

#include "shared/qt/sale/hold_clock.h"
#include "shared/qt/sale/pricing.h"
#include "tests/gui/front.h"
#include "tests/gui/sell/fake_house.h"

namespace tessera::gui {

struct Counter {
    // An empty folder: a restart knows nothing of it.
    explicit Counter(FakeHouse& at, const QString& folder = {})
        : house(at), keeper(folder, cart), resumes(!folder.isEmpty()) {
        QObject::connect(&seller, &sale::Seller::said,
                         [this](const QString& text, sale::Tone) { said << text; });
        QObject::connect(&pricing, &sale::Pricing::said,
                         [this](const QString& text, sale::Tone) { said << text; });
        desk.connectTo(house.endpoint());
        desk.signIn("cora", "secret", {}, &desk, {});
        EXPECT_TRUE(comes([&] { return desk.isSignedIn(); }));
        if (!resumes || !seller.resume()) seller.chooseEvent(kFakeEvent);
        EXPECT_TRUE(comes([&] { return seller.feedState() == qt::FeedState::Live; }));
    }
    // What is under way is answered.
    bool settles() {
        return comes([&] {
            return (seller.doing() == sale::Doing::Nothing || seller.isUnknown()) &&
                   !pricing.isUnderWay();
        });
    }
    bool holds(const QList<int>& seats) {
        map.select(seats);
        EXPECT_EQ(seller.hold(), sale::HoldStart::Started);
        return settles() && cart.stage() == sale::CartStage::Held;
    }
    std::string lastSaid() const { return said.isEmpty() ? "" : said.last().toStdString(); }
    QList<int> reserved() const {
        QList<int> seats;
        for (const auto& seat : cart.reservation().seats()) seats << seat.seat_no();
        return seats;
    }

    FakeHouse& house;
    QStringList said;
    qt::Desk desk{"boxoffice/1.0.0"};
    sale::Cart cart;
    qt::SeatMapModel map;
    sale::SaleKeeper keeper;
    const bool resumes;
    sale::Seller seller{{desk, cart, map, &keeper}};
    sale::Pricing pricing{{desk, cart, seller, map, &keeper}};
};

}  // namespace tessera::gui
