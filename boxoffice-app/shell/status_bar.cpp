// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/status_bar.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <cstdlib>
#include <utility>

namespace tessera::boxoffice {
namespace {

constexpr int kTickMillis = 1'000;
constexpr std::int64_t kMinuteMillis = 60'000;
constexpr std::int64_t kClockWrongMillis = 2 * kMinuteMillis;

qt::TextRole roleOf(MessageKind kind) {
    switch (kind) {
        case MessageKind::Plain:
            return qt::TextRole::Plain;
        case MessageKind::Good:
            return qt::TextRole::Good;
        case MessageKind::Warning:
            return qt::TextRole::Warning;
        case MessageKind::Danger:
            break;
    }
    return qt::TextRole::Danger;
}

}  // namespace

HeadBar::HeadBar(Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      workplace_(workplace),
      event_(new QLabel(this)),
      person_(new QLabel(this)),
      link_(new QLabel(this)),
      clock_(new QLabel(this)) {
    setAttribute(Qt::WA_StyledBackground);
    qt::setRaised(this, true);
    qt::setTextRole(event_, qt::TextRole::Heading);
    event_->setWordWrap(true);
    person_->setWordWrap(true);
    auto* const row = new QHBoxLayout(this);
    row->addWidget(event_, 3);
    row->addWidget(person_, 2);
    row->addWidget(link_);
    row->addWidget(clock_);
    const qt::Desk& desk = workplace.desk();
    connect(&workplace, &Workplace::shownEventChanged, this, &HeadBar::refresh);
    connect(&desk, &qt::Desk::linkChanged, this, &HeadBar::refresh);
    connect(&desk, &qt::Desk::sessionChanged, this, &HeadBar::refresh);
    connect(&tick_, &QTimer::timeout, this, &HeadBar::showClock);
    tick_.start(kTickMillis);
    refresh();
}

void HeadBar::refresh() {
    const qt::Desk& desk = workplace_.desk();
    const QString title = workplace_.shownEvent();
    const auto side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    event_->setAlignment(side | Qt::AlignAbsolute | Qt::AlignVCenter);
    const bool none = title.isEmpty() && desk.isSignedIn();
    event_->setText(none ? tr("No event chosen") : title);
    event_->setAccessibleDescription(tr("Event"));
    if (desk.isSignedIn()) {
        person_->setText(tr("%1 on %2")
                             .arg(QString::fromStdString(desk.session().name()),
                                  QString::fromStdString(desk.session().device_name())));
    } else {
        person_->setText(tr("Nobody is signed in"));
    }
    person_->setAccessibleDescription(tr("Who works here"));
    link_->setText(desk.linkIsUp() ? tr("● Connected") : tr("○ Not connected"));
    qt::setTextRole(link_, desk.linkIsUp() ? qt::TextRole::Good : qt::TextRole::Danger);
    clock_->setAccessibleDescription(tr("The server's time"));
    showClock();
}

void HeadBar::showClock() {
    const qt::Desk& desk = workplace_.desk();
    const auto shortText = [this](const QDateTime& at) {
        return workplace_.languages().locale().toString(at.time(), QLocale::ShortFormat);
    };
    if (!desk.isConnectedTo()) return clock_->clear();
    const QString time = shortText(desk.serverClock());
    const std::int64_t off = desk.clockAheadMillis();
    const bool wrong = std::abs(off) >= kClockWrongMillis;
    clock_->setText(wrong ? tr("%1 (device: %2)", "the server's time, this device's")
                                .arg(time, shortText(desk.serverClock().addMSecs(off)))
                          : time);
    qt::setTextRole(clock_, wrong ? qt::TextRole::Warning : qt::TextRole::Plain);
    if (!wrong || std::exchange(clockSaid_, true)) return;
    workplace_.say(
        tr("This device's clock is wrong by %1 min: have it set. Everything here goes by "
           "the server's time.")
            .arg(workplace_.languages().locale().toString(
                static_cast<qlonglong>(std::abs(off) / kMinuteMillis))),
        MessageKind::Warning);
}

void HeadBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

MessageLine::MessageLine(Workplace& workplace, QWidget* parent)
    : QWidget(parent), label_(new QLabel(this)) {
    setAttribute(Qt::WA_StyledBackground);
    qt::setRaised(this, true);
    label_->setWordWrap(true);
    label_->setAccessibleDescription(tr("Message"));
    auto* const row = new QHBoxLayout(this);
    row->addWidget(label_);
    connect(&workplace, &Workplace::said, this, &MessageLine::say);
}

void MessageLine::say(const QString& text, MessageKind kind) {
    label_->setText(text);
    qt::setTextRole(label_, roleOf(kind));
    QAccessibleEvent alert(label_, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageLine::text() const {
    return label_->text();
}

// What was said was said in another language.
void MessageLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        label_->clear();
        label_->setAccessibleDescription(tr("Message"));
    }
    QWidget::changeEvent(event);
}

}  // namespace tessera::boxoffice
