// SPDX-License-Identifier: Apache-2.0
// One HTTP request as a handler sees it, and the response that it gives back.
//
// Plain values: no clock, no I/O. Not thread-safe; a Request belongs to whoever it was moved to.
// Views that a Request hands out live as long as the Request and are invalidated by moving it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tessera::http {

struct Header {
    std::string name;
    std::string value;
};

struct HeaderView {
    std::string_view name;
    std::string_view value;
};

// ASCII case does not matter, as in header names.
bool equalsIgnoringCase(std::string_view a, std::string_view b);

class Request {
public:
    using Clock = std::chrono::steady_clock;

    // As sent: methods are case-sensitive ("GET").
    std::string_view method() const { return view(method_); }
    // The request target as sent, e.g. "/v1/events?city=Rome": nothing is decoded.
    std::string_view target() const { return view(target_); }
    // The target up to the first '?', and what follows it (empty without one). See uri.h to decode.
    std::string_view path() const;
    std::string_view query() const;

    // The first header of that name, without surrounding blanks; the name's case does not matter.
    std::optional<std::string_view> header(std::string_view name) const;
    std::size_t headerCount() const { return headers_.size(); }
    HeaderView headerAt(std::size_t index) const;

    const std::string& body() const { return body_; }
    std::string takeBody() { return std::move(body_); }

    // The peer's address without its port ("127.0.0.1", "::1"). That of a balancer, if there is
    // one.
    const std::string& peerAddress() const { return peer_; }
    // When the first byte of this request was read.
    Clock::time_point arrival() const { return arrival_; }
    // True if Accept-Encoding allows gzip (a weight of 0 forbids it).
    bool acceptsGzip() const;

    // What the server fills in, and a test may: the parts are copied.
    void setStart(std::string_view method, std::string_view target);
    void addHeader(std::string_view name, std::string_view value);
    void setPeer(std::string address, Clock::time_point arrival);
    std::string& mutableBody() { return body_; }

private:
    struct Slice {
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
    };
    struct HeaderSlice {
        Slice name;
        Slice value;
    };
    std::string_view view(Slice s) const {
        return std::string_view(text_).substr(s.begin, s.length);
    }
    Slice append(std::string_view part);

    std::string text_;  // Method, target and all headers, one after another: one allocation.
    Slice method_;
    Slice target_;
    std::vector<HeaderSlice> headers_;
    std::string body_;
    std::string peer_;
    Clock::time_point arrival_{};
};

// A body is a string of its own, or bytes shared by many responses (a snapshot sent to everybody).
using Body = std::variant<std::string, std::shared_ptr<const std::string>>;

std::string_view bodyView(const Body& body);

// The server adds Date, Content-Length and Connection, and compresses the body (see
// ServerOptions::gzipBytesMin) unless Content-Encoding is among the headers already or `asItIs` is
// set. Such a body is sent as it is: check Request::acceptsGzip() first. Header names and values
// must not hold CR, LF or NUL; a header that does is left out.
struct Response {
    int status = 200;
    std::vector<Header> headers;
    Body body;
    bool asItIs = false;

    static Response of(int status, std::string contentType, Body body);
};

// application/problem+json with `status`, `title`, `reason` and `detail` (RFC 9457).
Response problem(int status, std::string_view reason, std::string_view detail);

// The standard phrase ("Not Found"); "Unknown" for a status without one.
std::string_view reasonPhrase(int status);

}  // namespace tessera::http
