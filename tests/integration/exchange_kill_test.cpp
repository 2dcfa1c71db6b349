// SPDX-License-Identifier: Apache-2.0
// kill -9 of the server while an exchange is paying, allocated and paid: whoever stands at the door
// with the old tickets or with the new ones, one set of them admits, and never both.
#include <gtest/gtest.h>

#include "shared/base/ids.h"
#include "tests/integration/sale.h"

namespace tessera::integration {
namespace {

class ExchangeKillTest : public testing::Test {
protected:
    void allowExchanges() {
        ApiClient client(Edge::Rest, stack);
        const Json until =
            client.call("GetEvent", {{"event", sale.event}}).body["config"]["startsAt"];
        const Answer changed =
            client.call("UpdateEvent",
                        {{"event", sale.event},
                         {"requestId", newRequestId()},
                         {"config", {{"afterSale", {{"exchangesUntil", until}}}}},
                         {"updateMask", "afterSale"}},
                        {{"authorization", "Bearer " + stack.adminKey()}});
        ASSERT_TRUE(changed.ok()) << changed;
    }
    static std::string rowOf(const Buyer& buyer) {
        const auto id = decodeEventScopedId(buyer.order);
        return std::to_string(id ? id->local : 0);
    }
    // How many tickets of the old order and of the new one admit, in one look at the rows.
    std::string admitting() const {
        return stack.psql("SELECT count(*) FILTER (WHERE order_id = " + rowOf(old) +
                          ") || ' ' || count(*) FILTER (WHERE order_id = " + rowOf(next) +
                          ") FROM ticket WHERE state = 2 AND event_id = " +
                          std::to_string(decodePublicId(sale.event).value_or(0)));
    }
    std::string stateOfNext() const {
        return stack.psql(
            "SELECT state FROM ticket_order WHERE order_id = " + rowOf(next) +
            " AND event_id = " + std::to_string(decodePublicId(sale.event).value_or(0)));
    }
    // Looks until the new order is in that state; what was seen else than `before` and `then`.
    std::string seenUntil(const std::string& state, const std::string& before,
                          const std::string& then) const {
        std::string wrong;
        const bool came = eventually([&] {
            const std::string now = admitting();
            if (now != before && now != then && wrong.empty()) wrong = now;
            return stateOfNext() == state;
        });
        return came ? wrong : "never in state " + state;
    }
    int refuseCaptures(bool refuse) {
        const Json rules = {
            {"rules", {{{"operation", "capture"}, {"fault", "drop_before"}, {"probability", 1}}}}};
        ApiClient client(Edge::Rest, stack);
        return client
            .http(refuse ? "POST" : "DELETE",
                  "http://127.0.0.1:" + std::to_string(stack.paysimPort()) + "/sandbox/faults",
                  refuse ? rules.dump() : "", {{"authorization", "Bearer sk_test_integration"}})
            .status;
    }
    void kill() {
        stack.killServer();
        stack.startServer();
    }

    Stack stack;
    Sale sale = makeSale(stack);
    Buyer old{Edge::Rest, stack};
    Buyer next{Edge::Rest, stack};
};

constexpr const char* kAllocated = "4";
constexpr const char* kPaid = "5";

TEST_F(ExchangeKillTest, OneSetOfTicketsAdmitsThoughTheServerIsKilledInEveryState) {
    allowExchanges();
    ASSERT_TRUE(old.hold(sale, {19}).ok());
    ASSERT_TRUE(old.checkout().ok());
    EXPECT_EQ(old.pay().status, 200);
    ASSERT_TRUE(old.orderBecomes("PAID"));
    ASSERT_TRUE(next.hold(sale, {30, 31}).ok());
    Json request = old.ofOrder();
    request["requestId"] = newRequestId();
    request["reservation"] = next.reservation;
    request["reservationHolderToken"] = next.token;
    const Answer asked =
        old.client.call("ExchangeTickets", request, {{"x-holder-token", old.token}});
    ASSERT_TRUE(asked.ok()) << asked;
    next.order = asked.body.value("order", "");
    EXPECT_EQ(admitting(), "1 0");
    kill();
    ASSERT_EQ(refuseCaptures(true), 200);
    EXPECT_EQ(next.pay().status, 200);
    EXPECT_EQ(seenUntil(kAllocated, "1 0", "1 0"), "");
    kill();
    EXPECT_EQ(next.orderNow().body.value("state", ""), "ALLOCATED");
    EXPECT_NE(old.tickets().body["tickets"][0].value("code", ""), "");
    EXPECT_EQ(next.tickets().body["tickets"][0].value("code", ""), "");
    EXPECT_EQ(admitting(), "1 0");
    ASSERT_EQ(refuseCaptures(false), 200);
    EXPECT_EQ(seenUntil(kPaid, "1 0", "0 2"), "");
    EXPECT_EQ(admitting(), "0 2");
    kill();
    EXPECT_EQ(old.tickets().body["tickets"][0].value("code", ""), "");
    EXPECT_NE(next.tickets().body["tickets"][0].value("code", ""), "");
    EXPECT_EQ(seatsInDatabase(stack, sale, 2), 2);
    // Negative control: what no commit may leave behind is seen where it is planted.
    stack.psql("UPDATE ticket SET state = 1 WHERE state = 2 AND order_id = " + rowOf(next) +
               " AND event_id = " + std::to_string(decodePublicId(sale.event).value_or(0)));
    EXPECT_EQ(seenUntil(kPaid, "1 0", "0 2"), "0 0");
}

}  // namespace
}  // namespace tessera::integration
