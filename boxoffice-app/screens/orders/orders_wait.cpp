// SPDX-License-Identifier: Apache-2.0
// What the orders screen asks where it is not known whether something was done, and only somebody
// else can find out.
#include <QtGui/QKeySequence>

#include "boxoffice-app/screens/orders/orders_screen.h"
#include "boxoffice-app/shell/ask_line.h"
#include "shared/qt/desk/approval_dialog.h"
#include "shared/qt/sale/words.h"

namespace tessera::boxoffice {
namespace {

constexpr const char* kRefundPermission = "refund";
constexpr QKeyCombination kAgainKey = Qt::CTRL | Qt::Key_G;
constexpr QKeyCombination kLaterKey = Qt::CTRL | Qt::SHIFT | Qt::Key_G;

}  // namespace

QString OrdersScreen::keyText(QKeyCombination key) {
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

QString OrdersScreen::waitText() const {
    const orders::DeedWait wait = deeds_.waitsFor();
    const QString most = sale::moneyText(wait.most, workplace().languages().locale());
    if (wait.most.currency_code().empty()) {
        return tr("Find out what became of order %1.").arg(sale::textOf(deeds_.waitsForOrder()));
    }
    switch (wait.kind) {
        case orders::DeedKind::Refund:
            return tr("Take %n ticket(s) back for %1.", "", wait.tickets).arg(most);
        case orders::DeedKind::Settle:
            return tr("%1 was handed over").arg(most) + u'.';
        case orders::DeedKind::Exchange:
            return tr("Exchange %n ticket(s), %1 at most goes back.", "", wait.tickets).arg(most);
        default:
            return tr("Find out what became of order %1.")
                .arg(sale::textOf(deeds_.waitsForOrder()));
    }
}

QString OrdersScreen::waitKeysText() const {
    const orders::DeedWait wait = deeds_.waitsFor();
    const QString again = keyText(kAgainKey);
    const QString later = keyText(kLaterKey);
    if (!wait.approval) {
        return tr("Not known whether it was done. Somebody whose role may do it signs in here to "
                  "find out; %1 leaves it for later. Hand nothing out until then.")
            .arg(later);
    }
    if (wait.notDone) {
        return tr("It was not done: it needs another approval. %1 asks for it, %2 leaves it.")
            .arg(again, later);
    }
    return tr("Not known whether it was done. An approval finds out: %1 asks for it, %2 leaves it "
              "for later. Hand nothing out until then.")
        .arg(again, later);
}

bool OrdersScreen::asksToGoOn() const {
    return asksToGoOn_ && ask_->isOpen() && deeds_.stage() == orders::DeedStage::Waiting;
}

// What somebody types in the line meanwhile is left alone: the message says how to go on.
void OrdersScreen::askToGoOn() {
    if (ask_->isOpen() && !asksToGoOn_) return;
    asksToGoOn_ = true;
    const orders::DeedWait wait = deeds_.waitsFor();
    const QString what = waitText();
    if (!wait.approval) {
        return ask_->ask(
            {.first = tr("Not known whether it was done: %1").arg(what),
             .button = tr("&Leave it for later"),
             .taken = [this](const QString&, const QString&) { deeds_.leaveForLater(); }});
    }
    const qt::ApprovalWanted wanted{.permission = kRefundPermission,
                                    .event = deeds_.waitsForEvent(),
                                    .subject = deeds_.waitsForOrder(),
                                    .amountMinorMost = wait.most.minor_units(),
                                    .what = what};
    ask_->ask({.first = wait.notDone ? tr("Not done yet: %1").arg(what)
                                     : tr("Not known whether it was done: %1").arg(what),
               .button = tr("&Get the approval"),
               .taken = [this, wanted](const QString&, const QString&) {
                   qt::ApprovalDialog::ask(desk(), wanted, this, [this](const std::string& token) {
                       deeds_.approve(token);
                   });
               }});
}

}  // namespace tessera::boxoffice
