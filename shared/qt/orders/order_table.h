// SPDX-License-Identifier: Apache-2.0
// What every table of the order in hand has in common: cells and headings are text, one column may
// hold numbers, and rows stay while they are of the same things, so that what is chosen stays
// chosen.
//
// The GUI's thread. Borrows the order, which outlives it. Personal data: in no log.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>

#include "shared/qt/orders/order_in_hand.h"

namespace tessera::orders {

class OrderTable : public QAbstractTableModel {
    Q_OBJECT

public:
    void setLocale(const QLocale& locale);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    // `numbers`: the column on the right side. It follows the order; what is there already each
    // table takes itself.
    OrderTable(const OrderInHand& order, int columns, int numbers, QObject* parent);

    const OrderInHand& order() const { return order_; }
    const QLocale& locale() const { return locale_; }

    // Whether the rows are of the same things as before: there are as many, in the same order.
    virtual bool isOfTheSame(const v1::OrderDetails& now) const = 0;
    virtual void take(const v1::OrderDetails& now) = 0;
    virtual QString headingOf(int column) const = 0;
    virtual QString textOf(int row, int column) const = 0;

private:
    void refresh();
    void showAnew();
    QVariant sideOf(int column) const;

    const OrderInHand& order_;
    const int columns_;
    const int numbers_;
    QLocale locale_;
};

}  // namespace tessera::orders
