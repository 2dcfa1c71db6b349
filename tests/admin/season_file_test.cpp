// SPDX-License-Identifier: Apache-2.0
// The season file: what becomes of it, what is refused, and that the repository's own is right.
#include "tools/admin/season_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "server/app/plan/plan_import.h"

namespace tessera::admin {
namespace {

using nlohmann::json;

const std::filesystem::path kRoot = TESSERA_SOURCE_DIR;

std::string contentsOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

json oneEvent() {
    return {{"name", "A concert"},
            {"plan", "hall.json"},
            {"inDays", 1},
            {"at", "20:00"},
            {"ticketTypes", {"Adult", "Child"}},
            {"prices", {{"Stalls", {5000, 2500}}, {"Balcony", {3000, nullptr}}}},
            {"entrances", {{{"name", "Gate A"}, {"sections", {"101-103"}}, {"areas", {"Pit"}}}}}};
}

json seasonOf(const json& event) {
    return {{"venues",
             {{{"name", "Hall"},
               {"city", "Linz"},
               {"timeZone", "Europe/Vienna"},
               {"eachEvent", {{"currencyCode", "EUR"}, {"terms", "No refunds."}}},
               {"events", {event}}}}}};
}

const PlanNames kPlan{{"Balcony", "Stalls"}, {"100", "101", "103", "Box"}, {"Pit"}};
const Instant kNow = *parseRfc3339("2026-06-30T12:00:00Z");

Result<json> configOf(const json& event) {
    const auto season = readSeason(seasonOf(event).dump());
    if (!season) return tl::unexpected(season.error());
    return eventConfig(season->venues[0].events[0], "Europe/Vienna", kPlan, kNow);
}

TEST(SeasonFileTest, NamesBecomeTheNumbersOfThePlan) {
    const auto config = configOf(oneEvent());
    ASSERT_TRUE(config.has_value()) << config.error().message;
    EXPECT_EQ(config->at("startsAt"), "2026-07-01T18:00:00.000000Z");
    EXPECT_EQ(config->at("currencyCode"), "EUR");
    EXPECT_EQ(config->at("terms"), "No refunds.");
    EXPECT_EQ(config->at("ticketTypes")[1], json({{"ticketTypeNo", 1}, {"name", "Child"}}));
    EXPECT_EQ(config->at("prices"),
              json({{{"categoryNo", 0}, {"ticketTypeNo", 0}, {"minorUnits", 3000}},
                    {{"categoryNo", 1}, {"ticketTypeNo", 0}, {"minorUnits", 5000}},
                    {{"categoryNo", 1}, {"ticketTypeNo", 1}, {"minorUnits", 2500}}}));
    EXPECT_EQ(config->at("entrances"),
              json::array({{{"name", "Gate A"}, {"sectionNos", {1, 2}}, {"areaNos", {0}}}}));
    EXPECT_FALSE(config->contains("saleWindows"));
}

TEST(SeasonFileTest, ASaleThatOpensLaterOpensInMinutesFromNow) {
    json event = oneEvent();
    event["opensInMinutes"] = 10;
    event["runningMinutes"] = 90;
    const auto config = configOf(event);
    ASSERT_TRUE(config.has_value()) << config.error().message;
    EXPECT_EQ(config->at("saleWindows").at("opensAt"), "2026-06-30T12:10:00.000000Z");
    EXPECT_EQ(config->at("runningTime"), "5400s");
}

TEST(SeasonFileTest, WhatIsWrongIsNamed) {
    const std::vector<std::pair<std::string, json>> changes{
        {"inDays", {{"inDays", 0}}},
        {"at is", {{"at", "8 pm"}}},
        {"plan is", {{"plan", "../secrets.json"}}},
        {"partyMax", {{"partyMax", 101}}},
        {"opensInMinutes", {{"opensInMinutes", "soon"}}},
        {"ticketTypes", {{"ticketTypes", json::array()}}},
        {"Gallery", {{"prices", {{"Gallery", {1}}}}}},
        {"200-299", {{"entrances", {{{"name", "Gate"}, {"sections", {"200-299"}}}}}}}};
    for (const auto& [what, change] : changes) {
        json event = oneEvent();
        event.update(change);
        const auto config = configOf(event);
        ASSERT_FALSE(config.has_value()) << what;
        EXPECT_NE(config.error().message.find(what), std::string::npos) << config.error().message;
    }
    EXPECT_FALSE(readSeason("[]").has_value());
}

// The tool reads names by itself; the server gives the numbers.
TEST(SeasonFileTest, NamesOfAPlanAreThoseOfItsImport) {
    for (const char* file :
         {"grand-theatre", "riverside-arena", "concert-hall", "club-mosaik", "cellar-stage"}) {
        const auto text = contentsOf(kRoot / "plans" / (std::string(file) + ".json"));
        const auto names = planNames(text);
        const auto imported = plan::importPlan(text);
        ASSERT_TRUE(names.has_value()) << file;
        ASSERT_TRUE(imported.has_value()) << file << imported.error().message;
        EXPECT_EQ(names->sections, imported->text.sections) << file;
        ASSERT_EQ(names->areas.size(), imported->text.areas.size()) << file;
        for (std::size_t i = 0; i < names->areas.size(); ++i) {
            EXPECT_EQ(names->areas[i], imported->text.areas[i].name) << file;
        }
        ASSERT_EQ(names->categories.size(), imported->text.categories.size()) << file;
        for (std::size_t i = 0; i < names->categories.size(); ++i) {
            EXPECT_EQ(names->categories[i], imported->text.categories[i].name) << file;
        }
    }
}

TEST(SeasonFileTest, EveryCategoryOfTheDemoSeasonHasAPriceAndEveryPictureIsThere) {
    const auto season = readSeason(contentsOf(kRoot / "season" / "season.json"));
    ASSERT_TRUE(season.has_value()) << season.error().message;
    std::set<std::string> pictures;
    for (const SeasonVenue& venue : season->venues) {
        for (const SeasonEvent& event : venue.events) {
            const auto names = planNames(contentsOf(kRoot / "plans" / event.plan));
            ASSERT_TRUE(names.has_value()) << event.plan;
            const auto config = eventConfig(event, venue.timeZone, *names, kNow);
            ASSERT_TRUE(config.has_value()) << config.error().message;
            std::set<int> priced;
            for (const json& price : config->at("prices")) {
                priced.insert(price.at("categoryNo").get<int>());
            }
            EXPECT_EQ(priced.size(), names->categories.size()) << event.name;
            const std::string picture = config->at("imageUrl");
            pictures.insert(picture);
            const auto svg = contentsOf(kRoot / "server/web/public" / picture.substr(1));
            EXPECT_NE(svg.find("SPDX-License-Identifier"), std::string::npos) << picture;
            EXPECT_LT(svg.size(), 12'000U) << picture;
            EXPECT_EQ(svg.find("<text"), std::string::npos) << picture;
            EXPECT_EQ(svg.find("href=\"http"), std::string::npos) << picture;
        }
    }
    EXPECT_EQ(pictures.size(), 12U);
}

}  // namespace
}  // namespace tessera::admin
