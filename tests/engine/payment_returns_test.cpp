// SPDX-License-Identifier: Apache-2.0
// After the sale: what is returned, what goes back on which tender, and how long it is tried.
#include "server/engine/payment_saga.h"
#include "tests/engine/money_desk.h"

namespace tessera::engine {
namespace {

using enum OrderState;

EventTerms withReturns() {
    EventTerms terms = makeTerms();
    terms.afterSale.returnsUntil = kOpening + Duration::ofMinutes(60);
    terms.afterSale.returnFee = Rate{100000};
    terms.maxPerBuyer = 4;
    return terms;
}

// Two seats, paid by gift card 20.00 and card 40.00.
struct PaidDesk : MoneyDesk {
    AttemptId gift;
    AttemptId card;

    PaidDesk() : MoneyDesk(withReturns()) {
        sell(tenderOf(TenderKind::GiftCard, 2000));
        createHeld();
        gift = latest();
        add(tenderOf(TenderKind::Card));
        pays();
        card = latest();
        capture();
        capture();
        EXPECT_EQ(state(), Paid);
    }
};

TEST(PaymentReturnsTest, AReturnedTicketIsVoidAndItsSeatFreeInTheSameStep) {
    PaidDesk desk;
    const auto tickets = desk.tickets();
    RefundTickets command = desk.returning({tickets[0]});
    command.keepFee = false;
    const Outcome outcome = desk.apply(command);
    EXPECT_EQ(outcome.refusal, Refusal::None);
    EXPECT_EQ(desk.rows.tickets.at(tickets[0]).state, TicketState::Void);
    EXPECT_EQ(desk.rows.tickets.at(tickets[0]).refund.value, outcome.target);
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).status, SeatStatus::Available);
    EXPECT_EQ(desk.engine.seatState(SeatNo{14}).holder, tickets[1].value);
    const auto& view = std::get<OrderView>(outcome.view);
    EXPECT_EQ(view.tickets, std::vector<TicketId>{tickets[1]});
    EXPECT_EQ(view.state, Paid);
    ASSERT_EQ(view.refunds.size(), 1U);
    EXPECT_EQ(desk.balance(Account::Sales), Money{-3000});
    EXPECT_EQ(desk.balance(Account::Suspense), Money{-3000});
    EXPECT_EQ(desk.call().operation, Operation::Refund);
    EXPECT_EQ(desk.call().attempt, desk.card);  // The latest tender first.
    EXPECT_EQ(desk.call().amount, Money{3000});
    desk.reload();
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.refunds(), std::vector{RefundState::Succeeded});
    EXPECT_EQ(desk.rows.facts.at(desk.card).refunded, Money{3000});
    EXPECT_EQ(desk.attemptState(desk.card), AttemptState::Captured);
    EXPECT_EQ(desk.balance(Account::Suspense), Money{});
    EXPECT_EQ(desk.balance(Account::Provider), Money{1000});
    EXPECT_EQ(desk.engine.wakeAt(), Instant::never());
    // Its place counts for the buyer no more: three more are allowed.
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {13, 15, 16})), Refusal::None);
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {17})), Refusal::BuyerLimitReached);
}

TEST(PaymentReturnsTest, TheFeeIsKeptAndTheRestIsSplitOverTheTenders) {
    PaidDesk desk;
    EXPECT_EQ(desk.apply(desk.returning()).refusal, Refusal::None);
    ASSERT_EQ(desk.rows.refunds.size(), 2U);
    const RefundRow& first = desk.rows.refunds.begin()->second;
    const RefundRow& second = desk.rows.refunds.rbegin()->second;
    EXPECT_EQ(first.amount, Money{4000});
    EXPECT_EQ(first.retained, Money{600});
    EXPECT_EQ(second.amount, Money{1400});
    EXPECT_EQ(second.attempt, desk.gift);
    EXPECT_EQ(second.group, first.id);
    EXPECT_EQ(desk.balance(Account::Retained), Money{-600});
    // All tickets are back: the order stays paid, its reservation has ended.
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_EQ(desk.rows.reservations.at(desk.reservation).reason, ReleaseReason::Refunded);
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.call().provider, ProviderKind::GiftCard);
    desk.reload();
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.balance(Account::GiftCards), Money{600});
    EXPECT_EQ(desk.attemptState(desk.card), AttemptState::Refunded);
    EXPECT_EQ(desk.refusalOf(ReadOrder{desk.order, callerOf(1)}), Refusal::OrderUnknown);
    EXPECT_EQ(desk.state(), Paid);
}

TEST(PaymentReturnsTest, OfAnOrderWhoseTicketsAreAllBackItsStateIsStillTold) {
    PaidDesk desk;
    desk.apply(desk.returning());
    desk.answer(refundSays(RefundStanding::Succeeded));
    desk.answer(refundSays(RefundStanding::Succeeded));
    const Outcome read = desk.apply(ReadOrder{desk.order, callerOf(1)});
    EXPECT_EQ(std::get<OrderView>(read.view).state, Paid);
    EXPECT_EQ(desk.apply(desk.returning()).refusal, Refusal::TicketNotActive);
    EXPECT_EQ(desk.refusalOf(ReadReservation{desk.reservation, callerOf(1)}),
              Refusal::ReservationReleased);
}

TEST(PaymentReturnsTest, PlacesOfAnAreaComeBackToo) {
    MoneyDesk desk;
    const ReservationView held = desk.hold(holdArea(1, 3));
    desk.order = OrderId{
        desk.apply(Checkout{held.id, staff(), "", "", "", tenderOf(TenderKind::Cash)}).target};
    const auto tickets = desk.tickets();
    const Outcome outcome = desk.apply(desk.returning({tickets[1]}));
    const auto& view = std::get<OrderView>(outcome.view);
    EXPECT_EQ(view.tickets, (std::vector{tickets[0], tickets[2]}));
    EXPECT_EQ(desk.engine.areaFree(AreaNo{0}), 18);
    desk.reload();
    const Outcome read = desk.apply(ReadOrder{desk.order, staff()});
    EXPECT_EQ(std::get<OrderView>(read.view).tickets, (std::vector{tickets[0], tickets[2]}));
    EXPECT_EQ(desk.apply(desk.returning({tickets[1]})).refusal, Refusal::TicketNotActive);
    EXPECT_EQ(desk.apply(desk.returning()).refusal, Refusal::None);
    EXPECT_EQ(desk.engine.areaFree(AreaNo{0}), 20);
}

TEST(PaymentReturnsTest, CashIsPendingUntilStaffHasHandedItOver) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Cash));
    desk.apply(desk.returning({desk.tickets()[0]}));
    EXPECT_EQ(desk.refunds(), std::vector{RefundState::Pending});
    EXPECT_TRUE(desk.rows.outbox.empty());
    EXPECT_EQ(desk.balance(Account::Cash), kTotal);
    const RefundId refund = desk.rows.refunds.begin()->first;
    EXPECT_EQ(desk.refusalOf(SettleRefund{desk.order, refund, "till 4", {}}),
              Refusal::RecordNeeded);
    EXPECT_EQ(desk.refusalOf(SettleRefund{desk.order, RefundId{1}, "", desk.record(desk.order)}),
              Refusal::RefundUnknown);
    EXPECT_EQ(desk.refusalOf(SettleRefund{desk.order, refund, "till 4", desk.record(desk.order)}),
              Refusal::None);
    EXPECT_EQ(desk.refunds(), std::vector{RefundState::Succeeded});
    EXPECT_EQ(desk.rows.refundFacts.at(refund).evidence, "till 4");
    EXPECT_EQ(desk.balance(Account::Cash), Money{3000});
    EXPECT_EQ(desk.refusalOf(SettleRefund{desk.order, refund, "", desk.record(desk.order)}),
              Refusal::RefundNotOpen);
}

TEST(PaymentReturnsTest, AnOrderThatBuysNothingKeepsItsSeatsUntilItsCashIsHandedBack) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Cash, 1000));
    desk.add(tenderOf(TenderKind::Card));
    desk.pays();
    desk.answer(refusing(kCanceled));
    EXPECT_EQ(desk.state(), Unpaid);
    for (int i = 0; i < 3; ++i) desk.answer(refusing(says(ObjectState::None)));
    desk.now = desk.rows.orders.at(desk.order).payDeadline;
    desk.tick();
    EXPECT_EQ(desk.state(), Compensating);
    EXPECT_EQ(desk.engine.wakeAt(), Instant::never());
    desk.reload();
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).status, SeatStatus::Sold);
    const RefundId refund = desk.rows.refunds.begin()->first;
    EXPECT_EQ(desk.refusalOf(SettleRefund{desk.order, refund, "till", {}}), Refusal::None);
    EXPECT_EQ(desk.state(), Released);
    EXPECT_EQ(desk.balance(Account::Cash), Money{});
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).status, SeatStatus::Available);
}

TEST(PaymentReturnsTest, ReturnsAreRefusedInTheirOrder) {
    PaidDesk desk;
    const auto tickets = desk.tickets();
    RefundTickets command = desk.returning({tickets[0]});
    command.caller = callerOf(2);
    EXPECT_EQ(desk.refusalOf(command), Refusal::NotYours);
    command.caller = callerOf(1);
    EXPECT_EQ(desk.refusalOf(command), Refusal::ReturnNotAllowed);  // For another reason.
    command.reason = RefundReason::Returned;
    command.tickets = {TicketId{5}};
    EXPECT_EQ(desk.refusalOf(command), Refusal::TicketUnknown);
    command.tickets = {tickets[1], tickets[0]};
    EXPECT_EQ(desk.refusalOf(command), Refusal::TicketUnknown);  // Not ascending.
    command.tickets = {tickets[0]};
    command.record = nullptr;
    EXPECT_EQ(desk.refusalOf(command), Refusal::RecordNeeded);
    command.order = OrderId{5};
    EXPECT_EQ(desk.refusalOf(command), Refusal::OrderUnknown);
    command = desk.returning({tickets[0]});
    const auto before = command.record;
    command.caller = callerOf(1);
    command.reason = RefundReason::Returned;
    command.keepFee = false;  // Not a buyer's to say.
    desk.pass(Duration::ofMinutes(60));
    const Outcome late = desk.apply(command);
    EXPECT_EQ(late.refusal, Refusal::ReturnNotAllowed);
    EXPECT_EQ(late.when, kOpening + Duration::ofMinutes(60));
    desk.now = kOpening + Duration::ofMinutes(59);
    PaidDesk other;
    RefundTickets mine = other.returning({other.tickets()[0]});
    mine.caller = callerOf(1);
    mine.reason = RefundReason::Returned;
    mine.keepFee = false;
    EXPECT_EQ(other.apply(mine).refusal, Refusal::None);
    EXPECT_EQ(other.rows.refunds.begin()->second.retained, Money{300});
    EXPECT_EQ(other.apply(mine).refusal, Refusal::RecordNeeded);  // The record is older.
    mine.record = other.record(other.order);
    EXPECT_EQ(other.apply(mine).refusal, Refusal::TicketNotActive);
}

TEST(PaymentReturnsTest, ARefundIsTriedUntilItIsConfirmedUnderAKeyForEachTry) {
    PaidDesk desk;
    desk.apply(desk.returning({desk.tickets()[0]}));
    EXPECT_EQ(desk.call().attemptTry, 1);
    desk.answer(unknownAnswer());
    EXPECT_EQ(desk.call().operation, Operation::RetrieveRefund);
    desk.reload();
    desk.answer(unknownAnswer());
    EXPECT_EQ(desk.call().operation, Operation::RetrieveRefund);
    desk.answer(refundSays(RefundStanding::None));  // No effect.
    EXPECT_EQ(desk.call().operation, Operation::Refund);
    EXPECT_EQ(desk.call().attemptTry, 2);
    desk.answer(refundSays(RefundStanding::Pending));
    EXPECT_EQ(desk.refunds(), std::vector{RefundState::Pending});
    desk.reload();
    EXPECT_EQ(desk.call().objectId, "re_1");
    desk.answer(refundSays(RefundStanding::Failed));
    EXPECT_EQ(desk.refunds(), std::vector{RefundState::Queued});
    EXPECT_EQ(desk.call().attemptTry, 3);
    desk.answer(refundSays(RefundStanding::Succeeded, "re_2"));
    EXPECT_EQ(desk.rows.refundFacts.begin()->second.objectId, "re_2");
    EXPECT_EQ(desk.refunds(), std::vector{RefundState::Succeeded});
}

TEST(PaymentReturnsTest, ARefundThatIsAlwaysRefusedIsForPeopleAndTheOrderStaysPaid) {
    PaidDesk desk;
    desk.apply(desk.returning({desk.tickets()[0]}));
    for (int i = 0; i < kRefusedRefundsMax; ++i) {
        EXPECT_EQ(desk.call().operation, Operation::Refund);
        desk.answer(refusing(captured(Money{4000})));
    }
    EXPECT_EQ(desk.refunds(), std::vector{RefundState::Manual});
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_EQ(desk.engine.wakeAt(), Instant::never());
    const RefundId refund = desk.rows.refunds.begin()->first;
    EXPECT_EQ(desk.refusalOf(SettleRefund{desk.order, refund, "bank", desk.record(desk.order)}),
              Refusal::None);
    EXPECT_EQ(desk.balance(Account::Suspense), Money{});
}

TEST(PaymentReturnsTest, AHintBringsTheNextLookAtARefundForward) {
    PaidDesk desk;
    desk.apply(desk.returning({desk.tickets()[0]}));
    desk.answer(refundSays(RefundStanding::Pending));
    for (int i = 0; i < 40; ++i) desk.answer(refundSays(RefundStanding::Pending));
    EXPECT_GT(desk.call().notBefore, desk.now + Duration::ofMinutes(40));
    EXPECT_TRUE(desk.apply(HintProvider{desk.card}).hadEffect);
    EXPECT_EQ(desk.call().notBefore, desk.now);
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_TRUE(desk.rows.outbox.empty());
}

TEST(PaymentReturnsTest, TheCodeStaysUsedWhileATicketIsActive) {
    MoneyDesk desk;
    Code code;
    code.text = "CODE";
    code.usesMax = 1;
    desk.apply(CreateCode{code});
    HoldSeats hold = holdPicks(1, {13, 14});
    hold.code = "CODE";
    const ReservationView held = desk.hold(hold);
    desk.order = OrderId{
        desk.apply(Checkout{held.id, staff(), "", "", "", tenderOf(TenderKind::Cash)}).target};
    desk.apply(desk.returning({desk.tickets()[0]}));
    EXPECT_EQ(desk.rows.codes.begin()->second.uses, 1);
    desk.apply(desk.returning());
    EXPECT_EQ(desk.rows.codes.begin()->second.uses, 0);
}

// Two clicks at the till, of which both had read the order before the first was done.
TEST(PaymentReturnsTest, WhatMemoryHasForgottenIsSettledOnceByOneRecord) {
    MoneyDesk desk(withReturns());
    desk.sell(tenderOf(TenderKind::Cash));
    EXPECT_EQ(desk.apply(desk.returning()).refusal, Refusal::None);
    desk.reload();
    const SettleRefund command{desk.order, desk.rows.refunds.begin()->first, "handed over",
                               desk.record(desk.order)};
    EXPECT_EQ(desk.apply(command).refusal, Refusal::None);
    EXPECT_EQ(desk.apply(command).refusal, Refusal::RecordNeeded);
    SettleRefund again = command;
    again.record = desk.record(desk.order);
    EXPECT_EQ(desk.apply(again).refusal, Refusal::RefundNotOpen);
}

TEST(PaymentReturnsTest, AnOrderThatMemoryHasForgottenSaysHowItEndedNotThatItIsUnknown) {
    MoneyDesk desk(withReturns());
    desk.sell(tenderOf(TenderKind::Cash));
    EXPECT_EQ(desk.apply(desk.returning()).refusal, Refusal::None);
    desk.reload();
    EXPECT_EQ(desk.apply(desk.returning()).refusal, Refusal::TicketNotActive);
    desk.sell(tenderOf(TenderKind::Card));
    EXPECT_TRUE(desk.apply(CancelReservation{desk.reservation, staff()}).hadEffect);
    desk.create();
    desk.answer(says(ObjectState::Canceled));
    EXPECT_EQ(desk.state(), Released);
    desk.reload();
    EXPECT_EQ(desk.apply(desk.returning()).refusal, Refusal::OrderNotPaid);
}

// The amount that somebody has approved.
TEST(PaymentReturnsTest, MoneyGoesBackUpToWhatWasApprovedAndNotWithoutIt) {
    MoneyDesk desk;
    desk.sell(tenderOf(TenderKind::Cash));
    ASSERT_EQ(desk.state(), OrderState::Paid);
    RefundTickets command;
    command.order = desk.order;
    command.caller = staff();
    command.reason = RefundReason::Staff;
    command.record = desk.record(desk.order);
    command.backLimit = BackLimit{};
    EXPECT_EQ(desk.refusalOf(command), Refusal::ApprovalNeeded);
    command.backLimit = BackLimit{true, kTotal - Money{1}};
    const Outcome less = desk.apply(command);
    EXPECT_EQ(less.refusal, Refusal::ApprovalTooSmall);
    EXPECT_EQ(less.limit, kTotal.minor);
    EXPECT_EQ(desk.orderState(desk.order), OrderState::Paid);
    command.backLimit = BackLimit{true, kTotal};
    const Outcome done = desk.apply(command);
    EXPECT_EQ(done.refusal, Refusal::None);
    EXPECT_EQ(done.back, kTotal);
    SettleRefund settle{desk.order, desk.rows.refunds.begin()->first, "handed over", {}, {}};
    settle.record = desk.record(desk.order);
    settle.backLimit = BackLimit{true, Money{1}};
    EXPECT_EQ(desk.refusalOf(settle), Refusal::ApprovalTooSmall);
    settle.backLimit.reset();
    EXPECT_EQ(desk.apply(settle).back, kTotal);
}

}  // namespace
}  // namespace tessera::engine
