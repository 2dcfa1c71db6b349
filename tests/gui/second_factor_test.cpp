// SPDX-License-Identifier: Apache-2.0
// Signing in with a code of the second factor, on a real server, by the keys that staff presses.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtCore/QUrlQuery>

#include "tests/gui/front.h"
#include "tests/gui/looks.h"
#include "tests/gui/telephone.h"

namespace tessera::gui {
namespace {

using client::House;

constexpr int kWrongMost = 10;

// The account of who has a telephone, and the telephone's secret.
struct Bearer {
    client::Account account;
    int device = 0;
    QByteArray secret;
};

// Each has an account and a device of their own: what is locked is locked for both.
Bearer bearer(const std::string& login) {
    House& house = House::shared();
    Bearer out{house.hire(login, "cashier"), 0, {}};
    const client::Account office = house.hire(login + "-office", "administrator");
    house.identities.push_back(house.enrol("Till of " + login));
    out.device = static_cast<int>(house.identities.size()) - 1;
    const auto till = house.till(out.device);
    v1::SetSecondFactorRequest request;
    request.set_staff(till->signIn(out.account).value.staff());
    EXPECT_TRUE(till->signIn(office).done());
    const auto listed = till->ask(client::kListStaff, {});
    for (const v1::Staff& each : listed.value.staff()) {
        if (each.staff() == request.staff()) request.set_version(each.version());
    }
    request.set_on(true);
    const auto made = till->ask(client::kSetSecondFactor, request);
    EXPECT_TRUE(made.done());
    const QUrl uri(QString::fromStdString(made.value.uri()));
    out.secret = ofBase32(QUrlQuery(uri).queryItemValue(QStringLiteral("secret")));
    EXPECT_EQ(out.secret.size(), 20);
    return out;
}

class SecondFactorTest : public testing::Test {
protected:
    void TearDown() override { plainLook(); }
    void start(const std::string& login) {
        who = bearer(login);
        front = std::make_unique<Front>(House::shared().stack.ports().staff, who.device);
        front->window().resize(1200, 800);
        ASSERT_TRUE(front->window().show(QStringLiteral("signin")));
        asksForCode();
    }
    void asksForCode() {
        front->find<QLineEdit>("login")->setText(QString::fromStdString(who.account.login));
        front->find<QLineEdit>("password")->setFocus();
        front->type(QString::fromStdString(who.account.password));
        EXPECT_FALSE(code().isVisible());
        front->press(Qt::Key_Return);
        ASSERT_TRUE(comes([&] { return code().isVisible(); }));
        EXPECT_TRUE(comes([&] { return QApplication::focusWidget() == &code(); }));
        EXPECT_FALSE(front->desk().isSignedIn());
    }
    // What a window needs, and one that is in its menu.
    static boxoffice::ScreenList signInAlone() {
        const boxoffice::ScreenList all = boxoffice::allScreens();
        return {all[0], all[1], all.back()};
    }
    static std::set<QString> names(const QString& colleague) {
        std::set<QString> out{"cora", colleague, "Till"};
        for (const qt::Language& each : qt::Languages::all()) out.insert(each.name);
        return out;
    }
    QLineEdit& code() { return *front->find<QLineEdit>("totp"); }
    QString message() { return front->find<QLabel>("message")->text(); }
    // Whether an answer has come; what is said is in message().
    bool tries(const QString& typed) {
        front->find<QLabel>("message")->clear();
        code().setFocus();
        front->type(typed);
        front->press(Qt::Key_Return);
        return comes([&] { return front->desk().isSignedIn() || !message().isEmpty(); });
    }
    Bearer who;
    std::unique_ptr<Front> front;
};

TEST_F(SecondFactorTest, TheTelephonesCodeSignsInAndTheFieldIsNotThereForTheNext) {
    start("tina");
    ASSERT_TRUE(tries(codeOf(who.secret)));
    EXPECT_TRUE(front->desk().isSignedIn());
}

TEST_F(SecondFactorTest, AWrongCodeIsSaidAtItsFieldAndThePasswordNeedNotBeTypedAgain) {
    start("toni");
    ASSERT_TRUE(tries(codeOf(who.secret, 12 * kStepSeconds)));
    EXPECT_FALSE(front->desk().isSignedIn());
    EXPECT_TRUE(message().contains("wrong or was used")) << message().toStdString();
    EXPECT_EQ(QApplication::focusWidget(), &code());
    EXPECT_TRUE(code().text().isEmpty());
    EXPECT_FALSE(front->find<QLineEdit>("password")->text().isEmpty());
    ASSERT_TRUE(tries(codeOf(who.secret)));
    EXPECT_TRUE(front->desk().isSignedIn());
}

TEST_F(SecondFactorTest, ATelephoneThatIsAnHourWrongIsNamedAsAReason) {
    start("theo");
    for (const int hours : {-1, 1}) {
        ASSERT_TRUE(tries(codeOf(who.secret, hours * 3'600)));
        EXPECT_FALSE(front->desk().isSignedIn());
        EXPECT_TRUE(message().contains("the clock of the telephone")) << message().toStdString();
    }
    // Half a minute is no matter.
    ASSERT_TRUE(tries(codeOf(who.secret, kStepSeconds / 2)));
    EXPECT_TRUE(front->desk().isSignedIn());
}

TEST_F(SecondFactorTest, TenWrongCodesLockThisTillAndTheRightOneHelpsNoMore) {
    start("tom");
    for (int i = 0; i < kWrongMost; ++i) {
        ASSERT_TRUE(tries(codeOf(who.secret, (12 + i) * kStepSeconds)));
        ASSERT_TRUE(message().contains("wrong")) << message().toStdString();
    }
    ASSERT_TRUE(tries(codeOf(who.secret)));
    EXPECT_FALSE(front->desk().isSignedIn());
    EXPECT_TRUE(message().contains("locked on this device")) << message().toStdString();
}

TEST_F(SecondFactorTest, ColleaguesAndTheFieldOfACodeCanBeUsedInEveryLanguageThemeAndSize) {
    const House& house = House::shared();
    who = bearer("tilda");
    const QString longName = QStringLiteral("Maximilian Freiherr von Hohenlohe-Langenburg");
    const client::Account colleague{
        "max", house.shell({"staff", "add", "--login", "max", "--name", longName.toStdString(),
                            "--role", "cashier"})};
    house.enrol("Till of the colleague");  // Accounts are read again then.
    front = std::make_unique<Front>(house.stack.ports().staff, who.device, signInAlone());
    front->window().resize(1200, 800);
    for (const client::Account& each : {house.cashier, colleague}) {
        ASSERT_TRUE(front->signIn(each));
        front->press(Qt::Key_L, Qt::ControlModifier);
        ASSERT_TRUE(comes([&] { return front->currentId() == QStringLiteral("signin"); }));
    }
    ASSERT_EQ(front->find<QListWidget>("colleagues")->count(), 2);
    ASSERT_TRUE(front->find<QListWidget>("colleagues")->isVisible());
    EXPECT_EQ(focusFault(*front->window().current()), "");
    asksForCode();
    EXPECT_EQ(focusFault(*front->window().current()), "");
    lookEverywhere(front->window(), "signin-colleagues", names(longName));
}

}  // namespace
}  // namespace tessera::gui
