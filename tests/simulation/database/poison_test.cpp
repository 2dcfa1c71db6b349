// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/poison.h"

#include <gtest/gtest.h>

#include "tests/simulation/database/small_world.h"

namespace tessera::simulation {
namespace {

engine::Changes released(std::int64_t reservation) {
    engine::Changes changes;
    engine::ReservationUpdate update;
    update.id = ReservationId{reservation};
    update.from = engine::ReservationState::Held;
    update.to = engine::ReservationState::Released;
    changes.reservationUpdates.push_back(update);
    return changes;
}

TEST(PoisonTest, WhatWasRefusedIsRefusedAgainInTheSameWayUntilTheFaultsAreOver) {
    int again = 0;
    int forEver = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        SmallWorld world(seed, true);
        Poison poison(world.faults, world.trace, Random(seed));
        const auto head = world.nextHead();
        for (std::int64_t id = 1; id <= 2000; ++id) {
            const auto changes = released(id);
            const auto first = poison.judge(head, changes);
            if (!first || !poison.has(head, changes)) continue;
            EXPECT_FALSE(poison.has(head, released(id + 5000))) << "other content";
            int times = 0;
            while (times < 20 && poison.has(head, changes)) {
                const auto next = poison.judge(head, changes);
                ASSERT_TRUE(next);
                EXPECT_EQ(next->outcome, first->outcome);
                EXPECT_EQ(next->sqlstate, first->sqlstate);
                ++times;
            }
            times < 20 ? ++again : ++forEver;
        }
        world.faults.heal();
        for (std::int64_t id = 1; id <= 2000; ++id) {
            ASSERT_FALSE(poison.judge(head, released(id)));
        }
    }
    EXPECT_GT(again, 10);
    EXPECT_GT(forEver, 10);
}

TEST(PoisonTest, ADeadlineThatIsPutOffIsNoContent) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SmallWorld world(seed, true);
        Poison poison(world.faults, world.trace, Random(seed));
        auto changes = released(1);
        changes.reservationUpdates[0].to = engine::ReservationState::Held;
        for (int i = 0; i < 2000; ++i) {
            static_cast<void>(poison.judge(world.nextHead(), changes));
            ASSERT_FALSE(poison.has(world.nextHead(), changes));
        }
    }
}

}  // namespace
}  // namespace tessera::simulation
