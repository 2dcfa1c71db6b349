// SPDX-License-Identifier: Apache-2.0
// Accounts that are made, changed and shut out by keys, and what their people can do then.
#include "boxoffice-app/screens/staff/qr_view.h"
#include "tests/gui/staff/office.h"
#include "tests/gui/telephone.h"
#include "tests/support/child_process.h"
#include "tests/support/model_rules.h"

namespace tessera::gui {
namespace {

using client::House;
using v1::ErrorReason;

class AccountsTest : public testing::Test {
protected:
    void TearDown() override { theme().apply(qt::ThemeKind::Light, 100); }
    client::Answer<v1::StaffSession> signsIn(const std::string& login, const std::string& password,
                                             const std::string& totp = {}) {
        v1::SignInRequest request;
        request.set_login(login);
        request.set_password(password);
        request.set_totp(totp);
        client::Awaited<v1::StaffSession> awaited;
        till->client->signIn(request, awaited.callback());
        return awaited.get();
    }
    std::string nameInDatabase(const std::string& login) {
        return house.stack.psql("SELECT name FROM staff WHERE login = '" + login + "'");
    }

    House& house = House::shared();
    StaffOffice at;
    std::unique_ptr<client::Till> till = house.till(0);
};

TEST_F(AccountsTest, AnAccountIsMadeByKeysAndItsPersonMayWhatTheRoleMay) {
    const std::string password = at.makes("sofie", "Sofie Supervisor", 2);
    EXPECT_EQ(password.size(), 20U);
    const auto in = signsIn("sofie", password);
    ASSERT_TRUE(in.done());
    EXPECT_EQ(in.value.name(), "Sofie Supervisor");
    EXPECT_EQ(in.value.role(), v1::Staff::SUPERVISOR);
    EXPECT_THAT(in.value.permissions(), testing::Contains("sign_off_shift"));
    EXPECT_THAT(in.value.permissions(), testing::Not(testing::Contains("edit_events")));
    EXPECT_THAT(at.logins(), testing::Contains(QStringLiteral("sofie")));
}

TEST_F(AccountsTest, WhatIsShownOnceIsGoneFromScreenAndClipboardWhenItIsLeft) {
    const std::string password = at.makes("greta", "Greta", 1);
    at.control(Qt::Key_C, Qt::ShiftModifier);
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), password);
    ASSERT_TRUE(at.front->window().show(QStringLiteral("sell")));
    EXPECT_NE(QApplication::clipboard()->text().toStdString(), password);
    ASSERT_TRUE(at.front->window().show(QStringLiteral("staff")));
    EXPECT_EQ(at.text("account_secret"), "");
    EXPECT_TRUE(at.accounts().secret().isEmpty());
    EXPECT_EQ(house.stack.serverOutput().find(password), std::string::npos);
}

TEST_F(AccountsTest, WhoIsShutOutIsOutAtOnceAndMayComeBack) {
    const std::string password = at.makes("otto", "Otto", 1);
    ASSERT_TRUE(signsIn("otto", password).done());
    at.press(Qt::Key_F9);
    at.agrees();
    ASSERT_TRUE(at.says("account_message", "cannot sign in"));
    EXPECT_TRUE(comes([&] {
        return till->ask(client::kGetSession, {}).refusal.reason == ErrorReason::SESSION_INVALID;
    }));
    EXPECT_EQ(signsIn("otto", password).refusal.reason, ErrorReason::ACCOUNT_DISABLED);
    at.press(Qt::Key_F9);
    at.agrees();
    ASSERT_TRUE(at.says("account_message", "may sign in again"));
    EXPECT_TRUE(signsIn("otto", password).done());
}

TEST_F(AccountsTest, AnotherPasswordEndsTheFormerOne) {
    const std::string first = at.makes("pia", "Pia", 1);
    at.press(Qt::Key_F7);
    at.agrees();
    ASSERT_TRUE(comes(
        [&] { return !at.text("account_secret").empty() && at.text("account_secret") != first; }));
    EXPECT_EQ(signsIn("pia", first).refusal.reason, ErrorReason::SIGN_IN_WRONG);
    EXPECT_TRUE(signsIn("pia", at.text("account_secret")).done());
}

TEST_F(AccountsTest, TheSecondFactorIsReadFromTheScreenByATelephoneInEveryTheme) {
    const std::string password = at.makes("tilda", "Tilda", 1);
    at.press(Qt::Key_F8);
    at.agrees();
    ASSERT_TRUE(comes([&] { return !at.accounts().secret().uri.empty(); })) << at.message();
    QWidget* const card = at.front->find<QLineEdit>("account_secret")->parentWidget();
    auto* const code = card->findChild<boxoffice::QrView*>();
    ASSERT_NE(code, nullptr);
    for (const auto kind : {qt::ThemeKind::Light, qt::ThemeKind::Dark}) {
        theme().apply(kind, 100);
        const QImage picture = code->grab().toImage();
        // Four modules of white on every side.
        const int quiet = 4 * picture.width() / code->modules();
        for (int i = 0; i < picture.width(); ++i) {
            ASSERT_EQ(picture.pixelColor(i, quiet - 1), QColor(Qt::white)) << i;
            ASSERT_EQ(picture.pixelColor(quiet - 1, i), QColor(Qt::white)) << i;
        }
        EXPECT_EQ(picture.pixelColor(quiet, quiet), QColor(Qt::black));
        const test::TempDir folder("staff_qr");
        const std::string file = folder / "code.png";
        ASSERT_TRUE(picture.save(QString::fromStdString(file)));
        const auto read =
            test::ChildProcess::run({.argv = {"zbarimg", "--nodbus", "--quiet", "--raw",
                                              "-Sdisable", "-Sqrcode.enable", file}},
                                    std::chrono::seconds(30));
        ASSERT_TRUE(read.has_value());
        EXPECT_EQ(*read, at.accounts().secret().uri + "\n");
    }
    const QByteArray secret =
        ofBase32(QString::fromStdString(at.text("account_secret")).remove(u' '));
    EXPECT_EQ(signsIn("tilda", password).refusal.reason, ErrorReason::TOTP_NEEDED);
    EXPECT_TRUE(signsIn("tilda", password, codeOf(secret).toStdString()).done());
    at.press(Qt::Key_F8);
    at.agrees();
    ASSERT_TRUE(at.says("account_message", "taken away"));
    EXPECT_TRUE(signsIn("tilda", password).done());
}

TEST_F(AccountsTest, NobodyTakesTheOwnRoleOrLosesTheOwnPasswordUnread) {
    ASSERT_TRUE(at.opens("anna"));
    at.front->find<QComboBox>("account_role")->setFocus();
    at.press(Qt::Key_Up);
    at.control(Qt::Key_S);
    ASSERT_TRUE(comes([&] { return !at.words("account_role_problem").empty(); }));
    EXPECT_NE(at.words("account_role_problem").find("their own"), std::string::npos);
    at.press(Qt::Key_F7);
    at.agrees();
    ASSERT_TRUE(at.says("account_message", "Another administrator"));
    EXPECT_TRUE(at.accounts().secret().isEmpty());
    EXPECT_EQ(house.stack.psql("SELECT role FROM staff WHERE login = 'anna'"), "4");
}

TEST_F(AccountsTest, WhatSomebodyElseChangedIsReadAgainAndWhatIsTypedStays) {
    at.makes("wilma", "Wilma", 1);
    at.changedElsewhere([](auto& request) { request.set_name("Wilma Elsewhere"); });
    at.fill("account_name", QStringLiteral("Wilma Here"));
    at.control(Qt::Key_S);
    ASSERT_TRUE(at.says("account_message", "read again"));
    EXPECT_EQ(at.text("account_name"), "Wilma Here");
    EXPECT_NE(at.words("account_name_problem").find("Wilma Elsewhere"), std::string::npos);
    EXPECT_EQ(nameInDatabase("wilma"), "Wilma Elsewhere");
    at.control(Qt::Key_S);
    ASSERT_TRUE(at.says("account_message", "Saved"));
    EXPECT_EQ(nameInDatabase("wilma"), "Wilma Here");
}

// A form that was loaded before took the role back that somebody else had given.
TEST_F(AccountsTest, WhatNobodyTouchedIsAsSomebodyElseMadeIt) {
    at.makes("berta", "Berta", 1);
    at.changedElsewhere([](auto& request) { request.set_role(v1::Staff::MANAGER); });
    at.press(Qt::Key_F5);
    ASSERT_TRUE(comes([&] { return at.accounts().chosen().role() == v1::Staff::MANAGER; }));
    EXPECT_EQ(at.front->find<QComboBox>("account_role")->currentData().toInt(), v1::Staff::MANAGER);
    at.front->find<QLineEdit>("account_name")->setFocus();
    at.press(Qt::Key_End);
    at.front->type("x");
    at.control(Qt::Key_S);
    ASSERT_TRUE(at.says("account_message", "Saved: berta"));
    EXPECT_EQ(house.stack.psql("SELECT name || role FROM staff WHERE login = 'berta'"), "Bertax3");
}

TEST_F(AccountsTest, RowsThatComeAnewLeaveTheArrowsWhereTheyAre) {
    at.makes("xenia", "Xenia", 1);
    at.fill("find_accounts", QStringLiteral(" "));
    ASSERT_EQ(at.pointed().toStdString(), at.accounts().chosen().staff());
    at.press(Qt::Key_Up);
    const QString there = at.pointed();
    ASSERT_NE(there.toStdString(), at.accounts().chosen().staff());
    at.changedElsewhere([](auto& request) { request.set_name("Xenia Elsewhere"); });
    at.press(Qt::Key_F5);
    ASSERT_TRUE(comes([&] { return at.accounts().chosen().name() == "Xenia Elsewhere"; }));
    EXPECT_EQ(at.pointed(), there);
}

TEST_F(AccountsTest, EscapeAsksBeforeWhatIsTypedIsThrownAway) {
    at.control(Qt::Key_N);
    at.front->type("half");
    at.press(Qt::Key_Escape);
    EXPECT_EQ(at.text("account_login"), "half");
    ASSERT_EQ(QApplication::focusWidget()->objectName(), QStringLiteral("ask_go"));
    at.press(Qt::Key_Escape);
    EXPECT_EQ(at.text("account_login"), "half");
    at.press(Qt::Key_Escape);
    at.agrees();
    EXPECT_EQ(at.text("account_login"), "");
    // A role is something, too.
    auto* const role = at.front->find<QComboBox>("account_role");
    role->setFocus();
    at.press(Qt::Key_Down);
    at.control(Qt::Key_N);
    EXPECT_EQ(role->currentData().toInt(), v1::Staff::SUPERVISOR);
    at.agrees();
    EXPECT_EQ(role->currentData().toInt(), v1::Staff::CASHIER);
}

TEST_F(AccountsTest, WhatWasCopiedByHandIsTakenOffTheClipboardToo) {
    at.makes("ilse", "Ilse", 1);
    at.press(Qt::Key_F8);
    at.agrees();
    ASSERT_TRUE(comes([&] { return !at.accounts().secret().uri.empty(); })) << at.message();
    at.front->find<QLineEdit>("account_secret")->setFocus();
    at.control(Qt::Key_A);
    at.control(Qt::Key_C);
    ASSERT_EQ(QApplication::clipboard()->text().toStdString(), at.text("account_secret"));
    ASSERT_TRUE(QApplication::clipboard()->text().contains(u' ')) << "as it is read";
    at.press(Qt::Key_F3);
    EXPECT_TRUE(QApplication::clipboard()->text().isEmpty());
}

TEST_F(AccountsTest, AFieldThatIsWrongIsSaidThereAndNothingTypedIsLost) {
    at.control(Qt::Key_N);
    at.front->type("Ada!");
    at.press(Qt::Key_Return);
    at.front->type("Ada");
    at.control(Qt::Key_S);
    EXPECT_NE(at.words("account_login_problem").find("2 to 40"), std::string::npos);
    at.fill("account_login", QStringLiteral("anna"));
    at.control(Qt::Key_S);
    ASSERT_TRUE(comes([&] { return !at.words("account_login_problem").empty(); }));
    EXPECT_NE(at.words("account_login_problem").find("this login already"), std::string::npos);
    EXPECT_EQ(at.text("account_name"), "Ada");
    EXPECT_EQ(QApplication::focusWidget()->objectName(), QStringLiteral("account_login"));
    // Another account is opened by who says that it may be thrown away.
    at.find("find_accounts", QStringLiteral("cora"));
    EXPECT_EQ(at.text("account_name"), "Ada");
    at.agrees();
    EXPECT_EQ(at.text("account_name"), "cora");
}

TEST_F(AccountsTest, ACashierSeesNeitherTheScreenNorWhatWasThere) {
    ASSERT_TRUE(at.opens("anna"));
    at.front->desk().signOut();
    ASSERT_TRUE(at.front->signIn(house.cashier));
    ASSERT_EQ(at.front->currentId(), QStringLiteral("staff"));
    EXPECT_TRUE(at.front->find<QLabel>("denied")->isVisible());
    EXPECT_FALSE(at.front->find<QTableView>("accounts")->isVisible());
    EXPECT_EQ(at.accounts().rows().rowCount(), 0);
    EXPECT_EQ(at.devices().rows().rowCount(), 0);
    EXPECT_EQ(at.text("account_name"), "");
    qt::ActionCollection& actions = at.front->window().actions();
    for (const char* id : {"go.staff", "staff.new", "staff.revoke", "staff.erase"}) {
        EXPECT_FALSE(actions.find(QLatin1String(id))->isEnabled()) << id;
    }
    at.front->find<QPushButton>("away")->click();
    EXPECT_EQ(at.front->currentId(), QStringLiteral("sell"));
}

TEST_F(AccountsTest, TheTablesAreModelsAsQtWantsThemAndAreSearchedAsOneTypes) {
    const test::ModelRules accounts(&at.accounts().rows());
    const test::ModelRules devices(&at.devices().rows());
    const test::ModelRules persons(&at.screen().persons().found());
    at.fill("find_accounts", QStringLiteral("ANNA admin"));
    EXPECT_EQ(at.logins(), QStringList{QStringLiteral("anna")});
    at.fill("find_accounts", QStringLiteral("nobody has that"));
    EXPECT_TRUE(at.logins().isEmpty());
    at.fill("find_accounts", QStringLiteral(" "));
    EXPECT_GT(at.logins().size(), 3);
    at.press(Qt::Key_F3);
    at.fill("find_devices", QStringLiteral("stairs"));
    EXPECT_EQ(at.devices().rows().rowCount(), 1);
}

}  // namespace
}  // namespace tessera::gui
