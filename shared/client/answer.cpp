// SPDX-License-Identifier: Apache-2.0
#include "shared/client/answer.h"

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include <algorithm>

#include "shared/base/check.h"

namespace tessera::client {
namespace {

constexpr Millis kFirstDelay{50};
constexpr Millis kDelayMost{1'000};
constexpr Millis kAskedMost{10'000};

// Whether the connection, not the application, gives such a status where an answer was lost.
bool isLoss(int status) {
    return status == grpc::StatusCode::UNAVAILABLE ||
           status == grpc::StatusCode::DEADLINE_EXCEEDED || status == grpc::StatusCode::CANCELLED ||
           status == grpc::StatusCode::UNKNOWN || status == grpc::StatusCode::INTERNAL;
}

bool isMutation(Kind kind) {
    return kind == Kind::Mutation || kind == Kind::Change;
}

}  // namespace

Refusal refusalOf(const grpc::Status& status) {
    Refusal out;
    out.status = status.error_code();
    google::rpc::Status details;
    if (!details.ParseFromString(status.error_details())) return out;
    google::rpc::ErrorInfo info;
    google::rpc::RetryInfo retry;
    for (const auto& detail : details.details()) {
        if (detail.UnpackTo(&info) && info.domain() == "tessera") {
            out.ofServer = true;
            v1::ErrorReason::Reason reason{};
            if (v1::ErrorReason::Reason_Parse(info.reason(), &reason)) out.reason = reason;
            out.metadata = {info.metadata().begin(), info.metadata().end()};
        } else if (detail.UnpackTo(&retry)) {
            const auto& delay = retry.retry_delay();
            out.retryAfter = Millis(delay.seconds() * 1'000 + delay.nanos() / 1'000'000);
        }
    }
    return out;
}

Verdict verdictOf(const Refusal& refusal, Kind kind) {
    if (!refusal.ofServer) return isLoss(refusal.status) ? Verdict::AskAgain : Verdict::Judged;
    switch (refusal.status) {
        case grpc::StatusCode::UNAVAILABLE:
        case grpc::StatusCode::DEADLINE_EXCEEDED:
            return Verdict::AskAgain;
        case grpc::StatusCode::RESOURCE_EXHAUSTED: {
            // A limit that no waiting mends names no time after which to ask.
            const bool lasts = refusal.reason == v1::ErrorReason::RATE_LIMITED &&
                               isMutation(kind) && !refusal.retryAfter;
            return lasts ? Verdict::Judged : Verdict::AskLater;
        }
        default:
            break;
    }
    if (refusal.reason == v1::ErrorReason::CHANGED_MEANWHILE && kind == Kind::Mutation) {
        return Verdict::AskLater;
    }
    const bool setAside = refusal.reason == v1::ErrorReason::COMMAND_SET_ASIDE;
    return refusal.status == grpc::StatusCode::INTERNAL && !setAside ? Verdict::Fault
                                                                     : Verdict::Judged;
}

bool isOfTheDoor(const Refusal& refusal) {
    return refusal.status == grpc::StatusCode::UNAUTHENTICATED ||
           refusal.reason == v1::ErrorReason::PERMISSION_MISSING ||
           refusal.reason == v1::ErrorReason::APPROVAL_NEEDED;
}

bool wantsApproval(const Refusal& refusal) {
    return refusal.reason == v1::ErrorReason::APPROVAL_NEEDED ||
           refusal.reason == v1::ErrorReason::APPROVAL_INVALID;
}

bool isOfWhoAsks(const Refusal& refusal) {
    return isOfTheDoor(refusal) || wantsApproval(refusal);
}

bool leavesOpen(Outcome outcome, const Refusal& refusal, bool earlier) {
    switch (outcome) {
        case Outcome::Done:
            return false;
        case Outcome::Unknown:
            return true;
        case Outcome::NotSent:
            return earlier;
        case Outcome::Refused:
            return earlier && isOfWhoAsks(refusal);
    }
    return true;
}

bool endsSession(const Refusal& refusal) {
    switch (refusal.reason) {
        case v1::ErrorReason::SESSION_MISSING:
        case v1::ErrorReason::SESSION_INVALID:
        case v1::ErrorReason::DEVICE_CERTIFICATE_MISSING:
        case v1::ErrorReason::DEVICE_UNKNOWN:
        case v1::ErrorReason::DEVICE_OVER:
            return true;
        default:
            return false;
    }
}

Millis delayAfter(int tries, double drawn, std::optional<Millis> asked) {
    TESSERA_CHECK(tries >= 1);
    const Millis grown = std::min(kDelayMost, kFirstDelay * (1 << std::min(tries - 1, 10)));
    const auto taken = static_cast<std::int64_t>(static_cast<double>(grown.count()) * drawn / 2);
    const Millis least = std::min(asked.value_or(Millis(0)), kAskedMost);
    return std::max(grown - Millis(taken), least);
}

}  // namespace tessera::client
