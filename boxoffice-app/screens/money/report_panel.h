// SPDX-License-Identifier: Apache-2.0
// An X or Z report as it is printed, line by line.
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

inline constexpr int kTextRowsLeast = 4;  // In sight.

// A view of rows that are read and not typed.
QTableView* makeTextView(till::TextTable& table, const QString& name, QWidget* parent);

class ReportPanel : public QWidget {
    Q_OBJECT

public:
    ReportPanel(till::ShiftReports& reports, QWidget* parent = nullptr);
    ~ReportPanel() override;

    void refresh(const QLocale& locale);
    void retranslate();
    void begin();
    QPushButton* printButton() { return print_; }
    QPushButton* pdfButton() { return pdf_; }

private:
    till::ShiftReports& reports_;
    till::TextTable lines_;
    QLabel* heading_ = nullptr;
    QTableView* table_ = nullptr;
    QPushButton* print_ = nullptr;
    QPushButton* pdf_ = nullptr;
};

}  // namespace tessera::boxoffice
