// SPDX-License-Identifier: Apache-2.0
#include "server/engine/holds.h"

#include <algorithm>

#include "server/engine/allocations.h"
#include "server/engine/refused.h"
#include "server/engine/selection.h"
#include "server/engine/views.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

constexpr Duration kExtensionMax = Duration::ofSeconds(60);

bool isValidNow(const Code& code, Instant now) {
    return code.validFrom <= now && now < code.validUntil;
}

// A code that is valid now opens the presale, used up or not: then CodeUsedUp is what is said.
Outcome checkSale(const EngineState& state, Channel channel, const Code* code) {
    const EventTerms& terms = state.terms.current();
    if (terms.sale == SaleState::Cancelled) return refused(Refusal::EventCancelled);
    const bool presale = code != nullptr && code->opensPresale && isValidNow(*code, state.now);
    const Instant opens = presale ? std::min(terms.presaleOpensAt, terms.opensAt) : terms.opensAt;
    if (terms.sale == SaleState::Draft || state.now < opens) {
        Outcome outcome = refused(Refusal::SaleNotOpen);
        outcome.when = opens;
        return outcome;
    }
    if (terms.sale == SaleState::Closed || state.now >= terms.closesAt) {
        return refused(Refusal::SaleClosed);
    }
    const auto bit = static_cast<unsigned>(channel);
    if (bit >= kChannels || (terms.channels & (1U << bit)) == 0) {
        return refused(Refusal::ChannelNotAllowed);
    }
    return {};
}

Outcome checkBuyer(const EngineState& state, const Caller& caller, std::int32_t places) {
    const EventTerms& terms = state.terms.current();
    const bool staff = caller.privileged && caller.channel == Channel::BoxOffice;
    if (terms.maxPerBuyer == 0 || staff) return {};
    if (state.buyers.placesOf(caller.hash) + places <= terms.maxPerBuyer) return {};
    Outcome outcome = refused(Refusal::BuyerLimitReached);
    outcome.limit = terms.maxPerBuyer;
    return outcome;
}

// What the code unlocks for a search; hand-picked seats are looked at one by one.
AllocationNo unlockedFor(const Selection& selection, const Code* code) {
    const bool searches = std::holds_alternative<BestSelection>(selection);
    return searches && code != nullptr ? code->unlocks : AllocationNo{};
}

// All refusals of a hold, in their order; on none of them `chosen` is what can be taken.
Outcome judge(EngineState& state, const HoldSeats& command, const Code* code,
              ChosenPlaces& chosen) {
    Outcome outcome = checkSale(state, command.caller.channel, code);
    if (outcome.refusal != Refusal::None) return outcome;
    outcome = checkCode(state, command.code, code);
    if (outcome.refusal != Refusal::None) return outcome;
    outcome = checkShape(state, command.selection, chosen.places);
    if (outcome.refusal != Refusal::None) return outcome;
    outcome = checkBuyer(state, command.caller, chosen.places);
    if (outcome.refusal != Refusal::None) return outcome;
    const Inventory::Unlocked unlocked(state.inventory, unlockedFor(command.selection, code));
    return choosePlaces(state, command.selection, code, chosen);
}

Slot take(EngineState& state, const Caller& caller, CodeIndex code, const ChosenPlaces& chosen,
          Changes& changes) {
    const EventTerms& terms = state.terms.current();
    Reservation reservation;
    reservation.id = ReservationId{state.nextId()};
    reservation.createdAt = state.now;
    reservation.expiresAt = state.now + terms.holdFor;
    reservation.termsVersion = terms.version;
    reservation.code = code;
    reservation.places = static_cast<std::uint8_t>(chosen.places);
    reservation.channel = caller.channel;
    reservation.buyer = state.buyers.add(caller.hash, chosen.places);
    if (!chosen.seats.empty()) {
        reservation.first = static_cast<std::uint32_t>(chosen.seats.front().seat.value);
        for (const SeatPick& pick : chosen.seats) {
            state.inventory.hold(pick.seat, reservation.id, changes);
        }
        state.inventory.chain(chosen.seats);
    }
    state.terms.refer(terms.version);
    state.codes.take(code, changes);
    const Slot slot = state.reservations.add(reservation);
    if (chosen.seats.empty()) {
        state.reservations.setLines(slot, chosen.area, chosen.lines);
        state.inventory.moveArea(chosen.area, chosen.places, 0, changes);
    }
    state.reservations.at(slot).expiry = state.timers.start(
        {reservation.expiresAt, reservation.id.value, slot, TimerKind::HoldExpiry});
    return slot;
}

ReservationRow rowOf(const HoldSeats& command, const ReservationView& view, CodeId code,
                     std::int32_t termsVersion) {
    ReservationRow row;
    row.id = view.id;
    row.request = command.request;
    row.fingerprint = command.fingerprint;
    row.buyer = view.buyer;
    row.channel = view.channel;
    row.state = view.state;
    row.createdAt = view.createdAt;
    row.expiresAt = view.expiresAt;
    row.seats = view.seats;
    row.areas = view.areas;
    row.code = code;
    row.termsVersion = termsVersion;
    row.total = view.quote.total;
    return row;
}

ReservationUpdate updateOf(const EngineState& state, const Reservation& reservation,
                           ReservationState to) {
    ReservationUpdate update;
    update.id = reservation.id;
    update.from = reservation.state;
    update.to = to;
    update.expiresAt = reservation.expiresAt;
    update.extended = Duration::ofMicros(reservation.extendedMicros);
    if (reservation.order != kNoSlot) update.order = state.orders.at(reservation.order).id;
    return update;
}

}  // namespace

Outcome checkCode(const EngineState& state, const std::string& text, const Code* code) {
    if (text.empty()) return {};
    if (code == nullptr) return refused(Refusal::CodeUnknown);
    if (!isValidNow(*code, state.now)) return refused(Refusal::CodeNotValidNow);
    if (code->usesMax > 0 && code->uses >= code->usesMax) {
        Outcome outcome = refused(Refusal::CodeUsedUp);
        outcome.limit = code->usesMax;
        return outcome;
    }
    return {};
}

Outcome holdSeats(EngineState& state, const HoldSeats& command, Changes& changes) {
    const CodeIndex code = command.code.empty() ? kNoCode : state.codes.find(command.code);
    ChosenPlaces chosen;
    Outcome outcome = judge(state, command, state.codes.pointer(code), chosen);
    if (outcome.refusal != Refusal::None) return outcome;
    const Slot slot = take(state, command.caller, code, chosen, changes);
    ReservationView view = reservationView(state, slot);
    Reservation& reservation = state.reservations.at(slot);
    reservation.total = view.quote.total;
    const CodeId codeId = code == kNoCode ? CodeId{} : state.codes.at(code).id;
    changes.reservations.push_back(rowOf(command, view, codeId, reservation.termsVersion));
    outcome.target = reservation.id.value;
    outcome.hadEffect = true;
    outcome.view = std::move(view);
    return outcome;
}

void releaseReservation(EngineState& state, Slot slot, ReleaseReason reason, Changes& changes) {
    Reservation& reservation = state.reservations.at(slot);
    ReservationUpdate update = updateOf(state, reservation, ReservationState::Released);
    update.reason = reason;
    changes.reservationUpdates.push_back(update);
    const bool sold = reservation.state == ReservationState::Sold;
    if (reservation.ofSeats()) {
        for (SeatNo seat = reservation.firstSeat(); seat != kNoSeat;) {
            const SeatNo next = state.inventory.next(seat);
            giveBack(state, seat, changes);
            seat = next;
        }
    } else {
        const std::int32_t places = reservation.places;
        state.inventory.moveArea(reservation.area, sold ? 0 : -places, sold ? -places : 0, changes);
    }
    ReleasedReservation released;
    released.id = reservation.id;
    released.buyer = state.buyers.hashOf(reservation.buyer);
    released.total = reservation.total;
    released.reason = reason;
    if (reservation.order != kNoSlot) {
        const Order& order = state.orders.at(reservation.order);
        released.order = order.id;
        released.orderCreatedAt = order.createdAt;
        released.payDeadline = order.payDeadline;
        released.orderState = order.state;
        released.version = order.version;
        if (order.payment == kNoSlot) {
            state.orders.noteRested(order.id, order.version, state.now);
            state.orders.remove(reservation.order);
        } else {
            state.orders.at(reservation.order).reservation = kNoSlot;
        }
    }
    state.reservations.remember(released);
    state.buyers.remove(reservation.buyer, reservation.places);
    state.codes.giveBack(reservation.code, changes);
    state.terms.forget(reservation.termsVersion);
    if (reservation.expiry != Timers::kNone) state.timers.cancel(reservation.expiry);
    state.reservations.remove(slot);
}

void freePlaces(EngineState& state, Slot slot, const std::vector<const TicketRow*>& tickets,
                Changes& changes) {
    Reservation& reservation = state.reservations.at(slot);
    TESSERA_CHECK(reservation.state == ReservationState::Sold);
    TESSERA_CHECK(!tickets.empty() && tickets.size() <= reservation.places);
    if (tickets.size() == reservation.places) {
        return releaseReservation(state, slot, ReleaseReason::Refunded, changes);
    }
    for (const TicketRow* ticket : tickets) {
        if (ticket->seat) {
            const SeatNo first = state.inventory.unchain(reservation.firstSeat(), *ticket->seat);
            reservation.first = static_cast<std::uint32_t>(first.value);
            giveBack(state, *ticket->seat, changes);
        } else {
            state.reservations.takePlace(slot, ticket->type);
            state.inventory.moveArea(reservation.area, 0, -1, changes);
        }
    }
    const auto places = static_cast<std::int32_t>(tickets.size());
    reservation.places = static_cast<std::uint8_t>(reservation.places - places);
    state.buyers.remove(reservation.buyer, places);
}

void sellReservation(EngineState& state, Slot slot, TicketId first, Changes& changes) {
    Reservation& reservation = state.reservations.at(slot);
    TESSERA_CHECK(reservation.state == ReservationState::Held ||
                  reservation.state == ReservationState::Paying);
    changes.reservationUpdates.push_back(updateOf(state, reservation, ReservationState::Sold));
    reservation.state = ReservationState::Sold;
    if (!reservation.ofSeats()) {
        state.inventory.moveArea(reservation.area, -reservation.places, reservation.places,
                                 changes);
        return;
    }
    std::int64_t ticket = first.value;
    for (SeatNo seat = reservation.firstSeat(); seat != kNoSeat;
         seat = state.inventory.next(seat)) {
        state.inventory.sell(seat, TicketId{ticket++}, changes);
    }
    TESSERA_CHECK(ticket == first.value + reservation.places);
}

void extendHolds(EngineState& state, Duration outage, Changes& changes) {
    std::vector<std::pair<ReservationId, Slot>> held;
    state.reservations.forEach([&](Slot slot, const Reservation& reservation) {
        if (reservation.state == ReservationState::Held) held.emplace_back(reservation.id, slot);
    });
    std::sort(held.begin(), held.end());
    for (const auto& [id, slot] : held) {
        Reservation& reservation = state.reservations.at(slot);
        const std::int64_t left = kExtensionMax.micros - reservation.extendedMicros;
        const std::int64_t by = std::min(outage.micros, left);
        if (by <= 0) continue;
        reservation.extendedMicros += static_cast<std::int32_t>(by);
        reservation.expiresAt = reservation.expiresAt + Duration::ofMicros(by);
        state.timers.cancel(reservation.expiry);
        reservation.expiry =
            state.timers.start({reservation.expiresAt, id.value, slot, TimerKind::HoldExpiry});
        changes.reservationUpdates.push_back(updateOf(state, reservation, reservation.state));
    }
}

}  // namespace tessera::engine
