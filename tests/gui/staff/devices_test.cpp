// SPDX-License-Identifier: Apache-2.0
// Devices that are let in by a code from the screen, and taken out of use by it.
#include "shared/client/device_key.h"
#include "tests/gui/staff/office.h"

namespace tessera::gui {
namespace {

using client::House;
using v1::ErrorReason;

class DevicesTest : public testing::Test {
protected:
    void SetUp() override { at.press(Qt::Key_F3); }
    // The code that is shown, as it is typed elsewhere.
    std::string codeFor(const QString& name) {
        at.control(Qt::Key_N, Qt::ShiftModifier);
        at.fill("device_name", name);
        at.press(Qt::Key_Return);
        EXPECT_TRUE(comes([&] { return !at.text("device_code").empty(); }))
            << at.words("device_message");
        EXPECT_TRUE(comes([&] {
            return QApplication::focusWidget() != nullptr &&
                   QApplication::focusWidget()->parentWidget() ==
                       at.front->find<QLineEdit>("device_code")->parentWidget();
        })) << "to copy it";
        return at.text("device_code");
    }
    client::Answer<v1::EnrolResponse> enrols(const std::string& code) {
        key = *client::makeDeviceKey();
        v1::EnrolRequest request;
        request.set_code(code);
        request.set_csr(key.requestPem);
        client::Till stranger(house.endpoint(house.stack.ports().staff));
        return stranger.ask(client::kEnrol, request);
    }
    std::string stateOf(const char* name) {
        at.fill("find_devices", QString::fromLatin1(name));
        return at.devices().rows().index(0, 1).data().toString().toStdString();
    }

    void clicks(const char* name) {
        auto* const table = at.front->find<QTableView>("devices");
        for (int row = 0; row < at.devices().rows().rowCount(); ++row) {
            const QModelIndex index = at.devices().rows().index(row, 0);
            if (index.data().toString() != QLatin1String(name)) continue;
            QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier,
                              table->visualRect(index).center());
        }
        EXPECT_EQ(at.devices().chosen().name(), name);
    }
    std::string outOfUse(const std::string& like) {
        return house.stack.psql(
            "SELECT count(*) FROM device WHERE revoked_at < 9223372036854775807 AND name LIKE '" +
            like + "'");
    }

    House& house = House::shared();
    client::DeviceKey key;
    StaffOffice at;
};

TEST_F(DevicesTest, ACodeLetsADeviceInAndOutOfUseItIsRefused) {
    const std::string code = codeFor(QStringLiteral("Till in the yard"));
    EXPECT_GT(at.devices().secondsLeft(), 500);
    EXPECT_LE(at.devices().secondsLeft(), 600);
    EXPECT_NE(at.words("device_code_hint").find(":"), std::string::npos);
    const auto enrolled = enrols(code);
    ASSERT_TRUE(enrolled.done());
    EXPECT_EQ(enrolled.value.name(), "Till in the yard");
    at.press(Qt::Key_F5);
    ASSERT_TRUE(comes([&] { return stateOf("yard") == "in use"; }));
    client::Till till(
        house.endpoint(house.stack.ports().staff, {key.keyPem, enrolled.value.certificate()}));
    ASSERT_TRUE(till.signIn(house.cashier).done());
    at.find("find_devices", QStringLiteral("yard"));
    at.press(Qt::Key_F12);
    at.front->type("was stolen");
    at.press(Qt::Key_Return);
    ASSERT_TRUE(at.says("device_message", "taken out of use"));
    EXPECT_EQ(stateOf("yard"), "taken out of use");
    EXPECT_TRUE(comes([&] {
        return till.ask(client::kGetSession, {}).refusal.reason == ErrorReason::DEVICE_OVER;
    }));
}

TEST_F(DevicesTest, AnotherCodeIsForTheSameDeviceAndEndsTheFormerOne) {
    const std::string first = codeFor(QStringLiteral("Till on the balcony"));
    const std::string device = at.devices().chosen().device();
    at.press(Qt::Key_F11);
    ASSERT_TRUE(
        comes([&] { return !at.text("device_code").empty() && at.text("device_code") != first; }));
    EXPECT_EQ(at.devices().chosen().device(), device);
    EXPECT_EQ(enrols(first).refusal.reason, ErrorReason::DEVICE_CODE_INVALID);
    const auto enrolled = enrols(at.text("device_code"));
    ASSERT_TRUE(enrolled.done());
    EXPECT_EQ(enrolled.value.device(), device);
    // One that is in use is asked about first.
    at.press(Qt::Key_F5);
    ASSERT_TRUE(comes([&] { return stateOf("balcony") == "in use"; }));
    at.find("find_devices", QStringLiteral("balcony"));
    const std::string second = at.text("device_code");
    at.press(Qt::Key_F11);
    at.agrees();
    ASSERT_TRUE(
        comes([&] { return !at.text("device_code").empty() && at.text("device_code") != second; }));
}

// Enter took the device out of use that was chosen by then, not the one that was asked about.
TEST_F(DevicesTest, AQuestionIsOfTheDeviceThatItNamesAndGoesWithIt) {
    codeFor(QStringLiteral("Till at the north gate"));
    codeFor(QStringLiteral("Till at the south gate"));
    at.fill("find_devices", QStringLiteral("gate"));
    clicks("Till at the north gate");
    at.press(Qt::Key_F12);
    QWidget* const question = QApplication::focusWidget();
    ASSERT_EQ(question->objectName(), QStringLiteral("ask_first"));
    at.front->type("was stolen");
    clicks("Till at the south gate");
    EXPECT_FALSE(question->isVisible());
    if (question->isVisible()) QTest::keyClick(question, Qt::Key_Return);
    EXPECT_FALSE(at.devices().isUnderWay());
    EXPECT_EQ(outOfUse("Till at the % gate"), "0");
    // One that has changed since it was asked about is not touched either.
    at.press(Qt::Key_F12);
    at.front->type("was stolen");
    const std::int64_t version = at.devices().chosen().version();
    v1::CreateDeviceCodeRequest again;
    again.set_device(at.devices().chosen().device());
    again.set_version(at.devices().chosen().version());
    ASSERT_TRUE(elsewhere().ask(client::kCreateDeviceCode, again).done());
    at.press(Qt::Key_F5);
    ASSERT_TRUE(comes([&] { return at.devices().chosen().version() > version; }));
    ASSERT_EQ(QApplication::focusWidget(), question);
    at.press(Qt::Key_Return);
    ASSERT_TRUE(at.says("device_message", "Somebody has changed Till at the south gate"));
    EXPECT_EQ(outOfUse("Till at the % gate"), "0");
}

TEST_F(DevicesTest, ACodeIsGoneWhenThePageIsLeftAndAnEmptyNameIsSaid) {
    at.fill("device_name", QString());
    at.press(Qt::Key_Return);
    EXPECT_NE(at.words("device_name_problem").find("1 to 200"), std::string::npos);
    const std::string code = codeFor(QStringLiteral("Till by the lift"));
    at.control(Qt::Key_C, Qt::ShiftModifier);
    EXPECT_EQ(QApplication::clipboard()->text().size(), 26);
    at.press(Qt::Key_F2);
    EXPECT_TRUE(at.devices().code().isEmpty());
    EXPECT_EQ(at.text("device_code"), "");
    EXPECT_TRUE(QApplication::clipboard()->text().isEmpty());
    EXPECT_EQ(house.stack.serverOutput().find(code), std::string::npos);
}

}  // namespace
}  // namespace tessera::gui
