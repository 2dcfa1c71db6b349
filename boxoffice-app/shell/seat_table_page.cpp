// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/seat_table_page.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {

SeatTablePage::SeatTablePage(qt::SeatMapModel& map, QWidget* parent)
    : QWidget(parent), map_(map), seats_(map) {
    auto* const column = new QVBoxLayout(this);
    heading_ = new QLabel(this);
    qt::setTextRole(heading_, qt::TextRole::Title);
    sectionLabel_ = new QLabel(this);
    section_ = new QComboBox(this);
    section_->setObjectName(QStringLiteral("section"));
    sectionLabel_->setBuddy(section_);
    table_ = new QTableView(this);
    table_->setModel(&seats_);
    table_->setObjectName(QStringLiteral("seats"));
    table_->verticalHeader()->hide();
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    // What the box above says, and what a side line of the map says of one seat.
    for (const int known :
         {qt::SeatTableModel::Section, qt::SeatTableModel::HeldBy, qt::SeatTableModel::HeldUntil}) {
        table_->hideColumn(known);
    }
    table_->installEventFilter(this);
    seatLine_ = new QLabel(this);
    seatLine_->setObjectName(QStringLiteral("table_seat_line"));
    seatLine_->setWordWrap(true);
    hint_ = new QLabel(this);
    hint_->setWordWrap(true);
    qt::setTextRole(hint_, qt::TextRole::Weak);
    column->addWidget(heading_);
    column->addWidget(sectionLabel_);
    column->addWidget(section_);
    column->addWidget(table_, 1);
    column->addWidget(seatLine_);
    column->addWidget(hint_);
    connect(section_, &QComboBox::currentIndexChanged, this, [this](int section) {
        if (section >= 0) seats_.setSection(section);
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (isVisible() && now.isValid()) Q_EMIT lookedAt(seats_.seatAt(now.row()));
            });
    connect(&map_, &qt::SeatMapModel::layoutReset, this, &SeatTablePage::layoutReset);
    connect(&map_, &qt::SeatMapModel::selectionChanged, table_->viewport(),
            qOverload<>(&QWidget::update));
    layoutReset();
}

void SeatTablePage::layoutReset() {
    section_->clear();
    for (const qt::LayoutSection& each : map_.layout().sections()) section_->addItem(each.name);
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
}

void SeatTablePage::setPrices(const QList<QString>& prices) {
    seats_.setPrices(prices);
}

void SeatTablePage::begin() {
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    table_->setFocus();
    if (!table_->currentIndex().isValid() && seats_.rowCount() > 0) table_->selectRow(0);
    if (table_->currentIndex().isValid()) {
        Q_EMIT lookedAt(seats_.seatAt(table_->currentIndex().row()));
    }
}

int SeatTablePage::place() const {
    const QModelIndex now = table_->currentIndex();
    return now.isValid() ? seats_.seatAt(now.row()) : -1;
}

void SeatTablePage::setHint(const QString& text) {
    hint_->setText(text);
}

void SeatTablePage::setSeatLine(const QString& text) {
    seatLine_->setText(text);
}

void SeatTablePage::retranslate() {
    heading_->setText(tr("Seats as a table"));
    sectionLabel_->setText(tr("Sectio&n"));
    section_->setAccessibleName(tr("Section"));
    table_->setAccessibleName(tr("Seats of the section"));
}

// Rows follow the size of text.
void SeatTablePage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange || table_ == nullptr) return;
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
}

bool SeatTablePage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Escape:
            Q_EMIT left();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT goOn();
            return true;
        case Qt::Key_Space:
            if (table_->currentIndex().isValid()) {
                map_.toggle(seats_.seatAt(table_->currentIndex().row()));
            }
            return true;
        default:
            return QWidget::eventFilter(watched, event);
    }
}

}  // namespace tessera::boxoffice
