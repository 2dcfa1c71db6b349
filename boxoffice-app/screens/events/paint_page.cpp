// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/events/paint_page.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/screens/events/field_box.h"
#include "boxoffice-app/screens/events/table_box.h"
#include "boxoffice-app/shell/seat_table_page.h"
#include "boxoffice-app/shell/tall_column.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/seat_map/seat_map_view.h"
#include "shared/qt/setup/plan_file.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kGap = 10;
constexpr int kMapLeast = 220;
constexpr int kAreasHeight = 110;
constexpr int kBandRows = 6;
constexpr int kMapShare = 800;
constexpr int kSideShare = 420;

}  // namespace

PaintPage::PaintPage(setup::PaintBoard& board, qt::SeatMapModel& map, const qt::Theme& theme,
                     QWidget* parent)
    : QWidget(parent), board_(board), map_(map), theme_(theme) {
    title_ = new QLabel(this);
    title_->setObjectName(QStringLiteral("plan_title"));
    hint_ = new QLabel(this);
    qt::setTextRole(title_, qt::TextRole::Title);
    qt::setTextRole(hint_, qt::TextRole::Weak);
    split_ = new QSplitter(this);
    split_->setChildrenCollapsible(false);
    split_->addWidget(buildPlaces());
    split_->addWidget(buildSide());
    split_->setStretchFactor(0, 1);
    split_->setSizes({kMapShare, kSideShare});
    seatLine_ = new QLabel(this);
    message_ = new QLabel(this);
    message_->setObjectName(QStringLiteral("paint_message"));
    for (QLabel* const each : {title_, hint_, seatLine_, message_, areasHeading_}) {
        each->setWordWrap(true);
    }
    buttons_[5] = new QPushButton(this);
    buttons_[6] = new QPushButton(this);
    qt::setButtonRole(buttons_[6], qt::ButtonRole::GoesOn);
    auto* const last = new QHBoxLayout;
    last->addWidget(buttons_[5]);
    last->addStretch(1);
    last->addWidget(buttons_[6]);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(kGap, 0, 0, 0);
    all->addWidget(title_);
    all->addWidget(hint_);
    all->addWidget(split_, 1);
    all->addWidget(seatLine_);
    all->addWidget(message_);
    all->addLayout(last);
    connect(&board_, &setup::PaintBoard::changed, this, &PaintPage::refresh);
    connect(view_, &qt::SeatMapView::lookedAt, this, &PaintPage::lookAt);
    connect(seatTable_, &SeatTablePage::lookedAt, this, &PaintPage::lookAt);
    connect(seatTable_, &SeatTablePage::goOn, this, &PaintPage::paint);
}

QWidget* PaintPage::buildPlaces() {
    places_ = new QStackedWidget(split_);
    view_ = new qt::SeatMapView(map_, places_);
    view_->setObjectName(QStringLiteral("paint_map"));
    view_->setMouseTracking(true);
    view_->installEventFilter(this);
    seatTable_ = new SeatTablePage(map_, places_);
    seatTable_->setObjectName(QStringLiteral("paint_seats"));
    places_->addWidget(view_);
    places_->addWidget(seatTable_);
    return places_;
}

bool PaintPage::leaveTable() {
    if (places_->currentWidget() != seatTable_) return false;
    homeFocus();
    return true;
}

void PaintPage::lookAt(int seat) {
    const bool known = seat >= 0 && seat < map_.layout().seatCount();
    const QString text = known ? qt::describeSeat(map_, seat) : QString();
    seatLine_->setText(text);
    seatTable_->setSeatLine(text);
}

void PaintPage::seatTable() {
    places_->setCurrentWidget(seatTable_);
    seatTable_->begin();
}

QWidget* PaintPage::buildSide() {
    auto* const scroll = new TallColumn(split_);
    auto* const side = new QWidget(scroll);
    scroll->setWidget(side);
    auto* const column = new QVBoxLayout(side);
    bands_ = new TableBox(board_, theme_, QStringLiteral("paint_bands"), side);
    bands_->setRows(kBandRows);
    QHeaderView* const heads = bands_->table()->horizontalHeader();
    heads->setSectionResizeMode(setup::PaintBoard::Colour, QHeaderView::ResizeToContents);
    heads->setSectionResizeMode(setup::PaintBoard::Places, QHeaderView::ResizeToContents);
    areasHeading_ = new QLabel(side);
    areas_ = new QListWidget(side);
    areas_->setObjectName(QStringLiteral("paint_areas"));
    areas_->installEventFilter(this);
    areasHeading_->setBuddy(areas_);
    name_ = new FieldBox(BoxKind::Line, QStringLiteral("plan_name"), side);
    auto* const grid = new QGridLayout;
    for (int i = 0; i < 5; ++i) {
        buttons_[i] = new QPushButton(side);
        grid->addWidget(buttons_[i], i, 0);
    }
    column->addWidget(bands_, 1);
    column->addWidget(areasHeading_);
    column->addWidget(areas_);
    column->addLayout(grid);
    column->addWidget(name_);
    return scroll;
}

// Views go before what they show.
PaintPage::~PaintPage() {
    delete split_;
}

void PaintPage::preview(const QByteArray& json) {
    json_ = json;
    board_.preview(setup::readPlan(json).layout);
    name_->setText({});
    say({}, false);
}

void PaintPage::openLayout(const std::string& layout) {
    json_.clear();
    name_->setText({});
    say({}, false);
    board_.open(layout);
}

QString PaintPage::typedName() const {
    return name_->text();
}

int PaintPage::band() const {
    return std::max(0, bands_->table()->currentIndex().row());
}

void PaintPage::refresh() {
    const v1::Layout& layout = board_.layout();
    const QString name = sale::textOf(layout.name());
    title_->setText(isPreview() ? tr("%1: not imported yet").arg(name) : name);
    hint_->setText(isPreview()
                       ? tr("So it will look. Import it, or go back.")
                       : tr("Select seats on the map, choose a band, paint. Saving makes a new "
                            "version of the plan; events keep theirs."));
    if (!bands_->table()->currentIndex().isValid() && board_.rowCount() > 0) {
        bands_->table()->setCurrentIndex(board_.index(0, 0));
    }
    const int row = areas_->currentRow();
    areas_->clear();
    for (const v1::Area& each : layout.areas()) {
        const auto at = static_cast<std::size_t>(each.area_no());
        const qt::SeatLayout& shown = map_.layout();
        const int category = at < shown.areas().size() ? shown.areas()[at].category : 0;
        areas_->addItem(tr("%1: %2", "area, band")
                            .arg(sale::textOf(each.name()),
                                 shown.categories()[static_cast<std::size_t>(category)]));
    }
    areas_->setCurrentRow(std::max(0, row));
    areas_->setVisible(areas_->count() > 0);
    areasHeading_->setVisible(areas_->count() > 0);
}

void PaintPage::paint() {
    if (areas_->hasFocus()) return board_.paintArea(areas_->currentRow(), band());
    if (map_.selection().isEmpty()) return say(tr("Select seats on the map first."), true);
    const auto count = static_cast<int>(map_.selection().size());
    board_.paint(map_.selection(), band());
    map_.select({});
    say(tr("%n seat(s) painted.", nullptr, count), false);
}

void PaintPage::selectSection() {
    const bool table = places_->currentWidget() == seatTable_;
    const int place = table ? seatTable_->place() : view_->place();
    if (place < 0) return say(tr("Go to a seat on the map first, by the arrow keys."), true);
    view_->selectSection(place);
}

void PaintPage::addBand() {
    const int band = board_.addBand();
    if (band < 0) return say(tr("There are as many bands as a plan may have."), true);
    QTableView* const table = bands_->table();
    table->setFocus();
    table->setCurrentIndex(board_.index(band, setup::PaintBoard::Name));
}

void PaintPage::removeBand() {
    if (!board_.removeBand(band())) {
        say(tr("This band has places, or it is the only one: paint them otherwise first."), true);
    }
}

void PaintPage::bandTable() {
    bands_->table()->setFocus();
}

void PaintPage::finishTyping() {
    bands_->finishTyping();
}

bool PaintPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            paint();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PaintPage::say(const QString& text, bool wrong) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    qt::setTextRole(message_, wrong ? qt::TextRole::Danger : qt::TextRole::Good);
}

void PaintPage::retranslate() {
    view_->setAccessibleName(tr("Map of the plan"));
    seatTable_->retranslate();
    seatTable_->setHint(tr("Space selects, Enter paints what is selected, Esc goes to the map."));
    bands_->setWords(tr("Price bands"),
                     tr("Beside the name is the colour of this map; the web has its own."));
    areasHeading_->setText(tr("Standin&g areas: Enter paints"));
    areas_->setAccessibleName(tr("Standing areas"));
    name_->setWords(tr("Name of the new plan; empty: as it is"));
    seatLine_->clear();
    refresh();
}

void PaintPage::look() {
    view_->setLook(theme_.kind(), theme_.textPercent());
    board_.setPalette(theme_.kind());
    places_->setMinimumWidth(theme_.scaled(kMapLeast));
    areas_->setMaximumHeight(theme_.scaled(kAreasHeight));
    bands_->look();
}

void PaintPage::homeFocus() {
    places_->setCurrentWidget(view_);
    view_->setFocus();
}

}  // namespace tessera::boxoffice
