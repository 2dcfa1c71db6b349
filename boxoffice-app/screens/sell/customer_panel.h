// SPDX-License-Identifier: Apache-2.0
// Who buys: somebody known, found as one types, or somebody new.
//
// The GUI's thread alone. Borrows the search, which outlives it. What was typed stays until it was
// saved; personal data is in no log.
#pragma once

#include "boxoffice-app/shell/find_panel.h"
#include "shared/qt/sale/customer_search.h"

class QPushButton;

namespace tessera::boxoffice {

class CustomerPanel : public QWidget {
    Q_OBJECT

public:
    explicit CustomerPanel(sale::CustomerSearch& search, QWidget* parent = nullptr);

    void begin();
    void clear();
    void retranslate();

Q_SIGNALS:
    // The cart's customer is another now.
    void chosen();
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildForm();
    void openForm();
    void save();
    void say(const QString& text, sale::CustomerSearch::Field field);

    sale::CustomerSearch& search_;
    FindPanel* find_ = nullptr;
    QLabel* newHeading_ = nullptr;
    QLabel* labels_[3] = {};
    QLineEdit* fields_[3] = {};  // Name, e-mail, telephone.
    QLabel* message_ = nullptr;
    QPushButton* save_ = nullptr;
};

}  // namespace tessera::boxoffice
