// SPDX-License-Identifier: Apache-2.0
#include "server/engine/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tessera::engine {
namespace {

using testing::HasSubstr;

// Two rows of three seats in one section, one area; seats 0 and 1 are a wheelchair pair.
Layout::Parts wholeParts() {
    Layout::Parts parts;
    parts.categories = 2;
    for (int s = 0; s < 6; ++s) {
        LayoutSeat seat;
        seat.position = {static_cast<float>(s % 3) * 20.0F, static_cast<float>(s / 3) * 30.0F};
        seat.row = s / 3;
        seat.category = CategoryNo{static_cast<std::int16_t>(s / 3)};
        parts.seats.push_back(seat);
    }
    parts.rows = {{SeatNo{0}, 3, 0}, {SeatNo{3}, 3, 0}};
    parts.areas = {{CategoryNo{1}, 500, {10, 90}}};
    parts.seats[0].wheelchair = true;
    parts.seats[0].companion = SeatNo{1};
    parts.seats[1].companion = SeatNo{0};
    return parts;
}

struct FaultCase {
    const char* name;
    void (*damage)(Layout::Parts&);
    const char* says;
};

class LayoutFaultTest : public testing::TestWithParam<FaultCase> {};

TEST_P(LayoutFaultTest, IsNamedWithItsPlace) {
    Layout::Parts parts = wholeParts();
    ASSERT_EQ(Layout::faultOf(parts), std::nullopt);
    GetParam().damage(parts);
    const auto fault = Layout::faultOf(parts);
    ASSERT_TRUE(fault.has_value());
    EXPECT_THAT(*fault, HasSubstr(GetParam().says));
}

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinite = std::numeric_limits<float>::infinity();

INSTANTIATE_TEST_SUITE_P(
    Faults, LayoutFaultTest,
    testing::Values(
        FaultCase{"NoSeatsAndNoAreas",
                  [](Layout::Parts& p) { p.seats.clear(), p.rows.clear(), p.areas.clear(); },
                  "neither seats nor areas"},
        FaultCase{"NoCategories", [](Layout::Parts& p) { p.categories = 0; }, "no categories"},
        FaultCase{"TooManySeats", [](Layout::Parts& p) { p.seats.resize(kSeatsMax + 1); },
                  "too many seats"},
        FaultCase{"FocalPoint", [](Layout::Parts& p) { p.focal.x = kNan; }, "focal point"},
        FaultCase{"EmptyRow", [](Layout::Parts& p) { p.rows[1].count = 0; }, "row 1 has no seats"},
        FaultCase{"RowOverlaps", [](Layout::Parts& p) { p.rows[1].first = SeatNo{2}; },
                  "row 1 does not begin"},
        FaultCase{"RowTooLong", [](Layout::Parts& p) { p.rows[1].count = 4; }, "row 1 ends after"},
        FaultCase{"SeatInNoRow", [](Layout::Parts& p) { p.rows.pop_back(); },
                  "seat 3 is in no row"},
        FaultCase{"SeatNamesOtherRow", [](Layout::Parts& p) { p.seats[4].row = 0; },
                  "seat 4 names another row"},
        FaultCase{"SectionSkipped", [](Layout::Parts& p) { p.rows[1].section = 2; },
                  "row 1 has a section"},
        FaultCase{"SeatPosition", [](Layout::Parts& p) { p.seats[5].position.y = kInfinite; },
                  "seat 5 has a position"},
        FaultCase{"SeatCategory", [](Layout::Parts& p) { p.seats[2].category = CategoryNo{2}; },
                  "seat 2 has no known category"},
        FaultCase{"SeatCategoryBelowZero",
                  [](Layout::Parts& p) { p.seats[2].category = CategoryNo{-1}; },
                  "seat 2 has no known category"},
        FaultCase{"CompanionOutside", [](Layout::Parts& p) { p.seats[0].companion = SeatNo{6}; },
                  "seat 0 has a companion outside"},
        FaultCase{"CompanionNotMutual", [](Layout::Parts& p) { p.seats[2].companion = SeatNo{0}; },
                  "seat 2 has a companion that is not mutual"},
        FaultCase{"CompanionInOtherRow",
                  [](Layout::Parts& p) {
                      p.seats[1].companion = kNoSeat;
                      p.seats[0].companion = SeatNo{4};
                      p.seats[4].companion = SeatNo{0};
                  },
                  "seat 0 has a companion in another row"},
        FaultCase{"TwoOrdinarySeatsPaired", [](Layout::Parts& p) { p.seats[0].wheelchair = false; },
                  "seat 0 is paired"},
        FaultCase{"AreaCategory", [](Layout::Parts& p) { p.areas[0].category = CategoryNo{9}; },
                  "area 0 has no known category"},
        FaultCase{"AreaWithoutCapacity", [](Layout::Parts& p) { p.areas[0].capacity = 0; },
                  "area 0 has a capacity"},
        FaultCase{"AreaTooLarge",
                  [](Layout::Parts& p) { p.areas[0].capacity = kAreaCapacityMax + 1; },
                  "area 0 has a capacity"},
        FaultCase{"AreaCenter", [](Layout::Parts& p) { p.areas[0].center.x = kNan; },
                  "area 0 has a center"}),
    [](const auto& param) { return std::string(param.param.name); });

TEST(LayoutTest, AnswersWhatItWasMadeOf) {
    const auto layout = Layout::make(wholeParts());
    EXPECT_EQ(layout->seatCount(), 6);
    EXPECT_EQ(layout->categories(), 2);
    EXPECT_TRUE(layout->contains(SeatNo{5}));
    EXPECT_FALSE(layout->contains(SeatNo{6}));
    EXPECT_FALSE(layout->contains(kNoSeat));
    EXPECT_TRUE(layout->contains(AreaNo{0}));
    EXPECT_FALSE(layout->contains(AreaNo{1}));
    EXPECT_FALSE(layout->contains(AreaNo{-1}));
    EXPECT_EQ(layout->rowOf(SeatNo{4}).first, SeatNo{3});
    EXPECT_EQ(layout->seat(SeatNo{0}).companion, SeatNo{1});
}

TEST(LayoutTest, AreasAloneAreALayout) {
    Layout::Parts parts = wholeParts();
    parts.seats.clear();
    parts.rows.clear();
    EXPECT_EQ(Layout::faultOf(parts), std::nullopt);
    EXPECT_EQ(Layout::make(parts)->seatCount(), 0);
}

TEST(LayoutDeathTest, PartsWithAFaultAreNotMade) {
    Layout::Parts parts = wholeParts();
    parts.categories = 0;
    EXPECT_DEATH(static_cast<void>(Layout::make(parts)), "check failed");
}

}  // namespace
}  // namespace tessera::engine
