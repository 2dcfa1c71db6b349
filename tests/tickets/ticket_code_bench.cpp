// SPDX-License-Identifier: Apache-2.0
// How many codes one core signs and verifies in a second; a sale of an arena signs 20,000.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>

#include "tests/tickets/ticket_facts.h"

namespace tessera::tickets {
namespace {

constexpr int kRounds = 20000;

template <class Work>
double perSecond(Work work) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < kRounds; ++i) work(i);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    return kRounds / took.count();
}

TEST(TicketCodeBench, OneCoreSignsTenThousandCodesASecond) {
    const auto signer = TicketSigner::fromSeed(TicketKeyId{1}, seedOf(3));
    TicketVerifier verifier;
    ASSERT_TRUE(verifier.addKey(TicketKeyId{1}, signer.publicKey()));
    TicketFacts facts = plainFacts();
    std::string code;
    const double signedPerSecond = perSecond([&](int i) {
        facts.ticket = TicketId(1 + i);
        code = signer.sign(facts);
    });
    int valid = 0;
    const double verifiedPerSecond = perSecond([&](int) {
        const auto ticket = verifier.verifyAtAnyTime(code, facts.event);
        valid += ticket.verdict == TicketVerdict::Valid ? 1 : 0;
    });
    std::printf("signed/s %.0f  verified/s %.0f\n", signedPerSecond, verifiedPerSecond);
    EXPECT_EQ(valid, kRounds);
    EXPECT_GT(signedPerSecond, 10000);
}

}  // namespace
}  // namespace tessera::tickets
