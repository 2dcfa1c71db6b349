// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/typed_event.h"

#include <google/protobuf/util/message_differencer.h>

#include <QtCore/QJsonArray>

#include "shared/qt/sale/words.h"
#include "shared/qt/setup/typed.h"

namespace tessera::setup {
namespace {

using sale::textOf;

constexpr qsizetype kLineMost = 300;

QString numbersText(const google::protobuf::RepeatedField<std::int32_t>& numbers) {
    QStringList parts;
    for (const std::int32_t each : numbers) parts << QString::number(each + 1);
    return parts.join(u' ');
}

QString moneyTyped(std::int64_t minor, const v1::EventConfig& config,
                   const TypingContext& context) {
    v1::Money money;
    money.set_minor_units(minor);
    money.set_currency_code(config.currency_code());
    return sale::amountText(money, context.locale);
}

void typeFees(const v1::EventConfig& config, const TypingContext& context, TypedEvent& out) {
    auto& rows = out.tables[QStringLiteral("fees")];
    for (const v1::Fee& fee : config.fees()) {
        const bool percent = fee.kind() == v1::Fee::PERCENT;
        rows.append({textOf(fee.name()), textOf(v1::Fee::Kind_Name(fee.kind())),
                     percent ? typedRate(fee.rate_ppm(), context.locale)
                             : moneyTyped(fee.minor_units(), config, context)});
    }
}

// The key in TypedEvent::tables of a mask; empty: it is made of fields or prices.
QString tableOf(const QString& mask) {
    if (mask == QStringLiteral("ticket_types")) return QStringLiteral("ticketTypes");
    for (const char* each : kTables) {
        if (mask == QLatin1String(each)) return mask;
    }
    return {};
}

}  // namespace

QString priceKey(int category, int type) {
    return QStringLiteral("%1/%2").arg(category).arg(type);
}

TypedEvent typedOf(const v1::EventConfig& config, const TypingContext& context) {
    TypedEvent out;
    for (const EventField& field : eventFields()) {
        out.fields.insert(QLatin1String(field.id), typedField(field, config, context));
    }
    for (const char* each : kTables) out.tables.insert(QLatin1String(each), {});
    for (const v1::TicketType& type : config.ticket_types()) {
        out.tables[QStringLiteral("ticketTypes")].append({textOf(type.name())});
    }
    for (const v1::Price& price : config.prices()) {
        out.prices.insert(priceKey(price.category_no(), price.ticket_type_no()),
                          moneyTyped(price.minor_units(), config, context));
    }
    typeFees(config, context, out);
    for (const v1::Tax& tax : config.taxes()) {
        const auto on = tax.applies_to() == v1::Tax::APPLIES_TO_UNSPECIFIED
                            ? v1::Tax::TICKETS_AND_FEES
                            : tax.applies_to();
        out.tables[QStringLiteral("taxes")].append(
            {textOf(tax.name()), typedRate(tax.rate_ppm(), context.locale),
             tax.included() ? QStringLiteral("yes") : QStringLiteral("no"),
             textOf(v1::Tax::AppliesTo_Name(on))});
    }
    for (const v1::Entrance& entrance : config.entrances()) {
        out.tables[QStringLiteral("entrances")].append({textOf(entrance.name()),
                                                        numbersText(entrance.section_nos()),
                                                        numbersText(entrance.area_nos())});
    }
    for (const v1::Allocation& each : config.allocations()) {
        out.tables[QStringLiteral("allocations")].append(
            {QString::number(each.allocation_no()), textOf(each.name()),
             textOf(v1::Allocation::Kind_Name(each.kind())),
             each.has_release_time() ? typedTime(each.release_time(), context.zone) : QString()});
    }
    return out;
}

QStringList masksBetween(const v1::EventConfig& one, const v1::EventConfig& other) {
    QStringList masks;
    const auto* const descriptor = v1::EventConfig::descriptor();
    for (int i = 0; i < descriptor->field_count(); ++i) {
        const auto* const field = descriptor->field(i);
        v1::EventConfig left = one;
        v1::EventConfig right = other;
        for (int j = 0; j < descriptor->field_count(); ++j) {
            if (j == i) continue;
            left.GetReflection()->ClearField(&left, descriptor->field(j));
            right.GetReflection()->ClearField(&right, descriptor->field(j));
        }
        if (!google::protobuf::util::MessageDifferencer::Equals(left, right)) {
            masks << textOf(field->name());
        }
    }
    return masks;
}

QString maskName(const QString& mask) {
    if (mask == QStringLiteral("prices")) return placeName(mask);
    if (const QString table = tableOf(mask); !table.isEmpty()) return placeName(table);
    for (const EventField& field : eventFields()) {
        if (mask == QLatin1String(field.mask)) {
            return placeName(QString(QLatin1String(field.id)).section(u'.', 0, 0));
        }
    }
    return mask;
}

void takeMask(TypedEvent& typed, const TypedEvent& from, const QString& mask) {
    if (mask == QStringLiteral("prices")) typed.prices = from.prices;
    if (const QString table = tableOf(mask); !table.isEmpty()) {
        typed.tables[table] = from.tables.value(table);
    }
    for (const EventField& field : eventFields()) {
        const QString id = QLatin1String(field.id);
        if (mask == QLatin1String(field.mask)) typed.fields[id] = from.fields.value(id);
    }
}

QString maskText(const TypedEvent& typed, const QString& mask) {
    QStringList parts;
    if (mask == QStringLiteral("prices")) parts = typed.prices.values();
    for (const QStringList& row : typed.tables.value(tableOf(mask))) parts << row.join(u' ');
    for (const EventField& field : eventFields()) {
        const QString text = typed.fields.value(QLatin1String(field.id));
        if (mask == QLatin1String(field.mask) && !text.isEmpty()) parts << text;
    }
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(QStringLiteral("; ")).left(kLineMost);
}

QJsonObject toJson(const TypedEvent& typed) {
    QJsonObject fields;
    for (auto each = typed.fields.cbegin(); each != typed.fields.cend(); ++each) {
        fields.insert(each.key(), *each);
    }
    QJsonObject prices;
    for (auto each = typed.prices.cbegin(); each != typed.prices.cend(); ++each) {
        prices.insert(each.key(), *each);
    }
    QJsonObject tables;
    for (auto each = typed.tables.cbegin(); each != typed.tables.cend(); ++each) {
        QJsonArray rows;
        for (const QStringList& row : *each) rows.append(QJsonArray::fromStringList(row));
        tables.insert(each.key(), rows);
    }
    return {{QStringLiteral("fields"), fields},
            {QStringLiteral("prices"), prices},
            {QStringLiteral("tables"), tables}};
}

TypedEvent typedFrom(const QJsonObject& json) {
    TypedEvent out;
    const QJsonObject fields = json.value(QLatin1String("fields")).toObject();
    for (auto each = fields.begin(); each != fields.end(); ++each) {
        out.fields.insert(each.key(), each.value().toString());
    }
    const QJsonObject prices = json.value(QLatin1String("prices")).toObject();
    for (auto each = prices.begin(); each != prices.end(); ++each) {
        out.prices.insert(each.key(), each.value().toString());
    }
    const QJsonObject tables = json.value(QLatin1String("tables")).toObject();
    for (auto each = tables.begin(); each != tables.end(); ++each) {
        QList<QStringList> rows;
        for (const auto& row : each.value().toArray()) {
            QStringList cells;
            for (const auto& value : row.toArray()) cells << value.toString();
            rows.append(cells);
        }
        out.tables.insert(each.key(), rows);
    }
    return out;
}

}  // namespace tessera::setup
