// SPDX-License-Identifier: Apache-2.0
// Makes this machine a device of the house: the server's address, its authority, a one-time code.
//
// The GUI's thread alone. The key is made here, kept by DeskStore, and never shown.
#pragma once

#include "boxoffice-app/shell/screen.h"
#include "shared/qt/desk/desk_store.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace tessera::boxoffice {

class EnrolScreen : public Screen {
    Q_OBJECT

public:
    explicit EnrolScreen(Workplace& workplace);

    QString title() const override { return tr("Enrol this device"); }
    bool isInMenu() const override { return false; }
    void enter() override;
    void homeFocus() override;
    void retranslate() override;

private:
    void build();
    void readAuthority();
    void enrol();
    void answered(const client::Answer<v1::EnrolResponse>& answer, qt::Enrolment enrolment);
    // What is wrong with what was typed; empty: nothing. `field` is where.
    QString problem(QWidget*& field) const;
    void say(const QString& text, QWidget* field);

    QLabel* heading_ = nullptr;
    QLabel* explanation_ = nullptr;
    QLabel* addressLabel_ = nullptr;
    QLabel* authorityLabel_ = nullptr;
    QLabel* codeLabel_ = nullptr;
    QLineEdit* address_ = nullptr;
    QPlainTextEdit* authority_ = nullptr;
    QPushButton* file_ = nullptr;
    QLineEdit* code_ = nullptr;
    QPushButton* enrol_ = nullptr;
    QLabel* message_ = nullptr;
};

}  // namespace tessera::boxoffice
