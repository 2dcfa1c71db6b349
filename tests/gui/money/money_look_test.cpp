// SPDX-License-Identifier: Apache-2.0
// How the money screen looks in every language, theme and size, page by page.
#include <gtest/gtest.h>

#include "tests/gui/money/money_till.h"
#include "tests/gui/walk.h"

namespace tessera::gui {
namespace {

class MoneyLookTest : public testing::Test {
protected:
    void TearDown() override {
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Light, 100);
    }
    void look(const QString& about, const WalkOptions& options = {}) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        // Layouts follow a change of language or size a moment later.
        constexpr int kSettleMillis = 1'000;
        std::vector<Finding> findings;
        comes(
            [&] {
                findings = walk(till.front.window(), options).findings;
                return findings.empty();
            },
            kSettleMillis);
        for (const Finding& each : findings) {
            ADD_FAILURE() << about.toStdString() << ": " << each;
        }
        shoot(till.front.window(), about);
    }
    void everywhere(const QString& page) {
        for (const qt::Language& language : qt::Languages::all()) {
            languages().use(language.code);
            theme().apply(qt::ThemeKind::Light, 200);
            look(page + u'-' + language.code + QStringLiteral("-200"));
        }
        theme().apply(qt::ThemeKind::Dark, 100);
        look(page + QStringLiteral("-ar-dark"));
        theme().apply(qt::ThemeKind::HighContrast, 100);
        look(page + QStringLiteral("-ar-high-contrast"), {.contrastLeast = 7.0});
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Light, 100);
        look(page);
    }
    void enter(int key, const char* amount, const char* reason) {
        const int before = till.work().shift().entries_size();
        till.front.press(key);
        till.front.type(amount);
        till.front.press(Qt::Key_Return);
        till.front.type(reason);
        till.front.press(Qt::Key_Return);
        EXPECT_TRUE(comes([&] { return till.work().shift().entries_size() > before; }));
    }

    MoneyTill till{"Till by the door two"};
    client::House& house = client::House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
};

TEST_F(MoneyLookTest, ItCanBeUsedInEveryLanguageThemeAndSize) {
    everywhere("money-float");
    till.front.find<QLineEdit>("float_currencies")->setText("EUR, CHF");
    till.front.find<QLineEdit>("float_currencies")->setFocus();
    till.front.press(Qt::Key_Return);
    till.typeCount("EUR", 31'780);
    till.front.press(Qt::Key_Return);
    till.typeCount("CHF", 15'000);
    till.front.press(Qt::Key_Return);
    look("money-float-typed");
    till.front.press(Qt::Key_Space);
    ASSERT_TRUE(till.becomes(v1::Shift::OPEN)) << till.said();
    enter(Qt::Key_F2, "50", "Coins from the bank");
    enter(Qt::Key_F3, "12.34", "Milk for the bar");
    everywhere("money-entry");
    sellForCash(till.front.desk(), sale, {60, 61});
    till.front.press(Qt::Key_F5);
    ASSERT_TRUE(comes([&] { return till.screen().reports().report().has_value(); }));
    everywhere("money-x");
    till.front.press(Qt::Key_F7);
    everywhere("money-count");
    till.typeCount("EUR", 45'546);
    till.typeCount("CHF", 15'000);
    till.front.press(Qt::Key_Space);
    ASSERT_TRUE(till.becomes(v1::Shift::COUNTED)) << till.said();
    till.front.find<QLineEdit>("explanation")->setText("A note was taken for another");
    everywhere("money-settle");
    till.front.press(Qt::Key_F9);
    ASSERT_TRUE(comes([&] { return !till.screen().reports().shifts().empty(); }));
    everywhere("money-shifts");
}

}  // namespace
}  // namespace tessera::gui
