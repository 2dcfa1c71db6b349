// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/till/shift_opener.h"

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"

namespace tessera::till {
namespace {

constexpr int kAgainMillis = 500;
constexpr std::size_t kFloatsMost = 8;

}  // namespace

ShiftOpener::ShiftOpener(qt::Desk& desk, client::Millis patience, QObject* parent)
    : QObject(parent), desk_(desk), patience_(patience) {
    again_.setSingleShot(true);
    again_.setInterval(kAgainMillis);
    connect(&again_, &QTimer::timeout, this, &ShiftOpener::goOn);
}

bool ShiftOpener::open(const QString& typed, const std::string& currency) {
    const auto amount = sale::amountTyped(typed.trimmed(), currency, locale_);
    if (!isUnderWay() && (currency.empty() || !amount)) {
        const QString text =
            currency.empty()
                ? tr("In the drawer: choose an event first, its currency is the shift's.")
                : tr("In the drawer: an amount like 200 in %1, or 0 where it is empty.")
                      .arg(sale::textOf(currency));
        Q_EMIT said(text, sale::Tone::Danger);
        return false;
    }
    v1::Money money;
    money.set_currency_code(currency);
    money.set_minor_units(amount.value_or(0));
    return open({money});
}

bool ShiftOpener::open(const std::vector<v1::Money>& floats) {
    if (isUnderWay()) {
        Q_EMIT said(tr("The shift is being opened: the server has not answered yet."),
                    sale::Tone::Warning);
        return false;
    }
    if (floats.empty() || floats.size() > kFloatsMost) {
        Q_EMIT said(tr("Currencies: 1 to %1 of them.").arg(kFloatsMost), sale::Tone::Danger);
        return false;
    }
    if (!desk_.isConnectedTo()) {
        Q_EMIT said(qt::notSentText(), sale::Tone::Danger);
        return false;
    }
    asked_.Clear();
    asked_.set_request_id(desk_.newRequestId());
    for (const v1::Money& each : floats) *asked_.add_opening_float() = each;
    stage_ = OpenStage::Asking;
    send();
    return true;
}

void ShiftOpener::goOn() {
    if (stage_ == OpenStage::Unknown && desk_.isSignedIn()) send();
}

void ShiftOpener::forget() {
    shift_.Clear();
    end();
}

void ShiftOpener::send() {
    again_.stop();
    const std::string id = asked_.request_id();
    desk_.ask(client::kOpenShift, asked_, this,
              [this, id](const client::Answer<v1::Shift>& answer) {
                  if (isUnderWay() && id == asked_.request_id()) answered(answer);
              },
              {.within = patience_});
    Q_EMIT changed();
}

void ShiftOpener::answered(const client::Answer<v1::Shift>& answer) {
    const bool refused = answer.outcome == client::Outcome::Refused;
    if (client::leavesOpen(answer, stage_ == OpenStage::Unknown)) {
        // Refused, goOn() asks again once somebody has signed in.
        return refused ? void() : becameUnknown();
    }
    if (answer.done()) {
        shift_ = answer.value;
        return finish(true);
    }
    if (!refused) return fail(qt::notSentText());
    if (answer.refusal.reason == v1::ErrorReason::SHIFT_OPEN) return findOpen();
    fail(qt::refusalText(answer.refusal));
}

void ShiftOpener::becameUnknown() {
    const bool news = stage_ != OpenStage::Unknown;
    stage_ = OpenStage::Unknown;
    again_.start();
    if (!news) return;
    Q_EMIT said(tr("The server has not answered. Whether the shift is open is not known: it is "
                   "being asked again, and one is opened only."),
                sale::Tone::Danger);
    Q_EMIT changed();
}

// One that is being counted is not closed either, and takes no cash.
void ShiftOpener::findOpen() {
    const std::string id = asked_.request_id();
    desk_.ask(client::kGetShift, {}, this,
              [this, id](const client::Answer<v1::Shift>& answer) {
                  if (!isUnderWay() || id != asked_.request_id()) return;
                  // A colleague's cannot be read by everybody, and takes the device's cash.
                  shift_ = answer.done() ? answer.value : v1::Shift();
                  if (!answer.done() || shift_.state() == v1::Shift::OPEN) return finish(false);
                  fail(
                      tr("The last shift of this till is being counted: it must be closed before "
                         "another is opened."));
              },
              {.within = patience_});
}

void ShiftOpener::finish(bool now) {
    end();
    Q_EMIT opened(now);
}

void ShiftOpener::fail(const QString& text) {
    end();
    Q_EMIT said(text, sale::Tone::Danger);
}

void ShiftOpener::end() {
    again_.stop();
    asked_.Clear();
    stage_ = OpenStage::Idle;
    Q_EMIT changed();
}

}  // namespace tessera::till
