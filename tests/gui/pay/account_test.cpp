// SPDX-License-Identifier: Apache-2.0
// What is sold on account: who is billed, until when, and what an approval has to do with it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtCore/QTimeZone>
#include <QtWidgets/QCheckBox>

#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/sell/sell_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "shared/qt/payment/billed_search.h"
#include "shared/qt/sale/customer_writer.h"
#include "tests/gui/pay/payer_fixture.h"

namespace tessera::gui {
namespace {

using testing::HasSubstr;

class AccountTest : public PayerFixture {
protected:
    // One that may buy on account, or may not: a supervisor makes them, at the sell screen and by
    // keys.
    v1::Customer school(const QString& name, bool trusted = true) {
        using namespace boxoffice;
        const ScreenList screens{screenOf<EnrolScreen>(), screenOf<SigninScreen>(),
                                 screenOf<SellScreen>()};
        Front front(house.stack.ports().staff, 0, screens);
        front.window().workplace().setEvent({sale.event, QStringLiteral("Evening")});
        EXPECT_TRUE(front.signIn(house.supervisor));
        const sale::Cart& cart = sale::Cart::of(front.window().workplace());
        EXPECT_TRUE(comes([&] { return cart.event().event() == sale.event; }));
        front.press(Qt::Key_F5);
        front.type(name);
        front.press(Qt::Key_Return);
        auto* const email = front.find<QLineEdit>("customer_form_email");
        EXPECT_TRUE(comes([&] { return email->hasFocus(); })) << "nobody has that name";
        front.find<QCheckBox>("customer_form_trusted")->setFocus();
        if (trusted) front.press(Qt::Key_Space);
        front.press(Qt::Key_S, Qt::ControlModifier);
        EXPECT_TRUE(comes([&] { return cart.customer().name() == name.toStdString(); }));
        EXPECT_EQ(cart.customer().trusted(), trusted);
        return cart.customer();
    }
};

TEST_F(AccountTest, AnInvoiceIsSoldToThatCustomerUntilTheEndOfTheDayWhereTheVenueIs) {
    const v1::Customer who = school("Gymnasium Krems");
    const auto at = supervisorsTill();
    ASSERT_TRUE(at->holds(sale, {91}));
    EXPECT_FALSE(at->payer.payOnAccount({}, QDate()));
    EXPECT_THAT(at->lastSaid(), HasSubstr("Who is billed"));
    const QDate due = QDate::currentDate().addDays(14);
    ASSERT_TRUE(at->payer.payOnAccount(who, due));
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    const QTimeZone vienna("Europe/Vienna");
    EXPECT_EQ(
        rows("due_at FROM tender"),
        std::to_string((due.addDays(1).startOfDay(vienna).toSecsSinceEpoch() - 1) * 1'000'000));
    EXPECT_EQ(rows("count(*) FROM tender"), "1");
    ASSERT_EQ(at->payer.paidParts().size(), 1U);
    EXPECT_EQ(at->payer.paidParts()[0].kind, v1::INVOICE);
    EXPECT_EQ(at->change(), 0);
}

TEST_F(AccountTest, AnApprovalThatIsNotGoodSellsNothingAndSaysWhy) {
    const v1::Customer who = school("School 7");
    const auto at = till();
    ASSERT_TRUE(at->holds(sale, {92}));
    ASSERT_TRUE(at->payer.payOnAccount(who, QDate::currentDate().addDays(14), "too late"));
    ASSERT_TRUE(at->becomes(PayStage::Choosing));
    EXPECT_THAT(at->lastSaid(), HasSubstr("approval"));
    EXPECT_EQ(house.count("ticket_order", sale), 0);
    EXPECT_TRUE(at->payer.canGoBack());
    at->payer.goBack();
    EXPECT_EQ(at->cart.stage(), sale::CartStage::Held);
}

TEST_F(AccountTest, WhatIsNotKnownIsNotTakenForRefusedWhereAnApprovalIsMissingAndIsSoldOnceWithIt) {
    const v1::Customer who = school("Realschule Melk");
    {
        auto at = supervisorsTill();
        ASSERT_TRUE(at->holds(sale, {93}));
        payment::KeptPayment kept;
        kept.event = at->cart.event();
        kept.reservation = at->cart.reservation();
        kept.checkout = client::cashFor(*at->desk.client(), kept.reservation);
        auto& tender = *kept.checkout.mutable_tender();
        tender.Clear();
        tender.set_kind(v1::INVOICE);
        tender.set_reference(who.name());
        tender.set_customer(who.customer());
        ASSERT_TRUE(at->journal.write(kept));
    }
    const auto at = till();
    ASSERT_TRUE(comes([&] { return at->payer.wantsApproval(); })) << at->lastSaid();
    EXPECT_EQ(at->payer.stage(), PayStage::Unknown);
    EXPECT_TRUE(at->journal.read().has_value());
    at->payer.approve("too late");
    ASSERT_TRUE(comes([&] { return at->payer.wantsApproval(); }));
    EXPECT_EQ(at->payer.stage(), PayStage::Unknown);
    EXPECT_EQ(house.count("ticket_order", sale), 0);
    at->desk.signOut();
    ASSERT_TRUE(comes([&] { return !at->desk.isSignedIn(); }));
    at->desk.signIn(QString::fromStdString(house.supervisor.login),
                    QString::fromStdString(house.supervisor.password), {}, &at->desk, {});
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(house.count("ticket_order", sale), 1);
    EXPECT_EQ(house.count("tender", sale), 1);
}

TEST_F(AccountTest, WhoIsBilledIsFoundByTheNameAndIsOneAlone) {
    (void)school("Volksschule Hietzing");
    (void)school("Volksschule Hernals");
    const auto at = supervisorsTill();
    payment::BilledSearch search(at->desk);
    QStringList wrong;
    int chosen = 0;
    QObject::connect(&search, &payment::BilledSearch::wrong,
                     [&](const QString& text) { wrong << text; });
    QObject::connect(&search, &payment::BilledSearch::chosen, [&] { ++chosen; });
    search.find("x");
    EXPECT_EQ(wrong.size(), 1);
    search.find("Volksschule H");
    ASSERT_TRUE(comes([&] { return wrong.size() == 2; }));
    EXPECT_THAT(wrong.last().toStdString(), HasSubstr("Volksschule Hernals"));
    search.find("Volksschule Hie");
    ASSERT_TRUE(comes([&] { return chosen == 1; })) << wrong.last().toStdString();
    EXPECT_EQ(search.name(), "Volksschule Hietzing");
    search.find("Volksschule Hietzing");
    EXPECT_EQ(chosen, 2);
    search.find("Nobody of that name");
    ASSERT_TRUE(comes([&] { return wrong.size() == 3; }));
    EXPECT_TRUE(search.name().isEmpty());
}

TEST_F(AccountTest, WhoMayNotBuyOnAccountIsToldBeforeAnybodyApprovesAndIsBilledOnceTheyMay) {
    const v1::Customer parish = school("Pfarre Lind", false);
    const auto at = supervisorsTill();
    payment::BilledSearch search(at->desk);
    QSignalSpy wrong(&search, &payment::BilledSearch::wrong);
    QSignalSpy chosen(&search, &payment::BilledSearch::chosen);
    search.setCustomer(parish);
    search.find("Pfarre Lind");
    ASSERT_TRUE(comes([&] { return wrong.count() == 1; }));
    EXPECT_THAT(wrong.at(0).at(0).toString().toStdString(), HasSubstr("may not buy on account"));
    v1::Customer now = parish;
    now.set_trusted(true);
    sale::CustomerWriter writer(at->desk);
    QSignalSpy saved(&writer, &sale::CustomerWriter::saved);
    writer.save(now, parish);
    ASSERT_TRUE(comes([&] { return saved.count() == 1; }));
    search.setCustomer(parish);
    search.find("Pfarre Lind");
    ASSERT_TRUE(comes([&] { return chosen.count() == 1; })) << "as they are by now";
    EXPECT_TRUE(search.customer().trusted());
}

}  // namespace
}  // namespace tessera::gui
