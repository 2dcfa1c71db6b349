// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "tests/app/actor_fixture.h"

namespace tessera::app {
namespace {

const engine::ReservationView& held(const JobResult& result) {
    return std::get<engine::ReservationView>(result->view);
}

EventJob copyOf(const EventJob& job) {
    EventJob copy;
    copy.command = job.command;
    copy.mutation = job.mutation;
    return copy;
}

TEST_F(ActorTest, AnAnsweredHoldIsInTheDatabase) {
    const auto answer = ask(*node_, holdJob({3, 4}));
    ASSERT_TRUE(answer.has_value());
    ASSERT_EQ(answer->refusal, engine::Refusal::None);
    EXPECT_EQ(psql("SELECT string_agg(seat_no::text, ',' ORDER BY seat_no) FROM seat WHERE "
                   "event_id = " +
                   std::to_string(event_.value) +
                   " AND status = 1 AND holder = " + std::to_string(held(answer).id.value)),
              "3,4");
}

TEST_F(ActorTest, ATakenSeatIsRefusedAndNamed) {
    ASSERT_TRUE(ask(*node_, holdJob({3, 4})).has_value());
    const auto answer = ask(*node_, holdJob({4, 5}, 2));
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->refusal, engine::Refusal::SeatUnavailable);
    EXPECT_EQ(answer->seats, std::vector<SeatNo>{SeatNo{4}});
}

TEST_F(ActorTest, ARetryWithTheSameRequestIdIsTheSameReservation) {
    const auto job = holdJob({7, 8});
    const auto first = ask(*node_, copyOf(job));
    const auto second = ask(*node_, copyOf(job));
    ASSERT_TRUE(second.has_value());
    EXPECT_EQ(held(first).id, held(second).id);
    EXPECT_EQ(
        psql("SELECT count(*) FROM reservation WHERE event_id = " + std::to_string(event_.value)),
        "1");
}

TEST_F(ActorTest, ARetryAtTheNextOwnerIsTheSameReservation) {
    const auto job = holdJob({7, 8});
    const auto first = ask(*node_, copyOf(job));
    node_ = newNode();
    const auto second = ask(*node_, copyOf(job));
    ASSERT_TRUE(second.has_value());
    ASSERT_EQ(second->refusal, engine::Refusal::None);
    EXPECT_EQ(held(first).id, held(second).id);
}

TEST_F(ActorTest, AChangedCodeIsAsItWasChangedAtTheNextOwnerWhoRepeatsTheAnswer) {
    const auto job = [&](engine::Command command) {
        EventJob made;
        made.mutation = Mutation{freshRequest(), Fingerprint{1}};
        made.command = std::move(command);
        return made;
    };
    engine::Code code;
    code.text = "FRIENDS";
    const auto created = ask(*node_, job(engine::CreateCode{code}));
    ASSERT_TRUE(created.has_value());
    const CodeId id{created->target};
    const auto change = job(engine::UpdateCode{id, 3, {}, Instant{5}});
    ASSERT_TRUE(ask(*node_, copyOf(change)).has_value());
    node_ = newNode();
    const auto repeated = ask(*node_, copyOf(change));
    ASSERT_TRUE(repeated.has_value());
    const auto& shown = std::get<engine::Code>(repeated->view);
    EXPECT_EQ(shown.id, id);
    EXPECT_EQ(shown.usesMax, 3);
    EXPECT_EQ(shown.validUntil, Instant{5});
    EXPECT_FALSE(repeated->hadEffect);
    EXPECT_EQ(psql("SELECT count(*) FROM request WHERE target = " + std::to_string(id.value)), "2");
}

TEST_F(ActorTest, TheSameRequestIdWithAnotherBodyIsReused) {
    auto job = holdJob({7, 8});
    ASSERT_TRUE(ask(*node_, copyOf(job)).has_value());
    job.mutation->fingerprint = Fingerprint{12};
    const auto answer = ask(*node_, copyOf(job));
    ASSERT_FALSE(answer.has_value());
    EXPECT_EQ(answer.error().reason, "REQUEST_ID_REUSED");
}

TEST_F(ActorTest, ARepeatedRefusalIsTheSameRefusal) {
    ASSERT_TRUE(ask(*node_, holdJob({1})).has_value());
    const auto job = holdJob({1}, 2);
    EXPECT_EQ(ask(*node_, copyOf(job))->refusal, engine::Refusal::SeatUnavailable);
    const auto again = ask(*node_, copyOf(job));
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->refusal, engine::Refusal::SeatUnavailable);
    EXPECT_EQ(again->seats, std::vector{SeatNo{1}});
}

TEST_F(ActorTest, AnUnknownEventIsNotFound) {
    event_ = EventId{987654321};
    const auto answer = ask(*node_, holdJob({1}));
    ASSERT_FALSE(answer.has_value());
    EXPECT_EQ(answer.error().reason, "EVENT_NOT_FOUND");
}

TEST_F(ActorTest, APaidOrderHasActiveTicketsForExactlyTheHeldSeats) {
    const auto hold = ask(*node_, holdJob({10, 11, 12}));
    EventJob checkout;
    checkout.mutation = Mutation{freshRequest(), Fingerprint{5}};
    checkout.command =
        engine::Checkout{held(hold).id, caller(), "Ada Lovelace", "ada@example.org", "en"};
    checkout.sheddable = false;
    const auto opened = ask(*node_, std::move(checkout));
    ASSERT_TRUE(opened.has_value());
    ASSERT_EQ(opened->refusal, engine::Refusal::None);
    auto order = std::get<engine::OrderView>(opened->view);
    node_->provider->confirmed = true;
    for (int i = 0; i < 400 && order.state != engine::OrderState::Paid; ++i) {
        EventJob hint;
        hint.command = engine::HintProvider{order.attempt};
        if (order.attempt) (void)ask(*node_, std::move(hint));
        EventJob read;
        read.command = engine::ReadOrder{order.id, caller()};
        order = std::get<engine::OrderView>(ask(*node_, std::move(read))->view);
        std::this_thread::yield();
    }
    EXPECT_EQ(order.state, engine::OrderState::Paid);
    EXPECT_EQ(psql("SELECT string_agg(seat_no::text, ',' ORDER BY seat_no) FROM ticket WHERE "
                   "event_id = " +
                   std::to_string(event_.value) + " AND state = 2"),
              "10,11,12");
    EXPECT_EQ(psql("SELECT sum(amount) FROM ledger_entry WHERE event_id = " +
                   std::to_string(event_.value)),
              "0");
    EXPECT_EQ(psql("SELECT count(*) FROM outbox WHERE event_id = " + std::to_string(event_.value)),
              "0");
}

}  // namespace
}  // namespace tessera::app
