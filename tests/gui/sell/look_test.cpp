// SPDX-License-Identifier: Apache-2.0
// How the sell screen looks with a sale on it, in every language, theme and size.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/sell/sell_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "boxoffice-app/shell/find_panel.h"
#include "shared/qt/sale/band_model.h"
#include "shared/qt/sale/cart.h"
#include "tests/gui/front.h"
#include "tests/gui/looks.h"
#include "tests/gui/sell/fake_house.h"

namespace tessera::gui {
namespace {

TEST(FindPanelTest, AnEnterThatIsFasterThanTheAnswerNeverChoosesWhatWasFoundBefore) {
    QStringListModel model({"Die Fledermaus"});
    boxoffice::FindPanel panel(model);
    QSignalSpy chosen(&panel, &boxoffice::FindPanel::chosen);
    QSignalSpy nothing(&panel, &boxoffice::FindPanel::nothingChosen);
    panel.show();
    auto* const field = panel.findChild<QLineEdit*>("find");
    QTest::keyClicks(field, "Carmen");
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_EQ(chosen.count(), 0);
    model.setStringList({"Carmen", "Carmen suite"});
    panel.answered({});
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.at(0).at(0).toInt(), 0);

    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(chosen.at(1).at(0).toInt(), 1);

    QTest::keyClicks(field, "!");
    QTest::keyClick(field, Qt::Key_Return);
    model.setStringList({});
    panel.answered({});
    EXPECT_EQ(chosen.count(), 2);
    EXPECT_EQ(nothing.count(), 1);
}

// The app at the fake house.
class FakeFront {
public:
    FakeFront() : store_(QString::fromStdString(dir_ / "till")) {
        const client::Endpoint endpoint = house.endpoint();
        const client::Identity& identity = client::House::shared().identities.at(0);
        EXPECT_TRUE(store_.keep({.address = QString::fromStdString(endpoint.address),
                                 .device = "device",
                                 .name = "Till 1",
                                 .authorityPem = endpoint.authorityPem,
                                 .keyPem = identity.keyPem,
                                 .certificatePem = identity.certificatePem}));
        window = std::make_unique<boxoffice::MainWindow>(
            boxoffice::WindowParts{desk, store_, theme(), languages()},
            boxoffice::ScreenList{boxoffice::screenOf<boxoffice::EnrolScreen>(),
                                  boxoffice::screenOf<boxoffice::SigninScreen>(),
                                  boxoffice::screenOf<boxoffice::SellScreen>()});
        window->resize(1600, 1000);
        window->workplace().setEvent({kFakeEvent, "Die Fledermaus"});
        window->show();
        window->activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
        desk.signIn("cora", "secret", {}, window.get(), {});
        auto* const bands = find<QTableView>("bands");
        EXPECT_TRUE(comes([&] { return bands->model()->rowCount() == 4; }));
    }
    template <class Widget>
    Widget* find(const char* name) {
        return window->findChild<Widget*>(QLatin1String(name));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    void run(const char* action) { window->actions().find(QLatin1String(action))->trigger(); }
    sale::Cart& cart() { return sale::Cart::of(window->workplace()); }

    FakeHouse house;

private:
    test::TempDir dir_{"sell"};
    qt::DeskStore store_;

public:
    qt::Desk desk{"boxoffice/1.0.0"};
    std::unique_ptr<boxoffice::MainWindow> window;
};

class SellLookTest : public testing::Test {
protected:
    void SetUp() override {
        std::vector<int> sold;
        std::vector<int> others;
        std::vector<int> blocked;
        for (int seat = 0; seat < kFakeSeats; ++seat) {
            if (seat * 7 % 11 < 3) sold.push_back(seat);
            if (seat * 5 % 23 == 1) others.push_back(seat);
            if (seat >= 352 && seat < 364) blocked.push_back(seat);
        }
        front.house.setSeats(sold, 2);
        front.house.setSeats(others, 1);
        front.house.setSeats(blocked, 3);
        QTest::keyClicks(front.find<QLineEdit>("quick"), "2+1b");
        QTest::keyClick(front.find<QLineEdit>("quick"), Qt::Key_Return);
        ASSERT_TRUE(comes([&] { return front.cart().stage() == sale::CartStage::Held; }));
        const QAbstractItemModel* const bands = front.find<QTableView>("bands")->model();
        EXPECT_TRUE(comes([&] {
            return bands->index(0, sale::BandModel::Free).data().toString() == QStringLiteral("89");
        }));
        v1::Customer customer;
        customer.set_name("Rosalinde Eisenstein");
        customer.set_email("rosalinde@example.org");
        front.cart().setCustomer(customer);
        front.cart().setNote("collects at the door");
    }
    void TearDown() override { plainLook(); }
    void everywhere(const char* page) {
        lookEverywhere(*front.window, QLatin1String(page), data());
    }
    std::set<QString> data() {
        std::set<QString> data{"Cora",
                               "Till 1",
                               "Die Fledermaus",
                               "Rosalinde Eisenstein",
                               "rosalinde@example.org",
                               "+43 660 1234567",
                               "Stalls",
                               "Circle",
                               "Gallery",
                               front.find<QLabel>("event_facts")->text()};
        for (const qt::Language& language : qt::Languages::all()) data.insert(language.name);
        return data;
    }
    FakeFront front;
};

TEST_F(SellLookTest, EachPageCanBeUsedInEveryLanguageThemeAndSize) {
    front.run("app.home");
    everywhere("sell-map");
    front.run("sell.events");
    auto* const found = front.find<QWidget>("event_panel")->findChild<QListView*>();
    EXPECT_TRUE(comes([&] { return found->model()->rowCount() > 0; }));
    everywhere("sell-events");
    front.run("sell.table");
    everywhere("sell-table");
    front.run("sell.customer");
    QTest::keyClicks(QApplication::focusWidget(), "Ros");
    auto* const people = front.find<QWidget>("customer_panel")->findChild<QListView*>();
    EXPECT_TRUE(comes([&] { return people->model()->rowCount() > 0; }));
    everywhere("sell-customer");
    front.run("sell.change_customer");
    everywhere("sell-customer-form");
    front.run("app.home");
    // A change of language closes what is asked.
    lookEverywhere(
        [&] {
            front.run("sell.price");
            return front.window.get();
        },
        "sell-price", data());
}

TEST_F(SellLookTest, AllBandsAreInSightWhereTheCartHasRoomForFourRowsBeneath) {
    const auto* const bands = front.find<QTableView>("bands");
    const auto* const cart = front.find<QTableView>("cart");
    const auto least = [&] { return bands->height() == theme().scaled(150); };
    EXPECT_TRUE(comes([&] { return bands->verticalScrollBar()->maximum() == 0; }));
    EXPECT_GT(bands->height(), theme().scaled(150));
    EXPECT_GE(cart->viewport()->height(), 4 * cart->rowHeight(0));
    front.window->resize(1600, 680);
    EXPECT_TRUE(comes(least));
    front.window->resize(1600, 1000);
    EXPECT_TRUE(comes([&] { return bands->verticalScrollBar()->maximum() == 0; }));
    theme().apply(qt::ThemeKind::Light, 200);
    EXPECT_TRUE(comes(least));
}

TEST_F(SellLookTest, SeatsAreSelectedInTheTableAsOnTheMap) {
    front.run("sell.give_back");
    ASSERT_TRUE(comes([&] { return front.cart().stage() == sale::CartStage::Empty; }));
    front.run("sell.table");
    auto* const table = front.find<QTableView>("seats");
    EXPECT_EQ(QApplication::focusWidget(), table);
    table->selectRow(1);
    front.press(Qt::Key_Space);
    table->selectRow(4);
    front.press(Qt::Key_Space);
    front.press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return front.cart().stage() == sale::CartStage::Held; }));
    ASSERT_EQ(front.cart().reservation().seats_size(), 2);
    EXPECT_EQ(front.cart().reservation().seats(0).seat_no(), 1);
    EXPECT_EQ(front.cart().reservation().seats(1).seat_no(), 4);
}

TEST_F(SellLookTest, TheSeatUnderTheKeysIsSaidWithWhoHasIt) {
    front.run("sell.map");
    auto* const line = front.find<QLabel>("seat_line");
    front.press(Qt::Key_Right);
    ASSERT_TRUE(comes([&] { return line->text().contains("row"); }));
    for (int i = 0; i < 20 && !line->text().contains("Sold"); ++i) front.press(Qt::Key_Left);
    ASSERT_TRUE(line->text().contains("Sold")) << line->text().toStdString();
    EXPECT_TRUE(comes([&] { return line->text().contains("on the web"); }));
}

}  // namespace
}  // namespace tessera::gui
