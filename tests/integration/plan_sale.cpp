// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/plan_sale.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace tessera::integration {
namespace {

Json pricesOf(const Json& categories) {
    Json prices = Json::array();
    for (const Json& category : categories) {
        for (int type = 0; type < 2; ++type) {
            prices.push_back({{"categoryNo", category.value("categoryNo", 0)},
                              {"ticketTypeNo", type},
                              {"minorUnits", std::to_string(6000 - 2000 * type)}});
        }
    }
    return prices;
}

}  // namespace

Sale makeSaleOn(const Stack& stack, const std::string& plan, const SaleOptions& options) {
    ApiClient client(Edge::Rest, stack);
    const Headers headers{{"authorization", "Bearer " + stack.adminKey()}};
    const auto ask = [&](const std::string& method, Json request) {
        request["requestId"] = newRequestId();
        Answer answer = client.call(method, request, headers);
        EXPECT_TRUE(answer.ok()) << method << ": " << answer;
        return answer.ok() ? answer.body : Json::object();
    };
    const Json venue = ask(
        "CreateVenue",
        {{"name", plan}, {"city", "Graz"}, {"countryCode", "AT"}, {"timeZone", "Europe/Vienna"}});
    std::ifstream in(std::string(TESSERA_SOURCE_DIR) + "/plans/" + plan + ".json");
    const Json layout =
        ask("ImportLayout", {{"venue", venue.value("venue", "")},
                             {"planJson", std::string(std::istreambuf_iterator<char>(in), {})}});
    Sale sale{layout.value("layout", ""), {}, theatreConfig(options)};
    sale.config["prices"] = pricesOf(layout.value("categories", Json::array()));
    const Json event = ask("CreateEvent", {{"layout", sale.layout}, {"config", sale.config}});
    sale.event = event.value("event", "");
    if (options.open) ask("OpenSale", {{"event", sale.event}});
    return sale;
}

}  // namespace tessera::integration
