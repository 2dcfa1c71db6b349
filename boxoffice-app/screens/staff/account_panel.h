// SPDX-License-Identifier: Apache-2.0
// The accounts of the house, and the one that is made or changed.
//
// The GUI's thread alone. Borrows the presenter, which outlives it. What is typed stays until it is
// saved or thrown away, which is asked first; what is not typed is as the newest list has it.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/staff/staff_book.h"

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

class AccountPanel : public QWidget {
    Q_OBJECT

public:
    enum Button { New, Save, Password, Factor, Disable, Copy, ButtonCount };

    AccountPanel(staff::StaffBook& book, const qt::Theme& theme, QWidget* parent);
    ~AccountPanel() override;

    void retranslate();
    void look();
    void begin();
    void say(const QString& text, bool wrong);
    QPushButton* button(Button which) const { return buttons_[which]; }

    void beginNew();
    void save();
    void resetPassword();
    void switchFactor();
    void switchState();
    void copy();
    // Whether there was something to leave: a question, what is shown once, or an opened account.
    bool back();
    // Nothing of it is there for the next person.
    void empty();
    QString factorText() const;
    QString stateText() const;

private:
    QWidget* buildForm();
    void follow();
    void open(const QString& key);
    // Asks first where something is typed.
    void leaveForm(const std::function<void()>& go);
    void load();
    void adopt(const v1::Staff& now, bool byOthers);
    bool isNameTyped() const;
    v1::Staff::Role role() const;
    void showRole(v1::Staff::Role role);
    bool isTyped() const;
    void refresh();
    void showSecret();
    void ask(const QString& question, const QString& button, const std::function<void()>& taken);

    staff::StaffBook& book_;
    const qt::Theme& theme_;
    v1::Staff loaded_;  // What the form was loaded from.
    QBoxLayout* row_ = nullptr;
    RowFinder* finder_ = nullptr;
    TallColumn* tall_ = nullptr;
    QLabel* title_ = nullptr;
    FormField* login_ = nullptr;
    FormField* name_ = nullptr;
    FormField* role_ = nullptr;
    QLabel* note_ = nullptr;
    AskLine* ask_ = nullptr;
    SecretCard* secret_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* buttons_[ButtonCount] = {};
};

}  // namespace tessera::boxoffice
