// SPDX-License-Identifier: Apache-2.0
// The server dies between an entry and its sale, and between a sale and its entry's end: nothing is
// lost, nothing is counted twice, and the shift closes.
#include <future>

#include "shared/base/ids.h"
#include "tests/integration/till_house.h"

namespace tessera::integration {
namespace {

class ShiftKillTest : public testing::Test {
protected:
    // What the database does to one table, as a slow or broken one would.
    void meddle(const std::string& table, const std::string& when, const std::string& what) {
        house.stack.psql("CREATE FUNCTION meddle_" + table +
                         "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + what +
                         "; RETURN NEW; END $$");
        house.stack.psql("CREATE TRIGGER meddle BEFORE " + when + " EXECUTE FUNCTION meddle_" +
                         table + "()");
    }
    void stopMeddling(const std::string& table) {
        house.stack.psql("DROP TRIGGER meddle ON " + table);
        house.stack.psql("DROP FUNCTION meddle_" + table);
    }
    // kill -9 of the server while the database sleeps over its batch, which is then ended, too.
    void killWhileAsleep() {
        const std::string asleep = "FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
        const auto sleepers = [&] { return house.stack.psql("SELECT count(*) " + asleep); };
        ASSERT_TRUE(eventually([&] { return sleepers() != "0"; }));
        house.stack.killServer();
        ASSERT_TRUE(eventually([&] {
            house.stack.psql("SELECT pg_terminate_backend(pid) " + asleep);
            return sleepers() == "0";
        }));
    }
    std::string states(const Answer& shift) {
        return house.stack.psql(
            "SELECT string_agg(state::text, ' ' ORDER BY state) FROM shift_entry WHERE shift_id "
            "= " +
            std::to_string(decodePublicId(shift.body.value("shift", "")).value_or(0)));
    }

    TillHouse& house = TillHouse::shared();
};

TEST_F(ShiftKillTest, WhatWasSoldIsCountedOnceAndWhatWasNotIsNot) {
    const Sale sale = makeSale(house.stack);
    const TillUser cora = house.signIn("cora", "cashier", house.enrol("Till that dies"));
    const Answer shift = cora.openShift(1'000);
    ASSERT_TRUE(shift.ok()) << shift;
    const Json cash = {{"kind", "CASH"}};

    // The first sale is made, and its entry's end never written.
    meddle("shift_entry", "UPDATE ON shift_entry FOR EACH ROW WHEN (NEW.state = 2)",
           "RAISE EXCEPTION 'no'");
    const Json first = cora.checkoutOf(cora.hold(sale, {60}), cash);
    const Answer sold = cora.call("CheckoutReservation", first);
    ASSERT_TRUE(sold.ok()) << sold;
    ASSERT_TRUE(cora.becomes(sold, "PAID"));
    ASSERT_EQ(states(shift), "1");
    // Two more have their entries, and die on their way into the database.
    const Json second = cora.checkoutOf(cora.hold(sale, {70}), cash);
    const Json third = cora.checkoutOf(cora.hold(sale, {80}), cash);
    meddle("tender", "INSERT ON tender FOR EACH ROW", "PERFORM pg_sleep(60)");
    const auto asking = [&](const Json& request) {
        return std::async(std::launch::async, [&house = house, &request, login = cora.session()] {
            return TillUser(house.connect("Till that dies"), login)
                .call("CheckoutReservation", request);
        });
    };
    auto dying = asking(second);
    auto dead = asking(third);
    ASSERT_TRUE(eventually([&] { return states(shift) == "1 1 1"; }));
    killWhileAsleep();
    EXPECT_EQ(dying.get().reason, "TRANSPORT");
    EXPECT_EQ(dead.get().reason, "TRANSPORT");
    stopMeddling("tender");
    stopMeddling("shift_entry");
    house.stack.startServer();

    // One of the two is asked for again: it is sold once. The other one never.
    const TillUser after(house.connect("Till that dies"), cora.session());
    const Answer again = after.insist("CheckoutReservation", second);
    ASSERT_TRUE(again.ok()) << again;
    ASSERT_TRUE(after.becomes(again, "PAID"));
    ASSERT_TRUE(eventually([&] { return states(shift) == "1 1 2"; }));
    const std::int64_t taken = minorOf(sold.body["total"]) + minorOf(again.body["total"]);
    Json count = {{"shift", shift.body["shift"]},
                  {"version", 1},
                  {"requestId", newRequestId()},
                  {"counts", Json::array({countOf(1'000 + taken)})}};
    const Answer busy = after.call("CountShift", count);
    EXPECT_EQ(busy.reason, "SHIFT_BUSY") << busy;
    EXPECT_EQ(busy.metadata.value("entries", ""), "1");
    EXPECT_EQ(after.sell(sale, {90}, cash).reason, "SHIFT_NEEDED");
    // Later nothing of it can be under way any more.
    house.stack.psql("UPDATE shift_entry SET opened_at = opened_at - 60000000 WHERE state = 1");
    const Answer counted = after.call("CountShift", count);
    ASSERT_TRUE(counted.ok()) << counted;
    EXPECT_EQ(states(shift), "2 2 3");
    EXPECT_EQ(minorOf(counted.body["balances"][0]["sales"]), taken);
    EXPECT_EQ(minorOf(counted.body["balances"][0]["variance"]), 0);
    EXPECT_EQ(house.stack.psql("SELECT sum(amount) FROM ledger_entry WHERE account = 4 AND "
                               "event_id = " +
                               std::to_string(numberOf(sale))),
              std::to_string(taken));
    // What was counted stays: the first is answered as it was, the third is refused.
    EXPECT_EQ(after.call("CheckoutReservation", first).body.value("order", ""),
              sold.body.value("order", "none"));
    EXPECT_EQ(after.call("CheckoutReservation", third).reason, "SHIFT_NEEDED");
    EXPECT_TRUE(after.close(counted).ok());
    EXPECT_EQ(states(shift), "2 2 3");
}

// Nothing started what lets them go, and no test said so.
TEST_F(ShiftKillTest, RequestsThatNobodyMayRepeatAreGoneOnceAServerIsThere) {
    // More than go at once; and one that may be repeated.
    house.stack.psql(
        "INSERT INTO shift_request SELECT gen_random_uuid(), 1, 0, 2, n FROM "
        "generate_series(1, 1001) AS n UNION ALL SELECT gen_random_uuid(), 1, 0, 2, "
        "(extract(epoch FROM now()) * 1000000)::bigint");
    const auto those = [&](const std::string& which) {
        return house.stack.psql("SELECT count(*) FROM shift_request WHERE shift_id = 0 AND at " +
                                which);
    };
    ASSERT_EQ(those("< 2000"), "1001");
    house.stack.killServer();
    house.stack.startServer();
    EXPECT_TRUE(eventually([&] { return those("< 2000") == "0"; }));
    EXPECT_EQ(those("> 2000"), "1");
    house.stack.psql("DELETE FROM shift_request WHERE shift_id = 0");
}

}  // namespace
}  // namespace tessera::integration
