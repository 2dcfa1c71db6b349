// SPDX-License-Identifier: Apache-2.0
// An event that is cancelled or moved: what is at stake, the asking, and how far it is.
//
// The GUI's thread alone. Borrows the presenter, which outlives it. Nothing is done by one key: the
// event's name is typed first. What else is typed of an event is the presenter's draft: it is there
// again when the event is, until it is done.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/setup/event_end.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace tessera::qt {
class Theme;
}

namespace tessera::boxoffice {

class FieldBox;
class FormGrid;

class EndPage : public QWidget {
    Q_OBJECT

public:
    EndPage(setup::EventEnd& end, const qt::Theme& theme, QWidget* parent);

    void retranslate();
    void look();
    void homeFocus();
    void setEvent(const v1::Event& event);
    void cancel();
    void move();
    void say(const QString& text, bool wrong);
    QPushButton* button(int number) const { return buttons_[number]; }

private:
    void follow();
    // As it was typed, or empty.
    void load(const setup::Draft& draft);
    void refresh();
    void showRefusal(setup::EndField field);

    setup::EventEnd& end_;
    const qt::Theme& theme_;
    QLabel* title_ = nullptr;
    QLabel* stake_ = nullptr;
    QLabel* progress_ = nullptr;
    QProgressBar* bar_ = nullptr;
    QLabel* moveHeading_ = nullptr;
    QLabel* cancelHeading_ = nullptr;
    QLabel* cancelHint_ = nullptr;
    QLabel* message_ = nullptr;
    FormGrid* moveForm_ = nullptr;
    FormGrid* cancelForm_ = nullptr;
    FieldBox* startsAt_ = nullptr;
    FieldBox* answerUntil_ = nullptr;
    FieldBox* refundRest_ = nullptr;
    FieldBox* note_ = nullptr;
    FieldBox* name_ = nullptr;
    QPushButton* buttons_[3] = {};
    bool loading_ = false;
};

}  // namespace tessera::boxoffice
