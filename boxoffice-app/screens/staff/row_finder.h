// SPDX-License-Identifier: Apache-2.0
// A table of texts under a line that searches it as one types: arrows go through it, Enter opens.
//
// The GUI's thread alone. Borrows the table, which outlives it. Rows that come anew leave the
// arrows at the row where they are, a search takes them to the one that is open, else to the first.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/till/text_table.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace tessera::boxoffice {

class RowFinder : public QWidget {
    Q_OBJECT

public:
    // `name`: of the table; the line's is `find_` before it.
    RowFinder(till::TextTable& rows, const QString& name, QWidget* parent);
    ~RowFinder() override;

    void setWords(const QString& line, const QString& hint);
    void begin();
    // What is typed, and what it points at.
    void clear();
    // The row of that key is the current one, if it is there.
    void point(const QString& key);
    const QString& key() const { return key_; }
    QTableView* table() const { return table_; }

Q_SIGNALS:
    void typed(const QString& text);
    void opened(const QString& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void open();
    // False: there is no such row.
    bool goTo(const QString& key);

    till::TextTable& rows_;
    QLabel* label_ = nullptr;
    QLineEdit* line_ = nullptr;
    QTableView* table_ = nullptr;
    QLabel* hint_ = nullptr;
    QString key_;      // Of the open one.
    QString current_;  // Where the arrows were before rows came anew.
    bool searching_ = false;
};

}  // namespace tessera::boxoffice
