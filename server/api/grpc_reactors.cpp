// SPDX-License-Identifier: Apache-2.0
#include "server/api/grpc_reactors.h"

#include "server/api/reasons.h"

namespace tessera::api {
namespace {

app::Problem cancelled() {
    return refuse("DEADLINE_PASSED", "The caller has gone or its deadline has passed.");
}

}  // namespace

void GrpcUnaryReactor::start(const MethodInfo& method, const grpc::ByteBuffer& request) {
    // OnDone cannot run before this returns: gRPC keeps a reactor until the handler that made it
    // has given it back.
    call_ = std::make_shared<GrpcCall>(method, server_, request, *this, context_);
    context_.dispatcher.run(call_);
}

void GrpcUnaryReactor::reply(grpc::ByteBuffer bytes) {
    response_->Swap(&bytes);
    finish(grpc::Status::OK);
}

void GrpcUnaryReactor::finish(const grpc::Status& status) {
    context_.patience.writing(server_, status.ok() ? response_->Length() : 0);
    Finish(status);
}

void GrpcUnaryReactor::OnDone() {
    context_.patience.taken(server_);
    delete this;
}

void GrpcUnaryReactor::OnCancel() {
    // Finishes the call if nobody has: its handler's answer then goes nowhere.
    call_->fail(cancelled());
}

void GrpcStreamReactor::start(const MethodInfo& method, const grpc::ByteBuffer& request) {
    auto call = std::make_shared<GrpcCall>(method, server_, request, *this, context_);
    trace_ = call->trace();
    {
        const std::lock_guard lock(mutex_);
        call_ = call;
    }
    context_.dispatcher.run(call);
}

std::shared_ptr<StreamSink> GrpcStreamReactor::open() {
    auto stream =
        std::make_shared<GrpcStream>(*this, trace_, context_.observer.streams(Edge::Grpc));
    {
        const std::lock_guard lock(mutex_);
        stream_ = stream;
        call_.reset();  // A stream is no call in flight.
    }
    context_.keeper.add(stream);
    return stream;
}

void GrpcStreamReactor::write(const grpc::ByteBuffer* message) {
    context_.patience.writing(server_, message->Length());
    StartWrite(message);
}

void GrpcStreamReactor::finish(const grpc::Status& status) {
    context_.patience.writing(server_, 0);
    Finish(status);
}

void GrpcStreamReactor::OnWriteDone(bool ok) {
    context_.patience.taken(server_);
    std::shared_ptr<GrpcStream> stream;
    {
        const std::lock_guard lock(mutex_);
        stream = stream_;
    }
    if (stream) stream->written(ok);
}

void GrpcStreamReactor::OnCancel() {
    std::shared_ptr<Call> call;
    std::shared_ptr<GrpcStream> stream;
    {
        const std::lock_guard lock(mutex_);
        call = call_;
        stream = stream_;
    }
    if (stream) {
        stream->end(cancelled());
    } else if (call) {
        call->fail(cancelled());
    }
}

void GrpcStreamReactor::OnDone() {
    context_.patience.taken(server_);
    std::shared_ptr<GrpcStream> stream;
    {
        const std::lock_guard lock(mutex_);
        stream = std::move(stream_);
    }
    if (stream) stream->done();
    delete this;
}

}  // namespace tessera::api
