// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/hold_clock.h"

#include <algorithm>

namespace tessera::sale {
namespace {

constexpr int kLookEveryMillis = 250;
constexpr std::int64_t kMicrosOfSecond = 1'000'000;

std::int64_t microsOf(const google::protobuf::Timestamp& time) {
    return time.seconds() * kMicrosOfSecond + time.nanos() / 1'000;
}

}  // namespace

HoldClock::HoldClock(qt::Desk& desk, Cart& cart, QObject* parent)
    : QObject(parent), desk_(desk), cart_(cart) {
    timer_.setInterval(kLookEveryMillis);
    connect(&timer_, &QTimer::timeout, this, &HoldClock::look);
    connect(&cart_, &Cart::changed, this, &HoldClock::cartChanged);
}

void HoldClock::cartChanged() {
    const CartStage stage = cart_.stage();
    const bool runs = stage == CartStage::Held || stage == CartStage::Paying;
    if (runs == timer_.isActive()) return;
    if (runs) {
        timer_.start();
    } else {
        timer_.stop();
    }
}

int HoldClock::secondsLeft() const {
    const CartStage stage = cart_.stage();
    if ((stage != CartStage::Held && stage != CartStage::Paying) || !desk_.isConnectedTo())
        return 0;
    const std::int64_t left =
        microsOf(cart_.reservation().expire_time()) - desk_.serverTime().micros;
    return static_cast<int>(
        std::max<std::int64_t>(0, (left + kMicrosOfSecond - 1) / kMicrosOfSecond));
}

void HoldClock::look() {
    const int left = secondsLeft();
    Q_EMIT ticked(left);
    if (cart_.stage() != CartStage::Held) return;
    if (left <= kSecondsShort && warned_ != cart_.reservation().reservation()) {
        warned_ = cart_.reservation().reservation();
        if (left > 0) Q_EMIT runsShort();
    }
    if (left == 0) ask();
}

void HoldClock::ask() {
    const std::string reservation = cart_.reservation().reservation();
    if (asked_ == reservation || !desk_.isConnectedTo()) return;
    asked_ = reservation;
    v1::GetReservationRequest request;
    request.set_event(cart_.reservation().event());
    request.set_reservation(reservation);
    desk_.ask(client::kGetReservation, request, this,
              [this, reservation](const client::Answer<v1::Reservation>& answer) {
                  asked_.clear();
                  answered(answer, reservation);
              });
}

void HoldClock::answered(const client::Answer<v1::Reservation>& answer,
                         const std::string& reservation) {
    if (cart_.stage() != CartStage::Held || cart_.reservation().reservation() != reservation)
        return;
    const bool gone = answer.outcome == client::Outcome::Refused &&
                      answer.refusal.reason == v1::ErrorReason::RESERVATION_NOT_FOUND;
    if (answer.done() && answer.value.state() == v1::Reservation::HELD) {
        cart_.hold(answer.value);
    } else if (answer.done() || gone) {
        cart_.expire();
        Q_EMIT ranOut();
    }
}

}  // namespace tessera::sale
