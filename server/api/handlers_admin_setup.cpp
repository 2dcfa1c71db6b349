// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_common.h"
#include "server/api/convert_event.h"
#include "server/api/convert_layout.h"
#include "server/api/event_merge.h"
#include "server/api/handlers.h"
#include "server/api/reasons.h"
#include "tessera/v1/admin_service.pb.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

void createVenue(HandlerContext context, const CallPtr& call, const v1::CreateVenueRequest& request,
                 Reply<v1::Venue> reply) {
    auto venue = toVenue(request);
    if (!venue) return reply(tl::make_unexpected(venue.error()));
    context.app.createVenue(call->mutation(), std::move(*venue),
                            [reply = std::move(reply)](Answer<store::VenueRow> made) {
                                if (!made) return reply(tl::make_unexpected(made.error()));
                                reply(toProto(*made));
                            });
}

void importLayout(HandlerContext context, const CallPtr& call,
                  const v1::ImportLayoutRequest& request, Reply<v1::ImportLayoutResponse> reply) {
    const auto venue = parseVenueId(request.venue());
    if (!venue) return reply(tl::make_unexpected(venue.error()));
    if (request.name().size() > 200) {
        return reply(tl::make_unexpected(invalidField("name", "at most 200 bytes")));
    }
    if (request.plan_json().empty()) {
        return reply(tl::make_unexpected(invalidField("planJson", "required")));
    }
    context.app.importLayout(
        call->mutation(), *venue, request.name(), request.plan_json(),
        [reply = std::move(reply)](Answer<app::LayoutAnswer> made) {
            if (!made) return reply(tl::make_unexpected(made.error()));
            reply(toImportResponse(
                ShownLayout(std::move(made->row), std::move(made->layout), std::move(made->text))));
        });
}

void createEvent(HandlerContext context, const CallPtr& call, const v1::CreateEventRequest& request,
                 Reply<v1::Event> reply) {
    const auto layout = parseLayoutId(request.layout());
    if (!layout) return reply(tl::make_unexpected(layout.error()));
    const auto& config = request.config();
    auto terms = toTerms(config, std::nullopt);
    if (!terms) return reply(tl::make_unexpected(terms.error()));
    store::EventRow row;
    row.layout = *layout;
    row.title = config.name();
    row.startsAt = toInstant(config.starts_at());
    row.document = toDocument(config);
    context.app.createEvent(call->mutation(), std::move(row), std::move(*terms),
                            eventTo(context, std::move(reply)));
}

void updateEvent(HandlerContext context, const CallPtr& call, const v1::UpdateEventRequest& request,
                 Reply<v1::Event> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    EventMerge::Steps steps;
    steps.change = [call](const ShownEvent& shown) {
        return merged(shown.config, call->request<v1::UpdateEventRequest>());
    };
    steps.send = [context, call, event = *event](const app::EventChange& change,
                                                 const ShownEvent& /*shown*/, auto done) {
        context.app.updateEvent(call->mutation(), event, change.terms, change.document,
                                std::move(done));
    };
    std::make_shared<EventMerge>(context, *event, std::move(steps), std::move(reply))->merge();
}

}  // namespace

void registerAdminSetup(Registry& registry, HandlerContext context) {
    registry.unary<v1::CreateVenueRequest, v1::Venue>(
        "/tessera.v1.AdminService/CreateVenue",
        [=](const CallPtr& call, const auto& request, auto reply) {
            createVenue(context, call, request, std::move(reply));
        });
    registry.unary<v1::ImportLayoutRequest, v1::ImportLayoutResponse>(
        "/tessera.v1.AdminService/ImportLayout",
        [=](const CallPtr& call, const auto& request, auto reply) {
            importLayout(context, call, request, std::move(reply));
        });
    registry.unary<v1::CreateEventRequest, v1::Event>(
        "/tessera.v1.AdminService/CreateEvent",
        [=](const CallPtr& call, const auto& request, auto reply) {
            createEvent(context, call, request, std::move(reply));
        });
    registry.unary<v1::UpdateEventRequest, v1::Event>(
        "/tessera.v1.AdminService/UpdateEvent",
        [=](const CallPtr& call, const auto& request, auto reply) {
            updateEvent(context, call, request, std::move(reply));
        });
}

}  // namespace tessera::api
