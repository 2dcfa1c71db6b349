// SPDX-License-Identifier: Apache-2.0
// Who is let in, on a real database.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>

#include "server/app/staff/office.h"
#include "server/app/staff/totp.h"
#include "tests/staff/desk_fixture.h"

namespace tessera::staff {
namespace {

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
