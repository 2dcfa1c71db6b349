// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/event_fields.h"

#include <algorithm>
#include <array>

#include "shared/qt/sale/words.h"
#include "shared/qt/setup/typed.h"

namespace tessera::setup {
namespace {

using Config = v1::EventConfig;
using Value = FieldValue;
using Got = std::optional<FieldValue>;
using google::protobuf::Timestamp;

constexpr std::int64_t kDay = 24 * 3'600;
constexpr std::int64_t kPlaneMost = 1'000'000;

Got textOrNone(const std::string& text) {
    return text.empty() ? Got() : Got(Value{.text = text});
}
Got timeOrNone(bool there, const Timestamp& time) {
    return there ? Got(Value{.number = time.seconds()}) : Got();
}
Got numberOrNone(bool there, std::int64_t number) {
    return there ? Got(Value{.number = number}) : Got();
}

bool sells(const Config& config, v1::Channel channel) {
    return config.channels().empty() || std::ranges::count(config.channels(), channel) > 0;
}
template <v1::Channel kChannel>
Got getChannel(const Config& config) {
    return Value{.number = sells(config, kChannel) ? 1 : 0};
}
template <v1::Channel kChannel>
void setChannel(Config& config, const Value& value) {
    if (value.number != 0) config.add_channels(kChannel);
}

// Texts, and when it is.
constexpr std::array kFields = std::to_array<EventField>({
    {"name", "name", FieldKind::Line, 1, 200, true,
     [](const Config& c) { return textOrNone(c.name()); },
     [](Config& c, const Value& v) { c.set_name(v.text); }},
    {"startsAt", "starts_at", FieldKind::Time, 0, 0, true,
     [](const Config& c) { return timeOrNone(c.has_starts_at(), c.starts_at()); },
     [](Config& c, const Value& v) { c.mutable_starts_at()->set_seconds(v.number); }},
    {"runningTime", "running_time", FieldKind::Length, 60, 7 * kDay, false,
     [](const Config& c) { return numberOrNone(c.has_running_time(), c.running_time().seconds()); },
     [](Config& c, const Value& v) { c.mutable_running_time()->set_seconds(v.number); }},
    {"currencyCode", "currency_code", FieldKind::Line, 3, 3, true,
     [](const Config& c) { return textOrNone(c.currency_code()); },
     [](Config& c, const Value& v) { c.set_currency_code(v.text); }},
    {"description", "description", FieldKind::Text, 0, 10'000, false,
     [](const Config& c) { return textOrNone(c.description()); },
     [](Config& c, const Value& v) { c.set_description(v.text); }},
    {"imageUrl", "image_url", FieldKind::Line, 0, 500, false,
     [](const Config& c) { return textOrNone(c.image_url()); },
     [](Config& c, const Value& v) { c.set_image_url(v.text); }},
    {"terms", "terms", FieldKind::Text, 0, 4'000, false,
     [](const Config& c) { return textOrNone(c.terms()); },
     [](Config& c, const Value& v) { c.set_terms(v.text); }},
    {"focalPoint", "focal_point", FieldKind::Point, -kPlaneMost, kPlaneMost, false,
     [](const Config& c) {
         return c.has_focal_point() ? Got(Value{.x = c.focal_point().x(), .y = c.focal_point().y()})
                                    : Got();
     },
     [](Config& c, const Value& v) {
         c.mutable_focal_point()->set_x(v.x);
         c.mutable_focal_point()->set_y(v.y);
     }},
    {"saleWindows.presaleOpensAt", "sale_windows", FieldKind::Time, 0, 0, false,
     [](const Config& c) {
         const auto& windows = c.sale_windows();
         return timeOrNone(windows.has_presale_opens_at(), windows.presale_opens_at());
     },
     [](Config& c, const Value& v) {
         c.mutable_sale_windows()->mutable_presale_opens_at()->set_seconds(v.number);
     }},
    {"saleWindows.opensAt", "sale_windows", FieldKind::Time, 0, 0, false,
     [](const Config& c) {
         return timeOrNone(c.sale_windows().has_opens_at(), c.sale_windows().opens_at());
     },
     [](Config& c, const Value& v) {
         c.mutable_sale_windows()->mutable_opens_at()->set_seconds(v.number);
     }},
    {"saleWindows.closesAt", "sale_windows", FieldKind::Time, 0, 0, false,
     [](const Config& c) {
         return timeOrNone(c.sale_windows().has_closes_at(), c.sale_windows().closes_at());
     },
     [](Config& c, const Value& v) {
         c.mutable_sale_windows()->mutable_closes_at()->set_seconds(v.number);
     }},
    {"limits.perOrder", "limits", FieldKind::Count, 1, 100, false,
     [](const Config& c) {
         return numberOrNone(c.limits().per_order() != 0, c.limits().per_order());
     },
     [](Config& c, const Value& v) {
         c.mutable_limits()->set_per_order(static_cast<std::int32_t>(v.number));
     }},
    {"limits.perBuyer", "limits", FieldKind::Count, 1, 999'999'999, false,
     [](const Config& c) {
         return numberOrNone(c.limits().per_buyer() != 0, c.limits().per_buyer());
     },
     [](Config& c, const Value& v) {
         c.mutable_limits()->set_per_buyer(static_cast<std::int32_t>(v.number));
     }},
    {"holdDuration", "hold_duration", FieldKind::Length, 1, kDay, false,
     [](const Config& c) {
         return numberOrNone(c.has_hold_duration(), c.hold_duration().seconds());
     },
     [](Config& c, const Value& v) { c.mutable_hold_duration()->set_seconds(v.number); }},
    {"payDuration", "pay_duration", FieldKind::Length, 10, 7 * kDay, false,
     [](const Config& c) { return numberOrNone(c.has_pay_duration(), c.pay_duration().seconds()); },
     [](Config& c, const Value& v) { c.mutable_pay_duration()->set_seconds(v.number); }},
    {"unpaidDuration", "unpaid_duration", FieldKind::Length, 1, 366 * kDay, false,
     [](const Config& c) {
         return numberOrNone(c.has_unpaid_duration(), c.unpaid_duration().seconds());
     },
     [](Config& c, const Value& v) { c.mutable_unpaid_duration()->set_seconds(v.number); }},
    {"channels.web", "channels", FieldKind::Flag, 0, 1, false, getChannel<v1::WEB>,
     setChannel<v1::WEB>},
    {"channels.boxOffice", "channels", FieldKind::Flag, 0, 1, false, getChannel<v1::BOX_OFFICE>,
     setChannel<v1::BOX_OFFICE>},
    {"channels.kiosk", "channels", FieldKind::Flag, 0, 1, false, getChannel<v1::KIOSK>,
     setChannel<v1::KIOSK>},
    {"orphanRule", "orphan_rule", FieldKind::Flag, 0, 1, false,
     [](const Config& c) {
         return Got(Value{.number = !c.has_orphan_rule() || c.orphan_rule() ? 1 : 0});
     },
     [](Config& c, const Value& v) {
         if (v.number == 0) c.set_orphan_rule(false);
     }},
    {"companionReleaseTime", "companion_release_time", FieldKind::Time, 0, 0, false,
     [](const Config& c) {
         return timeOrNone(c.has_companion_release_time(), c.companion_release_time());
     },
     [](Config& c, const Value& v) { c.mutable_companion_release_time()->set_seconds(v.number); }},
    {"afterSale.returnsUntil", "after_sale", FieldKind::Time, 0, 0, false,
     [](const Config& c) {
         return timeOrNone(c.after_sale().has_returns_until(), c.after_sale().returns_until());
     },
     [](Config& c, const Value& v) {
         c.mutable_after_sale()->mutable_returns_until()->set_seconds(v.number);
     }},
    {"afterSale.returnFeePpm", "after_sale", FieldKind::Rate, 0, 1'000'000, false,
     [](const Config& c) {
         return numberOrNone(c.after_sale().return_fee_ppm() != 0, c.after_sale().return_fee_ppm());
     },
     [](Config& c, const Value& v) {
         c.mutable_after_sale()->set_return_fee_ppm(static_cast<std::int32_t>(v.number));
     }},
    {"afterSale.exchangesUntil", "after_sale", FieldKind::Time, 0, 0, false,
     [](const Config& c) {
         return timeOrNone(c.after_sale().has_exchanges_until(), c.after_sale().exchanges_until());
     },
     [](Config& c, const Value& v) {
         c.mutable_after_sale()->mutable_exchanges_until()->set_seconds(v.number);
     }},
    {"afterSale.transfersUntil", "after_sale", FieldKind::Time, 0, 0, false,
     [](const Config& c) {
         return timeOrNone(c.after_sale().has_transfers_until(), c.after_sale().transfers_until());
     },
     [](Config& c, const Value& v) {
         c.mutable_after_sale()->mutable_transfers_until()->set_seconds(v.number);
     }},
});

std::optional<Value> pointOf(const QString& typed) {
    const QStringList parts = typed.split(u' ', Qt::SkipEmptyParts);
    bool across = false;
    bool down = false;
    if (parts.size() != 2) return std::nullopt;
    const Value value{.x = parts[0].toDouble(&across), .y = parts[1].toDouble(&down)};
    const bool there = across && down && std::abs(value.x) <= double(kPlaneMost) &&
                       std::abs(value.y) <= double(kPlaneMost);
    return there ? std::optional(value) : std::nullopt;
}

std::optional<Value> valueOf(const EventField& field, const QString& typed,
                             const TypingContext& context) {
    const auto numbered = [](const auto& read) {
        return read ? std::optional(Value{.number = *read}) : std::nullopt;
    };
    switch (field.kind) {
        case FieldKind::Line:
        case FieldKind::Text:
            return Value{.text = typed.toStdString()};
        case FieldKind::Time: {
            const TimeRead read = readTime(typed, context.zone);
            if (read.fault != TimeFault::None) return std::nullopt;
            return Value{.number = read.time.seconds()};
        }
        case FieldKind::Length:
            return numbered(readLength(typed));
        case FieldKind::Count:
            return numbered(readCount(typed));
        case FieldKind::Rate:
            return numbered(readRate(typed, context.locale));
        case FieldKind::Flag:
            return Value{.number = typed == QStringLiteral("1") ? 1 : 0};
        case FieldKind::Point:
            return pointOf(typed);
    }
    return std::nullopt;
}

bool isWithin(const EventField& field, const Value& value) {
    switch (field.kind) {
        case FieldKind::Line:
        case FieldKind::Text: {
            const auto bytes = static_cast<std::int64_t>(value.text.size());
            return bytes >= field.least && bytes <= field.most;
        }
        case FieldKind::Time:
        case FieldKind::Point:
            return true;
        default:
            return value.number >= field.least && value.number <= field.most;
    }
}

}  // namespace

std::span<const EventField> eventFields() {
    return kFields;
}

const EventField* eventField(const QString& id) {
    const auto* const found =
        std::ranges::find_if(kFields, [&](const EventField& each) { return id == each.id; });
    return found == kFields.end() ? nullptr : found;
}

QString typedField(const EventField& field, const v1::EventConfig& config,
                   const TypingContext& context) {
    const Got got = field.get(config);
    if (!got) return {};
    switch (field.kind) {
        case FieldKind::Line:
        case FieldKind::Text:
            return sale::textOf(got->text);
        case FieldKind::Time: {
            Timestamp time;
            time.set_seconds(got->number);
            return typedTime(time, context.zone);
        }
        case FieldKind::Length:
            return typedLength(got->number);
        case FieldKind::Rate:
            return typedRate(static_cast<std::int32_t>(got->number), context.locale);
        case FieldKind::Point:
            return QStringLiteral("%1 %2").arg(got->x).arg(got->y);
        case FieldKind::Count:
        case FieldKind::Flag:
            break;
    }
    return QString::number(got->number);
}

QString readField(const EventField& field, const QString& typed, const TypingContext& context,
                  v1::EventConfig& config) {
    const QString text = typed.trimmed();
    if (text.isEmpty() && field.kind != FieldKind::Flag) {
        return field.required ? fieldRule(field) : QString();
    }
    const auto value = valueOf(field, text, context);
    if (!value || !isWithin(field, *value)) return fieldRule(field);
    field.set(config, *value);
    return {};
}

}  // namespace tessera::setup
