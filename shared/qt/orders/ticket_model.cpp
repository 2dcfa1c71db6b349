// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/ticket_model.h"

#include <algorithm>

#include "shared/qt/orders/order_words.h"
#include "shared/qt/sale/words.h"

namespace tessera::orders {

TicketModel::TicketModel(const OrderInHand& order, QObject* parent)
    : OrderTable(order, ColumnCount, Price, parent) {
    TicketModel::take(order.details());
}

bool TicketModel::isOfTheSame(const v1::OrderDetails& now) const {
    return std::ranges::equal(tickets_, now.tickets(), {}, &v1::Ticket::ticket,
                              &v1::Ticket::ticket);
}

void TicketModel::take(const v1::OrderDetails& now) {
    tickets_.assign(now.tickets().begin(), now.tickets().end());
    desk_.assign(now.desk().begin(), now.desk().end());
    desk_.resize(tickets_.size());
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

QString TicketModel::headingOf(int column) const {
    switch (column) {
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

QString TicketModel::textOf(int row, int column) const {
    const v1::Ticket& ticket = at(row);
    const v1::TicketDesk& desk = desk_[static_cast<std::size_t>(row)];
    switch (column) {
        case Place:
            return sale::placeText(ticket.label());
        case Type:
            return typeText(order().event(), ticket.ticket_type_no());
        case Price:
            return sale::moneyText(ticket.price(), locale());
        case State:
            return stateText(ticket);
        case Holder:
            return sale::textOf(desk.holder_name().empty() ? order().details().buyer().name()
                                                           : desk.holder_name());
        case Prints:
            return desk.prints() == 0 ? tr("never", "printed")
                                      : tr("%n time(s)", "printed", desk.prints());
        case HandedOut:
            return desk.has_hand_out_time()
                       ? sale::dateText(desk.hand_out_time(), order().event().venue().time_zone(),
                                        locale())
                       : tr("not yet", "handed out");
        default:
            return {};
    }
}

}  // namespace tessera::orders
