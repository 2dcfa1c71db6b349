// SPDX-License-Identifier: Apache-2.0
// Which event makes room where as many are loaded as may be.
#include <chrono>
#include <thread>

#include "tests/app/actor_fixture.h"

namespace tessera::app {
namespace {

class DirectoryTest : public ActorTest {
protected:
    static JobResult askOf(EventActor& actor, EventJob job) {
        auto promise = std::make_shared<std::promise<JobResult>>();
        auto future = promise->get_future();
        job.done = [promise](JobResult result) { promise->set_value(std::move(result)); };
        actor.submit(std::move(job));
        if (future.wait_for(std::chrono::seconds(20)) != std::future_status::ready) std::abort();
        return future.get();
    }

    static bool isLoadedAndIdle(EventDirectory& directory, EventId event) {
        const auto actor = directory.actorOf(event);
        EXPECT_NE(actor, nullptr);
        if (actor == nullptr) return false;
        EventJob read;
        read.command = engine::ReadOrder{OrderId{0}, {}};
        EXPECT_TRUE(askOf(*actor, std::move(read)).has_value());
        return eventually([&] { return actor->isIdle(); });
    }
};

TEST_F(DirectoryTest, AnEventWithAHoldStaysUntilItIsIdle) {
    EventDirectory directory(node_->actors, 1);
    const EventId other = makeEvent();
    const auto actor = directory.actorOf(event_);
    ASSERT_NE(actor, nullptr);
    const auto held = askOf(*actor, holdJob({3}));
    ASSERT_EQ(held->refusal, engine::Refusal::None);
    EXPECT_EQ(directory.actorOf(other), nullptr) << "the hold must be released in time";
    EventJob cancel;
    cancel.command =
        engine::CancelReservation{std::get<engine::ReservationView>(held->view).id, caller()};
    ASSERT_EQ(askOf(*actor, std::move(cancel))->refusal, engine::Refusal::None);
    EXPECT_TRUE(eventually([&] { return directory.actorOf(other) != nullptr; }));
    EXPECT_EQ(directory.find(event_), nullptr);
    EXPECT_EQ(directory.size(), 1U);
    directory.closeAll();
}

TEST_F(DirectoryTest, OfTheIdleTheLongestUnusedGoesAndWatchedOnesLast) {
    EventDirectory directory(node_->actors, 2);
    const EventId second = makeEvent();
    const EventId third = makeEvent();
    const EventId fourth = makeEvent();
    ASSERT_TRUE(isLoadedAndIdle(directory, event_));
    ASSERT_TRUE(isLoadedAndIdle(directory, second));
    ASSERT_TRUE(isLoadedAndIdle(directory, event_));  // Used again: `second` is the older now.
    ASSERT_NE(directory.actorOf(third), nullptr);
    EXPECT_EQ(directory.find(second), nullptr);
    ASSERT_NE(directory.find(event_), nullptr);

    struct Watcher final : stream::Subscriber {
        bool deliver(const stream::Encoded&) override { return true; }
        void lost() override {}
    };
    const auto watcher = std::make_shared<Watcher>();
    std::promise<std::shared_ptr<stream::SeatMapFeed>> promise;
    directory.find(event_)->whenLoaded(
        MapUse::Follow,
        [&](Answer<std::shared_ptr<stream::SeatMapFeed>> feed) { promise.set_value(*feed); });
    const auto feed = promise.get_future().get();
    ASSERT_TRUE(feed->subscribe(watcher, -1, Instant{1}));
    ASSERT_TRUE(isLoadedAndIdle(directory, event_));
    ASSERT_TRUE(isLoadedAndIdle(directory, third));  // The younger, but nobody watches it.
    ASSERT_NE(directory.actorOf(fourth), nullptr);
    EXPECT_EQ(directory.find(third), nullptr);
    EXPECT_NE(directory.find(event_), nullptr);
    feed->unsubscribe(watcher.get());
    directory.closeAll();
}

// The simulator's seed 69: an actor that had been told "elsewhere" was taken for an owner, and the
// event's holds stayed when that other node was gone.
TEST_F(DirectoryTest, WhatIsDueIsTakenThoughItWasAnotherNodesBefore) {
    auto other = newNode();
    ASSERT_EQ(ask(*other, holdJob({3})).value().refusal, engine::Refusal::None);
    node_->owners.elsewhere = true;
    const auto actor = node_->directory.actorOf(event_);
    const auto told = askOf(*actor, holdJob({5}));
    ASSERT_FALSE(told.has_value());
    EXPECT_EQ(told.error().reason, "OWNER_UNAVAILABLE");
    node_->owners.elsewhere = false;
    other.reset();
    const std::string owner =
        "SELECT node_id, epoch FROM event_owner WHERE event_id = " + std::to_string(event_.value);
    const std::string before = psql(owner);
    ASSERT_TRUE(node_->directory.loadDue(node_->clock.now() + Duration::ofMinutes(60)));
    EXPECT_TRUE(eventually([&] { return psql(owner) != before; }));
    const auto again = askOf(*actor, holdJob({5}));
    ASSERT_TRUE(again.has_value());
}

// A stale owner without deadlines of its own never found out: the event was nobody's for good.
TEST_F(DirectoryTest, WhatIsDueIsTakenThoughThisNodeTookItselfForItsOwner) {
    ASSERT_TRUE(isLoadedAndIdle(node_->directory, event_));
    auto other = newNode();
    ASSERT_EQ(ask(*other, holdJob({3})).value().refusal, engine::Refusal::None);
    other.reset();
    const int before = node_->store.takeOvers;
    ASSERT_TRUE(node_->directory.loadDue(node_->clock.now() + Duration::ofMinutes(60)));
    EXPECT_TRUE(eventually([&] { return node_->store.takeOvers > before; }));
    EXPECT_EQ(askOf(*node_->directory.actorOf(event_), holdJob({3}, 2)).value().refusal,
              engine::Refusal::SeatUnavailable);
}

// Its order watches were left open, and never told of anything again.
TEST_F(DirectoryTest, WhoWatchesOrdersIsToldWhenTheEventIsElsewhereOrClosed) {
    std::atomic<int> told{0};
    node_->actors.onLeft = [&](EventId event) {
        EXPECT_EQ(event, event_);
        ++told;
    };
    ASSERT_TRUE(isLoadedAndIdle(node_->directory, event_));
    auto other = newNode();
    ASSERT_EQ(ask(*other, holdJob({3})).value().refusal, engine::Refusal::None);
    node_->owners.elsewhere = true;
    node_->directory.renewAll();
    EXPECT_TRUE(eventually([&] { return told == 1; }));
    node_->directory.closeAll();
    EXPECT_TRUE(eventually([&] { return told == 2; }));
}

// It waited for as long as nobody knew whether the owner was there.
TEST_F(DirectoryTest, WhoWantsAMapIsToldInTimeThatTheOwnerIsNotKnown) {
    node_->actors.options.waitMax = Duration::ofMillis(200);
    node_->owners.undecided = true;
    std::promise<std::string> promise;
    node_->directory.actorOf(event_)->whenLoaded(
        MapUse::Read, [&](Answer<std::shared_ptr<stream::SeatMapFeed>> feed) {
            promise.set_value(feed ? "a map" : feed.error().reason);
        });
    auto told = promise.get_future();
    ASSERT_EQ(told.wait_for(std::chrono::seconds(10)), std::future_status::ready);
    EXPECT_EQ(told.get(), "OWNER_UNAVAILABLE");
    node_->directory.closeAll();
}

// Its calls to the provider were still made here, beside those of the next owner.
TEST_F(DirectoryTest, AClosedEventLeavesNoCallsBehind) {
    ASSERT_EQ(ask(*node_, holdJob({3})).value().refusal, engine::Refusal::None);
    engine::OutboxRow row;
    row.seq = OutboxSeq{1};
    row.notBefore = node_->clock.now() + Duration::ofMinutes(60);
    node_->outbox.enqueue(event_, *parseCurrency("EUR"), {row});
    ASSERT_EQ(node_->outbox.waiting(), 1U);
    node_->directory.closeAll();
    EXPECT_TRUE(eventually([&] { return node_->outbox.waiting() == 0; }));
}

TEST_F(DirectoryTest, ANodeThatHasClosedAllSaysThatItCannotBeAsked) {
    EXPECT_EQ(node_->directory.refusal().reason, "OVERLOADED");
    node_->directory.closeAll();
    EXPECT_EQ(node_->directory.actorOf(event_), nullptr);
    EXPECT_EQ(node_->directory.refusal().reason, "OWNER_UNAVAILABLE");
}

}  // namespace
}  // namespace tessera::app
