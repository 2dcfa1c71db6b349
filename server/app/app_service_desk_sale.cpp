// SPDX-License-Identifier: Apache-2.0
// What staff does with a hold before it is sold, and whose a seat is.
#include <utility>

#include "server/app/app_service.h"
#include "server/app/app_service_blocking.h"

namespace tessera::app {
namespace {

using engine::Refusal;

bool isEnded(Refusal refusal) {
    return refusal == Refusal::ReservationUnknown || refusal == Refusal::ReservationExpired ||
           refusal == Refusal::ReservationReleased;
}

bool waitsForMoney(engine::OrderState state) {
    return state == engine::OrderState::Paying || state == engine::OrderState::Fencing ||
           state == engine::OrderState::Unpaid;
}

// What does not fit the reservation, by the field that it was asked in.
Problem placesProblem(const engine::RepriceReservation& asked, std::int64_t places) {
    const std::string limit = std::to_string(places);
    return asked.area ? invalidField("area.quantities", "as many as the reservation has", limit)
                      : invalidField("seats", "every seat of the reservation, or none", limit);
}

// Of which of both permissions.
Problem approvalProblem(const engine::Outcome& refused) {
    Problem problem = problemOf(refused);
    problem.message = "Somebody must approve that price.";
    const auto kind = static_cast<engine::AdjustmentKind>(refused.limit);
    problem.metadata = {{"required_permission", kind == engine::AdjustmentKind::Complimentary
                                                    ? "complimentary"
                                                    : "override_price"}};
    return problem;
}

}  // namespace

void AppService::repriceReservation(EventId event, CallerCredentials caller, Mutation mutation,
                                    engine::RepriceReservation command,
                                    Reply<ReservationAnswer> reply) {
    const ReservationId id = command.reservation;
    const auto who = callerFor(event, caller, id);
    if (!who) return reply(tl::make_unexpected(who.error()));
    command.caller = *who;
    EventJob job;
    job.mutation = mutation;
    job.command = command;
    job.sheddable = false;
    job.done = [this, event, caller, id, command = std::move(command),
                reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        if (result->refusal == Refusal::None) return reply(reservationAnswer(event, *result));
        if (result->refusal == Refusal::PlacesDiffer) {
            return reply(tl::make_unexpected(placesProblem(command, result->limit)));
        }
        if (result->refusal == Refusal::ApprovalNeeded) {
            return reply(tl::make_unexpected(approvalProblem(*result)));
        }
        if (!isEnded(result->refusal)) return reply(tl::make_unexpected(problemOf(*result)));
        // It has ended: repeated, what became of it; else why it is too late.
        blocking<ReservationAnswer>(
            reply, [this, event, caller, id, refusal = *result]() -> Answer<ReservationAnswer> {
                auto stored = storedReservation(event, caller, id);
                if (!stored || refusal.target == id.value) return stored;
                engine::Outcome gone = refusal;
                gone.refusal = stored->view.reason == engine::ReleaseReason::Expired
                                   ? Refusal::ReservationExpired
                                   : Refusal::ReservationReleased;
                return tl::make_unexpected(problemOf(gone));
            });
    };
    submit(event, std::move(job));
}

void AppService::getSeat(EventId event, SeatNo seat, BuyerName buyer, Reply<SeatAnswer> reply) {
    EventJob job;
    job.command = engine::ReadSeat{seat};
    job.done = [this, event, buyer, reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        const auto* view = std::get_if<engine::SeatView>(&result->view);
        if (view == nullptr) return reply(tl::make_unexpected(problemOf(*result)));
        SeatAnswer answer{event, *view, waitsForMoney(view->orderState), {}, serverTime()};
        const bool named = view->order && buyer == BuyerName::Shown;
        if (!view->ticket && !named) return reply(std::move(answer));
        blocking<SeatAnswer>(
            reply, [this, answer = std::move(answer), buyer] { return withSale(answer, buyer); });
    };
    submit(event, std::move(job));
}

// Whose ticket it is never changes; how its order stands is as committed, which is no older.
Answer<SeatAnswer> AppService::withSale(SeatAnswer answer, BuyerName buyer) const {
    if (answer.view.ticket) {
        const auto order = with_.actors.store.findOrderOf(answer.event, answer.view.ticket);
        if (!order) return tl::make_unexpected(unavailable("The look-up failed."));
        const auto stored = with_.actors.store.findOrder(answer.event, *order);
        if (!stored) return tl::make_unexpected(unavailable("The look-up failed."));
        if (!*stored) return tl::make_unexpected(internalProblem("A ticket has no order."));
        answer.view.order = *order;
        answer.view.reservation = (*stored)->row.reservation;
        answer.view.reservationState = engine::ReservationState::Sold;
        answer.view.channel = (*stored)->reservation.channel;
        answer.view.payDeadline = (*stored)->row.payDeadline;
        answer.payable = waitsForMoney((*stored)->row.state);
    }
    if (buyer == BuyerName::Left) return answer;
    const auto contact = with_.catalog.findContact(answer.event, answer.view.order);
    if (!contact) return tl::make_unexpected(unavailable("The look-up failed."));
    if (*contact) answer.buyerName = (*contact)->name;
    return answer;
}

}  // namespace tessera::app
