// SPDX-License-Identifier: Apache-2.0
// Places and prices whose answer does not come, at a cashier's till on a real server: they stay
// unknown until it is found out, nothing is done twice, and the next sale goes on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/pay/price_till.h"

namespace tessera::gui {
namespace {

using sale::CartStage;
using testing::HasSubstr;

class UnknownPriceTest : public MadePriceTest {};

TEST_F(UnknownPriceTest, APriceWhoseAnswerIsLostIsAskedAgainAfterARestartAndItsApprovalCountsOnce) {
    auto at = till(true);
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({0}));
    const std::string token = at->approval("complimentary", 100'000);
    house.relay->hold(true);
    at->pricing.adjust({0}, {.kind = kComp, .reason = "Press"}, token);
    ASSERT_TRUE(comes([&] { return inDatabase("adjustments") == 1; }));
    at.reset();
    house.relay->cut();
    house.relay->hold(false);
    at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(comes([&] { return at->pricing.reasonOf(0) == QStringLiteral("Press"); }))
        << at->said.join('|').toStdString();
    EXPECT_TRUE(at->needed.isEmpty());
    EXPECT_EQ(at->prices(), "0");
}

TEST_F(UnknownPriceTest, APriceIsUnknownForAsLongAsNobodyWhoMayAskIsSignedInAndFoundOutByTheNext) {
    const client::Account who = quitter("quitter");
    const auto at = till(true, who);
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({0}));
    const std::string token = at->approval("complimentary", 100'000);
    house.relay->hold(true);
    at->pricing.adjust({0}, {.kind = kComp, .reason = "Press"}, token);
    ASSERT_TRUE(comes([&] { return inDatabase("adjustments") == 1; }));
    ASSERT_TRUE(isShutOut(*at, who));
    ASSERT_TRUE(comes([&] { return at->pricing.isUnknown(); }));
    at->pricing.again();
    ASSERT_TRUE(comes([&] { return !at->pricing.isUnderWay(); }));
    EXPECT_TRUE(at->pricing.isUnknown()) << at->said.join('|').toStdString();
    EXPECT_NE(at->prices(), "0");

    ASSERT_TRUE(at->signsIn(house.cashier));
    ASSERT_TRUE(comes([&] { return at->pricing.reasonOf(0) == QStringLiteral("Press"); }))
        << at->said.join('|').toStdString();
    EXPECT_FALSE(at->pricing.isUnknown());
    EXPECT_EQ(at->prices(), "0");
    EXPECT_TRUE(at->needed.isEmpty()) << "it was approved";
}

TEST_F(UnknownPriceTest, AHoldIsUnknownForAsLongAsNobodyWhoMayAskIsSignedInAndFoundOutByTheNext) {
    const client::Account who = quitter("leaver2");
    const auto at = till(true, who);
    ASSERT_TRUE(at->chooses(sale.event));
    house.relay->hold(true);
    at->map.select({3, 4});
    ASSERT_EQ(at->seller.hold(), sale::HoldStart::Started);
    ASSERT_TRUE(comes([&] { return inDatabase("*") == 1; }));
    ASSERT_TRUE(isShutOut(*at, who));
    ASSERT_TRUE(comes([&] { return at->seller.isUnknown(); }));
    at->seller.again();
    ASSERT_TRUE(comes([&] { return at->seller.isUnknown(); })) << "and not refused";
    EXPECT_EQ(at->cart.stage(), CartStage::Empty);
    EXPECT_FALSE(at->cart.payOrder({}, {}, {})) << "no other order is paid before it is known";

    ASSERT_TRUE(at->signsIn(house.cashier));
    ASSERT_TRUE(comes([&] { return at->cart.stage() == CartStage::Held; }))
        << at->said.join('|').toStdString();
    EXPECT_EQ(at->cart.reservation().seats_size(), 2);
    EXPECT_EQ(inDatabase("*"), 1) << "asked again it is held once";
}

TEST_F(UnknownPriceTest, WhatWasHeldBeforeARestartIsKeptUntilItIsKnownWhatBecameOfIt) {
    auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({7}));
    const std::string held = at->cart.reservation().reservation();
    const client::Account who = quitter("leaver3");
    at = till(true, who);
    // The event's answer comes, and that of the reservation does not.
    bool asked = false;
    QObject::connect(&at->seller, &sale::Seller::keptRead, [&] {
        house.relay->hold(true);
        asked = true;
    });
    ASSERT_TRUE(at->seller.resume());
    ASSERT_TRUE(comes([&] { return asked; }));
    ASSERT_TRUE(isShutOut(*at, who));
    ASSERT_TRUE(comes([&] { return at->seller.isUnknown(); })) << at->said.join('|').toStdString();
    // Once more: another start finds it all the same.
    at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(comes([&] { return at->cart.stage() == CartStage::Held; }))
        << at->said.join('|').toStdString();
    EXPECT_EQ(at->cart.reservation().reservation(), held);
}

TEST_F(UnknownPriceTest, WhatIsGivenBackIsUnknownUntilSomebodyMayAskAndGoesBackOnce) {
    const client::Account who = quitter("leaver4");
    const auto at = till(true, who);
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({20, 21}));
    house.relay->hold(true);
    at->seller.giveBack();
    ASSERT_TRUE(comes([&] { return seatsHeld() == 0; }));
    ASSERT_TRUE(isShutOut(*at, who));
    ASSERT_TRUE(comes([&] { return at->seller.isUnknown(); }));
    EXPECT_FALSE(at->cart.payOrder({}, {}, {})) << "no other order is paid before it is known";

    ASSERT_TRUE(at->signsIn(house.cashier));
    ASSERT_TRUE(at->settles()) << at->said.join('|').toStdString();
    EXPECT_EQ(at->cart.stage(), CartStage::Empty);
    EXPECT_THAT(at->said.last().toStdString(), HasSubstr("free again"));
    ASSERT_TRUE(at->holds({20, 21})) << "and may be sold";
    EXPECT_EQ(seatsHeld(), 2);
}

TEST_F(UnknownPriceTest, WhatWasGivenBackBeforeARestartIsSaidToBeFreeAfterIt) {
    auto at = till(true);
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({22}));
    house.relay->hold(true);
    at->seller.giveBack();
    ASSERT_TRUE(comes([&] { return seatsHeld() == 0; }));
    at.reset();
    house.relay->cut();
    house.relay->hold(false);
    at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->settles());
    EXPECT_EQ(at->cart.stage(), CartStage::Empty);
    EXPECT_THAT(at->said.join('|').toStdString(), HasSubstr("free again"));
    EXPECT_TRUE(at->holds({22}));
}

TEST_F(UnknownPriceTest, APriceWhoseHoldRunsOutBeforeItsAnswerEndsWithItAndTheNextSaleGoesOn) {
    sale = integration::makeSale(house.stack, {.holdSeconds = 6});
    const client::Account who = quitter("leaver5");
    const auto at = till(true, who);
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({30}));
    const std::string token = at->approval("complimentary", 100'000);
    house.relay->hold(true);
    at->pricing.adjust({0}, {.kind = kComp, .reason = "Press"}, token);
    ASSERT_TRUE(comes([&] { return inDatabase("adjustments") == 1; }));
    ASSERT_TRUE(isShutOut(*at, who));
    ASSERT_TRUE(comes([&] { return at->pricing.isUnknown(); }));
    ASSERT_TRUE(comes([&] { return seatsHeld() == 0; })) << "the hold has run out";

    ASSERT_TRUE(at->signsIn(house.cashier));
    ASSERT_TRUE(at->settles()) << at->said.join('|').toStdString();
    ASSERT_TRUE(comes([&] { return at->cart.stage() != CartStage::Held; }));
    ASSERT_TRUE(at->holds({31})) << at->said.join('|').toStdString();
    EXPECT_NE(at->prices(), "0") << "what was made belonged to the other hold";
    EXPECT_EQ(at->pricing.reasonOf(0), QString());
}

}  // namespace
}  // namespace tessera::gui
