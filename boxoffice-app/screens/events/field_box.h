// SPDX-License-Identifier: Apache-2.0
// A label, a field under it, and a line that says what is wrong with it or what it comes to.
//
// The GUI's thread alone. A form is a grid of them that has one column where text is large.
#pragma once

#include <QtWidgets/QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace tessera::boxoffice {

enum class BoxKind { Line, Text, Flag };

class FieldBox : public QWidget {
    Q_OBJECT

public:
    // `name`: of the field itself, as tests find it.
    FieldBox(BoxKind kind, const QString& name, QWidget* parent);

    // With the mark of a mnemonic; what it must be like.
    void setWords(const QString& label, const QString& hint = {});
    // Of a flag "1" or "0".
    QString text() const;
    void setText(const QString& text);
    // Beneath it; empty: nothing is wrong.
    void setProblem(const QString& text);
    // What it comes to, where nothing is wrong with it.
    void setNote(const QString& text);
    void setFixed(bool fixed);
    QWidget* field() const;
    QLineEdit* line() const { return line_; }

Q_SIGNALS:
    void edited(const QString& text);

private:
    void say();

    QLabel* label_ = nullptr;
    QLineEdit* line_ = nullptr;
    QPlainTextEdit* area_ = nullptr;
    QCheckBox* flag_ = nullptr;
    QLabel* below_ = nullptr;
    QString problem_;
    QString note_;
};

// Boxes side by side, or one below the other.
class FormGrid : public QWidget {
public:
    explicit FormGrid(QWidget* parent) : QWidget(parent) {}

    void add(FieldBox* box, bool wide = false);
    void setColumns(int columns);

private:
    struct Place {
        FieldBox* box;
        bool wide;
    };
    QList<Place> places_;
    QGridLayout* grid_ = nullptr;
};

}  // namespace tessera::boxoffice
