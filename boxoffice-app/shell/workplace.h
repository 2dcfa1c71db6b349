// SPDX-License-Identifier: Apache-2.0
// What every screen is given: the server, the actions, the look, what is kept, and the window.
//
// The GUI's thread alone. References outlive the screens. Signals tell what all screens share: the
// event that is worked on, and messages for whoever looks at the window.
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <string>

#include "shared/qt/actions/action_collection.h"
#include "shared/qt/desk/desk.h"
#include "shared/qt/desk/desk_store.h"
#include "shared/qt/language/languages.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {

enum class MessageKind { Plain, Good, Warning, Danger };

// The event that is sold; an empty id: none was chosen yet.
struct EventInHand {
    std::string id{};
    QString title{};
};

// What an administrator hands out with a device, as a file: {"server", "authority", "code"}.
struct EnrolmentOffer {
    QString address{};
    QString authorityPem{};
    QString code{};
};

struct WorkplaceParts {
    qt::Desk& desk;
    qt::DeskStore& store;
    qt::Theme& theme;
    qt::Languages& languages;
    qt::ActionCollection& actions;
};

class Workplace : public QObject {
    Q_OBJECT

public:
    explicit Workplace(WorkplaceParts parts, QObject* parent = nullptr);

    qt::Desk& desk() const { return parts_.desk; }
    qt::DeskStore& store() const { return parts_.store; }
    qt::Theme& theme() const { return parts_.theme; }
    qt::Languages& languages() const { return parts_.languages; }
    qt::ActionCollection& actions() const { return parts_.actions; }

    using QObject::event;  // Of another kind, and not hidden by this:
    const EventInHand& event() const { return event_; }
    // Kept for the next start, too.
    void setEvent(EventInHand event);
    // A screen that chooses its own event, and that event's name; empty: none is chosen.
    void setEventOf(const QString& screen, const QString& title);
    // Which screen is shown; told by the window.
    void setShown(const QString& screen);
    // The name of the event that the shown screen is about: its own, or the one that is sold.
    QString shownEvent() const;

    // One line at the bottom of the window, read out by screen readers; until the next one.
    void say(const QString& text, MessageKind kind = MessageKind::Plain);
    // Another screen, unless the current one refuses to be left. An unknown id does nothing.
    void goTo(const QString& screen);
    // From a screen that is aside (Screen::isAside) to the one before it.
    void goBack();
    // The screen that enrols takes it from here; not asked where the device is enrolled already.
    void offerEnrolment(const EnrolmentOffer& offer);
    // The device was enrolled, or is no more: the window connects as it is kept.
    void enrolmentIsAnother();
    // The current screen's focus back to its known place: a piece of work is finished.
    void goHome();

Q_SIGNALS:
    void eventChanged();
    void shownEventChanged();
    void said(const QString& text, tessera::boxoffice::MessageKind kind);
    void goToAsked(const QString& screen);
    void goBackAsked();
    void goHomeAsked();
    void enrolmentOffered(const tessera::boxoffice::EnrolmentOffer& offer);
    void enrolmentChanged();

private:
    const WorkplaceParts parts_;
    EventInHand event_;
    QHash<QString, QString> eventOf_;  // By screen, of those that choose their own.
    QString shown_;
};

}  // namespace tessera::boxoffice
