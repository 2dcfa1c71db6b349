// SPDX-License-Identifier: Apache-2.0
#include "server/engine/views.h"

#include <algorithm>
#include <utility>

#include "server/engine/disruption.h"
#include "server/engine/payment_saga.h"
#include "server/engine/pricing.h"
#include "server/engine/refused.h"
#include "shared/base/check.h"

namespace tessera::engine {

std::vector<SeatPick> seatsOf(const EngineState& state, const Reservation& reservation) {
    std::vector<SeatPick> seats;
    if (!reservation.ofSeats()) return seats;
    seats.reserve(reservation.places);
    for (SeatNo seat = reservation.firstSeat(); seat != kNoSeat;
         seat = state.inventory.next(seat)) {
        seats.push_back({seat, state.inventory.type(seat)});
    }
    return seats;
}

std::vector<PricedItem> itemsOf(const EngineState& state, const Reservation& reservation) {
    const Layout& layout = state.inventory.layout();
    const auto& adjustments = state.reservations.adjustmentsOf(reservation.id);
    std::vector<PricedItem> items;
    items.reserve(reservation.places);
    for (const SeatPick& pick : seatsOf(state, reservation)) {
        items.push_back(
            {layout.seat(pick.seat).category, pick.type, adjustmentOf(adjustments, pick.seat)});
    }
    const std::int16_t ofArea = adjustmentOf(adjustments, kNoSeat);
    for (const AreaPlaces& line : state.reservations.linesOf(reservation)) {
        const LayoutArea& area = layout.areas()[static_cast<std::size_t>(line.area.value)];
        for (std::int32_t i = 0; i < line.count; ++i) {
            items.push_back({area.category, line.type, ofArea});
        }
    }
    return items;
}

Quote quoteOf(const EngineState& state, const Reservation& reservation) {
    auto quote = quoteFor(state.terms.version(reservation.termsVersion),
                          itemsOf(state, reservation), state.codes.pointer(reservation.code),
                          state.reservations.adjustmentsOf(reservation.id));
    TESSERA_CHECK(quote.has_value());
    return std::move(*quote);
}

std::vector<Money> sharesOf(const Quote& quote, std::size_t places) {
    TESSERA_CHECK(places > 0);
    std::vector<Money> shares(places);
    Money left = quote.total;
    for (const PriceLine& line : quote.lines) {
        if (line.item < 0 || line.included) continue;
        shares[static_cast<std::size_t>(line.item)] += line.amount;
        left -= line.amount;
    }
    const std::vector<bool> bears = bearersOf(quote, places);
    const std::int64_t n = std::count(bears.begin(), bears.end(), true);
    const std::int64_t each = left.minor / n;
    const std::int64_t odd = left.minor - each * n;
    std::int64_t i = 0;
    for (std::size_t place = 0; place < places; ++place) {
        if (!bears[place]) continue;
        Money& part = shares[place];
        part += Money{each};
        if (i < odd) part += Money{1};
        if (i < -odd) part -= Money{1};
        ++i;
    }
    return shares;
}

SeatView seatView(const EngineState& state, SeatNo seat) {
    SeatView view;
    view.seat = seat;
    view.state = state.inventory.state(seat);
    if (view.state.status == SeatStatus::Sold) view.ticket = TicketId{view.state.holder};
    if (view.state.status != SeatStatus::Held) return view;
    view.reservation = ReservationId{view.state.holder};
    const Reservation& reservation =
        state.reservations.at(state.reservations.find(view.reservation));
    view.reservationState = reservation.state;
    view.channel = reservation.channel;
    view.expiresAt = reservation.expiresAt;
    if (reservation.order == kNoSlot) return view;
    const Order& order = state.orders.at(reservation.order);
    view.order = order.id;
    view.orderState = order.state;
    view.payDeadline = order.payDeadline;
    return view;
}

ReservationView reservationView(const EngineState& state, Slot slot) {
    const Reservation& reservation = state.reservations.at(slot);
    ReservationView view;
    view.id = reservation.id;
    view.buyer = state.buyers.hashOf(reservation.buyer);
    view.channel = reservation.channel;
    view.state = reservation.state;
    view.createdAt = reservation.createdAt;
    view.expiresAt = reservation.expiresAt;
    view.seats = seatsOf(state, reservation);
    view.areas = state.reservations.linesOf(reservation);
    view.quote = quoteOf(state, reservation);
    view.currency = state.terms.version(reservation.termsVersion).currency;
    if (reservation.order != kNoSlot) view.order = state.orders.at(reservation.order).id;
    return view;
}

namespace {

std::vector<TicketId> activeTickets(const EngineState& state, Slot slot) {
    const Order& order = state.orders.at(slot);
    const Reservation& reservation = state.reservations.at(order.reservation);
    std::vector<TicketId> tickets;
    if (!order.firstTicket) return tickets;
    if (reservation.ofSeats()) {
        for (SeatNo seat = reservation.firstSeat(); seat != kNoSeat;
             seat = state.inventory.next(seat)) {
            tickets.push_back(TicketId{state.inventory.holder(seat)});
        }
        return tickets;
    }
    const auto& [returned, issued] = state.orders.areaTicketsOf(slot);
    for (std::int64_t i = 0; i < order.tickets; ++i) {
        const TicketId id{order.firstTicket.value + i};
        if (!std::binary_search(returned.begin(), returned.end(), id)) tickets.push_back(id);
    }
    tickets.insert(tickets.end(), issued.begin(), issued.end());
    return tickets;
}

void viewPayment(const Order& order, const Payment& payment, OrderView& view) {
    view.covered = payment.covered();
    for (const Part& part : payment.parts) {
        view.tenders.push_back({part.tender, part.kind, part.provider,
                                part.exists() ? part.attempt.amount : part.amount, part.attempt.id,
                                part.attempt.state, part.surplus, part.attempt.cardLast4,
                                part.attempt.declineReason});
    }
    for (const Refund& refund : payment.refunds) {
        view.refunds.push_back({refund.id, refund.group, refund.attempt, refund.reason,
                                refund.state, refund.amount, refund.retained});
    }
    const Part* current = payment.current();
    if (current == nullptr || !hasPayment(order.state)) return;
    view.attempt = current->attempt.id;
    view.attemptState = current->attempt.state;
    view.objectId = current->attempt.objectId;
    view.provider = current->provider;
    view.tender = current->kind;
    view.attemptAmount = current->attempt.amount;
    if (isPayable(order.state) && current->attempt.state == AttemptState::Open) {
        view.clientSecret = current->attempt.clientSecret;
    }
}

}  // namespace

OrderView orderView(const EngineState& state, Slot slot) {
    const Order& order = state.orders.at(slot);
    const Reservation& reservation = state.reservations.at(order.reservation);
    OrderView view;
    view.id = order.id;
    view.reservation = reservation.id;
    view.buyer = state.buyers.hashOf(reservation.buyer);
    view.state = order.state;
    view.createdAt = order.createdAt;
    view.payDeadline = order.payDeadline;
    view.total = reservation.total;
    view.seats = seatsOf(state, reservation);
    view.areas = state.reservations.linesOf(reservation);
    view.quote = quoteOf(state, reservation);
    view.currency = state.terms.version(reservation.termsVersion).currency;
    view.tickets = activeTickets(state, slot);
    view.moveAccepted = hasAccepted(state, order.id);
    const Payment* payment = state.orders.paymentOf(order);
    if (payment != nullptr) viewPayment(order, *payment, view);
    return view;
}

Outcome readEndedOrder(const EngineState& state, const ReadOrder& command) {
    const ReleasedReservation* released = state.reservations.findReleased(command.order);
    if (released == nullptr) return refused(Refusal::OrderUnknown);
    if (!command.caller.mayTouch(released->buyer)) return refused(Refusal::NotYours);
    const Slot slot = state.orders.find(command.order);
    OrderView view;
    view.id = released->order;
    view.reservation = released->id;
    view.buyer = released->buyer;
    view.currency = state.terms.current().currency;
    view.state = slot == kNoSlot ? released->orderState : state.orders.at(slot).state;
    view.createdAt = released->orderCreatedAt;
    view.payDeadline = released->payDeadline;
    view.total = released->total;
    view.moveAccepted = hasAccepted(state, released->order);
    Outcome outcome;
    outcome.target = released->order.value;
    outcome.view = std::move(view);
    return outcome;
}

}  // namespace tessera::engine
