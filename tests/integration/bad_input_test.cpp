// SPDX-License-Identifier: Apache-2.0
// Requests that are well formed and cannot be done, by each edge: each gets its own refusal and
// leaves everything as it was.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/base/ids.h"
#include "tests/integration/sale.h"
#include "tests/integration/watch.h"

namespace tessera::integration {
namespace {

class BadInputTest : public testing::TestWithParam<Edge> {
protected:
    Answer take(const Sale& sale, const std::vector<std::int32_t>& seats) {
        return client.call("CreateReservation", seatRequest(sale, seats, newRequestId()), caller);
    }

    Stack& stack = Stack::shared();
    ApiClient client{GetParam(), stack};
    Headers caller{{"x-caller-key", newCallerKey()}};
};

// Of the same event, made at another microsecond.
std::string neighbourOf(const std::string& id) {
    const auto scoped = decodeEventScopedId(id).value_or(EventScopedId{});
    return encodePublicId(scoped.event, scoped.local + (std::int64_t{1} << 30));
}

TEST_P(BadInputTest, MalformedIdsAreRefusedAsSuch) {
    const Sale sale = makeSale(stack);
    Buyer buyer(GetParam(), stack);
    ASSERT_TRUE(buyer.hold(sale, {10, 11}).ok());
    const std::vector<std::string> malformed{
        "x", "0000000000000000", sale.event + "0", "ZZZZZZZZZZZZZ", "../../etc", "ä", "%", "-1"};
    for (const std::string& id : malformed) {
        EXPECT_EQ(client.call("GetEvent", {{"event", id}}).reason, "INVALID_ID") << id;
        EXPECT_EQ(client.call("GetSeatMap", {{"event", id}}).reason, "INVALID_ID") << id;
        EXPECT_EQ(take(Sale{{}, id, {}}, {1}).reason, "INVALID_ID") << id;
        Buyer lost(GetParam(), stack);
        lost.event = sale.event;
        lost.token = buyer.token;
        lost.reservation = lost.order = id;
        EXPECT_EQ(lost.reservationNow().reason, "INVALID_ID") << id;
        EXPECT_EQ(lost.cancel().reason, "INVALID_ID") << id;
        EXPECT_EQ(lost.checkout().reason, "INVALID_ID") << id;
        EXPECT_EQ(lost.orderNow().reason, "INVALID_ID") << id;
        EXPECT_EQ(lost.tickets().reason, "INVALID_ID") << id;
    }
    EXPECT_EQ(buyer.reservationNow().body.value("state", ""), "HELD");
}

TEST_P(BadInputTest, UnknownIdsAreNotFound) {
    const Sale sale = makeSale(stack);
    Buyer buyer(GetParam(), stack);
    ASSERT_TRUE(buyer.hold(sale, {10, 11}).ok());
    const std::string nowhere = encodePublicId(decodePublicId(sale.event).value_or(0) + 4096000);
    EXPECT_EQ(client.call("GetEvent", {{"event", nowhere}}).reason, "EVENT_NOT_FOUND");
    EXPECT_EQ(client.call("GetSeatMap", {{"event", nowhere}}).reason, "EVENT_NOT_FOUND");
    EXPECT_EQ(client.call("GetLayout", {{"event", nowhere}}).reason, "EVENT_NOT_FOUND");
    EXPECT_EQ(take(Sale{{}, nowhere, {}}, {1}).reason, "EVENT_NOT_FOUND");
    const Headers staff{
        {"authorization", "Bearer " + stack.makeKey("desk", {"reservations:staff"})}};
    const std::string unknown = neighbourOf(buyer.reservation);
    EXPECT_EQ(
        client.call("GetReservation", {{"event", sale.event}, {"reservation", unknown}}, staff)
            .reason,
        "RESERVATION_NOT_FOUND");
    EXPECT_EQ(client.call("GetOrder", {{"event", sale.event}, {"order", unknown}}, staff).reason,
              "ORDER_NOT_FOUND");
    // To somebody without rights an id that does not exist is like one that is not his.
    buyer.reservation = unknown;
    EXPECT_EQ(buyer.reservationNow().reason, "HOLDER_TOKEN_INVALID");
}

TEST_P(BadInputTest, IdsOfAnotherEventAreForeign) {
    const Sale here = makeSale(stack);
    const Sale there = makeSale(stack);
    Buyer buyer(GetParam(), stack);
    ASSERT_TRUE(buyer.hold(here, {10, 11}).ok());
    ASSERT_TRUE(buyer.checkout().ok());
    buyer.event = there.event;
    EXPECT_EQ(buyer.reservationNow().reason, "INVALID_ID");
    EXPECT_EQ(buyer.cancel().reason, "INVALID_ID");
    EXPECT_EQ(buyer.orderNow().reason, "INVALID_ID");
    EXPECT_EQ(buyer.tickets().reason, "INVALID_ID");
    buyer.event = here.event;
    EXPECT_EQ(buyer.orderNow().body.value("state", ""), "PAYING");
}

TEST_P(BadInputTest, SeatsThatCannotBeAskedForAreRefusedEachForItsReason) {
    const Sale sale = makeSale(stack);
    EXPECT_EQ(take(sale, {}).reason, "NO_PLACES");
    EXPECT_EQ(take(sale, {kTheatreSeats}).reason, "SEAT_UNKNOWN");
    EXPECT_EQ(take(sale, {3, -1}).reason, "SEAT_UNKNOWN");
    EXPECT_EQ(take(sale, {2147483647}).reason, "SEAT_UNKNOWN");
    const Answer twice = take(sale, {7, 8, 7});
    EXPECT_EQ(twice.reason, "SEAT_DUPLICATE");
    EXPECT_EQ(twice.metadata.value("seat_nos", ""), "7");
    std::vector<std::int32_t> many(11);
    for (int i = 0; i < 11; ++i) many[static_cast<std::size_t>(i)] = i;
    const Answer eleven = take(sale, many);
    EXPECT_EQ(eleven.reason, "ORDER_LIMIT");
    EXPECT_EQ(eleven.metadata.value("places_max", ""), "10");
    many.resize(10'000);
    EXPECT_EQ(take(sale, many).reason, "ORDER_LIMIT");
    many.resize(10'001);
    const Answer more = take(sale, many);
    EXPECT_EQ(more.reason, "TOO_MANY_PLACES");
    EXPECT_EQ(more.metadata.value("places_max", ""), "10000");
    EXPECT_EQ(mapNow(client, sale), std::string(kTheatreSeats, kFree));
}

TEST_P(BadInputTest, SelectionsThatSayNothingOrNonsenseAreRefused) {
    const Sale sale = makeSale(stack);
    const auto ask = [&](const Json& selection) {
        Json request = {{"event", sale.event}, {"requestId", newRequestId()}};
        request.update(selection);
        return client.call("CreateReservation", request, caller).reason;
    };
    EXPECT_THAT(ask(Json::object()), testing::AnyOf("INVALID_FIELD", "NO_PLACES"));
    EXPECT_EQ(ask({{"seats", {{"seats", {{{"ticketTypeNo", 0}}}}}}}), "INVALID_FIELD");
    EXPECT_EQ(ask({{"seats", {{"seats", {{{"seatNo", 1}, {"ticketTypeNo", 9}}}}}}}),
              "TICKET_TYPE_UNKNOWN");
    const auto best = [&](int count) {
        return Json{{"bestAvailable", {{"quantities", {{{"quantity", count}}}}}}};
    };
    EXPECT_EQ(ask(best(0)), "INVALID_FIELD");
    EXPECT_EQ(ask(best(-3)), "INVALID_FIELD");
    EXPECT_EQ(ask(best(11)), "ORDER_LIMIT");
    EXPECT_EQ(ask(best(2147483647)), "TOO_MANY_PLACES");
    Json elsewhere = best(2);
    elsewhere["bestAvailable"]["categoryNos"] = Json::array({77});
    EXPECT_EQ(ask(elsewhere), "CATEGORY_UNKNOWN");
    EXPECT_EQ(ask({{"generalAdmission", {{"areaNo", 0}, {"quantities", {{{"quantity", 1}}}}}}}),
              "AREA_UNKNOWN");
    Json coded = best(2);
    coded["code"] = "NOSUCH";
    EXPECT_EQ(ask(coded), "CODE_UNKNOWN");
}

TEST_P(BadInputTest, WhatHasExpiredStaysExpired) {
    const Sale sale = makeSale(stack, {.holdSeconds = 1});
    Buyer buyer(GetParam(), stack);
    const Answer held = buyer.hold(sale, {30, 31});
    ASSERT_TRUE(held.ok());
    EXPECT_TRUE(
        eventually([&] { return buyer.reservationNow().body.value("state", "") == "RELEASED"; }));
    const Answer expired = buyer.reservationNow();
    EXPECT_EQ(expired.body.value("releaseReason", ""), "EXPIRED");
    ASSERT_TRUE(held.body["price"]["lines"].is_array()) << held;
    EXPECT_EQ(expired.body["price"], held.body["price"]);
    EXPECT_EQ(expired.body["seats"], held.body["seats"]);
    EXPECT_EQ(buyer.checkout().reason, "RESERVATION_EXPIRED");
    EXPECT_EQ(buyer.cancel().reason, "RESERVATION_EXPIRED");
    Buyer next(GetParam(), stack);
    EXPECT_TRUE(next.hold(sale, {30, 31}).ok());
}

TEST_P(BadInputTest, WhatWasCancelledStaysCancelled) {
    const Sale sale = makeSale(stack);
    Buyer buyer(GetParam(), stack);
    ASSERT_TRUE(buyer.hold(sale, {30, 31}).ok());
    ASSERT_TRUE(buyer.cancel().ok());
    EXPECT_EQ(buyer.checkout().reason, "RESERVATION_RELEASED");
    const Answer again = buyer.cancel();
    EXPECT_TRUE(again.ok()) << again;
    EXPECT_EQ(again.body.value("state", ""), "RELEASED");
}

TEST_P(BadInputTest, ACancelledOrderStillShowsWhatItWouldHaveCost) {
    const Sale sale = makeSale(stack);
    Buyer buyer(GetParam(), stack);
    ASSERT_TRUE(buyer.hold(sale, {34, 35}).ok());
    const Answer ordered = buyer.checkout();
    ASSERT_TRUE(ordered.ok());
    ASSERT_TRUE(buyer.cancel().ok());
    ASSERT_TRUE(buyer.orderBecomes("RELEASED")) << buyer.orderNow();
    const Answer released = buyer.orderNow();
    ASSERT_TRUE(ordered.body["price"]["lines"].is_array()) << ordered;
    EXPECT_EQ(released.body["price"], ordered.body["price"]);
    EXPECT_EQ(released.body["total"], ordered.body["total"]);
}

TEST_P(BadInputTest, WhatIsPaidCanNeitherBeCheckedOutNorCancelled) {
    const Sale sale = makeSale(stack);
    Buyer buyer(GetParam(), stack);
    ASSERT_TRUE(buyer.hold(sale, {30, 31}).ok());
    ASSERT_TRUE(buyer.checkout().ok());
    EXPECT_EQ(buyer.checkout().reason, "RESERVATION_CHECKED_OUT");
    ASSERT_EQ(buyer.pay().status, 200);
    ASSERT_TRUE(buyer.orderBecomes("PAID"));
    EXPECT_EQ(buyer.checkout().reason, "RESERVATION_CHECKED_OUT");
    EXPECT_EQ(buyer.cancel().reason, "ORDER_NOT_CANCELLABLE");
    EXPECT_EQ(buyer.orderNow().body.value("state", ""), "PAID");
}

TEST_P(BadInputTest, AClosingThatWasRefusedDoesNotCloseTheSaleThatIsOpenedSince) {
    const Sale sale = makeSale(stack, {.open = false});
    const Headers admin{{"authorization", "Bearer " + stack.adminKey()}};
    const Json close{{"event", sale.event}, {"requestId", newRequestId()}};
    EXPECT_EQ(client.call("CloseSale", close, admin).reason, "SALE_STATE_CONFLICT");
    const Json open{{"event", sale.event}, {"requestId", newRequestId()}};
    ASSERT_TRUE(client.call("OpenSale", open, admin).ok());
    EXPECT_EQ(client.call("CloseSale", close, admin).reason, "SALE_STATE_CONFLICT");
    Buyer buyer(GetParam(), stack);
    EXPECT_TRUE(buyer.hold(sale, {1, 2}).ok());
}

TEST_P(BadInputTest, ASaleThatIsClosedSellsNothing) {
    const Sale draft = makeSale(stack, {.open = false});
    EXPECT_THAT(take(draft, {1, 2}).reason, testing::AnyOf("SALE_NOT_OPEN", "EVENT_NOT_FOUND"));
    const Sale sale = makeSale(stack);
    Buyer buyer(GetParam(), stack);
    ASSERT_TRUE(buyer.hold(sale, {1, 2}).ok());
    const Headers admin{{"authorization", "Bearer " + stack.adminKey()}};
    const Json close = {{"event", sale.event}, {"requestId", newRequestId()}};
    ASSERT_TRUE(client.call("CloseSale", close, admin).ok());
    EXPECT_EQ(take(sale, {3, 4}).reason, "SALE_CLOSED");
    EXPECT_TRUE(buyer.checkout().ok()) << "what was held goes on";
}

INSTANTIATE_TEST_SUITE_P(Edges, BadInputTest, testing::Values(Edge::Rest, Edge::Grpc),
                         [](const auto& tested) { return nameOf(tested.param); });

}  // namespace
}  // namespace tessera::integration
