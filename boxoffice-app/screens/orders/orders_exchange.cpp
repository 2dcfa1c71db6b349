// SPDX-License-Identifier: Apache-2.0
// What the orders screen does where tickets are exchanged for other places, or are to be paid.
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>

#include "boxoffice-app/screens/orders/exchange_page.h"
#include "boxoffice-app/screens/orders/order_page.h"
#include "boxoffice-app/screens/orders/orders_screen.h"
#include "boxoffice-app/shell/ask_line.h"
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
    const sale::OrderPayment payment = cart_.canPayOrder();
    if (difference > 0 && payment != sale::OrderPayment::Possible) {
        return say(payment == sale::OrderPayment::AnswerOpen
                       ? openAnswerText()
                       : tr("A sale is in hand at this till: finish it or give it back, for the "
                            "difference is to be paid."),
                   sale::Tone::Warning);
    }
    if (difference >= 0) return exchange_.confirm();
    withApproval(-difference, tr("Exchange, %1 goes back").arg(money(-difference)),
                 [this](const std::string& token) { exchange_.confirm(token); });
}

void OrdersScreen::exchanged(const v1::Order& order, bool needsPayment) {
    if (needsPayment) return payOrder(order);
    order_.open(order.event(), order.order());
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
