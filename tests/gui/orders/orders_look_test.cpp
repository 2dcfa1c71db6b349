// SPDX-License-Identifier: Apache-2.0
// The orders screen by the keys that staff presses, and how it looks in every language, theme and
// size.
#include "tests/gui/orders/orders_look.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tessera::gui {
namespace {

using sale::CartStage;

TEST_F(OrdersLookTest, WillCallByAScannedCodeIsHandedOutAndPrintedByThreeKeys) {
    payment::HousePrinter fgl;
    fgl.setup.name = "Front";
    fgl.setup.host = "127.0.0.1";
    fgl.setup.port = printer.port();
    fgl.forTickets = true;
    auto& room =
        payment::PrintRoom::of(front->window().workplace(), front->window().workplace().store());
    EXPECT_EQ(room.setPrinters({fgl}).toStdString(), "");
    const v1::Order order = sellByCard(sale(), {150, 151});
    const std::string code = ticketsOf(order).at(1).code();
    EXPECT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("find"));
    front->type("eisen");
    pause();
    scan(code);
    ASSERT_TRUE(opened(order)) << message();
    auto* const table = front->find<QTableView>("tickets");
    ASSERT_TRUE(comes([&] { return QApplication::focusWidget() == table; }));
    ASSERT_EQ(table->selectionModel()->selectedRows().size(), 1) << "the scanned one is chosen";
    EXPECT_EQ(table->selectionModel()->selectedRows()[0].row(), 1);
    table->clearSelection();
    front->press(Qt::Key_F4);
    ASSERT_TRUE(comes([&] {
        return screen().order().details().desk(1).has_hand_out_time() && screen().deeds().isIdle();
    })) << message();
    EXPECT_TRUE(screen().order().details().desk(0).has_hand_out_time());
    front->press(Qt::Key_F3);
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 2; })) << message();
    EXPECT_TRUE(comes([&] { return screen().deeds().isIdle(); }));
    front->press(Qt::Key_F3);
    auto* const why = front->find<QLineEdit>("ask_first");
    ASSERT_EQ(QApplication::focusWidget(), why);
    front->type("torn");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 4; })) << message();
    EXPECT_FALSE(why->isVisible());
}

TEST_F(OrdersLookTest, AScanNeverGoesIntoAFieldThatIsEditedByHand) {
    const v1::Order order = sellForCash(sale(), {152});
    const v1::Order other = sellForCash(sale(), {154});
    ASSERT_TRUE(opensByKeys(order));
    ASSERT_TRUE(
        comes([&] { return QApplication::focusWidget() == front->find<QTableView>("tickets"); }));
    front->press(Qt::Key_F9);
    auto* const note = front->find<QLineEdit>("ask_first");
    ASSERT_EQ(QApplication::focusWidget(), note);
    front->type("at the side-");
    pause();
    scan(ticketsOf(other).at(0).code());
    EXPECT_EQ(note->text(), "at the side-");
    EXPECT_EQ(screen().order().order(), order.order());
    EXPECT_NE(message().find("finish first"), std::string::npos) << message();
    front->press(Qt::Key_Escape);
    // On a table its letters choose no other row, and the other order is opened.
    ASSERT_EQ(QApplication::focusWidget(), front->find<QTableView>("tickets"));
    scan(ticketsOf(other).at(0).code());
    EXPECT_TRUE(opened(other)) << message();
    EXPECT_TRUE(front->find<QLineEdit>("find")->text().endsWith(
        QString::fromStdString(ticketsOf(other).at(0).code()).right(20)));
}

TEST_F(OrdersLookTest, ACashierTakesATicketBackByASupervisorsPinAndHandsTheCashOver) {
    const v1::Order order = sellForCash(sale(), {156});
    ASSERT_TRUE(opensByKeys(order));
    ASSERT_TRUE(
        comes([&] { return QApplication::focusWidget() == front->find<QTableView>("tickets"); }));
    front->press(Qt::Key_F5);
    ASSERT_EQ(QApplication::focusWidget(), front->find<QPushButton>("ask_go"));
    front->press(Qt::Key_Escape);
    EXPECT_TRUE(screen().deeds().isIdle());
    front->press(Qt::Key_F5);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve()) << message();
    ASSERT_TRUE(comes([&] { return screen().order().details().order().refunds_size() == 1; }))
        << message();
    EXPECT_NE(message().find("Hand over"), std::string::npos) << message();
    ASSERT_TRUE(comes([&] { return screen().deeds().isIdle(); }));
    const auto* const state = front->find<QLabel>("state");
    EXPECT_TRUE(state->text().contains("still to go back")) << state->text().toStdString();
    front->press(Qt::Key_F11);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve());
    EXPECT_TRUE(comes([&] {
        return screen().order().details().order().refunds(0).state() == v1::Refund::SUCCEEDED;
    })) << message();
    EXPECT_TRUE(comes([&] { return !state->text().contains("still to go back"); }));
}

TEST_F(OrdersLookTest, AnUpgradeByKeysGoesToThePayScreenAndComesBackAsTheNewOrder) {
    const v1::Order order = sellForCash(sale(), {160});
    ASSERT_TRUE(opensByKeys(order));
    ASSERT_TRUE(comes([&] { return screen().deeds().isIdle() && !screen().order().isOld(); }));
    front->press(Qt::Key_F7);
    ASSERT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("exchange_quick"));
    ASSERT_TRUE(
        comes([&] { return screen().exchange().seller().feedState() == qt::FeedState::Live; }));
    front->type("a");
    front->press(Qt::Key_Return);
    auto* const confirm = front->find<QPushButton>("confirm");
    ASSERT_TRUE(comes([&] { return QApplication::focusWidget() == confirm; })) << message();
    const std::int64_t more = screen().exchange().difference().minor_units();
    EXPECT_GT(more, 0);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return front->currentId() == QStringLiteral("pay"); })) << message();
    auto* const amount = front->find<QLineEdit>("amount");
    ASSERT_TRUE(comes([&] { return front->find<QPushButton>("take")->isEnabled(); }));
    amount->setFocus();
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return cart().stage() == CartStage::Empty; }))
        << front->find<QLabel>("pay_message")->text().toStdString();
    front->window().show(QStringLiteral("orders"));
    ASSERT_TRUE(comes([&] {
        return screen().order().isRead() && screen().order().order() != order.order() &&
               screen().order().details().order().state() == v1::Order::PAID;
    }));
    EXPECT_EQ(ticketsOf(order).at(0).state(), v1::Ticket::VOID);
}

TEST_F(OrdersLookTest, AnOrderOfAnEventThatIsLongOverIsFoundByKeysOnceItsEventIsChosen) {
    const integration::Sale old = integration::makeSale(house.stack);
    const v1::Order order =
        sellForCash(old, {150}, {"Petra Vormals", "petra@vormals.example", "0660 222"});
    house.stack.psql(
        "UPDATE event_search SET starts_at = starts_at - 900 * 86400000000, words = words || "
        "to_tsvector('simple', 'oldest') WHERE event_id = " +
        client::eventNumber(old));
    v1::FindOrdersRequest asked;
    asked.set_query("petra@vorm");
    asked.set_event(old.event);
    ASSERT_TRUE(client::eventually([&] {
        return sellingTill().ask(client::kFindOrders, asked).value.orders_size() == 1;
    })) << "what is searched is a few seconds behind at most";
    asked.clear_event();
    ASSERT_TRUE(client::eventually([&] {
        const auto everywhere = sellingTill().ask(client::kFindOrders, asked);
        return everywhere.done() && everywhere.value.orders_size() == 0;
    })) << "that it is long over is known as late";
    auto* const panel = front->find<QWidget>("order_search");
    auto* const list = panel->findChild<QListView*>();
    auto* const events = front->find<QWidget>("order_events")->findChild<QListView*>();
    const auto hints = [&] {
        QString all;
        for (const QLabel* each : panel->findChildren<QLabel*>()) {
            if (each->isVisible()) all += each->text() + u'\n';
        }
        return all.toStdString();
    };
    front->press(Qt::Key_F, Qt::ControlModifier);
    front->type("petra@vorm");
    ASSERT_TRUE(comes([&] { return hints().find("Ctrl+E chooses it") != std::string::npos; }));
    front->press(Qt::Key_E, Qt::ControlModifier);
    front->type("oldest");
    ASSERT_TRUE(comes([&] { return events->model()->rowCount() == 1; }));
    look("orders-events");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return panel->isVisible() && list->model()->rowCount() == 1; }))
        << "what was typed is searched for there";
    EXPECT_THAT(hints(), testing::HasSubstr("Only of: Die Fledermaus"));
    look("orders-one-event");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(opened(order));
    for (const qt::Language& language : qt::Languages::all()) {
        languages().use(language.code);
        theme().apply(qt::ThemeKind::Light, 200);
        look(QStringLiteral("orders-one-event-200-") + language.code);
        front->press(Qt::Key_E, Qt::ControlModifier);
        look(QStringLiteral("orders-events-200-") + language.code);
        front->window().actions().find("orders.find")->trigger();
    }
    languages().use(QStringLiteral("en"));
    theme().apply(qt::ThemeKind::Light, 100);
    front->press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(comes([&] { return list->model()->rowCount() == 0; }));
    EXPECT_EQ(hints().find("Only of"), std::string::npos);
}

TEST_F(OrdersLookTest, AnOrderCanBeUsedInEveryLanguageThemeAndSize) {
    look("orders-empty");
    for (const int seat : {170, 172, 174}) sellForCash(sale(), {seat, seat + 1});
    const v1::Order order =
        sellForCash(sale(), {180, 181, 182}, {"Prinz Orlofsky", "orlofsky@example.org", "0660 1"});
    ASSERT_TRUE(opensByKeys(order));
    ASSERT_TRUE(comes([&] { return screen().order().event().event() == sale().event; }));
    ASSERT_TRUE(screen().deeds().setNote("Comes late: leave at the side door."));
    ASSERT_TRUE(comes([&] { return screen().deeds().isIdle(); }));
    auto* const table = front->find<QTableView>("tickets");
    table->selectRow(0);
    front->press(Qt::Key_F5);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve());
    ASSERT_TRUE(comes([&] { return screen().order().details().order().refunds_size() == 1; }));
    front->find<QLineEdit>("find")->setFocus();
    front->find<QLineEdit>("find")->selectAll();
    front->type("example");
    auto* const list = front->find<QListView>("found");
    ASSERT_TRUE(comes([&] { return list->model()->rowCount() > 3; }));
    everywhere("orders-order");
    table->clearSelection();
    everywhere("orders-name", [&]() -> QWidget* {
        front->press(Qt::Key_F8);
        return front->find<QLineEdit>("ask_first");
    });
    everywhere("orders-refund", [&]() -> QWidget* {
        front->press(Qt::Key_F5);
        return front->find<QPushButton>("ask_go");
    });
}

TEST_F(OrdersLookTest, AnExchangeCanBeUsedInEveryLanguageThemeAndSize) {
    ASSERT_TRUE(opensByKeys(sellForCash(sale(), {184, 185})));
    ASSERT_TRUE(comes([&] { return screen().deeds().isIdle() && !screen().order().isOld(); }));
    front->press(Qt::Key_F7);
    ASSERT_TRUE(
        comes([&] { return screen().exchange().seller().feedState() == qt::FeedState::Live; }));
    front->type("a");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return screen().exchange().canConfirm(); }));
    everywhere("orders-exchange");
    front->press(Qt::Key_F11, Qt::ShiftModifier);
    ASSERT_TRUE(front->find<QWidget>("exchange_seats")->isVisible());
    const auto* const line = front->find<QLabel>("table_seat_line");
    const QString english = line->text();
    EXPECT_THAT(english.toStdString(), testing::HasSubstr("Available"));
    languages().use(QStringLiteral("de"));
    EXPECT_TRUE(comes([&] { return line->text() != english; }));
    everywhere("orders-exchange-seats");
    EXPECT_TRUE(screen().exchange().leave());
}

}  // namespace
}  // namespace tessera::gui
