// SPDX-License-Identifier: Apache-2.0
// What the orders screen does by keys and buttons.
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <iterator>

#include "boxoffice-app/screens/orders/exchange_page.h"
#include "boxoffice-app/screens/orders/order_page.h"
#include "boxoffice-app/screens/orders/orders_screen.h"
#include "boxoffice-app/shell/ask_line.h"
#include "boxoffice-app/shell/find_panel.h"
#include "shared/qt/desk/approval_dialog.h"
#include "shared/qt/sale/customer_search.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/seat_map/seat_map_view.h"

namespace tessera::boxoffice {
namespace {

constexpr const char* kRefund = "refund";
// Of four bytes at most: bytes of the contract / 4.
constexpr int kNoteLettersMost = 250;
constexpr int kReasonLettersMost = 50;

}  // namespace

void OrdersScreen::addActions() {
    addAction({.name = QStringLiteral("find"),
               .text = [] { return tr("&Find an order"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_F),
               .run = [this] { beginSearch(); }});
    addAction({.name = QStringLiteral("tickets"),
               .text = [] { return tr("To the &tickets"); },
               .key = QKeySequence(Qt::Key_F2),
               .run = [this] { toTickets(); }});
    addAction({.name = QStringLiteral("print"),
               .text = [] { return tr("&Print tickets"); },
               .key = QKeySequence(Qt::Key_F3),
               .run = [this] { print(); }});
    addAction({.name = QStringLiteral("hand_out"),
               .text = [] { return tr("Han&d out"); },
               .key = QKeySequence(Qt::Key_F4),
               .run = [this] { deeds_.handOut(chosen(), false); }});
    addAction({.name = QStringLiteral("not_handed_out"),
               .text = [] { return tr("Not handed out after a&ll"); },
               .key = QKeySequence(Qt::SHIFT | Qt::Key_F4),
               .run = [this] { deeds_.handOut(chosen(), true); }});
    addAction({.name = QStringLiteral("exchange"),
               .text = [] { return tr("E&xchange or move"); },
               .key = QKeySequence(Qt::Key_F7),
               .run = [this] { startExchange(); },
               .permission = QStringLiteral("exchange")});
    addAction({.name = QStringLiteral("name"),
               .text = [] { return tr("Another na&me"); },
               .key = QKeySequence(Qt::Key_F8),
               .run = [this] { name(); },
               .permission = QStringLiteral("exchange")});
    addAction({.name = QStringLiteral("note"),
               .text = [] { return tr("N&ote"); },
               .key = QKeySequence(Qt::Key_F9),
               .run = [this] { note(); }});
}

void OrdersScreen::addMoneyActions() {
    addAction({.name = QStringLiteral("refund"),
               .text = [] { return tr("&Refund"); },
               .key = QKeySequence(Qt::Key_F5),
               .run = [this] { refund(false); },
               .permission = QLatin1String(kRefund)});
    addAction({.name = QStringLiteral("refund_less_fee"),
               .text = [] { return tr("Refund, &keep the fee"); },
               .key = QKeySequence(Qt::SHIFT | Qt::Key_F5),
               .run = [this] { refund(true); },
               .permission = QLatin1String(kRefund)});
    addAction({.name = QStringLiteral("settle"),
               .text = [] { return tr("Handed o&ver"); },
               .key = QKeySequence(Qt::Key_F11),
               .run = [this] { settle(); },
               .permission = QLatin1String(kRefund)});
    addAction({.name = QStringLiteral("pay"),
               .text = [] { return tr("&Take the payment"); },
               .key = QKeySequence(Qt::Key_F12),
               .run = [this] { pay(); },
               .permission = QStringLiteral("sell")});
    addAction({.name = QStringLiteral("invoice"),
               .text = [] { return tr("&Invoice as PDF"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_I),
               .run = [this] { invoices_.save(order_.details().order()); },
               .permission = QStringLiteral("sell")});
}

void OrdersScreen::addMoreActions() {
    addAction({.name = QStringLiteral("open_invoice"),
               .text = [] { return tr("Open the saved invoice, to print it"); },
               .key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I),
               .run = [this] { openInvoice(); }});
    addAction({.name = QStringLiteral("again"),
               .text = [] { return tr("Read or ask a&gain"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_G),
               .run =
                   [this] {
                       deeds_.takeUp();
                       older_.follow(order_.details().order());
                       refresh();
                       order_.read();
                   }});
    addAction({.name = QStringLiteral("later"),
               .text = [] { return tr("Leave what is not known for later"); },
               .key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
               .run = [this] { deeds_.leaveForLater(); }});
    addAction({.name = QStringLiteral("mail"),
               .text = [] { return tr("Mail it agai&n"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_M),
               .run = [this] { mail(); },
               .permission = QStringLiteral("sell")});
    addAction({.name = QStringLiteral("confirm"),
               .text = [] { return tr("Ex&change them"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_Return),
               .run = [this] { confirmExchange(); }});
    addAction({.name = QStringLiteral("leave_exchange"),
               .text = [] { return tr("Leave it as it &was"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_D),
               .run = [this] { leaveExchange(); }});
    addAction({.name = QStringLiteral("seat_table"),
               .text = [] { return tr("Seats as a ta&ble"); },
               .key = QKeySequence(Qt::SHIFT | Qt::Key_F11),
               .run = [this] { exchangePage_->seatTable(); }});
    workplace().actions().addKeysOf(id(), &qt::SeatMapView::keys);
    static constexpr const char* kShown[] = {"print", "hand_out", "refund",  "exchange", "name",
                                             "note",  "settle",   "invoice", "pay",      "mail"};
    static_assert(std::size(kShown) == OrderPage::kButtons);
    for (int i = 0; i < OrderPage::kButtons; ++i) bind(page_->button(i), QLatin1String(kShown[i]));
    bind(exchangePage_->confirmButton(), QStringLiteral("confirm"));
    bind(exchangePage_->leaveButton(), QStringLiteral("leave_exchange"));
}

QString OrdersScreen::money(std::int64_t minor) const {
    v1::Money money;
    money.set_currency_code(order_.details().order().total().currency_code());
    money.set_minor_units(minor);
    return sale::moneyText(money, workplace().languages().locale());
}

orders::OrderDeeds::Tickets OrdersScreen::chosen() const {
    return tickets_.active(page_->rows());
}

void OrdersScreen::toTickets() {
    if (exchange_.isOpen()) return exchangePage_->begin();
    if (order_.isOpen()) return page_->begin({});
    beginSearch();
}

void OrdersScreen::print() {
    if (!papers_.hasPrinter()) {
        return say(tr("No ticket printer is set up: nothing is printed."), sale::Tone::Danger);
    }
    const auto tickets = chosen();
    if (!deeds_.needsReason(tickets)) {
        deeds_.print(tickets, {});
        return;
    }
    ask_->ask({.first = tr("Printed before. Why again?"),
               .charactersMost = kReasonLettersMost,
               .taken = [this, tickets](const QString& reason, const QString&) {
                   deeds_.print(tickets, reason);
               }});
}

void OrdersScreen::withApproval(std::int64_t amount, const QString& what,
                                std::function<void(const std::string&)> run) {
    if (desk().may(kRefund)) return run({});
    qt::ApprovalDialog::ask(desk(),
                            {.permission = kRefund,
                             .event = order_.eventId(),
                             .subject = order_.order(),
                             .amountMinorMost = amount,
                             .what = what},
                            this, std::move(run));
}

void OrdersScreen::refund(bool keepFee) {
    const auto tickets = chosen();
    if (tickets.empty()) {
        return say(tr("Tickets: none of those chosen admits."), sale::Tone::Warning);
    }
    const std::int64_t amount = deeds_.worthOf(tickets);
    const int many = static_cast<int>(tickets.size());
    const QString what =
        keepFee ? tr("Take %n ticket(s) back for %1 less the organiser's fee.", "", many)
                      .arg(money(amount))
                : tr("Take %n ticket(s) back for %1.", "", many).arg(money(amount));
    ask_->ask({.first = what + u' ' + tr("They are void at once."),
               .button = tr("Take &back"),
               .taken = [this, tickets, keepFee, amount, what](const QString&, const QString&) {
                   withApproval(amount, what, [=, this](const std::string& token) {
                       deeds_.refund(tickets, keepFee, token);
                   });
               }});
}

void OrdersScreen::name() {
    const auto tickets = chosen();
    if (tickets.empty()) {
        return say(tr("Tickets: none of those chosen admits."), sale::Tone::Warning);
    }
    const int many = static_cast<int>(tickets.size());
    ask_->ask({.first = tr("New name on %n ticket(s)", "", many),
               .second = tr("Their e-mail; may be empty"),
               .charactersMost = orders::OrderDeeds::kNameBytesMost,
               .taken = [this, tickets](const QString& who, const QString& email) {
                   deeds_.transfer(tickets, who, email);
               }});
}

void OrdersScreen::note() {
    ask_->ask({.first = tr("Note of the order"),
               .typed = sale::textOf(order_.details().note()),
               .charactersMost = kNoteLettersMost,
               .taken = [this](const QString& text, const QString&) { deeds_.setNote(text); }});
}

void OrdersScreen::mail() {
    ask_->ask({.first = tr("Mail the confirmation and the tickets to"),
               .typed = sale::textOf(order_.details().buyer().email()),
               .charactersMost = sale::CustomerSearch::kEmailBytesMost,
               .taken = [this](const QString& to, const QString&) { deeds_.resendMail(to); }});
}

void OrdersScreen::openInvoice() {
    QDesktopServices::openUrl(QUrl::fromLocalFile(invoices_.file()));
}

void OrdersScreen::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && exchange_.isOpen()) return leaveExchange();
    if (event->key() == Qt::Key_Escape) return homeFocus();
    Screen::keyPressEvent(event);
}

void OrdersScreen::refresh() {
    const bool exchanging = exchange_.isOpen();
    QWidget* const shown = exchanging        ? static_cast<QWidget*>(exchangePage_)
                           : order_.isOpen() ? static_cast<QWidget*>(page_)
                                             : static_cast<QWidget*>(nothing_);
    if (pages_->currentWidget() != shown) pages_->setCurrentWidget(shown);
    if (deeds_.stage() == orders::DeedStage::Unknown) {
        message_->setText(
            tr("Not known whether it was done. It is being asked again: hand nothing out until the "
               "answer is here."));
        qt::setTextRole(message_, qt::TextRole::Danger);
        message_->show();
    } else if (deeds_.stage() == orders::DeedStage::Waiting) {
        message_->setText(waitKeysText());
        qt::setTextRole(message_, qt::TextRole::Danger);
        message_->show();
    }
    const v1::Order& order = order_.details().order();
    const bool can = order_.isRead() && !exchanging && deeds_.isIdle();
    const bool paid = can && order.state() == v1::Order::PAID;
    const bool admits = paid && !tickets_.active({}).empty();
    for (const char* name :
         {"print", "hand_out", "not_handed_out", "exchange", "name", "refund", "refund_less_fee"}) {
        setAvailable(QLatin1String(name), admits);
    }
    setAvailable(QStringLiteral("note"), can);
    setAvailable(QStringLiteral("mail"), admits);
    setAvailable(QStringLiteral("later"), deeds_.stage() == orders::DeedStage::Waiting);
    setAvailable(
        QStringLiteral("settle"),
        can && (money_.waiting() != nullptr || older_.byHand() != nullptr || older_.isReading()));
    setAvailable(QStringLiteral("invoice"), paid);
    setAvailable(QStringLiteral("open_invoice"), !invoices_.file().isEmpty());
    setAvailable(QStringLiteral("pay"),
                 can && (order.state() == v1::Order::PAYING || order.state() == v1::Order::UNPAID));
    setAvailable(QStringLiteral("confirm"), exchanging && exchange_.canConfirm());
    setAvailable(QStringLiteral("leave_exchange"), exchanging);
    setAvailable(QStringLiteral("seat_table"), exchanging);
    setAvailable(QStringLiteral("tickets"), order_.isOpen() && !exchanging);
}

}  // namespace tessera::boxoffice
