// SPDX-License-Identifier: Apache-2.0
// The form of an allocation in the window: what is typed is what is kept, and no late answer takes
// it; and an approval that is left.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/inventory/inventory_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "shared/qt/desk/approval_dialog.h"
#include "tests/gui/inventory/stalls.h"
#include "tests/gui/looks.h"

namespace tessera::gui {
namespace {

using client::House;
using inventory::SetStage;
using testing::HasSubstr;

class FormTest : public testing::Test {
protected:
    ~FormTest() override { house.relay->hold(false); }
    void TearDown() override { plainLook(); }
    void start(const client::Account& who, bool relayed = false) {
        using namespace boxoffice;
        front = std::make_unique<Front>(
            relayed ? house.relay->port() : house.stack.ports().staff, manager().device,
            ScreenList{screenOf<EnrolScreen>(), screenOf<SigninScreen>(),
                       screenOf<InventoryScreen>()});
        front->window().resize(1600, 1000);
        front->window().workplace().setEvent({sale.event, "Die Fledermaus"});
        ASSERT_TRUE(front->signIn(who));
        ASSERT_TRUE(front->window().show(QStringLiteral("inventory")));
        ASSERT_TRUE(comes(
            [&] { return screen().map().layout().seatCount() == integration::kTheatreSeats; }));
    }
    boxoffice::InventoryScreen& screen() {
        return *static_cast<boxoffice::InventoryScreen*>(front->window().screen("inventory"));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        front->press(key, modifiers);
    }
    bool formIsOpen() { return front->find<QWidget>("allocation_form")->isVisible(); }
    bool closes() {
        return comes([&] { return !formIsOpen(); });
    }
    std::string name() { return front->find<QLineEdit>("allocation_name")->text().toStdString(); }
    std::string heading() {
        return front->find<QLabel>("allocation_heading")->text().toStdString();
    }
    std::string said() { return front->find<QLabel>("message")->text().toStdString(); }
    bool says(const char* text) {
        return comes([&] { return said().find(text) != std::string::npos; });
    }
    int named() { return front->find<QTableView>("allocations")->model()->rowCount(); }
    // Of the entry with that name, as it is in the database; empty: it has no such field.
    std::string kept(const std::string& named, const std::string& field) {
        return inDatabase(sale,
                          "each->>'" + field +
                              "' FROM event, jsonb_array_elements(document::jsonb->'allocations') "
                              "AS each",
                          "each->>'name' = '" + named + "'");
    }
    qt::ApprovalDialog* dialog() {
        for (auto* const each : front->window().findChildren<qt::ApprovalDialog*>()) {
            if (each->isVisible()) return each;
        }
        return nullptr;
    }
    void leavesDialog() {
        ASSERT_NE(dialog(), nullptr);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        ASSERT_EQ(dialog(), nullptr);
        front->window().activateWindow();  // As a window manager does.
        ASSERT_TRUE(QTest::qWaitForWindowActive(&front->window()));
    }

    House& house = House::shared();
    const integration::Sale sale = integration::makeSale(house.stack);
    std::unique_ptr<Front> front;
};

TEST_F(FormTest, EveryKindIsKeptAsItIsTyped) {
    ASSERT_NO_FATAL_FAILURE(start(manager().account));
    const std::pair<const char*, const char*> kinds[] = {
        {"House", "HOUSE"}, {"Artist", "ARTIST"},         {"Promoter", "PROMOTER"},
        {"Press", "PRESS"}, {"Accessible", "ACCESSIBLE"}, {"Other", "OTHER"}};
    int made = 0;
    for (const auto& [typed, kind] : kinds) {
        press(Qt::Key_N, Qt::ControlModifier);
        front->type(QString("Of ") + typed);
        auto* const box = front->find<QComboBox>("allocation_kind");
        box->setFocus();
        for (int i = 0; i < made; ++i) press(Qt::Key_Down);
        ASSERT_EQ(box->currentText(), typed);
        press(Qt::Key_F9);
        ASSERT_TRUE(closes()) << typed;
        EXPECT_EQ(kept(std::string("Of ") + typed, "kind"), kind);
        EXPECT_EQ(kept(std::string("Of ") + typed, "releaseTime"), "") << typed;
        ++made;
        ASSERT_TRUE(comes([&] { return named() == made; }));
    }
}

// Typed section by section, the year first: a shorter month takes no day.
void typeTime(QDateTimeEdit& field, const QDateTime& at) {
    const std::pair<QDateTimeEdit::Section, QString> sections[] = {
        {QDateTimeEdit::YearSection, at.toString("yy")},
        {QDateTimeEdit::MonthSection, at.toString("MM")},
        {QDateTimeEdit::DaySection, at.toString("dd")},
        {QDateTimeEdit::HourSection, at.toString("HH")},
        {QDateTimeEdit::MinuteSection, at.toString("mm")}};
    for (const auto& [section, digits] : sections) {
        field.setFocus();
        field.setSelectedSection(section);
        QTest::keyClicks(&field, digits);
    }
}

TEST_F(FormTest, AReleaseTimeIsKeptAsTheVenuesClockSaysAndAnHourThatItLeavesOutIsRefused) {
    ASSERT_NO_FATAL_FAILURE(start(manager().account));
    languages().use(QStringLiteral("de"));  // Whose clock has no halves.
    const QTimeZone there("Europe/Vienna");
    QDateTime change = QDateTime::currentDateTimeUtc();
    const auto offset = [&](const QDateTime& at) { return there.offsetFromUtc(at); };
    do {
        change = there.nextTransition(change).atUtc;
    } while (offset(change) <= offset(change.addSecs(-1)));
    const QDateTime skipped = change.addSecs(offset(change.addSecs(-1)) + 30 * 60);

    press(Qt::Key_N, Qt::ControlModifier);
    front->type("Presse");
    front->find<QCheckBox>("allocation_timed")->setFocus();
    press(Qt::Key_Space);
    auto& field = *front->find<QDateTimeEdit>("allocation_time");
    ASSERT_TRUE(field.isEnabled());
    typeTime(field, skipped);
    ASSERT_EQ(field.dateTime().toString("yyyy-MM-dd HH:mm"), skipped.toString("yyyy-MM-dd HH:mm"));
    press(Qt::Key_F9);
    const auto* const wrong = front->find<QLabel>("allocation_time_wrong");
    EXPECT_TRUE(wrong->isVisible() && !wrong->text().isEmpty());
    EXPECT_EQ(QApplication::focusWidget(), &field);
    EXPECT_EQ(kept("Presse", "name"), "");

    const QDateTime before(skipped.date().addDays(-1), QTime(18, 45), there);
    typeTime(field, before);
    press(Qt::Key_Return);
    ASSERT_TRUE(closes()) << wrong->text().toStdString();
    EXPECT_EQ(kept("Presse", "releaseTime"),
              before.toUTC().toString("yyyy-MM-ddTHH:mm:ssZ").toStdString());
    EXPECT_EQ(kept("Presse", "kind"), "HOUSE");
}

TEST_F(FormTest, ALateAnswerTakesNothingOfTheFormThatIsOpenMeanwhile) {
    ASSERT_NO_FATAL_FAILURE(start(manager().account, true));
    press(Qt::Key_N, Qt::ControlModifier);
    front->type("Critics");
    house.relay->hold(true);
    press(Qt::Key_F9);
    press(Qt::Key_Escape);
    ASSERT_FALSE(formIsOpen());
    press(Qt::Key_N, Qt::ControlModifier);
    front->type("Sponsors");
    house.relay->hold(false);
    ASSERT_TRUE(says("Saved."));
    EXPECT_TRUE(formIsOpen());
    EXPECT_EQ(name(), "Sponsors");
    EXPECT_EQ(heading(), "New allocation 1");
    press(Qt::Key_F9);
    ASSERT_TRUE(comes([&] { return heading() == "New allocation 2"; })) << "1 is the one's before";
    press(Qt::Key_F9);
    ASSERT_TRUE(closes());
    EXPECT_EQ(kept("Critics", "allocationNo"), "1");
    EXPECT_EQ(kept("Sponsors", "allocationNo"), "2");
}

TEST_F(FormTest, WhatIsTypedWhileItIsBeingSavedStaysAndIsSavedNext) {
    ASSERT_NO_FATAL_FAILURE(start(manager().account, true));
    press(Qt::Key_N, Qt::ControlModifier);
    front->type("Critics");
    house.relay->hold(true);
    press(Qt::Key_F9);
    front->type(" of Graz");
    house.relay->hold(false);
    ASSERT_TRUE(says("Saved."));
    ASSERT_TRUE(formIsOpen());
    EXPECT_EQ(name(), "Critics of Graz");
    press(Qt::Key_F9);
    ASSERT_TRUE(closes());
    EXPECT_EQ(kept("Critics of Graz", "allocationNo"), "1");
    EXPECT_EQ(kept("Critics", "allocationNo"), "");
}

// It said "New allocation" still, and its name could not be taken away.
TEST_F(FormTest, ANewOneThatIsSavedWhileMoreIsTypedIsThatOneFromThenOn) {
    ASSERT_NO_FATAL_FAILURE(start(manager().account, true));
    auto* const remove = front->find<QWidget>("allocation_remove");
    press(Qt::Key_N, Qt::ControlModifier);
    EXPECT_EQ(heading(), "New allocation 1");
    EXPECT_FALSE(remove->isVisible());
    front->type("Critics");
    house.relay->hold(true);
    press(Qt::Key_F9);
    front->type(" of Graz");
    house.relay->hold(false);
    ASSERT_TRUE(says("Saved."));
    EXPECT_EQ(heading(), "Change allocation 1");
    EXPECT_TRUE(remove->isVisible());
    EXPECT_EQ(name(), "Critics of Graz") << "what was typed meanwhile stays";
    press(Qt::Key_F9, Qt::ShiftModifier);
    ASSERT_TRUE(closes());
    EXPECT_EQ(kept("Critics", "allocationNo"), "");
}

TEST_F(FormTest, ALateRefusalStandsAtNoOtherForm) {
    ASSERT_NO_FATAL_FAILURE(start(manager().account, true));
    press(Qt::Key_N, Qt::ControlModifier);
    front->type("Critics");
    Stalls colleague(sale);
    ASSERT_TRUE(colleague.editor.save(colleague.allocation(1, "Friends"), {}));
    ASSERT_TRUE(colleague.becomesIdle());
    house.relay->hold(true);
    press(Qt::Key_F9);
    press(Qt::Key_Escape);
    press(Qt::Key_N, Qt::ControlModifier);
    front->type("Sponsors");
    house.relay->hold(false);
    ASSERT_TRUE(says("Somebody has named number 1 meanwhile"));
    EXPECT_TRUE(formIsOpen());
    EXPECT_FALSE(front->find<QLabel>("allocation_name_wrong")->isVisible());
    EXPECT_EQ(name(), "Sponsors");
}

TEST_F(FormTest, TheKeysThatOpenAFormLeaveWhatIsTypedInOne) {
    ASSERT_NO_FATAL_FAILURE(start(manager().account));
    press(Qt::Key_N, Qt::ControlModifier);
    front->type("Critics");
    press(Qt::Key_F9);
    ASSERT_TRUE(closes());
    ASSERT_TRUE(comes([&] { return named() == 1; }));
    press(Qt::Key_N, Qt::ControlModifier);
    front->type("Sponsors");
    for (const auto& [key, modifier] :
         {std::pair{Qt::Key_F8, Qt::NoModifier}, std::pair{Qt::Key_N, Qt::ControlModifier}}) {
        front->find<QComboBox>("allocation_kind")->setFocus();
        press(key, modifier);
        EXPECT_EQ(QApplication::focusWidget(), front->find<QWidget>("allocation_name"));
        EXPECT_EQ(name(), "Sponsors");
    }
    press(Qt::Key_F9);
    ASSERT_TRUE(closes());
    EXPECT_EQ(kept("Sponsors", "allocationNo"), "2");
}

TEST_F(FormTest, AnApprovalThatWasLeftIsAskedForAgainAndGivenUpItsSeatsStaySelected) {
    ASSERT_NO_FATAL_FAILURE(start(house.supervisor));
    auto& map = screen().map();
    map.select({700, 701, 702});
    press(Qt::Key_D, Qt::ControlModifier);
    ASSERT_NO_FATAL_FAILURE(leavesDialog());
    EXPECT_THAT(said(), HasSubstr("Not approved yet"));
    EXPECT_EQ(screen().setter().stage(), SetStage::NeedsApproval);
    press(Qt::Key_D, Qt::ControlModifier);
    ASSERT_TRUE(front->approve(manager().account, kManagersPin));
    ASSERT_TRUE(says("the public's now."));

    map.select({700, 701, 702});
    press(Qt::Key_D, Qt::ControlModifier);
    ASSERT_NO_FATAL_FAILURE(leavesDialog());
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_NO_FATAL_FAILURE(leavesDialog());
    press(Qt::Key_Period, Qt::ControlModifier);
    EXPECT_EQ(said(), "Not approved: 3 seats were left as they are.");
    EXPECT_FALSE(screen().setter().isUnderWay());
    EXPECT_EQ(map.selection(), (QList<int>{700, 701, 702}));
}

}  // namespace
}  // namespace tessera::gui
