// SPDX-License-Identifier: Apache-2.0
#include "server/app/event_trail.h"

#include <gtest/gtest.h>

#include <string>

namespace tessera::app {
namespace {

constexpr EventId kEvent{77};
constexpr Instant kNow{1800000000000000};

Deed byApproval(std::int64_t id, Instant until) {
    return {StaffId{5}, DeviceId{6}, GivenApproval{ApprovalId{id}, StaffId{9}, until}};
}

std::string reasonOf(const std::optional<Problem>& problem) {
    return problem ? problem->reason : "";
}

struct EventTrailTest : ::testing::Test {
    store::TrailRow add(const Deed& deed, const engine::Command& command,
                        const engine::Outcome& outcome = {}) {
        return trail.add(deed, command, outcome, {}, kNow);
    }

    EventTrail trail{kEvent, {}, {}};
};

TEST_F(EventTrailTest, RowsAreAChainFromTheEndThatWasLoadedOn) {
    store::TrailRow last;
    last.event = kEvent;
    last.action = "checkout";
    chain(last, nullptr);
    EventTrail loaded(kEvent, {last.number, last.hash}, {});
    const Deed deed{StaffId{5}, DeviceId{6}, std::nullopt};
    engine::RefundTickets refund;
    refund.order = OrderId{12};
    engine::Outcome outcome;
    outcome.back = Money{2500};
    const auto row = loaded.add(deed, refund, outcome, {}, kNow);
    EXPECT_EQ(row.number, 2);
    EXPECT_EQ(row.before, last.hash);
    EXPECT_EQ(row.at, kNow);
    EXPECT_EQ(row.by, StaffId{5});
    EXPECT_EQ(row.device, DeviceId{6});
    EXPECT_EQ(row.action, "refund_tickets");
    EXPECT_EQ(row.subject, 12);
    EXPECT_EQ(row.amount, Money{2500});
    EXPECT_FALSE(row.approval);
    const auto next = loaded.add(deed, engine::SetAllocation{}, {}, {}, kNow);
    EXPECT_EQ(next.action, "set_allocation");
    EXPECT_EQ(next.subject, 0);
    store::TrailCheck check(kEvent);
    EXPECT_EQ(check.judge(std::vector{last, row, next}), std::nullopt);
}

TEST_F(EventTrailTest, ReasonsAreCutBetweenCharacters) {
    const Deed deed{StaffId{5}, DeviceId{6}, std::nullopt};
    std::string note(499, 'x');
    EXPECT_EQ(add(deed, engine::CancelEvent{note + "y"}).reason, note + "y");
    EXPECT_EQ(add(deed, engine::CancelEvent{note + "\u00e9"}).reason, note);
    EXPECT_EQ(add(deed, engine::CancelEvent{note + "yz"}).reason, note + "y");
}

TEST_F(EventTrailTest, AMailThatGoesOutAgainIsToldWithoutItsAddress) {
    const Deed deed{StaffId{5}, DeviceId{6}, std::nullopt};
    engine::ResendMail again;
    again.order = OrderId{12};
    EXPECT_EQ(add(deed, again).reason, "to the order's address");
    again.email = "anna@a.example";
    const store::TrailRow row = add(deed, again);
    EXPECT_EQ(row.reason, "to an address that staff named");
    EXPECT_EQ(row.action, "resend_mail");
    EXPECT_EQ(row.subject, 12);
}

TEST_F(EventTrailTest, OpeningAndClosingASaleAreNamedSo) {
    engine::ChangeTerms change;
    change.terms.sale = engine::SaleState::Open;
    EXPECT_EQ(actionOf(change), "open_sale");
    change.terms.sale = engine::SaleState::Closed;
    EXPECT_EQ(actionOf(change), "close_sale");
    change.document = "{}";
    EXPECT_EQ(actionOf(change), "update_event");
    EXPECT_EQ(actionOf(engine::HoldSeats{}), "create_reservation");
    EXPECT_EQ(actionOf(engine::Checkout{}), "checkout");
    EXPECT_EQ(actionOf(engine::ConfirmPayment{}), "confirm_payment");
    EXPECT_EQ(actionOf(engine::SettleRefund{}), "settle_refund");
    EXPECT_EQ(actionOf(engine::MoveEvent{}), "move_event");
    EXPECT_EQ(actionOf(engine::AcceptMove{}), "accept_move");
    EXPECT_EQ(actionOf(engine::ExchangeTickets{}), "exchange_tickets");
    EXPECT_EQ(actionOf(engine::CancelTransfer{}), "cancel_transfer");
    EXPECT_EQ(actionOf(engine::ReadOrder{}), "");
}

// Told of who, when and how much it would be no one's to find out what was handed to whom.
TEST_F(EventTrailTest, ARowSaysWhatWasDoneInIdsAndInTheWordsThatStaffGave) {
    const Deed deed{StaffId{5}, DeviceId{6}, std::nullopt};
    engine::Changes changes;
    engine::Outcome outcome;
    const auto said = [&](const engine::Command& command) {
        return trail.add(deed, command, outcome, changes, kNow).reason;
    };
    changes.desk = {{engine::DeskKind::HandOut, 31, kNow}, {engine::DeskKind::HandOut, 32, kNow}};
    engine::HandOutTickets hand;
    EXPECT_EQ(said(hand), "handed out, 2 tickets: 31 32");
    hand.undo = true;
    EXPECT_EQ(said(hand), "taken back, 2 tickets: 31 32");
    changes.desk.pop_back();
    engine::NotePrint print;
    EXPECT_EQ(said(print), "1 ticket: 31");
    print.reason = "paper jam";
    EXPECT_EQ(said(print), "1 ticket: 31; paper jam");
    engine::NoteOrder note;
    note.note = "Frau Maier, 0664 123";
    EXPECT_EQ(said(note), "written") << "a note may be of a person: it is not in a chain for good";
    engine::ResendMail mail;
    mail.email = "anna@a.example";
    EXPECT_EQ(said(mail), "to an address that staff named");
    outcome.target = 5;
    engine::SetAllocation block;
    block.allocation = AllocationNo{3};
    for (const int seat : {9, 4, 2, 3, 3}) block.seats.push_back(SeatNo{seat});
    EXPECT_EQ(said(block), "to allocation 3, 5 changed of 4 seats: 2-4 9");
    block.allocation = {};
    EXPECT_EQ(said(block), "to the public, 5 changed of 4 seats: 2-4 9");
    engine::ChangeTerms terms;
    terms.document = "{}";
    EXPECT_EQ(said(terms), "version 5");
    EXPECT_EQ(said(engine::CreateCode{}), "code 5");
    engine::UpdateCode code;
    EXPECT_EQ(said(code), "code 5");
    code.usesMax = 0;
    code.validFrom = Instant{};
    code.validUntil = Instant::never();
    EXPECT_EQ(said(code), "code 5, any number of uses, from the start, as long as the sale");
    code.usesMax = 1;
    code.validFrom = Instant{1'000'000};
    code.validUntil = Instant{2'000'000};
    EXPECT_EQ(said(code),
              "code 5, 1 use, from 1970-01-01T00:00:01.000000Z, until "
              "1970-01-01T00:00:02.000000Z");
    engine::AddTender tender;
    tender.tender.kind = engine::TenderKind::Invoice;
    tender.tender.customer = 77;
    changes.tenders.push_back({});
    EXPECT_EQ(said(tender), "by invoice to customer 77");
    changes.ticketUpdates.push_back(
        {TicketId{41}, engine::TicketState::Active, engine::TicketState::Void});
    EXPECT_EQ(said(engine::RefundTickets{}), "1 ticket: 41");
    changes.tenders.clear();
    EXPECT_EQ(said(engine::ExchangeTickets{}), "1 ticket: 41");
}

TEST_F(EventTrailTest, HoweverManyTicketsThereAreARowKeepsItsBoundAndTheReason) {
    engine::Changes changes;
    for (std::int64_t i = 0; i < 100; ++i) {
        changes.desk.push_back({engine::DeskKind::Print, 900'000'000'000'000'000 + i, kNow});
    }
    engine::NotePrint print;
    print.reason = std::string(200, 'w');
    const std::string reason =
        trail.add({StaffId{5}, DeviceId{6}, std::nullopt}, print, {}, changes, kNow).reason;
    EXPECT_LE(reason.size(), 500U);
    EXPECT_TRUE(reason.starts_with("100 tickets: 900000000000000000 "));
    EXPECT_TRUE(reason.ends_with(" ...; " + print.reason));
}

TEST_F(EventTrailTest, AnApprovalIsUsedOnceAndNotAfterItsTime) {
    const Instant until = kNow + Duration::ofSeconds(10);
    const Deed deed = byApproval(31, until);
    EXPECT_EQ(trail.judge(deed, until - Duration::ofMicros(1)), std::nullopt);
    EXPECT_EQ(reasonOf(trail.judge(deed, until)), "APPROVAL_OVER");
    const auto row = add(deed, engine::RefundTickets{});
    EXPECT_EQ(row.approval, ApprovalId{31});
    EXPECT_EQ(row.approvedBy, StaffId{9});
    EXPECT_EQ(reasonOf(trail.judge(deed, kNow)), "APPROVAL_USED");
    EXPECT_EQ(trail.judge(byApproval(32, until), kNow), std::nullopt);
}

TEST_F(EventTrailTest, WhatWasUsedBeforeATakeOverIsUsed) {
    EventTrail loaded(kEvent, {}, {{ApprovalId{31}, kNow}});
    const Deed deed = byApproval(31, kNow + Duration::ofMinutes(2));
    EXPECT_EQ(reasonOf(loaded.judge(deed, kNow + Duration::ofMinutes(1))), "APPROVAL_USED");
}

TEST_F(EventTrailTest, AnApprovalForMoneyBackIsUsedOnlyWhereMoneyGoesBack) {
    Deed deed = byApproval(31, kNow + Duration::ofSeconds(10));
    deed.approval->ofMoneyBack = true;
    EXPECT_FALSE(add(deed, engine::ExchangeTickets{}).approval);
    EXPECT_EQ(trail.judge(deed, kNow), std::nullopt);
    engine::Outcome outcome;
    outcome.back = Money{1};
    EXPECT_EQ(add(deed, engine::ExchangeTickets{}, outcome).approval, ApprovalId{31});
    EXPECT_EQ(reasonOf(trail.judge(deed, kNow)), "APPROVAL_USED");
}

TEST_F(EventTrailTest, WhereNoMoreCanBeRememberedAsUsedOneIsRefusedUntilSomeAreOver) {
    EventTrail small(kEvent, {}, {}, 2);
    for (const std::int64_t id : {1, 2}) {
        const Deed deed = byApproval(id, kNow + Duration::ofSeconds(id));
        ASSERT_EQ(small.judge(deed, kNow), std::nullopt);
        small.add(deed, engine::RefundTickets{}, {}, {}, kNow);
    }
    const Deed third = byApproval(3, kNow + Duration::ofSeconds(60));
    EXPECT_EQ(reasonOf(small.judge(third, kNow)), "OVERLOADED");
    EXPECT_EQ(small.judge(third, kNow + Duration::ofSeconds(1)), std::nullopt);
    EXPECT_EQ(reasonOf(small.judge(byApproval(2, kNow + Duration::ofSeconds(2)),
                                   kNow + Duration::ofSeconds(1))),
              "APPROVAL_USED");
}

}  // namespace
}  // namespace tessera::app
