// SPDX-License-Identifier: Apache-2.0
// The question for the till's shift, and the cash that goes on once it is open.
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include "boxoffice-app/screens/pay/pay_screen.h"
#include "shared/qt/sale/words.h"

namespace tessera::boxoffice {

using payment::PayStage;

void PayScreen::followShift() {
    connect(&payer_, &payment::Payer::shiftNeeded, this, &PayScreen::needShift);
    connect(&payer_, &payment::Payer::changed, this, &PayScreen::followCash);
    connect(&shift_, &till::ShiftOpener::said, this, &PayScreen::say);
    connect(&shift_, &till::ShiftOpener::opened, this, &PayScreen::shiftOpened);
    connect(&workplace(), &Workplace::enrolmentChanged, this, [this] { shift_.forget(); });
}

// What is typed in it already stays.
void PayScreen::askShift() {
    if (asked_ != Asked::Shift) ask(Asked::Shift);
    askField_->setFocus();
}

void PayScreen::needShift(std::int64_t given) {
    setAmount(given);
    if (!desk().may("run_shift")) return;
    askShift();
    cash_ = CashWaits::ForShift;
}

std::string PayScreen::shiftCurrency() const {
    const std::string ofSale = currency();
    if (!ofSale.empty()) return ofSale;
    return sale::Cart::of(workplace()).event().config().currency_code();
}

void PayScreen::openShift() {
    if (!shift_.open(askField_->text(), shiftCurrency())) {
        askField_->setFocus();
        askField_->selectAll();
        return;
    }
    say(tr("The shift is being opened."), sale::Tone::Plain);
}

void PayScreen::shiftOpened(bool now) {
    const bool cash = cash_ == CashWaits::ForShift;
    say(now ? tr("The shift is open.")
            : tr("A shift was open at this till before, with its own opening float: cash goes "
                 "into that one."),
        sale::Tone::Good);
    if (asked_ == Asked::Shift) {
        ask(Asked::Nothing);
        homeFocus();
    }
    if (!cash) return;
    cash_ = CashWaits::ForOrder;
    followCash();
}

// Whatever else is asked or has ended the sale: the cash that waited is not taken by itself.
void PayScreen::followCash() {
    if (cash_ == CashWaits::No) return;
    switch (payer_.stage()) {
        case PayStage::Choosing:
        case PayStage::Waiting:
            if (cash_ != CashWaits::ForOrder || !payer_.canPay()) return;
            cash_ = CashWaits::No;
            return takeCash();
        case PayStage::Nothing:
        case PayStage::Asking:
        case PayStage::Unknown:
        case PayStage::Sold:
        case PayStage::Over:
            cash_ = CashWaits::No;
            return;
    }
}

}  // namespace tessera::boxoffice
