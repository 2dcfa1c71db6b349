// SPDX-License-Identifier: Apache-2.0
// What is held, what it costs, and how long it is ours.
//
// The GUI's thread alone. Borrows model, cart and clock, which outlive it.
#pragma once

#include <QtCore/QLocale>
#include <QtWidgets/QWidget>

#include "shared/qt/sale/cart_model.h"
#include "shared/qt/sale/hold_clock.h"

class QLabel;
class QTableView;

namespace tessera::boxoffice {

class CartPanel : public QWidget {
    Q_OBJECT

public:
    CartPanel(sale::CartModel& model, const sale::Cart& cart, sale::HoldClock& clock,
              QWidget* parent = nullptr);

    void setLocale(const QLocale& locale);
    // What there is to pay and how long it is ours: for where it is always in sight.
    QWidget* sum() const { return sum_; }
    // With so many rows in sight, of that height each.
    int heightOf(int rows, int rowHeight) const;
    // The chosen rows; where none is chosen, all.
    QList<int> rows() const;
    void begin();
    void refresh();
    void retranslate();

Q_SIGNALS:
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildSum();
    void showPrice();
    void showTime(int seconds);

    sale::CartModel& model_;
    const sale::Cart& cart_;
    sale::HoldClock& clock_;
    QLocale locale_;
    QWidget* sum_ = nullptr;
    QTableView* table_ = nullptr;
    QLabel* heading_ = nullptr;
    QLabel* time_ = nullptr;
    QLabel* extras_ = nullptr;
    QLabel* totalName_ = nullptr;
    QLabel* total_ = nullptr;
};

}  // namespace tessera::boxoffice
