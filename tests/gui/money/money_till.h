// SPDX-License-Identifier: Apache-2.0
// The money screen at a device of its own, by keys, and sales for cash beside it.
//
// The GUI's thread. What is done through `desk` is waited for.
#pragma once

#include <gtest/gtest.h>

#include "boxoffice-app/screens/money/money_screen.h"
#include "shared/qt/desk/approval_dialog.h"
#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/payment/cash.h"
#include "tests/gui/pay/pay_till.h"

namespace tessera::gui {

inline constexpr const char* kPin = "4711";

template <class Request, class Response>
client::Answer<Response> asked(qt::Desk& desk, const client::Method<Request, Response>& method,
                               const Request& request) {
    std::optional<client::Answer<Response>> got;
    desk.ask(method, request, &desk, [&](const client::Answer<Response>& answer) { got = answer; });
    EXPECT_TRUE(comes([&] { return got.has_value(); }));
    return got.value_or(client::Answer<Response>());
}

// The supervisor of the house has a PIN from then on.
inline void givePin() {
    static bool given = false;
    if (given) return;
    given = true;
    client::House& house = client::House::shared();
    qt::Desk desk("boxoffice/1.0.0");
    desk.connectTo(house.endpoint(house.stack.ports().staff, house.identities.at(1)));
    bool set = false;
    desk.signIn(QString::fromStdString(house.supervisor.login),
                QString::fromStdString(house.supervisor.password), {}, &desk, {});
    ASSERT_TRUE(comes([&] { return desk.isSignedIn(); }));
    desk.setPin(QString::fromStdString(house.supervisor.password), QLatin1String(kPin), &desk,
                [&](const client::Answer<v1::StaffSession>& answer) { set = answer.done(); });
    ASSERT_TRUE(comes([&] { return set; }));
}

// Seats held and checked out for cash; of the whole price where `minor` is 0. Paid, unless a part
// was.
inline v1::Order sellForCash(qt::Desk& desk, const integration::Sale& sale,
                             const std::vector<std::int32_t>& seats, std::int64_t minor = 0) {
    const auto held =
        asked(desk, client::kCreateReservation, client::seatsOf(*desk.client(), sale, seats));
    EXPECT_TRUE(held.done());
    auto order = asked(desk, client::kCheckoutReservation,
                       client::cashFor(*desk.client(), held.value, minor));
    EXPECT_TRUE(order.done()) << qt::refusalText(order.refusal).toStdString();
    v1::GetOrderRequest which;
    which.set_event(order.value.event());
    which.set_order(order.value.order());
    EXPECT_TRUE(comes([&] {
        if (minor != 0) return true;
        order = asked(desk, client::kGetOrder, which);
        return order.value.state() == v1::Order::PAID;
    }));
    return order.value;
}

class MoneyTill {
public:
    explicit MoneyTill(const std::string& device,
                       const client::Account& account = client::House::shared().cashier,
                       const boxoffice::ScreenList& screens = boxoffice::allScreens())
        : front(client::House::shared().stack.ports().staff, newDevice(device), screens),
          device_(device) {
        front.window().resize(1600, 1000);
        EXPECT_TRUE(front.signIn(account));
        front.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        EXPECT_EQ(front.currentId(), QStringLiteral("money"));
        EXPECT_TRUE(comes([&] { return work().seen() != till::ShiftSeen::NotRead; }));
    }
    boxoffice::MoneyScreen& screen() {
        return *static_cast<boxoffice::MoneyScreen*>(front.window().screen("money"));
    }
    till::ShiftWork& work() { return screen().work(); }
    bool becomes(v1::Shift::State state) {
        return comes([&] { return work().shift().state() == state && !work().isUnderWay(); });
    }
    std::string said() { return front.find<QLabel>("money_message")->text().toStdString(); }
    // By the table that has the focus: how many of each, the largest first.
    void typeCount(const std::string& currency, std::int64_t minor) {
        for (const std::int64_t worth : payment::denominationsOf(currency)) {
            if (minor >= worth) front.type(QString::number(minor / worth));
            minor %= worth;
            front.press(Qt::Key_Return);
            QCoreApplication::processEvents();  // A delegate commits a moment after the key.
        }
    }
    void openWith(std::int64_t minor) {
        typeCount("EUR", minor);
        front.press(Qt::Key_Return);  // No sum.
        EXPECT_EQ(QApplication::focusWidget(), front.find<QPushButton>("float_go"));
        front.press(Qt::Key_Space);
        EXPECT_TRUE(becomes(v1::Shift::OPEN)) << said();
    }
    // By the dialog that has come.
    void approve(const std::string& login, const std::string& pin) {
        ASSERT_TRUE(comes([] { return dialog() != nullptr; }));
        const auto fields = dialog()->findChildren<QLineEdit*>();
        ASSERT_EQ(fields.size(), 2);
        fields[0]->setText(QString::fromStdString(login));
        fields[1]->setText(QString::fromStdString(pin));
        QTest::keyClick(fields[1], Qt::Key_Return);
    }
    // Once it has gone: keys are the window's again.
    void backToWindow() {
        EXPECT_TRUE(comes([] { return dialog() == nullptr; }));
        front.window().activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&front.window()));
    }
    static qt::ApprovalDialog* dialog() {
        for (QWidget* each : QApplication::allWidgets()) {
            auto* const found = qobject_cast<qt::ApprovalDialog*>(each);
            if (found != nullptr && found->isVisible()) return found;
        }
        return nullptr;
    }
    // A column of the latest shift of the device.
    std::string ofShift(const std::string& column) const {
        return client::House::shared().stack.psql(
            "SELECT " + column + " FROM shift JOIN device USING (device_id) WHERE name = '" +
            device_ + "' ORDER BY number DESC LIMIT 1");
    }

    Front front;

private:
    const std::string device_;
};

}  // namespace tessera::gui
