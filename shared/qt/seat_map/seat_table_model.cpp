// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/seat_table_model.h"

#include <QtCore/QLocale>
#include <algorithm>

namespace tessera::qt {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

}  // namespace

SeatTableModel::SeatTableModel(const SeatMapModel& model, QObject* parent)
    : QAbstractTableModel(parent), model_(model) {
    connect(&model_, &SeatMapModel::layoutReset, this, &SeatTableModel::reset);
    connect(&model_, &SeatMapModel::seatsChanged, this, &SeatTableModel::seatsChanged);
    findRows();
}

void SeatTableModel::setSection(std::optional<int> section) {
    beginResetModel();
    section_ = section;
    findRows();
    endResetModel();
}

void SeatTableModel::setPrices(const QList<QString>& prices) {
    prices_ = prices;
    if (count_ > 0) emit dataChanged(index(0, Price), index(count_ - 1, Price));
}

void SeatTableModel::reset() {
    beginResetModel();
    section_.reset();
    findRows();
    endResetModel();
}

void SeatTableModel::findRows() {
    const SeatLayout& layout = model_.layout();
    first_ = 0;
    count_ = layout.seatCount();
    if (!section_) return;
    count_ = 0;
    if (*section_ < 0 || *section_ >= static_cast<int>(layout.sections().size())) return;
    first_ = layout.sections()[at(*section_)].firstSeat;
    count_ = layout.sections()[at(*section_)].seatCount;
}

void SeatTableModel::seatsChanged(const QList<int>& seats) {
    int from = count_;
    int to = -1;
    for (const int seat : seats) {
        const int row = seat - first_;
        if (row < 0 || row >= count_) continue;
        from = std::min(from, row);
        to = std::max(to, row);
    }
    // One span around all: views look again at what they show, which is little.
    if (from <= to) emit dataChanged(index(from, Status), index(to, HeldUntil));
}

int SeatTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count_;
}

int SeatTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SeatTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int seat = seatAt(index.row());
    if (role == Qt::DisplayRole) return textOf(seat, index.column());
    if (role == Qt::AccessibleTextRole) return describeSeat(model_, seat);
    if (role == Qt::TextAlignmentRole && index.column() == Price)
        return QVariant::fromValue<Qt::Alignment>(Qt::AlignTrailing | Qt::AlignVCenter);
    return {};
}

QString SeatTableModel::textOf(int seat, int column) const {
    const SeatLayout& layout = model_.layout();
    const LayoutSeat& one = layout.seats()[at(seat)];
    const auto hold = model_.hold(seat);
    switch (column) {
        case Section:
            return layout.sections()[at(one.section)].name;
        case Row:
            return layout.rows()[at(one.row)].label;
        case Seat:
            return one.label;
        case Category:
            return layout.categories()[at(one.category)];
        case Price:
            return prices_.value(one.category);
        case Status:
            return model_.isSelected(seat) ? tr("%1, selected").arg(describeStatus(model_, seat))
                                           : describeStatus(model_, seat);
        case HeldBy:
            return hold ? hold->by : QString();
        case HeldUntil:
            return hold ? QLocale().toString(hold->until.time(), QLocale::ShortFormat) : QString();
        default:
            return {};
    }
}

QVariant SeatTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Price)
        return QVariant::fromValue<Qt::Alignment>(Qt::AlignTrailing | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Section:
            return tr("Section");
        case Row:
            return tr("Row");
        case Seat:
            return tr("Seat");
        case Category:
            return tr("Category");
        case Price:
            return tr("Price");
        case Status:
            return tr("Status");
        case HeldBy:
            return tr("Held by");
        case HeldUntil:
            return tr("Held until");
        default:
            return {};
    }
}

}  // namespace tessera::qt
