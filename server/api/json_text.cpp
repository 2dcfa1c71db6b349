// SPDX-License-Identifier: Apache-2.0
#include <google/protobuf/duration.pb.h>
#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/timestamp.pb.h>

#include <array>
#include <cstdio>

#include "server/api/json_values.h"
#include "shared/base/time.h"

namespace tessera::api {
namespace {

// ".250", ".000001" or ".000000001": 3, 6 or 9 digits; nothing for zero.
void appendFraction(std::int32_t nanos, std::string& out) {
    if (nanos == 0) return;
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "%09d", nanos);
    const std::size_t length = nanos % 1'000'000 == 0 ? 3 : nanos % 1000 == 0 ? 6 : 9;
    out += '.';
    out.append(digits.data(), length);
}

void appendTimestamp(const google::protobuf::Timestamp& value, std::string& out) {
    const auto text = toRfc3339(Instant{value.seconds() * 1'000'000});
    out.append(text, 0, text.find('.'));
    appendFraction(value.nanos(), out);
    out += 'Z';
}

void appendDuration(const google::protobuf::Duration& value, std::string& out) {
    if (value.seconds() < 0 || value.nanos() < 0) out += '-';
    out += std::to_string(value.seconds() < 0 ? -value.seconds() : value.seconds());
    appendFraction(value.nanos() < 0 ? -value.nanos() : value.nanos(), out);
    out += 's';
}

}  // namespace

void appendTextMessage(const Message& message, std::string& out) {
    using google::protobuf::DynamicCastToGenerated;
    out += '"';
    if (const auto* time = DynamicCastToGenerated<google::protobuf::Timestamp>(&message)) {
        appendTimestamp(*time, out);
    } else if (const auto* span = DynamicCastToGenerated<google::protobuf::Duration>(&message)) {
        appendDuration(*span, out);
    } else if (const auto* mask = DynamicCastToGenerated<google::protobuf::FieldMask>(&message)) {
        for (int i = 0; i < mask->paths_size(); ++i) {
            if (i != 0) out += ',';
            out += toCamelCase(mask->paths(i));
        }
    }
    out += '"';
}

void appendJsonString(std::string_view text, std::string& out) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        // < and > are escaped so that an answer can never be read as HTML; U+2028/9 are legal.
        if (c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != '>' && c != 0x7F) continue;
        out.append(text, begin, i - begin);
        begin = i + 1;
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            default:
                out += "\\u00";
                out += kHex[c >> 4];
                out += kHex[c & 15];
        }
    }
    out.append(text, begin, text.size() - begin);
    out += '"';
}

std::string toCamelCase(std::string_view name) {
    std::string out;
    bool upper = false;
    for (const char c : name) {
        if (c == '_') {
            upper = true;
        } else {
            out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            upper = false;
        }
    }
    return out;
}

std::optional<std::string> toSnakeCase(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool beforeLetter = i + 1 < name.size() && name[i + 1] >= 'a' && name[i + 1] <= 'z';
        if (c >= 'A' && c <= 'Z') {
            out += '_';
            out += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
                   (c == '_' && beforeLetter)) {
            out += c;
        } else {
            return std::nullopt;
        }
    }
    return out;
}

}  // namespace tessera::api
