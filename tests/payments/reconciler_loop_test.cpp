// SPDX-License-Identifier: Apache-2.0
#include "server/payments/reconciler_loop.h"

#include <gtest/gtest.h>

#include "tests/runtime/manual_clock.h"

namespace tessera::payments {
namespace {

// Keeps the one timer until the test lets it run.
class HandExecutor final : public runtime::Executor {
public:
    runtime::PostOutcome post(runtime::Task) override { return runtime::PostOutcome::Stopped; }
    std::optional<runtime::TimerId> after(Duration delay, runtime::Task task) override {
        delays.push_back(delay);
        waiting_ = std::move(task);
        return runtime::TimerId{delays.size()};
    }
    bool cancel(runtime::TimerId) override { return false; }
    const runtime::MonotonicClock& monotonic() const override { return clock_; }
    void runWaiting() {
        runtime::Task task = std::move(waiting_);
        if (task) task();
    }
    std::vector<Duration> delays;

protected:
    bool schedule(runtime::Task, Turn) override { return false; }
    bool stopping() const override { return false; }

private:
    runtime::ManualClock clock_;
    runtime::Task waiting_;
};

// Another node is always at it, or the database is down.
class BusyStore final : public store::Reconciliations {
public:
    Result<std::optional<store::ReconcileProgress>> claim(engine::ProviderKind, NodeId, Instant,
                                                          Instant) override {
        ++claims;
        if (down) return failure("the database is down");
        return std::nullopt;
    }
    Status save(const store::ReconcileProgress&, Instant,
                std::span<const store::ListedObject>) override {
        return failure("not asked for");
    }
    Status finish(const store::ReconcileProgress&, Instant) override { return {}; }
    Result<std::vector<EventId>> eventsToCompare(engine::ProviderKind, Instant, EventId,
                                                 std::int32_t) override {
        return std::vector<EventId>{};
    }
    Result<std::vector<store::ListedObject>> listedOf(engine::ProviderKind, EventId) override {
        return std::vector<store::ListedObject>{};
    }
    Result<store::OwnSide> readOwn(const store::OwnQuery&) override { return store::OwnSide{}; }
    Status record(std::span<const store::Break>, Instant) override { return {}; }
    Result<bool> resolve(EventId, std::int64_t, Instant, const std::string&) override {
        return false;
    }
    Result<std::vector<store::BreakRow>> listBreaks(const BreakQuery&) override {
        return std::vector<store::BreakRow>{};
    }
    int claims = 0;
    bool down = false;
};

class ListingNothing final : public Provider {
public:
    std::string_view name() const override { return "nothing"; }
    Capabilities capabilities() const override {
        Capabilities can;
        can.lists = true;
        return can;
    }
    void call(Call, std::function<void(engine::ProviderAnswer)> done) override { done({}); }
    WebhookResult verifyWebhook(std::string_view, std::string_view, Instant) const override {
        return {};
    }
    std::string publishableKey() const override { return {}; }
    std::string confirmUrl(const std::string&) const override { return {}; }
};

TEST(ReconcilerLoopTest, EachProviderHasATurnAMinuteUntilItIsStopped) {
    BusyStore store;
    Reconciler reconciler(store, NodeId{1}, {});
    HandExecutor executor;
    runtime::ManualClock monotonic;
    runtime::DatabaseClock clock(monotonic, {Instant{1'000'000'000}, {}, 1'000'000});
    const auto log = runtime::Log::toSink({}, [](std::string_view) {});
    ReconcilerLoop loop({reconciler,
                         {std::make_shared<ListingNothing>(), std::make_shared<ListingNothing>()},
                         clock,
                         executor,
                         *log});
    loop.start();
    EXPECT_EQ(store.claims, 0) << "not before the first minute is over";
    executor.runWaiting();
    EXPECT_EQ(store.claims, 2);
    store.down = true;
    executor.runWaiting();
    EXPECT_EQ(store.claims, 4);
    executor.runWaiting();
    EXPECT_EQ(store.claims, 6) << "an error ends no loop";
    loop.stop();
    executor.runWaiting();
    EXPECT_EQ(store.claims, 6);
    executor.runWaiting();
    EXPECT_EQ(executor.delays, std::vector<Duration>(4, Duration::ofSeconds(60)));
}

}  // namespace
}  // namespace tessera::payments
