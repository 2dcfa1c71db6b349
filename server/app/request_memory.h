// SPDX-License-Identifier: Apache-2.0
// What one event remembers of request ids, so that a retry never acts twice (DESIGN 2).
//
// Outcomes with effect are in the database for 30 days; this holds the recent ones, and refusals
// for two minutes. Says for each id whether memory is enough to know that it is new. Deterministic:
// `now` is passed in. Not thread-safe; the event's actor owns it.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>

#include "server/app/problem.h"
#include "server/store/store.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace tessera::app {

inline constexpr Duration kRequestAheadMax = Duration::ofSeconds(10);
inline constexpr Duration kRequestAgeMax = Duration::ofSeconds(30LL * 24 * 3600);
inline constexpr Duration kRefusalRemembered = Duration::ofMinutes(2);

enum class RequestStanding {
    New,       // Never seen, and memory reaches back far enough to know.
    Repeated,  // Seen with this fingerprint.
    Reused,    // Seen with another fingerprint.
    Ahead,     // Stamped more than 10 s ahead.
    TooOld,    // Stamped over 30 days ago.
    Unsure,    // Memory does not reach back so far: the database must be asked.
};

// REQUIRES: Reused, Ahead or TooOld. With the server's time.
Problem problemOfStanding(RequestStanding standing, Instant now);
// An id that is Ahead or TooOld, for what belongs to no event and remembers ids in rows.
std::optional<Problem> problemOfStamp(const RequestId& id, Instant now);
// What an earlier create with this id made, by the catalog; 0 where there was none and the id is of
// an age that is taken. REQUEST_ID_REUSED with another body. Blocks.
Answer<std::int64_t> createdBefore(store::Catalog& catalog, const RequestId& id, Fingerprint body,
                                   Instant now);

struct RememberedRequest {
    Fingerprint fingerprint;
    std::uint8_t kind = 0;    // Index into engine::Command.
    std::int64_t target = 0;  // What it made or changed, if it had effect.
    // The engine's refusal or the judge's, as it was: what is made of it is made of it again.
    std::shared_ptr<const JobResult> refusal;
};

class RequestMemory {
public:
    // Keeps at most `capacity` ids; beyond, the oldest arrival is forgotten and the horizon moves
    // up to it. `completeSince`: every id that had effect since then has been loaded.
    RequestMemory(std::size_t capacity, Instant completeSince);

    // Forgets old refusals first: none is repeated for longer than two minutes, however quiet the
    // event has been.
    [[nodiscard]] RequestStanding judge(const RequestId& id, Fingerprint fingerprint, Instant now);
    const RememberedRequest* find(const RequestId& id) const;

    // Remembers a first arrival. An id that is known stays as it was.
    void remember(const RequestId& id, RememberedRequest request, Instant now);

    // Arrivals with effect, ever.
    std::uint64_t arrived() const { return arrived_; }
    // Those from that one on are kept beyond the capacity: the database does not know them yet.
    void keepFrom(std::uint64_t arrival);

    // Forgets refusals older than two minutes; call now and then.
    void forgetOld(Instant now);
    std::size_t size() const { return byId_.size(); }

private:
    struct Arrival {
        Instant at;
        RequestId id;
    };
    void forgetMost();
    bool forgetOldest();

    std::size_t capacity_;
    std::uint64_t arrived_ = 0;
    std::uint64_t keepFrom_ = UINT64_MAX;
    Instant completeSince_;
    std::unordered_map<RequestId, RememberedRequest> byId_;
    std::deque<Arrival> arrivals_;
    std::deque<Arrival> refusals_;
};

}  // namespace tessera::app
