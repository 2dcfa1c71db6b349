// SPDX-License-Identifier: Apache-2.0
// What a take-over loads is checked: each planted disagreement between rows is named.
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
std::string faultAfter(Tamper tamper) {
    const Busy busy;
    LoadedEvent loaded = busy.load();
    tamper(loaded);
    return faultOf(*makeHall(4, 10), loaded).value_or("");
}

TEST(LoadingTest, RowsThatAgreeAreLoaded) {
    Busy busy;
    EXPECT_EQ(faultAfter([](LoadedEvent&) {}), "");
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

// Rows of one event that disagreed aborted the whole server, every event's.
TEST(LoadingTest, RowsThatDisagreeAreNamed) {
    using E = LoadedEvent;
    const auto expect = [](const char* fault, auto tamper) {
        EXPECT_EQ(faultAfter(tamper).substr(0, std::string_view(fault).size()), fault);
    };
    expect("holder of seat 20", [](E& e) { e.seats[20] = {}; });
    expect("holder of seat 13", [](E& e) { e.seats[13].holder += 1; });
    expect("state of seat 5", [](E& e) { e.seats[5].status = SeatStatus::Sold; });
    expect("state of seat 5", [](E& e) { e.seats[5].status = SeatStatus::Blocked; });
    expect("a taken seat without", [](E& e) { e.seats[5] = {SeatStatus::Held, {}, 77}; });
    expect("not as many seats", [](E& e) { e.seats.pop_back(); });
    expect("not as many areas", [](E& e) { e.areas.pop_back(); });
    expect("places taken in area 0", [](E& e) { e.areas[0].held = 2; });
    expect("places taken in area 0", [](E& e) { e.areas[0].sold = 1; });
    expect("uses of code", [](E& e) { e.codes[0].uses = 2; });
    expect("a second code", [](E& e) { e.codes.push_back(e.codes[0]); });
    expect("code of reservation", [](E& e) { e.codes.clear(); });
    expect("terms of reservation", [](E& e) { e.reservations[0].termsVersion = 9; });
    expect("seats of reservation", [](E& e) { e.reservations[0].seats[0].seat = SeatNo{4000}; });
    expect("area of reservation", [](E& e) { e.reservations[1].areas[0].area = AreaNo{7}; });
    expect("places of reservation", [](E& e) { e.reservations[0].seats.clear(); });
    expect("total of reservation", [](E& e) { e.orders[0].row.total = Money{1}; });
    expect("an order without its reservation", [](E& e) { e.reservations.pop_back(); });
    expect("a second reservation", [](E& e) { e.reservations[1].id = e.reservations[0].id; });
    expect("order of reservation", [](E& e) { e.orders.pop_back(); });
    expect("tickets of reservation", [](E& e) { e.orders[0].tickets.pop_back(); });
    expect("tickets of order", [](E& e) { e.orders[0].tickets.clear(); });
    expect("attempts of order", [](E& e) { e.orders[1].attempts.clear(); });
    expect("attempt of call", [](E& e) { e.outbox.push_back(e.outbox[0]); });
    expect("attempt of call", [](E& e) { e.outbox[0].attempt = AttemptId{1}; });
    expect("id beyond the last", [](E& e) { e.lastId = 1; });
    const auto cancel = [](E& e) {
        e.terms.back().sale = SaleState::Cancelled;
        e.terms.back().disruption.kind = DisruptionKind::Cancelled;
        e.terms.back().disruption.number = 1;
    };
    expect("accepted move of order", [&](E& e) {
        cancel(e);
        e.orders[0].acceptedMove = 1;
    });
    expect("accepted move of order", [](E& e) {
        e.terms.back().disruption.kind = DisruptionKind::Moved;
        e.terms.back().disruption.number = 1;
        e.orders[0].acceptedMove = e.orders[1].acceptedMove = 1;
        std::swap(e.orders[0], e.orders[1]);
    });
    expect("no terms", [](E& e) { e.terms.clear(); });
    expect("the terms are not valid", [](E& e) { e.terms[0].maxPerOrder = 0; });
}

TEST(ShadowRowsTest, AChangeThatExpectsAnotherStateIsReported) {
    Desk desk;
    desk.hold(holdPicks(1, {13}));
    const Changes once = desk.changes;
    Changes seatsOnly;
    seatsOnly.seats = once.seats;
    EXPECT_NONFATAL_FAILURE(desk.rows.apply(seatsOnly, desk.now), "seat 13");
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
