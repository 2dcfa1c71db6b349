// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_common.h"
#include "server/api/convert_event.h"
#include "server/api/convert_layout.h"
#include "server/api/handlers.h"
#include "server/api/reasons.h"
#include "tessera/v1/admin_service.pb.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

// Encodes an event as App gave it, and lets go of what was shown of it before.
Reply<app::EventAnswer> eventTo(HandlerContext context, Reply<v1::Event> reply) {
    return [context, reply = std::move(reply)](Answer<app::EventAnswer> answer) {
        if (!answer) return reply(tl::make_unexpected(answer.error()));
        context.presentation.forget(answer->row.id);
        reply(toProto(*answer, context.app.serverTime()));
    };
}

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

// How often an update is merged anew because the event was changed meanwhile.
constexpr int kMergesMax = 5;

class EventUpdate : public std::enable_shared_from_this<EventUpdate> {
public:
    EventUpdate(HandlerContext context, CallPtr call, EventId event, Reply<v1::Event> reply)
        : context_(context), call_(std::move(call)), event_(event), reply_(std::move(reply)) {}

    // The terms before the document, and neither as somebody asked for it before: where the terms
    // are still in force at the change, so is the document.
    void merge() {
        context_.app.getTerms(event_, [self = shared_from_this()](const auto& terms) {
            if (!terms) return self->fail(terms.error());
            self->context_.app.getEvent(self->event_, [self, terms = *terms](auto event) {
                if (!event) return self->fail(event.error());
                self->context_.presentation.show(
                    std::move(*event), [self, terms](const Answer<ShownEventPtr>& shown) {
                        if (!shown) return self->reply_(tl::make_unexpected(shown.error()));
                        self->send(**shown, terms);
                    });
            });
        });
    }

private:
    void fail(app::Problem problem) {
        const bool unknown = problem.kind == app::ProblemKind::NotFound && problem.metadata.empty();
        if (unknown) problem.metadata.emplace_back("event", encodePublicId(event_.value));
        reply_(tl::make_unexpected(std::move(problem)));
    }

    // Merges the mask into what the event is now, and sends the whole.
    void send(const ShownEvent& shown, const auto& now) {
        const auto config = merged(shown.config, call_->request<v1::UpdateEventRequest>());
        if (!config) return reply_(tl::make_unexpected(config.error()));
        auto terms = toTerms(*config, shown.layout->layout->categories());
        if (!terms) return reply_(tl::make_unexpected(terms.error()));
        terms->sale = now.sale;
        terms->version = now.version;
        context_.app.updateEvent(
            call_->mutation(), event_, std::move(*terms), toDocument(*config),
            [self = shared_from_this()](const Answer<app::EventAnswer>& answer) {
                const bool changed = !answer && answer.error().reason == "CHANGED_MEANWHILE";
                if (changed && ++self->merges_ < kMergesMax) return self->merge();
                eventTo(self->context_, self->reply_)(answer);
            });
    }

    const HandlerContext context_;
    const CallPtr call_;
    const EventId event_;
    const Reply<v1::Event> reply_;
    int merges_ = 0;
};

void updateEvent(HandlerContext context, const CallPtr& call, const v1::UpdateEventRequest& request,
                 Reply<v1::Event> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    std::make_shared<EventUpdate>(context, call, *event, std::move(reply))->merge();
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
