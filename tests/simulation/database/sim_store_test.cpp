// SPDX-License-Identifier: Apache-2.0
// What a node is told where the database or the way to it breaks, and what is true then.
#include <gtest/gtest.h>

#include <map>

#include "tests/simulation/database/small_world.h"

namespace tessera::simulation {
namespace {

constexpr std::int64_t kSecond = 1'000'000;

class Outcomes {
public:
    explicit Outcomes(SmallWorld& w) : world(w), store(w.user(0)) {}

    SmallWorld& world;
    SimStore store;
    std::int64_t lastId = 4;

    // A small batch that is right, without waiting for its answer.
    std::shared_ptr<std::optional<CommitResult>> start() {
        store::Batch batch;
        engine::Changes changes;
        engine::RequestRow row;
        row.request.bytes[8] = static_cast<std::uint8_t>(++lastId / 256);
        row.request.bytes[15] = static_cast<std::uint8_t>(lastId);
        changes.requests.push_back(row);
        batch.add(std::move(changes));
        auto answer = std::make_shared<std::optional<CommitResult>>();
        store.commit(world.nextHead(), batch,
                     [answer](CommitResult result) { *answer = std::move(result); });
        return answer;
    }
    CommitResult await(const std::shared_ptr<std::optional<CommitResult>>& answer) {
        while (!*answer && world.agenda.step(INT64_MAX)) {
        }
        return answer->value();
    }
    std::int64_t lastBatch() const { return world.database.tablesOf(SmallWorld::kEvent).lastBatch; }
};

// What a batch that met one fault is told, and whether it is applied.
struct Wanted {
    CommitOutcome outcome = CommitOutcome::Unknown;
    bool applied = false;
};
const std::map<Fault, Wanted> kWanted{{Fault::CommitRefused, {CommitOutcome::Refused, false}},
                                      {Fault::CommitErrs, {CommitOutcome::Unknown, false}},
                                      {Fault::CommitLost, {CommitOutcome::Unknown, false}},
                                      {Fault::CommitAnswerLost, {CommitOutcome::Unknown, true}}};

TEST(SimStoreTest, ALostAnswerWasAppliedALostCommitWasNotAndARefusedOneSaysSo) {
    std::int64_t right = 0;
    std::map<Fault, std::int64_t> seen;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        SmallWorld world(seed, true);
        Outcomes node{world};
        for (int i = 0; i < 300; ++i) {
            const std::int64_t before = node.lastBatch();
            const std::int64_t late = world.faults.fired(Fault::CommitLate);
            std::map<Fault, std::int64_t> fired;
            for (const auto& [fault, wanted] : kWanted) fired[fault] = world.faults.fired(fault);
            const CommitResult result = node.await(node.start());
            if (result.detail == "no answer in time") {
                while (world.agenda.step(INT64_MAX)) {  // Until a late one has arrived.
                }
            }
            if (world.faults.fired(Fault::CommitLate) > late) continue;
            Wanted wanted{CommitOutcome::Committed, true};
            for (const auto& [fault, each] : kWanted) {
                if (world.faults.fired(fault) == fired[fault]) continue;
                wanted = each;
                ++seen[fault];
                ASSERT_EQ(result.sqlstate.size() == 5,
                          !wanted.applied && fault != Fault::CommitLost);
            }
            if (wanted.outcome == CommitOutcome::Committed) ++right;
            ASSERT_EQ(result.outcome, wanted.outcome);
            ASSERT_EQ(node.lastBatch() == before + 1, wanted.applied);
        }
    }
    EXPECT_GT(right, 1000);
    EXPECT_EQ(seen.size(), kWanted.size());
}

TEST(SimStoreTest, ALateBatchCommitsAfterItsSenderHasGivenItUpOrIsFencedByHisOwnTakeOver) {
    int committed = 0;
    int fenced = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        SmallWorld world(seed, true);
        Outcomes node{world};
        const bool takesOver = seed % 2 == 0;
        for (int i = 0; i < 300; ++i) {
            const std::int64_t before = node.lastBatch();
            const std::int64_t from = world.agenda.now();
            const CommitResult result = node.await(node.start());
            if (result.detail != "no answer in time") continue;
            EXPECT_GE(world.agenda.now() - from, 10 * kSecond);
            const std::int64_t late = world.faults.fired(Fault::CommitLate);
            if (node.lastBatch() != before) continue;  // Its answer was lost.
            if (takesOver) world.taken = *world.database.takeOver(SmallWorld::kEvent, NodeId{7});
            while (world.agenda.step(INT64_MAX)) {
            }
            if (world.faults.fired(Fault::CommitLate) == late) continue;
            if (takesOver) {
                EXPECT_EQ(node.lastBatch(), before);
                ++fenced;
            } else if (node.lastBatch() == before + 1) {
                ++committed;
            }
        }
    }
    EXPECT_GT(committed, 10);
    EXPECT_GT(fenced, 10);
}

TEST(SimStoreTest, DownAndBackKeepsWhatWasAcknowledged) {
    int applied = 0;
    int runs = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        SmallWorld world(seed);
        world.faults = Faults(Random(seed));  // Healed, it would not be down.
        Outcomes node{world};
        while (node.await(node.start()).outcome != CommitOutcome::Committed) {
        }
        const std::int64_t acknowledged = node.lastBatch();
        const auto answer = node.start();
        world.waiting.wait(Duration::ofMicros(800));  // It is in service, or on its way.
        if (*answer || node.lastBatch() != acknowledged) continue;
        world.database.goDown(Duration::ofSeconds(2));
        const std::int64_t from = world.agenda.now();
        EXPECT_EQ(node.await(answer).outcome, CommitOutcome::Unknown);
        if (world.agenda.now() - from > 9 * kSecond) continue;  // It was late, and all is up again.
        EXPECT_EQ(node.await(node.start()).outcome, CommitOutcome::NotDone);
        const auto refused = node.store.findOwner(SmallWorld::kEvent);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().effect, Effect::None);
        world.waiting.wait(Duration::ofSeconds(2));
        const auto taken = node.store.takeOver(SmallWorld::kEvent, NodeId{7});
        ASSERT_TRUE(taken);
        EXPECT_GE(taken->loaded.lastBatch, acknowledged);
        EXPECT_LE(taken->loaded.lastBatch, acknowledged + 1);
        applied += taken->loaded.lastBatch > acknowledged;
        ++runs;
        EXPECT_EQ(world.faults.fired(Fault::DatabaseDown), 1);
    }
    EXPECT_GT(applied, 0);
    EXPECT_LT(applied, runs);
}

TEST(SimStoreTest, ATakeOverWaitsForWhoHasTheFenceAndEndsWhoKeepsIt) {
    int ended = 0;
    constexpr int kRuns = 40;
    for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        SmallWorld world(seed);
        world.faults = Faults(Random(seed));
        Outcomes node{world};
        SimStore other(world.user(1));
        world.database.goSlow(Duration::ofMillis(20));
        const auto answer = node.start();
        world.waiting.wait(Duration::ofMillis(2));
        const std::int64_t from = world.agenda.now();
        const auto taken = other.takeOver(SmallWorld::kEvent, NodeId{8});
        ASSERT_TRUE(taken) << taken.error().message;
        const std::int64_t waited = world.agenda.now() - from;
        const CommitResult result = node.await(answer);
        if (world.faults.fired(Fault::CommitAnswerLost) + world.faults.fired(Fault::CommitLost) +
                world.faults.fired(Fault::CommitRefused) >
            0) {
            continue;
        }
        if (result.outcome == CommitOutcome::Committed) {
            EXPECT_EQ(taken->loaded.lastBatch, 1);
        } else {
            ++ended;
            EXPECT_EQ(result.outcome, CommitOutcome::Unknown);
            EXPECT_EQ(taken->loaded.lastBatch, 0);
            EXPECT_GE(waited, 300'000);
            EXPECT_LT(waited, 4 * kSecond);
        }
        EXPECT_EQ(world.faults.fired(Fault::DatabaseSlow), 1);
    }
    EXPECT_GT(ended, 0);
    EXPECT_LT(ended, kRuns);
}

TEST(SimStoreTest, WhatMeetsACutOnItsWayIsNotDoneAndOnItsWayBackIsDone) {
    int there = 0;
    int back = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        SmallWorld world(seed);
        world.network.partition(true, kDatabaseEnd, Duration::ofMillis(60000));
        const bool cutThere = world.network.isCut(0, kDatabaseEnd);
        const bool cutBack = world.network.isCut(kDatabaseEnd, 0);
        if (!cutThere && !cutBack) continue;
        Outcomes node{world};
        const std::int64_t from = world.agenda.now();
        const CommitResult result = node.await(node.start());
        const std::int64_t waited = world.agenda.now() - from;
        if (result.outcome == CommitOutcome::Committed) continue;  // It healed meanwhile.
        EXPECT_EQ(result.outcome, CommitOutcome::Unknown);
        EXPECT_EQ(node.lastBatch(), cutThere ? 0 : 1);
        EXPECT_TRUE(waited == 10 * kSecond || (cutThere && waited == 1000)) << waited;
        cutThere ? ++there : ++back;
        if (!world.network.isCut(0, kDatabaseEnd)) continue;
        EXPECT_EQ(node.await(node.start()).outcome, CommitOutcome::NotDone);
        SimNodes nodes(world.user(0));
        if (!world.network.isCut(0, kDatabaseEnd)) continue;
        const auto beaten = nodes.beat(NodeId{1});
        ASSERT_FALSE(beaten);
        EXPECT_EQ(beaten.error().effect, Effect::Unknown);
    }
    EXPECT_GT(there, 0);
    EXPECT_GT(back, 0);
}

TEST(SimStoreTest, WhatADeadProcessAsksHasNoEffect) {
    SmallWorld world;
    Outcomes node{world};
    world.waiting.dead = true;
    EXPECT_FALSE(node.store.takeOver(SmallWorld::kEvent, NodeId{9}));
    const auto answer = node.start();
    while (world.agenda.step(INT64_MAX)) {
    }
    EXPECT_FALSE(*answer);
    EXPECT_EQ(node.lastBatch(), 0);
    EXPECT_EQ(world.database.findOwner(SmallWorld::kEvent)->node, NodeId{7});
}

TEST(SimStoreTest, WhatWasSentBeforeADeathIsAppliedAndNeverAnswered) {
    SmallWorld world;
    auto node = std::make_unique<Outcomes>(world);
    const auto answer = node->start();
    world.waiting.dead = true;
    world.agenda.drop(1);
    node.reset();
    EXPECT_EQ(answer.use_count(), 1);
    while (world.agenda.step(INT64_MAX)) {
    }
    EXPECT_FALSE(*answer);
    EXPECT_EQ(world.database.tablesOf(SmallWorld::kEvent).lastBatch, 1);
}

TEST(SimStoreTest, AnAnswerThatCameDuringAPauseIsHeardAfterIt) {
    SmallWorld world;
    Outcomes node{world};
    const auto answer = node.start();
    world.agenda.pause(1, 30 * kSecond);
    EXPECT_EQ(node.await(answer).outcome, CommitOutcome::Committed);
    EXPECT_EQ(world.agenda.now(), 30 * kSecond);
}

TEST(SimStoreTest, OneSeedIsOneRun) {
    const auto run = [](std::uint64_t seed) {
        SmallWorld world(seed, true);
        Outcomes node{world};
        for (int i = 0; i < 200; ++i) {
            static_cast<void>(node.await(node.start()));
            if (i == 50) world.database.goSlow(Duration::ofSeconds(3));
            if (i == 90) world.database.goDown(Duration::ofSeconds(1));
        }
        return world.trace.hash();
    };
    EXPECT_EQ(run(5), run(5));
    EXPECT_NE(run(5), run(6));
}

}  // namespace
}  // namespace tessera::simulation
