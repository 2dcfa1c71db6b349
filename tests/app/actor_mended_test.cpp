// SPDX-License-Identifier: Apache-2.0
// Bugs that were: each test tells its story in a line.
#include <future>

#include "tests/app/actor_fixture.h"

namespace tessera::app {
namespace {

using store::CommitOutcome;

bool changesSeat(const store::Batch& batch, int first, int last) {
    for (const auto& change : batch.changes().seats) {
        if (change.seat.value >= first && change.seat.value <= last) return true;
    }
    return false;
}

ReservationId idOf(const JobResult& hold) {
    return std::get<engine::ReservationView>(hold->view).id;
}

EventJob checkoutJob(ReservationId id, engine::Caller caller, RequestId request) {
    EventJob job;
    job.mutation = Mutation{request, Fingerprint{5}};
    job.command = engine::Checkout{id, caller, "Ada Lovelace", "ada@example.org", "en"};
    job.sheddable = false;
    return job;
}

// An old id, looked up before its commit was in doubt, was taken for new afterwards and applied
// again.
TEST_F(ActorTest, ACheckoutWithAnOldRequestIdWhoseAnswerIsLostIsFoundAgain) {
    const auto hold = ask(*node_, holdJob({5}));
    auto lost = std::make_shared<std::atomic<bool>>(false);
    node_->store.setFault([lost](const store::Batch& batch) -> std::optional<CommitOutcome> {
        if (batch.changes().orders.empty() || lost->exchange(true)) return std::nullopt;
        return CommitOutcome::Unknown;
    });
    const auto answer = ask(*node_, checkoutJob(idOf(hold), caller(), freshRequest(60)));
    ASSERT_TRUE(answer.has_value()) << answer.error().reason;
    EXPECT_TRUE(lost->load());
    EXPECT_EQ(answer->refusal, engine::Refusal::None);
    EXPECT_TRUE(std::holds_alternative<engine::OrderView>(answer->view));
}

// The timer for overdue jobs outlived the answer and asked the database again every second.
TEST_F(ActorTest, AnUnknownEventIsNotAskedForAgain) {
    event_ = EventId{987654322};
    ASSERT_FALSE(ask(*node_, holdJob({1})).has_value());
    EXPECT_EQ(node_->executor.load().timers, 0U);
    EXPECT_EQ(node_->store.takeOvers.load(), 1);
}

// Only the last release that was refused was put off after loading: two kept the event from ever
// coming to its commands.
TEST_F(ActorTest, TwoPoisonedReleasesKeepTheirSeatsAndTheEventGoesOn) {
    ASSERT_EQ(ask(*node_, holdJob({5}))->refusal, engine::Refusal::None);
    ASSERT_EQ(ask(*node_, holdJob({6}))->refusal, engine::Refusal::None);
    node_.reset();
    psql("UPDATE reservation SET expires_at = created_at - 600000000 WHERE event_id = " +
         std::to_string(event_.value));
    node_ = newNode();
    node_->store.setFault([](const store::Batch& batch) -> std::optional<CommitOutcome> {
        if (changesSeat(batch, 5, 6)) return CommitOutcome::Refused;
        return std::nullopt;
    });
    const auto answer = ask(*node_, holdJob({20}));
    ASSERT_TRUE(answer.has_value()) << answer.error().message;
    EXPECT_EQ(answer->refusal, engine::Refusal::None);
    EXPECT_EQ(psql("SELECT count(*) FROM seat WHERE status = 1 AND event_id = " +
                   std::to_string(event_.value)),
              "3");
    EXPECT_EQ(node_->actorMetrics.setAside.value(), 2U);
}

// The call of an answer that was set aside was made again at every load, refused again, loaded
// again, without end.
TEST_F(ActorTest, APoisonedProviderAnswerIsTriedAgainWithoutCallingAgain) {
    constexpr int kRefusals = 2;
    const auto hold = ask(*node_, holdJob({7}));
    auto refused = std::make_shared<std::atomic<int>>(0);
    node_->store.setFault([refused](const store::Batch& batch) -> std::optional<CommitOutcome> {
        if (batch.changes().outboxClosed.empty() || refused->load() >= kRefusals) {
            return std::nullopt;
        }
        ++*refused;
        return CommitOutcome::Refused;
    });
    const auto opened = ask(*node_, checkoutJob(idOf(hold), caller(), freshRequest()));
    auto order = std::get<engine::OrderView>(opened->view);
    for (int i = 0; i < 400000 && order.clientSecret.empty(); ++i) {
        EventJob read;
        read.command = engine::ReadOrder{order.id, caller()};
        order = std::get<engine::OrderView>(ask(*node_, std::move(read))->view);
    }
    EXPECT_EQ(order.clientSecret, "pi_1_secret");
    EXPECT_EQ(refused->load(), kRefusals);
    EXPECT_LE(node_->provider->creates.load(), 2);
}

// Beyond the hard bound a provider's answer was dropped, and nobody asked for it again.
TEST_F(ActorTest, AProviderAnswerIsNeverShed) {
    auto full = newNode(0);
    const auto hold = ask(*full, holdJob({1}));
    ASSERT_FALSE(hold.has_value());
    EXPECT_EQ(hold.error().reason, "OVERLOADED");
    EventJob job;
    job.command = engine::RecordProviderAnswer{};
    job.sheddable = false;
    EXPECT_TRUE(ask(*full, std::move(job)).has_value());
}

// The view of a released order named no buyer, so its buyer was told that there is no such order.
TEST_F(ActorTest, AReleasedOrderStillNamesItsBuyerAndCurrency) {
    const auto hold = ask(*node_, holdJob({9}));
    const auto opened = ask(*node_, checkoutJob(idOf(hold), caller(), freshRequest()));
    auto order = std::get<engine::OrderView>(opened->view);
    EventJob cancel;
    cancel.mutation = Mutation{freshRequest(), Fingerprint{6}};
    cancel.command = engine::CancelReservation{idOf(hold), caller()};
    ASSERT_TRUE(ask(*node_, std::move(cancel)).has_value());
    for (int i = 0; i < 20000 && order.state != engine::OrderState::Released; ++i) {
        EventJob read;
        read.command = engine::ReadOrder{order.id, caller()};
        order = std::get<engine::OrderView>(ask(*node_, std::move(read))->view);
    }
    EXPECT_EQ(order.state, engine::OrderState::Released);
    EXPECT_EQ(order.buyer, caller().hash);
    EXPECT_EQ(toString(order.currency), "EUR");
}

// A second create that raced the first was told that the database cannot be reached; App tells
// them apart by this code.
TEST_F(ActorTest, TheSecondCreateWithOneRequestIdIsADuplicateKey) {
    auto catalog = store::makePostgresCatalog({.conninfo = postgres_->conninfo()});
    const auto request = freshRequest();
    const std::int64_t id = 5000000 + event_.value;
    ASSERT_TRUE(catalog->createVenue({VenueId{id}, "Hall", "Lyon", "FR", "Europe/Paris"}, request,
                                     Fingerprint{1}));
    const auto second = catalog->createVenue(
        {VenueId{id + 1}, "Hall", "Lyon", "FR", "Europe/Paris"}, request, Fingerprint{1});
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().code, "23505");
    EXPECT_EQ((*catalog->findCreated(request))->id, id);
}

}  // namespace
}  // namespace tessera::app
