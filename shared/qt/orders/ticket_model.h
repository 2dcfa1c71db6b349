// SPDX-License-Identifier: Apache-2.0
// The tickets of the order in hand as a table: place, type, price, how they stand, what became of
// them at the counter.
//
// The GUI's thread. Borrows the order, which outlives it. While the order is the same one its rows
// stay, so that what is chosen stays chosen.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>

#include "shared/qt/orders/order_in_hand.h"

namespace tessera::orders {

class TicketModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Place, Type, State, Holder, Prints, HandedOut, Price, ColumnCount };

    explicit TicketModel(const OrderInHand& order, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    const v1::Ticket& at(int row) const { return tickets_[static_cast<std::size_t>(row)]; }
    // -1: there is none.
    int rowOf(const std::string& ticket) const;
    // Those of these rows that admit, by id; of no row: of all.
    std::vector<std::string> active(const QList<int>& rows) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    QString textOf(std::size_t row, int column) const;

    const OrderInHand& order_;
    QLocale locale_;
    std::vector<v1::Ticket> tickets_;
    std::vector<v1::TicketDesk> desk_;  // In the same order; as many.
};

}  // namespace tessera::orders
