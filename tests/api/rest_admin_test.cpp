// SPDX-License-Identifier: Apache-2.0
// What organisers do over REST: who is let in, and what reaches App.
#include "server/api/convert_event.h"
#include "server/api/json_reader.h"
#include "tests/api/edge_fixture.h"

namespace tessera::api::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using RestAdminTest = EdgeTest;

std::string adminEvent(const std::string& rest = {}) {
    return "/v1/admin/events/" + encodePublicId(kEvent.value) + rest;
}

TEST_F(RestAdminTest, WithoutAKeyNobodyIsLetInWhateverTheBody) {
    for (const auto* path : {"/v1/admin/venues", "/v1/admin/events"}) {
        const auto reply = send("POST", path, "not json", "Content-Type: application/json\r\n");
        EXPECT_EQ(reply.status, 401) << path;
        EXPECT_EQ(reasonOf(reply), "CREDENTIALS_MISSING") << path;
        EXPECT_THAT(reply.header("www-authenticate"), HasSubstr("Bearer"));
    }
    for (const auto* header :
         {"Authorization: Bearer tsk_unknown\r\n", "Authorization: tsk_admin\r\n",
          "Authorization: Basic dXNlcjpwYXNz\r\n"}) {
        const auto reply = send("POST", "/v1/admin/venues", "not json", header);
        EXPECT_EQ(reply.status, 401) << header;
        EXPECT_EQ(reasonOf(reply), "CREDENTIALS_INVALID") << header;
    }
}

TEST_F(RestAdminTest, AKeyWithoutTheScopeIsRefusedWhateverTheBody) {
    const auto reply = send("POST", "/v1/admin/venues", "not json",
                            "Content-Type: application/json\r\n" + admin(kSaleKey));
    EXPECT_EQ(reply.status, 403);
    EXPECT_EQ(reasonOf(reply), "SCOPE_MISSING");
    EXPECT_EQ(metadataOf(reply)["required_scope"], "admin:venues");
    EXPECT_EQ(post(adminEvent(":openSale"), {{"requestId", requestId()}}, admin(kSaleKey)).status,
              200);
}

TEST_F(RestAdminTest, AVenueIsMadeAndCheckedFieldByField) {
    json venue{{"requestId", requestId()},
               {"name", "Riverside Arena"},
               {"city", "Linz"},
               {"countryCode", "AT"},
               {"timeZone", "Europe/Vienna"}};
    const auto made = post("/v1/admin/venues", venue, admin());
    ASSERT_EQ(made.status, 200) << made.body;
    EXPECT_EQ(json::parse(made.body)["venue"], encodePublicId(5'000'000'009));
    for (const auto& [field, wrong] : std::vector<std::pair<std::string, std::string>>{
             {"name", ""}, {"city", ""}, {"countryCode", "Austria"}, {"timeZone", "../etc"}}) {
        auto bad = venue;
        bad[field] = wrong;
        const auto reply = post("/v1/admin/venues", bad, admin());
        EXPECT_EQ(reasonOf(reply), "INVALID_FIELD") << field;
        EXPECT_EQ(metadataOf(reply)["field"], field);
    }
}

TEST_F(RestAdminTest, APlanIsImportedAndABadOneNamesItsPath) {
    const auto path = "/v1/admin/venues/" + encodePublicId(5'000'000'001) + "/layouts";
    const auto made =
        post(path, {{"requestId", requestId()}, {"planJson", hallPlanJson()}}, admin());
    ASSERT_EQ(made.status, 200) << made.body;
    const auto body = json::parse(made.body);
    EXPECT_EQ(body["name"], "Hall");
    EXPECT_EQ(body["seatCount"], 30);
    EXPECT_EQ(body["categories"][1]["name"], "Balcony");
    EXPECT_EQ(body["areas"][0]["capacity"], 50);
    const auto bad =
        post(path, {{"requestId", requestId()}, {"planJson", "{\"zones\":7}"}}, admin());
    EXPECT_EQ(bad.status, 400);
    EXPECT_EQ(reasonOf(bad), "INVALID_PLAN");
    EXPECT_THAT(metadataOf(bad)["path"].get<std::string>(), testing::StartsWith("$"));
}

TEST_F(RestAdminTest, ALargePlanIsTakenWithAKeyAndNotWithout) {
    const auto path = "/v1/admin/venues/" + encodePublicId(5'000'000'001) + "/layouts";
    auto plan = json::parse(hallPlanJson());
    plan["notes"] = std::string(5 << 20, 'x');
    const json body{{"requestId", requestId()}, {"planJson", plan.dump()}};
    EXPECT_EQ(post(path, body, admin()).status, 200);
    EXPECT_EQ(post(path, body).status, 413);
}

TEST_F(RestAdminTest, AnEventsRulesBecomeTerms) {
    const json body{{"requestId", requestId()},
                    {"layout", encodePublicId(6'000'000'001)},
                    {"config", json::parse(hallConfigJson())}};
    const auto reply = post("/v1/admin/events", body, admin());
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(json::parse(reply.body)["saleState"], "DRAFT");
    const auto terms = *app_.asked().terms;
    EXPECT_EQ(toString(terms.currency), "EUR");
    EXPECT_EQ(terms.ticketTypes, 2);
    EXPECT_EQ(terms.prices[1], Money{2500});
    EXPECT_EQ(terms.prices[3], std::nullopt);
    EXPECT_EQ(terms.fees[1].kind, engine::FeeKind::PerOrder);
    EXPECT_EQ(terms.closesAt, *parseRfc3339("2026-05-04T19:30:00Z"));
}

TEST_F(RestAdminTest, AnUpdateChangesWhatItsMaskNamesAndNothingElse) {
    const auto update = [&](json config, const std::string& mask) {
        return send(
            "PATCH", adminEvent(),
            json{{"requestId", requestId()}, {"config", std::move(config)}, {"updateMask", mask}}
                .dump(),
            "Content-Type: application/json\r\n" + admin());
    };
    const auto reply = update(
        {{"name", "Another"}, {"limits", {{"perOrder", 4}}}, {"description", "not in the mask"}},
        "name,limits");
    ASSERT_EQ(reply.status, 200) << reply.body;
    const auto config = json::parse(app_.asked().document);
    EXPECT_EQ(config["name"], "Another");
    EXPECT_EQ(config["description"], "");
    EXPECT_EQ(config["prices"].size(), 3U);
    EXPECT_EQ(app_.asked().terms->maxPerOrder, 4);
    EXPECT_EQ(app_.asked().terms->sale, engine::SaleState::Open);
    EXPECT_EQ(reasonOf(update({{"currencyCode", "USD"}}, "currencyCode")), "CONFIG_FIXED");
    EXPECT_EQ(reasonOf(update(json::object(), "colour")), "INVALID_FIELD");
    EXPECT_EQ(reasonOf(update(json::object(), "")), "INVALID_FIELD");
    EXPECT_EQ(json::parse(get(eventPath()).body)["config"]["name"], "Another");
}

// It was merged into what a reader had begun to look up before another change: that was taken back.
TEST_F(RestAdminTest, AnUpdateIsOfWhatTheEventIsNowWhateverSomebodyElseIsReading) {
    auto reader = connect();
    app_.holdNextEvent();
    reader.send(http::test::getRequest(eventPath()));
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!app_.holdsEvent()) ASSERT_LT(std::chrono::steady_clock::now(), deadline);
    app_.describe("Changed");
    const auto reply = send("PATCH", adminEvent(),
                            json{{"requestId", requestId()},
                                 {"config", {{"limits", {{"perOrder", 4}}}}},
                                 {"updateMask", "limits"}}
                                .dump(),
                            "Content-Type: application/json\r\n" + admin());
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(json::parse(app_.asked().document)["description"], "Changed");
    app_.answerHeldEvent();
    EXPECT_TRUE(reader.readReply().has_value());
}

TEST_F(RestAdminTest, SeatsAreSetAsideWithinBounds) {
    const auto set = [&](const json& seats, int number) {
        return post(adminEvent(":setAllocation"),
                    {{"requestId", requestId()}, {"seatNos", seats}, {"allocationNo", number}},
                    admin());
    };
    const auto reply = set({1, 2, 3}, 7);
    ASSERT_EQ(reply.status, 200);
    EXPECT_EQ(json::parse(reply.body)["seatsChanged"], 3);
    EXPECT_THAT(app_.asked().seats, ElementsAre(SeatNo{1}, SeatNo{2}, SeatNo{3}));
    EXPECT_EQ(reasonOf(set(json::array(), 7)), "NO_PLACES");
    EXPECT_EQ(reasonOf(set(std::vector<int>(10'001, 1), 7)), "TOO_MANY_PLACES");
    EXPECT_EQ(reasonOf(set({1}, 1000)), "INVALID_FIELD");
}

TEST_F(RestAdminTest, CodesAreNormalisedAndChecked) {
    const auto make = [&](const json& code) {
        return post(adminEvent("/codes"), {{"requestId", requestId()}, {"code", code}}, admin());
    };
    const auto reply = make({{"code", "spring-10"}, {"rateOffPpm", 100000}, {"usesMax", 5}});
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(json::parse(reply.body)["code"], "SPRING-10");
    EXPECT_EQ(app_.asked().code->text, "SPRING-10");
    EXPECT_EQ(app_.asked().code->discount, engine::DiscountKind::Percent);
    EXPECT_EQ(reasonOf(make({{"code", "a b"}})), "INVALID_FIELD");
    EXPECT_EQ(reasonOf(make({{"code", "ABC"}, {"rateOffPpm", 0}})), "INVALID_FIELD");
    EXPECT_EQ(reasonOf(make({{"code", "ABC"}, {"rateOffPpm", 1}, {"amountOffMinorUnits", "1"}})),
              "MALFORMED_REQUEST");
}

TEST_F(RestAdminTest, OfACodeBoundAndTimeAreChangedAndItIsAnsweredWhole) {
    const std::string path = adminEvent("/codes/" + encodePublicId(kEvent, 4'000'000'001));
    const auto change = [&](json body, const std::string& at) {
        body["requestId"] = requestId();
        return send("PATCH", at, body.dump(), "Content-Type: application/json\r\n" + admin());
    };
    const auto reply = change({{"usesMax", 2},
                               {"validUntil", "2026-02-01T00:00:00Z"},
                               {"updateMask", "usesMax,validUntil"}},
                              path);
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(app_.asked().codeChange->code, CodeId{4'000'000'001});
    EXPECT_EQ(app_.asked().codeChange->usesMax, 2);
    EXPECT_EQ(app_.asked().codeChange->validFrom, std::nullopt);
    EXPECT_EQ(toRfc3339(*app_.asked().codeChange->validUntil), "2026-02-01T00:00:00.000000Z");
    const json shown = json::parse(reply.body);
    EXPECT_EQ(shown["code"], "SPRING-10");
    EXPECT_EQ(shown["uses"], 3);
    EXPECT_EQ(shown["validUntil"], "2026-02-01T00:00:00Z");
    EXPECT_FALSE(shown.contains("validFrom"));
    ASSERT_EQ(change({{"usesMax", 5}, {"updateMask", "validFrom,validUntil"}}, path).status, 200);
    EXPECT_EQ(app_.asked().codeChange->usesMax, std::nullopt);
    EXPECT_EQ(app_.asked().codeChange->validFrom, Instant{});
    EXPECT_EQ(app_.asked().codeChange->validUntil, Instant::never());
    for (const auto& [field, wrong] : std::vector<std::pair<std::string, json>>{
             {"usesMax", {{"usesMax", -1}, {"updateMask", "usesMax"}}},
             {"updateMask", {{"usesMax", 1}}},
             {"updateMask", {{"usesMax", 1}, {"updateMask", "usesMax,code"}}},
             {"validUntil",
              {{"validFrom", "2026-02-01T00:00:00Z"},
               {"validUntil", "2026-02-01T00:00:00Z"},
               {"updateMask", "validFrom,validUntil"}}}}) {
        const auto refused = change(wrong, path);
        EXPECT_EQ(reasonOf(refused), "INVALID_FIELD") << field;
        EXPECT_EQ(metadataOf(refused)["field"], field);
    }
    EXPECT_EQ(reasonOf(change(json::object(), adminEvent("/codes/nonsense"))), "INVALID_ID");
}

}  // namespace
}  // namespace tessera::api::test
