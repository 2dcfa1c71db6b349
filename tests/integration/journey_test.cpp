// SPDX-License-Identifier: Apache-2.0
// From an empty database to tickets that a door lets in, by each edge alone.
#include <gtest/gtest.h>

#include "server/tickets/ticket_code.h"
#include "shared/base/encoding.h"
#include "tests/integration/sale.h"
#include "tests/integration/watch.h"

namespace tessera::integration {
namespace {

std::int64_t minor(const Json& money) {
    return std::stoll(money.value("minorUnits", "0"));
}

// What a buyer may check by himself: the lines that are added are the total, and so are the parts.
void expectConsistent(const Json& price) {
    std::int64_t lines = 0;
    for (const Json& line : price.at("lines")) {
        if (!line.value("included", false)) lines += minor(line.at("amount"));
    }
    const std::int64_t total = minor(price.at("total"));
    EXPECT_GT(total, 0);
    EXPECT_EQ(lines, total) << price.dump(1);
    EXPECT_EQ(minor(price.at("net")) + minor(price.at("fees")) + minor(price.at("taxes")), total)
        << price.dump(1);
}

tickets::TicketVerifier door(const Stack& stack) {
    const auto signer =
        tickets::TicketSigner::fromText(tickets::TicketKeyId{1}, stack.ticketSecret());
    EXPECT_TRUE(signer.has_value());
    tickets::TicketVerifier verifier;
    EXPECT_TRUE(verifier.addKey(tickets::TicketKeyId{1}, signer->publicKey()).has_value());
    return verifier;
}

class JourneyTest : public testing::TestWithParam<Edge> {
protected:
    Stack& stack = Stack::shared();
    Headers admin{{"authorization", "Bearer " + stack.adminKey()}};
};

TEST_P(JourneyTest, AnOrganiserSetsUpAHouseAndItsSale) {
    ApiClient client(GetParam(), stack);
    Sale sale = makeSale(stack, {.open = false});
    ASSERT_FALSE(sale.event.empty());
    EXPECT_EQ(client.call("GetEvent", {{"event", sale.event}}).reason, "EVENT_NOT_FOUND");
    Json config = sale.config;
    config["name"] = "Der Vogelhändler";
    const Answer created = client.call(
        "CreateEvent", {{"requestId", newRequestId()}, {"layout", sale.layout}, {"config", config}},
        admin);
    ASSERT_TRUE(created.ok()) << created;
    const std::string event = created.body.at("event");
    const Json byId = {{"event", event}, {"requestId", newRequestId()}};
    ASSERT_TRUE(client.call("OpenSale", byId, admin).ok());

    const Answer seen = client.call("GetEvent", {{"event", event}});
    ASSERT_TRUE(seen.ok()) << seen;
    EXPECT_EQ(seen.body.value("saleState", ""), "OPEN");
    EXPECT_EQ(seen.body["config"]["taxes"].size(), 2u);
    EXPECT_EQ(seen.body["config"]["fees"].size(), 3u);
    // 90.00 + 2.50 + 1.35 of fees + 20 % on these.
    EXPECT_EQ(minor(seen.body["config"]["prices"][0]["allIn"]), 9000 + 385 + 77);
    const Answer found = client.call("ListEvents", {{"query", "vogelhändler"}, {"city", "Graz"}});
    ASSERT_TRUE(found.ok()) << found;
    EXPECT_GE(found.body.value("events", Json::array()).size(), 1u);
    const Answer layout = client.call("GetLayout", {{"event", event}});
    ASSERT_TRUE(layout.ok()) << layout;
    EXPECT_EQ(layout.body.value("categories", Json::array()).size(), 5u);
}

TEST_P(JourneyTest, ABuyerHoldsPaysAndGetsTicketsThatVerifyOffline) {
    const Sale sale = makeSale(stack);
    ASSERT_FALSE(sale.event.empty());
    const Json byEvent = {{"event", sale.event}};
    auto sse = Watch::open(Edge::Rest, stack, "WatchSeatMap", byEvent);
    auto stream = Watch::open(Edge::Grpc, stack, "WatchSeatMap", byEvent);
    MapCopy bySse;
    MapCopy byStream;
    ASSERT_TRUE(bySse.follow(*sse, 20, kFree));
    ASSERT_TRUE(byStream.follow(*stream, 20, kFree));
    EXPECT_EQ(bySse.statuses.size(), static_cast<std::size_t>(kTheatreSeats));

    Buyer buyer(GetParam(), stack);
    EXPECT_EQ(mapNow(buyer.client, sale), std::string(kTheatreSeats, kFree));
    const Answer held = buyer.hold(sale, {20, 19});
    ASSERT_TRUE(held.ok()) << held;
    EXPECT_EQ(held.body.value("state", ""), "HELD");
    ASSERT_EQ(held.body["seats"].size(), 2u);
    EXPECT_EQ(held.body["seats"][0].value("seatNo", 0), 19);
    EXPECT_EQ(held.body["seats"][0]["label"].value("row", ""), "A");
    expectConsistent(held.body.at("price"));
    EXPECT_TRUE(bySse.follow(*sse, 19, kHeld));
    EXPECT_TRUE(byStream.follow(*stream, 19, kHeld));
    EXPECT_EQ(bySse.statuses[20], kHeld);

    // This client goes away and comes back as a browser does; what it missed comes as changes.
    const std::string lastId = sse->lastId();
    EXPECT_EQ(lastId, std::to_string(bySse.revision));
    sse.reset();
    const Answer ordered = buyer.checkout();
    ASSERT_TRUE(ordered.ok()) << ordered;
    EXPECT_EQ(ordered.body.value("state", ""), "PAYING");
    EXPECT_EQ(minor(ordered.body["total"]), minor(held.body["price"]["total"]));
    const Answer confirmed = buyer.pay();
    EXPECT_EQ(confirmed.status, 200) << confirmed;
    ASSERT_TRUE(buyer.orderBecomes("PAID"));
    sse = Watch::open(Edge::Rest, stack, "WatchSeatMap", byEvent, lastId);
    EXPECT_TRUE(bySse.follow(*sse, 19, kSold));
    EXPECT_TRUE(byStream.follow(*stream, 20, kSold));
    EXPECT_EQ(bySse.snapshots, 1);
    EXPECT_EQ(byStream.snapshots, 1);

    const Answer listed = buyer.tickets("FULL");
    ASSERT_TRUE(listed.ok()) << listed;
    ASSERT_EQ(listed.body.value("tickets", Json::array()).size(), 2u);
    const tickets::TicketVerifier verifier = door(stack);
    const EventId event{decodePublicId(sale.event).value_or(0)};
    std::int64_t shares = 0;
    for (const Json& ticket : listed.body["tickets"]) {
        EXPECT_EQ(ticket.value("state", ""), "ACTIVE");
        shares += minor(ticket["price"]);
        const std::string code = ticket.value("code", "");
        const auto good = verifier.verifyAtAnyTime(code, event);
        ASSERT_EQ(good.verdict, tickets::TicketVerdict::Valid);
        EXPECT_EQ(std::get<SeatNo>(good.facts->place).value, ticket.value("seatNo", -1));
        EXPECT_EQ(verifier.verify(code, event, good.facts->admitsFrom).verdict,
                  tickets::TicketVerdict::Valid);
        std::string forged = code;
        forged[40] = forged[40] == '7' ? '8' : '7';
        EXPECT_EQ(verifier.verifyAtAnyTime(forged, event).verdict,
                  tickets::TicketVerdict::BadSignature);
        EXPECT_EQ(verifier.verifyAtAnyTime(code, EventId{event.value + 1}).verdict,
                  tickets::TicketVerdict::WrongEvent);
        EXPECT_NE(ticket.value("qrSvg", "").find("<svg"), std::string::npos);
        EXPECT_TRUE(fromBase64(ticket.value("qrPng", "")).value_or("").starts_with("\x89PNG"));
    }
    EXPECT_EQ(shares, minor(ordered.body["total"]));
}

TEST_P(JourneyTest, AnOrderCanBeWatchedUntilItIsPaid) {
    const Sale sale = makeSale(stack);
    Buyer buyer(GetParam(), stack);
    ASSERT_TRUE(buyer.hold(sale, {400, 401, 402}).ok());
    ASSERT_TRUE(buyer.checkout().ok());
    Json request = buyer.ofOrder();
    request["holderToken"] = buyer.token;
    const auto watch = Watch::open(GetParam(), stack, "WatchOrder", request);
    std::vector<std::string> states;
    bool confirmed = false;
    while (const auto update = watch->next()) {
        const std::string state = update->value("state", "");
        if (states.empty() || states.back() != state) states.push_back(state);
        const Json payments = update->value("payments", Json::array());
        if (!confirmed && !payments.empty() && payments[0].value("state", "") == "PAYABLE") {
            EXPECT_EQ(confirmAtSandbox(buyer.client, payments[0], "pm_card_visa").status, 200);
            confirmed = true;
        }
        if (payments.empty()) continue;
        EXPECT_EQ(payments[0].value("provider", ""), "stripe") << payments.dump();
        const std::string payment = payments[0].value("state", "");
        if (payment == "OPENING") continue;
        EXPECT_TRUE(payments[0].value("providerObject", "").starts_with("pi_"));
        EXPECT_EQ(payments[0].value("clientSecret", "").empty(), payment != "PAYABLE") << payment;
    }
    // The states between may be passed over: a watcher gets the latest.
    EXPECT_TRUE(confirmed);
    EXPECT_TRUE(watch->endedWell());
    ASSERT_FALSE(states.empty());
    EXPECT_EQ(states.front(), "PAYING");
    EXPECT_EQ(states.back(), "PAID");
}

TEST_P(JourneyTest, ASeatThatIsTakenIsRefusedAndBestAvailableFindsOthers) {
    const Sale sale = makeSale(stack);
    Buyer first(GetParam(), stack);
    Buyer second(GetParam(), stack);
    ASSERT_TRUE(first.hold(sale, {700, 701}).ok());
    const Answer refused = second.hold(sale, {701, 702});
    EXPECT_EQ(refused.reason, "SEAT_UNAVAILABLE");
    EXPECT_EQ(refused.metadata.value("seat_nos", ""), "701");
    EXPECT_EQ(mapNow(second.client, sale)[702], kFree) << "all or none";
    const Answer best = second.client.call(
        "CreateReservation",
        {{"event", sale.event},
         {"requestId", newRequestId()},
         {"bestAvailable",
          {{"quantities",
            {{{"ticketTypeNo", 0}, {"quantity", 2}}, {{"ticketTypeNo", 1}, {"quantity", 1}}}}}}},
        {{"x-caller-key", second.callerKey}});
    ASSERT_TRUE(best.ok()) << best;
    ASSERT_EQ(best.body["seats"].size(), 3u);
    EXPECT_EQ(best.body["seats"][2].value("seatNo", 0),
              best.body["seats"][0].value("seatNo", 0) + 2);
    expectConsistent(best.body.at("price"));
}

TEST_P(JourneyTest, ACancelledHoldGivesItsSeatsBackAtOnce) {
    const Sale sale = makeSale(stack);
    Buyer first(GetParam(), stack);
    Buyer second(GetParam(), stack);
    ASSERT_TRUE(first.hold(sale, {900, 901}).ok());
    const Answer cancelled = first.cancel();
    ASSERT_TRUE(cancelled.ok()) << cancelled;
    EXPECT_EQ(cancelled.body.value("state", ""), "RELEASED");
    EXPECT_EQ(cancelled.body.value("releaseReason", ""), "CANCELLED");
    EXPECT_TRUE(second.hold(sale, {901, 900}).ok());
}

TEST(JourneyRestTest, TheMapIsCacheableAndComesCompressed) {
    Stack& stack = Stack::shared();
    const Sale sale = makeSale(stack);
    ApiClient client(Edge::Rest, stack);
    const std::string path = "/v1/events/" + sale.event + "/seatmap";
    Answer map = client.http("GET", path, {});
    ASSERT_EQ(map.status, 200) << map;
    EXPECT_NE(map.headers["cache-control"].find("max-age=1"), std::string::npos);
    const std::string tag = map.headers["etag"];
    EXPECT_NE(tag.find(map.body.value("revision", "none")), std::string::npos) << tag;
    EXPECT_EQ(client.http("GET", path, {}, {{"if-none-match", tag}}).status, 304);
    Answer zipped = client.http("GET", path, {}, {{"accept-encoding", "gzip"}});
    EXPECT_EQ(zipped.headers["content-encoding"], "gzip");
    EXPECT_LT(zipped.raw.size(), map.raw.size());
    Buyer buyer(Edge::Rest, stack);
    ASSERT_TRUE(buyer.hold(sale, {3, 4}).ok());
    EXPECT_TRUE(eventually([&] {
        return client.http("GET", path, {}, {{"if-none-match", tag}}).status == 200;
    })) << "a changed map has another tag";
}

INSTANTIATE_TEST_SUITE_P(Edges, JourneyTest, testing::Values(Edge::Rest, Edge::Grpc),
                         [](const auto& tested) { return nameOf(tested.param); });

}  // namespace
}  // namespace tessera::integration
