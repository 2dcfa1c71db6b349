// SPDX-License-Identifier: Apache-2.0
// What goes into the drawer or out of it beside sales, and why.
//
// The GUI's thread alone. What was typed stays until it is in the shift.
#pragma once

#include <QtCore/QLocale>
#include <QtWidgets/QWidget>

#include "shared/qt/till/shift_work.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tessera::boxoffice {

class EntryPanel : public QWidget {
    Q_OBJECT

public:
    explicit EntryPanel(QWidget* parent = nullptr);

    void setKind(v1::DrawerEntry::Kind kind);
    void setCurrencies(const std::vector<std::string>& currencies);
    void retranslate();
    void clear();
    void begin();
    void focus(till::ShiftField field);
    QPushButton* goButton() const { return go_; }
    QString goText() const;
    till::EntryWish wish() const;

Q_SIGNALS:
    // Enter in the last field: as the button.
    void done();

private:
    bool moves() const { return kind_ != v1::DrawerEntry::NO_SALE; }

    v1::DrawerEntry::Kind kind_ = v1::DrawerEntry::PAID_IN;
    QLabel* heading_ = nullptr;
    QLabel* amountLabel_ = nullptr;
    QLineEdit* amount_ = nullptr;
    QLabel* currencyLabel_ = nullptr;
    QComboBox* currency_ = nullptr;
    QLabel* reasonLabel_ = nullptr;
    QLineEdit* reason_ = nullptr;
    QPushButton* go_ = nullptr;
};

}  // namespace tessera::boxoffice
