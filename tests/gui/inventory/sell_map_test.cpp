// SPDX-License-Identifier: Apache-2.0
// What is set aside, as whoever sells sees it: letters on the sell screen's map, and whose they
// are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/sell/sell_screen.h"
#include "boxoffice-app/screens/settings/settings_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "shared/qt/seat_map/seat_map_view.h"
#include "shared/qt/seat_map/seat_table_model.h"
#include "tests/gui/inventory/stalls.h"
#include "tests/gui/looks.h"

namespace tessera::gui {
namespace {

using client::House;
using testing::HasSubstr;

class SellMapTest : public testing::Test {
protected:
    void SetUp() override {
        office = std::make_unique<Stalls>(sale);
        setAside(1, "House seats", 0, 24);
        setAside(3, "Press", 300, 30);
        front = std::make_unique<Front>(
            house.stack.ports().staff, 0,
            boxoffice::ScreenList{boxoffice::screenOf<boxoffice::EnrolScreen>(),
                                  boxoffice::screenOf<boxoffice::SigninScreen>(),
                                  boxoffice::screenOf<boxoffice::SellScreen>(),
                                  boxoffice::screenOf<boxoffice::SettingsScreen>()});
        front->window().resize(1600, 1000);
        front->window().workplace().setEvent({sale.event, "Die Fledermaus"});
        ASSERT_TRUE(front->signIn(house.cashier));
        ASSERT_TRUE(tells("A: House seats (24)|C: Press (30)"));
    }
    void TearDown() override { plainLook(); }
    void setAside(int number, const std::string& name, int first, int count) {
        ASSERT_TRUE(office->editor.save(office->allocation(number, name), {}));
        ASSERT_TRUE(office->becomesIdle());
        move(number, first, count);
    }
    // 0: to the public.
    void move(int number, int first, int count) {
        QList<int> seats;
        for (int i = 0; i < count; ++i) seats << first + i;
        ASSERT_TRUE(office->setter.start(sale.event, number, seats));
        ASSERT_TRUE(office->becomesIdle());
    }
    QWidget* legend() { return front->find<QWidget>("allocations"); }
    std::string legendText() {
        QStringList texts;
        for (const QLabel* const each : legend()->findChildren<QLabel*>()) {
            if (each->isVisible() && !each->text().isEmpty()) texts << each->text();
        }
        return texts.join('|').toStdString();
    }
    bool tells(const std::string& text) {
        if (comes([&] { return legendText() == text; })) return true;
        ADD_FAILURE() << legendText();
        return false;
    }
    // What the table of seats says of it.
    std::string stateOf(int seat) {
        const auto* const table = front->find<QTableView>("seats");
        const qt::SeatLayout& layout = office->map.layout();
        const int section = layout.seats()[static_cast<std::size_t>(seat)].section;
        front->find<QComboBox>("section")->setCurrentIndex(section);
        const int row = seat - layout.sections()[static_cast<std::size_t>(section)].firstSeat;
        return table->model()
            ->index(row, qt::SeatTableModel::Status)
            .data()
            .toString()
            .toStdString();
    }
    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
    std::unique_ptr<Stalls> office;
    std::unique_ptr<Front> front;
};

TEST_F(SellMapTest, WhoeverSellsReadsForWhomASeatIsSetAsideAndFollowsWhatTheOfficeChanges) {
    ASSERT_FALSE(front->desk().may("allocate"));
    ASSERT_FALSE(front->desk().may("see_reports"));
    EXPECT_EQ(stateOf(5), "Blocked: House seats");
    EXPECT_EQ(stateOf(310), "Blocked: Press");
    EXPECT_EQ(stateOf(24), "Available");
    auto* const line = front->find<QLabel>("seat_line");
    EXPECT_TRUE(comes([&] {
        Q_EMIT front->find<qt::SeatMapView>("map")->lookedAt(310);
        return line->text().contains("Blocked: Press");
    }));

    move(0, 300, 10);
    EXPECT_TRUE(tells("A: House seats (24)|C: Press (20)"));
    EXPECT_TRUE(comes([&] { return stateOf(305) == "Available"; }));
    // One that had no name when the event was chosen here.
    setAside(5, "Sponsors", 400, 4);
    EXPECT_TRUE(tells("A: House seats (24)|C: Press (20)|E: Sponsors (4)"));
    EXPECT_EQ(stateOf(401), "Blocked: Sponsors");
    move(0, 400, 4);
    move(0, 0, 24);
    move(0, 310, 20);
    EXPECT_TRUE(comes([&] { return !legend()->isVisible(); }));
}

// From one allocation to another: blocked before and after, it is no news to the feed.
TEST_F(SellMapTest, ASeatsMoveToAnotherAllocationIsReadWhenTheScreenIsEnteredAndWhenItIsLookedAt) {
    move(3, 0, 4);
    ASSERT_TRUE(front->window().show(QStringLiteral("settings")));
    ASSERT_TRUE(front->window().show(QStringLiteral("sell")));
    EXPECT_TRUE(tells("A: House seats (20)|C: Press (34)"));
    EXPECT_EQ(stateOf(2), "Blocked: Press");

    move(3, 10, 2);
    const auto* const line = front->find<QLabel>("seat_line");
    Q_EMIT front->find<qt::SeatMapView>("map")->lookedAt(10);
    EXPECT_TRUE(tells("A: House seats (18)|C: Press (36)"));
    EXPECT_TRUE(comes([&] { return line->text().contains("Blocked: Press"); }))
        << line->text().toStdString();
}

TEST_F(SellMapTest, MoreThanTheLegendHasRoomForAreCounted) {
    for (int number = 4; number <= 9; ++number) {
        setAside(number, "Allocation " + std::to_string(number), 500 + number, 1);
    }
    EXPECT_TRUE(comes([&] { return legendText().find("2 more") != std::string::npos; }));
    EXPECT_THAT(legendText(), HasSubstr("G: Allocation 7 (1)|2 more: "));
    EXPECT_EQ(stateOf(509), "Blocked: Allocation 9");
}

TEST_F(SellMapTest, ItCanBeUsedInEveryLanguageThemeAndSize) {
    auto* const map = front->find<qt::SeatMapView>("map");
    const auto& seats = office->map.layout().seats();
    ASSERT_TRUE(hold(sale, {340, 341}));
    setAside(2, "Wheelchair guests", 360, 8);
    ASSERT_TRUE(tells("A: House seats (24)|B: Wheelchair guests (8)|C: Press (30)"));
    map->showPlace(seats[170].at, map->camera().zoom() + 9);
    lookEverywhere(front->window(), QStringLiteral("sell-allocations"));
}

}  // namespace
}  // namespace tessera::gui
