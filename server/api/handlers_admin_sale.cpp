// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_common.h"
#include "server/api/convert_event.h"
#include "server/api/convert_reservation.h"
#include "server/api/convert_setup.h"
#include "server/api/handlers.h"
#include "server/api/reasons.h"
#include "tessera/v1/admin_service.pb.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

template <class Request>
void setSale(HandlerContext context, const CallPtr& call, const Request& request,
             v1::SaleState wanted, Reply<v1::Event> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    context.app.setSale(
        call->mutation(), *event, toSaleState(wanted), saleJudge(wanted),
        [=, event = *event, reply = std::move(reply)](Answer<app::EventAnswer> answer) {
            if (!answer) return reply(tl::make_unexpected(answer.error()));
            context.presentation.forget(event);
            reply(toProto(*answer, context.app.serverTime()));
        });
}

Answer<std::vector<SeatNo>> toSeats(const v1::SetAllocationRequest& request) {
    if (request.seat_nos().empty()) {
        return tl::make_unexpected(refuse("NO_PLACES", "No seats were named."));
    }
    if (request.seat_nos_size() > kPlacesMax) {
        return tl::make_unexpected(refuse("TOO_MANY_PLACES", "More seats than a request may name.",
                                          {{"places_max", std::to_string(kPlacesMax)}}));
    }
    std::vector<SeatNo> out;
    for (const auto seat : request.seat_nos()) out.push_back(SeatNo(seat));
    return out;
}

void setAllocation(HandlerContext context, const CallPtr& call,
                   const v1::SetAllocationRequest& request,
                   Reply<v1::SetAllocationResponse> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    const auto number = request.allocation_no();
    if (number < 0 || number > 999) {
        return reply(tl::make_unexpected(invalidField("allocationNo", "0 to 999")));
    }
    auto seats = toSeats(request);
    if (!seats) return reply(tl::make_unexpected(seats.error()));
    context.app.setAllocation(call->mutation(), *event, std::move(*seats),
                              AllocationNo(static_cast<std::int16_t>(number)),
                              [number, reply = std::move(reply)](Answer<std::int64_t> changed) {
                                  if (!changed) return reply(tl::make_unexpected(changed.error()));
                                  v1::SetAllocationResponse out;
                                  out.set_allocation_no(number);
                                  out.set_seats_changed(static_cast<std::int32_t>(*changed));
                                  reply(std::move(out));
                              });
}

void createCode(HandlerContext context, const CallPtr& call, const v1::CreateCodeRequest& request,
                Reply<v1::EventCode> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    auto code = toCode(request.code());
    if (!code) return reply(tl::make_unexpected(code.error()));
    auto shown = request.code();
    shown.set_code(code->text);
    shown.set_event(request.event());
    shown.clear_uses();
    context.app.createCode(
        call->mutation(), *event, std::move(*code),
        [shown = std::move(shown), event = *event, reply = std::move(reply)](Answer<CodeId> id) {
            if (!id) return reply(tl::make_unexpected(id.error()));
            auto out = shown;
            out.set_code_id(encodePublicId(event, id->value));
            reply(std::move(out));
        });
}

void updateCode(HandlerContext context, const CallPtr& call, const v1::UpdateCodeRequest& request,
                Reply<v1::EventCode> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    const auto change = toCodeChange(*event, request);
    if (!change) return reply(tl::make_unexpected(change.error()));
    context.app.updateCode(
        call->mutation(), *event, *change,
        [event = *event, reply = std::move(reply)](const auto& code) {
            if (code) return reply(toProto(event, *code));
            // Of what is sent this alone is judged against what stands.
            const bool turned = code.error().reason == "INVALID_FIELD";
            reply(tl::make_unexpected(turned ? invalidField("validUntil", "after validFrom")
                                             : code.error()));
        });
}

}  // namespace

void registerAdminSale(Registry& registry, HandlerContext context) {
    registry.unary<v1::OpenSaleRequest, v1::Event>(
        "/tessera.v1.AdminService/OpenSale",
        [=](const CallPtr& call, const auto& request, auto reply) {
            setSale(context, call, request, v1::OPEN, std::move(reply));
        });
    registry.unary<v1::CloseSaleRequest, v1::Event>(
        "/tessera.v1.AdminService/CloseSale",
        [=](const CallPtr& call, const auto& request, auto reply) {
            setSale(context, call, request, v1::CLOSED, std::move(reply));
        });
    registry.unary<v1::SetAllocationRequest, v1::SetAllocationResponse>(
        "/tessera.v1.AdminService/SetAllocation",
        [=](const CallPtr& call, const auto& request, auto reply) {
            setAllocation(context, call, request, std::move(reply));
        });
    registry.unary<v1::CreateCodeRequest, v1::EventCode>(
        "/tessera.v1.AdminService/CreateCode",
        [=](const CallPtr& call, const auto& request, auto reply) {
            createCode(context, call, request, std::move(reply));
        });
    registry.unary<v1::UpdateCodeRequest, v1::EventCode>(
        "/tessera.v1.AdminService/UpdateCode",
        [=](const CallPtr& call, const auto& request, auto reply) {
            updateCode(context, call, request, std::move(reply));
        });
}

}  // namespace tessera::api
