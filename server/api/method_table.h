// SPDX-License-Identifier: Apache-2.0
// Every method of the contract that one port serves, as the edges need it, read from the
// descriptors at the start.
//
// Immutable once made; any thread. Refers to descriptors that live as long as the program.
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/api/path_template.h"
#include "server/api/router.h"
#include "server/app/staff/permissions.h"

namespace tessera::api {

inline constexpr std::size_t kBodyBytesMax = 1 << 20;  // Where options.proto has nothing else.

// Who serves: REST and the public gRPC port, or the port of staff, whose routes are empty.
enum class Surface { Public, Staff };

// Who must be known at the staff port.
enum class StaffAccess { Anyone, Device, Session };

struct MethodInfo {
    std::string path;  // "/tessera.v1.CatalogService/GetEvent"
    const google::protobuf::MethodDescriptor* descriptor = nullptr;
    const google::protobuf::Message* request = nullptr;  // Prototypes: request->New().
    const google::protobuf::Message* response = nullptr;
    bool streams = false;  // The server's answers are many.

    std::string httpMethod;
    PathTemplate route;
    std::string routeText;
    // The fields of the route's variables, in its order.
    std::vector<const google::protobuf::FieldDescriptor*> variables;
    bool bodyIsRequest = false;                                    // body: "*"
    const google::protobuf::FieldDescriptor* bodyField = nullptr;  // body: "field"

    std::string scope;  // Empty: public.
    // At the staff port.
    StaffAccess access = StaffAccess::Session;
    std::optional<staff::Permission> permission;  // Nothing: whoever has access may.
    std::size_t bodyBytesMax = kBodyBytesMax;
    bool document = false;  // The answer is a v1::Document.
    bool cacheable = false;
    int maxAgeSeconds = 0;
    // The request's field that Last-Event-ID fills; null: none.
    const google::protobuf::FieldDescriptor* resumeField = nullptr;

    // Fields of the request with a meaning to the edge; null where it has none.
    const google::protobuf::FieldDescriptor* requestIdField = nullptr;
    const google::protobuf::FieldDescriptor* holderTokenField = nullptr;

    bool hasBody() const { return bodyIsRequest || bodyField != nullptr; }
};

class MethodTable {
public:
    // What is served there of package tessera.v1. Aborts if the contract is not what the edges can
    // serve: tests/proto and tests/api hold it to that.
    explicit MethodTable(Surface surface = Surface::Public);

    // Whether the contract has it, on whichever surface.
    static bool inContract(std::string_view path);

    const std::vector<MethodInfo>& methods() const { return methods_; }
    const MethodInfo* find(std::string_view path) const;
    const Router& router() const { return router_; }  // Targets are indices into methods().

    // The services that have a method here, in the order of their files.
    const std::vector<const google::protobuf::ServiceDescriptor*>& services() const {
        return services_;
    }

private:
    void add(const google::protobuf::MethodDescriptor* descriptor);

    const Surface surface_;
    std::vector<const google::protobuf::ServiceDescriptor*> services_;
    std::vector<MethodInfo> methods_;
    std::unordered_map<std::string_view, std::size_t> byPath_;
    Router router_;
};

}  // namespace tessera::api
