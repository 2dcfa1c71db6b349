// SPDX-License-Identifier: Apache-2.0
// A second start has the window as the first one left it.
#include <gtest/gtest.h>

#include "tests/gui/front.h"

namespace tessera::gui {
namespace {

using client::House;

constexpr QSize kWide(1403, 907);
constexpr QSize kLeft(783, 641);  // On any display, so that it is restored as it was.
const QString kScreen = QStringLiteral("orders");

QSplitter* splitterOf(boxoffice::MainWindow& window) {
    return window.screen(kScreen)->findChild<QSplitter*>();
}

// By the mouse, as somebody moves it.
void dragBy(QSplitterHandle* handle, int right) {
    const QPoint from = handle->rect().center();
    const QPoint to = from + QPoint(right, 0);
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, handle->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(handle, &move);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, to);
}

TEST(LayoutTest, ASecondStartHasTheSizeOfTheWindowAndTheSharesOfItsParts) {
    House& house = House::shared();
    Front first(house.stack.ports().staff);
    first.window().resize(kWide);
    ASSERT_TRUE(first.signIn(house.cashier));
    ASSERT_TRUE(first.window().show(kScreen));
    QCoreApplication::processEvents();
    const QList<int> before = splitterOf(first.window())->sizes();
    dragBy(splitterOf(first.window())->handle(1), 140);
    const QList<int> moved = splitterOf(first.window())->sizes();
    ASSERT_NE(moved, before);
    first.window().resize(kLeft);
    const QSize left = first.window().size();
    ASSERT_TRUE(first.window().close());

    qt::DeskStore store(first.folder());
    qt::Desk desk("boxoffice/" TESSERA_VERSION);
    boxoffice::MainWindow second({desk, store, theme(), languages()}, boxoffice::allScreens());
    second.show();
    EXPECT_EQ(second.size(), left);
    second.resize(kWide);
    desk.signIn(QString::fromStdString(house.cashier.login),
                QString::fromStdString(house.cashier.password), {}, &second, {});
    ASSERT_TRUE(comes([&] { return desk.isSignedIn(); }));
    ASSERT_TRUE(second.show(kScreen));
    EXPECT_TRUE(comes([&] { return splitterOf(second)->sizes() == moved; }))
        << splitterOf(second)->sizes()[0] << " not " << moved[0] << " but " << before[0];
}

}  // namespace
}  // namespace tessera::gui
