// SPDX-License-Identifier: Apache-2.0
// A table of texts under a line that searches it as one types: arrows go through it, Enter opens.
//
// The GUI's thread alone. Borrows the table, which outlives it.
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
    QTableView* table() const { return table_; }

Q_SIGNALS:
    void typed(const QString& text);
    void opened(const QString& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void open();

    till::TextTable& rows_;
    QLabel* label_ = nullptr;
    QLineEdit* line_ = nullptr;
    QTableView* table_ = nullptr;
    QLabel* hint_ = nullptr;
    QString key_;
};

}  // namespace tessera::boxoffice
