// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "server/app/app_service.h"
#include "server/app/app_service_blocking.h"
#include "server/app/plan/plan_import.h"
#include "server/app/request_memory.h"
#include "server/engine/terms_book.h"

namespace tessera::app {
namespace {

constexpr std::int64_t kIdEpochMicros = 1577836800000000;  // 2020-01-01T00:00:00Z
constexpr std::string_view kDuplicateKey = "23505";        // SQLSTATE

Problem databaseProblem(const Error& error) {
    return unavailable(error.effect == Effect::Unknown
                           ? "The database did not answer: try again with the same request id."
                           : "The database cannot be reached.");
}

Problem planProblem(const plan::PlanError& error) {
    Problem problem{ProblemKind::InvalidArgument, "INVALID_PLAN", error.message, {}, std::nullopt};
    problem.metadata.emplace_back("path", error.jsonPath);
    problem.metadata.emplace_back("problem", error.message);
    if (error.limit) problem.metadata.emplace_back("limit", std::to_string(*error.limit));
    return problem;
}

}  // namespace

// Ids of what belongs to no event: time-ordered, with room against other nodes' in random bits.
std::int64_t AppService::newSharedIds(std::int64_t count) {
    std::array<std::uint8_t, 2> noise{};
    runtime::fillRandom(noise);
    const std::int64_t low = ((noise[0] << 8) | noise[1]) & 0xFFF;
    const std::lock_guard lock(idMutex_);
    const std::int64_t wanted = ((serverTime().micros - kIdEpochMicros) << 12) | low;
    const std::int64_t first = std::max(lastSharedId_ + 1, wanted);
    lastSharedId_ = first + count - 1;
    return first;
}

Answer<std::int64_t> AppService::createdBefore(const Mutation& mutation) const {
    return app::createdBefore(with_.catalog, mutation.request, mutation.fingerprint, serverTime());
}

// After a create that failed: what a call with the same request id, a moment earlier, made.
Answer<std::int64_t> AppService::createdMeanwhile(const Mutation& mutation,
                                                  const Error& error) const {
    if (error.code != kDuplicateKey) return tl::make_unexpected(databaseProblem(error));
    auto created = createdBefore(mutation);
    if (created && *created == 0) return tl::make_unexpected(databaseProblem(error));
    return created;
}

void AppService::listEvents(store::EventQuery query, Reply<EventPage> reply) {
    blocking<EventPage>(reply, [this, query]() -> Answer<EventPage> {
        auto more = query;
        more.limit = query.limit + 1;
        auto rows = with_.catalog.listEvents(more);
        if (!rows) return tl::make_unexpected(databaseProblem(rows.error()));
        EventPage page;
        page.more = rows->size() > static_cast<std::size_t>(query.limit);
        if (page.more) rows->pop_back();
        std::vector<VenueId> ids;
        for (const auto& row : *rows) ids.push_back(row.venue);
        const auto venues = with_.catalog.findVenues(ids);
        if (!venues) return tl::make_unexpected(databaseProblem(venues.error()));
        for (auto& row : *rows) {
            const auto venue = std::ranges::find(*venues, row.venue, &store::VenueRow::id);
            page.events.push_back(
                {std::move(row), venue == venues->end() ? store::VenueRow{} : *venue});
        }
        return page;
    });
}

Answer<EventAnswer> AppService::eventAnswer(EventId event) const {
    auto row = with_.catalog.findEvent(event);
    if (!row) return tl::make_unexpected(databaseProblem(row.error()));
    if (!*row) return tl::make_unexpected(notFound("EVENT_NOT_FOUND"));
    auto venue = with_.catalog.findVenue((*row)->venue);
    if (!venue) return tl::make_unexpected(databaseProblem(venue.error()));
    return EventAnswer{std::move(**row), venue->value_or(store::VenueRow{})};
}

void AppService::getEvent(EventId event, Reply<EventAnswer> reply) {
    blocking<EventAnswer>(reply, [this, event] { return eventAnswer(event); });
}

Answer<LayoutAnswer> AppService::layoutAnswer(EventId event) {
    auto row = with_.catalog.findEvent(event);
    if (!row) return tl::make_unexpected(databaseProblem(row.error()));
    if (!*row) return tl::make_unexpected(notFound("EVENT_NOT_FOUND"));
    auto layout = with_.catalog.findLayout((*row)->layout);
    if (!layout) return tl::make_unexpected(databaseProblem(layout.error()));
    if (!*layout) return tl::make_unexpected(notFound("LAYOUT_NOT_FOUND"));
    auto known = knownLayout((*row)->layout);
    if (!known) return tl::make_unexpected(known.error());
    return LayoutAnswer{std::move(**layout), std::move(known->layout), std::move(known->text)};
}

Answer<plan::KnownLayout> AppService::knownLayout(LayoutId id) const {
    bool unread = false;
    auto known = with_.layouts.get(id, [&] {
        auto text = with_.catalog.readPlan(id);
        unread = !text;
        return text;
    });
    if (known) return std::move(*known);
    return tl::make_unexpected(unread ? databaseProblem(known.error())
                                      : internalProblem("The stored plan is damaged."));
}

void AppService::getLayout(EventId event, Reply<LayoutAnswer> reply) {
    blocking<LayoutAnswer>(reply, [this, event] { return layoutAnswer(event); });
}

void AppService::seatMap(EventId event, MapUse use,
                         Reply<std::shared_ptr<stream::SeatMapFeed>> reply) {
    const auto actor = with_.directory.actorOf(event);
    if (!actor) return reply(tl::make_unexpected(with_.directory.refusal()));
    actor->whenLoaded(use, reply);
}

void AppService::createVenue(Mutation mutation, store::VenueRow venue,
                             Reply<store::VenueRow> reply) {
    blocking<store::VenueRow>(reply, [this, mutation, venue]() -> Answer<store::VenueRow> {
        const auto before = createdBefore(mutation);
        if (!before) return tl::make_unexpected(before.error());
        store::VenueRow row = venue;
        row.id = VenueId{*before != 0 ? *before : newSharedId()};
        if (*before != 0) return row;
        const auto told = toldOf(mutation, "create_venue", row.id.value, serverTime());
        auto done = with_.catalog.createVenue(row, mutation.request, mutation.fingerprint,
                                              told ? &*told : nullptr);
        if (!done) {
            const auto first = createdMeanwhile(mutation, done.error());
            if (!first) return tl::make_unexpected(first.error());
            row.id = VenueId{*first};
        }
        return row;
    });
}

void AppService::importLayout(Mutation mutation, VenueId venue, std::string name,
                              std::string planJson, Reply<LayoutAnswer> reply) {
    auto text = std::make_shared<std::string>(std::move(planJson));
    blocking<LayoutAnswer>(reply, [this, mutation, venue, name, text]() -> Answer<LayoutAnswer> {
        auto imported = plan::importPlan(*text);
        if (!imported) return tl::make_unexpected(planProblem(imported.error()));
        auto found = with_.catalog.findVenue(venue);
        if (!found) return tl::make_unexpected(databaseProblem(found.error()));
        if (!*found) return tl::make_unexpected(notFound("VENUE_NOT_FOUND"));
        const auto before = createdBefore(mutation);
        if (!before) return tl::make_unexpected(before.error());
        store::LayoutRow row{LayoutId{*before != 0 ? *before : newSharedId()},
                             venue,
                             1,
                             name.empty() ? imported->text.name : name,
                             *text,
                             static_cast<std::int32_t>(imported->parts.seats.size()),
                             static_cast<std::int32_t>(imported->parts.areas.size())};
        if (*before == 0) {
            const auto told = toldOf(mutation, "import_layout", row.id.value, serverTime());
            auto done = with_.catalog.createLayout(row, mutation.request, mutation.fingerprint,
                                                   told ? &*told : nullptr);
            if (!done) {
                const auto first = createdMeanwhile(mutation, done.error());
                if (!first) return tl::make_unexpected(first.error());
                row.id = LayoutId{*first};
            }
        }
        auto stored = with_.catalog.findLayout(row.id);
        if (!stored) return tl::make_unexpected(databaseProblem(stored.error()));
        if (!*stored) return tl::make_unexpected(notFound("LAYOUT_NOT_FOUND"));
        row.version = (*stored)->version;
        row.planJson.clear();
        auto known = plan::layoutOf(std::move(*imported));
        with_.layouts.keep(row.id, known);
        return LayoutAnswer{std::move(row), std::move(known.layout), std::move(known.text)};
    });
}

void AppService::createEvent(Mutation mutation, store::EventRow row, engine::EventTerms terms,
                             Reply<EventAnswer> reply) {
    blocking<EventAnswer>(reply, [this, mutation, row, terms]() -> Answer<EventAnswer> {
        const auto before = createdBefore(mutation);
        if (!before) return tl::make_unexpected(before.error());
        if (*before != 0) return eventAnswer(EventId{*before});
        auto layoutRow = with_.catalog.findLayout(row.layout);
        if (!layoutRow) return tl::make_unexpected(databaseProblem(layoutRow.error()));
        if (!*layoutRow) return tl::make_unexpected(notFound("LAYOUT_NOT_FOUND"));
        const auto known = knownLayout(row.layout);
        if (!known) return tl::make_unexpected(known.error());
        const auto& layout = known->layout;
        // The edge knows as many categories as have prices; the layout may have more.
        engine::EventTerms complete = terms;
        const auto cells = static_cast<std::size_t>(layout->categories()) *
                           static_cast<std::size_t>(complete.ticketTypes);
        if (complete.prices.size() > cells) {
            return tl::make_unexpected(Problem{ProblemKind::InvalidArgument,
                                               "CATEGORY_UNKNOWN",
                                               "The layout has no such category.",
                                               {},
                                               {}});
        }
        complete.prices.resize(cells);
        if (auto fault = engine::termsFault(complete, *layout)) {
            return tl::make_unexpected(invalidField("config", *fault));
        }
        store::EventRow made = row;
        made.id = EventId{newSharedId()};
        made.venue = (*layoutRow)->venue;
        auto venue = with_.catalog.findVenue(made.venue);
        if (!venue) return tl::make_unexpected(databaseProblem(venue.error()));
        if (*venue) made.city = (*venue)->city;
        made.sale = complete.sale;
        const auto told = toldOf(mutation, "create_event", made.id.value, serverTime());
        auto done = with_.catalog.createEvent(made, complete, *layout, mutation.request,
                                              mutation.fingerprint, told ? &*told : nullptr);
        if (!done) {
            const auto first = createdMeanwhile(mutation, done.error());
            if (!first) return tl::make_unexpected(first.error());
            return eventAnswer(EventId{*first});
        }
        return EventAnswer{std::move(made), venue->value_or(store::VenueRow{})};
    });
}

}  // namespace tessera::app
