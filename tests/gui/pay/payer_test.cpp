// SPDX-License-Identifier: Apache-2.0
// What becomes of a sale's money, on a real server, database and card sandbox, to the cent.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/payment/cash.h"
#include "shared/qt/payment/tender_model.h"
#include "tests/gui/pay/payer_fixture.h"
#include "tests/support/model_rules.h"

namespace tessera::gui {
namespace {

using test::FakeLanguage;
using test::FakePrinter;
using testing::ElementsAre;
using testing::HasSubstr;

class PayerTest : public PayerFixture {};

TEST(CashTest, WhatIsOfferedIsExactThenReachedByNotesOfOneKind) {
    EXPECT_THAT(payment::quickAmounts(4'550, "EUR"), ElementsAre(4'550, 5'000, 6'000, 10'000));
    EXPECT_THAT(payment::quickAmounts(5'000, "EUR"), ElementsAre(5'000, 6'000, 10'000, 20'000));
    EXPECT_THAT(payment::quickAmounts(7'300, "JPY"), ElementsAre(7'300, 7'500, 8'000, 10'000));
    EXPECT_TRUE(payment::quickAmounts(0, "EUR").empty());
}

TEST_F(PayerTest, CashIsTakenToTheCentAndItsTicketsComeOutOnce) {
    const auto at = till();
    EXPECT_EQ(at->room.setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    payment::TenderModel model(at->payer);
    test::ModelRules tester(&model);
    ASSERT_TRUE(at->holds(sale, {19, 20}));
    const std::int64_t total = at->total();
    ASSERT_GT(total, 0);
    EXPECT_FALSE(at->payer.payCash(0));
    EXPECT_FALSE(at->payer.payCash(4'012'345'678'901));  // The bar code of a book.
    EXPECT_THAT(at->lastSaid(), HasSubstr("a scanned code is no amount"));
    EXPECT_FALSE(at->payer.payCash(at->payer.cashMost() + 1));
    ASSERT_TRUE(at->payer.payCash(total + 735));
    EXPECT_FALSE(at->payer.payCash(total));  // The same key, hit twice.
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(at->change(), 735);
    EXPECT_EQ(at->payer.order().total().minor_units(), total);
    EXPECT_EQ(house.count("tender", sale), 1);
    EXPECT_EQ(captured(), std::to_string(total));
    EXPECT_EQ(at->cart.stage(), sale::CartStage::Empty);
    EXPECT_FALSE(at->journal.read().has_value());
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.index(0, 0).data().toString(), "Cash");

    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 2; }));
    EXPECT_TRUE(printer.illegal().empty());
    ASSERT_EQ(printer.tickets()[0].codes.size(), 1U);
    EXPECT_NE(printer.tickets()[0].codes[0].data, printer.tickets()[1].codes[0].data);
    EXPECT_TRUE(comes([&] { return at->room.queue()->isIdle(); }));
    at->papers.print(at->payer.order(), at->payer.event());
    EXPECT_TRUE(comes([&] { return at->papers.waiting() == 0; }));
    EXPECT_TRUE(at->room.queue()->isIdle());
    EXPECT_EQ(printer.tickets().size(), 2U);
}

TEST_F(PayerTest, TheReceiptSaysWhatWasPaidGivenAndGivenBackAndOpensNoDrawer) {
    FakePrinter slips(FakeLanguage::Escpos);
    const auto at = till();
    EXPECT_EQ(at->room.setPrinters({receiptPrinterAt(slips.port())}).toStdString(), "");
    ASSERT_TRUE(at->holds(sale, {25}));
    const std::int64_t total = at->total();
    ASSERT_TRUE(at->payer.payCash(total + 85));
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    for (int i = 0; i < 2; ++i) {
        at->papers.printReceipt(at->payer.order(), at->payer.event(), at->change(), "Slips");
    }
    ASSERT_TRUE(comes([&] { return at->room.queue()->isIdle(); }));
    const SlipsSeen seen = seenAt(slips);
    EXPECT_EQ(seen.cuts, 1);
    EXPECT_EQ(seen.kicks, 0);
    for (const std::int64_t minor : {total, total + 85, std::int64_t{-85}}) {
        EXPECT_THAT(seen.text, HasSubstr(euros(minor)));
    }
}

TEST_F(PayerTest, ACardAtTheTerminalIsWaitedForAndTakenOnce) {
    const auto at = till();
    const std::string id = terminal.reader();
    ASSERT_TRUE(at->holds(sale, {30}));
    EXPECT_FALSE(at->payer.payReader({}));
    EXPECT_THAT(at->lastSaid(), HasSubstr("No card terminal"));
    ASSERT_TRUE(at->payer.payReader(QString::fromStdString(id)));
    ASSERT_TRUE(comes([&] { return at->payer.waitsForCard(); })) << at->lastSaid();
    ASSERT_TRUE(terminal.tap());
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(captured(), std::to_string(at->total()));
    EXPECT_EQ(at->change(), 0);
    EXPECT_NE(terminal.present().status, 200);
    EXPECT_EQ(rows("count(*) FROM payment_attempt"), "1");
}

TEST_F(PayerTest, WhoChangesFromCardToCashPaysOnceAndTheTerminalIsCancelled) {
    const auto at = till();
    const std::string id = terminal.reader();
    ASSERT_TRUE(at->holds(sale, {31}));
    ASSERT_TRUE(at->payer.payReader(QString::fromStdString(id)));
    ASSERT_TRUE(comes([&] { return at->payer.waitsForCard(); }));
    ASSERT_TRUE(at->payer.payCash(at->total() + 100));
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(captured(), std::to_string(at->total()));
    // Whichever won: what the order did not take of the cash goes back.
    std::int64_t cash = 0;
    for (const auto& each : at->payer.order().payments()) {
        if (each.tender_kind() == v1::CASH) cash += each.captured().minor_units();
    }
    EXPECT_EQ(at->change(), at->total() + 100 - cash);
}

TEST_F(PayerTest, ACardThatIsDeclinedIsAskedForAgainAndPaysOnce) {
    const auto at = till();
    const std::string id = terminal.reader();
    ASSERT_TRUE(at->holds(sale, {32}));
    ASSERT_TRUE(at->payer.payReader(QString::fromStdString(id)));
    ASSERT_TRUE(comes([&] { return at->payer.waitsForCard(); }));
    ASSERT_TRUE(terminal.tap("card_present[number]=4000000000009995"));
    ASSERT_TRUE(comes([&] { return at->payer.declined() == "insufficient_funds"; }));
    EXPECT_TRUE(at->payer.canPay());
    ASSERT_TRUE(at->payer.payReader(QString::fromStdString(id)));
    ASSERT_TRUE(terminal.tap());
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(captured(), std::to_string(at->total()));
}

TEST_F(PayerTest, ACardThatIsTappedWhileCashIsTakenPaysOnceAndTheCashGoesBack) {
    const auto at = till();
    const std::string id = terminal.reader();
    ASSERT_TRUE(at->holds(sale, {33}));
    ASSERT_TRUE(at->payer.payReader(QString::fromStdString(id)));
    ASSERT_TRUE(comes([&] { return at->payer.waitsForCard(); }));
    ASSERT_TRUE(terminal.tap());
    const bool given = at->payer.payCash(at->total());
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(captured(), std::to_string(at->total()));
    std::int64_t cash = 0;
    for (const auto& each : at->payer.order().payments()) {
        if (each.tender_kind() == v1::CASH) cash += each.captured().minor_units();
    }
    EXPECT_EQ(at->change(), given ? at->total() - cash : 0);
}

TEST_F(PayerTest, ATotalOfZeroNeedsNoTender) {
    for (auto& price : sale.config["prices"]) price["minorUnits"] = "0";
    integration::ApiClient api(integration::Edge::Rest, house.stack);
    const auto changed = api.call(
        "UpdateEvent",
        {{"event", sale.event},
         {"requestId", integration::newRequestId()},
         {"config", {{"prices", sale.config["prices"]}, {"fees", integration::Json::array()}}},
         {"updateMask", "prices,fees"}},
        {{"authorization", "Bearer " + house.stack.adminKey()}});
    ASSERT_TRUE(changed.ok()) << changed;
    const auto at = till();
    ASSERT_TRUE(at->holds(sale, {34}));
    ASSERT_EQ(at->total(), 0);
    EXPECT_FALSE(at->payer.payCash(0));
    ASSERT_TRUE(at->payer.payNothing());
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(house.count("tender", sale), 0);
    EXPECT_EQ(at->change(), 0);
}

TEST_F(PayerTest, AGiftCardPaysAPartAndCashTheRestToTheCent) {
    const auto at = till();
    ASSERT_TRUE(at->holds(sale, {40, 41}));
    const std::int64_t total = at->total();
    ASSERT_TRUE(at->payer.payGiftCard("AAAAA-AAAAA-AAAAA-AAAAA"));
    ASSERT_TRUE(at->becomes(PayStage::Choosing));
    EXPECT_THAT(at->lastSaid(), HasSubstr("Gift card: there is none"));
    EXPECT_FALSE(at->journal.read().has_value());

    ASSERT_TRUE(at->payer.payGiftCard(QString::fromStdString(giftCard(2'345))));
    ASSERT_TRUE(comes([&] { return at->payer.covered().minor_units() == 2'345; }));
    ASSERT_TRUE(at->becomes(PayStage::Choosing)) << at->lastSaid();
    EXPECT_EQ(at->payer.left().minor_units(), total - 2'345);
    ASSERT_TRUE(at->payer.payCash(1'000));
    ASSERT_TRUE(comes([&] { return at->payer.covered().minor_units() == 3'345; }));
    ASSERT_TRUE(at->becomes(PayStage::Choosing));
    ASSERT_TRUE(at->payer.payCash(total));
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(at->change(), total + 1'000 - (total - 2'345));
    EXPECT_EQ(captured(), std::to_string(total));
    EXPECT_EQ(house.count("tender", sale), 3);
    EXPECT_EQ(rows("sum(amount) FROM ledger_entry"), "0");
}

TEST_F(PayerTest, ACardPaysTheAmountThatIsSaidAndCashTheRestToTheCent) {
    const auto at = till();
    const QString id = QString::fromStdString(terminal.reader());
    ASSERT_TRUE(at->holds(sale, {42, 43}));
    const std::int64_t total = at->total();
    ASSERT_GT(total, 2'000);
    EXPECT_FALSE(at->payer.payReader(id, total + 1));
    EXPECT_THAT(at->lastSaid(), HasSubstr("Amount: " + euros(total) + " at most"));
    EXPECT_FALSE(at->payer.payGiftCard("AAAAA-AAAAA-AAAAA-AAAAA", total + 1));
    EXPECT_EQ(house.count("ticket_order", sale), 0);
    ASSERT_TRUE(at->payer.payReader(id, 2'000));
    ASSERT_TRUE(terminal.tap());
    ASSERT_TRUE(comes([&] { return at->payer.covered().minor_units() == 2'000; }));
    ASSERT_TRUE(at->becomes(PayStage::Choosing)) << at->lastSaid();
    EXPECT_EQ(at->payer.left().minor_units(), total - 2'000);
    EXPECT_FALSE(at->payer.payReader(id, total - 1'999));
    ASSERT_TRUE(at->payer.payCash(total));
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(at->change(), 2'000);
    EXPECT_EQ(captured(), std::to_string(total));
    EXPECT_EQ(house.count("tender", sale), 2);
    EXPECT_EQ(rows("sum(amount) FROM ledger_entry"), "0");
}

TEST_F(PayerTest, AnAnswerThatIsCutOffIsSaidToBeUnknownAndIsOneOrderPaidOnce) {
    const auto at = till(true);
    ASSERT_TRUE(at->holds(sale, {50}));
    house.relay->hold(true);
    ASSERT_TRUE(at->payer.payCash(at->total() + 50));
    ASSERT_TRUE(at->becomes(PayStage::Unknown));
    EXPECT_THAT(at->lastSaid(), HasSubstr("not known"));
    EXPECT_FALSE(at->payer.payCash(at->total()));
    EXPECT_FALSE(at->payer.canGoBack());
    ASSERT_TRUE(comes([&] { return house.count("ticket_order", sale) == 1; }));
    house.relay->cut();
    house.relay->hold(false);
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(at->change(), 50);
    EXPECT_EQ(house.count("ticket_order", sale), 1);
    EXPECT_EQ(house.count("tender", sale), 1);
    EXPECT_EQ(captured(), std::to_string(at->total()));
}

TEST_F(PayerTest, AfterARestartInBetweenTheAppFindsOutWhatBecameOfItAndPrintsOnce) {
    auto at = till(true);
    EXPECT_EQ(at->room.setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    ASSERT_TRUE(at->holds(sale, {60, 61}));
    const std::int64_t total = at->total();
    house.relay->hold(true);
    ASSERT_TRUE(at->payer.payCash(total + 265));
    ASSERT_TRUE(comes([&] { return house.count("ticket_order", sale) == 1; }));
    at.reset();  // Whatever was on its way is lost with it.
    house.relay->cut();
    house.relay->hold(false);

    at = till(true);
    EXPECT_EQ(at->stageAtStart, PayStage::Unknown);
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(at->change(), 265);
    EXPECT_EQ(house.count("ticket_order", sale), 1);
    EXPECT_EQ(house.count("tender", sale), 1);
    EXPECT_EQ(captured(), std::to_string(total));
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 2; }));
    EXPECT_TRUE(comes([&] { return at->room.queue()->isIdle(); }));
    at.reset();
    at = till();
    EXPECT_EQ(at->stageAtStart, PayStage::Nothing);
    EXPECT_EQ(printer.tickets().size(), 2U);
}

TEST_F(PayerTest, WhatWasNeverHeardIsAskedAfterARestartAndSoldThen) {
    auto at = till();
    ASSERT_TRUE(at->holds(sale, {62}));
    payment::KeptPayment kept;
    kept.event = at->cart.event();
    kept.reservation = at->cart.reservation();
    kept.checkout = client::cashFor(*at->desk.client(), kept.reservation);
    kept.givenAsked = at->total();
    ASSERT_TRUE(at->journal.write(kept));
    at.reset();
    at = till();
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(at->change(), 0);
    EXPECT_EQ(house.count("tender", sale), 1);
}

TEST_F(PayerTest, WithThePrinterOffTheSaleIsDoneTheTicketWaitsAndTheNextOneIsSold) {
    const auto at = till();
    int port = 0;
    {
        const FakePrinter gone(FakeLanguage::Fgl);
        port = gone.port();
    }
    EXPECT_EQ(at->room.setPrinters({ticketPrinterAt(port)}).toStdString(), "");
    for (const int seat : {70, 80}) {
        ASSERT_TRUE(at->holds(sale, {seat}));
        ASSERT_TRUE(at->payer.payCash(at->total()));
        ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    }
    ASSERT_TRUE(comes([&] { return at->papers.waiting() == 0; }));
    ASSERT_EQ(at->room.queue()->jobs().size(), 2U);
    ASSERT_TRUE(comes([&] {
        return at->room.queue()->conditionOf("Front") == print::PrinterCondition::Unreachable;
    }));
    EXPECT_EQ(at->room.setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 2; }));
}

TEST_F(PayerTest, AHoldThatHasRunOutSellsNothing) {
    // Long enough for the till to have it in its cart.
    sale = integration::makeSale(house.stack, {.holdSeconds = 4});
    const auto at = till();
    ASSERT_TRUE(at->holds(sale, {90}));
    ASSERT_TRUE(comes([&] { return integration::seatsInDatabase(house.stack, sale, 1) == 0; }));
    ASSERT_TRUE(at->payer.payCash(at->total()));
    ASSERT_TRUE(at->becomes(PayStage::Nothing));
    EXPECT_EQ(at->cart.stage(), sale::CartStage::Expired);
    EXPECT_THAT(at->lastSaid(), HasSubstr("nothing was paid"));
    EXPECT_EQ(house.count("ticket_order", sale), 0);
}

TEST_F(PayerTest, AnOrderThatIsGivenUpFreesItsPlacesAndTheCashGoesBack) {
    const auto at = till();
    ASSERT_TRUE(at->holds(sale, {95}));
    ASSERT_TRUE(at->payer.payCash(1'000));
    ASSERT_TRUE(comes([&] { return at->payer.covered().minor_units() == 1'000; }));
    ASSERT_TRUE(at->becomes(PayStage::Choosing));
    ASSERT_TRUE(at->payer.giveUp());
    ASSERT_TRUE(at->becomes(PayStage::Over)) << at->lastSaid();
    EXPECT_EQ(at->change(), 1'000);
    EXPECT_EQ(integration::seatsInDatabase(house.stack, sale, 1), 0);
    EXPECT_EQ(integration::seatsInDatabase(house.stack, sale, 2), 0);
}

}  // namespace
}  // namespace tessera::gui
