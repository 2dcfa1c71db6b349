// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "tests/http/server_fixture.h"

namespace tessera::http::test {
namespace {

using Millis = ServerOptions::Millis;

void expectProblem(const std::optional<Reply>& reply, int status, const std::string& reason) {
    ASSERT_TRUE(reply.has_value()) << reason;
    EXPECT_EQ(reply->status, status);
    EXPECT_EQ(reply->header("content-type"), "application/problem+json");
    EXPECT_EQ(reply->header("connection"), "close");
    EXPECT_NE(reply->body.find("\"reason\":\"" + reason + "\""), std::string::npos) << reply->body;
    EXPECT_NE(reply->body.find("\"status\":" + std::to_string(status)), std::string::npos);
}

TEST(ServerLimitsTest, ABodyOfTenMegabytesGetsIts413EvenByWhoReadsOnlyAfterSending) {
    TestServer server;
    RawClient client = server.client();
    EXPECT_TRUE(client.send(postRequest("/echo", std::string(10'000'000, 'x'))));
    expectProblem(client.readReply(), 413, "BODY_TOO_LARGE");
    client.closeSend();
    EXPECT_TRUE(client.waitClosed());
}

TEST(ServerLimitsTest, AChunkedBodyIsCutAtTheSameLimit) {
    ServerOptions options;
    options.bodyBytesMax = 1000;
    TestServer server(options);
    const std::string head = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    const std::string chunk = "1f4\r\n" + std::string(500, 'x') + "\r\n";
    RawClient fits = server.client();
    fits.send(head + chunk + chunk + "0\r\n\r\n");
    EXPECT_EQ(fits.readReply().value_or(Reply{}).body.size(), 1000u);
    RawClient over = server.client();
    over.send(head + chunk + chunk + "1\r\nx\r\n0\r\n\r\n");
    expectProblem(over.readReply(), 413, "BODY_TOO_LARGE");
}

TEST(ServerLimitsTest, TheLimitOfABodyIsInclusiveAndMayDependOnTheRequest) {
    ServerOptions options;
    options.bodyBytesMaxFor = [](const Request& r) -> std::size_t {
        return r.query() == "import" ? 2'000'000 : 10;
    };
    TestServer server(options);
    RawClient client = server.client();
    client.send(postRequest("/echo?import", std::string(2'000'000, 'x')));
    EXPECT_EQ(client.readReply().value_or(Reply{}).body.size(), 2'000'000u);
    client.send(postRequest("/echo", std::string(10, 'x')));
    EXPECT_EQ(client.readReply().value_or(Reply{}).body.size(), 10u);
    client.send(postRequest("/echo", std::string(11, 'x')));
    expectProblem(client.readReply(), 413, "BODY_TOO_LARGE");
}

TEST(ServerLimitsTest, AnExpectedBodyThatIsTooLargeIsRefusedBeforeItIsSent) {
    TestServer server;
    RawClient client = server.client();
    client.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n"
        "Expect: 100-continue\r\n\r\n");
    expectProblem(client.readReply(), 413, "BODY_TOO_LARGE");
}

TEST(ServerLimitsTest, HeadsAreBoundedInBytesAndInHeaders) {
    TestServer server;
    RawClient fits = server.client();
    fits.send(getRequest("/hello", "X: " + std::string(16'000, 'x') + "\r\n"));
    EXPECT_EQ(fits.readReply().value_or(Reply{}).status, 200);
    RawClient large = server.client();
    large.send(getRequest("/hello", "X: " + std::string(17'000, 'x') + "\r\n"));
    expectProblem(large.readReply(), 431, "HEAD_TOO_LARGE");
    RawClient endless = server.client();
    endless.send("GET /" + std::string(100'000, 'x'));
    expectProblem(endless.readReply(), 431, "HEAD_TOO_LARGE");
    std::string many;
    for (int i = 0; i < 100; ++i) many += "A: 1\r\n";
    RawClient numerous = server.client();
    numerous.send(getRequest("/hello", many));
    expectProblem(numerous.readReply(), 431, "HEAD_TOO_LARGE");
}

// The bound held for what was still to be read at each step, so that a long request line and a long
// header, or lines that came one by one, made a head of many times the bound.
TEST(ServerLimitsTest, TheHeadIsBoundedInAll) {
    TestServer server;
    RawClient both = server.client();
    both.send(getRequest("/" + std::string(9'000, 'p'), "X: " + std::string(9'000, 'x') + "\r\n"));
    expectProblem(both.readReply(), 431, "HEAD_TOO_LARGE");
    RawClient lines = server.client();
    lines.send("GET /hello HTTP/1.1\r\nHost: test\r\nX");
    for (int i = 0; i < 40; ++i) {
        // Ends within the next line: what is before it is parsed and done with.
        lines.send(": " + std::string(1'000, 'x') + "\r\nX");
    }
    expectProblem(lines.readReply(), 431, "HEAD_TOO_LARGE");
}

TEST(ServerLimitsTest, WhatIsNotHttpIsRefused) {
    TestServer server;
    struct Case {
        const char* request;
        int status;
        const char* reason;
    };
    const Case cases[] = {
        {"nonsense\r\n\r\n", 400, "MALFORMED_REQUEST"},
        {"GET /hello HTTP/1.1\r\n\r\n", 400, "MALFORMED_REQUEST"},
        {"GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "MALFORMED_REQUEST"},
        {"GET /hello HTTP/1.1\r\nHost : a\r\n\r\n", 400, "MALFORMED_REQUEST"},
        {"GET hello HTTP/1.1\r\nHost: a\r\n\r\n", 400, "MALFORMED_REQUEST"},
        {"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400, "MALFORMED_REQUEST"},
        {"GET /hello HTTP/1.1\nHost: a\n\n", 400, "MALFORMED_REQUEST"},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400, "MALFORMED_REQUEST"},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400,
         "MALFORMED_REQUEST"},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n"
         "\r\n",
         400, "MALFORMED_REQUEST"},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400,
         "MALFORMED_REQUEST"},
        {"POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
         "MALFORMED_REQUEST"},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501,
         "TRANSFER_CODING_UNKNOWN"},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501,
         "TRANSFER_CODING_UNKNOWN"},
        {"GET /hello HTTP/2.0\r\nHost: a\r\n\r\n", 505, "VERSION_UNSUPPORTED"},
        {"GET /hello HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n", 417, "EXPECTATION_UNKNOWN"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.request);
        RawClient client = server.client();
        client.send(c.request);
        expectProblem(client.readReply(), c.status, c.reason);
        client.closeSend();
        EXPECT_TRUE(client.waitClosed());
    }
    EXPECT_EQ(server.server().stats().refusals, std::size(cases));
}

TEST(ServerLimitsTest, ARefusalWaitsForTheAnswersBeforeIt) {
    TestServer server;
    RawClient client = server.client();
    client.send(getRequest("/later") + "nonsense\r\n\r\n" + getRequest("/hello"));
    server.takeHeld().second.send(plain("first"));
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "first");
    expectProblem(client.readReply(), 400, "MALFORMED_REQUEST");
    EXPECT_FALSE(client.readReply(false, Millis(20)).has_value());
}

TEST(ServerLimitsTest, SlowHeadsAndBodiesAreCut) {
    ServerOptions options;
    options.headTimeout = Millis(100);
    options.bodyTimeout = Millis(100);
    TestServer server(options);
    RawClient head = server.client();
    head.send("GET /hello HTTP/1.1\r\nHos");
    RawClient body = server.client();
    body.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n123");
    expectProblem(head.readReply(), 408, "REQUEST_TIMEOUT");
    expectProblem(body.readReply(), 408, "REQUEST_TIMEOUT");
    EXPECT_EQ(server.server().stats().timeouts, 2u);
}

TEST(ServerLimitsTest, IdleConnectionsAreClosedAndUnansweredOnesAreNot) {
    ServerOptions options;
    options.idleTimeout = Millis(100);
    TestServer server(options);
    RawClient waiting = server.client();
    waiting.send(getRequest("/later"));
    auto held = server.takeHeld();
    RawClient fresh = server.client();
    RawClient used = server.client();
    used.send(getRequest("/hello"));
    ASSERT_TRUE(used.readReply().has_value());
    EXPECT_TRUE(fresh.waitClosed());
    EXPECT_TRUE(used.waitClosed());
    held.second.send(plain("patience"));
    EXPECT_EQ(waiting.readReply().value_or(Reply{}).body, "patience");
}

TEST(ServerLimitsTest, ConnectionsBeyondTheLimitGet503AndRetryAfter) {
    ServerOptions options;
    options.connectionsMax = 2;
    options.retryAfterSeconds = 3;
    TestServer server(options);
    RawClient one = server.client();
    RawClient two = server.client();
    for (RawClient* client : {&one, &two}) {
        client->send(getRequest("/hello"));
        ASSERT_TRUE(client->readReply().has_value());
    }
    {
        RawClient three = server.client();
        three.send(getRequest("/hello"));
        const auto reply = three.readReply();
        expectProblem(reply, 503, "TOO_MANY_CONNECTIONS");
        EXPECT_EQ(reply->header("retry-after"), "3");
    }
    one.close();
    ASSERT_TRUE(eventually([&] { return server.server().stats().connectionsOpen == 1; }));
    RawClient four = server.client();
    four.send(getRequest("/hello"));
    EXPECT_EQ(four.readReply().value_or(Reply{}).status, 200);
    EXPECT_EQ(server.server().stats().connectionsRefused, 1u);
}

TEST(ServerLimitsTest, ConnectionsOfOneAddressAreLimitedWhereAsked) {
    ServerOptions options;
    options.connectionsPerAddressMax = 1;
    TestServer server(options);
    RawClient one = server.client();
    one.send(getRequest("/hello"));
    ASSERT_TRUE(one.readReply().has_value());
    RawClient two = server.client();
    expectProblem(two.readReply(), 503, "TOO_MANY_CONNECTIONS");
    one.close();
    two.close();
    ASSERT_TRUE(eventually([&] { return server.server().stats().connectionsOpen == 0; }));
    RawClient three = server.client();
    three.send(getRequest("/hello"));
    EXPECT_EQ(three.readReply().value_or(Reply{}).status, 200);
}

TEST(ServerLimitsTest, BodiesBeingReceivedAreBoundedInAll) {
    ServerOptions options;
    options.bodyBytesTotalMax = 1000;
    TestServer server(options);
    RawClient first = server.client();
    const std::string head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n";
    first.send(head + std::string(800, 'x'));
    ASSERT_TRUE(eventually([&] { return server.server().stats().bytesRead >= head.size() + 800; }));
    RawClient second = server.client();
    second.send(head + std::string(300, 'y'));
    expectProblem(second.readReply(), 503, "TOO_MANY_BODIES");
    first.send(std::string(100, 'x'));
    EXPECT_EQ(first.readReply().value_or(Reply{}).body.size(), 900u);
    RawClient third = server.client();
    third.send(head + std::string(900, 'y'));
    EXPECT_EQ(third.readReply().value_or(Reply{}).body.size(), 900u);
}

// A peer without a valid key could keep all orders out with a few bodies as long as an import.
TEST(ServerLimitsTest, LongBodiesLeaveOrdinaryOnesTheirRoom) {
    ServerOptions options;
    options.bodyBytesMax = 900;
    options.bodyBytesTotalMax = 1000;
    options.longBodyBytesTotalMax = 2000;
    options.bodyBytesMaxFor = [](const Request& r) -> std::size_t {
        return r.query() == "import" ? 2000 : 900;
    };
    TestServer server(options);
    const std::string head =
        "POST /echo?import HTTP/1.1\r\nHost: a\r\nContent-Length: 2000\r\n\r\n";
    RawClient longOne = server.client();
    longOne.send(head + std::string(1900, 'x'));
    ASSERT_TRUE(
        eventually([&] { return server.server().stats().bytesRead >= head.size() + 1900; }));
    RawClient second = server.client();
    second.send(head + std::string(200, 'x'));
    expectProblem(second.readReply(), 503, "TOO_MANY_BODIES");
    RawClient order = server.client();
    order.send(postRequest("/echo", std::string(900, 'y')));
    EXPECT_EQ(order.readReply().value_or(Reply{}).body.size(), 900u);
    longOne.send(std::string(100, 'x'));
    EXPECT_EQ(longOne.readReply().value_or(Reply{}).body.size(), 2000u);
}

TEST(ServerLimitsTest, TheHandlerHasAtMostPipelineDepthRequestsOfOneConnection) {
    ServerOptions options;
    options.pipelineDepthMax = 3;
    TestServer server(options);
    RawClient client = server.client();
    std::string all;
    for (int i = 0; i < 10; ++i) all += getRequest("/later?" + std::to_string(i));
    client.send(all);
    std::vector<Responder> responders;
    for (int i = 0; i < 3; ++i) responders.push_back(server.takeHeld().second);
    EXPECT_EQ(server.server().stats().requests, 3u);
    RawClient other = server.client();  // A round trip on both threads: no fourth came.
    RawClient another = server.client();
    for (RawClient* c : {&other, &another}) {
        c->send(getRequest("/hello"));
        ASSERT_TRUE(c->readReply().has_value());
    }
    EXPECT_EQ(server.heldCount(), 0u);
    for (int i = 0; i < 10; ++i) {
        responders[static_cast<std::size_t>(i)].send(plain(std::to_string(i)));
        EXPECT_EQ(client.readReply().value_or(Reply{}).body, std::to_string(i));
        if (i + 3 < 10) responders.push_back(server.takeHeld().second);
    }
}

TEST(ServerLimitsTest, WhoDoesNotReadIsNotReadFromAndIsCutInTheEnd) {
    ServerOptions options;
    options.writeTimeout = Millis(300);
    options.outputBytesMax = 64 * 1024;
    TestServer server(options);
    RawClient deaf(server.port(), 4096);
    std::string all;
    for (int i = 0; i < 1000; ++i) all += getRequest("/shared");
    deaf.send(all);
    EXPECT_TRUE(eventually([&] { return server.server().stats().timeouts == 1; }));
    EXPECT_LT(server.server().stats().requests, 200u);
    EXPECT_TRUE(eventually([&] { return server.server().stats().connectionsOpen == 0; }));
}

TEST(ServerLimitsTest, WhoReadsSlowlyGetsEverything) {
    TestServer server;
    RawClient client(server.port(), 4096);
    std::string all;
    for (int i = 0; i < 50; ++i) all += getRequest("/shared");
    std::thread sending([&] { client.send(all); });
    for (int i = 0; i < 50; ++i) {
        const auto reply = client.readReply();
        ASSERT_TRUE(reply.has_value()) << i;
        EXPECT_EQ(reply->body.size(), 200'000u);
    }
    sending.join();
}

TEST(ServerLimitsTest, RefusalsCanBeWordedByTheOwner) {
    ServerOptions options;
    options.headersMax = 20;
    options.bodyBytesMaxFor = [](const Request&) -> std::size_t { return 10; };
    options.refusal = [](const Refused& refused) {
        return Response::of(200, "text/plain",
                            std::string(describe(refused.what).reason) + " " +
                                std::string(refused.limitName) + " " +
                                std::to_string(refused.limit));
    };
    TestServer server(options);
    std::string many;
    for (int i = 0; i < 21; ++i) many += "A: 1\r\n";
    struct Case {
        std::string request;
        int status;
        const char* body;
    };
    const Case cases[] = {
        {"nonsense\r\n\r\n", 400, "MALFORMED_REQUEST  0"},
        {postRequest("/echo", std::string(11, 'x')), 413, "BODY_TOO_LARGE bytes_max 10"},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nxxxxxxxxxxx\r\n",
         413, "BODY_TOO_LARGE bytes_max 10"},
        {getRequest("/hello", "X: " + std::string(17'000, 'x') + "\r\n"), 431,
         "HEAD_TOO_LARGE bytes_max 16384"},
        {getRequest("/hello", many), 431, "HEAD_TOO_LARGE headers_max 20"},
    };
    for (const Case& c : cases) {
        RawClient client = server.client();
        client.send(c.request);
        const auto reply = client.readReply();
        ASSERT_TRUE(reply.has_value()) << c.body;
        EXPECT_EQ(reply->status, c.status);
        EXPECT_EQ(reply->body, c.body);
    }
}

}  // namespace
}  // namespace tessera::http::test
