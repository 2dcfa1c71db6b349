// SPDX-License-Identifier: Apache-2.0
// The mails to the buyer of the order in hand as a table: what, to whom, how it stands, when,
// tries.
//
// The GUI's thread. The latest is the first. Times in the venue's zone. Borrows the order, which
// outlives it. Personal data: in no log.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>
#include <vector>

#include "shared/qt/orders/order_in_hand.h"

namespace tessera::orders {

class MailModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, To, State, When, Tries, ColumnCount };

    explicit MailModel(const OrderInHand& order, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    static QString whatText(v1::Mail::Kind kind);
    QString textOf(const v1::Mail& mail, int column) const;
    QString timeOf(const v1::Mail& mail) const;
    static QString stateText(const v1::Mail& mail);
    static QString failureText(v1::Mail::Failure failure);

    const OrderInHand& order_;
    QLocale locale_;
    std::vector<v1::Mail> mails_;
};

}  // namespace tessera::orders
