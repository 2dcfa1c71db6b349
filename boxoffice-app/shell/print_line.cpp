// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/print_line.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include "boxoffice-app/shell/tone.h"

namespace tessera::boxoffice {

PrintLine::PrintLine(Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      workplace_(workplace),
      watch_(payment::PrintRoom::of(workplace, workplace.store()),
             payment::Papers::of(workplace, workplace.desk(), workplace.store())),
      label_(new QLabel(this)),
      button_(new QPushButton(this)) {
    setAttribute(Qt::WA_StyledBackground);
    qt::setRaised(this, true);
    label_->setObjectName(QStringLiteral("print_line"));
    label_->setWordWrap(true);
    button_->setObjectName(QStringLiteral("print_line_go"));
    button_->hide();
    auto* const row = new QHBoxLayout(this);
    row->addWidget(label_, 1);
    row->addWidget(button_);
    connect(&watch_, &payment::PrintWatch::changed, this, &PrintLine::refresh);
    refresh();
}

QPushButton* PrintLine::button() {
    button_->show();
    return button_;
}

void PrintLine::refresh() {
    const QString& text = watch_.text();
    setVisible(!text.isEmpty());
    label_->setAccessibleDescription(tr("Printing"));
    if (text.isEmpty()) return label_->clear();
    label_->setText(watch_.tone() == sale::Tone::Danger
                        ? tr("■ %1", "printing has halted").arg(text)
                        : tr("▲ %1", "printing warns").arg(text));
    qt::setTextRole(label_, roleOf(watch_.tone()));
    QAccessibleEvent alert(label_, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void PrintLine::remind() {
    if (watch_.undecided() == 0) return;
    workplace_.say(tr("Of %n document(s) it is not known whether they are on paper: look at the "
                      "printer, then say so under Printing.",
                      "", watch_.undecided()),
                   MessageKind::Danger);
}

QString PrintLine::text() const {
    return isHidden() ? QString() : label_->text();
}

void PrintLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        const QSignalBlocker quiet(watch_);
        watch_.refresh();
        refresh();
    }
    QWidget::changeEvent(event);
}

}  // namespace tessera::boxoffice
