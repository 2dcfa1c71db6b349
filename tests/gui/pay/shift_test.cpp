// SPDX-License-Identifier: Apache-2.0
// A till's shift: opened once whatever becomes of the answer, and what cash is without one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/sale/words.h"
#include "shared/qt/till/shift_opener.h"
#include "tests/gui/pay/pay_till.h"

namespace tessera::gui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ShiftTest : public testing::Test {
protected:
    ~ShiftTest() override { house.relay->hold(false); }

    // Signed in at a new device of that name, without a shift.
    std::unique_ptr<PayTill> till(std::uint16_t port, const std::string& device) {
        return std::make_unique<PayTill>(QString::fromStdString(dir_ / "till"), port, house.cashier,
                                         newDevice(device));
    }

    client::House& house = client::House::shared();
    integration::Sale sale = integration::makeSale(house.stack);

private:
    test::TempDir dir_{"shift"};
};

TEST(AmountTest, AnAmountAsItIsTypedIsReadAsItWasInEveryLanguage) {
    for (const qt::Language& language : qt::Languages::all()) {
        const QLocale locale(language.code);
        for (const char* currency : {"EUR", "JPY", "KWD"}) {
            for (const std::int64_t minor : {0, 7, 12'345, 123'456'700}) {
                v1::Money money;
                money.set_currency_code(currency);
                money.set_minor_units(minor);
                const QString text = sale::amountText(money, locale);
                EXPECT_EQ(sale::amountTyped(text, currency, locale), minor) << text.toStdString();
            }
        }
    }
}

TEST_F(ShiftTest, AShiftWhoseAnswerIsCutOffIsOpenedOnceAndFoundOpenAfterwards) {
    const std::string device = "Till of the cut";
    const auto at = till(house.relay->port(), device);
    till::ShiftOpener opener(at->desk, client::Millis(700));
    QStringList said;
    std::vector<bool> opened;
    QObject::connect(&opener, &till::ShiftOpener::said,
                     [&](const QString& text, sale::Tone) { said << text; });
    QObject::connect(&opener, &till::ShiftOpener::opened, [&](bool now) { opened.push_back(now); });
    house.relay->hold(true);
    ASSERT_TRUE(opener.open("150", "EUR"));
    ASSERT_TRUE(comes([&] { return opener.stage() == till::OpenStage::Unknown; }));
    EXPECT_THAT(said.last().toStdString(), HasSubstr("not known"));
    EXPECT_FALSE(opener.open("1", "EUR"));
    ASSERT_TRUE(comes([&] { return floatsOf(device) == "15000"; }));
    house.relay->cut();
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return !opened.empty(); })) << said.last().toStdString();
    EXPECT_EQ(opener.stage(), till::OpenStage::Idle);
    ASSERT_TRUE(opener.open("90", "EUR"));
    ASSERT_TRUE(comes([&] { return opened.size() == 2; }));
    EXPECT_THAT(opened, ElementsAre(true, false));
    EXPECT_EQ(opener.shift().opening_float(0).minor_units(), 15'000);
    EXPECT_EQ(floatsOf(device), "15000");
}

TEST_F(ShiftTest, CashForTheRestWithoutAShiftIsRefusedSaysWhatWasGivenAndTakesNothing) {
    const auto at = till(house.stack.ports().staff, "Till of the rest");
    std::vector<qint64> needed;
    QObject::connect(&at->payer, &payment::Payer::shiftNeeded,
                     [&](qint64 given) { needed.push_back(given); });
    ASSERT_TRUE(at->holds(sale, {55}));
    ASSERT_TRUE(at->payer.payGiftCard(QString::fromStdString(giftCard(500))));
    ASSERT_TRUE(comes([&] { return at->payer.covered().minor_units() == 500; }));
    ASSERT_TRUE(at->becomes(PayStage::Choosing));
    const std::int64_t given = at->total();
    ASSERT_TRUE(at->payer.payCash(given));
    ASSERT_TRUE(comes([&] { return !needed.empty(); })) << at->lastSaid();
    ASSERT_TRUE(at->becomes(PayStage::Choosing));
    EXPECT_THAT(needed, ElementsAre(given));
    EXPECT_EQ(at->change(), 0);
    openShift(at->desk);
    ASSERT_TRUE(at->payer.payCash(given));
    ASSERT_TRUE(at->becomes(PayStage::Sold)) << at->lastSaid();
    EXPECT_EQ(at->change(), 500);
    EXPECT_EQ(house.count("tender", sale), 2);
}

}  // namespace
}  // namespace tessera::gui
