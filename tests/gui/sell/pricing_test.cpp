// SPDX-License-Identifier: Apache-2.0
// Ticket types, codes and other prices; customers; and the models that show all of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/sale/band_model.h"
#include "shared/qt/sale/cart_model.h"
#include "shared/qt/sale/customer_search.h"
#include "shared/qt/sale/event_search.h"
#include "tests/gui/sell/counter.h"
#include "tests/support/model_rules.h"

namespace tessera::gui {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

constexpr auto kComp = v1::PriceAdjustment::COMPLIMENTARY;

class PricingTest : public testing::Test {
protected:
    std::int64_t total() const { return counter.cart.reservation().price().total().minor_units(); }
    FakeHouse house;
    Counter counter{house};
};

TEST_F(PricingTest, ARowGoesToItsNextTicketTypeAndTheOthersStay) {
    ASSERT_TRUE(counter.holds({0, 1}));
    counter.pricing.nextType({1});
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(counter.cart.reservation().seats(0).ticket_type_no(), 0);
    EXPECT_EQ(counter.cart.reservation().seats(1).ticket_type_no(), 1);
    EXPECT_EQ(total(), 8'900 + 4'450 + 100);
    counter.pricing.nextType({1});
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(total(), 2 * 8'900 + 100);
}

TEST_F(PricingTest, AComplimentaryTicketNeedsAReasonAndCarriesItsApproval) {
    ASSERT_TRUE(counter.holds({0, 1}));
    counter.pricing.adjust({0}, {.kind = kComp, .reason = "  "});
    EXPECT_THAT(counter.lastSaid(), HasSubstr("Reason"));
    EXPECT_EQ(counter.house.calls("RepriceReservation"), 0);
    EXPECT_EQ(counter.pricing.givenAwayMost({0}, {.kind = kComp}), 8'900);

    counter.pricing.adjust({0}, {.kind = kComp, .reason = "competition"}, "approved");
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(total(), 8'900 + 100);
    EXPECT_EQ(counter.house.lastApproval(), "approved");
    EXPECT_EQ(counter.pricing.reasonOf(0), QStringLiteral("competition"));
    EXPECT_TRUE(counter.pricing.reasonOf(1).isEmpty());

    counter.pricing.nextType({1});
    ASSERT_TRUE(counter.settles());
    ASSERT_EQ(counter.house.lastReprice().adjustments_size(), 1) << "what was given stays given";
    EXPECT_EQ(total(), 4'450 + 100);
}

TEST_F(PricingTest, AnApprovalThatComesLateIsSaidAndNothingIsChanged) {
    ASSERT_TRUE(counter.holds({0, 1}));
    counter.house.fault({.method = "RepriceReservation", .reason = "APPROVAL_OVER"});
    QSignalSpy refused(&counter.pricing, &sale::Pricing::refused);
    counter.pricing.adjust({0}, {.kind = kComp, .reason = "press"}, "late");
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(refused.count(), 1);
    EXPECT_THAT(counter.lastSaid(), HasSubstr("too late"));
    EXPECT_TRUE(counter.pricing.reasonOf(0).isEmpty());
    EXPECT_EQ(total(), 2 * 8'900 + 100);
}

TEST_F(PricingTest, AnApprovalThatNothingWaitsForAndOneThatIsLateChangeNothing) {
    ASSERT_TRUE(counter.holds({0}));
    counter.house.fault({.method = "RepriceReservation", .reason = "APPROVAL_OVER"});
    QSignalSpy needed(&counter.pricing, &sale::Pricing::approvalNeeded);
    counter.pricing.approved("of nothing");
    EXPECT_EQ(counter.house.calls("RepriceReservation"), 0) << "nothing waits for it";
    counter.pricing.adjust({0}, {.kind = kComp, .reason = "press"}, "late");
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(needed.count(), 0) << "who asks again is asked again";
    EXPECT_EQ(total(), 8'900 + 100);
}

TEST_F(PricingTest, ACodeThatThereIsNotLeavesTheOneThatThereWas) {
    ASSERT_TRUE(counter.holds({0}));
    counter.pricing.setCode("FRIENDS");
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(counter.seller.code(), QStringLiteral("FRIENDS"));
    counter.pricing.setCode("NONE");
    ASSERT_TRUE(counter.settles());
    EXPECT_THAT(counter.lastSaid(), HasSubstr("Code"));
    EXPECT_EQ(counter.seller.code(), QStringLiteral("FRIENDS"));
}

TEST_F(PricingTest, AnUnknownPriceIsAskedAgainWithTheSameId) {
    ASSERT_TRUE(counter.holds({0}));
    counter.house.fault({.method = "RepriceReservation"});
    counter.pricing.nextType({0});
    ASSERT_TRUE(comes([&] { return counter.pricing.isUnknown(); }));
    counter.pricing.again();
    ASSERT_TRUE(comes([&] { return total() == 4'450 + 100; }));
    const auto ids = counter.house.requestIds("RepriceReservation");
    ASSERT_THAT(ids, SizeIs(2));
    EXPECT_EQ(ids[0], ids[1]);
}

// On a new hold, with somebody at hand who approves all of it, or nothing.
class AgainTest : public PricingTest {
protected:
    void SetUp() override {
        QObject::connect(&counter.pricing, &sale::Pricing::approvalNeeded,
                         [this](const QString& permission, qint64) {
                             needed << permission;
                             if (approves) return counter.pricing.approved("approved");
                             counter.pricing.declined();
                         });
    }
    std::size_t times(const QString& said) const {
        return static_cast<std::size_t>(counter.said.filter(said).size());
    }
    bool becomes(int row, const char* reason) {
        return comes([&] { return counter.pricing.reasonOf(row) == QLatin1String(reason); });
    }

    QStringList needed;
    bool approves = true;
};

TEST_F(AgainTest, APriceThatIsAskedForWhileAnotherHoldBeginsIsMadeOnThatOneAndItIsNotSaidToBeOver) {
    int seat = 0;
    for (const char* const fault : {"none", "", "RESERVATION_RELEASED"}) {
        SCOPED_TRACE(fault);
        ASSERT_TRUE(counter.holds({seat, seat + 1}));
        counter.pricing.adjust({1}, {.kind = kComp, .reason = "radio"}, "approved");
        ASSERT_TRUE(counter.settles());
        needed.clear();
        counter.said.clear();
        house.holdPriceAnswers(true);
        const int before = house.calls("RepriceReservation");
        if (fault != std::string("none")) {
            house.fault({.method = "RepriceReservation", .reason = fault});
        }
        counter.pricing.adjust({0}, {.kind = kComp, .reason = "press"}, "approved");
        ASSERT_TRUE(comes([&] { return house.calls("RepriceReservation") == before + 1; }));
        counter.map.select({seat, seat + 1, seat + 2});
        ASSERT_EQ(counter.seller.hold(), sale::HoldStart::Started);
        ASSERT_TRUE(comes([&] { return counter.cart.reservation().seats_size() == 3; }));
        house.holdPriceAnswers(false);
        ASSERT_TRUE(becomes(0, "press")) << counter.said.join('|').toStdString();
        EXPECT_EQ(counter.pricing.reasonOf(1), QStringLiteral("radio"));
        EXPECT_EQ(counter.cart.stage(), sale::CartStage::Held);
        EXPECT_FALSE(counter.pricing.isUnknown());
        EXPECT_EQ(needed, QStringList{"complimentary"});
        EXPECT_EQ(times("made again"), 1U);
        EXPECT_EQ(times("run out"), 0U);
        EXPECT_EQ(times("not known"), 0U);
        EXPECT_EQ(house.lastReprice().reservation(), counter.cart.reservation().reservation());
        counter.seller.giveBack();
        ASSERT_TRUE(counter.settles());
        seat += kFakeRowSeats;
    }
}

TEST_F(AgainTest, WhatNobodyApprovesIsNotMadeAgainAndNobodyIsAskedForItAnyMore) {
    ASSERT_TRUE(counter.holds({0, 1}));
    counter.pricing.adjust({0}, {.kind = kComp, .reason = "press"}, "approved");
    ASSERT_TRUE(counter.settles());
    counter.pricing.adjust({1}, {v1::PriceAdjustment::PRICE, 1'000, "late"}, "approved");
    ASSERT_TRUE(counter.settles());
    approves = false;
    ASSERT_TRUE(counter.holds({0, 1, 2}));
    ASSERT_TRUE(comes([&] { return needed.size() == 2; })) << "each permission once";
    EXPECT_EQ(times("not approved"), 2U);
    EXPECT_EQ(times("new hold"), 1U);
    counter.pricing.nextType({2});
    ASSERT_TRUE(counter.settles());
    ASSERT_TRUE(counter.holds({0, 1, 2, 3}));
    counter.pricing.nextType({2});
    ASSERT_TRUE(counter.settles());
    QCoreApplication::processEvents();
    EXPECT_EQ(needed.size(), 2);
    EXPECT_EQ(house.lastReprice().adjustments_size(), 0);
}

TEST_F(AgainTest, AnApprovalOfWhatIsMadeAgainThatComesLateIsAskedForAgain) {
    ASSERT_TRUE(counter.holds({0}));
    counter.pricing.adjust({0}, {.kind = kComp, .reason = "press"}, "approved");
    ASSERT_TRUE(counter.settles());
    house.fault({.method = "RepriceReservation", .reason = "APPROVAL_OVER"});
    ASSERT_TRUE(counter.holds({0, 1}));
    ASSERT_TRUE(becomes(0, "press")) << counter.said.join('|').toStdString();
    EXPECT_EQ(needed.size(), 2);
    EXPECT_EQ(times("too late"), 1U);
    const auto ids = house.requestIds("RepriceReservation");
    ASSERT_THAT(ids, SizeIs(3));
    EXPECT_NE(ids[1], ids[2]) << "what was judged says the same under its id";
}

TEST_F(AgainTest, WhatTheServerRefusesToMakeAgainIsGivenUpAndSaidAndTheRestIsMade) {
    ASSERT_TRUE(counter.holds({0, 1}));
    counter.pricing.adjust({0}, {.kind = kComp, .reason = "press"}, "approved");
    ASSERT_TRUE(counter.settles());
    counter.pricing.adjust({1}, {v1::PriceAdjustment::PRICE, 1'000, "late"}, "approved");
    ASSERT_TRUE(counter.settles());
    house.fault({.method = "RepriceReservation", .reason = "APPROVAL_TOO_SMALL"});
    ASSERT_TRUE(counter.holds({0, 1, 2}));
    ASSERT_TRUE(becomes(1, "late")) << counter.said.join('|').toStdString();
    EXPECT_EQ(counter.pricing.reasonOf(0), QString());
    EXPECT_EQ(times("the cart shows what is charged"), 1U);
    EXPECT_EQ(total(), 2 * 8'900 + 1'000 + 100);
    EXPECT_EQ(needed, (QStringList{"complimentary", "override_price"}));
    ASSERT_TRUE(counter.holds({0, 1, 2, 3}));
    ASSERT_TRUE(becomes(1, "late"));
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(needed.size(), 3) << "nobody is asked again for what was given up";
}

TEST_F(AgainTest, APriceWhoseAnswerComesAfterThePlacesWentBackIsNotMadeForTheNextCustomer) {
    int seat = 0;
    for (const char* const fault : {"none", ""}) {
        SCOPED_TRACE(fault);
        ASSERT_TRUE(counter.holds({seat, seat + 1}));
        house.holdPriceAnswers(true);
        const int before = house.calls("RepriceReservation");
        if (fault != std::string("none")) {
            house.fault({.method = "RepriceReservation", .reason = fault});
        }
        counter.pricing.adjust({0}, {.kind = kComp, .reason = "press"}, "approved");
        ASSERT_TRUE(comes([&] { return house.calls("RepriceReservation") == before + 1; }));
        counter.seller.giveBack();
        ASSERT_TRUE(comes([&] { return counter.cart.stage() == sale::CartStage::Empty; }));
        EXPECT_FALSE(counter.pricing.isUnderWay()) << "the next sale waits for nothing";
        ASSERT_TRUE(counter.holds({seat, seat + 1}));
        house.holdPriceAnswers(false);
        counter.pricing.nextType({1});
        ASSERT_TRUE(comes([&] { return house.calls("RepriceReservation") == before + 2; }));
        ASSERT_TRUE(counter.settles());
        EXPECT_EQ(house.lastReprice().adjustments_size(), 0);
        EXPECT_EQ(total(), 8'900 + 4'450 + 100);
        EXPECT_EQ(counter.pricing.reasonOf(0), QString());
        EXPECT_TRUE(needed.isEmpty());
        seat += kFakeRowSeats;
    }
}

TEST_F(AgainTest, APriceThatIsNotKnownEndsWithTheSaleWhosePlacesGoBack) {
    ASSERT_TRUE(counter.holds({0, 1}));
    house.fault({.method = "RepriceReservation"});
    counter.pricing.adjust({0}, {.kind = kComp, .reason = "press"}, "approved");
    ASSERT_TRUE(comes([&] { return counter.pricing.isUnknown(); }));
    counter.seller.giveBack();
    ASSERT_TRUE(comes([&] { return counter.cart.stage() == sale::CartStage::Empty; }));
    EXPECT_FALSE(counter.pricing.isUnknown());
    ASSERT_TRUE(counter.holds({0, 1}));
    counter.pricing.nextType({1});
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(house.calls("RepriceReservation"), 2);
    EXPECT_EQ(house.lastReprice().adjustments_size(), 0);
    EXPECT_TRUE(needed.isEmpty());
}

TEST_F(AgainTest, APriceOfAnEventThatIsLeftIsNotMadeInTheNextOneThoughItsSeatsAreCalledTheSame) {
    ASSERT_TRUE(counter.holds({0, 1}));
    house.holdPriceAnswers(true);
    counter.pricing.adjust({0}, {.kind = kComp, .reason = "press"}, "approved");
    ASSERT_TRUE(comes([&] { return house.calls("RepriceReservation") == 1; }));
    counter.cart.expire();
    house.setSeats({0, 1}, 0);
    QSignalSpy chosen(&counter.seller, &sale::Seller::eventChosen);
    counter.seller.chooseEvent(kFakeEvent);
    ASSERT_TRUE(comes(
        [&] { return chosen.count() == 1 && counter.map.layout().seatCount() == kFakeSeats; }));
    ASSERT_TRUE(counter.holds({0, 1}));
    house.holdPriceAnswers(false);
    counter.pricing.nextType({1});
    ASSERT_TRUE(comes([&] { return house.calls("RepriceReservation") == 2; }));
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(house.lastReprice().adjustments_size(), 0);
    EXPECT_TRUE(needed.isEmpty());
}

TEST_F(AgainTest, WhatNobodyHereMayApproveIsSaidAndNothingIsChanged) {
    ASSERT_TRUE(counter.holds({0}));
    house.fault({.method = "RepriceReservation", .reason = "APPROVAL_NEEDED"});
    QSignalSpy refused(&counter.pricing, &sale::Pricing::refused);
    counter.pricing.adjust({0}, {.kind = kComp, .reason = "press"}, "approved");
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(refused.count(), 1);
    EXPECT_EQ(total(), 8'900 + 100);
    EXPECT_TRUE(needed.isEmpty());
}

class CustomerTest : public testing::Test {
protected:
    FakeHouse house;
    Counter counter{house};
    sale::CustomerSearch search{counter.desk, counter.cart};
};

TEST_F(CustomerTest, TheyAreFoundAsOneTypesAndChosen) {
    test::ModelRules tester(&search);
    search.search("R");
    EXPECT_EQ(search.rowCount(), 0) << "one letter finds nobody";
    EXPECT_EQ(counter.house.calls("FindCustomers"), 0);
    search.search("Rosa");
    ASSERT_TRUE(comes([&] { return search.rowCount() == 2; }));
    search.search("Rosalinde");
    ASSERT_TRUE(comes([&] { return search.rowCount() == 1; }));
    EXPECT_TRUE(search.choose(0));
    EXPECT_EQ(counter.cart.buyer().name(), "Rosalinde Eisenstein");
}

TEST_F(CustomerTest, WhatIsWrongWithThemIsFoundBeforeTheyAreSaved) {
    using Field = sale::CustomerSearch::Field;
    EXPECT_EQ(search.wrongField({.name = " "}), Field::Name);
    EXPECT_EQ(search.wrongField({.name = "A", .email = "nowhere"}), Field::Email);
    EXPECT_EQ(search.wrongField({.name = "A", .phone = "call me"}), Field::Phone);
    EXPECT_EQ(search.wrongField({.name = "A", .phone = QString(33, u'1')}), Field::Phone);
    EXPECT_EQ(search.wrongField({.name = "A", .email = "a@b", .phone = "0660"}), Field::None);
}

TEST(SaleModelsTest, TheyKeepTheRulesOfModelsThroughASale) {
    FakeHouse house;
    Counter counter(house);
    sale::CartModel cartModel(counter.cart, counter.pricing);
    sale::BandModel bands(counter.cart, counter.map);
    sale::EventSearch events(counter.desk);
    const test::ModelRules rules[] = {test::ModelRules(&cartModel), test::ModelRules(&bands),
                                      test::ModelRules(&events)};
    counter.seller.chooseEvent(kFakeEvent);
    ASSERT_TRUE(comes([&] { return bands.rowCount() == 4; }));
    events.search({});
    ASSERT_TRUE(comes([&] { return events.rowCount() == 5; }));
    EXPECT_THAT(events.index(0).data().toString().toStdString(), HasSubstr("Die Fledermaus"));
    ASSERT_TRUE(comes([&] { return counter.seller.feedState() == qt::FeedState::Live; }));
    ASSERT_TRUE(counter.holds({0, 1}));
    ASSERT_EQ(cartModel.rowCount(), 2);
    EXPECT_EQ(cartModel.index(1, 0).data().toString(), QStringLiteral("Stalls, row 1, seat 2"));
    counter.pricing.nextType({0});
    ASSERT_TRUE(counter.settles());
    EXPECT_EQ(cartModel.index(0, 1).data().toString(), QStringLiteral("Child up to 14"));
    EXPECT_EQ(bands.index(3, sale::BandModel::Letter).data().toString(), QStringLiteral("d"));
    ASSERT_TRUE(comes([&] {
        return bands.index(0, sale::BandModel::Free).data().toString() == QStringLiteral("126");
    }));
    counter.cart.clear();
    EXPECT_EQ(cartModel.rowCount(), 0);
}

}  // namespace
}  // namespace tessera::gui
