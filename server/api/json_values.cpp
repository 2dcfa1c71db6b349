// SPDX-License-Identifier: Apache-2.0
#include "server/api/json_values.h"

#include <google/protobuf/duration.pb.h>
#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/timestamp.pb.h>

#include <charconv>
#include <cmath>
#include <limits>

#include "shared/base/encoding.h"
#include "shared/base/time.h"

namespace tessera::api {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumValueDescriptor;

constexpr std::int64_t kTimestampMin = -62135596800;  // 0001-01-01
constexpr std::int64_t kTimestampMax = 253402300799;  // 9999-12-31
constexpr std::int64_t kDurationMax = 315576000000;   // 10,000 years, as protobuf has it

template <class T>
std::optional<T> parseExact(std::string_view text) {
    T value{};
    const auto* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stopped != end) return std::nullopt;
    return value;
}

// Up to nine digits of a fraction as nanoseconds.
std::optional<std::int32_t> parseNanos(std::string_view digits) {
    if (digits.empty() || digits.size() > 9) return std::nullopt;
    std::int32_t nanos = 0;
    for (std::size_t i = 0; i < 9; ++i) {
        const char c = i < digits.size() ? digits[i] : '0';
        if (c < '0' || c > '9') return std::nullopt;
        nanos = nanos * 10 + (c - '0');
    }
    return nanos;
}

const char* setTimestamp(google::protobuf::Timestamp& out, std::string_view text) {
    constexpr auto kExpected = "a time as in 2026-05-04T19:30:00Z is expected";
    const auto instant = parseRfc3339(text);
    if (!instant) return kExpected;
    std::int64_t seconds = instant->micros / 1'000'000;
    if (instant->micros % 1'000'000 < 0) --seconds;
    if (seconds < kTimestampMin || seconds > kTimestampMax) return kExpected;
    out.set_seconds(seconds);
    out.set_nanos(static_cast<std::int32_t>(instant->micros - seconds * 1'000'000) * 1000);
    return nullptr;
}

const char* setDuration(google::protobuf::Duration& out, std::string_view text) {
    constexpr auto kExpected = "a duration as in 300s or 0.5s is expected";
    if (text.size() < 2 || text.back() != 's') return kExpected;
    text.remove_suffix(1);
    const bool negative = text.front() == '-';
    if (negative) text.remove_prefix(1);
    const auto dot = text.find('.');
    const auto whole = parseExact<std::uint64_t>(text.substr(0, dot));
    if (!whole || *whole > kDurationMax) return kExpected;
    std::optional<std::int32_t> nanos = 0;
    if (dot != std::string_view::npos) nanos = parseNanos(text.substr(dot + 1));
    if (!nanos) return kExpected;
    const std::int64_t sign = negative ? -1 : 1;
    out.set_seconds(sign * static_cast<std::int64_t>(*whole));
    out.set_nanos(static_cast<std::int32_t>(sign) * *nanos);
    return nullptr;
}

const char* setFieldMask(google::protobuf::FieldMask& out, std::string_view text) {
    while (!text.empty()) {
        const auto comma = text.find(',');
        auto path = toSnakeCase(text.substr(0, comma));
        if (!path || path->empty()) return "names of fields with commas between are expected";
        out.add_paths(std::move(*path));
        if (comma == std::string_view::npos) break;
        text.remove_prefix(comma + 1);
        if (text.empty()) return "names of fields with commas between are expected";
    }
    return nullptr;
}

const char* setTextMessage(Message& out, std::string_view text) {
    using google::protobuf::DynamicCastToGenerated;
    if (auto* timestamp = DynamicCastToGenerated<google::protobuf::Timestamp>(&out)) {
        return setTimestamp(*timestamp, text);
    }
    if (auto* duration = DynamicCastToGenerated<google::protobuf::Duration>(&out)) {
        return setDuration(*duration, text);
    }
    if (auto* mask = DynamicCastToGenerated<google::protobuf::FieldMask>(&out)) {
        return setFieldMask(*mask, text);
    }
    return "an object is expected";
}

const EnumValueDescriptor* enumValueOf(const FieldDescriptor* field, std::string_view text,
                                       bool quoted) {
    if (quoted) {
        const auto* named = field->enum_type()->FindValueByName(std::string(text));
        if (named != nullptr) return named;
    }
    const auto number = parseExact<std::int32_t>(text);
    return number ? field->enum_type()->FindValueByNumber(*number) : nullptr;
}

template <class Narrow, class Wide>
std::optional<Narrow> narrowed(std::optional<Wide> wide) {
    if (!wide || *wide < std::numeric_limits<Narrow>::min() ||
        *wide > std::numeric_limits<Narrow>::max()) {
        return std::nullopt;
    }
    return static_cast<Narrow>(*wide);
}

// Calls the setter of a singular field or the adder of a repeated one.
#define TESSERA_PUT(Type, value)                                          \
    (field->is_repeated() ? reflection->Add##Type(&message, field, value) \
                          : reflection->Set##Type(&message, field, value))

const char* setNumber(Message& message, const FieldDescriptor* field, std::string_view text) {
    const auto* reflection = message.GetReflection();
    switch (field->cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32: {
            const auto value = narrowed<std::int32_t>(parseInteger(text));
            if (!value) return "a whole number of 32 bits is expected";
            TESSERA_PUT(Int32, *value);
            return nullptr;
        }
        case FieldDescriptor::CPPTYPE_INT64: {
            const auto value = parseInteger(text);
            if (!value) return "a whole number of 64 bits is expected";
            TESSERA_PUT(Int64, *value);
            return nullptr;
        }
        case FieldDescriptor::CPPTYPE_UINT32: {
            const auto value = narrowed<std::uint32_t>(parseUnsigned(text));
            if (!value) return "a whole number of 32 bits, not negative, is expected";
            TESSERA_PUT(UInt32, *value);
            return nullptr;
        }
        case FieldDescriptor::CPPTYPE_UINT64: {
            const auto value = parseUnsigned(text);
            if (!value) return "a whole number of 64 bits, not negative, is expected";
            TESSERA_PUT(UInt64, *value);
            return nullptr;
        }
        case FieldDescriptor::CPPTYPE_DOUBLE: {
            const auto value = parseReal(text);
            if (!value) return "a number is expected";
            TESSERA_PUT(Double, *value);
            return nullptr;
        }
        default: {
            const auto value = parseReal(text);
            if (!value || std::abs(*value) > std::numeric_limits<float>::max()) {
                return "a number is expected";
            }
            TESSERA_PUT(Float, static_cast<float>(*value));
            return nullptr;
        }
    }
}

}  // namespace

std::optional<std::int64_t> parseInteger(std::string_view text) {
    if (const auto exact = parseExact<std::int64_t>(text)) return exact;
    const auto real = parseReal(text);
    // Beyond 2^53 a real is not exact, and nobody writes ids as 1e18.
    if (!real || *real != std::trunc(*real) || std::abs(*real) > 9007199254740992.0) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*real);
}

std::optional<std::uint64_t> parseUnsigned(std::string_view text) {
    if (const auto exact = parseExact<std::uint64_t>(text)) return exact;
    const auto integer = parseInteger(text);
    if (!integer || *integer < 0) return std::nullopt;
    return static_cast<std::uint64_t>(*integer);
}

std::optional<double> parseReal(std::string_view text) {
    // std::from_chars takes "5." and ".5", which no JSON has.
    const auto isDigit = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    const auto dot = text.find('.');
    if (dot != std::string_view::npos && !(isDigit(dot - 1) && isDigit(dot + 1))) {
        return std::nullopt;
    }
    const auto value = parseExact<double>(text);
    if (!value || !std::isfinite(*value)) return std::nullopt;
    return value;
}

bool isTextMessage(const Descriptor* type) {
    return type == google::protobuf::Timestamp::descriptor() ||
           type == google::protobuf::Duration::descriptor() ||
           type == google::protobuf::FieldMask::descriptor();
}

const char* setFromText(Message& message, const FieldDescriptor* field, std::string_view text,
                        bool quoted) {
    const auto* reflection = message.GetReflection();
    switch (field->cpp_type()) {
        case FieldDescriptor::CPPTYPE_STRING: {
            if (!quoted) return "a string is expected";
            std::string value(text);
            if (field->type() == FieldDescriptor::TYPE_BYTES) {
                auto bytes = fromBase64(text);
                if (!bytes) return "base64 is expected";
                value = std::move(*bytes);
            }
            TESSERA_PUT(String, std::move(value));
            return nullptr;
        }
        case FieldDescriptor::CPPTYPE_BOOL: {
            if (text != "true" && text != "false") return "true or false is expected";
            TESSERA_PUT(Bool, text == "true");
            return nullptr;
        }
        case FieldDescriptor::CPPTYPE_ENUM: {
            const auto* value = enumValueOf(field, text, quoted);
            if (value == nullptr) return "a name of the enum is expected";
            TESSERA_PUT(Enum, value);
            return nullptr;
        }
        case FieldDescriptor::CPPTYPE_MESSAGE: {
            if (!isTextMessage(field->message_type())) return "an object is expected";
            if (!quoted) return "a string is expected";
            return setTextMessage(field->is_repeated()
                                      ? *reflection->AddMessage(&message, field)
                                      : *reflection->MutableMessage(&message, field),
                                  text);
        }
        default:
            return setNumber(message, field, text);
    }
}

#undef TESSERA_PUT

}  // namespace tessera::api
