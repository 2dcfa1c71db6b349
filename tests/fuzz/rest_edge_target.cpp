// SPDX-License-Identifier: Apache-2.0
// Requests to the whole REST edge over a FakeApp: routing, credentials, decoding, conversion,
// pages, webhooks. The input: "METHOD target", header lines, an empty line, the body; what HTTP
// needs besides is added.
//
// Every answer is well formed, has headers of ours only, is JSON where it says so, names a known
// reason where it refuses, and never says that the server is at fault.
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string>

#include "server/api/reasons.h"
#include "shared/base/check.h"
#include "tests/fuzz/edge_house.h"
#include "tests/fuzz/page_check.h"
#include "tests/fuzz/wire.h"

namespace tessera::fuzz {
namespace {

EdgeHouse& house() {
    static EdgeHouse& made = *new EdgeHouse;
    return made;
}

Wire& wire() {
    static Wire& made = *new Wire(house().serverOptions(), [](auto request, auto responder) {
        house().handle(std::move(request), std::move(responder));
    });
    return made;
}

constexpr std::size_t kJsonJudged = 20'000;  // What is longer is the same for everybody.

struct Answer {
    int status = 0;
    std::string_view type;
    std::string_view coding;
    std::string_view body;
};

// One of ours: a value that broke its line would show as another header.
void expectOurs(std::string_view name) {
    static constexpr std::array<std::string_view, 19> kOurs{"Cache-Control",
                                                            "Connection",
                                                            "Content-Disposition",
                                                            "Content-Encoding",
                                                            "Content-Length",
                                                            "Content-Type",
                                                            "Content-Security-Policy",
                                                            "Date",
                                                            "ETag",
                                                            "Permissions-Policy",
                                                            "Referrer-Policy",
                                                            "Retry-After",
                                                            "traceparent",
                                                            "Transfer-Encoding",
                                                            "Vary",
                                                            "X-Accel-Buffering",
                                                            "X-Content-Type-Options",
                                                            "WWW-Authenticate",
                                                            "Allow"};
    TESSERA_CHECK(std::find(kOurs.begin(), kOurs.end(), name) != kOurs.end());
}

std::string_view takeLine(std::string_view& text) {
    const auto end = text.find("\r\n");
    TESSERA_CHECK(end != std::string_view::npos);
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 2);
    return line;
}

// Takes the first answer off the front. `head`: it may be one to HEAD.
Answer takeAnswer(std::string_view& text, bool head) {
    Answer answer;
    const auto start = takeLine(text);
    TESSERA_CHECK(start.starts_with("HTTP/1.1 ") && start.size() > 13);
    std::from_chars(start.data() + 9, start.data() + 12, answer.status);
    std::size_t length = 0;
    bool chunked = false;
    for (auto line = takeLine(text); !line.empty(); line = takeLine(text)) {
        const auto colon = line.find(": ");
        TESSERA_CHECK(colon != std::string_view::npos);
        const auto name = line.substr(0, colon);
        const auto value = line.substr(colon + 2);
        expectOurs(name);
        if (name == "Content-Type") answer.type = value;
        if (name == "Content-Encoding") answer.coding = value;
        if (name == "Transfer-Encoding") chunked = true;
        if (name == "Content-Length") {
            std::from_chars(value.data(), value.data() + value.size(), length);
        }
    }
    if (chunked) {  // A stream, of which nothing is asked but that it is the last.
        text = {};
        answer.type = "stream";
        return answer;
    }
    // An answer to HEAD has no body, a refusal of what is no request has one all the same.
    const bool bare = answer.status == 304 || (head && (text.empty() || text.starts_with("HTTP/")));
    if (bare) length = 0;
    TESSERA_CHECK(length <= text.size());
    answer.body = text.substr(0, length);
    text.remove_prefix(length);
    return answer;
}

void expectProblem(const Answer& answer) {
    TESSERA_CHECK(answer.type == "application/problem+json");
    if (answer.body.empty() || !answer.coding.empty()) return;
    const auto problem = nlohmann::json::parse(answer.body, nullptr, false);
    TESSERA_CHECK(problem.is_object() && problem.value("status", 0) == answer.status);
    TESSERA_CHECK(api::knownReason(problem.value("reason", "")));
    TESSERA_CHECK(problem.value("detail", "").size() <= 1000);
    TESSERA_CHECK(problem.value("traceId", "").size() == 32);
}

void expectAnswer(const Answer& answer) {
    TESSERA_CHECK(answer.status >= 200 && answer.status < 600 && answer.status != 500);
    if (answer.type.starts_with("text/html")) {
        if (answer.coding.empty()) expectPage(answer.body);
    } else if (answer.status >= 400) {
        expectProblem(answer);
    } else if (answer.type == "application/json" && !answer.body.empty() && answer.coding.empty() &&
               answer.body.size() < kJsonJudged) {
        TESSERA_CHECK(nlohmann::json::accept(answer.body));
    }
}

std::string requestOf(Input input) {
    Reader reader(input);
    std::string out = std::string(reader.line()) + " HTTP/1.1\r\nHost: test\r\n";
    for (auto line = reader.line(); !line.empty(); line = reader.line()) {
        out.append(line).append("\r\n");
    }
    const auto body = reader.rest();
    if (!body.empty()) out += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return out.append("Connection: close\r\n\r\n").append(body);
}

}  // namespace

void restEdge(Input input) {
    const auto answers = wire().talk(Pieces(requestOf(input), {}));
    std::string_view rest = answers;
    TESSERA_CHECK(!rest.empty());
    const bool head = input.starts_with("HEAD ");
    while (!rest.empty()) expectAnswer(takeAnswer(rest, head));
    TESSERA_CHECK(house().inFlight() == 0);
    house().reset();
}

}  // namespace tessera::fuzz
