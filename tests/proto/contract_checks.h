// SPDX-License-Identifier: Apache-2.0
// What must hold of the contract in proto/tessera/v1, checked on its descriptors and comments.
//
// Every check returns one sentence per finding, in the order of the files; empty means it holds.
// Pure functions of a FileDescriptorSet with source info; only files of package tessera.v1 are
// judged.
#pragma once

#include <google/protobuf/descriptor.pb.h>

#include <set>
#include <string>
#include <vector>

namespace tessera::contract {

using Findings = std::vector<std::string>;
using google::protobuf::FileDescriptorSet;

// Every rpc has exactly one route, and no two have the same verb and shape of path.
Findings checkRoutes(const FileDescriptorSet& set);

// "GET /v1/events/{event}" of every rpc, sorted.
std::vector<std::string> routesOf(const FileDescriptorSet& set);

// Every {variable} of a path is a singular string field of the request; a rule's `body` is "*" or
// a field of the request, and only verbs other than GET have one.
Findings checkPathVariables(const FileDescriptorSet& set);

// Every file, message, field, oneof, enum, enum value, service and rpc has a comment before it.
Findings checkComments(const FileDescriptorSet& set);

// Reasons have different names and numbers, a status of an error, and an HTTP status of an error
// where they name one.
Findings checkReasons(const FileDescriptorSet& set);

// Every word in capitals after "Errors" or "may answer" in a service's or an rpc's comment is a
// reason, so that what authors of clients read exists. A name that starts with _ completes the one
// before it.
Findings checkErrorsNamed(const FileDescriptorSet& set);

// The rules that the edges read name fields that exist: caches an ETag, streams their id and
// resume field; server streams and only they have a stream rule.
Findings checkRules(const FileDescriptorSet& set);

// Every call that changes something has a string `request_id`; calls of AdminService and
// PaymentService and only they need a scope.
Findings checkMutations(const FileDescriptorSet& set);

// What staff alone is served has no route and no scope, and names a permission or an access; both
// never go together, and each permission is one of these.
Findings checkStaffPort(const FileDescriptorSet& set, const std::set<std::string>& permissions);

}  // namespace tessera::contract
