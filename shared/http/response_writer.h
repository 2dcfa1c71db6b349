// SPDX-License-Identifier: Apache-2.0
// Turns a Response into the bytes of HTTP/1.1: head, compression, framing.
//
// Not deterministic: Date. Not thread-safe: each thread of a server owns one, with its compressor.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

#include "shared/http/server.h"

namespace tessera::http::detail {

// How one request wants its answer.
struct AnswerForm {
    bool headOnly = false;
    bool acceptsGzip = false;
    bool keepAlive = true;
    bool http10 = false;
};

class ResponseWriter {
public:
    explicit ResponseWriter(const ServerOptions& options);
    ~ResponseWriter();
    ResponseWriter(const ResponseWriter&) = delete;
    ResponseWriter& operator=(const ResponseWriter&) = delete;

    // The head with all that Response left to the server. What is left in response.body is to be
    // sent after it (a small body is part of the returned bytes already).
    std::string write(Response& response, const AnswerForm& form);

    // The head of a response without a known length: chunked, or until the end in HTTP/1.0.
    std::string writeStreamHead(const Response& response, const AnswerForm& form);

private:
    void beginHead(std::string& out, const Response& response, bool weakenTag);
    bool compress(Response& response);
    std::string_view date();

    const ServerOptions& options_;
    z_stream deflate_{};
    bool deflateReady_ = false;
    std::string date_;
    std::int64_t dateSecond_ = -1;
};

}  // namespace tessera::http::detail
