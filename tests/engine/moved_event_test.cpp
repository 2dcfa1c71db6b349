// SPDX-License-Identifier: Apache-2.0
// Events that are moved: what buyers may do, and what is returned of what they leave unanswered.
#include <algorithm>

#include "server/engine/disruption.h"
#include "tests/engine/ending_desk.h"

namespace tessera::engine {
namespace {

using enum OrderState;

TEST(MovedEventTest, OfAMovedEventOrdersMadeBeforeMayBeReturnedForAllUntilTheDeadline) {
    EventTerms terms = makeTerms();
    terms.afterSale.returnFee = Rate{100000};
    EndingDesk desk(terms);
    const OrderId before = desk.paidByCard({13, 14});
    const OrderId late = desk.paidByCard({15, 16});
    desk.pass(Duration::ofMinutes(1));
    EXPECT_TRUE(desk.apply(movedTo(terms)).hadEffect);
    EXPECT_EQ(desk.disruption().kind, DisruptionKind::Moved);
    EXPECT_EQ(desk.disruption().orders, 2);
    desk.pass(Duration::ofMinutes(1));
    const OrderId after = desk.paidByCard({17, 18});  // It sells on.
    EXPECT_EQ(desk.refusalOf(desk.buyerReturns(after)), Refusal::ReturnNotAllowed);
    EXPECT_EQ(desk.refusalOf(desk.buyerReturns(before)), Refusal::None);
    EXPECT_EQ(desk.rows.refunds.begin()->second.reason, RefundReason::EventMoved);
    EXPECT_EQ(desk.rows.refunds.begin()->second.amount, kTotal);
    desk.now = kAnswerUntil;
    EXPECT_EQ(desk.refusalOf(desk.buyerReturns(late)), Refusal::ReturnNotAllowed);
    EXPECT_EQ(desk.refusalOf(AcceptMove{late, callerOf(1)}), Refusal::AnswerTooLate);
    // Nobody asked for what is not answered to be refunded.
    EXPECT_TRUE(desk.next().empty());
    EXPECT_EQ(desk.engine.returnsDue(), Instant::never());
}

TEST(MovedEventTest, WhoHasAcceptedTheNewDateReturnsByTheOrdinaryRulesOnly) {
    EndingDesk desk;
    const OrderId order = desk.paidByCard({13, 14});
    EXPECT_EQ(desk.refusalOf(AcceptMove{order, callerOf(1)}), Refusal::EventNotMoved);
    desk.pass(Duration::ofMinutes(1));
    desk.apply(movedTo(makeTerms()));
    EXPECT_EQ(desk.refusalOf(AcceptMove{order, callerOf(2)}), Refusal::NotYours);
    EXPECT_TRUE(desk.apply(AcceptMove{order, callerOf(1)}).hadEffect);
    desk.reload();
    const Outcome again = desk.apply(AcceptMove{order, callerOf(1)});
    EXPECT_EQ(again.refusal, Refusal::None);
    EXPECT_FALSE(again.hadEffect);
    const Outcome read = desk.apply(ReadOrder{order, callerOf(1)});
    EXPECT_TRUE(std::get<OrderView>(read.view).moveAccepted);
    EXPECT_EQ(desk.refusalOf(desk.buyerReturns(order)), Refusal::ReturnNotAllowed);
    // Moved once more, everybody is asked once more.
    desk.pass(Duration::ofMinutes(1));
    desk.apply(movedTo(makeTerms()));
    EXPECT_EQ(desk.disruption().number, 2);
    EXPECT_EQ(desk.refusalOf(desk.buyerReturns(order)), Refusal::None);
}

TEST(MovedEventTest, AnOrderThatAcceptedAndEndedSaysSoWhileItIsRemembered) {
    EndingDesk desk;
    const OrderId order = desk.paidInCash({13, 14});
    desk.pass(Duration::ofMinutes(1));
    desk.apply(movedTo(makeTerms()));
    desk.apply(AcceptMove{order, callerOf(1)});
    EXPECT_EQ(desk.giveBack(order, RefundReason::Staff).refusal, Refusal::None);
    const Outcome read = desk.apply(ReadOrder{order, callerOf(1)});
    EXPECT_TRUE(std::get<OrderView>(read.view).moveAccepted);
}

TEST(MovedEventTest, OfAnOrderThatIsForgottenTheEventsRefusalsComeFirst) {
    EndingDesk desk;
    const AcceptMove forgotten{OrderId{999}, staff()};
    EXPECT_EQ(desk.refusalOf(AcceptMove{OrderId{999}, callerOf(1)}), Refusal::OrderUnknown);
    EXPECT_EQ(desk.refusalOf(forgotten), Refusal::EventNotMoved);
    desk.apply(movedTo(makeTerms()));
    EXPECT_EQ(desk.refusalOf(forgotten), Refusal::OrderNotPaid);
    desk.apply(CancelEvent{});
    EXPECT_EQ(desk.refusalOf(forgotten), Refusal::EventCancelled);
}

// As many versions of its terms are live as there may be.
TEST(MovedEventTest, AnEventWhoseTermsCannotChangeAnyMoreCanStillBeCancelled) {
    constexpr std::int32_t kHolds = kTermsVersionsMax - 4;
    EndingDesk desk(makeTerms(), makeHall(kHolds, 2, false));
    LoadedEvent loaded = desk.rows.load(Desk::kEvent, desk.now);
    loaded.terms.clear();
    EventTerms terms = makeTerms();
    for (std::int32_t i = 0; i < kHolds; ++i) {
        terms.version = i + 1;
        loaded.terms.push_back(terms);
        ReservationRow row;
        row.id = ReservationId{i + 1};
        row.buyer = buyer(1);
        row.termsVersion = i + 1;
        row.expiresAt = desk.now + Duration::ofMinutes(5);
        row.seats = {{SeatNo{2 * i}, TicketTypeNo{0}}};
        loaded.reservations.push_back(row);
        loaded.seats[static_cast<std::size_t>(2 * i)] = {SeatStatus::Held, {}, i + 1};
    }
    loaded.lastId = kHolds;
    EventEngine engine(makeHall(kHolds, 2, false), std::move(loaded));
    const auto apply = [&](const Command& command) {
        Changes changes;
        return engine.apply(command, desk.now, changes);
    };
    Outcome last;
    std::int32_t changed = 0;
    for (; changed < 10 && last.refusal == Refusal::None; ++changed) {
        apply(HoldSeats{holdPicks(2, {2 * changed + 1})});
        last = apply(ChangeTerms{engine.terms(), {}});
    }
    EXPECT_EQ(last.refusal, Refusal::TermsInvalid);
    EXPECT_EQ(apply(movedTo(engine.terms())).refusal, Refusal::TermsInvalid);
    EXPECT_TRUE(apply(CancelEvent{}).hadEffect);
    EXPECT_TRUE(apply(FinishDisruption{}).hadEffect);
}

TEST(MovedEventTest, WhatIsNotAnsweredIsReturnedAfterTheDeadlineWhereTheOrganiserSaysSo) {
    EndingDesk desk;
    const OrderId accepted = desk.paidByCard({13, 14});
    const OrderId silent = desk.paidByCard({15, 16});
    desk.pass(Duration::ofMinutes(1));
    desk.apply(movedTo(makeTerms(), true));
    desk.pass(Duration::ofMinutes(1));
    desk.paidByCard({17, 18});
    desk.apply(AcceptMove{accepted, callerOf(1)});
    EXPECT_EQ(desk.engine.wakeAt(), kAnswerUntil);
    desk.now = kAnswerUntil + Duration{-1};
    EXPECT_TRUE(desk.next().empty());
    EXPECT_FALSE(desk.engine.returnsAreDone(desk.now));
    desk.now = kAnswerUntil;
    EXPECT_EQ(desk.next(), std::vector{silent});
    desk.reload();
    EXPECT_EQ(desk.next(), std::vector{silent});
    desk.giveBack(silent, RefundReason::EventMoved);
    desk.refundAll();
    EXPECT_TRUE(desk.apply(FinishDisruption{}).hadEffect);
    EXPECT_EQ(desk.engine.wakeAt(), Instant::never());
    EXPECT_EQ(desk.engine.terms().sale, SaleState::Open);
}

TEST(MovedEventTest, AMoveThatNobodyCouldAnswerIsRefused) {
    EndingDesk desk;
    desk.now = kAnswerUntil;
    EXPECT_EQ(desk.refusalOf(movedTo(makeTerms())), Refusal::TermsInvalid);
    EXPECT_EQ(desk.disruption().kind, DisruptionKind::None);
}

TEST(MovedEventTest, AMovedEventCanStillBeCancelled) {
    EndingDesk desk;
    const OrderId order = desk.paidByCard({13, 14});
    desk.pass(Duration::ofMinutes(1));
    desk.apply(movedTo(makeTerms()));
    desk.apply(AcceptMove{order, callerOf(1)});
    desk.apply(CancelEvent{});
    EXPECT_EQ(desk.disruption().number, 2);
    EXPECT_EQ(desk.next(), std::vector{order});
    EXPECT_EQ(desk.refusalOf(AcceptMove{order, callerOf(1)}), Refusal::EventCancelled);
}

}  // namespace
}  // namespace tessera::engine
