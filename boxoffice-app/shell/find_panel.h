// SPDX-License-Identifier: Apache-2.0
// A field, and beneath it what is found as one types: arrows go through it, Enter chooses, Esc
// leaves.
//
// The GUI's thread alone. Borrows the model, which outlives it.
#pragma once

#include <QtCore/QAbstractItemModel>
#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QVBoxLayout;

namespace tessera::boxoffice {

class FindPanel : public QWidget {
    Q_OBJECT

public:
    struct Words {
        QString heading{};
        QString field{};
        QString list{};
        QString hint{};  // While nothing is wrong.
    };
    explicit FindPanel(QAbstractItemModel& model, QWidget* parent = nullptr);

    void setWords(const Words& words);
    // Rows of more than one line, with room between them; else each is one line.
    void setTallRows(int between);
    // To the field; what was typed stays, and is replaced by the next key.
    void begin();
    QString typed() const;
    // Where the list stands; -1: nothing is found, or what was typed is not answered yet.
    int currentRow() const;
    // As if somebody had typed it.
    void type(const QString& text);
    // Where one types.
    bool isField(const QObject* widget) const;
    void clear();
    // What was typed last is answered; what is wrong stands beneath the list. An Enter that was
    // faster than the answer chooses now, and never what was found before.
    void answered(const QString& problem, const QString& more = {});
    // For what a panel has beside.
    QVBoxLayout& column() const { return *column_; }

Q_SIGNALS:
    void textEdited(const QString& text);
    void chosen(int row);
    // Enter where nothing is found.
    void nothingChosen();
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose();
    void say(const QString& problem, const QString& more);

    QVBoxLayout* column_ = nullptr;
    QLabel* heading_ = nullptr;
    QLabel* fieldLabel_ = nullptr;
    QLineEdit* field_ = nullptr;
    QListView* list_ = nullptr;
    QLabel* hint_ = nullptr;
    QString hintText_;
    bool waiting_ = false;
    bool early_ = false;  // Enter came while waiting.
};

}  // namespace tessera::boxoffice
