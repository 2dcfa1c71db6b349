// SPDX-License-Identifier: Apache-2.0
// The money of the order in hand as a table: what was paid, then what goes back.
//
// The GUI's thread. Borrows the order, which outlives it.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>

#include "shared/qt/orders/order_in_hand.h"

namespace tessera::orders {

class MoneyModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, Why, State, Amount, ColumnCount };

    explicit MoneyModel(const OrderInHand& order, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    // The refund that waits for staff: of that row, else the first; null: none does.
    const v1::Refund* waiting(int row = -1) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    bool waits(const v1::Refund& refund) const;
    QString wayOf(const v1::Payment& payment) const;
    QString ofPayment(const v1::Payment& payment, int column) const;
    QString ofRefund(const v1::Refund& refund, int column) const;
    QString textOf(int row, int column) const;

    const OrderInHand& order_;
    QLocale locale_;
    v1::Order shown_;
};

}  // namespace tessera::orders
