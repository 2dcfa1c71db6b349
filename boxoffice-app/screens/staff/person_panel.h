// SPDX-License-Identifier: Apache-2.0
// A person's data: found, written to a file, erased.
//
// The GUI's thread alone. Borrows the presenter, which outlives it. Erasing asks twice: the e-mail
// is typed again, and a question is answered. What is typed stays until it is erased.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/staff/person_desk.h"

class QBoxLayout;
class QLabel;
class QPushButton;

namespace tessera::qt {
class Theme;
}

namespace tessera::boxoffice {

class AskLine;
class FindPanel;
class FormField;
class TallColumn;

class PersonPanel : public QWidget {
    Q_OBJECT

public:
    enum Button { Export, Erase, ButtonCount };

    PersonPanel(staff::PersonDesk& desk, const qt::Theme& theme, QWidget* parent);
    ~PersonPanel() override;

    void retranslate();
    void look();
    void begin();
    void say(const QString& text, bool wrong);
    QPushButton* button(Button which) const { return buttons_[which]; }
    // Where exports go without a dialog; empty: whoever exports chooses a file.
    void setFolder(const QString& folder) { folder_ = folder; }

    void exportPerson();
    void erasePerson();
    bool back();
    void empty();

private:
    QWidget* buildForm();
    void follow();
    void refresh();
    void markWrong(FormField* at, const QString& text);
    staff::PersonDesk::Wish wish() const;

    staff::PersonDesk& desk_;
    const qt::Theme& theme_;
    QString folder_;
    QBoxLayout* row_ = nullptr;
    FindPanel* find_ = nullptr;
    TallColumn* tall_ = nullptr;
    QLabel* title_ = nullptr;
    FormField* email_ = nullptr;
    QLabel* exportNote_ = nullptr;
    QLabel* eraseTitle_ = nullptr;
    QLabel* kept_ = nullptr;
    FormField* again_ = nullptr;
    FormField* reason_ = nullptr;
    AskLine* ask_ = nullptr;
    QLabel* message_ = nullptr;
    QLabel* progress_ = nullptr;
    QPushButton* buttons_[ButtonCount] = {};
};

}  // namespace tessera::boxoffice
