// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/sim_database.h"

#include <gtest/gtest.h>

#include "tests/simulation/database/small_world.h"

namespace tessera::simulation {
namespace {

TEST(SimDatabaseTest, ARefusedBatchLeavesNothing) {
    SmallWorld world;
    ASSERT_EQ(world.database.applyBatch(world.nextHead(), world.hold(5, 0)).outcome,
              CommitOutcome::Committed);
    const std::string before = world.tables();
    engine::Changes changes = world.hold(6, 1);
    changes.areas.push_back({AreaNo{0}, 2, 0});
    changes.reservationUpdates.push_back({ReservationId{5},
                                          engine::ReservationState::Held,
                                          engine::ReservationState::Released,
                                          kBase,
                                          {},
                                          {},
                                          engine::ReleaseReason::Expired});
    changes.requests.push_back({world.request(9), Fingerprint{1}, 2, 5, kBase});
    changes.codeUses.push_back({CodeId{77}, 1});  // There is none.
    const auto head = world.nextHead();
    const CommitResult refused = world.database.applyBatch(head, changes);
    EXPECT_EQ(refused.outcome, CommitOutcome::Refused);
    EXPECT_EQ(refused.sqlstate, "TS002");
    EXPECT_EQ(world.tables(), before);
    EXPECT_EQ(world.database.takeOver(SmallWorld::kEvent, NodeId{7})->loaded.reservations.size(),
              1U);
    changes.codeUses.clear();
    EXPECT_EQ(world.database.applyBatch(world.nextHead(), changes).outcome,
              CommitOutcome::Committed);
    EXPECT_NE(world.tables(), before);
}

TEST(SimDatabaseTest, TakingOverFencesTheFormerOwner) {
    SmallWorld world;
    const auto head = world.nextHead();
    SimStore other(world.user(1));
    const auto taken = other.takeOver(SmallWorld::kEvent, NodeId{8});
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->epoch, world.taken.epoch + 1);
    SimStore former(world.user(0));
    const auto answer = world.send(former, head, world.hold(5, 0));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->outcome, CommitOutcome::Fenced);
    EXPECT_EQ(world.send(other, world.nextHead(), world.hold(5, 0))->outcome,
              CommitOutcome::Committed);
}

TEST(SimDatabaseTest, ADriftingClockNeverGoesBackAndAStepMovesIt) {
    SmallWorld world;
    SimDatabase& database = world.database;
    database.setDrift(-20000);
    Instant before = database.clock();
    for (int i = 0; i < 5000; ++i) {
        world.waiting.wait(Duration::ofMicros(1 + i % 3));
        ASSERT_GE(database.clock(), before);
        before = database.clock();
    }
    world.waiting.wait(Duration::ofSeconds(100));
    EXPECT_EQ(database.clock(), before + Duration::ofSeconds(98));
    database.stepClock(Duration::ofSeconds(-5));
    EXPECT_EQ(database.clock(), before + Duration::ofSeconds(93));
    EXPECT_EQ(world.faults.fired(Fault::DatabaseClockSteps), 1);
    EXPECT_EQ(world.faults.fired(Fault::DatabaseClockDrifts), 1);
    database.setDrift(0);
    EXPECT_EQ(world.faults.fired(Fault::DatabaseClockDrifts), 1);
}

TEST(SimDatabaseTest, WhatTicketsAreExchangedForAndOfferedByIsReadAsItWasWritten) {
    SmallWorld world;
    constexpr OrderId kOld{20};
    constexpr OrderId kNew{30};
    engine::Changes made;
    for (const OrderId id : {kOld, kNew}) {
        engine::OrderRow order;
        order.id = id;
        order.state = engine::OrderState::Paid;
        made.orders.push_back(order);
        engine::TicketRow ticket;
        ticket.id = TicketId{id.value + 1};
        ticket.order = id;
        ticket.area = AreaNo{0};
        ticket.state = engine::TicketState::Active;
        made.tickets.push_back(ticket);
    }
    engine::TenderRow tender;
    tender.id = TenderId{32};
    tender.order = kNew;
    tender.kind = engine::TenderKind::Exchange;
    tender.amount = Money{1000};
    tender.reference = encodePublicId(SmallWorld::kEvent, kOld.value);
    made.tenders.push_back(tender);
    ASSERT_EQ(world.database.applyBatch(world.nextHead(), made).outcome, CommitOutcome::Committed);
    engine::Changes marked;
    const auto active = engine::TicketState::Active;
    marked.ticketUpdates.push_back({TicketId{21}, active, active, {}, kNew, {}});
    const Instant until = kBase + Duration::ofMinutes(14);
    marked.ticketUpdates.push_back(
        {TicketId{31}, active, active, {}, {}, engine::TransferId{40}, until});
    marked.orderUpdates.push_back(
        {kOld, engine::OrderState::Paid, engine::OrderState::Paid, {}, {}, 1, 2});
    ASSERT_EQ(world.database.applyBatch(world.nextHead(), marked).outcome,
              CommitOutcome::Committed);
    EXPECT_EQ(world.database.listTickets(SmallWorld::kEvent, kOld)[0].exchange, kNew);
    EXPECT_EQ(world.database.listTickets(SmallWorld::kEvent, kNew)[0].offer.value, 40);
    EXPECT_EQ(world.database.listTickets(SmallWorld::kEvent, kNew)[0].offerUntil, until);
    const auto record = world.database.readRecord(SmallWorld::kEvent, kNew);
    ASSERT_EQ(record->given.size(), 1U);
    EXPECT_EQ(record->given[0]->order.id, kOld);
    EXPECT_EQ(record->given[0]->version, 1);
    const auto taken = world.database.takeOver(SmallWorld::kEvent, NodeId{7});
    ASSERT_EQ(taken->loaded.orders.size(), 2U);
    EXPECT_EQ(taken->loaded.orders[0].acceptedMove, 2);
    EXPECT_EQ(taken->loaded.orders[0].tickets[0].exchange, kNew);
    EXPECT_EQ(taken->loaded.orders[1].tickets[0].offerUntil, until);
}

// Hears of commits alone.
class Listener final : public Witness {
public:
    void onEvent(EventId, const engine::Layout&, const engine::EventTerms&, std::int64_t) override {
    }
    void onAsked(const Asked&, std::int64_t) override {}
    void onSaid(CallNo, const Said&, std::int64_t) override {}
    void onCommitted(const Committed& done, std::int64_t) override { from.push_back(done.node); }
    void onTakenOver(EventId, NodeId, std::int64_t, std::int64_t) override {}
    void onProviderDid(const ProviderDid&, std::int64_t) override {}
    void onCalm(std::int64_t) override {}
    void onEnd(Instant, const std::vector<EventTables>&, const std::vector<ShownMap>&,
               std::int64_t) override {}
    std::vector<NodeId> from;
};

TEST(SimDatabaseTest, TheJudgeIsToldWhoSentABatchNotWhoHasTheEvent) {
    Listener listener;
    SmallWorld world(1, false, &listener);
    SimStore other(world.user(1));
    const auto head = world.nextHead();
    EXPECT_EQ(world.send(other, head, world.hold(5, 0))->outcome, CommitOutcome::Committed);
    EXPECT_EQ(listener.from, std::vector{NodeId{8}});
    EXPECT_EQ(world.database.findOwner(SmallWorld::kEvent)->node, NodeId{7});
}

TEST(SimDatabaseTest, ANodeThatStartsTakesItsNamesPlace) {
    SmallWorld world;
    SimNodes nodes(world.user(0));
    ASSERT_TRUE(nodes.join({NodeId{1}, "a", "a:1", 9}));
    ASSERT_TRUE(nodes.join({NodeId{2}, "b", "b:1", 0}));
    ASSERT_TRUE(nodes.beat(NodeId{1}));
    ASSERT_TRUE(nodes.join({NodeId{1}, "a", "a:1", 0}));  // It is there: nothing changes.
    auto reading = nodes.beat(NodeId{1});
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->rows.size(), 2U);
    EXPECT_EQ(reading->rows[0].beats, 2);
    ASSERT_TRUE(nodes.join({NodeId{3}, "a", "a:2", 0}));
    reading = nodes.beat(NodeId{1});
    ASSERT_EQ(reading->rows.size(), 2U);
    EXPECT_EQ(reading->rows[0].node, NodeId{2});
    EXPECT_EQ(reading->rows[1].node, NodeId{3});
    ASSERT_TRUE(nodes.remove(NodeId{2}));
    EXPECT_EQ(nodes.beat(NodeId{3})->rows.size(), 1U);
}

TEST(SimDatabaseTest, TheCatalogGivesWhatWasMadeOnce) {
    SmallWorld world;
    SimCatalog catalog(world.user(0));
    const RequestId request = SmallWorld::request(50);
    const store::LayoutRow layout{LayoutId{9}, VenueId{1}, 0, "plan", "{}", 10, 1};
    ASSERT_TRUE(catalog.createLayout(layout, request, Fingerprint{4}));
    EXPECT_EQ(catalog.createLayout(layout, request, Fingerprint{4}).error().code, "23505");
    EXPECT_EQ((*catalog.findCreated(request))->id, 9);
    EXPECT_EQ((*catalog.findLayout(LayoutId{9}))->version, 1);
    EXPECT_EQ((*catalog.findLayout(LayoutId{9}))->planJson, "");
    EXPECT_EQ(*catalog.readPlan(LayoutId{9}), "{}");
    EXPECT_FALSE(catalog.readPlan(LayoutId{8}));
    store::EventQuery query;
    query.includeDrafts = true;
    query.text = "EVEN hall";
    EXPECT_EQ(catalog.listEvents(query)->size(), 1U);
    query.text = "evening morning";
    EXPECT_EQ(catalog.listEvents(query)->size(), 0U);
}

}  // namespace
}  // namespace tessera::simulation
