// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_common.h"
#include "server/api/convert_payment.h"
#include "server/api/convert_reservation.h"
#include "server/api/handlers.h"
#include "server/api/reasons.h"
#include "server/api/staff_gate.h"
#include "server/api/through_drawer.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

// Encodes App's answer for the event it is shown with.
template <class Out, class In>
Reply<In> shownAs(ShownEventPtr shown, Reply<Out> reply) {
    return [shown = std::move(shown), reply = std::move(reply)](Answer<In> answer) {
        if (!answer) return reply(tl::make_unexpected(answer.error()));
        reply(toProto(*answer, *shown));
    };
}

void createReservation(HandlerContext context, const CallPtr& call,
                       const v1::CreateReservationRequest& request, Reply<v1::Reservation> reply) {
    if (!call->hasCallerKey()) {
        return reply(tl::make_unexpected(refuse("CALLER_KEY_MISSING", "Send x-caller-key.")));
    }
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    auto command = toHold(request, call->mutation(), call->caller());
    if (!command) return reply(tl::make_unexpected(command.error()));
    findVisible(context, call, *event,
                [=, command = std::move(*command), reply = std::move(reply),
                 event = *event](Answer<ShownEventPtr> shown) mutable {
                    if (!shown) return reply(tl::make_unexpected(shown.error()));
                    context.app.createReservation(event, call->caller(), call->mutation(),
                                                  std::move(command),
                                                  shownAs<v1::Reservation, app::ReservationAnswer>(
                                                      std::move(*shown), std::move(reply)));
                });
}

// Ids of a request on one reservation, and its event to show the answer with.
template <class Request, class Response, class Next>
void onReservation(HandlerContext context, const Request& request, Reply<Response> reply,
                   Next next) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    const auto id = parseReservationId(*event, request.reservation());
    if (!id) return reply(tl::make_unexpected(id.error()));
    context.presentation.find(*event,
                              [reply = std::move(reply), next = std::move(next), event = *event,
                               id = *id](Answer<ShownEventPtr> shown) mutable {
                                  if (!shown) return reply(tl::make_unexpected(shown.error()));
                                  next(event, id, std::move(*shown), std::move(reply));
                              });
}

void getReservation(HandlerContext context, const CallPtr& call,
                    const v1::GetReservationRequest& request, Reply<v1::Reservation> reply) {
    onReservation(
        context, request, std::move(reply),
        [=](EventId event, ReservationId id, ShownEventPtr shown, Reply<v1::Reservation> out) {
            context.app.getReservation(
                event, call->caller(), id,
                shownAs<v1::Reservation, app::ReservationAnswer>(std::move(shown), std::move(out)));
        });
}

void cancelReservation(HandlerContext context, const CallPtr& call,
                       const v1::CancelReservationRequest& request, Reply<v1::Reservation> reply) {
    onReservation(
        context, request, std::move(reply),
        [=](EventId event, ReservationId id, ShownEventPtr shown, Reply<v1::Reservation> out) {
            context.app.cancelReservation(
                event, call->caller(), call->mutation(), id,
                shownAs<v1::Reservation, app::ReservationAnswer>(std::move(shown), std::move(out)));
        });
}

void checkoutReservation(HandlerContext context, const CallPtr& call,
                         const v1::CheckoutReservationRequest& request, Reply<v1::Order> reply) {
    const bool counter = call->staff().session.has_value();
    auto checkout =
        toCheckout(request, ReservationId{}, counter ? BuyerNeed::Nothing : BuyerNeed::Whole);
    const auto ask = mayPay(*call, toTender(request.tender(), "tender", context.app.serverTime()));
    // The ids come first in the order of refusals.
    onReservation(context, request, std::move(reply),
                  [=](EventId event, ReservationId id, const ShownEventPtr& shown,
                      const Reply<v1::Order>& out) mutable {
                      if (!checkout) return out(tl::make_unexpected(checkout.error()));
                      checkout->reservation = id;
                      const auto& caller = call->caller();
                      checkout->caller = {caller.hash, caller.channel, caller.staff};
                      if (!ask) return out(tl::make_unexpected(ask.error()));
                      const auto send = [=, order = std::move(*checkout)](
                                            app::Mutation mutation, const std::string& reference,
                                            const Reply<app::OrderAnswer>& done) {
                          context.app.chooseTender(
                              event, caller, *ask, {id, {}, mutation}, [=](auto choice) {
                                  if (!choice) return done(tl::make_unexpected(choice.error()));
                                  auto command = order;
                                  command.tender = std::move(*choice);
                                  nameShift(command.tender, reference);
                                  context.app.checkoutReservation(event, call->caller(), mutation,
                                                                  std::move(command), done);
                              });
                      };
                      throughDrawer(context, call,
                                    {.tender = ask->kind,
                                     .event = event,
                                     .currency = currencyOf(*shown),
                                     .customer = ask->customer},
                                    shownAs<v1::Order, app::OrderAnswer>(shown, out), send);
                  });
}

}  // namespace

void registerReservations(Registry& registry, HandlerContext context) {
    registry.unary<v1::CreateReservationRequest, v1::Reservation>(
        "/tessera.v1.ReservationService/CreateReservation",
        [=](const CallPtr& call, const auto& request, auto reply) {
            createReservation(context, call, request, std::move(reply));
        });
    registry.unary<v1::GetReservationRequest, v1::Reservation>(
        "/tessera.v1.ReservationService/GetReservation",
        [=](const CallPtr& call, const auto& request, auto reply) {
            getReservation(context, call, request, std::move(reply));
        });
    registry.unary<v1::CancelReservationRequest, v1::Reservation>(
        "/tessera.v1.ReservationService/CancelReservation",
        [=](const CallPtr& call, const auto& request, auto reply) {
            cancelReservation(context, call, request, std::move(reply));
        });
    registry.unary<v1::CheckoutReservationRequest, v1::Order>(
        "/tessera.v1.ReservationService/CheckoutReservation",
        [=](const CallPtr& call, const auto& request, auto reply) {
            checkoutReservation(context, call, request, std::move(reply));
        });
}

}  // namespace tessera::api
