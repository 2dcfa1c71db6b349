// SPDX-License-Identifier: Apache-2.0
// The tickets of the order in hand as a table: place, type, price, how they stand, what became of
// them at the counter.
//
// The GUI's thread. Borrows the order, which outlives it. While the order is the same one its rows
// stay, so that what is chosen stays chosen.
#pragma once

#include "shared/qt/orders/order_table.h"

namespace tessera::orders {

class TicketModel : public OrderTable {
    Q_OBJECT

public:
    enum Column { Place, Type, State, Holder, Prints, HandedOut, Price, ColumnCount };

    explicit TicketModel(const OrderInHand& order, QObject* parent = nullptr);

    const v1::Ticket& at(int row) const { return tickets_[static_cast<std::size_t>(row)]; }
    // -1: there is none.
    int rowOf(const std::string& ticket) const;
    // Those of these rows that admit, by id; of no row: of all.
    std::vector<std::string> active(const QList<int>& rows) const;

    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    bool isOfTheSame(const v1::OrderDetails& now) const override;
    void take(const v1::OrderDetails& now) override;
    QString headingOf(int column) const override;
    QString textOf(int row, int column) const override;

private:
    std::vector<v1::Ticket> tickets_;
    std::vector<v1::TicketDesk> desk_;  // In the same order; as many.
};

}  // namespace tessera::orders
