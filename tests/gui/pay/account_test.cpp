// SPDX-License-Identifier: Apache-2.0
// What is sold on account: who is billed, until when, and what an approval has to do with it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtCore/QTimeZone>

#include "shared/qt/payment/billed_search.h"
#include "tests/gui/pay/payer_fixture.h"

namespace tessera::gui {
namespace {

using testing::HasSubstr;

class AccountTest : public PayerFixture {
protected:
    // One that may buy on account.
    v1::Customer school(qt::Desk& desk, const std::string& name) {
        v1::SaveCustomerRequest request;
        request.set_request_id(desk.newRequestId());
        request.mutable_customer()->set_name(name);
        request.mutable_customer()->set_trusted(true);
        v1::Customer saved;
        bool answered = false;
        desk.ask(client::kSaveCustomer, request, &desk,
                 [&](const client::Answer<v1::Customer>& answer) {
                     answered = true;
                     EXPECT_TRUE(answer.done()) << answer.refusal.reason;
                     saved = answer.value;
                 });
        EXPECT_TRUE(comes([&] { return answered; }));
        return saved;
    }
};

TEST_F(AccountTest, AnInvoiceIsSoldToThatCustomerUntilTheEndOfTheDayWhereTheVenueIs) {
    const auto at = supervisorsTill();
    const v1::Customer who = school(at->desk, "Gymnasium Krems");
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
    v1::Customer who;
    {
        const auto boss = supervisorsTill();
        who = school(boss->desk, "School 7");
    }
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
    v1::Customer who;
    {
        auto at = supervisorsTill();
        who = school(at->desk, "Realschule Melk");
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
    const auto at = supervisorsTill();
    (void)school(at->desk, "Volksschule Hietzing");
    (void)school(at->desk, "Volksschule Hernals");
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

}  // namespace
}  // namespace tessera::gui
