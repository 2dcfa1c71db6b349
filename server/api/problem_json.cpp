// SPDX-License-Identifier: Apache-2.0
#include "server/api/problem_json.h"

#include <algorithm>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "server/api/json_values.h"
#include "server/api/reasons.h"

namespace tessera::api {
namespace {

// Faults of the server name the trace to ask about.
bool namesTrace(const app::Problem& problem) {
    return problem.reason == "INTERNAL_FAULT" || problem.reason == "COMMAND_SET_ASIDE";
}

std::string typeOf(std::string_view reason) {
    std::string out = "urn:tessera:reason:";
    for (const char c : reason) {
        out += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

}  // namespace

std::string problemJson(const app::Problem& problem, const runtime::TraceContext& trace,
                        int status) {
    if (status == 0) status = statusOf(problem).http;
    const auto traceId = runtime::traceIdText(trace);
    std::string out = "{\"type\":";
    appendJsonString(typeOf(problem.reason), out);
    out += ",\"title\":";
    appendJsonString(http::reasonPhrase(status), out);
    out += ",\"status\":" + std::to_string(status) + ",\"detail\":";
    appendJsonString(problem.message, out);
    out += ",\"reason\":";
    appendJsonString(problem.reason, out);
    out += ",\"metadata\":{";
    bool first = true;
    const auto add = [&](std::string_view key, std::string_view value) {
        if (!first) out += ',';
        first = false;
        appendJsonString(key, out);
        out += ':';
        appendJsonString(value, out);
    };
    for (const auto& [key, value] : problem.metadata) add(key, value);
    if (namesTrace(problem)) add("trace_id", traceId);
    out += "},\"traceId\":";
    appendJsonString(traceId, out);
    out += '}';
    return out;
}

http::Response problemResponse(const app::Problem& problem, const runtime::TraceContext& trace,
                               int status) {
    if (status == 0) status = statusOf(problem).http;
    auto response =
        http::Response::of(status, "application/problem+json", problemJson(problem, trace, status));
    response.headers.push_back({"Cache-Control", "no-store"});
    response.headers.push_back({"traceparent", runtime::toTraceparent(trace)});
    if (problem.retryAfter) {
        const auto seconds =
            std::max<std::int64_t>(1, (problem.retryAfter->micros + 999'999) / 1'000'000);
        response.headers.push_back({"Retry-After", std::to_string(seconds)});
    }
    if (status == 401) {
        response.headers.push_back({"WWW-Authenticate", problem.reason == "CREDENTIALS_INVALID"
                                                            ? "Bearer realm=\"tessera\", "
                                                              "error=\"invalid_token\""
                                                            : "Bearer realm=\"tessera\""});
    }
    if (status == 405) {
        for (const auto& [key, value] : problem.metadata) {
            if (key == "allow") response.headers.push_back({"Allow", value});
        }
    }
    return response;
}

grpc::Status grpcStatusOf(const app::Problem& problem, const runtime::TraceContext& trace) {
    const int code = statusOf(problem).grpc;
    google::rpc::ErrorInfo info;
    info.set_domain("tessera");
    info.set_reason(problem.reason);
    for (const auto& [key, value] : problem.metadata) (*info.mutable_metadata())[key] = value;
    if (namesTrace(problem)) (*info.mutable_metadata())["trace_id"] = runtime::traceIdText(trace);
    google::rpc::Status status;
    status.set_code(code);
    status.set_message(problem.message);
    status.add_details()->PackFrom(info);
    if (problem.retryAfter) {
        google::rpc::RetryInfo retry;
        retry.mutable_retry_delay()->set_seconds(problem.retryAfter->micros / 1'000'000);
        retry.mutable_retry_delay()->set_nanos(
            static_cast<std::int32_t>(problem.retryAfter->micros % 1'000'000) * 1000);
        status.add_details()->PackFrom(retry);
    }
    return {static_cast<grpc::StatusCode>(code), problem.message, status.SerializeAsString()};
}

}  // namespace tessera::api
