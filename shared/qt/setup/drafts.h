// SPDX-License-Identifier: Apache-2.0
// What is typed about an event and not sent yet, on the disk: fields by name, one file an event.
//
// The GUI's thread alone. A change is on the disk a moment later, and when another event is taken
// in hand; gone once it is done. Bounded: the latest kDraftsMost events of a kind, each of at most
// kDraftBytesMost; what is larger is said by failed(), and stays in the window alone.
#pragma once

#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <string>

#include "shared/qt/desk/journal.h"

namespace tessera::setup {

using Draft = QMap<QByteArray, QString>;  // By the field's name; what is empty is not in it.

class Drafts : public QObject {
    Q_OBJECT

public:
    static constexpr int kDraftsMost = 100;
    static constexpr qint64 kDraftBytesMost = 64 << 10;

    // `kind`: of letters, the files' folder in `folder`. An empty folder keeps nothing on the disk.
    Drafts(const QString& folder, const QString& kind, QObject* parent = nullptr);
    ~Drafts() override;

    // Takes it in hand; what was typed about it before. REQUIRES: an event's id.
    const Draft& open(const std::string& event);
    // Of the one in hand.
    const Draft& typed() const { return typed_; }
    void set(const QByteArray& field, const QString& text);
    // To the disk now.
    void keep();
    // It was done with `sent`: what was typed after that stays.
    void done(const std::string& event, const Draft& sent);
    void forget(const std::string& event);
    // What staff reads where something was typed before.
    static QString text();

Q_SIGNALS:
    // What is shown of it is no draft any more.
    void forgotten(const std::string& event);
    void failed(const QString& text);

private:
    qt::Journal journalOf(const std::string& event) const;
    Draft read(const std::string& event) const;
    void dropOldest() const;

    const QString folder_;
    const QString kind_;
    std::string event_;
    Draft typed_;
    bool changed_ = false;
    QTimer later_;
};

}  // namespace tessera::setup
