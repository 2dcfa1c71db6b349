// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/money/entry_panel.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/shell/byte_limit.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kAmountLettersMost = 20;

}  // namespace

EntryPanel::EntryPanel(QWidget* parent) : QWidget(parent) {
    heading_ = new QLabel(this);
    heading_->setObjectName(QStringLiteral("entry_heading"));
    qt::setTextRole(heading_, qt::TextRole::Title);
    amountLabel_ = new QLabel(this);
    amount_ = new QLineEdit(this);
    amount_->setObjectName(QStringLiteral("entry_amount"));
    amount_->setMaxLength(kAmountLettersMost);
    amount_->setAlignment(Qt::AlignRight);
    qt::setTextRole(amount_, qt::TextRole::Title);
    amountLabel_->setBuddy(amount_);
    currencyLabel_ = new QLabel(this);
    currency_ = new QComboBox(this);
    currency_->setObjectName(QStringLiteral("entry_currency"));
    currencyLabel_->setBuddy(currency_);
    reasonLabel_ = new QLabel(this);
    reason_ = new QLineEdit(this);
    reason_->setObjectName(QStringLiteral("entry_reason"));
    limitBytes(reason_, till::kReasonBytesMost);
    reasonLabel_->setBuddy(reason_);
    go_ = new QPushButton(this);
    go_->setObjectName(QStringLiteral("entry_go"));
    qt::setButtonRole(go_, qt::ButtonRole::GoesOn);
    auto* const card = new QWidget(this);
    qt::setRaised(card, true);
    auto* const form = new QGridLayout(card);
    form->addWidget(amountLabel_, 0, 0);
    form->addWidget(currencyLabel_, 0, 1);
    form->addWidget(amount_, 1, 0);
    form->addWidget(currency_, 1, 1);
    form->addWidget(reasonLabel_, 2, 0, 1, 2);
    form->addWidget(reason_, 3, 0, 1, 2);
    form->addWidget(go_, 4, 0, 1, 2, Qt::AlignRight);
    form->setColumnStretch(0, 1);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading_);
    column->addWidget(card);
    column->addStretch(1);
    connect(amount_, &QLineEdit::returnPressed, reason_, [this] { reason_->setFocus(); });
    connect(reason_, &QLineEdit::returnPressed, this, &EntryPanel::done);
}

void EntryPanel::setKind(v1::DrawerEntry::Kind kind) {
    kind_ = kind;
    for (QWidget* each :
         std::initializer_list<QWidget*>{amountLabel_, amount_, currencyLabel_, currency_}) {
        each->setVisible(moves());
    }
    retranslate();
}

void EntryPanel::setCurrencies(const std::vector<std::string>& currencies) {
    QStringList codes;
    for (const std::string& each : currencies) codes << QString::fromStdString(each);
    QStringList shown;
    for (int row = 0; row < currency_->count(); ++row) shown << currency_->itemText(row);
    if (codes == shown) return;
    const QString chosen = currency_->currentText();
    currency_->clear();
    currency_->addItems(codes);
    currency_->setCurrentIndex(std::max(0, currency_->findText(chosen)));
}

void EntryPanel::retranslate() {
    QString heading = tr("Open the drawer without a sale");
    if (kind_ == v1::DrawerEntry::PAID_IN) heading = tr("Put cash into the drawer");
    if (kind_ == v1::DrawerEntry::PAID_OUT) heading = tr("Take cash out of the drawer");
    heading_->setText(heading);
    amountLabel_->setText(tr("A&mount"));
    amount_->setAccessibleName(tr("Amount"));
    currencyLabel_->setText(tr("Currenc&y"));
    currency_->setAccessibleName(tr("Currency"));
    reasonLabel_->setText(tr("&Reason, without names of people"));
    reason_->setAccessibleName(tr("Reason"));
}

void EntryPanel::clear() {
    amount_->clear();
    reason_->clear();
}

void EntryPanel::begin() {
    focus(moves() ? till::ShiftField::Amount : till::ShiftField::Reason);
}

void EntryPanel::focus(till::ShiftField field) {
    QLineEdit* const wanted = field == till::ShiftField::Amount && moves() ? amount_ : reason_;
    wanted->setFocus();
    wanted->selectAll();
}

QString EntryPanel::goText() const {
    if (kind_ == v1::DrawerEntry::PAID_IN) return tr("It &goes in");
    if (kind_ == v1::DrawerEntry::PAID_OUT) return tr("It goes o&ut");
    return tr("Open the &drawer");
}

till::EntryWish EntryPanel::wish() const {
    return {kind_, amount_->text(), currency_->currentText().toStdString(), reason_->text()};
}

}  // namespace tessera::boxoffice
