// SPDX-License-Identifier: Apache-2.0
// What the pay screen shows of the payment as it stands, and what can be done then.
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <algorithm>

#include "boxoffice-app/screens/pay/pay_screen.h"
#include "boxoffice-app/shell/print_panel.h"
#include "shared/qt/sale/words.h"

namespace tessera::boxoffice {

using payment::PayStage;

QString PayScreen::stageText(qt::TextRole& role) const {
    role = qt::TextRole::Plain;
    switch (payer_.stage()) {
        case PayStage::Nothing:
            return tr("Nothing is to be paid.");
        case PayStage::Choosing:
            if (payer_.total().minor_units() == 0) return tr("Nothing to pay: Enter takes it.");
            return payer_.covered().minor_units() > 0 ? tr("A part is paid. How is the rest paid?")
                                                      : tr("How is it paid?");
        case PayStage::Asking:
            return tr("The server is asked.");
        case PayStage::Unknown:
            role = qt::TextRole::Danger;
            if (payer_.wantsApproval()) {
                return tr(
                    "Not known whether it is paid on account. F9: approve it again, to find "
                    "out.");
            }
            return tr(
                "Not known whether it is paid. It is being asked again: take no money, hand "
                "out no tickets until the answer is here.");
        case PayStage::Waiting:
            role = qt::TextRole::Warning;
            if (payer_.isReplacing()) {
                return tr(
                    "The card at the terminal is being cancelled: take no more money until "
                    "that is done.");
            }
            if (!payer_.declined().empty() && payer_.canPay()) {
                role = qt::TextRole::Danger;
                if (payment::TenderModel::isOfTerminal(payer_.declined())) {
                    return tr("No card is being asked for: %1. The card key asks the terminal "
                              "again; another way to pay cancels it.")
                        .arg(payment::TenderModel::declineText(payer_.declined()));
                }
                return tr("The card was declined: %1. The card key asks for one again; another way "
                          "to pay cancels it.")
                    .arg(payment::TenderModel::declineText(payer_.declined()));
            }
            return payer_.waitsForCard() ? tr("Waiting for the card at the terminal. After a "
                                              "decline the card key asks it "
                                              "again; another way to pay cancels it.")
                                         : tr("The payment is being booked.");
        case PayStage::Sold:
            role = qt::TextRole::Good;
            return payer_.change().minor_units() > 0
                       ? tr("Sold. Give the change. Enter: next sale.")
                       : tr("Sold. Enter: next sale.");
        case PayStage::Over:
            role = qt::TextRole::Warning;
            return payer_.change().minor_units() > 0
                       ? tr("Not sold. Give the cash back. Enter: next sale.")
                       : tr("Not sold. Enter: next sale.");
    }
    return {};
}

QString PayScreen::timeText() const {
    const QLocale& locale = workplace().languages().locale();
    if (payer_.canGoBack()) {
        return tr("Held for %1").arg(sale::countdownText(clock_.secondsLeft(), locale));
    }
    if (!payer_.canPay() || !desk().isConnectedTo()) return {};
    constexpr std::int64_t kMicrosOfSecond = 1'000'000;
    const std::int64_t left =
        payer_.order().pay_deadline().seconds() - desk().serverTime().micros / kMicrosOfSecond;
    return tr("To be paid within %1")
        .arg(sale::countdownText(static_cast<int>(std::max<std::int64_t>(0, left)), locale));
}

QString PayScreen::saleText() const {
    if (payer_.stage() == PayStage::Nothing) return {};
    const QLocale& locale = workplace().languages().locale();
    const v1::Event& event = payer_.event();
    QStringList lines = {
        sale::textOf(event.config().name()),
        sale::dateText(event.config().starts_at(), event.venue().time_zone(), locale)};
    for (const v1::ReservedSeat& seat : payer_.reservation().seats()) {
        lines << sale::placeText(seat.label());
    }
    for (const v1::ReservedArea& area : payer_.reservation().areas()) {
        lines << tr("%1 × %2", "number of places, area")
                     .arg(locale.toString(area.quantity()), sale::placeText(area.label()));
    }
    constexpr qsizetype kLinesMost = 8;
    if (lines.size() > kLinesMost) {
        const int more = static_cast<int>(lines.size() - kLinesMost);
        lines = lines.mid(0, kLinesMost);
        lines << tr("and %n more place(s)", "", more);
    }
    return lines.join(u'\n');
}

void PayScreen::refresh() {
    refreshFigures();
    refreshActions();
    qt::TextRole role = qt::TextRole::Plain;
    stage_->setText(stageText(role));
    qt::setTextRole(stage_, role);
    time_->setText(timeText());
    time_->setVisible(!time_->text().isEmpty());
    saleLabel_->setText(saleText());
    saleLabel_->setVisible(!saleLabel_->text().isEmpty());
    table_->setVisible(tenders_.rowCount() > 0);
    const bool over = payer_.stage() == PayStage::Sold || payer_.stage() == PayStage::Over;
    const bool asks = asked_ == Asked::Shift;
    if (over && !asks && isVisible() && !next_->hasFocus()) next_->setFocus();
}

void PayScreen::refreshFigures() {
    const QLocale& locale = workplace().languages().locale();
    const bool any = payer_.stage() != PayStage::Nothing;
    const v1::Money amounts[] = {payer_.total(), payer_.covered(), payer_.left(), payer_.change()};
    for (int i = 0; i < 4; ++i) {
        figures_[i]->setText(any ? sale::moneyText(amounts[i], locale) : QStringLiteral("–"));
    }
    const bool unknown = payer_.stage() == PayStage::Unknown;
    if (unknown) {
        figures_[1]->setText(tr("not known"));
        figures_[2]->setText(tr("not known"));
    }
    const auto quick = quickAmounts();
    for (int i = 0; i < kQuick; ++i) {
        const bool there = static_cast<std::size_t>(i) < quick.size();
        v1::Money amount;
        amount.set_currency_code(currency());
        amount.set_minor_units(there ? quick[static_cast<std::size_t>(i)] : 0);
        static constexpr const char* kKeys[] = {"F2", "F3", "F4", "F5"};
        quick_[i]->setVisible(there);
        quick_[i]->setText(tr("%1  (%2)", "amount, key")
                               .arg(sale::moneyText(amount, locale), QLatin1String(kKeys[i])));
        quick_[i]->setAccessibleName(
            tr("Cash %1").arg(there ? sale::moneyText(amount, locale) : QString()));
        setAvailable(QStringLiteral("cash%1").arg(i + 1), there);
    }
}

void PayScreen::refreshActions() {
    const bool can = payer_.canPay() && payer_.left().minor_units() > 0;
    const bool over = payer_.stage() == PayStage::Sold || payer_.stage() == PayStage::Over ||
                      payer_.stage() == PayStage::Nothing;
    for (const char* name : {"card", "gift_card"}) setAvailable(QLatin1String(name), can);
    setAvailable(QStringLiteral("invoice"), can || payer_.wantsApproval());
    setAvailable(QStringLiteral("back"), payer_.canGoBack());
    setAvailable(QStringLiteral("give_up"), payer_.canGiveUp());
    setAvailable(QStringLiteral("next"), over);
    if (print_ != nullptr) {
        setAvailable(QStringLiteral("queue"), print_->can(QStringLiteral("queue")));
        for (const char* name : {"print_again", "on_paper", "not_printed", "try_printer"}) {
            setAvailable(QLatin1String(name), print_->can(QLatin1String(name)));
        }
    }
    take_->setText(payer_.stage() == PayStage::Choosing && payer_.total().minor_units() == 0
                       ? tr("Ta&ke it for nothing")
                       : tr("Ta&ke cash"));
    take_->setEnabled(payer_.canPay());
    // While an order is read again that refused what was asked, that stays.
    const bool passes = payer_.canPay() || payer_.stage() == PayStage::Waiting;
    if (!passes && asked_ != Asked::Shift) {
        asked_ = Asked::Nothing;
        askPart_->hide();
    }
}

}  // namespace tessera::boxoffice
