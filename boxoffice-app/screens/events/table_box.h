// SPDX-License-Identifier: Apache-2.0
// A table whose cells are typed or chosen, under its heading, with what is wrong marked in it.
//
// The GUI's thread alone; borrows the model, which outlives it. Typing begins in a cell, Tab goes
// to the next one while one types, and out of the table else.
#pragma once

#include <QtWidgets/QWidget>

class QAbstractItemModel;
class QLabel;
class QTableView;

namespace tessera::qt {
class Theme;
}

namespace tessera::boxoffice {

class TableBox : public QWidget {
    Q_OBJECT

public:
    TableBox(QAbstractItemModel& model, const qt::Theme& theme, const QString& name,
             QWidget* parent);

    void setWords(const QString& heading, const QString& hint);
    // Rows that are in sight without scrolling.
    void setRows(int rows) { rows_ = rows; }
    void look();
    QTableView* table() const { return table_; }
    // A cell that is being typed into is taken as it stands.
    void finishTyping();

private:
    void sayProblem();
    void fitHeads();

    const qt::Theme& theme_;
    QLabel* heading_ = nullptr;
    QLabel* hint_ = nullptr;
    QTableView* table_ = nullptr;
    QString hintText_;
    int rows_ = 4;
};

}  // namespace tessera::boxoffice
