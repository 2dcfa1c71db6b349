// SPDX-License-Identifier: Apache-2.0
// The box office as somebody sits before it: a window on a data folder of its own, with keys.
//
// The GUI's thread; owns folder, desk and window.
#pragma once

#include <QtTest/QTest>
#include <QtWidgets/QtWidgets>
#include <functional>
#include <memory>

#include "boxoffice-app/screens/registry.h"
#include "boxoffice-app/shell/main_window.h"
#include "tests/client/house.h"
#include "tests/support/temp_dir.h"

namespace tessera::gui {

qt::Theme& theme();
qt::Languages& languages();

// Whether `condition` becomes true while events are handled.
template <class Condition>
bool comes(Condition condition, int millis = 20'000) {
    return QTest::qWaitFor(condition, millis);
}

class Front {
public:
    // `port`: of the staff port or of a relay before it; absent: not enrolled.
    explicit Front(std::optional<std::uint16_t> port = {}, int device = 0,
                   const boxoffice::ScreenList& screens = boxoffice::allScreens());

    // The app is ended, `meanwhile` is done, and it is started on the same folder; nobody is signed
    // in then.
    void restart(const std::function<void()>& meanwhile = [] {});

    boxoffice::MainWindow& window() { return *window_; }
    qt::Desk& desk() { return *desk_; }
    qt::DeskStore& store() { return *store_; }
    QString folder() const { return store_->folder(); }
    QString currentId() const;
    // A widget of the current screen by its name. Aborts where there is none.
    template <class Widget>
    Widget* find(const char* name) {
        auto* const found = window_->current()->findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    void type(const QString& text);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    // By the sign-in screen's own fields; whether somebody is signed in then.
    bool signIn(const client::Account& account);
    // Somebody comes to this till and approves what is asked.
    bool approve(const client::Account& who, const QString& pin);

private:
    void open();

    test::TempDir dir_{"front"};
    const boxoffice::ScreenList screens_;
    std::unique_ptr<qt::DeskStore> store_;
    std::unique_ptr<qt::Desk> desk_;
    std::unique_ptr<boxoffice::MainWindow> window_;
};

}  // namespace tessera::gui
