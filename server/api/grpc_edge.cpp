// SPDX-License-Identifier: Apache-2.0
#include "server/api/grpc_edge.h"

#include <grpcpp/impl/codegen/server_callback_handlers.h>
#include <grpcpp/impl/rpc_service_method.h>

#include "server/api/grpc_reactors.h"
#include "shared/base/check.h"

namespace tessera::api {

using grpc::internal::CallbackServerStreamingHandler;
using grpc::internal::CallbackUnaryHandler;
using grpc::internal::RpcMethod;
using grpc::internal::RpcServiceMethod;

GrpcService::GrpcService(const google::protobuf::ServiceDescriptor* service,
                         const MethodTable& table, GrpcContext& context) {
    int index = 0;
    for (int i = 0; i < service->method_count(); ++i) {
        const auto* method =
            table.find("/" + service->full_name() + "/" + service->method(i)->name());
        if (method == nullptr) continue;  // Another port's.
        method->streams ? addStream(index, *method, context) : addUnary(index, *method, context);
        ++index;
    }
    TESSERA_CHECK(index > 0);
}

void GrpcService::addUnary(int index, const MethodInfo& method, GrpcContext& context) {
    // gRPC owns both, and keeps the name's pointer: the table outlives the service.
    AddMethod(new RpcServiceMethod(method.path.c_str(), RpcMethod::NORMAL_RPC, nullptr));
    MarkMethodRawCallback(
        index, new CallbackUnaryHandler<grpc::ByteBuffer, grpc::ByteBuffer>(
                   [&method, &context](grpc::CallbackServerContext* server,
                                       const grpc::ByteBuffer* request,
                                       grpc::ByteBuffer* response) -> grpc::ServerUnaryReactor* {
                       auto* reactor = new GrpcUnaryReactor(*server, context, response);
                       reactor->start(method, *request);
                       return reactor;
                   }));
}

void GrpcService::addStream(int index, const MethodInfo& method, GrpcContext& context) {
    AddMethod(new RpcServiceMethod(method.path.c_str(), RpcMethod::SERVER_STREAMING, nullptr));
    MarkMethodRawCallback(
        index,
        new CallbackServerStreamingHandler<grpc::ByteBuffer, grpc::ByteBuffer>(
            [&method, &context](
                grpc::CallbackServerContext* server,
                const grpc::ByteBuffer* request) -> grpc::ServerWriteReactor<grpc::ByteBuffer>* {
                auto* reactor = new GrpcStreamReactor(*server, context);
                reactor->start(method, *request);
                return reactor;
            }));
}

std::vector<std::unique_ptr<GrpcService>> makeGrpcServices(const MethodTable& table,
                                                           GrpcContext& context) {
    std::vector<std::unique_ptr<GrpcService>> out;
    for (const auto* service : table.services()) {
        out.push_back(std::make_unique<GrpcService>(service, table, context));
    }
    return out;
}

}  // namespace tessera::api
