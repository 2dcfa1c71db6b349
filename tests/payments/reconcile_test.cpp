// SPDX-License-Identifier: Apache-2.0
#include "server/payments/reconcile.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "tests/payments/reconcile_world.h"

namespace tessera::payments {
namespace {

using engine::AttemptState;
using engine::ObjectState;
using engine::OrderState;
using engine::RefundStanding;
using engine::RefundState;
using store::BreakKind;

// What is wrong between the sides of one order: planted into a world that agreed.
struct Plant {
    const char* name;
    // Nothing: it is not a break.
    std::optional<BreakKind> expected;
    void (*plant)(Pair& pair, RefundPair& refund);
    bool withRefund = false;
    bool without = false;  // The provider's object is not listed.
    bool twice = false;    // A second object of the same attempt is listed.
};

const std::vector<Plant> kPlants{
    {"nothing", std::nullopt, [](Pair&, RefundPair&) {}},
    {"nothing, refunded", std::nullopt, [](Pair&, RefundPair&) {}, true},
    {"another amount", BreakKind::AmountDiffers,
     [](Pair& p, RefundPair&) {
         p.own.state = AttemptState::Authorized;
         p.own.orderState = OrderState::Allocated;
         p.own.captured = p.theirs.captured = {};
         p.own.authorized = p.own.amount;
         p.theirs.authorized = p.own.amount + Money{1};
         p.theirs.state = ObjectState::RequiresCapture;
     }},
    {"another currency", BreakKind::CurrencyDiffers,
     [](Pair& p, RefundPair&) {
         p.theirs.currency = Currency{{'U', 'S', 'D'}};
     }},
    {"captured less", BreakKind::CapturedDiffers,
     [](Pair& p, RefundPair&) { p.theirs.captured = Money{4999}; }},
    {"captured there, voided here", BreakKind::CapturedWhenOver,
     [](Pair& p, RefundPair&) {
         p.own.state = AttemptState::Voided;
         p.own.orderState = OrderState::Released;
         p.own.captured = {};
     }},
    {"captured for a released order", BreakKind::CapturedWhenOver,
     [](Pair& p, RefundPair&) { p.own.orderState = OrderState::Released; }},
    {"captured for a released order, refund under way", std::nullopt,
     [](Pair& p, RefundPair&) {
         p.own.orderState = OrderState::Released;
         p.own.refundsUnderWay = p.own.captured;
     }},
    {"authorized for a released order", BreakKind::AuthorizedWhenOver,
     [](Pair& p, RefundPair&) {
         p.own.state = AttemptState::Voided;
         p.own.orderState = OrderState::Released;
         p.own.captured = p.theirs.captured = {};
         p.theirs.authorized = p.own.amount;
         p.theirs.state = ObjectState::RequiresCapture;
     }},
    {"authorized while the order is paid", BreakKind::AuthorizedWhenOver,
     [](Pair& p, RefundPair&) {
         p.own.state = AttemptState::Failed;
         p.own.captured = p.theirs.captured = {};
         p.theirs.authorized = p.own.amount;
         p.theirs.state = ObjectState::RequiresCapture;
     }},
    {"refunded there alone", BreakKind::RefundedDiffers,
     [](Pair& p, RefundPair&) { p.theirs.refunded = Money{100}; }},
    {"refunded there, under way here", std::nullopt,
     [](Pair& p, RefundPair&) {
         p.theirs.refunded = Money{100};
         p.own.refundsUnderWay = Money{100};
     }},
    {"ours is not in the list", BreakKind::MissingObject, [](Pair&, RefundPair&) {}, false, true},
    {"a young one is not in the list", std::nullopt,
     [](Pair& p, RefundPair&) { p.own.createdAt = kReconciledNow - Duration::ofMinutes(29); },
     false, true},
    {"one from before the window is not in the list", std::nullopt,
     [](Pair& p, RefundPair&) { p.own.createdAt = kReconciledNow - Duration::ofMinutes(181); },
     false, true},
    {"an open one, authorized there", std::nullopt,
     [](Pair& p, RefundPair&) {
         p.own.state = AttemptState::Open;
         p.own.orderState = OrderState::Paying;
         p.own.captured = p.theirs.captured = {};
         p.theirs.authorized = p.own.amount;
         p.theirs.state = ObjectState::RequiresCapture;
     }},
    {"a young one, captured there", std::nullopt,
     [](Pair& p, RefundPair&) {
         p.own.createdAt = kReconciledNow - Duration::ofMinutes(10);
         p.own.captured = {};
     }},
    {"open for long, captured there", BreakKind::CapturedDiffers,
     [](Pair& p, RefundPair&) {
         p.own.state = AttemptState::Open;
         p.own.orderState = OrderState::Paying;
         p.own.captured = {};
     }},
    {"two objects", BreakKind::DuplicateObject, [](Pair&, RefundPair&) {}, false, false, true},
    {"refund failed there", BreakKind::RefundFailed,
     [](Pair&, RefundPair& r) { r.theirs.standing = RefundStanding::Failed; }, true},
    {"refund of another amount", BreakKind::RefundAmount,
     [](Pair&, RefundPair& r) { r.theirs.amount = Money{1}; }, true},
    {"refund not in the list", BreakKind::RefundMissing, [](Pair&, RefundPair&) {}, true, true},
    {"refund that we do not know", BreakKind::UnknownRefund,
     [](Pair&, RefundPair& r) { r.own.id = RefundId{0}; }, true},
};

void addPlanted(World& world, const Plant& plant, std::int64_t number) {
    Pair pair = capturedPair(number);
    RefundPair refund;
    if (plant.withRefund) refund = refundedPair(pair);
    plant.plant(pair, refund);
    world.own.attempts.push_back(pair.own);
    if (!plant.without || plant.withRefund) world.listed.push_back(pair.theirs);
    if (plant.twice) {
        world.listed.push_back(pair.theirs);
        world.listed.back().objectId += "_again";
        world.listed.back().captured = {};
        world.listed.back().state = ObjectState::RequiresPaymentMethod;
    }
    if (!plant.withRefund) return;
    if (refund.own.id) world.own.refunds.push_back(refund.own);
    if (!plant.without) world.listed.push_back(refund.theirs);
}

std::vector<BreakKind> kindsOf(const Comparison& found) {
    std::vector<BreakKind> out;
    for (const auto& each : found.breaks) out.push_back(each.subject.kind);
    return out;
}

TEST(ReconcileTest, EachDifferenceIsTheBreakThatTheTableSays) {
    int negative = 0;
    for (const Plant& plant : kPlants) {
        SCOPED_TRACE(plant.name);
        World world;
        addPlanted(world, plant, 1);
        addPlanted(world, kPlants[0], 2);
        std::vector<BreakKind> expected;
        if (plant.expected) expected.push_back(*plant.expected);
        negative += plant.expected ? 0 : 1;
        EXPECT_EQ(kindsOf(world.compared()), expected);
    }
    EXPECT_EQ(negative, 8);
}

TEST(ReconcileTest, AnObjectWithOurReferenceThatWeDoNotKnowIsABreak) {
    World world;
    world.add(capturedPair(1));
    world.listed.push_back(capturedPair(2).theirs);
    EXPECT_EQ(kindsOf(world.compared()), std::vector{BreakKind::UnknownObject});
    world.listed.back().state = ObjectState::Canceled;
    world.listed.back().captured = {};
    EXPECT_TRUE(world.compared().breaks.empty()) << "nobody can pay it any more";
    world.listed.back() = capturedPair(2).theirs;
    world.listed.back().createdAt = kReconciledNow - Duration::ofMinutes(1);
    EXPECT_TRUE(world.compared().breaks.empty()) << "its row may not be read yet";
}

TEST(ReconcileTest, TwoCapturedAttemptsOfOneTenderAreABreakUntilOneIsRefunded) {
    World world;
    Pair first = capturedPair(1);
    Pair second = capturedPair(2);
    second.own.tender = first.own.tender;
    second.own.order = first.own.order;
    world.add(first);
    world.add(second);
    EXPECT_EQ(kindsOf(world.compared()), std::vector{BreakKind::DuplicateCapture});
    World mended;
    const RefundPair refund = refundedPair(second);
    mended.add(first);
    mended.add(second);
    mended.add(refund);
    EXPECT_TRUE(mended.compared().breaks.empty());
}

TEST(ReconcileTest, ACallUnderWayExcusesADifferenceForAnHour) {
    World world;
    Pair pair = capturedPair(1);
    pair.theirs.captured = {};
    pair.own.calling = true;
    pair.own.createdAt = kReconciledNow - Duration::ofMinutes(59);
    world.add(pair);
    EXPECT_TRUE(world.compared().breaks.empty());
    world.own.attempts[0].createdAt = kReconciledNow - Duration::ofMinutes(60);
    EXPECT_EQ(kindsOf(world.compared()), std::vector{BreakKind::CapturedDiffers});
}

TEST(ReconcileTest, AnAttemptThatIsOpenForLongIsAHint) {
    World world;
    addPlanted(world,
               *std::find_if(kPlants.begin(), kPlants.end(),
                             [](const Plant& each) {
                                 return std::string_view(each.name) ==
                                        "an open one, authorized there";
                             }),
               1);
    EXPECT_EQ(world.compared().hints, std::vector{AttemptId{103}});
    world.own.attempts[0].createdAt = kReconciledNow - Duration::ofMinutes(29);
    EXPECT_TRUE(world.compared().hints.empty()) << "the engine asks about it all the time";
}

TEST(ReconcileTest, OfManyOrdersThosePlantedAreFoundAndNoOthers) {
    const auto seed = static_cast<unsigned>(std::random_device{}());
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::int64_t compared = 0;
    std::size_t planted = 0;
    for (int round = 0; round < 200; ++round) {
        World world;
        std::set<std::pair<BreakKind, std::int64_t>> expected;  // By the order's hundred.
        for (std::int64_t number = 1; number <= 50; ++number) {
            const bool wrong = random() % 4 == 0;
            const Plant& plant = kPlants[wrong ? random() % kPlants.size() : random() % 2];
            addPlanted(world, plant, number);
            if (plant.expected) expected.emplace(*plant.expected, number);
        }
        std::shuffle(world.listed.begin(), world.listed.end(), random);
        const Comparison found = world.compared();
        std::set<std::pair<BreakKind, std::int64_t>> reported;
        for (const auto& each : found.breaks) {
            const auto id =
                each.subject.attempt ? each.subject.attempt.value : each.subject.refund.value;
            reported.emplace(each.subject.kind, id / 100);
        }
        ASSERT_EQ(reported, expected);
        ASSERT_EQ(found.breaks.size(), expected.size());
        compared += found.compared;
        planted += expected.size();
    }
    EXPECT_GT(planted, 1000U);
    RecordProperty("compared", std::to_string(compared));
}

}  // namespace
}  // namespace tessera::payments
