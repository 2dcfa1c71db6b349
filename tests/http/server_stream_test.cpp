// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <thread>

#include "tests/http/server_fixture.h"

namespace tessera::http::test {
namespace {

std::shared_ptr<const std::string> shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

Stream startStream(TestServer& server) {
    return server.takeHeld().second.startStream(Response::of(200, "text/event-stream", {}));
}

TEST(ServerStreamTest, EventsArriveAsTheyAreWrittenAndTheConnectionGoesOnAfterwards) {
    TestServer server;
    RawClient client = server.client();
    client.send(getRequest("/stream", "Accept-Encoding: gzip\r\n") + getRequest("/hello"));
    Stream stream = startStream(server);
    const auto head = client.readHead();
    ASSERT_TRUE(head.has_value());
    EXPECT_EQ(head->header("transfer-encoding"), "chunked");
    EXPECT_EQ(head->header("content-encoding"), "");
    EXPECT_EQ(stream.write(shared("data: 1\n\n")), StreamWrite::Queued);
    EXPECT_TRUE(client.readUntil("9\r\ndata: 1\n\n\r\n"));
    EXPECT_EQ(stream.write(shared("data: 2\n\n")), StreamWrite::Queued);
    EXPECT_TRUE(client.readUntil("data: 2\n\n\r\n"));
    EXPECT_EQ(server.server().stats().streamsOpen, 1u);
    stream.close();
    EXPECT_TRUE(client.readUntil("0\r\n\r\n"));
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "hello");
    EXPECT_EQ(stream.write(shared("late")), StreamWrite::Closed);
    EXPECT_TRUE(eventually([&] { return server.server().stats().streamsOpen == 0; }));
}

TEST(ServerStreamTest, AFullStreamSaysSoAndOthersDoNotNotice) {
    ServerOptions options;
    options.streamBytesMax = 10'000;
    TestServer server(options);
    RawClient deaf(server.port(), 4096);
    deaf.send(getRequest("/stream"));
    Stream blocked = startStream(server);
    RawClient quick = server.client();
    quick.send(getRequest("/stream"));
    Stream open = startStream(server);
    const auto bytes = shared(std::string(4000, 'x'));
    std::size_t queued = 0;
    ASSERT_TRUE(eventually([&] {
        const StreamWrite outcome = blocked.write(bytes);
        queued += outcome == StreamWrite::Queued ? 1 : 0;
        return outcome == StreamWrite::Full && blocked.queuedBytes() >= 8000 && queued > 10;
    }));
    EXPECT_LE(blocked.queuedBytes(), options.streamBytesMax);
    EXPECT_EQ(open.write(shared("data: here\n\n")), StreamWrite::Queued);
    EXPECT_TRUE(quick.readUntil("data: here\n\n"));
    // What was accepted arrives whole once the peer reads on.
    blocked.close();
    const auto reply = deaf.readReply();
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->body.size(), queued * 4000);
}

TEST(ServerStreamTest, OnCloseRunsOnceWhenThePeerGoes) {
    TestServer server;
    std::atomic<int> closed{0};
    RawClient client = server.client();
    client.send(getRequest("/stream"));
    Stream stream = startStream(server);
    stream.onClose([&] { ++closed; });
    client.close();
    EXPECT_TRUE(eventually([&] { return closed == 1; }));
    EXPECT_TRUE(stream.closed());
    EXPECT_EQ(stream.write(shared("x")), StreamWrite::Closed);
    stream.close();
    EXPECT_EQ(closed, 1);
    stream.onClose([&] { closed += 10; });
    EXPECT_EQ(closed, 11);
}

TEST(ServerStreamTest, AStreamOfAPeerThatIsGoneAlreadyEndsAtOnce) {
    TestServer server;
    RawClient client = server.client();
    client.send(getRequest("/later") + getRequest("/stream"));
    auto first = server.takeHeld();
    client.close();
    first.second.send(plain(std::string(100'000, 'x')));
    ASSERT_TRUE(eventually([&] { return server.server().stats().connectionsOpen <= 1; }));
    Stream stream = startStream(server);
    std::atomic<bool> closed{false};
    stream.onClose([&] { closed = true; });
    EXPECT_TRUE(eventually([&] { return closed.load(); }));
}

TEST(ServerStreamTest, DroppingEveryHandleClosesTheStream) {
    TestServer server;
    RawClient client = server.client();
    client.send(getRequest("/stream"));
    {
        Stream stream = startStream(server);
        const Stream copy = stream;
        stream.write(shared("data: 1\n\n"));
    }
    EXPECT_EQ(client.readReply().value_or(Reply{}).body, "data: 1\n\n");
}

TEST(ServerStreamTest, StopEndsStreams) {
    TestServer server;
    RawClient client = server.client();
    client.send(getRequest("/stream"));
    Stream stream = startStream(server);
    std::atomic<bool> closed{false};
    stream.onClose([&] { closed = true; });
    stream.write(shared("data: 1\n\n"));
    EXPECT_TRUE(client.readUntil("data: 1\n\n\r\n"));
    std::thread stopping([&] { server.server().stop(); });
    EXPECT_TRUE(client.readUntil("0\r\n\r\n"));
    client.close();
    stopping.join();
    EXPECT_TRUE(closed);
}

TEST(ServerStreamTest, OldClientsGetTheStreamUntilTheEndOfTheConnection) {
    TestServer server;
    RawClient client = server.client();
    client.send("GET /stream HTTP/1.0\r\n\r\n");
    Stream stream = startStream(server);
    stream.write(shared("data: 1\n\n"));
    stream.close();
    const auto reply = client.readReply();
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->body, "data: 1\n\n");
}

TEST(ServerStreamTest, ManySubscribersGetTheSameEventsInOrderFromManyWriters) {
    TestServer server;
    constexpr std::size_t kSubscribers = 100;
    std::vector<RawClient> clients;
    std::vector<Stream> streams;
    for (std::size_t i = 0; i < kSubscribers; ++i) {
        clients.push_back(server.client());
        clients.back().send(getRequest("/stream"));
        streams.push_back(startStream(server));
    }
    std::mutex order;
    int next = 0;
    const auto writing = [&] {
        for (int i = 0; i < 100; ++i) {
            const std::lock_guard lock(order);
            const auto bytes = shared(std::to_string(next++) + ",");
            for (Stream& stream : streams) stream.write(bytes);
        }
    };
    std::thread one(writing);
    std::thread two(writing);
    one.join();
    two.join();
    std::string expected;
    for (int i = 0; i < 200; ++i) expected += std::to_string(i) + ",";
    for (std::size_t i = 0; i < kSubscribers; ++i) {
        streams[i].close();
        EXPECT_EQ(clients[i].readReply().value_or(Reply{}).body, expected);
    }
}

}  // namespace
}  // namespace tessera::http::test
