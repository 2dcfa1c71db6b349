// SPDX-License-Identifier: Apache-2.0
// Pages in both directions, filters, and objects that are changed.
#include <set>

#include "tests/paysim/sandbox_process.h"

namespace tessera::paysim::test {
namespace {

std::vector<std::string> idsOf(const Json& page) {
    std::vector<std::string> ids;
    for (const Json& item : page.at("data")) ids.push_back(item.at("id"));
    return ids;
}

// All ids of a list, page by page from the newest, or from the oldest.
std::vector<std::string> walk(SandboxProcess& sandbox, const std::string& url, bool upwards) {
    std::vector<std::string> all;
    std::string more;
    if (upwards) {
        const auto oldest = walk(sandbox, url, false);
        if (oldest.empty()) return {};
        all.push_back(oldest.back());
        more = "&ending_before=" + oldest.back();
    }
    for (;;) {
        const Json page = sandbox.get(url + "limit=2" + more).body;
        const auto ids = idsOf(page);
        EXPECT_LE(ids.size(), 2u);
        all.insert(upwards ? all.begin() : all.end(), ids.begin(), ids.end());
        if (!page.at("has_more").get<bool>()) return all;
        more = upwards ? "&ending_before=" + ids.front() : "&starting_after=" + ids.back();
    }
}

TEST(ListsTest, EveryListIsTheSameFromBothEnds) {
    SandboxProcess sandbox;
    std::vector<std::string> made;
    for (int i = 0; i < 5; ++i) {
        const Json paid = sandbox
                              .post("/v1/payment_intents",
                                    "amount=1000&currency=eur&confirm=true&"
                                    "payment_method=pm_card_visa")
                              .body;
        made.insert(made.begin(), paid.at("id"));
        sandbox.post("/v1/refunds", "amount=10&payment_intent=" + made.front());
        sandbox.post("/v1/terminal/readers", "registration_code=simulated-wpe");
    }
    EXPECT_EQ(walk(sandbox, "/v1/payment_intents?", false), made);
    const std::pair<std::string, std::size_t> lists[] = {
        {"/v1/payment_intents?", 5},
        {"/v1/refunds?", 5},
        {"/v1/charges?", 5},
        {"/v1/events?", 25},
        {"/v1/terminal/readers?", 5},
        {"/v1/events?type=charge.refunded&", 5},
        {"/v1/refunds?payment_intent=" + made[2] + "&", 1},
        {"/v1/charges?payment_intent=" + made[2] + "&", 1}};
    for (const auto& [url, size] : lists) {
        const auto down = walk(sandbox, url, false);
        EXPECT_EQ(down.size(), size) << url;
        EXPECT_EQ(std::set<std::string>(down.begin(), down.end()).size(), size) << url;
        EXPECT_EQ(walk(sandbox, url, true), down) << url;
    }
}

TEST(ListsTest, CreatedCutsAtEachOfItsBounds) {
    SandboxProcess sandbox;
    const long at = sandbox.create().at("created");
    const std::pair<std::string, long> cases[] = {{"created[gte]", 0},
                                                  {"created[gt]", -1},
                                                  {"created[lte]", 0},
                                                  {"created[lt]", 1},
                                                  {"created", 0}};
    for (const auto& [name, shift] : cases) {
        const std::string url = "/v1/payment_intents?" + name + "=";
        EXPECT_EQ(sandbox.get(url + std::to_string(at + shift)).body.at("data").size(), 1u) << name;
        const long out = name == "created" || name.find('g') != std::string::npos ? at + shift + 1
                                                                                  : at + shift - 1;
        EXPECT_EQ(sandbox.get(url + std::to_string(out)).body.at("data").size(), 0u) << name;
    }
}

TEST(ListsTest, AnIntentIsUpdatedAsFarAsItsStateAllows) {
    SandboxProcess sandbox;
    const Json intent = sandbox.create("&metadata[a]=1");
    const std::string path = "/v1/payment_intents/" + intent.at("id").get<std::string>();
    const Json changed = sandbox.post(path, "amount=2000&description=new&metadata[b]=2").body;
    EXPECT_EQ(changed.at("amount"), 2000);
    EXPECT_EQ(changed.at("description"), "new");
    EXPECT_EQ(changed.at("metadata"), Json({{"a", "1"}, {"b", "2"}}));
    sandbox.confirm(intent, "pm_card_visa");
    EXPECT_EQ(sandbox.post(path, "amount=1").error(), "payment_intent_unexpected_state");
    EXPECT_EQ(sandbox.post(path, "metadata[c]=3").body.at("metadata").at("c"), "3");
}

TEST(ListsTest, AnEventIsReadAsItWasWhenItHappened) {
    SandboxProcess sandbox;
    const Json intent = sandbox.create();
    sandbox.confirm(intent, "pm_card_visa");
    const Json listed = sandbox.get("/v1/events?type=payment_intent.created").body.at("data").at(0);
    EXPECT_EQ(listed.at("data").at("object").at("status"), "requires_payment_method");
    EXPECT_EQ(sandbox.get("/v1/events/" + listed.at("id").get<std::string>()).body, listed);
    EXPECT_EQ(sandbox.get("/v1/events/evt_none").error(), "resource_missing");
}

TEST(ListsTest, AllRefundsOfAChargeAreShownWithIt) {
    SandboxProcess sandbox;
    const Json intent = sandbox.create();
    sandbox.confirm(intent, "pm_card_visa");
    const std::string path = "/v1/payment_intents/" + intent.at("id").get<std::string>();
    sandbox.post(path + "/capture", "");
    for (const char* amount : {"10", "20"}) {
        sandbox.post("/v1/refunds", std::string("amount=") + amount +
                                        "&payment_intent=" + intent.at("id").get<std::string>());
    }
    const Json refunds = sandbox.get(path + "?expand[]=latest_charge.refunds")
                             .body.at("latest_charge")
                             .at("refunds");
    EXPECT_EQ(refunds.at("object"), "list");
    ASSERT_EQ(refunds.at("data").size(), 2u);
    EXPECT_EQ(refunds.at("data").at(0).at("amount"), 20);
    EXPECT_FALSE(
        sandbox.get(path + "?expand[]=latest_charge").body.at("latest_charge").contains("refunds"));
}

}  // namespace
}  // namespace tessera::paysim::test
