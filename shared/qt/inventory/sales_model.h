// SPDX-License-Identifier: Apache-2.0
// What is sold as a table: by price band, by allocation or by channel, with the total beneath.
//
// The GUI's thread alone. Borrows feed and view, which outlive it.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>
#include <vector>

#include "shared/qt/inventory/sales_feed.h"

namespace tessera::inventory {

enum class SalesBy { Band, Allocation, Channel };

class SalesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Capacity, Sold, Share, Held, SetAside, Free, Revenue, ColumnCount };

    struct Parts {
        const SalesFeed& feed;
        const EventInView& view;
    };
    SalesModel(Parts parts, SalesBy by, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    const QLocale& locale() const { return locale_; }
    SalesBy by() const { return by_; }
    // Without the total.
    const std::vector<v1::SalesLine>& lines() const { return lines_; }
    QString nameOf(const v1::SalesLine& line) const;
    QString moneyOf(const v1::SalesLine& line) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    QString textOf(const v1::SalesLine& line, int column) const;

    const Parts parts_;
    const SalesBy by_;
    QLocale locale_;
    std::vector<v1::SalesLine> lines_;
    v1::SalesLine total_;
};

QString channelText(v1::Channel channel);
// "37 %": of the places, rounded down, so that sold out alone is 100.
QString shareText(int part, int whole, const QLocale& locale);

}  // namespace tessera::inventory
