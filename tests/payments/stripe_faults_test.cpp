// SPDX-License-Identifier: Apache-2.0
// Broken connections, a failing sandbox, a dead and a babbling server: Unknown, and then the truth.
#include <gtest/gtest.h>

#include <chrono>
#include <mutex>

#include "shared/base/check.h"
#include "shared/http/server.h"
#include "tests/payments/paysim.h"

namespace tessera::payments::test {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;

constexpr Duration kShort = Duration::ofMillis(300);

struct StripeFaultsTest : ::testing::Test {
    Paysim sandbox;
    Caller caller{optionsFor(sandbox.url())};

    void authorize() {
        ASSERT_EQ(caller.create().kind, AnswerKind::Definitive);
        ASSERT_EQ(caller.confirm("pm_card_visa").status, 200);
    }
};

TEST_F(StripeFaultsTest, ACallThatBreaksIsUnknownAndItsRetryFindsTheTruth) {
    for (const std::string fault : {"drop_before", "drop_after"}) {
        authorize();
        const auto answer = caller.faulty(Operation::Capture, fault);
        EXPECT_EQ(readStripeAnswer(Operation::Capture, answer).kind, AnswerKind::Unknown) << fault;
        const bool done = fault == "drop_after";
        EXPECT_EQ(caller.call(Operation::Retrieve).captured, Money{done ? 1200 : 0}) << fault;
        const auto retried = caller.call(Operation::Capture);  // The same key.
        EXPECT_EQ(retried.kind, AnswerKind::Definitive) << fault;
        EXPECT_EQ(retried.captured, Money{1200}) << fault;
    }
}

TEST_F(StripeFaultsTest, ACreateThatBreaksIsMadeOnce) {
    for (const std::string fault : {"drop_before", "drop_after", "429"}) {
        ++caller.attempt;
        const auto answer = caller.faulty(Operation::Create, fault);
        EXPECT_EQ(readStripeAnswer(Operation::Create, answer).kind, AnswerKind::Unknown) << fault;
        const auto first = caller.wait(caller.next(Operation::Create));
        ASSERT_EQ(first.kind, AnswerKind::Definitive) << fault;
        EXPECT_EQ(caller.wait(caller.next(Operation::Create)).objectId, first.objectId);
    }
}

// A 5xx is stored for its key: the object is looked at, and only without effect a new key called.
TEST_F(StripeFaultsTest, AStored500IsUnknownUntilTheObjectIsLookedAt) {
    for (const std::string fault : {"500", "500_after"}) {
        authorize();
        const bool done = fault == "500_after";
        EXPECT_EQ(caller.faulty(Operation::Capture, fault).status, 500);
        EXPECT_EQ(caller.call(Operation::Capture).kind, AnswerKind::Unknown) << "the same key";
        EXPECT_EQ(caller.call(Operation::Retrieve).captured, Money{done ? 1200 : 0});
        ++caller.attemptTry;
        const auto retried = caller.call(Operation::Capture);
        EXPECT_EQ(retried.kind, done ? AnswerKind::Refused : AnswerKind::Definitive) << fault;
        EXPECT_EQ(retried.captured, Money{1200}) << fault;
    }
}

// A create's 500 too: under a new key the object that was made after all is taken, not another
// made.
TEST_F(StripeFaultsTest, ACreateWithAStored500IsFoundOrMadeUnderTheNextKey) {
    for (const std::string fault : {"500", "500_after"}) {
        ++caller.attempt;
        caller.attemptTry = 1;
        EXPECT_EQ(caller.faulty(Operation::Create, fault).status, 500);
        EXPECT_EQ(caller.wait(caller.next(Operation::Create)).kind, AnswerKind::Unknown) << fault;
        caller.attemptTry = 2;
        const auto made = caller.wait(caller.next(Operation::Create));
        ASSERT_EQ(made.kind, AnswerKind::Definitive) << fault << made.evidence;
        EXPECT_EQ(made.object, ObjectState::RequiresPaymentMethod);
        EXPECT_FALSE(made.clientSecret.empty());
        const bool found = made.evidence.find("search") != std::string::npos;
        EXPECT_EQ(found, fault == "500_after") << made.evidence;
        caller.attemptTry = 3;
        EXPECT_EQ(caller.wait(caller.next(Operation::Create)).objectId, made.objectId) << fault;
    }
}

TEST_F(StripeFaultsTest, ARefundWhoseAnswerIsLostIsMadeOnce) {
    authorize();
    ASSERT_EQ(caller.call(Operation::Capture).captured, Money{1200});
    EXPECT_EQ(caller.faulty(Operation::Refund, "drop_after").status, 0);
    EXPECT_EQ(caller.call(Operation::Retrieve).refunded, Money{1200});
    const auto retried = caller.call(Operation::Refund);
    EXPECT_EQ(retried.kind, AnswerKind::Definitive);
    EXPECT_EQ(retried.refunded, Money{1200});
}

TEST_F(StripeFaultsTest, AKilledSandboxIsUnknownAndThenAnswersAgain) {
    authorize();
    sandbox.kill9();
    EXPECT_EQ(caller.call(Operation::Capture).kind, AnswerKind::Unknown);
    sandbox.startAgain();
    EXPECT_EQ(caller.call(Operation::Capture).captured, Money{1200});
}

// What a server that answers every request by `answer` is taken for, and how long that took.
std::pair<engine::ProviderAnswer, std::chrono::milliseconds> askOf(
    const std::function<void(http::Responder)>& answer) {
    std::vector<http::Responder> held;
    std::mutex mutex;
    auto server = http::Server::start({}, [&](http::Request, http::Responder responder) {
        if (answer) return answer(std::move(responder));
        const std::lock_guard lock(mutex);
        held.push_back(std::move(responder));
    });
    TESSERA_CHECK(server.has_value());
    Caller caller(
        optionsFor("http://127.0.0.1:" + std::to_string((*server)->port()), quick(kShort)));
    const auto begun = std::chrono::steady_clock::now();
    const auto said = caller.create();
    const auto took = std::chrono::steady_clock::now() - begun;
    held.clear();
    server->reset();
    return {said, std::chrono::duration_cast<std::chrono::milliseconds>(took)};
}

TEST(StripeStrangersTest, ASilentServerIsUnknownAtTheDeadline) {
    const auto [said, took] = askOf(nullptr);
    EXPECT_EQ(said.kind, AnswerKind::Unknown);
    EXPECT_GE(took.count(), 250);
    EXPECT_LT(took.count(), 3000);
}

TEST(StripeStrangersTest, ABabblingServerIsUnknown) {
    for (const std::string body : {"", "<html>hello</html>", "{\"object\":\"payment_intent\"}"}) {
        const auto [said, took] = askOf([&](http::Responder responder) {
            responder.send(http::Response::of(200, "application/json", body));
        });
        EXPECT_EQ(said.kind, AnswerKind::Unknown) << body;
    }
    const auto [said, took] = askOf([](http::Responder responder) {
        responder.send(http::Response::of(200, "application/json", std::string(2 << 20, ' ')));
    });
    EXPECT_EQ(said.kind, AnswerKind::Unknown) << "larger than an answer may be";
    EXPECT_LT(took.count(), 3000);
}

TEST(StripeStrangersTest, ADeadServerIsUnknownAtOnce) {
    std::uint16_t port = 0;
    {
        auto server = http::Server::start({}, [](http::Request, http::Responder) {});
        ASSERT_TRUE(server.has_value());
        port = (*server)->port();
    }
    Caller caller(optionsFor("http://127.0.0.1:" + std::to_string(port), quick(kShort)));
    const auto said = caller.create();
    EXPECT_EQ(said.kind, AnswerKind::Unknown);
    EXPECT_FALSE(said.evidence.empty());
    EXPECT_EQ(said.evidence.find("sk_test"), std::string::npos);
}

TEST(StripeStrangersTest, AStoppedProviderAnswersUnknown) {
    std::mutex mutex;
    std::vector<http::Responder> held;
    auto server = http::Server::start({}, [&](http::Request, http::Responder responder) {
        const std::lock_guard lock(mutex);
        held.push_back(std::move(responder));
    });
    ASSERT_TRUE(server.has_value());
    auto provider =
        makeStripeProvider(optionsFor("http://127.0.0.1:" + std::to_string((*server)->port())));
    Caller other(optionsFor("http://127.0.0.1:1"));
    int answers = 0;
    for (int i = 0; i < 100; ++i) {  // Some under way, some waiting.
        auto call = other.next(Operation::Create);
        call.row.attempt = AttemptId{i + 1};
        provider->call(call, [&](engine::ProviderAnswer said) {
            EXPECT_EQ(said.kind, AnswerKind::Unknown);
            ++answers;
        });
    }
    provider->stop();
    EXPECT_EQ(answers, 100) << "before stop() returns";
    provider->call(other.next(Operation::Create), [&](engine::ProviderAnswer) { ++answers; });
    EXPECT_EQ(answers, 101);
    provider->stop();
    provider.reset();
    held.clear();
    server->reset();
}

}  // namespace
}  // namespace tessera::payments::test
