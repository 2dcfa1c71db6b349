// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/dashboard/dashboard_screen.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/shell/event_head.h"
#include "boxoffice-app/shell/find_panel.h"
#include "boxoffice-app/shell/tall_column.h"
#include "boxoffice-app/shell/wide_table.h"
#include "shared/qt/inventory/sales_bars.h"
#include "shared/qt/plot/share_bars.h"
#include "shared/qt/plot/time_columns.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kSpans[] = {30, 60, 120, 240};  // In minutes.
const QString kSpan = QStringLiteral("dashboard.minutes");
constexpr int kSpanOtherwise = 60;
const QString kOfMoney = QStringLiteral("dashboard.revenue");

}  // namespace

DashboardScreen::DashboardScreen(Workplace& workplace)
    : Screen(QStringLiteral("dashboard"), workplace),
      view_(inventory::EventInView::of(workplace, workplace.desk())),
      feed_(workplace.desk(), view_),
      bands_({feed_, view_}, inventory::SalesBy::Band),
      channels_({feed_, view_}, inventory::SalesBy::Channel),
      minutes_(feed_, view_),
      events_(workplace.desk(), sale::EventScope::All) {
    feed_.setMinutes(workplace.store().number(kSpan, kSpanOtherwise));
    ofMoney_ = workplace.store().number(kOfMoney, 0) != 0;
    build();
    addActions();
    follow();
    ownLanguage();
    look();
}

// Views go before what they show.
DashboardScreen::~DashboardScreen() {
    delete all_;
}

void DashboardScreen::build() {
    all_ = new QWidget(this);
    auto* const around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(all_);
    head_ = new EventHead(all_);
    age_ = new QLabel(all_);
    age_->setWordWrap(true);
    age_->setObjectName(QStringLiteral("age"));
    auto* const row = new QGridLayout;
    for (int i = 0; i < kFigures; ++i) {
        figures_[i] = new QLabel(all_);
        figures_[i]->setObjectName(QStringLiteral("figure_%1").arg(i));
        qt::setTextRole(figures_[i], qt::TextRole::Figure);
        figureNames_[i] = new QLabel(all_);
        figureNames_[i]->setWordWrap(true);
        qt::setTextRole(figureNames_[i], qt::TextRole::Weak);
        row->addWidget(figures_[i], 0, i);
        row->addWidget(figureNames_[i], 1, i);
        row->setColumnStretch(i, 1);
    }
    pages_ = new QStackedWidget(all_);
    plots_ = buildPlots();
    tables_ = buildTables();
    eventPanel_ = new FindPanel(events_, pages_);
    eventPanel_->setObjectName(QStringLiteral("event_panel"));
    pages_->addWidget(plots_);
    pages_->addWidget(tables_);
    pages_->addWidget(eventPanel_);
    turn_ = new QPushButton(all_);
    turn_->setObjectName(QStringLiteral("turn"));
    span_ = new QPushButton(all_);
    value_ = new QPushButton(all_);
    value_->setObjectName(QStringLiteral("value"));
    auto* const last = new QHBoxLayout;
    last->addWidget(age_, 1);
    last->addWidget(value_);
    last->addWidget(span_);
    last->addWidget(turn_);
    auto* const column = new QVBoxLayout(all_);
    row->setVerticalSpacing(0);
    column->addWidget(head_);
    column->addLayout(row);
    column->addWidget(pages_, 1);
    column->addLayout(last);
}

QLabel* DashboardScreen::addHeading(QWidget* page) {
    auto* const heading = new QLabel(page);
    heading->setWordWrap(true);
    qt::setTextRole(heading, qt::TextRole::Heading);
    return heading;
}

QWidget* DashboardScreen::buildPlots() {
    auto* const page = new QWidget(pages_);
    columns_ = new qt::TimeColumns(page);
    columns_->setObjectName(QStringLiteral("minutes"));
    auto* const scroll = new TallColumn(page);
    auto* const inside = new QWidget(scroll);
    bandBars_ = new qt::ShareBars(inside);
    bandBars_->setObjectName(QStringLiteral("bands"));
    channelBars_ = new qt::ShareBars(inside);
    channelBars_->setObjectName(QStringLiteral("channels"));
    bandBars_->setParts(inventory::shareParts());
    channelBars_->setParts(inventory::shareParts().mid(0, 1), false);
    auto* const bars = new QVBoxLayout(inside);
    bars->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < 3; ++i) plotHeadings_[i] = addHeading(i == 0 ? page : inside);
    bars->addWidget(plotHeadings_[1]);
    bars->addWidget(bandBars_);
    bars->addWidget(plotHeadings_[2]);
    bars->addWidget(channelBars_);
    bars->addStretch(1);
    scroll->setWidget(inside);
    auto* const left = new QVBoxLayout;
    left->addWidget(plotHeadings_[0]);
    left->addWidget(columns_, 1);
    auto* const row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(left, 3);
    row->addWidget(scroll, 2);
    return page;
}

QTableView* DashboardScreen::addTable(QWidget* page, QAbstractItemModel& model, const char* name) {
    auto* const table = new WideTable(page);
    table->setModel(&model);
    table->setObjectName(QLatin1String(name));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return table;
}

QWidget* DashboardScreen::buildTables() {
    auto* const page = new QWidget(pages_);
    bandTable_ = addTable(page, bands_, "band_table");
    channelTable_ = addTable(page, channels_, "channel_table");
    minuteTable_ = addTable(page, minutes_, "minute_table");
    // A channel has neither places nor seats that are set aside.
    for (const int known : {inventory::SalesModel::Capacity, inventory::SalesModel::SetAside,
                            inventory::SalesModel::Free}) {
        channelTable_->hideColumn(known);
    }
    for (QLabel*& each : tableHeadings_) each = addHeading(page);
    auto* const left = new QVBoxLayout;
    left->addWidget(tableHeadings_[0]);
    left->addWidget(minuteTable_, 1);
    auto* const right = new QVBoxLayout;
    right->addWidget(tableHeadings_[1]);
    right->addWidget(bandTable_, 3);
    right->addWidget(tableHeadings_[2]);
    right->addWidget(channelTable_, 2);
    auto* const row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(left, 2);
    row->addLayout(right, 3);
    return page;
}

void DashboardScreen::addActions() {
    addAction({.name = QStringLiteral("events"),
               .text = [] { return tr("An&other event"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_F),
               .run = [this] { openEvents(); }});
    addAction({.name = QStringLiteral("tables"),
               .text = [] { return tr("Plots or &tables"); },
               .key = QKeySequence(Qt::Key_F11),
               .run =
                   [this] {
                       pages_->setCurrentWidget(pages_->currentWidget() == plots_ ? tables_
                                                                                  : plots_);
                       homeFocus();
                   }});
    addAction({.name = QStringLiteral("span"),
               .text = [] { return tr("Another s&pan of time"); },
               .key = QKeySequence(Qt::Key_F7),
               .run =
                   [this] {
                       int next = kSpans[0];
                       for (const int each : kSpans) {
                           if (each > feed_.minutes() && next <= feed_.minutes()) next = each;
                       }
                       setSpan(next);
                   }});
    addAction({.name = QStringLiteral("value"),
               .text = [] { return tr("Tickets or &revenue"); },
               .key = QKeySequence(Qt::Key_F8),
               .run = [this] { setOfMoney(!ofMoney_); }});
    bind(head_->change(), QStringLiteral("events"));
    bind(turn_, QStringLiteral("tables"));
    bind(span_, QStringLiteral("span"));
    bind(value_, QStringLiteral("value"));
}

void DashboardScreen::follow() {
    connect(&workplace(), &Workplace::enrolmentChanged, this, [this] { view_.forget(); });
    connect(&workplace().languages(), &qt::Languages::changed, this, &DashboardScreen::ownLanguage);
    connect(&workplace().theme(), &qt::Theme::changed, this, &DashboardScreen::look);
    connect(eventPanel_, &FindPanel::textEdited, &events_, &sale::EventSearch::search);
    const auto back = [this] {
        pages_->setCurrentWidget(plots_);
        homeFocus();
    };
    connect(eventPanel_, &FindPanel::left, this, back);
    connect(eventPanel_, &FindPanel::chosen, this, [this, back](int row) {
        view_.choose(events_.at(row).event());
        eventPanel_->clear();
        back();
    });
    connect(&events_, &sale::EventSearch::answered, this, [this] {
        eventPanel_->answered(
            events_.problem(),
            events_.hasMore() ? tr("There are more: type more of the name, the venue or the town.")
                              : QString());
    });
    connect(&view_, &inventory::EventInView::changed, this, [this] {
        if (isVisible()) view_.askBands();
        refresh();
    });
    connect(&view_, &inventory::EventInView::stateChanged, this, &DashboardScreen::refresh);
    connect(&view_, &inventory::EventInView::bandsChanged, this, &DashboardScreen::refresh);
    connect(&feed_, &inventory::SalesFeed::changed, this, &DashboardScreen::refresh);
    connect(&feed_, &inventory::SalesFeed::aged, this, &DashboardScreen::refreshAge);
}

void DashboardScreen::enter() {
    const std::string& last = workplace().event().id;
    if (view_.id().empty() && !view_.isReading() && !last.empty()) view_.choose(last);
    view_.askBands();
    feed_.setActive(true);
    if (view_.id().empty() && last.empty()) openEvents();
    refresh();
}

void DashboardScreen::hideEvent(QHideEvent* event) {
    feed_.setActive(false);
    Screen::hideEvent(event);
}

void DashboardScreen::homeFocus() {
    if (pages_->currentWidget() == eventPanel_) return eventPanel_->begin();
    (pages_->currentWidget() == tables_ ? static_cast<QWidget*>(minuteTable_) : turn_)->setFocus();
}

void DashboardScreen::openEvents() {
    pages_->setCurrentWidget(eventPanel_);
    events_.search(eventPanel_->typed());
    eventPanel_->begin();
}

void DashboardScreen::setSpan(int minutes) {
    workplace().store().set(kSpan, minutes);
    feed_.setMinutes(minutes);
    retranslate();
}

void DashboardScreen::setOfMoney(bool ofMoney) {
    ofMoney_ = ofMoney;
    workplace().store().set(kOfMoney, ofMoney ? 1 : 0);
    retranslate();
}

void DashboardScreen::look() {
    const qt::ThemeKind kind = workplace().theme().kind();
    columns_->setLook(kind);
    bandBars_->setLook(kind);
    channelBars_->setLook(kind);
}

void DashboardScreen::ownLanguage() {
    const QLocale& locale = workplace().languages().locale();
    bands_.setLocale(locale);
    channels_.setLocale(locale);
    minutes_.setLocale(locale);
    events_.setLocale(locale);
    columns_->setLocale(locale);
    refresh();
}

}  // namespace tessera::boxoffice
