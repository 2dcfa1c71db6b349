// SPDX-License-Identifier: Apache-2.0
#include "server/payments/outbox_worker.h"

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "server/runtime/thread_pool.h"
#include "tests/runtime/manual_clock.h"

namespace tessera::payments {
namespace {

const EventId kEvent{5};
const Currency kEur{{'E', 'U', 'R'}};

// Keeps what it is asked until the test answers; or answers at once, as an open circuit does.
class FakeProvider final : public Provider {
public:
    using Done = std::function<void(engine::ProviderAnswer)>;

    std::string_view name() const override { return "fake"; }
    Capabilities capabilities() const override { return {}; }
    WebhookResult verifyWebhook(std::string_view, std::string_view, Instant) const override {
        return {};
    }
    std::string publishableKey() const override { return {}; }
    std::string confirmUrl(const std::string&) const override { return {}; }

    void call(Call call, Done done) override {
        std::unique_lock lock(mutex_);
        ++calls_[call.row.seq.value];
        ++asked_;
        changed_.notify_all();
        if (!answersAtOnce && !stopped_) {
            held_.emplace(call.row.seq.value, std::move(done));
            return;
        }
        lock.unlock();
        done({});
    }
    void stop() override {
        std::unique_lock lock(mutex_);
        stopped_ = true;
        const auto held = std::exchange(held_, {});
        lock.unlock();
        for (const auto& [seq, done] : held) done({});
    }

    // The held call's answer, with `evidence` in it; false if it was not asked within ten seconds.
    bool answer(std::int64_t seq, const std::string& evidence) {
        std::unique_lock lock(mutex_);
        const bool asked =
            changed_.wait_for(lock, std::chrono::seconds(10), [&] { return held_.contains(seq); });
        if (!asked) return false;
        const Done done = std::move(held_.extract(seq).mapped());
        lock.unlock();
        engine::ProviderAnswer said;
        said.evidence = evidence;
        done(said);
        return true;
    }
    bool waitForCalls(int count) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(10), [&] { return asked_ >= count; });
    }
    int asked() {
        const std::lock_guard lock(mutex_);
        return asked_;
    }
    int callsOf(std::int64_t seq) {
        const std::lock_guard lock(mutex_);
        return calls_[seq];
    }
    std::size_t held() {
        const std::lock_guard lock(mutex_);
        return held_.size();
    }

    std::atomic<bool> answersAtOnce{false};

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::int64_t, int> calls_;
    std::map<std::int64_t, Done> held_;
    int asked_ = 0;
    bool stopped_ = false;
};

class OutboxWorkerTest : public ::testing::Test {
protected:
    void makeWorker(OutboxWorker::Options options = {}) {
        worker = std::make_unique<OutboxWorker>(
            provider, executor, clock, options,
            [this](EventId, engine::RecordProviderAnswer answer) {
                const std::lock_guard lock(mutex);
                delivered[answer.outbox.value].push_back(std::move(answer));
            });
    }
    engine::OutboxRow row(std::int64_t seq, Duration after = {}) {
        engine::OutboxRow made;
        made.seq = OutboxSeq{seq};
        made.attempt = AttemptId{seq + 1000};
        made.operation = engine::Operation::Capture;
        made.notBefore = clock.now() + after;
        return made;
    }
    std::vector<engine::OutboxRow> rows(std::int64_t from, std::int64_t to) {
        std::vector<engine::OutboxRow> made;
        for (auto seq = from; seq < to; ++seq) made.push_back(row(seq));
        return made;
    }
    std::size_t deliveries(std::int64_t seq) {
        const std::lock_guard lock(mutex);
        return delivered[seq].size();
    }

    runtime::ManualClock monotonic;
    runtime::SteadyClock steady;
    runtime::DatabaseClock clock{monotonic, {Instant{1'000'000'000}, {}, 1'000'000}};
    runtime::ThreadPool executor{{.threads = 2}, steady};
    std::shared_ptr<FakeProvider> provider = std::make_shared<FakeProvider>();
    std::mutex mutex;
    std::map<std::int64_t, std::vector<engine::RecordProviderAnswer>> delivered;
    std::unique_ptr<OutboxWorker> worker;
};

TEST_F(OutboxWorkerTest, ARowIsCalledAtItsTimeAndNotBefore) {
    makeWorker();
    worker->enqueue(kEvent, kEur, {row(1, Duration::ofMillis(1))});
    worker->enqueue(kEvent, kEur, {row(2)});  // Looks at every row, a timer later too.
    EXPECT_EQ(provider->asked(), 1);
    EXPECT_EQ(provider->callsOf(2), 1);
    monotonic.advance(Duration::ofMicros(999));
    worker->enqueue(kEvent, kEur, {row(3)});
    EXPECT_EQ(provider->callsOf(1), 0) << "a microsecond early";
    monotonic.advance(Duration::ofMicros(1));
    EXPECT_TRUE(provider->waitForCalls(3)) << "by the timer alone";
    EXPECT_EQ(provider->callsOf(1), 1);
    EXPECT_EQ(worker->waiting(), 0u);
}

// The timer stayed armed for the later row, and the earlier one waited for it.
TEST_F(OutboxWorkerTest, AnEarlierRowIsNotHeldUpByALaterOnesTimer) {
    makeWorker();
    worker->enqueue(kEvent, kEur, {row(1, Duration::ofSeconds(3600))});
    worker->enqueue(kEvent, kEur, {row(2, Duration::ofMillis(1))});
    monotonic.advance(Duration::ofMillis(1));
    EXPECT_TRUE(provider->waitForCalls(1));
    EXPECT_EQ(provider->callsOf(2), 1);
    EXPECT_EQ(worker->waiting(), 1u);
}

TEST_F(OutboxWorkerTest, ARowGivenTwiceIsCalledOnce) {
    makeWorker();
    const auto later = Duration::ofSeconds(1000);
    worker->enqueue(kEvent, kEur, {row(1), row(1), row(2, later)});
    worker->enqueue(kEvent, kEur, {row(1), row(2, later)});
    EXPECT_EQ(provider->callsOf(1), 1);
    EXPECT_EQ(worker->inFlight(), 1u);
    EXPECT_EQ(worker->waiting(), 1u);
}

TEST_F(OutboxWorkerTest, EachAnswerIsDeliveredOnceToItsRow) {
    makeWorker();
    worker->enqueue(kEvent, kEur, rows(1, 101));
    for (std::int64_t seq = 100; seq >= 1; --seq) {
        ASSERT_TRUE(provider->answer(seq, "answer " + std::to_string(seq)));
    }
    EXPECT_EQ(worker->inFlight(), 0u);
    ASSERT_EQ(delivered.size(), 100u);
    for (const auto& [seq, answers] : delivered) {
        ASSERT_EQ(answers.size(), 1u);
        EXPECT_EQ(answers[0].outbox, OutboxSeq{seq});
        EXPECT_EQ(answers[0].attempt, AttemptId{seq + 1000});
        EXPECT_EQ(answers[0].operation, engine::Operation::Capture);
        EXPECT_EQ(answers[0].answer.evidence, "answer " + std::to_string(seq));
    }
}

TEST_F(OutboxWorkerTest, CallsInFlightAreBounded) {
    makeWorker({.rowsMax = 1000, .inFlightMax = 4});
    worker->enqueue(kEvent, kEur, rows(1, 101));
    EXPECT_EQ(provider->asked(), 4);
    for (std::int64_t seq = 1; seq <= 100; ++seq) {
        EXPECT_LE(provider->held(), 4u);
        EXPECT_LE(worker->inFlight(), 4u);
        ASSERT_TRUE(provider->answer(seq, "")) << "in the order of their times";
    }
    EXPECT_EQ(provider->asked(), 100);
}

TEST_F(OutboxWorkerTest, RowsWaitingAreBounded) {
    makeWorker({.rowsMax = 10, .inFlightMax = 4});
    std::vector<engine::OutboxRow> later;
    for (std::int64_t seq = 1; seq <= 50; ++seq) later.push_back(row(seq, Duration::ofSeconds(9)));
    worker->enqueue(kEvent, kEur, std::move(later));
    EXPECT_EQ(worker->waiting(), 10u);
}

TEST_F(OutboxWorkerTest, ForgottenRowsAreNotCalledAndAnswersUnderWayArrive) {
    makeWorker();
    const auto later = Duration::ofMillis(1);
    worker->enqueue(kEvent, kEur, {row(1), row(2, later)});
    worker->enqueue(EventId{6}, kEur, {row(3, later)});
    worker->forget(kEvent);
    EXPECT_EQ(worker->waiting(), 1u) << "another event's row stays";
    worker->enqueue(kEvent, kEur, {row(1)});  // Owned again while its call is under way.
    EXPECT_EQ(provider->callsOf(1), 1);
    monotonic.advance(later);
    ASSERT_TRUE(provider->waitForCalls(2));
    EXPECT_EQ(provider->callsOf(2), 0);
    ASSERT_TRUE(provider->answer(1, ""));
    EXPECT_EQ(deliveries(1), 1u);
    worker->forget(EventId{6});
    worker->enqueue(kEvent, kEur, {row(2)});
    ASSERT_TRUE(provider->answer(2, "")) << "taken over again: it is called";
}

// Answers inside call() started the next call by recursion: an open circuit overflowed the stack.
TEST_F(OutboxWorkerTest, AnswersAtOnceDoNotNest) {
    makeWorker({.rowsMax = 300'000, .inFlightMax = 16});
    provider->answersAtOnce = true;
    worker->enqueue(kEvent, kEur, rows(1, 200'001));
    ASSERT_TRUE(provider->waitForCalls(200'000));
    worker.reset();
    EXPECT_EQ(delivered.size(), 200'000u);
    for (const auto& [seq, answers] : delivered) ASSERT_EQ(answers.size(), 1u);
}

TEST_F(OutboxWorkerTest, ManyThreadsLoseNoRow) {
    makeWorker({.rowsMax = 100'000, .inFlightMax = 8});
    provider->answersAtOnce = true;
    std::vector<std::thread> threads;
    for (std::int64_t t = 0; t < 4; ++t) {
        threads.emplace_back([this, t] {
            for (std::int64_t i = 1; i <= 2000; ++i) {
                worker->enqueue(kEvent, kEur, {row(t * 10'000 + i)});
            }
        });
    }
    for (auto& thread : threads) thread.join();
    ASSERT_TRUE(provider->waitForCalls(8000));
    worker.reset();
    EXPECT_EQ(delivered.size(), 8000u);
}

// Once gone, the worker delivered what came later to nobody's memory.
TEST_F(OutboxWorkerTest, AfterTheWorkerNothingIsDelivered) {
    makeWorker();
    worker->enqueue(kEvent, kEur, rows(1, 11));
    worker.reset();
    EXPECT_EQ(provider->held(), 0u);
    EXPECT_EQ(delivered.size(), 10u) << "what was under way was answered before";
}

}  // namespace
}  // namespace tessera::payments
