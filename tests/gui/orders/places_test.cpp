// SPDX-License-Identifier: Apache-2.0
// Cheaper places, another place on the map and another name, in the window: from the key that
// begins it to what the server has of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/sale/words.h"
#include "shared/qt/seat_map/seat_map_view.h"
#include "tests/gui/orders/orders_look.h"
#include "tests/gui/pay/pay_till.h"

namespace tessera::gui {
namespace {

using orders::TicketModel;
using testing::HasSubstr;

class PlacesTest : public OrdersLookTest {
protected:
    // By keys, until it can be chosen from.
    bool exchanges(const v1::Order& order) {
        const bool opens = opensByKeys(order) && comes([&] {
                               return screen().deeds().isIdle() && !screen().order().isOld();
                           });
        if (!opens) return false;
        front->press(Qt::Key_F7);
        return comes(
            [&] { return screen().exchange().seller().feedState() == qt::FeedState::Live; });
    }
    bool goesToConfirm() {
        auto* const confirm = front->find<QPushButton>("confirm");
        return comes([&] { return QApplication::focusWidget() == confirm; });
    }
    // Another order is shown, and it is paid.
    bool showsNewOrderOf(const v1::Order& order) {
        return comes([&] {
            return screen().order().isRead() && screen().order().order() != order.order() &&
                   screen().order().details().order().state() == v1::Order::PAID;
        });
    }
    std::int64_t inLedger(const std::string& which) {
        return std::stoll(
            house.stack.psql("SELECT coalesce(sum(amount), 0) FROM ledger_entry WHERE " + which +
                             " AND event_id = " + client::eventNumber(own)));
    }
    std::int64_t cashInLedger() { return inLedger("account = 4"); }
    // A till with a drawer, behind this printer.
    void giveDrawer(const test::FakePrinter& slips) {
        front->store().set(QStringLiteral("drawer"), 1);
        auto& room = payment::PrintRoom::of(front->window().workplace(), front->store());
        ASSERT_EQ(room.setPrinters({receiptPrinterAt(slips.port())}).toStdString(), "");
    }
    std::string state() { return front->find<QLabel>("state")->text().toStdString(); }
    std::string warning() { return front->find<QLabel>("warning")->text().toStdString(); }
    std::string moneyOf(const v1::Order& of, std::int64_t minor) {
        v1::Money amount = of.total();
        amount.set_minor_units(minor);
        return sale::moneyText(amount, languages().locale()).toStdString();
    }
    // Cheaper places are asked for and approved; what goes back, in minor units.
    std::int64_t exchangesForCheaper(const v1::Order& order, const QString& band = "b") {
        EXPECT_TRUE(exchanges(order)) << message();
        front->type(band);
        front->press(Qt::Key_Return);
        EXPECT_TRUE(goesToConfirm()) << message();
        const std::int64_t back = -screen().exchange().difference().minor_units();
        EXPECT_GT(back, 0);
        front->press(Qt::Key_Return);
        EXPECT_TRUE(approve()) << message();
        return back;
    }

    const integration::Sale own = makeLenientSale();
};

// Nobody was told, and the cash was found in the old order alone.
TEST_F(PlacesTest, CheaperPlacesTellWhatIsHandedOverAndThenShowTheNewOrder) {
    const v1::Order order = sellForCash(own, {9});
    const std::int64_t before = cashInLedger();
    ASSERT_TRUE(exchanges(order)) << message();
    front->type("b");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(goesToConfirm()) << message();
    v1::Money back = screen().exchange().difference();
    back.set_minor_units(-back.minor_units());
    ASSERT_GT(back.minor_units(), 0);
    const std::string text = sale::moneyText(back, languages().locale()).toStdString();
    EXPECT_EQ(front->find<QLabel>("difference")->text().toStdString(), "Goes back: " + text);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve()) << message();
    ASSERT_TRUE(comes([&] { return message().starts_with("Exchanged. Hand over " + text); }))
        << message();
    EXPECT_EQ(screen().order().order(), order.order());
    EXPECT_THAT(state(), HasSubstr(text));
    EXPECT_EQ(ticketsOf(order).at(0).state(), v1::Ticket::VOID);
    EXPECT_EQ(cashInLedger(), before) << "it is in the drawer still";
    look("orders-exchanged");
    front->press(Qt::Key_F11);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve()) << message();
    ASSERT_TRUE(showsNewOrderOf(order)) << message();
    EXPECT_EQ(cashInLedger(), before - back.minor_units());
    EXPECT_EQ(inLedger("true"), 0);
    EXPECT_EQ(screen().order().details().tickets(0).state(), v1::Ticket::ACTIVE);
}

// Nobody was told: the order that was exchanged had been paid with tickets, and the cash stood in
// the one before it.
TEST_F(PlacesTest, CheaperPlacesForExchangedOnesTellTheOlderOrdersCashAndLeadThereAndOn) {
    const v1::Order oldest = sellForCash(own, {9});
    const v1::Order order = exchangeFor(own, oldest, {10});
    const std::int64_t before = cashInLedger();
    const test::FakePrinter slips(test::FakeLanguage::Escpos);
    ASSERT_NO_FATAL_FAILURE(giveDrawer(slips));
    const std::int64_t back = exchangesForCheaper(order);
    const std::string text = moneyOf(order, back);
    ASSERT_TRUE(comes([&] { return message().starts_with("Exchanged. Hand over " + text); }))
        << message();
    EXPECT_EQ(screen().order().order(), order.order());
    EXPECT_THAT(state(), HasSubstr(text));
    EXPECT_THAT(warning(), AllOf(HasSubstr(text), HasSubstr(oldest.order())));
    EXPECT_TRUE(comes([&] { return seenAt(slips).kicks == 1; }));
    look("orders-exchanged-twice");
    EXPECT_EQ(cashInLedger(), before) << "it is in the drawer still";
    front->press(Qt::Key_F11);
    ASSERT_TRUE(opened(oldest)) << message();
    ASSERT_TRUE(comes([&] { return front->find<QLineEdit>("ask_first")->hasFocus(); }));
    EXPECT_THAT(message(), HasSubstr("older order"));
    look("orders-older-cash");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve()) << message();
    ASSERT_TRUE(comes([&] {
        const std::string shown = screen().order().order();
        return screen().order().isRead() && shown != order.order() && shown != oldest.order();
    })) << message();
    EXPECT_EQ(screen().order().details().tickets(0).state(), v1::Ticket::ACTIVE);
    EXPECT_EQ(cashInLedger(), before - back);
    EXPECT_EQ(inLedger("true"), 0);
    EXPECT_EQ(seenAt(slips).kicks, 1) << "told once, opened once";
}

// The red text came again at each look, and the new order by searching for it alone.
TEST_F(PlacesTest, WhereAnOlderOrderCannotBeReadItIsSaidOnceAndTheNewOrderIsShown) {
    const v1::Order oldest = sellForCash(own, {8});
    const v1::Order order = exchangeFor(own, oldest, {12});
    LostOrder lost(oldest);
    QObject::connect(&screen().deeds(), &orders::OrderDeeds::done, &screen(),
                     [&](orders::DeedKind) { lost.lose(); });
    const std::int64_t back = exchangesForCheaper(order);
    ASSERT_TRUE(showsNewOrderOf(order)) << message();
    EXPECT_THAT(message(), AllOf(HasSubstr("cannot be read"), HasSubstr(order.order())));
    look("orders-older-unread");
    ASSERT_TRUE(opensByKeys(order)) << message();
    EXPECT_THAT(state(), HasSubstr(moneyOf(order, back))) << "not said to be back";
    ASSERT_TRUE(comes([&] { return warning().find("cannot be read") != std::string::npos; }))
        << warning();
    EXPECT_THAT(state(), HasSubstr(moneyOf(order, back)));
    EXPECT_THAT(front->find<QLabel>("sum")->text().toStdString(),
                HasSubstr("still to go back " + moneyOf(order, back)));
}

// What is known was neither told nor did the drawer open.
TEST_F(PlacesTest, WhereAnOlderOrderCannotBeReadTheCashOfThisOneIsToldAndLaterTheRest) {
    const v1::Order oldest = sellForCash(own, {168});
    const v1::Order order = exchangeFor(own, oldest, {13});
    const std::int64_t more = order.total().minor_units() - oldest.total().minor_units();
    ASSERT_GT(more, 0);
    const test::FakePrinter slips(test::FakeLanguage::Escpos);
    ASSERT_NO_FATAL_FAILURE(giveDrawer(slips));
    LostOrder lost(oldest);
    QObject::connect(&screen().deeds(), &orders::OrderDeeds::done, &screen(),
                     [&](orders::DeedKind kind) {
                         if (kind == orders::DeedKind::Exchange) lost.lose();
                     });
    const std::int64_t back = exchangesForCheaper(order, "c");
    ASSERT_GT(back, more) << "the rest waits in the older order";
    ASSERT_TRUE(comes([&] {
        return message().starts_with("Exchanged. Hand over " + moneyOf(order, more));
    })) << message();
    EXPECT_THAT(message(), HasSubstr("More may wait in an older order"));
    EXPECT_TRUE(comes([&] { return seenAt(slips).kicks == 1; }));
    lost.find();
    front->press(Qt::Key_F11);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve()) << message();
    const std::string rest = moneyOf(order, back - more);
    ASSERT_TRUE(comes([&] { return message().starts_with("Exchanged. Hand over " + rest); }))
        << message();
    EXPECT_THAT(message(), testing::Not(HasSubstr("cannot be read")));
    front->press(Qt::Key_F11);
    ASSERT_TRUE(opened(oldest)) << message();
}

TEST_F(PlacesTest, ARefundOfPlacesThatWerePaidWithTicketsAndCashIsHandedOverFromBothOrders) {
    const v1::Order oldest = sellForCash(own, {164});
    const v1::Order order = exchangeFor(own, oldest, {11});
    const std::int64_t more = order.total().minor_units() - oldest.total().minor_units();
    ASSERT_GT(more, 0);
    const std::int64_t before = cashInLedger();
    const auto stateSays = [&](std::int64_t minor) {
        return comes([&] { return state().find(moneyOf(order, minor)) != std::string::npos; });
    };
    const auto handOver = [&](const v1::Order& in) {
        front->press(Qt::Key_F11);
        // Somebody looks at another screen before it is there.
        if (in.order() != order.order()) front->press(Qt::Key_1, Qt::ControlModifier);
        EXPECT_TRUE(opened(in)) << message();
        if (in.order() != order.order()) front->press(Qt::Key_2, Qt::ControlModifier);
        EXPECT_TRUE(comes([&] { return front->find<QLineEdit>("ask_first")->hasFocus(); }));
        front->press(Qt::Key_Return);
        EXPECT_TRUE(approve()) << message();
        EXPECT_TRUE(opened(order)) << message();
        EXPECT_TRUE(comes([&] { return screen().deeds().isIdle(); }));
    };
    ASSERT_TRUE(opensByKeys(order)) << message();
    front->press(Qt::Key_F5);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve()) << message();
    ASSERT_TRUE(comes([&] { return message().starts_with("Taken back"); })) << message();
    EXPECT_THAT(message(),
                HasSubstr("Hand over " +
                          sale::moneyText(order.total(), languages().locale()).toStdString()));
    ASSERT_TRUE(stateSays(order.total().minor_units())) << state();
    handOver(order);  // Its own cash comes first.
    ASSERT_TRUE(stateSays(oldest.total().minor_units())) << state();
    EXPECT_EQ(cashInLedger(), before - more);
    handOver(oldest);
    EXPECT_TRUE(comes([&] { return state() == "paid"; })) << state();
    EXPECT_EQ(cashInLedger(), before - order.total().minor_units());
    EXPECT_EQ(inLedger("true"), 0);
}

TEST_F(PlacesTest, ASeatThatIsClickedOnTheMapIsTheNewOneAndTheOldOneIsFree) {
    const v1::Order order = sellForCash(own, {160});
    ASSERT_TRUE(exchanges(order)) << message();
    front->type("a");  // Left in the line: what is selected is meant all the same.
    auto* const map = front->find<qt::SeatMapView>("exchange_map");
    const QPointF at = screen().exchange().map().layout().seats()[190].at;
    map->showPlace(at, map->camera().zoomMax());
    QTest::mouseClick(map, Qt::LeftButton, {}, map->camera().pixelOf(at));
    ASSERT_EQ(screen().exchange().map().selection(), QList<int>{190});
    ASSERT_EQ(QApplication::focusWidget(), map);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(goesToConfirm()) << message();
    EXPECT_EQ(front->find<QLabel>("difference")->text(), "No difference");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(showsNewOrderOf(order)) << message();
    ASSERT_EQ(screen().order().details().tickets_size(), 1);
    const v1::Ticket& taken = screen().order().details().tickets(0);
    EXPECT_EQ(taken.seat_no(), 190);
    EXPECT_EQ(taken.state(), v1::Ticket::ACTIVE);
    EXPECT_EQ(ticketsOf(order).at(0).state(), v1::Ticket::VOID);
    EXPECT_EQ(sellForCash(own, {160}).state(), v1::Order::PAID) << "somebody else has it now";
}

TEST_F(PlacesTest, AnotherNameIsTypedAndTheTicketIsTheirs) {
    const v1::Order order = sellForCash(own, {162});
    const std::string code = ticketsOf(order).at(0).code();
    ASSERT_FALSE(code.empty());
    ASSERT_TRUE(opensByKeys(order));
    ASSERT_TRUE(comes([&] { return screen().deeds().isIdle() && !screen().order().isOld(); }));
    front->press(Qt::Key_F8);
    ASSERT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("ask_first"));
    front->type("Ida Falke");
    front->press(Qt::Key_Return);
    ASSERT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("ask_second"));
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return message().find("Ida Falke's now") != std::string::npos; }))
        << message();
    EXPECT_FALSE(front->find<QLineEdit>("ask_first")->isVisible());
    const QAbstractItemModel* const table = front->find<QTableView>("tickets")->model();
    ASSERT_TRUE(comes([&] { return table->rowCount() == 2; }));
    const auto of = [&](int column) {
        return std::vector{table->index(0, column).data().toString().toStdString(),
                           table->index(1, column).data().toString().toStdString()};
    };
    EXPECT_THAT(of(TicketModel::Holder), testing::Contains("Ida Falke").Times(1));
    EXPECT_THAT(of(TicketModel::State), testing::UnorderedElementsAre("void", "admits"));
    const auto tickets = ticketsOf(order);
    const auto old = std::ranges::count(tickets, v1::Ticket::VOID, &v1::Ticket::state);
    EXPECT_EQ(old, 1);
    EXPECT_TRUE(std::ranges::none_of(tickets, [&](const auto& each) {
        return each.code() == code;
    })) << "what was printed before is of no use";
}

}  // namespace
}  // namespace tessera::gui
