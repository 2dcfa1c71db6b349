// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/till_house.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/staff/device_key.h"

namespace tessera::integration {
namespace {

constexpr Millis kCommandLimit{20'000};

std::string shell(const Stack& stack, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--database", stack.conninfo()});
    auto ran = stack.runProgram("tessera-admin", arguments, kCommandLimit);
    EXPECT_EQ(ran.code, 0) << ran.output;
    while (!ran.output.empty() && ran.output.back() == '\n') ran.output.pop_back();
    return ran.output;
}

}  // namespace

Till::Till(Stack& stack, const std::string& login, const std::string& role) {
    const std::string password =
        shell(stack, {"staff", "add", "--login", login, "--name", login, "--role", role});
    const test::DeviceKey key = test::makeDeviceKey();
    ApiClient stranger(stack.ports(), {stack.authorityPem()});
    const Answer made = stranger.call(
        "Enrol",
        {{"code", shell(stack, {"devices", "code", "--name", login})}, {"csr", key.requestPem}});
    EXPECT_TRUE(made.ok()) << made;
    client_ = std::make_unique<ApiClient>(
        stack.ports(), ApiClient::DeviceTls{made.body.value("authority", ""), key.keyPem,
                                            made.body.value("certificate", "")});
    // The server reads accounts again every two seconds.
    EXPECT_TRUE(eventually([&] {
        const Answer in = client_->call("SignIn", {{"login", login}, {"password", password}});
        if (in.ok()) session_ = {{"authorization", "Bearer " + in.body.value("token", "")}};
        return in.ok();
    }));
    const Json money = {{"currencyCode", "EUR"}, {"minorUnits", "20000"}};
    const Answer shift = change("OpenShift", {{"openingFloat", Json::array({money})}});
    EXPECT_TRUE(shift.ok()) << shift;
}

Answer Till::ask(const std::string& method, Json request) {
    return client_->call(method, request, session_);
}

Answer Till::change(const std::string& method, Json request) {
    request["requestId"] = newRequestId();
    return ask(method, std::move(request));
}

Json Till::sell(const Sale& sale, const std::vector<std::int32_t>& seats, const Person& person) {
    const Answer held = ask("CreateReservation", seatRequest(sale, seats, newRequestId()));
    EXPECT_TRUE(held.ok()) << held;
    const Answer ordered = change(
        "CheckoutReservation",
        {{"event", sale.event},
         {"reservation", held.body.value("reservation", "")},
         {"buyer", {{"name", person.name}, {"email", person.email}, {"phone", person.phone}}},
         {"tender", {{"kind", "CASH"}}}});
    EXPECT_TRUE(ordered.ok()) << ordered;
    const Json order = {{"event", sale.event}, {"order", ordered.body.value("order", "")}};
    EXPECT_TRUE(
        eventually([&] { return ask("GetOrder", order).body.value("state", "") == "PAID"; }));
    return order;
}

std::vector<std::string> Till::find(const std::string& query, const std::string& event) {
    const Answer found = ask("FindOrders", {{"query", query}, {"event", event}});
    EXPECT_TRUE(found.ok()) << found;
    std::vector<std::string> orders;
    for (const Json& each : found.body.value("orders", Json::array())) {
        orders.push_back(each.value("order", ""));
    }
    return orders;
}

bool Till::finds(const std::string& query, const Json& order) {
    return eventually(
        [&] { return std::ranges::count(find(query), order.value("order", "")) == 1; },
        Millis(5000));
}

}  // namespace tessera::integration
