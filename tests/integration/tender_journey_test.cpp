// SPDX-License-Identifier: Apache-2.0
// Orders that are paid in parts, tickets that are returned, and refunds by staff, on a whole stack.
#include <gtest/gtest.h>

#include <map>

#include "shared/base/ids.h"
#include "tests/integration/sale.h"

namespace tessera::integration {
namespace {

constexpr Millis kProgramLimit{20'000};

std::int64_t minor(const Json& money) {
    return std::stoll(money.value("minorUnits", "0"));
}

class TenderJourneyTest : public testing::TestWithParam<Edge> {
protected:
    Answer onOrder(Buyer& buyer, const std::string& method, Json more,
                   const Headers& headers = {}) {
        more.update(buyer.ofOrder());
        more["requestId"] = newRequestId();
        return buyer.client.call(
            method, more, headers.empty() ? Headers{{"x-holder-token", buyer.token}} : headers);
    }
    // A checkout with its first tender; what it is answered.
    Answer checkout(Buyer& buyer, Json tender, const Headers& headers) {
        Json request = buyer.ofReservation();
        request["requestId"] = newRequestId();
        request["buyer"] = {{"name", "Gabriel von Eisenstein"}, {"email", "g@example.org"}};
        request["tender"] = std::move(tender);
        const Answer answer = buyer.client.call("CheckoutReservation", request, headers);
        if (answer.ok()) buyer.order = answer.body.value("order", "");
        return answer;
    }
    // How often each state is there among the order's payments or refunds.
    static std::map<std::string, int> statesOf(const Answer& order, const char* list) {
        std::map<std::string, int> states;
        for (const Json& one : order.body.value(list, Json::array())) {
            ++states[one.value("state", "")];
        }
        return states;
    }
    bool refundsBecome(Buyer& buyer, const std::map<std::string, int>& wanted) {
        return eventually([&] { return statesOf(buyer.orderNow(), "refunds") == wanted; });
    }
    // A new gift card's id and code.
    std::pair<std::string, std::string> giftCard(std::int64_t amount) {
        const auto ran = stack.runProgram("tessera-admin",
                                          {"--database", stack.conninfo(), "gift-cards", "issue",
                                           "--currency", "EUR", "--amount", std::to_string(amount)},
                                          kProgramLimit);
        EXPECT_EQ(ran.code, 0) << ran.output;
        const std::size_t blank = ran.output.find(' ');
        return {ran.output.substr(0, blank),
                ran.output.substr(blank + 1, ran.output.find('\n') - blank - 1)};
    }
    std::string ledgerSum(const Sale& sale) {
        return stack.psql("SELECT sum(amount) FROM ledger_entry WHERE event_id = " +
                          std::to_string(decodePublicId(sale.event).value_or(0)));
    }

    Stack& stack = Stack::shared();
    Headers admin{{"authorization", "Bearer " + stack.adminKey()}};
};

// Returns are allowed until ten days before, for a tenth of the price.
Sale makeLenientSale(const Stack& stack) {
    Sale sale = makeSale(stack);
    ApiClient client(Edge::Rest, stack);
    const Answer seen = client.call("GetEvent", {{"event", sale.event}});
    const Answer changed = client.call(
        "UpdateEvent",
        {{"event", sale.event},
         {"requestId", newRequestId()},
         {"config",
          {{"afterSale",
            {{"returnsUntil", seen.body["config"]["startsAt"]}, {"returnFeePpm", 100000}}}}},
         {"updateMask", "afterSale"}},
        {{"authorization", "Bearer " + stack.adminKey()}});
    EXPECT_TRUE(changed.ok()) << changed;
    return sale;
}

TEST_P(TenderJourneyTest, AGiftCardAndACardPayAnOrderOfWhichOneTicketIsReturned) {
    const Sale sale = makeLenientSale(stack);
    const auto [card, code] = giftCard(5000);
    Buyer buyer(GetParam(), stack);
    ASSERT_TRUE(buyer.hold(sale, {19, 20}).ok());
    const Headers holder{{"x-holder-token", buyer.token}};
    EXPECT_EQ(checkout(buyer, {{"kind", "GIFT_CARD"}, {"giftCardCode", "AAAAA-AAAAA-AAAAA-AAAAA"}},
                       holder)
                  .reason,
              "GIFT_CARD_UNKNOWN");
    EXPECT_EQ(checkout(buyer, {{"kind", "CASH"}}, holder).reason, "TENDER_NOT_ALLOWED");
    EXPECT_EQ(checkout(buyer, {{"kind", "CARD"}, {"provider", "nobody"}}, holder).reason,
              "TENDER_NOT_OFFERED");
    const Answer ordered = checkout(buyer, {{"kind", "GIFT_CARD"}, {"giftCardCode", code}}, holder);
    ASSERT_TRUE(ordered.ok()) << ordered;
    const std::int64_t total = minor(ordered.body["total"]);
    ASSERT_GT(total, 5000);
    ASSERT_TRUE(eventually([&] { return minor(buyer.orderNow().body["covered"]) == 5000; }));

    EXPECT_EQ(
        onOrder(buyer, "AddTender", {{"tender", {{"amountMinorUnits", std::to_string(total)}}}})
            .reason,
        "TENDER_TOO_LARGE");
    const Answer added = onOrder(buyer, "AddTender", {{"tender", {{"kind", "CARD"}}}});
    ASSERT_TRUE(added.ok()) << added;
    EXPECT_EQ(buyer.pay().status, 200);
    ASSERT_TRUE(buyer.orderBecomes("PAID"));
    const Answer paid = buyer.orderNow();
    EXPECT_EQ(statesOf(paid, "payments"), (std::map<std::string, int>{{"CAPTURED", 2}})) << paid;
    ASSERT_EQ(paid.body["tenders"].size(), 2U) << paid;
    EXPECT_EQ(minor(paid.body["tenders"][1]["amount"]), total - 5000);
    EXPECT_EQ(ledgerSum(sale), "0");

    const Answer tickets = buyer.tickets();
    ASSERT_EQ(tickets.body["tickets"].size(), 2U) << tickets;
    const Json& ticket = tickets.body["tickets"][0];
    const Answer returned =
        onOrder(buyer, "ReturnTickets", {{"tickets", {ticket.value("ticket", "")}}});
    ASSERT_TRUE(returned.ok()) << returned;
    EXPECT_EQ(seatsInDatabase(stack, sale, 2), 1);
    ASSERT_TRUE(refundsBecome(buyer, {{"SUCCEEDED", 1}})) << buyer.orderNow();
    const Answer refunds = buyer.client.call("ListRefunds", buyer.ofOrder(), holder);
    ASSERT_TRUE(refunds.ok()) << refunds;
    const Json refund = refunds.body["refunds"][0];
    EXPECT_EQ(refund.value("reason", ""), "RETURNED");
    EXPECT_EQ(minor(refund["amount"]) + minor(refund["retained"]), minor(ticket["price"]));
    EXPECT_EQ(minor(refund["retained"]), (minor(ticket["price"]) + 5) / 10);
    EXPECT_EQ(refund["tickets"][0], ticket["ticket"]);
    EXPECT_EQ(ledgerSum(sale), "0");
    EXPECT_EQ(onOrder(buyer, "ReturnTickets", {{"tickets", {ticket.value("ticket", "")}}}).reason,
              "TICKET_NOT_ACTIVE");
    EXPECT_EQ(buyer.orderNow().body.value("ticketCount", 0), 1);
    // Its place is for others again.
    Buyer next(GetParam(), stack);
    EXPECT_TRUE(next.hold(sale, {ticket.value("seatNo", 0)}).ok());
}

TEST_P(TenderJourneyTest, CashAndACardPayAnOrderThatStaffTakesBack) {
    const Sale sale = makeSale(stack);
    const Headers staff{
        {"authorization", "Bearer " + stack.makeKey("till", {"reservations:staff"})}};
    Buyer buyer(GetParam(), stack);
    ASSERT_TRUE(buyer.hold(sale, {30, 31}).ok());
    const Answer ordered = checkout(
        buyer, {{"kind", "CASH"}, {"amountMinorUnits", "2000"}, {"reference", "shift 7"}}, staff);
    ASSERT_TRUE(ordered.ok()) << ordered;
    EXPECT_EQ(minor(buyer.orderNow().body["covered"]), 2000);
    ASSERT_TRUE(onOrder(buyer, "AddTender", {{"tender", {{"kind", "CARD"}}}}, staff).ok());
    EXPECT_EQ(buyer.pay().status, 200);
    ASSERT_TRUE(buyer.orderBecomes("PAID"));
    const Answer shown = buyer.client.call("GetOrder", buyer.ofOrder(), staff);
    EXPECT_EQ(shown.body["tenders"][0].value("reference", ""), "shift 7") << shown;
    EXPECT_EQ(buyer.orderNow().body["tenders"][0].value("reference", ""), "");

    EXPECT_EQ(onOrder(buyer, "ReturnTickets", Json::object()).reason, "RETURN_NOT_ALLOWED");
    EXPECT_EQ(onOrder(buyer, "RefundTickets", Json::object(), staff).reason, "SCOPE_MISSING");
    const Answer taken = onOrder(buyer, "RefundTickets", {{"reason", "EVENT_CANCELLED"}}, admin);
    ASSERT_TRUE(taken.ok()) << taken;
    EXPECT_EQ(seatsInDatabase(stack, sale, 2), 0);
    ASSERT_TRUE(refundsBecome(buyer, {{"SUCCEEDED", 1}, {"PENDING", 1}})) << buyer.orderNow();
    const Answer manual = buyer.client.call("ListManual", {{"event", sale.event}}, admin);
    ASSERT_TRUE(manual.ok()) << manual;
    ASSERT_EQ(manual.body.value("items", Json::array()).size(), 1U) << manual;
    const Json cash = manual.body["items"][0]["refund"];
    EXPECT_EQ(minor(cash["amount"]), 2000);
    const Answer settled = onOrder(
        buyer, "SettleRefund", {{"refund", cash["refund"]}, {"evidence", "receipt 4711"}}, admin);
    ASSERT_TRUE(settled.ok()) << settled;
    EXPECT_EQ(statesOf(settled, "refunds"), (std::map<std::string, int>{{"SUCCEEDED", 2}}));
    EXPECT_EQ(onOrder(buyer, "SettleRefund",
                      {{"refund", cash["refund"]}, {"evidence", "receipt 4711"}}, admin)
                  .reason,
              "REFUND_NOT_OPEN");
    const Answer none = buyer.client.call("ListManual", {{"event", sale.event}}, admin);
    EXPECT_TRUE(none.body.value("items", Json::array()).empty()) << none;
    EXPECT_EQ(ledgerSum(sale), "0");
}

INSTANTIATE_TEST_SUITE_P(Edges, TenderJourneyTest, testing::Values(Edge::Rest, Edge::Grpc),
                         [](const auto& tested) { return nameOf(tested.param); });

}  // namespace
}  // namespace tessera::integration
