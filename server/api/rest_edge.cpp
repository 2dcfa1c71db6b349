// SPDX-License-Identifier: Apache-2.0
#include "server/api/rest_edge.h"

#include "server/api/problem_json.h"
#include "server/api/reasons.h"
#include "shared/base/check.h"

namespace tessera::api {
namespace {

// Bodies of calls without credentials: nobody uploads a layout without a key.
constexpr std::size_t kAnonymousBytesMax = 1 << 20;

}  // namespace

runtime::TraceContext traceOf(const http::Request& request) {
    return runtime::traceFromHeader(request.header("traceparent").value_or(""));
}

RestEdge::RestEdge(const MethodTable& table, Dispatcher& dispatcher, RestContext& context,
                   std::size_t bodyBytesMax)
    : table_(table), dispatcher_(dispatcher), context_(context), bodyBytesMax_(bodyBytesMax) {}

void RestEdge::addPlain(PlainRoute route) {
    auto path = route.path;
    TESSERA_CHECK(plain_.emplace(std::move(path), std::move(route)).second);
}

void RestEdge::setPages(std::function<bool(const http::Request&)> isFor,
                        std::function<void(http::Request, http::Responder)> serve) {
    isForPages_ = std::move(isFor);
    servePages_ = std::move(serve);
}

const PlainRoute* RestEdge::findPlain(std::string_view path) const {
    auto found = plain_.find(path);
    if (found != plain_.end()) return &found->second;
    const auto slash = path.rfind('/');
    if (slash == std::string_view::npos || slash == 0) return nullptr;
    found = plain_.find(path.substr(0, slash + 1));
    return found == plain_.end() ? nullptr : &found->second;
}

void RestEdge::fail(http::Responder responder, const app::Problem& problem,
                    http::Request::Clock::time_point started, const runtime::TraceContext& trace) {
    auto response = problemResponse(problem, trace);
    context_.observer.finished(Edge::Rest, nullptr, response.status, problem.reason, started,
                               trace);
    responder.send(std::move(response));
}

void RestEdge::handle(http::Request request, http::Responder responder) {
    const auto trace = traceOf(request);
    const auto started = http::Request::Clock::now();
    auto match = table_.router().match(request.method(), request.path());
    if (match.found == Router::Found::Route) {
        const auto& method = table_.methods()[match.target];
        dispatcher_.run(std::make_shared<RestCall>(method, trace, std::move(request),
                                                   std::move(match.values), std::move(responder),
                                                   context_));
        return;
    }
    const auto* plain = findPlain(request.path());
    // "/" is for programs and for people, by what they take.
    const bool page = plain == nullptr || request.path() == "/";
    if (page && isForPages_ && isForPages_(request)) {
        return servePages_(std::move(request), std::move(responder));
    }
    if (plain != nullptr && match.found == Router::Found::NoPath) {
        const bool head = request.method() == "HEAD" && plain->httpMethod == "GET";
        if (request.method() == plain->httpMethod || head) {
            return plain->serve(std::move(request), std::move(responder));
        }
        match.found = Router::Found::NoMethod;
        match.allow = plain->httpMethod == "GET" ? "GET, HEAD" : plain->httpMethod;
    }
    if (match.found == Router::Found::NoMethod) {
        return fail(std::move(responder),
                    refuse("METHOD_NOT_ALLOWED", "The path does not take this method.",
                           {{"allow", match.allow}}),
                    started, trace);
    }
    fail(std::move(responder), refuse("ROUTE_NOT_FOUND", "There is no such path."), started, trace);
}

std::size_t RestEdge::bodyBytesMaxFor(const http::Request& head) const {
    const auto match = table_.router().match(head.method(), head.path());
    if (match.found == Router::Found::Route) {
        const auto& method = table_.methods()[match.target];
        if (method.bodyBytesMax == kBodyBytesMax) return bodyBytesMax_;
        const bool anonymous = !head.header("authorization").has_value();
        return anonymous ? std::min(method.bodyBytesMax, kAnonymousBytesMax) : method.bodyBytesMax;
    }
    const auto* plain = findPlain(head.path());
    return plain == nullptr ? bodyBytesMax_ : plain->bodyBytesMax;
}

http::Response RestEdge::refusal(const http::Refused& refused) const {
    const auto text = http::describe(refused.what);
    // The HTTP server's own names that the contract has another word for.
    std::string_view reason = text.reason;
    switch (refused.what) {
        case http::Refusal::SlowRequest:
            reason = "REQUEST_TIMEOUT";
            break;
        case http::Refusal::BodyTooLarge:
            reason = "BODY_TOO_LARGE";
            break;
        case http::Refusal::HeadTooLarge:
            reason = "HEAD_TOO_LARGE";
            break;
        case http::Refusal::HandlerFailed:
            reason = "INTERNAL_FAULT";
            break;
        case http::Refusal::TooManyConnections:
        case http::Refusal::TooManyBodyBytes:
            reason = "OVERLOADED";
            break;
        default:
            reason = "MALFORMED_REQUEST";
    }
    const auto trace = runtime::newTrace();
    const auto problem =
        refused.limitName.empty()
            ? refuse(reason, text.detail)
            : refuse(reason, text.detail,
                     {{std::string(refused.limitName), std::to_string(refused.limit)}});
    auto response = problemResponse(problem, trace, text.status);
    context_.observer.finished(Edge::Rest, nullptr, text.status, reason,
                               http::Request::Clock::now(), trace);
    return response;
}

}  // namespace tessera::api
