// SPDX-License-Identifier: Apache-2.0
// What protobuf lets through in a binary message, and its JSON would not: texts with a NUL, and
// times that are none.
// Pure; any thread.
#pragma once

#include <google/protobuf/message.h>

#include <optional>
#include <string>

namespace tessera::api {

// The JSON path of the first string field with a NUL; nothing if there is none.
std::optional<std::string> findNul(const google::protobuf::Message& message);

// The JSON path of the first Timestamp outside the years 1 to 9999, or Duration outside
// +-315,576,000,000 s, or of either with nanoseconds that are none; nothing if there is none.
std::optional<std::string> findBadTime(const google::protobuf::Message& message);

}  // namespace tessera::api
