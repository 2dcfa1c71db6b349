// SPDX-License-Identifier: Apache-2.0
// Protobuf to JSON by protobuf's mapping, by reflection: what MessageToJsonString writes with
// always_print_primitive_fields, at a fraction of its cost; tests compare the two.
//
// Fields without presence are always written, so that a client finds `seatNo` 0; 64-bit integers
// are strings; enums are names. Pure; any thread. REQUIRES: isReadable types, UTF-8 texts.
#pragma once

#include <google/protobuf/message.h>

#include <string>

namespace tessera::api {

void writeJson(const google::protobuf::Message& message, std::string& out);
std::string toJson(const google::protobuf::Message& message);

}  // namespace tessera::api
