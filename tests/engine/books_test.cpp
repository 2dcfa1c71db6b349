// SPDX-License-Identifier: Apache-2.0
// The engine's own containers beside the simplest ones of the standard library.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "server/engine/buyer_limits.h"
#include "server/engine/id_source.h"
#include "server/engine/timers.h"
#include "tests/engine/test_seed.h"

namespace tessera::engine {
namespace {

TEST(IdSourceTest, IdsGrowWithTimeAndNeverGoBack) {
    const Instant t{IdSource::kOriginMicros + 5};
    IdSource ids(0);
    EXPECT_EQ(ids.next(Instant{0}), 1);
    EXPECT_EQ(ids.next(t), 5 << 12);
    EXPECT_EQ(ids.next(t), (5 << 12) + 1);
    EXPECT_EQ(ids.next(Instant{0}), (5 << 12) + 2);
    IdSource loaded(std::int64_t{9} << 12);
    EXPECT_EQ(loaded.next(t), (9 << 12) + 1);
}

TEST(TimersTest, WhatIsDueComesOutByInstantKindAndId) {
    using Key = std::tuple<std::int64_t, int, std::int64_t>;
    std::mt19937 random(testSeed());
    Timers timers;
    std::map<Key, Timers::Handle> model;
    for (int i = 0; i < 50000; ++i) {
        const int what = between(random, 0, 9);
        if (what < 5) {
            const Key key{between(random, 0, 300), between(random, 0, 2), i};
            model[key] = timers.start({Instant{std::get<0>(key)}, std::get<2>(key), 0,
                                       static_cast<TimerKind>(std::get<1>(key))});
        } else if (what < 7 && !model.empty()) {
            auto at = model.lower_bound({between(random, 0, 300), 0, 0});
            if (at == model.end()) at = model.begin();
            EXPECT_EQ(timers.at(at->second).id, std::get<2>(at->first));
            timers.cancel(at->second);
            model.erase(at);
        } else if (!model.empty()) {
            const Timer first = timers.takeFirst();
            const Key key{first.at.micros, static_cast<int>(first.kind), first.id};
            ASSERT_EQ(key, model.begin()->first);
            model.erase(model.begin());
        }
        ASSERT_EQ(timers.size(), model.size());
        const Instant earliest =
            model.empty() ? Instant::never() : Instant{std::get<0>(model.begin()->first)};
        ASSERT_EQ(timers.first(), earliest);
        if (i % 500 == 0) timers.checkInvariants();
    }
}

TEST(BuyerLimitsTest, CountsAsAMapDoesAlsoWhereHashesCollide) {
    std::mt19937 random(testSeed());
    BuyerLimits limits;
    std::map<int, std::pair<Slot, std::int32_t>> model;
    const auto hashOf = [](int n) {
        CallerHash hash;
        hash.bytes[31] = static_cast<std::uint8_t>(n);
        hash.bytes[30] = static_cast<std::uint8_t>(n >> 8);
        return hash;
    };
    for (int i = 0; i < 100000; ++i) {
        const int who = between(random, 0, 3000);
        auto& [slot, places] = model[who];
        if (places > 0 && between(random, 0, 1) == 0) {
            const int less = between(random, 1, places);
            limits.remove(slot, less);
            places -= less;
        } else {
            const int more = between(random, 1, 5);
            slot = limits.add(hashOf(who), more);
            places += more;
        }
        ASSERT_EQ(limits.placesOf(hashOf(who)), places);
    }
    std::size_t live = 0;
    for (const auto& [who, entry] : model) {
        EXPECT_EQ(limits.placesOf(hashOf(who)), entry.second);
        live += entry.second > 0;
    }
    EXPECT_EQ(limits.size(), live);
}

}  // namespace
}  // namespace tessera::engine
