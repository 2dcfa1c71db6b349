// SPDX-License-Identifier: Apache-2.0
// Signing in with a code of the second factor, on a real server, by the keys that staff presses.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QUrlQuery>
#include <QtCore/QtEndian>

#include "tests/gui/front.h"

namespace tessera::gui {
namespace {

using client::House;

constexpr int kStepSeconds = 30;
constexpr int kWrongMost = 10;

// The account of who has a telephone, and the telephone's secret.
struct Bearer {
    client::Account account;
    int device = 0;
    QByteArray secret;
};

QByteArray ofBase32(const QString& text) {
    QByteArray bytes;
    quint64 bits = 0;
    int count = 0;
    for (const QChar each : text) {
        const auto value = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(each);
        bits = bits << 5 | static_cast<quint64>(value);
        count += 5;
        if (count < 8) continue;
        count -= 8;
        bytes.append(static_cast<char>(bits >> count & 0xff));
    }
    return bytes;
}

// RFC 6238 as a telephone makes it, whose clock is wrong by that much.
QString codeOf(const QByteArray& secret, qint64 secondsOff = 0) {
    const qint64 step = (QDateTime::currentSecsSinceEpoch() + secondsOff) / kStepSeconds;
    QByteArray counter(8, 0);
    qToBigEndian(step, counter.data());
    const QByteArray mac =
        QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    const auto at = static_cast<unsigned char>(mac.back()) & 0xf;
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + at) & 0x7fffffff;
    return QString::number(number % 1'000'000).rightJustified(6, u'0');
}

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
    static constexpr client::Method<v1::ListStaffRequest, v1::ListStaffResponse> kListStaff{
        "/tessera.v1.StaffService/ListStaff", client::Kind::Read};
    static constexpr client::Method<v1::SetSecondFactorRequest, v1::SecondFactor> kSetSecondFactor{
        "/tessera.v1.StaffService/SetSecondFactor", client::Kind::Once};
    const auto listed = till->ask(kListStaff, {});
    for (const v1::Staff& each : listed.value.staff()) {
        if (each.staff() == request.staff()) request.set_version(each.version());
    }
    request.set_on(true);
    const auto made = till->ask(kSetSecondFactor, request);
    EXPECT_TRUE(made.done());
    const QUrl uri(QString::fromStdString(made.value.uri()));
    out.secret = ofBase32(QUrlQuery(uri).queryItemValue(QStringLiteral("secret")));
    EXPECT_EQ(out.secret.size(), 20);
    return out;
}

class SecondFactorTest : public testing::Test {
protected:
    void start(const std::string& login) {
        who = bearer(login);
        front = std::make_unique<Front>(House::shared().stack.ports().staff, who.device);
        front->window().resize(1200, 800);
        ASSERT_TRUE(front->window().show(QStringLiteral("signin")));
        front->find<QLineEdit>("login")->setText(QString::fromStdString(who.account.login));
        front->find<QLineEdit>("password")->setFocus();
        front->type(QString::fromStdString(who.account.password));
        EXPECT_FALSE(code().isVisible());
        front->press(Qt::Key_Return);
        ASSERT_TRUE(comes([&] { return code().isVisible(); }));
        EXPECT_TRUE(comes([&] { return QApplication::focusWidget() == &code(); }));
        EXPECT_FALSE(front->desk().isSignedIn());
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

}  // namespace
}  // namespace tessera::gui
