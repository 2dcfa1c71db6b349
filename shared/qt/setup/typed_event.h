// SPDX-License-Identifier: Apache-2.0
// An event's rules as they are typed: nothing of it is lost because it is not yet right.
//
// Values and pure functions but for the language that is installed. The GUI's thread.
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include "shared/qt/setup/event_fields.h"

namespace tessera::setup {

inline constexpr const char* kTables[] = {"ticketTypes", "fees", "taxes", "entrances",
                                          "allocations"};

struct TypedEvent {
    QMap<QString, QString> fields{};             // By EventField::id.
    QMap<QString, QList<QStringList>> tables{};  // By kTables; cells in the order of the columns.
    QMap<QString, QString> prices{};             // By priceKey().
    bool operator==(const TypedEvent&) const = default;
};
QString priceKey(int category, int type);

TypedEvent typedOf(const v1::EventConfig& config, const TypingContext& context);
// What is not as it must be is left out and said in `problems`.
v1::EventConfig configOf(const TypedEvent& typed, const TypingContext& context,
                         QList<Problem>& problems);
// The fields of EventConfig, by their names in an update's mask, in which both differ.
QStringList masksBetween(const v1::EventConfig& one, const v1::EventConfig& other);
// What staff calls it.
QString maskName(const QString& mask);
// Takes what belongs to that mask from `from`.
void takeMask(TypedEvent& typed, const TypedEvent& from, const QString& mask);
// All of what belongs to it in one line, at most 300 characters.
QString maskText(const TypedEvent& typed, const QString& mask);

QJsonObject toJson(const TypedEvent& typed);
TypedEvent typedFrom(const QJsonObject& json);

}  // namespace tessera::setup
