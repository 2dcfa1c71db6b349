// SPDX-License-Identifier: Apache-2.0
// Bugs of payments that were: each test tells its story in a line.
#include "tests/engine/provider_says.h"

namespace tessera::engine {
namespace {

// A create that the provider had answered with a stored 500 was repeated under its key for ever:
// the order could neither be paid nor released.
TEST(PaymentMendedTest, ACreateThatIsNeverAnsweredGetsAnotherKeyAfterAMinute) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    Duration waited;
    for (const std::int32_t attemptTry : {1, 1, 1, 1, 1, 2}) {
        desk.answer(unknownAnswer());
        EXPECT_EQ(desk.call().operation, Operation::Create);
        EXPECT_EQ(desk.call().attemptTry, attemptTry);
        waited = waited + (desk.call().notBefore - desk.now);
    }
    EXPECT_GE(waited, Duration::ofSeconds(60));
    desk.reload();
    desk.answer(unknownAnswer());
    EXPECT_EQ(desk.call().attemptTry, 3);
    desk.answer(created("pi_1"));
    EXPECT_EQ(desk.orderState(order.id), OrderState::Paying);
    EXPECT_EQ(desk.rows.facts.rbegin()->second.objectId, "pi_1");
}

// A capture that was refused for good was repeated for ever, the tickets inactive and nobody told.
TEST(PaymentMendedTest, ACaptureRefusedForGoodIsCancelledAndTheOrderIsUnpaid) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created());
    desk.apply(HintProvider{desk.rows.attempts.begin()->first});
    desk.answer(kAuthorized);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(desk.call().operation, Operation::Capture);
        desk.answer(refusing(kAuthorized));
    }
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.answer(refusing(kAuthorized));
    EXPECT_EQ(desk.call().operation, Operation::Retrieve);
    EXPECT_GT(desk.call().notBefore, desk.now);
    desk.answer(kAuthorized);
    EXPECT_EQ(desk.call().operation, Operation::Capture);  // It may have been cleared up.
    desk.answer(refusing(kAuthorized));
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.answer(kCanceled);
    EXPECT_EQ(desk.orderState(order.id), OrderState::Unpaid);
}

// An object that the provider did not know any more was looked for for ever: its seats were never
// free again. "Not found" is no evidence; what comes back is cancelled.
TEST(PaymentMendedTest, AnObjectThatIsNotFoundIsMadeAgainUnderItsFirstKeyAndCancelled) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
    desk.answer(created());
    desk.now = order.payDeadline;
    desk.tick();
    desk.answer(kOpen);
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    desk.answer(refusing(kOpen));
    ProviderAnswer notFound;
    notFound.notFound = true;
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(desk.call().operation, Operation::Retrieve);
        desk.answer(i == 1 ? says(ObjectState::None) : notFound);
    }
    EXPECT_EQ(desk.orderState(order.id), OrderState::Fencing);
    EXPECT_EQ(desk.call().operation, Operation::Create);
    EXPECT_EQ(desk.call().attemptTry, 1);
    desk.reload();
    desk.answer(refusing(says(ObjectState::None)));  // No evidence either.
    EXPECT_EQ(desk.call().operation, Operation::Create);
    desk.answer(created("pi_again"));
    EXPECT_EQ(desk.call().operation, Operation::Cancel);
    EXPECT_EQ(desk.call().objectId, "pi_again");
    EXPECT_EQ(desk.call().attemptTry, 2);  // The first is spent.
    desk.answer(kCanceled);
    EXPECT_EQ(desk.orderState(order.id), OrderState::Released);
}

// A hold whose release the database had refused could be checked out after its deadline.
TEST(PaymentMendedTest, ACheckoutAfterTheDeadlineLosesThoughTheReleaseIsPutOff) {
    Desk desk;
    const ReservationView held = desk.hold(holdPicks(1, {13, 14}));
    desk.now = held.expiresAt;
    ASSERT_TRUE(desk.engine.postponeDue(desk.now, desk.now + Duration::ofSeconds(30)));
    EXPECT_EQ(desk.refusalOf(Checkout{held.id, callerOf(1), "A", "a@b.c", "en"}),
              Refusal::ReservationExpired);
}

}  // namespace
}  // namespace tessera::engine
