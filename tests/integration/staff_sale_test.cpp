// SPDX-License-Identifier: Apache-2.0
// From an empty house to a cash sale at the staff port: the shell's first account and first device,
// then everything over TLS to a real server.
#include <gtest/gtest.h>

#include "shared/base/encoding.h"
#include "tests/integration/till_house.h"

namespace tessera::integration {
namespace {

constexpr Millis kCommandLimit{20'000};

class StaffSaleTest : public testing::Test {
protected:
    Headers signIn(ApiClient& till, const std::string& login, const std::string& password) {
        const Answer in = till.call("SignIn", {{"login", login}, {"password", password}});
        EXPECT_TRUE(in.ok()) << in;
        return {{"authorization", "Bearer " + in.body.value("token", "")}};
    }

    // Somebody of that role with the PIN 2580, made by `boss`, and signed in.
    Headers someone(ApiClient& till, const std::string& login, const std::string& role,
                    const Headers& boss) {
        const Answer made =
            till.call("CreateStaff", {{"login", login}, {"name", login}, {"role", role}}, boss);
        EXPECT_TRUE(made.ok()) << made;
        const std::string password = made.body.value("password", "");
        const Headers in = signIn(till, login, password);
        const Answer pin = till.call("SetPin", {{"password", password}, {"pin", "2580"}}, in);
        EXPECT_TRUE(pin.ok()) << pin;
        return {{"authorization", "Bearer " + pin.body.value("token", "")}};
    }
    // The same headers with an approval of a refund of this order.
    Headers approved(ApiClient& till, Headers who, const Json& order, std::int64_t most) {
        const Answer given = till.call("Approve",
                                       {{"login", "sue"},
                                        {"pin", "2580"},
                                        {"permission", "refund"},
                                        {"event", order["event"]},
                                        {"subject", order["order"]},
                                        {"amountMinorMost", std::to_string(most)}},
                                       who);
        EXPECT_TRUE(given.ok()) << given;
        who["x-approval"] = given.body.value("token", "");
        return who;
    }
    std::string trailOf(const std::string& event, const std::string& what) {
        return stack.psql("SELECT string_agg(" + what +
                          ", ' ' ORDER BY number) FROM trail WHERE event_id = " +
                          std::to_string(decodePublicId(event).value_or(0)));
    }

    TillHouse& house = TillHouse::shared();
    Stack& stack = house.stack;
};

TEST_F(StaffSaleTest, TheFirstAccountOnTheFirstDeviceSellsForCash) {
    const Sale sale = makeSale(stack);
    const std::string password =
        house.shell({"staff", "add", "--login", "ada", "--name", "Ada", "--role", "administrator"});
    const auto till = house.enrol("Till by the door");
    EXPECT_NE(house.shell({"devices", "list"}).find("\tenrolled\tTill by the door"),
              std::string::npos);
    const Headers ada = signIn(*till, "ada", password);

    const Answer made =
        till->call("CreateStaff", {{"login", "cora"}, {"name", "Cora"}, {"role", "CASHIER"}}, ada);
    ASSERT_TRUE(made.ok()) << made;
    const Headers cora = signIn(*till, "cora", made.body.value("password", ""));
    EXPECT_EQ(till->call("ListStaff", Json::object(), cora).reason, "PERMISSION_MISSING");

    const Answer held =
        till->call("CreateReservation", seatRequest(sale, {60, 61}, newRequestId()), cora);
    ASSERT_TRUE(held.ok()) << held;
    const Json reservation = {{"event", sale.event}, {"reservation", held.body["reservation"]}};
    // What a session is known by was a caller key that anybody could send at the public edge.
    const std::string known = "staff " + made.body.at("staff").value("staff", "");
    for (const Edge edge : {Edge::Rest, Edge::Grpc}) {
        ApiClient anybody(edge, stack);
        const auto ask = [&](const std::string& key) {
            return anybody.call("GetReservation", reservation, {{"x-caller-key", key}}).reason;
        };
        EXPECT_EQ(ask(toBase64Url(known)), "HOLDER_TOKEN_INVALID");
        EXPECT_EQ(ask(toBase64Url(std::string(64, '\0') + known)), "CALLER_KEY_INVALID");
    }
    Json checkout = reservation;
    checkout["requestId"] = newRequestId();
    checkout["buyer"] = {{"name", "Gabriel von Eisenstein"}, {"email", "g@example.org"}};
    checkout["tender"] = {
        {"kind", "INVOICE"}, {"reference", "Orlofsky"}, {"customer", "0000000000007"}};
    EXPECT_EQ(till->call("CheckoutReservation", checkout, cora).reason, "APPROVAL_NEEDED");
    checkout["requestId"] = newRequestId();
    checkout["tender"] = {{"kind", "CASH"}};
    const Answer shift = openShift(*till, cora, 20'000);
    ASSERT_TRUE(shift.ok()) << shift;
    const Answer ordered = till->call("CheckoutReservation", checkout, cora);
    ASSERT_TRUE(ordered.ok()) << ordered;
    const Json order = {{"event", sale.event}, {"order", ordered.body["order"]}};
    EXPECT_TRUE(eventually(
        [&] { return till->call("GetOrder", order, cora).body.value("state", "") == "PAID"; }));
    EXPECT_EQ(till->call("ListTickets", order, cora).body["tickets"].size(), 2U);
    EXPECT_EQ(seatsInDatabase(stack, sale, 2), 2);
    EXPECT_EQ(till->call("ReturnTickets", order, cora).reason, "APPROVAL_NEEDED");
    // The trail of it all is true, and knows who: ada by the shell, a device, cora by ada.
    const auto verified = stack.runProgram(
        "tessera-admin", {"--database", stack.conninfo(), "audit", "verify"}, kCommandLimit);
    EXPECT_EQ(verified.code, 0) << verified.output;
    EXPECT_EQ(stack.psql("SELECT string_agg(action, ' ' ORDER BY number) FROM trail "
                         "WHERE event_id = 0 AND action <> 'set_pin'"),
              "add_staff add_device_code enrol_device sign_in add_staff sign_in open_shift");

    // Shut out behind the server's back, as by another node: within its reading of every two
    // seconds.
    stack.psql("UPDATE staff SET disabled = true, version = version + 1 WHERE login = 'cora'");
    EXPECT_TRUE(eventually([&] {
        return till->call("GetSession", Json::object(), cora).reason == "SESSION_INVALID";
    }));
    EXPECT_TRUE(till->call("GetSession", Json::object(), ada).ok());
    const std::string log = stack.serverOutput();
    for (const std::string& secret :
         {password, made.body.value("password", "none"), cora.at("authorization").substr(7)}) {
        EXPECT_EQ(log.find(secret), std::string::npos);
    }
}

TEST_F(StaffSaleTest, ACashierGivesMoneyBackByASupervisorsApprovalOnce) {
    const Sale sale = makeSale(stack);
    const std::string password =
        house.shell({"staff", "add", "--login", "bea", "--name", "Bea", "--role", "administrator"});
    const auto till = house.enrol("Till by the stage");
    const Headers bea = signIn(*till, "bea", password);
    const Headers cem = someone(*till, "cem", "CASHIER", bea);
    EXPECT_TRUE(openShift(*till, cem, 20'000).ok());
    someone(*till, "sue", "SUPERVISOR", bea);
    const Answer held =
        till->call("CreateReservation", seatRequest(sale, {60, 61}, newRequestId()), cem);
    ASSERT_TRUE(held.ok()) << held;
    const Answer ordered = till->call("CheckoutReservation",
                                      {{"event", sale.event},
                                       {"reservation", held.body["reservation"]},
                                       {"requestId", newRequestId()},
                                       {"buyer", {{"name", "Gabriel"}, {"email", "g@example.org"}}},
                                       {"tender", {{"kind", "CASH"}}}},
                                      cem);
    ASSERT_TRUE(ordered.ok()) << ordered;
    const Json order = {{"event", sale.event}, {"order", ordered.body["order"]}};
    EXPECT_TRUE(eventually(
        [&] { return till->call("GetOrder", order, cem).body.value("state", "") == "PAID"; }));

    Json refund = order;
    refund["requestId"] = newRequestId();
    EXPECT_EQ(till->call("RefundTickets", refund, cem).reason, "APPROVAL_NEEDED");
    const Answer less = till->call("RefundTickets", refund, approved(*till, cem, order, 1));
    EXPECT_EQ(less.reason, "APPROVAL_TOO_SMALL") << less;
    const std::string needed = less.metadata.value("amount_minor_units", "0");
    const Headers once = approved(*till, cem, order, std::stoll(needed));
    refund["requestId"] = newRequestId();
    for (int tries = 0; tries < 2; ++tries) {
        const Answer done = till->call("RefundTickets", refund, once);
        EXPECT_TRUE(done.ok()) << done;
    }
    // A colleague at that till hears what became of it by an approval of their own.
    const Headers dan = someone(*till, "dan", "CASHIER", bea);
    EXPECT_EQ(till->call("RefundTickets", refund, dan).reason, "APPROVAL_NEEDED");
    const Headers hears = approved(*till, dan, order, std::stoll(needed));
    EXPECT_TRUE(till->call("RefundTickets", refund, hears).ok());
    const auto elsewhere = house.enrol("Till by the well");
    const Headers far = signIn(*elsewhere, "bea", password);
    EXPECT_EQ(elsewhere->call("RefundTickets", refund, far).reason, "REQUEST_ID_REUSED");
    refund["requestId"] = newRequestId();
    EXPECT_EQ(till->call("RefundTickets", refund, once).reason, "APPROVAL_USED");
    EXPECT_EQ(seatsInDatabase(stack, sale, 2), 0);

    EXPECT_EQ(trailOf(sale.event, "action"), "create_reservation checkout refund_tickets");
    EXPECT_EQ(trailOf(sale.event, "amount::text"), needed + " " + needed + " " + needed);
    EXPECT_EQ(trailOf(sale.event, "(SELECT login FROM staff s WHERE s.staff_id = approved_by)"),
              "sue");
    const auto verified = stack.runProgram(
        "tessera-admin", {"--database", stack.conninfo(), "audit", "verify"}, kCommandLimit);
    EXPECT_EQ(verified.code, 0) << verified.output;
    const std::string log = stack.serverOutput();
    EXPECT_EQ(log.find(once.at("x-approval")), std::string::npos);
}

}  // namespace
}  // namespace tessera::integration
