// SPDX-License-Identifier: Apache-2.0
// The shifts that there were, the latest first: Enter shows the report of the chosen one; one that
// is not closed can be counted from here.
//
// The GUI's thread alone. Borrows the reports, which outlive it.
#pragma once

#include <QtCore/QLocale>
#include <QtWidgets/QWidget>

#include "shared/qt/till/shift_reports.h"
#include "shared/qt/till/text_table.h"

class QLabel;
class QPushButton;
class QTableView;

namespace tessera::boxoffice {

class ShiftsPanel : public QWidget {
    Q_OBJECT

public:
    ShiftsPanel(till::ShiftReports& reports, QWidget* parent = nullptr);
    ~ShiftsPanel() override;

    void refresh(const QLocale& locale);
    void retranslate();
    void begin();
    // Of the chosen one.
    void askForCount();
    QPushButton* countButton() const { return count_; }
    QPushButton* moreButton() const { return more_; }

Q_SIGNALS:
    void chosen(const QString& shift);
    void countWanted(const QString& shift);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose();

    till::ShiftReports& reports_;
    till::TextTable rows_;
    QLabel* heading_ = nullptr;
    QLabel* hint_ = nullptr;
    QTableView* table_ = nullptr;
    QPushButton* count_ = nullptr;
    QPushButton* more_ = nullptr;
};

}  // namespace tessera::boxoffice
