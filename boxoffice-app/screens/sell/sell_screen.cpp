// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/sell/sell_screen.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

#include "boxoffice-app/screens/sell/allocation_legend.h"
#include "boxoffice-app/screens/sell/cart_panel.h"
#include "boxoffice-app/screens/sell/customer_panel.h"
#include "boxoffice-app/shell/find_panel.h"
#include "boxoffice-app/shell/map_legend.h"
#include "boxoffice-app/shell/seat_table_page.h"
#include "boxoffice-app/shell/tall_column.h"
#include "boxoffice-app/shell/tone.h"
#include "shared/qt/desk/approval_dialog.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/seat_map/seat_map_view.h"

namespace tessera::boxoffice {
namespace {

constexpr int kNoteCharactersMost = 250;  // Of four bytes at most: 1,000 are taken.
constexpr int kQuickCharactersMost = 40;
constexpr int kLegendSeat = 18;
constexpr int kMapShare = 1'000;
constexpr int kColumnShare = 560;
constexpr int kTableHeightLeast = 150;
constexpr int kBandsMost = 7;
constexpr int kCartRowsLeast = 4;
const QString kSplit = QStringLiteral("sell.split");

}  // namespace

SellScreen::SellScreen(Workplace& workplace)
    : Screen(QStringLiteral("sell"), workplace),
      cart_(sale::Cart::of(workplace)),
      keeper_(workplace.store().folder(), cart_),
      seller_({workplace.desk(), cart_, map_, &keeper_}),
      pricing_({workplace.desk(), cart_, seller_, map_, &keeper_}),
      notes_(workplace.desk(), cart_, workplace.store().folder()),
      clock_(workplace.desk(), cart_),
      info_({.desk = workplace.desk(),
             .map = map_,
             .event = [this]() -> const v1::Event& { return cart_.event(); },
             .ownReservation = [this] { return cart_.reservation().reservation(); }}),
      marks_({.desk = workplace.desk(),
              .map = map_,
              .event = [this] { return cart_.event().event(); }}),
      events_(workplace.desk()),
      customers_(workplace.desk(), cart_),
      writer_(workplace.desk()),
      cartModel_(cart_, pricing_),
      bands_(cart_, map_) {
    split_ = new QSplitter(this);
    split_->setChildrenCollapsible(false);
    split_->addWidget(buildLeft());
    split_->addWidget(buildRight());
    split_->setStretchFactor(0, 1);
    split_->restoreState(workplace.store().bytes(kSplit));
    (new QVBoxLayout(this))->addWidget(split_);
    addActions();
    addCartActions();
    workplace.actions().addKeysOf(id(), &qt::SeatMapView::keys);
    addCustomerActions();
    follow();
    followSale();
    followCustomers();
    ownLanguage();
    look();
    if (workplace.store().bytes(kSplit).isEmpty()) split_->setSizes({kMapShare, kColumnShare});
}

// Views go before what they show.
SellScreen::~SellScreen() {
    delete split_;
}

QWidget* SellScreen::buildLeft() {
    pages_ = new QStackedWidget(this);
    mapPage_ = new QWidget(pages_);
    buildMap(mapPage_);
    eventPanel_ = new FindPanel(events_, pages_);
    customerPanel_ = new CustomerPanel({workplace().desk(), customers_, writer_}, pages_);
    eventPanel_->setObjectName(QStringLiteral("event_panel"));
    customerPanel_->setObjectName(QStringLiteral("customer_panel"));
    pages_->addWidget(mapPage_);
    pages_->addWidget(eventPanel_);
    pages_->addWidget(customerPanel_);
    seatTable_ = new SeatTablePage(map_, pages_);
    pages_->addWidget(seatTable_);
    return pages_;
}

void SellScreen::buildMap(QWidget* page) {
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    view_ = new qt::SeatMapView(map_, page);
    view_->setObjectName(QStringLiteral("map"));
    view_->setMouseTracking(true);
    view_->installEventFilter(this);
    seatLine_ = new QLabel(page);
    seatLine_->setWordWrap(true);
    seatLine_->setObjectName(QStringLiteral("seat_line"));
    feedState_ = new QLabel(page);
    feedState_->setWordWrap(true);
    legend_ = new MapLegend(page);
    column->addWidget(feedState_);
    column->addWidget(view_, 1);
    column->addWidget(seatLine_);
    column->addWidget(legend_);
    allocations_ = new AllocationLegend(page);
    allocations_->setObjectName(QStringLiteral("allocations"));
    column->addWidget(allocations_);
}

// What scrolls where there is no room, and beneath it what is always in sight.
QWidget* SellScreen::buildRight() {
    auto* const right = new QWidget(this);
    auto* const column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    choice_ = new QWidget(right);
    buildChoice(choice_);
    choiceArea_ = new TallColumn(right);
    choiceArea_->setWidget(choice_);
    choice_->installEventFilter(this);
    column->addWidget(choiceArea_, 1);
    buildLast(right);
    return right;
}

void SellScreen::buildChoice(QWidget* right) {
    auto* const column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    eventName_ = new QLabel(right);
    eventName_->setWordWrap(true);
    eventName_->setObjectName(QStringLiteral("event_name"));
    qt::setTextRole(eventName_, qt::TextRole::Title);
    eventFacts_ = new QLabel(right);
    eventFacts_->setWordWrap(true);
    eventFacts_->setObjectName(QStringLiteral("event_facts"));
    qt::setTextRole(eventFacts_, qt::TextRole::Weak);
    changeEvent_ = new QPushButton(right);
    quickLabel_ = new QLabel(right);
    quickLabel_->setWordWrap(true);
    quick_ = new QLineEdit(right);
    quick_->setMaxLength(kQuickCharactersMost);
    quick_->setObjectName(QStringLiteral("quick"));
    quick_->installEventFilter(this);
    quickLabel_->setBuddy(quick_);
    quickMessage_ = new QLabel(right);
    quickMessage_->setWordWrap(true);
    quickMessage_->setObjectName(QStringLiteral("quick_message"));
    bandTable_ = new QTableView(right);
    bandTable_->setModel(&bands_);
    bandTable_->setObjectName(QStringLiteral("bands"));
    bandTable_->verticalHeader()->hide();
    bandTable_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    bandTable_->setShowGrid(false);
    bandTable_->setWordWrap(false);
    bandTable_->setTabKeyNavigation(false);
    bandTable_->setSelectionMode(QAbstractItemView::NoSelection);
    bandTable_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    bandTable_->horizontalHeader()->setSectionResizeMode(sale::BandModel::Name,
                                                         QHeaderView::Stretch);
    cartPanel_ = new CartPanel(cartModel_, cart_, clock_, right);
    auto* const changes = new QGridLayout;
    for (int i = 0; i < 4; ++i) {
        changes_[i] = new QPushButton(right);
        changes->addWidget(changes_[i], i / 2, i % 2);
    }
    auto* const head = new QHBoxLayout;
    head->addWidget(eventName_, 1);
    head->addWidget(changeEvent_, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(eventFacts_);
    column->addWidget(quickLabel_);
    column->addWidget(quick_);
    column->addWidget(quickMessage_);
    column->addWidget(bandTable_);
    column->addWidget(cartPanel_, 1);
    column->addLayout(changes);
}

void SellScreen::buildLast(QWidget* right) {
    ask_ = new AskLine(right);
    customer_ = new QPushButton(right);
    customerName_ = new QLabel(right);
    customerName_->setWordWrap(true);
    customerName_->setObjectName(QStringLiteral("customer_name"));
    noteLabel_ = new QLabel(right);
    note_ = new QLineEdit(right);
    note_->setMaxLength(kNoteCharactersMost);
    note_->setObjectName(QStringLiteral("note"));
    noteLabel_->setBuddy(note_);
    pay_ = new QPushButton(right);
    pay_->setObjectName(QStringLiteral("pay"));
    qt::setButtonRole(pay_, qt::ButtonRole::GoesOn);
    giveBack_ = new QPushButton(right);
    auto* const who = new QGridLayout;
    who->addWidget(customer_, 0, 0);
    who->addWidget(customerName_, 0, 1);
    who->addWidget(noteLabel_, 1, 0);
    who->addWidget(note_, 1, 1);
    who->setColumnStretch(1, 1);
    auto* const last = new QHBoxLayout;
    last->addWidget(giveBack_);
    last->addStretch(1);
    last->addWidget(pay_);
    auto* const column = static_cast<QVBoxLayout*>(right->layout());
    column->addWidget(ask_);
    column->addLayout(who);
    column->addWidget(cartPanel_->sum());
    column->addLayout(last);
}

void SellScreen::follow() {
    connect(&workplace(), &Workplace::enrolmentChanged, this, [this] {
        seller_.leaveServer();
        marks_.drop();
        marks_.setLive(false);
    });
    connect(&workplace().languages(), &qt::Languages::changed, this, &SellScreen::ownLanguage);
    connect(&workplace().theme(), &qt::Theme::changed, this, &SellScreen::look);
    connect(split_, &QSplitter::splitterMoved, this,
            [this] { workplace().store().set(kSplit, split_->saveState()); });
    connect(eventPanel_, &FindPanel::textEdited, &events_, &sale::EventSearch::search);
    connect(eventPanel_, &FindPanel::left, this, &SellScreen::backToMap);
    connect(eventPanel_, &FindPanel::chosen, this,
            [this](int row) { seller_.chooseEvent(events_.at(row).event()); });
    connect(&events_, &sale::EventSearch::answered, this, [this] {
        eventPanel_->answered(
            events_.problem(),
            events_.hasMore() ? tr("There are more: type more of the name, the venue or the town.")
                              : QString());
    });
    connect(seatTable_, &SeatTablePage::left, this, &SellScreen::backToMap);
    connect(seatTable_, &SeatTablePage::goOn, this, &SellScreen::goOn);
    connect(&cart_, &sale::Cart::eventChanged, this, &SellScreen::showPrices);
    connect(&bands_, &sale::BandModel::modelReset, this, &SellScreen::fitBands);
    connect(bandTable_->verticalHeader(), &QHeaderView::sectionResized, this,
            &SellScreen::fitBands);
    connect(bandTable_->horizontalHeader(), &QHeaderView::sectionResized, this,
            &SellScreen::widenBands);
    connect(quick_, &QLineEdit::returnPressed, this, &SellScreen::quick);
    connect(quick_, &QLineEdit::textEdited, this, [this] { quickMessage_->clear(); });
    connect(note_, &QLineEdit::textEdited, &cart_, &sale::Cart::setNote);
    connect(note_, &QLineEdit::returnPressed, this, &SellScreen::homeFocus);
    connect(ask_, &AskLine::left, this, &SellScreen::homeFocus);
    connect(cartPanel_, &CartPanel::left, this, &SellScreen::homeFocus);
    connect(view_, &qt::SeatMapView::lookedAt, &info_, &sale::SeatInfo::look);
    connect(seatTable_, &SeatTablePage::lookedAt, &info_, &sale::SeatInfo::look);
    // From one allocation to another, which is no news to the feed.
    connect(&info_, &sale::SeatInfo::allocationRead, this, [this](int seat, int allocation) {
        if (marks_.allocationOf(seat) != allocation) marks_.refresh();
    });
    connect(&info_, &sale::SeatInfo::textChanged, this, [this] {
        seatLine_->setText(info_.text().isEmpty() ? tr("No seat is looked at.") : info_.text());
        seatTable_->setSeatLine(info_.text());
    });
}

void SellScreen::followSale() {
    connect(&seller_, &sale::Seller::said, this, &SellScreen::say);
    connect(&seller_, &sale::Seller::changed, this, [this] {
        marks_.setLive(seller_.feedState() == qt::FeedState::Live);
        refresh();
    });
    connect(&marks_, &inventory::AllocationMarks::changed, this,
            [this] { allocations_->show(marks_, workplace().languages().locale()); });
    connect(&cart_, &sale::Cart::changed, this, &SellScreen::refresh);
    connect(&map_, &qt::SeatMapModel::selectionChanged, this, &SellScreen::refresh);
    connect(&seller_, &sale::Seller::eventChosen, this,
            [this](const QString& id, const QString& name) {
                workplace().setEvent({id.toStdString(), name});
                eventPanel_->clear();
                backToMap();
            });
    connect(&seller_, &sale::Seller::held, this, [this](const QList<int>& seats) {
        quick_->clear();
        if (seats.isEmpty() || seats.last() >= map_.layout().seatCount()) return;
        const QPointF first = map_.layout().seats()[static_cast<std::size_t>(seats.first())].at;
        const qt::Camera& camera = view_->camera();
        const QRect shown(QPoint(0, 0), camera.window().size());
        if (!shown.contains(camera.pixelOf(first))) view_->showPlace(first, camera.zoom());
    });
    connect(&clock_, &sale::HoldClock::runsShort, this,
            [this] { say(tr("The hold runs out in a minute."), sale::Tone::Warning); });
    connect(&clock_, &sale::HoldClock::ranOut, this, [this] {
        say(tr("The hold has run out: the places are free again. Enter takes them again if they "
               "still are."),
            sale::Tone::Danger);
    });
    connect(&pricing_, &sale::Pricing::said, this, &SellScreen::say);
    connect(&notes_, &sale::OrderNotes::said, this, &SellScreen::say);
    connect(&pricing_, &sale::Pricing::changed, this, &SellScreen::refresh);
    connect(&pricing_, &sale::Pricing::done, this, &SellScreen::endTyped);
    connect(
        &pricing_, &sale::Pricing::approvalNeeded, this,
        [this](const QString& permission, qint64 most) {
            const qt::ApprovalDialog& dialog =
                askApproval(permission.toStdString(), most, tr("Prices of this sale, as changed"),
                            [this](const std::string& token) { pricing_.approved(token); });
            connect(&dialog, &qt::ApprovalDialog::rejected, &pricing_, &sale::Pricing::declined);
        });
    connect(&seller_, &sale::Seller::orderFound, this,
            [this] { workplace().goTo(QStringLiteral("pay")); });
}

void SellScreen::look() {
    const qt::Theme& theme = workplace().theme();
    view_->setLook(theme.kind(), theme.textPercent());
    bands_.setPalette(theme.kind());
    legend_->setLook(theme.kind(), theme.scaled(kLegendSeat));
    allocations_->setLook(theme.kind(), theme.scaled(kLegendSeat));
    cartPanel_->setMinimumHeight(theme.scaled(kTableHeightLeast));
    pages_->setMinimumWidth(theme.scaled(180));
    widenBands();
    fitBands();
}

// In big type what a column is called has room beside prices and the bar to scroll by.
void SellScreen::widenBands() {
    const QHeaderView& header = *bandTable_->horizontalHeader();
    int width = 2 * bandTable_->frameWidth() + bandTable_->verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < header.count(); ++column) {
        width += column == sale::BandModel::Name ? header.sectionSizeHint(column)
                                                 : header.sectionSize(column);
    }
    bandTable_->setMinimumWidth(width);
}

// All bands are in sight, where the cart has room for its first rows beneath them.
void SellScreen::fitBands() {
    const QLayout& column = *choice_->layout();
    const int width = choiceArea_->viewport()->width();
    const int least = workplace().theme().scaled(kTableHeightLeast);
    const int rows = std::min(kBandsMost, bands_.rowCount());
    int wanted = bandTable_->horizontalHeader()->height() + 2 * bandTable_->frameWidth();
    for (int row = 0; row < rows; ++row) wanted += bandTable_->rowHeight(row);
    const QScrollBar& bar = *bandTable_->horizontalScrollBar();
    if (bar.isVisible()) wanted += bar.height();
    const int all = column.hasHeightForWidth() ? column.minimumHeightForWidth(width)
                                               : column.minimumSize().height();
    const int others = all - bandTable_->minimumHeight() - cartPanel_->minimumHeight();
    const int cart = std::max(cartPanel_->minimumHeight(),
                              cartPanel_->heightOf(kCartRowsLeast, bandTable_->rowHeight(0)));
    const int room = choiceArea_->viewport()->height() - others - cart;
    bandTable_->setFixedHeight(std::clamp(room, least, std::max(least, wanted)));
}

void SellScreen::ownLanguage() {
    const QLocale& locale = workplace().languages().locale();
    seller_.setLocale(locale);
    pricing_.setLocale(locale);
    info_.setLocale(locale);
    events_.setLocale(locale);
    bands_.setLocale(locale);
    cartPanel_->setLocale(locale);
    marks_.rename();
    showPrices();
    refreshHead();
}

void SellScreen::showPrices() {
    seatTable_->setPrices(
        sale::pricesByCategory(cart_.event().config(), workplace().languages().locale()));
}

void SellScreen::say(const QString& text, sale::Tone tone) {
    workplace().say(text, messageKindOf(tone));
    quickMessage_->setText(text);
    qt::setTextRole(quickMessage_, roleOf(tone));
    if (ask_->isOpen() && tone == sale::Tone::Danger) ask_->say(text);
}

}  // namespace tessera::boxoffice
