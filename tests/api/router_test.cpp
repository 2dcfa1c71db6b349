// SPDX-License-Identifier: Apache-2.0
#include "server/api/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/api/method_table.h"
#include "server/api/rest_call.h"

namespace tessera::api {
namespace {

using testing::ElementsAre;

TEST(PathTemplateTest, ATemplateIsReadAndWrittenTheSame) {
    for (const auto* text : {"/v1/events", "/v1/events/{event}",
                             "/v1/events/{event}/orders/{order}:watch", "/v1/events:search"}) {
        const auto parsed = PathTemplate::parse(text);
        ASSERT_TRUE(parsed.has_value()) << text;
        EXPECT_EQ(parsed->text(), text);
    }
}

TEST(PathTemplateTest, WhatIsNoTemplateIsRefused) {
    for (const auto* text : {"", "v1", "/", "/v1//x", "/v1/{}", "/v1/{a", "/v1/x{a}", "/v1/*",
                             "/v1/{a=**}", "/v1/{a}/{a}", "/v1/x:", "/v1/x:a/b", "/v1/%41"}) {
        EXPECT_FALSE(PathTemplate::parse(text).has_value()) << text;
    }
}

class RouterTest : public testing::Test {
protected:
    RouterTest() {
        std::size_t target = 0;
        for (const auto& [method, path] : std::vector<std::pair<const char*, const char*>>{
                 {"GET", "/v1/events"},
                 {"GET", "/v1/events/{event}"},
                 {"GET", "/v1/events/{event}/seatmap"},
                 {"GET", "/v1/events/{event}/seatmap:watch"},
                 {"POST", "/v1/events/{event}/orders/{order}:cancel"},
                 {"PATCH", "/v1/events/{event}"},
                 {"GET", "/v1/events/special"}}) {
            EXPECT_TRUE(router_.add(method, *PathTemplate::parse(path), target++)) << path;
        }
    }
    Router router_;
};

TEST_F(RouterTest, RoutesAreFoundWithTheirValues) {
    EXPECT_EQ(router_.match("GET", "/v1/events").target, 0U);
    const auto event = router_.match("GET", "/v1/events/A%20B");
    EXPECT_EQ(event.target, 1U);
    EXPECT_THAT(event.values, ElementsAre("A B"));
    EXPECT_EQ(router_.match("GET", "/v1/events/x/seatmap").target, 2U);
    EXPECT_EQ(router_.match("GET", "/v1/events/x/seatmap:watch").target, 3U);
    const auto order = router_.match("POST", "/v1/events/x/orders/y:cancel");
    EXPECT_EQ(order.target, 4U);
    EXPECT_THAT(order.values, ElementsAre("x", "y"));
    EXPECT_EQ(router_.match("HEAD", "/v1/events").target, 0U);
}

TEST_F(RouterTest, LiteralsWinOverVariables) {
    EXPECT_EQ(router_.match("GET", "/v1/events/special").target, 6U);
    const auto deeper = router_.match("GET", "/v1/events/special/seatmap");
    EXPECT_EQ(deeper.target, 2U);
    EXPECT_THAT(deeper.values, ElementsAre("special"));
}

TEST_F(RouterTest, NoPathAndNoMethodAreToldApart) {
    using Found = Router::Found;
    EXPECT_EQ(router_.match("GET", "/v1").found, Found::NoPath);
    EXPECT_EQ(router_.match("GET", "/v1/events/x/seatmap:").found, Found::NoPath);
    EXPECT_EQ(router_.match("GET", "/v1/events/x/seatmap:other").found, Found::NoPath);
    EXPECT_EQ(router_.match("POST", "/v1/events/x/orders/:cancel").found, Found::NoPath);
    EXPECT_EQ(router_.match("GET", "/v1/events/%zz").found, Found::NoPath);
    const auto wrong = router_.match("DELETE", "/v1/events/x");
    EXPECT_EQ(wrong.found, Found::NoMethod);
    EXPECT_EQ(wrong.allow, "GET, HEAD, PATCH");
}

TEST_F(RouterTest, TheSameRouteTwiceIsReported) {
    EXPECT_FALSE(router_.add("GET", *PathTemplate::parse("/v1/events/{other}"), 9));
}

TEST(MethodTableTest, EveryMethodOfTheContractIsFoundByItsRoute) {
    const MethodTable table;
    EXPECT_EQ(table.methods().size(), 44U);
    for (const auto& method : table.methods()) {
        EXPECT_EQ(table.find(method.path), &method);
        std::string path;
        for (const auto& segment : method.route.segments) {
            path += segment.variable ? "/some-id" : "/" + segment.text;
        }
        if (!method.route.verb.empty()) path += ":" + method.route.verb;
        const auto match = table.router().match(method.httpMethod, path);
        EXPECT_EQ(match.found, Router::Found::Route) << path;
        EXPECT_EQ(&table.methods()[match.target], &method) << path;
        EXPECT_EQ(match.values.size(), method.variables.size());
    }
}

TEST(MethodTableTest, TheOptionsOfAMethodAreRead) {
    const MethodTable table;
    const auto* import = table.find("/tessera.v1.AdminService/ImportLayout");
    EXPECT_EQ(import->scope, "admin:venues");
    EXPECT_EQ(import->bodyBytesMax, std::size_t{64} << 20);
    const auto* create = table.find("/tessera.v1.ReservationService/CreateReservation");
    EXPECT_EQ(create->bodyBytesMax, kBodyBytesMax);
    EXPECT_EQ(create->scope, "");
    EXPECT_NE(create->requestIdField, nullptr);
    const auto* watch = table.find("/tessera.v1.SeatMapService/WatchSeatMap");
    EXPECT_TRUE(watch->streams);
    EXPECT_EQ(watch->resumeField->name(), "after_revision");
    EXPECT_EQ(table.find("/tessera.v1.SeatMapService/Other"), nullptr);
}

TEST(EtagTest, AnyOfTheTagsOrAStarMatches) {
    EXPECT_TRUE(matchesEtag("\"42\"", "42"));
    EXPECT_TRUE(matchesEtag("W/\"42\"", "42"));
    EXPECT_TRUE(matchesEtag("\"1\", \"42\" ", "42"));
    EXPECT_TRUE(matchesEtag("*", "42"));
    EXPECT_FALSE(matchesEtag("\"421\"", "42"));
    EXPECT_FALSE(matchesEtag("42", "42"));
    EXPECT_FALSE(matchesEtag("", "42"));
}

}  // namespace
}  // namespace tessera::api
