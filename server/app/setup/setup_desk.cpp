// SPDX-License-Identifier: Apache-2.0
#include "server/app/setup/setup_desk.h"

#include <utility>

#include "server/app/plan/plan_import.h"
#include "server/app/request_memory.h"
#include "server/tickets/local_text.h"
#include "shared/base/check.h"

namespace tessera::setup {
namespace {

using app::Answer;

// A change that failed without its effect being known comes again with its request id.
app::Problem outOfReach() {
    return app::unavailable("The rows cannot be reached: try again with the same request id.");
}

app::Problem wrongToken() {
    return {app::ProblemKind::InvalidArgument,
            "INVALID_PAGE_TOKEN",
            "The page token is not of this query.",
            {},
            std::nullopt};
}

app::Problem invalid(const char* reason, const char* message) {
    return {app::ProblemKind::InvalidArgument, reason, message, {}, std::nullopt};
}

app::Problem problemOf(PaintFault fault) {
    switch (fault) {
        case PaintFault::SeatUnknown:
            return invalid("SEAT_UNKNOWN", "A run goes beyond the layout's last seat.");
        case PaintFault::AreaUnknown:
            return invalid("AREA_UNKNOWN", "The layout has no such area.");
        case PaintFault::CategoryUnknown:
            return invalid("CATEGORY_UNKNOWN", "A place would have none of the new categories.");
        case PaintFault::PlanDamaged:
            break;
    }
    return app::internalProblem("The stored plan is damaged.");
}

}  // namespace

Answer<std::int64_t> SetupDesk::createdBefore(const app::Mutation& mutation) const {
    return app::createdBefore(with_.catalog, mutation.request, mutation.fingerprint,
                              with_.ids.now());
}

store::TrailRow SetupDesk::toldOf(const app::Mutation& mutation, const char* action,
                                  std::int64_t subject) const {
    return app::toldOf(mutation, action, subject, with_.ids.now()).value_or(store::TrailRow{});
}

Answer<store::VenueRow> SetupDesk::venue(VenueId id) const {
    auto found = with_.catalog.findVenue(id);
    if (!found) return tl::make_unexpected(outOfReach());
    if (!*found) return tl::make_unexpected(app::notFound("VENUE_NOT_FOUND"));
    return std::move(**found);
}

Answer<std::vector<store::VenueRow>> SetupDesk::venues(const store::VenueQuery& query) {
    auto page = with_.rows.listVenues(query);
    if (!page) return tl::make_unexpected(outOfReach());
    if (!*page) return tl::make_unexpected(wrongToken());
    return std::move(**page);
}

Answer<store::VenueRow> SetupDesk::changeVenue(const app::Mutation& mutation,
                                               const store::VenueChange& change) {
    const auto before = createdBefore(mutation);
    if (!before) return tl::make_unexpected(before.error());
    if (*before != 0) return venue(VenueId{*before});
    auto changed =
        with_.rows.changeVenue(change, {mutation.request, mutation.fingerprint,
                                        toldOf(mutation, "change_venue", change.id.value)});
    if (!changed) return tl::make_unexpected(outOfReach());
    if (!*changed) return tl::make_unexpected(app::notFound("VENUE_NOT_FOUND"));
    return std::move(**changed);
}

Answer<std::vector<store::LayoutUse>> SetupDesk::layouts(VenueId id) {
    if (const auto there = venue(id); !there) return tl::make_unexpected(there.error());
    auto all = with_.rows.listLayouts(id);
    if (!all) return tl::make_unexpected(outOfReach());
    return std::move(*all);
}

Answer<LayoutKnown> SetupDesk::layout(LayoutId id) {
    auto row = with_.catalog.findLayout(id);
    if (!row) return tl::make_unexpected(outOfReach());
    if (!*row) return tl::make_unexpected(app::notFound("LAYOUT_NOT_FOUND"));
    bool unread = false;
    auto known = with_.layouts.get(id, [&] {
        auto text = with_.catalog.readPlan(id);
        unread = !text;
        return text;
    });
    if (known) return LayoutKnown{std::move(**row), std::move(*known)};
    return tl::make_unexpected(unread ? outOfReach()
                                      : app::internalProblem("The stored plan is damaged."));
}

Answer<LayoutKnown> SetupDesk::paintLayout(const app::Mutation& mutation, LayoutId id,
                                           const std::string& name, const Painting& painting) {
    const auto before = createdBefore(mutation);
    if (!before) return tl::make_unexpected(before.error());
    if (*before != 0) return layout(LayoutId{*before});
    const auto old = with_.catalog.findLayout(id);
    if (!old) return tl::make_unexpected(outOfReach());
    if (!*old) return tl::make_unexpected(app::notFound("LAYOUT_NOT_FOUND"));
    const auto plan = with_.catalog.readPlan(id);
    if (!plan) return tl::make_unexpected(outOfReach());
    auto painted = paint(*plan, painting);
    if (!painted) return tl::make_unexpected(problemOf(painted.error()));
    const auto imported = plan::importPlan(*painted);
    if (!imported) {
        return tl::make_unexpected(app::invalidField("categories", imported.error().message));
    }
    store::LayoutRow row = **old;
    row.id = LayoutId{with_.ids.take(1)};
    row.planJson = std::move(*painted);
    if (!name.empty()) row.name = name;
    const store::TrailRow told = toldOf(mutation, "paint_layout", row.id.value);
    if (!with_.catalog.createLayout(row, mutation.request, mutation.fingerprint, &told)) {
        // A call with the same request id may have been quicker.
        const auto first = createdBefore(mutation);
        if (!first || *first == 0) return tl::make_unexpected(first ? outOfReach() : first.error());
        return layout(LayoutId{*first});
    }
    return layout(row.id);
}

Answer<std::vector<engine::Code>> SetupDesk::codes(EventId event, const std::string& after,
                                                   std::int32_t limit) {
    auto all = with_.rows.listCodes(event, after, limit);
    if (!all) return tl::make_unexpected(outOfReach());
    return std::move(*all);
}

Answer<std::vector<app::EventAnswer>> SetupDesk::events(EventId first, std::size_t count) const {
    std::vector<app::EventAnswer> out;
    for (std::size_t i = 0; i < count; ++i) {
        auto row = with_.catalog.findEvent(EventId{first.value + static_cast<std::int64_t>(i)});
        if (!row) return tl::make_unexpected(outOfReach());
        if (!*row) return tl::make_unexpected(app::notFound("EVENT_NOT_FOUND"));
        auto at = venue((*row)->venue);
        if (!at) return tl::make_unexpected(at.error());
        out.push_back({std::move(**row), std::move(*at)});
    }
    return out;
}

// A code is valid as long before and after each copy as it was of the event, by the venue's clocks.
Answer<std::monostate> SetupDesk::addCodes(CopyWish& wish) const {
    const auto codes = with_.rows.listCodes(wish.source.row.id, "", engine::kCodesMax);
    if (!codes) return tl::make_unexpected(outOfReach());
    for (store::EventCopy& copy : wish.copies) {
        const tickets::ClockMove move{wish.source.row.startsAt, copy.row.startsAt,
                                      wish.source.venue.timeZone};
        for (engine::Code code : *codes) {
            if (code.validFrom != Instant{}) code.validFrom = tickets::moved(code.validFrom, move);
            if (code.validUntil != Instant::never()) {
                code.validUntil = tickets::moved(code.validUntil, move);
            }
            copy.codes.push_back(std::move(code));
        }
    }
    return std::monostate{};
}

Answer<std::vector<app::EventAnswer>> SetupDesk::copy(const app::Mutation& mutation,
                                                      CopyWish wish) {
    TESSERA_CHECK(!wish.copies.empty() && wish.copies.size() <= kCopiesMax);
    const auto before = createdBefore(mutation);
    if (!before) return tl::make_unexpected(before.error());
    const std::size_t count = wish.copies.size();
    if (*before != 0) return events(EventId{*before}, count);
    const auto seats = static_cast<std::int64_t>(wish.layout->seatCount());
    if (seats * static_cast<std::int64_t>(count) > kCopiedSeatsMax) {
        return tl::make_unexpected(app::invalidField("startsAt", "too many seats in all copies",
                                                     std::to_string(kCopiedSeatsMax)));
    }
    if (wish.withCodes) {
        if (const auto added = addCodes(wish); !added) return tl::make_unexpected(added.error());
    }
    const EventId first{with_.ids.take(static_cast<std::int64_t>(count))};
    for (std::size_t i = 0; i < count; ++i) {
        wish.copies[i].row.id = EventId{first.value + static_cast<std::int64_t>(i)};
    }
    const auto done = with_.rows.copyEvents(
        wish.copies, wish.source.row.id, wish.withAllocations, *wish.layout,
        {mutation.request, mutation.fingerprint, toldOf(mutation, "copy_event", first.value)});
    if (!done) {
        const auto other = createdBefore(mutation);
        if (!other || *other == 0) return tl::make_unexpected(other ? outOfReach() : other.error());
        return events(EventId{*other}, count);
    }
    return events(first, count);
}

}  // namespace tessera::setup
