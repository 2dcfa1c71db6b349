// SPDX-License-Identifier: Apache-2.0
// Which shift is looked at, and what is known of it.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/till/shift_work.h"

namespace tessera::till {

using v1::ErrorReason;

void ShiftWork::read() {
    if (!desk_.isSignedIn()) return;
    const int reading = ++reading_;
    v1::GetShiftRequest request;
    request.set_shift(elsewhere_);
    desk_.ask(client::kGetShift, request, this,
              [this, reading](const client::Answer<v1::Shift>& answer) {
                  if (reading != reading_) return;
                  if (answer.done()) return take(answer.value);
                  const bool none = answer.outcome == client::Outcome::Refused &&
                                    answer.refusal.reason == ErrorReason::SHIFT_NOT_FOUND;
                  if (none && isElsewhere()) return lookAway();
                  // The one that was closed here is still looked at.
                  if (!none || seen_ == ShiftSeen::Colleagues) return;
                  if (seen_ == ShiftSeen::Here && shift_.state() == v1::Shift::CLOSED) return;
                  shift_.Clear();
                  seen_ = ShiftSeen::None;
                  Q_EMIT changed();
              },
              {.within = patience_});
}

void ShiftWork::take(const v1::Shift& shift) {
    ++reading_;
    shift_ = shift;
    seen_ = ShiftSeen::Here;
    // After a restart, too, the answer may be about another device's.
    if (desk_.isSignedIn()) {
        const bool elsewhere = shift.device() != desk_.session().device();
        elsewhere_ = elsewhere ? shift.shift() : std::string();
    }
    Q_EMIT changed();
}

void ShiftWork::lookAt(const std::string& shift) {
    if (isUnderWay()) {
        begin({});
        return;
    }
    elsewhere_ = shift;
    shift_.Clear();
    seen_ = ShiftSeen::NotRead;
    Q_EMIT changed();
    read();
}

void ShiftWork::lookAway() {
    if (!isUnderWay()) lookAt({});
}

void ShiftWork::takeColleagues() {
    ++reading_;
    elsewhere_.clear();
    shift_.Clear();
    seen_ = ShiftSeen::Colleagues;
    Q_EMIT changed();
}

void ShiftWork::goOn() {
    if (!desk_.isSignedIn()) return;
    if (journal_.hasSetAside() && !std::exchange(saidUnread_, true)) {
        Q_EMIT said(qt::unreadText(), sale::Tone::Danger);
    }
    if (stage_ == ShiftStage::Unknown || stage_ == ShiftStage::Busy) return send();
    if (stage_ != ShiftStage::Idle) return;
    // Whoever has signed in may see another's, or not see it any more.
    if (seen_ == ShiftSeen::Colleagues) seen_ = ShiftSeen::NotRead;
    read();
}

void ShiftWork::forget() {
    ++reading_;
    elsewhere_.clear();
    shift_.Clear();
    seen_ = ShiftSeen::NotRead;
    end();
}

std::vector<std::string> ShiftWork::currencies() const {
    std::vector<std::string> out;
    const auto add = [&out](const std::string& code) {
        if (!code.empty() && std::ranges::find(out, code) == out.end()) out.push_back(code);
    };
    for (const v1::Money& each : shift_.opening_float()) add(each.currency_code());
    for (const v1::DrawerEntry& each : shift_.entries()) add(each.amount().currency_code());
    for (const v1::DrawerBalance& each : shift_.balances()) add(each.counted().currency_code());
    for (const std::string& each : shift_.currencies()) add(each);
    return out;
}

std::int64_t ShiftWork::difference() const {
    std::int64_t sum = 0;
    for (const v1::DrawerBalance& each : shift_.balances()) {
        sum += std::abs(each.variance().minor_units());
    }
    return sum;
}

}  // namespace tessera::till
