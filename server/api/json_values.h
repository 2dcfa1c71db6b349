// SPDX-License-Identifier: Apache-2.0
// Single values of protobuf's JSON mapping: text to field and back.
//
// Pure functions. Numbers are read from their text in JSON or in a query; Timestamp, Duration and
// FieldMask from their string forms.
#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tessera::api {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Integers may be written as 3, 3.0 or 3e0, as protobuf has it.
std::optional<std::int64_t> parseInteger(std::string_view text);
std::optional<std::uint64_t> parseUnsigned(std::string_view text);
std::optional<double> parseReal(std::string_view text);

// True for the messages whose JSON is a string: Timestamp, Duration, FieldMask.
bool isTextMessage(const google::protobuf::Descriptor* type);

// Sets (or appends to, if repeated) `field` from text, as a JSON string or a query value gives it.
// Returns what was expected, or nullptr if it fits. `quoted`: it was a JSON string; false for
// numbers and words of JSON. Messages are refused but for those of isTextMessage.
const char* setFromText(Message& message, const FieldDescriptor* field, std::string_view text,
                        bool quoted);

// Appends the JSON string (with quotes) of a message of isTextMessage.
void appendTextMessage(const Message& message, std::string& out);

// Appends `text` in quotes, escaped. REQUIRES: UTF-8.
void appendJsonString(std::string_view text, std::string& out);

// seat_nos -> seatNos, as FieldMask has it, dots kept.
std::string toCamelCase(std::string_view name);
// The other way, also of hold_duration itself; nothing for what is not the camel case of a name.
std::optional<std::string> toSnakeCase(std::string_view name);

}  // namespace tessera::api
