// SPDX-License-Identifier: Apache-2.0
// An administrator before the window, at the screen of staff and devices.
//
// The GUI's thread; owns the window.
#pragma once

#include <gmock/gmock.h>

#include "boxoffice-app/screens/staff/staff_screen.h"
#include "shared/qt/desk/refusal_text.h"
#include "tests/gui/front.h"

namespace tessera::gui {

// Hired once, and the server knows: a device is enrolled after it.
inline const client::Account& administrator() {
    static const client::Account made = [] {
        client::House& house = client::House::shared();
        client::Account account = house.hire("anna", "administrator");
        house.identities.push_back(house.enrol("Back office"));
        return account;
    }();
    return made;
}

inline int officeDevice() {
    static const int number = [] {
        administrator();
        return static_cast<int>(client::House::shared().identities.size()) - 1;
    }();
    return number;
}

// Another administrator, signed in on another device.
inline client::Till& elsewhere() {
    static const std::unique_ptr<client::Till> made = [] {
        client::House& house = client::House::shared();
        const client::Account account = house.hire("other-admin", "administrator");
        house.identities.push_back(house.enrol("Another office"));
        auto till = house.till(static_cast<int>(house.identities.size()) - 1);
        EXPECT_TRUE(till->signIn(account).done());
        return till;
    }();
    return *made;
}

class StaffOffice {
public:
    // By the relay where `relayed`.
    explicit StaffOffice(bool relayed = false) {
        client::House& house = client::House::shared();
        const int device = officeDevice();
        front = std::make_unique<Front>(relayed ? house.relay->port() : house.stack.ports().staff,
                                        device);
        front->window().resize(1600, 1000);
        EXPECT_TRUE(front->signIn(administrator()));
        EXPECT_TRUE(front->window().show(QStringLiteral("staff")));
        EXPECT_TRUE(comes([&] { return screen().accounts().rows().rowCount() > 0; }));
        EXPECT_TRUE(comes([&] { return screen().devices().rows().rowCount() > 0; }));
    }
    boxoffice::StaffScreen& screen() {
        return *static_cast<boxoffice::StaffScreen*>(front->window().screen("staff"));
    }
    staff::StaffBook& accounts() { return screen().accounts(); }
    staff::DeviceBook& devices() { return screen().devices(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        front->press(key, modifiers);
    }
    void control(int key, Qt::KeyboardModifiers more = Qt::NoModifier) {
        front->press(key, Qt::ControlModifier | more);
    }
    // What is typed into a field replaces what is in it.
    void fill(const char* name, const QString& text) {
        auto* const line = front->find<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        front->type(text);
    }
    std::string text(const char* name) {
        return front->find<QLineEdit>(name)->text().toStdString();
    }
    std::string words(const char* name) { return front->find<QLabel>(name)->text().toStdString(); }
    std::string message() { return words("account_message"); }
    bool says(const char* name, const char* part) {
        return comes([&] { return words(name).find(part) != std::string::npos; });
    }
    // By the keys of the page of accounts.
    void find(const char* line, const QString& words) {
        fill(line, words);
        press(Qt::Key_Return);
    }
    bool opens(const std::string& login) {
        press(Qt::Key_F2);
        find("find_accounts", QString::fromStdString(login));
        return comes([&] { return accounts().chosen().login() == login; });
    }
    // The password that is shown, or empty.
    std::string makes(const char* login, const char* name, int role) {
        press(Qt::Key_F2);
        control(Qt::Key_N);
        front->type(login);
        press(Qt::Key_Return);
        front->type(name);
        press(Qt::Key_Return);
        for (int i = 1; i < role; ++i) press(Qt::Key_Down);
        control(Qt::Key_S);
        EXPECT_TRUE(comes([&] { return !accounts().secret().isEmpty(); })) << message();
        EXPECT_TRUE(comes([&] {
            return QApplication::focusWidget() != nullptr &&
                   QApplication::focusWidget()->parentWidget() ==
                       front->find<QLineEdit>("account_secret")->parentWidget();
        })) << "to copy it";
        return text("account_secret");
    }
    // Enter at the question that is open.
    void agrees() {
        EXPECT_TRUE(comes([&] {
            return QApplication::focusWidget() != nullptr &&
                   QApplication::focusWidget()->objectName() == "ask_go";
        }));
        press(Qt::Key_Return);
    }
    // The key of the row where the arrows are.
    QString pointed() {
        auto* const table = front->find<QTableView>("accounts");
        return accounts().rows().keyOf(table->currentIndex().row());
    }
    // Changed by another administrator.
    void changedElsewhere(const std::function<void(v1::UpdateStaffRequest&)>& what) {
        v1::UpdateStaffRequest request;
        request.set_staff(accounts().chosen().staff());
        request.set_version(accounts().chosen().version());
        what(request);
        EXPECT_TRUE(elsewhere().ask(client::kUpdateStaff, request).done());
    }
    QStringList logins() {
        QStringList out;
        for (int row = 0; row < accounts().rows().rowCount(); ++row) {
            out += accounts().rows().index(row, 0).data().toString();
        }
        return out;
    }

    std::unique_ptr<Front> front;
};

}  // namespace tessera::gui
