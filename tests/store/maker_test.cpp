// SPDX-License-Identifier: Apache-2.0
// Who of the house made a reservation: read by its index, and not waited for.
#include <gtest/gtest.h>

#include "server/store/migrator.h"
#include "server/store/order_search.h"
#include "tests/support/private_postgres.h"

namespace tessera::store {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

struct MakerTest : ::testing::Test {
    void SetUp() override {
        ASSERT_TRUE(migrate(cluster->conninfo()));
        psql(
            "INSERT INTO staff (staff_id, login, name, role, version, password_hash, pin_hash, "
            "totp_secret, totp_step, disabled, created_at) VALUES (7, 'cora', 'Cora', 1, 1, 'h', "
            "'', '', 0, false, 1)");
        psql(
            "INSERT INTO device (device_id, name, version, cert_serial, code_hash, code_until, "
            "enrolled_at, expires_at, revoked_at, created_at) VALUES (8, 'Till 2', 1, '', '', 0, "
            "0, 0, 0, 1)");
        search = std::make_unique<OrderSearch>(cluster->conninfo(), 2);
    }
    std::string psql(const std::string& text) { return cluster->psql(text).value(); }
    // Of event 5, with numbers as they come.
    void trail(const std::string& rows) {
        psql(
            "INSERT INTO trail (event_id, number, at, staff_id, device_id, approval_id, "
            "approved_by, action, subject, amount, reason, before, hash) SELECT 5, number, 1, "
            "staff, device, 0, 0, action, subject, 0, '', sha256('a'), sha256('b') FROM (" +
            rows + ") AS r (number, staff, device, action, subject)");
    }
    std::string makerOf(std::int64_t reservation, EventId event = EventId{5}) {
        const auto maker = search->makerOf(event, ReservationId{reservation});
        if (!maker) return maker.error().message;
        return maker->staff + '@' + maker->device;
    }
    std::string rowsScanned() {
        return psql("SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'trail'");
    }

    std::unique_ptr<test::PrivatePostgres> cluster = test::PrivatePostgres::startOrDie();
    std::unique_ptr<OrderSearch> search;
};

TEST_F(MakerTest, ItIsWhoHeldTheSeatsFirstAndNobodyWhoDidSomethingElse) {
    trail(
        "VALUES (1, 7, 8, 'create_reservation', 100), (2, 9, 8, 'reprice_reservation', 100), "
        "(3, 7, 8, 'checkout', 101), (4, 7, 99, 'create_reservation', 102)");
    EXPECT_EQ(makerOf(100), "Cora@Till 2");
    EXPECT_EQ(makerOf(100, EventId{6}), "@") << "of another event";
    EXPECT_EQ(makerOf(101), "@") << "an order's number";
    EXPECT_EQ(makerOf(102), "Cora@") << "a device that nobody knows any more";
    EXPECT_EQ(makerOf(103), "@");
}

TEST_F(MakerTest, AmongManyRowsItIsFoundByItsIndex) {
    trail("SELECT i, 7, 8, 'create_reservation', 1000 + i FROM generate_series(1, 20000) AS s (i)");
    psql("ANALYZE trail");
    const std::string before = rowsScanned();
    for (int i = 1; i <= 50; ++i) EXPECT_EQ(makerOf(1000 + 300 * i), "Cora@Till 2");
    // A session reports what it read before it is gone from the list.
    search.reset();
    const auto until = steady_clock::now() + seconds(10);
    while (psql("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' "
                "AND pid <> pg_backend_pid()") != "0\n") {
        ASSERT_LT(steady_clock::now(), until);
    }
    EXPECT_EQ(rowsScanned(), before);
}

TEST_F(MakerTest, WhoAsksIsToldInTimeThatItCannotBeRead) {
    trail("VALUES (1, 7, 8, 'create_reservation', 100)");
    EXPECT_EQ(makerOf(100), "Cora@Till 2");
    const auto until = steady_clock::now() + seconds(20);
    auto other = PgConnection::open(cluster->conninfo(), "");
    ASSERT_TRUE(other);
    ASSERT_TRUE((*other)->script("BEGIN; LOCK TABLE device", until));
    const auto begun = steady_clock::now();
    const auto maker = search->makerOf(EventId{5}, ReservationId{100});
    EXPECT_FALSE(maker);
    EXPECT_LT(steady_clock::now() - begun, seconds(3)) << "of ten, as other questions wait";
    ASSERT_TRUE((*other)->script("ROLLBACK", until));
    EXPECT_EQ(makerOf(100), "Cora@Till 2") << "and the next one is";
}

}  // namespace
}  // namespace tessera::store
