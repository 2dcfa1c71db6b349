// SPDX-License-Identifier: Apache-2.0
#include "shared/http/request_parser.h"

#include <algorithm>
#include <boost/beast/http/error.hpp>

#include "shared/base/check.h"

namespace tessera::http::detail {
namespace {

namespace beast = boost::beast;
using BeastError = beast::http::error;

constexpr std::size_t kBodyReserveMax = 64 * 1024;
// No chunked body ends with less. Beast asserts that it does not see a part of it twice.
constexpr std::string_view kLastChunk = "0\r\n\r\n";

// True of "GET / HTTP/2.0\r\n...", which is a request of another version; false of what is none.
bool endsInVersion(std::string_view input) {
    const std::string_view line = input.substr(0, input.find("\r\n"));
    const auto blank = line.rfind(' ');
    if (line.size() == input.size() || blank == std::string_view::npos) return false;
    const std::string_view version = line.substr(blank + 1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return version.size() == 8 && version.starts_with("HTTP/") && isDigit(version[5]) &&
           version[6] == '.' && isDigit(version[7]) &&
           std::count(line.begin(), line.end(), ' ') == 2;
}

// What follows such a part is never nothing: in the data of a chunk, too, more has to come.
bool isPartOfLastChunk(std::string_view rest) {
    return rest.size() >= 3 && rest.size() < kLastChunk.size() && kLastChunk.starts_with(rest);
}

std::string_view toView(beast::string_view v) {
    return {v.data(), v.size()};
}

}  // namespace

RequestParser::RequestParser(const ServerOptions& options, BodyBytes& bodyBytes)
    : options_(options), bodyBytes_(bodyBytes) {
    header_limit(static_cast<std::uint32_t>(options.headBytesMax));
    body_limit(boost::none);  // Set in checkHead(), where the limit of this request is known.
    eager(false);
}

RequestParser::~RequestParser() {
    if (countedIn_ != nullptr) countedIn_->fetch_sub(bodyBytesCounted_, std::memory_order_relaxed);
}

std::optional<Refused> RequestParser::feed(std::string_view bytes, std::size_t& used) {
    used = 0;
    while (!is_done()) {
        Error error;
        const std::string_view rest = bytes.substr(used);
        if (rest.empty()) return std::nullopt;
        if (headChecked_ && chunked() && isPartOfLastChunk(rest)) return std::nullopt;
        const std::size_t n = put(boost::asio::const_buffer(rest.data(), rest.size()), error);
        used += n;
        // Beast bounds what is left to parse at each call, not the head in all.
        if (!headChecked_) headBytes_ += n;
        if (headBytes_ > options_.headBytesMax) {
            return Refused{Refusal::HeadTooLarge, "bytes_max", options_.headBytesMax};
        }
        if (error && error != BeastError::need_more) return refusalFor(error, rest);
        if (is_header_done() && !headChecked_) {
            headChecked_ = true;
            if (auto refusal = checkHead()) return refusal;
            eager(true);
            continue;
        }
        if (error == BeastError::need_more || n == 0) return std::nullopt;
    }
    return std::nullopt;
}

void RequestParser::on_request_impl(beast::http::verb, View method, View target, int version,
                                    Error&) {
    version_ = version;
    request_.setStart(toView(method), toView(target));
}

void RequestParser::on_field_impl(beast::http::field name, View text, View value, Error& error) {
    using beast::http::field;
    if (is_header_done()) return;  // A trailer after a chunked body: read and left out.
    if (request_.headerCount() == options_.headersMax) {
        tooManyHeaders_ = true;
        error = BeastError::header_limit;
        return;
    }
    const std::string_view v = toView(value);
    if (name == field::host) ++hosts_;
    if (name == field::transfer_encoding && !equalsIgnoringCase(v, "chunked")) {
        foreignCoding_ = true;
    }
    if (name == field::expect) {
        expectsContinue_ = equalsIgnoringCase(v, "100-continue");
        unknownExpectation_ = !expectsContinue_;
    }
    request_.addHeader(toView(text), v);
}

void RequestParser::on_header_impl(Error&) {}

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t>& length, Error&) {
    if (length) {
        request_.mutableBody().reserve(
            static_cast<std::size_t>(std::min<std::uint64_t>(*length, kBodyReserveMax)));
    }
}

std::size_t RequestParser::on_body_impl(View bytes, Error& error) {
    TESSERA_CHECK(countedIn_ != nullptr);
    const std::size_t before = countedIn_->fetch_add(bytes.size(), std::memory_order_relaxed);
    bodyBytesCounted_ += bytes.size();
    const bool longer = countedIn_ == &bodyBytes_.longer;
    if (before + bytes.size() >
        (longer ? options_.longBodyBytesTotalMax : options_.bodyBytesTotalMax)) {
        tooManyBodyBytes_ = true;
        error = BeastError::body_limit;
        return 0;
    }
    request_.mutableBody().append(bytes.data(), bytes.size());
    return bytes.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, View bytes, Error& error) {
    return on_body_impl(bytes, error);
}

// What Beast leaves to the server, with the framing of the body first: who disagrees with us about
// where a request ends could smuggle another one in (RFC 9112, sections 3.2 and 6.3).
std::optional<Refused> RequestParser::checkHead() {
    if (foreignCoding_) return Refused{Refusal::NotImplemented};
    if (chunked() && version_ == 10) return Refused{Refusal::MalformedRequest};
    if (hosts_ > 1 || (hosts_ == 0 && version_ >= 11)) return Refused{Refusal::MalformedRequest};
    const std::string_view target = request_.target();
    const bool form =
        target.starts_with('/') || target == "*" || target.find("://") != std::string_view::npos;
    if (!form) return Refused{Refusal::MalformedRequest};
    if (unknownExpectation_) return Refused{Refusal::UnknownExpectation};
    bodyBytesMax_ =
        options_.bodyBytesMaxFor ? options_.bodyBytesMaxFor(request_) : options_.bodyBytesMax;
    countedIn_ = bodyBytesMax_ > options_.bodyBytesMax ? &bodyBytes_.longer : &bodyBytes_.ordinary;
    const auto length = content_length();
    if (length && *length > bodyBytesMax_) return bodyTooLarge();
    body_limit(bodyBytesMax_);
    if (is_done() || version_ == 10) expectsContinue_ = false;
    return std::nullopt;
}

Refused RequestParser::refusalFor(const Error& error, std::string_view input) const {
    if (tooManyBodyBytes_) return {Refusal::TooManyBodyBytes};
    if (error == BeastError::body_limit) return bodyTooLarge();
    if (error == BeastError::header_limit) {
        if (is_header_done()) return {Refusal::MalformedRequest};
        if (tooManyHeaders_) return {Refusal::HeadTooLarge, "headers_max", options_.headersMax};
        return {Refusal::HeadTooLarge, "bytes_max", options_.headBytesMax};
    }
    if (error == BeastError::bad_version && endsInVersion(input)) {
        return {Refusal::UnsupportedVersion};
    }
    return {Refusal::MalformedRequest};
}

Refused RequestParser::bodyTooLarge() const {
    return {Refusal::BodyTooLarge, "bytes_max", bodyBytesMax_};
}

}  // namespace tessera::http::detail
