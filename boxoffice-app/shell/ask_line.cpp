// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/ask_line.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <algorithm>

#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {

AskLine::AskLine(QWidget* parent) : QWidget(parent) {
    qt::setRaised(this, true);
    auto* const grid = new QGridLayout(this);
    firstLabel_ = new QLabel(this);
    secondLabel_ = new QLabel(this);
    first_ = new QLineEdit(this);
    second_ = new QLineEdit(this);
    message_ = new QLabel(this);
    message_->setWordWrap(true);
    qt::setTextRole(message_, qt::TextRole::Danger);
    grid->addWidget(firstLabel_, 0, 0);
    grid->addWidget(first_, 0, 1);
    grid->addWidget(secondLabel_, 1, 0);
    grid->addWidget(second_, 1, 1);
    grid->addWidget(message_, 2, 0, 1, 2);
    go_ = new QPushButton(this);
    go_->setObjectName(QStringLiteral("ask_go"));
    go_->setAutoDefault(true);
    grid->addWidget(go_, 0, 2);
    firstLabel_->setWordWrap(true);
    connect(go_, &QPushButton::clicked, this, &AskLine::take);
    first_->setObjectName(QStringLiteral("ask_first"));
    second_->setObjectName(QStringLiteral("ask_second"));
    firstLabel_->setBuddy(first_);
    secondLabel_->setBuddy(second_);
    connect(first_, &QLineEdit::returnPressed, this, [this] {
        if (second_->isHidden()) return take();
        second_->setFocus();
    });
    connect(second_, &QLineEdit::returnPressed, this, &AskLine::take);
    hide();
}

void AskLine::ask(Question question) {
    question_ = std::move(question);
    firstLabel_->setText(question_.first);
    first_->setAccessibleName(question_.first);
    secondLabel_->setText(question_.second);
    second_->setAccessibleName(question_.second);
    secondLabel_->setVisible(!question_.second.isEmpty());
    second_->setVisible(!question_.second.isEmpty());
    first_->setMaxLength(question_.charactersMost);
    second_->setMaxLength(question_.charactersMost);
    first_->setText(question_.typed);
    second_->clear();
    message_->hide();
    const bool typed = question_.button.isEmpty();
    first_->setVisible(typed);
    go_->setVisible(!typed);
    auto* const grid = static_cast<QGridLayout*>(layout());
    grid->setColumnStretch(0, typed ? 0 : 1);  // A question without a field has its room.
    grid->setColumnStretch(1, typed ? 1 : 0);
    go_->setText(question_.button);
    show();
    (typed ? static_cast<QWidget*>(first_) : go_)->setFocus();
    first_->selectAll();
    fit();
    Q_EMIT opened();
}

void AskLine::say(const QString& text) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    fit();
}

void AskLine::end() {
    if (!isOpen()) return;
    // Also while a dialog over the window has just closed, and the window is not active yet.
    const QWidget* const focus = window()->focusWidget();
    const bool focused = focus != nullptr && isAncestorOf(focus);
    question_ = {};  // What was asked about may be somebody's data.
    hide();
    if (focused) Q_EMIT left();
}

// A question in another language is asked anew.
void AskLine::retranslate() {
    end();
}

void AskLine::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && go_->hasFocus()) return take();
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    end();
}

void AskLine::fit() {
    setMinimumHeight(std::max(0, layout()->minimumHeightForWidth(width())));
}

bool AskLine::event(QEvent* event) {
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) fit();
    return done;
}

void AskLine::take() {
    message_->hide();
    const auto taken = question_.taken;  // It may end the question.
    if (taken) taken(first_->text(), second_->text());
}

}  // namespace tessera::boxoffice
