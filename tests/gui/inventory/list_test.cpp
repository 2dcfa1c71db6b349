// SPDX-License-Identifier: Apache-2.0
// The lists of an event in the window by keys: on screen, as a file, on paper; and what its map and
// the window's head say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>

#include "boxoffice-app/screens/dashboard/dashboard_screen.h"
#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/inventory/inventory_screen.h"
#include "boxoffice-app/screens/settings/settings_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "shared/qt/seat_map/seat_map_view.h"
#include "tests/gui/inventory/stalls.h"

namespace tessera::gui {
namespace {

using client::House;
using testing::HasSubstr;
using testing::Not;

class ListTest : public testing::Test {
protected:
    void SetUp() override {
        using namespace boxoffice;
        front = std::make_unique<Front>(
            house.stack.ports().staff, manager().device,
            ScreenList{screenOf<EnrolScreen>(), screenOf<SigninScreen>(),
                       screenOf<InventoryScreen>(), screenOf<DashboardScreen>(),
                       screenOf<SettingsScreen>()});
        front->window().resize(1600, 1000);
        front->window().workplace().setEvent({sale.event, "Sold at this till"});
        ASSERT_TRUE(sell(sale, {40, 41}, "Rosalinde Eisenstein"));
        ASSERT_TRUE(sell(sale, {60}, "Prinz Orlofsky"));
        ASSERT_TRUE(front->signIn(manager().account));
        ASSERT_TRUE(front->window().show(QStringLiteral("inventory")));
        ASSERT_TRUE(comes(
            [&] { return screen().map().layout().seatCount() == integration::kTheatreSeats; }));
    }
    boxoffice::InventoryScreen& screen() {
        return *static_cast<boxoffice::InventoryScreen*>(front->window().screen("inventory"));
    }
    // By the dialog that a key has opened.
    QString saves(const char* name) {
        auto* const dialog = front->window().findChild<QFileDialog*>("save_list");
        if (dialog == nullptr) return {};
        const QString path = QString::fromStdString(dir / name);
        dialog->findChild<QLineEdit*>()->setText(path);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
        EXPECT_TRUE(comes([&] { return QFile::exists(path); })) << said();
        backToWindow();
        return path;
    }
    // As a window manager does once a dialog has gone.
    void backToWindow() {
        front->window().activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&front->window()));
    }
    std::string said() { return front->find<QLabel>("message")->text().toStdString(); }
    bool hasRows(int rows) {
        return comes([&] {
            return front->find<QTableView>("manifest")->model()->rowCount() == rows &&
                   front->window().actions().find("inventory.csv")->isEnabled();
        });
    }
    static std::string bytesOf(const QString& path) {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll().toStdString();
    }
    static std::string textOf(const QString& pdf) {
        QProcess reader;
        reader.start("pdftotext", {"-layout", pdf, "-"});
        EXPECT_TRUE(reader.waitForFinished());
        return reader.readAllStandardOutput().toStdString();
    }
    // As the guest does who comes to the box office.
    void collects(const std::string& name) {
        const auto till = house.cashiersTill(0);
        v1::HandOutTicketsRequest request;
        request.set_event(sale.event);
        for (const v1::ManifestLine& each : linesShown()) {
            if (each.name() == name) request.set_order(each.order());
        }
        request.set_request_id(till->client->newRequestId());
        ASSERT_TRUE(till->ask(client::kHandOutTickets, request).done()) << request.order();
    }
    std::vector<v1::ManifestLine> linesShown() {
        const auto* const list = static_cast<const inventory::ManifestModel*>(
            front->find<QTableView>("manifest")->model());
        std::vector<v1::ManifestLine> out;
        for (int row = 0; row < list->rowCount(); ++row) out.push_back(list->at(row));
        return out;
    }
    QString head() {
        for (const QLabel* each : front->window().findChildren<QLabel*>()) {
            if (each->accessibleDescription() == "Event") return each->text();
        }
        return {};
    }

    House& house = House::shared();
    const integration::Sale sale = integration::makeSale(house.stack);
    test::TempDir dir{"lists"};
    std::unique_ptr<Front> front;
};

TEST_F(ListTest, WillCallHasWhoHasNotCollectedOnScreenInItsFileAndOnPaper) {
    front->press(Qt::Key_F5);
    ASSERT_TRUE(hasRows(3));
    ASSERT_NO_FATAL_FAILURE(collects("Rosalinde Eisenstein"));
    front->press(Qt::Key_R, Qt::ControlModifier);
    ASSERT_TRUE(hasRows(1));
    const QAbstractItemModel* const list = front->find<QTableView>("manifest")->model();
    EXPECT_EQ(list->index(0, inventory::ManifestModel::Name).data().toString(), "Prinz Orlofsky");

    front->press(Qt::Key_S, Qt::ControlModifier);
    const std::string csv = bytesOf(saves("call.csv"));
    EXPECT_THAT(csv, HasSubstr("Orlofsky"));
    EXPECT_THAT(csv, Not(HasSubstr("Eisenstein")));
    front->press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    const QString pdf = saves("call.pdf");
    EXPECT_TRUE(bytesOf(pdf).starts_with("%PDF-"));
    if (QStandardPaths::findExecutable("pdftotext").isEmpty()) GTEST_SKIP();
    const std::string paper = textOf(pdf);
    EXPECT_THAT(paper, HasSubstr("Die Fledermaus"));
    EXPECT_THAT(paper, HasSubstr("Will call"));
    EXPECT_THAT(paper, HasSubstr("Prinz Orlofsky"));
    EXPECT_THAT(paper, Not(HasSubstr("Eisenstein")));
}

TEST_F(ListTest, TheManifestOfTheEventGoesToThePrinterThatIsChosenAsItIsOnScreen) {
    front->press(Qt::Key_F4);
    ASSERT_TRUE(hasRows(3));
    front->press(Qt::Key_P, Qt::ControlModifier);
    auto* const dialog = front->window().findChild<QPrintDialog*>();
    ASSERT_NE(dialog, nullptr);
    const QString path = QString::fromStdString(dir / "printed.pdf");
    dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
    dialog->printer()->setOutputFileName(path);
    dialog->done(QDialog::Accepted);
    ASSERT_TRUE(comes([&] { return said().find("at the printer") != std::string::npos; }))
        << said();
    EXPECT_THAT(said(), HasSubstr("1 page"));
    backToWindow();
    front->press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    const QString saved = saves("list.pdf");
    if (QStandardPaths::findExecutable("pdftotext").isEmpty()) GTEST_SKIP();
    ASSERT_TRUE(comes([&] { return textOf(path).find("Orlofsky") != std::string::npos; }));
    for (const QString& each : {path, saved}) {
        const std::string paper = textOf(each);
        EXPECT_THAT(paper, HasSubstr("Die Fledermaus"));
        EXPECT_THAT(paper, HasSubstr("Manifest"));
        for (const v1::ManifestLine& line : linesShown()) {
            EXPECT_THAT(paper, HasSubstr(line.name())) << each.toStdString();
            EXPECT_THAT(paper, HasSubstr(line.label().seat())) << each.toStdString();
        }
    }
}

TEST_F(ListTest, AWholeSectionIsSelectedByOneKeyOnTheMapAndInTheTable) {
    qt::SeatMapModel& map = screen().map();
    front->press(Qt::Key_G, Qt::ControlModifier);
    EXPECT_THAT(said(), HasSubstr("Go to a seat first"));
    EXPECT_TRUE(map.selection().isEmpty());
    front->press(Qt::Key_Right);
    const auto* const view = front->find<qt::SeatMapView>("map");
    const auto sectionOf = [&](int seat) {
        return map.layout().seats()[static_cast<std::size_t>(seat)].section;
    };
    const auto seatsIn = [&](int section) {
        return map.layout().sections()[static_cast<std::size_t>(section)].seatCount;
    };
    const int section = sectionOf(view->place());
    front->press(Qt::Key_G, Qt::ControlModifier);
    EXPECT_EQ(map.selection().size(), seatsIn(section));
    front->press(Qt::Key_F11);
    const int other = section == 0 ? 1 : 0;
    front->find<QComboBox>("section")->setCurrentIndex(other);
    front->find<QTableView>("seats")->selectRow(0);
    front->press(Qt::Key_G, Qt::ControlModifier);
    EXPECT_EQ(map.selection().size(), seatsIn(section) + seatsIn(other));
    EXPECT_EQ(sectionOf(map.selection().first()), std::min(section, other));
    front->press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(map.selection().size(), seatsIn(section));
}

TEST_F(ListTest, TheWindowsHeadNamesTheEventThatIsWorkedOn) {
    EXPECT_EQ(head(), "Die Fledermaus");
    ASSERT_TRUE(front->window().show(QStringLiteral("settings")));
    EXPECT_EQ(head(), "Sold at this till");
    ASSERT_TRUE(front->window().show(QStringLiteral("dashboard")));
    EXPECT_EQ(head(), "Die Fledermaus");
    inventory::EventInView::of(front->window().workplace(), front->desk()).forget();
    EXPECT_EQ(head(), "No event is chosen");
}

// The form's three keys: Enter saves, and what the other two do is in the legend.
TEST_F(ListTest, TheFormOfAnAllocationIsSavedUnnamedAndLeftByActions) {
    const auto can = [&](const char* action) {
        return front->window().actions().find(QLatin1String(action))->isEnabled();
    };
    EXPECT_FALSE(can("inventory.save"));
    front->press(Qt::Key_N, Qt::ControlModifier);
    EXPECT_TRUE(can("inventory.save"));
    EXPECT_FALSE(can("inventory.remove"));
    front->type("Critics");
    front->press(Qt::Key_F9);
    ASSERT_TRUE(comes([&] { return !front->find<QWidget>("allocation_form")->isVisible(); }));
    EXPECT_EQ(inDatabase(sale, "document::text LIKE '%Critics%' FROM event"), "t");
    EXPECT_FALSE(can("inventory.leave"));
    ASSERT_TRUE(
        comes([&] { return front->find<QTableView>("allocations")->model()->rowCount() == 1; }));
    front->press(Qt::Key_F7);
    front->press(Qt::Key_F8);
    ASSERT_TRUE(can("inventory.remove"));
    front->press(Qt::Key_F9, Qt::ShiftModifier);
    ASSERT_TRUE(comes(
        [&] { return inDatabase(sale, "document::text LIKE '%Critics%' FROM event") == "f"; }));
    front->press(Qt::Key_N, Qt::ControlModifier);
    front->window().actions().find("inventory.leave")->trigger();
    EXPECT_FALSE(front->find<QWidget>("allocation_form")->isVisible());
}

}  // namespace
}  // namespace tessera::gui
