// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/money/report_panel.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {

QTableView* makeTextView(till::TextTable& table, const QString& name, QWidget* parent) {
    auto* const view = new QTableView(parent);
    view->setObjectName(name);
    view->setModel(&table);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->setShowGrid(false);
    view->setTabKeyNavigation(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return view;
}

ReportPanel::ReportPanel(till::ShiftReports& reports, QWidget* parent)
    : QWidget(parent), reports_(reports), lines_(till::reportColumns()) {
    heading_ = new QLabel(this);
    heading_->setObjectName(QStringLiteral("report_heading"));
    qt::setTextRole(heading_, qt::TextRole::Title);
    table_ = makeTextView(lines_, QStringLiteral("report_table"), this);
    table_->setWordWrap(true);
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    print_ = new QPushButton(this);
    print_->setObjectName(QStringLiteral("report_print"));
    pdf_ = new QPushButton(this);
    pdf_->setObjectName(QStringLiteral("report_pdf"));
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(pdf_);
    buttons->addWidget(print_);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading_);
    column->addWidget(table_, 1);
    column->addLayout(buttons);
}

ReportPanel::~ReportPanel() {
    delete table_;
}

void ReportPanel::refresh(const QLocale& locale) {
    const auto& report = reports_.report();
    heading_->setText(report ? till::reportTitle(*report, locale) : tr("No report is shown yet"));
    lines_.show(till::reportRows(reports_.lines()));
}

void ReportPanel::retranslate() {
    lines_.retranslate();
    table_->setAccessibleName(tr("Report"));
    table_->setMinimumHeight(fontMetrics().height() * 2 * kTextRowsLeast);
}

void ReportPanel::begin() {
    if (print_->isEnabled()) return print_->setFocus();
    table_->setFocus();
}

}  // namespace tessera::boxoffice
