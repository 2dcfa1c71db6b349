// SPDX-License-Identifier: Apache-2.0
// What the money screen shows of the shift, which page it is at, and what can be done.
#include <QtCore/QLocale>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

#include "boxoffice-app/screens/money/count_panel.h"
#include "boxoffice-app/screens/money/entry_panel.h"
#include "boxoffice-app/screens/money/money_screen.h"
#include "boxoffice-app/screens/money/settle_panel.h"
#include "boxoffice-app/shell/tone.h"
#include "shared/base/money.h"
#include "shared/qt/sale/cart.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/till/shift_words.h"

namespace tessera::boxoffice {

using till::ShiftSeen;
using till::ShiftStage;

bool MoneyScreen::isOpen() const {
    return work_.seen() == ShiftSeen::Here && !work_.isElsewhere() &&
           work_.shift().state() == v1::Shift::OPEN;
}

// Those of the shift, of the event that is sold, or of the last time.
std::vector<std::string> MoneyScreen::currencies() const {
    std::vector<std::string> out = work_.currencies();
    // What this till sells in is in no other till's drawer.
    if (work_.isElsewhere() && !out.empty()) return out;
    const std::string sold = sale::Cart::of(workplace()).event().config().currency_code();
    if (!sold.empty() && std::ranges::find(out, sold) == out.end()) out.push_back(sold);
    const auto had =
        till::currenciesTyped(workplace().store().text(QLatin1String(kSoldCurrencies)));
    for (const std::string& each : had.value_or(std::vector<std::string>())) {
        if (std::ranges::find(out, each) == out.end()) out.push_back(each);
    }
    if (work_.seen() == ShiftSeen::Here && !out.empty()) return out;
    const auto kept =
        till::currenciesTyped(workplace().store().text(QLatin1String(kKeptCurrencies)));
    if (kept) return *kept;
    if (!out.empty()) return out;
    const auto ofPlace =
        till::currenciesTyped(QLocale::system().currencySymbol(QLocale::CurrencyIsoCode));
    return ofPlace.value_or(std::vector<std::string>{"EUR"});
}

// What this till has sold in since its shift began: it may be in the drawer.
void MoneyScreen::rememberSold(const v1::Order& order) {
    const QString code = QString::fromStdString(order.total().currency_code());
    QStringList codes =
        workplace().store().text(QLatin1String(kSoldCurrencies)).split(u',', Qt::SkipEmptyParts);
    if (code.isEmpty() || codes.contains(code)) return;
    workplace().store().set(QLatin1String(kSoldCurrencies), (codes << code).join(u','));
}

MoneyScreen::Page MoneyScreen::pageOf() const {
    if (work_.seen() == ShiftSeen::None) return Page::Float;
    if (work_.seen() != ShiftSeen::Here) return Page::Wait;
    switch (work_.shift().state()) {
        case v1::Shift::OPEN:
            return work_.isElsewhere() ? Page::Count : Page::Entry;
        case v1::Shift::COUNTING:
            return Page::Count;
        case v1::Shift::COUNTED:
            return Page::Settle;
        default:
            return Page::Report;
    }
}

void MoneyScreen::show(Page page) {
    page_ = page;
    pages_->setCurrentIndex(static_cast<int>(page));
    if (page == Page::Float && floatPanel_->model().isEmpty()) {
        floatPanel_->setCurrencies(currencies());
    }
    if (page == Page::Count && countPanel_->model().isEmpty()) {
        countPanel_->setCurrencies(currencies());
    }
    refreshActions();
    if (isVisible()) homeFocus();
}

void MoneyScreen::settle() {
    const std::tuple now{work_.seen(), work_.shift().state(), work_.shift().shift()};
    if (now == settled_) return;
    // What was typed is of one drawer alone; it stays while none is seen.
    const std::string& shift = work_.shift().shift();
    if (!shift.empty() && shift != countedOf_) {
        countPanel_->clear();
        countedOf_ = shift;
    }
    settled_ = now;
    show(pageOf());
    if (page_ == Page::Report) readReport();
}

void MoneyScreen::refresh() {
    settle();
    refreshShift();
    const QLocale& locale = workplace().languages().locale();
    entries_.show(till::entryRows(work_.shift(), locale));
    entryPanel_->setCurrencies(currencies());
    settlePanel_->show(work_.shift(), locale);
    refreshActions();
}

void MoneyScreen::refreshShift() {
    const QLocale& locale = workplace().languages().locale();
    const v1::Shift& shift = work_.shift();
    const bool here = work_.seen() == ShiftSeen::Here;
    heading_->setText(here ? till::shiftTitle(shift, locale) : tr("The till's shift"));
    qt::TextRole role = qt::TextRole::Plain;
    state_->setText(stateText(role));
    qt::setTextRole(state_, role);
    float_->setText(here ? tr("At the beginning: %1").arg(till::floatText(shift, locale))
                         : QString());
    float_->setVisible(here);
    wait_->setText(work_.seen() == ShiftSeen::Colleagues
                       ? tr("The shift of this till is a colleague's. Cash of your sales goes into "
                            "it; they or a supervisor count it.")
                       : tr("How the shift stands is not known yet: the server is being asked."));
}

QString MoneyScreen::stateText(qt::TextRole& role) const {
    if (work_.stage() == ShiftStage::Unknown || opener_.stage() == till::OpenStage::Unknown) {
        role = qt::TextRole::Danger;
        return tr("Whether the last step was done is not known: it is being asked again.");
    }
    if (work_.stage() == ShiftStage::Busy) {
        role = qt::TextRole::Warning;
        return tr("The count is kept; it waits for cash of sales that is under way.");
    }
    if (work_.stage() == ShiftStage::Asking || opener_.isUnderWay()) {
        return tr("The server is being asked.");
    }
    const v1::Shift& shift = work_.shift();
    switch (work_.seen()) {
        case ShiftSeen::NotRead:
            return tr("Not known yet.");
        case ShiftSeen::None:
            role = qt::TextRole::Warning;
            return tr("No shift is open: no cash can be taken.");
        case ShiftSeen::Colleagues:
            return tr("A colleague's shift is open.");
        case ShiftSeen::Here:
            break;
    }
    if (shift.state() == v1::Shift::OPEN) role = qt::TextRole::Good;
    return tr("%1. Opened by %2, %3")
        .arg(till::stateText(shift.state()), sale::textOf(shift.staff_name()),
             sale::dateText(shift.open_time(), till::tillZone(), workplace().languages().locale()));
}

void MoneyScreen::refreshActions() {
    const bool idle = !work_.isUnderWay() && !opener_.isUnderWay();
    const bool here = work_.seen() == ShiftSeen::Here;
    const auto state = work_.shift().state();
    const bool elsewhere = work_.isElsewhere();
    const bool canCount = here && (idle || work_.stage() == ShiftStage::Busy) &&
                          (state == v1::Shift::OPEN || state == v1::Shift::COUNTING);
    const bool canClose = idle && here && state == v1::Shift::COUNTED;
    for (const char* name : {"paid_in", "paid_out", "no_sale"}) {
        setAvailable(QLatin1String(name), idle && isOpen());
    }
    setAvailable(QStringLiteral("count"), canCount);
    setAvailable(QStringLiteral("close"), canClose);
    setAvailable(QStringLiteral("own_till"), idle && elsewhere);
    buttons_[kOwnButton]->setVisible(elsewhere);
    setAvailable(QStringLiteral("count_there"),
                 idle && page_ == Page::Shifts && desk().may(kSignOff));
    setAvailable(QStringLiteral("report"), here);
    for (const char* name : {"print", "save_pdf"}) {
        setAvailable(QLatin1String(name), reports_.report().has_value());
    }
    setAvailable(QStringLiteral("earlier"), page_ == Page::Shifts && reports_.hasMore());
    const bool canOpen = idle && !elsewhere && (!here || state == v1::Shift::CLOSED);
    setAvailable(QStringLiteral("go"),
                 (page_ == Page::Float && canOpen) || (page_ == Page::Entry && idle && isOpen()) ||
                     (page_ == Page::Count && canCount) || (page_ == Page::Settle && canClose));
    workplace().actions().refresh();  // What the page is for is another one on another page.
}

void MoneyScreen::say(const QString& text, sale::Tone tone) {
    qt::setTextRole(message_, roleOf(tone));
    message_->setText(text);
    workplace().say(text, messageKindOf(tone));
}

}  // namespace tessera::boxoffice
