// SPDX-License-Identifier: Apache-2.0
// Orders after the sale, at the staff port of a real server: found again by whatever is known of
// them, noted, handed out, printed; and customers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/base/ids.h"
#include "tests/integration/till_house.h"

namespace tessera::integration {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class DeskTest : public testing::Test {
protected:
    static Till& cashier() {
        static Till till(Stack::shared(), "desk-cashier", "cashier");
        return till;
    }
    // One for all: each test has its own seats.
    static const Sale& sale() {
        static const Sale made = makeSale(Stack::shared());
        return made;
    }
    static Json details(const Json& order) {
        const Answer answer = cashier().ask("GetOrderDetails", order);
        EXPECT_TRUE(answer.ok()) << answer;
        return answer.body;
    }
    static Json with(Json order, const Json& more) {
        order.update(more);
        return order;
    }

    Stack& stack = Stack::shared();
};

TEST_F(DeskTest, AnOrderIsFoundByWhateverIsKnownOfIt) {
    Till& till = cashier();
    const Json order = till.sell(sale(), {10, 11},
                                 {"Käthe Groß-Öder", "kaethe.o@post.example", "+43 664 987 6543"});
    const std::string id = order.value("order", "");
    for (const char* const query : {"kathe", "GROSS oder", "Groß", "kaethe.o@post", "kaethe post",
                                    "0664 98765", "+43664987"}) {
        EXPECT_TRUE(till.finds(query, order)) << query;
        EXPECT_THAT(till.find(query, sale().event), ElementsAre(id)) << query;
    }
    EXPECT_THAT(till.find(id), ElementsAre(id));
    const Json known = details(order);
    const Json& ticket = known.at("tickets").at(0);
    EXPECT_THAT(till.find(ticket.value("ticket", "")), ElementsAre(id));
    EXPECT_THAT(till.find(' ' + ticket.value("code", "") + '\n'), ElementsAre(id));
    const Json& label = ticket.at("label");
    const std::string seat =
        label.value("section", "") + ' ' + label.value("row", "") + ' ' + label.value("seat", "");
    EXPECT_THAT(till.find(seat, sale().event), testing::Contains(id));
    EXPECT_THAT(till.find("kathe nobody"), IsEmpty());
    EXPECT_THAT(till.find("athe"), IsEmpty());

    // A card's end is the attempt's.
    EXPECT_THAT(till.find("4711"), IsEmpty());
    stack.psql(
        "UPDATE payment_attempt SET card_last4 = '4711' WHERE order_id = (SELECT max(order_id) "
        "FROM ticket_order WHERE contact_email = 'kaethe.o@post.example')");
    EXPECT_THAT(till.find("4711"), ElementsAre(id));
}

TEST_F(DeskTest, AnOrderInAListSaysWhatItIs) {
    Till& till = cashier();
    const Json order = till.sell(sale(), {14, 15}, {"Lina Listig", "lina@post.example"});
    ASSERT_TRUE(till.finds("listig", order));
    const Json line = till.ask("FindOrders", {{"query", "listig"}}).body.at("orders").at(0);
    EXPECT_EQ(line.value("event", ""), sale().event);
    EXPECT_EQ(line.value("eventName", ""), "Die Fledermaus");
    EXPECT_EQ(line.value("state", ""), "PAID");
    EXPECT_EQ(line.value("buyerEmail", ""), "lina@post.example");
    EXPECT_EQ(line.value("channel", ""), "BOX_OFFICE");
    EXPECT_EQ(line.value("ticketCount", 0), 2);
    EXPECT_EQ(line.at("total").value("currencyCode", ""), "EUR");
    EXPECT_NE(line.value("places", ""), "");
}

TEST_F(DeskTest, AListSaysHowMuchOfAnOrderIsStillToGoBack) {
    static Till supervisor(stack, "desk-refunds", "supervisor");
    const Json order = supervisor.sell(sale(), {90, 91}, {"Rita Retour", "rita@post.example"});
    ASSERT_TRUE(supervisor.finds("retour", order));
    const auto refunding = [&] {
        const Json line = supervisor.ask("FindOrders", {{"query", "retour"}}).body["orders"][0];
        return line.contains("refunding") ? line["refunding"].value("minorUnits", "") : "nothing";
    };
    EXPECT_EQ(refunding(), "nothing");
    const Json ticket = details(order).at("tickets").at(0);
    const Answer asked = supervisor.change(
        "RefundTickets", with(order, {{"tickets", Json::array({ticket.value("ticket", "")})}}));
    ASSERT_TRUE(asked.ok()) << asked;
    const Json& refund = asked.body.at("refunds").at(0);
    ASSERT_EQ(refund.value("state", ""), "PENDING") << "cash that is not handed over";
    const std::string due = refund.at("amount").value("minorUnits", "");
    EXPECT_GT(std::stoll(due), 0);
    EXPECT_TRUE(eventually([&] { return refunding() == due; })) << refunding();
    ASSERT_TRUE(supervisor
                    .change("SettleRefund", with(order, {{"refund", refund.value("refund", "")},
                                                         {"evidence", "Handed over at the till"}}))
                    .ok());
    EXPECT_TRUE(eventually([&] { return refunding() == "nothing"; })) << refunding();
}

TEST_F(DeskTest, OrdersOfEventsOfLongAgoAreFoundWhereTheyAreAskedForAlone) {
    Till& till = cashier();
    const Sale old = makeSale(stack);
    const Json before = till.sell(old, {10, 11}, {"Alma Altvorder", "alma@post.example"});
    const Json now = till.sell(sale(), {64, 65}, {"Alma Altvorder", "alma@post.example"});
    ASSERT_TRUE(till.finds("altvorder", before));
    ASSERT_TRUE(till.finds("altvorder", now));
    // It began a month and a half ago, not in a month.
    stack.psql(
        "UPDATE event_search SET starts_at = starts_at - 86400000000 * 75 WHERE event_id = " +
        std::to_string(numberOf(old)));
    EXPECT_THAT(till.find("altvorder"), ElementsAre(now.value("order", "")));
    Json ask = {{"query", "altvorder"}, {"allEvents", true}, {"pageSize", 1}};
    const Answer first = till.ask("FindOrders", ask);
    ASSERT_EQ(first.body.at("orders").size(), 1U) << first;
    EXPECT_EQ(first.body["orders"][0]["order"], now["order"]);
    ask["pageToken"] = first.body.value("nextPageToken", "");
    const Answer second = till.ask("FindOrders", ask);
    ASSERT_EQ(second.body.at("orders").size(), 1U) << second;
    EXPECT_EQ(second.body["orders"][0]["order"], before["order"]);
    ask["allEvents"] = false;
    EXPECT_EQ(till.ask("FindOrders", ask).reason, "INVALID_PAGE_TOKEN");
}

TEST_F(DeskTest, PagesOfOrdersGoOnWhereTheLastOneEndedTheLatestFirst) {
    Till& till = cashier();
    std::vector<std::string> sold;
    for (const int seat : {20, 22, 24}) {
        const Json order =
            till.sell(sale(), {seat, seat + 1}, {"Page Turner", "page@post.example"});
        sold.push_back(order.value("order", ""));
    }
    ASSERT_TRUE(eventually([&] { return till.find("turner").size() == 3; }));
    Json ask = {{"query", "turner"}, {"pageSize", 2}};
    const Answer first = till.ask("FindOrders", ask);
    ASSERT_EQ(first.body.at("orders").size(), 2U);
    EXPECT_EQ(first.body["orders"][0].value("order", ""), sold[2]);
    EXPECT_EQ(first.body["orders"][1].value("order", ""), sold[1]);
    ask["pageToken"] = first.body.value("nextPageToken", "");
    const Answer second = till.ask("FindOrders", ask);
    ASSERT_EQ(second.body.at("orders").size(), 1U);
    EXPECT_EQ(second.body["orders"][0].value("order", ""), sold[0]);
    EXPECT_EQ(second.body.value("nextPageToken", ""), "");
    ask["query"] = "page";
    EXPECT_EQ(till.ask("FindOrders", ask).reason, "INVALID_PAGE_TOKEN");
}

TEST_F(DeskTest, WhatIsNotWellFormedIsToldByItsField) {
    Till& till = cashier();
    const auto fieldOf = [&](const std::string& method, const Json& request) {
        const Answer answer = till.change(method, request);
        EXPECT_EQ(answer.reason, "INVALID_FIELD") << answer;
        return answer.metadata.value("field", "");
    };
    EXPECT_EQ(till.ask("FindOrders", {{"query", "  "}}).metadata.value("field", ""), "query");
    EXPECT_EQ(
        till.ask("FindOrders", {{"query", "a"}, {"pageSize", 101}}).metadata.value("field", ""),
        "pageSize");
    EXPECT_EQ(till.ask("FindCustomers", {{"query", "a"}}).metadata.value("field", ""), "query");
    const Json order = till.sell(sale(), {40, 41}, {"Form Fehler", "form@post.example"});
    EXPECT_EQ(fieldOf("SetOrderNote", with(order, {{"note", std::string(1001, 'x')}})), "note");
    EXPECT_EQ(fieldOf("NotePrint", with(order, {{"reason", std::string(201, 'x')}})), "reason");
    EXPECT_EQ(fieldOf("SaveCustomer", {{"customer", {{"name", ""}}}}), "customer.name");
    EXPECT_EQ(fieldOf("SaveCustomer", {{"customer", {{"name", "N"}, {"phone", "abc"}}}}),
              "customer.phone");
}

TEST_F(DeskTest, OnlyACustomerWhoIsTrustedIsBilledAndWhoWasIsToldTheSameAgain) {
    static Till till(stack, "desk-supervisor", "supervisor");
    const auto save = [&](Json customer) {
        const Answer saved = till.change("SaveCustomer", {{"customer", std::move(customer)}});
        EXPECT_TRUE(saved.ok()) << saved;
        return saved.body;
    };
    Json school = save({{"name", "School 7"}, {"trusted", true}});
    const Json stranger = save({{"name", "Anybody"}});
    const auto held = [&](int seat) {
        const Answer made =
            till.ask("CreateReservation", seatRequest(sale(), {seat, seat + 1}, newRequestId()));
        EXPECT_TRUE(made.ok()) << made;
        return Json{{"event", sale().event},
                    {"reservation", made.body.value("reservation", "")},
                    {"requestId", newRequestId()},
                    {"tender", {{"kind", "INVOICE"}, {"reference", "School 7"}}}};
    };
    Json checkout = held(80);
    const auto billed = [&](const Json& customer) {
        checkout["requestId"] = newRequestId();
        checkout["tender"]["customer"] = customer;
        return till.ask("CheckoutReservation", checkout);
    };
    const Answer nobody = billed("");
    EXPECT_EQ(nobody.metadata.value("field", ""), "tender.customer") << nobody;
    EXPECT_EQ(billed("0000000000007").reason, "CUSTOMER_NOT_FOUND");
    EXPECT_EQ(billed(stranger["customer"]).reason, "CUSTOMER_NOT_TRUSTED");
    const Answer sold = billed(school["customer"]);
    ASSERT_TRUE(sold.ok()) << sold;
    school["trusted"] = false;
    save(school);
    EXPECT_EQ(till.ask("CheckoutReservation", checkout).body.value("order", ""),
              sold.body.value("order", "none"));
    EXPECT_EQ(till.ask("CheckoutReservation",
                       [&] {
                           Json next = held(82);
                           next["tender"]["customer"] = school["customer"];
                           return next;
                       }())
                  .reason,
              "CUSTOMER_NOT_TRUSTED");
    const auto number = decodePublicId(school.value("customer", "")).value_or(0);
    EXPECT_EQ(stack.psql("SELECT count(*) FROM trail WHERE action = 'checkout' AND reason = "
                         "'by invoice to customer " +
                         std::to_string(number) + "'"),
              "1");
}

TEST_F(DeskTest, ANoteIsWrittenOnceHoweverOftenItIsAskedFor) {
    Till& till = cashier();
    const Json order = till.sell(sale(), {50, 51}, {"Nora Note", "nora@post.example"});
    Json ask =
        with(order, {{"note", "wheelchair at the side door"}, {"requestId", newRequestId()}});
    const Answer noted = till.ask("SetOrderNote", ask);
    ASSERT_TRUE(noted.ok()) << noted;
    EXPECT_EQ(noted.body.value("note", ""), "wheelchair at the side door");
    EXPECT_EQ(noted.body.at("buyer").value("name", ""), "Nora Note");
    ASSERT_TRUE(till.change("SetOrderNote", with(order, {{"note", "gate B"}})).ok());
    EXPECT_TRUE(till.ask("SetOrderNote", ask).ok());
    EXPECT_EQ(details(order).value("note", ""), "gate B");
    ask["note"] = "another";
    EXPECT_EQ(till.ask("SetOrderNote", ask).reason, "REQUEST_ID_REUSED");
    const EventId event{*decodePublicId(sale().event)};
    const Json nobody = {{"event", sale().event}, {"order", encodePublicId(event, 7)}};
    EXPECT_EQ(till.change("SetOrderNote", nobody).reason, "ORDER_NOT_FOUND");
    EXPECT_EQ(till.ask("GetOrderDetails", nobody).reason, "ORDER_NOT_FOUND");
}

TEST_F(DeskTest, TicketsAreHandedOutOnceAndTheSecondWindowIsToldSo) {
    Till& till = cashier();
    const Json order = till.sell(sale(), {60, 61}, {"Willi Call", "will@post.example"});
    const Json before = details(order);
    const std::string one = before["tickets"][0].value("ticket", "");
    const Json first = with(order, {{"tickets", {one}}, {"requestId", newRequestId()}});
    const Answer handed = till.ask("HandOutTickets", first);
    ASSERT_TRUE(handed.ok()) << handed;
    EXPECT_TRUE(till.ask("HandOutTickets", first).ok()) << "asked again it is answered as before";
    const std::string when = handed.body["desk"][0].value("handOutTime", "");
    EXPECT_NE(when, "");
    EXPECT_FALSE(handed.body["desk"][1].contains("handOutTime"));
    const Answer second = till.change("HandOutTickets", order);
    EXPECT_EQ(second.reason, "TICKET_HANDED_OUT");
    EXPECT_EQ(second.metadata.value("ticket", ""), one);
    EXPECT_FALSE(details(order)["desk"][1].contains("handOutTime")) << "all of them or none";
    const std::string two = before["tickets"][1].value("ticket", "");
    const Answer rest = till.change("HandOutTickets", with(order, {{"tickets", {two}}}));
    ASSERT_TRUE(rest.ok()) << rest;
    EXPECT_EQ(rest.body["desk"][0].value("handOutTime", ""), when);
    EXPECT_TRUE(rest.body["desk"][1].contains("handOutTime"));
    const Answer back =
        till.change("HandOutTickets", with(order, {{"tickets", {one}}, {"undo", true}}));
    ASSERT_TRUE(back.ok()) << back;
    EXPECT_FALSE(back.body["desk"][0].contains("handOutTime"));
    EXPECT_EQ(till.change("HandOutTickets", with(order, {{"tickets", {one, one}}})).reason,
              "INVALID_FIELD");
    const std::string foreign = order.value("order", "");
    EXPECT_EQ(till.change("HandOutTickets", with(order, {{"tickets", {foreign}}})).reason,
              "TICKET_NOT_FOUND");
}

TEST_F(DeskTest, ATicketIsPrintedAgainWithAReasonAlone) {
    Till& till = cashier();
    const Json order = till.sell(sale(), {70, 71}, {"Petra Print", "petra@post.example"});
    Json first = with(order, {{"requestId", newRequestId()}});
    const Answer printed = till.ask("NotePrint", first);
    ASSERT_TRUE(printed.ok()) << printed;
    EXPECT_EQ(printed.body["desk"][0].value("prints", 0), 1);
    EXPECT_TRUE(till.ask("NotePrint", first).ok()) << "a repeated call prints nothing again";
    EXPECT_EQ(details(order)["desk"][1].value("prints", 0), 1);
    const Answer silent = till.change("NotePrint", order);
    EXPECT_EQ(silent.reason, "INVALID_FIELD");
    EXPECT_EQ(silent.metadata.value("field", ""), "reason");
    const Json again = with(order, {{"reason", "paper jam"}});
    const Answer allowed = till.change("NotePrint", again);
    ASSERT_TRUE(allowed.ok()) << allowed;
    EXPECT_EQ(allowed.body["desk"][0].value("prints", 0), 2);
    const EventId event{*decodePublicId(sale().event)};
    const std::string told =
        stack.psql("SELECT reason FROM trail WHERE action = 'note_print' AND event_id = " +
                   std::to_string(event.value) + " ORDER BY number DESC LIMIT 1");
    EXPECT_TRUE(told.starts_with("2 tickets: ")) << told;
    EXPECT_TRUE(told.ends_with("; paper jam")) << told;
}

// Held, then sold. What cannot be looked up is left out, and the rest is answered.
TEST_F(DeskTest, ASeatSaysWhoOfTheHouseHasTakenItAndWhere) {
    Till& till = cashier();
    const auto seat = [&](int number) {
        const Answer answer = till.ask("GetSeat", {{"event", sale().event}, {"seatNo", number}});
        EXPECT_TRUE(answer.ok()) << answer;
        return answer.body;
    };
    const auto makerOf = [&](int number) {
        const Json known = seat(number);
        EXPECT_NE(known.value("reservation", ""), "");
        return known.value("madeBy", "") + '@' + known.value("madeAt", "");
    };
    Till colleague(stack, "desk-colleague", "cashier");
    ASSERT_TRUE(
        colleague.ask("CreateReservation", seatRequest(sale(), {180, 181}, newRequestId())).ok());
    EXPECT_EQ(makerOf(180), "desk-colleague@desk-colleague");
    EXPECT_NE(seat(180).value("expireTime", ""), "");
    colleague.sell(sale(), {184}, {"Sold Seat", "sold@post.example"});
    EXPECT_EQ(makerOf(184), "desk-colleague@desk-colleague");
    EXPECT_EQ(seat(184).value("buyerName", ""), "Sold Seat");
    Buyer web(Edge::Rest, stack);
    ASSERT_TRUE(web.hold(sale(), {186}).ok());
    EXPECT_EQ(makerOf(186), "@");
    EXPECT_EQ(seat(188).value("madeBy", ""), "") << "nobody has it";
    stack.psql("ALTER TABLE trail RENAME COLUMN subject TO elsewhere");
    EXPECT_EQ(makerOf(180), "@");
    stack.psql("ALTER TABLE trail RENAME COLUMN elsewhere TO subject");
    EXPECT_EQ(makerOf(180), "desk-colleague@desk-colleague");
}

TEST_F(DeskTest, ACustomerIsFoundAsItIsTypedAndSavedByTheVersionThatWasRead) {
    Till& till = cashier();
    const std::string saves = "SELECT count(*) FROM trail WHERE action = 'save_customer'";
    const int before = std::stoi(stack.psql(saves));
    Json ask = {{"requestId", newRequestId()},
                {"customer",
                 {{"name", "Özil Schröder"},
                  {"email", "oezil@verein.example"},
                  {"phone", "01 555 0199"},
                  {"organisation", "Turnverein Nord"}}}};
    const Answer made = till.ask("SaveCustomer", ask);
    ASSERT_TRUE(made.ok()) << made;
    EXPECT_EQ(made.body.value("version", 0), 1);
    EXPECT_EQ(till.ask("SaveCustomer", ask).body, made.body) << "asked again there is still one";
    for (const char* const typed : {"oz", "schro", "ozil verein", "turnv", "1555", "oezil@v"}) {
        const Json found = till.ask("FindCustomers", {{"query", typed}}).body;
        ASSERT_EQ(found.value("customers", Json::array()).size(), 1U) << typed;
        EXPECT_EQ(found["customers"][0], made.body);
    }
    Json changed = made.body;
    changed["note"] = "pays by the month";
    const Answer saved = till.change("SaveCustomer", {{"customer", changed}});
    ASSERT_TRUE(saved.ok()) << saved;
    EXPECT_EQ(saved.body.value("version", 0), 2);
    EXPECT_EQ(till.change("SaveCustomer", {{"customer", changed}}).reason, "CHANGED_MEANWHILE");
    changed["version"] = 2;
    changed["trusted"] = true;
    EXPECT_EQ(till.change("SaveCustomer", {{"customer", changed}}).reason, "APPROVAL_NEEDED");
    changed["trusted"] = false;
    changed["customer"] = "0000000000007";
    EXPECT_EQ(till.change("SaveCustomer", {{"customer", changed}}).reason, "CUSTOMER_NOT_FOUND");
    ask["customer"]["name"] = "Somebody Else";
    EXPECT_EQ(till.ask("SaveCustomer", ask).reason, "REQUEST_ID_REUSED");
    EXPECT_EQ(std::stoi(stack.psql(saves)), before + 2);
}

TEST_F(DeskTest, ACustomersRequestIdIsAsYoungAsAnyOther) {
    using std::chrono::hours;
    using std::chrono::seconds;
    const auto save = [&](const std::string& id, const std::string& name) {
        return cashier().ask("SaveCustomer", {{"requestId", id}, {"customer", {{"name", name}}}});
    };
    const Answer ahead = save(newRequestId(seconds(12)), "Too Early");
    EXPECT_EQ(ahead.reason, "REQUEST_ID_AHEAD");
    EXPECT_TRUE(ahead.metadata.value("server_time", "").ends_with("Z")) << ahead.metadata;
    EXPECT_EQ(save(newRequestId(-hours(24 * 31)), "Too Late").reason, "REQUEST_ID_TOO_OLD");
    EXPECT_EQ(stack.psql("SELECT count(*) FROM customer WHERE name LIKE 'Too %'"), "0");
    EXPECT_TRUE(save(newRequestId(seconds(8)), "Just Ahead").ok());
    const std::string old = newRequestId(-hours(24 * 29));
    const Answer first = save(old, "Just Young");
    ASSERT_TRUE(first.ok()) << first;
    EXPECT_EQ(save(old, "Just Young").body, first.body);
}

}  // namespace
}  // namespace tessera::integration
