// SPDX-License-Identifier: Apache-2.0
#include "server/app/request_memory.h"

#include <algorithm>

#include "shared/base/check.h"

namespace tessera::app {

Problem problemOfStanding(RequestStanding standing, Instant now) {
    Problem problem;
    switch (standing) {
        case RequestStanding::Reused:
            problem = {ProblemKind::AlreadyExists,
                       "REQUEST_ID_REUSED",
                       "The request id came before with another body.",
                       {},
                       std::nullopt};
            break;
        case RequestStanding::Ahead:
            problem = {ProblemKind::FailedPrecondition,
                       "REQUEST_ID_AHEAD",
                       "The request id's time is more than 10 s ahead of the server.",
                       {},
                       std::nullopt};
            break;
        default:
            problem = {ProblemKind::FailedPrecondition,
                       "REQUEST_ID_TOO_OLD",
                       "The request id is over 30 days old.",
                       {},
                       std::nullopt};
            break;
    }
    problem.metadata.emplace_back("server_time", toRfc3339(now));
    return problem;
}

std::optional<Problem> problemOfStamp(const RequestId& id, Instant now) {
    const Instant stamped{unixMillisOf(id) * 1000};
    if (stamped > now + kRequestAheadMax) return problemOfStanding(RequestStanding::Ahead, now);
    if (now - stamped <= kRequestAgeMax) return std::nullopt;
    return problemOfStanding(RequestStanding::TooOld, now);
}

Answer<std::int64_t> createdBefore(store::Catalog& catalog, const RequestId& id, Fingerprint body,
                                   Instant now) {
    const auto created = catalog.findCreated(id);
    if (!created) {
        return tl::make_unexpected(
            unavailable("The database cannot be reached: try again with the same request id."));
    }
    if (!*created) {
        if (auto bad = problemOfStamp(id, now)) return tl::make_unexpected(std::move(*bad));
        return std::int64_t{0};
    }
    if ((*created)->body == body) return (*created)->id;
    return tl::make_unexpected(Problem{ProblemKind::AlreadyExists,
                                       "REQUEST_ID_REUSED",
                                       "The request id came before with another body.",
                                       {},
                                       std::nullopt});
}

RequestMemory::RequestMemory(std::size_t capacity, Instant completeSince)
    : capacity_(capacity), completeSince_(completeSince) {
    TESSERA_CHECK(capacity > 0);
}

RequestStanding RequestMemory::judge(const RequestId& id, Fingerprint fingerprint, Instant now) {
    forgetOld(now);
    const Instant stamped{unixMillisOf(id) * 1000};
    if (stamped > now + kRequestAheadMax) return RequestStanding::Ahead;
    if (const auto known = byId_.find(id); known != byId_.end()) {
        return known->second.fingerprint == fingerprint ? RequestStanding::Repeated
                                                        : RequestStanding::Reused;
    }
    if (now - stamped > kRequestAgeMax) return RequestStanding::TooOld;
    // An id is applied at most 10 s before its stamp, so one stamped later than this was, if ever,
    // applied after completeSince_ and would be known.
    if (stamped < completeSince_ + kRequestAheadMax) return RequestStanding::Unsure;
    return RequestStanding::New;
}

const RememberedRequest* RequestMemory::find(const RequestId& id) const {
    const auto known = byId_.find(id);
    return known == byId_.end() ? nullptr : &known->second;
}

void RequestMemory::remember(const RequestId& id, RememberedRequest request, Instant now) {
    const bool refusal = request.refusal != nullptr;
    if (!byId_.emplace(id, std::move(request)).second) return;
    (refusal ? refusals_ : arrivals_).push_back({now, id});
    if (!refusal) ++arrived_;
    forgetMost();
}

void RequestMemory::keepFrom(std::uint64_t arrival) {
    keepFrom_ = arrival;
    forgetMost();
}

void RequestMemory::forgetMost() {
    while (byId_.size() > capacity_ && forgetOldest()) {
    }
}

bool RequestMemory::forgetOldest() {
    if (!refusals_.empty()) {
        // A refusal had no effect: judging it anew is correct, only its answer may differ.
        byId_.erase(refusals_.front().id);
        refusals_.pop_front();
        return true;
    }
    TESSERA_CHECK(!arrivals_.empty());
    if (arrived_ - arrivals_.size() >= keepFrom_) return false;
    completeSince_ = std::max(completeSince_, arrivals_.front().at);
    byId_.erase(arrivals_.front().id);
    arrivals_.pop_front();
    return true;
}

void RequestMemory::forgetOld(Instant now) {
    while (!refusals_.empty() && now - refusals_.front().at > kRefusalRemembered) {
        byId_.erase(refusals_.front().id);
        refusals_.pop_front();
    }
}

}  // namespace tessera::app
