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

// Of somebody who is on the way for one, without a choice, that one is meant.
void OrdersScreen::settle() {
    const v1::Refund* refund = money_.waiting(page_->moneyRow());
    if (page_->moneyRow() < 0 && handed() != nullptr) refund = handed();
    if (refund != nullptr) return askSettle(*refund);
    if (older_.byHand() != nullptr) return settleOlder();
    if (older_.isReading()) {
        return say(tr("Older orders are being read: what waits there is said in a moment."),
                   sale::Tone::Plain);
    }
    say(tr("Nothing waits to be handed over."), sale::Tone::Plain);
}

void OrdersScreen::askSettle(const v1::Refund& refund) {
    const std::int64_t amount = refund.amount().minor_units();
    const QString what = tr("%1 was handed over").arg(money(amount));
    ask_->ask(
        {.first = tr("%1. Receipt's number, or how").arg(what),
         .typed = tr("in cash"),
         .charactersMost = kHowLettersMost,
         .taken = [this, id = refund.refund(), amount, what](const QString& how, const QString&) {
             withApproval(amount, what,
                          [=, this](const std::string& token) { deeds_.settle(id, how, token); });
         }});
}

void OrdersScreen::settleOlder() {
    const orders::OlderRefund next = *older_.byHand();
    handing_ = {next.order, next.refund, order_.eventId(), order_.order()};
    order_.open(handing_.event, handing_.older);
}

const v1::Refund* OrdersScreen::handed() const {
    if (handing_.older.empty() || order_.order() != handing_.older) return nullptr;
    const auto& refunds = order_.details().order().refunds();
    const auto found = std::ranges::find(refunds, handing_.refund, &v1::Refund::refund);
    const bool waits = found != refunds.end() && (found->state() == v1::Refund::PENDING ||
                                                  found->state() == v1::Refund::MANUAL);
    return waits ? &*found : nullptr;
}

// Somebody may have handed it over meanwhile: then the newer one is read anew.
void OrdersScreen::olderOpened() {
    const bool there = !handing_.older.empty() && order_.order() == handing_.older;
    if (!there || !order_.isRead()) return;
    const v1::Refund* const found = handed();
    if (found == nullptr) {
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
    const bool done = older_.isWhole() && !older_.isUnderWay();
    if (older_.isOf(order) && (older_.isReading() || done)) return;
    older_.follow(order);
    refresh();
}

}  // namespace tessera::boxoffice
