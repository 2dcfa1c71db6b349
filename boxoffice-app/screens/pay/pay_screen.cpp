// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/pay/pay_screen.h"

#include <QtWidgets/QDateEdit>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/shell/print_panel.h"
#include "shared/qt/sale/words.h"

namespace tessera::boxoffice {
namespace {

constexpr int kAmountLettersMost = 64;  // A gift card may be scanned into it.

}  // namespace

PayScreen::PayScreen(Workplace& workplace)
    : Screen(QStringLiteral("pay"), workplace),
      journal_(workplace.store().folder()),
      payer_({workplace.desk(), sale::Cart::of(workplace), journal_}),
      papers_(payment::Papers::of(workplace, workplace.desk(), workplace.store())),
      shift_(workplace.desk()),
      room_(payment::PrintRoom::of(workplace, workplace.store())),
      tenders_(payer_),
      clock_(workplace.desk(), sale::Cart::of(workplace)),
      billed_(workplace.desk()) {
    build();
    addActions();
    addPrintActions();
    follow();
    followShift();
    followAccount();
    usePrinter();
    refresh();
}

// Views go before what they show.
PayScreen::~PayScreen() {
    delete page_;
}

void PayScreen::build() {
    page_ = new QWidget(this);
    auto* const around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(page_);
    auto* const row = new QHBoxLayout(page_);
    constexpr int kBetween = 24;
    row->setSpacing(kBetween);
    row->addWidget(buildMoney(page_), 3);
    row->addWidget(buildAside(page_), 2);
}

QWidget* PayScreen::buildMoney(QWidget* parent) {
    auto* const part = new QWidget(parent);
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    stage_ = new QLabel(part);
    stage_->setWordWrap(true);
    stage_->setObjectName(QStringLiteral("stage"));
    column->addWidget(stage_);
    time_ = new QLabel(part);
    time_->setObjectName(QStringLiteral("time"));
    qt::setTextRole(time_, qt::TextRole::Weak);
    column->addWidget(time_);
    buildFigures(part);
    buildWays(part);
    column->addStretch(1);
    auto* const last = new QHBoxLayout;
    back_ = new QPushButton(part);
    giveUp_ = new QPushButton(part);
    next_ = new QPushButton(part);
    next_->setObjectName(QStringLiteral("next"));
    qt::setButtonRole(giveUp_, qt::ButtonRole::Dangerous);
    last->addWidget(back_);
    last->addWidget(giveUp_);
    last->addStretch(1);
    last->addWidget(next_);
    column->addLayout(last);
    return part;
}

void PayScreen::buildFigures(QWidget* parent) {
    auto* const card = new QWidget(parent);
    qt::setRaised(card, true);
    auto* const grid = new QGridLayout(card);
    static constexpr const char* kNames[] = {"total", "covered", "left", "change"};
    for (int i = 0; i < 4; ++i) {
        names_[i] = new QLabel(card);
        figures_[i] = new QLabel(card);
        figures_[i]->setObjectName(QLatin1String(kNames[i]));
        qt::setTextRole(figures_[i], i < 2 ? qt::TextRole::Title : qt::TextRole::Figure);
        if (i >= 2) qt::setTextRole(names_[i], qt::TextRole::Title);
        grid->addWidget(names_[i], i, 0);
        grid->addWidget(figures_[i], i, 1);
    }
    grid->setColumnStretch(1, 1);
    parent->layout()->addWidget(card);
}

void PayScreen::buildWays(QWidget* parent) {
    amountLabel_ = new QLabel(parent);
    amountLabel_->setWordWrap(true);
    amount_ = new QLineEdit(parent);
    amount_->setObjectName(QStringLiteral("amount"));
    amount_->setMaxLength(kAmountLettersMost);
    amount_->setAlignment(Qt::AlignRight);
    qt::setTextRole(amount_, qt::TextRole::Title);
    amountLabel_->setBuddy(amount_);
    take_ = new QPushButton(parent);
    take_->setObjectName(QStringLiteral("take"));
    qt::setButtonRole(take_, qt::ButtonRole::GoesOn);
    message_ = new QLabel(parent);
    message_->setWordWrap(true);
    message_->setObjectName(QStringLiteral("pay_message"));
    auto* const entry = new QHBoxLayout;
    entry->addWidget(amount_, 1);
    entry->addWidget(take_);
    // As high as each other, whichever needs more.
    amount_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    take_->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Minimum);
    auto* const grid = new QGridLayout;
    for (int i = 0; i < kQuick; ++i) {
        quick_[i] = new QPushButton(parent);
        quick_[i]->setObjectName(QStringLiteral("quick%1").arg(i + 1));
        grid->addWidget(quick_[i], i / 2, i % 2);
    }
    auto* const ways = new QGridLayout;
    for (int i = 0; i < 3; ++i) {
        ways_[i] = new QPushButton(parent);
        ways->addWidget(ways_[i], i / 2, i % 2);
    }
    askPart_ = new QWidget(parent);
    qt::setRaised(askPart_, true);
    auto* const form = new QGridLayout(askPart_);
    askLabel_ = new QLabel(askPart_);
    askField_ = new QLineEdit(askPart_);
    connect(askField_, &QLineEdit::textEdited, this, [this] { billed_.stop(); });
    askField_->setObjectName(QStringLiteral("ask"));
    askField_->setMaxLength(kAmountLettersMost);
    askLabel_->setBuddy(askField_);
    dueLabel_ = new QLabel(askPart_);
    due_ = new QDateEdit(askPart_);
    due_->setObjectName(QStringLiteral("due"));
    due_->setCalendarPopup(true);
    dueLabel_->setBuddy(due_);
    askTake_ = new QPushButton(askPart_);
    askTake_->setObjectName(QStringLiteral("ask_take"));
    form->addWidget(askLabel_, 0, 0);
    form->addWidget(askField_, 0, 1);
    form->addWidget(dueLabel_, 1, 0);
    form->addWidget(due_, 1, 1);
    form->addWidget(askTake_, 2, 1, Qt::AlignRight);
    askPart_->hide();
    auto* const column = static_cast<QVBoxLayout*>(parent->layout());
    column->addWidget(amountLabel_);
    column->addLayout(entry);
    column->addWidget(message_);
    column->addWidget(askPart_);  // Where it is in sight at 200 %.
    column->addLayout(grid);
    column->addLayout(ways);
}

QWidget* PayScreen::buildAside(QWidget* parent) {
    auto* const part = new QWidget(parent);
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    saleLabel_ = new QLabel(part);
    saleLabel_->setWordWrap(true);
    saleLabel_->setObjectName(QStringLiteral("sale"));
    table_ = new QTableView(part);
    table_->setObjectName(QStringLiteral("tenders"));
    table_->setModel(&tenders_);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(payment::TenderModel::State,
                                                     QHeaderView::Stretch);
    print_ = new PrintPanel(room_, papers_, PrintPanel::Extent::Aside, part);
    auto* const buttons = new QVBoxLayout;  // Beside each other they are too wide at 200 %.
    for (QPushButton*& each : printButtons_) {
        each = new QPushButton(part);
        buttons->addWidget(each);
    }
    column->addWidget(saleLabel_);
    column->addWidget(table_, 1);
    column->addWidget(print_, 2);
    column->addLayout(buttons);
    return part;
}

void PayScreen::follow() {
    connect(&workplace(), &Workplace::enrolmentChanged, this, [this] { payer_.leaveServer(); });
    connect(&workplace().languages(), &qt::Languages::changed, this, &PayScreen::retranslate);
    connect(&desk(), &qt::Desk::sessionChanged, this, [this] {
        payer_.goOn();
        if (desk().isSignedIn() && payer_.stage() != payment::PayStage::Nothing &&
            payer_.stage() != payment::PayStage::Choosing) {
            workplace().goTo(id());
        }
    });
    connect(&desk(), &qt::Desk::linkChanged, this, [this](bool up) {
        if (up) payer_.goOn();
    });
    connect(&room_, &payment::PrintRoom::changed, this, &PayScreen::usePrinter);
    connect(&room_, &payment::PrintRoom::leftOver, this, [this](int documents) {
        sayOfPrint(tr("%n document(s) that waited for another kind of printer are cancelled: print "
                      "them from their orders.",
                      "", documents),
                   sale::Tone::Warning);
    });
    connect(&payer_, &payment::Payer::changed, this, &PayScreen::refresh);
    connect(&clock_, &sale::HoldClock::ticked, this, [this] { time_->setText(timeText()); });
    connect(&payer_, &payment::Payer::said, this, &PayScreen::say);
    connect(&payer_, &payment::Payer::sold, &papers_, &payment::Papers::print);
    connect(&payer_, &payment::Payer::sold, this,
            [this](const v1::Order& order, const v1::Event& event) {
                if (asked_ == Asked::Shift && !shift_.isUnderWay()) ask(Asked::Nothing);
                openDrawer();
                papers_.printReceipt(order, event, payer_.change().minor_units(),
                                     room_.receiptPrinter());
            });
    connect(&payer_, &payment::Payer::giftCardRefused, this, &PayScreen::giftCardRefused);
    connect(&payer_, &payment::Payer::over, this, &PayScreen::openDrawer);
    connect(&papers_, &payment::Papers::said, this, &PayScreen::sayOfPrint);
    connect(print_, &PrintPanel::said, this, &PayScreen::sayOfPrint);
    connect(print_, &PrintPanel::changed, this, &PayScreen::refreshActions);
    connect(amount_, &QLineEdit::returnPressed, this, &PayScreen::takeCash);
    connect(amount_, &QLineEdit::textEdited, this, [this] { message_->clear(); });
    connect(take_, &QPushButton::clicked, this, &PayScreen::takeCash);
    connect(askField_, &QLineEdit::returnPressed, this, [this] {
        if (asked_ != Asked::Invoice) return takeAsked();
        // Behind this key, which would be Enter in that field, too.
        QMetaObject::invokeMethod(due_, qOverload<>(&QWidget::setFocus), Qt::QueuedConnection);
    });
    connect(askTake_, &QPushButton::clicked, this, &PayScreen::takeAsked);
    sale::Cart& cart = sale::Cart::of(workplace());
    connect(&cart, &sale::Cart::payAsked, this, [this] {
        payer_.begin();
        if (!payer_.order().order().empty() && desk().isSignedIn()) workplace().goTo(id());
    });
}

void PayScreen::usePrinter() {
    if (room_.queue() == nullptr) return;
    connect(room_.queue(), &qt::PrintQueue::drawerDone, this, [this](const QString&, bool opened) {
        if (opened) return;
        sayOfPrint(tr("The drawer was not opened: its printer does not answer."),
                   sale::Tone::Warning);
    });
}

void PayScreen::retranslate() {
    const QLocale& locale = workplace().languages().locale();
    payer_.setLocale(locale);
    shift_.setLocale(locale);
    papers_.setLocale(locale);
    tenders_.setLocale(locale);
    const QString names[] = {tr("Total"), tr("Paid"), tr("Left to pay"), tr("Change")};
    // Digits alone have no direction: the side is the language's.
    const Qt::Alignment end =
        locale.textDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    for (int i = 0; i < 4; ++i) {
        names_[i]->setText(names[i]);
        figures_[i]->setAlignment(end | Qt::AlignAbsolute | Qt::AlignVCenter);
    }
    amountLabel_->setText(tr("&Cash given; nothing typed is the exact amount"));
    amount_->setAccessibleName(tr("Cash given"));
    dueLabel_->setText(tr("To be paid b&y"));
    due_->setAccessibleName(tr("To be paid by"));
    due_->setLocale(locale);
    due_->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    table_->setAccessibleName(tr("Parts of the payment"));
    askTexts();
    print_->retranslate();
    message_->clear();
    refresh();
}

void PayScreen::enter() {
    payer_.begin();
    refresh();
}

void PayScreen::homeFocus() {
    if (asked_ == Asked::Shift) return askField_->setFocus();
    const bool result =
        payer_.stage() == payment::PayStage::Sold || payer_.stage() == payment::PayStage::Over;
    if (result || payer_.stage() == payment::PayStage::Nothing) return next_->setFocus();
    ask(Asked::Nothing);
    amount_->setFocus();
    amount_->selectAll();
}

}  // namespace tessera::boxoffice
