// SPDX-License-Identifier: Apache-2.0
// The mails to the buyer of the order in hand as a table: what, to whom, how it stands, when,
// tries.
//
// The GUI's thread. The latest is the first. Times in the venue's zone. Borrows the order, which
// outlives it. Personal data: in no log.
#pragma once

#include <vector>

#include "shared/qt/orders/order_table.h"

namespace tessera::orders {

class MailModel : public OrderTable {
    Q_OBJECT

public:
    enum Column { What, To, State, When, Tries, ColumnCount };

    explicit MailModel(const OrderInHand& order, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    bool isOfTheSame(const v1::OrderDetails& now) const override;
    void take(const v1::OrderDetails& now) override;
    QString headingOf(int column) const override;
    QString textOf(int row, int column) const override;

private:
    static QString whatText(v1::Mail::Kind kind);
    QString timeOf(const v1::Mail& mail) const;
    static QString stateText(const v1::Mail& mail);
    static QString failureText(v1::Mail::Failure failure);

    std::vector<v1::Mail> mails_;
};

}  // namespace tessera::orders
