// SPDX-License-Identifier: Apache-2.0
// Cheaper places, another place on the map and another name, in the window: from the key that
// begins it to what the server has of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/sale/words.h"
#include "shared/qt/seat_map/seat_map_view.h"
#include "tests/gui/orders/orders_look.h"

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
    EXPECT_THAT(front->find<QLabel>("state")->text().toStdString(), HasSubstr(text));
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
    ASSERT_TRUE(exchanges(order)) << message();
    front->type("b");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(goesToConfirm()) << message();
    v1::Money back = screen().exchange().difference();
    back.set_minor_units(-back.minor_units());
    ASSERT_GT(back.minor_units(), 0);
    const std::string text = sale::moneyText(back, languages().locale()).toStdString();
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve()) << message();
    ASSERT_TRUE(comes([&] { return message().starts_with("Exchanged. Hand over " + text); }))
        << message();
    EXPECT_EQ(screen().order().order(), order.order());
    EXPECT_THAT(front->find<QLabel>("state")->text().toStdString(), HasSubstr(text));
    EXPECT_THAT(front->find<QLabel>("warning")->text().toStdString(),
                AllOf(HasSubstr(text), HasSubstr(oldest.order())));
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
    EXPECT_EQ(cashInLedger(), before - back.minor_units());
    EXPECT_EQ(inLedger("true"), 0);
}

TEST_F(PlacesTest, ARefundOfPlacesThatWerePaidWithTicketsAndCashIsHandedOverFromBothOrders) {
    const v1::Order oldest = sellForCash(own, {164});
    const v1::Order order = exchangeFor(own, oldest, {11});
    const std::int64_t more = order.total().minor_units() - oldest.total().minor_units();
    ASSERT_GT(more, 0);
    const std::int64_t before = cashInLedger();
    const auto stateSays = [&](std::int64_t minor) {
        v1::Money amount = order.total();
        amount.set_minor_units(minor);
        const QString text = sale::moneyText(amount, languages().locale());
        return comes([&] { return front->find<QLabel>("state")->text().contains(text); });
    };
    const auto handOver = [&](const v1::Order& in) {
        front->press(Qt::Key_F11);
        EXPECT_TRUE(opened(in)) << message();
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
    ASSERT_TRUE(stateSays(order.total().minor_units()))
        << front->find<QLabel>("state")->text().toStdString();
    handOver(order);  // Its own cash comes first.
    ASSERT_TRUE(stateSays(oldest.total().minor_units()))
        << front->find<QLabel>("state")->text().toStdString();
    EXPECT_EQ(cashInLedger(), before - more);
    handOver(oldest);
    EXPECT_TRUE(comes([&] { return front->find<QLabel>("state")->text() == "paid"; }))
        << front->find<QLabel>("state")->text().toStdString();
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
