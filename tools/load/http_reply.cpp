// SPDX-License-Identifier: Apache-2.0
#include "tools/load/http_reply.h"

#include <strings.h>

#include <charconv>

namespace tessera::load {
namespace {

constexpr std::size_t kHeadBytesMax = 16 * 1024;

bool same(std::string_view name, std::string_view wanted) {
    return name.size() == wanted.size() &&
           strncasecmp(name.data(), wanted.data(), name.size()) == 0;
}

bool readNumber(std::string_view text, std::size_t& number) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size();
}

// False: the framing is not what this client reads.
bool readHeader(std::string_view name, std::string_view value, Reply& reply, std::size_t& length,
                bool& known) {
    switch (name.size()) {
        case 14:
            if (!same(name, "Content-Length")) return true;
            known = true;
            return readNumber(value, length) && length <= kReplyBytesMax;
        case 17:
            return !same(name, "Transfer-Encoding");
        case 4:
            if (same(name, "ETag") && value.size() >= 2)
                reply.etag = value.substr(1, value.size() - 2);
            return true;
        case 16:
            if (same(name, "Content-Encoding")) reply.gzip = value == "gzip";
            return true;
        case 10:
            if (same(name, "Connection")) reply.closes = same(value, "close");
            return true;
        case 11: {
            std::size_t seconds = 0;
            if (same(name, "Retry-After") && readNumber(value, seconds) && seconds < 3600) {
                reply.retryAfterSeconds = static_cast<int>(seconds);
            }
            return true;
        }
        default:
            return true;
    }
}

}  // namespace

ReplyState readReply(std::string_view buffer, Reply& reply) {
    const std::size_t headEnd = buffer.find("\r\n\r\n");
    if (headEnd == std::string_view::npos) {
        return buffer.size() > kHeadBytesMax ? ReplyState::Broken : ReplyState::Incomplete;
    }
    std::string_view head = buffer.substr(0, headEnd + 2);
    reply = {};
    std::size_t status = 0;
    if (head.size() < 14 || !head.starts_with("HTTP/1.1 ") ||
        !readNumber(head.substr(9, 3), status)) {
        return ReplyState::Broken;
    }
    reply.status = static_cast<int>(status);
    std::size_t length = 0;
    bool known = status == 204 || status == 304;
    head.remove_prefix(head.find("\r\n") + 2);
    while (!head.empty()) {
        const std::size_t end = head.find("\r\n");
        const std::string_view line = head.substr(0, end);
        head.remove_prefix(end + 2);
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) return ReplyState::Broken;
        std::string_view value = line.substr(colon + 1);
        while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
        if (!readHeader(line.substr(0, colon), value, reply, length, known)) {
            return ReplyState::Broken;
        }
    }
    if (!known) return ReplyState::Broken;
    const std::size_t bodyAt = headEnd + 4;
    if (buffer.size() - bodyAt < length) return ReplyState::Incomplete;
    reply.body = buffer.substr(bodyAt, length);
    reply.bytes = bodyAt + length;
    return ReplyState::Complete;
}

}  // namespace tessera::load
