// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "server/api/convert_desk_sale.h"
#include "server/api/convert_reservation.h"
#include "server/api/handlers_staff.h"
#include "server/api/staff_gate.h"
#include "server/store/order_search.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

void repriceReservation(HandlerContext context, const CallPtr& call,
                        const v1::RepriceReservationRequest& request,
                        const Reply<v1::Reservation>& reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    const auto id = parseReservationId(*event, request.reservation());
    if (!id) return reply(tl::make_unexpected(id.error()));
    auto command = toReprice(request, *id);
    if (!command) return reply(tl::make_unexpected(command.error()));
    if (auto missing = mayReprice(*call, *command)) {
        return reply(tl::make_unexpected(std::move(*missing)));
    }
    context.presentation.find(*event, [=, event = *event, command = std::move(*command)](
                                          const Answer<ShownEventPtr>& shown) {
        if (!shown) return reply(tl::make_unexpected(shown.error()));
        context.app.repriceReservation(
            event, call->caller(), call->mutation(), command,
            [reply, shown = *shown](const Answer<app::ReservationAnswer>& answer) {
                if (!answer) return reply(tl::make_unexpected(answer.error()));
                reply(toProto(*answer, *shown));
            });
    });
}

// Best effort: what is known of the seat is told without it where it cannot be had in time.
void withMaker(const StaffContext& context, store::OrderSearch* orders, const CallPtr& call,
               const app::SeatAnswer& answer, v1::SeatDetails seat,
               const Reply<v1::SeatDetails>& reply) {
    const bool ofTheHouse = answer.view.reservation && seat.channel() == v1::BOX_OFFICE;
    if (orders == nullptr || !ofTheHouse || !call->staff().session) return reply(std::move(seat));
    const auto posted =
        context.base.executor.post([orders, event = answer.event,
                                    reservation = answer.view.reservation, seat, reply]() mutable {
            if (auto maker = orders->makerOf(event, reservation)) {
                seat.set_made_by(std::move(maker->staff));
                seat.set_made_at(std::move(maker->device));
            }
            reply(std::move(seat));
        });
    if (posted != runtime::PostOutcome::Accepted) reply(std::move(seat));
}

void getSeat(const StaffContext& staff, store::OrderSearch* orders, const CallPtr& call,
             const v1::GetSeatRequest& request, const Reply<v1::SeatDetails>& reply) {
    const HandlerContext& context = staff.base;
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    if (!request.has_seat_no()) {
        return reply(tl::make_unexpected(invalidField("seatNo", "required")));
    }
    const bool named = !missingOf(call->staff(), staff::Permission::FindOrders);
    const auto buyer = named ? app::App::BuyerName::Shown : app::App::BuyerName::Left;
    context.presentation.find(*event, [=, event = *event, seat = SeatNo{request.seat_no()}](
                                          const Answer<ShownEventPtr>& shown) {
        if (!shown) return reply(tl::make_unexpected(shown.error()));
        staff.base.app.getSeat(
            event, seat, buyer, [=, shown = *shown](const Answer<app::SeatAnswer>& answer) {
                if (!answer) return reply(tl::make_unexpected(answer.error()));
                withMaker(staff, orders, call, *answer, toProto(*answer, *shown), reply);
            });
    });
}

}  // namespace

void registerDeskSale(Registry& registry, StaffContext context, store::OrderSearch* orders) {
    const HandlerContext base = context.base;
    registry.unary<v1::RepriceReservationRequest, v1::Reservation>(
        "/tessera.v1.DeskService/RepriceReservation",
        [base](const CallPtr& call, const auto& request, auto reply) {
            repriceReservation(base, call, request, reply);
        });
    registry.unary<v1::GetSeatRequest, v1::SeatDetails>(
        "/tessera.v1.DeskService/GetSeat",
        [=](const CallPtr& call, const auto& request, auto reply) {
            getSeat(context, orders, call, request, reply);
        });
}

}  // namespace tessera::api
