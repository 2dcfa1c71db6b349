// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/workplace.h"

namespace tessera::boxoffice {
namespace {

const QString kLastEvent = QStringLiteral("last_event");
const QString kLastEventTitle = QStringLiteral("last_event_title");

}  // namespace

Workplace::Workplace(WorkplaceParts parts, QObject* parent)
    : QObject(parent),
      parts_(parts),
      event_{parts.store.text(kLastEvent).toStdString(), parts.store.text(kLastEventTitle)} {}

void Workplace::setEvent(EventInHand event) {
    event_ = std::move(event);
    store().set(kLastEvent, QString::fromStdString(event_.id));
    store().set(kLastEventTitle, event_.title);
    Q_EMIT eventChanged();
    Q_EMIT shownEventChanged();
}

void Workplace::setEventOf(const QString& screen, const QString& title) {
    if (eventOf_.contains(screen) && eventOf_.value(screen) == title) return;
    eventOf_.insert(screen, title);
    Q_EMIT shownEventChanged();
}

void Workplace::setShown(const QString& screen) {
    shown_ = screen;
    Q_EMIT shownEventChanged();
}

QString Workplace::shownEvent() const {
    return eventOf_.value(shown_, event_.title);
}

void Workplace::say(const QString& text, MessageKind kind) {
    Q_EMIT said(text, kind);
}

void Workplace::goTo(const QString& screen) {
    Q_EMIT goToAsked(screen);
}

void Workplace::goBack() {
    Q_EMIT goBackAsked();
}

void Workplace::offerEnrolment(const EnrolmentOffer& offer) {
    if (!desk().isConnectedTo()) Q_EMIT enrolmentOffered(offer);
}

void Workplace::enrolmentIsAnother() {
    Q_EMIT enrolmentChanged();
}

void Workplace::goHome() {
    Q_EMIT goHomeAsked();
}

}  // namespace tessera::boxoffice
