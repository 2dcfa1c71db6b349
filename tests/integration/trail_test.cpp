// SPDX-License-Identifier: Apache-2.0
// Whatever staff change leaves a row in the trail: every method that the table says so of, on a
// real server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <optional>
#include <set>

#include "shared/base/encoding.h"
#include "shared/base/time.h"
#include "tests/integration/till_house.h"
#include "tests/staff/trail_actions.h"

namespace tessera::integration {
namespace {

// These need mail and a provider, which are not here.
const std::set<std::string> kElsewhere{
    "DeskService/ResendMail",       // MailTest reads its row.
    "OrderService/ConfirmPayment",  // Only its word: EventTrailTest; no test reads its row.
};

std::string inDaysFromNow(int days) {
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    return toRfc3339(Instant{now.count()} + Duration::ofMinutes(days * 24LL * 60));
}

class TrailTest : public testing::Test {
protected:
    // Asked for and answered; what the table says has a new row then.
    Answer does(const TillUser& who, const std::string& method, const Json& request) {
        const google::protobuf::MethodDescriptor& known = methodNamed(method);
        const std::string path = known.service()->name() + "/" + method;
        const auto action = test::trailActions().find(path);
        EXPECT_NE(action, test::trailActions().end()) << path;
        if (action == test::trailActions().end()) return {};
        const int before = rowsOf(action->second);
        const bool hasId = known.input_type()->FindFieldByName("request_id") != nullptr;
        Answer answer = hasId ? who.ask(method, request) : who.call(method, request);
        EXPECT_TRUE(answer.ok()) << method << ": " << answer;
        EXPECT_EQ(rowsOf(action->second), before + 1) << path;
        done.insert(path);
        return answer;
    }
    Answer does(const std::string& method, const Json& request) {
        return does(*admin, method, request);
    }
    int rowsOf(const std::string& action) {
        return std::stoi(stack.psql("SELECT count(*) FROM trail WHERE action = '" + action + "'"));
    }
    static Json with(Json base, const Json& more) {
        base.update(more);
        return base;
    }
    static std::string text(const Answer& answer, const char* name) {
        return answer.body.value(name, "");
    }

    void setUpAnEvent();
    void sellAndChange();
    void giveBack();
    void runAShift();
    void changeHouse();
    // A paid order of these seats.
    Json sold(const std::vector<std::int32_t>& seats);
    std::string ticketOf(const Json& order, std::size_t number) {
        const Answer listed = admin->call("ListTickets", order);
        EXPECT_TRUE(listed.ok()) << listed;
        return listed.body["tickets"].at(number).value("ticket", "");
    }

    TillHouse& house = TillHouse::shared();
    Stack& stack = house.stack;
    std::shared_ptr<ApiClient> till = house.enrol("Trail till");
    std::optional<TillUser> admin;
    std::set<std::string> done;
    Sale sale;
    Json event;
};

void TrailTest::setUpAnEvent() {
    Json venue = does("CreateVenue", {{"name", "Trail House"},
                                      {"city", "Linz"},
                                      {"countryCode", "AT"},
                                      {"timeZone", "Europe/Vienna"}})
                     .body;
    venue["name"] = "Trail Palace";
    does("UpdateVenue", {{"venue", venue}});
    std::ifstream plan(std::string(TESSERA_SOURCE_DIR) + "/plans/grand-theatre.json");
    const Answer imported =
        does("ImportLayout", {{"venue", venue["venue"]},
                              {"planJson", std::string(std::istreambuf_iterator<char>(plan), {})}});
    const Answer layout = admin->call("GetVenueLayout", {{"layout", imported.body["layout"]}});
    does("PaintLayout", {{"layout", imported.body["layout"]},
                         {"name", "Gala"},
                         {"categories", layout.body["categories"]},
                         {"runs", {{{"firstSeatNo", 3}, {"count", 4}, {"categoryNo", 1}}}}});
    Json config = theatreConfig({});
    const std::string until = inDaysFromNow(20);
    config["afterSale"] = {
        {"exchangesUntil", until}, {"returnsUntil", until}, {"transfersUntil", until}};
    const Answer made =
        does("CreateEvent", {{"layout", imported.body["layout"]}, {"config", config}});
    event = {{"event", made.body["event"]}};
    sale = {text(imported, "layout"), text(made, "event"), config};
    does("UpdateEvent", with(event, {{"config", {{"description", "Sung in German."}}},
                                     {"updateMask", "description"}}));
    const Answer code =
        does("CreateCode",
             with(event, {{"code", {{"code", "TRAIL-1"}, {"allocationNo", 3}, {"usesMax", 2}}}}));
    does("UpdateCode",
         with(event, {{"codeId", code.body["codeId"]}, {"usesMax", 3}, {"updateMask", "usesMax"}}));
    does("SetAllocation", with(event, {{"seatNos", {500, 501}}, {"allocationNo", 3}}));
    does("OpenSale", event);
    does("CopyEvent", with(event, {{"startsAt", Json::array({inDaysFromNow(40)})}}));
}

Json TrailTest::sold(const std::vector<std::int32_t>& seats) {
    const Answer ordered = admin->sell(sale, seats, {{"kind", "CASH"}});
    EXPECT_TRUE(ordered.ok()) << ordered;
    EXPECT_TRUE(admin->becomes(ordered, "PAID"));
    return with(event, {{"order", ordered.body["order"]}});
}

void TrailTest::sellAndChange() {
    const auto hold = [&](const std::vector<std::int32_t>& seats) {
        return does("CreateReservation", seatRequest(sale, seats, newRequestId()));
    };
    const Json first = with(event, {{"reservation", hold({100, 101}).body["reservation"]}});
    Json child = first;
    child["seats"] = {{{"seatNo", 100}, {"ticketTypeNo", 1}}, {{"seatNo", 101}}};
    does("RepriceReservation", child);
    does("CancelReservation", first);
    const Answer held = hold({104, 105});
    const Answer ordered =
        does("CheckoutReservation",
             admin->checkoutOf(held, {{"kind", "CASH"}, {"amountMinorUnits", "1000"}}));
    Json order = with(event, {{"order", ordered.body["order"]}});
    does("AddTender", with(order, {{"tender", {{"kind", "CASH"}}}}));
    EXPECT_TRUE(admin->becomes(ordered, "PAID"));
    does("SetOrderNote", with(order, {{"note", "By the aisle"}}));
    does("NotePrint", order);
    does("HandOutTickets", order);

    order = sold({110, 111});
    const Json one = with(order, {{"tickets", {ticketOf(order, 0)}}});
    const Answer offered = does("OfferTransfer", one);
    does("CancelTransfer", with(order, {{"transfer", offered.body["transfer"]}}));
    const Answer again = does("OfferTransfer", one);
    does("AcceptTransfer", with(order, {{"transfer", again.body["transfer"]},
                                        {"name", "Ida"},
                                        {"email", "ida@trail.example"},
                                        {"holderToken", again.body["token"]}}));
    order = sold({120, 121});
    does("ExchangeTickets", with(order, {{"tickets", {ticketOf(order, 0)}},
                                         {"reservation", hold({124}).body["reservation"]}}));
}

void TrailTest::giveBack() {
    Json order = sold({130, 131});
    const Answer back = does("RefundTickets", with(order, {{"tickets", {ticketOf(order, 0)}}}));
    does("SettleRefund", with(order, {{"refund", back.body["refunds"][0]["refund"]},
                                      {"evidence", "Handed over at the till"}}));
    order = sold({134, 135});
    does("ReturnTickets", with(order, {{"tickets", {ticketOf(order, 0)}}}));
    order = sold({140});
    does("MoveEvent", with(event, {{"startsAt", inDaysFromNow(60)},
                                   {"answerUntil", inDaysFromNow(2)},
                                   {"refundUnanswered", true},
                                   {"note", "The singer is ill."}}));
    does("AcceptMove", order);
    does("CloseSale", event);
    does("CancelEvent", with(event, {{"note", "The hall is flooded."}}));
}

void TrailTest::runAShift() {
    Answer shift = admin->shift();
    const Json which = {{"shift", shift.body["shift"]}};
    does(
        "AddDrawerEntry",
        with(which, {{"entry", {{"kind", "PAID_OUT"}, {"amount", eur(500)}, {"reason", "Taxi"}}}}));
    // Entries of sales are ended behind their answers.
    Answer counted;
    ASSERT_TRUE(eventually([&] {
        shift = admin->shift();
        return stack.psql("SELECT count(*) FROM shift_entry WHERE state = 1") == "0";
    }));
    counted = does("CountShift", with(which, {{"version", shift.body["version"]},
                                              {"counts", Json::array({countOf(20'000)})}}));
    const TillUser second = house.signIn("trail-second", "administrator", till);
    does(
        second, "CloseShift",
        with(which, {{"version", counted.body["version"]}, {"explanation", "Counted in a hurry"}}));
}

void TrailTest::changeHouse() {
    does("SaveCustomer",
         {{"customer", {{"name", "Trail Customer"}, {"email", "customer@trail.example"}}}});
    const Json person = {{"email", "g@example.org"}};
    ASSERT_TRUE(eventually([&] {
        const Answer found = admin->call("FindOrders", {{"query", "g@example"}});
        return !found.body.value("orders", Json::array()).empty();
    }));
    does("ExportPerson", person);
    does("ErasePerson", with(person, {{"reason", "asked by letter"}}));
    const Answer hired =
        does("CreateStaff", {{"login", "trail-new"}, {"name", "New"}, {"role", "CASHIER"}});
    Json account = hired.body["staff"];
    const auto ofAccount = [&](const Json& more) {
        return with({{"staff", account["staff"]}, {"version", account["version"]}}, more);
    };
    account = does("UpdateStaff", ofAccount({{"name", "Newer"}})).body;
    account = does("ResetPassword", ofAccount(Json::object())).body["staff"];
    does("SetSecondFactor", ofAccount({{"on", true}}));
    const Answer code = does("CreateDeviceCode", {{"name", "Spare till"}});
    const test::DeviceKey key = test::makeDeviceKey();
    const TillUser stranger(
        std::make_shared<ApiClient>(stack.ports(), ApiClient::DeviceTls{stack.authorityPem()}), {});
    does(stranger, "Enrol", {{"code", code.body["code"]}, {"csr", key.requestPem}});
    const Answer devices = admin->call("ListDevices", Json::object());
    for (const Json& device : devices.body["devices"]) {
        if (device.value("name", "") != "Spare till") continue;
        does("RevokeDevice",
             {{"device", device["device"]}, {"version", device["version"]}, {"reason", "Lost"}});
    }
    const Json secret = {{"password", house.passwordOf("trail-admin")}, {"pin", "258013"}};
    const Answer session = does("SetPin", secret);
    const TillUser nobody(till, {});
    const Answer resumed =
        does(nobody, "Resume", {{"resumption", session.body["resumption"]}, {"pin", "258013"}});
    const TillUser back(till, {{"authorization", "Bearer " + text(resumed, "token")}});
    does(back, "SignOut", Json::object());
    does(nobody, "SignIn", {{"login", "trail-admin"}, {"password", secret["password"]}});
}

TEST_F(TrailTest, EveryMethodThatChangesSomethingLeavesItsRowAndTheChainsAreTrue) {
    admin = house.signIn("trail-admin", "administrator", till);
    setUpAnEvent();
    if (HasFailure()) return;
    does("OpenShift", {{"openingFloat", Json::array({eur(20'000)})}});
    sellAndChange();
    giveBack();
    runAShift();
    changeHouse();
    std::set<std::string> all;
    for (const auto& [path, action] : test::trailActions()) all.insert(path);
    std::set<std::string> seen = done;
    seen.insert(kElsewhere.begin(), kElsewhere.end());
    EXPECT_EQ(seen, all);
    for (const std::string& path : kElsewhere) EXPECT_FALSE(done.contains(path)) << path;
    const auto verified = stack.runProgram(
        "tessera-admin", {"--database", stack.conninfo(), "audit", "verify"}, Millis{20'000});
    EXPECT_EQ(verified.code, 0) << verified.output;
}

}  // namespace
}  // namespace tessera::integration
