// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/ticket_model.h"

#include <algorithm>

#include "shared/qt/orders/order_words.h"
#include "shared/qt/sale/words.h"

namespace tessera::orders {

TicketModel::TicketModel(const OrderInHand& order, QObject* parent)
    : QAbstractTableModel(parent), order_(order) {
    connect(&order, &OrderInHand::changed, this, &TicketModel::refresh);
    refresh();
}

void TicketModel::setLocale(const QLocale& locale) {
    locale_ = locale;
    if (!tickets_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void TicketModel::refresh() {
    const v1::OrderDetails& details = order_.details();
    std::vector<v1::Ticket> tickets(details.tickets().begin(), details.tickets().end());
    std::vector<v1::TicketDesk> desk(details.desk().begin(), details.desk().end());
    desk.resize(tickets.size());
    const bool same =
        std::ranges::equal(tickets_, tickets, {}, &v1::Ticket::ticket, &v1::Ticket::ticket);
    if (!same) beginResetModel();
    tickets_ = std::move(tickets);
    desk_ = std::move(desk);
    if (!same) return endResetModel();
    if (!tickets_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int TicketModel::rowOf(const std::string& ticket) const {
    const auto found = std::ranges::find(tickets_, ticket, &v1::Ticket::ticket);
    return found == tickets_.end() ? -1 : static_cast<int>(found - tickets_.begin());
}

std::vector<std::string> TicketModel::active(const QList<int>& rows) const {
    std::vector<std::string> ids;
    for (int row = 0; row < rowCount(); ++row) {
        if (!rows.isEmpty() && !rows.contains(row)) continue;
        if (at(row).state() == v1::Ticket::ACTIVE) ids.push_back(at(row).ticket());
    }
    return ids;
}

int TicketModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(tickets_.size());
}

int TicketModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TicketModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const QString text = textOf(static_cast<std::size_t>(index.row()), index.column());
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return text;
        case Qt::AccessibleTextRole:
            return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() +
                   QStringLiteral(": ") + text;
        case Qt::TextAlignmentRole:
            return index.column() == Price
                       ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                       : QVariant();
        default:
            return {};
    }
}

QVariant TicketModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        const auto side = section == Price ? Qt::AlignRight : Qt::AlignLeading;
        return QVariant::fromValue(Qt::Alignment(side | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Place:
            return tr("Place");
        case Type:
            return tr("Ticket type");
        case Price:
            return tr("Price");
        case State:
            return tr("How it stands");
        case Holder:
            return tr("Name on it");
        case Prints:
            return tr("Printed");
        case HandedOut:
            return tr("Handed out");
        default:
            return {};
    }
}

QString TicketModel::textOf(std::size_t row, int column) const {
    const v1::Ticket& ticket = tickets_[row];
    const v1::TicketDesk& desk = desk_[row];
    switch (column) {
        case Place:
            return sale::placeText(ticket.label());
        case Type:
            return typeText(order_.event(), ticket.ticket_type_no());
        case Price:
            return sale::moneyText(ticket.price(), locale_);
        case State:
            return stateText(ticket);
        case Holder:
            return sale::textOf(desk.holder_name().empty() ? order_.details().buyer().name()
                                                           : desk.holder_name());
        case Prints:
            return desk.prints() == 0 ? tr("never", "printed")
                                      : tr("%n time(s)", "printed", desk.prints());
        case HandedOut:
            return desk.has_hand_out_time()
                       ? sale::dateText(desk.hand_out_time(), order_.event().venue().time_zone(),
                                        locale_)
                       : tr("not yet", "handed out");
        default:
            return {};
    }
}

}  // namespace tessera::orders
