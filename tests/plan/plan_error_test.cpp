// SPDX-License-Identifier: Apache-2.0
// What is wrong with a plan is said with its path; nothing that a file can hold ends the process.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "server/app/plan/plan_import.h"
#include "tests/plan/plan_files.h"
#include "tests/plan/sample_plan.h"

namespace tessera::plan {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

PlanError errorOf(const std::string& text, const PlanImportOptions& options = {}) {
    const auto plan = importPlan(text, options);
    EXPECT_FALSE(plan.has_value());
    return plan ? PlanError{} : plan.error();
}

struct ErrorCase {
    const char* name;
    const char* pointer;  // Where the value is put.
    const char* value;    // JSON; empty: the member is removed.
    const char* path;
    const char* says;
};

class PlanErrorTest : public testing::TestWithParam<ErrorCase> {};

TEST_P(PlanErrorTest, HasThePathOfTheFault) {
    const ErrorCase& c = GetParam();
    TestJson json = samplePlan();
    ASSERT_TRUE(importPlan(json.dump()).has_value());
    const TestJson::json_pointer pointer(c.pointer);
    if (std::string(c.value).empty()) {
        json[pointer.parent_pointer()].erase(pointer.back());
    } else {
        json[pointer] = TestJson::parse(c.value);
    }
    const PlanError error = errorOf(json.dump());
    EXPECT_EQ(error.jsonPath, c.path);
    EXPECT_THAT(error.message, HasSubstr(c.says));
}

#define SEAT "/zones/0/rows/0/seats/1"
#define SEAT_PATH "$.zones[0].rows[0].seats[1]"
INSTANTIATE_TEST_SUITE_P(
    Faults, PlanErrorTest,
    testing::Values(
        ErrorCase{"GuidTwice", SEAT "/seat_guid", R"("f-1-1")", SEAT_PATH ".seat_guid",
                  "used before"},
        ErrorCase{"GuidTwiceInAnotherZone", "/zones/1/rows/0/seats/0/seat_guid", R"("f-2-1")",
                  "$.zones[1].rows[0].seats[0].seat_guid", "used before"},
        ErrorCase{"GuidMissing", SEAT "/seat_guid", "", SEAT_PATH ".seat_guid", "missing"},
        ErrorCase{"GuidEmpty", SEAT "/seat_guid", R"("")", SEAT_PATH ".seat_guid", "empty"},
        ErrorCase{"GuidANumber", SEAT "/seat_guid", "5", SEAT_PATH ".seat_guid", "a text"},
        ErrorCase{"ZoneIdTwice", "/zones/1/zone_id", R"("floor")", "$.zones[1].zone_id", "used"},
        ErrorCase{"UuidTwice", "/zones/1/rows/0/uuid", R"("u1")", "$.zones[1].rows[0].uuid",
                  "used"},
        ErrorCase{"CategoryTwice", "/categories/1/name", R"("A")", "$.categories[1].name", "used"},
        ErrorCase{"CategoryUnknown", SEAT "/category", R"("C")", SEAT_PATH ".category", "\"C\""},
        ErrorCase{"CategoryMissing", SEAT "/category", "", SEAT_PATH ".category", "missing"},
        ErrorCase{"NoCategories", "/categories", "[]", "$.categories", "no category"},
        ErrorCase{"RowEmpty", "/zones/0/rows/1/seats", "[]", "$.zones[0].rows[1].seats",
                  "no seats"},
        ErrorCase{"RowWithoutSeats", "/zones/0/rows/1/seats", "", "$.zones[0].rows[1].seats",
                  "no seats"},
        ErrorCase{"SeatsNoArray", "/zones/0/rows/1/seats", "{}", "$.zones[0].rows[1].seats",
                  "an array"},
        ErrorCase{"SeatNoObject", SEAT, "[]", SEAT_PATH, "an object"},
        ErrorCase{"ZonesMissing", "/zones", "", "$.zones", "missing"},
        ErrorCase{"ZonesEmpty", "/zones", "[]", "$.zones", "neither seats nor"},
        ErrorCase{"NameMissing", "/name", "", "$.name", "missing"},
        ErrorCase{"PositionMissing", SEAT "/position", "", SEAT_PATH ".position", "missing"},
        ErrorCase{"PositionHalf", SEAT "/position/y", "", SEAT_PATH ".position.y", "missing"},
        ErrorCase{"PositionText", SEAT "/position/x", R"("1")", SEAT_PATH ".position.x",
                  "a number"},
        ErrorCase{"PositionHuge", SEAT "/position/x", "1e300", SEAT_PATH ".position.x", "range"},
        ErrorCase{"PositionHugeInSum", SEAT "/position/x", "999999", SEAT_PATH, "range"},
        ErrorCase{"WheelchairANumber", SEAT "/wheelchair", "1", SEAT_PATH ".wheelchair", "true or"},
        ErrorCase{"NulInText", "/zones/0/name", R"("a\u0000b")", "$.zones[0].name", "NUL"},
        ErrorCase{"Color", "/categories/0/color", R"("red;}<script>")", "$.categories[0].color",
                  "colour"},
        ErrorCase{"ShapeUnknown", "/zones/0/areas/0/shape", R"("star")",
                  "$.zones[0].areas[0].shape", "\"star\""},
        ErrorCase{"ShapeWithoutSize", "/zones/0/areas/0/rectangle/width", "",
                  "$.zones[0].areas[0].rectangle.width", "missing"},
        ErrorCase{"RadiusNegative", "/zones/0/areas/1/circle/radius", "-1",
                  "$.zones[0].areas[1].circle.radius", "negative"},
        ErrorCase{"AdmissionCategory", "/zones/0/areas/1/general_admission/category", R"("Z")",
                  "$.zones[0].areas[1].general_admission.category", "\"Z\""},
        ErrorCase{"AdmissionOfNobody", "/zones/0/areas/1/general_admission/capacity", "0",
                  "$.zones[0].areas[1].general_admission.capacity", "at least 1"},
        ErrorCase{"AdmissionOfTooMany", "/zones/0/areas/1/general_admission/capacity", "1000001",
                  "$.zones[0].areas[1].general_admission.capacity", "at most 1000000"},
        ErrorCase{"AdmissionOfAHalf", "/zones/0/areas/1/general_admission/capacity", "2.5",
                  "$.zones[0].areas[1].general_admission.capacity", "whole"},
        ErrorCase{"WholeNoObject", "", "[]", "$", "an object"}),
    [](const auto& param) { return std::string(param.param.name); });
#undef SEAT
#undef SEAT_PATH

TEST(PlanErrorTest, NamesThatAreTooLongAreRefusedWithTheirLimit) {
    TestJson json = samplePlan();
    json["zones"][0]["rows"][0]["row_number"] = std::string(201, 'x');
    const PlanError error = errorOf(json.dump());
    EXPECT_EQ(error.jsonPath, "$.zones[0].rows[0].row_number");
    EXPECT_EQ(error.limit, 200);
}

TEST(PlanErrorTest, OneSeatTooManyIsRefusedWithItsPath) {
    PlanImportOptions options;
    options.seatsMax = 3;
    const PlanError error = errorOf(samplePlan().dump(), options);
    EXPECT_EQ(error.jsonPath, "$.zones[1].rows[0].seats[0]");
    EXPECT_EQ(error.limit, 3);
    TestJson json = samplePlan();
    TestJson seats = TestJson::array();
    for (int s = 0; s <= engine::kSeatsMax; ++s) {
        seats.push_back({{"seat_guid", std::to_string(s)},
                         {"category", "A"},
                         {"position", {{"x", s % 1000}, {"y", s / 1000}}}});
    }
    json["zones"][0]["rows"] = {{{"seats", std::move(seats)}}};
    EXPECT_EQ(errorOf(json.dump()).jsonPath, "$.zones[0].rows[0].seats[200000]");
}

// Two areas of a million were let in; the event then refused holds with places still free.
TEST(PlanErrorTest, OnePlaceTooManyInAllAreasIsRefusedWithItsPath) {
    TestJson json = samplePlan();
    TestJson& areas = json["zones"][0]["areas"];
    areas[1]["general_admission"]["capacity"] = engine::kAreaCapacityMax;
    ASSERT_TRUE(importPlan(json.dump()).has_value());
    areas.push_back(areas[1]);
    areas.back()["uuid"] = "another";
    areas.back()["general_admission"]["capacity"] = 1;
    const PlanError error = errorOf(json.dump());
    EXPECT_EQ(error.jsonPath, "$.zones[0].areas[" + std::to_string(areas.size() - 1) +
                                  "].general_admission.capacity");
    EXPECT_EQ(error.limit, engine::kAreaCapacityMax);
}

TEST(PlanErrorTest, DocumentsAreBoundedInBytesDepthAndValues) {
    PlanImportOptions options;
    options.documentBytesMax = 1000;
    EXPECT_EQ(errorOf(samplePlan().dump(), options).limit, 1000);
    EXPECT_THAT(errorOf(std::string((std::size_t{64} << 20) + 1, ' ')).message,
                HasSubstr("too large"));
    // Unknown keys count in depth too.
    const std::string deep(100000, '[');
    EXPECT_EQ(errorOf(deep).limit, 32);
    EXPECT_EQ(errorOf(R"({"ignored": )" + deep).limit, 32);
    options = {};
    options.valuesMax = 20;
    EXPECT_EQ(errorOf(samplePlan().dump(), options).limit, 20);
}

TEST(PlanErrorTest, WhatIsNotJsonIsRefusedWithTheByte) {
    for (const char* text :
         {"", "{", "{\"name\": NaN}", "{\"name\": 1e999}", "nul", "{}x", "\xff"}) {
        const PlanError error = errorOf(text);
        EXPECT_EQ(error.jsonPath, "$") << text;
        EXPECT_THAT(error.message, HasSubstr("at byte")) << text;
    }
}

// Random damage: an error with a path, or a plan without a fault.
void expectSane(const std::string& text) {
    const auto plan = importPlan(text);
    if (plan) {
        ASSERT_EQ(engine::Layout::faultOf(plan->parts), std::nullopt);
    } else {
        ASSERT_THAT(plan.error().jsonPath, StartsWith("$"));
        ASSERT_FALSE(plan.error().message.empty());
    }
}

TEST(PlanDamageTest, TruncatedPlansAreRefused) {
    const std::string text = planText("grand-theatre");
    std::mt19937 random(7);
    for (int round = 0; round < 150; ++round) {
        const auto end = std::uniform_int_distribution<std::size_t>(0, text.size() - 2)(random);
        EXPECT_EQ(errorOf(text.substr(0, end)).jsonPath, "$");
    }
}

TEST(PlanDamageTest, PlansWithFlippedBytesAreImportedWholeOrRefused) {
    const std::string text = planText("grand-theatre");
    std::mt19937 random(8);
    for (int round = 0; round < 300; ++round) {
        std::string damaged = text;
        for (int flips = std::uniform_int_distribution<int>(1, 4)(random); flips > 0; --flips) {
            const auto at = std::uniform_int_distribution<std::size_t>(0, text.size() - 1)(random);
            damaged[at] = static_cast<char>(std::uniform_int_distribution<int>(0, 255)(random));
        }
        expectSane(damaged);
    }
}

TEST(PlanDamageTest, PlansWithExchangedValuesAreImportedWholeOrRefused) {
    const TestJson sample = samplePlan().flatten();
    std::vector<TestJson> values{nullptr,           true, -1, 1e9, "A", "", TestJson::array(),
                                 TestJson::object()};
    for (const auto& [pointer, value] : sample.items()) {
        for (const TestJson& other : values) {
            TestJson json = samplePlan();
            json[TestJson::json_pointer(pointer)] = other;
            expectSane(json.dump());
        }
    }
}

}  // namespace
}  // namespace tessera::plan
