// SPDX-License-Identifier: Apache-2.0
// The machines of the house, and the one that gets a code or is taken out of use.
//
// The GUI's thread alone. Borrows the presenter, which outlives it. The name that is typed stays
// until its code is there.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/staff/device_book.h"

class QBoxLayout;
class QLabel;
class QPushButton;

namespace tessera::qt {
class Theme;
}

namespace tessera::boxoffice {

class AskLine;
class FormField;
class RowFinder;
class SecretCard;
class TallColumn;

class DevicePanel : public QWidget {
    Q_OBJECT

public:
    enum Button { New, Code, Revoke, Copy, ButtonCount };

    DevicePanel(staff::DeviceBook& book, const qt::Theme& theme, QWidget* parent);
    ~DevicePanel() override;

    void setLocale(const QLocale& locale);
    void retranslate();
    void look();
    void begin();
    void say(const QString& text, bool wrong);
    QPushButton* button(Button which) const { return buttons_[which]; }

    // The code, once a name is typed; else to the name.
    void makeNew();
    void codeAgain();
    void revoke();
    void copy();
    bool back();
    void empty();

private:
    QWidget* buildForm();
    void follow();
    void refresh();
    void showCode();
    QString codeHint() const;

    staff::DeviceBook& book_;
    const qt::Theme& theme_;
    QLocale locale_;
    std::string askedOf_;  // The device that the open question is about.
    QBoxLayout* row_ = nullptr;
    RowFinder* finder_ = nullptr;
    TallColumn* tall_ = nullptr;
    QLabel* newTitle_ = nullptr;
    FormField* name_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* note_ = nullptr;
    AskLine* ask_ = nullptr;
    SecretCard* secret_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* buttons_[ButtonCount] = {};
};

}  // namespace tessera::boxoffice
