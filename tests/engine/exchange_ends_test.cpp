// SPDX-License-Identifier: Apache-2.0
// Exchanges and tickets that were handed on, of an event that is cancelled or moved: in whatever
// order both arrive, the money of each ticket goes back once, to who paid it.
#include <map>

#include "tests/engine/exchange_desk.h"

namespace tessera::engine {
namespace {

using enum OrderState;

constexpr Instant kAnswersEnd = kOpening + Duration::ofMinutes(30);
constexpr Money kDifference{4000};  // Of the seats 23 and 24.

EventTerms withAll() {
    EventTerms terms = withExchanges();
    terms.afterSale.returnsUntil = {};
    terms.afterSale.transfersUntil = kOpening + Duration::ofMinutes(60);
    return terms;
}

// Two paid seats of 30.00, 13 and 14; and what the owner does in the background.
struct EndsDesk : ExchangeDesk {
    EndsDesk() : ExchangeDesk(withAll()) {}

    void startsPaying() {
        create();
        EXPECT_TRUE(apply(HintProvider{latest()}).hadEffect);
    }
    void move() {
        pass(Duration::ofMinutes(1));
        MoveEvent command;
        command.change = {engine.terms(), {}};
        command.previousStart = kOpening + Duration::ofMinutes(6000);
        command.answerUntil = kAnswersEnd;
        command.refundUnanswered = true;
        EXPECT_TRUE(apply(command).hadEffect);
        pass(Duration::ofMinutes(1));
    }
    std::vector<OrderId> next() const { return engine.nextReturns(now, 100, {}); }
    Outcome giveBack(OrderId id, RefundReason reason = RefundReason::EventCancelled) {
        RefundTickets command;
        command.order = id;
        command.caller = {{}, Channel::BoxOffice, true};
        command.reason = reason;
        command.keepFee = false;
        command.record = record(id);
        return apply(command);
    }
    Refusal buyerReturns(OrderId id, std::vector<TicketId> ids = {}) {
        RefundTickets command;
        command.order = id;
        command.caller = callerOf(1);
        command.tickets = std::move(ids);
        command.record = record(id);
        return refusalOf(command);
    }
    // As a provider that gives back at once whatever it is asked for.
    void refundAll() {
        reload();
        while (!rows.outbox.empty()) {
            const OutboxRow row = rows.outbox.begin()->second;
            ASSERT_EQ(row.operation, Operation::Refund);
            back[row.attempt] += row.amount;
            const ProviderAnswer done =
                refundSays(RefundStanding::Succeeded, std::to_string(row.refund.value).c_str());
            apply(RecordProviderAnswer{row.seq, row.attempt, row.operation, done});
        }
    }
    // Nobody has a ticket any more, and no money is left anywhere.
    void expectAllGone() {
        for (const auto& [id, row] : rows.tickets) EXPECT_EQ(row.state, TicketState::Void);
        for (const Account account : {Account::Provider, Account::Sales, Account::Suspense}) {
            EXPECT_EQ(sum(account), Money{});
        }
        EXPECT_TRUE(next().empty());
        EXPECT_TRUE(apply(FinishDisruption{}).hadEffect);
        EXPECT_EQ(engine.wakeAt(), Instant::never());
    }

    std::map<AttemptId, Money> back;  // What providers gave back.
};

TEST(ExchangeEndsTest, CancelledBeforeTheDifferenceIsPaidTheGivenTicketsAreRefundedOnce) {
    EndsDesk desk;
    desk.exchange({23, 24});
    desk.startsPaying();
    const AttemptId second = desk.latest();
    desk.apply(CancelEvent{});
    desk.tick();
    EXPECT_EQ(desk.state(), Cancelling);
    // Until it is known what became of the new order its tickets wait.
    EXPECT_TRUE(desk.next().empty());
    EXPECT_EQ(desk.giveBack(desk.given).refusal, Refusal::TicketInExchange);
    EXPECT_FALSE(desk.engine.returnsAreDone(desk.now));
    desk.reload();
    EXPECT_TRUE(desk.next().empty());
    desk.answer(authorized(kDifference));
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.reload();
    desk.answer(kCanceled);
    EXPECT_EQ(desk.state(), Released);
    EXPECT_FALSE(desk.ticket(0).exchange);
    desk.reload();
    EXPECT_EQ(desk.next(), std::vector{desk.given});
    EXPECT_EQ(desk.giveBack(desk.given).refusal, Refusal::None);
    EXPECT_EQ(desk.giveBack(desk.given).refusal, Refusal::TicketNotActive);
    desk.refundAll();
    EXPECT_EQ(desk.back, (std::map<AttemptId, Money>{{desk.card, kTotal}}));
    EXPECT_EQ(desk.attemptState(second), AttemptState::Voided);
    desk.expectAllGone();
}

TEST(ExchangeEndsTest, CancelledAfterTheDifferenceIsPaidTheNewTicketsAreRefundedOnBothPayments) {
    EndsDesk desk;
    desk.exchange({23, 24});
    desk.pays();
    const AttemptId second = desk.latest();
    desk.apply(CancelEvent{});
    EXPECT_EQ(desk.state(), Allocated);
    EXPECT_TRUE(desk.next().empty());
    EXPECT_EQ(desk.giveBack(desk.given).refusal, Refusal::TicketInExchange);
    desk.reload();
    desk.capture();
    desk.expectVoid();
    EXPECT_EQ(desk.next(), std::vector{desk.order});
    EXPECT_EQ(desk.giveBack(desk.given).refusal, Refusal::TicketNotActive);
    EXPECT_EQ(desk.giveBack(desk.order).refusal, Refusal::None);
    EXPECT_FALSE(desk.engine.returnsAreDone(desk.now));
    desk.reload();
    EXPECT_TRUE(desk.next().empty());
    EXPECT_EQ(desk.giveBack(desk.order).refusal, Refusal::TicketNotActive);
    desk.refundAll();
    EXPECT_EQ(desk.back, (std::map<AttemptId, Money>{{desk.card, kTotal}, {second, kDifference}}));
    desk.expectAllGone();
}

TEST(ExchangeEndsTest, ADifferenceThatWasTakenBeforeACancelCouldStopItGoesBackBesideTheTickets) {
    EndsDesk desk;
    desk.exchange({23, 24});
    desk.startsPaying();
    const AttemptId second = desk.latest();
    desk.apply(CancelEvent{});
    desk.answer(captured(kDifference));
    EXPECT_EQ(desk.state(), Compensating);
    EXPECT_FALSE(desk.ticket(0).exchange);
    EXPECT_EQ(desk.next(), std::vector{desk.given});
    EXPECT_EQ(desk.giveBack(desk.given).refusal, Refusal::None);
    desk.refundAll();
    EXPECT_EQ(desk.state(), Released);
    EXPECT_EQ(desk.back, (std::map<AttemptId, Money>{{desk.card, kTotal}, {second, kDifference}}));
    desk.expectAllGone();
}

TEST(ExchangeEndsTest, WhereTheDifferenceIsLostAfterTheCancellationTheGivenTicketsAreRefunded) {
    EndsDesk desk;
    desk.exchange({23, 24});
    desk.pays();
    desk.apply(CancelEvent{});
    desk.answer(kCanceled);  // The authorization is gone.
    desk.tick();
    EXPECT_EQ(desk.state(), Fencing);
    EXPECT_TRUE(desk.next().empty());
    desk.create();
    desk.answer(kCanceled);
    EXPECT_EQ(desk.state(), Released);
    desk.reload();
    EXPECT_EQ(desk.next(), std::vector{desk.given});
    EXPECT_EQ(desk.giveBack(desk.given).refusal, Refusal::None);
    desk.refundAll();
    EXPECT_EQ(desk.back, (std::map<AttemptId, Money>{{desk.card, kTotal}}));
    desk.expectAllGone();
}

TEST(ExchangeEndsTest, OfACancelledEventNothingIsExchangedOrHandedOnNotEvenByStaff) {
    EndsDesk desk;
    const Outcome offered =
        desk.apply(OfferTransfer{desk.given, {desk.old[0]}, callerOf(1), desk.record(desk.given)});
    const ReservationView held = desk.hold(holdPicks(1, {33, 34}));
    desk.apply(CancelEvent{});
    ExchangeTickets exchange = desk.asked(held.id);
    EXPECT_EQ(desk.refusalOf(exchange), Refusal::EventCancelled);
    exchange.caller = exchange.taker = staff();
    EXPECT_EQ(desk.refusalOf(exchange), Refusal::EventCancelled);
    exchange.caller = callerOf(2);
    EXPECT_EQ(desk.refusalOf(exchange), Refusal::NotYours);
    const auto record = desk.record(desk.given);
    EXPECT_EQ(desk.refusalOf(OfferTransfer{desk.given, {}, staff(), record}),
              Refusal::EventCancelled);
    EXPECT_EQ(desk.refusalOf(AcceptTransfer{desk.given, offered.target, "Grace", "", record}),
              Refusal::EventCancelled);
    // A link can still be revoked.
    EXPECT_EQ(desk.refusalOf(CancelTransfer{desk.given, offered.target, callerOf(1), record}),
              Refusal::None);
    EXPECT_EQ(desk.next(), std::vector{desk.given});
}

TEST(ExchangeEndsTest, OfACancelledEventTheMoneyOfWhatWasHandedOnGoesToWhoPaid) {
    EndsDesk desk;
    const Outcome offered =
        desk.apply(OfferTransfer{desk.given, {desk.old[0]}, callerOf(1), desk.record(desk.given)});
    EXPECT_EQ(desk.refusalOf(
                  AcceptTransfer{desk.given, offered.target, "Grace", "", desk.record(desk.given)}),
              Refusal::None);
    desk.apply(CancelEvent{});
    EXPECT_EQ(desk.buyerReturns(desk.given), Refusal::TicketTransferred);
    desk.reload();
    EXPECT_EQ(desk.next(), std::vector{desk.given});
    EXPECT_EQ(desk.giveBack(desk.given).refusal, Refusal::None);
    desk.refundAll();
    EXPECT_EQ(desk.back, (std::map<AttemptId, Money>{{desk.card, kTotal}}));
    desk.expectAllGone();
}

TEST(ExchangeEndsTest, OfAMovedEventWhoTakesOtherPlacesHasTakenItsNewDateWithThem) {
    EndsDesk desk;
    desk.move();
    desk.exchange({33}, {desk.old[0]});  // Nobody has answered yet.
    const OrderId other = desk.order;
    EXPECT_EQ(desk.buyerReturns(other), Refusal::ReturnNotAllowed);
    EXPECT_EQ(desk.refusalOf(AcceptMove{other, callerOf(1)}), Refusal::EventNotMoved);
    desk.now = kAnswersEnd;
    EXPECT_EQ(desk.next(), std::vector{desk.given});  // For the ticket that was not exchanged.
    desk.now = kAnswersEnd + Duration{-1};
    EXPECT_TRUE(desk.apply(AcceptMove{desk.given, callerOf(1)}).hadEffect);
    desk.exchange({34}, {desk.old[1]});
    desk.now = kAnswersEnd;
    desk.reload();
    EXPECT_TRUE(desk.next().empty());
    EXPECT_TRUE(desk.apply(FinishDisruption{}).hadEffect);
    EXPECT_EQ(desk.sum(Account::Sales), -kTotal);
}

TEST(ExchangeEndsTest, TicketsInAnExchangeAtTheEndOfTheAnswersWaitForItAndAreReturnedOnce) {
    EndsDesk desk;
    desk.move();
    desk.now = kAnswersEnd + Duration::ofMinutes(-1);
    desk.exchange({23, 24});
    desk.create();
    desk.now = kAnswersEnd;
    EXPECT_TRUE(desk.next().empty());
    EXPECT_FALSE(desk.engine.returnsAreDone(desk.now));
    EXPECT_TRUE(desk.apply(CancelReservation{desk.reservation, callerOf(1)}).hadEffect);
    desk.answer(kCanceled);
    EXPECT_EQ(desk.state(), Released);
    desk.reload();
    EXPECT_EQ(desk.next(), std::vector{desk.given});
    EXPECT_EQ(desk.giveBack(desk.given, RefundReason::EventMoved).refusal, Refusal::None);
    desk.refundAll();
    EXPECT_EQ(desk.back, (std::map<AttemptId, Money>{{desk.card, kTotal}}));
    desk.expectAllGone();
}

// It was made before: its buyer is asked like everybody.
TEST(ExchangeEndsTest, AnExchangeThatWasUnderWayWhenTheEventWasMovedIsAskedAndReturnedLikeAll) {
    EndsDesk desk;
    desk.exchange({23, 24});
    desk.move();
    desk.pays();
    const AttemptId second = desk.latest();
    desk.capture();
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_EQ(desk.buyerReturns(desk.order), Refusal::None);
    desk.refundAll();
    EXPECT_EQ(desk.back, (std::map<AttemptId, Money>{{desk.card, kTotal}, {second, kDifference}}));
    desk.now = kAnswersEnd;
    desk.expectAllGone();
}

// The yes went with the old tickets: what was paid for by then was given back at once.
TEST(ExchangeEndsTest, WhoHasAcceptedTheNewDateAndPaysAfterTheAnswersKeepsTheNewTickets) {
    EndsDesk desk;
    desk.exchange({23, 24});
    desk.move();
    EXPECT_TRUE(desk.apply(AcceptMove{desk.given, callerOf(1)}).hadEffect);
    desk.pays();
    desk.now = kAnswersEnd;
    desk.capture();
    EXPECT_EQ(desk.state(), Paid);
    for (int loaded = 0; loaded < 2; ++loaded) {
        EXPECT_TRUE(desk.next().empty()) << loaded;
        EXPECT_EQ(desk.buyerReturns(desk.order), Refusal::ReturnNotAllowed);
        desk.reload();
    }
    EXPECT_TRUE(desk.apply(FinishDisruption{}).hadEffect);
}

}  // namespace
}  // namespace tessera::engine
