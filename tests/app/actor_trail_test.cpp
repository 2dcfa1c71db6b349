// SPDX-License-Identifier: Apache-2.0
// The trail of an event on a real database: a row with each effect of staff, and none without.
#include "server/store/staff_rows.h"
#include "tests/app/actor_fixture.h"

namespace tessera::app {
namespace {

using store::CommitOutcome;

class ActorTrailTest : public ActorTest {
protected:
    EventJob byStaff(EventJob job, std::int64_t approval = 0) {
        Deed deed{StaffId{5}, DeviceId{6}, std::nullopt};
        if (approval != 0) {
            deed.approval = GivenApproval{ApprovalId{approval}, StaffId{9}, until_};
        }
        job.mutation->deed = std::make_shared<const Deed>(deed);
        return job;
    }
    static EventJob copyOf(const EventJob& job) {
        EventJob copy;
        copy.command = job.command;
        copy.mutation = job.mutation;
        return copy;
    }
    EventJob allocation(int seat) {
        EventJob job;
        job.mutation = Mutation{freshRequest(), Fingerprint{5}};
        job.command = engine::SetAllocation{{SeatNo{seat}}, AllocationNo{3}};
        return job;
    }
    // What the judge of chains says of this event's: so many rows, all true.
    std::int64_t trueRows() {
        const auto rows = store::makePostgresStaff(postgres_->conninfo(), 1);
        const auto trail = rows->readTrail(event_, 0);
        store::TrailCheck check(event_);
        EXPECT_TRUE(trail);
        EXPECT_EQ(check.judge(*trail), std::nullopt);
        return check.judged();
    }
    std::string actions() {
        return psql("SELECT string_agg(action, ' ' ORDER BY number) FROM trail WHERE event_id = " +
                    std::to_string(event_.value));
    }
    static std::string refusedFor(const JobResult& result) {
        return result ? "" : result.error().reason;
    }

    Instant until_ = Instant::never();
};

TEST_F(ActorTrailTest, WhatStaffDoLeavesARowAndWhatOthersDoNone) {
    ASSERT_TRUE(ask(*node_, holdJob({1})));
    EXPECT_EQ(trueRows(), 0);
    const auto hold = ask(*node_, byStaff(holdJob({3, 4})));
    ASSERT_TRUE(hold);
    const auto id = std::get<engine::ReservationView>(hold->view).id;
    EXPECT_EQ(psql("SELECT number, staff_id, device_id, approval_id, action, subject, amount FROM "
                   "trail WHERE event_id = " +
                   std::to_string(event_.value)),
              "1|5|6|0|create_reservation|" + std::to_string(id.value) + "|10000");
    ASSERT_TRUE(ask(*node_, byStaff(allocation(20))));
    // Refused, and without an effect: nobody did anything.
    EXPECT_EQ(ask(*node_, byStaff(holdJob({4}, 2)))->refusal, engine::Refusal::SeatUnavailable);
    EXPECT_EQ(ask(*node_, byStaff(allocation(20)))->target, 0);
    EXPECT_EQ(actions(), "create_reservation set_allocation");
    EXPECT_EQ(trueRows(), 2);
}

TEST_F(ActorTrailTest, ARetryAddsNoSecondRowHereNorAtTheNextOwner) {
    const EventJob job = byStaff(holdJob({7, 8}), 31);
    ASSERT_TRUE(ask(*node_, copyOf(job)));
    ASSERT_TRUE(ask(*node_, copyOf(job)));
    node_ = newNode();
    const auto again = ask(*node_, copyOf(job));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->refusal, engine::Refusal::None);
    ASSERT_TRUE(ask(*node_, byStaff(allocation(20))));
    EXPECT_EQ(trueRows(), 2);
}

// The row goes with the engine that has written it: the chain has no hole, whatever became of a
// batch.
TEST_F(ActorTrailTest, AfterACommitThatFailedOrIsUnknownTheChainGoesOnWithoutAHole) {
    ASSERT_TRUE(ask(*node_, byStaff(holdJob({1}))));
    for (const CommitOutcome outcome : {CommitOutcome::Unknown, CommitOutcome::NotDone}) {
        auto first = std::make_shared<std::atomic<bool>>(true);
        node_->store.setFault(
            [first, outcome](const store::Batch& batch) -> std::optional<CommitOutcome> {
                const bool ours = !batch.changes().reservations.empty();
                if (ours && first->exchange(false)) return outcome;
                return std::nullopt;
            });
        const int seat = outcome == CommitOutcome::Unknown ? 10 : 12;
        const auto answer = ask(*node_, byStaff(holdJob({seat})));
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->refusal, engine::Refusal::None);
        EXPECT_FALSE(first->load());
    }
    EXPECT_EQ(trueRows(), 3);
}

TEST_F(ActorTrailTest, WhatIsSetAsideLeavesNoRowAndTheOthersTheirs) {
    ASSERT_TRUE(ask(*node_, byStaff(holdJob({1}))));
    node_->store.setFault([](const store::Batch& batch) -> std::optional<CommitOutcome> {
        for (const auto& change : batch.changes().seats) {
            if (change.seat == SeatNo{30}) return CommitOutcome::Refused;
        }
        return std::nullopt;
    });
    std::vector<std::future<JobResult>> answers;
    for (int seat = 28; seat < 33; ++seat) {
        answers.push_back(send(*node_, byStaff(holdJob({seat}))));
    }
    int done = 0;
    for (auto& each : answers) {
        ASSERT_EQ(each.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        done += each.get() ? 1 : 0;
    }
    EXPECT_EQ(done, 4);
    EXPECT_EQ(trueRows(), 5);
}

TEST_F(ActorTrailTest, AnApprovalIsUsedOnceInAnEventWhoeverOwnsIt) {
    const EventJob first = byStaff(holdJob({3}), 31);
    ASSERT_TRUE(ask(*node_, copyOf(first)));
    EXPECT_EQ(refusedFor(ask(*node_, byStaff(holdJob({5}), 31))), "APPROVAL_USED");
    node_ = newNode();
    EXPECT_EQ(refusedFor(ask(*node_, byStaff(holdJob({5}), 31))), "APPROVAL_USED");
    // The same request id is told what came of it.
    const auto again = ask(*node_, copyOf(first));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->refusal, engine::Refusal::None);
    // One that had no effect is used by nothing.
    EXPECT_EQ(ask(*node_, byStaff(holdJob({3}, 2), 32))->refusal, engine::Refusal::SeatUnavailable);
    ASSERT_TRUE(ask(*node_, byStaff(holdJob({5}, 2), 32)));
    EXPECT_EQ(psql("SELECT string_agg(approval_id::text, ' ' ORDER BY number) FROM trail WHERE "
                   "event_id = " +
                   std::to_string(event_.value)),
              "31 32");
    EXPECT_EQ(trueRows(), 2);
}

TEST_F(ActorTrailTest, ALateApprovalIsRefusedAndARetryOfWhatWasInTimeIsNot) {
    until_ = node_->clock.now() + Duration::ofMinutes(2);
    const EventJob inTime = byStaff(holdJob({3}), 31);
    ASSERT_TRUE(ask(*node_, copyOf(inTime)));
    until_ = node_->clock.now();
    const EventJob late = byStaff(holdJob({5}), 32);
    EXPECT_EQ(refusedFor(ask(*node_, copyOf(late))), "APPROVAL_OVER");
    // By the time of the retry it is over.
    EventJob again = copyOf(inTime);
    Deed deed = *again.mutation->deed;
    deed.approval->until = until_;
    again.mutation->deed = std::make_shared<const Deed>(deed);
    const auto repeated = ask(*node_, std::move(again));
    ASSERT_TRUE(repeated);
    EXPECT_EQ(repeated->refusal, engine::Refusal::None);
    EXPECT_EQ(trueRows(), 1);
}

}  // namespace
}  // namespace tessera::app
