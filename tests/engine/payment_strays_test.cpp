// SPDX-License-Identifier: Apache-2.0
// What comes when nobody asks any more: late payments, refunds that fail after they had succeeded.
#include "tests/engine/money_desk.h"

namespace tessera::engine {
namespace {

using enum OrderState;

// An order of a provider that cannot be fenced, released at its deadline.
struct ReleasedDesk : MoneyDesk {
    AttemptId attempt;

    ReleasedDesk() {
        sell(adyenCard());
        create();
        attempt = latest();
        now = rows.orders.at(order).payDeadline;
        tick();
        answer(kOpen);
        answer(kCanceled);
        EXPECT_EQ(state(), Released);
    }

    RecordStray late(const ProviderAnswer& says) const {
        return {attempt, says, {}, record(order)};
    }
};

TEST(PaymentStraysTest, AnAuthorizationAfterTheReleaseGetsTheSameSeatsIfTheyAreFree) {
    ReleasedDesk desk;
    const Outcome outcome = desk.apply(desk.late(kAuthorized));
    EXPECT_TRUE(outcome.hadEffect);
    EXPECT_EQ(desk.state(), Allocated);
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).status, SeatStatus::Sold);
    EXPECT_EQ(desk.rows.reservations.at(desk.reservation).state, ReservationState::Sold);
    desk.reload();
    desk.capture();
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_EQ(desk.tickets().size(), 2U);
    EXPECT_EQ(desk.balance(Account::Sales), -kTotal);
    EXPECT_EQ(desk.refusalOf(ReadOrder{desk.order, callerOf(1)}), Refusal::None);
}

TEST(PaymentStraysTest, ACaptureAfterTheReleaseIsPaidAtOnceIfTheSeatsAreFree) {
    ReleasedDesk desk;
    desk.apply(desk.late(kCaptured));
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_EQ(desk.balance(Account::Sales), -kTotal);
    EXPECT_FALSE(desk.apply(desk.late(kCaptured)).hadEffect);
}

TEST(PaymentStraysTest, ACaptureAfterTheReleaseGoesBackIfASeatIsGone) {
    ReleasedDesk desk;
    desk.hold(holdPicks(2, {14}));
    const RecordStray late = desk.late(kCaptured);
    EXPECT_TRUE(desk.apply(late).hadEffect);
    EXPECT_EQ(desk.state(), Compensating);
    EXPECT_EQ(desk.rows.refunds.begin()->second.reason, RefundReason::Late);
    EXPECT_EQ(desk.balance(Account::Suspense), -kTotal);
    EXPECT_EQ(desk.call().operation, Operation::Refund);
    desk.reload();
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.state(), Released);
    EXPECT_EQ(desk.balance(Account::Provider), Money{});
    EXPECT_EQ(desk.balance(Account::Suspense), Money{});
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).status, SeatStatus::Available);
}

TEST(PaymentStraysTest, AnAuthorizationAfterTheReleaseIsCancelledIfASeatIsGone) {
    ReleasedDesk desk;
    desk.hold(holdPicks(2, {13}));
    desk.apply(desk.late(kAuthorized));
    EXPECT_EQ(desk.state(), Compensating);
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    EXPECT_EQ(desk.call().attemptTry, 2);  // The first was spent before the release.
    desk.answer(kCanceled);
    EXPECT_EQ(desk.state(), Released);
    EXPECT_TRUE(desk.rows.refunds.empty());
    EXPECT_TRUE(desk.rows.ledger.empty());
}

TEST(PaymentStraysTest, ARecordFromBeforeTheOrderWasTakenUpIsNotUsedAgain) {
    ReleasedDesk desk;
    desk.hold(holdPicks(2, {14}));
    const RecordStray late = desk.late(kCaptured);
    desk.apply(late);
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.refusalOf(late), Refusal::RecordNeeded);
    EXPECT_FALSE(desk.apply(desk.late(kCaptured)).hadEffect);  // Known by now.
    RecordStray without = late;
    without.record = nullptr;
    EXPECT_EQ(desk.refusalOf(without), Refusal::RecordNeeded);
    without = desk.late(kCaptured);
    without.attempt = AttemptId{4};
    EXPECT_EQ(desk.refusalOf(without), Refusal::AttemptUnknown);
}

// Memory of what has come to rest ends with its owner: two nodes ask about one late payment, and
// the event changes hands between.
TEST(PaymentStraysTest, ARecordFromBeforeATakeOverIsNotUsedAfterIt) {
    ReleasedDesk desk;
    desk.hold(holdPicks(2, {14}));
    const RecordStray late = desk.late(kCaptured);
    desk.apply(late);
    desk.answer(refundSays(RefundStanding::Succeeded));
    const auto refunds = desk.rows.refunds.size();
    desk.reload();
    EXPECT_EQ(desk.refusalOf(late), Refusal::RecordNeeded);
    EXPECT_EQ(desk.rows.refunds.size(), refunds);
    const RecordStray again = desk.late(kCaptured);
    EXPECT_EQ(desk.refusalOf(again), Refusal::None);
    EXPECT_FALSE(desk.apply(again).hadEffect);  // Known by now.
}

// Memory has a bound, too: a mass refund brings hundreds of orders to rest in a second.
TEST(PaymentStraysTest, ARecordOlderThanWhatIsForgottenIsNotUsed) {
    ReleasedDesk desk;
    const OrderId order = desk.order;
    desk.hold(holdPicks(2, {14}));
    desk.reload();
    const RecordStray late = desk.late(kCaptured);
    for (int i = 0; i < 257; ++i) {
        desk.now = desk.now + Duration::ofMillis(1);
        desk.sell(tenderOf(TenderKind::Card), {20, 21});
        desk.create();
        desk.apply(CancelReservation{desk.reservation, callerOf(1)});
        desk.answer(kCanceled);
        ASSERT_EQ(desk.state(), Released);
    }
    EXPECT_EQ(desk.refusalOf(late), Refusal::RecordNeeded);
    const RecordStray again{desk.attempt, kCaptured, {}, desk.record(order)};
    EXPECT_TRUE(desk.apply(again).hadEffect);
    EXPECT_EQ(desk.orderState(order), Compensating);
}

TEST(PaymentStraysTest, LateMoneyOfAnOrderThatIsStillBeingPaidWaitsUntilThatIsOver) {
    MoneyDesk desk;
    desk.sell(adyenCard());
    desk.create();
    const AttemptId first = desk.latest();
    desk.add(tenderOf(TenderKind::Card));
    desk.answer(kCanceled);
    const auto stray = [&] {
        return desk.apply(RecordStray{first, kAuthorized, {}, desk.record(desk.order)});
    };
    EXPECT_FALSE(stray().hadEffect);
    desk.pays();
    EXPECT_FALSE(stray().hadEffect);
    desk.capture();
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_TRUE(stray().hadEffect);
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.reload();
    desk.answer(refusing(kCaptured));
    EXPECT_EQ(desk.call().operation, Operation::Refund);
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.balance(Account::Provider), kTotal);
}

TEST(PaymentStraysTest, ASecondPaymentOfAPaidOrderGoesBack) {
    MoneyDesk desk;
    desk.sell(adyenCard());
    desk.create();
    const AttemptId first = desk.latest();
    desk.add(tenderOf(TenderKind::Cash));
    desk.answer(kCanceled);
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_TRUE(desk.apply(RecordStray{first, kCaptured, {}, desk.record(desk.order)}).hadEffect);
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_EQ(desk.rows.refunds.begin()->second.reason, RefundReason::Late);
    desk.reload();
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.balance(Account::Provider), Money{});
    EXPECT_EQ(desk.balance(Account::Sales), -kTotal);
    EXPECT_EQ(desk.tickets().size(), 2U);
}

TEST(PaymentStraysTest, ARefundThatFailsAfterItHadSucceededIsTriedAgain) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.pays();
    desk.capture();
    desk.apply(desk.returning({desk.tickets()[0]}));
    desk.answer(refundSays(RefundStanding::Succeeded));
    const RefundId refund = desk.rows.refunds.begin()->first;
    EXPECT_EQ(desk.balance(Account::Provider), Money{3000});
    const RecordStray failed{desk.latest(), refundSays(RefundStanding::Failed), refund,
                             desk.record(desk.order)};
    EXPECT_TRUE(desk.apply(failed).hadEffect);
    EXPECT_EQ(desk.balance(Account::Provider), kTotal);
    EXPECT_EQ(desk.balance(Account::Suspense), Money{-3000});
    EXPECT_EQ(desk.refunds(), std::vector{RefundState::Queued});
    EXPECT_EQ(desk.call().attemptTry, 2);
    EXPECT_FALSE(desk.apply(failed).hadEffect);
    desk.reload();
    desk.answer(refundSays(RefundStanding::Succeeded, "re_2"));
    EXPECT_EQ(desk.balance(Account::Suspense), Money{});
    EXPECT_EQ(desk.engine.wakeAt(), Instant::never());
}

// Three webhooks tell of one failure: the third answer came when the next try had succeeded, and
// undid that, so that the money went back twice.
TEST(PaymentStraysTest, WhatAnEarlierTryCameToDoesNotUndoALaterOne) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.pays();
    desk.capture();
    desk.apply(desk.returning({desk.tickets()[0]}));
    desk.answer(refundSays(RefundStanding::Succeeded, "re_1"));
    const RefundId refund = desk.rows.refunds.begin()->first;
    RecordStray failed{desk.latest(), refundSays(RefundStanding::Failed, "re_1"), refund,
                       desk.record(desk.order)};
    EXPECT_TRUE(desk.apply(failed).hadEffect);
    desk.answer(refundSays(RefundStanding::Succeeded, "re_2"));
    failed.record = desk.record(desk.order);
    EXPECT_FALSE(desk.apply(failed).hadEffect);
    EXPECT_EQ(desk.refunds(), std::vector{RefundState::Succeeded});
    failed.answer = refundSays(RefundStanding::Failed, "re_2");
    EXPECT_TRUE(desk.apply(failed).hadEffect);
    EXPECT_EQ(desk.call().attemptTry, 3);
}

// A refund that a card never keeps was made again for ever.
TEST(PaymentStraysTest, ARefundThatFailsLaterEachTimeIsForPeopleInTheEnd) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.pays();
    desk.capture();
    desk.apply(desk.returning({desk.tickets()[0]}));
    const RefundId refund = desk.rows.refunds.begin()->first;
    for (int tries = 1; tries <= kRefusedRefundsMax; ++tries) {
        EXPECT_EQ(desk.refunds(), std::vector{RefundState::Queued});
        EXPECT_EQ(desk.call().attemptTry, tries);
        desk.reload();
        desk.answer(refundSays(RefundStanding::Succeeded));
        EXPECT_TRUE(desk.apply(RecordStray{desk.latest(), refundSays(RefundStanding::Failed),
                                           refund, desk.record(desk.order)})
                        .hadEffect);
    }
    EXPECT_EQ(desk.refunds(), std::vector{RefundState::Manual});
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_EQ(desk.balance(Account::Provider), kTotal);
    EXPECT_EQ(desk.balance(Account::Suspense), Money{-3000});
    EXPECT_EQ(desk.engine.wakeAt(), Instant::never());
}

TEST(PaymentStraysTest, ACompensationThatFailsLaterIsMadeAgainWithoutTheSeats) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.create();
    desk.apply(CancelReservation{desk.reservation, callerOf(1)});
    desk.answer(refusing(kCaptured));
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.state(), Released);
    const RefundId refund = desk.rows.refunds.begin()->first;
    desk.apply(RecordStray{desk.latest(), refundSays(RefundStanding::Failed), refund,
                           desk.record(desk.order)});
    EXPECT_EQ(desk.state(), Compensating);
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).status, SeatStatus::Available);
    desk.reload();
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.state(), Released);
    EXPECT_EQ(desk.balance(Account::Provider), Money{});
}

// Two parts went back: the first was the organiser's again while the second was under way, what
// told of it was passed over, and the order was released as if all were back.
TEST(PaymentStraysTest, ARefundThatFailsWhileAnotherIsUnderWayIsMadeAgainBeforeTheRelease) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::GiftCard, 1000));
    desk.createHeld();
    const AttemptId gift = desk.latest();
    desk.add(tenderOf(TenderKind::Card));
    desk.pays();
    desk.capture();
    desk.answer(captured(Money{2000}));  // Of 5000.
    EXPECT_EQ(desk.state(), Compensating);
    EXPECT_EQ(desk.call().attempt, gift);
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.refunds(), (std::vector{RefundState::Succeeded, RefundState::Queued}));
    EXPECT_EQ(desk.refusalOf(HintProvider{gift}), Refusal::AttemptUnknown);
    const RefundId refund = desk.rows.refunds.begin()->first;
    EXPECT_TRUE(desk.apply(RecordStray{gift, refundSays(RefundStanding::Failed), refund,
                                       desk.record(desk.order)})
                    .hadEffect);
    desk.answer(refundSays(RefundStanding::Succeeded, "re_2"));
    EXPECT_EQ(desk.state(), Compensating);
    EXPECT_EQ(desk.balance(Account::GiftCards), Money{1000});
    EXPECT_EQ(desk.call().attempt, gift);
    EXPECT_EQ(desk.call().attemptTry, 2);
    desk.answer(refundSays(RefundStanding::Succeeded, "re_3"));
    EXPECT_EQ(desk.state(), Released);
    EXPECT_EQ(desk.balance(Account::GiftCards), Money{});
}

// One ticket's money is back and may have come again, the other's is looked at much later.
TEST(PaymentStraysTest, AHintOfAPaymentWithARefundThatSucceededAsksAboutAllOfItsRefunds) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.pays();
    desk.capture();
    desk.apply(desk.returning({desk.tickets()[0]}));
    desk.answer(refundSays(RefundStanding::Succeeded));
    const RefundId refund = desk.rows.refunds.begin()->first;
    desk.apply(desk.returning());
    for (int i = 0; i < 3; ++i) desk.answer(refundSays(RefundStanding::Pending, "re_2"));
    EXPECT_GT(desk.call().notBefore, desk.now);
    EXPECT_EQ(desk.refusalOf(HintProvider{desk.latest()}), Refusal::AttemptUnknown);
    const RecordStray same{desk.latest(), refundSays(RefundStanding::Succeeded), refund,
                           desk.record(desk.order)};
    EXPECT_TRUE(desk.apply(same).hadEffect);
    EXPECT_EQ(desk.call().notBefore, desk.now);
    EXPECT_TRUE(desk.apply(RecordStray{desk.latest(), refundSays(RefundStanding::Failed), refund,
                                       desk.record(desk.order)})
                    .hadEffect);
    EXPECT_EQ(desk.balance(Account::Suspense), -kTotal);
}

TEST(PaymentStraysTest, WhatIsClearedUpByHandReleasesAManualOrder) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.create();
    desk.apply(CancelReservation{desk.reservation, callerOf(1)});
    desk.answer(refusing(kCaptured));
    for (int i = 0; i < 12; ++i) desk.answer(refusing(kCaptured));
    EXPECT_EQ(desk.state(), Manual);
    const RefundId refund = desk.rows.refunds.begin()->first;
    EXPECT_EQ(desk.refusalOf(SettleRefund{desk.order, refund, "bank", desk.record(desk.order)}),
              Refusal::None);
    EXPECT_EQ(desk.state(), Released);
    EXPECT_EQ(desk.balance(Account::Provider), Money{});
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).status, SeatStatus::Available);
}

}  // namespace
}  // namespace tessera::engine
