// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/money/shifts_panel.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/screens/money/report_panel.h"
#include "shared/qt/theme/theme.h"
#include "shared/qt/till/shift_words.h"

namespace tessera::boxoffice {
namespace {

constexpr int kStretched = 2;  // Who.

}  // namespace

ShiftsPanel::ShiftsPanel(till::ShiftReports& reports, QWidget* parent)
    : QWidget(parent), reports_(reports), rows_(till::shiftColumns()) {
    heading_ = new QLabel(this);
    qt::setTextRole(heading_, qt::TextRole::Title);
    hint_ = new QLabel(this);
    hint_->setWordWrap(true);
    qt::setTextRole(hint_, qt::TextRole::Weak);
    table_ = makeTextView(rows_, QStringLiteral("shifts_table"), this);
    table_->horizontalHeader()->setSectionResizeMode(kStretched, QHeaderView::Stretch);
    table_->installEventFilter(this);
    count_ = new QPushButton(this);
    count_->setObjectName(QStringLiteral("count_there"));
    more_ = new QPushButton(this);
    more_->setObjectName(QStringLiteral("shifts_more"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading_);
    column->addWidget(hint_);
    column->addWidget(table_, 1);
    auto* const last = new QHBoxLayout;
    last->addWidget(count_);
    last->addStretch(1);
    last->addWidget(more_);
    column->addLayout(last);
    connect(table_, &QTableView::doubleClicked, this, &ShiftsPanel::choose);
}

ShiftsPanel::~ShiftsPanel() {
    delete table_;
}

void ShiftsPanel::choose() {
    const QString key = rows_.keyOf(table_->currentIndex().row());
    if (!key.isEmpty()) Q_EMIT chosen(key);
}

void ShiftsPanel::askForCount() {
    Q_EMIT countWanted(rows_.keyOf(table_->currentIndex().row()));
}

bool ShiftsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ShiftsPanel::refresh(const QLocale& locale) {
    const int row = table_->currentIndex().row();
    std::vector<till::TextRow> rows;
    for (const v1::Shift& each : reports_.shifts()) rows.push_back(till::shiftRow(each, locale));
    rows_.show(std::move(rows));
    if (rows_.rowCount() == 0) return;
    table_->setCurrentIndex(rows_.index(std::clamp(row, 0, rows_.rowCount() - 1), 0));
}

void ShiftsPanel::retranslate() {
    heading_->setText(tr("Shifts"));
    hint_->setText(
        tr("Enter shows the report of the chosen shift. Whoever may sign shifts off "
           "counts one whose cashier went home from here, too."));
    rows_.retranslate();
    table_->setAccessibleName(tr("Shifts"));
    table_->setMinimumHeight(fontMetrics().height() * 2 * kTextRowsLeast);
}

void ShiftsPanel::begin() {
    table_->setFocus();
}

}  // namespace tessera::boxoffice
