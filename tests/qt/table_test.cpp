// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtTest/QSignalSpy>

#include "shared/qt/seat_map/seat_table_model.h"
#include "tests/qt/seat_map_fixture.h"
#include "tests/support/model_rules.h"

namespace tessera::qt {
namespace {

struct Table {
    Table() { model.setLayout(smallLayout()); }

    std::string text(int row, int column) const {
        return table.data(table.index(row, column), Qt::DisplayRole).toString().toStdString();
    }

    SeatMapModel model;
    SeatTableModel table{model};
    test::ModelRules tester{&table};
};

TEST(SeatTableModelTest, SaysOfEachSeatWhatTheMapShows) {
    Table all;
    all.table.setPrices({"EUR 40.00", "EUR 25.00"});
    ASSERT_EQ(all.model.apply(std::vector<SeatChange>{{13, SeatState(SeatStatus::Held)}}, 1),
              ApplyOutcome::Applied);
    ASSERT_TRUE(all.model.setHold(13, {"Till 2", QDateTime::currentDateTime()}));
    EXPECT_EQ(all.table.rowCount(), 36);
    EXPECT_EQ(all.text(13, SeatTableModel::Section), "A");
    EXPECT_EQ(all.text(13, SeatTableModel::Row), "3");
    EXPECT_EQ(all.text(13, SeatTableModel::Seat), "2");
    EXPECT_EQ(all.text(13, SeatTableModel::Category), "Rear");
    EXPECT_EQ(all.text(13, SeatTableModel::Price), "EUR 25.00");
    EXPECT_EQ(all.text(13, SeatTableModel::Status), "Held");
    EXPECT_EQ(all.text(13, SeatTableModel::HeldBy), "Till 2");
    EXPECT_FALSE(all.text(13, SeatTableModel::HeldUntil).empty());
    EXPECT_EQ(all.text(14, SeatTableModel::HeldBy), "");
}

TEST(SeatTableModelTest, WhoHearsTheTableHearsWhetherTheSeatIsSelected) {
    Table all;
    const auto heard = [&] {
        return all.table.data(all.table.index(8, 0), Qt::AccessibleTextRole).toString();
    };
    EXPECT_EQ(heard().toStdString(), "Section A, row 2, seat 3. Front. Available.");
    all.model.toggle(8);
    EXPECT_EQ(heard().toStdString(), "Section A, row 2, seat 3. Front. Available. Selected.");
}

TEST(SeatTableModelTest, OneSectionHasItsSeatsAlone) {
    Table all;
    all.table.setSection(1);
    EXPECT_EQ(all.table.rowCount(), 18);
    EXPECT_EQ(all.text(0, SeatTableModel::Section), "B");
    EXPECT_EQ(all.table.seatAt(0), 18);
    all.table.setSection(7);
    EXPECT_EQ(all.table.rowCount(), 0) << "no such section";
    all.table.setSection(std::nullopt);
    EXPECT_EQ(all.table.rowCount(), 36);
}

TEST(SeatTableModelTest, ChangesOfTheSectionAreToldAndOthersAreNot) {
    Table all;
    all.table.setSection(1);
    QSignalSpy changed(&all.table, &QAbstractItemModel::dataChanged);
    const std::vector<SeatChange> both = {{3, SeatState(SeatStatus::Sold)},
                                          {20, SeatState(SeatStatus::Sold)}};
    ASSERT_EQ(all.model.apply(both, 1), ApplyOutcome::Applied);
    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed[0][0].toModelIndex().row(), 2);
    EXPECT_EQ(changed[0][1].toModelIndex().row(), 2);
    EXPECT_EQ(all.text(2, SeatTableModel::Status), "Sold");
}

TEST(SeatTableModelTest, AnotherLayoutResetsTheTable) {
    Table all;
    all.table.setSection(1);
    all.model.setLayout(smallLayout());
    EXPECT_EQ(all.table.rowCount(), 36);
    EXPECT_FALSE(all.table.section().has_value());
}

TEST(SeatTableModelTest, EveryColumnHasAName) {
    const Table all;
    for (int column = 0; column < all.table.columnCount(); ++column) {
        EXPECT_FALSE(
            all.table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
}

}  // namespace
}  // namespace tessera::qt
