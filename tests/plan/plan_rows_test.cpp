// SPDX-License-Identifier: Apache-2.0
#include "server/app/plan/plan_rows.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tessera::plan {
namespace {

using engine::LayoutSeat;

// A row as text: `o` a seat, `W` a wheelchair place, `b` a seat of another category, a blank is
// one spacing more before the next.
std::vector<LayoutSeat> rowOf(const std::string& text) {
    std::vector<LayoutSeat> row;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ') continue;
        LayoutSeat seat;
        seat.position = {static_cast<float>(i) * 20.0F, 3};
        seat.wheelchair = text[i] == 'W';
        seat.category = CategoryNo{static_cast<std::int16_t>(text[i] == 'b' ? 1 : 0)};
        row.push_back(seat);
    }
    return row;
}

std::string gapsOf(const std::string& text) {
    auto row = rowOf(text);
    markGaps(row);
    std::string gaps;
    for (const auto& seat : row) gaps += seat.gapBefore ? '|' : '.';
    return gaps;
}

// Each seat's companion as a digit, `-` for none.
std::string companionsOf(const std::string& text) {
    auto row = rowOf(text);
    markGaps(row);
    pairCompanions(row, SeatNo{100});
    std::string companions;
    for (const auto& seat : row) {
        companions += seat.companion == engine::kNoSeat
                          ? '-'
                          : static_cast<char>('0' + seat.companion.value - 100);
    }
    return companions;
}

TEST(PlanGapsTest, AGapIsMuchWiderThanTheRowsMedian) {
    EXPECT_EQ(gapsOf("oooo  ooo"), "....|..");
    EXPECT_EQ(gapsOf("ooo ooo"), "...|..");
    EXPECT_EQ(gapsOf("o"), ".");
    EXPECT_EQ(gapsOf("o    o"), "..") << "two seats have only their own spacing";
    EXPECT_EQ(gapsOf("oo  o"), "..|") << "of two spacings the smaller is the median";
}

TEST(PlanGapsTest, TheBorderIsOneAndSixTenthsOfTheMedian) {
    auto row = rowOf("ooooo");
    row[4].position.x = 60 + 32;
    markGaps(row);
    EXPECT_FALSE(row[4].gapBefore);
    row[4].position.x = 60 + 32.5F;
    markGaps(row);
    EXPECT_TRUE(row[4].gapBefore);
}

TEST(PlanGapsTest, SeatsInOneSpotHaveNoGap) {
    std::vector<LayoutSeat> row(3);
    markGaps(row);
    EXPECT_FALSE(row[1].gapBefore || row[2].gapBefore);
    row.resize(6);
    for (std::size_t i = 3; i < 6; ++i) row[i].position.x = static_cast<float>(i - 2) * 20;
    markGaps(row);
    for (const auto& seat : row) EXPECT_FALSE(seat.gapBefore);
}

TEST(PlanCompanionsTest, PlacesNearestToSeatsChooseFirst) {
    EXPECT_EQ(companionsOf("WWWWooooo"), "76543210-");
    EXPECT_EQ(companionsOf("ooWW"), "3210");
    EXPECT_EQ(companionsOf("oWo"), "10-");
    EXPECT_EQ(companionsOf("ooWWoo"), "-2143-");
}

TEST(PlanCompanionsTest, ASeatAccompaniesOnePlaceOnly) {
    EXPECT_EQ(companionsOf("WoW"), "10-");
    EXPECT_EQ(companionsOf("WooW"), "1032");
    EXPECT_EQ(companionsOf("WWoW"), "-21-");
    EXPECT_EQ(companionsOf("WWooW"), "3210-");
    // A seat that had its place was given to another one, and the plan refused.
    EXPECT_EQ(companionsOf("WooWW"), "1032-");
}

TEST(PlanCompanionsTest, WithoutASuitableSeatAPlaceStaysAlone) {
    EXPECT_EQ(companionsOf("WW"), "--");
    EXPECT_EQ(companionsOf("Wb"), "--");
    EXPECT_EQ(companionsOf("ooWb"), "-21-");
}

TEST(PlanCompanionsTest, AnAisleEndsTheWayButAWidePlaceDoesNot) {
    EXPECT_EQ(companionsOf("WWo  ooo"), "-21---") << "the second seat is beyond the aisle";
    EXPECT_EQ(companionsOf("W ooooo"), "10----") << "the place itself stands apart";
}

}  // namespace
}  // namespace tessera::plan
