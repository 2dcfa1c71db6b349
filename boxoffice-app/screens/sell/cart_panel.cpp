// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/sell/cart_panel.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

#include "shared/qt/sale/words.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {

CartPanel::CartPanel(sale::CartModel& model, const sale::Cart& cart, sale::HoldClock& clock,
                     QWidget* parent)
    : QWidget(parent), model_(model), cart_(cart), clock_(clock) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    heading_ = new QLabel(this);
    qt::setTextRole(heading_, qt::TextRole::Heading);
    table_ = new QTableView(this);
    table_->setObjectName(QStringLiteral("cart"));
    table_->setModel(&model_);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->setWordWrap(false);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(sale::CartModel::Place, QHeaderView::Stretch);
    table_->installEventFilter(this);
    column->addWidget(heading_);
    column->addWidget(table_, 1);
    buildSum();
    connect(&clock_, &sale::HoldClock::ticked, this, &CartPanel::showTime);
    connect(&cart_, &sale::Cart::changed, this, &CartPanel::refresh);
}

void CartPanel::buildSum() {
    sum_ = new QWidget(this);
    auto* const grid = new QGridLayout(sum_);
    grid->setContentsMargins(0, 0, 0, 0);
    time_ = new QLabel(sum_);
    time_->setObjectName(QStringLiteral("time_left"));
    extras_ = new QLabel(sum_);
    extras_->setObjectName(QStringLiteral("extras"));
    extras_->setWordWrap(true);
    qt::setTextRole(extras_, qt::TextRole::Weak);
    totalName_ = new QLabel(sum_);
    qt::setTextRole(totalName_, qt::TextRole::Title);
    total_ = new QLabel(sum_);
    total_->setObjectName(QStringLiteral("total"));
    qt::setTextRole(total_, qt::TextRole::Figure);
    grid->addWidget(time_, 0, 0);
    grid->addWidget(extras_, 0, 1);
    grid->addWidget(totalName_, 1, 0);
    grid->addWidget(total_, 1, 1, Qt::AlignTrailing);
    grid->setColumnStretch(1, 1);
    extras_->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
}

void CartPanel::setLocale(const QLocale& locale) {
    locale_ = locale;
    model_.setLocale(locale);
    refresh();
}

int CartPanel::heightOf(int rows, int rowHeight) const {
    const int head = heading_->sizeHint().height() + layout()->spacing();
    return head + table_->horizontalHeader()->height() + 2 * table_->frameWidth() +
           rows * rowHeight;
}

QList<int> CartPanel::rows() const {
    QList<int> rows;
    for (const QModelIndex& each : table_->selectionModel()->selectedRows()) rows << each.row();
    if (rows.isEmpty()) {
        for (int row = 0; row < model_.rowCount(); ++row) rows << row;
    }
    std::ranges::sort(rows);
    return rows;
}

void CartPanel::begin() {
    table_->setFocus();
    if (table_->selectionModel()->hasSelection() || model_.rowCount() == 0) return;
    table_->selectRow(std::max(0, table_->currentIndex().row()));  // The focus alone chooses none.
}

void CartPanel::refresh() {
    showPrice();
    showTime(clock_.secondsLeft());
}

// Lines that come on top, then what there is to pay.
void CartPanel::showPrice() {
    const v1::PriceBreakdown& price = cart_.reservation().price();
    QStringList lines;
    for (const v1::PriceLine& line : price.lines()) {
        if (line.kind() == v1::PriceLine::TICKET) continue;
        lines << (line.included() ? tr("%1: %2 included", "tax, amount")
                                  : tr("%1: %2", "fee, amount"))
                     .arg(sale::textOf(line.name()), sale::moneyText(line.amount(), locale_));
    }
    extras_->setText(lines.join(tr(" · ", "between fees")));
    extras_->setVisible(!lines.isEmpty());
    total_->setText(price.has_total() ? sale::moneyText(price.total(), locale_)
                                      : QStringLiteral("–"));
}

void CartPanel::showTime(int seconds) {
    qt::TextRole role = qt::TextRole::Weak;
    QString text = tr("Nothing is held");
    if (cart_.stage() == sale::CartStage::Held || cart_.stage() == sale::CartStage::Paying) {
        const bool isShort = seconds <= sale::HoldClock::kSecondsShort;
        role = isShort ? qt::TextRole::Warning : qt::TextRole::Good;
        text = tr("Held for %1").arg(sale::countdownText(seconds, locale_));
    } else if (cart_.stage() == sale::CartStage::Expired) {
        role = qt::TextRole::Danger;
        text = tr("The hold has run out");
    }
    if (text == time_->text()) return;
    time_->setText(text);
    qt::setTextRole(time_, role);
}

void CartPanel::retranslate() {
    heading_->setText(tr("Cart"));
    totalName_->setText(tr("Total"));
    table_->setAccessibleName(tr("Places in the cart"));
    refresh();
}

bool CartPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            table_->clearSelection();
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace tessera::boxoffice
