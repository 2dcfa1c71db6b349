// SPDX-License-Identifier: Apache-2.0
// A buyer exchanges a ticket for two dearer seats and pays the difference by card, on a whole
// stack.
#include <gtest/gtest.h>

#include "shared/base/ids.h"
#include "tests/integration/sale.h"

namespace tessera::integration {
namespace {

std::int64_t unitsOf(const Json& money) {
    return std::stoll(money.value("minorUnits", "0"));
}

class ExchangeJourneyTest : public testing::TestWithParam<Edge> {
protected:
    // All is allowed until the event begins.
    Sale makeLenientSale() {
        Sale sale = makeSale(stack);
        ApiClient client(Edge::Rest, stack);
        const Json until =
            client.call("GetEvent", {{"event", sale.event}}).body["config"]["startsAt"];
        const Answer changed = client.call(
            "UpdateEvent",
            {{"event", sale.event},
             {"requestId", newRequestId()},
             {"config",
              {{"afterSale",
                {{"exchangesUntil", until}, {"returnsUntil", until}, {"transfersUntil", until}}}}},
             {"updateMask", "afterSale"}},
            admin);
        EXPECT_TRUE(changed.ok()) << changed;
        return sale;
    }
    // The old order's tickets for the reservation that `next` holds.
    Answer exchange(Buyer& old, Buyer& next, const std::string& requestId = newRequestId()) {
        Json request = old.ofOrder();
        request["requestId"] = requestId;
        request["reservation"] = next.reservation;
        request["reservationHolderToken"] = next.token;
        return old.client.call("ExchangeTickets", request, {{"x-holder-token", old.token}});
    }
    std::string refusalToReturn(Buyer& buyer) {
        Json request = buyer.ofOrder();
        request["requestId"] = newRequestId();
        return buyer.client.call("ReturnTickets", request, {{"x-holder-token", buyer.token}})
            .reason;
    }
    std::string ledgerSum(const Sale& sale, const std::string& accounts) {
        return stack.psql("SELECT coalesce(sum(amount), 0) FROM ledger_entry WHERE event_id = " +
                          std::to_string(decodePublicId(sale.event).value_or(0)) +
                          " AND account IN (" + accounts + ")");
    }
    static std::string ticketState(Buyer& buyer) {
        return buyer.tickets().body["tickets"][0].value("state", "");
    }

    Stack& stack = Stack::shared();
    Headers admin{{"authorization", "Bearer " + stack.adminKey()}};
};

TEST_P(ExchangeJourneyTest, OneTicketBecomesTwoAndItsMoneyGoesBackWithTheirs) {
    const Sale sale = makeLenientSale();
    Buyer old(GetParam(), stack);
    ASSERT_TRUE(old.hold(sale, {19}).ok());
    ASSERT_TRUE(old.checkout().ok());
    EXPECT_EQ(old.pay().status, 200);
    ASSERT_TRUE(old.orderBecomes("PAID"));
    const std::int64_t worth = unitsOf(old.orderNow().body["total"]);

    Buyer next(GetParam(), stack);
    ASSERT_TRUE(next.hold(sale, {30, 31}).ok());
    const std::string right = next.token;
    next.token = old.token;
    EXPECT_EQ(exchange(old, next).reason, "HOLDER_TOKEN_INVALID");
    next.token = right;
    const std::string id = newRequestId();
    const Answer asked = exchange(old, next, id);
    ASSERT_TRUE(asked.ok()) << asked;
    next.order = asked.body.value("order", "");
    EXPECT_NE(next.order, old.order);
    EXPECT_EQ(exchange(old, next, id).body.value("order", ""), next.order);
    EXPECT_EQ(asked.body.value("state", ""), "PAYING");
    EXPECT_EQ(unitsOf(asked.body["covered"]), worth);
    ASSERT_EQ(asked.body["tenders"].size(), 2U) << asked;
    EXPECT_EQ(asked.body["tenders"][0].value("kind", ""), "EXCHANGE");
    EXPECT_EQ(unitsOf(asked.body["tenders"][1]["amount"]), unitsOf(asked.body["total"]) - worth);
    const Json waiting = old.tickets().body["tickets"][0];
    EXPECT_EQ(waiting.value("state", ""), "ACTIVE");
    EXPECT_EQ(waiting.value("exchangeOrder", ""), next.order);
    EXPECT_EQ(refusalToReturn(old), "TICKET_IN_EXCHANGE");

    EXPECT_NE(next.pay("pm_card_chargeDeclined").status, 200);
    EXPECT_EQ(ticketState(old), "ACTIVE");
    EXPECT_EQ(next.pay().status, 200);
    ASSERT_TRUE(next.orderBecomes("PAID")) << next.orderNow();
    EXPECT_EQ(ticketState(old), "VOID");
    EXPECT_EQ(next.tickets().body["tickets"].size(), 2U);
    EXPECT_EQ(seatsInDatabase(stack, sale, 2), 2);
    EXPECT_EQ(ledgerSum(sale, "1, 2, 3, 4, 5, 6, 7"), "0");
    EXPECT_EQ(ledgerSum(sale, "7"), "0");
    EXPECT_EQ(refusalToReturn(old), "TICKET_NOT_ACTIVE");
    // Its seat is for others again.
    Buyer other(GetParam(), stack);
    EXPECT_TRUE(other.hold(sale, {19}).ok());

    EXPECT_EQ(refusalToReturn(next), "");
    EXPECT_TRUE(eventually([&] { return ledgerSum(sale, "1") == "0"; })) << old.orderNow();
    EXPECT_EQ(ledgerSum(sale, "2"), "0");
    EXPECT_EQ(ledgerSum(sale, "7"), "0");
    const Answer back = old.orderNow();
    EXPECT_EQ(unitsOf(back.body["payments"][0]["refunded"]), worth) << back;
}

TEST_P(ExchangeJourneyTest, ATicketIsHandedOnByALinkAndItsOldCodeIsGone) {
    const Sale sale = makeLenientSale();
    Buyer buyer(GetParam(), stack);
    ASSERT_TRUE(buyer.hold(sale, {40, 41}).ok());
    ASSERT_TRUE(buyer.checkout().ok());
    EXPECT_EQ(buyer.pay().status, 200);
    ASSERT_TRUE(buyer.orderBecomes("PAID"));
    const Json old = buyer.tickets().body["tickets"][0];
    Json request = buyer.ofOrder();
    request["requestId"] = newRequestId();
    request["tickets"] = Json::array({old["ticket"]});
    const Answer offered =
        buyer.client.call("OfferTransfer", request, {{"x-holder-token", buyer.token}});
    ASSERT_TRUE(offered.ok()) << offered;
    EXPECT_EQ(buyer.client.call("OfferTransfer", request, {{"x-holder-token", buyer.token}}).body,
              offered.body);

    Buyer friendly(GetParam(), stack);
    const Headers link{{"x-holder-token", offered.body.value("token", "")}};
    Json list = buyer.ofOrder();
    list["transfer"] = offered.body["transfer"];
    const Answer before = friendly.client.call("ListTickets", list, link);
    ASSERT_TRUE(before.ok()) << before;
    ASSERT_EQ(before.body["tickets"].size(), 1U);
    EXPECT_EQ(before.body["tickets"][0].value("code", ""), "");
    EXPECT_EQ(friendly.client.call("GetOrder", buyer.ofOrder(), link).reason,
              "HOLDER_TOKEN_INVALID");
    Json accept = list;
    accept["requestId"] = newRequestId();
    accept["name"] = "Prince Orlofsky";
    EXPECT_EQ(
        friendly.client.call("AcceptTransfer", accept, {{"x-holder-token", buyer.token}}).reason,
        "HOLDER_TOKEN_INVALID");
    const Answer taken = friendly.client.call("AcceptTransfer", accept, link);
    ASSERT_TRUE(taken.ok()) << taken;
    const std::string token = taken.body.value("token", "");
    const Headers holder{{"x-holder-token", token}};
    EXPECT_NE(token, offered.body.value("token", ""));
    EXPECT_EQ(friendly.client.call("AcceptTransfer", accept, link).body, taken.body);  // The same.
    accept["requestId"] = newRequestId();
    EXPECT_EQ(friendly.client.call("AcceptTransfer", accept, link).reason, "TRANSFER_NOT_OPEN");

    // The buyer knows the link, and sees nothing by it any more.
    EXPECT_EQ(buyer.client.call("ListTickets", list, link).reason, "TRANSFER_NOT_OPEN");
    EXPECT_EQ(buyer.client.call("GetTicketsPdf", list, link).reason, "TRANSFER_NOT_OPEN");
    const Json mine = friendly.client.call("ListTickets", list, holder).body["tickets"][0];
    EXPECT_NE(mine.value("code", ""), "");
    EXPECT_NE(mine["code"], old["code"]);
    EXPECT_EQ(mine["seatNo"], old["seatNo"]);
    EXPECT_TRUE(friendly.client.call("GetTicketsPdf", list, holder).ok());
    int codes = 0;
    const Json all = buyer.tickets().body["tickets"];
    EXPECT_EQ(all.size(), 3U);
    for (const Json& ticket : all) {
        codes += !ticket.value("code", "").empty();
        EXPECT_NE(ticket.value("code", ""), mine.value("code", ""));
        const bool isVoid = ticket.value("state", "") == "VOID";
        EXPECT_EQ(isVoid, ticket["ticket"] == old["ticket"]);
    }
    EXPECT_EQ(codes, 1);
    EXPECT_EQ(buyer.orderNow().body.value("ticketCount", 0), 2);
    EXPECT_EQ(refusalToReturn(buyer), "TICKET_TRANSFERRED");
    EXPECT_EQ(seatsInDatabase(stack, sale, 2), 2);
    Json back = buyer.ofOrder();
    back["requestId"] = newRequestId();
    ASSERT_TRUE(buyer.client.call("RefundTickets", back, admin).ok());
    EXPECT_TRUE(eventually([&] { return ledgerSum(sale, "1") == "0"; })) << buyer.orderNow();
    EXPECT_EQ(
        friendly.client.call("ListTickets", list, holder).body["tickets"][0].value("code", ""), "");
}

INSTANTIATE_TEST_SUITE_P(Edges, ExchangeJourneyTest, testing::Values(Edge::Rest, Edge::Grpc),
                         [](const auto& tested) { return nameOf(tested.param); });

}  // namespace
}  // namespace tessera::integration
