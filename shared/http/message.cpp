// SPDX-License-Identifier: Apache-2.0
#include "shared/http/message.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace tessera::http {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// "gzip;q=0.0" has no weight; without q, or with one that cannot be read, it has.
bool hasWeight(std::string_view parameters) {
    const auto at = parameters.find("q=");
    if (at == std::string_view::npos) return true;
    const std::string_view q = parameters.substr(at + 2);
    return q.find_first_of("123456789") != std::string_view::npos;
}

// JSON string content of ASCII texts of our own.
void appendEscaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
}

struct Phrase {
    int status;
    std::string_view text;
};

// Ascending. The registry of RFC 9110 as far as servers of ours answer it.
constexpr Phrase kPhrases[] = {
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {499, "Client Closed Request"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
};

}  // namespace

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                              [](char x, char y) { return lower(x) == lower(y); });
}

Request::Slice Request::append(std::string_view part) {
    const Slice slice{static_cast<std::uint32_t>(text_.size()),
                      static_cast<std::uint32_t>(part.size())};
    text_.append(part);
    return slice;
}

void Request::setStart(std::string_view method, std::string_view target) {
    text_.reserve(512);
    headers_.reserve(12);
    method_ = append(method);
    target_ = append(target);
}

void Request::addHeader(std::string_view name, std::string_view value) {
    const Slice nameSlice = append(name);
    headers_.push_back({nameSlice, append(trimmed(value))});
}

void Request::setPeer(std::string address, Clock::time_point arrival) {
    peer_ = std::move(address);
    arrival_ = arrival;
}

std::string_view Request::path() const {
    std::string_view all = target();
    // RFC 9112 3.2.2: a server takes the absolute form as well ("http://host/path").
    if (!all.empty() && all.front() != '/') {
        const auto scheme = all.find("://");
        if (scheme != std::string_view::npos) {
            const auto slash = all.find_first_of("/?", scheme + 3);
            if (slash == std::string_view::npos) return "/";
            if (all[slash] == '?') return "/";
            all.remove_prefix(slash);
        }
    }
    return all.substr(0, all.find('?'));
}

std::string_view Request::query() const {
    const std::string_view all = target();
    const auto mark = all.find('?');
    return mark == std::string_view::npos ? std::string_view{} : all.substr(mark + 1);
}

std::optional<std::string_view> Request::header(std::string_view name) const {
    for (const HeaderSlice& h : headers_) {
        if (equalsIgnoringCase(view(h.name), name)) return view(h.value);
    }
    return std::nullopt;
}

HeaderView Request::headerAt(std::size_t index) const {
    const HeaderSlice& h = headers_[index];
    return {view(h.name), view(h.value)};
}

bool Request::acceptsGzip() const {
    std::string_view rest = header("Accept-Encoding").value_or(std::string_view{});
    bool any = false;
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        const std::string_view item = trimmed(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
        const auto semicolon = item.find(';');
        const std::string_view coding = trimmed(item.substr(0, semicolon));
        const bool weight =
            semicolon == std::string_view::npos || hasWeight(item.substr(semicolon + 1));
        if (equalsIgnoringCase(coding, "gzip")) return weight;
        if (coding == "*") any = weight;
    }
    return any;
}

std::string_view bodyView(const Body& body) {
    if (const auto* text = std::get_if<std::string>(&body)) return *text;
    const auto& shared = std::get<std::shared_ptr<const std::string>>(body);
    return shared ? std::string_view(*shared) : std::string_view{};
}

Response Response::of(int status, std::string contentType, Body body) {
    Response response;
    response.status = status;
    response.headers.push_back({"Content-Type", std::move(contentType)});
    response.body = std::move(body);
    return response;
}

Response problem(int status, std::string_view reason, std::string_view detail) {
    std::string body = R"({"type":"about:blank","title":")";
    appendEscaped(body, reasonPhrase(status));
    body += R"(","status":)" + std::to_string(status) + R"(,"reason":")";
    appendEscaped(body, reason);
    body += R"(","detail":")";
    appendEscaped(body, detail);
    body += R"(","metadata":{}})";
    return Response::of(status, "application/problem+json", std::move(body));
}

std::string_view reasonPhrase(int status) {
    const auto it = std::lower_bound(std::begin(kPhrases), std::end(kPhrases), status,
                                     [](const Phrase& p, int s) { return p.status < s; });
    return it != std::end(kPhrases) && it->status == status ? it->text : "Unknown";
}

}  // namespace tessera::http
