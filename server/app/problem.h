// SPDX-License-Identifier: Apache-2.0
// What a caller is told when it does not get what it asked for: the same on gRPC and on REST.
//
// Plain values. `reason` is the ErrorInfo reason (domain "tessera") and the problem+json `reason`;
// `metadata` names fields, limits and values. Never personal data or tokens.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "server/engine/event_engine.h"
#include "shared/base/time.h"

namespace tessera::app {

// The canonical status codes that Tessera uses.
enum class ProblemKind {
    InvalidArgument,     // 400
    Unauthenticated,     // 401
    PermissionDenied,    // 403
    NotFound,            // 404
    AlreadyExists,       // 409
    Aborted,             // 409: a request id reused, a concurrent change
    FailedPrecondition,  // 409: the state does not allow it (SEAT_UNAVAILABLE)
    OutOfRange,          // 400: a value over its limit
    ResourceExhausted,   // 429, with retryAfter
    Unavailable,         // 503, with retryAfter
    DeadlineExceeded,    // 504
    Unimplemented,       // 501
    Internal,            // 500
};

struct Problem {
    ProblemKind kind = ProblemKind::Internal;
    std::string reason;   // UPPER_SNAKE_CASE.
    std::string message;  // For a developer, in English.
    std::vector<std::pair<std::string, std::string>> metadata;
    std::optional<Duration> retryAfter;
};

template <class T>
using Answer = tl::expected<T, Problem>;

// What the event's actor says to a command: the engine's outcome, or why it came to none.
using JobResult = Answer<engine::Outcome>;

// Called exactly once, on any thread; it must not block.
template <class T>
using Reply = std::function<void(Answer<T>)>;

// A malformed or out-of-range field: reason INVALID_FIELD, metadata field, limit.
Problem invalidField(std::string_view field, std::string_view message, std::string_view limit = {});

// `reason` is one of the …_NOT_FOUND.
Problem notFound(std::string_view reason);
Problem busy(std::string_view message);         // OVERLOADED, retry after 1 s.
Problem rateLimited(std::string_view message);  // RATE_LIMITED, the same.
Problem unavailable(std::string_view message);  // OWNER_UNAVAILABLE, the same.
Problem changedMeanwhile();                     // CHANGED_MEANWHILE; never remembered.
Problem internalProblem(std::string_view message);

// The problem of an engine refusal; `outcome.refusal` must not be None.
Problem problemOf(const engine::Outcome& outcome);

// The reason of every refusal with its kind; a test compares them with errors.proto.
struct ReasonInfo {
    std::string_view reason;
    ProblemKind kind;
    std::string_view meaning;
};
const std::vector<ReasonInfo>& allReasons();

}  // namespace tessera::app
