// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_common.h"
#include "server/api/convert_disruption.h"
#include "server/api/event_merge.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

void cancelEvent(HandlerContext context, const CallPtr& call, const v1::CancelEventRequest& request,
                 Reply<v1::Event> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    auto note = toNote(request.note());
    if (!note) return reply(tl::make_unexpected(note.error()));
    context.app.cancelEvent(call->mutation(), *event, std::move(*note),
                            eventTo(context, std::move(reply)));
}

void moveEvent(HandlerContext context, const CallPtr& call, const v1::MoveEventRequest& request,
               Reply<v1::Event> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    const auto move = toMove(request, context.app.serverTime());
    if (!move) return reply(tl::make_unexpected(move.error()));
    EventMerge::Steps steps;
    steps.change = [startsAt = request.starts_at()](const ShownEvent& shown) {
        v1::EventConfig config = shown.config;
        *config.mutable_starts_at() = startsAt;
        return Answer<v1::EventConfig>(std::move(config));
    };
    steps.send = [context, call, event = *event, move = *move](app::EventChange change,
                                                               const ShownEvent& shown, auto done) {
        auto command = move;
        command.change = {std::move(change.terms), std::move(change.document)};
        command.previousStart = shown.answer.row.startsAt;
        context.app.moveEvent(call->mutation(), event, std::move(command), std::move(done));
    };
    std::make_shared<EventMerge>(context, *event, std::move(steps), std::move(reply))->merge();
}

void getDisruption(HandlerContext context, const v1::GetDisruptionRequest& request,
                   Reply<v1::DisruptionProgress> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    context.app.getDisruption(*event,
                              [reply = std::move(reply)](Answer<app::DisruptionAnswer> answer) {
                                  if (!answer) return reply(tl::make_unexpected(answer.error()));
                                  reply(toProto(*answer));
                              });
}

}  // namespace

void registerDisruptions(Registry& registry, HandlerContext context) {
    registry.unary<v1::CancelEventRequest, v1::Event>(
        "/tessera.v1.PaymentService/CancelEvent",
        [=](const CallPtr& call, const auto& request, auto reply) {
            cancelEvent(context, call, request, std::move(reply));
        });
    registry.unary<v1::MoveEventRequest, v1::Event>(
        "/tessera.v1.PaymentService/MoveEvent",
        [=](const CallPtr& call, const auto& request, auto reply) {
            moveEvent(context, call, request, std::move(reply));
        });
    registry.unary<v1::GetDisruptionRequest, v1::DisruptionProgress>(
        "/tessera.v1.PaymentService/GetDisruption",
        [=](const CallPtr& /*call*/, const auto& request, auto reply) {
            getDisruption(context, request, std::move(reply));
        });
}

}  // namespace tessera::api
