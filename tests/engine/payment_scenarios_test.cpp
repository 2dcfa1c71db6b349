// SPDX-License-Identifier: Apache-2.0
// Payments from checkout to their end, with what buyers see on the way.
#include <set>
#include <utility>

#include "tests/engine/provider_says.h"

namespace tessera::engine {
namespace {

OrderView read(Desk& desk, OrderId order) {
    const Outcome outcome = desk.apply(ReadOrder{order, callerOf(1)});
    EXPECT_EQ(outcome.refusal, Refusal::None);
    EXPECT_FALSE(outcome.hadEffect);
    return std::get<OrderView>(outcome.view);
}

TEST(PaymentScenariosTest, PaidInTimeIsTicketedForTheSeatsShown) {
    Desk desk;
    const ReservationView held = desk.hold(holdPicks(1, {13, 14}));
    const OrderView order = desk.checkout(held.id);
    EXPECT_EQ(order.state, OrderState::Paying);
    EXPECT_EQ(order.payDeadline, desk.now + Duration::ofMinutes(10));
    EXPECT_EQ(desk.rows.orders.at(order.id).contactEmail, "e@x");
    const OutboxRow create = desk.call();
    EXPECT_EQ(create.operation, Operation::Create);
    EXPECT_EQ(create.attemptTry, 1);
    EXPECT_EQ(create.amount, kTotal);
    EXPECT_EQ(read(desk, order.id).clientSecret, "");
    desk.answer(created());
    EXPECT_EQ(read(desk, order.id).clientSecret, "secret_1");
    EXPECT_EQ(read(desk, order.id).objectId, "pi_1");
    desk.apply(HintProvider{create.attempt});
    EXPECT_EQ(desk.call().objectId, "pi_1");
    desk.answer(kAuthorized);
    EXPECT_EQ(read(desk, order.id).clientSecret, "");
    const auto tickets = read(desk, order.id).tickets;
    ASSERT_EQ(tickets.size(), 2U);
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).holder, tickets[0].value);
    EXPECT_EQ(desk.engine.seatState(SeatNo{14}).status, SeatStatus::Sold);
    EXPECT_EQ(desk.rows.tickets.at(tickets[0]).state, TicketState::Inactive);
    EXPECT_EQ(desk.rows.tickets.at(tickets[0]).price + desk.rows.tickets.at(tickets[1]).price,
              kTotal);
    desk.answer(kCaptured);
    EXPECT_EQ(desk.rows.tickets.at(tickets[1]).state, TicketState::Active);
    EXPECT_EQ(read(desk, order.id).state, OrderState::Paid);
    EXPECT_EQ(desk.rows.ledger.size(), 2U);
    EXPECT_EQ(desk.engine.wakeAt(), Instant::never());
}

TEST(PaymentScenariosTest, NothingToPayIsPaidInOneStep) {
    EventTerms terms = makeTerms();
    terms.prices = {Money{0}, Money{0}, Money{0}, Money{0}};
    Desk desk(terms);
    const OrderView order = desk.checkout(desk.hold(holdArea(1, 3)).id);
    EXPECT_EQ(order.state, OrderState::Paid);
    EXPECT_EQ(order.tickets.size(), 3U);
    EXPECT_FALSE(desk.rows.orders.at(order.id).tender);
    EXPECT_TRUE(desk.rows.outbox.empty());
    EXPECT_TRUE(desk.rows.ledger.empty());
    EXPECT_EQ(desk.rows.areas[0].sold, 3);
    for (const auto& [id, ticket] : desk.rows.tickets) EXPECT_EQ(ticket.state, TicketState::Active);
}

TEST(PaymentScenariosTest, ASecondCheckoutNamesTheOrder) {
    Desk desk;
    const ReservationView held = desk.hold(holdPicks(1, {13}));
    const OrderView order = desk.checkout(held.id);
    const Outcome again = desk.apply(Checkout{held.id, callerOf(1), "", "", ""});
    EXPECT_EQ(again.refusal, Refusal::ReservationCheckedOut);
    EXPECT_EQ(again.target, order.id.value);
}

TEST(PaymentScenariosTest, AnOpenAttemptIsAskedEveryTenSeconds) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created());
    EXPECT_EQ(desk.engine.nextDue(), desk.now + Duration::ofSeconds(10));
    desk.pass(Duration::ofSeconds(10) - Duration::ofMicros(1));
    EXPECT_EQ(desk.tick(), 0U);
    desk.pass(Duration::ofMicros(1));
    EXPECT_EQ(desk.tick(), 1U);
    EXPECT_EQ(desk.call().operation, Operation::Retrieve);
    EXPECT_EQ(desk.engine.wakeAt(), desk.now);
    desk.pass(Duration::ofSeconds(30));
    EXPECT_EQ(desk.tick(), 0U);
    desk.answer(kOpen);
    EXPECT_EQ(desk.engine.nextDue(), desk.now + Duration::ofSeconds(10));
    EXPECT_EQ(read(desk, order.id).state, OrderState::Paying);
}

TEST(PaymentScenariosTest, AHintDuringACallIsAskedAfterIt) {
    Desk desk;
    desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created());
    const AttemptId attempt = desk.rows.attempts.begin()->first;
    EXPECT_TRUE(desk.apply(HintProvider{attempt}).hadEffect);
    EXPECT_FALSE(desk.apply(HintProvider{attempt}).hadEffect);
    EXPECT_TRUE(desk.changes.empty());
    desk.answer(kOpen);
    EXPECT_EQ(desk.call().operation, Operation::Retrieve);
    EXPECT_EQ(desk.call().notBefore, desk.now);
    desk.answer(kOpen);
    EXPECT_TRUE(desk.rows.outbox.empty());
}

TEST(PaymentScenariosTest, HintsForFinishedOrUnknownAttemptsChangeNothing) {
    Desk desk;
    desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    const AttemptId attempt = desk.call().attempt;
    desk.answer(created());
    desk.apply(HintProvider{attempt});
    desk.answer(kCaptured);
    const std::uint64_t before = desk.engine.stateHash();
    EXPECT_EQ(desk.refusalOf(HintProvider{attempt}), Refusal::AttemptUnknown);
    EXPECT_EQ(desk.refusalOf(HintProvider{AttemptId{3}}), Refusal::AttemptUnknown);
    EXPECT_EQ(desk.engine.stateHash(), before);
}

TEST(PaymentScenariosTest, AHintAboutAnAttemptThatFailedIsKnownAndAsksNothing) {
    Desk desk;
    desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    for (int i = 0; i < 3; ++i) desk.answer(refusing(says(ObjectState::None)));
    const Outcome outcome = desk.apply(HintProvider{desk.rows.attempts.rbegin()->first});
    EXPECT_EQ(outcome.refusal, Refusal::None);
    EXPECT_FALSE(outcome.hadEffect);
    EXPECT_EQ(desk.refusalOf(HintProvider{desk.rows.attempts.begin()->first}),
              Refusal::AttemptUnknown);
    EXPECT_TRUE(desk.rows.outbox.empty());
}

TEST(PaymentScenariosTest, RefusedCreatesAreCountedInARow) {
    Desk desk;
    desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    for (int i = 0; i < 4; ++i) {
        desk.answer(refusing(says(ObjectState::None)));
        EXPECT_TRUE(waits(desk.call(), desk.now, 1));
        desk.answer(created("pi_x"));
        desk.apply(HintProvider{desk.rows.attempts.rbegin()->first});
        desk.answer(kCanceled);
    }
    EXPECT_EQ(desk.call().operation, Operation::Create);
}

TEST(PaymentScenariosTest, AnAnswerIsAppliedOnce) {
    Desk desk;
    desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    const OutboxRow create = desk.call();
    const RecordProviderAnswer answer{create.seq, create.attempt, create.operation, created()};
    EXPECT_TRUE(desk.apply(answer).hadEffect);
    const std::uint64_t before = desk.engine.stateHash();
    const Outcome again = desk.apply(answer);
    EXPECT_EQ(again.refusal, Refusal::None);
    EXPECT_FALSE(again.hadEffect);
    EXPECT_TRUE(desk.changes.empty());
    EXPECT_EQ(desk.engine.stateHash(), before);
    desk.apply(HintProvider{create.attempt});
    const OutboxRow look = desk.call();
    EXPECT_FALSE(desk.apply(answer).hadEffect);
    EXPECT_EQ(
        desk.refusalOf(RecordProviderAnswer{look.seq, look.attempt, Operation::Capture, kCaptured}),
        Refusal::AttemptUnknown);
    EXPECT_EQ(desk.call().seq, look.seq);
}

TEST(PaymentScenariosTest, AnAnswerAboutAnotherObjectIsNoEvidence) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created("pi_1"));
    desk.apply(HintProvider{desk.rows.attempts.begin()->first});
    ProviderAnswer other = kCaptured;
    other.objectId = "pi_other";
    desk.answer(other);
    EXPECT_EQ(desk.orderState(order.id), OrderState::Paying);
    EXPECT_EQ(desk.call().operation, Operation::Retrieve);
    EXPECT_TRUE(desk.rows.ledger.empty());
}

TEST(PaymentScenariosTest, FailuresBackOffByDoublingUpToFortySeconds) {
    Desk desk;
    desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    const AttemptId attempt = desk.call().attempt;
    for (const std::int64_t seconds : {1, 2, 4, 8, 16, 32, 40, 40}) {
        desk.answer(unknownAnswer());
        EXPECT_TRUE(waits(desk.call(), desk.now, seconds));
        EXPECT_EQ(desk.call().operation, Operation::Create);
        EXPECT_EQ(desk.call().attempt, attempt);
    }
}

TEST(PaymentScenariosTest, ThreeRefusedCreatesWaitForTheDeadlineAndReleaseWithEvidence) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(desk.call().operation, Operation::Create);
        desk.answer(refusing(says(ObjectState::None)));
    }
    EXPECT_TRUE(desk.rows.outbox.empty());
    EXPECT_EQ(desk.rows.attempts.size(), 3U);
    EXPECT_EQ(read(desk, order.id).attempt, AttemptId{});
    desk.reload();
    desk.now = order.payDeadline - Duration::ofMicros(1);
    EXPECT_EQ(desk.tick(), 0U);
    desk.now = order.payDeadline;
    EXPECT_EQ(desk.tick(), 1U);
    EXPECT_EQ(desk.orderState(order.id), OrderState::Released);
    EXPECT_EQ(desk.rows.evidence.at(order.id), toRfc3339(desk.now) + " said");
    EXPECT_EQ(desk.rows.reservations.at(order.reservation).reason, ReleaseReason::PaymentFailed);
    EXPECT_EQ(read(desk, order.id).state, OrderState::Released);
    EXPECT_EQ(desk.refusalOf(ReadOrder{order.id, callerOf(2)}), Refusal::NotYours);
    EXPECT_EQ(desk.refusalOf(ReadOrder{OrderId{4}, callerOf(2)}), Refusal::OrderUnknown);
}

TEST(PaymentScenariosTest, ALookFromBeforeTheDeadlineDoesNotDecideEvenAfterATakeOver) {
    for (const bool takeOver : {false, true}) {
        Desk desk;
        const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
        desk.answer(created());
        desk.now = order.payDeadline - Duration::ofMicros(1);
        desk.apply(HintProvider{desk.rows.attempts.begin()->first});
        desk.now = order.payDeadline;
        desk.tick();
        if (takeOver) desk.reload();
        desk.answer(kOpen);
        EXPECT_EQ(desk.call().operation, Operation::Retrieve);
        if (takeOver) desk.reload();
        desk.answer(kAuthorized);
        EXPECT_EQ(desk.orderState(order.id), OrderState::Allocated);
    }
}

TEST(PaymentScenariosTest, ACaptureIsMadeAgainOnlyAfterALookAndWithANewKey) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created());
    desk.apply(HintProvider{desk.rows.attempts.begin()->first});
    desk.answer(kAuthorized);
    EXPECT_EQ(desk.call().attemptTry, 1);
    desk.answer(unknownAnswer());
    desk.reload();
    desk.answer(unknownAnswer());
    desk.reload();
    desk.answer(kAuthorized);
    EXPECT_EQ(desk.call().operation, Operation::Capture);
    EXPECT_EQ(desk.call().attemptTry, 2);
    desk.answer(kCaptured);
    EXPECT_EQ(desk.orderState(order.id), OrderState::Paid);
}

TEST(PaymentScenariosTest, EveryCallThatWasAnsweredHasSpentItsKey) {
    Desk desk;
    desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created());
    desk.apply(HintProvider{desk.rows.attempts.begin()->first});
    desk.answer(kAuthorized);
    std::set<std::pair<Operation, std::int32_t>> keys;
    const auto next = [&](Operation operation) {
        EXPECT_EQ(desk.call().operation, operation);
        EXPECT_TRUE(keys.emplace(operation, desk.call().attemptTry).second);
    };
    next(Operation::Capture);
    desk.answer(refusing(says(ObjectState::Processing)));
    desk.reload();
    desk.answer(kAuthorized);
    next(Operation::Capture);
    desk.answer(refusing(kOpen));
    next(Operation::Cancel);
    desk.answer(refusing(kAuthorized));
    desk.reload();
    next(Operation::Capture);
    desk.answer(refusing(kOpen));
    next(Operation::Cancel);
    desk.answer(refusing(kAuthorized));
    next(Operation::Capture);
}

TEST(PaymentScenariosTest, ABuyerWhoCancelsDuringTheFenceIsAsIfNoFenceHadBeen) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created());
    desk.now = order.payDeadline - Duration::ofMicros(1);
    desk.apply(HintProvider{desk.rows.attempts.begin()->first});
    desk.now = order.payDeadline;
    desk.tick();
    EXPECT_TRUE(desk.apply(CancelReservation{order.reservation, callerOf(1)}).hadEffect);
    desk.reload();
    desk.answer(kOpen);
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.answer(kCanceled);
    EXPECT_EQ(desk.rows.reservations.at(order.reservation).reason, ReleaseReason::OrderCancelled);
}

TEST(PaymentScenariosTest, AnUnpaidOrderIsPaidWithTheTicketsItHas) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created());
    desk.apply(HintProvider{desk.rows.attempts.begin()->first});
    desk.answer(kAuthorized);
    const auto tickets = read(desk, order.id).tickets;
    desk.answer(refusing(kCanceled));
    const OrderView unpaid = read(desk, order.id);
    EXPECT_EQ(unpaid.state, OrderState::Unpaid);
    EXPECT_EQ(unpaid.payDeadline, desk.now + Duration::ofMinutes(60 * 24));
    EXPECT_EQ(desk.refusalOf(CancelReservation{order.reservation, callerOf(1)}),
              Refusal::OrderNotCancellable);
    desk.answer(created("pi_2"));
    EXPECT_EQ(read(desk, order.id).objectId, "pi_2");
    desk.apply(HintProvider{desk.rows.attempts.rbegin()->first});
    desk.answer(kAuthorized);
    EXPECT_EQ(read(desk, order.id).tickets, tickets);
    desk.answer(kCaptured);
    EXPECT_EQ(read(desk, order.id).state, OrderState::Paid);
    EXPECT_EQ(desk.rows.tickets.size(), 2U);
}

TEST(PaymentScenariosTest, RefundsThatAreRefusedTwelveTimesAreForPeople) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created());
    desk.apply(CancelReservation{order.reservation, callerOf(1)});
    desk.answer(refusing(kCaptured));
    for (int i = 1; i <= 12; ++i) {
        EXPECT_EQ(desk.call().operation, Operation::Refund);
        EXPECT_EQ(desk.call().attemptTry, i);
        EXPECT_EQ(desk.call().amount, kTotal);
        desk.answer(refusing(kCaptured));
    }
    EXPECT_EQ(desk.orderState(order.id), OrderState::Manual);
    EXPECT_TRUE(desk.rows.outbox.empty());
    EXPECT_EQ(desk.rows.evidence.at(order.id), toRfc3339(desk.now) + " said");
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).status, SeatStatus::Held);
    EXPECT_EQ(desk.rows.providerBalance(order.id), kTotal);
    EXPECT_EQ(read(desk, order.id).attempt, AttemptId{});
}

TEST(PaymentScenariosTest, AnAcceptedRefundIsLookedAtBeforeItIsAskedAgain) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created());
    desk.apply(CancelReservation{order.reservation, callerOf(1)});
    desk.answer(refusing(kCaptured));
    desk.answer(acceptedAnswer());
    for (int i = 0; i < 11; ++i) {
        EXPECT_EQ(desk.call().operation, Operation::RetrieveRefund);
        EXPECT_EQ(desk.call().attemptTry, 1);
        desk.answer(kCaptured);
    }
    desk.answer(kCaptured);
    EXPECT_EQ(desk.call().operation, Operation::Refund);
    EXPECT_EQ(desk.call().attemptTry, 2);
    desk.answer(says(ObjectState::Succeeded, {}, kTotal, kTotal));
    EXPECT_EQ(desk.orderState(order.id), OrderState::Released);
    EXPECT_EQ(desk.rows.reservations.at(order.reservation).reason, ReleaseReason::Refunded);
    EXPECT_EQ(desk.rows.providerBalance(order.id), Money{});
    EXPECT_EQ(desk.rows.ledger.size(), 4U);
}

TEST(PaymentScenariosTest, CancellingTwiceIsOnce) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    EXPECT_TRUE(desk.apply(CancelReservation{order.reservation, callerOf(1)}).hadEffect);
    const Outcome again = desk.apply(CancelReservation{order.reservation, callerOf(1)});
    EXPECT_EQ(again.refusal, Refusal::None);
    EXPECT_FALSE(again.hadEffect);
    desk.answer(created());
    EXPECT_EQ(read(desk, order.id).clientSecret, "");
    desk.answer(kCanceled);
    EXPECT_EQ(desk.refusalOf(CancelReservation{order.reservation, callerOf(1)}),
              Refusal::ReservationReleased);
    EXPECT_EQ(desk.rows.reservations.at(order.reservation).reason, ReleaseReason::OrderCancelled);
}

TEST(PaymentScenariosTest, OrdersThatProviderCancelsAreBoundedInAttempts) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    for (int i = 0; i < 20; ++i) {
        desk.answer(created("pi_x"));
        desk.apply(HintProvider{desk.rows.attempts.rbegin()->first});
        desk.answer(kCanceled);
    }
    EXPECT_EQ(desk.rows.attempts.size(), 20U);
    EXPECT_TRUE(desk.rows.outbox.empty());
    desk.now = order.payDeadline;
    desk.tick();
    EXPECT_EQ(desk.orderState(order.id), OrderState::Released);
}

}  // namespace
}  // namespace tessera::engine
