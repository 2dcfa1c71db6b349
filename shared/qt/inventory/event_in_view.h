// SPDX-License-Identifier: Apache-2.0
// The event that inventory and dashboard look at: its rules and the names of its price bands.
//
// The GUI's thread alone. Borrows the desk, which outlives it. What is shown stays until another
// one has been read; an answer that a later question has overtaken is dropped. It changes nothing.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <string>

#include "shared/qt/desk/desk.h"
#include "tessera/v1/event.pb.h"

namespace tessera::inventory {

class EventInView : public QObject {
    Q_OBJECT

public:
    explicit EventInView(qt::Desk& desk, QObject* parent = nullptr);
    // The one of a window: `owner` is its Workplace, whose child it is. Made when it is first asked
    // for.
    static EventInView& of(QObject& owner, qt::Desk& desk);

    // Reads it, whatever its state.
    void choose(const std::string& id);
    // Reads the same one again.
    void refresh();
    // As a mutation has answered it. An event that is not in view is passed over.
    void take(const v1::Event& event);
    // The device is another one's: nothing is in view.
    void forget();

    // With an empty id: none was chosen, or it is still being read.
    using QObject::event;
    const v1::Event& event() const { return event_; }
    const std::string& id() const { return event_.event(); }
    bool isReading() const { return reading_; }
    // Why it could not be read; empty: nothing is wrong.
    const QString& problem() const { return problem_; }

    // By category; empty where they are not known yet.
    const QStringList& bands() const { return bands_; }
    // For who has read the layout, and for who has not: asks for it where the names are missing.
    void setBands(const QStringList& names);
    void askBands();
    QString bandName(int category) const;
    QString typeName(int type) const;
    // For the head of a screen: what is in view, and when and where it is; the state of its sale
    // where it does not sell.
    QString title() const;
    QString facts(const QLocale& locale) const;

Q_SIGNALS:
    // Another event, or other rules.
    void changed();
    void bandsChanged();
    // isReading() or problem() is another.
    void stateChanged();

private:
    void read(const std::string& id);

    qt::Desk& desk_;
    v1::Event event_;
    QStringList bands_;
    QString problem_;
    int question_ = 0;
    bool reading_ = false;
    bool askingBands_ = false;
};

}  // namespace tessera::inventory
