// SPDX-License-Identifier: Apache-2.0
// What setting up is made of: the order of seats, files for spreadsheets, painted plans, clocks.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "server/app/plan/plan_import.h"
#include "server/app/setup/inventory_desk.h"
#include "server/app/setup/manifest_csv.h"
#include "server/app/setup/plan_painting.h"
#include "server/app/setup/seat_order.h"
#include "server/tickets/local_text.h"

namespace tessera::setup {
namespace {

TEST(SeatOrderTest, TwoIsReadBeforeTen) {
    EXPECT_TRUE(readsBefore("2", "10"));
    EXPECT_TRUE(readsBefore("A2", "A10"));
    EXPECT_TRUE(readsBefore("9", "A"));
    EXPECT_TRUE(readsBefore("A", "A1"));
    EXPECT_TRUE(readsBefore("1a", "1b"));
    EXPECT_FALSE(readsBefore("10", "2"));
    EXPECT_FALSE(readsBefore("07", "7"));
    EXPECT_FALSE(readsBefore("7", "07"));
    EXPECT_TRUE(readsBefore("99999999999999999999", "100000000000000000000"));
    std::vector<std::string> rows{"11", "B", "2", "1", "AA", "A", "10"};
    std::ranges::sort(rows, readsBefore);
    EXPECT_EQ(rows, (std::vector<std::string>{"1", "2", "10", "11", "A", "AA", "B"}));
}

const std::string kPlan = R"({"name": "Hall", "categories": [
  {"name": "Front", "color": "#ff0000"}, {"name": "Back", "color": "#00ff00"}],
  "zones": [{"name": "Stalls", "position": {"x": 0, "y": 0}, "rows": [
    {"row_number": "10", "position": {"x": 0, "y": 0}, "seats": [
      {"seat_number": "10", "seat_guid": "a", "category": "Front", "position": {"x": 0, "y": 0}},
      {"seat_number": "9", "seat_guid": "b", "category": "Front", "position": {"x": 10, "y": 0}}]},
    {"row_number": "2", "position": {"x": 0, "y": 20}, "seats": [
      {"seat_number": "1", "seat_guid": "c", "category": "Back", "position": {"x": 0, "y": 0}},
      {"seat_number": "2", "seat_guid": "d", "category": "Back", "position": {"x": 10, "y": 0}}]}],
    "areas": [{"shape": "rectangle", "position": {"x": 0, "y": 50}, "color": "#ffffff",
      "rectangle": {"width": 10, "height": 10},
      "general_admission": {"category": "Back", "capacity": 50}}]}]})";

TEST(SeatOrderTest, SeatsAreReadByRowAndNumber) {
    const auto plan = plan::importPlan(kPlan);
    ASSERT_TRUE(plan) << plan.error().message;
    const auto layout = engine::Layout::make(plan->parts);
    EXPECT_EQ(seatsAsRead(*layout, plan->text), (std::vector<std::int32_t>{2, 3, 1, 0}));
}

Painting threeBands() {
    Painting painting;
    painting.categories = {{"Front", "#ff0000"}, {"Back", "#00ff00"}, {"Gold", "#d4af37"}};
    return painting;
}

TEST(PlanPaintingTest, OnlyWhatIsPaintedChanges) {
    Painting painting = threeBands();
    painting.runs = {{SeatNo{1}, 2, CategoryNo{2}}};
    painting.areas = {{AreaNo{0}, CategoryNo{2}}};
    const auto painted = paint(kPlan, painting);
    ASSERT_TRUE(painted);
    const auto plan = plan::importPlan(*painted);
    ASSERT_TRUE(plan) << plan.error().message;
    std::vector<int> categories;
    for (const auto& seat : plan->parts.seats) categories.push_back(seat.category.value);
    EXPECT_EQ(categories, (std::vector<int>{0, 2, 2, 1}));
    EXPECT_EQ(plan->parts.areas[0].category, CategoryNo{2});
    EXPECT_EQ(plan->text.categories[2].name, "Gold");
}

TEST(PlanPaintingTest, WhatCannotBePaintedIsSaid) {
    Painting beyond = threeBands();
    beyond.runs = {{SeatNo{3}, 2, CategoryNo{0}}};
    EXPECT_EQ(paint(kPlan, beyond).error(), PaintFault::SeatUnknown);
    Painting nowhere = threeBands();
    nowhere.areas = {{AreaNo{1}, CategoryNo{0}}};
    EXPECT_EQ(paint(kPlan, nowhere).error(), PaintFault::AreaUnknown);
    Painting fewer = threeBands();
    fewer.categories.resize(1);
    EXPECT_EQ(paint(kPlan, fewer).error(), PaintFault::CategoryUnknown);
    EXPECT_EQ(paint("{\"zones\": 1}", threeBands()).error(), PaintFault::PlanDamaged);
}

ManifestCsv::Line lineWith(std::string name, std::string note) {
    ManifestCsv::Line line;
    line[6] = std::move(name);
    line[10] = std::move(note);
    return line;
}

TEST(ManifestCsvTest, NoCellIsAFormulaAndEveryCellIsOne) {
    ManifestCsv file({"en", "UTC"});
    for (const char* const bad : {"=1+1", "+1", "-1", "@x", "\tx", "\rx"}) {
        file.add(lineWith(bad, "a,\"b\"\nc"));
    }
    const std::string csv = file.take();
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBFSection,Row,Seat,"));
    EXPECT_NE(csv.find(",,,,,,'=1+1,,,,\"a,\"\"b\"\"\nc\",,\r\n"), std::string::npos) << csv;
    for (const char* const guarded : {",'+1,", ",'-1,", ",'@x,", ",'\tx,", ",\"'\rx\","}) {
        EXPECT_NE(csv.find(guarded), std::string::npos) << guarded;
    }
}

TEST(ManifestCsvTest, TheHeaderIsInTheReadersLanguage) {
    EXPECT_NE(ManifestCsv({"de-AT", "UTC"}).take().find("Bereich,Reihe,Platz"), std::string::npos);
    EXPECT_NE(ManifestCsv({"fr", "UTC"}).take().find("Billet"), std::string::npos);
    EXPECT_NE(ManifestCsv({"es", "UTC"}).take().find("Asiento"), std::string::npos);
    EXPECT_NE(ManifestCsv({"ar", "UTC"}).take().find("المقعد"), std::string::npos);
    EXPECT_NE(ManifestCsv({"fi", "UTC"}).take().find("Seat"), std::string::npos);
    EXPECT_NE(ManifestCsv({"", "UTC"}).take().find("Seat"), std::string::npos);
}

// The contract's names and UTC stood in it.
TEST(ManifestCsvTest, WordsAreTheReadersAndTimesTheVenues) {
    const ManifestCsv german({"de-AT", "Europe/Vienna"});
    EXPECT_EQ(german.word(engine::Channel::BoxOffice), "Kasse");
    EXPECT_EQ(german.word(engine::Channel::Kiosk), "Automat");
    EXPECT_EQ(german.word(engine::TicketState::Void), "ungültig");
    EXPECT_EQ(ManifestCsv({"fi", "UTC"}).word(engine::TicketState::Inactive), "does not admit yet");
    std::set<std::string> words;
    for (const char* const language : {"en", "de", "fr", "es", "ar"}) {
        const ManifestCsv file({language, "UTC"});
        for (const auto state : {engine::TicketState::Inactive, engine::TicketState::Active,
                                 engine::TicketState::Void}) {
            EXPECT_TRUE(words.insert(file.word(state)).second) << file.word(state);
        }
    }
    const auto at = [](const char* text) { return *parseRfc3339(text); };
    EXPECT_EQ(german.stamp(at("2027-07-01T22:30:00Z")), "2027-07-02 00:30");
    EXPECT_EQ(german.stamp(at("2027-01-01T18:05:00Z")), "2027-01-01 19:05");
    EXPECT_EQ(ManifestCsv({"de", "Asia/Riyadh"}).stamp(at("2027-01-01T18:05:00Z")),
              "2027-01-01 21:05");
    EXPECT_EQ(ManifestCsv({"ar", "nowhere"}).stamp(at("2027-01-01T18:05:00Z")), "2027-01-01 18:05");
}

TEST(ClockMoveTest, WhatWasAtEightStaysAtEight) {
    const auto at = [](const char* text) { return *parseRfc3339(text); };
    const tickets::ClockMove move{at("2027-03-20T19:00:00Z"), at("2027-04-03T18:00:00Z"),
                                  "Europe/Vienna"};
    EXPECT_EQ(tickets::moved(move.from, move), move.to);
    EXPECT_EQ(tickets::moved(at("2027-03-20T17:00:00Z"), move), at("2027-04-03T16:00:00Z"));
    // Two weeks earlier it is winter still.
    EXPECT_EQ(tickets::moved(at("2027-03-06T17:00:00Z"), move), at("2027-03-20T17:00:00Z"));
    // 02:30 on the night in which the clocks leave that out.
    EXPECT_EQ(tickets::moved(at("2027-03-14T01:30:00Z"), move), at("2027-03-28T01:30:00Z"));
}

class CountingRows final : public store::InventoryRows {
public:
    std::function<void()> meanwhile;
    int counts = 0;

    Result<std::vector<store::AllocatedRun>> readAllocations(EventId) override {
        return std::vector<store::AllocatedRun>();
    }
    Result<store::SalesCounts> readSales(EventId, const store::CategoriesOf&) override {
        ++counts;
        if (auto now = std::exchange(meanwhile, {})) now();
        return store::SalesCounts{};
    }
    Result<std::vector<store::ManifestRow>> readSeats(EventId, std::span<const std::int32_t>, bool,
                                                      std::int32_t) override {
        return std::vector<store::ManifestRow>();
    }
    Result<std::vector<store::ManifestRow>> readAreas(EventId, AreaPlace, bool,
                                                      std::int32_t) override {
        return std::vector<store::ManifestRow>();
    }
};

TEST(InventoryDeskTest, WhoAsksWhileSalesAreCountedIsAnsweredByWhoCountsAndHoldsNoThread) {
    CountingRows rows;
    runtime::SteadyClock clock;
    InventoryDesk desk(rows, clock);
    engine::Layout::Parts parts;
    parts.areas.push_back({CategoryNo{0}, 10, {}});
    parts.categories = 1;
    const auto layout = engine::Layout::make(std::move(parts));
    std::vector<std::shared_ptr<const store::SalesCounts>> told;
    int busy = 0;
    const auto ask = [&] {
        desk.sales(EventId{9}, *layout, [&](const InventoryDesk::Sales& sales) {
            sales ? told.push_back(*sales) : void(busy += sales.error().reason == "OVERLOADED");
        });
    };
    rows.meanwhile = [&] {
        for (std::size_t i = 0; i < kSalesWaiting + 1; ++i) ask();
        EXPECT_TRUE(told.empty()) << "there is nothing to tell yet";
        EXPECT_EQ(busy, 1) << "one more than may wait";
        // Another event does not wait for this one.
        bool other = false;
        desk.sales(EventId{10}, *layout, [&](const auto& sales) { other = sales.has_value(); });
        EXPECT_TRUE(other);
    };
    ask();
    EXPECT_EQ(told.size(), kSalesWaiting + 1);
    EXPECT_EQ(std::ranges::count(told, told.front()), std::ssize(told)) << "counted once for all";
    ask();
    EXPECT_EQ(told.back(), told.front()) << "young enough";
    EXPECT_EQ(rows.counts, 2);
}

}  // namespace
}  // namespace tessera::setup
