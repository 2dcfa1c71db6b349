// SPDX-License-Identifier: Apache-2.0
// A desk on a real database: a till, a cashier and a supervisor, writes that can be counted, and
// what is left for afterwards in the test's hands.
//
// A test owns its fixture; its thread alone, but for what a test starts itself.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/app/staff/desk.h"
#include "server/runtime/api_key.h"
#include "server/store/migrator.h"
#include "tests/staff/faulty_rows.h"
#include "tests/support/private_postgres.h"

namespace tessera::staff {

inline constexpr Instant kNow{1'800'000'000'000'000};
inline const std::string kPassword = "correct horse";
inline const std::string kPin = "2580";
inline const std::string kSecret = "12345678901234567890";

// Keeps what is posted until somebody runs it.
class Later final : public runtime::Executor {
public:
    runtime::PostOutcome post(runtime::Task task) override {
        if (full) return runtime::PostOutcome::QueueFull;
        tasks.push_back(std::move(task));
        return runtime::PostOutcome::Accepted;
    }
    std::optional<runtime::TimerId> after(Duration, runtime::Task) override { return {}; }
    bool cancel(runtime::TimerId) override { return false; }
    const runtime::MonotonicClock& monotonic() const override { return clock; }
    void run() {
        for (runtime::Task& task : std::exchange(tasks, {})) task();
    }

    runtime::SteadyClock clock;
    std::vector<runtime::Task> tasks;
    bool full = false;

protected:
    bool schedule(runtime::Task, Turn) override { return false; }
    bool stopping() const override { return false; }
};

struct DeskTest : ::testing::Test {
    void SetUp() override {
        ASSERT_TRUE(store::migrate(cluster->conninfo()));
        store::DeviceRow till;
        till.id = DeviceId{5};
        till.name = "Till 1";
        till.serial = device.serial;
        till.enrolledAt = kNow;
        till.expiresAt = kNow + Duration::ofMinutes(60 * 24);
        till.createdAt = kNow;
        ASSERT_EQ(rows->add(till, told()), store::StaffOutcome::Done);
        addPerson(1, "cora", Role::Cashier);
        addPerson(2, "sue", Role::Supervisor);
        ASSERT_TRUE(desk.refresh());
    }

    static store::TrailRow told() {
        store::TrailRow row;
        row.at = kNow;
        row.action = "test";
        return row;
    }
    void addPerson(std::int64_t id, const std::string& login, Role role) {
        static const std::string passwordHash = runtime::hashApiKey(kPassword);
        static const std::string pinHash = runtime::hashApiKey(kPin);
        store::StaffRow row;
        row.id = StaffId{id};
        row.login = login;
        row.name = login;
        row.role = static_cast<std::int16_t>(role);
        row.passwordHash = passwordHash;
        row.pinHash = pinHash;
        row.createdAt = kNow;
        ASSERT_EQ(rows->add(row, told()), store::StaffOutcome::Done);
    }
    template <class Change>
    void change(std::int64_t id, Change how) {
        const auto all = rows->readStaff();
        for (store::StaffRow row : *all) {
            if (row.id.value != id) continue;
            how(row);
            ASSERT_EQ(rows->change(row, told()), store::StaffOutcome::Done);
        }
        ASSERT_TRUE(desk.refresh());
    }
    SignedIn signIn(const std::string& login, const std::string& password = kPassword,
                    const std::string& totp = "", Instant now = kNow) {
        auto in = desk.signIn({device, login, password, totp}, now);
        EXPECT_TRUE(in);
        return *in;
    }
    // What the trail has of them or about them, each with who did it.
    std::vector<std::string> ofTrail(StaffId who) const {
        std::vector<std::string> out;
        for (const store::TrailRow& row : *rows->readTrail({}, 0)) {
            if (row.by != who && row.subject != who.value) continue;
            if (row.action == "test") continue;
            out.push_back(std::to_string(row.by.value) + " " + row.action + " " + row.reason);
        }
        return out;
    }
    ApprovalWish wish(const SignedIn& cashier) const {
        return {device, cashier.token, "sue", kPin, Permission::Refund, EventId{7},
                77,     Money{5000}};
    }

    DeviceName device{DeviceId{5}, std::string(40, 'a')};
    std::unique_ptr<test::PrivatePostgres> cluster = test::PrivatePostgres::startOrDie();
    std::unique_ptr<store::StaffRows> rows = store::makePostgresStaff(cluster->conninfo(), 2);
    test::FaultyRows faulty{*rows};
    Turns hashing{kHashesAtOnce};
    std::string logged;
    std::unique_ptr<runtime::Log> log = runtime::Log::toSink(
        {}, [this](std::string_view line) { logged.append(line).append("\n"); });
    Later afterwards;
    Desk desk{faulty, std::string(32, 'k'), hashing, kPinsWatched, log.get(), &afterwards};
};

}  // namespace tessera::staff
