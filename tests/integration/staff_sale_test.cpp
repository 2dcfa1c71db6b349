// SPDX-License-Identifier: Apache-2.0
// From an empty house to a cash sale at the staff port: the shell's first account and first device,
// then everything over TLS to a real server.
#include <gtest/gtest.h>

#include "shared/base/encoding.h"
#include "tests/integration/sale.h"
#include "tests/staff/device_key.h"

namespace tessera::integration {
namespace {

constexpr Millis kCommandLimit{20'000};

class StaffSaleTest : public testing::Test {
protected:
    // One line of what an operator's command prints.
    std::string shell(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"--database", stack.conninfo()});
        auto ran = stack.runProgram("tessera-admin", arguments, kCommandLimit);
        EXPECT_EQ(ran.code, 0) << ran.output;
        while (!ran.output.empty() && ran.output.back() == '\n') ran.output.pop_back();
        return ran.output;
    }
    // A device of the house's, enrolled by the code that the shell has printed.
    std::unique_ptr<ApiClient> enrolledTill(const std::string& name) {
        const test::DeviceKey key = test::makeDeviceKey();
        ApiClient stranger(stack.ports(), {stack.authorityPem()});
        const Answer made = stranger.call(
            "Enrol",
            {{"code", shell({"devices", "code", "--name", name})}, {"csr", key.requestPem}});
        EXPECT_TRUE(made.ok()) << made;
        return std::make_unique<ApiClient>(
            stack.ports(), ApiClient::DeviceTls{made.body.value("authority", ""), key.keyPem,
                                                made.body.value("certificate", "")});
    }
    Headers signIn(ApiClient& till, const std::string& login, const std::string& password) {
        const Answer in = till.call("SignIn", {{"login", login}, {"password", password}});
        EXPECT_TRUE(in.ok()) << in;
        return {{"authorization", "Bearer " + in.body.value("token", "")}};
    }

    static void openShift(ApiClient& till, const Headers& who) {
        const Json money = {{"currencyCode", "EUR"}, {"minorUnits", "20000"}};
        const Answer shift =
            till.call("OpenShift",
                      {{"requestId", newRequestId()}, {"openingFloat", Json::array({money})}}, who);
        EXPECT_TRUE(shift.ok()) << shift;
    }

    Stack& stack = Stack::shared();
};

TEST_F(StaffSaleTest, TheFirstAccountOnTheFirstDeviceSellsForCash) {
    const Sale sale = makeSale(stack);
    const std::string password =
        shell({"staff", "add", "--login", "ada", "--name", "Ada", "--role", "administrator"});
    const auto till = enrolledTill("Till by the door");
    EXPECT_NE(shell({"devices", "list"}).find("\tenrolled\tTill by the door"), std::string::npos);
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
    checkout["tender"] = {{"kind", "INVOICE"}, {"reference", "Orlofsky"}};
    EXPECT_EQ(till->call("CheckoutReservation", checkout, cora).reason, "APPROVAL_NEEDED");
    checkout["requestId"] = newRequestId();
    checkout["tender"] = {{"kind", "CASH"}};
    const Answer shift = till->call(
        "OpenShift",
        {{"requestId", newRequestId()},
         {"openingFloat", Json::array({{{"currencyCode", "EUR"}, {"minorUnits", "20000"}}})}},
        cora);
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

}  // namespace
}  // namespace tessera::integration
