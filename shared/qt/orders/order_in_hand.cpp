// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/order_in_hand.h"

#include "shared/qt/orders/order_words.h"

namespace tessera::orders {
namespace {

constexpr client::Millis kReadPatience{8'000};

}  // namespace

OrderInHand::OrderInHand(qt::Desk& desk, QObject* parent) : QObject(parent), desk_(desk) {
    again_.setSingleShot(true);
    again_.setInterval(kAgainMillis);
    connect(&again_, &QTimer::timeout, this, &OrderInHand::ask);
}

void OrderInHand::open(const std::string& event, const std::string& order, const QString& scanned) {
    const bool same = order == order_;
    eventId_ = event;
    order_ = order;
    scanned_ = scanned;
    problem_.clear();
    if (!same) {
        details_.Clear();
        if (event_.event() != event) event_.Clear();
        Q_EMIT changed();
    }
    readEvent();
    read();
}

void OrderInHand::close() {
    ++question_;
    again_.stop();
    order_.clear();
    eventId_.clear();
    scanned_.clear();
    problem_.clear();
    details_.Clear();
    Q_EMIT changed();
}

void OrderInHand::follow(bool looked) {
    looked_ = looked;
    again_.stop();
    if (looked && isOpen()) read();
}

// It may have been cancelled or moved meanwhile.
void OrderInHand::readEvent() {
    v1::GetEventRequest request;
    request.set_event(eventId_);
    desk_.ask(client::kGetEvent, request, this,
              [this](const client::Answer<v1::Event>& answer) {
                  if (!answer.done() || answer.value.event() != eventId_) return;
                  event_ = answer.value;
                  Q_EMIT changed();
              },
              {.within = kReadPatience});
}

void OrderInHand::read() {
    mailReads_ = 0;
    ask();
}

void OrderInHand::ask() {
    again_.stop();
    if (!isOpen()) return;
    v1::GetOrderDetailsRequest request;
    request.set_event(eventId_);
    request.set_order(order_);
    const int question = ++question_;
    desk_.ask(client::kGetOrderDetails, request, this,
              [this, question](const client::Answer<v1::OrderDetails>& answer) {
                  if (question == question_) came(answer);
              },
              {.within = kReadPatience});
}

void OrderInHand::came(const client::Answer<v1::OrderDetails>& answer) {
    if (answer.done()) return show(answer.value);
    problem_ = outcomeText(answer);
    const bool final = answer.outcome == client::Outcome::Refused;
    if (looked_ && !final) again_.start();
    Q_EMIT changed();
}

void OrderInHand::take(const v1::OrderDetails& details) {
    if (details.order().order() != order_) return;
    ++question_;
    mailReads_ = 0;
    show(details);
}

void OrderInHand::show(const v1::OrderDetails& details) {
    const bool first = !isRead();
    details_ = details;
    problem_.clear();
    const bool mail = hasMailUnderWay(details_) && mailReads_ < kMailReadsMost;
    if (looked_ && mail) ++mailReads_;
    if (looked_ && (mail || isUnderWay(details_.order()))) again_.start();
    Q_EMIT changed();
    if (first || !scanned_.isEmpty()) Q_EMIT opened();
    scanned_.clear();
}

std::string OrderInHand::scannedTicket() const {
    if (scanned_.isEmpty()) return {};
    const std::string code = scanned_.toStdString();
    for (const v1::Ticket& each : details_.tickets()) {
        if (each.code() == code || each.ticket() == code) return each.ticket();
    }
    return {};
}

}  // namespace tessera::orders
