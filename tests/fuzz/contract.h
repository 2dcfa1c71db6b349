// SPDX-License-Identifier: Apache-2.0
// The contract's methods for targets that read messages, and how two messages are compared.
//
// Made on first use and kept; not thread-safe.
#pragma once

#include <google/protobuf/message.h>

#include <memory>
#include <string_view>

#include "server/api/method_table.h"

namespace tessera::fuzz {

const api::MethodTable& methodTable();

// The method whose name is `name` ("GetEvent"); for any other text one of them, always the same.
const api::MethodInfo& methodOf(std::string_view name);

// As bytes: no message of the contract has a map. NaN is equal to itself.
bool sameMessage(const google::protobuf::Message& a, const google::protobuf::Message& b);

// What our JSON says of a message, we read as the same message. REQUIRES: UTF-8 texts without NUL,
// times within their bounds, real numbers that are finite.
void expectSurvivesJson(const google::protobuf::Message& message);

}  // namespace tessera::fuzz
