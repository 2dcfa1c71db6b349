// SPDX-License-Identifier: Apache-2.0
#include "server/api/rest_call.h"

#include "server/api/json_reader.h"
#include "server/api/json_writer.h"
#include "server/api/problem_json.h"
#include "server/api/reasons.h"
#include "server/api/rest_stream.h"
#include "shared/http/uri.h"

namespace tessera::api {
namespace {

using app::Problem;

Problem malformed(std::string_view path, std::string_view what) {
    return refuse("MALFORMED_REQUEST", what, {{"path", path}});
}

std::optional<Problem> malformed(const std::optional<JsonFault>& fault) {
    if (!fault) return std::nullopt;
    return malformed(fault->path, fault->message);
}

// "application/json", with parameters or without.
bool isJson(std::string_view contentType) {
    const auto end = contentType.find(';');
    auto type = contentType.substr(0, end);
    while (!type.empty() && type.back() == ' ') type.remove_suffix(1);
    return http::equalsIgnoringCase(type, "application/json");
}

std::string headerOf(const http::Request& request, std::string_view name) {
    const auto value = request.header(name);
    return value ? std::string(*value) : std::string();
}

}  // namespace

RestCall::RestCall(const MethodInfo& info, runtime::TraceContext trace, http::Request request,
                   std::vector<std::string> values, http::Responder responder, RestContext& context)
    : Call(info, trace),
      request_(std::move(request)),
      values_(std::move(values)),
      responder_(std::move(responder)),
      context_(context) {
    presented_.authorization = headerOf(request_, "authorization");
    presented_.callerKey = headerOf(request_, "x-caller-key");
    presented_.holderToken = headerOf(request_, "x-holder-token");
}

std::optional<Problem> RestCall::decode(google::protobuf::Message& request) {
    if (request_.body().size() > method().bodyBytesMax) {
        return api::refuse("BODY_TOO_LARGE", "The body is larger than allowed.",
                           {{"bytes_max", std::to_string(method().bodyBytesMax)}});
    }
    if (auto problem = readBody(request)) return problem;
    if (auto problem = readQuery(request)) return problem;
    if (auto problem = readLastEventId(request)) return problem;
    return readPath(request);
}

std::optional<Problem> RestCall::readBody(google::protobuf::Message& request) {
    std::string body = request_.takeBody();
    if (!method().hasBody()) {
        if (body.empty()) return std::nullopt;
        return malformed("", "This method takes no body.");
    }
    const auto type = request_.header("content-type");
    if (!(type && isJson(*type)) && !(body.empty() && !type)) {
        return api::refuse("UNSUPPORTED_MEDIA_TYPE", "The body must be application/json.");
    }
    const auto encoding = request_.header("content-encoding");
    if (encoding && !http::equalsIgnoringCase(*encoding, "identity")) {
        return api::refuse("UNSUPPORTED_MEDIA_TYPE", "The body must not be compressed.");
    }
    if (method().bodyIsRequest) return malformed(readJson(body, request));
    const auto* reflection = request.GetReflection();
    return malformed(readJson(body, *reflection->MutableMessage(&request, method().bodyField)));
}

std::optional<Problem> RestCall::readQuery(google::protobuf::Message& request) {
    if (request_.query().empty()) return std::nullopt;
    const auto pairs = http::parseQuery(request_.query(), 200);
    if (!pairs) return malformed("", "The query is not well formed.");
    for (const auto& pair : *pairs) {
        if (method().bodyIsRequest) return malformed(pair.key.substr(0, 64), "no such parameter");
        if (auto problem = malformed(readQueryField(pair.key, pair.value, request))) {
            return problem;
        }
    }
    return std::nullopt;
}

std::optional<Problem> RestCall::readLastEventId(google::protobuf::Message& request) {
    const auto* field = method().resumeField;
    const auto id = request_.header("last-event-id");
    if (field == nullptr || !id || id->empty()) return std::nullopt;
    // What a browser sends by itself when it connects again is newer than the URL it was given.
    const char* expected = setFromText(request, field, *id, true);
    if (expected == nullptr) return std::nullopt;
    return malformed("Last-Event-ID", expected);
}

std::optional<Problem> RestCall::readPath(google::protobuf::Message& request) {
    const auto* reflection = request.GetReflection();
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const auto* field = method().variables[i];
        std::string scratch;
        const auto& own = reflection->GetStringReference(request, field, &scratch);
        if (!own.empty() && own != values_[i]) {
            return invalidField(field->json_name(), "what the path says");
        }
        reflection->SetString(&request, field, values_[i]);
    }
    return std::nullopt;
}

http::Response RestCall::json(http::Body body) const {
    auto response = http::Response::of(200, "application/json", std::move(body));
    response.headers.push_back({"traceparent", runtime::toTraceparent(trace())});
    // What a key was shown may be for that key alone: a draft's layout.
    if (method().cacheable && request_.header("authorization")) {
        response.headers.push_back({"Cache-Control", "private, no-store"});
        return response;
    }
    if (!method().cacheable) {
        response.headers.push_back({"Cache-Control", "no-store"});
        return response;
    }
    response.headers.push_back(
        {"Cache-Control", "public, max-age=" + std::to_string(method().maxAgeSeconds)});
    response.headers.push_back({"Vary", "Accept-Encoding"});
    return response;
}

void RestCall::send(const google::protobuf::Message& message) {
    finish(json(toJson(message)), {});
}

void RestCall::send(const Prepared& prepared) {
    const auto known = request_.header("if-none-match");
    const bool unchanged = known && !prepared.etag.empty() && matchesEtag(*known, prepared.etag);
    const bool zipped = prepared.jsonGzip && request_.acceptsGzip();
    auto response = json(unchanged ? http::Body(std::string())
                                   : http::Body(zipped ? prepared.jsonGzip : prepared.json));
    if (unchanged) response.status = 304;
    if (!prepared.etag.empty()) {  // Weak: plain and zipped are other bytes with one meaning.
        response.headers.push_back({"ETag", "W/\"" + prepared.etag + '"'});
    }
    if (zipped && !unchanged) response.headers.push_back({"Content-Encoding", "gzip"});
    finish(std::move(response), {});
}

void RestCall::refuse(const Problem& problem) {
    finish(problemResponse(problem, trace()), problem.reason);
}

void RestCall::finish(http::Response response, std::string_view reason) {
    // Counted first: who has the answer finds it in the metrics.
    context_.observer.finished(Edge::Rest, &method(), response.status, reason, started(), trace());
    responder_.send(std::move(response));
}

std::shared_ptr<StreamSink> RestCall::stream() {
    http::Response head = http::Response::of(200, "text/event-stream", std::string());
    head.headers.push_back({"traceparent", runtime::toTraceparent(trace())});
    head.headers.push_back({"Cache-Control", "no-store"});
    head.headers.push_back({"X-Accel-Buffering", "no"});
    auto stream = std::make_shared<RestStream>(responder_.startStream(std::move(head)), trace(),
                                               context_.observer.streams(Edge::Rest));
    context_.observer.finished(Edge::Rest, &method(), 200, {}, started(), trace());
    context_.keeper.add(stream);
    return stream;
}

bool matchesEtag(std::string_view ifNoneMatch, std::string_view etag) {
    while (!ifNoneMatch.empty()) {
        const auto comma = ifNoneMatch.find(',');
        auto tag = ifNoneMatch.substr(0, comma);
        while (!tag.empty() && (tag.front() == ' ' || tag.front() == '\t')) tag.remove_prefix(1);
        while (!tag.empty() && (tag.back() == ' ' || tag.back() == '\t')) tag.remove_suffix(1);
        if (tag == "*") return true;
        if (tag.starts_with("W/")) tag.remove_prefix(2);
        if (tag.size() >= 2 && tag.front() == '"' && tag.back() == '"' &&
            tag.substr(1, tag.size() - 2) == etag) {
            return true;
        }
        if (comma == std::string_view::npos) break;
        ifNoneMatch.remove_prefix(comma + 1);
    }
    return false;
}

std::string sseEvent(std::string_view id, std::string_view event, std::string_view data) {
    std::string out;
    out.reserve(data.size() + id.size() + event.size() + 32);
    if (!id.empty()) out.append("id: ").append(id).append("\n");
    if (!event.empty()) out.append("event: ").append(event).append("\n");
    // JSON of one line: it has no line breaks of its own.
    out.append("data: ").append(data).append("\n\n");
    return out;
}

}  // namespace tessera::api
