// SPDX-License-Identifier: Apache-2.0
// A supervisor ends the shift of a till whose cashier went home, from another till.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/money/money_till.h"

namespace tessera::gui {
namespace {

using testing::HasSubstr;

// A cashier who has opened it, sold a seat for cash of `francs` where there is one, and gone.
void leaveOpen(const std::string& device, const integration::Sale* francs = nullptr) {
    const client::House& house = client::House::shared();
    const int number = newDevice(device);
    qt::Desk desk{"boxoffice/1.0.0"};
    desk.connectTo(house.endpoint(house.stack.ports().staff,
                                  house.identities.at(static_cast<std::size_t>(number))));
    desk.signIn(QString::fromStdString(house.cashier.login),
                QString::fromStdString(house.cashier.password), {}, &desk, {});
    ASSERT_TRUE(comes([&] { return desk.isSignedIn(); }));
    openShift(desk);
    if (francs == nullptr) return;
    const auto held =
        asked(desk, client::kCreateReservation, client::seatsOf(*desk.client(), *francs, {7}));
    ASSERT_TRUE(
        asked(desk, client::kCheckoutReservation, client::cashFor(*desk.client(), held.value))
            .done());
}

// Of the latest shift of that device.
std::string ofShift(const std::string& device, const std::string& column) {
    return client::House::shared().stack.psql(
        "SELECT " + column + " FROM shift JOIN device USING (device_id) WHERE name = '" + device +
        "' ORDER BY number DESC LIMIT 1");
}

// Its row in the list of shifts is chosen.
bool chooses(MoneyTill& at, const QString& device) {
    at.front.press(Qt::Key_F9);
    auto* const table = at.front.find<QTableView>("shifts_table");
    return comes([&] {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QModelIndex name = table->model()->index(row, 1);
            if (name.data().toString() != device) continue;
            table->setCurrentIndex(name);
            return true;
        }
        return false;
    });
}

TEST(ColleagueTest, ASupervisorCountsAndClosesTheShiftOfAnotherTillAndComesBackToTheirOwn) {
    const std::string away = "Till of who went home";
    leaveOpen(away);
    MoneyTill at("Till of the supervisor", client::House::shared().supervisor);
    at.openWith(5'000);
    const std::string own = at.work().shift().shift();
    ASSERT_TRUE(chooses(at, QString::fromStdString(away)));
    at.front.press(Qt::Key_F9, Qt::ShiftModifier);
    ASSERT_TRUE(comes([&] { return at.work().isElsewhere(); }));
    ASSERT_TRUE(at.becomes(v1::Shift::OPEN)) << at.said();
    EXPECT_THAT(at.front.find<QLabel>("shift_heading")->text().toStdString(), HasSubstr(away));
    EXPECT_EQ(QApplication::focusWidget(), at.front.find<QTableView>("count_table"));
    EXPECT_FALSE(at.front.find<QPushButton>("paid_in")->isEnabled());
    EXPECT_EQ(at.work().shift().balances_size(), 0);  // Blind for them, too.
    at.typeCount("EUR", 20'000);
    at.front.press(Qt::Key_Space);
    ASSERT_TRUE(at.becomes(v1::Shift::COUNTED)) << at.said();
    EXPECT_EQ(at.work().difference(), 0);
    at.front.find<QPushButton>("settle_go")->click();
    ASSERT_TRUE(at.becomes(v1::Shift::CLOSED)) << at.said();
    EXPECT_EQ(ofShift(away, "state"), "4");
    EXPECT_EQ(at.ofShift("state"), "1");
    at.front.press(Qt::Key_F12);
    ASSERT_TRUE(at.becomes(v1::Shift::OPEN)) << at.said();
    EXPECT_EQ(at.work().shift().shift(), own);
    EXPECT_FALSE(at.work().isElsewhere());
    EXPECT_TRUE(at.front.find<QPushButton>("paid_in")->isEnabled());
    // What is closed is not counted again.
    ASSERT_TRUE(chooses(at, QString::fromStdString(away)));
    ASSERT_TRUE(comes([&] { return at.screen().reports().shifts()[1].has_close_time(); }));
    at.front.press(Qt::Key_F9, Qt::ShiftModifier);
    EXPECT_THAT(at.said(), HasSubstr("not closed"));
}

TEST(ColleagueTest, WhatIsLookedAtElsewhereIsNotLeftInSightOfWhoMayNotSignItOff) {
    const client::House& house = client::House::shared();
    const std::string away = "Till of who went home early";
    leaveOpen(away);
    MoneyTill at("Till of two people", house.supervisor);
    ASSERT_TRUE(chooses(at, QString::fromStdString(away)));
    at.front.press(Qt::Key_F9, Qt::ShiftModifier);
    ASSERT_TRUE(comes([&] { return at.work().isElsewhere(); }));
    ASSERT_TRUE(at.becomes(v1::Shift::OPEN));
    at.typeCount("EUR", 1'000);
    at.front.desk().signIn(QString::fromStdString(house.cashier.login),
                           QString::fromStdString(house.cashier.password), {}, &at.front.window(),
                           {});
    ASSERT_TRUE(comes([&] { return at.work().seen() == till::ShiftSeen::None; })) << at.said();
    EXPECT_FALSE(at.work().isElsewhere());
    ASSERT_TRUE(chooses(at, QString::fromStdString(away)));  // It is their own.
    EXPECT_FALSE(at.front.find<QPushButton>("count_there")->isEnabled());
    EXPECT_EQ(ofShift(away, "state"), "1");
}

// What the supervisor's own till sells in was asked for, and had to be typed as 0.
TEST(ColleagueTest, ACountElsewhereIsOfTheCurrenciesOfThatShiftAndTakesMore) {
    const std::string away = "Till of one currency";
    leaveOpen(away);
    MoneyTill at("Till of two currencies", client::House::shared().supervisor);
    at.openWith(5'000);
    v1::Order francs;
    francs.set_order("ANOTHER1");
    francs.mutable_total()->set_currency_code("CHF");
    Q_EMIT sale::Cart::of(at.front.window().workplace()).finished(francs);
    auto* const field = at.front.find<QLineEdit>("count_currencies");
    at.front.press(Qt::Key_F7);
    EXPECT_EQ(field->text(), "EUR, CHF");
    ASSERT_TRUE(chooses(at, QString::fromStdString(away)));
    at.front.press(Qt::Key_F9, Qt::ShiftModifier);
    ASSERT_TRUE(comes([&] { return at.work().isElsewhere(); }));
    ASSERT_TRUE(at.becomes(v1::Shift::OPEN)) << at.said();
    EXPECT_EQ(field->text(), "EUR");
    const auto* const table = at.front.find<QTableView>("count_table")->model();
    const int rows = table->rowCount();
    field->setFocus();
    field->setText("EUR, CHF");
    at.front.press(Qt::Key_Return);
    EXPECT_GT(table->rowCount(), rows);
    at.front.press(Qt::Key_F12);
    ASSERT_TRUE(at.becomes(v1::Shift::OPEN)) << at.said();
    at.front.press(Qt::Key_F7);
    EXPECT_EQ(field->text(), "EUR, CHF");
}

TEST(ColleagueTest, ACountElsewhereIsOfWhatThatTillSoldInThoughNobodyPutItIn) {
    const std::string away = "Till that sold abroad";
    const integration::Sale abroad =
        integration::makeSale(client::House::shared().stack, {.currency = "CHF"});
    leaveOpen(away, &abroad);
    MoneyTill at("Till that sells here", client::House::shared().supervisor);
    at.openWith(5'000);
    ASSERT_TRUE(chooses(at, QString::fromStdString(away)));
    at.front.press(Qt::Key_F9, Qt::ShiftModifier);
    ASSERT_TRUE(comes([&] { return at.work().isElsewhere(); }));
    ASSERT_TRUE(at.becomes(v1::Shift::OPEN)) << at.said();
    EXPECT_EQ(at.front.find<QLineEdit>("count_currencies")->text(), "EUR, CHF");
    EXPECT_EQ(at.work().shift().balances_size(), 0);
    EXPECT_EQ(at.work().shift().opening_float_size(), 1);
    at.typeCount("EUR", 20'000);
    at.front.press(Qt::Key_Return);  // No sum.
    at.front.type("0");
    at.front.press(Qt::Key_Return);
    at.front.find<QPushButton>("count_go")->click();
    ASSERT_TRUE(at.becomes(v1::Shift::COUNTED)) << at.said();
    // Left at nothing, all of it is missing.
    ASSERT_EQ(at.work().shift().balances_size(), 2);
    const v1::DrawerBalance& francs = at.work().shift().balances(0);
    EXPECT_EQ(francs.counted().currency_code(), "CHF");
    EXPECT_GT(francs.sales().minor_units(), 0);
    EXPECT_EQ(francs.variance().minor_units(), -francs.sales().minor_units());
}

TEST(ColleagueTest, AFieldStopsExactlyWhereTheServerWouldRefuse) {
    MoneyTill at("Till of many letters");
    at.openWith(5'000);
    at.front.press(Qt::Key_F2);
    auto* const reason = at.front.find<QLineEdit>("entry_reason");
    v1::AddDrawerEntryRequest request;
    request.set_shift(at.work().shift().shift());
    request.mutable_entry()->set_kind(v1::DrawerEntry::PAID_IN);
    request.mutable_entry()->mutable_amount()->set_currency_code("EUR");
    request.mutable_entry()->mutable_amount()->set_minor_units(100);
    for (const char* const letter : {"x", "ü", "م", "€", "🎭"}) {
        reason->clear();
        for (int i = 0; i < till::kReasonBytesMost + 1; ++i) reason->insert(letter);
        const QByteArray typed = reason->text().toUtf8();
        const int bytes = static_cast<int>(std::strlen(letter));
        EXPECT_EQ(typed.size(), till::kReasonBytesMost / bytes * bytes) << letter;
        EXPECT_EQ(typed.count(letter) * bytes, typed.size()) << letter;
        request.set_request_id(at.front.desk().newRequestId());
        request.mutable_entry()->set_reason(typed.toStdString());
        EXPECT_TRUE(asked(at.front.desk(), client::kAddDrawerEntry, request).done()) << letter;
        request.set_request_id(at.front.desk().newRequestId());
        request.mutable_entry()->set_reason((typed + letter).toStdString());
        const auto more = asked(at.front.desk(), client::kAddDrawerEntry, request);
        EXPECT_EQ(more.refusal.reason, v1::ErrorReason::INVALID_FIELD) << letter;
    }
    // Pasted into the middle: what stood there stays, and a letter is whole or not there.
    reason->setText("[]");
    reason->setCursorPosition(1);
    reason->insert(QString::fromUtf8("مساء الخير ").repeated(20));
    EXPECT_LE(reason->text().toUtf8().size(), till::kReasonBytesMost);
    EXPECT_GE(reason->text().toUtf8().size(), till::kReasonBytesMost - 1);
    EXPECT_TRUE(reason->text().startsWith('[') && reason->text().endsWith(']'));
}

}  // namespace
}  // namespace tessera::gui
