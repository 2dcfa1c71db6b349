// SPDX-License-Identifier: Apache-2.0
// What is done again from the orders screen: a print that was not taken, a deed whose answer was
// lost, a mail.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/seat_map/seat_table_model.h"
#include "tests/gui/orders/orders_look.h"

namespace tessera::gui {
namespace {

TEST_F(OrdersLookTest, APrintThatTheQueueDoesNotTakeIsSaidSoAndIsPrintedOnceThePrinterIsRight) {
    payment::HousePrinter made;
    made.setup.name = "Front";
    made.setup.host = "127.0.0.1";
    made.setup.port = printer.port();
    made.setup.language = qt::PrinterLanguage::Escpos;
    made.forTickets = true;
    auto& room =
        payment::PrintRoom::of(front->window().workplace(), front->window().workplace().store());
    EXPECT_EQ(room.setPrinters({made}).toStdString(), "");
    const v1::Order order = sellForCash(sale(), {158});
    ASSERT_TRUE(opensByKeys(order));
    front->press(Qt::Key_F3);
    ASSERT_TRUE(comes([&] { return message().starts_with("Not printed"); })) << message();
    EXPECT_TRUE(screen().deeds().isIdle());
    EXPECT_TRUE(printer.tickets().empty());
    made.setup.language = qt::PrinterLanguage::Fgl;
    EXPECT_EQ(room.setPrinters({made}).toStdString(), "");
    front->press(Qt::Key_F3);
    EXPECT_FALSE(front->find<QLineEdit>("ask_first")->isVisible()) << "no reason: it is the first";
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 1; })) << message();
}

TEST_F(OrdersLookTest, WhatIsNotKnownIsAskedForBySomebodyElsesApprovalOnTheSpot) {
    open(house.relay->port());
    const v1::Order order = sellForCash(sale(), {162});
    ASSERT_TRUE(opensByKeys(order));
    const auto tickets = ticketsOf(order);
    v1::ApproveRequest approved;
    approved.set_login(house.supervisor.login);
    approved.set_pin(kSupervisorPin);
    approved.set_permission("refund");
    approved.set_event(order.event());
    approved.set_subject(order.order());
    approved.set_amount_minor_most(tickets[0].price().minor_units());
    const std::string token = sellingTill().ask(client::kApprove, approved).value.token();
    house.relay->hold(true);
    ASSERT_TRUE(screen().deeds().refund({tickets[0].ticket()}, false, token));
    ASSERT_TRUE(comes([&] { return refundsOf(order) == 1; }));
    ASSERT_TRUE(signsOut(front->desk()));
    house.relay->cut();
    ASSERT_TRUE(comes([&] { return !front->desk().linkIsUp(); }));
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return front->desk().linkIsUp(); }));
    ASSERT_TRUE(front->signIn(house.leaver));
    ASSERT_TRUE(comes([&] { return screen().deeds().stage() == orders::DeedStage::Waiting; }))
        << static_cast<int>(screen().deeds().stage()) << " " << message();
    front->press(Qt::Key_2, Qt::ControlModifier);
    auto* const go = front->find<QPushButton>("ask_go");
    ASSERT_TRUE(comes([&] { return go->isVisible(); })) << message();
    EXPECT_EQ(go->text(), "&Get the approval");
    EXPECT_NE(message().find("Not known"), std::string::npos) << message();
    look("orders-unknown");
    languages().use(QStringLiteral("de"));  // It is asked anew.
    ASSERT_TRUE(comes([&] { return go->isVisible(); }));
    theme().apply(qt::ThemeKind::Light, 200);
    look("orders-unknown-de-200");
    languages().use(QStringLiteral("en"));
    theme().apply(qt::ThemeKind::Light, 100);
    // Who has left it by Esc is left alone: it came back over any other order, without its sum.
    front->press(Qt::Key_Escape);
    EXPECT_FALSE(go->isVisible());
    ASSERT_TRUE(opensByKeys(sellForCash(sale(), {163})));
    front->press(Qt::Key_Escape);  // From the tickets.
    EXPECT_FALSE(go->isVisible());
    EXPECT_TRUE(front->find<QLineEdit>("find")->hasFocus());
    front->press(Qt::Key_G, Qt::ControlModifier);
    ASSERT_TRUE(comes([&] { return go->isVisible() && go->hasFocus(); }));
    EXPECT_EQ(screen().order().order(), order.order());
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve()) << message();
    ASSERT_TRUE(comes([&] { return screen().deeds().isIdle(); }));
    EXPECT_NE(message().find("Taken back"), std::string::npos) << message();
    EXPECT_FALSE(go->isVisible());
}

TEST_F(OrdersLookTest, AConfirmationIsMailedAgainToAnAddressThatIsTypedOverTheBuyers) {
    const v1::Order order =
        sellForCash(sale(), {166, 167}, {"Adele Laufer", "adele@example.org", "0660 2"});
    ASSERT_TRUE(opensByKeys(order));
    front->press(Qt::Key_M, Qt::ControlModifier);
    auto* const to = front->find<QLineEdit>("ask_first");
    ASSERT_EQ(QApplication::focusWidget(), to);
    EXPECT_EQ(to->text(), "adele@example.org");
    front->type("a b@other.example");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return message().starts_with("E-mail:"); })) << message();
    EXPECT_TRUE(to->isVisible()) << "what was typed is there still";
    EXPECT_EQ(to->text(), "a b@other.example");
    to->selectAll();
    front->type("frosch@other.example");
    look("orders-mail-asked");
    front->press(Qt::Key_Return);
    auto* const mails = front->find<QTableView>("mails")->model();
    const auto state = [&](int row) {
        return mails->index(row, orders::MailModel::State).data().toString();
    };
    ASSERT_TRUE(comes([&] { return mails->rowCount() == 2 && state(0) == "sent"; })) << message();
    EXPECT_FALSE(to->isVisible());
}

TEST_F(OrdersLookTest, MailsOfAnOrderCanBeUsedInEveryLanguageThemeAndSize) {
    ASSERT_TRUE(opensByKeys(
        sellForCash(sale(), {168, 169}, {"Adele Laufer", "adele@example.org", "0660 2"})));
    const QAbstractItemModel* const mails = front->find<QTableView>("mails")->model();
    const auto state = [&](int row) {
        return mails->index(row, orders::MailModel::State).data().toString();
    };
    ASSERT_TRUE(comes([&] { return mails->rowCount() == 1 && state(0) == "sent"; })) << message();
    ASSERT_TRUE(mailsAreOut());
    mailSink().next(test::SinkDoes::RefuseAddress);
    ASSERT_TRUE(screen().deeds().resendMail("blind@other.example"));
    ASSERT_TRUE(comes([&] { return mails->rowCount() == 2 && state(0).startsWith("not sent"); }));
    everywhere("orders-mail");
}

TEST_F(OrdersLookTest, OtherPlacesAreChosenInATableThatIsReadAloud) {
    const v1::Order order = sellForCash(sale(), {200});
    ASSERT_TRUE(opensByKeys(order));
    ASSERT_TRUE(comes([&] { return screen().deeds().isIdle() && !screen().order().isOld(); }));
    EXPECT_FALSE(front->window().actions().find("orders.seat_table")->isEnabled());
    front->press(Qt::Key_F7);
    ASSERT_TRUE(
        comes([&] { return screen().exchange().seller().feedState() == qt::FeedState::Live; }));
    front->type("a");  // Left in the line: what is selected is meant all the same.
    front->press(Qt::Key_F11, Qt::ShiftModifier);
    auto* const page = front->find<QWidget>("exchange_seats");
    auto* const seats = page->findChild<QTableView*>(QStringLiteral("seats"));
    ASSERT_EQ(QApplication::focusWidget(), seats);
    EXPECT_FALSE(front->find<QWidget>("exchange_map")->isVisible());
    const qt::SeatLayout& layout = screen().exchange().map().layout();
    const int section = layout.seats()[204].section;
    page->findChild<QComboBox*>(QStringLiteral("section"))->setCurrentIndex(section);
    const int row = 204 - layout.sections()[static_cast<std::size_t>(section)].firstSeat;
    seats->selectRow(row);
    QAccessibleInterface* const table = QAccessible::queryAccessibleInterface(seats);
    ASSERT_NE(table, nullptr);
    ASSERT_NE(table->tableInterface(), nullptr);
    EXPECT_EQ(table->text(QAccessible::Name), "Seats of the section");
    QAccessibleInterface* const cell =
        table->tableInterface()->cellAt(row, qt::SeatTableModel::Status);
    ASSERT_NE(cell, nullptr);
    EXPECT_TRUE(cell->text(QAccessible::Name).contains("Available"))
        << cell->text(QAccessible::Name).toStdString();
    EXPECT_TRUE(
        page->findChild<QLabel*>(QStringLiteral("table_seat_line"))->text().contains("Available"));
    front->press(Qt::Key_Space);
    EXPECT_EQ(screen().exchange().map().selection(), QList<int>{204});
    front->press(Qt::Key_Return);
    auto* const confirm = front->find<QPushButton>("confirm");
    ASSERT_TRUE(comes([&] { return QApplication::focusWidget() == confirm; })) << message();
    ASSERT_EQ(screen().exchange().cart().reservation().seats_size(), 1);
    EXPECT_EQ(screen().exchange().cart().reservation().seats(0).seat_no(), 204);
    front->press(Qt::Key_F11, Qt::ShiftModifier);
    front->press(Qt::Key_Escape);
    EXPECT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("exchange_quick"));
    EXPECT_TRUE(front->find<QWidget>("exchange_map")->isVisible());
}

TEST_F(OrdersLookTest, ADearerExchangeIsNotDoneWhileTheSellScreenWaitsForAnAnswer) {
    open(house.relay->port());
    const v1::Order order = sellForCash(sale(), {164});
    ASSERT_TRUE(opensByKeys(order));
    ASSERT_TRUE(comes([&] { return screen().deeds().isIdle() && !screen().order().isOld(); }));
    front->press(Qt::Key_F7);
    ASSERT_TRUE(
        comes([&] { return screen().exchange().seller().feedState() == qt::FeedState::Live; }));
    front->type("a");
    front->press(Qt::Key_Return);
    auto* const confirm = front->find<QPushButton>("confirm");
    ASSERT_TRUE(comes([&] { return QApplication::focusWidget() == confirm; })) << message();
    ASSERT_GT(screen().exchange().difference().minor_units(), 0);

    ASSERT_TRUE(front->window().show("sell"));
    auto* const quick = front->find<QLineEdit>("quick");
    quick->setFocus();
    house.relay->hold(true);
    front->type("1b");
    front->press(Qt::Key_Return);
    EXPECT_EQ(cart().canPayOrder(), sale::OrderPayment::AnswerOpen);
    ASSERT_TRUE(front->window().show("orders"));
    confirm->click();
    EXPECT_NE(message().find("sell screen is not known yet"), std::string::npos) << message();
    EXPECT_TRUE(screen().deeds().isIdle());
    EXPECT_TRUE(screen().exchange().canConfirm());
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return cart().stage() == sale::CartStage::Held; }));
    confirm->click();
    EXPECT_NE(message().find("A sale is in hand"), std::string::npos) << message();
    EXPECT_TRUE(screen().deeds().isIdle());

    ASSERT_TRUE(front->window().show("sell"));
    front->press(Qt::Key_D, Qt::ControlModifier);
    ASSERT_TRUE(comes([&] { return cart().stage() == sale::CartStage::Empty; }));
    ASSERT_TRUE(front->window().show("orders"));
    confirm->click();
    EXPECT_TRUE(comes([&] { return front->currentId() == QStringLiteral("pay"); })) << message();
}

}  // namespace
}  // namespace tessera::gui
