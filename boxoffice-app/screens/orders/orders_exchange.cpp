// SPDX-License-Identifier: Apache-2.0
// What the orders screen does where tickets are exchanged for other places, or are to be paid.
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <algorithm>
#include <utility>

#include "boxoffice-app/screens/orders/exchange_page.h"
#include "boxoffice-app/screens/orders/order_page.h"
#include "boxoffice-app/screens/orders/orders_screen.h"
#include "boxoffice-app/shell/ask_line.h"
#include "shared/qt/orders/order_words.h"
#include "shared/qt/sale/words.h"

namespace tessera::boxoffice {
namespace {

const QString kPayScreenId = QStringLiteral("pay");

// Whoever asked about places has no answer yet, and goes first.
QString openAnswerText() {
    return OrdersScreen::tr(
        "What became of the last question of the sell screen is not known yet: ask again there "
        "first.");
}

}  // namespace

void OrdersScreen::startExchange() {
    ask_->end();
    if (!exchange_.begin(chosen())) return;
    refresh();
    exchangePage_->begin();
}

void OrdersScreen::leaveExchange() {
    exchange_.leave();
}

// Money that goes back needs who may give it; money that comes needs a till that is free for it.
void OrdersScreen::confirmExchange() {
    if (!exchange_.canConfirm()) return exchange_.confirm();
    const std::int64_t difference = exchange_.difference().minor_units();
    exchanged_ = {};
    const sale::OrderPayment payment = cart_.canPayOrder();
    if (difference > 0 && payment != sale::OrderPayment::Possible) {
        return say(payment == sale::OrderPayment::AnswerOpen
                       ? openAnswerText()
                       : tr("A sale is in hand at this till: finish it or give it back, for the "
                            "difference is to be paid."),
                   sale::Tone::Warning);
    }
    if (difference >= 0) return exchange_.confirm();
    const Exchanged begun{.ticket = exchange_.given().front().ticket(), .order = order_.order()};
    withApproval(-difference, tr("Exchange, %1 goes back").arg(money(-difference)),
                 [this, begun](const std::string& token) {
                     exchanged_ = begun;
                     exchanged_.since.start();
                     exchange_.confirm(token);
                 });
}

void OrdersScreen::exchanged(const v1::Order& order, bool needsPayment) {
    if (needsPayment) return payOrder(order);
    const bool givesBack = !exchanged_.ticket.empty() && exchanged_.order == order_.order();
    if (!givesBack) return order_.open(order.event(), order.order());
    exchanged_.taken = order;
    order_.read();
}

void OrdersScreen::showExchanged() {
    if (exchanged_.taken.order().empty()) return;
    const bool handing = !handing_.older.empty() && handing_.newer == exchanged_.order;
    if (order_.order() != exchanged_.order) {
        if (!handing) exchanged_ = {};  // Somebody looks at another one meanwhile.
        return;
    }
    const auto& tickets = order_.details().tickets();
    const auto ticket = std::ranges::find(tickets, exchanged_.ticket, &v1::Ticket::ticket);
    const bool old = ticket == tickets.end() || ticket->state() == v1::Ticket::ACTIVE;
    if (old || !deeds_.isIdle() || older_.isReading()) return;
    // Of this exchange alone: what was taken back before may wait, too.
    v1::RefundTicketsRequest given;
    given.add_tickets(exchanged_.ticket);
    const v1::Order& before = order_.details().order();
    const std::string group = orders::groupOf(before, given);
    const std::int64_t cash = orders::cashWaiting(before, group) + older_.cash(group);
    if (cash == 0) return showTaken();
    const bool whole = older_.isWhole();
    const bool more = cash > exchanged_.told;
    if (!more && (exchanged_.toldAll || !whole)) return;
    exchanged_.told = cash;
    exchanged_.toldAll = whole;
    whole
        ? say(tr("Exchanged. Hand over %1 in cash, then say that it was.").arg(money(cash)),
              sale::Tone::Warning)
        : say(tr("Exchanged. Hand over %1 in cash, then say that it was. More may wait in an older "
                 "order, which cannot be read.")
                  .arg(money(cash)),
              sale::Tone::Danger);
    if (more && exchanged_.since.elapsed() <= orders::OrderDeeds::kDrawerMillisMost) openDrawer();
}

// What may wait in an order that cannot be read keeps nobody from the new one.
void OrdersScreen::showTaken() {
    const Exchanged done = std::exchange(exchanged_, {});
    const bool whole = older_.isWhole();
    order_.open(done.taken.event(), done.taken.order());
    if (whole) return;
    say(tr("Exchanged. How much goes back in cash is not known: an older order, whose tickets paid "
           "for the old ones, cannot be read. Order %1 says it once it can be.")
            .arg(sale::textOf(done.order)),
        sale::Tone::Danger);
}

void OrdersScreen::pay() {
    if (order_.isRead()) payOrder(order_.details().order());
}

void OrdersScreen::payOrder(const v1::Order& order) {
    const v1::Buyer buyer = order_.details().buyer();
    order_.open(order.event(), order.order());
    if (order_.event().event().empty()) {
        return say(tr("The event is being read: take the payment in a moment."), sale::Tone::Plain);
    }
    const sale::OrderPayment payment = cart_.canPayOrder();
    if (!cart_.payOrder(order, order_.event(), buyer)) {
        return say(payment == sale::OrderPayment::AnswerOpen
                       ? openAnswerText()
                       : tr("A sale is in hand at this till: finish it or give it back, then take "
                            "the payment of this order."),
                   sale::Tone::Warning);
    }
    paying_ = order.order();
    workplace().setEvent({order.event(), sale::textOf(order_.event().config().name())});
    workplace().goTo(kPayScreenId);
}

}  // namespace tessera::boxoffice
