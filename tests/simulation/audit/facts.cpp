// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/audit/facts.h"

#include <algorithm>

namespace tessera::simulation {
namespace {

using enum engine::OrderState;

constexpr std::size_t kStates = static_cast<std::size_t>(Manual) + 1;
using Reach = std::array<std::array<bool, kStates>, kStates>;

// The arrows of the table in docs/design.md, 6; PAYING to PAID is a total of zero.
constexpr std::pair<engine::OrderState, engine::OrderState> kArrows[] = {
    {Paying, Allocated},     {Paying, Fencing},      {Paying, Cancelling},
    {Paying, Paid},          {Fencing, Allocated},   {Fencing, Released},
    {Fencing, Compensating}, {Cancelling, Released}, {Cancelling, Compensating},
    {Allocated, Paid},       {Allocated, Unpaid},    {Unpaid, Allocated},
    {Unpaid, Fencing},       {Compensating, Manual}, {Compensating, Released},
    {Fencing, Cancelling},
};

constexpr Reach closureOf() {
    Reach reach{};
    for (std::size_t i = 0; i < kStates; ++i) reach[i][i] = true;
    for (const auto& [from, to] : kArrows) {
        reach[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)] = true;
    }
    for (std::size_t by = 0; by < kStates; ++by) {
        for (std::size_t from = 0; from < kStates; ++from) {
            for (std::size_t to = 0; to < kStates; ++to) {
                if (reach[from][by] && reach[by][to]) reach[from][to] = true;
            }
        }
    }
    return reach;
}

}  // namespace

std::int32_t placesIn(const engine::ReservationRow& row) {
    auto places = static_cast<std::int32_t>(row.seats.size());
    for (const engine::AreaPlaces& line : row.areas) places += line.count;
    return places;
}

bool leadsTo(engine::OrderState from, engine::OrderState to) {
    static constexpr Reach kReach = closureOf();
    return kReach[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
}

bool isEnd(engine::OrderState state) {
    return state == Paid || state == Released || state == Manual;
}

CommitNo lastCommitBefore(const EventFacts& facts, Instant time) {
    const auto first = std::ranges::lower_bound(facts.times, time);
    return std::max<CommitNo>(0, first - facts.times.begin() - 1);
}

}  // namespace tessera::simulation
