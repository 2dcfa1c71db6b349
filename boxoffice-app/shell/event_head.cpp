// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/event_head.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {

EventHead::EventHead(QWidget* parent) : QWidget(parent) {
    title_ = new QLabel(this);
    title_->setWordWrap(true);
    title_->setObjectName(QStringLiteral("event_name"));
    qt::setTextRole(title_, qt::TextRole::Title);
    facts_ = new QLabel(this);
    facts_->setWordWrap(true);
    facts_->setObjectName(QStringLiteral("event_facts"));
    qt::setTextRole(facts_, qt::TextRole::Weak);
    change_ = new QPushButton(this);
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(title_, 0, 0);
    grid->addWidget(change_, 0, 1, Qt::AlignTop);
    grid->addWidget(facts_, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
}

void EventHead::show(const QString& title, const QString& facts) {
    // A label takes its side from its letters, and a title may be in others than the app.
    const auto side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    title_->setAlignment(side | Qt::AlignAbsolute | Qt::AlignVCenter);
    title_->setText(title);
    facts_->setText(facts);
    facts_->setVisible(!facts.isEmpty());
}

}  // namespace tessera::boxoffice
