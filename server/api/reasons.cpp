// SPDX-License-Identifier: Apache-2.0
#include "server/api/reasons.h"

#include <unordered_map>

#include "google/rpc/code.pb.h"
#include "shared/base/check.h"
#include "tessera/v1/errors.pb.h"
#include "tessera/v1/options.pb.h"

namespace tessera::api {
namespace {

using app::Problem;
using app::ProblemKind;

// google.rpc.Code of each kind.
int codeOf(ProblemKind kind) {
    switch (kind) {
        case ProblemKind::InvalidArgument:
            return google::rpc::INVALID_ARGUMENT;
        case ProblemKind::Unauthenticated:
            return google::rpc::UNAUTHENTICATED;
        case ProblemKind::PermissionDenied:
            return google::rpc::PERMISSION_DENIED;
        case ProblemKind::NotFound:
            return google::rpc::NOT_FOUND;
        case ProblemKind::AlreadyExists:
            return google::rpc::ALREADY_EXISTS;
        case ProblemKind::Aborted:
            return google::rpc::ABORTED;
        case ProblemKind::FailedPrecondition:
            return google::rpc::FAILED_PRECONDITION;
        case ProblemKind::OutOfRange:
            return google::rpc::OUT_OF_RANGE;
        case ProblemKind::ResourceExhausted:
            return google::rpc::RESOURCE_EXHAUSTED;
        case ProblemKind::Unavailable:
            return google::rpc::UNAVAILABLE;
        case ProblemKind::DeadlineExceeded:
            return google::rpc::DEADLINE_EXCEEDED;
        case ProblemKind::Unimplemented:
            return google::rpc::UNIMPLEMENTED;
        case ProblemKind::Internal:
            return google::rpc::INTERNAL;
    }
    return google::rpc::INTERNAL;
}

ProblemKind kindOf(int code) {
    for (int k = 0; k <= static_cast<int>(ProblemKind::Internal); ++k) {
        const auto kind = static_cast<ProblemKind>(k);
        if (codeOf(kind) == code) return kind;
    }
    return ProblemKind::Internal;
}

struct Table {
    std::vector<ReasonRow> rows;
    std::unordered_map<std::string_view, ReasonStatus> byName;

    Table() {
        const auto* reasons = v1::ErrorReason::Reason_descriptor();
        rows.reserve(static_cast<std::size_t>(reasons->value_count()));
        for (int i = 0; i < reasons->value_count(); ++i) {
            const auto* value = reasons->value(i);
            if (value->number() == 0) continue;
            const auto& options = value->options();
            const int code = options.GetExtension(v1::status);
            const int own = options.GetExtension(v1::http_status);
            rows.push_back({value->name(), {code, own != 0 ? own : httpStatusOf(code)}});
        }
        for (const auto& row : rows) byName.emplace(row.name, row.status);
    }
};

const Table& table() {
    static const Table instance;
    return instance;
}

}  // namespace

int httpStatusOf(int grpcCode) {
    switch (grpcCode) {
        case google::rpc::OK:
            return 200;
        case google::rpc::CANCELLED:
            return 499;
        case google::rpc::INVALID_ARGUMENT:
        case google::rpc::OUT_OF_RANGE:
        case google::rpc::FAILED_PRECONDITION:
            return 400;
        case google::rpc::UNAUTHENTICATED:
            return 401;
        case google::rpc::PERMISSION_DENIED:
            return 403;
        case google::rpc::NOT_FOUND:
            return 404;
        case google::rpc::ALREADY_EXISTS:
        case google::rpc::ABORTED:
            return 409;
        case google::rpc::RESOURCE_EXHAUSTED:
            return 429;
        case google::rpc::UNIMPLEMENTED:
            return 501;
        case google::rpc::UNAVAILABLE:
            return 503;
        case google::rpc::DEADLINE_EXCEEDED:
            return 504;
        default:
            return 500;
    }
}

const std::vector<ReasonRow>& contractReasons() {
    return table().rows;
}

bool knownReason(std::string_view reason) {
    return table().byName.contains(reason);
}

ReasonStatus statusOf(const Problem& problem) {
    const auto found = table().byName.find(problem.reason);
    if (found != table().byName.end()) return found->second;
    const int code = codeOf(problem.kind);
    return {code, httpStatusOf(code)};
}

Problem refuse(std::string_view reason, std::string_view message, Metadata metadata) {
    const auto found = table().byName.find(reason);
    TESSERA_CHECK(found != table().byName.end());
    Problem problem;
    problem.kind = kindOf(found->second.grpc);
    problem.reason = reason;
    problem.message = message;
    for (const auto& [key, value] : metadata) problem.metadata.emplace_back(key, value);
    if (problem.kind == ProblemKind::Unavailable ||
        problem.kind == ProblemKind::ResourceExhausted) {
        problem.retryAfter = Duration::ofSeconds(1);
    }
    return problem;
}

Problem invalidField(std::string_view field, std::string_view constraint) {
    return refuse("INVALID_FIELD", "A field is missing or outside its range.",
                  {{"field", field}, {"constraint", constraint}});
}

Problem invalidId(std::string_view field) {
    return refuse("INVALID_ID", "Not the form of an id, or the id of another event.",
                  {{"field", field}});
}

}  // namespace tessera::api
