// SPDX-License-Identifier: Apache-2.0
// Texts of a binary message: protobuf has checked that they are UTF-8, NUL is for us to refuse.
// Pure; any thread.
#pragma once

#include <google/protobuf/message.h>

#include <optional>
#include <string>

namespace tessera::api {

// The JSON path of the first string field with a NUL; nothing if there is none.
std::optional<std::string> findNul(const google::protobuf::Message& message);

}  // namespace tessera::api
