// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "server/engine/allocations.h"
#include "server/engine/disruption.h"
#include "server/engine/engine_state.h"
#include "server/engine/payment_saga.h"
#include "server/engine/views.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

std::vector<Inventory::AreaCount> areasOf(const LoadedEvent& loaded) {
    std::vector<Inventory::AreaCount> areas;
    for (const auto& area : loaded.areas) areas.push_back({area.held, area.sold});
    return areas;
}

std::size_t placesOf(const ReservationRow& row) {
    std::size_t places = row.seats.size();
    for (const AreaPlaces& line : row.areas) places += static_cast<std::size_t>(line.count);
    return places;
}

// The row without the places of returned tickets.
ReservationRow leftOf(const ReservationRow& row, const LoadedEvent::LoadedOrder& order) {
    ReservationRow left = row;
    for (const TicketRow& ticket : ticketsOf(order.tickets, placesOf(row))) {
        if (ticket.state != TicketState::Void) continue;
        std::erase_if(left.seats, [&](const SeatPick& pick) {
            return ticket.seat && pick.seat == *ticket.seat;
        });
        for (AreaPlaces& line : left.areas) {
            if (ticket.area && line.type == ticket.type && line.count > 0) {
                --line.count;
                break;
            }
        }
    }
    std::erase_if(left.areas, [](const AreaPlaces& line) { return line.count == 0; });
    return left;
}

// A paid order is done with attempts that are neither over nor captured, once they are cancelled.
bool hasNeedless(const LoadedEvent::LoadedOrder& order) {
    return order.row.state == OrderState::Paid &&
           std::any_of(order.attempts.begin(), order.attempts.end(), [](const AttemptRow& row) {
               return row.state == AttemptState::Opening || row.state == AttemptState::Open ||
                      row.state == AttemptState::Authorized;
           });
}

// A provider has money to give back.
bool owesRefund(const LoadedEvent::LoadedOrder& order) {
    return std::any_of(order.refunds.begin(), order.refunds.end(), [&](const RefundRow& refund) {
        const auto attempt =
            std::find_if(order.attempts.begin(), order.attempts.end(),
                         [&](const AttemptRow& row) { return row.id == refund.attempt; });
        const bool ofHouse =
            attempt != order.attempts.end() && attempt->provider == ProviderKind::House;
        return !ofHouse &&
               (refund.state == RefundState::Queued || refund.state == RefundState::Pending);
    });
}

}  // namespace

Slot addReservation(EngineState& state, const ReservationRow& row) {
    TESSERA_CHECK(row.state != ReservationState::Released);
    Reservation reservation;
    reservation.id = row.id;
    reservation.createdAt = row.createdAt;
    reservation.expiresAt = row.expiresAt;
    reservation.extendedMicros = static_cast<std::int32_t>(row.extended.micros);
    reservation.total = row.total;
    reservation.channel = row.channel;
    reservation.state = row.state;
    reservation.termsVersion = row.termsVersion;
    std::int32_t places = static_cast<std::int32_t>(row.seats.size());
    for (const AreaPlaces& line : row.areas) places += line.count;
    TESSERA_CHECK(places > 0 && places <= kItemsPerOrderMax);
    TESSERA_CHECK(row.seats.empty() != row.areas.empty());
    reservation.places = static_cast<std::uint8_t>(places);
    reservation.buyer = state.buyers.add(row.buyer, places);
    if (row.code) {
        reservation.code = state.codes.find(row.code);
        TESSERA_CHECK(reservation.code != kNoCode);
    }
    state.terms.refer(row.termsVersion);
    if (!row.seats.empty()) {
        reservation.first = static_cast<std::uint32_t>(row.seats.front().seat.value);
        state.inventory.chain(row.seats);
    }
    const Slot slot = state.reservations.add(reservation);
    if (row.seats.empty()) {
        std::vector<TypeCount> lines;
        for (const AreaPlaces& line : row.areas) lines.push_back({line.type, line.count});
        state.reservations.setLines(slot, row.areas.front().area, lines);
    }
    if (!row.adjustments.empty()) state.reservations.setAdjustments(row.id, row.adjustments);
    return slot;
}

namespace {

// What is left of it after returns.
void loadReservation(EngineState& state, const ReservationRow& row,
                     const LoadedEvent::LoadedOrder* order) {
    const bool sold = row.state == ReservationState::Sold && order != nullptr;
    const Slot slot = addReservation(state, sold ? leftOf(row, *order) : row);
    if (row.state == ReservationState::Held) {
        state.reservations.at(slot).expiry = state.timers.start(
            {endOf(state, row.expiresAt), row.id.value, slot, TimerKind::HoldExpiry});
    }
}

void loadCall(EngineState& state, Payment& payment, const OutboxRow& row, const Order& order) {
    payment.failures = row.failures;
    OpenCall& call = payment.call;
    call.seq = row.seq;
    call.operation = row.operation;
    call.attempt = row.attempt;
    call.refund = row.refund;
    call.notBefore = row.notBefore;
    call.payload = row.payload;
    if (row.refund) {
        Refund& refund = *payment.find(row.refund);
        const bool asks = row.operation == Operation::Refund;
        refund.attemptTry = row.attemptTry;
        refund.asked = !asks;
        (asks ? refund.refusals : refund.looks) = row.failures;
    } else {
        Attempt& attempt = payment.find(row.attempt)->attempt;
        const bool again = row.operation == Operation::Create && !attempt.objectId.empty();
        (again ? attempt.createTry : attempt.attemptTry) = row.attemptTry;
    }
    // An id is at least as large as its time allows: smaller means asked before the deadline.
    call.beforeFence =
        order.state == OrderState::Fencing && row.seq.value < IdSource::floorAt(order.payDeadline);
    call.due =
        state.outboxDue.start({row.notBefore, row.seq.value, payment.order, TimerKind::OutboxDue});
    // Which others were asked about already nobody has written. What is there in full is taken for
    // it, and its capture tells if that has changed: else a new owner at every step asked for ever.
    const bool fenced = order.state == OrderState::Fencing && !call.beforeFence && !row.refund;
    for (Part& part : payment.parts) {
        if (fenced && part.attempt.id != row.attempt && part.covers()) part.attempt.looked = true;
    }
}

void loadTimers(EngineState& state, Payment& payment, const Order& order) {
    const bool open = isPayable(order.state);
    if (open) {
        payment.deadline = state.timers.start({endOf(state, order.payDeadline), order.id.value,
                                               payment.order, TimerKind::OrderDeadline});
    }
    if (payment.call) return;
    if (waitsForPeople(order.state, payment) && payment.waiting() == nullptr) return;
    const Instant ask = open ? state.now + kAskEvery : state.now;
    payment.ask = state.timers.start({ask, order.id.value, payment.order, TimerKind::AskProvider});
}

// Of those that were made together the first.
TicketId firstOf(const std::vector<TicketRow>& tickets, std::size_t count) {
    std::vector<TicketId> made;
    for (const TicketRow& row : tickets) {
        if (!row.replaces) made.push_back(row.id);
    }
    std::sort(made.begin(), made.end());
    const std::size_t before = made.size() > count ? made.size() - count : 0;
    return made.empty() ? TicketId{} : made[before];
}

void loadTickets(EngineState& state, Slot slot, const std::vector<TicketRow>& tickets,
                 TicketId first, bool inArea) {
    Order& order = state.orders.at(slot);
    if (tickets.empty()) return;
    order.firstTicket = first;
    order.tickets = static_cast<std::uint8_t>(tickets.size());
    for (std::size_t i = 0; inArea && i < tickets.size(); ++i) {
        const TicketId made{first.value + static_cast<std::int64_t>(i)};
        const bool isVoid = tickets[i].state == TicketState::Void;
        if (isVoid || tickets[i].id != made) state.orders.addReturned(slot, made);
        if (!isVoid && tickets[i].id != made) state.orders.addIssued(slot, tickets[i].id);
    }
}

void loadOrder(EngineState& state, const LoadedEvent::LoadedOrder& loaded,
               const ReservationRow* bought) {
    const OrderRow& row = loaded.row;
    TESSERA_CHECK(row.state != OrderState::Released);
    const bool owes = hasPayment(row.state) || owesRefund(loaded) || hasNeedless(loaded);
    if (bought == nullptr && !owes) return;  // Nothing is left of it but rows.
    Order order;
    order.id = row.id;
    order.createdAt = row.createdAt;
    order.payDeadline = row.payDeadline;
    order.setTender(row.tender);
    for (const TenderRow& tender : loaded.tenders) order.noteProvider(tender.provider);
    order.state = row.state;
    order.version = static_cast<std::uint16_t>(loaded.version);
    if (bought != nullptr) {
        order.reservation = state.reservations.find(bought->id);
        const Reservation& reservation = state.reservations.at(order.reservation);
        TESSERA_CHECK(reservation.order == kNoSlot && reservation.total == row.total);
    }
    const Slot slot = state.orders.add(order);
    if (bought != nullptr) {
        state.reservations.at(order.reservation).order = slot;
        const std::size_t places = placesOf(*bought);
        loadTickets(state, slot, ticketsOf(loaded.tickets, places), firstOf(loaded.tickets, places),
                    bought->seats.empty());
    }
    if (owes && row.state != OrderState::Manual) addPayment(state, slot, loaded);
}

// What of its tickets waits for another order to be paid.
void loadExchange(EngineState& state, const LoadedEvent::LoadedOrder& loaded) {
    for (const TicketRow& ticket : loaded.tickets) {
        if (!ticket.isInExchange()) continue;
        const Slot slot = state.orders.find(ticket.exchange);
        Exchange& exchange = state.orders.paymentOf(state.orders.at(slot))->exchange;
        exchange.given = loaded.row.id;
        exchange.attempt = captureOf(loaded.attemptFacts);
        exchange.tickets.push_back(ticket);
    }
}

}  // namespace

std::unique_ptr<EngineState> loadState(std::shared_ptr<const Layout> layout, LoadedEvent loaded) {
    TESSERA_CHECK(!loaded.terms.empty());
    const std::optional<Point> focal = loaded.terms.back().focal;
    auto state = std::make_unique<EngineState>(
        EngineState{loaded.event,
                    Inventory(std::move(layout), focal, loaded.seats, areasOf(loaded)),
                    TermsBook(std::move(loaded.terms)),
                    IdSource(loaded.lastId),
                    {},
                    {},
                    {},
                    {},
                    {},
                    {},
                    loaded.lastTime,
                    {},
                    loaded.lastBatch});
    TESSERA_CHECK(!termsFault(state->terms.current(), state->inventory.layout()));
    for (Code& code : loaded.codes) state->codes.add(std::move(code));
    std::unordered_map<ReservationId, const LoadedEvent::LoadedOrder*> orderOf;
    std::unordered_map<ReservationId, const ReservationRow*> rowOf;
    for (const auto& order : loaded.orders) orderOf[order.row.reservation] = &order;
    for (const ReservationRow& row : loaded.reservations) {
        const auto order = orderOf.find(row.id);
        loadReservation(*state, row, order == orderOf.end() ? nullptr : order->second);
        rowOf[row.id] = &row;
    }
    state->terms.dropUnused();
    for (const auto& order : loaded.orders) {
        const auto row = rowOf.find(order.row.reservation);
        loadOrder(*state, order, row == rowOf.end() ? nullptr : row->second);
    }
    const std::int32_t move = state->terms.current().disruption.number;
    for (const auto& order : loaded.orders) {
        if (move > 0 && order.acceptedMove == move) state->accepted.push_back(order.row.id);
    }
    for (const auto& order : loaded.orders) loadExchange(*state, order);
    for (const OutboxRow& row : loaded.outbox) {
        Payment* payment = state->orders.findPayment(row.attempt);
        TESSERA_CHECK(payment != nullptr && !payment->call);
        loadCall(*state, *payment, row, state->orders.at(payment->order));
    }
    for (const auto& order : loaded.orders) {
        const Slot slot = state->orders.find(order.row.id);
        if (slot == kNoSlot) continue;
        Payment* payment = state->orders.paymentOf(state->orders.at(slot));
        if (payment != nullptr) loadTimers(*state, *payment, state->orders.at(slot));
    }
    scheduleReleases(*state);
    checkState(*state);
    return state;
}

}  // namespace tessera::engine
