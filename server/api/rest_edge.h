// SPDX-License-Identifier: Apache-2.0
// HTTP requests to calls: routing by the contract's annotations, and the few routes beside them.
//
// `handle` runs on the HTTP server's threads and never blocks. Immutable once serving.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "server/api/dispatcher.h"
#include "server/api/rest_call.h"
#include "shared/http/server.h"

namespace tessera::api {

// A route outside the contract: "/metrics", or "/v1/webhooks/" with anything behind it.
struct PlainRoute {
    std::string httpMethod;
    std::string path;  // Ends in '/': a prefix.
    std::size_t bodyBytesMax = 0;
    std::function<void(http::Request, http::Responder)> serve;
};

class RestEdge {
public:
    // All outlive the edge. `bodyBytesMax`: where the contract names no bound of a method's own.
    RestEdge(const MethodTable& table, Dispatcher& dispatcher, RestContext& context,
             std::size_t bodyBytesMax);

    void addPlain(PlainRoute route);
    // What `isFor` says is for people goes to `serve`, not to the contract's routes.
    void setPages(std::function<bool(const http::Request&)> isFor,
                  std::function<void(http::Request, http::Responder)> serve);

    void handle(http::Request request, http::Responder responder);

    // For ServerOptions: the limit of one request's body, and the answer to a refusal.
    std::size_t bodyBytesMaxFor(const http::Request& head) const;
    http::Response refusal(const http::Refused& refused) const;

private:
    const PlainRoute* findPlain(std::string_view path) const;
    void fail(http::Responder responder, const app::Problem& problem,
              http::Request::Clock::time_point started, const runtime::TraceContext& trace);

    const MethodTable& table_;
    Dispatcher& dispatcher_;
    RestContext& context_;
    const std::size_t bodyBytesMax_;
    std::map<std::string, PlainRoute, std::less<>> plain_;
    std::function<bool(const http::Request&)> isForPages_;
    std::function<void(http::Request, http::Responder)> servePages_;
};

// The trace of the request's traceparent, or a new one.
runtime::TraceContext traceOf(const http::Request& request);

}  // namespace tessera::api
