// SPDX-License-Identifier: Apache-2.0
// HTTP/2 over TLS where it is offered: many calls, one connection.
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

#include "shared/base/check.h"
#include "tests/payments/paysim.h"

namespace tessera::payments::test {
namespace {

using tessera::test::ChildProcess;
using namespace std::chrono_literals;

class Http2CallsTest : public ::testing::Test {
protected:
    void SetUp() override {
        if (!ChildProcess::run({.argv = {"node", "--version"}}, 20s)) {
            GTEST_SKIP() << "there is no node to be the server";
        }
        const auto made = ChildProcess::run(
            {.argv = {"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout",
                      dir / "key.pem", "-out", dir / "cert.pem", "-days", "2", "-subj",
                      "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"}},
            60s);
        ASSERT_TRUE(made) << made.error().message;
        auto started = ChildProcess::start(
            {.argv = {"node", TESSERA_SOURCE_DIR "/tests/payments/http2_server.mjs",
                      dir / "key.pem", dir / "cert.pem", dir / "port"}});
        ASSERT_TRUE(started) << started.error().message;
        server = std::move(*started);
        const auto port = server->waitForFile(dir / "port", 30s);
        ASSERT_TRUE(port) << server->output();
        call.url = "https://127.0.0.1:" + port->substr(0, port->find('\n')) + "/";
    }

    tessera::test::TempDir dir{"http2"};
    std::unique_ptr<ChildProcess> server;
    HttpCall call;
};

TEST_F(Http2CallsTest, ManyCallsAtOnceShareOneConnection) {
    HttpCallsOptions options = quick(Duration::ofSeconds(20));
    options.caFile = dir / "cert.pem";
    HttpCalls calls(options);
    constexpr int kCalls = 200;
    std::mutex mutex;
    std::condition_variable all;
    std::vector<HttpAnswer> answers;
    for (int i = 0; i < kCalls; ++i) {
        calls.start(call, [&](HttpAnswer answer) {
            const std::lock_guard lock(mutex);
            answers.push_back(std::move(answer));
            all.notify_all();
        });
    }
    std::unique_lock lock(mutex);
    ASSERT_TRUE(all.wait_for(lock, 60s, [&] { return answers.size() == kCalls; }));
    for (const auto& answer : answers) {
        EXPECT_EQ(answer.status, 200) << answer.failure;
        EXPECT_EQ(answer.body, "2.0 1") << "the version, and how many connections there were";
    }
}

TEST_F(Http2CallsTest, AStrangersCertificateIsNoProvider) {
    HttpCalls calls(quick());
    const auto answer = exchange(calls, call);
    EXPECT_EQ(answer.status, 0);
    EXPECT_FALSE(answer.failure.empty());
}

}  // namespace
}  // namespace tessera::payments::test
