// SPDX-License-Identifier: Apache-2.0
#include "server/app/plan/plan_import.h"

#include <gtest/gtest.h>

#include "tests/plan/plan_files.h"
#include "tests/plan/sample_plan.h"

namespace tessera::plan {
namespace {

using engine::Point;

ImportedPlan imported(const TestJson& json) {
    auto plan = importPlan(json.dump());
    EXPECT_TRUE(plan.has_value()) << plan.error().jsonPath << ": " << plan.error().message;
    return plan ? std::move(*plan) : ImportedPlan{};
}

TEST(PlanImportTest, TheRepositorysPlansHaveTheirSeatsAndCompanions) {
    struct Expected {
        const char* name;
        std::size_t seats, rows, sections, areas;
        int wheelchairs, alone, gaps;
    };
    for (const Expected& e : {Expected{"grand-theatre", 1221, 37, 3, 0, 12, 3, 66},
                              Expected{"riverside-arena", 18648, 1116, 58, 1, 26, 0, 0},
                              Expected{"national-stadium", 80960, 3480, 128, 1, 64, 0, 0}}) {
        SCOPED_TRACE(e.name);
        const ImportedPlan plan = planNamed(e.name);
        EXPECT_EQ(engine::Layout::faultOf(plan.parts), std::nullopt);
        EXPECT_EQ(plan.parts.seats.size(), e.seats);
        EXPECT_EQ(plan.parts.rows.size(), e.rows);
        EXPECT_EQ(plan.text.rows.size(), e.rows);
        EXPECT_EQ(plan.text.seatGuids.size(), e.seats);
        EXPECT_EQ(plan.text.seatNumbers.size(), e.seats);
        EXPECT_EQ(plan.text.sections.size(), e.sections);
        EXPECT_EQ(plan.parts.areas.size(), e.areas);
        int wheelchairs = 0;
        int alone = 0;
        int gaps = 0;
        for (const auto& seat : plan.parts.seats) {
            gaps += int{seat.gapBefore};
            if (!seat.wheelchair) continue;
            ++wheelchairs;
            alone += int{seat.companion == engine::kNoSeat};
        }
        EXPECT_EQ(wheelchairs, e.wheelchairs);
        // Three of the theatre's stand in a category of their own.
        EXPECT_EQ(alone, e.alone);
        EXPECT_EQ(gaps, e.gaps);
    }
}

TEST(PlanImportTest, PositionsOfZoneRowAndSeatAddUp) {
    const ImportedPlan plan = imported(samplePlan());
    ASSERT_EQ(plan.parts.seats.size(), 4U);
    EXPECT_EQ(plan.parts.seats[0].position, (Point{111.5F, 222.75F}));
    EXPECT_EQ(plan.parts.seats[2].position, (Point{100.5F, 200}));
    EXPECT_EQ(plan.parts.seats[3].position, (Point{5, 5}));
}

TEST(PlanImportTest, SeatsFollowTheDocumentAndKeepTheirTexts) {
    const ImportedPlan plan = imported(samplePlan());
    EXPECT_EQ(plan.text.name, "Hall");
    EXPECT_EQ(plan.text.width, 800);
    EXPECT_EQ(plan.text.sections, (std::vector<std::string>{"Floor", "Side"}));
    EXPECT_EQ(plan.text.seatGuids.at(1), "f-1-2");
    EXPECT_EQ(plan.text.seatNumbers.at(2), "");
    EXPECT_EQ(plan.text.seatNumbers.at(3), "7");
    EXPECT_EQ(plan.text.rows[0].number, "1");
    EXPECT_EQ(plan.text.rows[0].label, "Row one");
    EXPECT_EQ(plan.text.rows[0].seatLabel, "Seat %s");
    EXPECT_EQ(plan.text.rows[1].number, "");
    EXPECT_EQ(plan.text.categories[0].color, "#ff0000");
    EXPECT_EQ(plan.parts.rows[2].section, 1);
    EXPECT_TRUE(plan.parts.seats[1].wheelchair);
    EXPECT_EQ(plan.parts.seats[1].category, CategoryNo{1});
}

TEST(PlanImportTest, GeneralAdmissionIsAnAreaWithItsMiddle) {
    const ImportedPlan plan = imported(samplePlan());
    ASSERT_EQ(plan.parts.areas.size(), 1U);
    EXPECT_EQ(plan.parts.areas[0].capacity, 250);
    EXPECT_EQ(plan.parts.areas[0].category, CategoryNo{1});
    EXPECT_EQ(plan.parts.areas[0].center, (Point{400.5F, 200}));
    EXPECT_EQ(plan.text.areas[0].name, "Floor");
    ASSERT_EQ(plan.text.shapes.size(), 2U);
    EXPECT_EQ(plan.text.shapes[0].area, std::nullopt);
    EXPECT_EQ(plan.text.shapes[1].area, AreaNo{0});
    EXPECT_EQ(plan.text.shapes[0].label->text, "Main STAGE");
    EXPECT_EQ(plan.text.shapes[0].label->position, (Point{200.5F, 125}));
}

TEST(PlanImportTest, TheStageIsTheFocalPointElseTheFirstAreaElseTheTop) {
    TestJson json = samplePlan();
    EXPECT_EQ(imported(json).parts.focal, (Point{200.5F, 125}));
    json["zones"][0]["areas"][0]["text"]["text"] = "Bar";
    json["zones"][0]["areas"][1]["text"] = "Centre court";  // General admission: not the stage.
    EXPECT_EQ(imported(json).parts.focal, (Point{200.5F, 125}));
    json["zones"][0]["areas"].erase(0);
    EXPECT_EQ(imported(json).parts.focal, (Point{400.5F, 200}));
    json["zones"][0].erase("areas");
    EXPECT_EQ(imported(json).parts.focal, (Point{(131.5F + 5) / 2, 5}));
}

TEST(PlanImportTest, ShapesHaveTheirMiddleAfterRotation) {
    TestJson json = samplePlan();
    json["zones"][1]["areas"] = TestJson::parse(R"([
      {"shape": "rectangle", "position": {"x": 10, "y": 10}, "rotation": 90,
       "rectangle": {"width": 40, "height": 20}},
      {"shape": "ellipse", "position": {"x": 50, "y": 60}, "ellipse": {"radius": {"x": 9, "y": 4}}},
      {"shape": "polygon", "position": {"x": 100, "y": 0}, "rotation": 180,
       "polygon": {"points": [{"x": 0, "y": 0}, {"x": 30.5, "y": 0}, {"x": 10, "y": 20}]}},
      {"shape": "text", "position": {"x": 7, "y": 8},
       "text": {"text": "Exit", "position": {"x": 1, "y": 1}}},
      {"width": 30, "height": 40, "position": {"x": 0, "y": 0}, "text": "Old bar"},
      {"circle": {"radius": 3.5}, "general_admission": null}])");
    const auto shapes = imported(json).text.shapes;
    ASSERT_EQ(shapes.size(), 8U);
    EXPECT_NEAR(shapes[2].center.x, 0, 1e-4);
    EXPECT_NEAR(shapes[2].center.y, 30, 1e-4);
    EXPECT_EQ(shapes[3].kind, ShapeKind::Ellipse);
    EXPECT_EQ(shapes[3].extent, (Point{9, 4}));
    EXPECT_EQ(shapes[3].center, (Point{50, 60}));
    EXPECT_EQ(shapes[4].points[1], (Point{130.5F, 0}));
    EXPECT_NEAR(shapes[4].center.x, 84.75, 1e-4);
    EXPECT_NEAR(shapes[4].center.y, -10, 1e-4);
    EXPECT_EQ(shapes[5].kind, ShapeKind::Text);
    EXPECT_EQ(shapes[6].kind, ShapeKind::Rectangle);
    EXPECT_EQ(shapes[6].center, (Point{15, 20}));
    EXPECT_EQ(shapes[6].label->text, "Old bar");
    EXPECT_EQ(shapes[7].kind, ShapeKind::Circle);
    EXPECT_EQ(shapes[7].extent, (Point{3.5F, 3.5F}));
    EXPECT_EQ(shapes[7].area, std::nullopt);
}

TEST(PlanImportTest, APlanOfAreasAloneIsAPlan) {
    TestJson json = samplePlan();
    json["zones"].erase(1);
    json["zones"][0].erase("rows");
    const ImportedPlan plan = imported(json);
    EXPECT_TRUE(plan.parts.seats.empty());
    EXPECT_TRUE(plan.text.sections.empty());
    EXPECT_EQ(plan.parts.areas.size(), 1U);
}

TEST(PlanImportTest, OnePlanGivesOneResult) {
    const std::string text = planText("grand-theatre");
    const auto a = importPlan(text);
    const auto b = importPlan(text);
    ASSERT_TRUE(a && b);
    for (std::size_t s = 0; s < a->parts.seats.size(); ++s) {
        ASSERT_EQ(a->parts.seats[s].position, b->parts.seats[s].position);
        ASSERT_EQ(a->parts.seats[s].companion, b->parts.seats[s].companion);
    }
}

}  // namespace
}  // namespace tessera::plan
