// SPDX-License-Identifier: Apache-2.0
// An event again at other times: one date, several, or a weekly rule that writes them.
//
// The GUI's thread alone. Borrows the presenter, which outlives it. What is typed of an event is
// the presenter's draft: it is there again when the event is, until its copies are made.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/setup/series.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace tessera::qt {
class Theme;
}

namespace tessera::boxoffice {

class FieldBox;
class FormGrid;

class CopyPage : public QWidget {
    Q_OBJECT

public:
    CopyPage(setup::Series& series, const qt::Theme& theme, QWidget* parent);

    void setLocale(const QLocale& locale) { locale_ = locale; }
    void retranslate();
    void look();
    void homeFocus();
    void setEvent(const v1::Event& event);
    void make();
    void addWeekly();
    void say(const QString& text, bool wrong);
    QPushButton* button(int number) const { return buttons_[number]; }

private:
    void follow();
    // As it was typed, or as it begins.
    void load(const setup::Draft& draft);
    void goToLine(int line);
    void showDates();

    setup::Series& series_;
    const qt::Theme& theme_;
    QLocale locale_;
    v1::Event event_;
    QLabel* title_ = nullptr;
    QLabel* datesLabel_ = nullptr;
    QLabel* read_ = nullptr;
    QLabel* message_ = nullptr;
    QPlainTextEdit* dates_ = nullptr;
    FormGrid* rule_ = nullptr;
    FormGrid* rest_ = nullptr;
    FieldBox* first_ = nullptr;
    FieldBox* weeks_ = nullptr;
    FieldBox* times_ = nullptr;
    FieldBox* name_ = nullptr;
    FieldBox* codes_ = nullptr;
    FieldBox* allocations_ = nullptr;
    bool loading_ = false;
    QPushButton* buttons_[3] = {};
};

}  // namespace tessera::boxoffice
