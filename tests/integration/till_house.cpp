// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/till_house.h"

#include <algorithm>

#include "shared/base/ids.h"

namespace tessera::integration {
namespace {

constexpr Millis kHouseCommandLimit{20'000};

}  // namespace

std::int64_t minorOf(const Json& money) {
    return std::stoll(money.value("minorUnits", "0"));
}

Json eur(std::int64_t minor) {
    return {{"currencyCode", "EUR"}, {"minorUnits", std::to_string(minor)}};
}

Json countOf(std::int64_t minor, const std::string& currency) {
    return {{"currencyCode", currency},
            {"denominations",
             {{{"minorUnits", "50"}, {"count", minor / 50}},
              {{"minorUnits", "1"}, {"count", minor % 50}}}}};
}

std::int64_t numberOf(const Sale& sale) {
    return decodePublicId(sale.event).value_or(0);
}

Answer openShift(ApiClient& till, const Headers& who, std::int64_t minor) {
    return till.call("OpenShift",
                     {{"requestId", newRequestId()}, {"openingFloat", Json::array({eur(minor)})}},
                     who);
}

Answer TillUser::call(const std::string& method, Json request) const {
    return till_->call(method, request, session_);
}

Answer TillUser::insist(const std::string& method, const Json& request) const {
    Answer answer;
    EXPECT_TRUE(eventually([&] {
        answer = call(method, request);
        return !answer.worthRetrying();
    })) << answer;
    return answer;
}

Answer TillUser::ask(const std::string& method, Json request) const {
    const bool reads = method.starts_with("Get") || method.starts_with("List");
    if (!reads && !request.contains("requestId")) request["requestId"] = newRequestId();
    return call(method, std::move(request));
}

Answer TillUser::hold(const Sale& sale, const std::vector<std::int32_t>& seats) const {
    const Answer held = call("CreateReservation", seatRequest(sale, seats, newRequestId()));
    EXPECT_TRUE(held.ok()) << held;
    return held;
}

Json TillUser::checkoutOf(const Answer& held, Json tender) const {
    return {{"event", held.body.value("event", "")},
            {"reservation", held.body.value("reservation", "")},
            {"requestId", newRequestId()},
            {"buyer", {{"name", "Gabriel von Eisenstein"}, {"email", "g@example.org"}}},
            {"tender", std::move(tender)}};
}

Answer TillUser::sell(const Sale& sale, const std::vector<std::int32_t>& seats, Json tender) const {
    return call("CheckoutReservation", checkoutOf(hold(sale, seats), std::move(tender)));
}

bool TillUser::becomes(const Answer& order, const std::string& state) const {
    const Json which = {{"event", order.body.value("event", "")},
                        {"order", order.body.value("order", "")}};
    return eventually([&] { return call("GetOrder", which).body.value("state", "") == state; });
}

Answer TillUser::openShift(std::int64_t minor) const {
    return integration::openShift(*till_, session_, minor);
}

Answer TillUser::shift(const std::string& id) const {
    return call("GetShift", {{"shift", id}});
}

Answer TillUser::count(const Answer& shift, Json counts) const {
    return ask("CountShift", {{"shift", shift.body.value("shift", "")},
                              {"version", shift.body.value("version", 0)},
                              {"counts", std::move(counts)}});
}

Answer TillUser::close(const Answer& shift, const std::string& why, const std::string& next) const {
    return ask("CloseShift", {{"shift", shift.body.value("shift", "")},
                              {"version", shift.body.value("version", 0)},
                              {"explanation", why},
                              {"handOverTo", next}});
}

TillHouse& TillHouse::shared() {
    static TillHouse house(Stack::shared());
    return house;
}

std::string TillHouse::shell(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--database", stack.conninfo()});
    auto ran = stack.runProgram("tessera-admin", arguments, kHouseCommandLimit);
    EXPECT_EQ(ran.code, 0) << ran.output;
    while (!ran.output.empty() && ran.output.back() == '\n') ran.output.pop_back();
    return ran.output;
}

std::shared_ptr<ApiClient> TillHouse::enrol(const std::string& name) {
    const test::DeviceKey key = test::makeDeviceKey();
    ApiClient stranger(stack.ports(), {stack.authorityPem()});
    const Answer made = stranger.call(
        "Enrol", {{"code", shell({"devices", "code", "--name", name})}, {"csr", key.requestPem}});
    EXPECT_TRUE(made.ok()) << made;
    identities_[name] = {made.body.value("authority", ""), key.keyPem,
                         made.body.value("certificate", "")};
    return connect(name);
}

std::shared_ptr<ApiClient> TillHouse::connect(const std::string& name) const {
    return std::make_shared<ApiClient>(stack.ports(), identities_.at(name));
}

TillUser TillHouse::signIn(const std::string& login, const std::string& role,
                           const std::shared_ptr<ApiClient>& till) {
    auto& password = passwords_[login];
    if (password.empty()) {
        password = shell({"staff", "add", "--login", login, "--name", login, "--role", role});
    }
    Answer in;
    // The server reads accounts every two seconds.
    EXPECT_TRUE(eventually([&] {
        in = till->call("SignIn", {{"login", login}, {"password", password}});
        return in.ok();
    })) << in;
    return {till, {{"authorization", "Bearer " + in.body.value("token", "")}}};
}

namespace {

TillUser signedIn(Stack& stack, const std::string& login, const std::string& role) {
    TillHouse house(stack);
    return house.signIn(login, role, house.enrol(login));
}

}  // namespace

Till::Till(Stack& stack, const std::string& login, const std::string& role)
    : user_(signedIn(stack, login, role)) {
    const Answer shift = user_.openShift(20'000);
    EXPECT_TRUE(shift.ok()) << shift;
}

Answer Till::ask(const std::string& method, Json request) {
    return user_.call(method, std::move(request));
}

Answer Till::change(const std::string& method, Json request) {
    request["requestId"] = newRequestId();
    return ask(method, std::move(request));
}

Json Till::sell(const Sale& sale, const std::vector<std::int32_t>& seats, const Person& person,
                const Json& tender) {
    const Answer held = ask("CreateReservation", seatRequest(sale, seats, newRequestId()));
    EXPECT_TRUE(held.ok()) << held;
    const Answer ordered = change(
        "CheckoutReservation",
        {{"event", sale.event},
         {"reservation", held.body.value("reservation", "")},
         {"buyer", {{"name", person.name}, {"email", person.email}, {"phone", person.phone}}},
         {"tender", tender}});
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
        [&] { return std::ranges::count(find(query), order.value("order", "")) == 1; });
}

}  // namespace tessera::integration
