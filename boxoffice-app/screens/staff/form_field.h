// SPDX-License-Identifier: Apache-2.0
// A label, a line or a choice under it, and what is wrong with it.
//
// The GUI's thread alone.
#pragma once

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace tessera::boxoffice {

// Once it has its place: in the column that scrolls and in the page.
void bringIntoSight(QWidget* part);

// From this size of text on, in per cent, a page has one column.
inline constexpr int kLargeText = 150;
// The form has that height then, in pixels at 100 %, so that it is read and not looked through.
inline constexpr int kFormHeight = 380;

class FormField : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Line, Choice };

    // `name`: of the field itself, as tests find it.
    FormField(Kind kind, const QString& name, QWidget* parent);

    // With the mark of a mnemonic.
    void setWords(const QString& label);
    // Beneath it; empty: nothing is wrong.
    void setProblem(const QString& text);
    QLineEdit* line() const { return line_; }
    QComboBox* choice() const { return choice_; }
    QWidget* field() const;

Q_SIGNALS:
    void edited();
    void entered();

private:
    QLabel* label_ = nullptr;
    QLineEdit* line_ = nullptr;
    QComboBox* choice_ = nullptr;
    QLabel* problem_ = nullptr;
};

}  // namespace tessera::boxoffice
