// SPDX-License-Identifier: Apache-2.0
// Events that are cancelled: what is closed at once, and what is returned in the background.
#include "server/engine/disruption.h"

#include <algorithm>

#include "tests/engine/ending_desk.h"

namespace tessera::engine {
namespace {

using enum OrderState;

TEST(DisruptionTest, ACancelledEventReleasesItsHoldsAndSellsNothingEverAgain) {
    EndingDesk desk;
    const ReservationView held = desk.hold(holdPicks(1, {13, 14}));
    const Outcome cancelled = desk.apply(CancelEvent{"The hall is flooded."});
    EXPECT_TRUE(cancelled.hadEffect);
    EXPECT_EQ(cancelled.target, 1);
    EXPECT_EQ(desk.engine.terms().sale, SaleState::Cancelled);
    EXPECT_EQ(desk.disruption().note, "The hall is flooded.");
    EXPECT_EQ(desk.tick(), 1U);
    EXPECT_EQ(desk.rows.reservations.at(held.id).reason, ReleaseReason::EventCancelled);
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).status, SeatStatus::Available);
    EXPECT_EQ(desk.refusalOf(holdPicks(2, {13})), Refusal::EventCancelled);
    EXPECT_EQ(desk.refusalOf(Checkout{held.id, callerOf(1), "N", "e@x", "en"}),
              Refusal::EventCancelled);
    EXPECT_EQ(desk.refusalOf(Checkout{held.id, callerOf(2), "N", "e@x", "en"}), Refusal::NotYours);
    EventTerms open = makeTerms();
    open.sale = SaleState::Open;
    EXPECT_EQ(desk.refusalOf(ChangeTerms{open, {}}), Refusal::EventCancelled);
    EXPECT_EQ(desk.refusalOf(SetAllocation{{SeatNo{20}}, AllocationNo{1}}),
              Refusal::EventCancelled);
    Code code;
    code.text = "CODE";
    EXPECT_EQ(desk.refusalOf(CreateCode{code}), Refusal::EventCancelled);
    EXPECT_EQ(desk.refusalOf(movedTo(open)), Refusal::EventCancelled);
}

// All of it was one batch: a row that the database refused made it impossible to cancel.
TEST(DisruptionTest, ACancellationWritesItsTermsAloneAndWhatIsHeldIsDueByItself) {
    EndingDesk desk;
    std::vector<ReservationId> held;
    for (int who = 1; who <= 3; ++who) {
        held.push_back(desk.hold(holdPicks(who, {10 + 2 * who, 11 + 2 * who})).id);
    }
    desk.sell(tenderOf(TenderKind::Card), {33, 34});
    desk.create();
    EXPECT_TRUE(desk.apply(CancelEvent{}).hadEffect);
    EXPECT_EQ(desk.changes.terms.size(), 1U);
    EXPECT_TRUE(desk.changes.reservationUpdates.empty());
    EXPECT_TRUE(desk.changes.orderUpdates.empty());
    EXPECT_TRUE(desk.changes.seats.empty());
    EXPECT_EQ(desk.engine.wakeAt(), desk.now);
    EXPECT_EQ(desk.tick(1), 1U);
    EXPECT_EQ(desk.rows.reservations.at(held[0]).reason, ReleaseReason::EventCancelled);
    // The second is refused: it keeps nobody else, and neither has who held it anything of it.
    EXPECT_TRUE(desk.engine.postpone(desk.engine.firstDue(desk.now), desk.now,
                                     desk.now + Duration::ofSeconds(30)));
    EXPECT_EQ(desk.tick(), 2U);
    EXPECT_EQ(desk.rows.reservations.at(held[2]).reason, ReleaseReason::EventCancelled);
    EXPECT_EQ(desk.state(), Cancelling);
    EXPECT_EQ(desk.rows.reservations.at(held[1]).state, ReservationState::Held);
    EXPECT_EQ(desk.refusalOf(Checkout{held[1], callerOf(2), "N", "e@x", "en"}),
              Refusal::EventCancelled);
    EXPECT_EQ(desk.engine.nextDue(), desk.now + Duration::ofSeconds(30));
    // Whoever takes over has no time to give it: it is due since the event was cancelled.
    desk.pass(Duration::ofSeconds(20));
    desk.reload();
    desk.changes.clear();
    desk.engine.resume(desk.now, desk.changes);
    EXPECT_TRUE(desk.changes.empty());
    EXPECT_EQ(desk.engine.nextDue(), kOpening);
    EXPECT_EQ(desk.tick(), 1U);
    EXPECT_EQ(desk.rows.reservations.at(held[1]).reason, ReleaseReason::EventCancelled);
}

TEST(DisruptionTest, WhoseTimeToPayIsOverWhenTheEventIsCancelledGetsNoTicketsEither) {
    EndingDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.create();
    desk.now = desk.rows.orders.at(desk.order).payDeadline;
    desk.tick();
    ASSERT_EQ(desk.state(), Fencing);
    desk.apply(CancelEvent{});
    desk.reload();
    desk.answer(kAuthorized);
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.answer(kCanceled);
    EXPECT_EQ(desk.state(), Released);
    EXPECT_EQ(desk.rows.reservations.at(desk.reservation).reason, ReleaseReason::EventCancelled);
    EXPECT_TRUE(desk.rows.tickets.empty());
}

TEST(DisruptionTest, CancellingTwiceIsCancellingOnce) {
    EndingDesk desk;
    desk.apply(CancelEvent{"first"});
    desk.pass(Duration::ofMinutes(1));
    const Outcome again = desk.apply(CancelEvent{"second"});
    EXPECT_EQ(again.refusal, Refusal::None);
    EXPECT_FALSE(again.hadEffect);
    EXPECT_EQ(again.target, 1);
    EXPECT_EQ(desk.disruption().note, "first");
    EXPECT_EQ(desk.disruption().at, kOpening);
}

TEST(DisruptionTest, SaleStateCancelledIsSetByCancellingAlone) {
    EndingDesk desk;
    EventTerms terms = makeTerms();
    terms.sale = SaleState::Cancelled;
    EXPECT_EQ(desk.refusalOf(ChangeTerms{terms, {}}), Refusal::TermsInvalid);
    EXPECT_EQ(desk.refusalOf(CancelEvent{std::string(kNoteMax + 1, 'x')}), Refusal::TermsInvalid);
}

TEST(DisruptionTest, AnAuthorizationOfACancelledEventIsVoidedAndNeverTicketed) {
    EndingDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.create();
    desk.apply(HintProvider{desk.latest()});
    desk.apply(CancelEvent{});
    desk.tick();
    EXPECT_EQ(desk.state(), Cancelling);
    EXPECT_EQ(desk.refusalOf(AddTender{desk.order, staff(), tenderOf(TenderKind::Cash)}),
              Refusal::EventCancelled);
    desk.answer(kAuthorized);
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    EXPECT_FALSE(desk.engine.returnsAreDone(desk.now));
    desk.answer(kCanceled);
    EXPECT_EQ(desk.state(), Released);
    EXPECT_EQ(desk.rows.reservations.at(desk.reservation).reason, ReleaseReason::EventCancelled);
    EXPECT_TRUE(desk.rows.tickets.empty());
    EXPECT_TRUE(desk.engine.returnsAreDone(desk.now));
}

TEST(DisruptionTest, MoneyThatWasCapturedBeforeACancelCouldStopItGoesBack) {
    EndingDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.create();
    desk.apply(HintProvider{desk.latest()});
    desk.apply(CancelEvent{});
    desk.answer(kCaptured);
    EXPECT_EQ(desk.state(), Compensating);
    desk.refundAll();
    EXPECT_EQ(desk.state(), Released);
    EXPECT_EQ(desk.balance(Account::Provider), Money{});
}

TEST(DisruptionTest, AnOrderThatIsBeingCapturedIsPaidAndThenReturned) {
    EndingDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.pays();
    EXPECT_EQ(desk.state(), Allocated);
    desk.apply(CancelEvent{});
    EXPECT_EQ(desk.disruption().orders, 1);
    EXPECT_TRUE(desk.next().empty());
    EXPECT_FALSE(desk.engine.returnsAreDone(desk.now));
    desk.capture();
    EXPECT_EQ(desk.next(), std::vector{desk.order});
    EXPECT_EQ(desk.giveBack(desk.order).refusal, Refusal::None);
    desk.refundAll();
    EXPECT_EQ(desk.balance(Account::Provider), Money{});
    EXPECT_TRUE(desk.engine.returnsAreDone(desk.now));
}

TEST(DisruptionTest, WhoseCaptureIsRefusedAfterACancelIsAskedForNothingMore) {
    EndingDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.pays();
    desk.apply(CancelEvent{});
    desk.pass(Duration::ofMinutes(1));
    desk.answer(kCanceled);  // The authorization is gone.
    desk.tick();
    EXPECT_EQ(desk.state(), Fencing);
    desk.create();  // Opened again as it became unpaid; nobody was shown it.
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.answer(kCanceled);
    EXPECT_EQ(desk.state(), Released);
    EXPECT_EQ(desk.rows.reservations.at(desk.reservation).reason, ReleaseReason::EventCancelled);
    EXPECT_EQ(desk.balance(Account::Provider), Money{});
}

TEST(DisruptionTest, AnUnpaidOrderOfACancelledEventIsFenced) {
    EndingDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.pays();
    desk.answer(kCanceled);
    ASSERT_EQ(desk.state(), Unpaid);
    desk.apply(CancelEvent{});
    desk.tick();
    EXPECT_EQ(desk.state(), Fencing);
    EXPECT_EQ(desk.disruption().orders, 1);
}

TEST(DisruptionTest, EveryPaidOrderGoesBackWhollyWhateverTheRulesOfReturnsAre) {
    EventTerms terms = makeTerms();
    terms.afterSale.returnFee = Rate{100000};
    EndingDesk desk(terms);
    const OrderId first = desk.paidByCard({13, 14});
    const OrderId second = desk.paidByCard({15, 16});
    const OrderId cash = desk.paidInCash({17, 18});
    desk.pass(Duration::ofMinutes(1));
    desk.apply(CancelEvent{});
    EXPECT_EQ(desk.disruption().orders, 3);
    EXPECT_EQ(desk.engine.wakeAt(), desk.now);
    EXPECT_EQ(desk.next(), (std::vector{first, second, cash}));
    EXPECT_EQ(desk.next(2), (std::vector{first, second}));
    EXPECT_EQ(desk.engine.nextReturns(desk.now, 100, {first}), (std::vector{second, cash}));
    for (const OrderId id : desk.next()) EXPECT_EQ(desk.giveBack(id).refusal, Refusal::None);
    EXPECT_TRUE(desk.next().empty());
    EXPECT_FALSE(desk.engine.returnsAreDone(desk.now));  // Providers are still asked.
    EXPECT_FALSE(desk.apply(FinishDisruption{}).hadEffect);
    desk.refundAll();
    for (const auto& [id, row] : desk.rows.tickets) EXPECT_EQ(row.state, TicketState::Void);
    for (const auto& [id, row] : desk.rows.refunds) {
        EXPECT_EQ(row.reason, RefundReason::EventCancelled);
        EXPECT_EQ(row.amount, kTotal);
        EXPECT_EQ(row.retained, Money{});
    }
    EXPECT_EQ(desk.rows.balance(first, Account::Provider), Money{});
    EXPECT_EQ(desk.rows.balance(second, Account::Provider), Money{});
    EXPECT_EQ(desk.giveBack(first).refusal, Refusal::TicketNotActive);
    EXPECT_TRUE(desk.apply(FinishDisruption{}).hadEffect);
    EXPECT_EQ(desk.disruption().finishedAt, desk.now);
    EXPECT_FALSE(desk.apply(FinishDisruption{}).hadEffect);
    EXPECT_EQ(desk.engine.wakeAt(), Instant::never());
}

TEST(DisruptionTest, WhatIsLeftIsKnownAgainFromTheRows) {
    EndingDesk desk;
    const OrderId first = desk.paidByCard({13, 14});
    const OrderId second = desk.paidByCard({15, 16});
    desk.apply(CancelEvent{});
    desk.giveBack(first);
    desk.reload();
    EXPECT_EQ(desk.next(), std::vector{second});
    desk.giveBack(second);
    desk.reload();
    EXPECT_TRUE(desk.next().empty());
    desk.refundAll();
    EXPECT_EQ(desk.rows.refunds.size(), 2U);
    EXPECT_TRUE(desk.apply(FinishDisruption{}).hadEffect);
    desk.reload();
    EXPECT_EQ(desk.engine.returnsDue(), Instant::never());
}

TEST(DisruptionTest, AFreeOrderIsReturnedWithoutMoney) {
    EventTerms terms = makeTerms();
    terms.prices[2] = Money{};
    EndingDesk desk(terms);
    const ReservationView held = desk.hold(holdPicks(1, {13, 14}));
    const OrderView order = desk.checkout(held.id);
    ASSERT_EQ(order.state, Paid);
    desk.apply(CancelEvent{});
    EXPECT_EQ(desk.next(), std::vector{order.id});
    EXPECT_EQ(desk.giveBack(order.id).refusal, Refusal::None);
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).status, SeatStatus::Available);
    EXPECT_TRUE(desk.engine.returnsAreDone(desk.now));
}

TEST(DisruptionTest, NotMoreOrdersAreAskedForAtOnceThanProvidersAreToBear) {
    constexpr std::int32_t kOrders = static_cast<std::int32_t>(kReturnsAskedMax) + 5;
    EndingDesk desk(makeTerms(), makeHall(kOrders, 2, false));
    for (std::int32_t row = 0; row < kOrders; ++row) desk.paidByCard({2 * row, 2 * row + 1});
    desk.apply(CancelEvent{});
    std::vector<OrderId> next = desk.next(1000);
    EXPECT_EQ(next.size(), kReturnsAskedMax);
    for (const OrderId id : next) desk.giveBack(id);
    EXPECT_TRUE(desk.next().empty());
    EXPECT_FALSE(desk.engine.returnsAreDone(desk.now));
    // What a provider has taken and not finished is not asked for any more.
    const OutboxRow row = desk.rows.outbox.begin()->second;
    desk.apply(RecordProviderAnswer{row.seq, row.attempt, row.operation,
                                    refundSays(RefundStanding::Pending)});
    EXPECT_EQ(desk.next().size(), 1U);
}

TEST(DisruptionTest, AProviderThatIsSilentKeepsNobodyElsesMoney) {
    constexpr std::int32_t kOrders = static_cast<std::int32_t>(kReturnsAskedMax) + 5;
    EndingDesk desk(makeTerms(), makeHall(kOrders + 3, 2, false));
    for (std::int32_t row = 0; row < kOrders; ++row) {
        desk.sell(adyenCard(), {2 * row, 2 * row + 1});
        desk.pays();
        desk.capture();
    }
    const OrderId stripe = desk.paidByCard({2 * kOrders, 2 * kOrders + 1});
    const OrderId cash = desk.paidInCash({2 * kOrders + 2, 2 * kOrders + 3});
    desk.sell(tenderOf(TenderKind::GiftCard), {2 * kOrders + 4, 2 * kOrders + 5});
    desk.createHeld();
    desk.capture();
    const OrderId gift = desk.order;
    desk.apply(CancelEvent{});
    desk.reload();
    const std::vector<OrderId> next = desk.next(1000);
    EXPECT_EQ(next.size(), kReturnsAskedMax + 3);
    EXPECT_TRUE(std::ranges::includes(next, std::vector{stripe, cash, gift}));
    for (const OrderId id : next) desk.giveBack(id);
    EXPECT_TRUE(desk.next().empty());
    // Whoever is asked in vain for over a minute makes room for others.
    for (std::int32_t look = 0; look <= kReturnsLooksMax; ++look) {
        EXPECT_TRUE(desk.next().empty());
        const auto asked = desk.rows.outbox;
        for (const auto& [seq, row] : asked) {
            ProviderAnswer unknown;
            unknown.kind = AnswerKind::Unknown;
            desk.apply(RecordProviderAnswer{row.seq, row.attempt, row.operation, unknown});
        }
    }
    EXPECT_EQ(desk.next().size(), 5U);
    EXPECT_FALSE(desk.engine.returnsAreDone(desk.now));
}

TEST(DisruptionTest, ABuyerWhoIsQuickerThanTheOwnerGetsAllOfItToo) {
    EventTerms terms = makeTerms();
    terms.afterSale.returnFee = Rate{100000};
    EndingDesk desk(terms);
    const OrderId order = desk.paidByCard({13, 14});
    EXPECT_EQ(desk.refusalOf(desk.buyerReturns(order)), Refusal::ReturnNotAllowed);
    desk.apply(CancelEvent{});
    EXPECT_EQ(desk.refusalOf(desk.buyerReturns(order)), Refusal::None);
    const RefundRow& refund = desk.rows.refunds.begin()->second;
    EXPECT_EQ(refund.reason, RefundReason::EventCancelled);
    EXPECT_EQ(refund.amount, kTotal);
    EXPECT_TRUE(desk.next().empty());
}

TEST(DisruptionTest, MoneyThatComesLateBuysNothingOfACancelledEvent) {
    EndingDesk desk;
    desk.sell(tenderOf(TenderKind::Card));
    desk.create();
    desk.apply(CancelReservation{desk.reservation, callerOf(1)});
    desk.answer(kCanceled);
    ASSERT_EQ(desk.state(), Released);
    desk.apply(CancelEvent{});
    RecordStray stray{desk.latest(), kCaptured, {}, desk.record(desk.order)};
    EXPECT_TRUE(desk.apply(stray).hadEffect);
    EXPECT_EQ(desk.state(), Compensating);
}

}  // namespace
}  // namespace tessera::engine
