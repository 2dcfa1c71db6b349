// SPDX-License-Identifier: Apache-2.0
// Which handler serves which method of a table: filled at the start, read by the edges. What its
// port does not serve is passed over.
//
// Handlers run on the edges' threads and must not block; they answer through `reply`, on any
// thread. The request lives as long as the call. Immutable once serving; any thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "server/api/call.h"
#include "shared/base/check.h"

namespace tessera::api {

class Registry {
public:
    explicit Registry(const MethodTable& table) : table_(table) {}

    // handler(CallPtr, const Request&, app::Reply<Response>)
    template <class Request, class Response, class Handler>
    void unary(std::string_view method, Handler handler) {
        put<Request>(method, Response::descriptor(), false,
                     [handler = std::move(handler)](const CallPtr& call) {
                         handler(call, call->template request<Request>(),
                                 [call](app::Answer<Response> answer) {
                                     if (!answer) return call->fail(answer.error());
                                     call->answer(std::make_unique<Response>(std::move(*answer)));
                                 });
                     });
    }

    // handler(CallPtr, const Request&, app::Reply<Prepared>): the answer is encoded already.
    template <class Request, class Response, class Handler>
    void prepared(std::string_view method, Handler handler) {
        put<Request>(method, Response::descriptor(), false,
                     [handler = std::move(handler)](const CallPtr& call) {
                         handler(call, call->template request<Request>(),
                                 [call](const app::Answer<Prepared>& answer) {
                                     if (!answer) return call->fail(answer.error());
                                     call->answer(*answer);
                                 });
                     });
    }

    // handler(CallPtr, const Request&): fails the call, or opens its stream.
    template <class Request, class Response, class Handler>
    void stream(std::string_view method, Handler handler) {
        put<Request>(method, Response::descriptor(), true,
                     [handler = std::move(handler)](const CallPtr& call) {
                         handler(call, call->template request<Request>());
                     });
    }

    // What has no handler answers ROUTE_NOT_FOUND.
    void refuseRest() {
        for (const auto& info : table_.methods()) {
            handlers_.emplace(&info, [](const CallPtr& call) {
                call->fail({.kind = app::ProblemKind::Unimplemented,
                            .reason = "ROUTE_NOT_FOUND",
                            .message = "This server does not serve it.",
                            .metadata = {},
                            .retryAfter = std::nullopt});
            });
        }
    }

    // REQUIRES: complete().
    void serve(const CallPtr& call) const { handlers_.at (&call->method())(call); }
    bool complete() const { return handlers_.size() == table_.methods().size(); }

private:
    template <class Request>
    void put(std::string_view method, const google::protobuf::Descriptor* response, bool streams,
             std::function<void(const CallPtr&)> handler) {
        const auto* info = table_.find(method);
        if (info == nullptr) {  // Another port's.
            TESSERA_CHECK(MethodTable::inContract(method));
            return;
        }
        TESSERA_CHECK(info->streams == streams);
        TESSERA_CHECK(info->descriptor->input_type() == Request::descriptor());
        TESSERA_CHECK(info->descriptor->output_type() == response);
        TESSERA_CHECK(handlers_.emplace(info, std::move(handler)).second);
    }

    const MethodTable& table_;
    std::unordered_map<const MethodInfo*, std::function<void(const CallPtr&)>> handlers_;
};

}  // namespace tessera::api
