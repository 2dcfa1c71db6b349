// SPDX-License-Identifier: Apache-2.0
// Answers that never come: what was asked is done once, and what was lost with the answer is said.
#include "tests/gui/staff/office.h"

namespace tessera::gui {
namespace {

using client::House;

class LostAnswersTest : public testing::Test {
protected:
    void TearDown() override { house.relay->hold(false); }
    // Held until the database says so, then cut, so that the answer is lost.
    void loses(const std::function<void()>& asks, const std::string& query) {
        house.relay->hold(true);
        asks();
        ASSERT_TRUE(comes([&] { return house.stack.psql(query) == "1"; })) << query;
        house.relay->cut();
        house.relay->hold(false);
    }
    std::string count(const std::string& what) {
        return house.stack.psql("SELECT count(*) FROM " + what);
    }

    House& house = House::shared();
    StaffOffice at{true};
};

TEST_F(LostAnswersTest, AnAccountIsMadeOnceAndItsLostPasswordIsMadeAnew) {
    at.control(Qt::Key_N);
    at.front->type("lotte");
    at.press(Qt::Key_Return);
    at.front->type("Lotte Lost");
    loses([&] { at.control(Qt::Key_S); }, "SELECT count(*) FROM staff WHERE login = 'lotte'");
    ASSERT_TRUE(at.says("account_message", "was lost")) << at.message();
    EXPECT_EQ(count("staff WHERE login = 'lotte'"), "1");
    EXPECT_EQ(at.accounts().chosen().login(), "lotte");
    EXPECT_TRUE(at.accounts().secret().isEmpty());
    at.press(Qt::Key_F7);
    at.agrees();
    ASSERT_TRUE(comes([&] { return !at.text("account_secret").empty(); })) << at.message();
    EXPECT_TRUE(house.till(0)->signIn({"lotte", at.text("account_secret")}).done());
}

TEST_F(LostAnswersTest, AChangeIsMadeOnceAndSaidToBeMade) {
    at.makes("clara", "Clara", 1);
    at.fill("account_name", QStringLiteral("Clara Changed"));
    loses([&] { at.control(Qt::Key_S); },
          "SELECT count(*) FROM staff WHERE name = 'Clara Changed'");
    ASSERT_TRUE(at.says("account_message", "Saved")) << at.message();
    EXPECT_EQ(house.stack.psql("SELECT version FROM staff WHERE login = 'clara'"), "2");
    EXPECT_EQ(at.accounts().chosen().version(), 2);
}

TEST_F(LostAnswersTest, APasswordThatWasLostIsSaidToBe) {
    at.makes("paul", "Paul", 1);
    at.press(Qt::Key_F7);
    loses([&] { at.agrees(); }, "SELECT count(*) FROM staff WHERE login = 'paul' AND version = 2");
    ASSERT_TRUE(at.says("account_message", "is lost with its answer")) << at.message();
    EXPECT_EQ(house.stack.psql("SELECT version FROM staff WHERE login = 'paul'"), "2");
    EXPECT_TRUE(at.accounts().secret().isEmpty());
}

TEST_F(LostAnswersTest, ADeviceIsMadeOnceAndGetsACodeThatIsShown) {
    at.press(Qt::Key_F3);
    at.fill("device_name", QStringLiteral("Till that was lost"));
    loses([&] { at.press(Qt::Key_Return); },
          "SELECT count(*) FROM device WHERE name = 'Till that was lost'");
    ASSERT_TRUE(comes([&] { return !at.text("device_code").empty(); }))
        << at.words("device_message");
    EXPECT_EQ(count("device WHERE name = 'Till that was lost'"), "1");
}

// It was judged by the account that was open by then.
TEST_F(LostAnswersTest, WhatBecameOfASecondFactorIsSaidOfItsOwnAccount) {
    for (const char* const each : {"ursa", "vera"}) {
        at.makes(each, each, 1);
        at.press(Qt::Key_F8);
        at.agrees();
        ASSERT_TRUE(comes([&] { return !at.accounts().secret().uri.empty(); })) << at.message();
    }
    ASSERT_TRUE(at.opens("ursa"));
    at.press(Qt::Key_F8);
    loses(
        [&] {
            at.agrees();
            ASSERT_TRUE(at.opens("vera"));
        },
        "SELECT count(*) FROM staff WHERE login = 'ursa' AND version = 3");
    ASSERT_TRUE(at.says("account_message", "factor of ursa is taken away")) << at.message();
    EXPECT_EQ(at.accounts().chosen().login(), "vera");
}

// What was asked by somebody who has gone is never asked, nor shown, for who comes next.
TEST_F(LostAnswersTest, WhatIsUnknownIsLetGoWhenSomebodyElseSignsIn) {
    at.makes("nora", "Nora", 1);
    at.press(Qt::Key_F7);
    house.relay->hold(true);
    at.agrees();
    ASSERT_TRUE(comes(
        [&] { return house.stack.psql("SELECT version FROM staff WHERE login = 'nora'") == "2"; }));
    house.relay->cut();
    ASSERT_TRUE(at.says("account_message", "has not answered")) << at.message();
    at.front->desk().lock();
    house.relay->cut();  // With what may have been asked again by now.
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return at.front->desk().linkIsUp(); }));
    ASSERT_TRUE(at.front->signIn(house.cashier));
    EXPECT_FALSE(at.accounts().isUnderWay());
    EXPECT_TRUE(at.accounts().secret().isEmpty());
    EXPECT_EQ(at.text("account_secret"), "");
}

}  // namespace
}  // namespace tessera::gui
