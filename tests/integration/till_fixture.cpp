// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/till_fixture.h"

#include "shared/base/ids.h"

namespace tessera::integration {
namespace {

constexpr Millis kCommandLimit{20'000};

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
    return ask("OpenShift", {{"openingFloat", Json::array({eur(minor)})}});
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
    static TillHouse house;
    return house;
}

std::string TillHouse::shell(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--database", stack.conninfo()});
    auto ran = stack.runProgram("tessera-admin", arguments, kCommandLimit);
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

}  // namespace tessera::integration
