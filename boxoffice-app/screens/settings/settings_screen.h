// SPDX-License-Identifier: Apache-2.0
// How the app looks on this device, and one's own PIN.
//
// The GUI's thread alone. What is chosen is seen and kept at once.
#pragma once

#include "boxoffice-app/shell/screen.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace tessera::boxoffice {

class SettingsScreen : public Screen {
    Q_OBJECT

public:
    explicit SettingsScreen(Workplace& workplace);

    QString title() const override { return tr("Se&ttings"); }
    void enter() override;
    void homeFocus() override;
    void retranslate() override;

private:
    void buildLook(QWidget* form);
    void buildPin(QWidget* form);
    void apply();
    void setPin();
    void pinAnswered(const client::Answer<v1::StaffSession>& answer);
    void refreshPin();
    void say(const QString& text, QLineEdit* field);

    QLabel* lookHeading_ = nullptr;
    QLabel* languageLabel_ = nullptr;
    QComboBox* language_ = nullptr;
    QLabel* themeLabel_ = nullptr;
    QComboBox* theme_ = nullptr;
    QLabel* scaleLabel_ = nullptr;
    QSpinBox* scale_ = nullptr;
    QWidget* pinPart_ = nullptr;
    QLabel* pinHeading_ = nullptr;
    QLabel* passwordLabel_ = nullptr;
    QLineEdit* password_ = nullptr;
    QLabel* pinLabel_ = nullptr;
    QLineEdit* pin_ = nullptr;
    QPushButton* setPin_ = nullptr;
    bool asking_ = false;  // A change of the PIN has no answer yet.
    QLabel* message_ = nullptr;
};

}  // namespace tessera::boxoffice
