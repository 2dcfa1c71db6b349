// SPDX-License-Identifier: Apache-2.0
// What no exchange can be made of; what was refused has changed nothing.
#include "tests/engine/exchange_desk.h"

namespace tessera::engine {
namespace {

TEST(ExchangeRefusalsTest, ExchangesAreRefusedInTheirOrder) {
    ExchangeDesk desk;
    const ReservationView held = desk.hold(holdPicks(1, {23, 24}));
    const ReservationView theirs = desk.hold(holdPicks(2, {33, 34}));
    ExchangeTickets command = desk.asked(held.id);
    command.caller = callerOf(2);
    EXPECT_EQ(desk.refusalOf(command), Refusal::NotYours);
    command = desk.asked(held.id);
    command.record = nullptr;
    EXPECT_EQ(desk.refusalOf(command), Refusal::RecordNeeded);
    command = desk.asked(held.id, {TicketId{5}});
    EXPECT_EQ(desk.refusalOf(command), Refusal::TicketUnknown);
    command = desk.asked(theirs.id);
    EXPECT_EQ(desk.refusalOf(command), Refusal::NotYours);
    command.reservation = ReservationId{5};
    EXPECT_EQ(desk.refusalOf(command), Refusal::ReservationUnknown);
    command.reservation = desk.rows.orders.at(desk.given).reservation;
    EXPECT_EQ(desk.refusalOf(command), Refusal::ReservationCheckedOut);
    command = desk.asked(held.id);
    command.tender = tenderOf(TenderKind::Cash);
    EXPECT_EQ(desk.refusalOf(command), Refusal::TenderNotAllowed);
    desk.apply(CancelReservation{theirs.id, callerOf(2)});
    command = desk.asked(theirs.id);
    command.taker = callerOf(2);
    EXPECT_EQ(desk.refusalOf(command), Refusal::ReservationReleased);
    desk.pass(Duration::ofMinutes(6));
    EXPECT_EQ(desk.refusalOf(desk.asked(held.id)), Refusal::ReservationExpired);
    desk.expectUntouched();
}

TEST(ExchangeRefusalsTest, AfterTheDeadlineOnlyStaffExchanges) {
    ExchangeDesk desk;
    desk.pass(Duration::ofMinutes(60));
    const ReservationView held = desk.hold(holdPicks(1, {33, 34}));
    const Outcome late = desk.apply(desk.asked(held.id));
    EXPECT_EQ(late.refusal, Refusal::ExchangeNotAllowed);
    EXPECT_EQ(late.when, kOpening + Duration::ofMinutes(60));
    desk.expectUntouched();
    ExchangeTickets command = desk.asked(held.id);
    command.caller = staff();
    EXPECT_EQ(desk.refusalOf(command), Refusal::None);
}

TEST(ExchangeRefusalsTest, AnExchangeIsAskedForWithItsTicketsOrNotAtAll) {
    ExchangeDesk desk;
    RefundTickets back = desk.returning();
    back.reason = RefundReason::Exchanged;
    EXPECT_EQ(desk.refusalOf(back), Refusal::ReturnNotAllowed);
    const ReservationView held = desk.hold(holdPicks(1, {33, 34}));
    EXPECT_EQ(
        desk.refusalOf(Checkout{held.id, staff(), "", "", "", tenderOf(TenderKind::Exchange)}),
        Refusal::TenderNotAllowed);
}

TEST(ExchangeRefusalsTest, SoManyExchangesInARowAreRefused) {
    ExchangeDesk desk;
    std::int32_t next = 33;
    for (int i = 1; i < kExchangesInRow; ++i) {
        desk.exchange({next, next + 1});
        desk.given = desk.order;
        next = next == 33 ? 35 : 33;
    }
    const ReservationView held = desk.hold(holdPicks(1, {next, next + 1}));
    const Outcome outcome = desk.apply(desk.asked(held.id));
    EXPECT_EQ(outcome.refusal, Refusal::ExchangeNotAllowed);
    EXPECT_EQ(outcome.limit, kExchangesInRow);
}

TEST(ExchangeRefusalsTest, RowsThatDoNotAgreeAboutAnExchangeAreAFault) {
    ExchangeDesk desk;
    desk.exchange({23, 24});
    const auto faultWith = [&](auto tamper) {
        LoadedEvent loaded = desk.rows.load(Desk::kEvent, desk.now);
        for (auto& order : loaded.orders) {
            for (TicketRow& ticket : order.tickets) tamper(ticket);
        }
        return faultOf(desk.engine.layout(), loaded).value_or("");
    };
    EXPECT_EQ(faultWith([](TicketRow&) {}), "");
    EXPECT_NE(faultWith([](TicketRow& ticket) { ticket.exchange = {}; }), "");
    EXPECT_NE(faultWith([](TicketRow& ticket) { ticket.exchange = OrderId{5}; }), "");
}

}  // namespace
}  // namespace tessera::engine
