// SPDX-License-Identifier: Apache-2.0
// The head of a screen that is about one event: its name, when and where it is, and a button for
// another.
//
// The GUI's thread alone. It shows what it is told and knows no event.
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace tessera::boxoffice {

class EventHead : public QWidget {
    Q_OBJECT

public:
    explicit EventHead(QWidget* parent = nullptr);

    void show(const QString& title, const QString& facts);
    using QWidget::show;
    // To be bound to the screen's action.
    QPushButton* change() const { return change_; }

private:
    QLabel* title_ = nullptr;
    QLabel* facts_ = nullptr;
    QPushButton* change_ = nullptr;
};

}  // namespace tessera::boxoffice
