// SPDX-License-Identifier: Apache-2.0
// The places of the cart as a table: place, ticket type, price.
//
// The GUI's thread alone. Borrows cart and pricing, which outlive it.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>

#include "shared/qt/sale/pricing.h"

namespace tessera::sale {

class CartModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Place, Type, Price, ColumnCount };

    CartModel(const Cart& cart, const Pricing& pricing, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    QString typeName(int type) const;
    QString textOf(int row, int column) const;

    const Cart& cart_;
    const Pricing& pricing_;
    QLocale locale_;
    v1::Reservation shown_;
};

}  // namespace tessera::sale
