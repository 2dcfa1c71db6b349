// SPDX-License-Identifier: Apache-2.0
#include "server/api/binary_message.h"

#include "server/api/reasons.h"
#include "server/api/text_check.h"

namespace tessera::api {

std::optional<app::Problem> readBinary(std::string_view bytes, std::size_t bytesMax,
                                       google::protobuf::Message& request) {
    if (bytes.size() > bytesMax) {
        return refuse("BODY_TOO_LARGE", "The message is larger than allowed.",
                      {{"bytes_max", std::to_string(bytesMax)}});
    }
    // Refuses text that is not UTF-8, as proto3 has it.
    if (!request.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
        return refuse("MALFORMED_REQUEST", "Not a message of this type.", {{"path", ""}});
    }
    if (const auto path = findNul(request)) {
        return refuse("MALFORMED_REQUEST", "Text with a NUL.", {{"path", *path}});
    }
    if (const auto path = findBadTime(request)) {
        return invalidField(*path, "a time or a duration as protobuf defines it");
    }
    return std::nullopt;
}

}  // namespace tessera::api
