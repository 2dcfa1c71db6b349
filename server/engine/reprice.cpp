// SPDX-License-Identifier: Apache-2.0
#include "server/engine/reprice.h"

#include <algorithm>
#include <utility>

#include "server/engine/holds.h"
#include "server/engine/refused.h"
#include "server/engine/selection.h"
#include "server/engine/views.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

// What the reservation is to be.
struct Wanted {
    CodeIndex code = kNoCode;
    std::vector<SeatPick> seats;   // Ascending.
    std::vector<TypeCount> lines;  // Of its area: ascending by type, counts > 0.
    std::vector<PriceAdjustment> adjustments;
    std::vector<PricedItem> items;
};

Outcome refused(Refusal refusal, std::vector<SeatNo> seats) {
    std::sort(seats.begin(), seats.end());
    seats.erase(std::unique(seats.begin(), seats.end()), seats.end());
    if (seats.size() > kRefusedSeatsMax) seats.resize(kRefusedSeatsMax);
    Outcome outcome = engine::refused(refusal);
    outcome.seats = std::move(seats);
    return outcome;
}

Outcome placesDiffer(const Reservation& reservation) {
    Outcome outcome = engine::refused(Refusal::PlacesDiffer);
    outcome.limit = reservation.places;
    return outcome;
}

// What the code that it has did for it cannot be taken away.
Outcome judgeLoss(const EngineState& state, const Reservation& reservation, const Code* next) {
    const Code* had = state.codes.pointer(reservation.code);
    if (had == nullptr || had == next) return {};
    const Instant opens = state.terms.current().opensAt;
    const bool opened = had->opensPresale && state.now < opens;
    if (opened && (next == nullptr || !next->opensPresale)) {
        return engine::refused(Refusal::SaleNotOpen, opens);
    }
    std::vector<SeatNo> unlocked;
    if (had->unlocks.value != 0 && (next == nullptr || next->unlocks != had->unlocks)) {
        for (const SeatPick& pick : seatsOf(state, reservation)) {
            if (state.inventory.allocation(pick.seat) == had->unlocks) {
                unlocked.push_back(pick.seat);
            }
        }
    }
    return unlocked.empty() ? Outcome{} : refused(Refusal::SeatUnavailable, std::move(unlocked));
}

Outcome chooseCode(const EngineState& state, const Reservation& reservation,
                   const std::string& text, CodeIndex& chosen) {
    chosen = text.empty() ? kNoCode : state.codes.find(text);
    const Code* next = state.codes.pointer(chosen);
    if (next == nullptr || chosen != reservation.code) {
        const Outcome outcome = checkCode(state, text, next);
        if (outcome.refusal != Refusal::None) return outcome;
    }
    return judgeLoss(state, reservation, next);
}

// Those that are named and not its own; else those that are named twice.
Outcome judgeNamed(const std::vector<SeatPick>& own, std::vector<SeatNo> named) {
    std::vector<SeatNo> wrong;
    for (const SeatNo seat : named) {
        const bool its = std::any_of(own.begin(), own.end(),
                                     [&](const SeatPick& pick) { return pick.seat == seat; });
        if (!its) wrong.push_back(seat);
    }
    if (!wrong.empty()) return refused(Refusal::SeatUnknown, std::move(wrong));
    std::sort(named.begin(), named.end());
    for (std::size_t i = 1; i < named.size(); ++i) {
        if (named[i] == named[i - 1]) wrong.push_back(named[i]);
    }
    return wrong.empty() ? Outcome{} : refused(Refusal::SeatRepeated, std::move(wrong));
}

Outcome judgeSeats(const std::vector<SeatPick>& own, const RepriceReservation& command) {
    std::vector<SeatNo> picked;
    for (const SeatPick& pick : command.seats) picked.push_back(pick.seat);
    std::vector<SeatNo> adjusted;
    std::size_t rests = 0;
    for (const PriceAdjustment& each : command.adjustments) {
        adjusted.insert(adjusted.end(), each.seats.begin(), each.seats.end());
        if (each.seats.empty()) ++rests;
    }
    for (const auto refusal : {Refusal::SeatUnknown, Refusal::SeatRepeated}) {
        for (const auto* named : {&picked, &adjusted}) {
            Outcome outcome = judgeNamed(own, *named);
            if (outcome.refusal == refusal) return outcome;
        }
    }
    return rests > 1 ? engine::refused(Refusal::SeatRepeated) : Outcome{};
}

std::vector<TypeCount> merged(const std::vector<TypeCount>& counts) {
    std::vector<TypeCount> lines;
    for (const TypeCount& count : counts) {
        if (count.count == 0) continue;
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const TypeCount& line) {
            return line.type == count.type;
        });
        if (same == lines.end()) {
            lines.push_back(count);
        } else {
            same->count += count.count;
        }
    }
    std::sort(lines.begin(), lines.end(),
              [](const TypeCount& a, const TypeCount& b) { return a.type < b.type; });
    return lines;
}

// Seats and places as they are to be; their types are not judged yet.
Outcome choosePlaces(const EngineState& state, const Reservation& reservation,
                     const RepriceReservation& command, Wanted& wanted) {
    const std::vector<SeatPick> own = seatsOf(state, reservation);
    const Outcome named = judgeSeats(own, command);
    if (named.refusal != Refusal::None) return named;
    const bool itsArea =
        command.area && !reservation.ofSeats() && command.area->area == reservation.area;
    if (command.area && !itsArea) return engine::refused(Refusal::AreaUnknown);
    if (!command.seats.empty() && command.seats.size() != own.size()) {
        return placesDiffer(reservation);
    }
    wanted.seats = command.seats.empty() ? own : command.seats;
    std::sort(wanted.seats.begin(), wanted.seats.end(),
              [](const SeatPick& a, const SeatPick& b) { return a.seat < b.seat; });
    if (!command.area) {
        for (const AreaPlaces& line : state.reservations.linesOf(reservation)) {
            wanted.lines.push_back({line.type, line.count});
        }
        return {};
    }
    std::int64_t places = 0;
    bool negative = false;
    for (const TypeCount& count : command.area->counts) {
        negative = negative || count.count < 0;
        places += count.count;
    }
    if (negative || places != reservation.places) return placesDiffer(reservation);
    wanted.lines = merged(command.area->counts);
    return {};
}

void listItems(const EngineState& state, const Reservation& reservation, Wanted& wanted) {
    const Layout& layout = state.inventory.layout();
    for (const SeatPick& pick : wanted.seats) {
        wanted.items.push_back({layout.seat(pick.seat).category, pick.type,
                                adjustmentOf(wanted.adjustments, pick.seat)});
    }
    if (reservation.ofSeats()) return;
    const auto& area = layout.areas()[static_cast<std::size_t>(reservation.area.value)];
    const PricedItem place{area.category, {}, adjustmentOf(wanted.adjustments, kNoSeat)};
    for (const TypeCount& line : wanted.lines) {
        wanted.items.insert(wanted.items.end(), static_cast<std::size_t>(line.count), place);
        for (std::int32_t i = 0; i < line.count; ++i) {
            wanted.items[wanted.items.size() - 1 - static_cast<std::size_t>(i)].type = line.type;
        }
    }
}

Outcome judgeTypes(const EventTerms& terms, const Wanted& wanted) {
    for (const PricedItem& item : wanted.items) {
        if (item.type.value < 0 || item.type.value >= terms.ticketTypes) {
            return engine::refused(Refusal::TicketTypeUnknown);
        }
    }
    std::vector<SeatNo> unpriced;
    bool priced = true;
    for (std::size_t i = 0; i < wanted.items.size(); ++i) {
        if (priceOf(terms, wanted.items[i].category, wanted.items[i].type)) continue;
        priced = false;
        if (i < wanted.seats.size()) unpriced.push_back(wanted.seats[i].seat);
    }
    return priced ? Outcome{} : refused(Refusal::NotPriced, std::move(unpriced));
}

// As it stands now.
Wanted present(const EngineState& state, const Reservation& reservation) {
    Wanted now;
    now.adjustments = state.reservations.adjustmentsOf(reservation.id);
    (void)choosePlaces(state, reservation, {}, now);
    listItems(state, reservation, now);
    return now;
}

bool isSame(const PriceAdjustment& a, const PriceAdjustment& b) {
    return a.kind == b.kind && a.price == b.price && a.reason == b.reason;
}

const PriceAdjustment* ofPlace(const Wanted& wanted, SeatNo seat) {
    const std::int16_t which = adjustmentOf(wanted.adjustments, seat);
    return which < 0 ? nullptr : &wanted.adjustments[static_cast<std::size_t>(which)];
}

const Code* codeOf(const EngineState& state, const Wanted& wanted) {
    return wanted.code == kNoCode ? nullptr : &state.codes.at(wanted.code);
}

Money givenAwayBy(AdjustmentKind kind, const EventTerms& terms, const Wanted& wanted,
                  const Code* code) {
    std::vector<PricedItem> items;
    for (const PricedItem& item : wanted.items) {
        if (item.adjustment < 0) continue;
        const auto which = static_cast<std::size_t>(item.adjustment);
        if (wanted.adjustments[which].kind == kind) items.push_back(item);
    }
    return givenAway(terms, items, wanted.adjustments, code);
}

// What nobody has approved now, was approved before or is not taken: of what it gave away by the
// code that there was, for another code or none may make the same adjustment worth more.
Outcome judgeKept(const EngineState& state, const Reservation& reservation,
                  const RepriceReservation& command, const Wanted& wanted) {
    if (command.onlyKept.empty()) return {};
    const EventTerms& terms = state.terms.version(reservation.termsVersion);
    const Code* const code = codeOf(state, wanted);
    const Code* const codeBefore = state.codes.pointer(reservation.code);
    const Wanted before = present(state, reservation);
    std::vector<SeatNo> places{kNoSeat};
    if (reservation.ofSeats()) places.clear();
    for (const SeatPick& pick : wanted.seats) places.push_back(pick.seat);
    for (const AdjustmentKind kind : command.onlyKept) {
        const bool kept = std::all_of(places.begin(), places.end(), [&](SeatNo place) {
            const PriceAdjustment* const next = ofPlace(wanted, place);
            if (next == nullptr || next->kind != kind) return true;
            const PriceAdjustment* const had = ofPlace(before, place);
            return had != nullptr && isSame(*had, *next);
        });
        if (kept && givenAwayBy(kind, terms, wanted, code) <=
                        givenAwayBy(kind, terms, before, codeBefore)) {
            continue;
        }
        Outcome outcome = engine::refused(Refusal::ApprovalNeeded);
        outcome.limit = static_cast<std::int64_t>(kind);
        return outcome;
    }
    return {};
}

Outcome judge(const EngineState& state, const Reservation& reservation,
              const RepriceReservation& command, Wanted& wanted) {
    Outcome outcome = chooseCode(state, reservation, command.code, wanted.code);
    if (outcome.refusal != Refusal::None) return outcome;
    outcome = choosePlaces(state, reservation, command, wanted);
    if (outcome.refusal != Refusal::None) return outcome;
    wanted.adjustments = command.adjustments;
    for (PriceAdjustment& each : wanted.adjustments) {
        std::sort(each.seats.begin(), each.seats.end());
    }
    const bool whole =
        wanted.adjustments.size() <= kAdjustmentsMax &&
        std::all_of(wanted.adjustments.begin(), wanted.adjustments.end(), isWellFormed);
    if (!whole) return engine::refused(Refusal::TermsInvalid);
    listItems(state, reservation, wanted);
    const EventTerms& terms = state.terms.version(reservation.termsVersion);
    outcome = judgeTypes(terms, wanted);
    if (outcome.refusal != Refusal::None) return outcome;
    const Code* const code = codeOf(state, wanted);
    outcome = judgeKept(state, reservation, command, wanted);
    if (outcome.refusal != Refusal::None) return outcome;
    outcome.givenAway = givenAway(terms, wanted.items, wanted.adjustments, code);
    if (outcome.givenAway > command.giveAwayMost) {
        outcome.refusal = Refusal::ApprovalTooSmall;
        outcome.limit = outcome.givenAway.minor;
    }
    return outcome;
}

CodeId idOf(const EngineState& state, CodeIndex code) {
    return code == kNoCode ? CodeId{} : state.codes.at(code).id;
}

}  // namespace

bool isWellFormed(const PriceAdjustment& adjustment) {
    const auto& seats = adjustment.seats;
    const bool ofPrice = adjustment.kind == AdjustmentKind::Price;
    return (ofPrice || adjustment.kind == AdjustmentKind::Complimentary) &&
           adjustment.price.minor >= 0 && adjustment.price <= kAdjustedPriceMax &&
           (ofPrice || adjustment.price == Money{}) && !adjustment.reason.empty() &&
           adjustment.reason.size() <= kAdjustmentReasonMax &&
           seats.size() <= static_cast<std::size_t>(kItemsPerOrderMax) &&
           std::adjacent_find(seats.begin(), seats.end(),
                              [](SeatNo a, SeatNo b) { return !(a < b); }) == seats.end();
}

Outcome repriceReservation(EngineState& state, Slot slot, const RepriceReservation& command,
                           Changes& changes) {
    Reservation& reservation = state.reservations.at(slot);
    TESSERA_CHECK(reservation.state == ReservationState::Held && reservation.order == kNoSlot);
    Wanted wanted;
    Outcome outcome = judge(state, reservation, command, wanted);
    if (outcome.refusal != Refusal::None) return outcome;
    Reprice row;
    row.id = reservation.id;
    row.fromTotal = reservation.total;
    row.fromCode = idOf(state, reservation.code);
    row.code = idOf(state, wanted.code);
    if (wanted.code != reservation.code) {
        state.codes.take(wanted.code, changes);
        state.codes.giveBack(reservation.code, changes);
        reservation.code = wanted.code;
    }
    if (reservation.ofSeats()) {
        state.inventory.chain(wanted.seats);
    } else {
        state.reservations.replaceLines(slot, wanted.lines);
    }
    state.reservations.setAdjustments(reservation.id, wanted.adjustments);
    ReservationView view = reservationView(state, slot);
    reservation.total = view.quote.total;
    row.total = reservation.total;
    row.seats = view.seats;
    row.areas = view.areas;
    row.adjustments = std::move(wanted.adjustments);
    changes.reprices.push_back(std::move(row));
    outcome.target = reservation.id.value;
    outcome.hadEffect = true;
    outcome.view = std::move(view);
    return outcome;
}

}  // namespace tessera::engine
