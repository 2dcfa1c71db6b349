// SPDX-License-Identifier: Apache-2.0
// Bugs that were: each test tells its story in a line.
#include <future>
#include <thread>

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

// What was due first was put off, whatever it was that had been refused: with two of them the wrong
// one, and the event came to nothing else.
TEST_F(ActorTest, OfTwoPoisonedReleasesTheOneThatWasRefusedIsPutOff) {
    const ReservationId first = idOf(ask(*node_, holdJob({5})));
    const ReservationId second = idOf(ask(*node_, holdJob({6})));
    node_.reset();
    // The second is due in 20 s, and no take-over gives it more.
    const auto due = [&](ReservationId id, const std::string& at) {
        psql("UPDATE reservation SET extended = 60000000, expires_at = " + at +
             " WHERE event_id = " + std::to_string(event_.value) +
             " AND reservation_id = " + std::to_string(id.value));
    };
    due(first, "created_at - 600000000");
    due(second, "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint + 20000000");
    node_ = newNode();
    node_->store.setFault([](const store::Batch& batch) -> std::optional<CommitOutcome> {
        if (changesSeat(batch, 5, 6)) return CommitOutcome::Refused;
        return std::nullopt;
    });
    const auto setAside = [&] { return node_->actorMetrics.setAside.value(); };
    ASSERT_TRUE(ask(*node_, holdJob({10}, 2)).has_value());
    ASSERT_TRUE(eventually([&] { return setAside() == 1U; }));
    node_->monotonic.skip(Duration::ofSeconds(25));
    ASSERT_TRUE(ask(*node_, holdJob({20}, 3)).has_value());
    ASSERT_TRUE(eventually([&] { return setAside() == 2U; }));
    // The first is due again, beside a command.
    node_->monotonic.skip(Duration::ofSeconds(7));
    const auto answer = ask(*node_, holdJob({30}, 4));
    ASSERT_TRUE(answer.has_value()) << answer.error().message;
    EXPECT_EQ(answer->refusal, engine::Refusal::None);
    ASSERT_TRUE(eventually([&] { return setAside() == 3U; }));
    node_->store.setFault({});
    node_->monotonic.skip(Duration::ofSeconds(61));
    EXPECT_TRUE(eventually([&] {
        return psql(
                   "SELECT count(*) FROM seat WHERE status = 1 AND seat_no IN (5, 6) "
                   "AND event_id = " +
                   std::to_string(event_.value)) == "0";
    }));
}

// An error that is not known as the content's own was tried again for ever: a release has nobody
// who gives up.
TEST_F(ActorTest, AnErrorThatComesAgainAndAgainIsTheContents) {
    ASSERT_EQ(ask(*node_, holdJob({5}))->refusal, engine::Refusal::None);
    node_.reset();
    psql("UPDATE reservation SET expires_at = created_at - 600000000 WHERE event_id = " +
         std::to_string(event_.value));
    node_ = newNode();
    node_->store.setFault(
        [](const store::Batch& batch) -> std::optional<CommitOutcome> {
            if (changesSeat(batch, 5, 5)) return CommitOutcome::Unknown;
            return std::nullopt;
        },
        "XX000");
    const auto answer = ask(*node_, holdJob({20}));
    ASSERT_TRUE(answer.has_value()) << answer.error().message;
    EXPECT_EQ(answer->refusal, engine::Refusal::None);
    EXPECT_EQ(node_->actorMetrics.setAside.value(), 1U);
}

// A database on its way down says nothing about the content: nothing is set aside for it.
TEST_F(ActorTest, ADatabaseThatGoesDownSetsNothingAside) {
    auto times = std::make_shared<std::atomic<int>>(0);
    node_->store.setFault(
        [times](const store::Batch& batch) -> std::optional<CommitOutcome> {
            if (changesSeat(batch, 5, 5) && ++*times <= 3) return CommitOutcome::Unknown;
            return std::nullopt;
        },
        "57P01");
    const auto answer = ask(*node_, holdJob({5}));
    ASSERT_TRUE(answer.has_value()) << answer.error().message;
    EXPECT_EQ(answer->refusal, engine::Refusal::None);
    EXPECT_EQ(node_->actorMetrics.setAside.value(), 0U);
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

// Each old id was looked up by itself on the threads that every other call waits for: forty callers
// a second kept a node from loading events.
TEST_F(ActorTest, OldRequestIdsAreLookedUpTogetherAndOneReadingAtATime) {
    std::promise<void> gate;
    node_->store.lookUpGate = gate.get_future().share();
    std::vector<std::future<JobResult>> answers;
    for (int i = 0; i < 30; ++i) {
        auto job = holdJob({i});
        job.mutation->request = freshRequest(60);
        std::get<engine::HoldSeats>(job.command).request = job.mutation->request;
        answers.push_back(send(*node_, std::move(job)));
    }
    // Commands come in order: once this is answered all of those wait for the database.
    ASSERT_TRUE(ask(*node_, holdJob({35})).has_value());
    EXPECT_LE(node_->store.lookUps.load(), 1);
    gate.set_value();
    for (auto& answer : answers) EXPECT_EQ(answer.get()->refusal, engine::Refusal::None);
    EXPECT_EQ(node_->store.lookUps.load(), 2);
}

// What a look-up had found was forgotten again before its turn where it was more than memory keeps,
// and applied a second time.
TEST_F(ActorTest, MoreOldRequestIdsThanMemoryKeepsAreNotAppliedAgain) {
    constexpr int kIds = 8;
    std::vector<RequestId> ids;
    for (int i = 0; i < kIds; ++i) ids.push_back(freshRequest(60));
    const auto sendAll = [&](Node& node) {
        std::vector<std::future<JobResult>> answers;
        for (int i = 0; i < kIds; ++i) {
            auto job = holdJob({i});
            job.mutation->request = ids[static_cast<std::size_t>(i)];
            std::get<engine::HoldSeats>(job.command).request = job.mutation->request;
            answers.push_back(send(node, std::move(job)));
        }
        return answers;
    };
    std::vector<std::int64_t> made;
    for (auto& answer : sendAll(*node_)) made.push_back(answer.get()->target);
    auto second = newNode();
    second->actors.options.requestsRemembered = 2;
    std::promise<void> gate;
    second->store.lookUpGate = gate.get_future().share();
    auto again = sendAll(*second);
    while (second->store.lookUps.load() == 0) std::this_thread::yield();
    gate.set_value();
    for (int i = 0; i < kIds; ++i) {
        const JobResult answer = again[static_cast<std::size_t>(i)].get();
        ASSERT_TRUE(answer.has_value());
        EXPECT_EQ(answer->refusal, engine::Refusal::None) << i;
        EXPECT_EQ(answer->target, made[static_cast<std::size_t>(i)]) << i;
    }
}

// The simulator's seed 95: a doubled old id was looked up twice at once and found neither time; the
// first had been forgotten when the second was judged, and it acted again.
TEST_F(ActorTest, ADoubledOldRequestIdActsOnceHoweverLittleIsRemembered) {
    node_->actors.options.requestsRemembered = 1;
    std::promise<void> gate;
    node_->store.lookUpGate = gate.get_future().share();
    const auto old = [this](int seat) {
        auto job = holdJob({seat});
        job.mutation->request = freshRequest(60);
        std::get<engine::HoldSeats>(job.command).request = job.mutation->request;
        return job;
    };
    auto before = send(*node_, old(0));  // The look-up that the others wait for.
    const auto doubled = old(1);
    auto first = send(*node_, doubled);
    auto between = send(*node_, old(2));
    auto second = send(*node_, doubled);
    ASSERT_TRUE(ask(*node_, holdJob({35})).has_value());
    gate.set_value();
    EXPECT_EQ(before.get()->refusal, engine::Refusal::None);
    EXPECT_EQ(between.get()->refusal, engine::Refusal::None);
    const auto one = first.get();
    const auto two = second.get();
    ASSERT_EQ(one->refusal, engine::Refusal::None);
    ASSERT_EQ(two->refusal, engine::Refusal::None);
    EXPECT_EQ(std::get<engine::ReservationView>(one->view).id,
              std::get<engine::ReservationView>(two->view).id);
}

// The batch that follows a take-over was counted as one of those that go alone, so that the last of
// them went with newcomers, which were all refused with it.
TEST_F(ActorTest, AfterARefusedBatchTheLastOfItGoesAloneToo) {
    struct Seen {
        std::vector<std::size_t> holdsBesidePoisoned;
        std::future<JobResult> newcomer;
        bool gathered = false;
    };
    auto seen = std::make_shared<Seen>();
    std::vector<std::future<JobResult>> answers;
    node_->store.setFault([&, seen](const store::Batch& batch) -> std::optional<CommitOutcome> {
        if (!seen->gathered && !batch.changes().reservations.empty()) {
            // Behind the first hold's back the others gather in one batch.
            seen->gathered = true;
            answers.push_back(send(*node_, holdJob({6}, 2)));
            answers.push_back(send(*node_, holdJob({7}, 3)));
            return std::nullopt;
        }
        if (!changesSeat(batch, 7, 7)) return std::nullopt;
        seen->holdsBesidePoisoned.push_back(batch.changes().reservations.size());
        if (!seen->newcomer.valid()) seen->newcomer = send(*node_, holdJob({9}, 4));
        return CommitOutcome::Refused;
    });
    ASSERT_TRUE(ask(*node_, holdJob({5})).has_value());
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[0].get()->refusal, engine::Refusal::None);
    EXPECT_EQ(answers[1].get().error().reason, "COMMAND_SET_ASIDE");
    EXPECT_EQ(seen->newcomer.get()->refusal, engine::Refusal::None);
    EXPECT_EQ(seen->holdsBesidePoisoned, (std::vector<std::size_t>{2, 1}));
}

// What was set aside was logged without a word of which request it was.
TEST_F(ActorTest, WhatIsSetAsideIsNamedInTheLog) {
    node_->store.setFault([](const store::Batch& batch) -> std::optional<CommitOutcome> {
        if (changesSeat(batch, 7, 7)) return CommitOutcome::Refused;
        return std::nullopt;
    });
    auto job = holdJob({7});
    const std::string request = toString(job.mutation->request);
    ASSERT_FALSE(ask(*node_, std::move(job)).has_value());
    const std::string lines = node_->logged();
    const auto line = lines.find("command_set_aside");
    ASSERT_NE(line, std::string::npos);
    EXPECT_NE(lines.find(request, line), std::string::npos) << lines;
}

// An order whose money is refused after its seats were sold became unpaid in silence.
TEST_F(ActorTest, AnUnpaidOrderRaisesAnAlarm) {
    const auto hold = ask(*node_, holdJob({9}));
    const auto opened = ask(*node_, checkoutJob(idOf(hold), caller(), freshRequest()));
    auto order = std::get<engine::OrderView>(opened->view);
    node_->provider->confirmed = true;
    node_->provider->voidsAtCapture = true;
    for (int i = 0; i < 20000 && order.state != engine::OrderState::Unpaid; ++i) {
        EventJob hint;
        hint.command = engine::HintProvider{order.attempt};
        if (order.attempt) (void)ask(*node_, std::move(hint));
        EventJob read;
        read.command = engine::ReadOrder{order.id, caller()};
        order = std::get<engine::OrderView>(ask(*node_, std::move(read))->view);
    }
    ASSERT_EQ(order.state, engine::OrderState::Unpaid);
    EXPECT_EQ(node_->actorMetrics.ordersUnpaid.value(), 1U);
    EXPECT_NE(node_->logged().find("order_unpaid"), std::string::npos);
}

// Rows of one event that disagreed ended the process.
TEST_F(ActorTest, AnEventWhoseRowsDisagreeWaitsForStaffAndTheOthersGoOn) {
    ASSERT_TRUE(ask(*node_, holdJob({9})).has_value());
    node_ = nullptr;
    psql("UPDATE seat SET holder = holder + 1 WHERE seat_no = 9 AND event_id = " +
         std::to_string(event_.value));
    node_ = newNode();
    auto answer = send(*node_, holdJob({1}));
    while (node_->actorMetrics.rowsDisagree.value() == 0) std::this_thread::yield();
    EXPECT_NE(node_->logged().find("holder of seat 9"), std::string::npos);
    const auto refused = answer.get();
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().reason, "OWNER_UNAVAILABLE");
    auto node = std::move(node_);
    SetUp();  // Another event, asked for at the same node.
    EXPECT_EQ(ask(*node, holdJob({1}))->refusal, engine::Refusal::None);
}

}  // namespace
}  // namespace tessera::app
