// SPDX-License-Identifier: Apache-2.0
// Many connections at once: idle and half-open ones must not disturb the others, and cost little.
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "tests/http/server_fixture.h"

namespace tessera::http::test {
namespace {

using Clock = std::chrono::steady_clock;

// Both ends of each connection are in this process.
bool allowFiles(rlim_t files) {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min(limit.rlim_max, std::max(limit.rlim_cur, files));
    setrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur >= files;
}

std::size_t residentBytes() {
    std::ifstream file("/proc/self/statm");
    std::size_t total = 0;
    std::size_t resident = 0;
    file >> total >> resident;
    return resident * static_cast<std::size_t>(getpagesize());
}

TEST(ServerCrowdTest, FourThousandIdleAndAThousandHalfOpenConnectionsDisturbNobody) {
    ASSERT_TRUE(allowFiles(12'000));
    ServerOptions options;
    options.headTimeout = ServerOptions::Millis(1'000);
    TestServer server(options);
    std::vector<RawClient> idle;
    std::vector<RawClient> halfOpen;
    idle.reserve(4000);
    halfOpen.reserve(1000);
    const std::size_t before = residentBytes();
    for (int i = 0; i < 4000; ++i) {
        idle.push_back(server.client());
        idle.back().send(getRequest("/hello"));
    }
    for (RawClient& client : idle) ASSERT_TRUE(client.readReply().has_value());
    const std::size_t perConnection = (residentBytes() - before) / 4000;
    for (int i = 0; i < 1000; ++i) {
        halfOpen.push_back(server.client());
        halfOpen.back().send("GET /hello HTTP/1.1\r\nHost: a\r\nX-Slow: ");
    }
    RawClient busy = server.client();
    Clock::duration worst{};
    for (int i = 0; i < 2000; ++i) {
        const auto start = Clock::now();
        ASSERT_TRUE(busy.send(getRequest("/hello")));
        ASSERT_TRUE(busy.readReply().has_value());
        worst = std::max(worst, Clock::now() - start);
    }
    EXPECT_LT(worst, std::chrono::milliseconds(500));
    for (RawClient& client : halfOpen) {
        EXPECT_EQ(client.readReply().value_or(Reply{}).status, 408);
    }
    for (RawClient& client : idle) {
        ASSERT_TRUE(client.send(getRequest("/hello")));
        ASSERT_TRUE(client.readReply().has_value());
    }
    // The client's own side is in this figure, too.
    EXPECT_LT(perConnection, 8u * 1024u);
    RecordProperty("bytes_per_connection", static_cast<int>(perConnection));
    std::printf("bytes per idle connection: %zu\n", perConnection);
}

// They were taken one by one, each behind all that the thread had to answer: in a rush thousands
// waited for seconds before their first request was read.
TEST(ServerCrowdTest, WhoConnectsToABusyServerIsNotKeptBehindItsWork) {
    ServerOptions options;
    options.threads = 1;
    TestServer server(options);
    std::atomic<bool> stop{false};
    std::atomic<int> answered{0};
    std::atomic<int> lost{0};
    std::vector<std::thread> busy;
    for (int i = 0; i < 16; ++i) {
        busy.emplace_back([&] {
            RawClient client = server.client();
            while (!stop) {
                const bool sent = client.send(getRequest("/shared"));
                ++(sent && client.readReply() ? answered : lost);
            }
        });
    }
    ASSERT_TRUE(eventually([&] { return answered > 100; }));
    constexpr int kComing = 256;
    std::vector<RawClient> coming;
    coming.reserve(kComing);
    const int before = answered;
    for (int i = 0; i < kComing; ++i) {
        coming.push_back(server.client());
        coming.back().send(getRequest("/hello"));
    }
    for (RawClient& client : coming) EXPECT_EQ(client.readReply().value_or(Reply{}).status, 200);
    const int meanwhile = answered - before;
    stop = true;
    for (std::thread& thread : busy) thread.join();
    std::printf("answers to others until %d newcomers had theirs: %d\n", kComing, meanwhile);
    EXPECT_EQ(lost, 0);
    EXPECT_GT(meanwhile, 0);
    EXPECT_LT(meanwhile, 2 * kComing);
}

TEST(ServerCrowdTest, TwoThreadsAnswerThousandsOfSmallRequestsASecond) {
    TestServer server;
    constexpr int kClients = 64;
    constexpr int kRounds = 300;
    constexpr int kAtOnce = 1;
    std::vector<RawClient> clients;
    for (int i = 0; i < kClients; ++i) clients.push_back(server.client());
    const std::string request = getRequest("/hello");
    const auto start = Clock::now();
    for (int round = 0; round < kRounds; ++round) {
        for (RawClient& client : clients) ASSERT_TRUE(client.send(request));
        for (RawClient& client : clients) ASSERT_TRUE(client.readReply().has_value());
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    const double rate = kClients * kRounds * kAtOnce / seconds;
    std::printf("keep-alive requests/s with one client thread: %.0f\n", rate);
    RecordProperty("requests_per_second", static_cast<int>(rate));
    EXPECT_GT(rate, 1000);
}

}  // namespace
}  // namespace tessera::http::test
