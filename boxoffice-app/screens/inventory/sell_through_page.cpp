// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/inventory/sell_through_page.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "shared/qt/inventory/sales_bars.h"
#include "shared/qt/plot/share_bars.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {

SellThroughPage::SellThroughPage(inventory::SalesModel& bands, inventory::SalesModel& asides,
                                 QWidget* parent)
    : QWidget(parent), bands_(bands), asides_(asides) {
    heading_ = new QLabel(this);
    heading_->setWordWrap(true);
    qt::setTextRole(heading_, qt::TextRole::Title);
    auto* const scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    bars_ = new qt::ShareBars(scroll);
    bars_->setParts(inventory::shareParts());
    bars_->setObjectName(QStringLiteral("band_bars"));
    scroll->setWidget(bars_);
    bandTable_ = addTable(bands_);
    bandTable_->setObjectName(QStringLiteral("band_table"));
    asideHeading_ = new QLabel(this);
    qt::setTextRole(asideHeading_, qt::TextRole::Heading);
    asideTable_ = addTable(asides_);
    asideTable_->setObjectName(QStringLiteral("aside_table"));
    line_ = new QLabel(this);
    line_->setWordWrap(true);
    line_->setObjectName(QStringLiteral("sales_line"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading_);
    column->addWidget(line_);
    column->addWidget(scroll, 3);
    column->addWidget(bandTable_, 3);
    column->addWidget(asideHeading_);
    column->addWidget(asideTable_, 2);
    for (inventory::SalesModel* const each : {&bands_, &asides_}) {
        connect(each, &QAbstractItemModel::dataChanged, this, &SellThroughPage::refresh);
        connect(each, &QAbstractItemModel::modelReset, this, &SellThroughPage::refresh);
    }
}

QTableView* SellThroughPage::addTable(QAbstractItemModel& model) {
    auto* const table = new QTableView(this);
    table->setModel(&model);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(inventory::SalesModel::Name,
                                                    QHeaderView::Stretch);
    return table;
}

void SellThroughPage::setLook(qt::ThemeKind kind) {
    bars_->setLook(kind);
}

void SellThroughPage::setEvent(const QString& title) {
    event_ = title;
    // A mark that is not seen: the title may be in letters that begin at the other side.
    const QString mark = isRightToLeft() ? QString(QChar(0x200f)) : QString();
    heading_->setText(mark + event_ + QStringLiteral(" · ") + tr("Sold by price band"));
}

void SellThroughPage::begin() {
    bandTable_->setFocus();
}

void SellThroughPage::refresh() {
    bars_->setBars(inventory::placeBars(bands_));
    asideHeading_->setVisible(!asides_.lines().empty());
    asideTable_->setVisible(!asides_.lines().empty());
}

void SellThroughPage::say(const QString& text, bool wrong) {
    line_->setText(text);
    qt::setTextRole(line_, wrong ? qt::TextRole::Danger : qt::TextRole::Weak);
}

void SellThroughPage::retranslate() {
    setEvent(event_);
    asideHeading_->setText(tr("Set aside"));
    bars_->setAccessibleName(tr("Bars of what is sold by price band"));
    bandTable_->setAccessibleName(tr("Sold by price band"));
    asideTable_->setAccessibleName(tr("Set aside and sold by allocation"));
    bars_->setParts(inventory::shareParts());
    refresh();
}

void SellThroughPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    Q_EMIT left();
}

}  // namespace tessera::boxoffice
