// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "tests/http/server_fixture.h"

namespace tessera::http::test {
namespace {

TEST(ServerAnswersTest, AConnectionIsKeptForManyRequests) {
    TestServer server;
    RawClient client = server.client();
    for (int i = 0; i < 100; ++i) {
        ASSERT_TRUE(client.send(getRequest("/hello")));
        const auto reply = client.readReply();
        ASSERT_TRUE(reply.has_value());
        EXPECT_EQ(reply->status, 200);
        EXPECT_EQ(reply->body, "hello");
        EXPECT_EQ(reply->header("content-type"), "text/plain");
        EXPECT_EQ(reply->header("date").size(), 29u);
    }
    EXPECT_EQ(server.server().stats().connectionsAccepted, 1u);
    EXPECT_EQ(server.server().stats().requests, 100u);
}

TEST(ServerAnswersTest, PipelinedAnswersLeaveInTheOrderOfTheirRequests) {
    TestServer server;
    RawClient client = server.client();
    ASSERT_TRUE(client.send(getRequest("/later?1") + getRequest("/hello") + getRequest("/later?2") +
                            postRequest("/echo", "body")));
    auto first = server.takeHeld();
    auto second = server.takeHeld();
    EXPECT_EQ(first.first.query(), "1");
    second.second.send(plain("two"));
    EXPECT_EQ(client.readSome(RawClient::Millis(50)), "");
    first.second.send(plain("one"));
    for (const char* expected : {"one", "hello", "two", "body"}) {
        const auto reply = client.readReply();
        ASSERT_TRUE(reply.has_value());
        EXPECT_EQ(reply->body, expected);
    }
}

TEST(ServerAnswersTest, AnyThreadMayAnswer) {
    TestServer server;
    constexpr int kClients = 8;
    constexpr int kRounds = 50;
    std::thread answering([&] {
        for (int i = 0; i < kClients * kRounds; ++i) {
            auto held = server.takeHeld();
            held.second.send(plain(std::string(held.first.query())));
        }
    });
    std::vector<RawClient> clients;
    for (int c = 0; c < kClients; ++c) clients.push_back(server.client());
    for (int i = 0; i < kRounds; ++i) {
        for (int c = 0; c < kClients; ++c) {
            clients[static_cast<std::size_t>(c)].send(
                getRequest("/later?" + std::to_string(c * 1000 + i)));
        }
        for (int c = 0; c < kClients; ++c) {
            const auto reply = clients[static_cast<std::size_t>(c)].readReply();
            ASSERT_TRUE(reply.has_value());
            EXPECT_EQ(reply->body, std::to_string(c * 1000 + i));
        }
    }
    answering.join();
}

TEST(ServerAnswersTest, ARequestMayComeByteForByte) {
    TestServer server;
    RawClient client = server.client();
    const std::string request = "\r\n" + postRequest("/echo", "abc") + getRequest("/hello");
    for (const char c : request) ASSERT_TRUE(client.send(std::string_view(&c, 1)));
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "abc");
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "hello");
}

TEST(ServerAnswersTest, ChunkedBodiesArePutTogether) {
    TestServer server;
    RawClient client = server.client();
    client.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3;x=y\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\nTrailer: 1\r\n\r\n" +
        getRequest("/hello"));
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "abc0123456789abcdef");
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "hello");
}

TEST(ServerAnswersTest, CompressibleBodiesAreCompressedForWhoAcceptsIt) {
    TestServer server;
    RawClient client = server.client();
    client.send(getRequest("/big", "Accept-Encoding: br, gzip\r\n"));
    const auto packed = client.readReply();
    ASSERT_TRUE(packed.has_value());
    EXPECT_EQ(packed->header("content-encoding"), "gzip");
    EXPECT_EQ(packed->header("vary"), "Accept-Encoding");
    EXPECT_EQ(packed->header("etag"), "W/\"7\"");
    EXPECT_LT(packed->body.size() * 2, TestServer::bigText().size());
    EXPECT_EQ(gunzip(packed->body), TestServer::bigText());

    client.send(getRequest("/big"));
    const auto full = client.readReply();
    ASSERT_TRUE(full.has_value());
    EXPECT_EQ(full->header("content-encoding"), "");
    EXPECT_EQ(full->header("vary"), "Accept-Encoding");
    EXPECT_EQ(full->header("etag"), "\"7\"");
    EXPECT_EQ(full->body, TestServer::bigText());
}

TEST(ServerAnswersTest, SmallPicturesAndEncodedBodiesAreNotCompressed) {
    TestServer server;
    RawClient client = server.client();
    for (const char* path : {"/hello", "/shared"}) {
        client.send(getRequest(path, "Accept-Encoding: gzip\r\n"));
        EXPECT_EQ(client.readReply().value_or(Reply{}).header("content-encoding"), "") << path;
    }
    client.send(getRequest("/later", "Accept-Encoding: gzip\r\n"));
    Response encoded = plain(std::string(5000, 'z'));
    encoded.headers.push_back({"Content-Encoding", "gzip"});
    server.takeHeld().second.send(std::move(encoded));
    const auto reply = client.readReply();
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->header("content-encoding"), "gzip");
    EXPECT_EQ(reply->body, std::string(5000, 'z'));
}

TEST(ServerAnswersTest, HeadGetsTheHeadersOfGetWithoutABody) {
    TestServer server;
    RawClient client = server.client();
    client.send("HEAD /shared HTTP/1.1\r\nHost: a\r\n\r\n" + getRequest("/hello"));
    const auto head = client.readReply(true);
    ASSERT_TRUE(head.has_value());
    EXPECT_EQ(head->header("content-length"), "200000");
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "hello");
}

TEST(ServerAnswersTest, NoContentHasNoLengthAndNoHeaderCanInjectAnother) {
    TestServer server;
    RawClient client = server.client();
    client.send(getRequest("/empty") + getRequest("/hello"));
    const auto reply = client.readReply();
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->status, 204);
    EXPECT_EQ(reply->header("content-length"), "");
    EXPECT_EQ(reply->header("injected"), "");
    EXPECT_EQ(reply->header("x-bad"), "");
    EXPECT_EQ(reply->header("x-good"), "1");
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "hello");
}

TEST(ServerAnswersTest, AHandlerThatThrowsOrDropsItsResponderAnswers500) {
    TestServer server;
    RawClient client = server.client();
    client.send(getRequest("/throw") + getRequest("/drop") + getRequest("/hello"));
    for (int i = 0; i < 2; ++i) {
        const auto reply = client.readReply();
        ASSERT_TRUE(reply.has_value());
        EXPECT_EQ(reply->status, 500);
        EXPECT_EQ(reply->header("content-type"), "application/problem+json");
        EXPECT_NE(reply->body.find("\"reason\":\"INTERNAL\""), std::string::npos);
        EXPECT_EQ(reply->body.find("planted"), std::string::npos);
    }
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "hello");
}

TEST(ServerAnswersTest, AnAbortedRequestEndsTheConnectionUnanswered) {
    TestServer server;
    RawClient client = server.client();
    client.send(getRequest("/abort") + getRequest("/hello"));
    EXPECT_FALSE(client.readReply().has_value());
    EXPECT_TRUE(client.waitClosed());
}

TEST(ServerAnswersTest, ContinueIsSentWhenTheClientWaitsForIt) {
    TestServer server;
    RawClient client = server.client();
    client.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.readReply().value_or(Reply{}).status, 100);
    client.send("body");
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "body");
}

TEST(ServerAnswersTest, ContinueWaitsForEarlierAnswers) {
    TestServer server;
    RawClient client = server.client();
    client.send(getRequest("/later"));
    auto held = server.takeHeld();
    client.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.readSome(RawClient::Millis(50)), "");
    held.second.send(plain("first"));
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "first");
    EXPECT_EQ(client.readReply().value_or(Reply{}).status, 100);
    client.send("body");
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "body");
}

TEST(ServerAnswersTest, TheConnectionClosesWhereTheClientSaysSo) {
    TestServer server;
    RawClient eleven = server.client();
    eleven.send(getRequest("/hello", "Connection: close\r\n"));
    EXPECT_EQ(eleven.readReply().value_or(Reply{}).header("connection"), "close");
    EXPECT_TRUE(eleven.waitClosed());

    RawClient ten = server.client();
    ten.send("GET /hello HTTP/1.0\r\n\r\n");
    EXPECT_EQ(ten.readReply().value_or(Reply{}).body, "hello");
    EXPECT_TRUE(ten.waitClosed());

    RawClient kept = server.client();
    kept.send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(kept.readReply().value_or(Reply{}).header("connection"), "keep-alive");
    kept.send("GET /hello HTTP/1.0\r\n\r\n");
    EXPECT_EQ(kept.readReply().value_or(Reply{}).body, "hello");
}

TEST(ServerAnswersTest, AClientThatOnlyClosedItsSideIsStillAnswered) {
    TestServer server;
    RawClient client = server.client();
    client.send(getRequest("/later"));
    client.closeSend();
    server.takeHeld().second.send(plain("late"));
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "late");
    EXPECT_TRUE(client.waitClosed());
}

TEST(ServerAnswersTest, AnsweringAClientThatIsGoneDoesNothing) {
    TestServer server;
    RawClient client = server.client();
    client.send(getRequest("/later"));
    auto held = server.takeHeld();
    client.close();
    held.second.send(plain(std::string(1'000'000, 'x')));
    EXPECT_TRUE(eventually([&] { return server.server().stats().connectionsOpen == 0; }));
}

TEST(ServerAnswersTest, StopLetsWhatIsAskedBeAnsweredAndClosesIdleConnections) {
    ServerOptions options;
    options.lingerTimeout = ServerOptions::Millis(100);
    TestServer server(options);
    RawClient idle = server.client();
    idle.send(getRequest("/hello"));
    ASSERT_TRUE(idle.readReply().has_value());
    RawClient busy = server.client();
    busy.send(getRequest("/later"));
    auto held = server.takeHeld();
    std::thread stopping([&] { server.server().stop(); });
    EXPECT_TRUE(idle.waitClosed());
    held.second.send(plain("still"));
    const auto reply = busy.readReply();
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->body, "still");
    EXPECT_EQ(reply->header("connection"), "close");
    stopping.join();
    EXPECT_FALSE(server.client().send(getRequest("/hello")) &&
                 server.client().readReply().has_value());
}

TEST(ServerAnswersTest, StopCutsWhatIsNotAnsweredInTimeAndLateAnswersDoNothing) {
    ServerOptions options;
    options.drainTimeout = ServerOptions::Millis(50);
    TestServer server(options);
    RawClient client = server.client();
    client.send(getRequest("/later"));
    auto held = server.takeHeld();
    server.server().stop();
    EXPECT_TRUE(client.waitClosed());
    held.second.send(plain("too late"));
}

TEST(ServerAnswersTest, APortInUseIsAnErrorNotACrash) {
    TestServer server;
    ServerOptions options;
    options.port = server.port();
    const auto second = Server::start(options, [](Request, Responder) {});
    ASSERT_FALSE(second.has_value());
    EXPECT_NE(second.error().message.find("listen on"), std::string::npos);
}

}  // namespace
}  // namespace tessera::http::test
