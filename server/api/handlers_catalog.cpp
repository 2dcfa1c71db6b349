// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_common.h"
#include "server/api/convert_event.h"
#include "server/api/handlers.h"
#include "server/api/page_token.h"
#include "server/api/reasons.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

constexpr std::int32_t kPageSize = 20;
constexpr std::int32_t kPageSizeMax = 100;
constexpr auto kStillShown = Duration::ofSeconds(6 * 3600);

// What a page token is bound to: the query but for its page.
std::string conditionsOf(v1::ListEventsRequest request) {
    request.clear_page_size();
    request.clear_page_token();
    return request.SerializeAsString();
}

Answer<store::EventQuery> toQuery(const v1::ListEventsRequest& request, Instant now) {
    const auto wrong = [](std::string_view field, std::string_view constraint) {
        return tl::make_unexpected(invalidField(field, constraint));
    };
    if (request.query().size() > 200) return wrong("query", "at most 200 bytes");
    if (request.city().size() > 100) return wrong("city", "at most 100 bytes");
    if (request.page_size() < 0 || request.page_size() > kPageSizeMax) {
        return wrong("pageSize", "0 to 100");
    }
    store::EventQuery query;
    query.text = request.query();
    query.city = request.city();
    query.startsAfter =
        request.has_starts_after() ? toInstant(request.starts_after()) : now - kStillShown;
    if (request.has_starts_before()) query.startsBefore = toInstant(request.starts_before());
    query.limit = request.page_size() == 0 ? kPageSize : request.page_size();
    if (!request.page_token().empty()) {
        query.after = readPageToken(request.page_token(), conditionsOf(request));
        if (!query.after) {
            return tl::make_unexpected(
                refuse("INVALID_PAGE_TOKEN", "The page token is not of this query."));
        }
    }
    return query;
}

void getEvent(HandlerContext context, const CallPtr& call, const v1::GetEventRequest& request,
              Reply<v1::Event> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    findVisible(context, call, *event, [=, reply = std::move(reply)](Answer<ShownEventPtr> shown) {
        if (!shown) return reply(tl::make_unexpected(shown.error()));
        v1::Event out = toProto((*shown)->answer, context.app.serverTime());
        if (!seesEverything(call)) out.mutable_config()->clear_allocations();
        reply(std::move(out));
    });
}

Prepared preparedOf(const ShownLayout& layout) {
    const auto& encoded = layout.encoded();
    return {encoded.grpc, encoded.json, encoded.jsonGzip, encodePublicId(layout.row.id.value)};
}

void getLayout(HandlerContext context, const CallPtr& call, const v1::GetLayoutRequest& request,
               Reply<Prepared> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    findVisible(context, call, *event, [=, reply = std::move(reply)](Answer<ShownEventPtr> shown) {
        if (!shown) return reply(tl::make_unexpected(shown.error()));
        const auto layout = (*shown)->layout;
        if (layout->isEncoded()) return reply(preparedOf(*layout));
        // The first time takes tens of milliseconds: not on the edge's thread.
        auto work = [layout, reply] { reply(preparedOf(*layout)); };
        if (context.executor.post(std::move(work)) != runtime::PostOutcome::Accepted) {
            reply(tl::make_unexpected(refuse("OVERLOADED", "The layout cannot be encoded now.")));
        }
    });
}

}  // namespace

void listEvents(HandlerContext context, const v1::ListEventsRequest& request, bool drafts,
                const Reply<v1::ListEventsResponse>& reply) {
    auto query = toQuery(request, context.app.serverTime());
    if (!query) return reply(tl::make_unexpected(query.error()));
    query->includeDrafts = drafts;
    context.app.listEvents(
        std::move(*query), [conditions = conditionsOf(request), reply](auto page) {
            if (!page) return reply(tl::make_unexpected(page.error()));
            v1::ListEventsResponse out;
            for (const auto& event : page->events) *out.add_events() = toSummary(event);
            if (page->more && !page->events.empty()) {
                const auto& last = page->events.back().row;
                out.set_next_page_token(makePageToken({last.startsAt, last.id}, conditions));
            }
            reply(std::move(out));
        });
}

void registerCatalog(Registry& registry, HandlerContext context) {
    registry.unary<v1::ListEventsRequest, v1::ListEventsResponse>(
        "/tessera.v1.CatalogService/ListEvents",
        [=](const CallPtr&, const auto& request, const auto& reply) {
            listEvents(context, request, false, reply);
        });
    registry.unary<v1::GetEventRequest, v1::Event>(
        "/tessera.v1.CatalogService/GetEvent",
        [=](const CallPtr& call, const auto& request, auto reply) {
            getEvent(context, call, request, std::move(reply));
        });
    registry.prepared<v1::GetLayoutRequest, v1::Layout>(
        "/tessera.v1.CatalogService/GetLayout",
        [=](const CallPtr& call, const auto& request, auto reply) {
            getLayout(context, call, request, std::move(reply));
        });
}

}  // namespace tessera::api
