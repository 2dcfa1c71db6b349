// SPDX-License-Identifier: Apache-2.0
// One client of the public API, by REST or by gRPC: a call is a method's name and its request as
// JSON, whichever the edge.
//
// Paths, verbs and queries of REST are derived here from the contract's annotations. Every refusal
// is checked against the contract: its reason is one of ErrorReason's, its status the one that goes
// with it. Not thread-safe: one client a thread; owns its connection. Never tries again by itself.
#pragma once

#include <google/protobuf/descriptor.h>
#include <grpcpp/security/credentials.h>

#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "tests/integration/stack.h"

namespace tessera::integration {

using Json = nlohmann::json;
using Headers = std::map<std::string, std::string>;  // Names in lower case.

enum class Edge { Rest, Grpc };
std::string nameOf(Edge edge);

struct Answer {
    int status = 0;                  // Of HTTP, or of gRPC; REST has 0 where no answer came.
    std::string reason;              // Empty if it was done; "TRANSPORT" if no answer came.
    Json body;                       // What was answered.
    Json metadata = Json::object();  // Of a refusal.
    std::string raw;                 // REST: the body's bytes. gRPC: the status message.
    Headers headers{};               // REST only.

    bool ok() const { return reason.empty(); }
    // Nothing is known of the effect: try again with the same request id.
    bool worthRetrying() const {
        return reason == "TRANSPORT" || reason == "OWNER_UNAVAILABLE" ||
               reason == "SHUTTING_DOWN" || reason == "DEADLINE_PASSED" || reason == "OVERLOADED";
    }
};
std::ostream& operator<<(std::ostream& out, const Answer& answer);

// The method of any service of the contract, by its name alone.
const google::protobuf::MethodDescriptor& methodNamed(const std::string& name);
// How REST asks for it: verb, path with query, and the body (empty: none).
struct RestForm {
    std::string verb;
    std::string path;
    std::string body;
};
RestForm restFormOf(const std::string& method, const Json& request);
// The request as protobuf's bytes; aborts if it is not of the method's type.
std::string protobufOf(const std::string& method, const Json& request);

class ApiClient {
public:
    ApiClient(Edge edge, Ports server);
    ApiClient(Edge edge, const Stack& stack) : ApiClient(edge, stack.ports()) {}
    // gRPC at the staff port. Without key and certificate it is no device yet.
    struct DeviceTls {
        std::string authorityPem;
        std::string keyPem{};
        std::string certificatePem{};
    };
    ApiClient(Ports server, const DeviceTls& tls);
    ~ApiClient();
    ApiClient(const ApiClient&) = delete;
    ApiClient& operator=(const ApiClient&) = delete;

    Edge edge() const;
    Answer call(const std::string& method, const Json& request, const Headers& headers = {});
    // gRPC: any bytes as the request.
    Answer callBytes(const std::string& method, const std::string& bytes,
                     const Headers& headers = {});
    // REST: anything, also to another server (an absolute URL).
    Answer http(const std::string& verb, const std::string& pathOrUrl, const std::string& body,
                const Headers& headers = {});

private:
    struct Rest;
    struct Grpc;
    void connect(std::uint16_t port, const std::shared_ptr<grpc::ChannelCredentials>& credentials);

    std::unique_ptr<Rest> rest_;
    std::unique_ptr<Grpc> grpc_;
};

// A UUID of version 7, stamped with this machine's time and `ahead` more.
std::string newRequestId(std::chrono::milliseconds ahead = std::chrono::milliseconds(0));
std::string newCallerKey();
std::string percentEncode(const std::string& text);

}  // namespace tessera::integration
