// SPDX-License-Identifier: Apache-2.0
#include "tools/history/foresight.h"

#include <algorithm>

#include "tools/history/index.h"

namespace tessera::history {
namespace {

constexpr int kAnyEntry = -2;

// Besides turns: what some call does.
constexpr LifeMove kCallMoves[] = {
    {Lives(Life::None), Life::Held},
    {Lives(Life::Held), Life::Cancelled},
    {Lives(Life::Held), Life::Paying},
    {Lives(Life::Paying, Life::Fencing), Life::Cancelling},
    {Lives(Life::Paying, Life::Fencing), Life::OrderCancelled},
};

// From each life those that can come after it, itself among them.
std::array<Lives, kLives> reachable() {
    std::array<Lives, kLives> reach{};
    for (int life = 0; life < kLives; ++life) reach[at(life)] = Lives(static_cast<Life>(life));
    for (int round = 0; round < kLives; ++round) {
        const auto join = [&](Life from, Life to) {
            auto& of = reach[static_cast<std::size_t>(from)];
            of = of | reach[static_cast<std::size_t>(to)];
        };
        for (const TurnRule& rule : kTurnRules) join(rule.from, rule.to);
        for (const LifeMove& move : kCallMoves) {
            for (int life = 0; life < kLives; ++life) {
                if (move.from.has(static_cast<Life>(life))) join(static_cast<Life>(life), move.to);
            }
        }
    }
    return reach;
}

bool meet(Lives a, Lives b) {
    for (int life = 0; life < kLives; ++life) {
        if (a.has(static_cast<Life>(life)) && b.has(static_cast<Life>(life))) return true;
    }
    return false;
}

bool needsPlaces(Lives lives) {
    return !lives.has(Life::None) && !meet(lives, kOver);
}

Life after(const Step& step, Life life) {
    for (const LifeMove& move : step.moves) {
        if (move.from.has(life)) return move.to;
    }
    return life;
}

}  // namespace

Foresight::Foresight(const Program& program)
    : program_(program),
      reach_(reachable()),
      ofBooking_(program.bookings.size()),
      releasable_(program.bookings.size(), kNever),
      freeOf_(at(program.seats)),
      takenOf_(at(program.seats)),
      takersOf_(at(program.seats)) {
    for (int entry = 0; entry < static_cast<int>(program.entries.size()); ++entry) read(entry);
    readReleases();
    for (auto* lists : {&freeOf_, &takenOf_, &takersOf_}) {
        for (auto& list : *lists) {
            std::sort(list.begin(), list.end(),
                      [](const Need& a, const Need& b) { return a.end < b.end; });
        }
    }
}

void Foresight::read(int entry) {
    const Entry& of = program_.entries[at(entry)];
    for (int number = of.firstStep; number < of.firstStep + of.steps; ++number) {
        const Step& step = program_.steps[at(number)];
        const bool takes = step.moves[0].to == Life::Held || step.allocation > 0;
        const auto& seats = step.allocation > 0 ? step.notTaken : step.free;
        if (!takes) continue;
        for (const int seat : seats) takersOf_[at(seat)].push_back({of.begin, entry});
    }
    if (of.optional || of.steps != 1) return;
    const Step& step = program_.steps[at(of.firstStep)];
    for (const auto* seats : {&step.free, &step.notTaken}) {
        for (const int seat : *seats) freeOf_[at(seat)].push_back({of.end, entry});
    }
    for (const auto* seats : {&step.taken, &step.notFree}) {
        for (const int seat : *seats) takenOf_[at(seat)].push_back({of.end, entry});
    }
    if (step.booking != kNone) ofBooking_[at(step.booking)].push_back(entry);
}

// What can take the places away: its deadline, or a call that cancels or orders.
void Foresight::readReleases() {
    for (std::size_t i = 0; i < releasable_.size(); ++i) {
        releasable_[i] = program_.bookings[i].holdDue;
    }
    for (const Entry& of : program_.entries) {
        for (int number = of.firstStep; number < of.firstStep + of.steps; ++number) {
            const Step& step = program_.steps[at(number)];
            if (step.booking == kNone || !step.moves[0].from.has(Life::Held)) continue;
            auto& releasable = releasable_[at(step.booking)];
            releasable = std::min(releasable, of.begin);
        }
    }
    for (const Entry& of : program_.entries) {
        const Step& step = program_.steps[at(of.firstStep)];
        if (of.optional || of.steps != 1 || step.booking == kNone) continue;
        if (!needsPlaces(step.lives)) continue;
        auto& releasable = releasable_[at(step.booking)];
        releasable = std::max(releasable, of.begin);
    }
}

bool Foresight::keepsLives(int entry, int booking, Life to, const std::vector<char>& placed) const {
    const Lives reach = reach_[static_cast<std::size_t>(to)];
    return std::none_of(ofBooking_[at(booking)].begin(), ofBooking_[at(booking)].end(), [&](int i) {
        if (placed[at(i)] != 0 || i == entry) return false;
        return !meet(program_.steps[at(program_.entries[at(i)].firstStep)].lives, reach);
    });
}

// Who must find a seat free in time does, once it is taken.
bool Foresight::leavesSeats(int entry, int booking, const std::vector<char>& placed,
                            std::int64_t by) const {
    const std::int64_t releasable = releasable_[at(booking)];
    for (const int seat : program_.bookings[at(booking)].seats) {
        const auto& needs = freeOf_[at(seat)];
        auto need = std::lower_bound(needs.begin(), needs.end(), by,
                                     [](const Need& a, std::int64_t end) { return a.end < end; });
        for (; need != needs.end() && need->end < releasable; ++need) {
            if (placed[at(need->entry)] == 0 && need->entry != entry) return false;
        }
    }
    return true;
}

bool Foresight::canBeTaken(int seat, std::int64_t until, const std::vector<char>& placed,
                           int but) const {
    const auto& takers = takersOf_[at(seat)];
    auto taker = std::upper_bound(takers.begin(), takers.end(), until,
                                  [](std::int64_t time, const Need& a) { return time < a.end; });
    // Those that began long ago are placed; the unanswered among them are not.
    while (taker != takers.begin()) {
        --taker;
        if (placed[at(taker->entry)] == 0 && taker->entry != but) return true;
    }
    return false;
}

// Who must find a seat taken can, once it is given back.
bool Foresight::leavesRefusals(int entry, int booking, const std::vector<char>& placed,
                               std::int64_t by) const {
    for (const int seat : program_.bookings[at(booking)].seats) {
        const auto& needs = takenOf_[at(seat)];
        auto need = std::lower_bound(needs.begin(), needs.end(), by,
                                     [](const Need& a, std::int64_t end) { return a.end < end; });
        // Only the next: the seat may well be taken again later.
        for (int looked = 0; need != needs.end() && looked < 8; ++need, ++looked) {
            if (placed[at(need->entry)] != 0 || need->entry == entry) continue;
            if (!canBeTaken(seat, need->end, placed, entry)) return false;
            break;
        }
    }
    return true;
}

bool Foresight::allows(int entry, const Step& step, const Model& model,
                       const std::vector<char>& placed, std::int64_t by) const {
    if (step.booking == kNone) return true;
    const Life from = model.lifeOf(step.booking);
    const Life to = after(step, from);
    if (to == from) return true;
    if (!keepsLives(entry, step.booking, to, placed)) return false;
    if (hasPlaces(from) == hasPlaces(to)) return true;
    return hasPlaces(to) ? leavesSeats(entry, step.booking, placed, by)
                         : leavesRefusals(entry, step.booking, placed, by);
}

bool Foresight::allows(const Turn& turn, const std::vector<char>& placed, std::int64_t by) const {
    if (!keepsLives(kAnyEntry, turn.booking, turn.to, placed)) return false;
    if (hasPlaces(turn.from) == hasPlaces(turn.to)) return true;
    return leavesRefusals(kAnyEntry, turn.booking, placed, by);
}

}  // namespace tessera::history
