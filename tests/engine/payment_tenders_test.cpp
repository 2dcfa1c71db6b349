// SPDX-License-Identifier: Apache-2.0
// Orders of one, two and three tenders through the table of DESIGN 6.
#include <algorithm>

#include "server/engine/payment_saga.h"
#include "tests/engine/money_desk.h"

namespace tessera::engine {
namespace {

using enum OrderState;

// Gift card 10.00 held, card 20.00 authorized, card 30.00 open.
struct ThreeTenders : MoneyDesk {
    AttemptId gift;
    AttemptId first;
    AttemptId second;

    ThreeTenders() {
        sell(tenderOf(TenderKind::GiftCard, 1000));
        EXPECT_EQ(call().payload, "gift-7");
        EXPECT_EQ(call().amount, Money{1000});
        createHeld();
        gift = latest();
        EXPECT_EQ(add(tenderOf(TenderKind::Card, 2000)), Refusal::None);
        pays();
        first = latest();
        EXPECT_EQ(add(tenderOf(TenderKind::Card)), Refusal::None);
        create();
        second = latest();
        EXPECT_EQ(state(), Paying);
    }

    void deadline() {
        now = rows.orders.at(order).payDeadline;
        tick();
    }
    void look(AttemptId attempt, const ProviderAnswer& says) {
        EXPECT_EQ(call().operation, Operation::Retrieve);
        EXPECT_EQ(call().attempt, attempt);
        answer(says);
    }
    void cancelled(AttemptId attempt) {
        EXPECT_EQ(call().operation, Operation::Cancel);
        EXPECT_EQ(call().attempt, attempt);
        answer(kCanceled);
    }
};

TEST(PaymentTendersTest, AnOrderIsAllocatedWhenItsTendersReachTheTotalAndPaidWhenAllAreCaptured) {
    ThreeTenders desk;
    desk.apply(HintProvider{desk.second});
    desk.answer(authorized(Money{3000}));
    EXPECT_EQ(desk.state(), Allocated);
    EXPECT_EQ(desk.tickets().size(), 2U);
    EXPECT_TRUE(desk.rows.ledger.empty());
    desk.capture();
    EXPECT_EQ(desk.attemptState(desk.gift), AttemptState::Captured);
    desk.reload();
    desk.capture();
    EXPECT_EQ(desk.state(), Allocated);
    desk.capture();
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_EQ(desk.balance(Account::Provider), Money{5000});
    EXPECT_EQ(desk.balance(Account::GiftCards), Money{1000});
    EXPECT_EQ(desk.balance(Account::Sales), Money{-6000});
    EXPECT_EQ(desk.engine.wakeAt(), Instant::never());
}

TEST(PaymentTendersTest, CashIsAuthorizedAtOnceAndCapturedWithTheSeats) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Cash));
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_TRUE(desk.rows.outbox.empty());
    EXPECT_EQ(desk.balance(Account::Cash), kTotal);
    MoneyDesk both;
    both.sell(tenderOf(TenderKind::Cash, 1500));
    EXPECT_EQ(both.state(), Paying);
    EXPECT_EQ(both.attemptState(both.latest()), AttemptState::Authorized);
    EXPECT_EQ(both.add(tenderOf(TenderKind::Invoice, 500)), Refusal::None);
    EXPECT_EQ(both.add(tenderOf(TenderKind::Card)), Refusal::None);
    EXPECT_EQ(both.call().amount, Money{4000});
    both.pays();
    EXPECT_EQ(both.state(), Allocated);
    EXPECT_EQ(both.balance(Account::Cash), Money{1500});
    both.capture();
    EXPECT_EQ(both.state(), Paid);
    EXPECT_EQ(both.balance(Account::Receivable), Money{500});
    EXPECT_EQ(both.balance(Account::Sales), -kTotal);
}

TEST(PaymentTendersTest, FencingThatFindsOneTenderUnpaidEndsAllOfThem) {
    ThreeTenders desk;
    desk.deadline();
    desk.look(desk.second, says(ObjectState::Processing));
    EXPECT_EQ(desk.state(), Fencing);
    desk.look(desk.second, kOpen);
    desk.cancelled(desk.gift);
    desk.cancelled(desk.first);
    EXPECT_EQ(desk.orderState(desk.order), Fencing);
    desk.cancelled(desk.second);
    EXPECT_EQ(desk.state(), Released);
    EXPECT_TRUE(desk.rows.ledger.empty());
}

TEST(PaymentTendersTest, FencingThatFindsTheTotalAllocates) {
    ThreeTenders desk;
    desk.deadline();
    desk.look(desk.second, authorized(Money{3000}));
    desk.look(desk.gift, authorized(Money{1000}));
    desk.reload();
    desk.look(desk.first, authorized(Money{2000}));  // What was there is not asked about again.
    EXPECT_EQ(desk.state(), Allocated);
}

TEST(PaymentTendersTest, FencingSeesAnAuthorizationThatHasLapsed) {
    ThreeTenders desk;
    desk.deadline();
    desk.look(desk.second, authorized(Money{3000}));
    desk.look(desk.gift, authorized(Money{1000}));
    desk.look(desk.first, kCanceled);
    EXPECT_EQ(desk.state(), Fencing);
    desk.cancelled(desk.gift);
    desk.cancelled(desk.second);
    EXPECT_EQ(desk.state(), Released);
}

TEST(PaymentTendersTest, WhatWasCapturedByOneGoesBackAndTheOthersAreCancelled) {
    ThreeTenders desk;
    desk.deadline();
    desk.look(desk.second, kOpen);
    desk.cancelled(desk.gift);
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.answer(refusing(captured(Money{2000})));
    EXPECT_EQ(desk.state(), Compensating);
    EXPECT_EQ(desk.balance(Account::Suspense), Money{-2000});
    desk.cancelled(desk.second);
    EXPECT_EQ(desk.call().operation, Operation::Refund);
    EXPECT_EQ(desk.call().amount, Money{2000});
    EXPECT_EQ(desk.call().attempt, desk.first);
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.state(), Released);
    EXPECT_EQ(desk.balance(Account::Provider), Money{});
    EXPECT_EQ(desk.balance(Account::Suspense), Money{});
    EXPECT_EQ(desk.attemptState(desk.first), AttemptState::Refunded);
}

TEST(PaymentTendersTest, CancellingEndsEveryTenderAndNeverTickets) {
    ThreeTenders desk;
    EXPECT_TRUE(desk.apply(CancelReservation{desk.reservation, callerOf(1)}).hadEffect);
    desk.cancelled(desk.gift);
    desk.cancelled(desk.first);
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.answer(refusing(authorized(Money{3000})));
    EXPECT_EQ(desk.state(), Cancelling);
    desk.look(desk.second, authorized(Money{3000}));
    desk.cancelled(desk.second);
    EXPECT_EQ(desk.state(), Released);
    EXPECT_TRUE(desk.rows.tickets.empty());
}

TEST(PaymentTendersTest, ACaptureThatIsRefusedLeavesTheOthersAndAsksForWhatIsMissing) {
    ThreeTenders desk;
    desk.apply(HintProvider{desk.second});
    desk.answer(authorized(Money{3000}));
    desk.capture();
    desk.answer(refusing(kCanceled));
    EXPECT_EQ(desk.state(), Unpaid);
    EXPECT_EQ(desk.attemptState(desk.gift), AttemptState::Captured);
    EXPECT_EQ(desk.attemptState(desk.second), AttemptState::Authorized);
    EXPECT_EQ(desk.call().operation, Operation::Create);
    EXPECT_EQ(desk.call().amount, Money{2000});
    EXPECT_EQ(desk.balance(Account::Sales), Money{-1000});
    const auto tickets = desk.tickets();
    desk.pays();
    EXPECT_EQ(desk.state(), Allocated);
    desk.capture();
    desk.capture();
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_EQ(desk.tickets(), tickets);
    EXPECT_EQ(desk.balance(Account::Sales), -kTotal);
}

TEST(PaymentTendersTest, AnUnpaidOrderWithMoneyTakenIsCompensatedAtItsDeadline) {
    ThreeTenders desk;
    desk.apply(HintProvider{desk.second});
    desk.answer(authorized(Money{3000}));
    desk.capture();
    desk.answer(refusing(kCanceled));
    desk.answer(refusing(says(ObjectState::None)));
    desk.answer(refusing(says(ObjectState::None)));
    desk.answer(refusing(says(ObjectState::None)));
    desk.deadline();
    desk.look(desk.gift, captured(Money{1000}));
    desk.look(desk.second, authorized(Money{3000}));
    EXPECT_EQ(desk.state(), Compensating);
    EXPECT_EQ(desk.balance(Account::Sales), Money{});
    EXPECT_EQ(desk.balance(Account::Suspense), Money{-1000});
    desk.cancelled(desk.second);
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.state(), Released);
    EXPECT_TRUE(desk.tickets().empty());
}

TEST(PaymentTendersTest, TheNextTenderWaitsUntilTheOpenOneIsCancelled) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.create();
    const AttemptId card = desk.latest();
    EXPECT_EQ(desk.add(tenderOf(TenderKind::Cash, 1000)), Refusal::None);
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    EXPECT_EQ(desk.call().attempt, card);
    EXPECT_EQ(desk.rows.attempts.size(), 1U);
    desk.reload();
    desk.answer(kCanceled);
    EXPECT_EQ(desk.attemptState(desk.latest()), AttemptState::Authorized);
    EXPECT_EQ(desk.rows.attempts.at(desk.latest()).amount, Money{1000});
    EXPECT_EQ(desk.add(tenderOf(TenderKind::Card)), Refusal::None);
    EXPECT_EQ(desk.call().amount, Money{5000});
}

TEST(PaymentTendersTest, TheNextTenderIsNotOpenedIfTheOldOneWasPaidAfterAll) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.create();
    EXPECT_EQ(desk.add(tenderOf(TenderKind::Cash)), Refusal::None);
    desk.answer(refusing(kAuthorized));
    EXPECT_EQ(desk.state(), Allocated);
    EXPECT_EQ(desk.rows.attempts.size(), 1U);
    desk.capture();
    EXPECT_EQ(desk.balance(Account::Provider), kTotal);
    EXPECT_EQ(desk.balance(Account::Cash), Money{});
}

TEST(PaymentTendersTest, TendersAreRefusedInTheirOrder) {
    MoneyDesk desk;
    const ReservationView held = desk.hold(holdPicks(1, {13, 14}));
    const auto checkout = [&](const TenderChoice& tender, const Caller& caller) {
        return desk.refusalOf(Checkout{held.id, caller, "", "", "", tender});
    };
    EXPECT_EQ(checkout(tenderOf(TenderKind::Card, 6001), callerOf(1)), Refusal::TenderTooLarge);
    EXPECT_EQ(checkout(tenderOf(TenderKind::Card, -1), callerOf(1)), Refusal::TenderTooLarge);
    for (const TenderKind kind :
         {TenderKind::Cash, TenderKind::Invoice, TenderKind::Exchange, TenderKind::Reader}) {
        EXPECT_EQ(checkout(tenderOf(kind), callerOf(1)), Refusal::TenderNotAllowed);
    }
    TenderChoice wrong = tenderOf(TenderKind::Card);
    wrong.provider = ProviderKind::House;
    EXPECT_EQ(checkout(wrong, staff()), Refusal::TenderNotAllowed);
    EXPECT_EQ(desk.refusalOf(AddTender{OrderId{7}, staff(), {}}), Refusal::OrderUnknown);
    desk.sell(tenderOf(TenderKind::Cash, 100), {16, 17});
    EXPECT_EQ(desk.refusalOf(AddTender{desk.order, callerOf(2), {}}), Refusal::NotYours);
    EXPECT_EQ(desk.add(tenderOf(TenderKind::Card, 5901)), Refusal::TenderTooLarge);
    for (int i = 2; i <= kTendersMax; ++i) {
        EXPECT_EQ(desk.add(tenderOf(TenderKind::Cash, 100)), Refusal::None) << i;
    }
    EXPECT_EQ(desk.add(tenderOf(TenderKind::Cash, 100)), Refusal::TooManyTenders);
    MoneyDesk paid;
    paid.sell(tenderOf(TenderKind::Cash));
    EXPECT_EQ(paid.add(tenderOf(TenderKind::Card)), Refusal::OrderNotPayable);
}

TEST(PaymentTendersTest, ConfirmIsACallWithItsPayloadUnderOneKeyUntilItIsAnswered) {
    MoneyDesk desk;
    desk.sell(adyenCard());
    const AttemptId attempt = desk.latest();
    const auto confirm = [&](const char* payload) {
        return desk.refusalOf(ConfirmPayment{desk.order, attempt, callerOf(1), payload});
    };
    EXPECT_EQ(confirm("{}"), Refusal::PaymentNotOpen);  // Its object is not there yet.
    desk.create();
    EXPECT_EQ(confirm("{encrypted}"), Refusal::None);
    EXPECT_EQ(confirm("{again}"), Refusal::PaymentNotOpen);
    desk.answer(unknownAnswer());
    desk.reload();
    EXPECT_EQ(desk.call().operation, Operation::Confirm);
    EXPECT_EQ(desk.call().payload, "{encrypted}");
    EXPECT_EQ(desk.call().attemptTry, 1);
    EXPECT_EQ(desk.call().provider, ProviderKind::Adyen);
    ProviderAnswer declined = kOpen;
    declined.objectId = "psp_1";
    desk.answer(declined);
    desk.reload();
    EXPECT_TRUE(desk.rows.outbox.empty());
    EXPECT_EQ(confirm("{other}"), Refusal::None);
    EXPECT_EQ(desk.call().attemptTry, 2);
    ProviderAnswer paid = kAuthorized;
    paid.objectId = "psp_2";
    desk.answer(paid);
    EXPECT_EQ(desk.state(), Allocated);
    EXPECT_EQ(desk.call().objectId, "psp_2");
}

TEST(PaymentTendersTest, ALookUnderWayGivesWayToAConfirm) {
    MoneyDesk desk;
    desk.sell(adyenCard());
    desk.create();
    desk.apply(HintProvider{desk.latest()});
    const OutboxRow look = desk.call();
    EXPECT_EQ(desk.refusalOf(ConfirmPayment{desk.order, desk.latest(), callerOf(1), "{}"}),
              Refusal::None);
    EXPECT_EQ(desk.call().operation, Operation::Confirm);
    const Outcome late =
        desk.apply(RecordProviderAnswer{look.seq, look.attempt, look.operation, kOpen});
    EXPECT_FALSE(late.hadEffect);
}

TEST(PaymentTendersTest, AConfirmThatIsNeverAnsweredIsLookedForAfterAMinute) {
    MoneyDesk desk;
    desk.sell(adyenCard());
    desk.create();
    desk.apply(ConfirmPayment{desk.order, desk.latest(), callerOf(1), "{}"});
    for (int i = 0; i < 5; ++i) {
        desk.answer(unknownAnswer());
        EXPECT_EQ(desk.call().operation, Operation::Confirm);
    }
    desk.answer(unknownAnswer());
    EXPECT_EQ(desk.call().operation, Operation::Retrieve);
    EXPECT_EQ(desk.call().payload, "");
    desk.answer(kOpen);
    EXPECT_EQ(desk.refusalOf(ConfirmPayment{desk.order, desk.latest(), callerOf(1), "{}"}),
              Refusal::None);
    EXPECT_EQ(desk.call().attemptTry, 2);
}

TEST(PaymentTendersTest, AReaderIsAskedToTakeTheCardAsSoonAsItsObjectIsThere) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Reader));
    EXPECT_EQ(desk.call().operation, Operation::Create);
    EXPECT_EQ(desk.call().payload, "tmr_1") << "for a card that is present";
    desk.create();
    EXPECT_EQ(desk.call().operation, Operation::Confirm);
    EXPECT_EQ(desk.call().payload, "tmr_1");
    desk.answer(says(ObjectState::Processing));
    EXPECT_TRUE(desk.rows.outbox.empty());
    EXPECT_EQ(desk.engine.nextDue(), desk.now + Duration::ofSeconds(10));
}

TEST(PaymentTendersTest, ACancelSaysWhichReaderIsToStopWaitingForACard) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Reader));
    desk.create();
    desk.answer(says(ObjectState::RequiresAction));
    desk.apply(CancelReservation{desk.reservation, callerOf(1)});
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    EXPECT_EQ(desk.call().payload, "tmr_1");
}

TEST(PaymentTendersTest, NoDelayOfACapturePassesTheTimeThatTheProviderLeaves) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.create();
    desk.apply(HintProvider{desk.latest()});
    ProviderAnswer brief = kAuthorized;
    brief.captureBefore = desk.now + Duration::ofMillis(600);
    desk.answer(brief);
    EXPECT_EQ(desk.rows.facts.at(desk.latest()).captureBefore, brief.captureBefore);
    desk.answer(refusing(kAuthorized));
    EXPECT_EQ(desk.call().operation, Operation::Capture);
    EXPECT_LT(desk.call().notBefore, brief.captureBefore);
    desk.pass(Duration::ofMillis(600));
    desk.answer(refusing(kAuthorized));
    EXPECT_EQ(desk.call().operation, Operation::Retrieve);  // It may be over.
}

TEST(PaymentTendersTest, DelaysDifferByAFifthSoThatCallsDoNotComeTogether) {
    Duration least = Duration::ofSeconds(9);
    Duration most;
    for (std::int64_t seq = 1; seq <= 1000; ++seq) {
        const Duration delay = jittered(Duration::ofSeconds(5), OutboxSeq{seq * 4096});
        least = std::min(least, delay);
        most = std::max(most, delay);
    }
    EXPECT_GE(least, Duration::ofSeconds(4));
    EXPECT_LT(least, Duration::ofMillis(4100));
    EXPECT_LE(most, Duration::ofSeconds(6));
    EXPECT_GT(most, Duration::ofMillis(5900));
}

TEST(PaymentTendersTest, AnInvoiceIsForWhatWasApprovedAtMost) {
    MoneyDesk desk;
    const ReservationView held = desk.hold(holdPicks(1, {13, 14}));
    Checkout command{held.id, staff(), "N", "e@x", "en"};
    command.tender = tenderOf(TenderKind::Invoice);
    command.tender.approvedMost = kTotal - Money{1};
    const Outcome less = desk.apply(command);
    EXPECT_EQ(less.refusal, Refusal::ApprovalTooSmall);
    EXPECT_EQ(less.limit, kTotal.minor);
    command.tender.approvedMost = kTotal;
    EXPECT_EQ(desk.refusalOf(command), Refusal::None);
}

}  // namespace
}  // namespace tessera::engine
