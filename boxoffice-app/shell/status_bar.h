// SPDX-License-Identifier: Apache-2.0
// What the window always shows: the event, who works on which device, the connection, the server's
// time, and below the screen the last message.
//
// Two widgets of the GUI's thread; they follow the workplace by themselves.
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include "boxoffice-app/shell/workplace.h"

class QLabel;

namespace tessera::boxoffice {

class HeadBar : public QWidget {
    Q_OBJECT

public:
    explicit HeadBar(Workplace& workplace, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void showClock();

    Workplace& workplace_;
    QLabel* event_ = nullptr;
    QLabel* person_ = nullptr;
    QLabel* link_ = nullptr;
    QLabel* clock_ = nullptr;
    bool clockSaid_ = false;
    QTimer tick_;
};

// A live region: what is said is announced to assistive technology as it comes.
class MessageLine : public QWidget {
    Q_OBJECT

public:
    explicit MessageLine(Workplace& workplace, QWidget* parent = nullptr);

    void say(const QString& text, MessageKind kind);
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* label_ = nullptr;
};

}  // namespace tessera::boxoffice
