// SPDX-License-Identifier: Apache-2.0
// Prices that staff makes, at a cashier's till on a real server: what was approved stays approved,
// over another ticket type, a restart and another hold.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtCore/QDir>
#include <QtCore/QFile>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/payment/payer.h"
#include "tests/gui/late_approval.h"
#include "tests/gui/pay/price_till.h"

namespace tessera::gui {
namespace {

using sale::CartStage;
using testing::HasSubstr;

constexpr auto kPrice = v1::PriceAdjustment::PRICE;

TEST_F(MadePriceTest, ACashierGoesOnAfterAComplimentaryTicketAndAnotherPriceWereApproved) {
    const auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({0, 1, 2}));
    ASSERT_TRUE(at->makes(0, {.kind = kComp, .reason = "Competition"}));
    ASSERT_TRUE(at->makes(1, {.kind = kPrice, .priceMinor = 1'000, .reason = "Late"}));
    EXPECT_EQ(at->pricing.reasonOf(0), QStringLiteral("Competition"))
        << at->said.join('|').toStdString();
    EXPECT_EQ(at->pricing.reasonOf(1), QStringLiteral("Late"));
    const std::string before = at->prices();
    at->pricing.nextType({2});
    ASSERT_TRUE(at->settles());
    EXPECT_EQ(at->cart.reservation().seats(2).ticket_type_no(), 1);
    EXPECT_NE(at->prices(), before);
    EXPECT_EQ(at->prices().substr(0, 2), "0 ") << "what was approved is still given";
    EXPECT_TRUE(at->needed.isEmpty()) << "nobody has to approve it again";

    // Less given away needs nobody either; more does: back to the dearer type.
    at->pricing.nextType({0});
    ASSERT_TRUE(at->settles());
    EXPECT_TRUE(at->needed.isEmpty());
    at->pricing.nextType({0});
    ASSERT_TRUE(comes([&] { return at->cart.reservation().seats(0).ticket_type_no() == 0; }));
    EXPECT_EQ(at->needed, QStringList{QStringLiteral("complimentary")});
}

TEST_F(MadePriceTest, PricesAndCodeAreThereAfterARestartAndOnTheNextHold) {
    auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({0, 1, 2}));
    ASSERT_TRUE(at->makes(0, {.kind = kComp, .reason = "Press"}));
    ASSERT_TRUE(at->makes(1, {.kind = kPrice, .priceMinor = 1'000, .reason = "Late"}));
    const std::string full = at->prices();
    const QString code = QString::fromStdString(makeCode());
    at->pricing.setCode(code);
    ASSERT_TRUE(at->settles());
    ASSERT_NE(at->prices(), full) << at->said.join('|').toStdString();
    const std::string prices = at->prices();
    const std::int64_t total = at->total();
    const std::string held = at->cart.reservation().reservation();
    at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(comes([&] { return at->cart.stage() == CartStage::Held; }));
    EXPECT_EQ(at->cart.reservation().reservation(), held);
    EXPECT_EQ(at->pricing.reasonOf(0), QStringLiteral("Press"));
    EXPECT_EQ(at->seller.code(), code);
    EXPECT_EQ(at->total(), total);
    at->pricing.nextType({1});
    ASSERT_TRUE(at->settles());
    EXPECT_EQ(at->prices().substr(0, 2), "0 ");
    EXPECT_TRUE(at->needed.isEmpty());

    ASSERT_TRUE(at->holds({0, 1, 2, 3}));
    ASSERT_TRUE(comes([&] {
        return at->pricing.reasonOf(0) == QStringLiteral("Press") &&
               at->pricing.reasonOf(1) == QStringLiteral("Late");
    })) << at->said.join('|').toStdString();
    EXPECT_EQ(at->needed.size(), 2) << "each permission by itself, on the new reservation";
    EXPECT_THAT(at->said.join('|').toStdString(), HasSubstr("made again"));
    EXPECT_EQ(at->prices().substr(0, 2), "0 ");
    EXPECT_EQ(at->seller.code(), code);
    const std::string less = prices.substr(prices.rfind(' '));
    EXPECT_EQ(at->prices(), prices + less) << "the one more, too, for its code";
}

TEST_F(MadePriceTest, WhatWasMadeAgainInPartBeforeARestartIsMadeWholeAfterIt) {
    auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({10, 11}));
    ASSERT_TRUE(at->makes(0, {.kind = kComp, .reason = "Press"}));
    ASSERT_TRUE(at->makes(1, {.kind = kPrice, .priceMinor = 1'000, .reason = "Late"}));
    at->approvalsLeft = 1;
    ASSERT_TRUE(at->holds({10, 11, 12}));
    ASSERT_TRUE(comes([&] { return at->needed.size() == 2; }));
    EXPECT_EQ(at->pricing.reasonOf(0), QStringLiteral("Press"));
    EXPECT_EQ(at->pricing.reasonOf(1), QString());
    at->needed.clear();
    ASSERT_TRUE(at->holds({10, 11, 12, 13}));  // The second one is left aside once more.
    at->approvalsLeft = 0;
    ASSERT_TRUE(comes([&] { return !at->needed.isEmpty(); }));
    at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(comes([&] {
        return at->pricing.reasonOf(0) == QStringLiteral("Press") &&
               at->pricing.reasonOf(1) == QStringLiteral("Late");
    })) << at->said.join('|').toStdString();
    EXPECT_EQ(at->needed.size(), 2);
}

// Without a code the same prices give away more: each of both permissions is asked for.
class CodeOffTest : public MadePriceTest {
protected:
    void SetUp() override {
        at = till();
        ASSERT_TRUE(at->chooses(sale.event));
        ASSERT_TRUE(at->holds({0, 1, 2}));
        ASSERT_TRUE(at->makes(0, {.kind = kComp, .reason = "Press"}));
        ASSERT_TRUE(at->makes(1, {.kind = kPrice, .priceMinor = 1'000, .reason = "Late"}));
        full = at->prices();
        total = at->total();
        at->pricing.setCode(QString::fromStdString(makeCode()));
        ASSERT_TRUE(at->settles());
        less = at->prices();
        ASSERT_NE(less, full) << at->said.join('|').toStdString();
        ASSERT_TRUE(at->needed.isEmpty());
    }
    std::string said() const { return at->said.join('|').toStdString(); }

    const QStringList both{QStringLiteral("complimentary"), QStringLiteral("override_price")};
    std::unique_ptr<PriceTill> at;
    std::string full;
    std::string less;
    std::int64_t total = 0;
};

TEST_F(CodeOffTest, ItIsTakenOffWithTwoApprovalsAndTheMoneyIsThatOfTheOrderAndTheLedger) {
    ASSERT_TRUE(at->pricing.setCode({}));
    ASSERT_TRUE(comes([&] { return at->prices() == full; })) << said();
    ASSERT_TRUE(at->settles());
    EXPECT_EQ(at->needed, both);
    EXPECT_EQ(at->pricing.reasonOf(0), QStringLiteral("Press"));
    EXPECT_EQ(at->pricing.reasonOf(1), QStringLiteral("Late"));
    EXPECT_EQ(at->seller.code(), QString());
    EXPECT_EQ(at->total(), total);

    openShift(at->desk);
    payment::PaymentJournal journal(folder());
    payment::Payer payer({at->desk, at->cart, journal});
    ASSERT_TRUE(at->cart.startPaying());
    payer.begin();
    ASSERT_TRUE(payer.payCash(total));
    ASSERT_TRUE(comes([&] { return payer.stage() == PayStage::Sold; }));
    EXPECT_EQ(payer.order().total().minor_units(), total);
    const std::string ofEvent = " FROM ledger_entry WHERE event_id = " + client::eventNumber(sale);
    EXPECT_EQ(house.stack.psql("SELECT sum(amount)" + ofEvent), "0");
    EXPECT_EQ(house.stack.psql("SELECT sum(amount)" + ofEvent + " AND account = 4"),
              std::to_string(total));
}

TEST_F(CodeOffTest, WithoutTheFirstApprovalNothingIsChangedAndWithoutTheSecondThatPriceIsNotMade) {
    at->approvalsLeft = 0;
    ASSERT_TRUE(at->pricing.setCode({}));
    ASSERT_TRUE(comes([&] { return at->needed.size() == 1; }));
    at->pricing.declined();
    EXPECT_THAT(at->said.last().toStdString(), HasSubstr("nothing is changed"));
    EXPECT_EQ(at->prices(), less);
    EXPECT_NE(at->seller.code(), QString());

    at->needed.clear();
    at->approvalsLeft = 1;
    ASSERT_TRUE(at->pricing.setCode({}));
    ASSERT_TRUE(comes([&] { return at->needed.size() == 2; })) << said();
    at->pricing.declined();
    EXPECT_THAT(at->said.last().toStdString(), HasSubstr("not made again"));
    EXPECT_EQ(at->pricing.reasonOf(0), QStringLiteral("Press"));
    EXPECT_EQ(at->pricing.reasonOf(1), QString());
    EXPECT_EQ(at->seller.code(), QString());
    EXPECT_GT(at->total(), total);
    ASSERT_TRUE(at->settles());
    EXPECT_EQ(at->needed, both);
}

TEST_F(CodeOffTest, ARestartBetweenBothApprovalsAsksForTheSecond) {
    at->approvalsLeft = 1;
    ASSERT_TRUE(at->pricing.setCode({}));
    ASSERT_TRUE(comes([&] { return at->needed.size() == 2; })) << said();
    at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(comes([&] { return at->prices() == full; })) << said();
    EXPECT_EQ(at->needed, QStringList{both[1]});
    EXPECT_EQ(at->total(), total);
}

TEST_F(MadePriceTest, OnAHoldThatIsAnsweredAfterTheTillWasLockedPricesAreMadeOnceSomebodyIsThere) {
    const auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({0}));
    ASSERT_TRUE(at->makes(0, {.kind = kComp, .reason = "Press"}));
    QObject::connect(&at->seller, &sale::Seller::changed, &at->desk, [&] {
        if (at->seller.doing() != sale::Doing::Holding) return;
        QMetaObject::invokeMethod(&at->desk, &qt::Desk::lock, Qt::QueuedConnection);
    });
    ASSERT_TRUE(at->holds({0, 1}));
    QCoreApplication::processEvents();
    ASSERT_FALSE(at->desk.isSignedIn());
    EXPECT_TRUE(at->needed.isEmpty()) << "nobody is there to approve anything";
    EXPECT_FALSE(at->pricing.isUnderWay());

    ASSERT_TRUE(at->signsIn(house.cashier));
    ASSERT_TRUE(comes([&] { return at->pricing.reasonOf(0) == QStringLiteral("Press"); }))
        << at->said.join('|').toStdString();
    EXPECT_EQ(at->needed, QStringList{QStringLiteral("complimentary")});
}

TEST_F(MadePriceTest, AnApprovalThatComesLateChangesNoPriceSaysSoAndTheNextOneDoes) {
    const auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({0}));
    const std::string before = at->prices();
    const sale::Pricing::Change change{.kind = kComp, .reason = "Press"};
    at->pricing.adjust({0}, change, threeMinutesEarlier(at->approval("complimentary", 100'000)));
    ASSERT_TRUE(at->settles());
    EXPECT_THAT(at->said.last().toStdString(), HasSubstr("too late"));
    EXPECT_EQ(at->prices(), before);
    EXPECT_EQ(inDatabase("adjustments"), 0);
    ASSERT_TRUE(at->makes(0, change));
    EXPECT_EQ(at->prices(), "0");
}

TEST_F(MadePriceTest, NotesThatCannotBeReadAreSetAsideAndItIsSaid) {
    test::TempDir dir("torn");
    const QString folder = QString::fromStdString(dir / "till");
    QFile torn(folder + QStringLiteral("/notes_to_send"));
    ASSERT_TRUE(QDir().mkpath(folder) && torn.open(QIODevice::WriteOnly));
    torn.write("half a note");
    torn.close();
    const auto at = till();
    at->desk.signOut();
    ASSERT_TRUE(comes([&] { return !at->desk.isSignedIn(); }));
    {
        sale::OrderNotes of(at->desk, at->cart, folder);
        EXPECT_EQ(of.waiting(), 0U);
    }
    ASSERT_TRUE(QFile::remove(torn.fileName() + ".unread"));
    // Of whole ones among others those stay.
    v1::SetOrderNoteRequest whole;
    whole.set_request_id(at->desk.newRequestId());
    qt::JournalPage page;
    page.put("10001", whole);
    page.putText("10002", "not a note");
    ASSERT_TRUE(qt::Journal(folder, QStringLiteral("notes_to_send")).write(page));
    sale::OrderNotes notes(at->desk, at->cart, folder);
    EXPECT_EQ(notes.waiting(), 1U);
    EXPECT_TRUE(QFile::exists(torn.fileName()));
    QStringList said;
    QObject::connect(&notes, &sale::OrderNotes::said,
                     [&](const QString& text, sale::Tone) { said << text; });
    ASSERT_TRUE(at->signsIn(house.cashier));
    EXPECT_EQ(said.value(0), qt::unreadText());
    EXPECT_TRUE(QFile::exists(torn.fileName() + ".unread"));
}

}  // namespace
}  // namespace tessera::gui
