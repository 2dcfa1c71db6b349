// SPDX-License-Identifier: Apache-2.0
// What a take-over loads is checked: each planted disagreement between rows aborts.
#include <gtest/gtest-spi.h>

#include "tests/engine/desk.h"

namespace tessera::engine {
namespace {

// A hold of seats with a code, a hold in the area, an order in payment and one that is paid.
struct Busy {
    Desk desk;
    OrderView paid;
    OrderView paying;

    Busy() {
        Code code;
        code.text = "CODE";
        desk.apply(CreateCode{code});
        HoldSeats hold = holdPicks(1, {20, 21});
        hold.code = "CODE";
        desk.hold(hold);
        desk.hold(holdArea(2, 3));
        paid = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
        desk.answer(created());
        desk.apply(HintProvider{desk.rows.attempts.begin()->first});
        desk.answer(says(ObjectState::Succeeded, {}, paid.total));
        paying = desk.checkout(desk.hold(holdPicks(1, {16})).id);
    }

    LoadedEvent load() const { return desk.rows.load(Desk::kEvent, desk.now); }
};

template <class Tamper>
void loadTampered(Tamper tamper) {
    const Busy busy;
    LoadedEvent loaded = busy.load();
    tamper(loaded);
    const EventEngine engine(makeHall(4, 10), std::move(loaded));
}

TEST(LoadingTest, RowsThatAgreeAreLoaded) {
    Busy busy;
    loadTampered([](LoadedEvent&) {});
    busy.desk.reload();
    const Outcome read = busy.desk.apply(ReadOrder{busy.paid.id, callerOf(1)});
    const auto& view = std::get<OrderView>(read.view);
    EXPECT_EQ(view.state, OrderState::Paid);
    EXPECT_EQ(view.tickets.size(), 2U);
    EXPECT_EQ(view.quote, busy.paid.quote);
    EXPECT_EQ(busy.desk.engine.wakeAt(), busy.desk.now);
    const ReservationView next = busy.desk.hold(holdPicks(3, {30}));
    EXPECT_GT(next.id.value, busy.paying.id.value);
}

TEST(LoadingDeathTest, RowsThatDisagreeAbort) {
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.seats[20] = {}; }), "check failed");
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.seats[13].holder += 1; }), "check failed");
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.seats[5].status = SeatStatus::Sold; }),
                 "check failed");
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.seats[5].status = SeatStatus::Blocked; }),
                 "check failed");
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.areas[0].held = 2; }), "check failed");
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.areas[0].held = 21; }), "check failed");
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.codes[0].uses = 2; }), "check failed");
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.reservations.pop_back(); }), "check failed");
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.orders.pop_back(); }), "check failed");
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.orders[0].tickets.pop_back(); }),
                 "check failed");
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.outbox.push_back(e.outbox[0]); }),
                 "check failed");
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.lastId = 1; }), "check failed");
    EXPECT_DEATH(loadTampered([](LoadedEvent& e) { e.terms[0].maxPerOrder = 0; }), "check failed");
}

TEST(ShadowRowsTest, AChangeThatExpectsAnotherStateIsReported) {
    Desk desk;
    desk.hold(holdPicks(1, {13}));
    const Changes once = desk.changes;
    Changes seatsOnly;
    seatsOnly.seats = once.seats;
    EXPECT_NONFATAL_FAILURE(desk.rows.apply(seatsOnly), "seat 13");
}

TEST(LoadingTest, AnOrderLeftWithoutACallIsTakenUpAgain) {
    Busy busy;
    LoadedEvent loaded = busy.load();
    loaded.outbox.clear();
    EventEngine engine(makeHall(4, 10), std::move(loaded));
    Changes changes;
    busy.desk.pass(Duration::ofSeconds(10));
    EXPECT_EQ(engine.releaseDue(busy.desk.now, SIZE_MAX, changes), 1U);
    ASSERT_EQ(changes.outbox.size(), 1U);
    EXPECT_EQ(changes.outbox[0].operation, Operation::Create);
    EXPECT_EQ(changes.outbox[0].attemptTry, 1);
}

}  // namespace
}  // namespace tessera::engine
