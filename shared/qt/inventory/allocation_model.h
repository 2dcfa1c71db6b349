// SPDX-License-Identifier: Apache-2.0
// What is set aside, as a table: letter, name, for whom, how many seats, from when on public.
//
// The GUI's thread alone. Borrows book and view, which outlive it.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>

#include "shared/qt/inventory/allocation_book.h"
#include "shared/qt/seat_map/palette.h"

namespace tessera::inventory {

class AllocationModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Letter, Name, Kind, Seats, Release, ColumnCount };

    AllocationModel(const AllocationBook& book, const EventInView& view, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    // Which colours the map has, for the squares beside the letters.
    void setPalette(qt::PaletteKind kind);
    const AllocationLine& at(int row) const { return shown_[static_cast<std::size_t>(row)]; }
    // -1: it has no row.
    int rowOf(int allocation) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    QString textOf(const AllocationLine& line, int column) const;

    const AllocationBook& book_;
    const EventInView& view_;
    QLocale locale_;
    qt::PaletteKind palette_ = qt::PaletteKind::Light;
    std::vector<AllocationLine> shown_;
};

QString kindText(v1::Allocation::Kind kind);

}  // namespace tessera::inventory
