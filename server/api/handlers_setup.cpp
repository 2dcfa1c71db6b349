// SPDX-License-Identifier: Apache-2.0
#include "server/api/handlers_setup.h"

#include "server/api/convert_event.h"
#include "server/api/convert_setup.h"
#include "server/api/page_token.h"
#include "tessera/v1/setup_service.pb.h"

namespace tessera::api {
namespace {

using app::Reply;

constexpr std::int32_t kSetupPage = 100;
constexpr std::int32_t kSetupPageMax = 1000;

app::Problem wrongToken() {
    return refuse("INVALID_PAGE_TOKEN", "The page token is not of this query.");
}

// What is left of a page that was asked for with one row more; whether there was one.
template <class Row>
bool cut(std::vector<Row>& rows, std::int32_t size) {
    if (rows.size() <= static_cast<std::size_t>(size)) return false;
    rows.pop_back();
    return true;
}

void listVenues(const StaffContext& context, setup::SetupDesk& desk,
                const v1::ListVenuesRequest& request, const Reply<v1::ListVenuesResponse>& reply) {
    if (request.query().size() > 200) {
        return reply(tl::make_unexpected(invalidField("query", "at most 200 bytes")));
    }
    if (request.page_size() < 0 || request.page_size() > kSetupPageMax) {
        return reply(tl::make_unexpected(invalidField("pageSize", "0 to 1000")));
    }
    const std::int32_t size = request.page_size() == 0 ? kSetupPage : request.page_size();
    const std::string conditions = "venues " + request.query();
    store::VenueQuery query{request.query(), {}, size + 1};
    if (!request.page_token().empty()) {
        const auto last = readPageToken(request.page_token(), conditions);
        if (!last) return reply(tl::make_unexpected(wrongToken()));
        query.after = VenueId{last->second.value};
    }
    whereItMayBlock(context, reply, [&desk, reply, query, size, conditions] {
        auto page = desk.venues(query);
        if (!page) return reply(tl::make_unexpected(page.error()));
        v1::ListVenuesResponse out;
        if (cut(*page, size)) {
            out.set_next_page_token(
                makePageToken({Instant{}, EventId{page->back().id.value}}, conditions));
        }
        for (const auto& venue : *page) *out.add_venues() = toProto(venue);
        reply(std::move(out));
    });
}

void updateVenue(const StaffContext& context, setup::SetupDesk& desk, const CallPtr& call,
                 const v1::UpdateVenueRequest& request, const Reply<v1::Venue>& reply) {
    auto change = toVenueChange(request);
    if (!change) return reply(tl::make_unexpected(change.error()));
    whereItMayBlock(context, reply, [&desk, call, reply, change = std::move(*change)] {
        const auto changed = desk.changeVenue(call->mutation(), change);
        if (!changed) return reply(tl::make_unexpected(changed.error()));
        reply(toProto(*changed));
    });
}

void listLayouts(const StaffContext& context, setup::SetupDesk& desk,
                 const v1::ListLayoutsRequest& request,
                 const Reply<v1::ListLayoutsResponse>& reply) {
    const auto venue = parseVenueId(request.venue());
    if (!venue) return reply(tl::make_unexpected(venue.error()));
    whereItMayBlock(context, reply, [&desk, reply, venue = *venue] {
        const auto layouts = desk.layouts(venue);
        if (!layouts) return reply(tl::make_unexpected(layouts.error()));
        v1::ListLayoutsResponse out;
        for (const auto& each : *layouts) *out.add_layouts() = toProto(each);
        reply(std::move(out));
    });
}

ShownLayout shownOf(setup::LayoutKnown known) {
    return {std::move(known.row), std::move(known.known.layout), std::move(known.known.text)};
}

void getLayout(const StaffContext& context, setup::SetupDesk& desk,
               const v1::GetVenueLayoutRequest& request, const Reply<v1::Layout>& reply) {
    const auto id = parseLayoutId(request.layout());
    if (!id) return reply(tl::make_unexpected(id.error()));
    whereItMayBlock(context, reply, [&desk, reply, id = *id] {
        auto known = desk.layout(id);
        if (!known) return reply(tl::make_unexpected(known.error()));
        reply(toProto(shownOf(std::move(*known))));
    });
}

void paintLayout(const StaffContext& context, setup::SetupDesk& desk, const CallPtr& call,
                 const v1::PaintLayoutRequest& request,
                 const Reply<v1::ImportLayoutResponse>& reply) {
    const auto id = parseLayoutId(request.layout());
    if (!id) return reply(tl::make_unexpected(id.error()));
    auto painting = toPainting(request);
    if (!painting) return reply(tl::make_unexpected(painting.error()));
    whereItMayBlock(context, reply, [=, &desk, id = *id, painting = std::move(*painting)] {
        const auto& name = call->request<v1::PaintLayoutRequest>().name();
        auto painted = desk.paintLayout(call->mutation(), id, name, painting);
        if (!painted) return reply(tl::make_unexpected(painted.error()));
        reply(toImportResponse(shownOf(std::move(*painted))));
    });
}

void listAllEvents(const StaffContext& context, const v1::ListAllEventsRequest& request,
                   const Reply<v1::ListAllEventsResponse>& reply) {
    v1::ListEventsRequest same;
    same.set_query(request.query());
    if (request.has_starts_after()) *same.mutable_starts_after() = request.starts_after();
    if (request.has_starts_before()) *same.mutable_starts_before() = request.starts_before();
    same.set_page_size(request.page_size());
    same.set_page_token(request.page_token());
    listEvents(context.base, same, true, [reply](app::Answer<v1::ListEventsResponse> page) {
        if (!page) return reply(tl::make_unexpected(page.error()));
        v1::ListAllEventsResponse out;
        out.mutable_events()->Swap(page->mutable_events());
        out.set_next_page_token(page->next_page_token());
        reply(std::move(out));
    });
}

void getAnyEvent(const StaffContext& context, const v1::GetAnyEventRequest& request,
                 const Reply<v1::Event>& reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    context.base.presentation.find(*event, [=](const app::Answer<ShownEventPtr>& shown) {
        if (!shown) return reply(tl::make_unexpected(shown.error()));
        reply(toProto((*shown)->answer, context.now()));
    });
}

void copyEvent(const StaffContext& context, setup::SetupDesk& desk, const CallPtr& call,
               const v1::CopyEventRequest& request, const Reply<v1::CopyEventResponse>& reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    // As it is, not as it was shown a moment ago.
    context.base.app.getEvent(*event, [=, &desk](app::Answer<app::EventAnswer> row) {
        if (!row) return reply(tl::make_unexpected(row.error()));
        context.base.presentation.show(
            std::move(*row), [=, &desk](const app::Answer<ShownEventPtr>& shown) {
                if (!shown) return reply(tl::make_unexpected(shown.error()));
                auto wish = toCopies(call->request<v1::CopyEventRequest>(), **shown);
                if (!wish) return reply(tl::make_unexpected(wish.error()));
                whereItMayBlock(context, reply, [=, &desk, wish = std::move(*wish)] {
                    const auto made = desk.copy(call->mutation(), wish);
                    if (!made) return reply(tl::make_unexpected(made.error()));
                    v1::CopyEventResponse out;
                    for (const auto& each : *made) {
                        *out.add_events() = toProto(each, context.now());
                    }
                    reply(std::move(out));
                });
            });
    });
}

void listCodes(const StaffContext& context, setup::SetupDesk& desk,
               const v1::ListCodesRequest& request, const Reply<v1::ListCodesResponse>& reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    if (request.page_size() < 0 || request.page_size() > kSetupPageMax) {
        return reply(tl::make_unexpected(invalidField("pageSize", "0 to 1000")));
    }
    const std::int32_t size = request.page_size() == 0 ? kSetupPage : request.page_size();
    // A code's own text is where the page before has ended.
    const auto after = normalisedCode(request.page_token());
    if (!request.page_token().empty() && !after) return reply(tl::make_unexpected(wrongToken()));
    context.base.presentation.find(*event, [=, &desk](const app::Answer<ShownEventPtr>& shown) {
        if (!shown) return reply(tl::make_unexpected(shown.error()));
        whereItMayBlock(context, reply, [=, &desk, event = *event] {
            auto codes = desk.codes(event, after.value_or(std::string()), size + 1);
            if (!codes) return reply(tl::make_unexpected(codes.error()));
            v1::ListCodesResponse out;
            if (cut(*codes, size)) out.set_next_page_token(codes->back().text);
            for (const auto& code : *codes) *out.add_codes() = toProto(event, code);
            reply(std::move(out));
        });
    });
}

void registerEvents(Registry& registry, const StaffContext& context, setup::SetupDesk& desk) {
    registry.unary<v1::ListAllEventsRequest, v1::ListAllEventsResponse>(
        "/tessera.v1.SetupService/ListAllEvents",
        [=](const CallPtr&, const auto& request, const auto& reply) {
            listAllEvents(context, request, reply);
        });
    registry.unary<v1::GetAnyEventRequest, v1::Event>(
        "/tessera.v1.SetupService/GetAnyEvent",
        [=](const CallPtr&, const auto& request, const auto& reply) {
            getAnyEvent(context, request, reply);
        });
    registry.unary<v1::CopyEventRequest, v1::CopyEventResponse>(
        "/tessera.v1.SetupService/CopyEvent",
        [=, &desk](const CallPtr& call, const auto& request, const auto& reply) {
            copyEvent(context, desk, call, request, reply);
        });
    registry.unary<v1::ListCodesRequest, v1::ListCodesResponse>(
        "/tessera.v1.SetupService/ListCodes",
        [=, &desk](const CallPtr&, const auto& request, const auto& reply) {
            listCodes(context, desk, request, reply);
        });
}

}  // namespace

void registerSetup(Registry& registry, const StaffContext& context, setup::SetupDesk& desk) {
    registry.unary<v1::ListVenuesRequest, v1::ListVenuesResponse>(
        "/tessera.v1.SetupService/ListVenues",
        [=, &desk](const CallPtr&, const auto& request, const auto& reply) {
            listVenues(context, desk, request, reply);
        });
    registry.unary<v1::UpdateVenueRequest, v1::Venue>(
        "/tessera.v1.SetupService/UpdateVenue",
        [=, &desk](const CallPtr& call, const auto& request, const auto& reply) {
            updateVenue(context, desk, call, request, reply);
        });
    registry.unary<v1::ListLayoutsRequest, v1::ListLayoutsResponse>(
        "/tessera.v1.SetupService/ListLayouts",
        [=, &desk](const CallPtr&, const auto& request, const auto& reply) {
            listLayouts(context, desk, request, reply);
        });
    registry.unary<v1::GetVenueLayoutRequest, v1::Layout>(
        "/tessera.v1.SetupService/GetVenueLayout",
        [=, &desk](const CallPtr&, const auto& request, const auto& reply) {
            getLayout(context, desk, request, reply);
        });
    registry.unary<v1::PaintLayoutRequest, v1::ImportLayoutResponse>(
        "/tessera.v1.SetupService/PaintLayout",
        [=, &desk](const CallPtr& call, const auto& request, const auto& reply) {
            paintLayout(context, desk, call, request, reply);
        });
    registerEvents(registry, context, desk);
}

}  // namespace tessera::api
