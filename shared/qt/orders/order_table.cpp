// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/order_table.h"

namespace tessera::orders {

OrderTable::OrderTable(const OrderInHand& order, int columns, int numbers, QObject* parent)
    : QAbstractTableModel(parent), order_(order), columns_(columns), numbers_(numbers) {
    connect(&order, &OrderInHand::changed, this, &OrderTable::refresh);
}

void OrderTable::setLocale(const QLocale& locale) {
    locale_ = locale;
    showAnew();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns_ - 1);
}

void OrderTable::refresh() {
    const v1::OrderDetails& now = order_.details();
    const bool same = isOfTheSame(now);
    if (!same) beginResetModel();
    take(now);
    if (!same) return endResetModel();
    showAnew();
}

void OrderTable::showAnew() {
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns_ - 1));
}

int OrderTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns_;
}

QVariant OrderTable::sideOf(int column) const {
    const auto side = column == numbers_ ? Qt::AlignRight : Qt::AlignLeading;
    return QVariant::fromValue(Qt::Alignment(side | Qt::AlignVCenter));
}

QVariant OrderTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return textOf(index.row(), column);
        case Qt::AccessibleTextRole:
            return headingOf(column) + QStringLiteral(": ") + textOf(index.row(), column);
        case Qt::TextAlignmentRole:
            return sideOf(column);
        default:
            return {};
    }
}

QVariant OrderTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return sideOf(section);
    return role == Qt::DisplayRole ? QVariant(headingOf(section)) : QVariant();
}

}  // namespace tessera::orders
