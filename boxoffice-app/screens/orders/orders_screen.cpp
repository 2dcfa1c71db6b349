// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/orders/orders_screen.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>
#include <utility>

#include "boxoffice-app/screens/orders/exchange_page.h"
#include "boxoffice-app/screens/orders/order_page.h"
#include "boxoffice-app/shell/ask_line.h"
#include "boxoffice-app/shell/find_panel.h"
#include "boxoffice-app/shell/tall_column.h"
#include "boxoffice-app/shell/tone.h"

namespace tessera::boxoffice {
namespace {

constexpr int kTypingRestMillis = 80;
constexpr int kSearchShare = 480;
constexpr int kOrderShare = 1'000;
const QString kOrdersSplit = QStringLiteral("orders.split");
const QString kPapersFolder = QStringLiteral("invoice_folder");

}  // namespace

OrdersScreen::OrdersScreen(Workplace& workplace)
    : Screen(QStringLiteral("orders"), workplace),
      cart_(sale::Cart::of(workplace)),
      papers_(payment::Papers::of(workplace, workplace.desk(), workplace.store())),
      room_(payment::PrintRoom::of(workplace, workplace.store())),
      search_(workplace.desk()),
      events_(workplace.desk(), sale::EventScope::Ended),
      order_(workplace.desk()),
      older_(workplace.desk()),
      journal_(workplace.store().folder()),
      left_(workplace.store().folder(), QStringLiteral("deed_left")),
      unprinted_(workplace.store().folder(), QStringLiteral("deed_unprinted")),
      deeds_({workplace.desk(), order_, journal_, left_, unprinted_}),
      tickets_(order_),
      money_(order_),
      mails_(order_),
      exchange_({workplace.desk(), order_, deeds_}),
      invoices_(workplace.desk(), workplace.store().text(kPapersFolder)) {
    clock_.start();
    rest_.setSingleShot(true);
    rest_.setInterval(kTypingRestMillis);
    build();
    addActions();
    addSearchActions();
    addMoneyActions();
    addMoreActions();
    follow();
    followSearch();
    followDeeds();
    ownLanguage();
    look();
    if (workplace.store().bytes(kOrdersSplit).isEmpty()) {
        split_->setSizes({kSearchShare, kOrderShare});
    }
}

// Views go before what they show.
OrdersScreen::~OrdersScreen() {
    delete split_;
}

void OrdersScreen::build() {
    split_ = new QSplitter(this);
    split_->setChildrenCollapsible(false);
    split_->addWidget(buildSearch());
    split_->addWidget(buildRight());
    split_->setStretchFactor(1, 1);
    split_->restoreState(workplace().store().bytes(kOrdersSplit));
    (new QVBoxLayout(this))->addWidget(split_);
}

QWidget* OrdersScreen::buildRight() {
    auto* const right = new QWidget(split_);
    auto* const column = new QVBoxLayout(right);
    pages_ = new QStackedWidget(right);
    nothing_ = new QLabel(pages_);
    nothing_->setWordWrap(true);
    nothing_->setAlignment(Qt::AlignCenter);
    qt::setTextRole(nothing_, qt::TextRole::Weak);
    page_ = new OrderPage({order_, older_, tickets_, money_, mails_}, pages_);
    exchangePage_ = new ExchangePage(exchange_, pages_);
    pages_->addWidget(nothing_);
    pages_->addWidget(page_);
    pages_->addWidget(exchangePage_);
    connect(pages_, &QStackedWidget::currentChanged, this, &OrdersScreen::fitPages);
    fitPages();
    message_ = new QLabel(right);
    message_->setWordWrap(true);
    message_->setObjectName(QStringLiteral("orders_message"));
    ask_ = new AskLine(right);
    column->addWidget(ask_);  // Where it is in sight at 200 %, and near to what it is about.
    column->addWidget(message_);
    column->addWidget(pages_, 1);
    message_->hide();
    return right;
}

void OrdersScreen::fitPages() {
    for (int i = 0; i < pages_->count(); ++i) {
        const bool shown = i == pages_->currentIndex();
        pages_->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                         shown ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
}

void OrdersScreen::follow() {
    connect(&workplace(), &Workplace::enrolmentChanged, this, [this] {
        exchange_.leaveServer();
        order_.close();
    });
    connect(&workplace().languages(), &qt::Languages::changed, this, &OrdersScreen::ownLanguage);
    connect(&workplace().theme(), &qt::Theme::changed, this, &OrdersScreen::look);
    connect(split_, &QSplitter::splitterMoved, this,
            [this] { workplace().store().set(kOrdersSplit, split_->saveState()); });
    connect(&desk(), &qt::Desk::sessionChanged, this, [this] {
        searchLongAgo(false);
        if (!desk().isSignedIn()) return;
        deeds_.takeUp();
        exchange_.seller().comeBack();
        if (isVisible()) order_.read();
    });
    connect(&desk(), &qt::Desk::linkChanged, this, [this](bool up) {
        if (up && deeds_.stage() != orders::DeedStage::Waiting) deeds_.goOn();
        if (up && isVisible()) order_.read();
    });
    connect(page_, &OrderPage::left, this, &OrdersScreen::homeFocus);
    connect(page_, &OrderPage::chosen, this, &OrdersScreen::refresh);
    connect(ask_, &AskLine::left, this, &OrdersScreen::toTickets);
    connect(ask_, &AskLine::opened, this, [this] { bringIntoSight(ask_); });
    connect(&exchange_.seller(), &sale::Seller::held, this,
            [this] { bringIntoSight(exchangePage_->confirmButton()); });
    connect(&order_, &orders::OrderInHand::changed, this, &OrdersScreen::refresh);
    connect(&order_, &orders::OrderInHand::opened, this, [this] {
        if (!exchange_.isOpen() && isVisible() && !ask_->isOpen()) {
            page_->begin(order_.scannedTicket());
        }
        if (isVisible()) olderOpened();
    });
    connect(&cart_, &sale::Cart::finished, this, [this](const v1::Order& order) {
        if (order.order() == std::exchange(paying_, {})) {
            order_.open(order.event(), order.order());
        }
    });
    connect(&cart_, &sale::Cart::changed, this, &OrdersScreen::refresh);
}

void OrdersScreen::followDeeds() {
    connect(&deeds_, &orders::OrderDeeds::said, this, &OrdersScreen::say);
    connect(&deeds_, &orders::OrderDeeds::changed, this, [this] {
        if (asksToGoOn_ && deeds_.stage() != orders::DeedStage::Waiting) {
            asksToGoOn_ = false;
            ask_->end();
        }
        refresh();
    });
    connect(&deeds_, &orders::OrderDeeds::approvalWanted, this, &OrdersScreen::askToGoOn);
    connect(&deeds_, &orders::OrderDeeds::done, this, [this](orders::DeedKind kind) {
        ask_->end();
        if (kind == orders::DeedKind::Settle) settled();
    });
    connect(&deeds_, &orders::OrderDeeds::exchanged, this, &OrdersScreen::exchanged);
    connect(&deeds_, &orders::OrderDeeds::cashGoesOut, this, &OrdersScreen::openDrawer);
    connect(&order_, &orders::OrderInHand::changed, this, [this] {
        lookBack();
        showExchanged();
    });
    connect(&older_, &orders::CashTrail::followed, this, [this] {
        refresh();
        showExchanged();
        if (older_.isUnderWay()) olderAgain_.start();
    });
    olderAgain_.setSingleShot(true);
    olderAgain_.setInterval(orders::OrderInHand::kAgainMillis);
    connect(&olderAgain_, &QTimer::timeout, this, [this] {
        if (isVisible()) order_.read();
    });
    deeds_.setPrinter([this](const orders::NotedPrint& print) {
        return papers_.printNow(print.order, print.event, print.tickets, print.key);
    });
    connect(&invoices_, &orders::InvoiceSaver::said, this, &OrdersScreen::say);
    connect(&invoices_, &orders::InvoiceSaver::saved, this, &OrdersScreen::refresh);
    connect(&exchange_, &orders::Exchange::said, this,
            [this](const QString& text, sale::Tone tone) {
                exchangePage_->say(text, tone);
                workplace().say(text, messageKindOf(tone));
            });
    connect(&exchange_, &orders::Exchange::changed, this, &OrdersScreen::refresh);
    connect(&exchange_, &orders::Exchange::closed, this, [this] {
        refresh();
        if (isVisible()) toTickets();
    });
}

void OrdersScreen::openDrawer() {
    if (!room_.hasDrawer() || room_.openDrawer()) return;
    say(message_->text() + u' ' + tr("The drawer was not opened: no receipt printer is set up."),
        sale::Tone::Warning);
}

void OrdersScreen::look() {
    const qt::Theme& theme = workplace().theme();
    page_->setHeights({.tickets = theme.scaled(130),
                       .money = theme.scaled(100),
                       .mails = theme.scaled(90),
                       .all = theme.scaled(110)});
    exchangePage_->setLook(theme, theme.scaled(180));
    finders_->setMinimumWidth(theme.scaled(220));
}

void OrdersScreen::ownLanguage() {
    const QLocale& locale = workplace().languages().locale();
    search_.setLocale(locale);
    events_.setLocale(locale);
    deeds_.setLocale(locale);
    exchange_.setLocale(locale);
    page_->setLocale(locale);
    exchangePage_->setLocale(locale);
}

void OrdersScreen::enter() {
    QApplication::instance()->installEventFilter(this);
    deeds_.goOn();
    order_.follow(true);
    exchange_.seller().comeBack();
    refresh();
    // Once the keys are where they are at home: a question takes them.
    QTimer::singleShot(0, this, [this] {
        if (isVisible() && !ask_->isOpen()) olderOpened();
    });
}

bool OrdersScreen::leave() {
    QApplication::instance()->removeEventFilter(this);
    reader_.reset();
    order_.follow(false);
    return true;
}

void OrdersScreen::homeFocus() {
    if (asksToGoOn()) return askToGoOn();
    if (exchange_.isOpen()) return exchangePage_->begin();
    beginSearch();
}

void OrdersScreen::say(const QString& text, sale::Tone tone) {
    workplace().say(text, messageKindOf(tone));
    message_->setText(text);
    const bool atField = ask_->isOpen() && tone == sale::Tone::Danger;
    message_->setVisible(!text.isEmpty() && !atField);
    qt::setTextRole(message_, roleOf(tone));
    if (exchange_.isOpen()) exchangePage_->say(text, tone);
    if (atField) ask_->say(text);
}

void OrdersScreen::retranslate() {
    find_->setWords(
        {.heading = tr("Find an order"),
         .field = tr("N&umber, name, e-mail, telephone, seat, card's last four digits; "
                     "or scan a ticket"),
         .list = tr("Orders that were found"),
         .hint = tr("Arrows go through the list, Enter opens, Esc goes to the tickets.")});
    eventFind_->setWords(
        {.heading = tr("Orders of which event?"),
         .field = tr("Name, venue or town of the event"),
         .list = tr("Events that were found"),
         .hint = tr("Also those that are over. Enter searches in one of them, Esc in all.")});
    showWhere();
    nothing_->setText(tr("No order is open. Search for one, or scan a ticket."));
    const bool asks = asksToGoOn() && isVisible();
    ask_->retranslate();
    message_->hide();
    page_->retranslate();
    exchangePage_->retranslate();
    ownLanguage();
    refresh();
    if (asks) askToGoOn();
}

}  // namespace tessera::boxoffice
