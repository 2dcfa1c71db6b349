// SPDX-License-Identifier: Apache-2.0
// Tickets that are given up for others: who has which seat and whose the money is at every step,
// also for an owner that is new after it.
#include "tests/engine/exchange_desk.h"

namespace tessera::engine {
namespace {

using enum OrderState;

TEST(PaymentExchangeTest, AtTheSamePriceTheNewOrderIsPaidAndTheOldSeatsFreeInOneStep) {
    ExchangeDesk desk;
    const Outcome outcome = desk.exchange({33, 34});
    EXPECT_EQ(desk.state(), Paid);
    desk.expectVoid();
    const auto now = desk.tickets();
    ASSERT_EQ(now.size(), 2U);
    EXPECT_EQ(desk.seat(33).holder, now[0].value);
    EXPECT_EQ(std::get<OrderView>(outcome.view).tickets, now);
    EXPECT_TRUE(desk.rows.outbox.empty());
    const TenderRow& tender = desk.rows.tenders.rbegin()->second;
    EXPECT_EQ(tender.kind, TenderKind::Exchange);
    EXPECT_EQ(tender.amount, kTotal);
    EXPECT_EQ(partOf(tender).givenOrder(), desk.given);
    const RefundRow& moved = desk.rows.refunds.begin()->second;
    EXPECT_EQ(moved.reason, RefundReason::Exchanged);
    EXPECT_EQ(moved.amount, Money{});
    EXPECT_EQ(moved.retained, kTotal);
    EXPECT_EQ(desk.ticket(0).refund, moved.id);
    EXPECT_EQ(desk.balanceOf(desk.given, Account::Sales), Money{});
    EXPECT_EQ(desk.balance(Account::Sales), -kTotal);
    EXPECT_EQ(desk.sum(Account::Suspense), Money{});
    EXPECT_EQ(desk.sum(Account::Provider), kTotal);
    // All its tickets are gone, and it is still the order that was paid.
    EXPECT_EQ(desk.orderState(desk.given), Paid);
    EXPECT_EQ(desk.refusalOf(desk.asked(desk.reservation)), Refusal::TicketNotActive);
}

TEST(PaymentExchangeTest, UntilADearerOrderIsPaidTheOldTicketsAdmitAndWait) {
    ExchangeDesk desk;
    const Outcome outcome = desk.exchange({23, 24});
    EXPECT_EQ(desk.state(), Paying);
    const auto& view = std::get<OrderView>(outcome.view);
    EXPECT_EQ(view.covered, kTotal);
    ASSERT_EQ(view.tenders.size(), 2U);
    EXPECT_EQ(view.tenders[0].kind, TenderKind::Exchange);
    EXPECT_EQ(view.tenders[1].amount, Money{4000});
    EXPECT_EQ(desk.call().amount, Money{4000});
    EXPECT_EQ(desk.ticket(0).state, TicketState::Active);
    EXPECT_EQ(desk.ticket(0).exchange, desk.order);
    EXPECT_EQ(desk.seat(13).holder, desk.old[0].value);
    EXPECT_EQ(desk.seat(23).status, SeatStatus::Held);
    desk.reload();
    desk.pays();
    // The new tickets are written and do not admit yet.
    EXPECT_EQ(desk.state(), Allocated);
    EXPECT_EQ(desk.changes.tickets.size(), 2U);
    EXPECT_EQ(desk.ticket(0).state, TicketState::Active);
    EXPECT_EQ(desk.seat(13).holder, desk.old[0].value);
    EXPECT_EQ(desk.balanceOf(desk.given, Account::Sales), -kTotal);
    EXPECT_EQ(desk.balance(Account::Sales), Money{});
    desk.reload();
    desk.capture();
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_EQ(desk.changes.ticketUpdates.size(), 4U);  // All in one step.
    desk.expectVoid();
    EXPECT_EQ(desk.balanceOf(desk.given, Account::Sales), Money{});
    EXPECT_EQ(desk.balance(Account::Sales), Money{-10000});
    EXPECT_EQ(desk.sum(Account::Provider), Money{10000});
    EXPECT_EQ(desk.sum(Account::Suspense), Money{});
    EXPECT_EQ(desk.tickets().size(), 2U);
}

TEST(PaymentExchangeTest, WhereTheDifferenceIsNeverPaidTheOldTicketsStayAsTheyWere) {
    ExchangeDesk desk;
    desk.exchange({23, 24});
    desk.create();
    EXPECT_TRUE(desk.apply(HintProvider{desk.latest()}).hadEffect);
    desk.answer(kOpen);  // Declined.
    EXPECT_EQ(desk.state(), Paying);
    desk.reload();
    desk.now = desk.rows.orders.at(desk.order).payDeadline;
    desk.tick();
    EXPECT_EQ(desk.state(), Fencing);
    EXPECT_EQ(desk.ticket(0).exchange, desk.order);
    desk.reload();
    desk.answer(kOpen);
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.reload();
    desk.answer(kCanceled);
    EXPECT_EQ(desk.state(), Released);
    desk.expectUntouched();
    EXPECT_EQ(desk.seat(23).status, SeatStatus::Available);
    EXPECT_EQ(desk.sum(Account::Provider), kTotal);
    // They can be exchanged again.
    desk.exchange({33, 34});
    desk.expectVoid();
}

TEST(PaymentExchangeTest, ABuyerWhoCancelsTheNewOrderKeepsTheOldTickets) {
    ExchangeDesk desk;
    desk.exchange({23, 24});
    desk.create();
    EXPECT_TRUE(desk.apply(CancelReservation{desk.reservation, callerOf(1)}).hadEffect);
    EXPECT_EQ(desk.state(), Cancelling);
    desk.reload();
    desk.answer(kCanceled);
    EXPECT_EQ(desk.state(), Released);
    desk.expectUntouched();
}

TEST(PaymentExchangeTest, WhatTheOldTicketsCostMoreGoesBackOnWhatTheyWerePaidWith) {
    ExchangeDesk desk;
    desk.exchange({33});
    EXPECT_EQ(desk.state(), Paid);
    desk.expectVoid();
    EXPECT_EQ(desk.call().operation, Operation::Refund);
    EXPECT_EQ(desk.call().attempt, desk.card);
    EXPECT_EQ(desk.call().amount, Money{3000});
    const RefundRow& refund = desk.rows.refunds.begin()->second;
    EXPECT_EQ(refund.reason, RefundReason::Exchanged);
    EXPECT_EQ(refund.retained, Money{3000});
    EXPECT_EQ(desk.sum(Account::Suspense), Money{-3000});
    desk.reload();
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.sum(Account::Suspense), Money{});
    EXPECT_EQ(desk.sum(Account::Provider), Money{3000});
    EXPECT_EQ(desk.sum(Account::Sales), Money{-3000});
    EXPECT_EQ(desk.engine.wakeAt(), Instant::never());
}

TEST(PaymentExchangeTest, ATicketInAnExchangeIsNeitherReturnedNorExchangedASecondTime) {
    ExchangeDesk desk;
    desk.exchange({23}, {desk.old[0]});
    EXPECT_EQ(desk.ticket(1).exchange, OrderId{});
    const auto returning = [&](std::vector<TicketId> ids) {
        RefundTickets command = desk.returning(std::move(ids));
        command.order = desk.given;
        command.record = desk.record(desk.given);
        return desk.refusalOf(command);
    };
    EXPECT_EQ(returning({desk.old[0]}), Refusal::TicketInExchange);
    EXPECT_EQ(returning({}), Refusal::TicketInExchange);
    const ReservationView held = desk.hold(holdPicks(1, {33}));
    EXPECT_EQ(desk.refusalOf(desk.asked(held.id, {desk.old[0]})), Refusal::TicketInExchange);
    // What is not in it is as free as ever, and its money goes back meanwhile.
    EXPECT_EQ(returning({desk.old[1]}), Refusal::None);
    EXPECT_EQ(desk.callOf(desk.given).amount, Money{3000});
    desk.reload();
    const AttemptId attempt = desk.callOf(desk.order).attempt;
    desk.answerFor(desk.order, created(MoneyDesk::objectOf(attempt).c_str()));
    EXPECT_TRUE(desk.apply(HintProvider{attempt}).hadEffect);
    desk.answerFor(desk.order, authorized(Money{2000}));
    EXPECT_EQ(desk.state(), Allocated);
    EXPECT_EQ(desk.ticket(0).state, TicketState::Active);
    desk.reload();
    desk.answerFor(desk.given, refundSays(RefundStanding::Succeeded));
    desk.answerFor(desk.order, captured(Money{2000}));
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_EQ(desk.ticket(0).state, TicketState::Void);
    EXPECT_EQ(desk.sum(Account::Suspense), Money{});
    EXPECT_EQ(desk.sum(Account::Provider), Money{5000});
    EXPECT_EQ(desk.sum(Account::Sales), Money{-5000});
}

TEST(PaymentExchangeTest, AnExchangeWhileAReturnIsUnderWayLeavesTheReturnAlone) {
    ExchangeDesk desk;
    RefundTickets back = desk.returning({desk.old[0]});
    EXPECT_EQ(desk.apply(back).refusal, Refusal::None);
    desk.exchange({33}, {desk.old[1]});
    EXPECT_EQ(desk.state(), Paid);
    EXPECT_EQ(desk.ticket(1).exchange, desk.order);
    EXPECT_EQ(desk.call().operation, Operation::Refund);
    EXPECT_EQ(desk.call().amount, Money{3000});
    desk.reload();
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.sum(Account::Suspense), Money{});
    EXPECT_EQ(desk.sum(Account::Provider), Money{3000});
    EXPECT_EQ(desk.rows.facts.at(desk.card).refunded, Money{3000});
}

TEST(PaymentExchangeTest, WhatIsReturnedOfTheNewOrderGoesBackOnBothOrdersPayments) {
    ExchangeDesk desk;
    desk.exchange({23, 24});
    desk.pays();
    const AttemptId second = desk.latest();
    desk.capture();
    desk.reload();  // The old order is in no memory any more.
    EXPECT_EQ(desk.apply(desk.returning()).refusal, Refusal::None);
    EXPECT_EQ(desk.callOf(desk.order).attempt, second);
    EXPECT_EQ(desk.callOf(desk.order).amount, Money{4000});
    EXPECT_EQ(desk.callOf(desk.given).attempt, desk.card);
    EXPECT_EQ(desk.callOf(desk.given).amount, kTotal);
    const RefundId group = desk.rows.tickets.rbegin()->second.refund;
    int linked = 0;
    for (const auto& [id, row] : desk.rows.refunds) linked += row.group == group;
    EXPECT_EQ(linked, 3);
    EXPECT_EQ(desk.sum(Account::Suspense), Money{-10000});
    desk.reload();
    desk.answerFor(desk.given, refundSays(RefundStanding::Succeeded));
    desk.reload();
    desk.answerFor(desk.order, refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.attemptState(desk.card), AttemptState::Refunded);
    EXPECT_EQ(desk.attemptState(second), AttemptState::Refunded);
    for (const Account account : {Account::Provider, Account::Sales, Account::Suspense}) {
        EXPECT_EQ(desk.sum(account), Money{});
    }
    EXPECT_EQ(desk.orderState(desk.given), Paid);
    EXPECT_EQ(desk.engine.wakeAt(), Instant::never());
}

TEST(PaymentExchangeTest, OfExchangesInARowTheMoneyGoesBackToWhereItCameFrom) {
    ExchangeDesk desk;
    const OrderId first = desk.given;
    desk.exchange({33, 34});
    desk.given = desk.order;
    desk.old = desk.tickets();
    desk.exchange({35});
    // The difference of the second exchange: through the first one's tender onto the card.
    EXPECT_EQ(desk.call().order, first);
    EXPECT_EQ(desk.call().amount, Money{3000});
    desk.answer(refundSays(RefundStanding::Succeeded));
    desk.reload();
    RefundTickets command = desk.returning();
    auto cut = std::make_shared<OrderRecord>(*command.record);
    cut->given.clear();
    command.record = cut;
    EXPECT_EQ(desk.refusalOf(command), Refusal::RecordNeeded);
    command.record = desk.record(desk.order);
    EXPECT_EQ(desk.apply(command).refusal, Refusal::None);
    EXPECT_EQ(desk.call().order, first);
    EXPECT_EQ(desk.call().attempt, desk.card);
    desk.answer(refundSays(RefundStanding::Succeeded, "re_2"));
    for (const Account account : {Account::Provider, Account::Sales, Account::Suspense}) {
        EXPECT_EQ(desk.sum(account), Money{});
    }
}

// Only servers before had allocated what a capture did not pay: the old tickets were void by then.
TEST(PaymentExchangeTest, ARefundOfTicketsThatAnEarlierServerLeftToStaffIsPassedOnToTheOldPayment) {
    ExchangeDesk desk;
    desk.exchange({33, 34});
    RefundRow left;
    left.id = left.group = RefundId{desk.rows.lastId + 1};
    left.order = desk.order;
    left.attempt = desk.latest();
    left.state = RefundState::Pending;
    left.amount = kTotal;
    desk.rows.refunds.emplace(left.id, left);
    desk.rows.lastId = left.id.value;
    desk.reload();
    SettleRefund command{desk.order, left.id, "seen", {}};
    EXPECT_EQ(desk.refusalOf(command), Refusal::RecordNeeded);
    command.record = desk.record(desk.order);
    EXPECT_EQ(desk.refusalOf(command), Refusal::None);
    EXPECT_EQ(desk.call().order, desk.given);
    EXPECT_EQ(desk.call().attempt, desk.card);
    EXPECT_EQ(desk.call().amount, kTotal);
    desk.reload();
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.sum(Account::Provider), Money{});
}

TEST(PaymentExchangeTest, StaffTakesTheDifferenceInCashAtOnce) {
    ExchangeDesk desk;
    const ReservationView held = desk.hold(holdPicks(1, {23, 24}));
    ExchangeTickets command = desk.asked(held.id);
    command.caller = command.taker = staff();
    command.tender = tenderOf(TenderKind::Cash, 999999);  // At most the difference.
    const Outcome outcome = desk.apply(command);
    EXPECT_EQ(outcome.refusal, Refusal::None);
    desk.order = OrderId{outcome.target};
    EXPECT_EQ(desk.state(), Paid);
    desk.expectVoid();
    EXPECT_EQ(desk.balance(Account::Cash), Money{4000});
    EXPECT_EQ(desk.sum(Account::Suspense), Money{});
}

TEST(PaymentExchangeTest, PlacesOfAnAreaAreGivenUpForSeats) {
    MoneyDesk desk(withExchanges());
    const ReservationView held = desk.hold(holdArea(1, 3));
    desk.order = OrderId{
        desk.apply(Checkout{held.id, staff(), "", "", "", tenderOf(TenderKind::Cash)}).target};
    const auto tickets = desk.tickets();
    const ReservationView seats = desk.hold(holdPicks(1, {23}));
    ExchangeTickets command;
    command.order = desk.order;
    command.tickets = {tickets[1]};
    command.caller = command.taker = callerOf(1);
    command.reservation = seats.id;
    command.record = desk.record(desk.order);
    EXPECT_EQ(desk.apply(command).refusal, Refusal::None);
    EXPECT_EQ(desk.engine.areaFree(AreaNo{0}), 18);
    EXPECT_EQ(desk.engine.seatState(SeatNo{23}).status, SeatStatus::Sold);
    desk.reload();
    EXPECT_EQ(desk.tickets(), (std::vector{tickets[0], tickets[2]}));
}

TEST(PaymentExchangeTest, NothingIsLeftOverWhereItCouldNotBeReturned) {
    EventTerms closed = withExchanges();
    closed.afterSale.returnsUntil = {};
    EventTerms withFee = withExchanges();
    withFee.afterSale.returnFee = Rate{100'000};
    for (const EventTerms& terms : {closed, withFee}) {
        ExchangeDesk desk(terms);
        const ReservationView cheaper = desk.hold(holdPicks(1, {33}));
        EXPECT_EQ(desk.refusalOf(desk.asked(cheaper.id)), Refusal::ExchangeNotAllowed);
        // Nor by the box office, whose key may sell and not give back.
        ExchangeTickets byStaff = desk.asked(cheaper.id);
        byStaff.caller = byStaff.taker = staff();
        EXPECT_EQ(desk.refusalOf(byStaff), Refusal::ExchangeNotAllowed);
        const ReservationView alike = desk.hold(holdPicks(1, {34}));
        EXPECT_EQ(desk.refusalOf(desk.asked(alike.id, {desk.old[0]})), Refusal::None);
    }
}

TEST(PaymentExchangeTest, PlacesThatCostNothingGiveEverythingBack) {
    ExchangeDesk desk;
    Code code;
    code.text = "GUEST";
    code.discount = DiscountKind::Percent;
    code.rate = Rate{1000000};
    desk.apply(CreateCode{code});
    HoldSeats hold = holdPicks(1, {33, 34});
    hold.code = "GUEST";
    const ReservationView held = desk.hold(hold);
    const Outcome outcome = desk.apply(desk.asked(held.id));
    EXPECT_EQ(outcome.refusal, Refusal::None);
    desk.order = OrderId{outcome.target};
    EXPECT_EQ(desk.state(), Paid);
    desk.expectVoid();
    EXPECT_EQ(desk.call().amount, kTotal);
    // And the other way round nothing pays for something; for nothing it does.
    const auto free = desk.tickets();
    const ReservationView dear = desk.hold(holdPicks(1, {23}));
    ExchangeTickets command = desk.asked(dear.id, {free[0]});
    command.order = desk.order;
    command.record = desk.record(desk.order);
    EXPECT_EQ(desk.refusalOf(command), Refusal::ExchangeNotAllowed);
    hold = holdPicks(1, {35});
    hold.code = "GUEST";
    command.reservation = desk.hold(hold).id;
    EXPECT_EQ(desk.refusalOf(command), Refusal::None);
    EXPECT_EQ(desk.seat(33).status, SeatStatus::Available);
}

TEST(PaymentExchangeTest, MoneyThatGoesBackNeedsAnApprovalAndADifferenceThatIsPaidDoesNot) {
    ExchangeDesk desk(withExchanges());
    const ReservationView cheaper = desk.hold(holdPicks(1, {33}));
    ExchangeTickets command = desk.asked(cheaper.id);
    command.backLimit = BackLimit{};
    EXPECT_EQ(desk.refusalOf(command), Refusal::ApprovalNeeded);
    command.backLimit = BackLimit{true, Money{2999}};
    const Outcome less = desk.apply(command);
    EXPECT_EQ(less.refusal, Refusal::ApprovalTooSmall);
    EXPECT_EQ(less.limit, 3000);
    desk.expectUntouched();
    command.backLimit = BackLimit{true, Money{3000}};
    const Outcome done = desk.apply(command);
    EXPECT_EQ(done.refusal, Refusal::None);
    EXPECT_EQ(done.back, Money{3000});

    ExchangeDesk dearer;
    command = dearer.asked(dearer.hold(holdPicks(1, {23, 24})).id);
    command.backLimit = BackLimit{};
    const Outcome paid = dearer.apply(command);
    EXPECT_EQ(paid.refusal, Refusal::None);
    EXPECT_EQ(paid.back, Money{});
}

}  // namespace
}  // namespace tessera::engine
