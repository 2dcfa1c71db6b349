// SPDX-License-Identifier: Apache-2.0
#include "google/api/annotations.pb.h"
#include "tessera/v1/options.pb.h"
#include "tests/proto/contract_checks.h"

namespace tessera::contract {
namespace {

void checkMethod(const google::protobuf::MethodDescriptorProto& method, const std::string& name,
                 const std::set<std::string>& permissions, Findings& findings) {
    const auto& options = method.options();
    const auto& named = options.GetExtension(v1::required_permission);
    const bool access = options.GetExtension(v1::staff_access) != v1::STAFF_ACCESS_UNSPECIFIED;
    const bool only = options.GetExtension(v1::staff_only);
    const auto say = [&](bool wrong, const std::string& what) {
        if (wrong) findings.push_back(name + what);
    };
    say(!named.empty() && !permissions.contains(named), ": there is no permission " + named);
    say(!named.empty() && access, " has a permission and an access beside it");
    say(only && named.empty() && !access, " is served nowhere");
    const bool routed = options.HasExtension(google::api::http);
    say(only && routed, " is for staff only and has an HTTP route");
    const bool scoped = !options.GetExtension(v1::required_scope).empty();
    say(only && scoped, " is for staff only and needs a scope");
}

}  // namespace

Findings checkStaffPort(const FileDescriptorSet& set, const std::set<std::string>& permissions) {
    Findings findings;
    for (const auto& file : set.file()) {
        if (file.package() != "tessera.v1") continue;
        for (const auto& service : file.service()) {
            for (const auto& method : service.method()) {
                checkMethod(method, service.name() + "." + method.name(), permissions, findings);
            }
        }
    }
    return findings;
}

}  // namespace tessera::contract
