// SPDX-License-Identifier: Apache-2.0
#include "server/api/grpc_call.h"

#include "server/api/grpc_reactors.h"
#include "server/api/problem_json.h"
#include "server/api/reasons.h"
#include "server/api/text_check.h"

namespace tessera::api {
namespace {

std::string metadataOf(const grpc::CallbackServerContext& server, const char* key) {
    const auto& metadata = server.client_metadata();
    const auto found = metadata.find(key);
    if (found == metadata.end()) return {};
    return {found->second.data(), found->second.size()};
}

}  // namespace

grpc::ByteBuffer toByteBuffer(const Bytes& bytes) {
    // The slice holds the shared bytes until gRPC has sent them.
    auto* handle = new Bytes(bytes);
    const grpc::Slice slice(
        const_cast<char*>(bytes->data()), bytes->size(),
        [](void* held) { delete static_cast<Bytes*>(held); }, handle);
    return {&slice, 1};
}

GrpcCall::GrpcCall(const MethodInfo& info, const grpc::CallbackServerContext& server,
                   const grpc::ByteBuffer& request, GrpcAnswer& answer, GrpcContext& context)
    : Call(info, runtime::traceFromHeader(metadataOf(server, "traceparent"))),
      bytes_(request),
      answer_(answer),
      context_(context) {
    presented_.authorization = metadataOf(server, "authorization");
    presented_.callerKey = metadataOf(server, "x-caller-key");
    presented_.holderToken = metadataOf(server, "x-holder-token");
}

std::optional<app::Problem> GrpcCall::decode(google::protobuf::Message& request) {
    if (bytes_.Length() > method().bodyBytesMax) {
        return api::refuse("BODY_TOO_LARGE", "The message is larger than allowed.",
                           {{"bytes_max", std::to_string(method().bodyBytesMax)}});
    }
    grpc::Slice slice;
    bool parsed = bytes_.DumpToSingleSlice(&slice).ok();
    // Refuses text that is not UTF-8, as proto3 has it.
    parsed = parsed && request.ParseFromArray(slice.begin(), static_cast<int>(slice.size()));
    bytes_.Clear();
    if (!parsed)
        return api::refuse("MALFORMED_REQUEST", "Not a message of this type.", {{"path", ""}});
    if (const auto path = findNul(request)) {
        return api::refuse("MALFORMED_REQUEST", "Text with a NUL.", {{"path", *path}});
    }
    if (const auto path = findBadTime(request)) {
        return invalidField(*path, "a time or a duration as protobuf defines it");
    }
    return std::nullopt;
}

void GrpcCall::send(const google::protobuf::Message& message) {
    context_.observer.finished(Edge::Grpc, &method(), 0, {}, started(), trace());
    answer_.reply(toByteBuffer(std::make_shared<const std::string>(message.SerializeAsString())));
}

void GrpcCall::send(const Prepared& prepared) {
    context_.observer.finished(Edge::Grpc, &method(), 0, {}, started(), trace());
    answer_.reply(toByteBuffer(prepared.grpc));
}

void GrpcCall::refuse(const app::Problem& problem) {
    const auto status = grpcStatusOf(problem, trace());
    context_.observer.finished(Edge::Grpc, &method(), static_cast<int>(status.error_code()),
                               problem.reason, started(), trace());
    answer_.finish(status);
}

std::shared_ptr<StreamSink> GrpcCall::stream() {
    context_.observer.finished(Edge::Grpc, &method(), 0, {}, started(), trace());
    return answer_.open();
}

}  // namespace tessera::api
