// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/staff/secret_card.h"

#include <QtGui/QGuiApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/screens/staff/qr_view.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {

SecretCard::SecretCard(const QString& name, QWidget* parent) : QWidget(parent) {
    qt::setRaised(this, true);
    auto* const column = new QVBoxLayout(this);
    heading_ = new QLabel(this);
    heading_->setWordWrap(true);
    qt::setTextRole(heading_, qt::TextRole::Heading);
    hint_ = new QLabel(this);
    hint_->setWordWrap(true);
    hint_->setObjectName(name + QStringLiteral("_hint"));
    text_ = new QLineEdit(this);
    text_->setReadOnly(true);
    text_->setObjectName(name);
    copy_ = new QPushButton(this);
    code_ = new QrView(this);
    column->addWidget(heading_);
    column->addWidget(text_);
    column->addWidget(hint_);
    column->addWidget(copy_, 0, Qt::AlignLeading);
    column->addWidget(code_, 0, Qt::AlignHCenter);
    hide();
}

void SecretCard::show(const Shown& shown, int dot) {
    copied_ = shown.copied;
    heading_->setText(shown.heading);
    text_->setAccessibleName(shown.heading);
    text_->setText(shown.text);
    text_->setCursorPosition(0);
    text_->setMinimumWidth(text_->fontMetrics().horizontalAdvance(shown.text.left(30)) + 2 * dot);
    setHint(shown.hint);
    code_->setVisible(!shown.code.empty());
    if (!shown.code.empty()) code_->show(shown.code, dot);
    show();
}

void SecretCard::setHint(const QString& hint) {
    hint_->setText(hint);
    hint_->setVisible(!hint.isEmpty());
}

void SecretCard::copy() {
    if (isOpen()) QGuiApplication::clipboard()->setText(copied_);
}

void SecretCard::end() {
    if (!isOpen()) return;
    takeOff(QClipboard::Clipboard);
    takeOff(QClipboard::Selection);
    copied_.clear();
    text_->clear();
    code_->clear();
    hide();
}

// As it is pasted, or as it is read and was copied by hand.
void SecretCard::takeOff(QClipboard::Mode mode) const {
    QClipboard* const board = QGuiApplication::clipboard();
    if (mode == QClipboard::Selection && !board->supportsSelection()) return;
    if (board->text(mode).remove(u' ') == QString(copied_).remove(u' ')) board->clear(mode);
}

void SecretCard::retranslate() {
    code_->setAccessibleName(tr("QR code of the second factor"));
}

}  // namespace tessera::boxoffice
