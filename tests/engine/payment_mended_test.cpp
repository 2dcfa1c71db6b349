// SPDX-License-Identifier: Apache-2.0
// Bugs of payments that were: each test tells its story in a line.
#include <map>

#include "tests/engine/money_desk.h"

namespace tessera::engine {
namespace {

// A create that the provider had answered with a stored 500 was repeated under its key for ever:
// the order could neither be paid nor released.
TEST(PaymentMendedTest, ACreateThatIsNeverAnsweredGetsAnotherKeyAfterAMinute) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    Duration waited;
    for (const std::int32_t attemptTry : {1, 1, 1, 1, 1, 2}) {
        desk.answer(unknownAnswer());
        EXPECT_EQ(desk.call().operation, Operation::Create);
        EXPECT_EQ(desk.call().attemptTry, attemptTry);
        waited = waited + (desk.call().notBefore - desk.now);
    }
    EXPECT_GE(waited, Duration::ofSeconds(60));
    desk.reload();
    desk.answer(unknownAnswer());
    EXPECT_EQ(desk.call().attemptTry, 3);
    desk.answer(created("pi_1"));
    EXPECT_EQ(desk.orderState(order.id), OrderState::Paying);
    EXPECT_EQ(desk.rows.facts.rbegin()->second.objectId, "pi_1");
}

// A capture that was refused for good was repeated for ever, the tickets inactive and nobody told.
TEST(PaymentMendedTest, ACaptureRefusedForGoodIsCancelledAndTheOrderIsUnpaid) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created());
    desk.apply(HintProvider{desk.rows.attempts.begin()->first});
    desk.answer(kAuthorized);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(desk.call().operation, Operation::Capture);
        desk.answer(refusing(kAuthorized));
    }
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.answer(refusing(kAuthorized));
    EXPECT_EQ(desk.call().operation, Operation::Retrieve);
    EXPECT_GT(desk.call().notBefore, desk.now);
    desk.answer(kAuthorized);
    EXPECT_EQ(desk.call().operation, Operation::Capture);  // It may have been cleared up.
    desk.answer(refusing(kAuthorized));
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.answer(kCanceled);
    EXPECT_EQ(desk.orderState(order.id), OrderState::Unpaid);
}

// An object that the provider did not know any more was looked for for ever: its seats were never
// free again. "Not found" is no evidence; what comes back is cancelled.
TEST(PaymentMendedTest, AnObjectThatIsNotFoundIsMadeAgainUnderItsFirstKeyAndCancelled) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created());
    desk.now = order.payDeadline;
    desk.tick();
    desk.answer(kOpen);
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.answer(refusing(kOpen));
    ProviderAnswer notFound;
    notFound.notFound = true;
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(desk.call().operation, Operation::Retrieve);
        desk.answer(i == 1 ? says(ObjectState::None) : notFound);
    }
    EXPECT_EQ(desk.orderState(order.id), OrderState::Fencing);
    EXPECT_EQ(desk.call().operation, Operation::Create);
    EXPECT_EQ(desk.call().attemptTry, 1);
    desk.reload();
    desk.answer(refusing(says(ObjectState::None)));  // No evidence either.
    EXPECT_EQ(desk.call().operation, Operation::Create);
    desk.answer(created("pi_again"));
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    EXPECT_EQ(desk.call().objectId, "pi_again");
    EXPECT_EQ(desk.call().attemptTry, 2);  // The first is spent.
    desk.answer(kCanceled);
    EXPECT_EQ(desk.orderState(order.id), OrderState::Released);
}

// A hold whose release the database had refused could be checked out after its deadline.
TEST(PaymentMendedTest, ACheckoutAfterTheDeadlineLosesThoughTheReleaseIsPutOff) {
    Desk desk;
    const ReservationView held = desk.hold(holdPicks(1, {13, 14}));
    desk.now = held.expiresAt;
    ASSERT_TRUE(desk.engine.postpone(desk.engine.firstDue(desk.now), desk.now,
                                     desk.now + Duration::ofSeconds(30)));
    EXPECT_EQ(desk.refusalOf(Checkout{held.id, callerOf(1), "A", "a@b.c", "en"}),
              Refusal::ReservationExpired);
}

// What an outage has moved beyond now is not due: it was put off with what was.
TEST(PaymentMendedTest, WhatIsNotDueYetIsNotPutOff) {
    Desk desk;
    const ReservationView held = desk.hold(holdPicks(1, {13, 14}));
    const DueThing hold{TimerKind::HoldExpiry, held.id.value};
    const Instant before = held.expiresAt - Duration::ofMicros(1);
    EXPECT_FALSE(desk.engine.postpone(hold, before, held.expiresAt + Duration::ofSeconds(30)));
    EXPECT_EQ(desk.engine.nextDue(), held.expiresAt);
    EXPECT_TRUE(
        desk.engine.postpone(hold, held.expiresAt, held.expiresAt + Duration::ofSeconds(30)));
    EXPECT_EQ(desk.engine.nextDue(), held.expiresAt + Duration::ofSeconds(30));
}

// An order whose two cards are as the provider knows them at the deadline.
struct TwoCards : MoneyDesk {
    TwoCards(const ProviderAnswer& ofFirst, const ProviderAnswer& ofSecond) {
        sell(tenderOf(TenderKind::Card, 2000));
        pays();
        said[latest()] = ofFirst;
        EXPECT_EQ(add(tenderOf(TenderKind::Card)), Refusal::None);
        create();
        said[latest()] = ofSecond;
        now = rows.orders.at(order).payDeadline;
        tick();
        EXPECT_EQ(state(), OrderState::Fencing);
    }
    // The owner dies after each answer. How many there were until the fence had an end.
    int fenceWithDeaths() {
        int steps = 0;
        while (state() == OrderState::Fencing && steps < 50) {
            reload();
            ProviderAnswer& here = said.at(call().attempt);
            const bool taken = here.captured.minor > 0;
            if (call().operation == Operation::Cancel && !taken) here = kCanceled;
            answer(call().operation == Operation::Cancel && taken ? refusing(here) : here);
            ++steps;
        }
        return steps;
    }

    std::map<AttemptId, ProviderAnswer> said;
};

// Who was asked about already a new owner did not know: where one died at every step the fence of
// two tenders asked for ever.
TEST(PaymentMendedTest, AFenceOfTwoTendersEndsThoughItsOwnerDiesAtEveryStep) {
    const ProviderAnswer first = authorized(Money{2000});
    const ProviderAnswer second = authorized(Money{4000});
    struct Case {
        ProviderAnswer first;
        ProviderAnswer second;
        OrderState end;
    };
    const std::vector<Case> cases{
        {first, second, OrderState::Allocated},
        {first, kOpen, OrderState::Released},
        {kOpen, kOpen, OrderState::Released},
        {kCanceled, kOpen, OrderState::Released},
        {first, kCanceled, OrderState::Released},
        {captured(Money{2000}), kOpen, OrderState::Compensating},
        {captured(Money{2000}), second, OrderState::Allocated},
        // Taken for what it was when it was last seen: its capture tells.
        {kCanceled, second, OrderState::Allocated},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        SCOPED_TRACE("case " + std::to_string(i));
        TwoCards desk(cases[i].first, cases[i].second);
        EXPECT_LE(desk.fenceWithDeaths(), 6);
        EXPECT_EQ(desk.state(), cases[i].end);
    }
    TwoCards lapsed(kCanceled, second);
    lapsed.fenceWithDeaths();
    EXPECT_EQ(lapsed.call().operation, Operation::Capture);
    lapsed.answer(refusing(kCanceled));
    EXPECT_EQ(lapsed.state(), OrderState::Unpaid);
    for (const auto& [id, row] : lapsed.rows.tickets) EXPECT_EQ(row.state, TicketState::Inactive);
}

OrderView viewOf(Desk& desk, OrderId order) {
    return std::get<OrderView>(desk.apply(ReadOrder{order, callerOf(1)}).view);
}

// A card that a terminal had declined looked like one that was still being waited for.
TEST(PaymentMendedTest, WhyACardWasDeclinedIsShownUntilAnotherIsRead) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    const AttemptId attempt = desk.call().attempt;
    const auto why = [&] { return viewOf(desk, order.id).tenders.at(0).declineReason; };
    desk.answer(created());
    EXPECT_EQ(why(), "");
    ProviderAnswer declined = kOpen;
    declined.declineReason = "insufficient_funds";
    const auto declineOnce = [&] {
        desk.apply(HintProvider{attempt});
        desk.answer(declined);
        EXPECT_FALSE(desk.changes.attemptUpdates.empty()) << "whoever watches the order is told";
        EXPECT_EQ(why(), "insufficient_funds");
    };
    declineOnce();
    EXPECT_EQ(viewOf(desk, order.id).clientSecret, "secret_1") << "it can still be paid";
    const std::uint64_t hash = desk.engine.stateHash();
    desk.apply(ConfirmPayment{order.id, attempt, callerOf(1), "tmr_1"});
    EXPECT_EQ(why(), "") << "another card is read";
    EXPECT_NE(desk.engine.stateHash(), hash);
    desk.answer(declined);
    EXPECT_EQ(why(), "insufficient_funds");
    desk.apply(HintProvider{attempt});
    desk.answer(says(ObjectState::RequiresAction));
    EXPECT_EQ(why(), "") << "the buyer is asked something";
    declined.declineReason = std::string(65, 'x');
    desk.apply(HintProvider{attempt});
    desk.answer(declined);
    EXPECT_EQ(why(), "");
    desk.apply(HintProvider{attempt});
    desk.answer(kAuthorized);
    EXPECT_EQ(why(), "");
}

// A terminal that was offline or busy left staff waiting for a card that nobody was asked for.
TEST(PaymentMendedTest, WhyATerminalAsksForNoCardIsShownAndAnotherWayPaysOnce) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Reader));
    desk.create();
    ProviderAnswer busy = kOpen;
    busy.declineReason = "reader_busy";
    desk.answer(refusing(busy));
    EXPECT_FALSE(desk.changes.attemptUpdates.empty()) << "whoever watches the order is told";
    EXPECT_EQ(viewOf(desk, desk.order).tenders.at(0).declineReason, "reader_busy");
    EXPECT_TRUE(desk.rows.outbox.empty()) << "staff are next";
    EXPECT_EQ(desk.state(), OrderState::Paying);
    EXPECT_EQ(desk.add(tenderOf(TenderKind::Cash)), Refusal::None);
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.answer(kCanceled);
    EXPECT_EQ(desk.state(), OrderState::Paid);
    EXPECT_EQ(desk.balance(Account::Cash), kTotal);
    EXPECT_EQ(desk.balance(Account::Provider), Money{});
}

}  // namespace
}  // namespace tessera::engine
