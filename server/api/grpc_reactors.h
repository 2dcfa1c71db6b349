// SPDX-License-Identifier: Apache-2.0
// The reactors of the gRPC edge: one object per call, which gRPC lets go of by OnDone.
//
// Not for use outside grpc_*.cpp.
#pragma once

#include <grpcpp/grpcpp.h>

#include <memory>

#include "server/api/grpc_call.h"

namespace tessera::api {

class GrpcUnaryReactor final : public grpc::ServerUnaryReactor, public GrpcAnswer {
public:
    GrpcUnaryReactor(grpc::CallbackServerContext& server, GrpcContext& context,
                     grpc::ByteBuffer* response)
        : server_(server), context_(context), response_(response) {}

    // Starts the call. It may be over before this returns.
    void start(const MethodInfo& method, const grpc::ByteBuffer& request);

    void finish(const grpc::Status& status) override;
    void reply(grpc::ByteBuffer bytes) override;
    std::shared_ptr<StreamSink> open() override { return nullptr; }

private:
    void OnCancel() override;
    void OnDone() override;

    grpc::CallbackServerContext& server_;
    GrpcContext& context_;
    grpc::ByteBuffer* response_;
    CallPtr call_;
};

class GrpcStreamReactor final : public grpc::ServerWriteReactor<grpc::ByteBuffer>,
                                public GrpcAnswer {
public:
    GrpcStreamReactor(grpc::CallbackServerContext& server, GrpcContext& context)
        : server_(server), context_(context) {}

    void start(const MethodInfo& method, const grpc::ByteBuffer& request);

    // One at a time, as gRPC has it.
    void write(const grpc::ByteBuffer* message);
    void finish(const grpc::Status& status) override;
    void reply(grpc::ByteBuffer) override {}
    std::shared_ptr<StreamSink> open() override;

private:
    void OnWriteDone(bool ok) override;
    void OnCancel() override;
    void OnDone() override;

    grpc::CallbackServerContext& server_;
    GrpcContext& context_;
    std::mutex mutex_;
    std::shared_ptr<Call> call_;
    std::shared_ptr<GrpcStream> stream_;
    runtime::TraceContext trace_;
};

}  // namespace tessera::api
