// SPDX-License-Identifier: Apache-2.0
// The rules of best-available one by one, on rows drawn as text.
#include "server/engine/best_available.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/plan/plan_files.h"

namespace tessera::engine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A hall of rows: `.` free, `x` taken, `|` an aisle, `W` a free wheelchair place, `c` the free
// companion seat of the last W; `b` a free seat of category 1. Rows are 30 apart, seats 10; the
// focal point is above the middle of the first seat of the first row unless given.
struct Hall {
    explicit Hall(const std::vector<std::string>& rows, Point focal = {0, -10})
        : layout(layoutOf(rows, focal)), best(layout, std::nullopt) {
        std::int32_t seat = 0;
        for (const std::string& row : rows) {
            for (const char c : row) {
                if (c == '|') continue;
                best.setFree(SeatNo{seat++}, c != 'x');
            }
        }
    }

    static std::shared_ptr<const Layout> layoutOf(const std::vector<std::string>& rows,
                                                  Point focal) {
        Layout::Parts parts;
        parts.categories = 2;
        parts.focal = focal;
        SeatNo wheelchair = kNoSeat;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const SeatNo first{static_cast<std::int32_t>(parts.seats.size())};
            bool gap = false;
            for (const char c : rows[r]) {
                if (c == '|') {
                    gap = true;
                    continue;
                }
                const SeatNo number{static_cast<std::int32_t>(parts.seats.size())};
                LayoutSeat seat;
                seat.row = static_cast<std::int32_t>(r);
                seat.position = {static_cast<float>(number.value - first.value) * 10.0F,
                                 static_cast<float>(r) * 30.0F};
                seat.gapBefore = std::exchange(gap, false);
                seat.category = CategoryNo{static_cast<std::int16_t>(c == 'b' ? 1 : 0)};
                seat.wheelchair = c == 'W';
                if (c == 'W') wheelchair = number;
                if (c == 'c') {
                    seat.companion = wheelchair;
                    parts.seats[static_cast<std::size_t>(wheelchair.value)].companion = number;
                }
                parts.seats.push_back(seat);
            }
            parts.rows.push_back(
                {first, static_cast<std::int32_t>(parts.seats.size()) - first.value, 0});
        }
        return Layout::make(std::move(parts));
    }

    std::vector<int> run(int count, std::vector<CategoryNo> categories = {},
                         bool avoidOrphans = true) const {
        return numbers(best.findRun({count, categories, avoidOrphans}));
    }
    std::vector<int> split(int count) const { return numbers(best.findSplit({count, {}, true})); }

    bool orphans(const std::vector<int>& picked) const {
        std::vector<SeatNo> seats;
        for (const int s : picked) seats.push_back(SeatNo{s});
        return !best.avoidableOrphans(seats).empty();
    }

    static std::vector<int> numbers(const std::vector<SeatNo>& seats) {
        std::vector<int> values;
        for (const SeatNo seat : seats) values.push_back(seat.value);
        return values;
    }

    std::shared_ptr<const Layout> layout;
    BestAvailable best;
};

TEST(BestAvailableTest, TheNearestRunIsChosen) {
    EXPECT_THAT(Hall({"......", "......"}).run(2), ElementsAre(0, 1));
    EXPECT_THAT(Hall({"......", "......"}, {25, 40}).run(2), ElementsAre(8, 9));
}

TEST(BestAvailableTest, OfEquallyNearRunsTheLowestIsChosen) {
    EXPECT_THAT(Hall({"....", "...."}, {15, 15}).run(2), ElementsAre(0, 1));
    EXPECT_THAT(Hall({"....", "...."}, {15, 15}).run(2, {}, false), ElementsAre(1, 2));
    EXPECT_THAT(Hall({"....", "...."}, {15, 15}).run(4), ElementsAre(0, 1, 2, 3));
}

TEST(BestAvailableTest, ARunLiesInOneRowAndOnOneSideOfAnAisle) {
    EXPECT_THAT(Hall({"..", "..|..", "....."}).run(3), ElementsAre(6, 7, 8));
    EXPECT_THAT(Hall({"..", "..|..", "....."}).run(6), IsEmpty());
}

// Two of a party could pay another price than the other two.
TEST(BestAvailableTest, ARunLiesInOneCategory) {
    EXPECT_THAT(Hall({"..bbb"}).run(3), ElementsAre(2, 3, 4));
    EXPECT_THAT(Hall({"..bb"}).run(3), IsEmpty());
    EXPECT_THAT(Hall({"..bb"}).split(3), ElementsAre(0, 1, 2));
    EXPECT_THAT(Hall({".b.", "bb"}).split(2), ElementsAre(3, 4));
}

TEST(BestAvailableTest, TakenSeatsAreNotChosen) {
    EXPECT_THAT(Hall({"x.x.x", "xx.xx"}).run(2), IsEmpty());
    EXPECT_THAT(Hall({"x.x.x", "xx..."}).run(2, {}, false), ElementsAre(7, 8));
}

TEST(BestAvailableTest, ASingleSeatGapIsAvoidedEvenAtADistance) {
    // The middle would leave seat 0 alone; the row's beginning leaves two.
    EXPECT_THAT(Hall({"...."}, {15, -10}).run(2), ElementsAre(0, 1));
    EXPECT_THAT(Hall({"...."}, {15, -10}).run(2, {}, false), ElementsAre(1, 2));
    // Here the row can't avoid one, so the middle of the three is left over as anywhere.
    EXPECT_THAT(Hall({"..."}, {20, -10}).run(2), ElementsAre(1, 2));
    // A run that is taken whole leaves none.
    EXPECT_THAT(Hall({"..x..."}, {40, -10}).run(2), ElementsAre(0, 1));
}

TEST(BestAvailableTest, ASeatThatWasAloneAlreadyIsNoGap) {
    EXPECT_THAT(Hall({".x..x."}).run(2), ElementsAre(2, 3));
    EXPECT_FALSE(Hall({".x..x."}).orphans({2, 3}));
}

TEST(BestAvailableTest, CategoriesLimitTheChoice) {
    const Hall hall({"..bb", "bbbb"});
    EXPECT_THAT(hall.run(2, {CategoryNo{1}}), ElementsAre(2, 3));
    EXPECT_THAT(hall.run(3, {CategoryNo{1}}), ElementsAre(4, 5, 6));
    EXPECT_THAT(hall.run(3, {CategoryNo{0}}), IsEmpty());
    EXPECT_THAT(hall.run(4, {CategoryNo{0}, CategoryNo{1}}), ElementsAre(4, 5, 6, 7));
    EXPECT_THAT(hall.run(1, {CategoryNo{7}}), IsEmpty());
}

TEST(BestAvailableTest, WheelchairPlacesAndCompanionSeatsAreNeverInARun) {
    const Hall hall({"Wc..", "...."});
    EXPECT_THAT(hall.run(1), ElementsAre(2));
    EXPECT_THAT(hall.run(4), ElementsAre(4, 5, 6, 7));
    EXPECT_THAT(hall.split(7), IsEmpty());
}

TEST(BestAvailableTest, NextToAWheelchairPlaceARowEnds) {
    EXPECT_TRUE(Hall({"Wc....."}).orphans({3, 4}));
    EXPECT_FALSE(Hall({"Wc....."}).orphans({2, 3}));
    // Companion seats stay behind alone without being orphans.
    EXPECT_FALSE(Hall({"Wc..", "...."}).orphans({0}));
    EXPECT_FALSE(Hall({"Wc..", "...."}).orphans({2, 3}));
}

TEST(BestAvailableTest, HandPickedSeatsMayLeaveAGapOnlyWhereTheRowLeavesNoOtherChoice) {
    EXPECT_TRUE(Hall({"....."}).orphans({1}));
    EXPECT_TRUE(Hall({"....."}).orphans({3, 1, 2}));
    EXPECT_FALSE(Hall({"....."}).orphans({0, 1}));
    EXPECT_FALSE(Hall({"..."}).orphans({0, 1})) << "two of three always leave one";
    EXPECT_TRUE(Hall({"...x.."}).orphans({0, 1})) << "the pair on the right would not";
    EXPECT_TRUE(Hall({"...|...."}).orphans({0, 1})) << "so would the other side of the aisle";
    EXPECT_FALSE(Hall({"...", "...."}).orphans({0, 1})) << "another row is no choice of this one";
    EXPECT_FALSE(Hall({"....."}).orphans({}));
}

TEST(BestAvailableTest, EachRowOfAPickIsJudgedByItself) {
    EXPECT_FALSE(Hall({".....", "....."}).orphans({0, 1, 5, 6}));
    EXPECT_TRUE(Hall({".....", "....."}).orphans({0, 1, 6, 7}));
}

TEST(BestAvailableTest, ASplitTakesTheLongestRunsFirst) {
    EXPECT_THAT(Hall({"..x.", "...x."}).split(5), ElementsAre(0, 1, 4, 5, 6));
    EXPECT_THAT(Hall({"..x.", "...x."}).split(7), ElementsAre(0, 1, 3, 4, 5, 6, 8));
    EXPECT_THAT(Hall({"..x.", "...x."}).split(8), IsEmpty());
}

TEST(BestAvailableTest, AccessiblePlacesComeWithTheirCompanions) {
    Hall hall({"Wc..Wc", "Wc...."});
    EXPECT_THAT(Hall::numbers(hall.best.findAccessible(2, true, {})), ElementsAre(0, 1, 6, 7));
    EXPECT_THAT(Hall::numbers(hall.best.findAccessible(2, false, {})), ElementsAre(0, 6));
    hall.best.setFree(SeatNo{1}, false);
    EXPECT_THAT(Hall::numbers(hall.best.findAccessible(2, true, {})), ElementsAre(4, 5, 6, 7));
    EXPECT_THAT(Hall::numbers(hall.best.findAccessible(3, true, {})), IsEmpty());
    EXPECT_THAT(Hall::numbers(hall.best.findAccessible(3, false, {})), ElementsAre(0, 4, 6));
}

TEST(BestAvailableTest, FreeSeatsAreCountedOnce) {
    Hall hall({"Wc.x"});
    EXPECT_EQ(hall.best.freeCount(), 3);
    hall.best.setFree(SeatNo{2}, true);
    EXPECT_EQ(hall.best.freeCount(), 3);
    hall.best.setFree(SeatNo{2}, false);
    EXPECT_EQ(hall.best.freeCount(), 2);
    EXPECT_FALSE(hall.best.isFree(SeatNo{2}));
    EXPECT_TRUE(hall.best.isFree(SeatNo{0}));
}

TEST(BestAvailableTest, AnEventsOwnFocalPointReplacesTheLayouts) {
    const Hall hall({"......"});
    BestAvailable best(hall.layout, Point{50, -10});
    for (int s = 0; s < 6; ++s) best.setFree(SeatNo{s}, true);
    EXPECT_THAT(Hall::numbers(best.findRun({2, {}, true})), ElementsAre(4, 5));
}

TEST(BestAvailableTest, EverySeatStartsTaken) {
    const Hall hall({"......"});
    const BestAvailable best(hall.layout, std::nullopt);
    EXPECT_EQ(best.freeCount(), 0);
    EXPECT_THAT(best.findRun({1, {}, true}), IsEmpty());
}

TEST(BestAvailableTest, AStadiumsIndexIsSmall) {
    const BestAvailable best(plan::layoutNamed("national-stadium"), std::nullopt);
    EXPECT_LE(best.memoryBytes(), std::size_t{1} << 20);
}

TEST(BestAvailableDeathTest, ScoresAreOfFreeNeighboursOnly) {
    const Hall hall({"..x.|."});
    const std::vector<SeatNo> taken{SeatNo{1}, SeatNo{2}};
    const std::vector<SeatNo> apart{SeatNo{3}, SeatNo{4}};
    EXPECT_DEATH(static_cast<void>(hall.best.scoreOf(taken, true)), "check failed");
    EXPECT_DEATH(static_cast<void>(hall.best.scoreOf(apart, true)), "check failed");
}

}  // namespace
}  // namespace tessera::engine
