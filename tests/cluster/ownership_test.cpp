// SPDX-License-Identifier: Apache-2.0
#include "server/cluster/ownership.h"

#include <gtest/gtest.h>

#include "tests/cluster/fake_nodes.h"
#include "tests/cluster/two_nodes.h"

namespace tessera::cluster {
namespace {

constexpr EventId kEvent{77};

// One event's fence; only what ownership asks for.
class FenceStore final : public store::Store {
public:
    Result<std::optional<store::Owner>> findOwner(EventId event) override {
        if (event != kEvent) return std::optional<store::Owner>{};
        if (onFind) onFind();
        return std::optional(owner);
    }
    Result<store::TakenOver> takeOver(EventId, store::Claim claim) override {
        if (raced) return failure("raced", Effect::None, store::kOwnerChanged);
        EXPECT_EQ(claim.epochSeen, owner.epoch);
        owner = {claim.node, owner.epoch + 1};
        store::TakenOver taken;
        taken.epoch = owner.epoch;
        return taken;
    }
    void commit(const store::BatchHead&, const store::Batch&,
                std::function<void(store::CommitResult)>) override {}
    Result<std::vector<store::TakenOver::Request>> findRequests(
        EventId, std::span<const RequestId>) override {
        return failure("not asked");
    }
    Result<std::optional<store::StoredReservation>> findReservation(EventId,
                                                                    ReservationId) override {
        return failure("not asked");
    }
    Result<std::optional<store::StoredOrder>> findOrder(EventId, OrderId) override {
        return failure("not asked");
    }
    Result<OrderId> findOrderOf(EventId, TicketId) override { return failure("not asked"); }
    Result<std::shared_ptr<const engine::OrderRecord>> readRecord(EventId, OrderId) override {
        return failure("not asked");
    }
    Result<std::vector<std::shared_ptr<const engine::OrderRecord>>> readRecords(
        EventId, std::span<const OrderId>) override {
        return failure("not asked");
    }
    Result<std::shared_ptr<const engine::OrderRecord>> readRecord(EventId, AttemptId) override {
        return failure("not asked");
    }
    Result<std::vector<store::ManualRow>> listManual(EventId, std::int32_t) override {
        return failure("not asked");
    }
    Result<std::vector<store::DueEvent>> dueEvents(Instant, std::int32_t) override {
        return failure("not asked");
    }
    Result<Instant> databaseNow() override { return failure("not asked"); }

    store::Owner owner;
    bool raced = false;
    std::function<void()> onFind;
};

class FixedNetwork final : public Network {
public:
    Reach reach(const std::string& address) override {
        asked.push_back(address);
        return says;
    }
    Reach says = Reach::Answered;
    std::vector<std::string> asked;
};

class HandClock final : public runtime::MonotonicClock {
public:
    std::int64_t nowMicros() const override { return now; }
    std::int64_t now = 0;
};

class OwnershipTest : public ::testing::Test {
protected:
    enum class Verdict { Taken, Elsewhere, Undecided, Unknown };
    Verdict acquire(EventId event = kEvent) {
        const auto acquired = ownership_.acquire(event);
        if (!acquired) {
            EXPECT_EQ(acquired.error().code, store::kEventUnknown);
            return Verdict::Unknown;
        }
        if (std::holds_alternative<store::TakenOver>(*acquired)) return Verdict::Taken;
        return std::holds_alternative<Undecided>(*acquired) ? Verdict::Undecided
                                                            : Verdict::Elsewhere;
    }
    // Readings each 100 ms; the other node beats until `stillFromMs`.
    void observeUntil(std::int64_t untilMs, std::int64_t stillFromMs) {
        for (std::int64_t at = 0; at <= untilMs; at += 100) {
            if (at < stillFromMs) ++nodes_.find(kOther)->beats;
            clock_.now = at * kMs;
            membership_.observe(nodes_.rows, clock_.now, clock_.now);
        }
    }
    void SetUp() override {
        nodes_.rows = {{kSelf, "a", "self:1", 0}};
        store_.owner = {kOther, 5};
        membership_.observe(nodes_.rows, -10'000 * kMs, -10'000 * kMs);  // It has joined.
        membership_.startAnew();
        nodes_.rows.push_back({kOther, "b", "other:1", 0});
    }

    FenceStore store_;
    FakeNodes nodes_;
    Membership membership_{kSelf};
    FixedNetwork network_;
    HandClock clock_;
    Ownership ownership_{{store_, nodes_, membership_, network_, clock_}};
};

TEST_F(OwnershipTest, AnEventThatNobodyHadIsTaken) {
    store_.owner = {NodeId{}, 0};
    EXPECT_EQ(acquire(), Verdict::Taken);
    EXPECT_EQ(store_.owner.node, kSelf);
    EXPECT_EQ(acquire(), Verdict::Taken) << "its own, with a higher epoch";
    EXPECT_EQ(store_.owner.epoch, 2);
}

TEST_F(OwnershipTest, AnEventThatIsNotThereIsUnknown) {
    EXPECT_EQ(acquire(EventId{1}), Verdict::Unknown);
}

TEST_F(OwnershipTest, NobodyTakesFromANodeWhoseCounterMoves) {
    observeUntil(3000, 5000);
    EXPECT_EQ(acquire(), Verdict::Elsewhere);
    EXPECT_TRUE(network_.asked.empty()) << "one that cannot be reached would keep a thread each";
    for (const Reach says : {Reach::Refused, Reach::Silent}) {
        network_.says = says;
        EXPECT_EQ(acquire(), Verdict::Elsewhere) << "unreachable, and there";
    }
    EXPECT_EQ(store_.owner.node, kOther);
}

TEST_F(OwnershipTest, WhoCannotBeReachedAndDoesNotMoveIsLookedAtAgain) {
    observeUntil(3200, 3000);
    network_.says = Reach::Refused;
    EXPECT_EQ(acquire(), Verdict::Undecided);
    EXPECT_EQ(network_.asked, std::vector<std::string>{"other:1"});
    network_.says = Reach::Answered;
    EXPECT_EQ(acquire(), Verdict::Elsewhere);
    clock_.now = 3300 * kMs;
    membership_.observe(nodes_.rows, clock_.now, clock_.now);
    EXPECT_EQ(acquire(), Verdict::Taken);
    EXPECT_EQ(store_.owner.node, kSelf);
}

TEST_F(OwnershipTest, WhoHasJustBegunToObserveWaits) {
    EXPECT_EQ(acquire(), Verdict::Undecided) << "no reading yet";
    observeUntil(100, 0);
    EXPECT_EQ(acquire(), Verdict::Undecided);
    EXPECT_EQ(store_.owner.node, kOther);
}

TEST_F(OwnershipTest, ANodeWithoutARowIsGoneAtOnce) {
    observeUntil(100, 100);
    std::erase_if(nodes_.rows, [](const auto& row) { return row.node == kOther; });
    clock_.now += 50 * kMs;
    membership_.observe(nodes_.rows, clock_.now, clock_.now);
    EXPECT_EQ(acquire(), Verdict::Taken);
}

TEST_F(OwnershipTest, ANodeThatJoinedSinceTheLastReadingIsThere) {
    constexpr NodeId kNew{3};
    observeUntil(1000, 5000);
    store_.owner = {kNew, 8};
    nodes_.rows.push_back({kNew, "c", "new:1", 1});
    EXPECT_EQ(acquire(), Verdict::Undecided) << "its row was not in the last reading";
    EXPECT_EQ(store_.owner.node, kNew);
    EXPECT_EQ(nodes_.reads, 1);
    EXPECT_EQ(nodes_.asked, 0) << "a beat would have to wait for its connection";
}

// It would count as gone, and lose at once what it had taken.
TEST_F(OwnershipTest, WhoHasNoRowTakesNothing) {
    store_.owner = {NodeId{}, 0};
    membership_.leave();
    EXPECT_EQ(acquire(), Verdict::Undecided);
    observeUntil(100, 5000);
    EXPECT_EQ(acquire(), Verdict::Taken);
}

// It was taken from a node that was back, by what had been read before this one's reading hung.
TEST_F(OwnershipTest, NobodyIsGoneByAnOldReading) {
    observeUntil(3400, 3000);
    clock_.now += 900 * kMs;
    EXPECT_EQ(acquire(), Verdict::Undecided);
    EXPECT_TRUE(ownership_.share(std::vector<store::DueEvent>{{kEvent, kOther}}).empty());
    clock_.now -= 900 * kMs;
    EXPECT_EQ(acquire(), Verdict::Taken);
}

TEST_F(OwnershipTest, AnOwnerThatChangedMeanwhileIsLookedAtAgain) {
    store_.owner = {NodeId{}, 0};
    store_.raced = true;
    EXPECT_EQ(acquire(), Verdict::Undecided);
}

TEST_F(OwnershipTest, DueEventsOfNodesThatAreGoneAreShared) {
    constexpr NodeId kThird{3};
    nodes_.rows.push_back({kThird, "c", "third:1", 0});
    std::vector<store::DueEvent> due;
    for (std::int64_t i = 1; i <= 300; ++i) due.push_back({EventId{i}, kOther});
    due.push_back({EventId{1000}, kSelf});
    due.push_back({EventId{1001}, kThird});
    for (std::int64_t at = 0; at <= 3400; at += 100) {
        ++nodes_.find(kThird)->beats;
        membership_.observe(nodes_.rows, at * kMs, at * kMs);
    }
    clock_.now = 3400 * kMs;
    const auto mine = ownership_.share(due);
    EXPECT_GT(mine.size(), 100U);
    EXPECT_LT(mine.size(), 200U) << "the third node takes about as many";
    EXPECT_TRUE(std::ranges::count(mine, EventId{1000}));
    EXPECT_FALSE(std::ranges::count(mine, EventId{1001}));

    Membership others(kThird);
    for (std::int64_t at = 0; at <= 3400; at += 100) {
        ++nodes_.find(kSelf)->beats;
        others.observe(nodes_.rows, at * kMs, at * kMs);
    }
    Ownership third({store_, nodes_, others, network_, clock_});
    const auto theirs = third.share(due);
    EXPECT_EQ(mine.size() + theirs.size(), due.size()) << "each event goes to one of the two";
}

}  // namespace
}  // namespace tessera::cluster
