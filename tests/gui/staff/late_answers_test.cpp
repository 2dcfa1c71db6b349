// SPDX-License-Identifier: Apache-2.0
// Answers that come when another form, another page or nobody is there by then.
#include "tests/gui/staff/office.h"

namespace tessera::gui {
namespace {

using client::House;

class LateAnswersTest : public testing::Test {
protected:
    void TearDown() override { house.relay->hold(false); }
    // The server does what is asked, and its answer is held back.
    void holds(const std::function<void()>& asks, const std::string& query) {
        house.relay->hold(true);
        asks();
        ASSERT_TRUE(comes([&] { return house.stack.psql(query) == "1"; })) << query;
    }
    void letsGo() {
        house.relay->hold(false);
        ASSERT_TRUE(comes([&] {
            return !at.accounts().isUnderWay() && !at.devices().isUnderWay() &&
                   !at.screen().persons().isUnderWay();
        }));
    }
    // Somebody locks the till while the answer is under way, and comes back after it.
    void comesWhileLocked() {
        at.front->desk().lock();
        letsGo();
        EXPECT_TRUE(at.accounts().secret().isEmpty());
        EXPECT_TRUE(at.devices().code().isEmpty());
        ASSERT_TRUE(at.front->signIn(administrator()));
        ASSERT_EQ(at.front->currentId(), QStringLiteral("staff"));
    }
    // Another account, whatever is typed.
    void turnsTo(const char* login) {
        at.find("find_accounts", QLatin1String(login));
        at.agrees();
        ASSERT_EQ(at.accounts().chosen().login(), login);
    }
    void makesDevice(const char* name) {
        at.press(Qt::Key_F3);
        at.fill("device_name", QLatin1String(name));
        at.press(Qt::Key_Return);
        ASSERT_TRUE(comes([&] { return at.devices().chosen().name() == name; }))
            << at.words("device_message");
    }
    static std::string devices(const std::string& name) {
        return "SELECT count(*) FROM device WHERE name = '" + name + "'";
    }
    bool mayCopy() {
        return at.front->window().actions().find(QStringLiteral("staff.copy"))->isEnabled();
    }
    static std::string atVersion(const std::string& login, int version) {
        return "SELECT count(*) FROM staff WHERE login = '" + login +
               "' AND version = " + std::to_string(version);
    }

    House& house = House::shared();
    StaffOffice at{true};
};

// It was forgotten by the way back to the page where it would have been seen.
TEST_F(LateAnswersTest, ASecretThatComesOnAnotherPageIsThereOnItsOwn) {
    at.makes("lisa", "Lisa", 1);
    at.press(Qt::Key_F7);
    holds([&] { at.agrees(); }, atVersion("lisa", 2));
    at.press(Qt::Key_F3);
    letsGo();
    ASSERT_FALSE(at.accounts().secret().isEmpty());
    QApplication::clipboard()->clear();
    EXPECT_FALSE(mayCopy()) << "there is no card on this page";
    at.control(Qt::Key_C, Qt::ShiftModifier);
    EXPECT_TRUE(QApplication::clipboard()->text().isEmpty());
    at.press(Qt::Key_F2);
    ASSERT_TRUE(at.front->find<QLineEdit>("account_secret")->isVisible());
    EXPECT_TRUE(mayCopy());
    EXPECT_TRUE(house.till(0)->signIn({"lisa", at.text("account_secret")}).done());
    at.press(Qt::Key_F3);
    EXPECT_TRUE(at.accounts().secret().isEmpty());
}

TEST_F(LateAnswersTest, ASecretThatComesWhileNobodyIsSignedInIsLostAndThatIsSaid) {
    at.makes("lena", "Lena", 1);
    at.press(Qt::Key_F7);
    holds([&] { at.agrees(); }, atVersion("lena", 2));
    comesWhileLocked();
    EXPECT_NE(at.message().find("password of lena was made, but lost"), std::string::npos)
        << at.message();
    at.press(Qt::Key_F7);
    at.agrees();
    EXPECT_TRUE(comes([&] { return !at.accounts().secret().isEmpty(); })) << at.message();
}

TEST_F(LateAnswersTest, ACodeThatComesWhileNobodyIsSignedInIsLostAndThatIsSaid) {
    at.press(Qt::Key_F3);
    at.fill("device_name", QStringLiteral("Till by the well"));
    holds([&] { at.press(Qt::Key_Return); },
          "SELECT count(*) FROM device WHERE name = 'Till by the well'");
    comesWhileLocked();
    EXPECT_NE(at.words("device_message").find("Till by the well was made, but lost"),
              std::string::npos)
        << at.words("device_message");
    EXPECT_EQ(at.devices().chosen().name(), "Till by the well");
}

TEST_F(LateAnswersTest, AnAnswerOfAnotherAccountLeavesWhatIsTyped) {
    at.makes("clio", "Clio", 1);
    at.fill("account_name", QStringLiteral("Clio Changed"));
    holds([&] { at.control(Qt::Key_S); }, atVersion("clio", 2));
    turnsTo("cora");
    at.fill("account_name", QStringLiteral("Cora Half"));
    letsGo();
    EXPECT_EQ(at.text("account_name"), "Cora Half");
    EXPECT_EQ(at.accounts().chosen().login(), "cora");
    EXPECT_NE(at.message().find("Saved: clio"), std::string::npos) << at.message();
    at.fill("find_accounts", QStringLiteral("Clio Changed"));
    EXPECT_EQ(at.logins(), QStringList{QStringLiteral("clio")});
}

TEST_F(LateAnswersTest, ANewAccountLeavesTheNextOneThatIsTyped) {
    at.control(Qt::Key_N);
    at.front->type("delia");
    at.press(Qt::Key_Return);
    at.front->type("Delia");
    holds([&] { at.control(Qt::Key_S); }, atVersion("delia", 1));
    at.press(Qt::Key_Escape);
    at.agrees();
    at.fill("account_login", QStringLiteral("em"));
    letsGo();
    ASSERT_FALSE(at.text("account_secret").empty());
    QCoreApplication::processEvents();  // The focus is given a moment later.
    at.front->type("il");
    EXPECT_EQ(at.text("account_login"), "emil");
    EXPECT_EQ(at.front->find<QLineEdit>("account_secret")->accessibleName(),
              QStringLiteral("Password of delia"));
    EXPECT_THAT(at.logins(), testing::Contains(QStringLiteral("delia")));
}

TEST_F(LateAnswersTest, ANewDeviceLeavesTheOneThatIsOpenAndTheNameThatIsTyped) {
    makesDevice("Till of the first row");
    at.fill("device_name", QStringLiteral("Till of the second row"));
    holds([&] { at.press(Qt::Key_Return); }, devices("Till of the second row"));
    at.find("find_devices", QStringLiteral("first row"));
    ASSERT_EQ(at.devices().chosen().name(), "Till of the first row");
    at.fill("device_name", QStringLiteral("Till of the thi"));
    letsGo();
    ASSERT_FALSE(at.devices().code().isEmpty());
    EXPECT_EQ(at.devices().codeName(), QStringLiteral("Till of the second row"));
    EXPECT_EQ(at.devices().chosen().name(), "Till of the first row");
    QCoreApplication::processEvents();  // The focus is given a moment later.
    at.front->type("rd row");
    EXPECT_EQ(at.text("device_name"), "Till of the third row");
}

TEST_F(LateAnswersTest, AnotherCodeLeavesTheDeviceThatIsOpenByThen) {
    makesDevice("Till of the last row");
    makesDevice("Till of the gallery");
    holds([&] { at.press(Qt::Key_F11); }, devices("Till of the gallery") + " AND version = 2");
    at.find("find_devices", QStringLiteral("last row"));
    letsGo();
    EXPECT_EQ(at.devices().codeName(), QStringLiteral("Till of the gallery"));
    EXPECT_EQ(at.devices().chosen().name(), "Till of the last row");
}

TEST_F(LateAnswersTest, AnAnswerOfAnotherPersonLeavesWhatIsTyped) {
    v1::SaveCustomerRequest customer;
    const auto till = house.cashiersTill(0);
    customer.set_request_id(till->client->newRequestId());
    customer.mutable_customer()->set_name("Paula Past");
    customer.mutable_customer()->set_email("paula@past.example");
    ASSERT_TRUE(till->ask(client::kSaveCustomer, customer).done());
    at.press(Qt::Key_F4);
    const auto types = [&](const char* email) {
        at.fill("person_email", QLatin1String(email));
        at.fill("person_again", QLatin1String(email));
        at.fill("person_reason", QStringLiteral("asked by letter"));
    };
    types("paula@past.example");
    at.control(Qt::Key_E, Qt::ShiftModifier);
    house.relay->hold(true);
    at.agrees();
    types("next@now.example");
    letsGo();
    EXPECT_TRUE(at.says("person_progress", "Customers erased: 1")) << at.words("person_message");
    EXPECT_EQ(at.text("person_again"), "next@now.example");
    EXPECT_EQ(at.text("person_reason"), "asked by letter");
    // Nobody is known by the next one either; the one after is not told so.
    at.control(Qt::Key_E, Qt::ShiftModifier);
    house.relay->hold(true);
    at.agrees();
    types("third@now.example");
    letsGo();
    EXPECT_TRUE(at.says("person_message", "Nothing is known"));
    EXPECT_EQ(at.words("person_email_problem"), "");
}

TEST_F(LateAnswersTest, ARefusalMarksNoFieldOfAnotherForm) {
    at.control(Qt::Key_N);
    at.front->type("anna");
    at.press(Qt::Key_Return);
    at.front->type("Anna Again");
    house.relay->hold(true);
    at.control(Qt::Key_S);
    turnsTo("cora");
    letsGo();
    EXPECT_NE(at.message().find("anna: "), std::string::npos) << at.message();
    EXPECT_EQ(at.words("account_login_problem"), "");
}

}  // namespace
}  // namespace tessera::gui
