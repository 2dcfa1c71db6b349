// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/desk/approval_dialog.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/theme/theme.h"

namespace tessera::qt {

ApprovalDialog& ApprovalDialog::ask(Desk& desk, ApprovalWanted wanted, QWidget* parent,
                                    std::function<void(const std::string&)> given) {
    auto* const dialog = new ApprovalDialog(desk, std::move(wanted), std::move(given), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return *dialog;
}

ApprovalDialog::ApprovalDialog(Desk& desk, ApprovalWanted wanted,
                               std::function<void(const std::string&)> given, QWidget* parent)
    : QDialog(parent), desk_(desk), wanted_(std::move(wanted)), given_(std::move(given)) {
    build();
    retranslate();
    login_->setFocus();
}

void ApprovalDialog::build() {
    what_ = new QLabel(wanted_.what, this);
    what_->setWordWrap(true);
    setTextRole(what_, TextRole::Heading);
    loginLabel_ = new QLabel(this);
    login_ = new QLineEdit(this);
    login_->setMaxLength(40);
    loginLabel_->setBuddy(login_);
    pinLabel_ = new QLabel(this);
    pin_ = new QLineEdit(this);
    pin_->setEchoMode(QLineEdit::Password);
    pin_->setMaxLength(200);
    pinLabel_->setBuddy(pin_);
    message_ = new QLabel(this);
    message_->setWordWrap(true);
    setTextRole(message_, TextRole::Danger);
    message_->hide();
    approve_ = new QPushButton(this);
    setButtonRole(approve_, ButtonRole::GoesOn);
    approve_->setDefault(true);
    cancel_ = new QPushButton(this);
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel_);
    buttons->addWidget(approve_);
    auto* const all = new QVBoxLayout(this);
    for (QWidget* each :
         std::initializer_list<QWidget*>{what_, loginLabel_, login_, pinLabel_, pin_, message_}) {
        all->addWidget(each);
    }
    all->addLayout(buttons);
    connect(approve_, &QPushButton::clicked, this, &ApprovalDialog::send);
    connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
}

void ApprovalDialog::retranslate() {
    setWindowTitle(tr("Approval"));
    loginLabel_->setText(tr("&Login of who approves"));
    pinLabel_->setText(tr("Their &PIN"));
    login_->setAccessibleName(tr("Login of who approves"));
    pin_->setAccessibleName(tr("Their PIN"));
    message_->setAccessibleName(tr("Message"));
    approve_->setText(tr("&Approve"));
    cancel_->setText(tr("&Cancel"));
}

void ApprovalDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

void ApprovalDialog::send() {
    if (login_->text().trimmed().isEmpty()) return say(tr("The login is missing."), login_);
    if (pin_->text().isEmpty()) return say(tr("The PIN is missing."), pin_);
    v1::ApproveRequest request;
    request.set_login(login_->text().trimmed().toStdString());
    request.set_pin(pin_->text().toStdString());
    request.set_permission(wanted_.permission);
    request.set_event(wanted_.event);
    request.set_subject(wanted_.subject);
    request.set_amount_minor_most(wanted_.amountMinorMost);
    approve_->setEnabled(false);
    pin_->clear();
    desk_.ask(client::kApprove, request, this,
              [this](const client::Answer<v1::ApproveResponse>& answer) { answered(answer); });
}

void ApprovalDialog::answered(const client::Answer<v1::ApproveResponse>& answer) {
    approve_->setEnabled(true);
    if (!answer.done()) return say(outcomeText(answer), pin_);
    const auto given = given_;
    const std::string token = answer.value.token();
    accept();
    if (given) given(token);
}

void ApprovalDialog::say(const QString& text, QLineEdit* field) {
    message_->setText(text);
    message_->show();
    field->setFocus();
}

}  // namespace tessera::qt
