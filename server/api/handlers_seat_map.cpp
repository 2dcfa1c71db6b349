// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_common.h"
#include "server/api/handlers.h"
#include "server/api/reasons.h"
#include "tessera/v1/seat_map_service.pb.h"

namespace tessera::api {
namespace {

using FeedPtr = std::shared_ptr<stream::SeatMapFeed>;

// A reader of one event's changes. The feed keeps it until the reader is gone.
class FeedReader final : public stream::Subscriber {
public:
    explicit FeedReader(std::shared_ptr<StreamSink> sink) : sink_(std::move(sink)) {}

    bool deliver(const stream::Encoded& message) override {
        return sink_->send({message.grpc, message.json});
    }
    void lost() override {
        sink_->end(refuse("OWNER_UNAVAILABLE", "Connect again with the last revision."));
    }

private:
    std::shared_ptr<StreamSink> sink_;
};

void findFeed(HandlerContext context, const CallPtr& call, EventId event, app::MapUse use,
              app::Reply<FeedPtr> reply) {
    findVisible(context, call, event, [=, reply = std::move(reply)](auto shown) {
        if (!shown) return reply(tl::make_unexpected(shown.error()));
        context.app.seatMap(event, use, reply);
    });
}

void getSeatMap(HandlerContext context, const CallPtr& call, const v1::GetSeatMapRequest& request,
                app::Reply<Prepared> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    const auto use = app::MapUse::Read;
    findFeed(context, call, *event, use, [=, reply = std::move(reply)](app::Answer<FeedPtr> feed) {
        if (!feed) return reply(tl::make_unexpected(feed.error()));
        const auto map = (*feed)->snapshot(Instant{context.monotonic.nowMicros()});
        reply(Prepared{map.grpc, map.json, map.jsonGzip, std::to_string(map.revision)});
    });
}

void watch(const CallPtr& call, const FeedPtr& feed, std::int64_t afterRevision, Instant now) {
    auto sink = call->openStream();
    if (!sink) return;
    auto reader = std::make_shared<FeedReader>(sink);
    if (!feed->subscribe(reader, afterRevision, now)) {
        return sink->end(refuse("RATE_LIMITED", "As many watch this event as may."));
    }
    sink->onGone([weakFeed = std::weak_ptr(feed), weakReader = std::weak_ptr(reader)] {
        const auto alive = weakFeed.lock();
        const auto gone = weakReader.lock();
        if (alive && gone) alive->unsubscribe(gone.get());
    });
}

void watchSeatMap(HandlerContext context, const CallPtr& call,
                  const v1::WatchSeatMapRequest& request) {
    const auto event = parseEventId(request.event());
    if (!event) return call->fail(event.error());
    if (request.has_after_revision() && request.after_revision() < 0) {
        return call->fail(invalidField("afterRevision", "at least 0"));
    }
    const auto after = request.has_after_revision() ? request.after_revision() : -1;
    findFeed(context, call, *event, app::MapUse::Follow, [=](app::Answer<FeedPtr> feed) {
        if (!feed) return call->fail(feed.error());
        watch(call, *feed, after, Instant{context.monotonic.nowMicros()});
    });
}

}  // namespace

bool seesEverything(const CallPtr& call) {
    return call->hasScope("admin:events") || call->hasScope("admin:sale") || call->staff().session;
}

void findVisible(HandlerContext context, const CallPtr& call, EventId event,
                 app::Reply<ShownEventPtr> reply) {
    context.presentation.find(
        event, [call, event, reply = std::move(reply)](app::Answer<ShownEventPtr> shown) {
            const bool hidden = shown && fromSaleState((*shown)->answer.row.sale) == v1::DRAFT &&
                                !seesEverything(call);
            const bool unknown = !shown && shown.error().kind == app::ProblemKind::NotFound;
            if (hidden || unknown) {
                return reply(tl::make_unexpected(
                    refuse("EVENT_NOT_FOUND", "No such event, or not visible to the caller.",
                           {{"event", encodePublicId(event.value)}})));
            }
            reply(std::move(shown));
        });
}

void registerSeatMaps(Registry& registry, HandlerContext context) {
    registry.prepared<v1::GetSeatMapRequest, v1::SeatMap>(
        "/tessera.v1.SeatMapService/GetSeatMap",
        [=](const CallPtr& call, const v1::GetSeatMapRequest& request, app::Reply<Prepared> reply) {
            getSeatMap(context, call, request, std::move(reply));
        });
    registry.stream<v1::WatchSeatMapRequest, v1::SeatMapUpdate>(
        "/tessera.v1.SeatMapService/WatchSeatMap",
        [=](const CallPtr& call, const v1::WatchSeatMapRequest& request) {
            watchSeatMap(context, call, request);
        });
}

}  // namespace tessera::api
