// SPDX-License-Identifier: Apache-2.0
// Seats that are set aside on the map, on a real server: in the database, on another till's map,
// in pieces, and with what went wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "shared/qt/desk/refusal_text.h"
#include "tests/gui/inventory/stalls.h"
#include "tests/gui/late_approval.h"
#include "tests/integration/plan_sale.h"

namespace tessera::gui {
namespace {

using client::House;
using inventory::AllocationField;
using inventory::SetStage;
using qt::SeatState;
using qt::SeatStatus;
using testing::HasSubstr;

// By the manager, for the piece that waits for it; `then` comes before it is sent.
void approve(Stalls& office, const std::string& event, const std::function<void()>& then = {},
             bool late = false) {
    v1::ApproveRequest request;
    request.set_login(manager().account.login);
    request.set_pin(kManagersPin);
    request.set_permission("allocate");
    request.set_event(event);
    office.desk.ask(client::kApprove, request, &office.setter,
                    [&office, then, late](const client::Answer<v1::ApproveResponse>& answer) {
                        EXPECT_TRUE(answer.done());
                        if (then) then();
                        const std::string& token = answer.value.token();
                        office.setter.approve(late ? threeMinutesEarlier(token) : token);
                    });
}

class AllocationTest : public testing::Test {
protected:
    ~AllocationTest() override { house.relay->hold(false); }

    std::string seatsAside(int allocation) {
        return inDatabase(sale, "count(*) FROM seat", "allocation = " + std::to_string(allocation));
    }
    std::string setAsides() {
        return inDatabase(sale, "count(*) FROM trail", "action = 'set_allocation'");
    }
    QString folder() const { return QString::fromStdString(dir_ / "till"); }

    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);

private:
    test::TempDir dir_{"inventory"};
};

TEST_F(AllocationTest, SeatsThatAreSetAsideReachTheDatabaseAndAnotherTillsMapWithTheirLetter) {
    Stalls office(sale);
    Stalls colleague(sale);
    ASSERT_TRUE(office.editor.save(office.allocation(3, "Press", v1::Allocation::PRESS), {}));
    ASSERT_TRUE(office.becomesIdle());
    ASSERT_TRUE(office.setter.start(sale.event, 3, {100, 101, 102, 110}));
    ASSERT_TRUE(office.becomesIdle());
    EXPECT_EQ(office.lastSaid(), "4 seats are set aside.");
    EXPECT_EQ(seatsAside(3), "4");
    for (Stalls* const each : {&office, &colleague}) {
        EXPECT_TRUE(comes([&] { return each->map.state(110) == SeatState::blocked(3); }));
        EXPECT_TRUE(comes([&] { return each->line(3) != nullptr && each->line(3)->seats == 4; }));
        EXPECT_EQ(each->book.seatsOf(3), (QList<int>{100, 101, 102, 110}));
    }
    EXPECT_THAT(qt::describeSeat(office.map, 110).toStdString(), HasSubstr("Press"));
    const int row = office.allocations.rowOf(3);
    const auto cell = [&](int column) {
        return office.allocations.index(row, column).data().toString().toStdString();
    };
    EXPECT_EQ(cell(inventory::AllocationModel::Letter), "C");
    EXPECT_EQ(cell(inventory::AllocationModel::Name), "Press");
    EXPECT_EQ(cell(inventory::AllocationModel::Seats), "4");

    ASSERT_TRUE(office.setter.start(sale.event, 0, {100, 101}));
    ASSERT_TRUE(office.becomesIdle());
    EXPECT_EQ(office.lastSaid(), "2 seats are the public's now.");
    EXPECT_EQ(seatsAside(3), "2");
    EXPECT_TRUE(comes([&] { return colleague.map.state(100).status() == SeatStatus::Available; }));
    EXPECT_TRUE(
        comes([&] { return colleague.line(3) != nullptr && colleague.line(3)->seats == 2; }));
}

TEST_F(AllocationTest, SeatsThatWereSoldMeanwhileAreNamedAndTheRestIsDone) {
    Stalls office(sale);
    ASSERT_TRUE(hold(sale, {200, 203}));
    ASSERT_TRUE(office.setter.start(sale.event, 1, {199, 200, 201, 202, 203, 204}));
    ASSERT_TRUE(office.becomesIdle());
    EXPECT_EQ(office.setter.refused(), (QList<int>{200, 203}));
    EXPECT_EQ(office.setter.done(), 6);
    EXPECT_EQ(seatsAside(1), "4");
    EXPECT_THAT(office.lastSaid(), HasSubstr("4 seats are set aside."));
    const qt::SeatLayout& layout = office.map.layout();
    EXPECT_THAT(office.lastSaid(), HasSubstr(layout.seats()[200].label.toStdString()));
    EXPECT_THAT(office.lastSaid(), HasSubstr("meanwhile"));
}

TEST_F(AllocationTest, ManySeatsGoInPiecesAndTheirProgressIsTold) {
    Stalls office(sale, {.pieceMost = 25});
    QList<int> seats;
    for (int seat = 300; seat < 390; ++seat) seats << seat;
    QList<int> steps;
    QObject::connect(&office.setter, &inventory::AllocationSetter::changed, [&] {
        if (steps.isEmpty() || steps.last() != office.setter.done()) steps << office.setter.done();
    });
    ASSERT_TRUE(office.setter.start(sale.event, 2, seats));
    EXPECT_FALSE(office.setter.start(sale.event, 2, seats));  // One after the other.
    ASSERT_TRUE(office.becomesIdle());
    EXPECT_EQ(steps, (QList<int>{0, 25, 50, 75, 90}));
    EXPECT_EQ(seatsAside(2), "90");
    EXPECT_EQ(setAsides(), "4");
}

TEST_F(AllocationTest, AWholeArenaIsSetAsideInPiecesOfTenThousandAndToldOnce) {
    sale = integration::makeSaleOn(house.stack, "riverside-arena");
    Stalls office(sale);
    const int all = office.map.layout().seatCount();
    ASSERT_GT(all, inventory::AllocationSetter::kPieceMost);
    QList<int> seats(all);
    std::iota(seats.begin(), seats.end(), 0);
    QList<int> steps;
    QObject::connect(&office.setter, &inventory::AllocationSetter::changed, [&] {
        EXPECT_TRUE(office.setter.total() == all);
        if (steps.isEmpty() || steps.last() != office.setter.done()) steps << office.setter.done();
    });
    QElapsedTimer clock;
    clock.start();
    ASSERT_TRUE(office.setter.start(sale.event, 1, seats));
    ASSERT_TRUE(office.becomesIdle());
    const qint64 answered = clock.elapsed();
    EXPECT_EQ(steps, (QList<int>{0, inventory::AllocationSetter::kPieceMost, all}));
    EXPECT_EQ(office.said, (QStringList{QString("%1 seats are set aside.").arg(all)}));
    EXPECT_EQ(seatsAside(1), std::to_string(all));
    EXPECT_EQ(setAsides(), "2");
    EXPECT_TRUE(comes([&] {
        return office.line(1) != nullptr && office.line(1)->seats == all &&
               office.map.state(all - 1) == SeatState::blocked(1);
    }));
    RecordProperty("answered_ms", static_cast<int>(answered));
    RecordProperty("on_the_map_ms", static_cast<int>(clock.elapsed()));
}

TEST_F(AllocationTest, AnAnswerThatNeverCameIsAskedForAfterARestartAndNothingIsDoneTwice) {
    auto office = std::make_unique<Stalls>(
        sale,
        StallsOptions{.folder = folder(), .relayed = true, .pieceMost = 3, .patienceMillis = 300});
    QDir().mkpath(folder());
    house.relay->hold(true);
    ASSERT_TRUE(office->setter.start(sale.event, 5, {400, 401, 402, 403}));
    ASSERT_TRUE(comes([&] { return office->setter.stage() == SetStage::Unknown; }));
    EXPECT_THAT(office->lastSaid(), HasSubstr("not known"));
    ASSERT_TRUE(comes([&] { return seatsAside(5) == "3"; }));
    office.reset();
    house.relay->cut();
    house.relay->hold(false);

    Stalls again(sale, {.folder = folder(), .pieceMost = 3});
    ASSERT_TRUE(again.becomesIdle());
    EXPECT_EQ(again.lastSaid(), "4 seats are set aside.");
    EXPECT_EQ(seatsAside(5), "4");
    EXPECT_EQ(setAsides(), "2");
    EXPECT_FALSE(QFile::exists(folder() + "/allocation_in_hand"));
}

TEST_F(AllocationTest, WorkThatCannotBeReadAnyMoreIsSetAsideAndItIsSaidOnce) {
    ASSERT_TRUE(QDir().mkpath(folder()));
    QFile torn(folder() + "/allocation_in_hand");
    ASSERT_TRUE(torn.open(QIODevice::WriteOnly));
    torn.write("half a piece");
    torn.close();
    Stalls office(sale, {.folder = folder()});
    office.setter.goOn();
    EXPECT_EQ(office.said, QStringList{qt::unreadText()});
    EXPECT_TRUE(QFile::exists(torn.fileName() + ".unread"));
    EXPECT_FALSE(office.setter.isUnderWay());
}

TEST_F(AllocationTest, WhatOthersNamedMeanwhileStaysAndAChangeOfTheSameNameIsSaid) {
    Stalls office(sale);
    Stalls colleague(sale);
    ASSERT_TRUE(office.editor.save(office.allocation(1, "House"), {}));
    ASSERT_TRUE(office.becomesIdle());
    ASSERT_TRUE(
        colleague.editor.save(colleague.allocation(2, "Artist", v1::Allocation::ARTIST), {}));
    ASSERT_TRUE(colleague.becomesIdle());
    EXPECT_EQ(colleague.book.nameOf(1).toStdString(), "House");

    const v1::Allocation before = office.allocation(1, "House");
    ASSERT_TRUE(colleague.editor.save(office.allocation(1, "Sponsors"), before));
    ASSERT_TRUE(colleague.becomesIdle());
    ASSERT_TRUE(office.editor.save(office.allocation(1, "Friends"), before));
    ASSERT_TRUE(office.becomesIdle());
    EXPECT_THAT(office.lastSaid(), HasSubstr("it is \"Sponsors\" now"));
    EXPECT_EQ(office.book.nameOf(1).toStdString(), "Sponsors");
    EXPECT_EQ(office.book.nameOf(2).toStdString(), "Artist");

    ASSERT_TRUE(office.editor.save(office.allocation(1, "Friends"),
                                   office.view.event().config().allocations(0)));
    ASSERT_TRUE(office.becomesIdle());
    EXPECT_EQ(office.lastSaid(), "Saved.");
    ASSERT_TRUE(office.editor.remove(office.view.event().config().allocations(1)));
    ASSERT_TRUE(office.becomesIdle());
    EXPECT_EQ(office.view.event().config().allocations_size(), 1);
    EXPECT_EQ(office.book.nameOf(1).toStdString(), "Friends");
}

TEST_F(AllocationTest, ANameThatIsNotTakenIsRefusedAtItsFieldWithTheLimit) {
    Stalls office(sale);
    EXPECT_FALSE(office.editor.save(office.allocation(1, ""), {}));
    EXPECT_EQ(office.fields.last(), AllocationField::Name);
    EXPECT_FALSE(office.editor.save(office.allocation(1, std::string(101, 'x')), {}));
    EXPECT_THAT(office.lastSaid(), HasSubstr("100 bytes"));
    EXPECT_EQ(office.fields.last(), AllocationField::Name);
}

TEST_F(AllocationTest, ASupervisorsSeatsWaitForSomebodyElsesApprovalAndEachPieceForItsOwn) {
    Stalls office(sale, {.pieceMost = 2, .supervisor = true});
    const auto approved = [&] {
        approve(office, sale.event);
        return comes([&] { return office.setter.stage() != SetStage::NeedsApproval; }) &&
               comes([&] { return office.setter.stage() != SetStage::Asking; });
    };
    ASSERT_TRUE(office.setter.start(sale.event, 7, {600, 601, 602}));
    EXPECT_EQ(office.setter.stage(), SetStage::NeedsApproval);
    EXPECT_EQ(seatsAside(7), "0");
    ASSERT_TRUE(approved());
    EXPECT_EQ(seatsAside(7), "2");
    EXPECT_EQ(office.setter.stage(), SetStage::NeedsApproval);
    ASSERT_TRUE(approved());
    EXPECT_EQ(office.setter.stage(), SetStage::Idle);
    EXPECT_EQ(seatsAside(7), "3");

    ASSERT_TRUE(office.setter.start(sale.event, 0, {600}));
    office.setter.giveUp();
    EXPECT_EQ(office.setter.stage(), SetStage::Idle);
    EXPECT_EQ(office.lastSaid(), "Not approved: 1 seat was left as it is.");
    EXPECT_EQ(office.setter.unapproved(), QList<int>{600});
    EXPECT_EQ(seatsAside(7), "3");

    ASSERT_TRUE(office.setter.start(sale.event, 0, {600, 601, 602}));
    ASSERT_TRUE(approved());
    office.setter.giveUp();
    EXPECT_EQ(office.lastSaid(),
              "2 seats are the public's now. Not approved: 1 seat was left as it is.");
    EXPECT_EQ(office.setter.unapproved(), QList<int>{602});
    EXPECT_EQ(seatsAside(7), "1");
}

TEST_F(AllocationTest, AnApprovalThatComesLateLeavesTheRestAndAnotherOneDoesIt) {
    Stalls office(sale, {.pieceMost = 2, .supervisor = true});
    int asked = 0;
    QObject::connect(&office.setter, &inventory::AllocationSetter::changed,
                     [&] { asked += office.setter.stage() == SetStage::Asking ? 1 : 0; });
    ASSERT_TRUE(office.setter.start(sale.event, 9, {620, 621, 622}));
    const auto judged = [&](bool late) {
        const int before = asked;
        approve(office, sale.event, {}, late);
        return comes([&] { return asked > before && office.setter.stage() != SetStage::Asking; });
    };
    ASSERT_TRUE(judged(true));
    EXPECT_EQ(office.setter.stage(), SetStage::NeedsApproval);
    EXPECT_THAT(office.lastSaid(), HasSubstr("too late"));
    EXPECT_EQ(seatsAside(9), "0");
    ASSERT_TRUE(judged(false));
    EXPECT_EQ(seatsAside(9), "2") << office.lastSaid();
    ASSERT_TRUE(judged(false));
    EXPECT_EQ(seatsAside(9), "3");
    EXPECT_EQ(office.setter.stage(), SetStage::Idle);
    EXPECT_EQ(office.lastSaid(), "3 seats are set aside.");
}

TEST_F(AllocationTest, WhatIsNotKnownIsAskedOnThoughTheFolderTakesNothingAnyMore) {
    Stalls office(sale, {.folder = folder(), .relayed = true, .patienceMillis = 300});
    QDir().mkpath(folder());
    house.relay->hold(true);
    ASSERT_TRUE(office.setter.start(sale.event, 10, {630, 631}));
    ASSERT_TRUE(comes([&] { return office.setter.stage() == SetStage::Unknown; }));
    ASSERT_TRUE(comes([&] { return seatsAside(10) == "2"; }));
    // Where a folder is, no file can be written.
    const QString file = folder() + "/allocation_in_hand";
    ASSERT_TRUE(QFile::remove(file) && QDir().mkpath(file + "/taken"));
    house.relay->cut();
    house.relay->hold(false);
    ASSERT_TRUE(office.becomesIdle());
    EXPECT_EQ(office.lastSaid(), "2 seats are set aside.");
    EXPECT_EQ(setAsides(), "1");
}

TEST_F(AllocationTest, WhoGivesUpWhatWasAskedBeforeHearsThatItIsNotKnown) {
    Stalls office(sale,
                  {.relayed = true, .pieceMost = 2, .patienceMillis = 300, .supervisor = true});
    ASSERT_TRUE(office.setter.start(sale.event, 8, {610, 611, 612}));
    approve(office, sale.event, [&] { house.relay->hold(true); });
    ASSERT_TRUE(comes([&] { return office.setter.stage() == SetStage::Unknown; }));
    ASSERT_TRUE(comes([&] { return seatsAside(8) == "2"; }));
    house.relay->cut();
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return office.setter.stage() == SetStage::NeedsApproval; }));

    office.setter.giveUp();
    EXPECT_EQ(office.setter.stage(), SetStage::Idle);
    EXPECT_THAT(office.lastSaid(), HasSubstr("not known"));
    EXPECT_EQ(seatsAside(8), "2");
    EXPECT_EQ(setAsides(), "1");
}

TEST_F(AllocationTest, NothingIsSetAsideUnderAnAllocationWhoseTimeHasCome) {
    Stalls office(sale);
    v1::Allocation past = office.allocation(1, "Press");
    past.mutable_release_time()->set_seconds(office.desk.serverTime().micros / 1'000'000 - 60);
    ASSERT_TRUE(office.editor.save(past, {}));
    ASSERT_TRUE(office.becomesIdle());
    ASSERT_TRUE(office.setter.start(sale.event, 1, {500}));
    ASSERT_TRUE(office.becomesIdle());
    EXPECT_THAT(office.lastSaid(), HasSubstr("Its release time has come"));
    EXPECT_EQ(seatsAside(1), "0");
}

}  // namespace
}  // namespace tessera::gui
