// SPDX-License-Identifier: Apache-2.0
// Keys, menus and the legend of keys: the same actions everywhere, and none in another's way.
#include <gtest/gtest.h>

#include "tests/gui/front.h"

namespace tessera::gui {
namespace {

qt::ActionSpec specOf(const QString& id, const QKeySequence& key, const QString& screen = {}) {
    return {.id = id, .text = [id] { return id; }, .key = key, .screen = screen, .run = [] {}};
}

int conflictsOf(const std::vector<qt::ActionSpec>& specs) {
    QWidget window;
    qt::ActionCollection actions(&window);
    for (const qt::ActionSpec& each : specs) actions.add(each);
    return static_cast<int>(actions.conflicts().size());
}

TEST(ActionTest, TheCheckFindsTwoOfOneKeyWhereBothCanBeActive) {
    const QKeySequence key(Qt::CTRL | Qt::Key_B);
    EXPECT_EQ(conflictsOf({specOf("a", key), specOf("b", key)}), 1);
    EXPECT_EQ(conflictsOf({specOf("a", key), specOf("b", key, "sell")}), 1);
    EXPECT_EQ(conflictsOf({specOf("a", key, "sell"), specOf("b", key, "sell")}), 1);
    const QKeySequence longer(QStringLiteral("Ctrl+B, X"));
    EXPECT_EQ(conflictsOf({specOf("a", key), specOf("b", longer)}), 1);
}

TEST(ActionTest, TwoScreensMayUseOneKeyAndNoKeyIsNoConflict) {
    const QKeySequence key(Qt::Key_B);
    EXPECT_EQ(conflictsOf({specOf("a", key, "sell"), specOf("b", key, "orders")}), 0);
    EXPECT_EQ(conflictsOf({specOf("a", {}), specOf("b", {})}), 0);
}

TEST(ActionTest, NoTwoActionsOfTheWholeAppAreInEachOthersWay) {
    Front front;
    EXPECT_GT(front.window().actions().ids().size(), 5);
    for (const qt::KeyConflict& each : front.window().actions().conflicts()) {
        ADD_FAILURE() << each.first.toStdString() << " and " << each.second.toStdString() << ": "
                      << each.key.toString().toStdString();
    }
}

TEST(ActionTest, AScreensActionIsActiveOnThatScreenAloneAndAsLongAsItMakesSense) {
    QWidget window;
    qt::ActionCollection actions(&window);
    QAction* const sell = actions.add(specOf("sell.best", QKeySequence(Qt::Key_B), "sell"));
    EXPECT_FALSE(sell->isEnabled());
    actions.setScreen("sell");
    EXPECT_TRUE(sell->isEnabled());
    actions.setAvailable("sell.best", false);
    EXPECT_FALSE(sell->isEnabled());
    actions.setAvailable("sell.best", true);
    actions.setLocked(true);
    EXPECT_FALSE(sell->isEnabled());
    actions.setLocked(false);
    actions.setPermitted([](const QString&) { return false; });
    EXPECT_TRUE(sell->isEnabled()) << "it needs no permission";
}

TEST(ActionTest, AButtonThatIsBoundFollowsItsActionAndDoesIt) {
    QWidget window;
    qt::ActionCollection actions(&window);
    int done = 0;
    qt::ActionSpec spec = specOf("go", QKeySequence(Qt::Key_F9));
    spec.run = [&done] { ++done; };
    actions.add(spec);
    QPushButton button;
    actions.bind(&button, "go");
    EXPECT_EQ(button.text(), "go");
    EXPECT_EQ(button.toolTip(), "F9");
    button.click();
    EXPECT_EQ(done, 1);
    actions.setAvailable("go", false);
    EXPECT_FALSE(button.isEnabled());
}

TEST(ActionTest, AButtonShowsItsKeyWhereItHasRoomBesideItsText) {
    QWidget window;
    qt::ActionCollection actions(&window);
    int done = 0;
    qt::ActionSpec spec = specOf("Print tickets", QKeySequence(Qt::Key_F9));
    spec.run = [&done] { ++done; };
    actions.add(spec);
    QPushButton button(&window);
    actions.bind(&button, "Print tickets");
    const auto* const key = button.findChild<QLabel*>();
    ASSERT_NE(key, nullptr);
    const int words = button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width();
    button.resize(words + 40 * button.fontMetrics().averageCharWidth(), 40);
    window.resize(button.size());
    window.show();
    ASSERT_TRUE(key->isVisible());
    EXPECT_EQ(key->text(), "F9");
    EXPECT_GT(key->geometry().left(), (button.width() + words) / 2);
    EXPECT_LT(key->geometry().right(), button.width());
    QTest::mouseClick(window.windowHandle(), Qt::LeftButton, {},
                      key->mapTo(&window, key->rect().center()));
    EXPECT_EQ(done, 1) << "a click on the key is one on the button";
    button.setLayoutDirection(Qt::RightToLeft);
    EXPECT_LT(key->geometry().right(), (button.width() - words) / 2);
    button.resize(words + 4 * button.fontMetrics().averageCharWidth(), 40);
    EXPECT_FALSE(key->isVisible()) << "it would lie on the words";
}

// The rows of the legend that is open; empty: none is.
QStringList legendRows(QTreeWidget& rows) {
    QStringList out;
    for (int top = 0; top < rows.topLevelItemCount(); ++top) {
        const QTreeWidgetItem* const heading = rows.topLevelItem(top);
        for (int row = 0; row < heading->childCount(); ++row) {
            const QString id = heading->child(row)->data(0, Qt::UserRole).toString();
            if (!id.isEmpty()) out.append(id);  // Else a part's own key.
        }
    }
    return out;
}

TEST(ActionTest, F1ShowsEveryActionFindsOneByAFewLettersAndEnterDoesIt) {
    Front front;
    front.press(Qt::Key_F1);
    auto* const legend = front.window().findChild<QDialog*>(QStringLiteral("legend"));
    ASSERT_NE(legend, nullptr);
    auto* const rows = legend->findChild<QTreeWidget*>();
    QStringList all = legendRows(*rows);
    QStringList ids = front.window().actions().ids();
    all.sort();
    ids.sort();
    EXPECT_EQ(all, ids);
    auto* const sought = legend->findChild<QLineEdit*>();
    QTest::keyClicks(sought, "version");
    EXPECT_EQ(legendRows(*rows), QStringList{"app.about"});
    QTest::keyClick(sought, Qt::Key_Return);
    EXPECT_TRUE(front.window().message().contains(TESSERA_VERSION))
        << front.window().message().toStdString();
}

TEST(ActionTest, EveryActionIsInTheLegendWhichHasAKey) {
    Front front;
    const QAction* const legend = front.window().actions().find("app.legend");
    EXPECT_EQ(legend->shortcut(), QKeySequence(Qt::Key_F1));
    const auto rows = front.window().actions().legend();
    EXPECT_EQ(std::ranges::count_if(rows, [](const auto& row) { return !row.id.isEmpty(); }),
              front.window().actions().ids().size());
}

}  // namespace
}  // namespace tessera::gui
