// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/cart.h"

#include <utility>

#include "shared/base/check.h"

namespace tessera::sale {

Cart::Cart(QObject* parent) : QObject(parent) {}

Cart& Cart::of(QObject& owner) {
    Cart* const there = owner.findChild<Cart*>(QString(), Qt::FindDirectChildrenOnly);
    return there != nullptr ? *there : *new Cart(&owner);
}

v1::Buyer Cart::buyer(const QString& language) const {
    v1::Buyer buyer;
    buyer.set_name(customer_.name());
    buyer.set_email(customer_.email());
    buyer.set_phone(customer_.phone());
    buyer.set_language(customer_.language().empty() ? language.toStdString()
                                                    : customer_.language());
    return buyer;
}

void Cart::setEvent(v1::Event event) {
    TESSERA_CHECK(stage_ == CartStage::Empty || stage_ == CartStage::Expired);
    event_ = std::move(event);
    empty();
    Q_EMIT eventChanged();
}

void Cart::updateEvent(v1::Event event) {
    TESSERA_CHECK(event.event() == event_.event());
    event_ = std::move(event);
    Q_EMIT changed();
}

void Cart::hold(v1::Reservation reservation) {
    TESSERA_CHECK(stage_ != CartStage::Paying);
    TESSERA_CHECK(reservation.state() == v1::Reservation::HELD);
    TESSERA_CHECK(reservation.event() == event_.event());
    reservation_ = std::move(reservation);
    go(CartStage::Held);
}

void Cart::setCustomer(v1::Customer customer) {
    customer_ = std::move(customer);
    Q_EMIT changed();
}

void Cart::setBuyerSent(bool sent) {
    TESSERA_CHECK(!sent || stage_ == CartStage::Paying);
    if (std::exchange(buyerSent_, sent) != sent) Q_EMIT buyerFixedChanged();
}

void Cart::setNote(const QString& note) {
    if (note == note_) return;
    note_ = note;
    Q_EMIT changed();
}

void Cart::expire() {
    if (stage_ != CartStage::Held && stage_ != CartStage::Paying) return;
    go(CartStage::Expired);
}

void Cart::dropReservation() {
    TESSERA_CHECK(stage_ != CartStage::Paying);
    reservation_.Clear();
    go(CartStage::Empty);
}

void Cart::clear() {
    TESSERA_CHECK(stage_ != CartStage::Paying);
    empty();
}

bool Cart::startPaying() {
    if (stage_ != CartStage::Held) return false;
    checkedOut_ = false;
    go(CartStage::Paying);
    Q_EMIT payAsked();
    return true;
}

void Cart::goOnPaying(Earlier earlier) {
    TESSERA_CHECK(stage_ == CartStage::Empty);
    event_ = std::move(earlier.event);
    reservation_ = std::move(earlier.reservation);
    customer_ = std::move(earlier.customer);
    note_ = std::move(earlier.note);
    checkedOut_ = earlier.checkedOut;
    go(CartStage::Paying);
    Q_EMIT eventChanged();
}

OrderPayment Cart::canPayOrder() const {
    const bool free = stage_ == CartStage::Empty || stage_ == CartStage::Expired;
    if (!free) return OrderPayment::SaleInHand;
    return isAsking_ && isAsking_() ? OrderPayment::AnswerOpen : OrderPayment::Possible;
}

bool Cart::payOrder(const v1::Order& order, const v1::Event& event, const v1::Buyer& buyer) {
    if (canPayOrder() != OrderPayment::Possible) return false;
    empty();
    Earlier earlier{.event = event, .checkedOut = true};
    v1::Reservation& reservation = earlier.reservation;
    reservation.set_reservation(order.reservation());
    reservation.set_event(order.event());
    reservation.set_order(order.order());
    reservation.set_state(v1::Reservation::PAYING);
    *reservation.mutable_seats() = order.seats();
    *reservation.mutable_areas() = order.areas();
    *reservation.mutable_price() = order.price();
    earlier.customer.set_name(buyer.name());
    earlier.customer.set_email(buyer.email());
    earlier.customer.set_phone(buyer.phone());
    goOnPaying(std::move(earlier));
    Q_EMIT payAsked();
    return true;
}

void Cart::backToChoosing() {
    TESSERA_CHECK(stage_ == CartStage::Paying && !checkedOut_);
    go(CartStage::Held);
}

void Cart::checkedOut(const v1::Order& order) {
    TESSERA_CHECK(stage_ == CartStage::Paying && !checkedOut_);
    checkedOut_ = true;
    buyerSent_ = false;
    Q_EMIT buyerFixedChanged();
    Q_EMIT orderMade(order);
}

void Cart::finish(const v1::Order& order) {
    TESSERA_CHECK(stage_ == CartStage::Paying);
    // Who hears of it finds the next sale's empty cart.
    v1::Order made;
    made.CopyFrom(order);
    empty();
    Q_EMIT finished(made);
}

void Cart::go(CartStage stage) {
    stage_ = stage;
    if (stage != CartStage::Paying) buyerSent_ = false;
    Q_EMIT changed();
}

void Cart::empty() {
    reservation_.Clear();
    customer_.Clear();
    note_.clear();
    checkedOut_ = false;
    Q_EMIT emptied();
    go(CartStage::Empty);
}

}  // namespace tessera::sale
