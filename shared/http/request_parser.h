// SPDX-License-Identifier: Apache-2.0
// Beast's HTTP/1 parser, writing straight into a Request: no allocation per header.
//
// Deterministic. Not thread-safe. Owned by the connection that is reading a request, and counts its
// body's bytes against the server's total for as long as it lives.
#pragma once

#include <atomic>
#include <boost/beast/http/basic_parser.hpp>
#include <cstddef>
#include <optional>

#include "shared/http/server.h"

namespace tessera::http::detail {

// Of bodies being received by all connections of a server, against the two totals of its options.
struct BodyBytes {
    std::atomic<std::size_t> ordinary{0};
    std::atomic<std::size_t> longer{0};
};

class RequestParser final : public boost::beast::http::basic_parser<true> {
public:
    RequestParser(const ServerOptions& options, BodyBytes& bodyBytes);
    ~RequestParser() override;
    RequestParser(const RequestParser&) = delete;
    RequestParser& operator=(const RequestParser&) = delete;

    // Feeds bytes. `used` is how many were consumed; the rest belongs to the next call (after more
    // have come) or, once is_done(), to the next request.
    std::optional<Refused> feed(std::string_view bytes, std::size_t& used);

    // True once the head is complete, a body is to come, and the client waits for "100 Continue".
    bool expectsContinue() const { return expectsContinue_; }
    bool isHttp10() const { return version_ == 10; }
    Request& request() { return request_; }

private:
    using Base = boost::beast::http::basic_parser<true>;
    using Error = boost::beast::error_code;
    using View = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb, View method, View target, int version,
                         Error& error) override;
    void on_response_impl(int, View, int, Error&) override {}
    void on_field_impl(boost::beast::http::field name, View text, View value,
                       Error& error) override;
    void on_header_impl(Error& error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, Error& error) override;
    std::size_t on_body_impl(View bytes, Error& error) override;
    void on_chunk_header_impl(std::uint64_t, View, Error&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t remain, View bytes, Error& error) override;
    void on_finish_impl(Error&) override {}

    std::optional<Refused> checkHead();
    Refused refusalFor(const Error& error, std::string_view input) const;
    Refused bodyTooLarge() const;

    const ServerOptions& options_;
    BodyBytes& bodyBytes_;
    std::atomic<std::size_t>* countedIn_ = nullptr;  // Known with bodyBytesMax_.
    std::size_t bodyBytesCounted_ = 0;
    Request request_;
    int version_ = 11;
    std::size_t hosts_ = 0;
    std::size_t bodyBytesMax_ = 0;  // Of this request; known once its head is complete.
    bool foreignCoding_ = false;
    bool tooManyHeaders_ = false;
    bool tooManyBodyBytes_ = false;
    bool unknownExpectation_ = false;
    bool expectsContinue_ = false;
    bool headChecked_ = false;
    std::size_t headBytes_ = 0;
};

}  // namespace tessera::http::detail
