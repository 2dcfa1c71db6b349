// SPDX-License-Identifier: Apache-2.0
// Signing in: by login, password and second factor, or back by PIN who signed in here today.
//
// The GUI's thread alone. Passwords, PINs and codes are cleared with every answer.
#pragma once

#include "boxoffice-app/shell/screen.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace tessera::boxoffice {

class SigninScreen : public Screen {
    Q_OBJECT

public:
    explicit SigninScreen(Workplace& workplace);

    QString title() const override { return tr("Sign in"); }
    bool isInMenu() const override { return false; }
    void enter() override;
    void homeFocus() override;
    void retranslate() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildForm(QWidget* form);
    void buildColleagues(QWidget* list);
    void refreshColleagues();
    void signIn();
    void resume();
    void answered(const client::Answer<v1::StaffSession>& answer, QLineEdit* field);
    void askTotp();
    void showCapsLock(bool on);
    void setBusy(bool busy);
    void say(const QString& text, QLineEdit* field);

    QWidget* colleaguesPart_ = nullptr;
    QLabel* heading_ = nullptr;
    QLabel* loginLabel_ = nullptr;
    QLabel* passwordLabel_ = nullptr;
    QLabel* capsLock_ = nullptr;
    QLabel* totpLabel_ = nullptr;
    QLineEdit* login_ = nullptr;
    QLineEdit* password_ = nullptr;
    QLineEdit* totp_ = nullptr;
    QPushButton* signIn_ = nullptr;
    QLabel* switchHeading_ = nullptr;
    QListWidget* colleagues_ = nullptr;
    QLabel* pinLabel_ = nullptr;
    QLineEdit* pin_ = nullptr;
    QPushButton* resume_ = nullptr;
    QLabel* message_ = nullptr;
};

}  // namespace tessera::boxoffice
