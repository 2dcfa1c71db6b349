// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/cart_model.h"

#include "shared/qt/sale/words.h"

namespace tessera::sale {

CartModel::CartModel(const Cart& cart, const Pricing& pricing, QObject* parent)
    : QAbstractTableModel(parent), cart_(cart), pricing_(pricing) {
    connect(&cart_, &Cart::changed, this, &CartModel::refresh);
}

void CartModel::setLocale(const QLocale& locale) {
    locale_ = locale;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

// The same places with other prices keep the rows, and with them what is selected.
void CartModel::refresh() {
    const v1::Reservation& now = cart_.reservation();
    if (now.SerializeAsString() == shown_.SerializeAsString()) return;
    const bool same = now.reservation() == shown_.reservation() &&
                      now.seats_size() == shown_.seats_size() &&
                      now.areas_size() == shown_.areas_size();
    if (same) {
        shown_ = now;
        if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    shown_ = now;
    endResetModel();
}

int CartModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : shown_.seats_size() + shown_.areas_size();
}

int CartModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString CartModel::typeName(int type) const {
    for (const v1::TicketType& each : cart_.event().config().ticket_types()) {
        if (each.ticket_type_no() == type) return sale::textOf(each.name());
    }
    return {};
}

QString CartModel::textOf(int row, int column) const {
    const bool seat = row < shown_.seats_size();
    const int line = row - shown_.seats_size();
    if (column == Place) {
        if (seat) return placeText(shown_.seats(row).label());
        return QStringLiteral("%1 × %2").arg(locale_.toString(shown_.areas(line).quantity()),
                                             placeText(shown_.areas(line).label()));
    }
    if (column == Type) {
        const QString name = typeName(seat ? shown_.seats(row).ticket_type_no()
                                           : shown_.areas(line).ticket_type_no());
        const QString reason = pricing_.reasonOf(row);
        return reason.isEmpty() ? name : tr("%1 (%2)", "ticket type, reason").arg(name, reason);
    }
    return moneyText(seat ? shown_.seats(row).price() : shown_.areas(line).price(), locale_);
}

QVariant CartModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return textOf(index.row(), index.column());
    }
    if (role == Qt::AccessibleTextRole) {
        return QStringList{textOf(index.row(), Place), textOf(index.row(), Type),
                           textOf(index.row(), Price)}
            .join(QStringLiteral(", "));
    }
    if (role == Qt::TextAlignmentRole && index.column() == Price) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    return {};
}

QVariant CartModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(
            (section == Price ? Qt::AlignRight : Qt::AlignLeading) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Place:
            return tr("Place");
        case Type:
            return tr("Ticket type");
        case Price:
            return tr("Price");
        default:
            return {};
    }
}

}  // namespace tessera::sale
