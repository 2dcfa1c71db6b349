// SPDX-License-Identifier: Apache-2.0
// Standing places at the counter, by keys: chosen by a letter, priced anew, paid, printed without a
// row and a seat, and taken back.
#include <set>

#include "tests/gui/counter/counter_window.h"
#include "tests/integration/plan_sale.h"

namespace tessera::gui {
namespace {

constexpr int kAdult = 6'000;
constexpr int kChild = 4'000;

class AreaSaleTest : public CounterWindowTest {
protected:
    // The row of the table of bands and areas that has this letter.
    QAbstractItemModel& bands() { return *front->find<QTableView>("bands")->model(); }
    QString band(int row, int column) { return bands().index(row, column).data().toString(); }
    bool isFree(int row, const char* places) {
        return comes([&] { return band(row, sale::BandModel::Free) == QLatin1String(places); });
    }
    std::int64_t ticketsCost() {
        std::int64_t sum = 0;
        for (const v1::PriceLine& line : cart().reservation().price().lines()) {
            if (line.kind() == v1::PriceLine::TICKET) sum += line.amount().minor_units();
        }
        return sum;
    }
    std::string inArea() {
        std::string out;
        for (const v1::ReservedArea& area : cart().reservation().areas()) {
            out += std::to_string(area.quantity()) + " of type " +
                   std::to_string(area.ticket_type_no()) + ". ";
        }
        return out;
    }
    void refundOne(const v1::Order& order);
};

// By a cashier, whose supervisor comes for it.
void AreaSaleTest::refundOne(const v1::Order& order) {
    press(Qt::Key_2, Qt::ControlModifier);
    ASSERT_EQ(front->currentId(), QStringLiteral("orders"));
    type(QString::fromStdString(order.order()) + u' ');
    press(Qt::Key_Return);
    ASSERT_TRUE(comes(
        [&] { return orders().order().isRead() && orders().order().order() == order.order(); }));
    ASSERT_TRUE(hasFocus("tickets"));
    front->find<QTableView>("tickets")->selectRow(0);
    press(Qt::Key_F5);
    ASSERT_TRUE(hasFocus("ask_go"));
    press(Qt::Key_Return);
    ASSERT_TRUE(front->approve(house.supervisor, kSupervisorsPin));
    ASSERT_TRUE(comes([&] { return orders().order().details().order().refunds_size() == 1; }))
        << shown("orders_message");
    ASSERT_TRUE(comes([&] { return orders().deeds().isIdle(); }));
    EXPECT_THAT(shown("orders_message"), HasSubstr("Hand over"));
}

TEST_F(AreaSaleTest, StandingPlacesAreChosenPricedAnewPaidPrintedAndTakenBackByKeys) {
    const integration::Sale club = integration::makeSaleOn(house.stack, "club-mosaik");
    ASSERT_NO_FATAL_FAILURE(start(house.cashier, club.event));
    ASSERT_TRUE(comes([&] { return bands().rowCount() == 4; }));
    ASSERT_EQ(band(2, sale::BandModel::Letter), QStringLiteral("c"));
    ASSERT_TRUE(isFree(2, "520"));
    const std::string floor = band(2, sale::BandModel::Name).toStdString();

    ASSERT_TRUE(takes("2+1c", 3)) << shown("quick_message");
    EXPECT_EQ(inArea(), "2 of type 0. 1 of type 1. ");
    EXPECT_EQ(ticketsCost(), 2 * kAdult + kChild);
    EXPECT_TRUE(isFree(2, "517"));
    press(Qt::Key_F4);
    ASSERT_TRUE(hasFocus("cart"));
    press(Qt::Key_F3);
    ASSERT_TRUE(comes([&] { return ticketsCost() == 3 * kChild; })) << inArea();
    EXPECT_EQ(inArea(), "3 of type 1. ");
    const std::int64_t due = total();
    EXPECT_EQ(shown("total"), euros(due));
    press(Qt::Key_Escape);
    ASSERT_TRUE(hasFocus("quick"));

    ASSERT_TRUE(goesToPay());
    const v1::Order order = paysCash();
    EXPECT_EQ(order.total().minor_units(), due);
    std::set<std::string> codes;
    for (const test::SeenTicket& ticket : tickets.tickets()) {
        std::string texts;
        for (const test::SeenText& each : ticket.texts) {
            EXPECT_FALSE(each.text.empty());
            texts += each.text + '\n';
        }
        EXPECT_THAT(texts, HasSubstr(floor));
        for (const char* const word : {"row", "Row", "seat", "Seat"}) {
            EXPECT_THAT(texts, Not(HasSubstr(word)));
        }
        ASSERT_EQ(ticket.codes.size(), 1U);
        codes.insert(ticket.codes[0].data);
    }
    EXPECT_EQ(codes.size(), 3U);
    EXPECT_TRUE(comes([&] { return seenAt(slips).cuts == 1; }));
    EXPECT_THAT(seenAt(slips).text, HasSubstr(floor));
    EXPECT_THAT(seenAt(slips).text, HasSubstr(euros(due)));

    ASSERT_NO_FATAL_FAILURE(refundOne(order));
    press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_TRUE(isFree(2, "518"));
    int admitting = 0;
    const v1::OrderDetails now = details(order);
    for (const v1::Ticket& ticket : now.tickets()) {
        admitting += ticket.state() == v1::Ticket::ACTIVE ? 1 : 0;
    }
    EXPECT_EQ(admitting, 2);
}

}  // namespace
}  // namespace tessera::gui
