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

class AccessibleChoice {
public:
    AccessibleChoice(const EngineState& state, const BestSelection& wanted, std::int32_t count,
                     const std::vector<CategoryNo>& categories)
        : state_(state), wanted_(wanted), count_(count), categories_(categories) {}

    // Where all must sit together the nearest places with room beside them, else the nearest.
    Refusal choose(std::vector<SeatNo>& seats) {
        bool any = false;
        for (const bool accompanied : {true, false}) {
            if (accompanied && others() < wanted_.wheelchairPlaces) continue;
            for (std::int32_t passed = 0;; ++passed) {
                seats = placesFrom(passed, accompanied);
                if (seats.empty()) break;
                any = true;
                if (addBeside(seats)) return Refusal::None;
                if (!wanted_.mustBeTogether) return addElsewhere(seats);
            }
        }
        if (!any) return Refusal::NotEnoughSeats;
        seats = placesFrom(0, false);
        const Refusal refusal = addElsewhere(seats);
        return refusal == Refusal::None ? Refusal::NotTogether : refusal;
    }

private:
    std::int32_t others() const { return count_ - wanted_.wheelchairPlaces; }
    BestAvailable::Query restOf(const std::vector<SeatNo>& seats) const {
        return {count_ - static_cast<std::int32_t>(seats.size()), categories_,
                state_.terms.current().noOrphans};
    }

    // With as many companion seats as are wanted and free.
    std::vector<SeatNo> placesFrom(std::int32_t passed, bool accompanied) const {
        auto seats = state_.inventory.best().findAccessible(wanted_.wheelchairPlaces, accompanied,
                                                            categories_, passed);
        if (seats.empty() || accompanied) return seats;
        const auto companions = companionsOf(state_, seats, others(), categories_);
        seats.insert(seats.end(), companions.begin(), companions.end());
        return seats;
    }

    bool addBeside(std::vector<SeatNo>& seats) const {
        const auto query = restOf(seats);
        if (query.count == 0) return true;
        const auto run = state_.inventory.best().findBeside(seats, query);
        seats.insert(seats.end(), run.begin(), run.end());
        return !run.empty();
    }

    Refusal addElsewhere(std::vector<SeatNo>& seats) const {
        const auto query = restOf(seats);
        auto run = state_.inventory.best().findRun(query);
        if (run.empty()) run = state_.inventory.best().findSplit(query);
        seats.insert(seats.end(), run.begin(), run.end());
        return run.empty() ? Refusal::NotEnoughSeats : Refusal::None;
    }

    const EngineState& state_;
    const BestSelection& wanted_;
    const std::int32_t count_;
    const std::vector<CategoryNo>& categories_;
};

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
                                ? AccessibleChoice(state, best, count, categories).choose(seats)
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
