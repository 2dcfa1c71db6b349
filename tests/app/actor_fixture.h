// SPDX-License-Identifier: Apache-2.0
// One event on a real private PostgreSQL with its actor, a store that can be told to fail, and a
// provider that answers as told.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "server/app/event_directory.h"
#include "server/runtime/thread_pool.h"
#include "server/store/postgres_store.h"
#include "tests/support/look_again.h"
#include "tests/support/private_postgres.h"

namespace tessera::app {

// As time passes, and further on when told to.
class SkippingClock final : public runtime::MonotonicClock {
public:
    std::int64_t nowMicros() const override { return real_.nowMicros() + skipped_.load(); }
    void skip(Duration by) { skipped_ += by.micros; }

private:
    runtime::SteadyClock real_;
    std::atomic<std::int64_t> skipped_{0};
};

// The real store, but for commits that `fault` wants otherwise.
class FaultyStore final : public store::Store {
public:
    explicit FaultyStore(std::unique_ptr<store::Store> real) : real_(std::move(real)) {}

    // Asked for each batch: nothing lets it through.
    using Fault = std::function<std::optional<store::CommitOutcome>(const store::Batch&)>;
    // `state`: an Unknown was an error of the database with this SQLSTATE, and rolled back;
    // without, the answer of what was done is lost.
    void setFault(Fault fault, std::string state = {}) {
        const std::lock_guard lock(mutex_);
        fault_ = std::move(fault);
        state_ = std::move(state);
    }

    void commit(const store::BatchHead& head, const store::Batch& batch,
                std::function<void(store::CommitResult)> done) override;
    Result<std::optional<store::Owner>> findOwner(EventId event) override {
        return real_->findOwner(event);
    }
    Result<store::TakenOver> takeOver(EventId event, store::Claim claim) override {
        ++takeOvers;
        return real_->takeOver(event, claim);
    }
    Result<std::vector<store::TakenOver::Request>> findRequests(
        EventId event, std::span<const RequestId> ids) override {
        ++lookUps;
        if (lookUpGate.valid()) lookUpGate.wait();
        return real_->findRequests(event, ids);
    }
    Result<std::optional<store::StoredReservation>> findReservation(EventId event,
                                                                    ReservationId id) override {
        return real_->findReservation(event, id);
    }
    Result<std::optional<store::StoredOrder>> findOrder(EventId event, OrderId id) override {
        return real_->findOrder(event, id);
    }
    Result<OrderId> findOrderOf(EventId event, TicketId ticket) override {
        return real_->findOrderOf(event, ticket);
    }
    Result<std::shared_ptr<const engine::OrderRecord>> readRecord(EventId event,
                                                                  OrderId id) override {
        ++recordReads;
        auto record = real_->readRecord(event, id);
        if (!record || *record == nullptr || staleReads == 0) return record;
        --staleReads;
        auto stale = std::make_shared<engine::OrderRecord>(**record);
        --stale->version;
        return std::shared_ptr<const engine::OrderRecord>(std::move(stale));
    }
    Result<std::vector<std::shared_ptr<const engine::OrderRecord>>> readRecords(
        EventId event, std::span<const OrderId> ids) override {
        ++recordLookUps;
        if (staleReads > 0) --staleReads;
        if (recordGate.valid()) recordGate.wait();
        return real_->readRecords(event, ids);
    }
    Result<std::shared_ptr<const engine::OrderRecord>> readRecord(EventId event,
                                                                  AttemptId id) override {
        return real_->readRecord(event, id);
    }
    Result<store::ReturnsProgress> readReturns(EventId event,
                                               const engine::Disruption& disruption) override {
        return real_->readReturns(event, disruption);
    }
    Result<std::vector<store::ManualRow>> listManual(EventId event, std::int32_t limit) override {
        return real_->listManual(event, limit);
    }
    Result<std::vector<store::DueEvent>> dueEvents(Instant before, std::int32_t limit) override {
        return real_->dueEvents(before, limit);
    }
    Result<Instant> databaseNow() override { return real_->databaseNow(); }

    std::atomic<int> takeOvers{0};
    std::atomic<int> lookUps{0};
    std::atomic<int> recordReads{0};      // Of orders, by their ids.
    std::atomic<int> recordLookUps{0};    // Of many orders each.
    std::atomic<int> staleReads{0};       // So many of those to come are of a version before.
    std::shared_future<void> lookUpGate;  // Set before the first look-up: they wait for it.
    std::shared_future<void> recordGate;  // The same of look-ups of records.

private:
    std::unique_ptr<store::Store> real_;
    std::mutex mutex_;
    Fault fault_;
    std::string state_;
};

// Takes whatever is asked for: in these tests every other node counts as gone, unless it is said to
// be there.
class GreedyOwners final : public cluster::Owners {
public:
    GreedyOwners(store::Store& store, NodeId self) : store_(store), self_(self) {}
    Result<cluster::Acquired> acquire(EventId event) override {
        if (elsewhere) return cluster::OwnedElsewhere{NodeId{99}};
        if (undecided) return cluster::Undecided{};
        auto taken = store_.takeOver(event, self_);
        if (!taken) return tl::make_unexpected(std::move(taken.error()));
        return std::move(*taken);
    }
    std::vector<EventId> share(std::span<const store::DueEvent> due) override {
        std::vector<EventId> all;
        for (const auto& each : due) all.push_back(each.event);
        return all;
    }

    std::atomic<bool> elsewhere{false};
    std::atomic<bool> undecided{false};

private:
    store::Store& store_;
    const NodeId self_;
};

// Objects that a buyer has "confirmed" answer as authorized; capture succeeds, refunds do as told.
class ScriptedProvider final : public payments::Provider {
public:
    std::string_view name() const override { return "scripted"; }
    payments::Capabilities capabilities() const override { return {}; }
    void call(payments::Call call, std::function<void(engine::ProviderAnswer)> done) override;
    payments::WebhookResult verifyWebhook(std::string_view, std::string_view,
                                          Instant) const override {
        return {};
    }
    std::string publishableKey() const override { return "pk_test"; }
    std::string confirmUrl(const std::string&) const override { return "http://sandbox/confirm"; }

    std::atomic<bool> confirmed{false};
    std::atomic<bool> voidsAtCapture{false};
    std::atomic<bool> succeedsLate{false};  // A cancelled object has been captured after all.
    std::atomic<engine::RefundStanding> refunds{engine::RefundStanding::Succeeded};
    std::atomic<int> creates{0};
    std::atomic<int> retrieves{0};

private:
    std::mutex mutex_;
    Money amount_;
    engine::ObjectState state_ = engine::ObjectState::RequiresPaymentMethod;
};

class NullEncoder final : public stream::Encoder {
public:
    stream::Encoded snapshot(EventId, const stream::SeatMapState& state) const override {
        return {
            state.revision, std::make_shared<std::string>(), std::make_shared<std::string>(), {}};
    }
    stream::Encoded streamSnapshot(EventId event, const stream::SeatMapState& s) const override {
        return snapshot(event, s);
    }
    stream::Encoded delta(EventId, const stream::SeatMapDelta& delta) const override {
        return {delta.revision, {}, std::make_shared<std::string>(), {}};
    }
};

class ActorTest : public ::testing::Test {
protected:
    static void SetUpTestSuite();
    static void TearDownTestSuite();
    void SetUp() override;
    void TearDown() override;

    // A new event of one row of seats, on sale.
    EventId makeEvent();
    // A node of its own: executors, store connections, directory.
    struct Node;
    std::unique_ptr<Node> newNode(std::size_t queueMax = 20000);

    // Whether `condition` became true within 20 s.
    template <class Condition>
    static bool eventually(Condition condition) {
        return test::becomes(std::move(condition), std::chrono::seconds(20));
    }

    // Answers of one command, waited for at most 20 s.
    JobResult ask(Node& node, EventJob job);
    std::future<JobResult> send(Node& node, EventJob job);
    EventJob holdJob(std::vector<int> seats, std::uint8_t buyer = 1);
    engine::Caller caller(std::uint8_t buyer = 1) const;
    std::string psql(const std::string& sql);
    // `ageMinutes`: how long ago it was stamped.
    RequestId freshRequest(int ageMinutes = 0);

    static std::unique_ptr<test::PrivatePostgres> postgres_;
    EventId event_;
    std::unique_ptr<Node> node_;
    std::atomic<int> requests_{0};
};

struct ActorTest::Node {
    Node(const std::string& conninfo, std::int64_t id, std::size_t queueMax);
    ~Node();
    SkippingClock monotonic;
    runtime::Metrics metrics;
    std::mutex linesMutex;
    std::string lines;  // Of the log.
    std::string logged() {
        log->flush();
        const std::lock_guard lock(linesMutex);
        return lines;
    }
    std::unique_ptr<runtime::Log> log;
    FaultyStore store;
    GreedyOwners owners;
    runtime::DatabaseClock clock;
    app::ActorMetrics actorMetrics;
    runtime::ThreadPool blocking;
    runtime::ThreadPool lookUps;
    runtime::ThreadPool executor;
    std::shared_ptr<ScriptedProvider> provider = std::make_shared<ScriptedProvider>();
    ActorSurroundings actors;
    EventDirectory directory;
    payments::OutboxWorker outbox;
};

}  // namespace tessera::app
