// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/simulation/world/agenda.h"
#include "tests/simulation/world/fiber.h"
#include "tests/simulation/world/network.h"

namespace tessera::simulation {
namespace {

void runAll(Agenda& agenda, std::int64_t until = INT64_MAX) {
    while (agenda.step(until)) {
    }
}

TEST(AgendaTest, WhatIsDueAtOneInstantHappensInTheOrderInWhichItWasEntered) {
    Agenda agenda;
    std::string order;
    agenda.after(Duration{20}, kWorld, [&] { order += 'c'; });
    agenda.after(Duration{10}, kWorld, [&] {
        order += 'a';
        agenda.after(Duration{10}, kWorld, [&] { order += 'd'; });
    });
    agenda.after(Duration{10}, kWorld, [&] { order += 'b'; });
    runAll(agenda);
    EXPECT_EQ(order, "abcd");
    EXPECT_EQ(agenda.now(), 20);
}

TEST(AgendaTest, NothingOfAProcessThatDiedHappens) {
    Agenda agenda;
    int happened = 0;
    for (ProcessNo process : {1, 2, 1}) agenda.after(Duration{5}, process, [&] { ++happened; });
    agenda.drop(1);
    runAll(agenda);
    EXPECT_EQ(happened, 1);
    EXPECT_EQ(agenda.size(), 0U);
}

TEST(AgendaTest, APausedProcessGoesOnInItsOrder) {
    Agenda agenda;
    std::vector<std::pair<char, std::int64_t>> seen;
    for (const char name : {'a', 'b', 'c'}) {
        const std::int64_t due = 10 * (name - 'a' + 1);
        agenda.after(Duration{due}, 1, [&, name] { seen.emplace_back(name, agenda.now()); });
    }
    agenda.after(Duration{15}, kWorld, [&] { agenda.pause(1, 1000); });
    agenda.after(Duration{2000}, 1, [&] { seen.emplace_back('d', agenda.now()); });
    runAll(agenda);
    const std::vector<std::pair<char, std::int64_t>> wanted{
        {'a', 10}, {'b', 1000}, {'c', 1000}, {'d', 2000}};
    EXPECT_EQ(seen, wanted);
}

TEST(AgendaTest, ACancelledEntryDoesNotHappen) {
    Agenda agenda;
    int happened = 0;
    const EntryNo entry = agenda.after(Duration{5}, kWorld, [&] { ++happened; });
    EXPECT_TRUE(agenda.cancel(entry));
    EXPECT_FALSE(agenda.cancel(entry));
    runAll(agenda);
    EXPECT_EQ(happened, 0);
}

TEST(AgendaTest, GapsAboveASecondAreCountedAsIdle) {
    Agenda agenda;
    agenda.after(Duration::ofMillis(900), kWorld, [] {});
    agenda.after(Duration::ofMillis(5900), kWorld, [] {});
    runAll(agenda);
    EXPECT_EQ(agenda.idleMicros(), 4'000'000);
}

TEST(FiberTest, ACallThatWaitsLetsTheWorldGoOn) {
    Agenda agenda;
    Fibers fibers(agenda);
    std::string order;
    fibers.start(
        1,
        [&] {
            order += 'a';
            EXPECT_TRUE(fibers.wait(Duration{100}));
            order += 'd';
        },
        [&] { order += 'e'; });
    order += 'b';
    agenda.after(Duration{50}, kWorld, [&] { order += 'c'; });
    runAll(agenda);
    EXPECT_EQ(order, "abcde");
    EXPECT_EQ(agenda.now(), 100);
}

TEST(FiberTest, OneWhoseProcessDiesComesBackAtOnceAndIsToldSo) {
    Agenda agenda;
    Fibers fibers(agenda);
    std::string order;
    bool ended = false;
    fibers.start(
        1,
        [&] {
            order += fibers.wait(Duration{100}) ? 'x' : 'b';
            order += fibers.wait(Duration{100}) ? 'x' : 'c';
        },
        [&] { ended = true; });
    order += 'a';
    fibers.end(1);
    order += 'd';
    runAll(agenda);
    EXPECT_EQ(order, "abcd");
    EXPECT_FALSE(ended) << "whoever waited for it is gone, too";
    EXPECT_EQ(agenda.now(), 0);
}

TEST(FiberTest, StacksAreUsedAgain) {
    Agenda agenda;
    Fibers fibers(agenda);
    int ended = 0;
    for (int round = 0; round < 100; ++round) {
        for (int i = 0; i < 3; ++i) {
            fibers.start(
                1, [&] { fibers.wait(Duration{10}); }, [&] { ++ended; });
        }
        runAll(agenda);
    }
    EXPECT_EQ(ended, 300);
    EXPECT_EQ(fibers.stacks(), 3U);
}

class NetworkTest : public testing::Test {
protected:
    Agenda agenda_;
    Trace trace_{agenda_};
    Faults faults_{Random(7)};
    Network network_{agenda_, faults_, trace_, Random(8)};
};

TEST_F(NetworkTest, ACutIsHealedInTheEndAndLinksOneAfterAnother) {
    std::int64_t oneWay = 0;
    std::int64_t cuts = 0;
    for (int round = 0; round < 200; ++round) {
        network_.partition(true, 0, Duration::ofSeconds(5));
        for (const End end : {1, 2, kDatabaseEnd, kProviderEnd, kPeopleEnd}) {
            const bool out = network_.isCut(0, end);
            const bool in = network_.isCut(end, 0);
            if (out != in) ++oneWay;
            if (out || in) ++cuts;
            EXPECT_EQ(network_.fateOf(0, end).first.has_value() && out, false);
        }
        runAll(agenda_);
    }
    EXPECT_EQ(oneWay, cuts) << "of a one-way partition no link is cut both ways";
    EXPECT_GT(cuts, 200);
    EXPECT_EQ(faults_.fired(Fault::PartitionOneWay), 200);
    for (const End end : {1, 2, kDatabaseEnd}) EXPECT_FALSE(network_.isCut(0, end));
}

TEST(NetworkReorderTest, OnlyAMessageThatAnotherOneOvertookCountsAsReordered) {
    std::int64_t alone = 0;
    std::int64_t overtaken = 0;
    std::int64_t counted = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Agenda agenda;
        Trace trace(agenda);
        Faults faults{Random(seed)};
        Network network(agenda, faults, trace, Random(seed + 1));
        // So far apart that nothing overtakes anything.
        for (int i = 0; i < 500; ++i) {
            network.fateOf(0, 1);
            agenda.after(Duration::ofSeconds(60), kWorld, [] {});
            runAll(agenda);
        }
        alone += faults.fired(Fault::MessageReordered);
        for (int i = 0; i < 500; ++i) {
            // The first arrives later than the second that is sent at the same instant.
            const auto first = network.fateOf(0, 1).first;
            const auto second = network.fateOf(0, 1).first;
            const auto normal = Duration::ofMillis(20);
            overtaken += first && second && *first > normal && *second < *first ? 1 : 0;
            agenda.after(Duration::ofSeconds(60), kWorld, [] {});
            runAll(agenda);
        }
        counted += faults.fired(Fault::MessageReordered);
    }
    EXPECT_EQ(alone, 0);
    EXPECT_GT(counted, 100);
    EXPECT_LT(counted, overtaken * 11 / 10 + 1) << "some are slow, some reordered by a little";
}

TEST(FaultsTest, AfterTheyHaveHealedNoneFires) {
    Faults faults{Random(3)};
    std::int64_t before = 0;
    for (int i = 0; i < 100000; ++i) before += faults.fires(Fault::MessageLost) ? 1 : 0;
    EXPECT_EQ(faults.fired(Fault::MessageLost), before);
    faults.heal();
    for (int i = 0; i < 100000; ++i) EXPECT_FALSE(faults.fires(Fault::MessageLost));
    EXPECT_EQ(faults.perThousandSeconds(Fault::NodeKilled), 0);
}

TEST(FaultsTest, EveryKindOccursInSomeRuns) {
    std::array<int, kFaults> occurs{};
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Faults faults{Random(seed)};
        for (const Fault fault : {Fault::NodeKilled, Fault::DatabaseDown, Fault::PartitionOneWay}) {
            occurs[static_cast<std::size_t>(fault)] += faults.perThousandSeconds(fault) > 0 ? 1 : 0;
        }
    }
    for (const Fault fault : {Fault::NodeKilled, Fault::DatabaseDown, Fault::PartitionOneWay}) {
        EXPECT_GT(occurs[static_cast<std::size_t>(fault)], 100) << nameOf(fault);
        EXPECT_LT(occurs[static_cast<std::size_t>(fault)], 250) << nameOf(fault);
    }
}

TEST(RandomTest, BothEndsAreDrawn) {
    Random random(1);
    int low = 0;
    int high = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto drawn = random.between(-1, 1);
        ASSERT_TRUE(drawn >= -1 && drawn <= 1);
        low += drawn == -1 ? 1 : 0;
        high += drawn == 1 ? 1 : 0;
    }
    EXPECT_GT(low, 250);
    EXPECT_GT(high, 250);
}

}  // namespace
}  // namespace tessera::simulation
