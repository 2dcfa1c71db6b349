// SPDX-License-Identifier: Apache-2.0
// Cards that are cancelled, declined or told of twice: what is taken, and what staff are told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/payment/tender_model.h"
#include "tests/gui/pay/payer_fixture.h"

namespace tessera::gui {
namespace {

using testing::HasSubstr;

class CardTest : public PayerFixture {
protected:
    ~CardTest() override { terminal.refuseCancels(false); }
};

TEST_F(CardTest, WhileACardIsBeingCancelledNoMoreCashIsTakenAndNoChangeIsInvented) {
    const auto at = till();
    const QString id = QString::fromStdString(terminal.reader());
    ASSERT_TRUE(at->holds(sale, {10}));
    ASSERT_TRUE(at->payer.payReader(id));
    ASSERT_TRUE(comes([&] { return at->payer.waitsForCard(); }));
    ASSERT_EQ(terminal.refuseCancels(true), 200);
    ASSERT_TRUE(at->payer.payCash(at->total()));
    ASSERT_TRUE(comes([&] { return at->payer.isReplacing(); })) << at->lastSaid();
    EXPECT_FALSE(at->payer.canPay());
    EXPECT_TRUE(at->payer.canGiveUp());
    EXPECT_FALSE(at->payer.payCash(at->total()));
    EXPECT_FALSE(at->payer.payReader(id));
    EXPECT_THAT(at->lastSaid(), HasSubstr("being cancelled"));
    EXPECT_EQ(at->change(), 0);
    terminal.refuseCancels(false);
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(at->change(), 0);
    EXPECT_EQ(house.count("tender", sale), 2);
    EXPECT_EQ(captured(), std::to_string(at->total()));
}

TEST_F(CardTest, ATapThatIsToldTwiceAndAgainLaterIsOnePaymentAndOneTicket) {
    const auto at = till();
    EXPECT_EQ(at->room.setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    ASSERT_TRUE(at->holds(sale, {11}));
    ASSERT_TRUE(at->payer.payReader(QString::fromStdString(terminal.reader())));
    ASSERT_TRUE(comes([&] { return at->payer.waitsForCard(); }));
    ASSERT_TRUE(terminal.tap());
    EXPECT_EQ(terminal.replay(), 200);
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 1; }));
    EXPECT_EQ(terminal.replay(), 200);
    // Whatever that would have caused has come before what is sold next.
    ASSERT_TRUE(at->holds(sale, {12}));
    ASSERT_TRUE(at->payer.payCash(at->total()));
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 2; }));
    EXPECT_TRUE(comes([&] { return at->room.queue()->isIdle(); }));
    EXPECT_EQ(printer.tickets().size(), 2U);
    EXPECT_EQ(house.count("ticket_order", sale), 2);
    EXPECT_EQ(rows("count(*) FROM payment_attempt", "captured > 0"), "2");
    EXPECT_EQ(captured(), std::to_string(2 * at->total()));
}

TEST_F(CardTest, WhereNoFurtherTryIsTakenTheOrderIsToBeGivenUpAndCanBe) {
    const auto at = till();
    const QString id = QString::fromStdString(terminal.reader());
    ASSERT_TRUE(at->holds(sale, {13}));
    constexpr int kTriesMost = 8;
    for (int i = 0; i < kTriesMost; ++i) {
        ASSERT_TRUE(at->payer.payReader(id)) << i << at->lastSaid();
        ASSERT_TRUE(comes([&] { return at->payer.waitsForCard() && at->payer.canPay(); })) << i;
    }
    ASSERT_TRUE(at->payer.payReader(id));
    ASSERT_TRUE(comes([&] { return at->lastSaid().find("give it up") != std::string::npos; }))
        << at->lastSaid();
    EXPECT_THAT(at->lastSaid(), HasSubstr("Ctrl+D"));
    ASSERT_TRUE(comes([&] { return at->payer.canGiveUp(); }));
    ASSERT_TRUE(at->payer.giveUp());
    ASSERT_TRUE(at->becomes(PayStage::Over)) << at->lastSaid();
    EXPECT_EQ(captured(), "0");
}

TEST(DeclineTest, WhyACardWasDeclinedIsSaidInWordsAndNeverAsACode) {
    const auto text = [](const std::string& reason) {
        return payment::TenderModel::declineText(reason).toStdString();
    };
    EXPECT_EQ(text("insufficient_funds"), "not enough money on it");
    EXPECT_EQ(text("expired_card"), "it has expired");
    EXPECT_EQ(text("incorrect_pin"), text("invalid_pin"));
    EXPECT_EQ(text("reader_offline"), "the terminal is offline");
    EXPECT_EQ(text("reader_of_tomorrow"), text("reader_idle"));
    // What a queue need not hear, and what nobody has named yet.
    for (const char* reason : {"stolen_card", "fraudulent", "declined", "of_tomorrow", ""}) {
        EXPECT_EQ(text(reason), "its bank has declined it") << reason;
    }
}

// As an order of the server's has it.
TEST(DeclineTest, ACardThatWasDeclinedIsShownUntilAnotherIsReadOrAnotherWayIsChosen) {
    test::TempDir dir("decline");
    const QString folder = QString::fromStdString(dir / "till");
    ASSERT_TRUE(QDir().mkpath(folder));
    qt::Desk desk("boxoffice/1.0.0");
    const payment::PaymentJournal journal(folder);
    payment::KeptPayment kept;
    kept.event.mutable_config()->set_currency_code("EUR");
    kept.reservation.set_reservation("0000000000001");
    kept.order.set_order("0000000000002");
    kept.order.set_state(v1::Order::PAYING);
    kept.order.mutable_total()->set_minor_units(4'500);
    kept.order.add_tenders()->set_tender("0000000000003");
    auto* const card = kept.order.add_payments();
    card->set_tender("0000000000003");
    card->set_tender_kind(v1::READER);
    card->set_state(v1::Payment::PAYABLE);
    card->set_decline_reason("insufficient_funds");
    struct Seen {
        std::string declined;
        std::string shown;
        bool canPay;
    };
    const auto seen = [&] {
        EXPECT_TRUE(journal.write(kept));
        payment::PaymentJournal again(folder);
        sale::Cart cart;
        const payment::Payer payer({desk, cart, again});
        const payment::TenderModel model(payer);
        return Seen{payer.declined(),
                    model.index(0, payment::TenderModel::State).data().toString().toStdString(),
                    payer.canPay()};
    };
    EXPECT_EQ(seen().declined, "insufficient_funds");
    EXPECT_EQ(seen().shown, "card declined: not enough money on it");
    EXPECT_TRUE(seen().canPay);
    card->set_decline_reason("reader_busy");
    EXPECT_EQ(seen().shown, "no card asked for: the terminal is busy with another payment");
    EXPECT_TRUE(seen().canPay);
    kept.order.add_tenders()->set_tender("0000000000004");
    EXPECT_FALSE(seen().canPay);
    kept.order.mutable_tenders()->RemoveLast();
    card->clear_decline_reason();
    EXPECT_EQ(seen().shown, "waiting for the card");
}

}  // namespace
}  // namespace tessera::gui
