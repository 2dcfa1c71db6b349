// SPDX-License-Identifier: Apache-2.0
// Orders that are paid in parts, and money that goes back: both databases take and give the same.
#include "tests/simulation/database/describe.h"
#include "tests/store/contract_fixture.h"

namespace tessera::store {
namespace {

using engine::RefundState;

constexpr std::string_view kCard = R"({"encryptedCardNumber":"é"})";

class ContractMoneyTest : public ContractTest {
protected:
    void SetUp() override {
        ContractTest::SetUp();
        event_ = makeEvent(database_);
        const TakenOver taken = takeOver(database_, event_, NodeId{1});
        head_ = {event_, taken.epoch, 1, taken.databaseNow, Instant::never(), false};
        EXPECT_EQ(writeNext(paid()), CommitOutcome::Committed);
    }

    CommitOutcome writeNext(const engine::Changes& changes) {
        const CommitOutcome outcome = write(database_, head_, changes);
        if (outcome == CommitOutcome::Committed) ++head_.batch;
        return outcome;
    }

    // An order with a gift card and a card, as a batch of its own writes it.
    engine::Changes paid() const {
        engine::Changes changes;
        engine::ReservationRow reservation;
        reservation.id = ReservationId{8};
        reservation.total = Money{5000};
        reservation.order = OrderId{9};
        reservation.state = engine::ReservationState::Sold;
        changes.reservations = {reservation};
        engine::OrderRow order;
        order.id = OrderId{9};
        order.reservation = reservation.id;
        order.total = Money{5000};
        changes.orders = {order};
        changes.orderUpdates = {
            {order.id, engine::OrderState::Paying, engine::OrderState::Paid, {}, "", 3}};
        changes.tenders = {{TenderId{10}, order.id, engine::TenderKind::GiftCard,
                            engine::ProviderKind::GiftCard, Money{2000}, head_.now, "4711"},
                           {TenderId{12}, order.id, engine::TenderKind::Card,
                            engine::ProviderKind::Adyen, Money{3000}, head_.now, ""}};
        for (const std::int64_t id : {11, 13}) {
            const bool card = id == 13;
            engine::AttemptRow attempt{
                AttemptId{id},
                order.id,
                TenderId{id - 1},
                engine::AttemptState::Captured,
                Money{card ? 3000 : 2000},
                head_.now,
                card ? engine::ProviderKind::Adyen : engine::ProviderKind::GiftCard};
            changes.attempts.push_back(attempt);
            engine::AttemptUpdate facts;
            facts.id = attempt.id;
            facts.order = order.id;
            facts.from = facts.to = engine::AttemptState::Captured;
            facts.captured = attempt.amount;
            facts.objectId = "object";
            facts.attemptTry = card ? 3 : 1;
            if (card) facts.captureBefore = head_.now + Duration::ofSeconds(7);
            changes.attemptUpdates.push_back(facts);
        }
        for (const std::int32_t seat : {4, 5}) {
            engine::TicketRow ticket;
            ticket.id = TicketId{20 + seat};
            ticket.order = order.id;
            ticket.seat = SeatNo{seat};
            ticket.state = engine::TicketState::Active;
            ticket.price = Money{2500};
            changes.tickets.push_back(ticket);
        }
        return changes;
    }

    // One ticket goes back to the card: its call waits.
    engine::Changes returned() const {
        engine::Changes changes;
        changes.refunds = {{RefundId{30}, RefundId{30}, OrderId{9}, AttemptId{13},
                            engine::RefundReason::Returned, RefundState::Queued, Money{2400},
                            Money{100}, head_.now}};
        changes.ticketUpdates = {
            {TicketId{24}, engine::TicketState::Active, engine::TicketState::Void, RefundId{30}}};
        changes.orderUpdates = {
            {OrderId{9}, engine::OrderState::Paid, engine::OrderState::Paid, {}, "", 4}};
        engine::OutboxRow call;
        call.seq = OutboxSeq{31};
        call.order = OrderId{9};
        call.attempt = AttemptId{13};
        call.operation = engine::Operation::RetrieveRefund;
        call.amount = Money{2400};
        call.objectId = "refund";
        call.provider = engine::ProviderKind::Adyen;
        call.refund = RefundId{30};
        call.payload = kCard;
        changes.outbox = {call};
        return changes;
    }

    engine::Changes refunded() const {
        engine::Changes changes;
        changes.refundUpdates = {{RefundId{30}, OrderId{9}, RefundState::Queued,
                                  RefundState::Succeeded, "refund", 2, "2026-01-01 said so"}};
        changes.outboxClosed = {OutboxSeq{31}};
        changes.ledger = {{40, OrderId{9}, AttemptId{13}, engine::Account::Provider, Money{-2400},
                           head_.now, RefundId{30}},
                          {41, OrderId{9}, AttemptId{13}, engine::Account::Retained, Money{-100},
                           head_.now, RefundId{30}},
                          {42, OrderId{9}, AttemptId{13}, engine::Account::Sales, Money{2500},
                           head_.now, RefundId{30}}};
        return changes;
    }

    void expectAlike() {
        takeOver(database_, event_, NodeId{1});
        head_.epoch = database_.findOwner(event_)->epoch;
        compareRecord(database_, event_, OrderId{9});
        std::string real;
        std::string simulated;
        const auto rows = store_->listManual(event_, 2);
        ASSERT_TRUE(rows) << rows.error().message;
        for (const auto& row : *rows) real += simulation::describe(row);
        for (const auto& row : database_.listManual(event_, 2)) {
            simulated += simulation::describe(row);
        }
        EXPECT_EQ(simulated, real);
        compareTables(database_, event_);
    }

    simulation::SimDatabase database_{{agenda_, faults_, trace_}, Instant{}, simulation::Random(1)};
    EventId event_;
    BatchHead head_;
};

TEST_F(ContractMoneyTest, AnOrderPaidInPartsAndPartlyReturnedIsReadAlike) {
    expectAlike();
    ASSERT_EQ(writeNext(returned()), CommitOutcome::Committed);
    expectAlike();
    const auto record = *store_->readRecord(event_, AttemptId{13});
    ASSERT_NE(record, nullptr);
    EXPECT_EQ(record->version, 4);
    EXPECT_EQ(record->order.tender, TenderId{10});
    ASSERT_EQ(record->tenders.size(), 2U);
    EXPECT_EQ(record->tenders[0].reference, "4711");
    ASSERT_EQ(record->attempts.size(), 2U);
    EXPECT_EQ(record->attempts[1].provider, engine::ProviderKind::Adyen);
    EXPECT_NE(record->attemptFacts[1].captureBefore, Instant::never());
    EXPECT_EQ(record->attemptFacts[0].captureBefore, Instant::never());
    EXPECT_EQ(record->attemptFacts[1].attemptTry, 3);
    ASSERT_EQ(record->refunds.size(), 1U);
    EXPECT_EQ(record->refunds[0].retained, Money{100});
    ASSERT_EQ(record->tickets.size(), 2U);
    EXPECT_EQ(record->tickets[0].refund, RefundId{30});
    EXPECT_FALSE(record->tickets[1].refund);
    EXPECT_FALSE(record->reservation);
    const auto taken = store_->takeOver(event_, NodeId{1});
    ASSERT_EQ(taken->loaded.outbox.size(), 1U);
    EXPECT_EQ(taken->loaded.outbox[0].payload, kCard);
    head_.epoch = taken->epoch;
    EXPECT_TRUE(database_.takeOver(event_, NodeId{1}));

    ASSERT_EQ(writeNext(refunded()), CommitOutcome::Committed);
    expectAlike();
    EXPECT_EQ(sql("SELECT DISTINCT currency, refund_id FROM ledger_entry WHERE event_id = " +
                  std::to_string(event_.value)),
              "EUR|30\n");
}

TEST_F(ContractMoneyTest, AReleasedOrdersRecordHasItsPlaces) {
    engine::Changes changes;
    changes.reservationUpdates = {{ReservationId{8}, engine::ReservationState::Sold,
                                   engine::ReservationState::Released, head_.now, Duration{},
                                   OrderId{9}, engine::ReleaseReason::PaymentFailed}};
    changes.orderUpdates = {
        {OrderId{9}, engine::OrderState::Paid, engine::OrderState::Released, {}, "void", 5}};
    ASSERT_EQ(writeNext(changes), CommitOutcome::Committed);
    expectAlike();
    const auto record = *store_->readRecord(event_, OrderId{9});
    ASSERT_TRUE(record->reservation);
    EXPECT_EQ(record->reservation->id, ReservationId{8});
    EXPECT_EQ(record->evidence, "void");
    EXPECT_TRUE(store_->takeOver(event_, NodeId{1})->loaded.orders.empty());
}

TEST_F(ContractMoneyTest, WhatIsManualIsListedAlike) {
    ASSERT_EQ(writeNext(returned()), CommitOutcome::Committed);
    expectAlike();
    EXPECT_TRUE(store_->listManual(event_, 2)->empty());
    engine::Changes changes;
    changes.refundUpdates = {{RefundId{30}, OrderId{9}, RefundState::Queued, RefundState::Manual,
                              "refund", 12, "refused"}};
    changes.orderUpdates = {
        {OrderId{9}, engine::OrderState::Paid, engine::OrderState::Manual, {}, "lost", 5}};
    ASSERT_EQ(writeNext(changes), CommitOutcome::Committed);
    expectAlike();
    const auto listed = store_->listManual(event_, 2);
    ASSERT_TRUE(listed) << listed.error().message;
    const std::vector<ManualRow>& rows = *listed;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].evidence, "lost");
    EXPECT_FALSE(rows[0].refund);
    EXPECT_EQ(rows[1].refund->id, RefundId{30});
    EXPECT_EQ(rows[1].refundFacts.attemptTry, 12);
    EXPECT_EQ(rows[1].provider, engine::ProviderKind::Adyen);
}

TEST_F(ContractMoneyTest, WhatCannotBeOfARefundIsRefusedByBoth) {
    const auto refused = [&](const char* what, auto spoil, engine::Changes changes) {
        SCOPED_TRACE(what);
        spoil(changes);
        EXPECT_EQ(writeNext(changes), CommitOutcome::Refused);
    };
    refused(
        "nothing", [](auto& c) { c.refunds[0].amount = Money{-1}; }, returned());
    refused(
        "kept below nothing", [](auto& c) { c.refunds[0].retained = Money{-1}; }, returned());
    refused(
        "no reason", [](auto& c) { c.refunds[0].reason = engine::RefundReason{0}; }, returned());
    refused(
        "a state of its own", [](auto& c) { c.refunds[0].state = RefundState{5}; }, returned());
    refused(
        "a call of its own", [](auto& c) { c.outbox[0].operation = engine::Operation{8}; },
        returned());
    refused(
        "not there yet", [](auto&) {}, refunded());
    ASSERT_EQ(writeNext(returned()), CommitOutcome::Committed);
    refused(
        "twice", [](auto& c) { c.outbox.clear(), c.ticketUpdates.clear(); }, returned());
    refused(
        "another state before", [](auto& c) { c.refundUpdates[0].from = RefundState::Pending; },
        refunded());
    refused(
        "a try below one", [](auto& c) { c.refundUpdates[0].attemptTry = 0; }, refunded());
    refused(
        "an account of its own", [](auto& c) { c.ledger[0].account = engine::Account{8}; },
        refunded());
    refused(
        "a ledger that is not zero", [](auto& c) { c.ledger.pop_back(); }, refunded());
    ASSERT_EQ(writeNext(refunded()), CommitOutcome::Committed);
    expectAlike();
}

}  // namespace
}  // namespace tessera::store
