// SPDX-License-Identifier: Apache-2.0
// A manager before the window, at the screen where events are set up.
//
// The GUI's thread; owns the window.
#pragma once

#include "boxoffice-app/screens/events/events_screen.h"
#include "tests/gui/front.h"

namespace tessera::gui {

// Hired once, and the server knows: a device is enrolled after it.
inline const client::Account& manager() {
    static const client::Account made = [] {
        client::House& house = client::House::shared();
        client::Account account = house.hire("mona", "manager");
        house.identities.push_back(house.enrol("Office"));
        return account;
    }();
    return made;
}

class Office {
public:
    // By the relay where `relayed`.
    explicit Office(bool relayed = false,
                    const boxoffice::ScreenList& screens = boxoffice::allScreens()) {
        const client::Account& account = manager();
        client::House& house = client::House::shared();
        front = std::make_unique<Front>(relayed ? house.relay->port() : house.stack.ports().staff,
                                        static_cast<int>(house.identities.size()) - 1, screens);
        front->window().resize(1600, 1000);
        EXPECT_TRUE(front->signIn(account));
        EXPECT_TRUE(front->window().show(QStringLiteral("events")));
    }
    boxoffice::EventsScreen& screen() {
        return *static_cast<boxoffice::EventsScreen*>(front->window().screen("events"));
    }
    setup::EventEditor& editor() { return screen().editor(); }
    setup::EventForm& form() { return editor().form(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        front->press(key, modifiers);
    }
    void control(int key, Qt::KeyboardModifiers more = Qt::NoModifier) {
        front->press(key, Qt::ControlModifier | more);
    }
    // Letter by letter: the first one may open an editor.
    void type(const QString& text) {
        for (const QChar each : text) front->type(QString(each));
    }
    // The field that has the focus, and on to the next.
    void fill(const QString& text) {
        type(text);
        press(Qt::Key_Tab);
    }
    // A cell that has the focus.
    void cell(const QString& text) {
        type(text);
        press(Qt::Key_Return);
        QCoreApplication::processEvents();  // A cell is taken a moment after its Enter.
    }
    bool opens(const std::string& event) {
        editor().open(event);
        return comes([&] {
            return editor().stage() == setup::EditStage::Editing &&
                   editor().event().event() == event;
        });
    }
    bool saves() {
        control(Qt::Key_S);
        return comes([&] {
            return editor().stage() == setup::EditStage::Editing && !editor().isChanged() &&
                   !editor().event().event().empty();
        });
    }
    std::string message(const char* name) {
        return front->find<QLabel>(name)->text().toStdString();
    }

    std::unique_ptr<Front> front;
};

}  // namespace tessera::gui
