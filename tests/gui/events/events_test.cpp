// SPDX-License-Identifier: Apache-2.0
// From nothing to a reservation, by keys; and nothing that was typed is lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/setup/series.h"
#include "shared/qt/setup/typed.h"
#include "tests/gui/events/office.h"
#include "tests/support/model_rules.h"

namespace tessera::gui {
namespace {

using client::House;
using setup::EditStage;
using testing::HasSubstr;

std::int64_t minorOf(const integration::Json& money) {
    return std::stoll(money.value("minorUnits", "0"));
}

const QString kPlan = QStringLiteral(TESSERA_SOURCE_DIR "/plans/grand-theatre.json");
constexpr auto kShift = Qt::ShiftModifier;

class EventsTest : public testing::Test {
protected:
    ~EventsTest() override { House::shared().relay->hold(false); }
    House& house = House::shared();
};

void typeVenueAndPlan(Office& at) {
    at.press(Qt::Key_F12);
    ASSERT_EQ(QApplication::focusWidget(), at.front->find<QLineEdit>("venue_name"));
    at.fill("Grand Theatre");
    at.fill("Wien");
    at.fill("austria");
    at.fill("Europe/Vienna");
    at.control(Qt::Key_S);
    EXPECT_THAT(at.message("venue_message"), HasSubstr("two capital letters"));
    EXPECT_EQ(QApplication::focusWidget(), at.front->find<QLineEdit>("venue_country"));
    at.control(Qt::Key_A);
    at.front->type("AT");
    at.control(Qt::Key_S);
    ASSERT_TRUE(comes([&] { return at.message("venue_message") == "The venue is saved."; }));
    at.control(Qt::Key_I);
    at.front->type(kPlan);
    at.press(Qt::Key_Return);
    ASSERT_THAT(at.message("plan_title"), HasSubstr("not imported yet"));
    EXPECT_EQ(at.screen().board().layout().seat_count(), 1221);
}

void paintTheStalls(Office& at) {
    at.control(Qt::Key_S);  // Imports what is looked at.
    ASSERT_TRUE(comes([&] { return at.screen().board().isOpen(); })) << at.message("paint_message");
    at.control(Qt::Key_B, kShift);
    at.cell("Front");
    const int front = at.screen().board().rowCount() - 1;
    at.press(Qt::Key_F11);
    at.press(Qt::Key_Up);
    at.control(Qt::Key_G);
    at.press(Qt::Key_Return);
    const QModelIndex places = at.screen().board().index(front, setup::PaintBoard::Places);
    EXPECT_GT(places.data().toString().remove(u',').toInt(), 100);
    EXPECT_TRUE(at.screen().board().isChanged());
    at.control(Qt::Key_Z);
    EXPECT_EQ(places.data().toString(), "0");
    at.control(Qt::Key_G);
    at.press(Qt::Key_Return);
    const std::string before = at.screen().board().layout().layout();
    at.control(Qt::Key_S);
    ASSERT_TRUE(comes([&] { return at.screen().board().layout().layout() != before; }))
        << at.message("paint_message");
    EXPECT_EQ(at.screen().board().layout().version(), 2);
}

void typeTheEvent(Office& at) {
    at.control(Qt::Key_N);
    ASSERT_TRUE(comes([&] { return at.editor().stage() == EditStage::Editing; }));
    at.press(Qt::Key_F2);
    at.fill("Die Fledermaus");
    at.fill("2031-03-30 02:30");
    at.fill("3 h");
    at.fill("EUR");
    at.press(Qt::Key_F3);
    at.cell("Adult");
    at.press(Qt::Key_Down);
    at.cell("Child");
    auto* const prices = at.front->find<QTableView>("prices");
    prices->setFocus();
    for (int band = 0; band < prices->model()->rowCount(); ++band) {
        prices->setCurrentIndex(prices->model()->index(band, 0));
        at.cell("50");
        at.press(Qt::Key_Right);
        at.cell("25.5");
    }
    at.press(Qt::Key_F4);
    at.fill("Service");  // Tab goes to the next cell while one types.
    at.press(Qt::Key_Tab);
    at.cell("2.50");
    auto* const taxes = at.front->find<QTableView>("taxes");
    taxes->setFocus();
    taxes->setCurrentIndex(taxes->model()->index(0, 0));
    at.fill("VAT 10 %");
    at.type("10");
    at.control(Qt::Key_S);  // Takes the cell that is being typed into, too.
    // That hour is skipped that night: said at its field, and the focus is there.
    EXPECT_THAT(at.message("edit_message"), HasSubstr("Begins"));
    EXPECT_EQ(QApplication::focusWidget(), at.front->find<QLineEdit>("startsAt"));
    at.control(Qt::Key_A);
    at.front->type("2031-03-30 19:30");
    EXPECT_THAT(at.message("below_startsAt"), HasSubstr("Sun 30 Mar 2031"));
}

TEST_F(EventsTest, FromNothingToAReservationAtThePriceThatWasTypedByKeys) {
    Office at;
    for (const char* const each : {"codes", "paint_bands", "prices", "venues", "plans"}) {
        auto* const view = at.front->find<QAbstractItemView>(each);
        new test::ModelRules(view->model(), view);
    }
    typeVenueAndPlan(at);
    paintTheStalls(at);
    typeTheEvent(at);
    ASSERT_TRUE(at.saves()) << at.message("edit_message");
    at.press(Qt::Key_F9);
    at.fill("friends");
    at.front->type("10 %");
    at.press(Qt::Key_Return);
    auto* const codes = at.front->find<QTableView>("codes");
    ASSERT_TRUE(comes([&] { return codes->model()->rowCount() == 1; }))
        << at.message("edit_message");
    EXPECT_EQ(codes->model()->index(0, setup::CodeBook::Code).data(), "FRIENDS");
    at.control(Qt::Key_O);
    ASSERT_TRUE(comes([&] { return at.editor().event().sale_state() == v1::OPEN; }));
    const v1::Price& shown = at.editor().event().config().prices(0);
    EXPECT_EQ(shown.minor_units(), 5'000);
    integration::Buyer buyer(integration::Edge::Rest, house.stack);
    const auto held = buyer.hold({.event = at.editor().event().event()}, {0});
    ASSERT_TRUE(held.ok()) << held;
    EXPECT_EQ(minorOf(held.body.at("price").at("total")), shown.all_in().minor_units());
    EXPECT_EQ(shown.all_in().minor_units(), 5'250);
}

TEST_F(EventsTest, ADraftOutlivesTheAppAndAChangeByOthersIsShownBeforeItIsPutAway) {
    const integration::Sale sale = integration::makeSale(house.stack);
    Office at;
    ASSERT_TRUE(at.opens(sale.event));
    at.form().setField("name", "My name");
    at.form().setField("limits.perOrder", "4");
    at.editor().keep();
    setup::Errands errands(at.front->desk(), {});
    setup::EventEditor again(at.front->desk(), errands, at.front->folder());
    again.open(sale.event);
    ASSERT_TRUE(comes([&] { return again.stage() == EditStage::Editing; }));
    EXPECT_TRUE(again.isChanged());
    EXPECT_EQ(again.form().field("name"), "My name");
    // Somebody else, meanwhile: one field of mine and one that is not.
    v1::UpdateEventRequest theirs;
    theirs.set_event(sale.event);
    theirs.set_request_id(at.front->desk().newRequestId());
    theirs.mutable_config()->set_name("Their name");
    theirs.mutable_config()->set_terms("No cameras");
    theirs.mutable_update_mask()->add_paths("name");
    theirs.mutable_update_mask()->add_paths("terms");
    bool done = false;
    at.front->desk().ask(client::kUpdateEvent, theirs, &at.front->window(),
                         [&](const client::Answer<v1::Event>& answer) { done = answer.done(); });
    ASSERT_TRUE(comes([&] { return done; }));
    at.control(Qt::Key_S);
    ASSERT_TRUE(comes([&] { return !at.editor().conflicts().isEmpty(); }));
    EXPECT_EQ(at.editor().conflicts().first(), "Name is now: Their name");
    EXPECT_EQ(at.form().field("name"), "My name");
    EXPECT_EQ(at.form().field("terms"), "No cameras");
    ASSERT_TRUE(at.saves());
    EXPECT_EQ(at.editor().event().config().name(), "My name");
    EXPECT_EQ(at.editor().event().config().terms(), "No cameras");
    EXPECT_EQ(at.editor().event().config().limits().per_order(), 4);
    EXPECT_TRUE(QDir(at.front->folder() + "/event_drafts").isEmpty());
}

TEST_F(EventsTest, AnEventWhoseAnswerIsCutOffIsMadeOnceAlsoWhereTheAppWasStartedAnew) {
    const integration::Sale sale = integration::makeSale(house.stack);
    const std::string count = "SELECT count(*) FROM event";
    const std::string before = house.stack.psql(count);
    Office at(true);
    v1::CopyEventRequest copy;
    copy.set_event(sale.event);
    copy.add_starts_at()->set_seconds(1'990'000'000);
    const auto enough = client::Millis(500);
    std::vector<bool> recovered;
    {
        setup::Errands errands(at.front->desk(), at.front->folder(), enough);
        house.relay->hold(true);
        ASSERT_TRUE((errands.start<v1::CopyEventRequest, v1::CopyEventResponse>(
            client::kCopyEvent, copy, &errands,
            [](const client::Answer<v1::CopyEventResponse>&) {})));
        EXPECT_FALSE((errands.start<v1::CopyEventRequest, v1::CopyEventResponse>(
            client::kCopyEvent, copy, &errands, {})));
        ASSERT_TRUE(comes([&] { return errands.isUnknown(); }));
        ASSERT_TRUE(comes([&] { return house.stack.psql(count) != before; }));
    }
    EXPECT_TRUE(QFile::exists(at.front->folder() + "/setup_in_hand"));
    house.relay->cut();
    house.relay->hold(false);
    setup::Errands anew(at.front->desk(), at.front->folder(), enough);
    QObject::connect(
        &anew, &setup::Errands::recovered,
        [&](const QByteArray&, const QByteArray&, bool done) { recovered.push_back(done); });
    anew.goOn();
    ASSERT_TRUE(comes([&] { return !recovered.empty(); }));
    EXPECT_TRUE(recovered.front());
    EXPECT_FALSE(QFile::exists(at.front->folder() + "/setup_in_hand"));
    EXPECT_EQ(std::stoi(house.stack.psql(count)), std::stoi(before) + 1);
}

TEST_F(EventsTest, ASeriesOverTheChangeOfClocksBeginsAtTheSameHourAndItsWindowsGoAlong) {
    const integration::Sale sale = integration::makeSale(house.stack, {.open = false});
    Office at;
    ASSERT_TRUE(at.opens(sale.event));
    at.form().setField("startsAt", "2031-03-23 19:30");
    at.form().setField("saleWindows.opensAt", "2031-03-01 10:00");
    ASSERT_TRUE(at.saves()) << at.message("edit_message");
    at.control(Qt::Key_D);
    auto* const times = at.front->find<QLineEdit>("copy_times");
    EXPECT_EQ(at.front->find<QLineEdit>("copy_first")->text().toStdString(), "2031-03-30 19:30");
    times->setText("2");
    times->setFocus();
    at.press(Qt::Key_Return);
    EXPECT_EQ(at.front->find<QPlainTextEdit>("copy_dates")->toPlainText().toStdString(),
              "2031-03-30 19:30\n2031-04-06 19:30");
    const std::string before = house.stack.psql("SELECT count(*) FROM event");
    at.control(Qt::Key_S);
    ASSERT_TRUE(comes([&] { return at.message("copy_message") == "2 events made, as drafts."; }))
        << at.message("copy_message");
    EXPECT_EQ(std::stoi(house.stack.psql("SELECT count(*) FROM event")), std::stoi(before) + 2);
    setup::EventList list(at.front->desk());
    test::ModelRules tester(&list);
    std::string made;
    list.search(QString::fromStdString(at.editor().event().config().name()));
    ASSERT_TRUE(comes([&] {
        for (int row = 0; row < list.rowCount(); ++row) {
            if (setup::typedTime(list.at(row).starts_at(), "Europe/Berlin") == "2031-03-30 19:30") {
                made = list.at(row).event();
            }
        }
        return !made.empty();
    }));
    ASSERT_TRUE(at.opens(made));
    EXPECT_EQ(at.form().field("saleWindows.opensAt"), "2031-03-08 10:00");
    EXPECT_EQ(at.editor().event().sale_state(), v1::DRAFT);
}

TEST_F(EventsTest, APlanThatCannotBeImportedNamesThePathAndStaysToBeSeen) {
    Office at;
    at.press(Qt::Key_F12);
    auto* const venues = at.front->find<QListView>("venues");
    ASSERT_TRUE(comes([&] { return venues->model()->rowCount() > 0; }));
    venues->setCurrentIndex(venues->model()->index(0, 0));
    QFile good(kPlan);
    ASSERT_TRUE(good.open(QIODevice::ReadOnly));
    QByteArray text = good.readAll();
    const auto twice = text.indexOf("GT-Stalls-A-2\"");
    ASSERT_GT(twice, 0);
    text.replace(twice, 13, "GT-Stalls-A-1");
    QFile bad(at.front->folder() + "/bad.json");
    ASSERT_TRUE(bad.open(QIODevice::WriteOnly));
    bad.write(text);
    bad.close();
    at.control(Qt::Key_I);
    at.front->type(bad.fileName());
    at.press(Qt::Key_Return);
    ASSERT_THAT(at.message("plan_title"), HasSubstr("not imported yet"));
    at.control(Qt::Key_S);
    ASSERT_TRUE(comes([&] { return !at.message("paint_message").empty(); }));
    EXPECT_THAT(at.message("paint_message"), HasSubstr("$.zones[0].rows[0].seats[1].seat_guid"));
    EXPECT_FALSE(at.screen().board().isOpen());
}

}  // namespace
}  // namespace tessera::gui
