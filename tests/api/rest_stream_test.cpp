// SPDX-License-Identifier: Apache-2.0
// Server-sent events: changes as they are committed, resuming, ends.
#include "tests/api/edge_fixture.h"

namespace tessera::api::test {
namespace {

using testing::HasSubstr;
using RestStreamTest = EdgeTest;

// The next event's lines, comments left out; empty at the end of the stream.
std::string nextEvent(RawClient& client, std::string& pending) {
    while (true) {
        const auto end = pending.find("\n\n");
        if (end != std::string::npos) {
            auto event = pending.substr(0, end);
            pending.erase(0, end + 2);
            const auto start = event.find("id: ");
            const auto kind = event.find("event: ");
            const auto data = event.find("data: ");
            const auto first = std::min({start, kind, data});
            if (first == std::string::npos) continue;
            return event.substr(first);
        }
        const auto more = client.readSome();
        if (more.empty()) return {};
        pending += more;
    }
}

json dataOf(const std::string& event) {
    const auto at = event.find("data: ");
    return at == std::string::npos ? json() : json::parse(event.substr(at + 6), nullptr, false);
}

TEST_F(RestStreamTest, AWatcherGetsTheMapAndThenItsChanges) {
    auto client = connect();
    client.send(http::test::getRequest(eventPath("/seatmap:watch")));
    const auto head = client.readHead();
    ASSERT_TRUE(head.has_value());
    EXPECT_EQ(head->status, 200);
    EXPECT_EQ(head->headers.at("content-type"), "text/event-stream");
    std::string pending;
    const auto first = nextEvent(client, pending);
    EXPECT_THAT(first, HasSubstr("id: 41\n"));
    EXPECT_EQ(dataOf(first)["snapshot"]["revision"], "41");
    app_.sell({SeatNo{3}, SeatNo{4}, SeatNo{9}});
    const auto second = nextEvent(client, pending);
    EXPECT_THAT(second, HasSubstr("id: 42\n"));
    const auto runs = dataOf(second)["delta"]["runs"];
    ASSERT_EQ(runs.size(), 2U);
    EXPECT_EQ(runs[0]["firstSeatNo"], 3);
    EXPECT_EQ(runs[0]["count"], 2);
    EXPECT_EQ(runs[0]["status"], "SEAT_SOLD");
}

// The first map of the largest layouts was more than a stream's queue took, so nobody got it.
TEST_F(RestStreamTest, TheMapOfTheLargestLayoutArrives) {
    app_.feed()->reset({60, std::vector<std::uint8_t>(engine::kSeatsMax, 2),
                        std::vector<std::int32_t>(plan::kAreasMax, 1'000'000)});
    auto client = connect();
    client.send(http::test::getRequest(eventPath("/seatmap:watch")));
    ASSERT_TRUE(client.readHead().has_value());
    std::string pending;
    const auto snapshot = dataOf(nextEvent(client, pending))["snapshot"];
    ASSERT_TRUE(snapshot.is_object());
    EXPECT_EQ(snapshot["areas"].size(), static_cast<std::size_t>(plan::kAreasMax));
    EXPECT_EQ(snapshot["revision"], "60");
    EXPECT_GT(snapshot["statuses"].get<std::string>().size(), engine::kSeatsMax * 4U / 3U - 4);
}

TEST_F(RestStreamTest, AReaderResumesWithoutASnapshotByTheLastIdOrTheQuery) {
    app_.sell({SeatNo{0}});
    app_.sell({SeatNo{1}});
    for (const auto& [query, header] :
         std::vector<std::pair<std::string, std::string>>{{"", "Last-Event-ID: 42\r\n"},
                                                          {"?afterRevision=42", ""},
                                                          {"?after_revision=42", ""}}) {
        auto client = connect();
        client.send(http::test::getRequest(eventPath("/seatmap:watch") + query, header));
        ASSERT_TRUE(client.readHead().has_value());
        std::string pending;
        const auto event = nextEvent(client, pending);
        EXPECT_THAT(event, HasSubstr("id: 43\n"));
        EXPECT_EQ(dataOf(event)["delta"]["fromRevision"], "42");
        EXPECT_EQ(dataOf(event)["delta"]["runs"][0]["firstSeatNo"], 1);
    }
}

TEST_F(RestStreamTest, ARevisionThatIsNoneIsRefusedBeforeTheStream) {
    EXPECT_EQ(reasonOf(get(eventPath("/seatmap:watch?afterRevision=-1"))), "INVALID_FIELD");
    EXPECT_EQ(reasonOf(get(eventPath("/seatmap:watch"), "Last-Event-ID: x\r\n")),
              "MALFORMED_REQUEST");
    EXPECT_EQ(reasonOf(get("/v1/events/" + encodePublicId(9) + "/seatmap:watch")),
              "EVENT_NOT_FOUND");
}

TEST_F(RestStreamTest, AWatcherThatLeavesIsForgotten) {
    {
        auto client = connect();
        client.send(http::test::getRequest(eventPath("/seatmap:watch")));
        ASSERT_TRUE(client.readUntil("data: "));
        EXPECT_EQ(app_.feed()->subscriberCount(), 1U);
    }
    for (int i = 0; i < 10'000 && app_.feed()->subscriberCount() > 0; ++i) get("/healthz");
    EXPECT_EQ(app_.feed()->subscriberCount(), 0U);
}

TEST_F(RestStreamTest, AReaderThatDoesNotReadIsLetGoAndTheOthersDoNotNotice) {
    RawClient stuck(edges_->httpPort(), 4096);
    stuck.send(http::test::getRequest(eventPath("/seatmap:watch")));
    ASSERT_TRUE(stuck.readHead().has_value());
    std::vector<SeatNo> every;
    for (int i = 0; i < 30; i += 2) every.push_back(SeatNo{i});
    for (int i = 0; i < 100'000; ++i) {
        app_.sell(every);
        if (i > 0 && app_.feed()->subscriberCount() == 0) break;
    }
    EXPECT_EQ(app_.feed()->subscriberCount(), 0U);
    EXPECT_EQ(get(eventPath("/seatmap")).status, 200);
}

TEST_F(RestStreamTest, WhenTheFeedClosesTheReaderIsToldToComeBack) {
    auto client = connect();
    client.send(http::test::getRequest(eventPath("/seatmap:watch")));
    ASSERT_TRUE(client.readUntil("data: "));
    app_.feed()->close();
    EXPECT_TRUE(client.readUntil("event: problem"));
    EXPECT_TRUE(client.readUntil("OWNER_UNAVAILABLE"));
}

TEST_F(RestStreamTest, StoppingTheServerEndsStreams) {
    auto client = connect();
    client.send(http::test::getRequest(eventPath("/seatmap:watch")));
    ASSERT_TRUE(client.readUntil("data: "));
    edges_->stop();
    EXPECT_TRUE(client.readUntil("SHUTTING_DOWN"));
    EXPECT_TRUE(client.waitClosed());
}

TEST_F(RestStreamTest, AnOrderIsFollowedUntilItIsPaid) {
    auto client = connect();
    client.send(http::test::getRequest(orderPath(":watch?holderToken=") + kHolderToken));
    ASSERT_TRUE(client.readHead().has_value());
    std::string pending;
    EXPECT_EQ(dataOf(nextEvent(client, pending))["state"], "PAYING");
    EXPECT_EQ(app_.watchers(), 1U);
    app_.moveOrder(engine::OrderState::Allocated);
    EXPECT_EQ(dataOf(nextEvent(client, pending))["state"], "ALLOCATED");
    app_.moveOrder(engine::OrderState::Paid);
    EXPECT_EQ(dataOf(nextEvent(client, pending))["state"], "PAID");
    EXPECT_THAT(nextEvent(client, pending), HasSubstr("event: end"));
    // The reader is told first, then the watch is let go of.
    for (int i = 0; i < 10'000 && app_.watchers() + edges_->inFlight() > 0; ++i) get("/healthz");
    EXPECT_EQ(app_.watchers(), 0U);
    EXPECT_EQ(edges_->inFlight(), 0U);
}

TEST_F(RestStreamTest, AnOrderIsFollowedByItsHolderOnly) {
    EXPECT_EQ(reasonOf(get(orderPath(":watch?holderToken=wrong"))), "HOLDER_TOKEN_INVALID");
    const auto unknown = eventPath("/orders/" + encodePublicId(kEvent, 5) + ":watch?holderToken=");
    EXPECT_EQ(reasonOf(get(unknown + kHolderToken)), "ORDER_NOT_FOUND");
    EXPECT_EQ(app_.watchers(), 0U);
}

}  // namespace
}  // namespace tessera::api::test
