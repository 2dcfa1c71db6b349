// SPDX-License-Identifier: Apache-2.0
// Tickets that are handed on: what is void, what admits, and what becomes of their money.
#include "tests/engine/exchange_desk.h"

namespace tessera::engine {
namespace {

EventTerms withTransfers() {
    EventTerms terms = withExchanges();
    terms.afterSale.transfersUntil = kOpening + Duration::ofMinutes(60);
    return terms;
}

// Two paid seats of 30.00, 13 and 14.
class TransferDesk : public ExchangeDesk {
public:
    explicit TransferDesk(EventTerms terms = withTransfers()) : ExchangeDesk(std::move(terms)) {}

    Outcome offer(std::vector<TicketId> ids, const Caller& caller = callerOf(1)) {
        return apply(OfferTransfer{given, std::move(ids), caller, record(given)});
    }
    Refusal accept(std::int64_t transfer) {
        return refusalOf(AcceptTransfer{given, transfer, "Grace", "g@x", record(given)});
    }
    Refusal cancel(std::int64_t transfer, const Caller& caller = callerOf(1)) {
        return refusalOf(CancelTransfer{given, transfer, caller, record(given)});
    }
    RefundTickets returnBy(const Caller& caller, std::vector<TicketId> ids) {
        RefundTickets command = returning(std::move(ids));
        command.caller = caller;
        if (!caller.isStaff()) command.reason = RefundReason::Returned;
        return command;
    }
    const TicketRow& newest() const { return rows.tickets.rbegin()->second; }
};

TEST(TransferTest, WhoAcceptsHasANewTicketOfTheSameSeatAndTheOldOneIsVoid) {
    TransferDesk desk;
    const Outcome offered = desk.offer({desk.old[0]});
    EXPECT_EQ(offered.refusal, Refusal::None);
    EXPECT_EQ(desk.ticket(0).state, TicketState::Active);
    EXPECT_EQ(desk.ticket(0).offer.value, offered.target);
    EXPECT_EQ(desk.ticket(1).offer, TransferId{});
    const auto entries = desk.rows.ledger.size();
    desk.reload();
    EXPECT_EQ(desk.accept(offered.target), Refusal::None);
    EXPECT_EQ(desk.ticket(0).state, TicketState::Void);
    const TicketRow& mine = desk.newest();
    EXPECT_EQ(mine.state, TicketState::Active);
    EXPECT_EQ(mine.replaces, desk.old[0]);
    EXPECT_EQ(mine.transfer.value, offered.target);
    EXPECT_EQ(mine.holderName, "Grace");
    EXPECT_EQ(mine.seat, desk.ticket(0).seat);
    EXPECT_EQ(mine.price, desk.ticket(0).price);
    EXPECT_EQ(desk.seat(13).holder, mine.id.value);
    EXPECT_EQ(desk.seat(13).status, SeatStatus::Sold);
    EXPECT_EQ(desk.rows.ledger.size(), entries);
    desk.reload();
    const Outcome read = desk.apply(ReadOrder{desk.given, callerOf(1)});
    EXPECT_EQ(std::get<OrderView>(read.view).tickets, (std::vector{mine.id, desk.old[1]}));
}

TEST(TransferTest, ALinkIsGoodOnceAndWhatWasHandedOnTheBuyerHandsOnNoMore) {
    TransferDesk desk;
    const std::int64_t id = desk.offer({desk.old[0]}).target;
    EXPECT_EQ(desk.accept(id), Refusal::None);
    EXPECT_EQ(desk.accept(id), Refusal::TransferNotOpen);
    const TicketId mine = desk.newest().id;
    EXPECT_EQ(desk.offer({mine}).refusal, Refusal::TicketTransferred);
    EXPECT_EQ(desk.offer({desk.old[0]}).refusal, Refusal::TicketUnknown);
    // Staff may, and then the second link is the good one.
    const std::int64_t second = desk.offer({mine}, staff()).target;
    EXPECT_EQ(desk.accept(second), Refusal::None);
    EXPECT_EQ(desk.newest().replaces, mine);
    EXPECT_EQ(desk.seat(13).holder, desk.newest().id.value);
    desk.reload();
    EXPECT_EQ(desk.accept(0), Refusal::TransferNotOpen);
}

TEST(TransferTest, AnOfferEndsWhereItIsCancelledOrAnotherTakesItsPlace) {
    TransferDesk desk;
    const std::int64_t first = desk.offer({desk.old[0], desk.old[1]}).target;
    const std::int64_t second = desk.offer({desk.old[0]}).target;
    EXPECT_EQ(desk.cancel(second, callerOf(2)), Refusal::NotYours);
    EXPECT_EQ(desk.cancel(second), Refusal::None);
    EXPECT_EQ(desk.cancel(second), Refusal::TransferNotOpen);
    EXPECT_EQ(desk.accept(second), Refusal::TransferNotOpen);
    EXPECT_EQ(desk.accept(first), Refusal::None);
    EXPECT_EQ(desk.newest().replaces, desk.old[1]);
    EXPECT_EQ(desk.ticket(0).state, TicketState::Active);
}

TEST(TransferTest, AfterTheDeadlineNothingIsHandedOn) {
    TransferDesk desk;
    const std::int64_t id = desk.offer({desk.old[0]}).target;
    EXPECT_EQ(desk.offer({}, callerOf(2)).refusal, Refusal::NotYours);
    desk.pass(Duration::ofMinutes(60));
    const Outcome late = desk.offer({desk.old[1]});
    EXPECT_EQ(late.refusal, Refusal::TransferNotAllowed);
    EXPECT_EQ(late.when, kOpening + Duration::ofMinutes(60));
    EXPECT_EQ(desk.accept(id), Refusal::TransferNotAllowed);
    EXPECT_EQ(desk.ticket(0).state, TicketState::Active);
}

TEST(TransferTest, WhatWasHandedOnOnlyStaffTakesBackAndTheMoneyGoesToWhoPaid) {
    TransferDesk desk;
    EXPECT_EQ(desk.accept(desk.offer({desk.old[0]}).target), Refusal::None);
    const TicketId mine = desk.newest().id;
    EXPECT_EQ(desk.refusalOf(desk.returnBy(callerOf(1), {mine})), Refusal::TicketTransferred);
    EXPECT_EQ(desk.refusalOf(desk.returnBy(callerOf(1), {})), Refusal::TicketTransferred);
    EXPECT_EQ(desk.refusalOf(desk.returnBy(callerOf(1), {desk.old[0]})), Refusal::TicketUnknown);
    const ReservationView held = desk.hold(holdPicks(1, {33}));
    EXPECT_EQ(desk.refusalOf(desk.asked(held.id, {mine})), Refusal::TicketTransferred);
    EXPECT_EQ(desk.refusalOf(desk.returnBy(staff(), {mine})), Refusal::None);
    EXPECT_EQ(desk.call().attempt, desk.card);
    EXPECT_EQ(desk.call().amount, Money{3000});
    EXPECT_EQ(desk.seat(13).status, SeatStatus::Available);
    EXPECT_EQ(desk.rows.tickets.at(mine).state, TicketState::Void);
    desk.reload();
    desk.answer(refundSays(RefundStanding::Succeeded));
    EXPECT_EQ(desk.refusalOf(desk.returnBy(callerOf(1), {})), Refusal::None);
    desk.answer(refundSays(RefundStanding::Succeeded, "re_2"));
    EXPECT_EQ(desk.sum(Account::Provider), Money{});
}

// An exchange that came to nothing left the buyer's link dead.
TEST(TransferTest, AnOfferWaitsForTheExchangeOfItsTicketsAndIsGoodAgainWhereThatComesToNothing) {
    TransferDesk desk;
    const std::int64_t id = desk.offer({desk.old[0]}).target;
    desk.exchange({23}, {desk.old[0]});
    EXPECT_EQ(desk.ticket(0).offer.value, id);
    EXPECT_EQ(desk.accept(id), Refusal::TicketInExchange);
    EXPECT_EQ(desk.offer({desk.old[0]}).refusal, Refusal::TicketInExchange);
    desk.create();
    desk.reload();
    EXPECT_TRUE(desk.apply(CancelReservation{desk.reservation, callerOf(1)}).hadEffect);
    desk.answer(kCanceled);
    EXPECT_EQ(desk.state(), OrderState::Released);
    desk.reload();
    EXPECT_EQ(desk.accept(id), Refusal::None);
    EXPECT_EQ(desk.seat(13).holder, desk.newest().id.value);
}

TEST(TransferTest, AnOfferIsOverOnceItsTicketsHavePaidForOthers) {
    TransferDesk desk;
    const std::int64_t id = desk.offer({desk.old[0]}).target;
    desk.exchange({23}, {desk.old[0]});
    desk.pays();
    EXPECT_EQ(desk.accept(id), Refusal::TicketInExchange);
    desk.capture();
    EXPECT_EQ(desk.ticket(0).offer, TransferId{});
    EXPECT_EQ(desk.accept(id), Refusal::TransferNotOpen);
}

TEST(TransferTest, AnOfferThatIsCancelledDuringAnExchangeIsNotOpenedByItsEnd) {
    for (const bool killed : {false, true}) {
        TransferDesk desk;
        const std::int64_t id = desk.offer({desk.old[0]}).target;
        desk.exchange({23}, {desk.old[0]});
        desk.create();
        EXPECT_EQ(desk.cancel(id), Refusal::None);
        EXPECT_EQ(desk.ticket(0).exchange, desk.order);
        if (killed) desk.reload();
        EXPECT_TRUE(desk.apply(CancelReservation{desk.reservation, callerOf(1)}).hadEffect);
        desk.answer(kCanceled);
        desk.expectUntouched();
        EXPECT_EQ(desk.accept(id), Refusal::TransferNotOpen);
    }
}

// What was offered then could never be accepted.
TEST(TransferTest, WhatStaffOffersAfterTheDeadlineHasATimeOfItsOwn) {
    TransferDesk desk;
    desk.pass(Duration::ofMinutes(60));
    const std::int64_t first = desk.offer({desk.old[0]}, staff()).target;
    const std::int64_t second = desk.offer({desk.old[1]}, staff()).target;
    const Instant until = desk.now + Duration::ofMinutes(14 * 24 * 60);
    desk.reload();
    desk.now = until + Duration{-1};
    EXPECT_EQ(desk.accept(first), Refusal::None);
    EXPECT_EQ(desk.newest().offerUntil, Instant{});
    desk.now = until;
    const Outcome late =
        desk.apply(AcceptTransfer{desk.given, second, "Grace", "", desk.record(desk.given)});
    EXPECT_EQ(late.refusal, Refusal::TransferNotAllowed);
    EXPECT_EQ(late.when, until);
}

TEST(TransferTest, WhatStaffOffersLongBeforeTheDeadlineIsGoodUntilThen) {
    EventTerms terms = withTransfers();
    terms.afterSale.transfersUntil = kOpening + Duration::ofMinutes(30 * 24 * 60);
    TransferDesk desk(terms);
    const std::int64_t id = desk.offer({desk.old[0]}, staff()).target;
    desk.pass(Duration::ofMinutes(29 * 24 * 60));
    EXPECT_EQ(desk.accept(id), Refusal::None);
}

TEST(TransferTest, StaffExchangesWhatWasHandedOn) {
    TransferDesk desk;
    EXPECT_EQ(desk.accept(desk.offer({}).target), Refusal::None);
    const ReservationView held = desk.hold(holdPicks(1, {33, 34}));
    ExchangeTickets command = desk.asked(held.id);
    command.caller = staff();
    EXPECT_EQ(desk.refusalOf(command), Refusal::None);
    EXPECT_EQ(desk.seat(13).status, SeatStatus::Available);
    EXPECT_EQ(desk.seat(14).status, SeatStatus::Available);
    desk.reload();
    EXPECT_EQ(desk.sum(Account::Suspense), Money{});
}

TEST(TransferTest, PlacesOfAnAreaAreHandedOnAndReturned) {
    MoneyDesk desk(withTransfers());
    const ReservationView held = desk.hold(holdArea(1, 3));
    desk.order = OrderId{
        desk.apply(Checkout{held.id, staff(), "", "", "", tenderOf(TenderKind::Cash)}).target};
    const auto tickets = desk.tickets();
    const auto accept = [&](TicketId ticket) {
        const Outcome offered =
            desk.apply(OfferTransfer{desk.order, {ticket}, staff(), desk.record(desk.order)});
        return desk.refusalOf(
            AcceptTransfer{desk.order, offered.target, "N", "", desk.record(desk.order)});
    };
    EXPECT_EQ(accept(tickets[1]), Refusal::None);
    const TicketId mine = desk.rows.tickets.rbegin()->first;
    EXPECT_EQ(desk.tickets(), (std::vector{tickets[0], tickets[2], mine}));
    desk.reload();
    EXPECT_EQ(desk.apply(desk.returning({mine})).refusal, Refusal::None);
    EXPECT_EQ(desk.engine.areaFree(AreaNo{0}), 18);
    EXPECT_EQ(accept(tickets[0]), Refusal::None);
    EXPECT_EQ(desk.apply(desk.returning({tickets[2]})).refusal, Refusal::None);
    desk.reload();
    const Outcome read = desk.apply(ReadOrder{desk.order, staff()});
    EXPECT_EQ(std::get<OrderView>(read.view).tickets,
              std::vector{desk.rows.tickets.rbegin()->first});
    EXPECT_EQ(desk.apply(desk.returning()).refusal, Refusal::None);
    EXPECT_EQ(desk.engine.areaFree(AreaNo{0}), 20);
}

}  // namespace
}  // namespace tessera::engine
