// SPDX-License-Identifier: Apache-2.0
#include "shared/http/response_writer.h"

#include <algorithm>
#include <charconv>
#include <ctime>

#include "shared/base/check.h"

namespace tessera::http::detail {
namespace {

// Below this a copy is cheaper than one more buffer in the system call.
constexpr std::size_t kInlineBodyBytes = 4096;

const Header* findHeader(const Response& response, std::string_view name) {
    for (const Header& h : response.headers) {
        if (equalsIgnoringCase(h.name, name)) return &h;
    }
    return nullptr;
}

bool isSafe(const Header& header) {
    constexpr std::string_view kBreaks("\r\n\0", 3);
    return !header.name.empty() && header.name.find_first_of(kBreaks) == std::string::npos &&
           header.name.find_first_of(": ") == std::string::npos &&
           header.value.find_first_of(kBreaks) == std::string::npos;
}

bool isServersOwn(std::string_view name) {
    return equalsIgnoringCase(name, "Content-Length") || equalsIgnoringCase(name, "Connection") ||
           equalsIgnoringCase(name, "Date") || equalsIgnoringCase(name, "Transfer-Encoding");
}

bool isCompressible(std::string_view type) {
    type = type.substr(0, type.find(';'));
    if (type == "text/event-stream") return false;
    return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml") ||
           type.ends_with("javascript") || type.ends_with("wasm") ||
           type == "application/x-www-form-urlencoded";
}

void appendNumber(std::string& out, std::size_t number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void appendConnection(std::string& out, const AnswerForm& form) {
    if (!form.keepAlive) {
        out += "Connection: close\r\n";
    } else if (form.http10) {
        out += "Connection: keep-alive\r\n";
    }
}

bool hasNoBody(int status) {
    return status == 204 || status == 304;
}

}  // namespace

ResponseWriter::ResponseWriter(const ServerOptions& options) : options_(options) {}

ResponseWriter::~ResponseWriter() {
    if (deflateReady_) deflateEnd(&deflate_);
}

std::string ResponseWriter::write(Response& response, const AnswerForm& form) {
    TESSERA_CHECK(response.status >= 200 && response.status <= 599);
    const bool none = hasNoBody(response.status);
    bool compressed = false;
    bool mayVary = false;
    if (!none && !response.asItIs && bodyView(response.body).size() >= options_.gzipBytesMin &&
        findHeader(response, "Content-Encoding") == nullptr) {
        const Header* type = findHeader(response, "Content-Type");
        mayVary = type != nullptr && isCompressible(type->value);
        compressed = mayVary && form.acceptsGzip && compress(response);
    }
    const std::size_t length = bodyView(response.body).size();
    std::string out;
    const bool inlineBody = !none && !form.headOnly && length <= kInlineBodyBytes;
    out.reserve(384 + (inlineBody ? length : 0));
    beginHead(out, response, compressed);
    if (compressed) out += "Content-Encoding: gzip\r\n";
    if (mayVary && findHeader(response, "Vary") == nullptr) out += "Vary: Accept-Encoding\r\n";
    if (!none) {
        out += "Content-Length: ";
        appendNumber(out, length);
        out += "\r\n";
    }
    appendConnection(out, form);
    out += "\r\n";
    if (inlineBody) out += bodyView(response.body);
    if (inlineBody || none || form.headOnly) response.body = std::string{};
    return out;
}

std::string ResponseWriter::writeStreamHead(const Response& response, const AnswerForm& form) {
    TESSERA_CHECK(response.status >= 200 && response.status <= 599);
    std::string out;
    out.reserve(384);
    beginHead(out, response, false);
    if (!form.http10) out += "Transfer-Encoding: chunked\r\n";
    appendConnection(out, form);
    out += "\r\n";
    return out;
}

void ResponseWriter::beginHead(std::string& out, const Response& response, bool weakenTag) {
    out += "HTTP/1.1 ";
    appendNumber(out, static_cast<std::size_t>(response.status));
    out += ' ';
    out += reasonPhrase(response.status);
    out += "\r\nDate: ";
    out += date();
    out += "\r\n";
    for (const Header& h : response.headers) {
        if (isServersOwn(h.name) || !isSafe(h)) continue;
        out += h.name;
        out += ": ";
        // The compressed form is not the same bytes, so its tag must not be a strong one.
        if (weakenTag && h.value.starts_with('"') && equalsIgnoringCase(h.name, "ETag")) {
            out += "W/";
        }
        out += h.value;
        out += "\r\n";
    }
}

bool ResponseWriter::compress(Response& response) {
    if (!deflateReady_) {
        // 15 + 16: the gzip format with the largest window.
        if (deflateInit2(&deflate_, options_.gzipLevel, Z_DEFLATED, 15 + 16, 8,
                         Z_DEFAULT_STRATEGY) != Z_OK) {
            return false;
        }
        deflateReady_ = true;
    } else if (deflateReset(&deflate_) != Z_OK) {
        return false;
    }
    const std::string_view in = bodyView(response.body);
    if (in.size() > UINT32_MAX / 2) return false;
    const std::size_t bound = deflateBound(&deflate_, static_cast<uLong>(in.size()));
    std::string out(std::min<std::size_t>(bound, UINT32_MAX), '\0');
    deflate_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    deflate_.avail_in = static_cast<uInt>(in.size());
    deflate_.next_out = reinterpret_cast<Bytef*>(out.data());
    deflate_.avail_out = static_cast<uInt>(out.size());
    if (deflate(&deflate_, Z_FINISH) != Z_STREAM_END) return false;
    out.erase(std::min<std::size_t>(out.size(), deflate_.total_out));
    if (out.size() >= in.size()) return false;
    response.body = std::move(out);
    return true;
}

std::string_view ResponseWriter::date() {
    const std::time_t now = std::time(nullptr);
    if (now != dateSecond_) {
        std::tm utc{};
        gmtime_r(&now, &utc);
        char text[64];
        const std::size_t n = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc);
        date_.assign(text, n);
        dateSecond_ = now;
    }
    return date_;
}

}  // namespace tessera::http::detail
