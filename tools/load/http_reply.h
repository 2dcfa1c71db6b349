// SPDX-License-Identifier: Apache-2.0
// The answer to one HTTP/1.1 request, read where it lies in the connection's buffer. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace tessera::load {

struct Reply {
    int status = 0;
    std::string_view body;
    std::string_view etag;  // Without quotes.
    bool gzip = false;
    bool closes = false;
    int retryAfterSeconds = 0;
    std::size_t bytes = 0;  // Head and body together.
};

enum class ReplyState { Incomplete, Complete, Broken };

inline constexpr std::size_t kReplyBytesMax = 64 << 20;

// Reads one answer from the beginning of `buffer`. Answers without Content-Length are Broken, but
// for 204 and 304: neither the server nor the sandbox sends any.
ReplyState readReply(std::string_view buffer, Reply& reply);

}  // namespace tessera::load
