// SPDX-License-Identifier: Apache-2.0
// A request in protobuf's binary form, as gRPC brings it, held to what its JSON would be held to.
// Pure; any thread.
#pragma once

#include <google/protobuf/message.h>

#include <cstddef>
#include <optional>
#include <string_view>

#include "server/app/problem.h"

namespace tessera::api {

// Nothing if `request` has been read from `bytes`. BODY_TOO_LARGE beyond `bytesMax`;
// MALFORMED_REQUEST for no message of its type, text that is not UTF-8 or has a NUL; INVALID_FIELD
// for times that are none.
std::optional<app::Problem> readBinary(std::string_view bytes, std::size_t bytesMax,
                                       google::protobuf::Message& request);

}  // namespace tessera::api
