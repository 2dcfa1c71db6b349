// SPDX-License-Identifier: Apache-2.0
// Places and prices whose answer does not come, at a cashier's till on a real server: they stay
// unknown until it is found out, nothing is done twice, and the next sale goes on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/base/ids.h"
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

TEST_F(UnknownPriceTest, APriceWhoseHoldRunsOutBeforeItsAnswerIsMadeAgainWhereItsPlacesAre) {
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
    at->seller.again();
    ASSERT_TRUE(comes([&] { return at->pricing.reasonOf(0) == QStringLiteral("Press"); }))
        << at->said.join('|').toStdString();
    EXPECT_EQ(at->prices(), "0");
    EXPECT_EQ(at->needed, QStringList{QStringLiteral("complimentary")});
    EXPECT_THAT(at->said.join('|').toStdString(), HasSubstr("made again"));

    at->seller.giveBack();
    ASSERT_TRUE(comes([&] { return at->cart.stage() == CartStage::Empty; }));
    ASSERT_TRUE(at->holds({30})) << "by somebody else";
    at->pricing.nextType({0});
    ASSERT_TRUE(at->settles());
    EXPECT_NE(at->prices(), "0");
    EXPECT_EQ(at->pricing.reasonOf(0), QString());
    EXPECT_EQ(at->needed.size(), 1);
}

TEST_F(UnknownPriceTest, WhileASaleOfAnEarlierStartWaitsNoOrderIsPaidAndAnotherEventLeavesIt) {
    auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({40}));
    at = till();
    EXPECT_EQ(at->cart.canPayOrder(), sale::OrderPayment::AnswerOpen) << "nobody has asked yet";
    ASSERT_TRUE(at->seller.resume());
    EXPECT_EQ(at->cart.canPayOrder(), sale::OrderPayment::AnswerOpen);
    EXPECT_FALSE(at->cart.payOrder({}, {}, {}));
    const integration::Sale other = integration::makeSale(house.stack);
    at->seller.chooseEvent(other.event);
    ASSERT_TRUE(comes([&] { return at->cart.event().event() == other.event; }));
    EXPECT_THAT(at->said.join('|').toStdString(), HasSubstr("started is left"));
    EXPECT_EQ(at->cart.stage(), CartStage::Empty);
    EXPECT_EQ(at->cart.canPayOrder(), sale::OrderPayment::Possible);
    at = till();
    EXPECT_FALSE(at->seller.resume()) << "it was left for good";
}

TEST_F(UnknownPriceTest, ASaleOfAnEarlierStartWhoseEventIsGoneIsLeftAndBlocksNothing) {
    {
        sale::Cart cart;
        sale::SaleKeeper keeper(folder(), cart);
        sale::Asked asked;
        asked.create.set_event(encodePublicId(987'654'321));
        asked.create.set_request_id(integration::newRequestId());
        keeper.ask(asked);
    }
    auto at = till();
    ASSERT_TRUE(at->seller.resume());
    EXPECT_EQ(at->cart.canPayOrder(), sale::OrderPayment::AnswerOpen);
    ASSERT_TRUE(comes([&] { return at->cart.canPayOrder() == sale::OrderPayment::Possible; }))
        << at->said.join('|').toStdString();
    EXPECT_THAT(at->said.last().toStdString(), HasSubstr("started is left"));
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({41}));
    at = till();
    ASSERT_TRUE(at->chooses(sale.event)) << "what is sold since then is kept";
    EXPECT_TRUE(comes([&] { return at->cart.stage() == CartStage::Held; }));
}

TEST_F(UnknownPriceTest, WhatWasHeldBeforeARestartIsFreeOnceItsTimeIsOverThoughNobodyAnswers) {
    sale = integration::makeSale(house.stack, {.holdSeconds = 10});
    const client::Account who = quitter("leaver6");
    auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({42}));
    at = till(true, who);
    bool asked = false;
    QObject::connect(&at->seller, &sale::Seller::keptRead, [&] {
        house.relay->hold(true);
        asked = true;
    });
    ASSERT_TRUE(at->seller.resume());
    ASSERT_TRUE(comes([&] { return asked; }));
    ASSERT_TRUE(isShutOut(*at, who));
    ASSERT_TRUE(comes([&] { return at->seller.isUnknown(); })) << at->said.join('|').toStdString();
    ASSERT_TRUE(comes([&] { return seatsHeld() == 0; }));
    at->seller.again();  // Nobody is signed in: there is no answer.
    ASSERT_TRUE(comes([&] { return at->seller.doing() == sale::Doing::Nothing; }));
    EXPECT_FALSE(at->seller.isUnknown()) << at->said.join('|').toStdString();
    EXPECT_EQ(at->cart.canPayOrder(), sale::OrderPayment::Possible);
    EXPECT_FALSE(at->keeper.hasEarlier());
    ASSERT_TRUE(at->signsIn(house.cashier));
    at->seller.comeBack();
    ASSERT_TRUE(comes([&] { return at->seller.feedState() == qt::FeedState::Live; }));
    EXPECT_TRUE(at->holds({42}));
}

// The app ended with the checkout on the disk: whether it was heard is not known.
class PaidPriceTest : public UnknownPriceTest {
protected:
    void endsWhileItIsPaid() {
        const auto at = till();
        ASSERT_TRUE(at->chooses(sale.event));
        ASSERT_TRUE(at->holds({50, 51}));
        ASSERT_TRUE(at->makes(0, {.kind = kComp, .reason = "Press"}));
        at->pricing.setCode(code);
        ASSERT_TRUE(at->settles());
        payment::KeptPayment kept;
        kept.event = at->cart.event();
        kept.reservation = at->cart.reservation();
        kept.checkout.set_event(sale.event);
        kept.checkout.set_reservation(kept.reservation.reservation());
        kept.checkout.set_request_id(at->desk.newRequestId());
        kept.checkout.mutable_tender()->set_kind(v1::GIFT_CARD);
        kept.checkout.mutable_tender()->set_gift_card_code("NONE-OF-OURS-0000");
        ASSERT_TRUE(payment::PaymentJournal(folder()).write(kept));
        ASSERT_TRUE(at->cart.startPaying());
    }

    const QString code = QString::fromStdString(makeCode());
};

TEST_F(PaidPriceTest, PricesAndCodeAreThereWhereNothingWasCheckedOutBeforeTheRestart) {
    ASSERT_NO_FATAL_FAILURE(endsWhileItIsPaid());
    const auto at = till();
    payment::PaymentJournal journal(folder());
    payment::Payer payer({at->desk, at->cart, journal});
    EXPECT_EQ(payer.stage(), PayStage::Unknown);
    payer.goOn();
    ASSERT_TRUE(comes([&] { return payer.stage() == PayStage::Choosing; }));
    payer.goBack();
    ASSERT_EQ(at->cart.stage(), CartStage::Held);
    EXPECT_EQ(at->pricing.reasonOf(0), QStringLiteral("Press"));
    EXPECT_EQ(at->seller.code(), code);
    at->pricing.nextType({1});
    ASSERT_TRUE(at->settles()) << at->said.join('|').toStdString();
    EXPECT_EQ(at->cart.reservation().seats(1).ticket_type_no(), 1);
    EXPECT_EQ(at->prices().substr(0, 2), "0 ");
    EXPECT_TRUE(at->needed.isEmpty());
}

TEST_F(PaidPriceTest, PricesAndCodeAreMadeAgainWhereTheHoldRanOutOverTheRestart) {
    sale = integration::makeSale(house.stack, {.holdSeconds = 8});
    (void)makeCode();
    ASSERT_NO_FATAL_FAILURE(endsWhileItIsPaid());
    ASSERT_TRUE(comes([&] { return seatsHeld() == 0; }));
    const auto at = till();
    payment::PaymentJournal journal(folder());
    payment::Payer payer({at->desk, at->cart, journal});
    payer.goOn();
    ASSERT_TRUE(comes([&] { return at->cart.stage() == CartStage::Expired; }));
    const std::string before = at->cart.reservation().reservation();
    at->seller.comeBack();
    at->seller.again();
    ASSERT_TRUE(comes([&] { return at->cart.stage() == CartStage::Held; }));
    EXPECT_NE(at->cart.reservation().reservation(), before);
    ASSERT_TRUE(comes([&] { return at->pricing.reasonOf(0) == QStringLiteral("Press"); }))
        << at->said.join('|').toStdString();
    EXPECT_EQ(at->seller.code(), code);
    EXPECT_EQ(at->prices().substr(0, 2), "0 ");
    EXPECT_THAT(at->said.join('|').toStdString(), HasSubstr("made again"));
}

}  // namespace
}  // namespace tessera::gui
