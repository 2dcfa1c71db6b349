// SPDX-License-Identifier: Apache-2.0
// Thousands of connections that do nothing, and one client who buys and does not notice.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "tests/http/raw_client.h"
#include "tests/integration/sale.h"

namespace tessera::integration {
namespace {

constexpr int kIdle = 4000;
constexpr int kHalfOpen = 1000;
constexpr rlim_t kDescriptors = 12'000;

using http::test::RawClient;
using Clock = std::chrono::steady_clock;

class CrowdTest : public testing::Test {
protected:
    // For this side's sockets; the server is started with a soft limit of 1,024 and raises its own.
    static void SetUpTestSuite() {
        rlimit limit{};
        ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &limit), 0);
        if (limit.rlim_cur < kDescriptors) {
            limit.rlim_cur = std::min(limit.rlim_max, kDescriptors);
            ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &limit), 0);
        }
        ASSERT_GE(limit.rlim_cur, static_cast<rlim_t>(kIdle + kHalfOpen + 200));
    }

    // The slowest of 150 holds, each given back.
    Millis slowestOf150(Edge edge, const Sale& sale) {
        Buyer buyer(edge, stack);
        Millis slowest{0};
        for (int i = 0; i < 150; ++i) {
            const auto started = Clock::now();
            const Answer held = buyer.hold(sale, {i * 3, i * 3 + 1});
            EXPECT_TRUE(held.ok()) << held;
            slowest = std::max(slowest, std::chrono::duration_cast<Millis>(Clock::now() - started));
            EXPECT_TRUE(buyer.cancel().ok());
        }
        return slowest;
    }

    Stack& stack = Stack::shared();
};

TEST_F(CrowdTest, IdleAndHalfOpenConnectionsDoNotDisturbAClientAtWork) {
    const Sale sale = makeSale(stack);
    std::vector<RawClient> idle;
    for (int i = 0; i < kIdle; ++i) {
        idle.emplace_back(stack.httpPort());
        ASSERT_TRUE(idle.back().send(http::test::getRequest("/healthz"))) << i;
    }
    for (RawClient& client : idle) {
        const auto reply = client.readReply();
        ASSERT_TRUE(reply.has_value());
        ASSERT_EQ(reply->status, 200);
    }
    std::vector<RawClient> halfOpen;
    for (int i = 0; i < kHalfOpen; ++i) {
        halfOpen.emplace_back(stack.httpPort());
        ASSERT_TRUE(halfOpen.back().send("POST /v1/events/x/reservations HTTP/1.1\r\nHost: x\r\n"));
    }
    for (int i = 0; i < 200; ++i) halfOpen.emplace_back(stack.grpcPort());

    const Millis rest = slowestOf150(Edge::Rest, sale);
    const Millis grpc = slowestOf150(Edge::Grpc, sale);
    RecordProperty("slowest_hold_rest_ms", static_cast<int>(rest.count()));
    RecordProperty("slowest_hold_grpc_ms", static_cast<int>(grpc.count()));
    std::cout << "slowest hold: REST " << rest.count() << " ms, gRPC " << grpc.count() << " ms\n";
    EXPECT_LT(rest, Millis(1000));
    EXPECT_LT(grpc, Millis(1000));

    // Who does not finish a head is sent away; who is idle is not.
    for (int i = 0; i < kHalfOpen; ++i) {
        ASSERT_TRUE(halfOpen[static_cast<std::size_t>(i)].waitClosed()) << i;
    }
    for (int i = 0; i < kIdle; i += 400) {
        RawClient& client = idle[static_cast<std::size_t>(i)];
        ASSERT_TRUE(client.send(http::test::getRequest("/healthz")));
        const auto reply = client.readReply();
        ASSERT_TRUE(reply.has_value()) << i;
        EXPECT_EQ(reply->status, 200);
    }
    EXPECT_TRUE(stack.serverRuns());
}

TEST_F(CrowdTest, AReaderOfTheMapWhoNeverReadsDoesNotStopTheOthers) {
    const Sale sale = makeSale(stack);
    std::vector<RawClient> deaf;
    for (int i = 0; i < 50; ++i) {
        deaf.emplace_back(stack.httpPort(), 4096);
        ASSERT_TRUE(deaf.back().send(
            http::test::getRequest("/v1/events/" + sale.event + "/seatmap:watch")));
    }
    EXPECT_LT(slowestOf150(Edge::Rest, sale), Millis(1000));
    EXPECT_TRUE(stack.serverRuns());
}

}  // namespace
}  // namespace tessera::integration
