// SPDX-License-Identifier: Apache-2.0
// What whoever sets events up lists and repeats: venues, layouts, codes, copies.
//
// Thread-safe; blocks, each call with a deadline. Owns its connections. Every change is one
// transaction with its row of the trail (chain 0).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/store/store.h"
#include "server/store/trail.h"

namespace tessera::store {

inline constexpr std::int32_t kLayoutsListed = 1'000;

struct VenueQuery {
    std::string text;  // Words that must all begin a word of name or city; empty: all.
    VenueId after;     // The last of the page before; 0: from the beginning.
    std::int32_t limit = 100;
};

struct LayoutUse {
    LayoutRow row;  // Without the plan.
    std::int32_t events = 0;
    Instant createdAt;  // The epoch: before that was kept.
};

// What is stamped on a change.
struct ChangeStamp {
    RequestId request;
    Fingerprint body;
    TrailRow told;
};

// Another event like one that there is.
struct EventCopy {
    EventRow row;
    engine::EventTerms terms;
    std::vector<engine::Code> codes;  // With their new times; uses do not count.
};

class SetupRows {
public:
    virtual ~SetupRows() = default;

    // By name, then id. Nothing: `after` is no venue.
    virtual Result<std::optional<std::vector<VenueRow>>> listVenues(const VenueQuery& query) = 0;
    // As it is then; nothing: there is no such venue. The places that events are found by change
    // with it.
    virtual Result<std::optional<VenueRow>> changeVenue(const VenueChange& change,
                                                        const ChangeStamp& stamp) = 0;
    // The latest version first, at most kLayoutsListed.
    virtual Result<std::vector<LayoutUse>> listLayouts(VenueId venue) = 0;
    // By their text, after that one.
    virtual Result<std::vector<engine::Code>> listCodes(EventId event, const std::string& after,
                                                        std::int32_t limit) = 0;
    // All of them or none, in one transaction that writes new rows alone. `allocated`: seats that
    // `source` has set aside, sold ones too, are set aside in each. REQUIRES: not empty, ids one by
    // one.
    virtual Status copyEvents(const std::vector<EventCopy>& copies, EventId source, bool allocated,
                              const engine::Layout& layout, const ChangeStamp& stamp) = 0;
};

// `connections` at most, opened when they are needed.
std::unique_ptr<SetupRows> makePostgresSetup(const std::string& conninfo, std::size_t connections);

}  // namespace tessera::store
