// SPDX-License-Identifier: Apache-2.0
// gRPC calls to calls of the registry, by the callback API: no code per method.
//
// A service is made of each ServiceDescriptor, its methods raw: the bytes come here, are decoded
// after the caller was let in, and answers that were encoded before go out as they are. That is
// what the generated WithRawCallbackMethod_… does, method by method. Thread-safe.
#pragma once

#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/service_type.h>

#include <memory>
#include <vector>

#include "server/api/dispatcher.h"
#include "server/api/grpc_patience.h"
#include "server/api/observer.h"
#include "server/api/stream_keeper.h"

namespace tessera::api {

struct GrpcContext {
    Dispatcher& dispatcher;
    Observer& observer;
    StreamKeeper& keeper;
    GrpcPatience& patience;
    bool staff = false;  // Calls have the certificate that the peer has shown.
};

// One service of the contract. `context` and `table` outlive it.
class GrpcService final : public grpc::Service {
public:
    GrpcService(const google::protobuf::ServiceDescriptor* service, const MethodTable& table,
                GrpcContext& context);

private:
    void addUnary(int index, const MethodInfo& method, GrpcContext& context);
    void addStream(int index, const MethodInfo& method, GrpcContext& context);
};

std::vector<std::unique_ptr<GrpcService>> makeGrpcServices(const MethodTable& table,
                                                           GrpcContext& context);

}  // namespace tessera::api
