// SPDX-License-Identifier: Apache-2.0
// Who may do what: every admin call, by each edge.
#include <gtest/gtest.h>

#include "tessera/v1/options.pb.h"
#include "tests/integration/sale.h"

namespace tessera::integration {
namespace {

class AccessTest : public testing::TestWithParam<Edge> {
protected:
    Stack& stack = Stack::shared();
    ApiClient client{GetParam(), stack};
};

std::vector<const google::protobuf::MethodDescriptor*> adminMethods() {
    const auto* service = methodNamed("CreateVenue").service();
    std::vector<const google::protobuf::MethodDescriptor*> methods;
    for (int i = 0; i < service->method_count(); ++i) methods.push_back(service->method(i));
    return methods;
}

TEST_P(AccessTest, EveryAdminCallWithoutAKeyIs401) {
    ASSERT_EQ(adminMethods().size(), 9u);
    for (const auto* method : adminMethods()) {
        EXPECT_EQ(client.call(method->name(), Json::object()).reason, "CREDENTIALS_MISSING")
            << method->name();
        for (const std::string wrong : {"Bearer nonsense", "Basic YTpi", "Bearer "}) {
            EXPECT_TRUE(client.call(method->name(), Json::object(), {{"authorization", wrong}})
                            .reason.starts_with("CREDENTIALS_"))
                << method->name() << " " << wrong;
        }
    }
    std::string key = stack.adminKey();
    key.back() = key.back() == 'A' ? 'B' : 'A';
    EXPECT_EQ(
        client.call("CreateVenue", Json::object(), {{"authorization", "Bearer " + key}}).reason,
        "CREDENTIALS_INVALID");
}

TEST_P(AccessTest, EveryAdminCallWithoutItsScopeIs403) {
    const std::string codes = stack.makeKey("codes", {"admin:codes"});
    const std::string venues = stack.makeKey("venues", {"admin:venues"});
    for (const auto* method : adminMethods()) {
        const std::string needed = method->options().GetExtension(v1::required_scope);
        ASSERT_FALSE(needed.empty()) << method->name();
        const std::string& key = needed == "admin:codes" ? venues : codes;
        const Answer answer =
            client.call(method->name(), Json::object(), {{"authorization", "Bearer " + key}});
        EXPECT_EQ(answer.reason, "SCOPE_MISSING") << method->name() << answer;
        EXPECT_EQ(answer.metadata.value("required_scope", ""), needed);
    }
    // With the scope the same call is judged by its content.
    const Answer let = client.call("CreateVenue", {{"requestId", newRequestId()}},
                                   {{"authorization", "Bearer " + venues}});
    EXPECT_EQ(let.reason, "INVALID_FIELD") << let;
}

TEST_P(AccessTest, AReservationIsForItsHolderAndForStaff) {
    const Sale sale = makeSale(stack);
    Buyer holder(GetParam(), stack);
    Buyer other(GetParam(), stack);
    ASSERT_TRUE(holder.hold(sale, {50, 51}).ok());
    ASSERT_TRUE(other.hold(sale, {60, 61}).ok());
    const Json request = holder.ofReservation();
    EXPECT_EQ(client.call("GetReservation", request).reason, "HOLDER_TOKEN_MISSING");
    EXPECT_EQ(client.call("GetReservation", request, {{"x-holder-token", other.token}}).reason,
              "HOLDER_TOKEN_INVALID");
    EXPECT_EQ(client.call("GetReservation", request, {{"x-holder-token", "x"}}).reason,
              "HOLDER_TOKEN_INVALID");
    const std::string staff = stack.makeKey("box office", {"reservations:staff"});
    EXPECT_TRUE(
        client.call("GetReservation", request, {{"authorization", "Bearer " + staff}}).ok());
    const Answer shown = holder.reservationNow();
    ASSERT_TRUE(shown.ok()) << shown;
    EXPECT_EQ(shown.body.value("holderToken", ""), "") << "only its creation says it";
    other.reservation = holder.reservation;
    EXPECT_EQ(other.cancel().reason, "HOLDER_TOKEN_INVALID");
    EXPECT_EQ(other.checkout().reason, "HOLDER_TOKEN_INVALID");
    EXPECT_EQ(holder.reservationNow().body.value("state", ""), "HELD");
}

// Names, seats and codes that admit: by every method that shows them.
TEST_P(AccessTest, AnOrderAndItsTicketsAreForTheHolder) {
    const Sale sale = makeSale(stack);
    Buyer holder(GetParam(), stack);
    Buyer other(GetParam(), stack);
    ASSERT_TRUE(holder.hold(sale, {50, 51}).ok());
    ASSERT_TRUE(other.hold(sale, {60, 61}).ok());
    ASSERT_TRUE(holder.checkout().ok());
    ASSERT_EQ(holder.pay().status, 200);
    ASSERT_TRUE(holder.orderBecomes("PAID"));
    const Json tickets = holder.tickets().body.at("tickets");
    ASSERT_EQ(tickets.size(), 2U);
    for (const char* method : {"GetOrder", "ListTickets", "GetTicketsPdf", "GetOrderCalendar",
                               "GetApplePass", "GetGoogleWalletLink"}) {
        Json request = holder.ofOrder();
        const bool wallet = std::string(method).starts_with("GetApple") ||
                            std::string(method).starts_with("GetGoogle");
        if (wallet) request["ticket"] = tickets[0].at("ticket");
        EXPECT_EQ(client.call(method, request).reason, "HOLDER_TOKEN_MISSING") << method;
        EXPECT_EQ(client.call(method, request, {{"x-holder-token", other.token}}).reason,
                  "HOLDER_TOKEN_INVALID")
            << method;
        const Answer own = client.call(method, request, {{"x-holder-token", holder.token}});
        EXPECT_EQ(own.reason, wallet ? "WALLET_NOT_OFFERED" : "") << method << own;
    }
}

TEST_P(AccessTest, WhatABuyerConfirmsWithIsShownToTheHolderAlone) {
    const Sale sale = makeSale(stack);
    Buyer holder(GetParam(), stack);
    ASSERT_TRUE(holder.hold(sale, {55, 56}).ok());
    ASSERT_TRUE(holder.checkout().ok());
    ASSERT_EQ(holder.pay("pm_card_chargeDeclined").status, 402);
    const Json own = paymentOf(holder.orderNow());
    ASSERT_EQ(own.value("state", ""), "PAYABLE");
    EXPECT_NE(own.value("clientSecret", ""), "");
    const std::string staff = stack.makeKey("desk " + nameOf(GetParam()), {"reservations:staff"});
    const Json shown = paymentOf(
        client.call("GetOrder", holder.ofOrder(), {{"authorization", "Bearer " + staff}}));
    EXPECT_EQ(shown.value("state", ""), "PAYABLE");
    EXPECT_EQ(shown.value("providerObject", ""), own.value("providerObject", "-"));
    EXPECT_EQ(shown.value("clientSecret", ""), "");
    EXPECT_EQ(shown.value("confirmUrl", ""), "");
}

TEST_P(AccessTest, ReservingNeedsACallerKey) {
    const Sale sale = makeSale(stack);
    const Json request = seatRequest(sale, {5, 6}, newRequestId());
    EXPECT_EQ(client.call("CreateReservation", request).reason, "CALLER_KEY_MISSING");
    for (const std::string& key :
         {std::string("short"), std::string("!!!!not-base64!!!!!!!!!!!"), std::string(300, 'A')}) {
        EXPECT_EQ(client.call("CreateReservation", request, {{"x-caller-key", key}}).reason,
                  "CALLER_KEY_INVALID")
            << key;
    }
}

INSTANTIATE_TEST_SUITE_P(Edges, AccessTest, testing::Values(Edge::Rest, Edge::Grpc),
                         [](const auto& tested) { return nameOf(tested.param); });

}  // namespace
}  // namespace tessera::integration
