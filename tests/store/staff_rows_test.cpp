// SPDX-License-Identifier: Apache-2.0
// Accounts, devices and their trail on a real database.
#include "server/store/staff_rows.h"

#include <gtest/gtest.h>

#include <thread>

#include "server/store/migrator.h"
#include "tests/support/private_postgres.h"

namespace tessera::store {
namespace {

constexpr Instant kNow{1'800'000'000'000'000};

TrailRow told(const char* action) {
    TrailRow row;
    row.at = kNow;
    row.by = StaffId{1};
    row.device = DeviceId{2};
    row.action = action;
    row.reason = "Because \"so\"";
    return row;
}

StaffRow person(std::int64_t id, const std::string& login) {
    StaffRow row;
    row.id = StaffId{id};
    row.login = login;
    row.name = "Ada Lovelace";
    row.role = 2;
    row.passwordHash = "$argon2id$x";
    row.createdAt = kNow;
    return row;
}

struct StaffRowsTest : ::testing::Test {
    void SetUp() override { ASSERT_TRUE(migrate(cluster->conninfo())); }

    std::optional<TrailFinding> fault() {
        TrailCheck check(EventId{});
        return check.judge(*rows->readTrail({}, 0));
    }
    std::string psql(const std::string& text) { return cluster->psql(text).value(); }

    std::unique_ptr<test::PrivatePostgres> cluster = test::PrivatePostgres::startOrDie();
    std::unique_ptr<StaffRows> rows = makePostgresStaff(cluster->conninfo(), 4);
};

TEST_F(StaffRowsTest, WhatIsAddedAndChangedIsReadAsItWasWrittenAndTheTrailTellsIt) {
    StaffRow ada = person(7, "ada");
    ada.pinHash = "$argon2id$y";
    ada.totpSecret = std::string("\0\1\2", 3);
    ada.totpStep = 9;
    EXPECT_EQ(rows->add(ada, told("add_staff")), StaffOutcome::Done);
    EXPECT_EQ(*rows->readStaff(), std::vector{ada});
    ada.disabled = true;
    ada.role = 4;
    EXPECT_EQ(rows->change(ada, told("change_staff")), StaffOutcome::Done);
    ++ada.version;
    EXPECT_EQ(*rows->readStaff(), std::vector{ada});
    DeviceRow till;
    till.id = DeviceId{5};
    till.name = "Till 1";
    till.codeHash = std::string(32, '\xfe');
    till.codeUntil = kNow;
    till.createdAt = kNow;
    EXPECT_EQ(rows->add(till, told("add_device")), StaffOutcome::Done);
    till.codeHash.clear();
    till.serial = std::string(40, 'a');
    till.enrolledAt = kNow;
    EXPECT_EQ(rows->change(till, told("enrol_device")), StaffOutcome::Done);
    ++till.version;
    EXPECT_EQ(*rows->readDevices(), std::vector{till});
    const auto trail = rows->readTrail({}, 0);
    ASSERT_TRUE(trail);
    ASSERT_EQ(trail->size(), 4U);
    EXPECT_EQ((*trail)[1].action, "change_staff");
    EXPECT_EQ((*trail)[1].reason, "Because \"so\"");
    EXPECT_EQ(fault(), std::nullopt);
    EXPECT_EQ(rows->readTrail({}, 3)->size(), 1U);
    EXPECT_EQ(*rows->trailsAfter(std::nullopt), std::vector{EventId{}});
    EXPECT_TRUE(rows->trailsAfter(EventId{})->empty());
}

TEST_F(StaffRowsTest, WhatIsRefusedChangesNothingAndLeavesNoTrail) {
    EXPECT_EQ(rows->add(person(7, "ada"), told("add_staff")), StaffOutcome::Done);
    EXPECT_EQ(rows->add(person(8, "ada"), told("add_staff")), StaffOutcome::Taken);
    EXPECT_EQ(rows->add(person(7, "grace"), told("add_staff")), StaffOutcome::Taken);
    EXPECT_EQ(rows->change(person(9, "grace"), told("change_staff")), StaffOutcome::Unknown);
    StaffRow late = person(7, "ada");
    late.version = 2;
    EXPECT_EQ(rows->change(late, told("change_staff")), StaffOutcome::Changed);
    EXPECT_FALSE(rows->add(person(8, "No Login"), told("add_staff")));
    EXPECT_EQ(rows->readStaff()->size(), 1U);
    EXPECT_EQ(rows->readTrail({}, 0)->size(), 1U);
    EXPECT_EQ(fault(), std::nullopt);
}

TEST_F(StaffRowsTest, WhoWritesAtOnceWritesOneChain) {
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 25; ++i) {
                const std::int64_t id = 1 + thread * 100 + i;
                EXPECT_EQ(rows->add(person(id, "s" + std::to_string(id)), told("add_staff")),
                          StaffOutcome::Done);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(rows->readTrail({}, 0)->size(), 100U);
    EXPECT_EQ(fault(), std::nullopt);
    EXPECT_EQ(rows->readStaff()->size(), 100U);
}

// One more could be added, and no server could read them any more, or start.
TEST_F(StaffRowsTest, BeyondAsManyAsAreReadNobodyIsAddedAndEverybodyIsStillRead) {
    psql(
        "INSERT INTO staff (staff_id, login, name, role, version, password_hash, pin_hash, "
        "totp_secret, totp_step, disabled, created_at) SELECT i, 'p' || i, 'x', 1, 1, 'h', '', '', "
        "0, false, 1 FROM generate_series(1, 9999) i");
    EXPECT_EQ(rows->add(person(20'000, "ada"), told("add_staff")), StaffOutcome::Done);
    EXPECT_EQ(rows->add(person(20'001, "bea"), told("add_staff")), StaffOutcome::TooMany);
    EXPECT_EQ(rows->add(person(20'001, "ada"), told("add_staff")), StaffOutcome::TooMany);
    EXPECT_EQ(rows->readStaff()->size(), 10'000U);
    psql(
        "INSERT INTO device (device_id, name, version, cert_serial, code_hash, code_until, "
        "enrolled_at, expires_at, revoked_at, created_at) SELECT i, 'x', 1, '', '', 0, 0, 0, 0, 1 "
        "FROM generate_series(1, 10000) i");
    DeviceRow till;
    till.id = DeviceId{20'000};
    till.name = "Till";
    till.createdAt = kNow;
    EXPECT_EQ(rows->add(till, told("add_device")), StaffOutcome::TooMany);
    EXPECT_EQ(rows->readDevices()->size(), 10'000U);
    EXPECT_EQ(rows->readTrail({}, 0)->size(), 1U);
    // Who is there is changed as ever.
    EXPECT_EQ(rows->change(person(20'000, "ada"), told("change_staff")), StaffOutcome::Done);
}

// Negative control: what somebody with the database's password does is found.
TEST_F(StaffRowsTest, ARowThatIsChangedOrTakenOutOfTheDatabaseIsFound) {
    for (std::int64_t id = 1; id <= 5; ++id) {
        EXPECT_EQ(rows->add(person(id, "s" + std::to_string(id)), told("add_staff")),
                  StaffOutcome::Done);
    }
    psql("UPDATE trail SET staff_id = 99 WHERE number = 3");
    ASSERT_TRUE(fault());
    EXPECT_EQ(fault()->fault, TrailFault::Hash);
    EXPECT_EQ(fault()->number, 3);
    psql("UPDATE trail SET staff_id = 1 WHERE number = 3");
    EXPECT_EQ(fault(), std::nullopt);
    psql("DELETE FROM trail WHERE number = 4");
    ASSERT_TRUE(fault());
    EXPECT_EQ(fault()->fault, TrailFault::Number);
}

}  // namespace
}  // namespace tessera::store
