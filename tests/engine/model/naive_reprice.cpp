// SPDX-License-Identifier: Apache-2.0
// What a hold is to cost instead: each refusal in its order.
#include <algorithm>
#include <map>
#include <utility>

#include "tests/engine/model/naive_event.h"

namespace tessera::engine {

Outcome NaiveEvent::judgeOtherCode(const NaiveReservation& held, const std::string& text,
                                   int& at) const {
    at = text.empty() ? -1 : codeNamed(text);
    if (!text.empty() && at < 0) return refusedAs(Refusal::CodeUnknown);
    if (at == held.code) return {};
    if (at >= 0) {
        const Code& next = codes[static_cast<std::size_t>(at)];
        if (now_ < next.validFrom || now_ >= next.validUntil) {
            return refusedAs(Refusal::CodeNotValidNow);
        }
        if (next.usesMax != 0 && next.uses >= next.usesMax) {
            return refusedAs(Refusal::CodeUsedUp, {}, next.usesMax);
        }
    }
    if (held.code < 0) return {};
    const Code& had = codes[static_cast<std::size_t>(held.code)];
    const Code none;
    const Code& next = at < 0 ? none : codes[static_cast<std::size_t>(at)];
    if (had.opensPresale && now_ < current().opensAt && !next.opensPresale) {
        Outcome outcome = refusedAs(Refusal::SaleNotOpen);
        outcome.when = current().opensAt;
        return outcome;
    }
    std::vector<SeatNo> lost;
    for (const SeatPick& pick : held.seats) {
        const AllocationNo allocation = seats[static_cast<std::size_t>(pick.seat.value)].allocation;
        if (allocation == AllocationNo{} || allocation != had.unlocks) continue;
        if (allocation != next.unlocks) lost.push_back(pick.seat);
    }
    return lost.empty() ? Outcome{} : refusedAs(Refusal::SeatUnavailable, lost);
}

Outcome NaiveEvent::judgeOtherPlaces(const NaiveReservation& held,
                                     const RepriceReservation& command) const {
    std::vector<SeatNo> picked, adjusted;
    int rests = 0;
    for (const SeatPick& pick : command.seats) picked.push_back(pick.seat);
    for (const PriceAdjustment& each : command.adjustments) {
        for (const SeatNo seat : each.seats) adjusted.push_back(seat);
        if (each.seats.empty()) ++rests;
    }
    const auto unknownOf = [&](const std::vector<SeatNo>& named) {
        std::set<SeatNo> unknown;
        for (const SeatNo seat : named) {
            const bool its = std::count_if(held.seats.begin(), held.seats.end(),
                                           [&](const auto& pick) { return pick.seat == seat; }) > 0;
            if (!its) unknown.insert(seat);
        }
        return std::vector<SeatNo>(unknown.begin(), unknown.end());
    };
    const auto repeatedOf = [](const std::vector<SeatNo>& named) {
        std::set<SeatNo> repeated;
        for (const SeatNo seat : named) {
            if (std::count(named.begin(), named.end(), seat) > 1) repeated.insert(seat);
        }
        return std::vector<SeatNo>(repeated.begin(), repeated.end());
    };
    for (const auto& named : {picked, adjusted}) {
        const auto unknown = unknownOf(named);
        if (!unknown.empty()) return refusedAs(Refusal::SeatUnknown, unknown);
    }
    for (const auto& named : {picked, adjusted}) {
        const auto repeated = repeatedOf(named);
        if (!repeated.empty()) return refusedAs(Refusal::SeatRepeated, repeated);
    }
    if (rests > 1) return refusedAs(Refusal::SeatRepeated);
    if (command.area && (held.areas.empty() || held.areas.front().area != command.area->area)) {
        return refusedAs(Refusal::AreaUnknown);
    }
    int places = 0;
    bool negative = false;
    if (command.area) {
        for (const TypeCount& count : command.area->counts) {
            places += count.count;
            negative = negative || count.count < 0;
        }
    }
    const bool fewer = !picked.empty() && picked.size() != held.seats.size();
    if (fewer || negative || (command.area && places != held.places())) {
        return refusedAs(Refusal::PlacesDiffer, {}, held.places());
    }
    return {};
}

namespace {

// Of orders of one place each, without the order's fees.
Money savedBy(const EventTerms& terms, const std::vector<PricedItem>& items, const Code* code,
              const std::vector<PriceAdjustment>& adjustments) {
    EventTerms bare = terms;
    std::erase_if(bare.fees, [](const FeeRule& fee) { return fee.kind == FeeKind::PerOrder; });
    Money saved;
    for (const PricedItem& item : items) {
        if (item.adjustment < 0) continue;
        const std::vector<PricedItem> now{item};
        const std::vector<PricedItem> before{{item.category, item.type}};
        const Money paid = *totalFor(bare, now, code, adjustments);
        const Money full = *totalFor(bare, before, code);
        if (full > paid) saved += full - paid;
    }
    return saved;
}

}  // namespace

Outcome NaiveEvent::priceAnew(const RepriceReservation& command, int code,
                              NaiveReservation& held) const {
    for (const PriceAdjustment& each : command.adjustments) {
        const bool free = each.kind == AdjustmentKind::Complimentary;
        if (each.price < Money{} || (free && each.price != Money{}) || each.reason.empty()) {
            return refusedAs(Refusal::TermsInvalid);
        }
    }
    const EventTerms& by = terms[static_cast<std::size_t>(held.terms)];
    std::vector<PricedItem> items;
    const auto adjustmentAt = [&](SeatNo seat) {
        int rest = -1;
        for (std::size_t i = 0; i < command.adjustments.size(); ++i) {
            const auto& its = command.adjustments[i].seats;
            if (its.empty()) rest = static_cast<int>(i);
            if (std::count(its.begin(), its.end(), seat) > 0) return static_cast<int>(i);
        }
        return rest;
    };
    std::vector<SeatNo> unpriced;
    bool known = true;
    bool priced = true;
    Outcome outcome;
    const auto add = [&](CategoryNo category, TicketTypeNo type, SeatNo seat) {
        const int adjustment = adjustmentAt(seat);
        items.push_back({category, type, static_cast<std::int16_t>(adjustment)});
        if (type.value < 0 || type.value >= by.ticketTypes) return void(known = false);
        const auto price =
            by.prices[static_cast<std::size_t>(category.value * by.ticketTypes + type.value)];
        if (!price) {
            priced = false;
            if (seat.value >= 0) unpriced.push_back(seat);
        }
    };
    for (const SeatPick& pick : held.seats) {
        add(parts.seats[static_cast<std::size_t>(pick.seat.value)].category, pick.type, pick.seat);
    }
    for (const AreaPlaces& line : held.areas) {
        for (int i = 0; i < line.count; ++i) {
            add(parts.areas[static_cast<std::size_t>(line.area.value)].category, line.type,
                SeatNo{-1});
        }
    }
    if (!known) return refusedAs(Refusal::TicketTypeUnknown);
    if (!priced) return refusedAs(Refusal::NotPriced, unpriced);
    const Code* const its = code < 0 ? nullptr : &codes[static_cast<std::size_t>(code)];
    outcome.givenAway = savedBy(by, items, its, command.adjustments);
    if (outcome.givenAway > command.giveAwayMost) {
        outcome.refusal = Refusal::ApprovalTooSmall;
        outcome.limit = outcome.givenAway.minor;
        return outcome;
    }
    held.quote = *quoteFor(by, items, its, command.adjustments);
    return outcome;
}

Outcome NaiveEvent::reprice(const RepriceReservation& command) {
    Outcome outcome = read(ReadReservation{command.reservation, command.caller});
    if (outcome.refusal != Refusal::None) return outcome;
    const bool staff = command.caller.privileged && command.caller.channel == Channel::BoxOffice;
    if (!staff) return refusedAs(Refusal::NotYours);
    NaiveReservation held = reservations.at(command.reservation);
    if (held.state != ReservationState::Held) return refusedAs(Refusal::ReservationCheckedOut);
    int code = -1;
    outcome = judgeOtherCode(held, command.code, code);
    if (outcome.refusal != Refusal::None) return outcome;
    outcome = judgeOtherPlaces(held, command);
    if (outcome.refusal != Refusal::None) return outcome;
    for (const SeatPick& pick : command.seats) {
        for (SeatPick& its : held.seats) {
            if (its.seat == pick.seat) its.type = pick.type;
        }
    }
    if (command.area) {
        std::map<TicketTypeNo, int> counts;
        for (const TypeCount& count : command.area->counts) {
            if (count.count > 0) counts[count.type] += count.count;
        }
        held.areas.clear();
        for (const auto& [type, count] : counts) {
            held.areas.push_back({command.area->area, type, count});
        }
    }
    outcome = priceAnew(command, code, held);
    if (outcome.refusal != Refusal::None) return outcome;
    if (held.code >= 0) --codes[static_cast<std::size_t>(held.code)].uses;
    if (code >= 0) ++codes[static_cast<std::size_t>(code)].uses;
    held.code = code;
    outcome.view = viewOf(held);
    outcome.hadEffect = true;
    reservations[held.id] = std::move(held);
    return outcome;
}

}  // namespace tessera::engine
