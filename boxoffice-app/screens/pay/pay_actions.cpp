// SPDX-License-Identifier: Apache-2.0
// What the pay screen does by keys and buttons, and what it shows then.
#include <QtCore/QDateTime>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include "boxoffice-app/screens/pay/pay_screen.h"
#include "boxoffice-app/shell/print_panel.h"
#include "boxoffice-app/shell/tone.h"
#include "shared/qt/payment/cash.h"
#include "shared/qt/sale/words.h"

namespace tessera::boxoffice {

using payment::PayStage;

namespace {

const QString kSellScreen = QStringLiteral("sell");
const QString kPrintersScreen = QStringLiteral("printers");
const QString kReader = QStringLiteral("reader");
constexpr int kDueDays = 30;
constexpr qsizetype kCodeLettersLeast = 10;

QString nameOf(const QLabel* label) {
    return label->text().remove(u'&');
}

}  // namespace

void PayScreen::addActions() {
    static const std::function<QString()> kTexts[] = {
        [] { return tr("E&xact cash"); }, [] { return tr("Next &note"); },
        [] { return tr("Second next n&ote"); }, [] { return tr("T&hird next note"); }};
    static constexpr int kKeys[] = {Qt::Key_F2, Qt::Key_F3, Qt::Key_F4, Qt::Key_F5};
    for (int i = 0; i < kQuick; ++i) {
        addAction({.name = QStringLiteral("cash%1").arg(i + 1),
                   .text = kTexts[i],
                   .key = QKeySequence(kKeys[i]),
                   .run = [this, i] { quick(i); }});
    }
    addAction({.name = QStringLiteral("card"),
               .text = [] { return tr("Car&d at the terminal"); },
               .key = QKeySequence(Qt::Key_F7),
               .run = [this] { card(); }});
    addAction({.name = QStringLiteral("gift_card"),
               .text = [] { return tr("&Gift card"); },
               .key = QKeySequence(Qt::Key_F8),
               .run = [this] { ask(Asked::GiftCard); }});
    addAction({.name = QStringLiteral("invoice"),
               .text = [] { return tr("In&voice"); },
               .key = QKeySequence(Qt::Key_F9),
               .run =
                   [this] {
                       if (payer_.wantsApproval()) return findOut();
                       ask(Asked::Invoice);
                   }});
    addAction({.name = QStringLiteral("open_shift"),
               .text = [] { return tr("Open the shi&ft"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_O),
               .run = [this] { askShift(); },
               .permission = QStringLiteral("run_shift")});
    addAction({.name = QStringLiteral("back"),
               .text = [] { return tr("&Back to choosing"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_B),
               .run = [this] { leaveForSale(); }});
    addAction({.name = QStringLiteral("give_up"),
               .text = [] { return tr("Give &up the order"); },
               .key = payment::giveUpKey(),
               .run = [this] { payer_.giveUp(); }});
    addAction({.name = QStringLiteral("next"),
               .text = [] { return tr("&Next sale"); },
               .key = QKeySequence(Qt::Key_F12),
               .run = [this] { leaveForSale(); }});
    for (int i = 0; i < 3; ++i) {
        static constexpr const char* kWays[] = {"card", "gift_card", "invoice"};
        bind(ways_[i], QLatin1String(kWays[i]));
    }
    bind(back_, QStringLiteral("back"));
    bind(giveUp_, QStringLiteral("give_up"));
    bind(next_, QStringLiteral("next"));
    for (int i = 0; i < kQuick; ++i) {
        connect(quick_[i], &QPushButton::clicked, this, [this, i] { quick(i); });
    }
}

void PayScreen::addPrintActions() {
    addAction({.name = QStringLiteral("queue"),
               .text = [] { return tr("To the &print queue"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_P),
               .run = [this] { print_->begin(); }});
    for (ActionMade& each : print_->actions(desk())) addAction(std::move(each));
    addAction({.name = QStringLiteral("printers"),
               .text = [] { return tr("Set up printers and ter&minal"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_U),
               .run = [this] { workplace().goTo(kPrintersScreen); }});
    bind(printButtons_[0], QStringLiteral("print_again"));
    bind(printButtons_[1], QStringLiteral("on_paper"));
    bind(printButtons_[2], QStringLiteral("not_printed"));
}

std::string PayScreen::currency() const {
    return payer_.event().config().currency_code();
}

std::vector<std::int64_t> PayScreen::quickAmounts() const {
    if (!payer_.canPay()) return {};
    return payment::quickAmounts(payer_.left().minor_units(), currency());
}

void PayScreen::quick(int number) {
    const auto amounts = quickAmounts();
    if (static_cast<std::size_t>(number) >= amounts.size()) return;
    payer_.payCash(amounts[static_cast<std::size_t>(number)]);
}

std::optional<std::int64_t> PayScreen::amountPart() {
    const QString typed = amount_->text().trimmed();
    if (typed.isEmpty()) return 0;
    const auto amount = sale::amountTyped(typed, currency(), workplace().languages().locale());
    if (amount) return amount;
    say(tr("%1: an amount like 12.50, in %2.")
            .arg(nameOf(amountLabel_).section(u';', 0, 0), QString::fromStdString(currency())),
        sale::Tone::Danger);
    amount_->selectAll();
    return std::nullopt;
}

void PayScreen::takeCash() {
    const PayStage stage = payer_.stage();
    if (stage == PayStage::Sold || stage == PayStage::Over) return leaveForSale();
    const QString typed = amount_->text().trimmed();
    if (payer_.total().minor_units() == 0) {
        payer_.payNothing();
        return;
    }
    const bool letters =
        std::any_of(typed.begin(), typed.end(), [](QChar each) { return each.isLetter(); });
    if (letters && typed.size() >= kCodeLettersLeast) {
        if (payer_.payGiftCard(typed)) amount_->clear();
        return;
    }
    const auto given = amountPart();
    if (!given) return;
    const std::int64_t amount = typed.isEmpty() ? payer_.left().minor_units() : *given;
    if (payer_.payCash(amount)) return amount_->clear();
    amount_->selectAll();
}

void PayScreen::card() {
    const auto part = amountPart();
    if (!part) return;
    if (payer_.payReader(workplace().store().text(kReader), *part)) return amount_->clear();
    amount_->selectAll();
}

void PayScreen::ask(Asked what) {
    asked_ = what;
    cash_ = CashWaits::No;
    billed_.stop();
    askPart_->setVisible(what != Asked::Nothing);
    askTexts();
    if (what == Asked::Nothing) return bringIntoSight(stage_);
    const bool invoice = what == Asked::Invoice;
    askField_->clear();
    dueLabel_->setVisible(invoice);
    due_->setVisible(invoice);
    due_->setDate(QDate::currentDate().addDays(kDueDays));
    if (invoice) {
        const v1::Customer& buyer = sale::Cart::of(workplace()).customer();
        billed_.setCustomer(buyer);
        askField_->setText(billed_.name().isEmpty() ? sale::textOf(buyer.name()) : billed_.name());
    }
    askField_->setFocus();
    bringIntoSight(askPart_);
}

void PayScreen::askTexts() {
    const bool shift = asked_ == Asked::Shift;
    switch (asked_) {
        case Asked::Nothing:
        case Asked::GiftCard:
            askLabel_->setText(tr("C&ode of the gift card, or scan it"));
            break;
        case Asked::Invoice:
            askLabel_->setText(tr("&Who is billed"));
            break;
        case Asked::Shift:
            askLabel_->setText(
                tr("In the dra&wer now, in %1").arg(QString::fromStdString(shiftCurrency())));
            break;
    }
    askField_->setAccessibleName(nameOf(askLabel_));
    askField_->setAlignment(shift ? Qt::AlignRight : Qt::AlignLeft);
    askTake_->setText(shift ? tr("Open the shi&ft") : tr("Take i&t"));
}

void PayScreen::takeAsked() {
    if (asked_ == Asked::Shift) return openShift();
    if (asked_ == Asked::Invoice) return onAccount();
    const auto part = amountPart();
    if (!part || !payer_.payGiftCard(askField_->text(), *part)) return askField_->setFocus();
    askField_->clear();
    amount_->clear();
    homeFocus();
}

// What was typed or scanned is in its fields again, to be compared with the card.
void PayScreen::giftCardRefused(const QString& code, std::int64_t part) {
    // Something else is being typed, or another screen is in sight: it has been said.
    const bool elsewhere = asked_ == Asked::Shift || asked_ == Asked::Invoice || !isVisible();
    if (elsewhere) return;
    setAmount(part);
    ask(Asked::GiftCard);
    askField_->setText(code);
    askField_->selectAll();
}

// Nothing typed where it is nothing.
void PayScreen::setAmount(std::int64_t minor) {
    v1::Money amount;
    amount.set_currency_code(currency());
    amount.set_minor_units(minor);
    amount_->setText(minor > 0 ? sale::amountText(amount, workplace().languages().locale())
                               : QString());
}

// Once for cash that was taken in this run of the app: after a restart nobody stands before it.
void PayScreen::openDrawer() {
    const bool cash = payer_.tookCashHere() || payer_.givesBackCashHere();
    if (!cash || !room_.hasDrawer() || room_.openDrawer()) return;
    sayOfPrint(tr("The drawer was not opened: no receipt printer is set up."), sale::Tone::Warning);
}

void PayScreen::leaveForSale() {
    // What was typed for it is not the next one's.
    const auto stage = payer_.stage();
    if (stage == PayStage::Sold || stage == PayStage::Over) amount_->clear();
    payer_.goBack();
    payer_.close();
    if (asked_ == Asked::Shift) ask(Asked::Nothing);
    message_->clear();
    workplace().goTo(kSellScreen);
}

void PayScreen::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && asked_ != Asked::Nothing) {
        ask(Asked::Nothing);
        return homeFocus();
    }
    if (event->key() == Qt::Key_Escape && payer_.canGoBack()) return leaveForSale();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool over = payer_.stage() == PayStage::Sold || payer_.stage() == PayStage::Over;
    if (enter && over && asked_ != Asked::Shift) return leaveForSale();
    if (enter && asked_ == Asked::Invoice && due_->hasFocus()) return takeAsked();
    Screen::keyPressEvent(event);
}

void PayScreen::say(const QString& text, sale::Tone tone) {
    qt::setTextRole(message_, roleOf(tone));
    message_->setText(text);
    workplace().say(text, messageKindOf(tone));
}

void PayScreen::sayOfPrint(const QString& text, sale::Tone tone) {
    print_->tell(text, tone);
    workplace().say(text, messageKindOf(tone));
}

}  // namespace tessera::boxoffice
