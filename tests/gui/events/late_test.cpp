// SPDX-License-Identifier: Apache-2.0
// An answer that comes after another event, venue or plan was opened changes nothing that is shown.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/base/ids.h"
#include "tests/gui/events/office.h"

namespace tessera::gui {
namespace {

using client::House;
using setup::EditStage;

class LateTest : public testing::Test {
protected:
    ~LateTest() override { house.relay->hold(false); }
    bool isIdle() {
        return comes([&] { return !errands.isUnderWay(); });
    }
    std::string saleOf(const integration::Sale& sale) {
        return house.stack.psql("SELECT sale FROM event WHERE event_id = " +
                                std::to_string(decodePublicId(sale.event).value_or(0)));
    }
    std::string layouts() { return house.stack.psql("SELECT count(*) FROM layout"); }

    House& house = House::shared();
    Office at{true};
    qt::Desk& desk = at.front->desk();
    setup::Errands errands{desk, {}};
};

TEST_F(LateTest, AnEventThatIsOpenedStaysOpenWhenTheAnswerAboutTheOneBeforeComes) {
    const integration::Sale first = integration::makeSale(house.stack);
    const integration::Sale second = integration::makeSale(house.stack);
    setup::EventEditor editor(desk, errands, at.front->folder());
    const auto shows = [&](const integration::Sale& sale) {
        return comes([&] {
            return editor.stage() == EditStage::Editing && editor.event().event() == sale.event;
        });
    };
    editor.open(first.event);
    ASSERT_TRUE(shows(first));
    const std::string before = saleOf(first);
    house.relay->hold(true);
    editor.closeSale();
    ASSERT_TRUE(comes([&] { return saleOf(first) != before; }));
    editor.open(second.event);
    house.relay->hold(false);
    ASSERT_TRUE(isIdle());
    ASSERT_TRUE(shows(second));
    EXPECT_FALSE(editor.isChanged());
    EXPECT_EQ(editor.event().sale_state(), v1::OPEN);
    // The last one that was asked for, in whichever order they are answered.
    house.relay->hold(true);
    editor.open(first.event);
    editor.open(second.event);
    house.relay->hold(false);
    EXPECT_TRUE(shows(second));
}

TEST_F(LateTest, WhatWasTypedAfterItWasSentIsThereWhenItsEventIsOpenedAgain) {
    const integration::Sale first = integration::makeSale(house.stack);
    const integration::Sale second = integration::makeSale(house.stack);
    setup::EventEditor editor(desk, errands, at.front->folder());
    editor.open(first.event);
    ASSERT_TRUE(comes([&] { return editor.stage() == EditStage::Editing; }));
    const std::string before = saleOf(first);
    house.relay->hold(true);
    editor.closeSale();
    ASSERT_TRUE(comes([&] { return saleOf(first) != before; }));
    editor.form().setField("name", "Typed later");
    editor.open(second.event);
    house.relay->hold(false);
    ASSERT_TRUE(isIdle());
    ASSERT_TRUE(comes([&] { return editor.event().event() == second.event; }));
    editor.open(first.event);
    ASSERT_TRUE(comes([&] { return editor.form().field("name") == "Typed later"; }));
    EXPECT_TRUE(editor.isChanged());
}

TEST_F(LateTest, APlanOfAnotherVenueIsNotOpenedWhenItsImportIsAnswered) {
    integration::theatreLayout(house.stack);
    setup::VenueBook book(desk, errands);
    v1::Venue hall;
    hall.set_name("Hall of the late answers");
    hall.set_city("Linz");
    hall.set_time_zone("Europe/Vienna");
    book.save(hall);
    ASSERT_TRUE(comes([&] { return !book.venue().venue().empty(); }));
    ASSERT_TRUE(comes([&] { return book.row() >= 0; }));
    const int own = book.row();
    int other = 0;
    while (!book.venues().index(other).data().toString().contains("Graz")) ++other;
    int imported = 0;
    QObject::connect(&book, &setup::VenueBook::imported, [&](const std::string&) { ++imported; });
    QFile plan(QStringLiteral(TESSERA_SOURCE_DIR "/plans/grand-theatre.json"));
    ASSERT_TRUE(plan.open(QIODevice::ReadOnly));
    const std::string before = layouts();
    house.relay->hold(true);
    book.import(plan.readAll(), "Late plan");
    ASSERT_TRUE(comes([&] { return layouts() != before; }));
    book.choose(other);
    const std::string chosen = book.venue().venue();
    book.choose(own);
    book.choose(other);
    house.relay->hold(false);
    ASSERT_TRUE(isIdle());
    EXPECT_EQ(imported, 0);
    EXPECT_EQ(book.venue().venue(), chosen);
    ASSERT_TRUE(comes([&] { return !book.layoutList().isEmpty(); }));
    for (const v1::LayoutSummary& each : book.layoutList()) EXPECT_NE(each.name(), "Late plan");
}

TEST_F(LateTest, AVenueThatIsChosenStaysWhenTheOneBeforeIsSaved) {
    integration::theatreLayout(house.stack);
    setup::VenueBook book(desk, errands);
    v1::Venue hall;
    hall.set_name("Hall that is saved late");
    hall.set_city("Linz");
    hall.set_time_zone("Europe/Vienna");
    book.save(hall);
    ASSERT_TRUE(comes([&] { return book.row() >= 0; }));
    int other = 0;
    while (!book.venues().index(other).data().toString().contains("Graz")) ++other;
    int saved = 0;
    QObject::connect(&book, &setup::VenueBook::saved, [&] { ++saved; });
    hall = book.venue();
    hall.set_city("Wels");
    house.relay->hold(true);
    book.save(hall);
    ASSERT_TRUE(comes([&] {
        return house.stack.psql("SELECT city FROM venue WHERE name = '" + hall.name() + "'") ==
               "Wels";
    }));
    book.choose(other);
    const std::string chosen = book.venue().venue();
    house.relay->hold(false);
    ASSERT_TRUE(isIdle());
    EXPECT_EQ(book.venue().venue(), chosen);
    EXPECT_EQ(saved, 0);
}

TEST_F(LateTest, APlanThatIsOpenedStaysOpenWhenTheBandsOfTheOneBeforeAreSaved) {
    const std::string first = integration::theatreLayout(house.stack);
    qt::SeatMapModel map;
    setup::PaintBoard board({desk, errands, map, {}});
    std::vector<std::string> saved;
    QObject::connect(&board, &setup::PaintBoard::saved,
                     [&](const std::string& layout) { saved.push_back(layout); });
    const auto shows = [&](const std::string& layout) {
        return comes([&] { return board.isOpen() && board.layout().layout() == layout; });
    };
    board.open(first);
    ASSERT_TRUE(shows(first));
    ASSERT_GE(board.addBand(), 0);
    board.save({});
    ASSERT_TRUE(comes([&] { return saved.size() == 1; }));
    const std::string second = saved.front();
    const std::string before = layouts();
    house.relay->hold(true);
    ASSERT_GE(board.addBand(), 0);
    board.save({});
    ASSERT_TRUE(comes([&] { return layouts() != before; }));
    board.open(second);
    house.relay->hold(false);
    ASSERT_TRUE(isIdle());
    ASSERT_TRUE(shows(second));
    EXPECT_EQ(saved.size(), 1U);  // Nobody is led away to the third.
    house.relay->hold(true);
    board.open(first);
    board.open(second);
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return !board.isChanged(); }));
    EXPECT_TRUE(shows(second));
}

// Each of them asked, and the second answer ended what had been begun on the first.
TEST_F(LateTest, WhatIsAskedAgainByMoreThanOneReasonIsAnsweredOnceAndEndsNothingElse) {
    const auto enough = client::Millis(300);
    setup::Errands hasty(desk, {}, enough);
    std::vector<std::string> answered;
    const auto make = [&](const std::string& name, const std::function<void()>& then) {
        v1::CreateVenueRequest request;
        request.set_name(name);
        request.set_city("Linz");
        request.set_time_zone("Europe/Vienna");
        EXPECT_TRUE((hasty.start<v1::CreateVenueRequest, v1::Venue>(
            client::kCreateVenue, request, &hasty, [&answered, then](const auto& answer) {
                answered.push_back(answer.value.name());
                if (then) then();
            })));
    };
    house.relay->hold(true);
    make("Hall that was asked for twice", [&] {
        if (answered.size() == 1) make("Hall of the next", nullptr);
    });
    ASSERT_TRUE(comes([&] { return hasty.isUnknown(); }));
    hasty.goOn();
    hasty.goOn();
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return answered.size() >= 2 && !hasty.isUnderWay(); }));
    // Whatever else is on its way has come before what is asked now.
    bool last = false;
    desk.ask(client::kListVenues, {}, &hasty, [&](const auto&) { last = true; });
    ASSERT_TRUE(comes([&] { return last; }));
    EXPECT_THAT(answered,
                testing::ElementsAre("Hall that was asked for twice", "Hall of the next"));
}

TEST_F(LateTest, WhatIsUnderWayIsNotDoneAtAnotherServer) {
    setup::Errands here(desk, at.front->folder());
    std::vector<client::Outcome> answered;
    v1::CreateVenueRequest request;
    request.set_name("Hall of the house before");
    request.set_city("Linz");
    request.set_time_zone("Europe/Vienna");
    house.relay->cut();
    house.relay->hold(true);
    ASSERT_TRUE((here.start<v1::CreateVenueRequest, v1::Venue>(
        client::kCreateVenue, request, &here,
        [&](const auto& answer) { answered.push_back(answer.outcome); })));
    here.leaveServer();
    EXPECT_THAT(answered, testing::ElementsAre(client::Outcome::Unknown));
    EXPECT_FALSE(here.isUnderWay());
    house.relay->cut();
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return desk.linkIsUp(); }));
    setup::Errands next(desk, at.front->folder());
    EXPECT_TRUE(next.mayStart()) << "nothing is left of it on the disk";
    EXPECT_EQ(answered.size(), 1U);
}

TEST_F(LateTest, AnEventThatIsLookedAtIsNotTheOneThatWasCancelledMeanwhile) {
    const integration::Sale first = integration::makeSale(house.stack);
    const integration::Sale second = integration::makeSale(house.stack);
    setup::EventEditor editor(desk, errands, {});
    const auto read = [&](const integration::Sale& sale) {
        editor.open(sale.event);
        EXPECT_TRUE(comes([&] {
            return editor.stage() == EditStage::Editing && editor.event().event() == sale.event;
        }));
        return editor.event();
    };
    const v1::Event one = read(first);
    const v1::Event two = read(second);
    setup::EventEnd end(desk, errands, at.front->folder());
    end.setEvent(one);
    end.drafts().open(one.event());
    end.drafts().set("end_note", "Sorry");
    house.relay->hold(true);
    end.cancel(QString::fromStdString(one.config().name()), "Sorry");
    end.setEvent(two);
    end.drafts().open(two.event());
    end.drafts().set("end_note", "Not this one");
    house.relay->hold(false);
    ASSERT_TRUE(isIdle());
    EXPECT_EQ(end.shown().event(), second.event);
    EXPECT_FALSE(end.shown().has_disruption());
    EXPECT_TRUE(end.progressLines().isEmpty());
    EXPECT_EQ(end.drafts().typed().value("end_note"), "Not this one");
    EXPECT_TRUE(end.drafts().open(first.event).isEmpty());
}

}  // namespace
}  // namespace tessera::gui
