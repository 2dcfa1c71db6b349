// SPDX-License-Identifier: Apache-2.0
// How the money screen looks in every language, theme and size, page by page.
#include <gtest/gtest.h>

#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "tests/gui/looks.h"
#include "tests/gui/money/money_till.h"

namespace tessera::gui {
namespace {

class MoneyLookTest : public testing::Test {
protected:
    void TearDown() override { plainLook(); }
    // Those alone that it needs: all of them are dressed anew for seconds.
    static boxoffice::ScreenList screens() {
        return {boxoffice::screenOf<boxoffice::EnrolScreen>(),
                boxoffice::screenOf<boxoffice::SigninScreen>(),
                boxoffice::screenOf<boxoffice::MoneyScreen>()};
    }
    void everywhere(const char* page) { lookEverywhere(till.front.window(), QLatin1String(page)); }
    void enter(int key, const char* amount, const char* reason) {
        const int before = till.work().shift().entries_size();
        till.front.press(key);
        till.front.type(amount);
        till.front.press(Qt::Key_Return);
        till.front.type(reason);
        till.front.press(Qt::Key_Return);
        EXPECT_TRUE(comes([&] { return till.work().shift().entries_size() > before; }));
    }

    client::House& house = client::House::shared();
    MoneyTill till{"Till by the door two", house.cashier, screens()};
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
    everywhere("money-float-typed");
    till.front.find<QPushButton>("float_go")->setFocus();
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
    till.typeCount("CHF", 15'000);
    till.typeCount("EUR", 54'609);
    till.front.press(Qt::Key_Space);
    ASSERT_TRUE(till.becomes(v1::Shift::COUNTED)) << till.said();
    till.front.find<QLineEdit>("explanation")->setText("A coin fell behind the desk");
    everywhere("money-settle");
    till.front.press(Qt::Key_F9);
    ASSERT_TRUE(comes([&] { return !till.screen().reports().shifts().empty(); }));
    everywhere("money-shifts");
}

}  // namespace
}  // namespace tessera::gui
