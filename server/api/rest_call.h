// SPDX-License-Identifier: Apache-2.0
// A call that came over HTTP: decoded from path, query and body, answered in JSON or as events.
//
// Owned by its handles; the Responder inside answers exactly once. See call.h for threads.
#pragma once

#include <string>
#include <vector>

#include "server/api/call.h"
#include "server/api/observer.h"
#include "server/api/stream_keeper.h"
#include "shared/http/server.h"

namespace tessera::api {

struct RestContext {
    Observer& observer;
    StreamKeeper& keeper;
};

class RestCall final : public Call {
public:
    // `values`: of the route's variables. `context` outlives the call.
    RestCall(const MethodInfo& info, runtime::TraceContext trace, http::Request request,
             std::vector<std::string> values, http::Responder responder, RestContext& context);

protected:
    std::optional<app::Problem> decode(google::protobuf::Message& request) override;
    void send(const google::protobuf::Message& message) override;
    void send(const Prepared& prepared) override;
    void refuse(const app::Problem& problem) override;
    std::shared_ptr<StreamSink> stream() override;

private:
    std::optional<app::Problem> readBody(google::protobuf::Message& request);
    std::optional<app::Problem> readQuery(google::protobuf::Message& request);
    std::optional<app::Problem> readPath(google::protobuf::Message& request);
    std::optional<app::Problem> readLastEventId(google::protobuf::Message& request);
    void finish(http::Response response, std::string_view reason);
    http::Response json(http::Body body) const;
    http::Response document(const google::protobuf::Message& message) const;

    http::Request request_;
    std::vector<std::string> values_;
    http::Responder responder_;
    RestContext& context_;
};

// True if one of the tags of If-None-Match is `etag` (without quotes), or it is `*`.
bool matchesEtag(std::string_view ifNoneMatch, std::string_view etag);

// One server-sent event: `id:` where there is one, `event:` where it is not a plain message.
std::string sseEvent(std::string_view id, std::string_view event, std::string_view data);

}  // namespace tessera::api
