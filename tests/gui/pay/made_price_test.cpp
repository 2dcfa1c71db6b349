// SPDX-License-Identifier: Apache-2.0
// Prices that staff makes, at a cashier's till on a real server: what was approved stays approved,
// over another ticket type, a restart and another hold.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtCore/QDir>
#include <QtCore/QFile>

#include "shared/qt/desk/refusal_text.h"
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
