// SPDX-License-Identifier: Apache-2.0
// What a hand and the keys do on the map.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtGui/QHelpEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QToolTip>

#include "tests/qt/seat_map_fixture.h"

namespace tessera::qt {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void drag(QWidget* view, QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton) {
    QTest::mousePress(view, button, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, view->mapToGlobal(to), Qt::NoButton, button, {});
    QApplication::sendEvent(view, &move);
    QTest::mouseRelease(view, button, {}, to);
}

TEST(SeatMapViewTest, AClickTakesASeatInAndOut) {
    Hall hall;
    const QSignalSpy selected(&hall.model, &SeatMapModel::selectionChanged);
    QTest::mouseClick(hall.view.get(), Qt::LeftButton, {}, hall.pointOf(7));
    EXPECT_THAT(hall.model.selection(), ElementsAre(7));
    QTest::mouseClick(hall.view.get(), Qt::LeftButton, {}, hall.pointOf(7));
    EXPECT_THAT(hall.model.selection(), IsEmpty());
    EXPECT_EQ(selected.count(), 2);
}

TEST(SeatMapViewTest, ASeatThatIsSoldCanBeSelectedToo) {
    Hall hall;
    ASSERT_EQ(hall.model.apply(std::vector<SeatChange>{{7, SeatState(SeatStatus::Sold)}}, 1),
              ApplyOutcome::Applied);
    QTest::mouseClick(hall.view.get(), Qt::LeftButton, {}, hall.pointOf(7));
    EXPECT_THAT(hall.model.selection(), ElementsAre(7));
}

TEST(SeatMapViewTest, AShiftClickTakesTheRowFromTheLastSeatOn) {
    Hall hall;
    QTest::mouseClick(hall.view.get(), Qt::LeftButton, {}, hall.pointOf(7));
    QTest::mouseClick(hall.view.get(), Qt::LeftButton, Qt::ShiftModifier, hall.pointOf(10));
    EXPECT_THAT(hall.model.selection(), ElementsAre(7, 8, 9, 10));
    QTest::mouseClick(hall.view.get(), Qt::LeftButton, Qt::ShiftModifier, hall.pointOf(13));
    EXPECT_THAT(hall.model.selection(), ElementsAre(7, 8, 9, 10, 13)) << "another row: one seat";
}

TEST(SeatMapViewTest, ARectangleTakesAllSeatsInItInOneStep) {
    Hall hall;
    const QPoint margin(12, 12);
    drag(hall.view.get(), hall.pointOf(0) - 2 * margin, hall.pointOf(7) + margin);
    EXPECT_THAT(hall.model.selection(), ElementsAre(0, 1, 6, 7));
    EXPECT_TRUE(hall.model.undoSelection());
    EXPECT_THAT(hall.model.selection(), IsEmpty());
}

TEST(SeatMapViewTest, AQuickStrokeSkipsNoSeatAndIsOneStepOfUndo) {
    Hall hall;
    drag(hall.view.get(), hall.pointOf(1), hall.pointOf(4));
    EXPECT_THAT(hall.model.selection(), ElementsAre(1, 2, 3, 4));
    drag(hall.view.get(), hall.pointOf(2), hall.pointOf(3));
    EXPECT_THAT(hall.model.selection(), ElementsAre(1, 4)) << "begun on a selected one: takes away";
    QTest::keySequence(hall.view.get(), QKeySequence(QKeySequence::Undo));
    EXPECT_THAT(hall.model.selection(), testing::UnorderedElementsAre(1, 2, 3, 4));
}

TEST(SeatMapViewTest, ArrowsGoFromSeatToSeatAndSpaceSelects) {
    Hall hall;
    SeatMapView* view = hall.view.get();
    QTest::mouseClick(view, Qt::LeftButton, {}, hall.pointOf(0));
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Right);
    EXPECT_EQ(view->place(), 7);
    QTest::keyClick(view, Qt::Key_Space);
    EXPECT_THAT(hall.model.selection(), ElementsAre(0, 7));
    QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_THAT(hall.model.selection(), ElementsAre(0, 7, 8));
    QTest::keyClick(view, Qt::Key_End);
    EXPECT_EQ(view->place(), 11);
    QTest::keyClick(view, Qt::Key_Escape);
    EXPECT_THAT(hall.model.selection(), IsEmpty());
    EXPECT_EQ(view->place(), 11) << "the place of the keys stays known";
}

TEST(SeatMapViewTest, TheFirstKeyBeginsInTheMiddleOfWhatIsSeen) {
    Hall hall;
    QTest::keyClick(hall.view.get(), Qt::Key_Left);
    EXPECT_GE(hall.view->place(), 0);
}

TEST(SeatMapViewTest, TheWheelKeepsWhatIsUnderThePointer) {
    Hall hall;
    const QPoint at = hall.pointOf(3);
    hall.view->zoomAt(at, 6);
    EXPECT_LE((hall.pointOf(3) - at).manhattanLength(), 2);
}

TEST(SeatMapViewTest, KeysZoomAndZeroShowsEverything) {
    Hall hall;
    const int fitted = hall.view->camera().zoom();
    QTest::keyClick(hall.view.get(), Qt::Key_Plus);
    EXPECT_EQ(hall.view->camera().zoom(), fitted + 2);
    QTest::keyClick(hall.view.get(), Qt::Key_Minus);
    QTest::keyClick(hall.view.get(), Qt::Key_Minus);
    EXPECT_EQ(hall.view->camera().zoom(), fitted - 2);
    QTest::keyClick(hall.view.get(), Qt::Key_0);
    EXPECT_EQ(hall.view->camera().zoom(), fitted);
}

TEST(SeatMapViewTest, ShiftHomeAndShiftEndSelectAllSeatsAsFarAsTheEndOfTheRow) {
    Hall hall;
    QTest::mouseClick(hall.view.get(), Qt::LeftButton, {}, hall.pointOf(8));
    hall.model.select({});
    QTest::keyClick(hall.view.get(), Qt::Key_End, Qt::ShiftModifier);
    EXPECT_THAT(hall.model.selection(), ElementsAre(8, 9, 10, 11));
    EXPECT_EQ(hall.view->place(), 11);
    EXPECT_TRUE(hall.model.undoSelection()) << "one step";
    EXPECT_THAT(hall.model.selection(), IsEmpty());
    QTest::keyClick(hall.view.get(), Qt::Key_Left);
    QTest::keyClick(hall.view.get(), Qt::Key_Left);
    QTest::keyClick(hall.view.get(), Qt::Key_Home, Qt::ShiftModifier);
    EXPECT_THAT(hall.model.selection(), ElementsAre(6, 7, 8, 9));
    QTest::keyClick(hall.view.get(), Qt::Key_End);
    EXPECT_EQ(hall.view->place(), 11);
    EXPECT_THAT(hall.model.selection(), ElementsAre(6, 7, 8, 9));
}

TEST(SeatMapViewTest, AWholeSectionIsAddedToTheSelection) {
    Hall hall;
    hall.model.select({3});
    hall.view->selectSection(20);
    EXPECT_EQ(hall.model.selection().size(), 19);
    EXPECT_TRUE(hall.model.isSelected(3));
    EXPECT_TRUE(hall.model.isSelected(18));
    EXPECT_TRUE(hall.model.isSelected(35));
    EXPECT_FALSE(hall.model.isSelected(17));
}

// Whether the view takes the key, rather than leaving it to the window.
bool answers(Hall& hall, const QKeySequence& key) {
    QKeyEvent press(QEvent::KeyPress, key[0].key(), key[0].keyboardModifiers());
    QApplication::sendEvent(hall.view.get(), &press);
    return press.isAccepted();
}

TEST(SeatMapViewTest, EveryKeyThatItAnswersIsInItsListForTheLegend) {
    Hall hall;
    QSet<QString> listed;
    for (const auto& [text, keys] : SeatMapView::keys()) {
        EXPECT_FALSE(text.isEmpty());
        for (const QKeySequence& key : keys) {
            EXPECT_FALSE(listed.contains(key.toString())) << key.toString().toStdString();
            listed.insert(key.toString());
            hall.model.select({0});
            EXPECT_TRUE(answers(hall, key)) << key.toString().toStdString();
        }
    }
    for (int key = Qt::Key_Escape; key <= Qt::Key_F12; ++key) {
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab) continue;  // Those are the window's.
        hall.model.select({0});
        EXPECT_EQ(answers(hall, Qt::Key(key)), listed.contains(QKeySequence(key).toString()))
            << QKeySequence(key).toString().toStdString();
    }
    for (int key = Qt::Key_Space; key <= Qt::Key_AsciiTilde; ++key) {
        EXPECT_EQ(answers(hall, Qt::Key(key)), listed.contains(QKeySequence(key).toString()))
            << QKeySequence(key).toString().toStdString();
    }
}

TEST(SeatMapViewTest, ThePlaceOfTheKeysIsAlwaysInTheWindow) {
    Hall hall;
    hall.view->showPlace(QPointF(0, 0), 32);
    QTest::keyClick(hall.view.get(), Qt::Key_Left);
    for (int i = 0; i < 14; ++i) {
        QTest::keyClick(hall.view.get(), Qt::Key_Right);
        EXPECT_TRUE(hall.view->rect().contains(hall.pointOf(hall.view->place())));
    }
}

TEST(SeatMapViewTest, FocusIsVisible) {
    Hall hall;
    QTest::keyClick(hall.view.get(), Qt::Key_Left);
    ASSERT_TRUE(hall.view->hasFocus());
    const QImage with = hall.shown();
    hall.view->clearFocus();
    EXPECT_NE(with, hall.shown());
}

TEST(SeatMapViewTest, TheTipSaysWhatASeatIs) {
    Hall hall;
    const QPoint at = hall.pointOf(8);
    QHelpEvent help(QEvent::ToolTip, at, hall.view->mapToGlobal(at));
    QApplication::sendEvent(hall.view.get(), &help);
    EXPECT_EQ(QToolTip::text().toStdString(), "Section A, row 2, seat 3. Front. Available.");
    QToolTip::hideText();
}

TEST(SeatMapViewTest, AScreenReaderHearsTheSeatOfTheKeys) {
    Hall hall;
    EXPECT_FALSE(hall.view->accessibleName().isEmpty());
    EXPECT_FALSE(hall.view->accessibleDescription().isEmpty());
    QTest::mouseClick(hall.view.get(), Qt::LeftButton, {}, hall.pointOf(8));
    EXPECT_THAT(hall.view->accessibleDescription().toStdString(), HasSubstr("row 2, seat 3"));
}

TEST(SeatMapViewTest, AScreenReaderHearsWhatBecomesOfTheSeatOfTheKeys) {
    Hall hall;
    const QString before = hall.view->accessibleDescription();
    QTest::mouseClick(hall.view.get(), Qt::LeftButton, {}, hall.pointOf(8));
    ASSERT_EQ(hall.model.apply(std::vector<SeatChange>{{8, SeatState(SeatStatus::Sold)}}, 1),
              ApplyOutcome::Applied);
    EXPECT_THAT(hall.view->accessibleDescription().toStdString(), HasSubstr("Sold"));
    hall.model.setLayout(smallLayout());
    EXPECT_EQ(hall.view->accessibleDescription(), before);
}

TEST(SeatMapViewTest, ASecondButtonDoesNotEndAStroke) {
    Hall hall;
    QWidget* view = hall.view.get();
    QTest::mousePress(view, Qt::LeftButton, {}, hall.pointOf(1));
    QTest::mousePress(view, Qt::MiddleButton, {}, hall.pointOf(2));
    QTest::mouseRelease(view, Qt::MiddleButton, {}, hall.pointOf(2));
    const QPoint to = hall.pointOf(4);
    QMouseEvent move(QEvent::MouseMove, to, view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     {});
    QApplication::sendEvent(view, &move);
    QTest::mouseRelease(view, Qt::LeftButton, {}, to);
    EXPECT_THAT(hall.model.selection(), ElementsAre(1, 2, 3, 4));
    EXPECT_TRUE(hall.model.undoSelection()) << "the stroke is over";
    EXPECT_THAT(hall.model.selection(), IsEmpty());
}

TEST(SeatMapViewTest, AVenueIsNotMirroredWhereTextRunsFromTheRight) {
    Hall hall;
    hall.view->clearFocus();
    const QImage left = hall.shown();
    hall.view->setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(left, hall.shown());
    QTest::mouseClick(hall.view.get(), Qt::LeftButton, {}, hall.pointOf(1));
    QTest::keyClick(hall.view.get(), Qt::Key_Right);
    EXPECT_EQ(hall.view->place(), 2);
}

TEST(SeatMapViewTest, AnotherLayoutStartsAnew) {
    Hall hall;
    QTest::mouseClick(hall.view.get(), Qt::LeftButton, {}, hall.pointOf(8));
    SeatPlan plan;
    plan.categories = {"Any"};
    hall.model.setLayout(*SeatLayout::make(plan));
    EXPECT_EQ(hall.view->place(), -1);
    QTest::keyClick(hall.view.get(), Qt::Key_Right);
    EXPECT_EQ(hall.view->place(), -1);
    EXPECT_EQ(hall.shown(), hall.view->fromScratch());
}

}  // namespace
}  // namespace tessera::qt
