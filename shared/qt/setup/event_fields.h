// SPDX-License-Identifier: Apache-2.0
// The single fields of an event's rules: how each is typed, its limits, and where it belongs.
//
// Constant data and pure functions but for the language that is installed. The GUI's thread.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "tessera/v1/event.pb.h"

namespace tessera::setup {

// What typing depends on.
struct TypingContext {
    std::string zone{};
    QLocale locale{};
};

// A place on a form and what is wrong there: "startsAt", "fees[1].amount", "prices".
struct Problem {
    QString place{};
    QString text{};
};

enum class FieldKind { Line, Text, Time, Length, Count, Rate, Flag, Point };

// What a field holds, by its kind: `text`; `number`; or x and y.
struct FieldValue {
    std::string text{};
    std::int64_t number = 0;
    double x = 0;
    double y = 0;
};

struct EventField {
    const char* id;    // As the server names it below `config.`; channels have one of their own.
    const char* mask;  // Of EventConfig, for an update.
    FieldKind kind;
    std::int64_t least;  // Bytes, seconds, or the number itself.
    std::int64_t most;
    bool required;
    std::optional<FieldValue> (*get)(const v1::EventConfig&);
    void (*set)(v1::EventConfig&, const FieldValue&);
};

std::span<const EventField> eventFields();
// Null: there is none.
const EventField* eventField(const QString& id);

QString typedField(const EventField& field, const v1::EventConfig& config,
                   const TypingContext& context);
// Sets it; nothing where it is empty and may be. The text says what it must be; empty: it is.
QString readField(const EventField& field, const QString& typed, const TypingContext& context,
                  v1::EventConfig& config);

// In the reader's words: "Sale opens". Of a table's cell with its row: "Fees, row 2, amount".
QString placeName(const QString& place);
// What a field must be like, with its limits.
QString fieldRule(const EventField& field);

}  // namespace tessera::setup
