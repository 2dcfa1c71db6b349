// SPDX-License-Identifier: Apache-2.0
// A whole connection: requests one after another, answers, streams, refusals. First line: how the
// rest is cut (see Pieces).
//
// Whatever the cut, the peer gets the same bytes for the same bytes, but for the interim answer
// that it only gets where it waits.
#include <cstdio>
#include <string>

#include "shared/base/check.h"
#include "tests/fuzz/wire.h"

namespace tessera::fuzz {
namespace {

using http::Request;
using http::Responder;
using http::Response;

std::string echoOf(const Request& request) {
    std::string out = std::string(request.method()) + ' ' + std::string(request.target()) + '\n';
    for (std::size_t i = 0; i < request.headerCount(); ++i) {
        const auto header = request.headerAt(i);
        out.append(header.name).append(": ").append(header.value).append("\n");
    }
    return out + '\n' + request.body();
}

void answer(const Request& request, Responder responder) {
    const auto path = request.path();
    if (path == "/drop") return;  // Its Responder says 500.
    if (path == "/stream") {
        auto stream = responder.startStream(Response::of(200, "text/event-stream", std::string()));
        stream.write(std::make_shared<const std::string>("data: 1\n\n"));
        return stream.close();
    }
    auto response = Response::of(path == "/none" ? 204 : 200, "text/plain", echoOf(request));
    response.headers.push_back({"X-Echo", request.header("x-echo").has_value() ? "there" : ""});
    responder.send(std::move(response));
}

Wire& wire() {
    static Wire& made = *new Wire(
        [] {
            http::ServerOptions options;
            options.headBytesMax = 512;
            options.headersMax = 12;
            options.bodyBytesMax = 256;
            options.pipelineDepthMax = 3;
            options.outputBytesMax = 2048;
            options.gzipBytesMin = 200;
            return options;
        }(),
        answer);
    return made;
}

// Without what may differ: the lines that tell the time, interim answers, how a head is refused.
std::string timeless(std::string answers) {
    constexpr std::string_view kInterim = "HTTP/1.1 100 Continue\r\n\r\n";
    for (auto at = answers.find(kInterim); at != std::string::npos; at = answers.find(kInterim)) {
        answers.erase(at, kInterim.size());
    }
    constexpr std::string_view kDate = "\r\nDate: ";
    for (auto at = answers.find(kDate); at != std::string::npos; at = answers.find(kDate, at)) {
        const auto end = answers.find("\r\n", at + 2);
        if (end == std::string::npos) break;
        answers.erase(at, end - at);
    }
    // Of a head that is wrong in several ways the cut decides which is seen first: see
    // http_request.
    for (const auto* refusal :
         {"HTTP/1.1 400 Bad Request\r\n", "HTTP/1.1 431 Request Header Fields Too Large\r\n",
          "HTTP/1.1 505 HTTP Version Not Supported\r\n"}) {
        const auto at = answers.rfind(refusal);
        if (at != std::string::npos) answers.replace(at, std::string::npos, "refused\r\n");
    }
    return answers;
}

}  // namespace

void httpConnection(Input input) {
    Reader reader(input);
    const auto cuts = reader.line();
    const auto sent = std::string(reader.rest()) + std::string(kHeadsEnd);
    const auto whole = timeless(wire().talk(Pieces(sent, {})));
    const auto cut = timeless(wire().talk(Pieces(sent, cuts)));
    TESSERA_CHECK(whole.empty() || whole.starts_with("HTTP/1.1 ") || whole == "refused\r\n");
    if (cut != whole) std::fprintf(stderr, "whole:\n%s\ncut:\n%s\n", whole.c_str(), cut.c_str());
    TESSERA_CHECK(cut == whole);
}

}  // namespace tessera::fuzz
