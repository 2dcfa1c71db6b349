// SPDX-License-Identifier: Apache-2.0
// What can be done with an order is in sight, in the biggest type and in every language; and which
// orders are searched for is seen and changed by keys.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/orders/orders_look.h"

namespace tessera::gui {
namespace {

using testing::HasSubstr;

// All of it, and nothing is in front of it.
bool isInSight(const QWidget& part) {
    return part.isVisible() && part.visibleRegion().boundingRect().size() == part.size();
}

constexpr const char* kDone[] = {"print", "hand_out", "refund",  "exchange", "name",
                                 "note",  "settle",   "invoice", "pay"};

class ActionsInSightTest : public OrdersLookTest {
protected:
    QAbstractButton* buttonOf(const QString& action) {
        for (QAbstractButton* each : screen().findChildren<QAbstractButton*>()) {
            if (each->property(qt::kActionOfButton).toString() == action) return each;
        }
        return nullptr;
    }
    // The names of actions that are not.
    std::vector<std::string> outOfSight() {
        std::vector<std::string> out;
        for (const char* name : kDone) {
            const QAbstractButton* const button =
                buttonOf(QStringLiteral("orders.") + QLatin1String(name));
            if (button == nullptr || !isInSight(*button)) out.emplace_back(name);
        }
        return out;
    }
    std::string hints() {
        QString all;
        for (const QLabel* each : front->find<QWidget>("order_search")->findChildren<QLabel*>()) {
            if (each->isVisible()) all += each->text() + u'\n';
        }
        return all.toStdString();
    }
};

TEST_F(ActionsInSightTest, InBigTypeWhatCanBeDoneStaysInSightBeneathWhatScrolls) {
    const v1::Order order =
        sellForCash(sale(), {210, 211, 212}, {"Prinz Orlofsky", "orlofsky@example.org", "0660 1"});
    ASSERT_TRUE(opensByKeys(order));
    ASSERT_TRUE(screen().deeds().setNote("Comes late: leave at the side door."));
    ASSERT_TRUE(comes([&] { return screen().deeds().isIdle(); }));
    for (const qt::Language& language : qt::Languages::all()) {
        languages().use(language.code);
        theme().apply(qt::ThemeKind::Light, 200);
        EXPECT_TRUE(comes([&] { return outOfSight().empty(); }))
            << language.code.toStdString() << ": " << testing::PrintToString(outOfSight());
        EXPECT_TRUE(comes([&] { return isInSight(*front->find<QWidget>("long_ago")); }))
            << language.code.toStdString();
        look(QStringLiteral("orders-200-") + language.code);
        front->press(Qt::Key_F5);
        const auto* const go = front->find<QPushButton>("ask_go");
        EXPECT_TRUE(comes([&] { return isInSight(*go) && outOfSight().empty(); }))
            << "with a question, " << language.code.toStdString() << ": "
            << testing::PrintToString(outOfSight());
        look(QStringLiteral("orders-refund-200-") + language.code);
        front->press(Qt::Key_Escape);
        // The list of mails is not, and is gone to.
        auto* const mails = front->find<QTableView>("mails");
        mails->setFocus(Qt::TabFocusReason);
        front->press(Qt::Key_Backtab, Qt::ShiftModifier);
        EXPECT_TRUE(comes([&] {
            const QWidget* const focus = QApplication::focusWidget();
            return focus != nullptr && !focus->visibleRegion().isEmpty();
        })) << language.code.toStdString();
    }
}

TEST_F(ActionsInSightTest, OrdersOfLongAgoAreSearchedForByAKeyUntilSomebodyScans) {
    const integration::Sale old = integration::makeSale(house.stack);
    const v1::Order order =
        sellForCash(old, {150}, {"Paula Uralt", "paula@uralt.example", "0660 333"});
    v1::FindOrdersRequest asked;
    asked.set_query("paula@uralt");
    ASSERT_TRUE(client::eventually([&] {
        return sellingTill().ask(client::kFindOrders, asked).value.orders_size() == 1;
    })) << "what is searched is a few seconds behind at most";
    house.stack.psql(
        "UPDATE event_search SET starts_at = starts_at - 900 * 86400000000 WHERE event_id = " +
        client::eventNumber(old));
    ASSERT_TRUE(client::eventually([&] {
        const auto usual = sellingTill().ask(client::kFindOrders, asked);
        return usual.done() && usual.value.orders_size() == 0;
    }));
    auto* const list = front->find<QWidget>("order_search")->findChild<QListView*>();
    auto* const box = front->find<QCheckBox>("long_ago");
    front->press(Qt::Key_F, Qt::ControlModifier);
    front->type("paula@uralt");
    ASSERT_TRUE(comes([&] { return hints().find("over 30 days ago") != std::string::npos; }));
    EXPECT_THAT(hints(), HasSubstr("Ctrl+Shift+F looks at them"));
    EXPECT_FALSE(box->isChecked());
    front->press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(box->isChecked());
    EXPECT_THAT(hints(), HasSubstr("however long ago"));
    ASSERT_TRUE(comes([&] { return list->model()->rowCount() == 1; }))
        << "what was typed is searched for there";
    look("orders-long-ago");
    EXPECT_TRUE(front->find<QLineEdit>("find")->hasFocus());
    front->press(Qt::Key_Return);
    ASSERT_TRUE(opened(order)) << message();

    // By the box itself, and back.
    box->setFocus();
    front->press(Qt::Key_Space);
    EXPECT_FALSE(box->isChecked());
    EXPECT_TRUE(box->hasFocus());
    ASSERT_TRUE(comes([&] { return list->model()->rowCount() == 0; }));
    front->press(Qt::Key_Space);
    EXPECT_TRUE(box->isChecked());
    ASSERT_TRUE(comes([&] { return list->model()->rowCount() == 1; }));
    // Whoever scans asks about somebody else.
    const v1::Order other = sellForCash(sale(), {214});
    pause();
    scan(ticketsOf(other).at(0).code());
    ASSERT_TRUE(opened(other)) << message();
    EXPECT_FALSE(box->isChecked());
    EXPECT_EQ(hints().find("however long ago"), std::string::npos);
    EXPECT_TRUE(front->window().actions().conflicts().isEmpty());
}

TEST_F(ActionsInSightTest, InEveryLanguageTheListSaysOfMoneyThatIsToGoBackWhatThePageSays) {
    const v1::Order order =
        sellForCash(sale(), {216}, {"Ida Liste", "ida@liste.example", "0660 5"});
    ASSERT_TRUE(opensByKeys(order));
    front->press(Qt::Key_F5);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve()) << message();
    ASSERT_TRUE(comes([&] { return message().find("Hand over") != std::string::npos; }));
    auto* const list = front->find<QWidget>("order_search")->findChild<QListView*>();
    const auto* const state = front->find<QLabel>("state");
    ASSERT_TRUE(comes([&] { return state->text().contains("still to go back"); }));
    v1::FindOrdersRequest asked;
    asked.set_query("ida@liste");
    ASSERT_TRUE(client::eventually([&] {
        return sellingTill().ask(client::kFindOrders, asked).value.orders_size() == 1;
    })) << "what is searched is a few seconds behind at most";
    front->press(Qt::Key_F, Qt::ControlModifier);
    front->type("ida@liste");
    std::set<QString> words;
    for (const qt::Language& language : qt::Languages::all()) {
        languages().use(language.code);
        EXPECT_TRUE(comes([&] {
            const QString line = list->model()->index(0, 0).data().toString();
            return list->model()->rowCount() == 1 && line.contains(state->text());
        })) << language.code.toStdString()
            << ": " << state->text().toStdString() << " | "
            << list->model()->index(0, 0).data().toString().toStdString();
        words.insert(state->text());
    }
    EXPECT_EQ(words.size(), qt::Languages::all().size()) << "each in its own words";
}

}  // namespace
}  // namespace tessera::gui
