// SPDX-License-Identifier: Apache-2.0
// What was counted against what must be there, why it differs, and who goes on.
//
// The GUI's thread alone. Shows what the shift says, which is nothing before it is counted.
#pragma once

#include <QtCore/QLocale>
#include <QtWidgets/QWidget>

#include "shared/qt/till/shift_work.h"
#include "shared/qt/till/text_table.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace tessera::boxoffice {

class SettlePanel : public QWidget {
    Q_OBJECT

public:
    explicit SettlePanel(QWidget* parent = nullptr);
    ~SettlePanel() override;

    void show(const v1::Shift& shift, const QLocale& locale);
    using QWidget::show;
    void retranslate();
    void clear();
    void begin();
    void focus(till::ShiftField field);
    QPushButton* goButton() const { return go_; }
    QString explanation() const;
    QString handOverTo() const;

Q_SIGNALS:
    // Enter in the last field: as the button.
    void done();

private:
    till::TextTable lines_;
    bool differs_ = false;
    QLabel* heading_ = nullptr;
    QLabel* verdict_ = nullptr;
    QTableView* table_ = nullptr;
    QLabel* explanationLabel_ = nullptr;
    QLineEdit* explanation_ = nullptr;
    QLabel* handOverLabel_ = nullptr;
    QLineEdit* handOver_ = nullptr;
    QPushButton* go_ = nullptr;
};

}  // namespace tessera::boxoffice
