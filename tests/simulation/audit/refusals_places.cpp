// SPDX-License-Identifier: Apache-2.0
// Refusals about places: what is free, how much is left, and what was asked for in the first place.
#include <algorithm>
#include <set>

#include "tests/simulation/audit/answer_judge.h"

namespace tessera::simulation {
namespace {

using engine::SeatState;
using engine::SeatStatus;

constexpr std::size_t kNamedMax = 20;

const engine::HoldSeats* holdOf(const Case& c) {
    const auto* hold = std::get_if<AskHold>(&c.asked.question);
    return hold ? &hold->command : nullptr;
}

AllocationNo unlockedBy(const Case& c) {
    const auto* code = codeOf(c);
    return code ? code->code.unlocks : AllocationNo{};
}

// Whether a hold may take it, or an allocation may set it aside.
bool isFree(const SeatState& seat, bool forAllocation, AllocationNo unlocks) {
    if (seat.status == SeatStatus::Held || seat.status == SeatStatus::Sold) return false;
    return forAllocation || seat.allocation.value == 0 || seat.allocation == unlocks;
}

const SeatFacts& seatAt(const Case& c, SeatNo no) {
    return c.f.seats[static_cast<std::size_t>(no.value)];
}

std::vector<SeatNo> seatsAsked(const Case& c) {
    if (const auto* allocation = std::get_if<AskAllocation>(&c.asked.question)) {
        return allocation->seats;
    }
    std::vector<SeatNo> seats;
    const auto* hold = holdOf(c);
    const auto* picks = hold ? std::get_if<engine::SeatSelection>(&hold->selection) : nullptr;
    if (picks) {
        for (const auto& pick : picks->picks) seats.push_back(pick.seat);
    }
    return seats;
}

bool areNeighbours(const engine::Layout& layout, std::int32_t a, std::int32_t b) {
    if (!layout.contains(SeatNo{a}) || !layout.contains(SeatNo{b})) return false;
    return layout.seat(SeatNo{a}).row == layout.seat(SeatNo{b}).row &&
           !layout.seat(SeatNo{std::max(a, b)}).gapBefore;
}

// The versions at which one of these seats changed, and the first.
std::set<CommitNo> versionsOf(const Case& c, const std::vector<SeatNo>& seats) {
    std::set<CommitNo> versions{c.in.from};
    for (const SeatNo no : seats) {
        for (const auto& entry : seatAt(c, no).past.entries()) {
            if (entry.commit > c.in.from && entry.commit <= c.in.to) versions.insert(entry.commit);
        }
    }
    return versions;
}

// A seat that is open at some time in between, and one that is not: a row's end, an aisle,
// wheelchair places and companion seats count as taken (docs/algorithms/best_available.md).
bool mayBeOpen(const Case& c, std::int32_t no) {
    const SeatFacts& seat = seatAt(c, SeatNo{no});
    const engine::LayoutSeat& place = c.f.layout.seat(SeatNo{no});
    if (place.wheelchair || place.companion != engine::kNoSeat) return false;
    return seat.touched.anyAfter(c.in) || seat.past.any(c.in, [](const SeatState& s) {
        return s.status == SeatStatus::Available;
    });
}

bool mayBeTaken(const Case& c, std::int32_t no, std::int32_t neighbour,
                const std::set<SeatNo>& chosen) {
    if (!areNeighbours(c.f.layout, no, neighbour) || chosen.contains(SeatNo{neighbour}))
        return true;
    const engine::LayoutSeat& place = c.f.layout.seat(SeatNo{neighbour});
    const SeatFacts& seat = seatAt(c, SeatNo{neighbour});
    return place.wheelchair || place.companion != engine::kNoSeat || seat.touched.anyAfter(c.in) ||
           seat.past.any(c.in,
                         [](const SeatState& s) { return s.status != SeatStatus::Available; });
}

}  // namespace

std::int32_t placesAsked(const engine::HoldSeats& hold) {
    if (const auto* picks = std::get_if<engine::SeatSelection>(&hold.selection)) {
        return static_cast<std::int32_t>(picks->picks.size());
    }
    const auto* area = std::get_if<engine::AreaSelection>(&hold.selection);
    const auto& counts =
        area ? area->counts : std::get<engine::BestSelection>(hold.selection).counts;
    std::int32_t places = 0;
    for (const auto& count : counts) places += count.count;
    return places;
}

// Exact: at one version those named, and of those asked for no others, were not free. Inside a
// batch each of them may have been taken and given back.
Verdict judgeSeatUnavailable(const Case& c, const app::Problem& p) {
    const bool forAllocation = std::holds_alternative<AskAllocation>(c.asked.question);
    const AllocationNo unlocks = unlockedBy(c);
    const auto named = seatsNamed(p);
    const auto asked = seatsAsked(c);
    const std::set<SeatNo> taken(named.begin(), named.end());
    if (named.empty()) return Verdict::Untrue;
    for (const SeatNo no : named) {
        if (std::ranges::find(asked, no) == asked.end() || !c.f.layout.contains(no)) {
            return Verdict::Untrue;
        }
    }
    const auto rightAt = [&](SeatNo no, const SeatState& seat) {
        const bool free = isFree(seat, forAllocation, unlocks);
        return taken.contains(no) ? !free : free || named.size() >= kNamedMax;
    };
    std::vector<SeatNo> inside;
    std::ranges::copy_if(asked, std::back_inserter(inside),
                         [&](SeatNo no) { return c.f.layout.contains(no); });
    for (const CommitNo version : versionsOf(c, inside)) {
        const bool all = std::ranges::all_of(inside, [&](SeatNo no) {
            const auto* seat = seatAt(c, no).past.at(version);
            return seat && rightAt(no, *seat);
        });
        if (all) return Verdict::Exact;
    }
    const bool could = std::ranges::all_of(inside, [&](SeatNo no) {
        return seatAt(c, no).touched.anyAfter(c.in) ||
               seatAt(c, no).past.any(c.in, [&](const SeatState& s) { return rightAt(no, s); });
    });
    return could ? Verdict::Lenient : Verdict::Untrue;
}

// Only what no version leaves room for is untrue: a run, or seats enough, free from the question to
// the answer. Wheelchair places and what a code unlocks are left out.
Verdict judgeNoSuitableSeats(const Case& c, const app::Problem&) {
    const auto* hold = holdOf(c);
    const auto* best = hold ? std::get_if<engine::BestSelection>(&hold->selection) : nullptr;
    if (!best) return Verdict::Untrue;
    if (best->wheelchairPlaces > 0) return Verdict::Lenient;
    const std::int32_t wanted = placesAsked(*hold);
    const auto& terms = *c.f.terms.at(c.in.to);
    const auto suits = [&](CategoryNo category) {
        if (!best->categories.empty() &&
            std::ranges::find(best->categories, category) == best->categories.end()) {
            return false;
        }
        return std::ranges::all_of(best->counts, [&](const engine::TypeCount& count) {
            const auto cell =
                static_cast<std::size_t>(category.value * terms.ticketTypes + count.type.value);
            return cell < terms.prices.size() && terms.prices[cell].has_value();
        });
    };
    std::int32_t total = 0;
    std::int32_t run = 0;
    std::int32_t runNow = 0;
    std::int32_t longest = 0;
    std::int32_t longestNow = 0;
    const auto seats = c.f.layout.seats();
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const engine::LayoutSeat& place = seats[i];
        const SeatFacts& seat = c.f.seats[i];
        const bool joins = i > 0 && seats[i - 1].row == place.row && !place.gapBefore &&
                           seats[i - 1].category == place.category;
        const bool ordinary = !place.wheelchair && place.companion == engine::kNoSeat;
        const bool now =
            ordinary && seat.state.status == SeatStatus::Available && suits(place.category);
        const bool always =
            now && seat.past.lastChange() <= c.in.from && !seat.touched.anyAfter(c.in);
        total += always;
        run = always ? (joins ? run : 0) + 1 : 0;
        runNow = now ? (joins ? runNow : 0) + 1 : 0;
        longest = std::max(longest, run);
        longestNow = std::max(longestNow, runNow);
    }
    const bool other = c.f.terms.lastChange() > c.in.from;  // Prices may have been others.
    const bool untrue = best->mustBeTogether ? longest >= wanted : total >= wanted;
    if (untrue) return other ? Verdict::Lenient : Verdict::Untrue;
    return best->mustBeTogether && longestNow < wanted ? Verdict::Exact : Verdict::Lenient;
}

// That another choice would have left no orphan is not judged; that this one may leave one is.
// Named are the orphans, nothing else.
Verdict judgeOrphanSeat(const Case& c, const app::Problem& p) {
    const auto asked = seatsAsked(c);
    const auto named = seatsNamed(p);
    const std::set<SeatNo> chosen(asked.begin(), asked.end());
    const bool ruled = c.f.terms.any(c.in, [](const auto& t) { return t.noOrphans; });
    const bool inside =
        std::ranges::all_of(asked, [&](SeatNo s) { return c.f.layout.contains(s); });
    if (!ruled || named.empty() || !inside) return Verdict::Untrue;
    std::set<SeatNo> orphans;
    for (const SeatNo seat : asked) {
        for (const std::int32_t side : {-1, 1}) {
            const std::int32_t gap = seat.value + side;
            if (!areNeighbours(c.f.layout, seat.value, gap) || chosen.contains(SeatNo{gap}))
                continue;
            if (mayBeOpen(c, gap) && mayBeTaken(c, gap, gap + side, chosen)) {
                orphans.insert(SeatNo{gap});
            }
        }
    }
    const bool all =
        std::ranges::all_of(named, [&](SeatNo seat) { return orphans.contains(seat); });
    return all ? Verdict::Lenient : Verdict::Untrue;
}

Verdict judgeCompanionAlone(const Case& c, const app::Problem& p) {
    const auto asked = seatsAsked(c);
    const auto named = seatsNamed(p);
    const bool bound =
        c.f.terms.any(c.in, [&](const auto& t) { return c.notBefore < t.companionReleaseAt; });
    const bool all = std::ranges::all_of(named, [&](SeatNo no) {
        if (!c.f.layout.contains(no) || std::ranges::find(asked, no) == asked.end()) return false;
        const engine::LayoutSeat& seat = c.f.layout.seat(no);
        return !seat.wheelchair && seat.companion != engine::kNoSeat &&
               std::ranges::find(asked, seat.companion) == asked.end();
    });
    return exactIf(bound && all && !named.empty());
}

Verdict judgeAreaFull(const Case& c, const app::Problem&) {
    const auto* hold = holdOf(c);
    const auto* asked = hold ? std::get_if<engine::AreaSelection>(&hold->selection) : nullptr;
    if (!asked || !c.f.layout.contains(asked->area)) return Verdict::Untrue;
    const AreaFacts& area = c.f.areas[static_cast<std::size_t>(asked->area.value)];
    const std::int32_t wanted = placesAsked(*hold);
    if (area.free.any(c.in, [&](std::int32_t free) { return free < wanted; })) {
        return Verdict::Exact;
    }
    return area.touched.anyAfter(c.in) ? Verdict::Lenient : Verdict::Untrue;
}

// Places held or bought: inside a batch some may have been held and given back.
Verdict judgeBuyerLimit(const Case& c, const app::Problem&) {
    const auto* hold = holdOf(c);
    if (!hold) return Verdict::Untrue;
    const std::int32_t wanted = placesAsked(*hold);
    const auto* places = findIn(c.f.placesOf, c.asked.caller);
    bool inside = false;
    const bool met = c.f.terms.any(c.in, [&](const engine::EventTerms& t) {
        if (t.maxPerBuyer <= 0) return false;
        if (wanted > t.maxPerBuyer) return true;
        inside = inside || (places && places->lastChange() > c.in.from);
        return places &&
               places->any(c.in, [&](std::int32_t n) { return n + wanted > t.maxPerBuyer; });
    });
    if (met) return Verdict::Exact;
    return inside ? Verdict::Lenient : Verdict::Untrue;
}

Verdict judgeOrderLimit(const Case& c, const app::Problem&) {
    const auto* hold = holdOf(c);
    return exactIf(hold && c.f.terms.any(c.in, [&](const engine::EventTerms& t) {
        return placesAsked(*hold) > t.maxPerOrder;
    }));
}

// What can be seen in the question alone, with the layout and the terms.
Verdict judgeSelectionFault(const Case& c, const app::Problem& p) {
    const auto asked = seatsAsked(c);
    const auto& layout = c.f.layout;
    const auto* hold = holdOf(c);
    if (p.reason == "SEAT_UNKNOWN") {
        return exactIf(std::ranges::any_of(asked, [&](SeatNo s) { return !layout.contains(s); }));
    }
    if (p.reason == "SEAT_DUPLICATE") {
        return exactIf(std::set<SeatNo>(asked.begin(), asked.end()).size() < asked.size());
    }
    if (p.reason == "NO_PLACES") return exactIf(hold ? placesAsked(*hold) <= 0 : asked.empty());
    if (!hold) return Verdict::Untrue;
    if (p.reason == "AREA_UNKNOWN") {
        const auto* area = std::get_if<engine::AreaSelection>(&hold->selection);
        return exactIf(area && !layout.contains(area->area));
    }
    // Of types, categories and prices the terms of the time decide; they are seldom wrong.
    return Verdict::Lenient;
}

}  // namespace tessera::simulation
