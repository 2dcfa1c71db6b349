// SPDX-License-Identifier: Apache-2.0
// Who is let in, on a real database.
#include "server/app/staff/desk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>

#include "server/app/staff/office.h"
#include "server/app/staff/totp.h"
#include "server/runtime/api_key.h"
#include "server/store/migrator.h"
#include "tests/staff/faulty_rows.h"
#include "tests/support/private_postgres.h"

namespace tessera::staff {
namespace {

constexpr Instant kNow{1'800'000'000'000'000};
const std::string kPassword = "correct horse";
const std::string kPin = "2580";
const std::string kSecret = "12345678901234567890";

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
    Desk desk{faulty, std::string(32, 'k'), hashing, kPinsWatched, log.get()};
};

TEST_F(DeskTest, WhoSignsInMayWhatTheirRoleMayUntilTheSessionIsOver) {
    const SignedIn in = signIn("cora");
    ASSERT_EQ(in.outcome, DeskOutcome::Done);
    const Standing standing = desk.standingOf(device, in.token, kNow);
    EXPECT_EQ(standing.outcome, DeskOutcome::Done);
    EXPECT_EQ(standing.role, Role::Cashier);
    EXPECT_EQ(standing.session, in.session);
    EXPECT_EQ(desk.standingOf(device, in.token, kNow + kSessionLasts).outcome,
              DeskOutcome::TokenBad);
    EXPECT_EQ(desk.standingOf(device, in.resumption, kNow).outcome, DeskOutcome::TokenBad);
    const auto trail = rows->readTrail({}, 0);
    EXPECT_EQ(trail->back().action, "sign_in");
    EXPECT_EQ(trail->back().by, StaffId{1});
    EXPECT_EQ(trail->back().device, DeviceId{5});
}

// A supervisor stands at three tills: signing in at one ended the sessions at the others.
TEST_F(DeskTest, OnePersonMayWorkOnTwoDevices) {
    store::DeviceRow second = rows->readDevices()->front();
    second.id = DeviceId{6};
    second.serial = std::string(40, 'b');
    second.version = 1;
    ASSERT_EQ(rows->add(second, told()), store::StaffOutcome::Done);
    ASSERT_TRUE(desk.refresh());
    const DeviceName there{DeviceId{6}, second.serial};
    const SignedIn here = signIn("sue");
    const auto also = desk.signIn({there, "sue", kPassword, ""}, kNow);
    ASSERT_TRUE(desk.refresh());
    EXPECT_EQ(desk.standingOf(device, here.token, kNow).outcome, DeskOutcome::Done);
    EXPECT_EQ(desk.standingOf(there, also->token, kNow).outcome, DeskOutcome::Done);
    EXPECT_EQ(desk.standingOf(there, here.token, kNow).outcome, DeskOutcome::TokenBad);
}

TEST_F(DeskTest, ALoginThatIsNotThereAndAWrongPasswordAreOneAnswer) {
    EXPECT_EQ(signIn("nobody").outcome, DeskOutcome::Wrong);
    EXPECT_EQ(signIn("cora", "correct horsE").outcome, DeskOutcome::Wrong);
    EXPECT_EQ(signIn("cora", "").outcome, DeskOutcome::Wrong);
    // And both lock after ten, each alone.
    for (int i = 1; i < kPinsWrongMost; ++i)
        EXPECT_EQ(signIn("nobody").outcome, DeskOutcome::Wrong);
    EXPECT_EQ(signIn("nobody").outcome, DeskOutcome::Locked);
    EXPECT_EQ(signIn("nobody2").outcome, DeskOutcome::Wrong);
    change(1, [](store::StaffRow& row) { row.disabled = true; });
    EXPECT_EQ(signIn("cora", "wrong").outcome, DeskOutcome::Wrong);
    EXPECT_EQ(signIn("cora").outcome, DeskOutcome::Disabled);
}

TEST_F(DeskTest, AChangeOfTheAccountEndsItsSessionsEverywhere) {
    const SignedIn in = signIn("cora");
    change(1, [](store::StaffRow& row) { row.role = 2; });
    EXPECT_EQ(desk.standingOf(device, in.token, kNow).outcome, DeskOutcome::TokenBad);
    EXPECT_EQ(desk.resume(device, in.resumption, kPin, kNow)->outcome, DeskOutcome::TokenBad);
}

TEST_F(DeskTest, AnotherCertificateARevokedOneAndOneThatIsOverOpenNothing) {
    const SignedIn in = signIn("cora");
    const DeviceName other{DeviceId{5}, std::string(40, 'b')};
    EXPECT_EQ(desk.standingOf(other, in.token, kNow).outcome, DeskOutcome::DeviceUnknown);
    const DeviceName none{DeviceId{6}, device.serial};
    EXPECT_EQ(desk.standingOf(none, in.token, kNow).outcome, DeskOutcome::DeviceUnknown);
    EXPECT_EQ(desk.signIn({none, "cora", kPassword, ""}, kNow)->outcome,
              DeskOutcome::DeviceUnknown);
    const Instant over = kNow + Duration::ofMinutes(60 * 24);
    EXPECT_EQ(desk.signIn({device, "cora", kPassword, ""}, over)->outcome, DeskOutcome::DeviceOver);
    store::DeviceRow row = rows->readDevices()->front();
    row.revokedAt = kNow;
    ASSERT_EQ(rows->change(row, told()), store::StaffOutcome::Done);
    EXPECT_EQ(desk.standingOf(device, in.token, kNow).outcome, DeskOutcome::Done);
    ASSERT_TRUE(desk.refresh());
    EXPECT_EQ(desk.standingOf(device, in.token, kNow).outcome, DeskOutcome::DeviceOver);
}

TEST_F(DeskTest, ACodeOfTheSecondFactorIsNeededAndGoodOnce) {
    change(1, [](store::StaffRow& row) { row.totpSecret = kSecret; });
    const std::int64_t step = kNow.micros / kTotpStep.micros;
    const std::string code = totpAt(kSecret, step);
    EXPECT_EQ(signIn("cora").outcome, DeskOutcome::TotpNeeded);
    EXPECT_EQ(signIn("cora", kPassword, totpAt(kSecret, step - 5)).outcome, DeskOutcome::TotpWrong);
    EXPECT_EQ(signIn("cora", "wrong", code).outcome, DeskOutcome::Wrong);
    EXPECT_EQ(signIn("cora", kPassword, code).outcome, DeskOutcome::Done);
    // Used, also before this node has read that it is.
    EXPECT_EQ(signIn("cora", kPassword, code).outcome, DeskOutcome::Conflict);
    ASSERT_TRUE(desk.refresh());
    EXPECT_EQ(signIn("cora", kPassword, code).outcome, DeskOutcome::TotpWrong);
    EXPECT_EQ(signIn("cora", kPassword, totpAt(kSecret, step + 1)).outcome, DeskOutcome::Done);
}

TEST_F(DeskTest, WhoComesBackNeedsThePinAndHasNoLongerThanBefore) {
    const SignedIn in = signIn("cora");
    EXPECT_EQ(desk.resume(device, in.resumption, "0000", kNow)->outcome, DeskOutcome::Wrong);
    EXPECT_EQ(desk.resume(device, in.token, kPin, kNow)->outcome, DeskOutcome::TokenBad);
    const Instant later = kNow + Duration::ofMinutes(60);
    const SignedIn back = *desk.resume(device, in.resumption, kPin, later);
    ASSERT_EQ(back.outcome, DeskOutcome::Done);
    EXPECT_EQ(back.session, in.session);
    EXPECT_EQ(desk.standingOf(device, back.token, later).outcome, DeskOutcome::Done);
    EXPECT_EQ(desk.standingOf(device, back.token, kNow + kSessionLasts).outcome,
              DeskOutcome::TokenBad);
    change(2, [](store::StaffRow& row) { row.pinHash.clear(); });
    const SignedIn sue = signIn("sue");
    EXPECT_EQ(desk.resume(device, sue.resumption, "", kNow)->outcome, DeskOutcome::NoPin);
}

TEST_F(DeskTest, AfterTenWrongOnesTheRightOneIsNotTriedEitherForAQuarterOfAnHour) {
    const SignedIn in = signIn("cora");
    for (int i = 0; i < kPinsWrongMost; ++i) {
        EXPECT_EQ(desk.resume(device, in.resumption, "0000", kNow)->outcome, DeskOutcome::Wrong);
    }
    EXPECT_EQ(desk.resume(device, in.resumption, kPin, kNow)->outcome, DeskOutcome::Locked);
    EXPECT_EQ(signIn("cora").outcome, DeskOutcome::Locked);
    EXPECT_EQ(signIn("sue").outcome, DeskOutcome::Done);
    const Instant later = kNow + kPinsForgotten;
    EXPECT_EQ(desk.resume(device, in.resumption, kPin, later)->outcome, DeskOutcome::Done);
    // Who looks after the house finds out, from the trail and from the log.
    std::vector<std::string> told;
    for (const store::TrailRow& row : *rows->readTrail({}, 0)) {
        if (row.by == StaffId{1}) told.push_back(row.action + " " + row.reason);
    }
    EXPECT_EQ(told, (std::vector<std::string>{"sign_in ", "resume "}));
    log->flush();
    EXPECT_NE(logged.find("sign_in_locked"), std::string::npos);
    EXPECT_EQ(logged.find("cora"), std::string::npos) << logged;
    EXPECT_EQ(std::ranges::count(logged, '\n'), 1) << "once for all ten";
}

// The row named who was locked out as who had done it.
TEST_F(DeskTest, WhoTypedTenWrongOnesIsNotKnownAndTheTrailNamesNobody) {
    for (int i = 0; i < kPinsWrongMost; ++i) signIn("cora", "wrong");
    const auto trail = rows->readTrail({}, 0);
    ASSERT_TRUE(trail && !trail->empty());
    EXPECT_EQ(trail->back().action, "lock_sign_in");
    EXPECT_EQ(trail->back().reason, "10 wrong");
    EXPECT_EQ(trail->back().by, StaffId{});
    EXPECT_EQ(trail->back().subject, 1);
    EXPECT_EQ(trail->back().device, device.device);
}

// The tenth wrong one held a turn while its row was written; of a login that nobody has nothing was
// asked, so that the tenth answer was quicker.
TEST_F(DeskTest, ALockOutIsWrittenBesideHashingAndTakesAsLongForALoginThatNobodyHas) {
    const auto before = rows->readTrail({}, 0)->size();
    int writes = 0;
    int turns = 0;
    faulty.onWrite = [&] {
        ++writes;
        const auto one = hashing.take();
        const auto two = hashing.take();
        turns += one && two ? 1 : 0;
    };
    for (const char* const login : {"cora", "nobody"}) {
        for (int i = 0; i < kPinsWrongMost; ++i) {
            EXPECT_EQ(signIn(login, "wrong").outcome, DeskOutcome::Wrong);
        }
        // Without a turn.
        const auto one = hashing.take();
        const auto two = hashing.take();
        EXPECT_EQ(signIn(login).outcome, DeskOutcome::Locked);
    }
    faulty.onWrite = {};
    EXPECT_EQ(writes, 2);
    EXPECT_EQ(turns, 2);
    EXPECT_EQ(rows->readTrail({}, 0)->size(), before + 1);
}

TEST_F(DeskTest, ASupervisorApprovesOneActionOfAnotherUpToItsAmount) {
    const SignedIn cora = signIn("cora");
    const Approved given = desk.approve(wish(cora), kNow);
    ASSERT_EQ(given.outcome, DeskOutcome::Done);
    EXPECT_EQ(given.approval.by, StaffId{2});
    EXPECT_EQ(desk.approvalOf(given.token, cora.session, kNow), given.approval);
    // That it is over says who knows whether it was used in time.
    EXPECT_EQ(desk.approvalOf(given.token, cora.session, kNow + kApprovalLasts), given.approval);
    EXPECT_EQ(desk.approvalOf(given.token + "A", cora.session, kNow), std::nullopt);
    EXPECT_EQ(desk.approvalOf(cora.token, cora.session, kNow), std::nullopt);
    Session another = cora.session;
    another.staff = StaffId{9};
    EXPECT_EQ(desk.approvalOf(given.token, another, kNow), std::nullopt);
    another = cora.session;
    another.device = DeviceId{9};
    EXPECT_EQ(desk.approvalOf(given.token, another, kNow), std::nullopt);
}

TEST_F(DeskTest, NobodyApprovesForThemselvesNorWhatNeitherMay) {
    const SignedIn cora = signIn("cora");
    const SignedIn sue = signIn("sue");
    EXPECT_EQ(desk.approve(wish(sue), kNow).outcome, DeskOutcome::NotAllowed);
    ApprovalWish never = wish(cora);
    never.permission = Permission::SeeReports;
    EXPECT_EQ(desk.approve(never, kNow).outcome, DeskOutcome::NotAllowed);
    ApprovalWish byCashier = wish(sue);
    byCashier.login = "cora";
    EXPECT_EQ(desk.approve(byCashier, kNow).outcome, DeskOutcome::NotAllowed);
    ApprovalWish wrong = wish(cora);
    wrong.pin = "0000";
    EXPECT_EQ(desk.approve(wrong, kNow).outcome, DeskOutcome::Wrong);
    wrong.login = "nobody";
    EXPECT_EQ(desk.approve(wrong, kNow).outcome, DeskOutcome::Wrong);
}

// Somebody else changed the account between reading and writing.
TEST_F(DeskTest, ASignInThatMeetsAChangeIsToBeTriedAgain) {
    store::StaffRow row = rows->readStaff()->front();
    ASSERT_EQ(rows->change(row, told()), store::StaffOutcome::Done);
    EXPECT_EQ(signIn("cora").outcome, DeskOutcome::Conflict);
    ASSERT_TRUE(desk.refresh());
    EXPECT_EQ(signIn("cora").outcome, DeskOutcome::Done);
}

// Whoever guesses at logins that nobody has pushed the locked ones out of the guard, and guessed
// on.
TEST_F(DeskTest, LoginsThatNobodyHasUnlockNobody) {
    Desk small{*rows, std::string(32, 'k'), hashing, 2};
    ASSERT_TRUE(small.refresh());
    const auto ask = [&](const std::string& login, const std::string& password) {
        return small.signIn({device, login, password, ""}, kNow)->outcome;
    };
    for (int i = 0; i < kPinsWrongMost; ++i) ask("cora", "wrong");
    EXPECT_EQ(ask("cora", kPassword), DeskOutcome::Locked);
    for (const char* const login : {"nobody1", "nobody2", "nobody3"}) ask(login, "wrong");
    EXPECT_EQ(ask("cora", kPassword), DeskOutcome::Locked);
}

// At the desk and in the office together: five could be computed at once.
TEST_F(DeskTest, WhereTwoHashesAreComputedWhoeverNeedsAnotherIsToldToWait) {
    const SignedIn in = signIn("cora");
    Office office(*rows, nullptr, hashing);
    const Doer doer{{}, {}, kNow};
    const auto first = hashing.take();
    const auto second = hashing.take();
    ASSERT_TRUE(first && second);
    EXPECT_EQ(signIn("cora").outcome, DeskOutcome::Busy);
    EXPECT_EQ(signIn("nobody").outcome, DeskOutcome::Busy);
    EXPECT_EQ(desk.resume(device, in.resumption, kPin, kNow)->outcome, DeskOutcome::Busy);
    EXPECT_EQ(desk.approve(wish(in), kNow).outcome, DeskOutcome::Busy);
    EXPECT_EQ(desk.setPin(in.session, {kPassword, kPin}, kNow)->outcome, DeskOutcome::Busy);
    EXPECT_EQ(office.create({"ada", "Ada", Role::Cashier}, doer)->outcome, OfficeOutcome::Busy);
    EXPECT_EQ(office.resetPassword(StaffId{1}, 1, doer)->outcome, OfficeOutcome::Busy);
    first->end();
    EXPECT_EQ(signIn("cora").outcome, DeskOutcome::Done);
    EXPECT_EQ(desk.setPin(in.session, {kPassword, kPin}, kNow)->outcome, DeskOutcome::Done);
    EXPECT_EQ(office.create({"ada", "Ada", Role::Cashier}, doer)->outcome, OfficeOutcome::Done);
    EXPECT_EQ(office.resetPassword(StaffId{2}, 1, doer)->outcome, OfficeOutcome::Done);
    // Each gave its turn back, once.
    const auto third = hashing.take();
    EXPECT_TRUE(third);
    EXPECT_FALSE(hashing.take());
}

// A reading that had begun before somebody was shut out, and ended last, let them in again.
TEST_F(DeskTest, AReadingThatBeganEarlierDoesNotTakeThePlaceOfALaterOne) {
    const SignedIn in = signIn("cora");
    std::future<Status> later;
    std::atomic<bool> begun{false};
    faulty.onRead = [&] {
        if (begun.exchange(true)) return;
        store::StaffRow cora = rows->readStaff()->front();
        cora.disabled = true;
        ASSERT_EQ(rows->change(cora, told()), store::StaffOutcome::Done);
        later = std::async(std::launch::async, [&] { return desk.refresh(); });
        // As long as a reading takes where nothing holds it back.
        later.wait_for(std::chrono::milliseconds(50));
    };
    ASSERT_TRUE(desk.refresh());
    ASSERT_TRUE(later.get());
    EXPECT_EQ(desk.standingOf(device, in.token, kNow).outcome, DeskOutcome::TokenBad);
}

TEST_F(DeskTest, ASignOutThatTheTrailDoesNotHaveLeavesTheSessionAndCanBeAskedAgain) {
    const SignedIn in = signIn("cora");
    faulty.failNext(Effect::None);
    EXPECT_FALSE(desk.signOut(in.session, kNow));
    EXPECT_EQ(desk.standingOf(device, in.token, kNow).outcome, DeskOutcome::Done);
    EXPECT_EQ(rows->readTrail({}, 0)->back().action, "sign_in");
    ASSERT_TRUE(desk.signOut(in.session, kNow));
    EXPECT_EQ(desk.standingOf(device, in.token, kNow).outcome, DeskOutcome::TokenBad);
    EXPECT_EQ(desk.resume(device, in.resumption, kPin, kNow)->outcome, DeskOutcome::TokenBad);
    EXPECT_EQ(rows->readTrail({}, 0)->back().action, "sign_out");
}

}  // namespace
}  // namespace tessera::staff
