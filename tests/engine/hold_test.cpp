// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/desk.h"

namespace tessera::engine {
namespace {

std::vector<std::int32_t> numbers(const std::vector<SeatPick>& picks) {
    std::vector<std::int32_t> seats;
    for (const SeatPick& pick : picks) seats.push_back(pick.seat.value);
    return seats;
}

TEST(HoldTest, AHoldTakesItsSeatsAndNothingElse) {
    Desk desk;
    const ReservationView view = desk.hold(holdPicks(1, {14, 13}));
    EXPECT_EQ(numbers(view.seats), (std::vector<std::int32_t>{13, 14}));
    EXPECT_EQ(view.state, ReservationState::Held);
    EXPECT_EQ(view.quote.total, Money{6000});
    EXPECT_EQ(view.expiresAt, desk.now + Duration::ofMinutes(5));
    EXPECT_EQ(desk.changes.seats.size(), 2U);
    EXPECT_EQ(desk.changes.reservations.size(), 1U);
    EXPECT_TRUE(desk.changes.outbox.empty());
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).holder, view.id.value);
    int held = 0;
    for (const std::uint8_t seat : desk.engine.seatMap()) held += seat == 1;
    EXPECT_EQ(held, 2);
}

TEST(HoldTest, AReleasedHoldLeavesTheStateAsItWas) {
    Desk desk;
    const std::uint64_t before = desk.engine.stateHash();
    const ReservationView seats = desk.hold(holdPicks(1, {13, 14}));
    const ReservationView area = desk.hold(holdArea(2, 3));
    EXPECT_NE(desk.engine.stateHash(), before);
    EXPECT_EQ(desk.engine.areaFree(AreaNo{0}), 17);
    const Outcome cancelled = desk.apply(CancelReservation{seats.id, callerOf(1)});
    const auto& view = std::get<ReservationView>(cancelled.view);
    EXPECT_EQ(view.state, ReservationState::Released);
    EXPECT_EQ(view.reason, ReleaseReason::CancelledByBuyer);
    EXPECT_TRUE(cancelled.hadEffect);
    desk.apply(CancelReservation{area.id, callerOf(2)});
    EXPECT_EQ(desk.engine.stateHash(), before);
    EXPECT_EQ(desk.engine.areaFree(AreaNo{0}), 20);
}

TEST(HoldTest, OnlyTheBuyerOrStaffTouchAReservation) {
    Desk desk;
    const ReservationId id = desk.hold(holdPicks(1, {13})).id;
    Caller staff{buyer(9), Channel::BoxOffice, true};
    EXPECT_EQ(desk.refusalOf(ReadReservation{id, callerOf(2)}), Refusal::NotYours);
    EXPECT_EQ(desk.refusalOf(CancelReservation{id, callerOf(2)}), Refusal::NotYours);
    EXPECT_EQ(desk.refusalOf(Checkout{id, callerOf(2), "", "", ""}), Refusal::NotYours);
    EXPECT_EQ(desk.refusalOf(ReadReservation{id, staff}), Refusal::None);
    EXPECT_EQ(desk.refusalOf(CancelReservation{id, staff}), Refusal::None);
    EXPECT_EQ(desk.refusalOf(ReadReservation{id, callerOf(2)}), Refusal::NotYours);
    EXPECT_EQ(desk.refusalOf(ReadReservation{id, callerOf(1)}), Refusal::ReservationReleased);
    EXPECT_EQ(desk.refusalOf(ReadReservation{ReservationId{5}, callerOf(1)}),
              Refusal::ReservationUnknown);
}

TEST(HoldTest, ReadsChangeNothing) {
    Desk desk;
    const ReservationId id = desk.hold(holdPicks(1, {13})).id;
    const Outcome read = desk.apply(ReadReservation{id, callerOf(1)});
    EXPECT_FALSE(read.hadEffect);
    EXPECT_TRUE(desk.changes.empty());
    EXPECT_EQ(std::get<ReservationView>(read.view).quote.total, Money{3000});
}

TEST(HoldExpiryTest, AHoldIsDueAtItsDeadlineNotBefore) {
    Desk desk;
    const ReservationView first = desk.hold(holdPicks(1, {13}));
    const ReservationView second = desk.hold(holdPicks(2, {15}));
    desk.now = first.expiresAt - Duration::ofMicros(1);
    EXPECT_FALSE(desk.engine.hasDue(desk.now));
    desk.checkout(first.id, 1);
    desk.now = second.expiresAt;
    EXPECT_EQ(desk.engine.nextDue(), second.expiresAt);
    EXPECT_TRUE(desk.engine.hasDue(desk.now));
    EXPECT_EQ(desk.refusalOf(Checkout{second.id, callerOf(2), "", "", ""}),
              Refusal::ReservationExpired);
    EXPECT_EQ(desk.engine.seatState(SeatNo{15}).status, SeatStatus::Available);
    EXPECT_EQ(desk.rows.reservations.at(second.id).reason, ReleaseReason::Expired);
    EXPECT_EQ(desk.engine.seatState(SeatNo{13}).status, SeatStatus::Held);
}

TEST(HoldExpiryTest, ExpiredSeatsAreFreeForTheCommandOfThatInstant) {
    Desk desk;
    const ReservationView first = desk.hold(holdPicks(1, {13}));
    desk.now = first.expiresAt - Duration::ofMicros(1);
    EXPECT_EQ(desk.refusalOf(holdPicks(2, {13})), Refusal::SeatUnavailable);
    desk.now = first.expiresAt;
    EXPECT_EQ(desk.refusalOf(holdPicks(2, {13})), Refusal::None);
}

TEST(HoldExpiryTest, WhatIsDueAtOneInstantComesOutByIdAndUpToTheLimit) {
    Desk desk;
    std::vector<ReservationId> ids;
    for (int i = 0; i < 5; ++i) ids.push_back(desk.hold(holdPicks(i, {12 + i})).id);
    desk.pass(Duration::ofMinutes(5));
    EXPECT_EQ(desk.tick(2), 2U);
    ASSERT_EQ(desk.changes.reservationUpdates.size(), 2U);
    EXPECT_EQ(desk.changes.reservationUpdates[0].id, ids[0]);
    EXPECT_EQ(desk.changes.reservationUpdates[1].id, ids[1]);
    EXPECT_EQ(desk.tick(), 3U);
    EXPECT_EQ(desk.tick(), 0U);
    EXPECT_EQ(desk.engine.nextDue(), Instant::never());
}

TEST(HoldExpiryTest, TimeThatGoesBackIsTakenAsTheLatestSeen) {
    Desk desk;
    const ReservationView first = desk.hold(holdPicks(1, {13}));
    desk.pass(Duration::ofMinutes(1));
    desk.apply(ReadReservation{first.id, callerOf(1)});
    desk.now = kOpening - Duration::ofMinutes(9);
    const ReservationView second = desk.hold(holdPicks(2, {15}));
    EXPECT_EQ(second.createdAt, kOpening + Duration::ofMinutes(1));
    EXPECT_GT(second.id, first.id);
}

TEST(ResumeTest, AnOutageMovesHoldsByItsLengthButSixtySecondsAtMost) {
    Desk desk;
    const ReservationView view = desk.hold(holdPicks(1, {13}));
    const auto outage = [&](Duration length) {
        desk.reload();
        desk.pass(length);
        desk.changes.clear();
        desk.engine.resume(desk.now, desk.changes);
        desk.rows.apply(desk.changes, desk.now);
        desk.engine.checkInvariants();
        return desk.rows.reservations.at(view.id).expiresAt - view.expiresAt;
    };
    EXPECT_EQ(outage(Duration::ofMillis(1499)), Duration{});
    EXPECT_TRUE(desk.changes.empty());
    EXPECT_EQ(outage(Duration::ofMillis(1500)), Duration::ofMillis(1500));
    EXPECT_EQ(outage(Duration::ofSeconds(40)), Duration::ofMillis(41500));
    EXPECT_EQ(outage(Duration::ofSeconds(40)), Duration::ofSeconds(60));
    EXPECT_EQ(outage(Duration::ofSeconds(40)), Duration::ofSeconds(60));
    desk.now = view.expiresAt + Duration::ofSeconds(60) - Duration::ofMicros(1);
    EXPECT_EQ(desk.tick(), 0U);
    desk.pass(Duration::ofMicros(1));
    EXPECT_EQ(desk.tick(), 1U);
}

TEST(ResumeTest, DeadlinesToPayAndFreshEventsDoNotMove) {
    Desk desk;
    desk.changes.clear();
    desk.engine.resume(desk.now, desk.changes);
    EXPECT_TRUE(desk.changes.empty());
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13})).id);
    desk.reload();
    desk.pass(Duration::ofSeconds(30));
    desk.changes.clear();
    desk.engine.resume(desk.now, desk.changes);
    EXPECT_TRUE(desk.changes.empty());
    const Outcome read = desk.apply(ReadOrder{order.id, callerOf(1)});
    EXPECT_EQ(std::get<OrderView>(read.view).payDeadline, order.payDeadline);
}

TEST(ReleasedMemoryTest, TheOldestReleasedReservationIsForgotten) {
    const EventTerms terms = makeTerms();
    EventEngine engine = EventEngine::fresh(EventId{1}, makeHall(4, 10), terms);
    Changes changes;
    std::vector<ReservationId> ids;
    for (int i = 0; i <= kReleasedRemembered; ++i) {
        const Outcome held = engine.apply(holdPicks(1, {13}), kOpening, changes);
        ids.push_back(ReservationId{held.target});
        (void)engine.apply(CancelReservation{ids.back(), callerOf(1)}, kOpening, changes);
        changes.clear();
    }
    const auto ask = [&](ReservationId id) {
        return engine.apply(ReadReservation{id, callerOf(1)}, kOpening, changes).refusal;
    };
    EXPECT_EQ(ask(ids[0]), Refusal::ReservationUnknown);
    EXPECT_EQ(ask(ids[1]), Refusal::ReservationReleased);
    EXPECT_EQ(ask(ids.back()), Refusal::ReservationReleased);
}

}  // namespace
}  // namespace tessera::engine
