// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <mutex>

#include "server/api/convert_common.h"
#include "server/api/convert_reservation.h"
#include "server/api/handlers.h"
#include "server/api/json_writer.h"
#include "server/api/reasons.h"
#include "server/api/rest_call.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

void getOrder(HandlerContext context, const CallPtr& call, const v1::GetOrderRequest& request,
              const Reply<v1::Order>& reply) {
    const auto fail = failing(reply);
    onShownOrder(
        context, request, fail, [=](EventId event, OrderId id, const ShownEventPtr& shown) {
            context.app.getOrder(event, call->caller(), id, [=](Answer<app::OrderAnswer> answer) {
                if (!answer) return reply(tl::make_unexpected(answer.error()));
                reply(toProto(*answer, *shown));
            });
        });
}

void listTickets(HandlerContext context, const CallPtr& call, const v1::ListTicketsRequest& request,
                 const Reply<v1::ListTicketsResponse>& reply) {
    const auto fail = failing(reply);
    const bool images = request.view() == v1::ListTicketsRequest::FULL;
    onShownOrder(
        context, request, fail, [=](EventId event, OrderId id, const ShownEventPtr& shown) {
            const auto caller = holderOf(call, event, request);
            if (!caller) return fail(caller.error());
            context.app.listTickets(event, *caller, id, [=](Answer<app::TicketsAnswer> answer) {
                if (!answer) return reply(tl::make_unexpected(answer.error()));
                if (!images) return reply(toProto(*answer, *shown, false));
                // A code takes a millisecond to draw: not on the thread that brought the answer.
                auto draw = [reply, shown, tickets = std::move(*answer)] {
                    reply(toProto(tickets, *shown, true));
                };
                if (context.executor.post(std::move(draw)) != runtime::PostOutcome::Accepted) {
                    reply(tl::make_unexpected(refuse("OVERLOADED", "Codes cannot be drawn now.")));
                }
            });
        });
}

// One watch: opens the call's stream with the first answer, ends it after a final state.
class OrderStream : public std::enable_shared_from_this<OrderStream> {
public:
    OrderStream(CallPtr call, ShownEventPtr shown)
        : call_(std::move(call)), shown_(std::move(shown)) {}

    void start(app::App& app, EventId event, OrderId id) {
        auto watch = app.watchOrder(event, call_->caller(), id,
                                    [self = shared_from_this()](Answer<app::OrderAnswer> answer) {
                                        self->changed(std::move(answer));
                                    });
        {
            const std::lock_guard lock(mutex_);
            if (!done_) watch_ = std::move(watch);
        }
        // Ended already: `watch` ends here, outside the lock.
    }

private:
    void changed(Answer<app::OrderAnswer> answer) {
        std::shared_ptr<StreamSink> sink;
        {
            const std::lock_guard lock(mutex_);
            if (done_) return;
            if (!sink_ && answer) open();
            sink = sink_;
        }
        if (!answer) {
            sink ? sink->end(answer.error()) : call_->fail(answer.error());
            return finish();
        }
        if (!sink) return finish();
        call_.reset();
        const auto order = toProto(*answer, *shown_);
        const StreamMessage message{
            std::make_shared<const std::string>(order.SerializeAsString()),
            std::make_shared<const std::string>(sseEvent("", "", toJson(order)))};
        if (!sink->send(message)) return finish();
        if (!isFinal(answer->view.state)) return;
        sink->end();
        finish();
    }

    void open() {
        sink_ = call_->openStream();
        if (!sink_) return;
        sink_->onGone([weak = weak_from_this()] {
            if (const auto self = weak.lock()) self->finish();
        });
    }

    // Ends the watch. It may be running on this very thread: App allows that.
    void finish() {
        std::unique_ptr<app::OrderWatch> watch;
        const std::lock_guard lock(mutex_);
        done_ = true;
        watch = std::move(watch_);
    }

    CallPtr call_;  // Until the stream is open: a stream is no call in flight.
    const ShownEventPtr shown_;
    std::recursive_mutex mutex_;  // onGone may run inside open().
    std::shared_ptr<StreamSink> sink_;
    std::unique_ptr<app::OrderWatch> watch_;
    bool done_ = false;
};

void watchOrder(HandlerContext context, const CallPtr& call, const v1::WatchOrderRequest& request) {
    const auto fail = [call](const app::Problem& problem) { call->fail(problem); };
    onShownOrder(context, request, fail,
                 [=](EventId event, OrderId id, const ShownEventPtr& shown) {
                     std::make_shared<OrderStream>(call, shown)->start(context.app, event, id);
                 });
}

}  // namespace

void registerOrders(Registry& registry, HandlerContext context) {
    registry.unary<v1::GetOrderRequest, v1::Order>(
        "/tessera.v1.OrderService/GetOrder",
        [=](const CallPtr& call, const auto& request, auto reply) {
            getOrder(context, call, request, std::move(reply));
        });
    registry.unary<v1::ListTicketsRequest, v1::ListTicketsResponse>(
        "/tessera.v1.OrderService/ListTickets",
        [=](const CallPtr& call, const auto& request, auto reply) {
            listTickets(context, call, request, std::move(reply));
        });
    registry.stream<v1::WatchOrderRequest, v1::Order>(
        "/tessera.v1.OrderService/WatchOrder",
        [=](const CallPtr& call, const auto& request) { watchOrder(context, call, request); });
}

}  // namespace tessera::api
