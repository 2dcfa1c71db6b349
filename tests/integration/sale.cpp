// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/sale.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "shared/base/encoding.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace tessera::integration {
namespace {

std::string inDays(int days) {
    const auto at = std::chrono::system_clock::now() + std::chrono::hours(24 * days);
    return toRfc3339(
        {std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count() *
         1'000'000});
}

}  // namespace

const std::string& theatreLayout(const Stack& stack) {
    static std::map<std::string, std::string> layouts;  // By the stack, whose key is its own.
    std::string& layout = layouts[stack.adminKey()];
    if (!layout.empty()) return layout;
    ApiClient client(Edge::Rest, stack);
    const Headers headers{{"authorization", "Bearer " + stack.adminKey()}};
    const Answer venue = client.call("CreateVenue",
                                     {{"requestId", newRequestId()},
                                      {"name", "Grand Theatre"},
                                      {"city", "Graz"},
                                      {"countryCode", "AT"},
                                      {"timeZone", "Europe/Vienna"}},
                                     headers);
    EXPECT_TRUE(venue.ok()) << venue;
    std::ifstream in(std::string(TESSERA_SOURCE_DIR) + "/plans/grand-theatre.json");
    const Answer imported =
        client.call("ImportLayout",
                    {{"venue", venue.body.value("venue", "")},
                     {"requestId", newRequestId()},
                     {"planJson", std::string(std::istreambuf_iterator<char>(in), {})}},
                    headers);
    EXPECT_TRUE(imported.ok()) << imported;
    EXPECT_EQ(imported.body.value("seatCount", 0), kTheatreSeats);
    return layout = imported.body.value("layout", "");
}

Json theatreConfig(const SaleOptions& options) {
    Json prices = Json::array();
    for (int category = 0; category < 5; ++category) {
        prices.push_back({{"categoryNo", category},
                          {"ticketTypeNo", 0},
                          {"minorUnits", std::to_string(9000 - 1500 * category)}});
        prices.push_back({{"categoryNo", category},
                          {"ticketTypeNo", 1},
                          {"minorUnits", std::to_string(6300 - 1100 * category)}});
    }
    return {
        {"name", "Die Fledermaus"},
        {"description", "Operetta in three acts."},
        {"startsAt", inDays(30)},
        {"currencyCode", options.currency},
        {"ticketTypes",
         {{{"ticketTypeNo", 0}, {"name", "Adult"}}, {{"ticketTypeNo", 1}, {"name", "Child"}}}},
        {"prices", prices},
        {"fees",
         {{{"name", "Service fee"}, {"kind", "PER_TICKET"}, {"minorUnits", "250"}},
          {{"name", "Booking fee"}, {"kind", "PER_ORDER"}, {"minorUnits", "199"}},
          {{"name", "Support"}, {"kind", "PERCENT"}, {"ratePpm", 15000}}}},
        {"taxes",
         {{{"name", "VAT 13 %"}, {"ratePpm", 130000}, {"included", true}, {"appliesTo", "TICKETS"}},
          {{"name", "VAT 20 %"}, {"ratePpm", 200000}, {"included", false}, {"appliesTo", "FEES"}}}},
        {"limits", {{"perOrder", options.perOrder}, {"perBuyer", options.perBuyer}}},
        {"holdDuration", std::to_string(options.holdSeconds) + "s"},
        {"payDuration", std::to_string(options.paySeconds) + "s"},
        {"orphanRule", options.orphanRule}};
}

Sale makeSale(const Stack& stack, const SaleOptions& options) {
    Sale sale{theatreLayout(stack), {}, theatreConfig(options)};
    ApiClient client(Edge::Rest, stack);
    const Headers headers{{"authorization", "Bearer " + stack.adminKey()}};
    const Answer created = client.call(
        "CreateEvent",
        {{"requestId", newRequestId()}, {"layout", sale.layout}, {"config", sale.config}}, headers);
    EXPECT_TRUE(created.ok()) << created;
    const std::string event = created.ok() ? created.body.value("event", "") : "";
    if (options.open && !event.empty()) {
        const Answer opened =
            client.call("OpenSale", {{"event", event}, {"requestId", newRequestId()}}, headers);
        EXPECT_TRUE(opened.ok()) << opened;
    }
    sale.event = event;
    return sale;
}

Json seatRequest(const Sale& sale, const std::vector<std::int32_t>& seats,
                 const std::string& requestId) {
    Json picks = Json::array();
    for (const std::int32_t seat : seats) picks.push_back({{"seatNo", seat}});
    return {{"event", sale.event}, {"requestId", requestId}, {"seats", {{"seats", picks}}}};
}

Answer Buyer::hold(const Sale& sale, const std::vector<std::int32_t>& seats,
                   const std::string& requestId) {
    const Answer answer = client.call("CreateReservation", seatRequest(sale, seats, requestId),
                                      {{"x-caller-key", callerKey}});
    if (answer.ok()) {
        event = sale.event;
        reservation = answer.body.value("reservation", "");
        token = answer.body.value("holderToken", "");
    }
    return answer;
}

Json Buyer::ofReservation() const {
    return {{"event", event}, {"reservation", reservation}};
}

Json Buyer::ofOrder() const {
    return {{"event", event}, {"order", order}};
}

Answer Buyer::reservationNow() {
    return client.call("GetReservation", ofReservation(), {{"x-holder-token", token}});
}

Answer Buyer::cancel(const std::string& requestId) {
    Json request = ofReservation();
    request["requestId"] = requestId;
    return client.call("CancelReservation", request, {{"x-holder-token", token}});
}

Answer Buyer::checkout(const std::string& requestId) {
    Json request = ofReservation();
    request["requestId"] = requestId;
    request["buyer"] = {{"name", "Rosalinde von Eisenstein"}, {"email", "rosalinde@example.org"}};
    const Answer answer = client.call("CheckoutReservation", request, {{"x-holder-token", token}});
    if (answer.ok()) order = answer.body.value("order", "");
    return answer;
}

Answer Buyer::orderNow() {
    return client.call("GetOrder", ofOrder(), {{"x-holder-token", token}});
}

Answer Buyer::tickets(const std::string& view) {
    Json request = ofOrder();
    request["view"] = view;
    return client.call("ListTickets", request, {{"x-holder-token", token}});
}

bool Buyer::orderBecomes(const std::string& state, Millis limit) {
    return eventually(
        [&] {
            const Answer answer = orderNow();
            return answer.ok() && answer.body.value("state", "") == state;
        },
        limit);
}

Answer Buyer::pay(const std::string& card) {
    Json payment;
    const bool payable = eventually([&] {
        payment = paymentOf(orderNow());
        return payment.value("state", "") == "PAYABLE";
    });
    EXPECT_TRUE(payable) << payment.dump();
    return payable ? confirmAtSandbox(client, payment, card) : Answer{};
}

Json paymentOf(const Answer& order) {
    const Json payments = order.ok() ? order.body.value("payments", Json::array()) : Json::array();
    for (const Json& payment : payments) {
        const std::string state = payment.value("state", "");
        if (state == "OPENING" || state == "PAYABLE") return payment;
    }
    return payments.empty() ? Json::object() : payments.back();
}

Answer confirmAtSandbox(ApiClient& client, const Json& payment, const std::string& card) {
    return client.http("POST", payment.value("confirmUrl", ""),
                       "payment_method=" + card +
                           "&client_secret=" + percentEncode(payment.value("clientSecret", "")),
                       {{"authorization", "Bearer " + payment.value("publishableKey", "")},
                        {"content-type", "application/x-www-form-urlencoded"}});
}

std::string mapNow(ApiClient& client, const Sale& sale) {
    const Answer answer = client.call("GetSeatMap", {{"event", sale.event}});
    EXPECT_TRUE(answer.ok()) << answer;
    if (!answer.ok()) return {};
    return fromBase64(answer.body.value("statuses", "")).value_or("");
}

int seatsInDatabase(const Stack& stack, const Sale& sale, int status) {
    const std::string count = stack.psql("SELECT count(*) FROM seat WHERE event_id = " +
                                         std::to_string(decodePublicId(sale.event).value_or(0)) +
                                         " AND status = " + std::to_string(status));
    return count.empty() || count.starts_with("error") ? -1 : std::stoi(count);
}

}  // namespace tessera::integration
