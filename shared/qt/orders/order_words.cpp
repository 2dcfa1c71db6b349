// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/order_words.h"

#include <QtCore/QCoreApplication>
#include <algorithm>

#include "shared/qt/sale/words.h"

namespace tessera::orders {

using v1::ErrorReason;

namespace {

struct OrderWords {
    Q_DECLARE_TR_FUNCTIONS(OrderWords)

public:
    static QString order(v1::Order::State state);
    static QString waiting(v1::Order::State state, const QString& back);
    static QString ticket(const v1::Ticket& ticket);
    static QString refund(v1::Refund::State state, bool cash);
    static QString reason(v1::Refund::Reason reason);
    static QString channel(v1::Channel channel);
    static QString disruption(const v1::Event& event, const QLocale& locale);
    static QString ofTickets(ErrorReason::Reason reason);
    static QString ofOrder(ErrorReason::Reason reason);
    static QString ofMail(const client::Refusal& refusal);
};

QString OrderWords::order(v1::Order::State state) {
    switch (state) {
        case v1::Order::PAYING:
            return tr("being paid");
        case v1::Order::FENCING:
            return tr("payment ran out, being settled");
        case v1::Order::CANCELLING:
            return tr("being cancelled");
        case v1::Order::ALLOCATED:
            return tr("sold, being booked");
        case v1::Order::PAID:
            return tr("paid");
        case v1::Order::UNPAID:
            return tr("not paid: the card was refused");
        case v1::Order::COMPENSATING:
            return tr("money is going back");
        case v1::Order::RELEASED:
            return tr("not sold, places are free");
        case v1::Order::MANUAL:
            return tr("the house looks into it");
        default:
            return tr("not known");
    }
}

QString OrderWords::waiting(v1::Order::State state, const QString& back) {
    return tr("%1, %2 still to go back", "state of an order, amount").arg(order(state), back);
}

QString OrderWords::ticket(const v1::Ticket& ticket) {
    switch (ticket.state()) {
        case v1::Ticket::INACTIVE:
            return tr("does not admit yet");
        case v1::Ticket::ACTIVE:
            if (!ticket.exchange_order().empty()) return tr("admits, is being exchanged");
            return ticket.offer().empty() ? tr("admits") : tr("admits, is offered by a link");
        case v1::Ticket::VOID:
            return tr("void");
        default:
            return tr("not known");
    }
}

QString OrderWords::refund(v1::Refund::State state, bool cash) {
    switch (state) {
        case v1::Refund::QUEUED:
            return tr("being asked for");
        case v1::Refund::PENDING:
            return cash ? tr("to be handed over") : tr("not known yet: the bank is asked");
        case v1::Refund::SUCCEEDED:
            return cash ? tr("handed over") : tr("is back");
        case v1::Refund::MANUAL:
            return tr("the house looks into it");
        default:
            return tr("not known");
    }
}

QString OrderWords::reason(v1::Refund::Reason reason) {
    switch (reason) {
        case v1::Refund::COMPENSATION:
            return tr("bought nothing");
        case v1::Refund::RETURNED:
            return tr("returned by the buyer");
        case v1::Refund::STAFF:
            return tr("taken back by the house");
        case v1::Refund::EVENT_CANCELLED:
            return tr("event cancelled");
        case v1::Refund::EVENT_MOVED:
            return tr("event moved");
        case v1::Refund::EXCHANGED:
            return tr("exchanged");
        case v1::Refund::LATE:
            return tr("paid too late");
        default:
            return tr("not known");
    }
}

QString OrderWords::channel(v1::Channel channel) {
    switch (channel) {
        case v1::WEB:
            return tr("on the web");
        case v1::KIOSK:
            return tr("at a kiosk");
        default:
            return tr("at the box office");
    }
}

QString OrderWords::disruption(const v1::Event& event, const QLocale& locale) {
    switch (event.disruption().kind()) {
        case v1::Disruption::CANCELLED:
            return tr("The event is cancelled: all that was paid goes back by itself.");
        case v1::Disruption::MOVED:
            return tr("The event was moved from %1.")
                .arg(sale::dateText(event.disruption().previous_starts_at(),
                                    event.venue().time_zone(), locale));
        default:
            return {};
    }
}

QString OrderWords::ofTickets(ErrorReason::Reason reason) {
    switch (reason) {
        case ErrorReason::TICKET_NOT_FOUND:
            return tr("Tickets: this order has none like that. It is shown anew.");
        case ErrorReason::TICKET_NOT_ACTIVE:
            return tr(
                "Tickets: one of them is void already, or does not admit yet. Nothing was "
                "done; the order is shown anew.");
        case ErrorReason::TICKET_HANDED_OUT:
            return tr(
                "Tickets: one of them was handed out already, at another window or before. "
                "Nothing was done; the order is shown anew.");
        case ErrorReason::TICKET_IN_EXCHANGE:
            return tr(
                "Tickets: one of them is being exchanged. Have the new order paid, or given "
                "up, first.");
        case ErrorReason::TICKET_TRANSFERRED:
            return tr("Tickets: one of them was handed on to somebody else.");
        case ErrorReason::TICKET_TYPE_NOT_SOLD:
            return tr("Ticket type: it is not sold in this band.");
        case ErrorReason::EXCHANGE_NOT_ALLOWED:
            return tr(
                "The event's rules do not allow this exchange: for cheaper places, or no "
                "longer. Refund the tickets and sell others instead.");
        case ErrorReason::RETURN_NOT_ALLOWED:
            return tr("The event's rules do not allow that any more.");
        case ErrorReason::TRANSFER_NOT_ALLOWED:
            return tr("The event's rules do not allow another name any more.");
        case ErrorReason::TRANSFER_NOT_OPEN:
            return tr("The tickets were given another name meanwhile. The order is shown anew.");
        default:
            return {};
    }
}

QString OrderWords::ofOrder(ErrorReason::Reason reason) {
    switch (reason) {
        case ErrorReason::ORDER_NOT_FOUND:
            return tr("This order is not there any more.");
        case ErrorReason::ORDER_NOT_PAID:
            return tr("The order is not paid: that can be done with paid orders alone.");
        case ErrorReason::REFUND_NOT_FOUND:
        case ErrorReason::REFUND_NOT_OPEN:
            return tr("The refund waits for nobody any more: it is done.");
        case ErrorReason::EVENT_CANCELLED:
            return tr(
                "The event was cancelled: its tickets go back by themselves, and nothing "
                "else is done with them.");
        case ErrorReason::INVOICE_NOT_OFFERED:
            return tr("This house makes no invoices: it has not said who sells.");
        case ErrorReason::SHIFT_NEEDED:
            return tr(
                "No shift is open at this till: open one on the pay screen, for cash goes "
                "out of it.");
        case ErrorReason::TENDER_NOT_OFFERED:
            return tr("The difference cannot be paid by this house's card provider.");
        case ErrorReason::RESERVATION_EXPIRED:
        case ErrorReason::RESERVATION_RELEASED:
        case ErrorReason::RESERVATION_NOT_FOUND:
            return tr("The hold of the new places has run out: nothing was exchanged.");
        case ErrorReason::RESERVATION_CHECKED_OUT:
            return tr("An order was made of the new places already.");
        case ErrorReason::EVENT_NOT_FOUND:
            return tr("This event is not there any more.");
        default:
            return {};
    }
}

// `email` and `order` are fields of that question alone.
QString OrderWords::ofMail(const client::Refusal& refusal) {
    if (refusal.reason == ErrorReason::MAIL_NOT_OFFERED) return tr("This house sends no mail.");
    const auto field = refusal.metadata.find("field");
    if (refusal.reason != ErrorReason::INVALID_FIELD || field == refusal.metadata.end()) return {};
    if (field->second == "email") return tr("E-mail: mail cannot go to this address.");
    const auto most = refusal.metadata.find("constraint");
    if (field->second != "order" || most == refusal.metadata.end()) return {};
    return tr("This order has had all the mails that it may have.");
}

bool isOfWhatCameBy(v1::TenderKind kind, const v1::Order& order, const v1::Refund& refund) {
    return std::any_of(order.payments().begin(), order.payments().end(),
                       [&](const v1::Payment& each) {
                           return each.payment() == refund.payment() && each.tender_kind() == kind;
                       });
}

}  // namespace

QString stateText(v1::Order::State state) {
    return OrderWords::order(state);
}

QString stateText(v1::Order::State state, const v1::Money& back, const QLocale& locale) {
    if (back.minor_units() <= 0) return OrderWords::order(state);
    return OrderWords::waiting(state, sale::moneyText(back, locale));
}

QString stateText(const v1::Ticket& ticket) {
    return OrderWords::ticket(ticket);
}

QString stateText(v1::Refund::State state, bool cash) {
    return OrderWords::refund(state, cash);
}

QString reasonText(v1::Refund::Reason reason) {
    return OrderWords::reason(reason);
}

QString channelText(v1::Channel channel) {
    return OrderWords::channel(channel);
}

QString disruptionText(const v1::Event& event, const QLocale& locale) {
    return OrderWords::disruption(event, locale);
}

QString typeText(const v1::Event& event, int ticketType) {
    for (const v1::TicketType& each : event.config().ticket_types()) {
        if (each.ticket_type_no() == ticketType) return sale::textOf(each.name());
    }
    return {};
}

bool isCash(const v1::Order& order, const v1::Refund& refund) {
    return isOfWhatCameBy(v1::CASH, order, refund);
}

bool isPassedOn(const v1::Order& order, const v1::Refund& refund) {
    return isOfWhatCameBy(v1::EXCHANGE, order, refund);
}

std::string givenOrder(const v1::Order& order, const v1::Refund& refund) {
    for (const v1::Payment& payment : order.payments()) {
        if (payment.payment() != refund.payment()) continue;
        for (const v1::Tender& each : order.tenders()) {
            if (each.tender() == payment.tender()) return each.reference();
        }
    }
    return {};
}

v1::Money stillBack(const v1::Order& order) {
    v1::Money back = order.total();
    back.set_minor_units(0);
    for (const v1::Refund& each : order.refunds()) {
        if (each.state() == v1::Refund::SUCCEEDED) continue;
        back.set_minor_units(back.minor_units() + each.amount().minor_units());
    }
    return back;
}

std::string groupOf(const v1::Order& order, const v1::RefundTicketsRequest& call) {
    for (const v1::Refund& each : order.refunds()) {
        for (const std::string& ticket : each.tickets()) {
            const auto& asked = call.tickets();
            if (std::find(asked.begin(), asked.end(), ticket) != asked.end()) return each.group();
        }
    }
    return {};
}

std::int64_t cashWaiting(const v1::Order& order, const std::string& group) {
    std::int64_t cash = 0;
    for (const v1::Refund& each : order.refunds()) {
        const bool waits = each.state() == v1::Refund::PENDING && isCash(order, each);
        if (waits && each.group() == group) cash += each.amount().minor_units();
    }
    return cash;
}

bool hasMailUnderWay(const v1::OrderDetails& details) {
    return std::any_of(details.mails().begin(), details.mails().end(),
                       [](const v1::Mail& each) { return each.state() == v1::Mail::QUEUED; });
}

bool isUnderWay(const v1::Order& order) {
    switch (order.state()) {
        case v1::Order::PAID:
        case v1::Order::RELEASED:
        case v1::Order::MANUAL:
            break;
        default:
            return true;
    }
    return std::any_of(order.refunds().begin(), order.refunds().end(), [&](const v1::Refund& each) {
        return each.state() == v1::Refund::QUEUED ||
               (each.state() == v1::Refund::PENDING && !isCash(order, each));
    });
}

QString refusalText(const client::Refusal& refusal) {
    for (const QString& text : {OrderWords::ofTickets(refusal.reason),
                                OrderWords::ofOrder(refusal.reason), OrderWords::ofMail(refusal)}) {
        if (!text.isEmpty()) return text;
    }
    return qt::refusalText(refusal);
}

}  // namespace tessera::orders
