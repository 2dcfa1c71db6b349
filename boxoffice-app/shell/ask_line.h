// SPDX-License-Identifier: Apache-2.0
// A question in the line: one or two fields, or a button; Enter takes, Esc leaves. No dialog,
// nothing is blocked.
//
// The GUI's thread alone. What was typed stays until it was taken or left.
#pragma once

#include <QtWidgets/QWidget>
#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tessera::boxoffice {

class AskLine : public QWidget {
    Q_OBJECT

public:
    struct Question {
        QString first{};   // What the first field is for.
        QString second{};  // The same; empty: there is one field.
        QString typed{};   // In the first field to begin with.
        QString button{};  // Instead of fields: `first` is asked, and this does it.
        int charactersMost = 100;
        std::function<void(const QString& first, const QString& second)> taken{};
    };
    explicit AskLine(QWidget* parent = nullptr);

    void ask(Question question);
    // What is wrong with what was typed.
    void say(const QString& text);
    bool isOpen() const { return !isHidden(); }
    void end();
    void retranslate();

Q_SIGNALS:
    void opened();
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void take();
    // A question of several lines takes its room from nobody.
    void fit();

    Question question_;
    QLabel* firstLabel_ = nullptr;
    QLabel* secondLabel_ = nullptr;
    QLabel* message_ = nullptr;
    QLineEdit* first_ = nullptr;
    QLineEdit* second_ = nullptr;
    QPushButton* go_ = nullptr;
};

}  // namespace tessera::boxoffice
