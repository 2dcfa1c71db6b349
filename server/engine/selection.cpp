// SPDX-License-Identifier: Apache-2.0
#include "server/engine/selection.h"

#include <algorithm>

#include "server/engine/best_choice.h"
#include "server/engine/refused.h"

namespace tessera::engine {
namespace {

void sortAndBound(std::vector<SeatNo>& seats) {
    std::sort(seats.begin(), seats.end());
    seats.erase(std::unique(seats.begin(), seats.end()), seats.end());
    if (seats.size() > kRefusedSeatsMax) seats.resize(kRefusedSeatsMax);
}

Outcome refused(Refusal refusal, std::vector<SeatNo> seats) {
    Outcome outcome = engine::refused(refusal);
    outcome.seats = std::move(seats);
    sortAndBound(outcome.seats);
    return outcome;
}

bool isType(const EventTerms& terms, TicketTypeNo type) {
    return type.value >= 0 && type.value < terms.ticketTypes;
}

// The sum of the counts; -1 if one is negative.
std::int64_t sumOf(const std::vector<TypeCount>& counts) {
    std::int64_t sum = 0;
    for (const TypeCount& count : counts) {
        if (count.count < 0) return -1;
        sum += count.count;
    }
    return sum;
}

Refusal checkCount(const EventTerms& terms, std::int64_t places) {
    if (places <= 0) return Refusal::SelectionEmpty;
    return places > terms.maxPerOrder ? Refusal::TooManyPlaces : Refusal::None;
}

Refusal checkTypes(const EventTerms& terms, const std::vector<TypeCount>& counts) {
    const bool known = std::all_of(counts.begin(), counts.end(), [&](const TypeCount& count) {
        return count.count == 0 || isType(terms, count.type);
    });
    return known ? Refusal::None : Refusal::TicketTypeUnknown;
}

// Seats that come twice, in no order.
std::vector<SeatNo> repeatedIn(const std::vector<SeatPick>& picks) {
    std::vector<SeatNo> seats;
    for (const SeatPick& pick : picks) seats.push_back(pick.seat);
    std::sort(seats.begin(), seats.end());
    std::vector<SeatNo> repeated;
    for (std::size_t i = 1; i < seats.size(); ++i) {
        if (seats[i] == seats[i - 1]) repeated.push_back(seats[i]);
    }
    return repeated;
}

Outcome checkPicks(const EngineState& state, const std::vector<SeatPick>& picks) {
    const Layout& layout = state.inventory.layout();
    const EventTerms& terms = state.terms.current();
    std::vector<SeatNo> wrong;
    for (const SeatPick& pick : picks) {
        if (!layout.contains(pick.seat)) wrong.push_back(pick.seat);
    }
    if (!wrong.empty()) return refused(Refusal::SeatUnknown, std::move(wrong));
    wrong = repeatedIn(picks);
    if (!wrong.empty()) return refused(Refusal::SeatRepeated, std::move(wrong));
    for (const SeatPick& pick : picks) {
        if (!isType(terms, pick.type)) return refused(Refusal::TicketTypeUnknown);
    }
    for (const SeatPick& pick : picks) {
        if (!priceOf(terms, layout.seat(pick.seat).category, pick.type)) wrong.push_back(pick.seat);
    }
    if (!wrong.empty()) return refused(Refusal::NotPriced, std::move(wrong));
    return {};
}

Outcome checkBest(const EngineState& state, const BestSelection& best) {
    const EventTerms& terms = state.terms.current();
    if (const Refusal refusal = checkTypes(terms, best.counts); refusal != Refusal::None) {
        return refused(refusal);
    }
    const std::int16_t categories = state.inventory.layout().categories();
    for (const CategoryNo category : best.categories) {
        if (category.value < 0 || category.value >= categories) {
            return refused(Refusal::CategoryUnknown);
        }
    }
    const auto priced = pricedCategories(state, best);
    const bool enough =
        best.categories.empty() ? !priced.empty() : priced.size() == best.categories.size();
    return enough ? Outcome{} : refused(Refusal::NotPriced);
}

Outcome checkArea(const EngineState& state, const AreaSelection& selection) {
    const Layout& layout = state.inventory.layout();
    const EventTerms& terms = state.terms.current();
    if (!layout.contains(selection.area)) return refused(Refusal::AreaUnknown);
    if (const Refusal refusal = checkTypes(terms, selection.counts); refusal != Refusal::None) {
        return refused(refusal);
    }
    const auto& area = layout.areas()[static_cast<std::size_t>(selection.area.value)];
    for (const TypeCount& count : selection.counts) {
        if (count.count > 0 && !priceOf(terms, area.category, count.type)) {
            return refused(Refusal::NotPriced);
        }
    }
    return {};
}

// Companion seats in the selection whose wheelchair place is not in it.
std::vector<SeatNo> companionsAlone(const Layout& layout, const std::vector<SeatPick>& seats) {
    std::vector<SeatNo> alone;
    for (const SeatPick& pick : seats) {
        const LayoutSeat& seat = layout.seat(pick.seat);
        if (seat.wheelchair || seat.companion == kNoSeat) continue;
        const bool together = std::any_of(seats.begin(), seats.end(), [&](const SeatPick& other) {
            return other.seat == seat.companion;
        });
        if (!together) alone.push_back(pick.seat);
    }
    return alone;
}

Outcome choosePicks(const EngineState& state, const SeatSelection& selection, const Code* code,
                    ChosenPlaces& chosen) {
    const EventTerms& terms = state.terms.current();
    chosen.seats = selection.picks;
    std::sort(chosen.seats.begin(), chosen.seats.end(),
              [](const SeatPick& a, const SeatPick& b) { return a.seat < b.seat; });
    std::vector<SeatNo> taken;
    std::vector<SeatNo> free;
    for (const SeatPick& pick : chosen.seats) {
        const SeatState seat = state.inventory.state(pick.seat);
        const bool unlocked = seat.status == SeatStatus::Blocked && code != nullptr &&
                              code->unlocks.value != 0 && code->unlocks == seat.allocation;
        if (seat.status == SeatStatus::Available) {
            free.push_back(pick.seat);
        } else if (!unlocked) {
            taken.push_back(pick.seat);
        }
    }
    if (!taken.empty()) return refused(Refusal::SeatUnavailable, std::move(taken));
    if (state.now < terms.companionReleaseAt) {
        auto alone = companionsAlone(state.inventory.layout(), chosen.seats);
        if (!alone.empty()) {
            return refused(Refusal::CompanionNeedsWheelchairPlace, std::move(alone));
        }
    }
    if (terms.noOrphans && !free.empty()) {
        auto orphans = state.inventory.best().avoidableOrphans(free);
        if (!orphans.empty()) return refused(Refusal::LeavesSingleSeat, std::move(orphans));
    }
    return {};
}

Outcome chooseInArea(const EngineState& state, const AreaSelection& selection,
                     ChosenPlaces& chosen) {
    chosen.area = selection.area;
    for (const TypeCount& count : selection.counts) {
        if (count.count == 0) continue;
        const auto same =
            std::find_if(chosen.lines.begin(), chosen.lines.end(),
                         [&](const TypeCount& line) { return line.type == count.type; });
        if (same == chosen.lines.end()) {
            chosen.lines.push_back(count);
        } else {
            same->count += count.count;
        }
    }
    std::sort(chosen.lines.begin(), chosen.lines.end(),
              [](const TypeCount& a, const TypeCount& b) { return a.type < b.type; });
    const std::int32_t free = state.inventory.areaFree(selection.area);
    if (chosen.places > free) {
        Outcome outcome = refused(Refusal::AreaFull);
        outcome.limit = free;
        return outcome;
    }
    return {};
}

}  // namespace

Outcome checkShape(const EngineState& state, const Selection& selection, std::int32_t& places) {
    const EventTerms& terms = state.terms.current();
    std::int64_t count = 0;
    if (const auto* seats = std::get_if<SeatSelection>(&selection)) {
        count = static_cast<std::int64_t>(seats->picks.size());
    } else if (const auto* best = std::get_if<BestSelection>(&selection)) {
        count = sumOf(best->counts);
        if (best->wheelchairPlaces < 0 || best->wheelchairPlaces > count) count = -1;
    } else {
        count = sumOf(std::get<AreaSelection>(selection).counts);
    }
    if (const Refusal refusal = checkCount(terms, count); refusal != Refusal::None) {
        Outcome outcome = refused(refusal);
        if (refusal == Refusal::TooManyPlaces) outcome.limit = terms.maxPerOrder;
        return outcome;
    }
    places = static_cast<std::int32_t>(count);
    if (const auto* seats = std::get_if<SeatSelection>(&selection)) {
        return checkPicks(state, seats->picks);
    }
    if (const auto* best = std::get_if<BestSelection>(&selection)) return checkBest(state, *best);
    return checkArea(state, std::get<AreaSelection>(selection));
}

Outcome choosePlaces(const EngineState& state, const Selection& selection, const Code* code,
                     ChosenPlaces& chosen) {
    if (const auto* seats = std::get_if<SeatSelection>(&selection)) {
        return choosePicks(state, *seats, code, chosen);
    }
    if (const auto* best = std::get_if<BestSelection>(&selection)) {
        return refused(chooseBest(state, *best, chosen.places, chosen.seats));
    }
    return chooseInArea(state, std::get<AreaSelection>(selection), chosen);
}

}  // namespace tessera::engine
