// SPDX-License-Identifier: Apache-2.0
#include "server/engine/best_choice.h"

#include <algorithm>

#include "shared/base/check.h"

namespace tessera::engine {
namespace {

bool isPriced(const EventTerms& terms, CategoryNo category, const std::vector<TypeCount>& counts) {
    return std::all_of(counts.begin(), counts.end(), [&](const TypeCount& count) {
        return count.count == 0 || priceOf(terms, category, count.type).has_value();
    });
}

bool contains(const std::vector<CategoryNo>& categories, CategoryNo category) {
    return std::find(categories.begin(), categories.end(), category) != categories.end();
}

// Companions of `places`, ascending, at most `wanted`, free and in the categories.
std::vector<SeatNo> companionsOf(const EngineState& state, const std::vector<SeatNo>& places,
                                 std::int32_t wanted, const std::vector<CategoryNo>& categories) {
    std::vector<SeatNo> companions;
    for (const SeatNo place : places) {
        if (static_cast<std::int32_t>(companions.size()) == wanted) break;
        const SeatNo companion = state.inventory.layout().seat(place).companion;
        if (companion == kNoSeat || !state.inventory.best().isFree(companion)) continue;
        if (!contains(categories, state.inventory.layout().seat(companion).category)) continue;
        companions.push_back(companion);
    }
    return companions;
}

Refusal chooseAccessible(const EngineState& state, const BestSelection& wanted, std::int32_t count,
                         const std::vector<CategoryNo>& categories, std::vector<SeatNo>& seats) {
    const std::int32_t places = wanted.wheelchairPlaces;
    const BestAvailable& best = state.inventory.best();
    const std::int32_t others = count - places;
    bool accompanied = others >= places;
    seats = best.findAccessible(places, accompanied, categories);
    if (seats.empty() && accompanied) {
        // Where a place has no free companion seat its party sits elsewhere rather than nowhere.
        accompanied = false;
        seats = best.findAccessible(places, false, categories);
    }
    if (seats.empty()) return Refusal::NotEnoughSeats;
    if (!accompanied) {
        const auto companions = companionsOf(state, seats, others, categories);
        seats.insert(seats.end(), companions.begin(), companions.end());
    }
    const std::int32_t rest = count - static_cast<std::int32_t>(seats.size());
    if (rest == 0) return Refusal::None;
    const BestAvailable::Query query{rest, categories, state.terms.current().noOrphans};
    auto run = best.findBeside(seats, query);
    if (run.empty()) {
        run = best.findRun(query);
        if (run.empty()) run = best.findSplit(query);
        if (run.empty()) return Refusal::NotEnoughSeats;
        if (wanted.mustBeTogether) return Refusal::NotTogether;
    }
    seats.insert(seats.end(), run.begin(), run.end());
    return Refusal::None;
}

Refusal chooseRun(const EngineState& state, std::int32_t count, bool mustBeTogether,
                  const std::vector<CategoryNo>& categories, std::vector<SeatNo>& seats) {
    const BestAvailable& best = state.inventory.best();
    const BestAvailable::Query query{count, categories, state.terms.current().noOrphans};
    seats = best.findRun(query);
    if (!seats.empty()) return Refusal::None;
    seats = best.findSplit(query);
    if (seats.empty()) return Refusal::NotEnoughSeats;
    return mustBeTogether ? Refusal::NotTogether : Refusal::None;
}

}  // namespace

std::vector<CategoryNo> pricedCategories(const EngineState& state, const BestSelection& best) {
    const EventTerms& terms = state.terms.current();
    std::vector<CategoryNo> priced;
    if (best.categories.empty()) {
        for (std::int16_t c = 0; c < state.inventory.layout().categories(); ++c) {
            if (isPriced(terms, CategoryNo{c}, best.counts)) priced.push_back(CategoryNo{c});
        }
        return priced;
    }
    for (const CategoryNo category : best.categories) {
        if (isPriced(terms, category, best.counts)) priced.push_back(category);
    }
    return priced;
}

Refusal chooseBest(const EngineState& state, const BestSelection& best, std::int32_t count,
                   std::vector<SeatPick>& chosen) {
    const std::vector<CategoryNo> categories = pricedCategories(state, best);
    std::vector<SeatNo> seats;
    const Refusal refusal = best.wheelchairPlaces > 0
                                ? chooseAccessible(state, best, count, categories, seats)
                                : chooseRun(state, count, best.mustBeTogether, categories, seats);
    if (refusal != Refusal::None) return refusal;
    TESSERA_CHECK(seats.size() == static_cast<std::size_t>(count));
    std::sort(seats.begin(), seats.end());
    auto seat = seats.begin();
    for (const TypeCount& type : best.counts) {
        for (std::int32_t i = 0; i < type.count; ++i) chosen.push_back({*seat++, type.type});
    }
    return Refusal::None;
}

}  // namespace tessera::engine
