// SPDX-License-Identifier: Apache-2.0
// The money of the order in hand as a table: what was paid, then what goes back.
//
// The GUI's thread. Borrows the order, which outlives it.
#pragma once

#include "shared/qt/orders/order_table.h"

namespace tessera::orders {

class MoneyModel : public OrderTable {
    Q_OBJECT

public:
    enum Column { What, Why, State, Amount, ColumnCount };

    explicit MoneyModel(const OrderInHand& order, QObject* parent = nullptr);

    // The refund that waits for staff: of that row, else the first; null: none does.
    const v1::Refund* waiting(int row = -1) const;

    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    bool isOfTheSame(const v1::OrderDetails& now) const override;
    void take(const v1::OrderDetails& now) override;
    QString headingOf(int column) const override;
    QString textOf(int row, int column) const override;

private:
    bool waits(const v1::Refund& refund) const;
    QString wayOf(const v1::Payment& payment) const;
    QString ofPayment(const v1::Payment& payment, int column) const;
    QString ofRefund(const v1::Refund& refund, int column) const;

    v1::Order shown_;
};

}  // namespace tessera::orders
