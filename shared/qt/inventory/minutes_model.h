// SPDX-License-Identifier: Apache-2.0
// What was sold minute by minute, as a table, the latest first.
//
// The GUI's thread alone. Borrows feed and view, which outlive it.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>
#include <vector>

#include "shared/qt/inventory/sales_feed.h"

namespace tessera::inventory {

class MinutesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Tickets, Orders, Revenue, ColumnCount };

    MinutesModel(const SalesFeed& feed, const EventInView& view, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    const QLocale& locale() const { return locale_; }
    // As they are reported: the latest last.
    const std::vector<v1::SalesMinute>& minutes() const { return minutes_; }
    // In the venue's zone.
    QString timeOf(const v1::SalesMinute& minute) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    QString textOf(const v1::SalesMinute& minute, int column) const;

    const SalesFeed& feed_;
    const EventInView& view_;
    QLocale locale_;
    std::vector<v1::SalesMinute> minutes_;
};

}  // namespace tessera::inventory
