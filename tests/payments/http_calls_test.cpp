// SPDX-License-Identifier: Apache-2.0
#include "server/payments/http_calls.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "shared/base/check.h"
#include "shared/http/server.h"
#include "tests/payments/paysim.h"

namespace tessera::payments::test {
namespace {

using Clock = std::chrono::steady_clock;

// Answers 200, or fails, or holds every request, as the test says.
class SwitchedServer {
public:
    enum class Mode { Answer, Fail, Hold };
    SwitchedServer() {
        auto started = http::Server::start({}, [this](http::Request, http::Responder responder) {
            ++requests;
            if (mode == Mode::Hold) {
                const std::lock_guard lock(mutex_);
                held_.push_back(std::move(responder));
                return;
            }
            responder.send(
                http::Response::of(mode == Mode::Fail ? 500 : 200, "text/plain", std::string("x")));
        });
        TESSERA_CHECK(started.has_value());
        server_ = std::move(*started);
    }
    ~SwitchedServer() {
        held_.clear();
        server_.reset();
    }
    HttpCall get() const {
        HttpCall call;
        call.url = "http://127.0.0.1:" + std::to_string(server_->port()) + "/";
        return call;
    }

    std::atomic<Mode> mode{Mode::Answer};
    std::atomic<int> requests{0};

private:
    std::mutex mutex_;
    std::vector<http::Responder> held_;
    std::unique_ptr<http::Server> server_;
};

// Counts answers and waits for them.
class Tally {
public:
    std::function<void(HttpAnswer)> done() {
        return [this](HttpAnswer answer) {
            const std::lock_guard lock(mutex_);
            answers_.push_back(std::move(answer));
            changed_.notify_all();
        };
    }
    std::vector<HttpAnswer> wait(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::seconds(30), [&] { return answers_.size() >= count; });
        return answers_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<HttpAnswer> answers_;
};

TEST(HttpCallsTest, TheCircuitOpensAfterFailuresAndRecovers) {
    SwitchedServer server;
    HttpCallsOptions options = quick();
    options.failuresToOpen = 3;
    options.circuitOpen = Duration::ofMillis(200);
    HttpCalls calls(options);
    server.mode = SwitchedServer::Mode::Fail;
    for (int i = 0; i < 3; ++i) EXPECT_EQ(exchange(calls, server.get()).status, 500);
    const auto opened = Clock::now();
    const auto refused = exchange(calls, server.get());
    if (Clock::now() - opened < std::chrono::milliseconds(150)) {
        EXPECT_EQ(refused.status, 0);
        EXPECT_EQ(refused.failure, "circuit open");
        EXPECT_EQ(server.requests, 3) << "nothing goes out while it is open";
    }
    server.mode = SwitchedServer::Mode::Answer;
    HttpAnswer answer;
    while (Clock::now() - opened < std::chrono::seconds(20) && answer.status == 0) {
        answer = exchange(calls, server.get());
    }
    EXPECT_EQ(answer.status, 200);
    EXPECT_GE(Clock::now() - opened, std::chrono::milliseconds(190));
    for (int i = 0; i < 10; ++i) EXPECT_EQ(exchange(calls, server.get()).status, 200);
}

TEST(HttpCallsTest, AFailedTrialKeepsTheCircuitOpen) {
    SwitchedServer server;
    HttpCallsOptions options = quick();
    options.failuresToOpen = 1;
    options.circuitOpen = Duration::ofMillis(100);
    HttpCalls calls(options);
    server.mode = SwitchedServer::Mode::Fail;
    const auto begun = Clock::now();
    while (Clock::now() - begun < std::chrono::milliseconds(450)) {
        exchange(calls, server.get());
    }
    EXPECT_GE(server.requests, 2);
    EXPECT_LE(server.requests, 2 + (Clock::now() - begun) / std::chrono::milliseconds(100))
        << "one trial per 100 ms";
}

// Only what was under way ran against the clock: a queue waited for ever behind a silent server.
TEST(HttpCallsTest, WaitingForATurnCountsAgainstTheDeadline) {
    SwitchedServer server;
    server.mode = SwitchedServer::Mode::Hold;
    HttpCallsOptions options = quick(Duration::ofMillis(400));
    options.inFlightMax = 2;
    options.failuresToOpen = 1000;
    HttpCalls calls(options);
    Tally tally;
    const auto begun = Clock::now();
    for (int i = 0; i < 50; ++i) calls.start(server.get(), tally.done());
    const auto answers = tally.wait(50);
    ASSERT_EQ(answers.size(), 50u);
    EXPECT_LT(Clock::now() - begun, std::chrono::seconds(3));
    for (const auto& answer : answers) EXPECT_EQ(answer.status, 0);
}

TEST(HttpCallsTest, TheQueueIsBounded) {
    SwitchedServer server;
    server.mode = SwitchedServer::Mode::Hold;
    HttpCallsOptions options = quick();
    options.inFlightMax = 1;
    options.queueMax = 5;
    HttpCalls calls(options);
    Tally tally;
    for (int i = 0; i < 20; ++i) calls.start(server.get(), tally.done());
    const auto answers = tally.wait(14);
    EXPECT_GE(answers.size(), 14u);
    for (const auto& answer : answers) EXPECT_EQ(answer.failure, "queue full");
    calls.stop();
    EXPECT_EQ(tally.wait(20).size(), 20u);
}

// When all under way ended at once, those that waited slept out the poll.
TEST(HttpCallsTest, WhoWaitsBeginsWhenATurnIsFree) {
    SwitchedServer server;
    HttpCallsOptions options = quick();
    options.inFlightMax = 1;
    HttpCalls calls(options);
    Tally tally;
    const auto begun = Clock::now();
    for (int i = 0; i < 200; ++i) calls.start(server.get(), tally.done());
    const auto answers = tally.wait(200);
    EXPECT_LT(Clock::now() - begun, std::chrono::seconds(4));
    for (const auto& answer : answers) EXPECT_EQ(answer.status, 200);
}

// `want` calls, each answer starting the next, `inFlight` at once.
void keepCalling(HttpCalls& calls, const HttpCall& call, std::atomic<int>& left, Tally& tally) {
    if (left.fetch_sub(1) <= 0) return;
    calls.start(call, [&, done = tally.done()](HttpAnswer answer) {
        keepCalling(calls, call, left, tally);
        done(std::move(answer));
    });
}

TEST(HttpCallsTest, CallsPerSecondArePrinted) {
    Paysim sandbox;
    HttpCallsOptions options = quick();
    HttpCalls calls(options);
    HttpCall create;
    create.method = "POST";
    create.url = sandbox.url() + "/v1/payment_intents";
    create.headers = {"Authorization: Bearer sk_test_1", "Expect:"};
    create.body = "amount=1200&currency=eur&capture_method=manual";
    constexpr int kCalls = 20000;
    std::atomic<int> left{kCalls};
    Tally tally;
    const auto begun = Clock::now();
    for (int i = 0; i < 64; ++i) keepCalling(calls, create, left, tally);
    const auto answers = tally.wait(kCalls);
    const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    ASSERT_EQ(answers.size(), static_cast<std::size_t>(kCalls));
    for (const auto& answer : answers) ASSERT_EQ(answer.status, 200) << answer.failure;
    std::printf("%.0f calls per second with 64 in flight\n", kCalls / seconds);
    RecordProperty("calls_per_second", static_cast<int>(kCalls / seconds));
}

}  // namespace
}  // namespace tessera::payments::test
