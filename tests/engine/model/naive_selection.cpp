// SPDX-License-Identifier: Apache-2.0
// What a hold may take: each refusal in its order.
#include <algorithm>
#include <utility>

#include "tests/engine/model/naive_event.h"

namespace tessera::engine {
namespace {

std::int64_t sumOf(const std::vector<TypeCount>& counts) {
    std::int64_t sum = 0;
    for (const TypeCount& count : counts) {
        if (count.count < 0) return 0;
        sum += count.count;
    }
    return sum;
}

// One type for each place, as they are named.
std::vector<TicketTypeNo> typesOf(const std::vector<TypeCount>& counts) {
    std::vector<TicketTypeNo> types;
    for (const TypeCount& count : counts) {
        types.insert(types.end(), static_cast<std::size_t>(count.count), count.type);
    }
    return types;
}

// The longest run that fits, then the same for the rest. REQUIRES: so many seats are open.
std::vector<SeatNo> splitOf(NaiveBest& judge, int count, const std::vector<CategoryNo>& categories,
                            bool avoidOrphans) {
    std::vector<SeatNo> seats;
    for (int length = count; length > 0;) {
        const auto run = judge.best(length, categories, avoidOrphans);
        if (!run) {
            --length;
            continue;
        }
        for (int i = 0; i < length; ++i) {
            seats.push_back(SeatNo{run->lowest.value + i});
            judge.setFree(seats.back(), false);
        }
        length = std::min(length, count - static_cast<int>(seats.size()));
    }
    return seats;
}

}  // namespace

Outcome NaiveEvent::judgeSale(const HoldSeats& command, const Code* code) const {
    const EventTerms& now = current();
    const bool presale =
        code != nullptr && code->opensPresale && now_ >= code->validFrom && now_ < code->validUntil;
    const Instant opens = presale ? std::min(now.presaleOpensAt, now.opensAt) : now.opensAt;
    if (now.sale == SaleState::Draft || (now.sale == SaleState::Open && now_ < opens)) {
        Outcome outcome = refusedAs(Refusal::SaleNotOpen);
        outcome.when = opens;
        return outcome;
    }
    if (now.sale == SaleState::Closed || now_ >= now.closesAt) {
        return refusedAs(Refusal::SaleClosed);
    }
    if ((now.channels >> static_cast<int>(command.caller.channel) & 1) == 0) {
        return refusedAs(Refusal::ChannelNotAllowed);
    }
    return {};
}

Outcome NaiveEvent::judgeCode(const HoldSeats& command, const Code* code) const {
    if (command.code.empty()) return {};
    if (code == nullptr) return refusedAs(Refusal::CodeUnknown);
    if (now_ < code->validFrom || now_ >= code->validUntil) {
        return refusedAs(Refusal::CodeNotValidNow);
    }
    if (code->usesMax > 0 && code->uses >= code->usesMax) {
        return refusedAs(Refusal::CodeUsedUp, {}, code->usesMax);
    }
    return {};
}

Outcome NaiveEvent::judge(const HoldSeats& command, const Code* code, Wanted& wanted) const {
    Outcome outcome = judgeSale(command, code);
    if (outcome.refusal != Refusal::None) return outcome;
    outcome = judgeCode(command, code);
    if (outcome.refusal != Refusal::None) return outcome;
    const auto* picks = std::get_if<SeatSelection>(&command.selection);
    const auto* wish = std::get_if<BestSelection>(&command.selection);
    const auto* area = std::get_if<AreaSelection>(&command.selection);
    const std::int64_t places = picks  ? static_cast<std::int64_t>(picks->picks.size())
                                : wish ? sumOf(wish->counts)
                                       : sumOf(area->counts);
    if (places <= 0) return refusedAs(Refusal::SelectionEmpty);
    if (wish && (wish->wheelchairPlaces < 0 || wish->wheelchairPlaces > places)) {
        return refusedAs(Refusal::SelectionEmpty);
    }
    if (places > current().maxPerOrder) {
        return refusedAs(Refusal::TooManyPlaces, {}, current().maxPerOrder);
    }
    outcome = picks ? judgeSeats(*picks) : wish ? judgeBest(*wish) : judgeArea(*area);
    if (outcome.refusal != Refusal::None) return outcome;
    const bool staff = command.caller.privileged && command.caller.channel == Channel::BoxOffice;
    const std::int32_t limit = current().maxPerBuyer;
    if (limit > 0 && !staff && placesOf(command.caller.hash) + places > limit) {
        return refusedAs(Refusal::BuyerLimitReached, {}, limit);
    }
    if (picks) return takeSeats(*picks, code, wanted);
    return wish ? takeBest(*wish, code, wanted) : takeArea(*area, wanted);
}

bool NaiveEvent::priced(CategoryNo category, TicketTypeNo type) const {
    const auto at = static_cast<std::size_t>(category.value * current().ticketTypes + type.value);
    return current().prices[at].has_value();
}

bool NaiveEvent::pricedFor(CategoryNo category, const std::vector<TypeCount>& counts) const {
    return std::all_of(counts.begin(), counts.end(), [&](const TypeCount& count) {
        return count.count == 0 || priced(category, count.type);
    });
}

Outcome NaiveEvent::judgeSeats(const SeatSelection& selection) const {
    std::set<SeatNo> unknown, once, twice, unpriced;
    bool types = true;
    for (const SeatPick& pick : selection.picks) {
        if (pick.seat.value < 0 || pick.seat.value >= static_cast<int>(seats.size())) {
            unknown.insert(pick.seat);
        }
        if (!once.insert(pick.seat).second) twice.insert(pick.seat);
        types = types && pick.type.value >= 0 && pick.type.value < current().ticketTypes;
    }
    if (!unknown.empty()) {
        return refusedAs(Refusal::SeatUnknown, {unknown.begin(), unknown.end()});
    }
    if (!twice.empty()) return refusedAs(Refusal::SeatRepeated, {twice.begin(), twice.end()});
    if (!types) return refusedAs(Refusal::TicketTypeUnknown);
    for (const SeatPick& pick : selection.picks) {
        const LayoutSeat& seat = parts.seats[static_cast<std::size_t>(pick.seat.value)];
        if (!priced(seat.category, pick.type)) unpriced.insert(pick.seat);
    }
    if (unpriced.empty()) return {};
    return refusedAs(Refusal::NotPriced, {unpriced.begin(), unpriced.end()});
}

Outcome NaiveEvent::judgeBest(const BestSelection& selection) const {
    for (const TypeCount& count : selection.counts) {
        if (count.type.value < 0 || count.type.value >= current().ticketTypes) {
            return refusedAs(Refusal::TicketTypeUnknown);
        }
    }
    bool some = false;
    bool all = true;
    for (const CategoryNo category : selection.categories) {
        if (category.value < 0 || category.value >= parts.categories) {
            return refusedAs(Refusal::CategoryUnknown);
        }
        all = all && pricedFor(category, selection.counts);
    }
    for (std::int16_t c = 0; c < parts.categories; ++c) {
        some = some || pricedFor(CategoryNo{c}, selection.counts);
    }
    const bool fine = selection.categories.empty() ? some : all;
    return fine ? Outcome{} : refusedAs(Refusal::NotPriced);
}

Outcome NaiveEvent::judgeArea(const AreaSelection& selection) const {
    if (selection.area.value < 0 || selection.area.value >= static_cast<int>(areas.size())) {
        return refusedAs(Refusal::AreaUnknown);
    }
    for (const TypeCount& count : selection.counts) {
        if (count.type.value < 0 || count.type.value >= current().ticketTypes) {
            return refusedAs(Refusal::TicketTypeUnknown);
        }
    }
    const CategoryNo category =
        parts.areas[static_cast<std::size_t>(selection.area.value)].category;
    return pricedFor(category, selection.counts) ? Outcome{} : refusedAs(Refusal::NotPriced);
}

int NaiveEvent::placesOf(const CallerHash& buyer) const {
    int places = 0;
    for (const ReservationId id : live) {
        const NaiveReservation& reservation = reservations.at(id);
        if (reservation.buyer == buyer) places += reservation.places();
    }
    return places;
}

NaiveBest NaiveEvent::best(const Code* code) const {
    Layout::Parts here = parts;
    if (current().focal) here.focal = *current().focal;
    NaiveBest judge(Layout::make(std::move(here)));
    for (std::size_t s = 0; s < seats.size(); ++s) {
        judge.setFree(SeatNo{static_cast<std::int32_t>(s)}, freeFor(code, seats[s]));
    }
    return judge;
}

bool NaiveEvent::freeFor(const Code* code, const NaiveSeat& seat) const {
    const bool open = seat.allocation == AllocationNo{};
    return seat.status == SeatStatus::Available &&
           (open || (code != nullptr && code->unlocks == seat.allocation));
}

Outcome NaiveEvent::takeSeats(const SeatSelection& selection, const Code* code,
                              Wanted& wanted) const {
    std::vector<SeatNo> taken, alone;
    std::set<SeatNo> all;
    for (const SeatPick& pick : selection.picks) all.insert(pick.seat);
    std::set<int> picked;
    for (const SeatNo no : all) {
        const NaiveSeat& seat = seats[static_cast<std::size_t>(no.value)];
        const LayoutSeat& place = parts.seats[static_cast<std::size_t>(no.value)];
        if (!freeFor(code, seat)) taken.push_back(no);
        if (!place.wheelchair && place.companion != kNoSeat && !all.contains(place.companion) &&
            now_ < current().companionReleaseAt) {
            alone.push_back(no);
        }
        picked.insert(no.value);
    }
    if (!taken.empty()) return refusedAs(Refusal::SeatUnavailable, taken);
    if (!alone.empty()) return refusedAs(Refusal::CompanionNeedsWheelchairPlace, alone);
    // A seat that a code unlocked was no neighbour before, and plays no part.
    const auto orphans =
        orphansMatter() ? best(nullptr).avoidableOrphans(picked) : std::vector<SeatNo>{};
    if (!orphans.empty()) return refusedAs(Refusal::LeavesSingleSeat, orphans);
    wanted.seats = selection.picks;
    std::sort(wanted.seats.begin(), wanted.seats.end(),
              [](const SeatPick& a, const SeatPick& b) { return a.seat < b.seat; });
    return {};
}

void NaiveEvent::bringCompanions(std::vector<SeatNo>& chosen, int most, const Code* code) const {
    const std::vector<SeatNo> places = chosen;
    for (const SeatNo place : places) {
        const SeatNo companion = parts.seats[static_cast<std::size_t>(place.value)].companion;
        if (most == 0 || companion == kNoSeat) continue;
        if (!freeFor(code, seats[static_cast<std::size_t>(companion.value)])) continue;
        chosen.push_back(companion);
        --most;
    }
    std::sort(chosen.begin(), chosen.end());
}

int NaiveEvent::openIn(const NaiveBest& judge, const std::vector<CategoryNo>& categories) const {
    int open = 0;
    for (std::size_t s = 0; s < seats.size(); ++s) {
        const int seat = static_cast<int>(s);
        open += judge.isOpen(seat) && judge.accepts(categories, seat);
    }
    return open;
}

// Every set of places in the order in which they are offered; the first that will do.
Refusal NaiveEvent::takePlaces(const BestSelection& selection, int count,
                               const std::vector<CategoryNo>& categories, const Code* code,
                               const NaiveBest& judge, std::vector<SeatNo>& chosen) const {
    const int wheelchairs = selection.wheelchairPlaces;
    std::vector<std::vector<SeatNo>> offers;
    std::vector<SeatNo> nearest;
    for (const bool accompanied : {true, false}) {
        if (accompanied && count < 2 * wheelchairs) continue;
        for (int passed = 0;; ++passed) {
            auto offer = judge.accessible(wheelchairs, accompanied, categories, passed);
            if (offer.empty()) break;
            if (!accompanied) bringCompanions(offer, count - wheelchairs, code);
            if (!accompanied && passed == 0) nearest = offer;
            offers.push_back(offer);
        }
    }
    if (offers.empty()) return Refusal::NotEnoughSeats;
    if (!selection.mustBeTogether) offers.resize(1);
    for (const auto& offer : offers) {
        const int rest = count - static_cast<int>(offer.size());
        const bool fits =
            rest == 0 || judge.beside(offer, rest, categories, orphansMatter()).has_value();
        if (!fits && selection.mustBeTogether) continue;
        chosen = offer;
        return Refusal::None;
    }
    const int rest = count - static_cast<int>(nearest.size());
    return openIn(judge, categories) < rest ? Refusal::NotEnoughSeats : Refusal::NotTogether;
}

Outcome NaiveEvent::takeBest(const BestSelection& selection, const Code* code,
                             Wanted& wanted) const {
    std::vector<CategoryNo> categories = selection.categories;
    if (categories.empty()) {
        for (std::int16_t c = 0; c < parts.categories; ++c) {
            if (pricedFor(CategoryNo{c}, selection.counts)) categories.push_back(CategoryNo{c});
        }
    }
    const std::vector<TicketTypeNo> types = typesOf(selection.counts);
    const int count = static_cast<int>(types.size());
    const int wheelchairs = selection.wheelchairPlaces;
    NaiveBest judge = best(code);
    std::vector<SeatNo> chosen;
    if (wheelchairs > 0) {
        const Refusal refusal = takePlaces(selection, count, categories, code, judge, chosen);
        if (refusal != Refusal::None) return refusedAs(refusal);
    }
    const int rest = count - static_cast<int>(chosen.size());
    if (rest > 0) {
        if (openIn(judge, categories) < rest) return refusedAs(Refusal::NotEnoughSeats);
        auto run = judge.beside(chosen, rest, categories, orphansMatter());
        if (!run) run = judge.best(rest, categories, orphansMatter());
        if (!run && selection.mustBeTogether) return refusedAs(Refusal::NotTogether);
        std::vector<SeatNo> more;
        if (!run) more = splitOf(judge, rest, categories, orphansMatter());
        for (int i = 0; run && i < rest; ++i) more.push_back(SeatNo{run->lowest.value + i});
        chosen.insert(chosen.end(), more.begin(), more.end());
        std::sort(chosen.begin(), chosen.end());
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) wanted.seats.push_back({chosen[i], types[i]});
    return {};
}

Outcome NaiveEvent::takeArea(const AreaSelection& selection, Wanted& wanted) const {
    const int free = areaFree(selection.area.value);
    std::vector<TicketTypeNo> types = typesOf(selection.counts);
    std::sort(types.begin(), types.end());
    if (static_cast<int>(types.size()) > free) return refusedAs(Refusal::AreaFull, {}, free);
    for (const TicketTypeNo type : types) {
        if (wanted.areas.empty() || wanted.areas.back().type != type) {
            wanted.areas.push_back({selection.area, type, 0});
        }
        ++wanted.areas.back().count;
    }
    return {};
}

}  // namespace tessera::engine
