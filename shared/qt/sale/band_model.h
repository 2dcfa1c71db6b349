// SPDX-License-Identifier: Apache-2.0
// Price bands and areas as a table: the letter to type, name, price, how many places are free.
//
// The GUI's thread alone. Counts are taken anew at most four times a second, for a rush
// changes thousands of seats in a second. Borrows cart and map, which outlive it.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>
#include <QtCore/QTimer>
#include <vector>

#include "shared/qt/sale/cart.h"
#include "shared/qt/seat_map/palette.h"
#include "shared/qt/seat_map/seat_map_model.h"

namespace tessera::sale {

class BandModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Letter, Name, Price, Free, ColumnCount };

    BandModel(const Cart& cart, const qt::SeatMapModel& map, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    // Which colours the map has, for the squares beside the letters.
    void setPalette(qt::PaletteKind kind);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reset();
    void count();
    void tellAll();
    QString priceOf(int category) const;
    QString typeNames() const;
    QString textOf(int row, int column) const;

    const Cart& cart_;
    const qt::SeatMapModel& map_;
    QLocale locale_;
    qt::PaletteKind palette_ = qt::PaletteKind::Light;
    QTimer timer_;
    int categories_ = 0;
    int areas_ = 0;
    std::vector<int> free_;  // By row.
};

}  // namespace tessera::sale
