// SPDX-License-Identifier: Apache-2.0
// Who is locked out after ten wrong ones, what is told of it, and when.
#include <algorithm>

#include "tests/staff/desk_fixture.h"

namespace tessera::staff {
namespace {

using LockOutTest = DeskTest;

TEST_F(LockOutTest, AfterTenWrongOnesTheRightOneIsNotTriedEitherForAQuarterOfAnHour) {
    const SignedIn in = signIn("cora");
    for (int i = 0; i < kPinsWrongMost; ++i) {
        EXPECT_EQ(desk.resume(device, in.resumption, "0000", kNow)->outcome, DeskOutcome::Wrong);
    }
    EXPECT_EQ(desk.resume(device, in.resumption, kPin, kNow)->outcome, DeskOutcome::Locked);
    EXPECT_EQ(signIn("cora").outcome, DeskOutcome::Locked);
    EXPECT_EQ(signIn("sue").outcome, DeskOutcome::Done);
    afterwards.run();
    const Instant over = kNow + kPinsForgotten;
    EXPECT_EQ(desk.resume(device, in.resumption, kPin, over)->outcome, DeskOutcome::Done);
    // Who looks after the house finds out, from the trail and from the log.
    EXPECT_EQ(ofTrail(StaffId{1}),
              (std::vector<std::string>{"1 sign_in ", "0 lock_sign_in 10 wrong", "1 resume "}));
    log->flush();
    EXPECT_NE(logged.find("sign_in_locked"), std::string::npos);
    EXPECT_EQ(logged.find("cora"), std::string::npos) << logged;
    EXPECT_EQ(std::ranges::count(logged, '\n'), 1) << "once for all ten";
}

// The row named who was locked out as who had done it.
TEST_F(LockOutTest, WhoTypedTenWrongOnesIsNotKnownAndTheTrailNamesNobody) {
    for (int i = 0; i < kPinsWrongMost; ++i) signIn("cora", "wrong");
    afterwards.run();
    const auto trail = rows->readTrail({}, 0);
    ASSERT_TRUE(trail && !trail->empty());
    EXPECT_EQ(trail->back().action, "lock_sign_in");
    EXPECT_EQ(trail->back().reason, "10 wrong");
    EXPECT_EQ(trail->back().by, StaffId{});
    EXPECT_EQ(trail->back().subject, 1);
    EXPECT_EQ(trail->back().device, device.device);
}

// The tenth answer about an account waited for its row, and told so that there is one.
TEST_F(LockOutTest, ALockOutIsWrittenAfterTheAnswerWhichWaitsForNoMoreThanOfALoginThatNobodyHas) {
    int writes = 0;
    faulty.onWrite = [&] { ++writes; };
    for (const char* const login : {"cora", "nobody"}) {
        for (int i = 0; i < kPinsWrongMost; ++i) {
            EXPECT_EQ(signIn(login, "wrong").outcome, DeskOutcome::Wrong);
        }
        EXPECT_EQ(writes, 0) << login;
        // Without a turn.
        const auto one = hashing.take();
        const auto two = hashing.take();
        ASSERT_TRUE(one && two);
        EXPECT_EQ(signIn(login).outcome, DeskOutcome::Locked);
    }
    EXPECT_EQ(afterwards.tasks.size(), 1U);
    EXPECT_TRUE(ofTrail(StaffId{1}).empty());
    afterwards.run();
    faulty.onWrite = {};
    EXPECT_EQ(writes, 1);
    EXPECT_EQ(ofTrail(StaffId{1}), std::vector<std::string>{"0 lock_sign_in 10 wrong"});
}

// At the PIN, for coming back and for an approval, nobody is told sooner either.
TEST_F(LockOutTest, ALockOutAtThePinIsWrittenAfterTheAnswerToo) {
    const SignedIn in = signIn("cora");
    int writes = 0;
    faulty.onWrite = [&] { ++writes; };
    for (int i = 0; i < kPinsWrongMost; ++i) {
        EXPECT_EQ(desk.resume(device, in.resumption, "0000", kNow)->outcome, DeskOutcome::Wrong);
    }
    ApprovalWish wrong = wish(in);
    wrong.pin = "0000";
    for (int i = 0; i < kPinsWrongMost; ++i) {
        EXPECT_EQ(desk.approve(wrong, kNow).outcome, DeskOutcome::Wrong);
    }
    EXPECT_EQ(desk.approve(wrong, kNow).outcome, DeskOutcome::Locked);
    EXPECT_EQ(writes, 0);
    afterwards.run();
    faulty.onWrite = {};
    EXPECT_EQ(writes, 2);
    EXPECT_EQ(ofTrail(StaffId{1}).back(), "0 lock_sign_in 10 wrong");
    EXPECT_EQ(ofTrail(StaffId{2}), std::vector<std::string>{"0 lock_sign_in 10 wrong"});
}

TEST_F(LockOutTest, WhereNothingCanBeDoneAfterwardsALockOutIsWrittenAllTheSame) {
    afterwards.full = true;
    for (int i = 0; i < kPinsWrongMost; ++i) signIn("cora", "wrong");
    EXPECT_EQ(ofTrail(StaffId{1}), std::vector<std::string>{"0 lock_sign_in 10 wrong"});
}

// Whoever guesses at logins that nobody has pushed the locked ones out of the guard, and guessed
// on.
TEST_F(LockOutTest, LoginsThatNobodyHasUnlockNobody) {
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

}  // namespace
}  // namespace tessera::staff
