// SPDX-License-Identifier: Apache-2.0
// All that a button does is in the legend of keys: each button is an action's, or is here with its
// reason.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/actions/action_collection.h"
#include "tests/gui/front.h"

namespace tessera::gui {
namespace {

// By the button's name. Enter in the last field does the same; the legend has no row for a field.
const std::map<QString, const char*>& exceptions() {
    static const std::map<QString, const char*> kAll = {
        {"enrol", "Enter in the field of the one-time code"},
        {"sign_in", "Enter in each field of the form"},
        {"resume", "Enter in the field of the PIN"},
        {"ask_go", "Enter in the line's fields"},
        {"ask_take", "Enter in the field that is asked"},
        {"take", "Enter in the cash field"},
        {"quick1", "an action, too (cash1 to cash4), whose text is no amount"},
        {"quick2", "an action, too (cash1 to cash4), whose text is no amount"},
        {"quick3", "an action, too (cash1 to cash4), whose text is no amount"},
        {"quick4", "an action, too (cash1 to cash4), whose text is no amount"},
        {"away", "an action, too (app.home)"},
    };
    return kAll;
}

// Scrolls, opens or clears what the keys reach otherwise: parts of Qt's own widgets.
bool isQtsOwn(const QAbstractButton& button) {
    const QByteArray kind = button.metaObject()->className();
    return kind == "QTableCornerButton" || kind == "QLineEditIconButton" ||
           button.objectName().startsWith("qt_") ||
           qobject_cast<QTabBar*>(button.parentWidget()) != nullptr ||
           qobject_cast<QCalendarWidget*>(button.window()) != nullptr;
}

struct Reached {
    int actions = 0;
    std::set<QString> listed;
    QStringList none;  // By no key that the legend knows.
};

Reached reachIn(const QWidget& screen, const qt::ActionCollection& actions) {
    Reached out;
    for (const QAbstractButton* each : screen.findChildren<QAbstractButton*>()) {
        // A box that is ticked is a field, as a line is: nothing is done by it.
        if (isQtsOwn(*each) || qobject_cast<const QCheckBox*>(each) != nullptr) continue;
        const QString id = each->property(qt::kActionOfButton).toString();
        if (actions.find(id) != nullptr) {
            ++out.actions;
        } else if (exceptions().contains(each->objectName())) {
            out.listed.insert(each->objectName());
        } else {
            out.none << screen.objectName() + ": " + each->objectName() + " '" + each->text() +
                            "' in " + each->parentWidget()->metaObject()->className();
        }
    }
    return out;
}

TEST(ReachTest, EveryButtonOfEveryScreenIsAnActionsOrIsListedWithItsReason) {
    Front front;
    int actions = 0;
    std::set<QString> listed;
    for (const boxoffice::Screen* screen : front.window().screens()) {
        Reached reached = reachIn(*screen, front.window().actions());
        EXPECT_EQ(reached.none.join('\n').toStdString(), "");
        actions += reached.actions;
        listed.merge(reached.listed);
    }
    EXPECT_GT(actions, 80);
    for (const auto& [name, reason] : exceptions()) {
        EXPECT_TRUE(listed.contains(name)) << name.toStdString() << " is no button any more";
    }
}

TEST(ReachTest, AButtonPastTheCollectionIsReported) {
    Front front;
    boxoffice::Screen& screen = *front.window().screens().front();
    ASSERT_TRUE(reachIn(screen, front.window().actions()).none.isEmpty());
    QPushButton planted("Sell it", &screen);
    EXPECT_EQ(reachIn(screen, front.window().actions()).none.size(), 1);
    front.window().actions().bind(&planted, "app.home");
    EXPECT_TRUE(reachIn(screen, front.window().actions()).none.isEmpty());
    planted.setProperty(qt::kActionOfButton, "app.nothing");
    EXPECT_EQ(reachIn(screen, front.window().actions()).none.size(), 1);
}

TEST(ReachTest, TheKeysOfTheMapAreInTheLegendOfEachScreenThatHasOne) {
    Front front;
    for (const char* const screen : {"sell", "inventory", "orders", "events"}) {
        int keys = 0;
        for (const qt::ActionRow& row : front.window().actions().legend("shift+end")) {
            keys += row.screen == screen && row.id.isEmpty() ? 1 : 0;
        }
        EXPECT_EQ(keys, 1) << screen;
    }
    front.press(Qt::Key_F1);
    auto* const legend = front.window().findChild<QDialog*>(QStringLiteral("legend"));
    ASSERT_NE(legend, nullptr);
    QTest::keyClicks(legend->findChild<QLineEdit*>(), "shift+end");
    EXPECT_EQ(legend->findChild<QTreeWidget*>()->topLevelItemCount(), 4);
    QTest::keyClick(legend->findChild<QLineEdit*>(), Qt::Key_Return);
    EXPECT_TRUE(legend->isVisible()) << "a key of the map is pressed on the map";
}

TEST(ReachTest, TheHeadNamesTheEventOfTheScreenThatIsShown) {
    QWidget window;
    qt::ActionCollection actions(&window);
    test::TempDir dir{"reach"};
    qt::DeskStore store(QString::fromStdString(dir / "till"));
    qt::Desk desk("boxoffice/" TESSERA_VERSION);
    boxoffice::Workplace workplace({desk, store, theme(), languages(), actions});
    const QSignalSpy told(&workplace, &boxoffice::Workplace::shownEventChanged);
    workplace.setEvent({"evt_1", "Die Fledermaus"});
    workplace.setEventOf("inventory", "Tosca");
    workplace.setShown("sell");
    EXPECT_EQ(workplace.shownEvent(), "Die Fledermaus");
    workplace.setShown("inventory");
    EXPECT_EQ(workplace.shownEvent(), "Tosca");
    workplace.setEventOf("inventory", "");
    EXPECT_EQ(workplace.shownEvent(), "");
    EXPECT_EQ(told.count(), 5);
    workplace.setEventOf("inventory", "");
    EXPECT_EQ(told.count(), 5);
}

}  // namespace
}  // namespace tessera::gui
