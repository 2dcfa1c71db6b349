// SPDX-License-Identifier: Apache-2.0
// What an event's owner does by itself when the event is cancelled.
#include "tests/app/money_fixture.h"

namespace tessera::app {
namespace {

TEST_F(MoneyTest, ACancelledEventGivesEverythingBackAndThenRests) {
    const auto paid = paidOrder({3, 4});
    const auto cancelled = reply<EventAnswer>(
        [&](auto done) { app_->cancelEvent(stamp(), event_, "Flooded.", std::move(done)); });
    ASSERT_TRUE(cancelled) << cancelled.error().reason;
    EXPECT_EQ(cancelled->row.sale, engine::SaleState::Cancelled);
    EXPECT_EQ(cancelled->row.disruption.note, "Flooded.");
    EXPECT_EQ(cancelled->row.disruption.orders, 1);
    ASSERT_TRUE(eventually([&] { return disruption().finishedAt != Instant{}; }));
    const auto shown = order(paid.view.id);
    ASSERT_EQ(shown.refunds.size(), 1U);
    EXPECT_EQ(shown.refunds[0].row.state, engine::RefundState::Succeeded);
    EXPECT_EQ(shown.refunds[0].row.reason, engine::RefundReason::EventCancelled);
    EXPECT_EQ(ask(*node_, holdJob({3, 4}, 2))->refusal, engine::Refusal::EventCancelled);
    EXPECT_EQ(
        psql("SELECT wake_at FROM event_owner WHERE event_id = " + std::to_string(event_.value)),
        std::to_string(Instant::never().micros));
}

TEST_F(MoneyTest, WhatWasPaidWithTicketsGoesBackOnceAndIsCountedOnce) {
    const auto paid = paidOrder({3, 4});
    const auto held = ask(*node_, holdJob({5, 6}));
    engine::ExchangeTickets command;
    command.order = paid.view.id;
    command.reservation = std::get<engine::ReservationView>(held->view).id;
    CallerCredentials staff = buyer_;
    staff.staff = true;
    staff.channel = engine::Channel::BoxOffice;
    const auto taken = reply<OrderAnswer>([&](auto done) {
        app_->exchangeTickets(event_, staff, stamp(), command, "", std::move(done));
    });
    ASSERT_TRUE(taken) << taken.error().reason;
    ASSERT_TRUE(reply<EventAnswer>(
        [&](auto done) { app_->cancelEvent(stamp(), event_, {}, std::move(done)); }));
    ASSERT_TRUE(eventually([&] { return disruption().finishedAt != Instant{}; }));
    EXPECT_TRUE(order(taken->view.id).view.tickets.empty());
    const auto progress =
        reply<DisruptionAnswer>([&](auto done) { app_->getDisruption(event_, std::move(done)); });
    ASSERT_TRUE(progress);
    EXPECT_EQ(progress->progress.ordersLeft, 0);
    EXPECT_EQ(progress->progress.succeeded.count, 1);
    EXPECT_EQ(progress->progress.succeeded.amount, paid.view.total);
    EXPECT_EQ(progress->progress.manual.count, 0);
}

// How many of an order's tickets are shown as active, with a code.
int admitting(const TicketsAnswer& shown) {
    return static_cast<int>(std::ranges::count_if(shown.tickets, [](const TicketAnswer& ticket) {
        return ticket.row.state == engine::TicketState::Active && !ticket.code.empty();
    }));
}

TEST_F(MoneyTest, AReturnThatTheDatabaseRefusesKeepsNoOtherOrderFromItsMoney) {
    const OrderId first = cashOrder({3, 4}).view.id;
    const OrderId second = cashOrder({5, 6}).view.id;
    node_->store.setFault([first](const store::Batch& batch) {
        const auto& refunds = batch.changes().refunds;
        const bool hit =
            std::ranges::find(refunds, first, &engine::RefundRow::order) != refunds.end();
        return hit ? std::optional(store::CommitOutcome::Refused) : std::nullopt;
    });
    const auto shown = [&] {
        return reply<TicketsAnswer>(
            [&](auto done) { app_->listTickets(event_, buyer_, first, std::move(done)); });
    };
    EXPECT_EQ(admitting(*shown()), 2);
    ASSERT_TRUE(reply<EventAnswer>(
        [&](auto done) { app_->cancelEvent(stamp(), event_, {}, std::move(done)); }));
    EXPECT_TRUE(eventually([&] { return order(second).view.tickets.empty(); }));
    EXPECT_TRUE(
        eventually([&] { return node_->logged().find("return_put_off") != std::string::npos; }));
    EXPECT_NE(node_->logged().find("COMMAND_SET_ASIDE"), std::string::npos);
    EXPECT_EQ(order(first).view.tickets.size(), 2U);
    EXPECT_EQ(shown()->tickets.size(), 2U);
    EXPECT_EQ(admitting(*shown()), 0) << "nobody is admitted to a cancelled event";
    EXPECT_EQ(disruption().finishedAt, Instant{});
    // What kept it from it is over: it is tried again after a minute.
    node_->store.setFault(nullptr);
    node_->monotonic.skip(Duration::ofSeconds(61));
    EXPECT_TRUE(eventually([&] { return disruption().finishedAt != Instant{}; }));
    EXPECT_TRUE(order(first).view.tickets.empty());
}

// All releases were in the batch of the cancellation: one row made it impossible.
TEST_F(MoneyTest, AHoldThatTheDatabaseRefusesToReleaseKeepsNoEventFromBeingCancelled) {
    std::vector<ReservationId> held;
    for (int i = 0; i < 3; ++i) {
        const auto hold = ask(*node_, holdJob({10 + i}, static_cast<std::uint8_t>(2 + i)));
        held.push_back(std::get<engine::ReservationView>(hold->view).id);
    }
    const OrderId paid = paidOrder({3, 4}).view.id;
    const std::string planted = std::to_string(held[1].value);
    psql("ALTER TABLE reservation ADD CONSTRAINT planted CHECK (reservation_id <> " + planted +
         " OR state = 1)");
    const auto cancelled = reply<EventAnswer>(
        [&](auto done) { app_->cancelEvent(stamp(), event_, "Flooded.", std::move(done)); });
    EXPECT_TRUE(cancelled.has_value()) << cancelled.error().reason;
    const auto stillHeld = [&] {
        return psql(
            "SELECT string_agg(reservation_id::text, ',') FROM reservation WHERE state = 1 "
            "AND event_id = " +
            std::to_string(event_.value));
    };
    EXPECT_TRUE(eventually([&] { return stillHeld() == planted; })) << stillHeld();
    EXPECT_TRUE(eventually([&] { return disruption().finishedAt != Instant{}; }));
    EXPECT_TRUE(order(paid).view.tickets.empty());
    EXPECT_EQ(node_->actorMetrics.setAside.value(), 1U);
    psql("ALTER TABLE reservation DROP CONSTRAINT planted");
    node_->monotonic.skip(Duration::ofSeconds(31));
    EXPECT_TRUE(eventually([&] { return stillHeld().empty(); })) << stillHeld();
}

// Of what was read from its rows it was never shown.
TEST_F(MoneyTest, ThatAMoveWasAcceptedIsShownOfAnOrderThatOnlyTheDatabaseHas) {
    const OrderId id = paidOrder({3, 4}).view.id;
    const auto move = [&] {
        engine::MoveEvent command;
        command.change = {
            *reply<engine::EventTerms>([&](auto done) { app_->getTerms(event_, std::move(done)); }),
            {}};
        command.answerUntil = node_->clock.now() + Duration::ofMinutes(60);
        return reply<EventAnswer>(
                   [&](auto done) { app_->moveEvent(stamp(), event_, command, std::move(done)); })
            .has_value();
    };
    ASSERT_TRUE(move());
    CallerCredentials staff = buyer_;
    staff.staff = true;
    ASSERT_TRUE(reply<OrderAnswer>(
        [&](auto done) { app_->acceptMove(event_, staff, stamp(), id, std::move(done)); }));
    ASSERT_TRUE(refund(id, engine::RefundReason::Staff));
    EXPECT_TRUE(order(id).view.tickets.empty());
    EXPECT_TRUE(eventually([&] {
        const auto shown = order(id);
        return shown.refunds.size() == 1 &&
               shown.refunds[0].row.state == engine::RefundState::Succeeded;
    }));
    EXPECT_TRUE(order(id).view.moveAccepted);
    auto other = newNode();  // It remembers nothing of orders that are over.
    ASSERT_TRUE(ask(*other, holdJob({20})));
    EXPECT_TRUE(other->store.findOrder(event_, id).value()->moveAccepted);
    ASSERT_TRUE(move());
    EXPECT_FALSE(order(id).view.moveAccepted);
}

TEST_F(MoneyTest, ADraftIsNeitherCancelledNorMoved) {
    const auto terms =
        *reply<engine::EventTerms>([&](auto done) { app_->getTerms(event_, std::move(done)); });
    engine::ChangeTerms change{terms, {}};
    change.terms.sale = engine::SaleState::Draft;
    EventJob hide;
    hide.command = change;
    ASSERT_EQ(ask(*node_, std::move(hide))->refusal, engine::Refusal::None);
    const auto cancelled = reply<EventAnswer>(
        [&](auto done) { app_->cancelEvent(stamp(), event_, {}, std::move(done)); });
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().reason, "SALE_STATE_CONFLICT");
    engine::MoveEvent move;
    move.change = change;
    move.answerUntil = Instant::never();
    const auto moved = reply<EventAnswer>(
        [&](auto done) { app_->moveEvent(stamp(), event_, move, std::move(done)); });
    ASSERT_FALSE(moved);
    EXPECT_EQ(moved.error().reason, "SALE_STATE_CONFLICT");
    EXPECT_EQ(disruption().kind, engine::DisruptionKind::None);
}

TEST_F(MoneyTest, AMovedEventWhoseAnswersAreFarAwayIsIdle) {
    const auto terms =
        *reply<engine::EventTerms>([&](auto done) { app_->getTerms(event_, std::move(done)); });
    engine::MoveEvent move;
    move.change = {terms, {}};
    move.refundUnanswered = true;
    move.answerUntil = node_->clock.now() + Duration::ofMinutes(24 * 60);
    ASSERT_TRUE(reply<EventAnswer>(
        [&](auto done) { app_->moveEvent(stamp(), event_, move, std::move(done)); }));
    const auto actor = node_->directory.actorOf(event_);
    ASSERT_NE(actor, nullptr);
    EXPECT_TRUE(eventually([&] { return actor->isIdle(); }));
    EXPECT_EQ(
        psql("SELECT wake_at FROM event_owner WHERE event_id = " + std::to_string(event_.value)),
        std::to_string(move.answerUntil.micros));
}

}  // namespace
}  // namespace tessera::app
