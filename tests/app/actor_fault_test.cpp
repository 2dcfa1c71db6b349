// SPDX-License-Identifier: Apache-2.0
#include <future>

#include "tests/app/actor_fixture.h"

namespace tessera::app {
namespace {

using store::CommitOutcome;

bool holdsSeat(const store::Batch& batch, int seat) {
    for (const auto& change : batch.changes().seats) {
        if (change.seat == SeatNo{seat}) return true;
    }
    return false;
}

TEST_F(ActorTest, ACommitWhoseAnswerIsLostIsFoundAndAnsweredOnce) {
    ASSERT_TRUE(ask(*node_, holdJob({1})).has_value());
    auto lost = std::make_shared<std::atomic<bool>>(false);
    node_->store.setFault([lost](const store::Batch& batch) -> std::optional<CommitOutcome> {
        if (!holdsSeat(batch, 20) || lost->exchange(true)) return std::nullopt;
        return CommitOutcome::Unknown;
    });
    const auto answer = ask(*node_, holdJob({20, 21}));
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->refusal, engine::Refusal::None);
    EXPECT_TRUE(lost->load());
    EXPECT_EQ(
        psql("SELECT count(*) FROM reservation WHERE event_id = " + std::to_string(event_.value)),
        "2");
}

TEST_F(ActorTest, APoisonedCommandIsSetAsideAndTheOthersGoOn) {
    ASSERT_TRUE(ask(*node_, holdJob({1})).has_value());
    node_->store.setFault([](const store::Batch& batch) -> std::optional<CommitOutcome> {
        if (holdsSeat(batch, 30)) return CommitOutcome::Refused;
        return std::nullopt;
    });
    std::vector<std::future<JobResult>> answers;
    for (int seat = 25; seat < 35; ++seat) {
        auto promise = std::make_shared<std::promise<JobResult>>();
        answers.push_back(promise->get_future());
        auto job = holdJob({seat});
        job.done = [promise](JobResult result) { promise->set_value(std::move(result)); };
        node_->directory.actorOf(event_)->submit(std::move(job));
    }
    for (int i = 0; i < 10; ++i) {
        ASSERT_EQ(answers[static_cast<std::size_t>(i)].wait_for(std::chrono::seconds(20)),
                  std::future_status::ready);
        const auto answer = answers[static_cast<std::size_t>(i)].get();
        if (25 + i == 30) {
            ASSERT_FALSE(answer.has_value());
            EXPECT_EQ(answer.error().reason, "COMMAND_SET_ASIDE");
        } else {
            ASSERT_TRUE(answer.has_value());
            EXPECT_EQ(answer->refusal, engine::Refusal::None);
        }
    }
    EXPECT_EQ(node_->actorMetrics.setAside.value(), 1U);
}

TEST_F(ActorTest, AFormerOwnerAnswersNothingOfItsOwn) {
    ASSERT_TRUE(ask(*node_, holdJob({1})).has_value());
    auto other = newNode();
    ASSERT_TRUE(ask(*other, holdJob({2, 3})).has_value());
    // The first still believes that 2 and 3 are free; its batch meets the fence.
    const auto answer = ask(*node_, holdJob({2}));
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->refusal, engine::Refusal::SeatUnavailable);
}

TEST_F(ActorTest, BeyondTheQueuesBoundANewHoldIsRefusedAtOnce) {
    auto small = newNode(50);
    std::atomic<int> shed{0};
    std::atomic<int> answered{0};
    std::promise<void> all;
    constexpr int kJobs = 400;
    for (int i = 0; i < kJobs; ++i) {
        auto job = holdJob({i % 40});
        job.done = [&](JobResult result) {
            if (!result && result.error().reason == "OVERLOADED") ++shed;
            if (++answered == kJobs) all.set_value();
        };
        small->directory.actorOf(event_)->submit(std::move(job));
    }
    ASSERT_EQ(all.get_future().wait_for(std::chrono::seconds(20)), std::future_status::ready);
    EXPECT_GT(shed.load(), 0);
    EXPECT_LT(shed.load(), kJobs);
}

TEST_F(ActorTest, AfterTheDatabaseWasKilledEveryAnswerStaysTrue) {
    std::vector<std::future<JobResult>> answers;
    ASSERT_TRUE(ask(*node_, holdJob({1})).has_value());
    for (int seat = 2; seat < 40; ++seat) {
        auto promise = std::make_shared<std::promise<JobResult>>();
        answers.push_back(promise->get_future());
        auto job = holdJob({seat});
        job.done = [promise](JobResult result) { promise->set_value(std::move(result)); };
        node_->directory.actorOf(event_)->submit(std::move(job));
        if (seat == 20) postgres_->kill9();
    }
    ASSERT_TRUE(postgres_->restart().has_value());
    int holds = 1;
    for (auto& future : answers) {
        ASSERT_EQ(future.wait_for(std::chrono::seconds(30)), std::future_status::ready);
        const auto answer = future.get();
        if (answer && answer->refusal == engine::Refusal::None) ++holds;
    }
    const int rows = std::stoi(
        psql("SELECT count(*) FROM reservation WHERE event_id = " + std::to_string(event_.value)));
    EXPECT_GE(rows, holds);
    const auto more = ask(*node_, holdJob({0}));
    ASSERT_TRUE(more.has_value()) << more.error().reason << ": " << more.error().message;
}

// A judge's reading of the database that failed was the answer for two minutes, though whoever asks
// again by the same id is to be judged anew.
TEST_F(ActorTest, WhatCouldNotBeJudgedForAMomentIsJudgedAnewUnderItsId) {
    for (const auto kind : {ProblemKind::Unavailable, ProblemKind::DeadlineExceeded}) {
        const int seat = kind == ProblemKind::Unavailable ? 1 : 4;
        const EventJob job = holdJob({seat});
        const auto judged = [&](std::optional<ProblemKind> refused) {
            EventJob again = job;
            again.judge = [refused](const engine::EventEngine&) -> std::optional<Problem> {
                if (!refused) return std::nullopt;
                return Problem{*refused, "PLANTED", {}, {}, std::nullopt};
            };
            return ask(*node_, std::move(again));
        };
        const JobResult failed = judged(kind);
        ASSERT_FALSE(failed);
        EXPECT_EQ(failed.error().reason, "PLANTED");
        const JobResult held = judged(std::nullopt);
        ASSERT_TRUE(held) << held.error().reason;
        EXPECT_EQ(held->refusal, engine::Refusal::None);
        // What was done is not judged again.
        const JobResult known = judged(kind);
        ASSERT_TRUE(known) << known.error().reason;
        EXPECT_EQ(std::get<engine::ReservationView>(known->view).id,
                  std::get<engine::ReservationView>(held->view).id);
    }
    // A verdict is: it stays what it was.
    const EventJob refused = holdJob({7});
    EventJob first = refused;
    first.judge = [](const engine::EventEngine&) { return std::optional(notFound("PLANTED")); };
    EXPECT_FALSE(ask(*node_, std::move(first)));
    EXPECT_FALSE(ask(*node_, refused));
}

}  // namespace
}  // namespace tessera::app
