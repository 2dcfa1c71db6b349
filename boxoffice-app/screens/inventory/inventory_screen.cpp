// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/inventory/inventory_screen.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/screens/inventory/allocation_form.h"
#include "boxoffice-app/screens/inventory/manifest_page.h"
#include "boxoffice-app/screens/inventory/sell_through_page.h"
#include "boxoffice-app/shell/event_head.h"
#include "boxoffice-app/shell/find_panel.h"
#include "boxoffice-app/shell/map_legend.h"
#include "boxoffice-app/shell/seat_table_page.h"
#include "boxoffice-app/shell/tall_column.h"
#include "shared/qt/seat_map/seat_map_view.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kMapShare = 1'000;
constexpr int kColumnShare = 560;
constexpr int kLegendSeat = 18;
const QString kSplit = QStringLiteral("inventory.split");

// A column as wide as its longest text ends at the table's edge: a letter's room more.
class Roomy : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.rwidth() += option.fontMetrics.averageCharWidth();
        return size;
    }
};

}  // namespace

InventoryScreen::InventoryScreen(Workplace& workplace)
    : Screen(QStringLiteral("inventory"), workplace),
      view_(inventory::EventInView::of(workplace, workplace.desk())),
      book_({workplace.desk(), view_, map_}),
      setter_({.desk = workplace.desk(),
               .map = map_,
               .mapEvent = [this] { return book_.shownEvent(); },
               .folder = workplace.store().folder()}),
      editor_(workplace.desk(), view_),
      allocations_(book_, view_),
      feed_(workplace.desk(), view_),
      bands_({feed_, view_}, inventory::SalesBy::Band),
      asides_({feed_, view_}, inventory::SalesBy::Allocation),
      manifest_(workplace.desk(), view_),
      files_(workplace.desk(), view_),
      events_(workplace.desk(), sale::EventScope::All),
      info_({.desk = workplace.desk(), .map = map_, .event = [this]() -> const v1::Event& {
                 return view_.event();
             }}) {
    feed_.setMinutes(0);
    split_ = new QSplitter(this);
    split_->setChildrenCollapsible(false);
    split_->addWidget(buildPages());
    split_->addWidget(buildSide());
    split_->setStretchFactor(0, 1);
    (new QVBoxLayout(this))->addWidget(split_);
    addPageActions();
    addSeatActions();
    addFormActions();
    addListActions();
    workplace.actions().addKeysOf(id(), &qt::SeatMapView::keys);
    follow();
    followWork();
    ownLanguage();
    look();
    split_->setSizes({kMapShare, kColumnShare});
    split_->restoreState(workplace.store().bytes(kSplit));
    refresh();
}

// Views go before what they show.
InventoryScreen::~InventoryScreen() {
    delete split_;
}

QWidget* InventoryScreen::buildPages() {
    pages_ = new QStackedWidget(this);
    mapPage_ = buildMap();
    eventPanel_ = new FindPanel(events_, pages_);
    eventPanel_->setObjectName(QStringLiteral("event_panel"));
    salesPage_ = new SellThroughPage(bands_, asides_, pages_);
    manifestPage_ = new ManifestPage(manifest_, pages_);
    seatTable_ = new SeatTablePage(map_, pages_);
    for (QWidget* const each : std::initializer_list<QWidget*>{mapPage_, eventPanel_, salesPage_,
                                                               manifestPage_, seatTable_}) {
        pages_->addWidget(each);
    }
    return pages_;
}

QWidget* InventoryScreen::buildMap() {
    auto* const page = new QWidget(pages_);
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    feedState_ = new QLabel(page);
    feedState_->setWordWrap(true);
    feedState_->setObjectName(QStringLiteral("feed_state"));
    mapView_ = new qt::SeatMapView(map_, page);
    mapView_->setObjectName(QStringLiteral("map"));
    mapView_->setMouseTracking(true);
    seatLine_ = new QLabel(page);
    seatLine_->setWordWrap(true);
    seatLine_->setObjectName(QStringLiteral("seat_line"));
    column->addWidget(feedState_);
    column->addWidget(mapView_, 1);
    legend_ = new MapLegend(page);
    column->addWidget(seatLine_);
    column->addWidget(legend_);
    return page;
}

// What scrolls where there is no room, and above it what is always in sight.
QWidget* InventoryScreen::buildSide() {
    auto* const side = new QWidget(this);
    side_ = side;
    head_ = new EventHead(side);
    auto* const inside = new QWidget(side);
    listPart_ = new QWidget(inside);
    listHeading_ = new QLabel(listPart_);
    qt::setTextRole(listHeading_, qt::TextRole::Heading);
    list_ = new QTableView(listPart_);
    list_->setModel(&allocations_);
    list_->setItemDelegate(new Roomy(list_));
    list_->setObjectName(QStringLiteral("allocations"));
    list_->verticalHeader()->hide();
    list_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list_->setSelectionBehavior(QAbstractItemView::SelectRows);
    list_->setSelectionMode(QAbstractItemView::SingleSelection);
    list_->setTabKeyNavigation(false);
    list_->setShowGrid(false);
    list_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list_->horizontalHeader()->setSectionResizeMode(inventory::AllocationModel::Name,
                                                    QHeaderView::Stretch);
    list_->installEventFilter(this);
    selected_ = new QLabel(side);
    selected_->setWordWrap(true);
    selected_->setObjectName(QStringLiteral("selected"));
    setAside_ = new QPushButton(side);
    setAside_->setObjectName(QStringLiteral("set_aside"));
    qt::setButtonRole(setAside_, qt::ButtonRole::GoesOn);
    release_ = new QPushButton(listPart_);
    selectChosen_ = new QPushButton(listPart_);
    edit_ = new QPushButton(listPart_);
    new_ = new QPushButton(listPart_);
    form_ = new AllocationForm(inside);
    form_->setObjectName(QStringLiteral("allocation_form"));
    progress_ = new QProgressBar(side);
    progress_->setObjectName(QStringLiteral("progress"));
    message_ = new QLabel(side);
    message_->setWordWrap(true);
    message_->setObjectName(QStringLiteral("message"));
    auto* const grid = new QGridLayout;
    grid->addWidget(new_, 0, 0);
    grid->addWidget(edit_, 0, 1);
    grid->addWidget(selectChosen_, 1, 0);
    grid->addWidget(release_, 1, 1);
    auto* const part = new QVBoxLayout(listPart_);
    part->setContentsMargins(0, 0, 0, 0);
    part->addWidget(listHeading_);
    part->addWidget(list_, 1);
    part->addLayout(grid);
    auto* const column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(listPart_, 1);
    column->addWidget(form_, 0, Qt::AlignTop);
    auto* const scroll = new TallColumn(side);
    scroll->setWidget(inside);
    auto* const outer = new QVBoxLayout(side);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(head_);
    outer->addWidget(scroll, 1);
    outer->addWidget(progress_);
    outer->addWidget(message_);
    outer->addWidget(selected_);
    outer->addWidget(setAside_);
    return side;
}

void InventoryScreen::follow() {
    connect(&workplace(), &Workplace::enrolmentChanged, this, [this] {
        book_.leaveServer();
        view_.forget();
    });
    connect(&workplace().languages(), &qt::Languages::changed, this, &InventoryScreen::ownLanguage);
    connect(&workplace().theme(), &qt::Theme::changed, this, &InventoryScreen::look);
    connect(split_, &QSplitter::splitterMoved, this,
            [this] { workplace().store().set(kSplit, split_->saveState()); });
    connect(eventPanel_, &FindPanel::textEdited, &events_, &sale::EventSearch::search);
    connect(eventPanel_, &FindPanel::left, this, &InventoryScreen::homeFocus);
    connect(eventPanel_, &FindPanel::chosen, this, [this](int row) {
        view_.choose(events_.at(row).event());
        eventPanel_->clear();
        homeFocus();
    });
    connect(&events_, &sale::EventSearch::answered, this, [this] {
        eventPanel_->answered(
            events_.problem(),
            events_.hasMore() ? tr("There are more: type more of the name, the venue or the town.")
                              : QString());
    });
    connect(manifestPage_, &ManifestPage::left, this, &InventoryScreen::homeFocus);
    connect(salesPage_, &SellThroughPage::left, this, &InventoryScreen::homeFocus);
    connect(seatTable_, &SeatTablePage::left, this, &InventoryScreen::homeFocus);
    connect(seatTable_, &SeatTablePage::goOn, this, &InventoryScreen::setAside);
    connect(&view_, &inventory::EventInView::changed, this, [this] {
        if (form_->isOpen() && formEvent_ != view_.id()) closeForm();
        refresh();
    });
    connect(&view_, &inventory::EventInView::stateChanged, this, &InventoryScreen::refresh);
    connect(&book_, &inventory::AllocationBook::feedChanged, this, &InventoryScreen::refresh);
    connect(&map_, &qt::SeatMapModel::selectionChanged, this, &InventoryScreen::refreshWork);
    connect(mapView_, &qt::SeatMapView::lookedAt, &info_, &sale::SeatInfo::look);
    connect(seatTable_, &SeatTablePage::lookedAt, &info_, &sale::SeatInfo::look);
    connect(&info_, &sale::SeatInfo::textChanged, this, &InventoryScreen::showSeatLine);
    connect(&feed_, &inventory::SalesFeed::changed, this, &InventoryScreen::refreshAge);
    connect(&feed_, &inventory::SalesFeed::aged, this, &InventoryScreen::refreshAge);
    connect(&manifest_, &inventory::ManifestModel::stageChanged, this,
            &InventoryScreen::refreshWork);
    connect(&files_, &inventory::ManifestFiles::said, this, &InventoryScreen::say);
    connect(&files_, &inventory::ManifestFiles::changed, this, &InventoryScreen::refreshWork);
    connect(pages_, &QStackedWidget::currentChanged, this, [this] {
        QWidget* const page = pages_->currentWidget();
        feed_.setActive(isVisible() && page == salesPage_);
        // Lists take all the room: nothing is set aside from there.
        side_->setVisible(page != salesPage_ && page != manifestPage_);
        refreshWork();
    });
}

void InventoryScreen::followWork() {
    connect(&workplace().desk(), &qt::Desk::linkChanged, this, [this](bool up) {
        if (!up) return;
        setter_.goOn();
        editor_.goOn();
    });
    connect(&workplace().desk(), &qt::Desk::sessionChanged, this, [this] {
        setter_.goOn();
        editor_.goOn();
    });
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &InventoryScreen::refreshWork);
    connect(&allocations_, &QAbstractItemModel::modelReset, this, [this] {
        choose(lastChosen_);
        if (chosen() == 0 && allocations_.rowCount() > 0) list_->selectRow(0);
    });
    connect(&setter_, &inventory::AllocationSetter::said, this, &InventoryScreen::say);
    connect(&setter_, &inventory::AllocationSetter::changed, this, [this] {
        refreshWork();
        if (setter_.stage() == inventory::SetStage::NeedsApproval) askApproval();
    });
    connect(&setter_, &inventory::AllocationSetter::finished, this, [this] {
        book_.refresh();
        // What was not done stays selected, for who wants to look at it.
        if (setter_.event() == book_.shownEvent()) {
            map_.select(setter_.refused() + setter_.unapproved());
        }
    });
    connect(&editor_, &inventory::AllocationEditor::changed, this, &InventoryScreen::refreshWork);
    connect(&editor_, &inventory::AllocationEditor::said, this, &InventoryScreen::editorSaid);
    connect(&editor_, &inventory::AllocationEditor::saved, this, &InventoryScreen::saved);
    connect(form_, &AllocationForm::saveAsked, this, &InventoryScreen::saveForm);
    connect(form_, &AllocationForm::left, this, &InventoryScreen::leaveForm);
}

void InventoryScreen::look() {
    const qt::Theme& theme = workplace().theme();
    mapView_->setLook(theme.kind(), theme.textPercent());
    salesPage_->setLook(theme.kind());
    legend_->setLook(theme.kind(), theme.scaled(kLegendSeat));
    allocations_.setPalette(theme.kind());
    list_->setMinimumHeight(theme.scaled(150));
    pages_->setMinimumWidth(theme.scaled(180));
}

void InventoryScreen::ownLanguage() {
    const QLocale& locale = workplace().languages().locale();
    setter_.setLocale(locale);
    allocations_.setLocale(locale);
    bands_.setLocale(locale);
    asides_.setLocale(locale);
    manifest_.setLocale(locale);
    manifestPage_->setLocale(locale);
    events_.setLocale(locale);
    info_.setLocale(locale);
    form_->setLocale(locale);
    refresh();
}

}  // namespace tessera::boxoffice
