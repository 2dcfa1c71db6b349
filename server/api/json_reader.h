// SPDX-License-Identifier: Apache-2.0
// JSON to protobuf by protobuf's mapping, strictly: one pass, by reflection, naming what is wrong.
//
// protobuf's own JsonStringToMessage builds a type description for every call, which costs more
// than the rest of a request, and says little about where it stopped; tests compare the two.
// Stricter than the mapping: unknown fields, a field given twice, two members of one oneof and
// unknown enum values are faults. null is an absent field. Maps, groups, Any, Struct and wrappers
// are not supported: see isReadable. Pure; any thread.
#pragma once

#include <google/protobuf/message.h>

#include <optional>
#include <string>
#include <string_view>

#include "server/api/json_values.h"

namespace tessera::api {

struct JsonFault {
    std::string path;  // `seats.seats[3].seatNo`; empty for the whole body.
    std::string message;
};

inline constexpr int kJsonDepthMax = 32;

// Merges `text` into `message`, which should be empty. An empty text is an empty object.
std::optional<JsonFault> readJson(std::string_view text, Message& message);

// Sets a field named as in a query (`page_size`, `pageSize`, `config.name`) from a query's text.
std::optional<JsonFault> readQueryField(std::string_view name, std::string_view text,
                                        Message& message);

// A field by its JSON name or its own.
const FieldDescriptor* findJsonField(const google::protobuf::Descriptor* type,
                                     const std::string& name);

// True if all fields that can be reached from `type` are of kinds that reader and writer know.
bool isReadable(const google::protobuf::Descriptor* type);

}  // namespace tessera::api
