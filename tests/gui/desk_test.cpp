// SPDX-License-Identifier: Apache-2.0
// A till at a real server: enrolling, signing in, switching by PIN, a lost connection, an approval,
// and a version that is too old.
#include <gtest/gtest.h>

#include "shared/qt/desk/approval_dialog.h"
#include "tests/gui/front.h"
#include "tests/gui/old_server.h"

namespace tessera::gui {
namespace {

using client::House;

class TillTest : public testing::Test {
protected:
    static QString messageOf(Front& front) { return front.find<QLabel>("message")->text(); }
    static void setPin(Front& front, const client::Account& account, const QString& pin) {
        bool set = false;
        front.desk().setPin(QString::fromStdString(account.password), pin, &front.window(),
                            [&](const auto& answer) { set = answer.done(); });
        ASSERT_TRUE(comes([&] { return set; }));
    }
    House& house = House::shared();
    std::uint16_t port() const { return house.stack.ports().staff; }
};

TEST_F(TillTest, AMachineIsEnrolledByItsCodeAndGoesOnToSigningIn) {
    Front front;
    front.find<QLineEdit>("address")->setText(QStringLiteral("127.0.0.1:%1").arg(port()));
    front.find<QPlainTextEdit>("authority")
        ->setPlainText(QString::fromStdString(house.stack.authorityPem()));
    front.find<QLineEdit>("code")->setText("AAAAAAAAAAAAAAAAAAAAAAAAAA");
    front.find<QPushButton>("enrol")->click();
    ASSERT_TRUE(comes([&] { return !messageOf(front).isEmpty(); }));
    EXPECT_TRUE(messageOf(front).startsWith("One-time code")) << messageOf(front).toStdString();
    EXPECT_EQ(QApplication::focusWidget(), front.find<QLineEdit>("code"));
    front.find<QLineEdit>("code")->setText(
        QString::fromStdString(house.shell({"devices", "code", "--name", "Kasse 3"})));
    front.press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return front.currentId() == "signin"; }));
    EXPECT_EQ(front.store().enrolment()->name, "Kasse 3");
    EXPECT_TRUE(front.signIn(house.cashier));
    EXPECT_EQ(front.desk().session().device_name(), "Kasse 3");
}

TEST_F(TillTest, CapsLockIsSaidUnderThePasswordAsSoonAsALetterShowsIt) {
    Front front(port());
    ASSERT_EQ(front.currentId(), "signin");
    for (const QLabel* each : front.window().findChildren<QLabel*>()) {
        EXPECT_NE(each->text(), "No event chosen") << "nobody is there to choose one";
    }
    auto* const password = front.find<QLineEdit>("password");
    const auto* const said = front.find<QLabel>("caps_lock");
    const auto type = [&](int key, const QString& text, Qt::KeyboardModifiers held = {}) {
        QKeyEvent press(QEvent::KeyPress, key, held, text);
        QApplication::sendEvent(password, &press);
        return said->isVisible();
    };
    password->setFocus();
    EXPECT_FALSE(type(Qt::Key_A, "a"));
    EXPECT_FALSE(type(Qt::Key_A, "A", Qt::ShiftModifier));
    EXPECT_TRUE(type(Qt::Key_A, "A"));
    EXPECT_TRUE(type(Qt::Key_1, "1")) << "a digit says nothing of it";
    EXPECT_EQ(password->accessibleDescription(), said->text());
    EXPECT_FALSE(type(Qt::Key_B, "b"));
    EXPECT_TRUE(type(Qt::Key_B, "b", Qt::ShiftModifier));
    EXPECT_FALSE(type(Qt::Key_CapsLock, {}));
    EXPECT_TRUE(type(Qt::Key_C, "C"));
    front.find<QLineEdit>("login")->setFocus();
    EXPECT_FALSE(said->isVisible());
}

TEST_F(TillTest, AFileOfAnAdministratorEnrolsAMachineByItself) {
    Front front;
    front.window().workplace().offerEnrolment(
        {.address = QStringLiteral("127.0.0.1:%1").arg(port()),
         .authorityPem = QString::fromStdString(house.stack.authorityPem()),
         .code = QString::fromStdString(house.shell({"devices", "code", "--name", "Kasse 4"}))});
    ASSERT_TRUE(comes([&] { return front.currentId() == "signin"; }));
    EXPECT_EQ(front.store().enrolment()->name, "Kasse 4");
}

TEST_F(TillTest, AnApprovalGoesWithTheCallThatItWasGivenFor) {
    const OldServer old;
    qt::Desk desk("boxoffice/0");
    desk.connectTo(
        {.address = "127.0.0.1:" + std::to_string(old.port()), .authorityPem = old.authorityPem()});
    bool answered = false;
    desk.ask(client::kGetSession, v1::GetSessionRequest(), &desk,
             [&](const auto&) { answered = true; }, {.approval = "a-token"});
    ASSERT_TRUE(comes([&] { return answered; }));
    EXPECT_EQ(old.approval(), "a-token");
    EXPECT_TRUE(desk.isTooOld());
}

TEST_F(TillTest, AWrongPasswordIsSaidClearedAndAskedForAgain) {
    Front front(port());
    ASSERT_EQ(front.currentId(), "signin");
    front.window().actions().find("app.enrol")->trigger();
    EXPECT_EQ(front.currentId(), "enrol") << "a device that was revoked is enrolled anew";
    front.press(Qt::Key_L, Qt::ControlModifier);
    ASSERT_EQ(front.currentId(), "signin");
    front.find<QLineEdit>("login")->setText("cora");
    front.find<QLineEdit>("password")->setText("no");
    front.find<QPushButton>("sign_in")->click();
    ASSERT_TRUE(comes([&] { return !messageOf(front).isEmpty(); }));
    EXPECT_TRUE(messageOf(front).contains("wrong"));
    EXPECT_TRUE(front.find<QLineEdit>("password")->text().isEmpty());
    EXPECT_EQ(QApplication::focusWidget(), front.find<QLineEdit>("password"));
    EXPECT_TRUE(front.signIn(house.cashier));
    EXPECT_NE(front.currentId(), "signin");
}

TEST_F(TillTest, WhoSignedInTodayComesBackByPinAndOneWhoSignedOutDoesNot) {
    Front front(port());
    ASSERT_TRUE(front.signIn(house.cashier));
    setPin(front, house.cashier, "4711");
    const auto locked = [&] {
        front.press(Qt::Key_L, Qt::ControlModifier);
        return !front.desk().isSignedIn() && front.currentId() == "signin";
    };
    ASSERT_TRUE(locked());
    ASSERT_TRUE(front.signIn(house.supervisor));
    EXPECT_TRUE(front.desk().may("refund"));
    ASSERT_TRUE(locked());
    ASSERT_EQ(front.desk().colleagues().size(), 2);
    EXPECT_EQ(QApplication::focusWidget(), front.find<QLineEdit>("pin"));
    front.find<QListWidget>("colleagues")->setCurrentRow(1);
    front.type("4711");
    front.press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return front.desk().isSignedIn(); }));
    EXPECT_EQ(front.desk().session().login(), "cora");
    EXPECT_FALSE(front.desk().may("refund"));
    EXPECT_TRUE(front.desk().mayWithApproval("refund"));
    front.desk().signOut();
    EXPECT_EQ(front.currentId(), "signin");
    EXPECT_EQ(front.desk().colleagues().size(), 1);
}

TEST_F(TillTest, ALostConnectionIsSeenAtOnceLosesNothingTypedAndComesBackByItself) {
    Front front(house.relay->port());
    ASSERT_TRUE(front.signIn(house.cashier));
    ASSERT_TRUE(comes([&] { return !front.window().bannerIsShown(); }));
    ASSERT_TRUE(front.window().show(QStringLiteral("settings")));
    front.find<QLineEdit>("pin")->setText("12");
    house.relay->aim(1);  // Where nothing listens.
    house.relay->cut();
    ASSERT_TRUE(comes([&] { return front.window().bannerIsShown(); }));
    EXPECT_EQ(front.find<QLineEdit>("pin")->text(), "12");
    bool answered = false;
    front.desk().ask(client::kGetSession, v1::GetSessionRequest(), &front.window(),
                     [&](const auto& answer) { answered = answer.done(); });
    house.relay->aim(port());
    EXPECT_TRUE(comes([&] { return answered && !front.window().bannerIsShown(); }));
    EXPECT_EQ(front.find<QLineEdit>("pin")->text(), "12");
}

TEST_F(TillTest, AnAnswerReachesNobodyWhoIsGone) {
    Front front(port());
    ASSERT_TRUE(front.signIn(house.cashier));
    bool reached = false;
    bool later = false;
    auto gone = std::make_unique<QObject>();
    front.desk().ask(client::kGetSession, v1::GetSessionRequest(), gone.get(),
                     [&](const auto&) { reached = true; });
    gone.reset();
    front.desk().ask(client::kGetSession, v1::GetSessionRequest(), &front.window(),
                     [&](const auto&) { later = true; });
    ASSERT_TRUE(comes([&] { return later; }));
    EXPECT_FALSE(reached);
}

TEST_F(TillTest, ASessionThatTheServerEndedAsksToSignInAgainAndTheScreenIsStillThere) {
    Front front(port());
    ASSERT_TRUE(front.signIn(house.leaver));
    ASSERT_TRUE(front.window().show(QStringLiteral("settings")));
    front.find<QLineEdit>("pin")->setText("12");
    house.stack.psql(
        "UPDATE staff SET disabled = true, version = version + 1 WHERE login = 'dora'");
    bool asked = true;
    ASSERT_TRUE(comes([&] {
        if (asked && front.desk().isSignedIn()) {
            asked = false;
            front.desk().ask(client::kGetSession, v1::GetSessionRequest(), &front.window(),
                             [&](const auto&) { asked = true; });
        }
        return front.currentId() == "signin";
    }));
    EXPECT_TRUE(front.window().message().contains("over"));
    EXPECT_EQ(front.window().screen("settings")->findChild<QLineEdit*>("pin")->text(), "12");
}

TEST_F(TillTest, ASecondPersonApprovesByPinAndWhoMayNotIsTold) {
    Front front(port());
    ASSERT_TRUE(front.signIn(house.supervisor));
    setPin(front, house.supervisor, "471147");
    front.desk().lock();
    ASSERT_TRUE(front.signIn(house.cashier));
    std::string token;
    qt::ApprovalDialog::ask(front.desk(),
                            {.permission = "refund",
                             .amountMinorMost = 2'000,
                             .what = QStringLiteral("Refund of 20.00")},
                            &front.window(), [&](const std::string& given) { token = given; });
    auto* const dialog = front.window().findChild<qt::ApprovalDialog*>();
    ASSERT_NE(dialog, nullptr);
    const auto fields = dialog->findChildren<QLineEdit*>();
    QTest::keyClicks(fields[0], "ada");
    QTest::keyClicks(fields[1], "000000");
    QTest::keyClick(fields[1], Qt::Key_Return);
    EXPECT_TRUE(fields[1]->text().isEmpty());
    auto* const approve = dialog->findChildren<QPushButton*>().front();
    ASSERT_TRUE(comes([&] { return approve->isEnabled(); }));
    EXPECT_TRUE(token.empty());
    QTest::keyClicks(fields[1], "471147");
    QTest::keyClick(fields[1], Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return !token.empty(); }));
    EXPECT_EQ(front.desk().session().login(), "cora");
}

TEST_F(TillTest, AVersionThatIsTooOldSaysSoAndOffersNothingElse) {
    const OldServer old;
    Front front;
    ASSERT_TRUE(front.store().keep({.address = QStringLiteral("127.0.0.1:%1").arg(old.port()),
                                    .name = "Till",
                                    .authorityPem = old.authorityPem(),
                                    .keyPem = house.identities[0].keyPem,
                                    .certificatePem = house.identities[0].certificatePem}));
    front.window().workplace().enrolmentIsAnother();
    ASSERT_EQ(front.currentId(), "signin");
    front.find<QLineEdit>("login")->setText("cora");
    front.find<QLineEdit>("password")->setText("secret");
    front.find<QPushButton>("sign_in")->click();
    ASSERT_TRUE(comes([&] { return front.desk().isTooOld(); }));
    EXPECT_EQ(old.app(), "boxoffice/" TESSERA_VERSION);
    EXPECT_EQ(front.window().current(), nullptr);
    bool said = false;
    for (const QLabel* each : front.window().findChildren<QLabel*>()) {
        said = said || (each->isVisible() && each->text().contains("9.1.0") &&
                        each->text().contains(TESSERA_VERSION));
    }
    EXPECT_TRUE(said);
    for (const QString& id : front.window().actions().ids()) {
        const bool mayStay = id == "app.quit";
        EXPECT_TRUE(mayStay || !front.window().actions().find(id)->isEnabled()) << id.toStdString();
    }
    EXPECT_FALSE(front.window().show(QStringLiteral("settings")));
}

}  // namespace
}  // namespace tessera::gui
