// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <vector>

#include "server/engine/engine_state.h"
#include "server/engine/payment_saga.h"
#include "server/engine/views.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

// What the reservations say, to be compared with what the other books say.
struct Sums {
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
        const std::int64_t holder =
            sold ? state.orders.at(reservation.order).firstTicket.value + count
                 : reservation.id.value;
        TESSERA_CHECK(state.inventory.holder(seat) == holder);
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
        TESSERA_CHECK(timer.at >= reservation.expiresAt && timer.id == reservation.id.value);
    } else {
        ++sums.orders;
        const Order& order = state.orders.at(reservation.order);
        TESSERA_CHECK(order.reservation == slot);
        const bool sold = reservation.state == ReservationState::Sold;
        TESSERA_CHECK(sold == static_cast<bool>(order.firstTicket));
    }
}

void checkPayment(const EngineState& state, Slot slot, const Order& order, const Payment& payment,
                  std::size_t& timers, std::size_t& calls) {
    TESSERA_CHECK(payment.order == slot && payment.attempt.id);
    const bool open = order.state == OrderState::Paying || order.state == OrderState::Unpaid;
    TESSERA_CHECK(open == (payment.deadline != Timers::kNone));
    if (open) {
        ++timers;
        const Timer& timer = state.timers.at(payment.deadline);
        TESSERA_CHECK(timer.kind == TimerKind::OrderDeadline && timer.at == order.payDeadline);
        TESSERA_CHECK(timer.id == order.id.value && timer.slot == slot);
    }
    if (payment.call) {
        ++calls;
        TESSERA_CHECK(payment.ask == Timers::kNone && !payment.attempt.isFinal());
        TESSERA_CHECK(state.outboxDue.at(payment.call.due).id == payment.call.seq.value);
    } else if (payment.ask != Timers::kNone) {
        ++timers;
        TESSERA_CHECK(state.timers.at(payment.ask).kind == TimerKind::AskProvider);
    } else {
        // Nothing is left to ask: only the deadline can end it.
        TESSERA_CHECK(open && payment.attempt.isFinal());
    }
    TESSERA_CHECK(payment.attempts >= 1 && payment.attempts <= kAttemptsMax);
    TESSERA_CHECK(payment.attempt.refunded <= payment.attempt.captured);
}

void checkOrders(const EngineState& state, const Sums& sums) {
    std::size_t timers = sums.held;
    std::size_t calls = 0;
    std::size_t payments = 0;
    state.orders.forEach([&](Slot slot, const Order& order) {
        TESSERA_CHECK(state.orders.find(order.id) == slot);
        TESSERA_CHECK(state.reservations.at(order.reservation).order == slot);
        TESSERA_CHECK(order.state != OrderState::Released);
        const bool ticketed = static_cast<bool>(order.firstTicket);
        const bool needs = order.state == OrderState::Allocated ||
                           order.state == OrderState::Paid || order.state == OrderState::Unpaid;
        const bool lacks =
            order.state == OrderState::Paying || order.state == OrderState::Cancelling;
        TESSERA_CHECK(!needs || ticketed);
        TESSERA_CHECK(!lacks || !ticketed);
        const Payment* payment = state.orders.paymentOf(order);
        TESSERA_CHECK(hasPayment(order.state) == (payment != nullptr));
        if (payment == nullptr) return;
        ++payments;
        checkPayment(state, slot, order, *payment, timers, calls);
    });
    TESSERA_CHECK(state.orders.size() == sums.orders);
    TESSERA_CHECK(state.orders.payments() == payments);
    TESSERA_CHECK(state.timers.size() == timers);
    TESSERA_CHECK(state.outboxDue.size() == calls);
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
        TESSERA_CHECK(codes[i].usesMax == 0 || codes[i].uses <= codes[i].usesMax);
    }
    std::size_t versions = sums.references.contains(state.terms.current().version) ? 0 : 1;
    for (const auto& [version, references] : sums.references) {
        TESSERA_CHECK(state.terms.referencesTo(version) == references);
        ++versions;
    }
    TESSERA_CHECK(state.terms.size() == versions);
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
    TESSERA_CHECK(state.reservations.size() <= static_cast<std::size_t>(kReservationsMax));
    TESSERA_CHECK(state.reservations.remembered() <= static_cast<std::size_t>(kReleasedRemembered));
    state.timers.checkInvariants();
    state.outboxDue.checkInvariants();
}

}  // namespace tessera::engine
