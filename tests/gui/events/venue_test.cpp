// SPDX-License-Identifier: Apache-2.0
// Venues by keys, the seats of a plan as a table, and what the window's head says meanwhile.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/seat_map/seat_table_model.h"
#include "tests/gui/events/office.h"

namespace tessera::gui {
namespace {

using client::House;
using testing::HasSubstr;

class VenueTest : public testing::Test {
protected:
    ~VenueTest() override { House::shared().relay->hold(false); }
    static std::string inDatabase(const std::string& what) {
        return House::shared().stack.psql("SELECT " + what);
    }
    static void typeVenue(Office& at, const QString& name) {
        at.press(Qt::Key_F12);
        at.control(Qt::Key_N, Qt::ShiftModifier);
        ASSERT_EQ(QApplication::focusWidget(), at.front->find<QLineEdit>("venue_name"));
        at.fill(name);
        at.fill("Wien");
        at.fill("AT");
        at.fill("Europe/Vienna");
        at.control(Qt::Key_S);
        ASSERT_TRUE(comes([&] { return at.message("venue_message") == "The venue is saved."; }))
            << at.message("venue_message");
    }
    static QString headOf(Front& front) {
        for (const QLabel* each : front.window().findChildren<QLabel*>()) {
            if (each->accessibleDescription() == "Event") return each->text();
        }
        return {};
    }
};

TEST_F(VenueTest, AVenueIsEditedByKeysAndAFieldThatIsWrongKeepsWhatIsTyped) {
    Office at;
    typeVenue(at, "Theatre of yesterday");
    auto* const name = at.front->find<QLineEdit>("venue_name");
    auto* const zone = at.front->find<QLineEdit>("venue_zone");
    name->setFocus();
    at.control(Qt::Key_A);
    at.fill("Theatre of today");
    zone->setFocus();
    at.control(Qt::Key_A);
    at.front->type("Europe/Nowhere");
    at.control(Qt::Key_S);
    EXPECT_THAT(at.message("venue_message"), HasSubstr("Time zone"));
    EXPECT_EQ(QApplication::focusWidget(), zone);
    EXPECT_EQ(name->text(), "Theatre of today");
    EXPECT_EQ(inDatabase("count(*) FROM venue WHERE name = 'Theatre of today'"), "0");
    at.control(Qt::Key_A);
    at.front->type("Europe/Rome");
    at.control(Qt::Key_S);
    ASSERT_TRUE(comes([] {
        return inDatabase("time_zone FROM venue WHERE name = 'Theatre of today'") == "Europe/Rome";
    })) << at.message("venue_message");
    EXPECT_EQ(inDatabase("count(*) FROM venue WHERE name = 'Theatre of yesterday'"), "0");
    auto* const venues = at.front->find<QListView>("venues");
    EXPECT_TRUE(comes(
        [&] { return venues->currentIndex().data().toString() == "Theatre of today, Wien"; }));
}

TEST_F(VenueTest, WhatAColleagueHasChangedMeanwhileStaysWhenAnotherFieldIsSaved) {
    Office at;
    typeVenue(at, "Hall of two hands");
    Office colleague;
    colleague.press(Qt::Key_F12);
    auto* const theirs = colleague.front->find<QListView>("venues");
    const auto row = [&] {
        return theirs->model()->match(theirs->model()->index(0, 0), Qt::DisplayRole,
                                      "Hall of two hands, Wien");
    };
    ASSERT_TRUE(comes([&] { return !row().isEmpty(); }));
    theirs->setCurrentIndex(row().front());
    const auto save = [](Office& who, const char* field, const QString& text) {
        who.front->window().activateWindow();  // Whose keyboard it is.
        ASSERT_TRUE(QTest::qWaitForWindowActive(&who.front->window()));
        who.front->find<QLineEdit>(field)->setFocus();
        who.control(Qt::Key_A);
        who.front->type(text);
        who.control(Qt::Key_S);
    };
    save(colleague, "venue_city", "Linz");
    ASSERT_TRUE(comes([] {
        return inDatabase("city FROM venue WHERE name = 'Hall of two hands'") == "Linz";
    })) << colleague.message("venue_message");
    save(at, "venue_zone", "Europe/Rome");
    ASSERT_TRUE(comes([] {
        return inDatabase("time_zone FROM venue WHERE name = 'Hall of two hands'") == "Europe/Rome";
    })) << at.message("venue_message");
    EXPECT_EQ(inDatabase("city FROM venue WHERE name = 'Hall of two hands'"), "Linz");
    // What the form shows by now is what the next save is compared with.
    EXPECT_TRUE(comes([&] { return at.front->find<QLineEdit>("venue_city")->text() == "Linz"; }));
    ASSERT_TRUE(
        comes([&] { return at.front->window().actions().find("events.save")->isEnabled(); }));
    at.control(Qt::Key_S);
    EXPECT_TRUE(comes([&] { return at.message("venue_message") == "Nothing is changed."; }))
        << at.message("venue_message");
    EXPECT_EQ(inDatabase("city FROM venue WHERE name = 'Hall of two hands'"), "Linz");
}

TEST_F(VenueTest, WhatIsTypedAfterAVenueWasSentStays) {
    Office at(true);
    typeVenue(at, "Hall of two sentences");
    const auto type = [&](const char* field, const QString& text) {
        at.front->find<QLineEdit>(field)->setFocus();
        at.control(Qt::Key_A);
        at.front->type(text);
    };
    House::shared().relay->hold(true);
    type("venue_city", "Linz");
    at.control(Qt::Key_S);
    ASSERT_TRUE(comes([] {
        return inDatabase("city FROM venue WHERE name = 'Hall of two sentences'") == "Linz";
    }));
    type("venue_name", "Hall of the second");
    House::shared().relay->hold(false);
    const QAction* const save = at.front->window().actions().find("events.save");
    ASSERT_TRUE(comes([&] { return save->isEnabled(); })) << at.message("venue_message");
    EXPECT_EQ(at.front->find<QLineEdit>("venue_name")->text(), "Hall of the second");
    EXPECT_EQ(at.front->find<QLineEdit>("venue_city")->text(), "Linz");
    at.control(Qt::Key_S);
    EXPECT_TRUE(comes([] {
        return inDatabase("city FROM venue WHERE name = 'Hall of the second'") == "Linz";
    })) << at.message("venue_message");
}

TEST_F(VenueTest, WhatIsTypedAfterANewVenueWasSentStays) {
    Office at(true);
    at.press(Qt::Key_F12);
    at.control(Qt::Key_N, Qt::ShiftModifier);
    for (const char* each : {"Hall of the first", "Wien", "AT", "Europe/Vienna"}) at.fill(each);
    House::shared().relay->hold(true);
    at.control(Qt::Key_S);
    ASSERT_TRUE(comes(
        [] { return inDatabase("count(*) FROM venue WHERE name = 'Hall of the first'") == "1"; }));
    auto* const city = at.front->find<QLineEdit>("venue_city");
    city->setFocus();
    at.control(Qt::Key_A);
    at.front->type("Steyr");
    House::shared().relay->hold(false);
    const QAction* const save = at.front->window().actions().find("events.save");
    ASSERT_TRUE(comes([&] { return save->isEnabled(); })) << at.message("venue_message");
    EXPECT_EQ(city->text(), "Steyr");
    EXPECT_EQ(at.front->find<QLineEdit>("venue_name")->text(), "Hall of the first");
    at.control(Qt::Key_S);
    EXPECT_TRUE(comes([] {
        return inDatabase("city FROM venue WHERE name = 'Hall of the first'") == "Steyr";
    })) << at.message("venue_message");
    EXPECT_EQ(inDatabase("count(*) FROM venue WHERE name = 'Hall of the first'"), "1");
}

TEST_F(VenueTest, AnEditWhoseAnswerIsLostIsAskedAgainAndDoneOnce) {
    Office at(true);
    typeVenue(at, "Hall without an answer");
    House::shared().relay->hold(true);
    auto* const city = at.front->find<QLineEdit>("venue_city");
    city->setFocus();
    at.control(Qt::Key_A);
    at.front->type("Linz");
    at.control(Qt::Key_S);
    EXPECT_FALSE(at.front->window().actions().find("events.save")->isEnabled());
    ASSERT_TRUE(comes([] {
        return inDatabase("city FROM venue WHERE name = 'Hall without an answer'") == "Linz";
    }));
    House::shared().relay->cut();
    House::shared().relay->hold(false);
    EXPECT_TRUE(comes([&] {
        return at.front->window().actions().find("events.save")->isEnabled();
    })) << at.message("venue_message");
    EXPECT_EQ(at.message("venue_message"), "The venue is saved.");
    EXPECT_EQ(inDatabase("count(*) FROM venue WHERE name = 'Hall without an answer'"), "1");
    EXPECT_EQ(city->text(), "Linz");
}

TEST_F(VenueTest, ThePlansSeatsAreATableInWhichTheyArePaintedAndReadAloud) {
    Office at;
    typeVenue(at, "Theatre with a table");
    at.control(Qt::Key_I);
    at.front->type(TESSERA_SOURCE_DIR "/plans/grand-theatre.json");
    at.press(Qt::Key_Return);
    at.control(Qt::Key_S);
    ASSERT_TRUE(comes([&] { return at.screen().board().isOpen(); })) << at.message("paint_message");
    at.press(Qt::Key_F11, Qt::ShiftModifier);
    auto* const seats =
        at.front->find<QWidget>("paint_seats")->findChild<QTableView*>(QStringLiteral("seats"));
    ASSERT_EQ(QApplication::focusWidget(), seats);
    EXPECT_FALSE(at.front->find<QWidget>("paint_map")->isVisible());
    QAccessibleInterface* const table = QAccessible::queryAccessibleInterface(seats);
    ASSERT_NE(table, nullptr);
    ASSERT_NE(table->tableInterface(), nullptr);
    EXPECT_EQ(table->text(QAccessible::Name), "Seats of the section");
    EXPECT_GT(table->tableInterface()->rowCount(), 20);
    at.press(Qt::Key_Down);
    at.press(Qt::Key_Space);
    const int seat = seats->currentIndex().row();
    EXPECT_EQ(seat, 1);
    QAccessibleInterface* const cell =
        table->tableInterface()->cellAt(1, qt::SeatTableModel::Status);
    ASSERT_NE(cell, nullptr);
    EXPECT_TRUE(cell->text(QAccessible::Name).endsWith(" Selected."))
        << cell->text(QAccessible::Name).toStdString();
    const QModelIndex places =
        at.screen().board().index(at.screen().board().rowCount() - 1, setup::PaintBoard::Places);
    const QString before = places.data().toString();
    at.control(Qt::Key_B);
    auto* const bands = at.front->find<QTableView>("paint_bands");
    bands->setCurrentIndex(bands->model()->index(bands->model()->rowCount() - 1, 0));
    at.press(Qt::Key_F11, Qt::ShiftModifier);
    at.press(Qt::Key_Return);
    EXPECT_THAT(at.message("paint_message"), HasSubstr("1 seat"));
    EXPECT_NE(places.data().toString(), before);
    at.control(Qt::Key_G);
    at.press(Qt::Key_Return);
    EXPECT_THAT(at.message("paint_message"), testing::Not(HasSubstr("1 seat painted")));
    at.press(Qt::Key_Escape);
    EXPECT_TRUE(at.front->find<QWidget>("paint_map")->isVisible()) << "the table is left first";
    at.press(Qt::Key_Right);
    at.press(Qt::Key_Space);
    at.press(Qt::Key_Escape);
    EXPECT_TRUE(at.front->find<QWidget>("paint_map")->isVisible()) << "the selection is left first";
    at.press(Qt::Key_Escape);
    EXPECT_TRUE(at.front->find<QListView>("venues")->isVisible());
}

TEST_F(VenueTest, TheHeadNamesTheEventThatIsEditedAndNotTheOneThatIsSold) {
    const integration::Sale sale = integration::makeSale(House::shared().stack);
    Office at;
    at.front->window().workplace().setEvent({"evt_other", "Sold at this till"});
    EXPECT_EQ(headOf(*at.front), "No event chosen");
    ASSERT_TRUE(at.opens(sale.event));
    EXPECT_EQ(headOf(*at.front), "Die Fledermaus");
    ASSERT_TRUE(at.front->window().show(QStringLiteral("settings")));
    EXPECT_EQ(headOf(*at.front), "Sold at this till");
    ASSERT_TRUE(at.front->window().show(QStringLiteral("events")));
    EXPECT_EQ(headOf(*at.front), "Die Fledermaus");
}

}  // namespace
}  // namespace tessera::gui
