// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/money/settle_panel.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/screens/money/report_panel.h"
#include "boxoffice-app/shell/byte_limit.h"
#include "shared/qt/theme/theme.h"
#include "shared/qt/till/report_lines.h"
#include "shared/qt/till/shift_words.h"

namespace tessera::boxoffice {
namespace {

constexpr int kLoginLettersMost = 40;

}  // namespace

SettlePanel::SettlePanel(QWidget* parent) : QWidget(parent), lines_(till::reportColumns()) {
    heading_ = new QLabel(this);
    qt::setTextRole(heading_, qt::TextRole::Title);
    verdict_ = new QLabel(this);
    verdict_->setObjectName(QStringLiteral("settle_verdict"));
    verdict_->setWordWrap(true);
    table_ = makeTextView(lines_, QStringLiteral("settle_table"), this);
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    explanationLabel_ = new QLabel(this);
    explanation_ = new QLineEdit(this);
    explanation_->setObjectName(QStringLiteral("explanation"));
    limitBytes(explanation_, till::kExplanationBytesMost);
    explanationLabel_->setBuddy(explanation_);
    handOverLabel_ = new QLabel(this);
    handOverLabel_->setWordWrap(true);
    handOver_ = new QLineEdit(this);
    handOver_->setObjectName(QStringLiteral("hand_over"));
    handOver_->setMaxLength(kLoginLettersMost);
    handOverLabel_->setBuddy(handOver_);
    go_ = new QPushButton(this);
    go_->setObjectName(QStringLiteral("settle_go"));
    qt::setButtonRole(go_, qt::ButtonRole::GoesOn);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading_);
    column->addWidget(verdict_);
    column->addWidget(table_, 1);
    column->addWidget(explanationLabel_);
    column->addWidget(explanation_);
    column->addWidget(handOverLabel_);
    column->addWidget(handOver_);
    column->addWidget(go_, 0, Qt::AlignRight);
    connect(explanation_, &QLineEdit::returnPressed, handOver_, [this] { handOver_->setFocus(); });
    connect(handOver_, &QLineEdit::returnPressed, this, &SettlePanel::done);
}

SettlePanel::~SettlePanel() {
    delete table_;
}

void SettlePanel::show(const v1::Shift& shift, const QLocale& locale) {
    lines_.show(till::reportRows(till::drawerLines(shift, locale)));
    const QString difference = till::differenceText(shift, locale);
    differs_ = !difference.isEmpty();
    explanationLabel_->setVisible(differs_);
    explanation_->setVisible(differs_);
    qt::setTextRole(verdict_, differs_ ? qt::TextRole::Danger : qt::TextRole::Good);
    if (shift.balances_size() == 0) {
        verdict_->clear();
    } else if (differs_) {
        verdict_->setText(tr("It differs by %1. It needs an explanation, and somebody who has "
                             "neither opened nor counted this shift to sign it off.")
                              .arg(difference));
    } else {
        verdict_->setText(tr("What was counted is what must be there."));
    }
}

void SettlePanel::retranslate() {
    heading_->setText(tr("Close the shift"));
    lines_.retranslate();
    table_->setAccessibleName(tr("What was counted and what must be there"));
    table_->setMinimumHeight(fontMetrics().height() * 2 * kTextRowsLeast);
    explanationLabel_->setText(tr("E&xplanation"));
    explanation_->setAccessibleName(tr("Explanation"));
    handOverLabel_->setText(tr("Hand over to (lo&gin); nobody where the shift ends"));
    handOver_->setAccessibleName(tr("Hand over to (login)"));
}

void SettlePanel::clear() {
    explanation_->clear();
    handOver_->clear();
}

void SettlePanel::begin() {
    if (differs_) return explanation_->setFocus();
    go_->setFocus();
}

void SettlePanel::focus(till::ShiftField field) {
    if (field == till::ShiftField::HandOver) return handOver_->setFocus();
    if (field == till::ShiftField::Explanation) explanation_->setFocus();
}

QString SettlePanel::explanation() const {
    return explanation_->text();
}

QString SettlePanel::handOverTo() const {
    return handOver_->text();
}

}  // namespace tessera::boxoffice
