// SPDX-License-Identifier: Apache-2.0
// One's own PIN at the settings screen while the server is slow to answer.
#include <gtest/gtest.h>

#include "tests/gui/front.h"

namespace tessera::gui {
namespace {

class OwnPinTest : public testing::Test {
protected:
    ~OwnPinTest() override { house.relay->hold(false); }
    bool canBeSet() { return front.window().actions().find("settings.set_pin")->isEnabled(); }
    void atSettings() { ASSERT_TRUE(front.window().show(QStringLiteral("settings"))); }

    client::House& house = client::House::shared();
    Front front{house.relay->port()};
};

TEST_F(OwnPinTest, AChangeThatIsUnderWayCannotBeBegunOnceMoreNorByNobody) {
    ASSERT_TRUE(front.signIn(house.cashier));
    atSettings();
    front.find<QLineEdit>("password")->setFocus();
    front.type(QString::fromStdString(house.cashier.password));
    house.relay->hold(true);
    front.find<QLineEdit>("pin")->setFocus();
    front.press(Qt::Key_Return);  // Empty: no PIN any more.
    EXPECT_FALSE(canBeSet());
    ASSERT_TRUE(front.window().show(QStringLiteral("sell")));
    atSettings();
    EXPECT_FALSE(canBeSet());
    house.relay->hold(false);
    EXPECT_TRUE(comes([&] { return canBeSet(); }));
    EXPECT_EQ(front.currentId(), QStringLiteral("settings"));  // It led to where one had sold.
    EXPECT_EQ(front.window().message(), QStringLiteral("The PIN was changed."));
    front.desk().signOut();
    atSettings();
    EXPECT_FALSE(canBeSet());
}

// The answer let its owner in at a till that was locked.
TEST_F(OwnPinTest, AnAnswerAfterTheTillWasLockedLetsNobodyIn) {
    ASSERT_TRUE(front.signIn(house.cashier));
    house.relay->hold(true);
    bool answered = false;
    front.desk().setPin(QString::fromStdString(house.cashier.password), {}, &front.window(),
                        [&](const client::Answer<v1::StaffSession>& answer) {
                            EXPECT_TRUE(answer.done()) << answer.refusal.reason;
                            answered = true;
                        });
    front.desk().lock();
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return answered; }));
    EXPECT_FALSE(front.desk().isSignedIn());
    EXPECT_EQ(front.currentId(), QStringLiteral("signin"));
}

}  // namespace
}  // namespace tessera::gui
