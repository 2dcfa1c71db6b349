// SPDX-License-Identifier: Apache-2.0
// A drawer goes from hand to hand by keys alone; and the keys that end the work of a page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/base/ids.h"
#include "tests/gui/money/money_till.h"

namespace tessera::gui {
namespace {

using testing::HasSubstr;

constexpr std::int64_t kInDrawer = 20'000;

// The first letter opens a cell's editor, which has the others.
void typeCell(MoneyTill& at, const QString& text) {
    for (const QChar each : text) at.front.type(QString(each));
}

TEST(HandOverTest, WhoIsNamedGoesOnWithWhatWasCountedAndAWrongNameStaysAtItsField) {
    const client::House& house = client::House::shared();
    const client::Account next = house.hire("nora.next", "cashier");
    MoneyTill at("Till from hand to hand");
    at.openWith(kInDrawer);
    const std::string first = at.work().shift().shift();
    at.front.press(Qt::Key_F7);
    at.typeCount("EUR", kInDrawer);
    at.front.press(Qt::Key_Space);
    ASSERT_TRUE(at.becomes(v1::Shift::COUNTED)) << at.said();
    auto* const whom = at.front.find<QLineEdit>("hand_over");
    at.front.press(Qt::Key_Backtab);
    ASSERT_EQ(QApplication::focusWidget(), whom);
    at.front.type("nobody.of.this.name");
    at.front.press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return !at.work().isUnderWay() && !at.said().empty(); }));
    EXPECT_TRUE(comes([&] { return QApplication::focusWidget() == whom; })) << at.said();
    EXPECT_EQ(whom->text(), "nobody.of.this.name");
    EXPECT_EQ(at.ofShift("state"), "3") << at.said();
    whom->selectAll();
    at.front.type(QString::fromStdString(next.login));
    at.front.press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return at.ofShift("state") == "1"; })) << at.said();
    EXPECT_EQ(at.ofShift("number"), "2");
    ASSERT_TRUE(comes([&] { return !at.work().isUnderWay(); }));
    EXPECT_EQ(whom->text(), "");
    EXPECT_NE(at.ofShift("shift_id"), std::to_string(decodePublicId(first).value_or(0)));

    at.front.desk().signIn(QString::fromStdString(next.login),
                           QString::fromStdString(next.password), {}, &at.front.window(), {});
    ASSERT_TRUE(comes([&] {
        return at.work().seen() == till::ShiftSeen::Here && at.work().shift().shift() != first &&
               at.work().shift().state() == v1::Shift::OPEN;
    })) << at.said();
    EXPECT_THAT(at.front.find<QLabel>("shift_float")->text().toStdString(), HasSubstr("200.00"));
    EXPECT_TRUE(at.front.find<QPushButton>("paid_in")->isEnabled());
}

// A cell that is being typed is in what is sent, and one that is no number is not passed over.
TEST(HandOverTest, OneKeyEndsTheWorkOfEachPageWithWhatIsStillBeingTyped) {
    MoneyTill at("Till of one key");
    const auto go = [&] { at.front.press(Qt::Key_Return, Qt::ControlModifier); };
    auto* const table = at.front.find<QTableView>("float_table");
    const QModelIndex sum = table->model()->index(table->model()->rowCount() - 1, 1);
    table->setCurrentIndex(sum);
    typeCell(at, "a lot");
    go();
    EXPECT_THAT(at.said(), HasSubstr("an amount like"));
    EXPECT_EQ(at.ofShift("state"), "");
    table->setCurrentIndex(sum);
    typeCell(at, "150");
    go();
    ASSERT_TRUE(at.becomes(v1::Shift::OPEN)) << at.said();
    EXPECT_THAT(at.front.find<QLabel>("shift_float")->text().toStdString(), HasSubstr("150.00"));
    at.front.press(Qt::Key_F2);
    at.front.type("5");
    at.front.press(Qt::Key_Return);
    at.front.type("Coins");
    go();
    ASSERT_TRUE(comes([&] { return at.work().shift().entries_size() == 1; })) << at.said();
    at.front.press(Qt::Key_F7);
    at.front.type("1");
    go();
    ASSERT_TRUE(at.becomes(v1::Shift::COUNTED)) << at.said();
    EXPECT_NE(at.work().difference(), 0) << "a 500 note is more than there was";
    at.front.type("Somebody else's note");
    go();
    ASSERT_TRUE(comes([] { return MoneyTill::dialog() != nullptr; })) << at.said();
}

}  // namespace
}  // namespace tessera::gui
