// SPDX-License-Identifier: Apache-2.0
// One screen of the box office: a page of the window with actions of its own.
//
// The GUI's thread alone. All screens are made when the app starts, before anybody is signed in,
// and live as long as the window: a constructor builds widgets, adds actions and asks the server
// nothing. What was typed stays when the connection or the session is lost. A screen shows and
// asks, and decides nothing.
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QWidget>
#include <functional>

#include "boxoffice-app/shell/workplace.h"

namespace tessera::boxoffice {

enum class Access {
    Anyone,    // Before the device is enrolled or somebody is signed in.
    SignedIn,  // Nothing of it is shown to whoever passes by.
};

class Screen : public QWidget {
    Q_OBJECT

public:
    // An action of this screen; its id becomes `SCREEN.name`.
    struct ActionMade {
        QString name{};
        std::function<QString()> text{};
        QKeySequence key{};
        std::function<void()> run{};
        QString permission{};
    };

    // `id` is for good: actions, settings and tests know it.
    Screen(QString id, Workplace& workplace, Access access = Access::SignedIn,
           QWidget* parent = nullptr);

    const QString& id() const { return id_; }
    Access access() const { return access_; }
    // In the menu and over the screen, with the mark of a mnemonic: tr("&Sell").
    virtual QString title() const = 0;
    // Whether it has a place in the menu of screens and a key Ctrl+1…9.
    virtual bool isInMenu() const { return true; }
    // Of a screen that one looks into from everywhere: its key, in place of Ctrl+1…9. The same
    // again leads back. Empty: it is none.
    virtual QKeySequence ownKey() const { return {}; }
    // Whether it is looked into in the middle of other work: Workplace::goBack() leads to the
    // screen before it, which may be one of the kind.
    virtual bool isAside() const { return !ownKey().isEmpty(); }
    // The permission without which the menu's entry is disabled; empty: none.
    virtual QString permission() const { return {}; }

    // It is shown from now on. homeFocus() is called after it.
    virtual void enter() {}
    // It will be hidden. False: it stays, and has said why (something is unsaved). Nobody is asked
    // where a session ends: what is there must still be there.
    virtual bool leave() { return true; }
    // Gives the focus to the place where work begins, after entering and after a finished work.
    virtual void homeFocus() = 0;
    // All texts anew, accessible names too. Called once before the first enter().
    virtual void retranslate() = 0;

protected:
    Workplace& workplace() const { return workplace_; }
    qt::Desk& desk() const { return workplace_.desk(); }
    QAction* addAction(ActionMade made);
    // Of this screen's action `name`.
    void setAvailable(const QString& name, bool available);
    void bind(QAbstractButton* button, const QString& name);
    // In big type a screen is higher than the window: once the part has its place.
    void bringIntoSight(QWidget* part);

    void changeEvent(QEvent* event) override;

private:
    const QString id_;
    Workplace& workplace_;
    const Access access_;
};

}  // namespace tessera::boxoffice
