// SPDX-License-Identifier: Apache-2.0
// Inventory and dashboard by the keys that staff presses, and how they look in every language,
// theme and size, on a real server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boxoffice-app/screens/dashboard/dashboard_screen.h"
#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/inventory/inventory_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "shared/qt/plot/share_bars.h"
#include "shared/qt/plot/time_columns.h"
#include "shared/qt/seat_map/seat_map_view.h"
#include "shared/qt/seat_map/seat_table_model.h"
#include "tests/gui/inventory/stalls.h"
#include "tests/gui/looks.h"

namespace tessera::gui {
namespace {

using client::House;

// One evening that sells, for all tests that only look.
const integration::Sale& evening() {
    static const integration::Sale kSale = [] {
        const integration::Sale sale = integration::makeSale(House::shared().stack);
        const char* const guests[] = {"Rosalinde Eisenstein",
                                      "Gabriel von Eisenstein",
                                      "Dr. Falke",
                                      "Prinz Orlofsky",
                                      "Adèle",
                                      "Frank"};
        int seat = 40;
        for (const char* const each : guests) {
            std::vector<std::int32_t> seats;
            for (int i = 0; i < 9; ++i) seats.push_back(seat + i);
            EXPECT_TRUE(sell(sale, seats, each));
            seat += 170;
        }
        EXPECT_TRUE(hold(sale, {500, 501, 502, 503}));
        Stalls office(sale);
        const std::tuple<int, const char*, v1::Allocation::Kind, int, int> asides[] = {
            {1, "House seats", v1::Allocation::HOUSE, 0, 24},
            {2, "Artist", v1::Allocation::ARTIST, 120, 12},
            {3, "Press", v1::Allocation::PRESS, 300, 30},
            {4, "Wheelchair guests", v1::Allocation::ACCESSIBLE, 700, 16}};
        for (const auto& [number, name, kind, first, count] : asides) {
            v1::Allocation named = office.allocation(number, name, kind);
            if (number == 3) {
                *named.mutable_release_time() = office.view.event().config().starts_at();
            }
            EXPECT_TRUE(office.editor.save(named, {}));
            EXPECT_TRUE(office.becomesIdle());
            QList<int> seats;
            for (int i = 0; i < count; ++i) seats << first + i;
            EXPECT_TRUE(office.setter.start(sale.event, number, seats));
            EXPECT_TRUE(office.becomesIdle());
        }
        return sale;
    }();
    return kSale;
}

class InventoryLookTest : public testing::Test {
protected:
    void start(const integration::Sale& sale, const char* screen) {
        // The others are walked by the shell's tests.
        front = std::make_unique<Front>(
            house.stack.ports().staff, manager().device,
            boxoffice::ScreenList{boxoffice::screenOf<boxoffice::EnrolScreen>(),
                                  boxoffice::screenOf<boxoffice::SigninScreen>(),
                                  boxoffice::screenOf<boxoffice::InventoryScreen>(),
                                  boxoffice::screenOf<boxoffice::DashboardScreen>()});
        front->window().resize(1600, 1000);
        front->window().workplace().setEvent({sale.event, "Die Fledermaus"});
        ASSERT_TRUE(front->signIn(manager().account));
        ASSERT_TRUE(front->window().show(QLatin1String(screen)));
    }
    void TearDown() override { plainLook(); }
    boxoffice::InventoryScreen& screen() {
        return *static_cast<boxoffice::InventoryScreen*>(front->window().screen("inventory"));
    }
    // The map is there, with the seats that are set aside.
    bool followsWith(int seats) {
        return comes([&] {
            const auto* const list = front->find<QTableView>("allocations");
            int all = 0;
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                all += list->model()->index(row, inventory::AllocationModel::Seats).data().toInt();
            }
            return screen().map().layout().seatCount() == integration::kTheatreSeats &&
                   all == seats;
        });
    }
    void everywhere(const char* page, const Data& data = {}) {
        lookEverywhere(front->window(), QLatin1String(page), data);
    }
    std::set<QString> data() const {
        std::set<QString> out = {"mia",    "Till",  "Die Fledermaus",    "House seats",
                                 "Artist", "Press", "Wheelchair guests", "Grand Theatre"};
        for (const char* const name : {"event_facts", "seat_line"}) {
            for (const auto* const each :
                 front->window().findChildren<QLabel*>(QLatin1String(name))) {
                out.insert(each->text());
            }
        }
        return out;
    }
    void run(const char* action) {
        front->window().actions().find(QLatin1String(action))->trigger();
    }

    House& house = House::shared();
    std::unique_ptr<Front> front;
};

TEST_F(InventoryLookTest, AnAllocationIsNamedAndItsSeatsAreSetAsideByKeysAlone) {
    const integration::Sale sale = integration::makeSale(house.stack);
    start(sale, "inventory");
    ASSERT_TRUE(followsWith(0));
    EXPECT_EQ(QApplication::focusWidget(), front->find<QWidget>("map"));
    front->press(Qt::Key_N, Qt::ControlModifier);
    front->press(Qt::Key_Return);
    EXPECT_TRUE(front->find<QLabel>("allocation_name_wrong")->text().contains("must not be empty"));
    front->type("Critics");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes(
        [&] { return inDatabase(sale, "document::text LIKE '%Critics%' FROM event") == "t"; }));
    ASSERT_TRUE(comes([&] { return !front->find<QWidget>("allocation_form")->isVisible(); }));
    EXPECT_EQ(QApplication::focusWidget(), front->find<QWidget>("map"));
    front->press(Qt::Key_Space);
    for (int i = 0; i < 4; ++i) front->press(Qt::Key_Right, Qt::ShiftModifier);
    const QList<int> chosen = screen().map().selection();
    const int many = static_cast<int>(chosen.size());
    EXPECT_GE(many, 4);
    front->press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(comes([&] {
        return inDatabase(sale, "count(*) FROM seat", "allocation = 1") == std::to_string(many);
    }));
    ASSERT_TRUE(followsWith(many));
    EXPECT_TRUE(screen().map().selection().isEmpty());
    EXPECT_TRUE(front->find<QLabel>("message")->text().contains(
        QString("%1 seats are set aside").arg(many)));

    front->press(Qt::Key_E, Qt::ControlModifier);
    EXPECT_EQ(screen().map().selection().size(), many);
    front->press(Qt::Key_D, Qt::ControlModifier);
    ASSERT_TRUE(
        comes([&] { return inDatabase(sale, "count(*) FROM seat", "allocation = 1") == "0"; }));
}

TEST_F(InventoryLookTest, WhoHoldsASeatIsSaidOnTheMapAndInTheTable) {
    const integration::Sale sale = integration::makeSale(house.stack);
    ASSERT_TRUE(hold(sale, {500, 501}));
    start(sale, "inventory");
    ASSERT_TRUE(followsWith(0));
    ASSERT_TRUE(comes([&] { return screen().map().state(500).status() == qt::SeatStatus::Held; }));
    const auto says = [&](const char* label, const char* what) {
        return comes(
            [&] { return front->find<QLabel>(label)->text().contains(QString::fromUtf8(what)); });
    };
    Q_EMIT front->find<qt::SeatMapView>("map")->lookedAt(500);
    EXPECT_TRUE(says("seat_line", "Held by cora at Till by the door until "));
    const QString line = front->find<QLabel>("seat_line")->text();
    EXPECT_TRUE(line.contains(QRegularExpression(", \\d+:\\d\\d left\\."))) << line.toStdString();

    front->press(Qt::Key_F11);
    auto* const table = front->find<QTableView>("seats");
    EXPECT_TRUE(table->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), table);
    const qt::SeatLayout& layout = screen().map().layout();
    const int section = layout.seats()[501].section;
    front->find<QComboBox>("section")->setCurrentIndex(section);
    const int row = 501 - layout.sections()[static_cast<std::size_t>(section)].firstSeat;
    table->selectRow(row);
    EXPECT_TRUE(says("table_seat_line", "Held by cora at Till by the door until "));
    const QModelIndex read = table->model()->index(row, qt::SeatTableModel::HeldBy);
    EXPECT_EQ(read.data().toString(), "cora at Till by the door");
    EXPECT_TRUE(read.siblingAtColumn(qt::SeatTableModel::Price).data().toString().startsWith("€"));
    EXPECT_TRUE(read.data(Qt::AccessibleTextRole)
                    .toString()
                    .contains("By cora at Till by the door until "));
    table->selectRow(row + 5);
    EXPECT_TRUE(says("table_seat_line", "Available"));
    EXPECT_FALSE(front->find<QLabel>("table_seat_line")->text().contains("Held"));
}

TEST_F(InventoryLookTest, ManySeatsShowHowFarTheyAre) {
    const integration::Sale sale = integration::makeSale(house.stack);
    start(sale, "inventory");
    ASSERT_TRUE(followsWith(0));
    auto* const bar = front->find<QProgressBar>("progress");
    EXPECT_FALSE(bar->isVisible());
    QStringList shown;
    QObject::connect(&screen().setter(), &inventory::AllocationSetter::changed, bar, [&] {
        if (bar->isVisible()) shown << bar->text();
    });
    QList<int> seats;
    for (int seat = 0; seat < 1'200; ++seat) seats << seat;
    ASSERT_TRUE(screen().setter().start(sale.event, 1, seats));
    ASSERT_TRUE(comes([&] { return !screen().setter().isUnderWay(); }));
    EXPECT_TRUE(shown.contains("0 of 1,200")) << shown.join(", ").toStdString();
    EXPECT_FALSE(bar->isVisible());
    EXPECT_TRUE(front->find<QLabel>("message")->text().contains("1200 seats are set aside"));
}

TEST_F(InventoryLookTest, TheManifestIsSavedByKeysAsTheServersFile) {
    start(evening(), "inventory");
    ASSERT_TRUE(followsWith(82));
    front->press(Qt::Key_F4);
    auto* const table = front->find<QTableView>("manifest");
    ASSERT_TRUE(comes([&] { return table->model()->rowCount() == 54; }));
    front->type("orlofsky");
    EXPECT_EQ(table->model()->rowCount(), 9);
    ASSERT_TRUE(
        comes([&] { return front->window().actions().find("inventory.csv")->isEnabled(); }));
    front->press(Qt::Key_S, Qt::ControlModifier);
    auto* const dialog = front->window().findChild<QFileDialog*>("save_list");
    ASSERT_NE(dialog, nullptr);
    test::TempDir dir("csv");
    const QString path = QString::fromStdString(dir / "list.csv");
    dialog->findChild<QLineEdit*>()->setText(path);
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    ASSERT_TRUE(comes([&] { return QFile::exists(path); }));
    front->window().activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&front->window()));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().count("Orlofsky"), 9);
    front->press(Qt::Key_Escape);
    EXPECT_EQ(QApplication::focusWidget(), front->find<QWidget>("map"));
}

TEST_F(InventoryLookTest, EachPageOfInventoryCanBeUsedInEveryLanguageThemeAndSize) {
    start(evening(), "inventory");
    ASSERT_TRUE(followsWith(82));
    run("inventory.map");
    everywhere("inventory", data());
    lookEverywhere(
        [&] {
            run("inventory.new");
            return &front->window();
        },
        "inventory-form", data());
    front->press(Qt::Key_Escape);
    run("inventory.table");
    everywhere("inventory-table");
    run("inventory.sales");
    auto* const bands = front->find<QTableView>("band_table");
    ASSERT_TRUE(comes([&] { return bands->model()->rowCount() > 0; }));
    everywhere("inventory-sales");
    run("inventory.manifest");
    auto* const manifest = front->find<QTableView>("manifest");
    ASSERT_TRUE(comes([&] { return manifest->model()->rowCount() == 54; }));
    everywhere("inventory-manifest");
}

TEST_F(InventoryLookTest, TheDashboardPlotsWhatIsSoldHeldAndTakenByMinuteBandAndChannel) {
    start(evening(), "dashboard");
    ASSERT_TRUE(comes([&] { return front->find<QLabel>("figure_0")->text() == "54"; }));
    for (const char* const figure : {"figure_0", "figure_1", "figure_2", "figure_3", "figure_4"})
        EXPECT_NE(front->find<QLabel>(figure)->text(), QString::fromUtf8("–")) << figure;
    EXPECT_EQ(front->find<QLabel>("figure_4")->text(), "€4,040.00");
    const auto heldOrSold = [&](const char* bars, int part) {
        qint64 all = 0;
        for (const qt::ShareBar& each : front->find<qt::ShareBars>(bars)->bars())
            all += each.parts.value(part);
        return all;
    };
    EXPECT_EQ(heldOrSold("bands", 0), 54);
    EXPECT_EQ(heldOrSold("bands", 1), 4);
    EXPECT_EQ(heldOrSold("bands", 2), 82);
    EXPECT_EQ(heldOrSold("channels", 0), 54);
    const auto* const minutes = front->find<qt::TimeColumns>("minutes");
    EXPECT_GE(minutes->scale().top, 9);
    EXPECT_LE(minutes->scale().top, 100);
    EXPECT_EQ(minutes->valueText(50), "50");
    front->press(Qt::Key_F8);
    EXPECT_GE(minutes->scale().top, 60'000);
    EXPECT_EQ(minutes->valueText(200'000), "€2,000.00");
    EXPECT_TRUE(minutes->accessibleName().contains("revenue"));
    languages().use(QStringLiteral("de"));
    EXPECT_EQ(minutes->valueText(200'000), QString::fromUtf8("2.000,00\u00a0€"));
    languages().use(QStringLiteral("en"));
    front->press(Qt::Key_F8);
    EXPECT_EQ(minutes->valueText(50), "50");
}

TEST_F(InventoryLookTest, EachPageOfTheDashboardCanBeUsedInEveryLanguageThemeAndSize) {
    start(evening(), "dashboard");
    auto* const figure = front->find<QLabel>("figure_0");
    ASSERT_TRUE(comes([&] { return figure->text() == "54"; }));
    ASSERT_TRUE(comes([&] {
        return front->find<QTableView>("band_table")->model()->index(0, 0).data().toString() !=
               "Band 1";
    }));
    EXPECT_EQ(front->find<QLabel>("figure_2")->text(), "82");
    EXPECT_TRUE(front->find<QLabel>("age")->text().contains("Counted at"));
    everywhere("dashboard");
    front->press(Qt::Key_F8);
    everywhere("dashboard-revenue");
    front->press(Qt::Key_F8);
    front->press(Qt::Key_F11);
    EXPECT_EQ(QApplication::focusWidget(), front->find<QWidget>("minute_table"));
    everywhere("dashboard-tables");
}

}  // namespace
}  // namespace tessera::gui
