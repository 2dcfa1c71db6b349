// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include "server/engine/allocations.h"
#include "server/engine/disruption.h"
#include "server/engine/engine_state.h"
#include "server/engine/payment_saga.h"
#include "server/engine/views.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

// What the reservations say, to be compared with what the other books say.
struct Sums {
    std::set<std::int64_t> holders;  // Of sold seats.
    std::size_t heldSeats = 0;
    std::size_t soldSeats = 0;
    std::size_t held = 0;
    std::size_t orders = 0;
    std::vector<Inventory::AreaCount> areas;
    std::map<Slot, std::int32_t> places;             // By buyer.
    std::map<CodeIndex, std::int32_t> uses;          // By code.
    std::map<std::int32_t, std::size_t> references;  // By terms version.
};

void checkSeats(const EngineState& state, const Reservation& reservation, Sums& sums) {
    const bool sold = reservation.state == ReservationState::Sold;
    std::int64_t count = 0;
    SeatNo before = kNoSeat;
    for (SeatNo seat = reservation.firstSeat(); seat != kNoSeat;
         seat = state.inventory.next(seat)) {
        TESSERA_CHECK(state.inventory.layout().contains(seat) && seat > before);
        before = seat;
        TESSERA_CHECK(state.inventory.status(seat) == (sold ? SeatStatus::Sold : SeatStatus::Held));
        const std::int64_t holder = state.inventory.holder(seat);
        if (sold) {
            const Order& order = state.orders.at(reservation.order);
            TESSERA_CHECK(holder >= order.firstTicket.value && holder <= state.ids.last());
            TESSERA_CHECK(sums.holders.insert(holder).second);
        } else {
            TESSERA_CHECK(holder == reservation.id.value);
        }
        ++count;
    }
    TESSERA_CHECK(count == reservation.places);
    (sold ? sums.soldSeats : sums.heldSeats) += static_cast<std::size_t>(count);
}

void checkLines(const EngineState& state, const Reservation& reservation, Sums& sums) {
    TESSERA_CHECK(state.inventory.layout().contains(reservation.area));
    std::int32_t count = 0;
    for (const AreaPlaces& line : state.reservations.linesOf(reservation)) count += line.count;
    TESSERA_CHECK(count == reservation.places);
    auto& area = sums.areas[static_cast<std::size_t>(reservation.area.value)];
    (reservation.state == ReservationState::Sold ? area.sold : area.held) += count;
}

void checkReservation(const EngineState& state, Slot slot, const Reservation& reservation,
                      Sums& sums) {
    TESSERA_CHECK(state.reservations.find(reservation.id) == slot);
    TESSERA_CHECK(reservation.id.value <= state.ids.last());
    TESSERA_CHECK(reservation.places <= kItemsPerOrderMax);
    TESSERA_CHECK(reservation.extendedMicros >= 0 && reservation.extendedMicros <= 60000000);
    TESSERA_CHECK(reservation.state != ReservationState::Released);
    if (reservation.ofSeats()) {
        checkSeats(state, reservation, sums);
    } else {
        checkLines(state, reservation, sums);
    }
    sums.places[reservation.buyer] += reservation.places;
    if (reservation.code != kNoCode) ++sums.uses[reservation.code];
    ++sums.references[reservation.termsVersion];
    const bool held = reservation.state == ReservationState::Held;
    TESSERA_CHECK(held == (reservation.order == kNoSlot));
    TESSERA_CHECK(held == (reservation.expiry != Timers::kNone));
    if (held) {
        ++sums.held;
        const Timer& timer = state.timers.at(reservation.expiry);
        TESSERA_CHECK(timer.kind == TimerKind::HoldExpiry && timer.slot == slot);
        // Later if the database refused the release.
        TESSERA_CHECK(timer.at >= endOf(state, reservation.expiresAt));
        TESSERA_CHECK(timer.id == reservation.id.value);
    } else {
        ++sums.orders;
        const Order& order = state.orders.at(reservation.order);
        TESSERA_CHECK(order.reservation == slot);
        const bool sold = reservation.state == ReservationState::Sold;
        TESSERA_CHECK(sold == static_cast<bool>(order.firstTicket));
        const OrderBook::AreaTickets& tickets = state.orders.areaTicketsOf(reservation.order);
        TESSERA_CHECK(!sold || order.state == OrderState::Paid ||
                      reservation.places == order.tickets);
        TESSERA_CHECK(!sold || reservation.ofSeats() ||
                      reservation.places + tickets.returned.size() ==
                          order.tickets + tickets.issued.size());
    }
}

// What is counted over all payments.
struct Running {
    std::size_t timers = 0;
    std::size_t calls = 0;
    std::size_t payments = 0;
    std::size_t attempts = 0;
};

void checkParts(const Order& order, const Payment& payment, Running& running) {
    Money promised;
    for (const Part& part : payment.parts) {
        if (!part.exists()) continue;
        ++running.attempts;
        const Attempt& attempt = part.attempt;
        TESSERA_CHECK(attempt.amount <= part.amount && attempt.amount.minor > 0);
        TESSERA_CHECK(attempt.refunded <= attempt.captured);
        TESSERA_CHECK(attempt.booked == attempt.captured);
        TESSERA_CHECK(attempt.bookedBack == attempt.refunded);
        TESSERA_CHECK(attempt.net() >= payment.goingBack(attempt.id));
        if (!part.surplus && !attempt.isFinal()) promised += attempt.amount;
    }
    // What comes late comes when nothing is asked for any more.
    const bool over = order.state == OrderState::Paid || order.state == OrderState::Compensating;
    TESSERA_CHECK(over || promised <= payment.total);
    const auto open = std::count_if(
        payment.parts.begin(), payment.parts.end(),
        [](const Part& part) { return part.exists() && !part.surplus && part.attempt.isOpen(); });
    TESSERA_CHECK(open <= 1);
    TESSERA_CHECK(payment.attempts >= 1 && payment.attempts <= kAttemptsMax);
}

// While its tender by exchange is authorized the tickets wait, each with its seat.
void checkExchange(const EngineState& state, const Payment& payment) {
    const auto waits =
        std::count_if(payment.parts.begin(), payment.parts.end(), [](const Part& part) {
            return part.byExchange() && part.attempt.state == AttemptState::Authorized;
        });
    TESSERA_CHECK(waits == (payment.exchange ? 1 : 0));
    if (!payment.exchange) return;
    const Slot slot = state.orders.find(payment.exchange.given);
    TESSERA_CHECK(slot != kNoSlot && slot != payment.order);
    const Order& given = state.orders.at(slot);
    TESSERA_CHECK(given.state == OrderState::Paid && given.reservation != kNoSlot);
    TESSERA_CHECK(!payment.exchange.tickets.empty());
    TESSERA_CHECK(payment.exchange.value().minor > 0);
    for (const TicketRow& ticket : payment.exchange.tickets) {
        TESSERA_CHECK(ticket.order == given.id);
        TESSERA_CHECK(!ticket.seat || state.inventory.holder(*ticket.seat) == ticket.id.value);
    }
}

void checkDeadline(const EngineState& state, Slot slot, const Order& order, const Payment& payment,
                   Running& running) {
    TESSERA_CHECK(isPayable(order.state) == (payment.deadline != Timers::kNone));
    if (payment.deadline == Timers::kNone) return;
    ++running.timers;
    const Timer& timer = state.timers.at(payment.deadline);
    TESSERA_CHECK(timer.kind == TimerKind::OrderDeadline && timer.at <= order.payDeadline &&
                  timer.at >= endOf(state, order.payDeadline));
    TESSERA_CHECK(timer.id == order.id.value && timer.slot == slot);
}

void checkPayment(const EngineState& state, Slot slot, const Order& order, const Payment& payment,
                  Running& running) {
    TESSERA_CHECK(payment.order == slot);
    ++running.payments;
    checkParts(order, payment, running);
    checkExchange(state, payment);
    checkDeadline(state, slot, order, payment, running);
    if (payment.call) {
        ++running.calls;
        TESSERA_CHECK(payment.ask == Timers::kNone);
        TESSERA_CHECK(state.outboxDue.at(payment.call.due).id == payment.call.seq.value);
    } else if (payment.ask != Timers::kNone) {
        ++running.timers;
        TESSERA_CHECK(state.timers.at(payment.ask).kind == TimerKind::AskProvider);
    } else {
        TESSERA_CHECK(waitsForPeople(order.state, payment));
    }
}

void checkOrder(const EngineState& state, Slot slot, const Order& order, Running& running) {
    TESSERA_CHECK(state.orders.find(order.id) == slot);
    TESSERA_CHECK(order.state != OrderState::Released);
    const Payment* payment = state.orders.paymentOf(order);
    if (order.reservation == kNoSlot) {
        TESSERA_CHECK(order.state == OrderState::Paid || order.state == OrderState::Compensating);
        TESSERA_CHECK(payment != nullptr);
    } else {
        TESSERA_CHECK(state.reservations.at(order.reservation).order == slot);
        const bool ticketed = static_cast<bool>(order.firstTicket);
        const bool needs = order.state == OrderState::Allocated ||
                           order.state == OrderState::Paid || order.state == OrderState::Unpaid;
        const bool lacks =
            order.state == OrderState::Paying || order.state == OrderState::Cancelling;
        TESSERA_CHECK(!needs || ticketed);
        TESSERA_CHECK(!lacks || !ticketed);
    }
    if (hasPayment(order.state)) TESSERA_CHECK(payment != nullptr);
    if (order.state == OrderState::Manual) TESSERA_CHECK(payment == nullptr);
    if (payment != nullptr) checkPayment(state, slot, order, *payment, running);
}

void checkOrders(const EngineState& state, const Sums& sums) {
    Running running;
    running.timers = sums.held + state.releases.size();
    std::size_t placed = 0;
    state.orders.forEach([&](Slot slot, const Order& order) {
        checkOrder(state, slot, order, running);
        placed += order.reservation != kNoSlot;
    });
    TESSERA_CHECK(placed == sums.orders);
    TESSERA_CHECK(state.orders.payments() == running.payments);
    TESSERA_CHECK(state.orders.attempts() == running.attempts);
    TESSERA_CHECK(state.timers.size() == running.timers);
    TESSERA_CHECK(state.outboxDue.size() == running.calls);
}

void checkInventory(const EngineState& state, const Sums& sums) {
    std::size_t held = 0;
    std::size_t sold = 0;
    std::int32_t free = 0;
    for (std::int32_t i = 0; i < state.inventory.layout().seatCount(); ++i) {
        const SeatState seat = state.inventory.state(SeatNo{i});
        const bool taken = seat.status == SeatStatus::Held || seat.status == SeatStatus::Sold;
        TESSERA_CHECK(taken == (seat.holder != 0));
        if (!taken) {
            TESSERA_CHECK((seat.status == SeatStatus::Blocked) == (seat.allocation.value != 0));
        }
        const bool available = seat.status == SeatStatus::Available;
        held += seat.status == SeatStatus::Held;
        sold += seat.status == SeatStatus::Sold;
        free += available;
    }
    TESSERA_CHECK(held == sums.heldSeats && sold == sums.soldSeats);
    state.inventory.checkInvariants();
    TESSERA_CHECK(state.inventory.best().freeCount() == free);
    for (std::size_t i = 0; i < sums.areas.size(); ++i) {
        const AreaNo number{static_cast<std::int16_t>(i)};
        const Inventory::AreaCount& area = state.inventory.area(number);
        TESSERA_CHECK(area.held == sums.areas[i].held && area.sold == sums.areas[i].sold);
        TESSERA_CHECK(state.inventory.areaFree(number) >= 0);
    }
}

void checkCounts(const EngineState& state, const Sums& sums) {
    TESSERA_CHECK(state.buyers.size() == sums.places.size());
    for (const auto& [slot, places] : sums.places) {
        TESSERA_CHECK(state.buyers.placesAt(slot) == places);
        TESSERA_CHECK(state.buyers.placesOf(state.buyers.hashOf(slot)) == places);
    }
    const auto& codes = state.codes.codes();
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto used = sums.uses.find(static_cast<CodeIndex>(i));
        TESSERA_CHECK(codes[i].uses == (used == sums.uses.end() ? 0 : used->second));
    }
    std::size_t versions = sums.references.contains(state.terms.current().version) ? 0 : 1;
    for (const auto& [version, references] : sums.references) {
        TESSERA_CHECK(state.terms.referencesTo(version) == references);
        ++versions;
    }
    TESSERA_CHECK(state.terms.size() == versions);
}

void checkDisruption(const EngineState& state) {
    const auto& accepted = state.accepted;
    TESSERA_CHECK(std::adjacent_find(accepted.begin(), accepted.end(), std::greater_equal{}) ==
                  accepted.end());
    const Disruption& now = state.terms.current().disruption;
    TESSERA_CHECK(now.kind == DisruptionKind::Moved || accepted.empty());
}

}  // namespace

void checkState(const EngineState& state) {
    Sums sums;
    sums.areas.resize(state.inventory.layout().areas().size());
    state.reservations.forEach([&](Slot slot, const Reservation& reservation) {
        checkReservation(state, slot, reservation, sums);
    });
    checkOrders(state, sums);
    checkInventory(state, sums);
    checkCounts(state, sums);
    checkDisruption(state);
    checkReleases(state);
    TESSERA_CHECK(state.reservations.size() <= static_cast<std::size_t>(kReservationsMax));
    TESSERA_CHECK(state.reservations.remembered() <= static_cast<std::size_t>(kReleasedRemembered));
    state.timers.checkInvariants();
    state.outboxDue.checkInvariants();
}

}  // namespace tessera::engine
