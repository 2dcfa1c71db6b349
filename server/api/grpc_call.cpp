// SPDX-License-Identifier: Apache-2.0
#include "server/api/grpc_call.h"

#include <grpc/grpc_security_constants.h>

#include "server/api/binary_message.h"
#include "server/api/grpc_reactors.h"
#include "server/api/problem_json.h"
#include "server/api/reasons.h"

namespace tessera::api {
namespace {

std::string metadataOf(const grpc::CallbackServerContext& server, const char* key) {
    const auto& metadata = server.client_metadata();
    const auto found = metadata.find(key);
    if (found == metadata.end()) return {};
    return {found->second.data(), found->second.size()};
}

// PEM; empty: the peer has shown none. The handshake has verified what it has.
std::string certificateOf(const grpc::CallbackServerContext& server) {
    const auto found = server.auth_context()->FindPropertyValues(GRPC_X509_PEM_CERT_PROPERTY_NAME);
    if (found.size() != 1) return {};
    return {found.front().data(), found.front().size()};
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
    if (!context.staff) return;
    presented_.certificate = certificateOf(server);
    presented_.approval = metadataOf(server, "x-approval");
    presented_.appVersion = metadataOf(server, "x-app-version");
}

std::optional<app::Problem> GrpcCall::decode(google::protobuf::Message& request) {
    grpc::Slice slice;
    const bool isWhole = bytes_.DumpToSingleSlice(&slice).ok();
    bytes_.Clear();
    if (!isWhole) {
        return api::refuse("MALFORMED_REQUEST", "Not a message of this type.", {{"path", ""}});
    }
    return readBinary({reinterpret_cast<const char*>(slice.begin()), slice.size()},
                      method().bodyBytesMax, request);
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
