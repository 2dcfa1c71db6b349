// SPDX-License-Identifier: Apache-2.0
// Allocations with a release time, beside the simplest model of who may have which seat.
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "tests/engine/desk.h"
#include "tests/engine/test_seed.h"

namespace tessera::engine {
namespace {

constexpr AllocationNo kPress{3};
constexpr AllocationNo kHouse{4};
constexpr Instant kRelease = kOpening + Duration::ofMinutes(60);

EventTerms releasing(std::vector<AllocationRelease> releases) {
    EventTerms terms = makeTerms();
    terms.releases = std::move(releases);
    return terms;
}

std::vector<SeatNo> seatsFrom(std::int32_t first, std::int32_t count) {
    std::vector<SeatNo> seats;
    for (std::int32_t i = 0; i < count; ++i) seats.emplace_back(first + i);
    return seats;
}

// A code that unlocks kPress.
void giveCode(Desk& desk) {
    Code code;
    code.text = "PRESS";
    code.unlocks = kPress;
    ASSERT_EQ(desk.refusalOf(CreateCode{code}), Refusal::None);
}

HoldSeats withCode(HoldSeats hold) {
    hold.code = "PRESS";
    return hold;
}

TEST(AllocationReleaseTest, SeatsAreThePublicsAtTheReleaseTimeAndNotBefore) {
    Desk desk(releasing({{kPress, kRelease}}));
    ASSERT_EQ(desk.apply(SetAllocation{seatsFrom(10, 3), kPress}).target, 3);
    ASSERT_EQ(desk.apply(SetAllocation{seatsFrom(20, 2), kHouse}).target, 2);
    EXPECT_EQ(desk.engine.wakeAt(), kRelease);
    EXPECT_FALSE(desk.engine.keepsTime());
    desk.now = kRelease - Duration{1};
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {10})), Refusal::SeatUnavailable);
    desk.now = kRelease;
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {10})), Refusal::None);
    EXPECT_EQ(desk.engine.seatMap()[11], 0);
    EXPECT_EQ(desk.engine.seatMap()[20], 3) << "Nobody has said when the house's are released.";
    EXPECT_EQ(desk.refusalOf(SetAllocation{seatsFrom(12, 1), kPress}), Refusal::TermsInvalid);
}

TEST(AllocationReleaseTest, ACodeThatUnlocksItGoesOnWorking) {
    Desk desk(releasing({{kPress, kRelease}}));
    giveCode(desk);
    desk.apply(SetAllocation{seatsFrom(10, 3), kPress});
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(1, {10}))), Refusal::None);
    desk.now = kRelease;
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(2, {11}))), Refusal::None);
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(3, {25}))), Refusal::None);
}

TEST(AllocationReleaseTest, AHeldSeatGoesToThePublicWhenItComesBackAfterTheTime) {
    Desk desk(releasing({{kPress, kRelease}}));
    giveCode(desk);
    desk.apply(SetAllocation{seatsFrom(10, 2), kPress});
    desk.now = kRelease - Duration::ofMinutes(1);
    const auto held = desk.hold(withCode(holdPicks(1, {10})));
    const auto early = desk.hold(withCode(holdPicks(2, {11})));
    desk.apply(CancelReservation{early.id, callerOf(2)});
    EXPECT_EQ(desk.engine.seatMap()[11], 3) << "Before the time it is the allocation's again.";
    desk.now = kRelease;
    desk.tick();
    EXPECT_EQ(desk.engine.seatMap()[10], 1);
    EXPECT_EQ(desk.engine.seatState(SeatNo{10}).allocation, kPress);
    desk.now = held.expiresAt;
    desk.tick();
    EXPECT_EQ(desk.engine.seatState(SeatNo{10}), SeatState{});
}

TEST(AllocationReleaseTest, ChangingTheTimeMovesTheReleaseAndAPastOneReleasesAtOnce) {
    Desk desk(releasing({{kPress, kRelease}}));
    desk.apply(SetAllocation{seatsFrom(10, 3), kPress});
    ASSERT_EQ(
        desk.refusalOf(ChangeTerms{releasing({{kPress, kRelease + Duration::ofMinutes(30)}}), ""}),
        Refusal::None);
    desk.now = kRelease;
    EXPECT_EQ(desk.tick(), 0U);
    EXPECT_EQ(desk.engine.seatMap()[10], 3);
    ASSERT_EQ(desk.refusalOf(ChangeTerms{releasing({{kPress, kOpening}}), ""}), Refusal::None);
    EXPECT_TRUE(desk.engine.hasDue(desk.now));
    desk.tick();
    EXPECT_EQ(desk.engine.seatMap()[10], 0);
    EXPECT_EQ(desk.engine.wakeAt(), Instant::never());
}

TEST(AllocationReleaseTest, ANewOwnerGoesOnWhereTheLastOneWas) {
    Desk desk(releasing({{kPress, kRelease}}));
    desk.apply(SetAllocation{seatsFrom(5, 35), kPress});
    desk.now = kRelease;
    EXPECT_EQ(desk.tick(1), 1U);
    EXPECT_EQ(desk.changes.seats.size(), 20U);
    desk.reload();
    EXPECT_EQ(desk.engine.wakeAt(), kRelease);
    EXPECT_EQ(desk.tick(), 1U);
    EXPECT_EQ(desk.changes.seats.size(), 15U);
    EXPECT_FALSE(desk.engine.hasDue(desk.now));
}

TEST(AllocationReleaseTest, NothingOfACancelledEventIsReleased) {
    Desk desk(releasing({{kPress, kRelease}}));
    desk.apply(SetAllocation{seatsFrom(10, 3), kPress});
    ASSERT_EQ(desk.refusalOf(CancelEvent{""}), Refusal::None);
    desk.now = kRelease;
    desk.tick();
    EXPECT_EQ(desk.engine.seatMap()[10], 3);
}

TEST(AllocationReleaseTest, TermsThatNameAnAllocationTwiceAreRefused) {
    Desk desk;
    const auto refused = [&](std::vector<AllocationRelease> releases) {
        return desk.refusalOf(ChangeTerms{releasing(std::move(releases)), ""}) ==
               Refusal::TermsInvalid;
    };
    EXPECT_TRUE(refused({{kPress, kRelease}, {kPress, kOpening}}));
    EXPECT_TRUE(refused({{kHouse, kRelease}, {kPress, kOpening}}));
    EXPECT_TRUE(refused({{AllocationNo{0}, kRelease}}));
}

TEST(AllocationReleaseTest, AStadiumIsReleasedInStepsThatABatchMayHold) {
    const auto layout = makeHall(253, 320, false);
    EventEngine engine = EventEngine::fresh(Desk::kEvent, layout, releasing({{kPress, kRelease}}));
    Changes changes;
    const auto all = engine.apply(SetAllocation{seatsFrom(0, 80960), kPress}, kOpening, changes);
    ASSERT_EQ(all.target, 80960);
    std::set<SeatNo> released;
    int batches = 0;
    for (; engine.hasDue(kRelease); ++batches) {
        changes.clear();
        EXPECT_LE(engine.releaseDue(kRelease, 500, changes), 500U);
        EXPECT_LE(changes.seats.size(), 10000U);
        for (const SeatChange& change : changes.seats) {
            EXPECT_EQ(change.to, SeatState{});
            EXPECT_TRUE(released.empty() || *released.rbegin() < change.seat);
            released.insert(released.end(), change.seat);
        }
    }
    EXPECT_EQ(released.size(), 80960U);
    EXPECT_EQ(batches, 9);
}

// For each seat its allocation and whether somebody has it: who may take it follows.
struct NaiveSeat {
    AllocationNo allocation;
    ReservationId holder;
};

class NaiveHouse {
public:
    std::map<SeatNo, NaiveSeat> seats;
    std::map<AllocationNo, Instant> releases;

    bool isReleased(AllocationNo allocation, Instant now) const {
        const auto found = releases.find(allocation);
        return found != releases.end() && found->second <= now;
    }
    void pass(Instant now) {
        for (auto& [no, seat] : seats) {
            if (!seat.holder && isReleased(seat.allocation, now)) seat.allocation = {};
        }
    }
    SeatStatus statusOf(SeatNo no) const {
        const NaiveSeat& seat = seats.at(no);
        if (seat.holder) return SeatStatus::Held;
        return seat.allocation.value != 0 ? SeatStatus::Blocked : SeatStatus::Available;
    }
};

class RandomReleases {
public:
    explicit RandomReleases(std::uint64_t seed) : random_(seed), desk_(releasing({})) {
        giveCode(desk_);
        for (std::int32_t i = 2; i < 40; ++i) model_.seats[SeatNo{i}] = {};
    }

    void step() {
        desk_.pass(Duration::ofSeconds(upTo(40)));
        if (upTo(9) == 0) desk_.reload();
        desk_.tick();
        expire();
        model_.pass(desk_.now);
        switch (upTo(4)) {
            case 0:
                return changeTimes();
            case 1:
            case 2:
                return allocate();
            default:
                return hold();
        }
    }

    void compare() {
        desk_.tick();
        expire();
        model_.pass(desk_.now);
        for (const auto& [no, seat] : model_.seats) {
            ASSERT_EQ(desk_.engine.seatState(no).status, model_.statusOf(no)) << no.value;
            ASSERT_EQ(desk_.engine.seatState(no).allocation, seat.allocation) << no.value;
        }
    }

private:
    std::int64_t upTo(std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(0, most)(random_);
    }
    void expire() {
        std::erase_if(held_, [&](const ReservationView& view) {
            if (view.expiresAt > desk_.now) return false;
            for (const SeatPick& pick : view.seats) model_.seats.at(pick.seat).holder = {};
            return true;
        });
    }
    void changeTimes() {
        std::vector<AllocationRelease> releases;
        model_.releases.clear();
        for (std::int16_t no = 1; no <= 3; ++no) {
            if (upTo(2) == 0) continue;
            const Instant at = desk_.now + Duration::ofSeconds(upTo(300) - 30);
            releases.push_back({AllocationNo{no}, at});
            model_.releases[AllocationNo{no}] = at;
        }
        ASSERT_EQ(desk_.refusalOf(ChangeTerms{releasing(releases), ""}), Refusal::None);
    }
    void allocate() {
        const AllocationNo to{static_cast<std::int16_t>(upTo(3))};
        const SeatNo first{static_cast<std::int32_t>(upTo(30)) + 2};
        const auto seats = seatsFrom(first.value, 4);
        const bool taken = std::ranges::any_of(
            seats, [&](SeatNo no) { return static_cast<bool>(model_.seats.at(no).holder); });
        const Refusal right = taken                              ? Refusal::SeatNotBlockable
                              : model_.isReleased(to, desk_.now) ? Refusal::TermsInvalid
                                                                 : Refusal::None;
        ASSERT_EQ(desk_.refusalOf(SetAllocation{seats, to}), right);
        if (right != Refusal::None) return;
        for (const SeatNo no : seats) model_.seats.at(no).allocation = to;
    }
    void hold() {
        const SeatNo no{static_cast<std::int32_t>(upTo(37)) + 2};
        const bool coded = upTo(1) == 0;
        HoldSeats command = holdPicks(static_cast<int>(upTo(1000)), {no.value});
        if (coded) command = withCode(std::move(command));
        const NaiveSeat& seat = model_.seats.at(no);
        const bool free =
            !seat.holder && (seat.allocation.value == 0 || (coded && seat.allocation == kPress));
        const Outcome outcome = desk_.apply(command);
        ASSERT_EQ(outcome.refusal == Refusal::None, free);
        if (!free) return;
        held_.push_back(std::get<ReservationView>(outcome.view));
        model_.seats.at(no).holder = held_.back().id;
    }

    std::mt19937_64 random_;
    Desk desk_;
    NaiveHouse model_;
    std::vector<ReservationView> held_;
};

TEST(AllocationReleaseTest, RandomReleasesHoldsAndChangesAgreeWithTheModel) {
    const std::uint64_t seed = testSeed();
    SCOPED_TRACE(seed);
    for (std::uint64_t run = 0; run < 4; ++run) {
        RandomReleases each(seed + run);
        for (int i = 0; i < 120 && !::testing::Test::HasFatalFailure(); ++i) {
            each.step();
            each.compare();
        }
    }
}

}  // namespace
}  // namespace tessera::engine
