// SPDX-License-Identifier: Apache-2.0
// A call that came over gRPC, and its server stream.
//
// A reactor belongs to gRPC until its OnDone; the call speaks to it exactly once, before it has
// finished. See call.h for threads. Internal to the gRPC edge.
#pragma once

#include <grpcpp/grpcpp.h>

#include <deque>
#include <mutex>

#include "server/api/grpc_edge.h"

namespace tessera::api {

// How a call's first answer reaches its reactor.
class GrpcAnswer {
public:
    virtual ~GrpcAnswer() = default;
    virtual void finish(const grpc::Status& status) = 0;
    virtual void reply(grpc::ByteBuffer bytes) = 0;  // Unary only.
    virtual std::shared_ptr<StreamSink> open() = 0;  // Streams only.
};

class GrpcCall final : public Call {
public:
    // `request` is copied: its bytes are shared by reference.
    GrpcCall(const MethodInfo& info, const grpc::CallbackServerContext& server,
             const grpc::ByteBuffer& request, GrpcAnswer& answer, GrpcContext& context);

protected:
    std::optional<app::Problem> decode(google::protobuf::Message& request) override;
    void send(const google::protobuf::Message& message) override;
    void send(const Prepared& prepared) override;
    void refuse(const app::Problem& problem) override;
    std::shared_ptr<StreamSink> stream() override;

private:
    grpc::ByteBuffer bytes_;
    GrpcAnswer& answer_;
    GrpcContext& context_;
};

// Bytes as gRPC takes them: shared, not copied.
grpc::ByteBuffer toByteBuffer(const Bytes& bytes);

class GrpcStreamReactor;

// The queue between handlers and a stream's reactor: at most kMessagesMax wait.
class GrpcStream final : public KeptStream, public std::enable_shared_from_this<GrpcStream> {
public:
    static constexpr std::size_t kMessagesMax = 256;
    static constexpr std::size_t kBytesMax = 4 << 20;

    GrpcStream(GrpcStreamReactor& reactor, runtime::TraceContext trace,
               runtime::Gauge& openStreams);
    ~GrpcStream() override;

    void end() override;
    void end(const app::Problem& problem) override;
    void onGone(std::function<void()> gone) override;
    bool open() const override;

    // By the reactor.
    void written(bool ok);
    void done();

protected:
    bool write(const StreamMessage& message) override;
    void signOfLife() override {}  // HTTP/2 pings are gRPC's.

private:
    void endWith(const grpc::Status& status);
    void pumpLocked();

    const runtime::TraceContext trace_;
    runtime::Gauge& openStreams_;
    mutable std::mutex mutex_;
    GrpcStreamReactor* reactor_;  // Null once it may not be spoken to.
    std::deque<Bytes> queue_;
    std::size_t queuedBytes_ = 0;
    grpc::ByteBuffer writing_;
    bool busy_ = false;  // A write is under way.
    std::optional<grpc::Status> ending_;
    std::function<void()> gone_;
    bool done_ = false;
};

}  // namespace tessera::api
