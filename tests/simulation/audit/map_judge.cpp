// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/audit/map_judge.h"

#include <algorithm>

namespace tessera::simulation {
namespace {

std::string nameOf(const ShownMap& map) {
    return say("the map of follower ", map.follower, " at revision ", map.revision);
}

// Mostly it has not changed since.
template <class T>
const T& valueAt(const Past<T>& past, CommitNo version) {
    return past.lastChange() <= version ? past.entries().back().value : *past.at(version);
}

template <class T, class Predicate>
bool everWas(const Past<T>& past, Predicate holds) {
    return std::ranges::any_of(past.entries(), [&](const auto& e) { return holds(e.value); });
}

}  // namespace

// A revision is the number of the batch that changed the map last, and batches count from 1.
void MapJudge::judgeShown(const ShownMap& map) {
    ++findings_.counters.mapsShown;
    if (map.revision > f_.lastBatch) {
        fault(say(nameOf(map), " is ahead of any commit: the last batch is ", f_.lastBatch));
    } else if (!std::ranges::binary_search(f_.mapRevisions, map.revision)) {
        fault(say(nameOf(map), ": that batch did not change the map"));
    }
    compare(map, std::min(map.revision, f_.commits));
}

void MapJudge::judgeAtRest(const ShownMap& map) {
    ++findings_.counters.maps;
    if (map.revision != f_.mapRevision) {
        fault(say(nameOf(map), ", the truth is at ", f_.mapRevision));
    }
    compare(map, f_.commits);
}

void MapJudge::compare(const ShownMap& map, CommitNo with) {
    if (map.seats.size() != f_.seats.size() || map.areaFree.size() != f_.areas.size()) {
        return fault(say(nameOf(map), " has ", map.seats.size(), " seats and ", map.areaFree.size(),
                         " areas"));
    }
    for (std::size_t i = 0; i < f_.seats.size(); ++i) {
        const auto right = valueAt(f_.seats[i].past, with).status;
        if (map.seats[i] == static_cast<std::uint8_t>(right)) continue;
        const bool ever = everWas(f_.seats[i].past, [&](const engine::SeatState& seat) {
            return static_cast<std::uint8_t>(seat.status) == map.seats[i];
        });
        fault(say(nameOf(map), " shows seat ", i, " as ", map.seats[i], ", it is ", right,
                  ever ? "" : " and was never so in any commit"));
    }
    for (std::size_t i = 0; i < f_.areas.size(); ++i) {
        const std::int32_t right = valueAt(f_.areas[i].free, with);
        if (map.areaFree[i] == right) continue;
        const bool ever =
            everWas(f_.areas[i].free, [&](std::int32_t free) { return free == map.areaFree[i]; });
        fault(say(nameOf(map), " shows ", map.areaFree[i], " free in area ", i, ", it is ", right,
                  ever ? "" : " and was never so in any commit"));
    }
}

}  // namespace tessera::simulation
