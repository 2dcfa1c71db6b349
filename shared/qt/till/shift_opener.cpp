// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/till/shift_opener.h"

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"

namespace tessera::till {
namespace {

constexpr std::size_t kFloatsMost = 8;

}  // namespace

ShiftOpener::ShiftOpener(qt::Desk& desk, client::Millis patience, QObject* parent)
    : QObject(parent),
      desk_(desk),
      patience_(patience),
      errand_(desk, {.patience = patience, .unknown = &ShiftOpener::unknownText}) {
    connect(&errand_, &qt::Errand::said, this,
            [this](const QString& text, bool) { Q_EMIT said(text, sale::Tone::Danger); });
    // Its end is told by what came of it.
    connect(&errand_, &qt::Errand::changed, this, [this] {
        if (errand_.isUnderWay()) Q_EMIT changed();
    });
}

OpenStage ShiftOpener::stage() const {
    if (errand_.isUnknown()) return OpenStage::Unknown;
    return isUnderWay() ? OpenStage::Asking : OpenStage::Idle;
}

QString ShiftOpener::unknownText() {
    return tr(
        "The server has not answered. Whether the shift is open is not known: it is being "
        "asked again, and one is opened only.");
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
    v1::OpenShiftRequest request;
    for (const v1::Money& each : floats) *request.add_opening_float() = each;
    return errand_.start<v1::OpenShiftRequest, v1::Shift>(
        client::kOpenShift, std::move(request),
        [this](const client::Answer<v1::Shift>& answer, bool) { answered(answer); });
}

void ShiftOpener::forget() {
    shift_.Clear();
    finding_ = false;
    ++question_;
    errand_.letGo();
    Q_EMIT changed();
}

void ShiftOpener::answered(const client::Answer<v1::Shift>& answer) {
    if (answer.done()) {
        shift_ = answer.value;
        return finish(true);
    }
    if (answer.refusal.reason == v1::ErrorReason::SHIFT_OPEN) return findOpen();
    fail(qt::outcomeText(answer));
}

// One that is being counted is not closed either, and takes no cash.
void ShiftOpener::findOpen() {
    finding_ = true;
    const int question = ++question_;
    desk_.ask(client::kGetShift, {}, this,
              [this, question](const client::Answer<v1::Shift>& answer) {
                  if (question != question_) return;
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
    finding_ = false;
    Q_EMIT changed();
    Q_EMIT opened(now);
}

void ShiftOpener::fail(const QString& text) {
    finding_ = false;
    Q_EMIT changed();
    Q_EMIT said(text, sale::Tone::Danger);
}

}  // namespace tessera::till
