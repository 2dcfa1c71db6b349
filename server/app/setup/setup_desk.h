// SPDX-License-Identifier: Apache-2.0
// What whoever sets events up lists, changes and repeats: venues, layouts, copies, codes.
//
// Blocks: for threads that may. Thread-safe. A change that came before, by its request id, is
// answered from what it made; each leaves a row in the trail (chain 0).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/app/app.h"
#include "server/app/plan/layout_library.h"
#include "server/app/setup/plan_painting.h"
#include "server/store/setup_rows.h"

namespace tessera::setup {

inline constexpr std::size_t kCopiesMax = 60;
// Seats of all copies of one call: what a call has the time for.
inline constexpr std::int64_t kCopiedSeatsMax = 1'000'000;

// Ids of what belongs to no event, and the database's time.
struct SharedIds {
    std::function<std::int64_t(std::int64_t count)> take;  // One by one: the first of them.
    std::function<Instant()> now;
};

// All outlive the desk.
struct SetupParts {
    store::SetupRows& rows;
    store::Catalog& catalog;
    plan::LayoutLibrary& layouts;
    SharedIds ids;
};

struct LayoutKnown {
    store::LayoutRow row;  // Without the plan.
    plan::KnownLayout known;
};

// What is copied, each copy as it is to be but for its id and its codes.
struct CopyWish {
    app::EventAnswer source;
    std::shared_ptr<const engine::Layout> layout;
    std::vector<store::EventCopy> copies;
    bool withCodes = false;
    bool withAllocations = false;
};

class SetupDesk {
public:
    explicit SetupDesk(SetupParts parts) : with_(std::move(parts)) {}

    // INVALID_PAGE_TOKEN where `after` is no venue.
    app::Answer<std::vector<store::VenueRow>> venues(const store::VenueQuery& query);
    app::Answer<store::VenueRow> changeVenue(const app::Mutation& mutation,
                                             const store::VenueChange& change);
    app::Answer<std::vector<store::LayoutUse>> layouts(VenueId venue);
    app::Answer<LayoutKnown> layout(LayoutId id);
    // An empty name: the old one's.
    app::Answer<LayoutKnown> paintLayout(const app::Mutation& mutation, LayoutId id,
                                         const std::string& name, const Painting& painting);
    app::Answer<std::vector<app::EventAnswer>> copy(const app::Mutation& mutation, CopyWish wish);
    app::Answer<std::vector<engine::Code>> codes(EventId event, const std::string& after,
                                                 std::int32_t limit);

private:
    // 0: nothing yet, and the request id is of an age that is taken.
    app::Answer<std::int64_t> createdBefore(const app::Mutation& mutation) const;
    store::TrailRow toldOf(const app::Mutation& mutation, const char* action,
                           std::int64_t subject) const;
    app::Answer<store::VenueRow> venue(VenueId id) const;
    app::Answer<std::vector<app::EventAnswer>> events(EventId first, std::size_t count) const;
    app::Answer<std::monostate> addCodes(CopyWish& wish) const;

    const SetupParts with_;
};

}  // namespace tessera::setup
