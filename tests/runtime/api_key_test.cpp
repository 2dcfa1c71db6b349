// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/api_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <thread>
#include <vector>

#include "tests/runtime/manual_clock.h"

namespace tessera::runtime {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string changedAt(std::string text, std::size_t at) {
    text[at] = text[at] == '0' ? '1' : '0';
    return text;
}

TEST(ApiKeyTest, AFreshKeyIsWellFormedAndNamesItsId) {
    const ApiKeySecret key = makeApiKey();
    EXPECT_THAT(std::string(key.text.reveal()), StartsWith("tsk_" + key.keyId + "_"));
    EXPECT_EQ(apiKeyIdOf(key.text.reveal()), key.keyId);
    EXPECT_NE(makeApiKey().keyId, key.keyId);
}

TEST(ApiKeyTest, AnyOtherTextHasNoKeyId) {
    const std::string good(makeApiKey().text.reveal());
    std::string upper = good;
    upper[10] = 'A';
    for (const std::string& bad : {std::string(), std::string("tsk_"), good.substr(1), good + "0",
                                   "TSK_" + good.substr(4), upper, std::string(1 << 20, 'a')}) {
        EXPECT_FALSE(apiKeyIdOf(bad));
    }
}

TEST(ApiKeyTest, OnlyTheKeyItselfVerifiesAgainstItsHash) {
    const std::string key(makeApiKey().text.reveal());
    const std::string hash = hashApiKey(key);
    EXPECT_THAT(hash, StartsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    EXPECT_THAT(hash, Not(HasSubstr(key.substr(21))));
    EXPECT_NE(hash, hashApiKey(key));
    EXPECT_TRUE(verifyApiKey(key, hash));
    EXPECT_FALSE(verifyApiKey(changedAt(key, key.size() - 1), hash));
    EXPECT_FALSE(verifyApiKey(changedAt(key, 5), hash));
}

TEST(ApiKeyTest, MalformedAndOverpricedHashesVerifyNothing) {
    const std::string key(makeApiKey().text.reveal());
    const std::string hash = hashApiKey(key);
    for (const std::string& bad :
         {std::string(), std::string("$argon2id$"), hash.substr(0, hash.size() - 2), hash + "A",
          std::string("$argon2id$v=19$m=4000000,t=99,p=1$") + hash.substr(31),
          std::string(5000, '$')}) {
        EXPECT_FALSE(verifyApiKey(key, bad)) << bad;
    }
}

TEST(ApiKeyVerifierTest, AKeyIsComputedOnceInFiveMinutes) {
    ManualClock clock;
    ApiKeyVerifier verifier({}, clock);
    const std::string key(makeApiKey().text.reveal());
    const std::string hash = hashApiKey(key);
    for (int i = 0; i < 100; ++i) EXPECT_EQ(verifier.verify(key, hash), ApiKeyOutcome::Valid);
    EXPECT_EQ(verifier.computed(), 1U);
    clock.advance(Duration::ofMinutes(5) - Duration::ofMicros(1));
    EXPECT_EQ(verifier.verify(key, hash), ApiKeyOutcome::Valid);
    EXPECT_EQ(verifier.computed(), 1U);
    clock.advance(Duration::ofMicros(1));
    EXPECT_EQ(verifier.verify(key, hash), ApiKeyOutcome::Valid);
    EXPECT_EQ(verifier.computed(), 2U);
}

TEST(ApiKeyVerifierTest, AWrongSecretIsNeverRememberedNorHelpedByARememberedOne) {
    ManualClock clock;
    ApiKeyVerifier verifier({}, clock);
    const std::string key(makeApiKey().text.reveal());
    const std::string hash = hashApiKey(key);
    ASSERT_EQ(verifier.verify(key, hash), ApiKeyOutcome::Valid);
    const std::string wrong = changedAt(key, key.size() - 1);
    EXPECT_EQ(verifier.verify(wrong, hash), ApiKeyOutcome::Invalid);
    EXPECT_EQ(verifier.verify(wrong, hash), ApiKeyOutcome::Invalid);
    EXPECT_EQ(verifier.computed(), 3U);
    EXPECT_EQ(verifier.cached(), 1U);
    EXPECT_EQ(verifier.verify("tsk_nonsense", hash), ApiKeyOutcome::Malformed);
}

TEST(ApiKeyVerifierTest, AReplacedHashIsNotAnsweredFromMemory) {
    ManualClock clock;
    ApiKeyVerifier verifier({}, clock);
    const std::string key(makeApiKey().text.reveal());
    ASSERT_EQ(verifier.verify(key, hashApiKey(key)), ApiKeyOutcome::Valid);
    const std::string foreign = hashApiKey(makeApiKey().text.reveal());
    EXPECT_EQ(verifier.verify(key, foreign), ApiKeyOutcome::Invalid);
}

TEST(ApiKeyVerifierTest, TheMemoryIsBoundedAndForgetsTheOldest) {
    ManualClock clock;
    ApiKeyVerifier verifier({.cacheMax = 2}, clock);
    std::vector<std::pair<std::string, std::string>> keys;
    for (int i = 0; i < 3; ++i) {
        const std::string key(makeApiKey().text.reveal());
        keys.emplace_back(key, hashApiKey(key));
        clock.advance(Duration::ofSeconds(1));
        ASSERT_EQ(verifier.verify(key, keys.back().second), ApiKeyOutcome::Valid);
        EXPECT_LE(verifier.cached(), 2U);
    }
    EXPECT_EQ(verifier.verify(keys[2].first, keys[2].second), ApiKeyOutcome::Valid);
    EXPECT_EQ(verifier.computed(), 3U);
    EXPECT_EQ(verifier.verify(keys[0].first, keys[0].second), ApiKeyOutcome::Valid);
    EXPECT_EQ(verifier.computed(), 4U);
}

TEST(ApiKeyVerifierTest, ManyFirstRequestsWithOneKeyAreOneComputation) {
    SteadyClock clock;
    ApiKeyVerifier verifier({.verificationsMax = 1}, clock);
    const std::string key(makeApiKey().text.reveal());
    const std::string hash = hashApiKey(key);
    std::atomic<int> valid{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            if (verifier.verify(key, hash) == ApiKeyOutcome::Valid) ++valid;
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(valid, 8);
    EXPECT_EQ(verifier.computed(), 1U);
}

// Those who waited for a wrong key each computed it anew, one after another.
TEST(ApiKeyVerifierTest, ManyRequestsWithOneWrongKeyAreOneComputation) {
    SteadyClock clock;
    ApiKeyVerifier verifier({}, clock);
    const std::string hash = hashApiKey(makeApiKey().text.reveal());
    const std::string wrong(makeApiKey().text.reveal());
    constexpr int kThreads = 8;
    std::barrier start(kThreads);
    std::atomic<int> invalid{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i) {
        threads.emplace_back([&] {
            start.arrive_and_wait();
            if (verifier.verify(wrong, hash) == ApiKeyOutcome::Invalid) ++invalid;
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(invalid, kThreads);
    EXPECT_LE(verifier.computed(), 2U) << "one, or another for who came after its end";
}

TEST(ApiKeyVerifierTest, AFloodOfWrongKeysIsRefusedBeyondItsShareOfCores) {
    SteadyClock clock;
    ApiKeyVerifier verifier({.verificationsMax = 1}, clock);
    const std::string hash = hashApiKey(makeApiKey().text.reveal());
    std::atomic<bool> busy{false};
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            // Until two have met: at most a few computations each.
            for (int n = 0; n < 200 && !busy; ++n) {
                const ApiKeyOutcome outcome = verifier.verify(makeApiKey().text.reveal(), hash);
                if (outcome == ApiKeyOutcome::Busy) busy = true;
                if (outcome == ApiKeyOutcome::Valid) ++wrong;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_TRUE(busy);
    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace tessera::runtime
