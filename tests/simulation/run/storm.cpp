// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/run/storm.h"

#include <memory>
#include <utility>

namespace tessera::simulation {
namespace {

constexpr std::int64_t kThousandSeconds = 1'000'000'000;
constexpr Duration kLongestPause = Duration::ofSeconds(20);
// Others see for kGoneAfter that it stands still; they look every 100 ms, over a database.
constexpr Duration kPauseBeyond = cluster::kGoneAfter + Duration::ofMillis(200);
// A clock that is slewed to a right one.
constexpr std::int64_t kDriftMax = 500;
constexpr Duration kLongestDown = Duration::ofSeconds(15);
constexpr Duration kLongestCut = Duration::ofSeconds(20);
constexpr Duration kLargestStep = Duration::ofSeconds(5);
// Of a million that end a process: by SIGTERM, with time to leave.
constexpr std::int64_t kGraceful = 200000;

}  // namespace

Storm::Storm(Places& places, Random random)
    : places_(places), with_(places.surroundings()), random_(random) {}

Duration Storm::someTime(Duration longest) {
    const std::int64_t most = random_.chance(700000) ? longest.micros / 20 : longest.micros;
    return Duration::ofMicros(random_.between(1000, most));
}

void Storm::each(Fault fault, std::function<void()> happen) {
    next(fault, std::make_shared<std::function<void()>>(std::move(happen)));
}

// Gaps between 0 and twice the mean: sometimes two at once, never long without.
void Storm::next(Fault fault, const std::shared_ptr<std::function<void()>>& happen) {
    const std::int64_t rate = with_.faults.perThousandSeconds(fault);
    if (rate == 0) return;
    const auto gap = Duration::ofMicros(random_.between(1, 2 * kThousandSeconds / rate));
    with_.agenda.after(gap, kWorld, [this, fault, happen] {
        if (with_.faults.healed()) return;
        (*happen)();
        next(fault, happen);
    });
}

void Storm::start() {
    each(Fault::NodeKilled, [this] {
        if (random_.chance(kGraceful))
            return places_.stopGracefully(somePlace(), someTime(kLongestDown));
        places_.kill(somePlace(), someTime(kLongestDown));
    });
    each(Fault::NodePaused, [this] {
        places_.pause(Fault::NodePaused, somePlace(), kPauseBeyond + someTime(kLongestPause));
    });
    each(Fault::NodePausesBriefly, [this] {
        const auto time = random_.between(Duration::ofMillis(1), cluster::kGoneAfter);
        places_.pause(Fault::NodePausesBriefly, somePlace(), time);
    });
    each(Fault::DatabaseClockSteps, [this] {
        const auto by = someTime(kLargestStep);
        with_.database.stepClock(random_.chance(500000) ? by : Duration::ofMicros(-by.micros));
    });
    each(Fault::DatabaseClockDrifts,
         [this] { with_.database.setDrift(random_.between(-kDriftMax, kDriftMax)); });
    each(Fault::PartitionBothWays,
         [this] { with_.network.partition(false, somePlace(), kLongestCut); });
    each(Fault::PartitionOneWay,
         [this] { with_.network.partition(true, somePlace(), kLongestCut); });
    each(Fault::DatabaseSlow, [this] { with_.database.goSlow(someTime(kLongestDown)); });
    each(Fault::DatabaseDown, [this] { with_.database.goDown(someTime(kLongestDown)); });
}

}  // namespace tessera::simulation
