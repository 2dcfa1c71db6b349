// SPDX-License-Identifier: Apache-2.0
// The season of this repository, imported into a whole stack as `./tessera up` does.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "shared/base/time.h"
#include "tests/integration/api_client.h"
#include "tools/load/rest.h"

namespace tessera::integration {
namespace {

const std::string kRoot = TESSERA_SOURCE_DIR;
constexpr const char* kDemo = "The Tidal Lights: Arena Tour";
constexpr const char* kSoldOut = "Kellerkonzert: Anna Fenk Trio";

class SeasonTest : public testing::Test {
protected:
    std::string server() const { return "http://127.0.0.1:" + std::to_string(stack.httpPort()); }
    std::string admin(std::vector<std::string> arguments) {
        const auto ran = stack.runProgram("tessera-admin", arguments, Millis(60'000));
        EXPECT_EQ(ran.code, 0) << ran.output;
        return ran.output;
    }
    void importDemo() {
        admin({"demo", "--url", server(), "--api-key-file", key, "--plan",
               kRoot + "/plans/riverside-arena.json"});
    }
    Json importSeason() {
        return Json::parse(admin({"season", "--server", server(), "--key-file", key, "--season",
                                  kRoot + "/season/season.json", "--plans", kRoot + "/plans"}),
                           nullptr, false);
    }
    std::map<std::string, Json> listed() {
        const Answer page = client.call("ListEvents", {{"pageSize", 100}});
        EXPECT_TRUE(page.ok()) << page;
        std::map<std::string, Json> events;
        for (const Json& event : page.body.value("events", Json::array())) {
            EXPECT_TRUE(events.emplace(event.at("name"), event).second) << event;
        }
        EXPECT_EQ(events.erase(kDemo), 1U);
        return events;
    }
    int placesLeft(const std::string& event) {
        const Answer map = client.call("GetSeatMap", {{"event", event}});
        EXPECT_TRUE(map.ok()) << map;
        int left = 0;
        for (const Json& area : map.body.value("areas", Json::array())) {
            left += area.value("available", 0);
        }
        return left;
    }

    Stack& stack = Stack::shared();
    ApiClient client{Edge::Rest, stack};
    std::string key = stack.writeFile("organiser.key", stack.adminKey());
};

TEST_F(SeasonTest, ASecondImportFindsWhatTheFirstHasMade) {
    importDemo();
    EXPECT_EQ(importSeason(), Json({{"made", 12}, {"found", 0}, {"placesBought", 60}}));
    const auto first = listed();
    ASSERT_EQ(first.size(), 12U);
    std::map<std::string, int> currencies;
    std::set<std::string> zones;
    std::set<std::string> venues;
    for (const auto& [name, event] : first) {
        ++currencies[event.at("priceFrom").at("currencyCode")];
        zones.insert(event.at("timeZone"));
        venues.insert(event.at("venueName"));
        EXPECT_EQ(event.at("saleState"), "OPEN") << name;
        EXPECT_EQ(event.at("imageUrl").get<std::string>().rfind("/art/", 0), 0U) << name;
    }
    EXPECT_EQ(currencies, (std::map<std::string, int>{
                              {"AED", 1}, {"EUR", 7}, {"GBP", 1}, {"JPY", 1}, {"USD", 2}}));
    EXPECT_EQ(zones, (std::set<std::string>{"America/New_York", "Asia/Dubai", "Asia/Tokyo",
                                            "Europe/Berlin", "Europe/London", "Europe/Madrid",
                                            "Europe/Paris", "Europe/Vienna"}));
    EXPECT_EQ(venues.size(), 9U);

    EXPECT_EQ(importSeason(), Json({{"made", 0}, {"found", 12}, {"placesBought", 0}}));
    EXPECT_EQ(listed(), first);

    // Before its sale opens nobody gets a place; the venue that it shares with the demo is one.
    const Json later = first.at("Nordlicht: Live in Hamburg");
    const auto opens = parseRfc3339(later.at("opensAt").get<std::string>());
    ASSERT_TRUE(opens.has_value());
    const Answer early = client.call("CreateReservation",
                                     {{"event", later.at("event")},
                                      {"requestId", newRequestId()},
                                      {"seats", {{"seats", {{{"seatNo", 0}}}}}}},
                                     {{"x-caller-key", newCallerKey()}});
    EXPECT_EQ(early.reason, "SALE_NOT_OPEN") << early;
    EXPECT_EQ(stack.psql("SELECT count(*) FROM venue"), "9");

    const std::string soldOut = first.at(kSoldOut).at("event");
    EXPECT_EQ(placesLeft(soldOut), 0);
    const Answer refused =
        client.call("CreateReservation",
                    {{"event", soldOut},
                     {"requestId", newRequestId()},
                     {"generalAdmission", {{"areaNo", 0}, {"quantities", {{{"quantity", 1}}}}}}},
                    {{"x-caller-key", newCallerKey()}});
    EXPECT_EQ(refused.reason, "AREA_FULL") << refused;

    // Two of the season's venues are arenas; the demo event is called one.
    const auto wanted = load::findOnSale(server(), "arena");
    ASSERT_TRUE(wanted.has_value()) << wanted.error().message;
    EXPECT_EQ(wanted->name, kDemo);
}

}  // namespace
}  // namespace tessera::integration
