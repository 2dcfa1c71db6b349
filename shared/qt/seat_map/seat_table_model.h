// SPDX-License-Identifier: Apache-2.0
// The seats as a table of text, one section or all: what screen readers read instead of the map.
//
// Deterministic: rows are in the layout's order. Lives on the thread of the windows. Borrows the
// model, which outlives it; owns the filter alone.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <optional>

#include "shared/qt/seat_map/seat_map_model.h"

namespace tessera::qt {

class SeatTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Section, Row, Seat, Category, Price, Status, HeldBy, HeldUntil, ColumnCount };

    explicit SeatTableModel(const SeatMapModel& model, QObject* parent = nullptr);

    // The rows are those of one section, or all. A section that is not there has no rows.
    void setSection(std::optional<int> section);
    std::optional<int> section() const { return section_; }

    // Prices as they are shown, by category; empty where there is none.
    void setPrices(const QList<QString>& prices);

    int seatAt(int row) const { return first_ + row; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reset();
    void findRows();
    void seatsChanged(const QList<int>& seats);
    QString textOf(int seat, int column) const;

    const SeatMapModel& model_;
    std::optional<int> section_;
    QList<QString> prices_;
    int first_ = 0;
    int count_ = 0;
};

}  // namespace tessera::qt
