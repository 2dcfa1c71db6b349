// SPDX-License-Identifier: Apache-2.0
// The sale on account: who is billed, who approves it, and what is asked again of it.
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <utility>

#include "boxoffice-app/screens/pay/pay_screen.h"
#include "shared/qt/desk/approval_dialog.h"
#include "shared/qt/sale/words.h"

namespace tessera::boxoffice {
namespace {

constexpr const char* kOnAccount = "sell_on_account";

}  // namespace

void PayScreen::followAccount() {
    connect(&billed_, &payment::BilledSearch::chosen, this, &PayScreen::billed);
    connect(&billed_, &payment::BilledSearch::wrong, this, [this](const QString& text) {
        if (asked_ != Asked::Invoice) return;
        say(text, sale::Tone::Danger);
        askField_->setFocus();
        askField_->selectAll();
    });
    connect(&payer_, &payment::Payer::approvalNeeded, this, &PayScreen::findOut);
    // What was typed is in its field again, for another customer.
    connect(&payer_, &payment::Payer::customerRefused, this, [this] {
        const QString name = billed_.name();
        const QDate due = due_->date();
        ask(Asked::Invoice);
        askField_->setText(name);
        askField_->selectAll();
        due_->setDate(due);
    });
}

void PayScreen::onAccount() {
    billed_.find(askField_->text());
}

// They are known: what was typed becomes their name, so that it is seen who it is.
void PayScreen::billed() {
    if (asked_ != Asked::Invoice || !payer_.canPay()) return;
    askField_->setText(billed_.name());
    const QDate due = due_->date();
    const auto send = [this, who = billed_.customer(), due](const std::string& token) {
        if (!payer_.payOnAccount(who, due, token)) return askField_->setFocus();
        homeFocus();
    };
    if (desk().may(kOnAccount)) return send({});
    askApproval(billed_.name(), send);
}

void PayScreen::askApproval(const QString& who,
                            std::function<void(const std::string& token)> given) {
    const bool ordered = !payer_.order().order().empty();
    const QString amount = sale::moneyText(payer_.left(), workplace().languages().locale());
    qt::ApprovalDialog::ask(
        desk(),
        {.permission = kOnAccount,
         .event = payer_.reservation().event(),
         .subject = ordered ? payer_.order().order() : payer_.reservation().reservation(),
         .amountMinorMost = payer_.left().minor_units(),
         .what = who.isEmpty() ? tr("%1 on account").arg(amount)
                               : tr("%1 on account: %2").arg(amount, who)},
        this, std::move(given));
}

// Whether it was paid is not known, and is heard with an approval alone.
void PayScreen::findOut() {
    if (!payer_.wantsApproval()) return;
    say(tr("Whether it was paid on account is not known. To find out, somebody must approve it "
           "again; nothing is paid twice."),
        sale::Tone::Danger);
    if (findChild<qt::ApprovalDialog*>() != nullptr) return;
    askApproval(billed_.name(), [this](const std::string& token) { payer_.approve(token); });
}

}  // namespace tessera::boxoffice
