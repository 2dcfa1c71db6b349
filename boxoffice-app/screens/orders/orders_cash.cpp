// SPDX-License-Identifier: Apache-2.0
// What the orders screen does where cash is handed over: of the order in hand, or of an older one
// whose tickets paid for it.
#include <algorithm>
#include <utility>

#include "boxoffice-app/screens/orders/order_page.h"
#include "boxoffice-app/screens/orders/orders_screen.h"
#include "boxoffice-app/shell/ask_line.h"

namespace tessera::boxoffice {
namespace {

constexpr int kHowLettersMost = 50;  // Of four bytes at most: bytes of the contract / 4.

}  // namespace

void OrdersScreen::settle() {
    const v1::Refund* const refund = money_.waiting(page_->moneyRow());
    if (refund != nullptr) return askSettle(*refund);
    if (!older_.waiting().empty()) return settleOlder();
    say(tr("Nothing waits to be handed over."), sale::Tone::Plain);
}

void OrdersScreen::askSettle(const v1::Refund& refund) {
    const std::string id = refund.refund();
    const std::int64_t amount = refund.amount().minor_units();
    const QString what = tr("%1 was handed over").arg(money(amount));
    ask_->ask({.first = tr("%1. Receipt's number, or how").arg(what),
               .typed = tr("in cash"),
               .charactersMost = kHowLettersMost,
               .taken = [this, id, amount, what](const QString& how, const QString&) {
                   withApproval(amount, what, [=, this](const std::string& token) {
                       deeds_.settle(id, how, token);
                   });
               }});
}

void OrdersScreen::settleOlder() {
    const orders::OlderCash next = older_.waiting().front();
    handing_ = {next.order, next.refund, order_.eventId(), order_.order()};
    order_.open(handing_.event, handing_.older);
}

// Somebody may have handed it over meanwhile: then the newer one is read anew.
void OrdersScreen::olderOpened() {
    if (handing_.older.empty() || order_.order() != handing_.older || !isVisible()) return;
    const auto& refunds = order_.details().order().refunds();
    const auto found = std::ranges::find(refunds, handing_.refund, &v1::Refund::refund);
    if (found == refunds.end() || found->state() != v1::Refund::PENDING) {
        say(tr("Nothing waits to be handed over."), sale::Tone::Plain);
        return settled();
    }
    say(tr("The older order in which this was paid. Once it is said that %1 was handed over, the "
           "newer one is shown again.")
            .arg(money(found->amount().minor_units())),
        sale::Tone::Warning);
    askSettle(*found);
}

void OrdersScreen::settled() {
    if (handing_.older.empty() || order_.order() != handing_.older) return;
    const Handing done = std::exchange(handing_, {});
    order_.open(done.event, done.newer);
}

// The newer order waits while one is at the older one.
void OrdersScreen::lookBack() {
    const v1::Order& order = order_.details().order();
    const bool elsewhere = order_.order() != handing_.older && order_.order() != handing_.newer;
    if (elsewhere) handing_ = {};
    const bool known = older_.isOf(order) && (older_.isWhole() || older_.isReading());
    if (!known) older_.follow(order);
}

}  // namespace tessera::boxoffice
