// SPDX-License-Identifier: Apache-2.0
// A problem as each edge sends it: application/problem+json, and a grpc::Status with ErrorInfo.
//
// Pure; any thread.
#pragma once

#include <grpcpp/support/status.h>

#include <string>
#include <string_view>

#include "server/app/problem.h"
#include "server/runtime/trace.h"
#include "shared/http/message.h"

namespace tessera::api {

// {"type", "title", "status", "detail", "reason", "metadata", "traceId"}
// `status`: HTTP's, where it is not the reason's own; 0: it is.
std::string problemJson(const app::Problem& problem, const runtime::TraceContext& trace,
                        int status = 0);

// With Retry-After, WWW-Authenticate and Allow where they belong.
http::Response problemResponse(const app::Problem& problem, const runtime::TraceContext& trace,
                               int status = 0);

// google.rpc.Status with ErrorInfo, and RetryInfo where trying again helps.
grpc::Status grpcStatusOf(const app::Problem& problem, const runtime::TraceContext& trace);

}  // namespace tessera::api
