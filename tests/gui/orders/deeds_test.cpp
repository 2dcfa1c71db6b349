// SPDX-License-Identifier: Apache-2.0
// What staff does to an order after its sale, on a real server, to the cent.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/orders/invoice_saver.h"
#include "shared/qt/orders/order_words.h"
#include "shared/qt/sale/words.h"
#include "tests/gui/orders/orders_till.h"
#include "tests/support/model_rules.h"

namespace tessera::gui {
namespace {

using client::House;
using orders::MoneyModel;
using orders::TicketModel;
using testing::HasSubstr;

class DeedsTest : public testing::Test {
protected:
    void SetUp() override { at = till(house.cashier); }
    std::unique_ptr<OrdersTill> till(const client::Account& account) {
        return std::make_unique<OrdersTill>(folder(), house.stack.ports().staff, account);
    }
    QString folder() const { return QString::fromStdString(dir_ / "till"); }
    std::string rows(const std::string& what, const std::string& where = "true") {
        return house.stack.psql("SELECT " + what + " WHERE event_id = " +
                                client::eventNumber(sale()) + " AND " + where);
    }
    // Each time that the drawer is to open, in minor units.
    std::shared_ptr<std::vector<std::int64_t>> cashThatGoesOut() {
        const auto heard = std::make_shared<std::vector<std::int64_t>>();
        QObject::connect(&at->deeds, &orders::OrderDeeds::cashGoesOut, &at->deeds,
                         [heard](const v1::Money& cash) { heard->push_back(cash.minor_units()); });
        return heard;
    }
    static std::string moneyOf(std::int64_t minor) {
        v1::Money money;
        money.set_currency_code("EUR");
        money.set_minor_units(minor);
        return sale::moneyText(money, QLocale()).toStdString();
    }
    // One for all: each test has its own seats.
    static const integration::Sale& sale() {
        static const integration::Sale made = makeLenientSale();
        return made;
    }

    House& house = House::shared();
    std::unique_ptr<OrdersTill> at;

private:
    test::TempDir dir_{"deeds"};
};

TEST_F(DeedsTest, ANoteIsWrittenAndOneThatIsTooLongIsRefusedByItsField) {
    const v1::Order order = sellForCash(sale(), {150, 151});
    ASSERT_TRUE(at->opens(order));
    EXPECT_FALSE(at->deeds.setNote(QString(1001, 'x')));
    EXPECT_THAT(at->lastSaid(), HasSubstr("Note: 1000"));
    ASSERT_TRUE(at->deeds.setNote("wheelchair at the side door"));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_EQ(at->order.details().note(), "wheelchair at the side door");
    EXPECT_FALSE(at->journal.read().has_value());
}

TEST_F(DeedsTest, TicketsAreHandedOutOnceAndTheMarkIsTakenBack) {
    const v1::Order order = sellForCash(sale(), {152, 153});
    test::ModelRules tester(&at->tickets);
    ASSERT_TRUE(at->opens(order));
    ASSERT_EQ(at->tickets.rowCount(), 2);
    EXPECT_EQ(at->text(at->tickets, 0, TicketModel::HandedOut), "not yet");
    ASSERT_TRUE(at->deeds.handOut({at->tickets.at(0).ticket()}, false));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_NE(at->text(at->tickets, 0, TicketModel::HandedOut), "not yet");
    EXPECT_EQ(at->text(at->tickets, 1, TicketModel::HandedOut), "not yet");
    ASSERT_TRUE(at->deeds.handOut(at->all(), true));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_EQ(at->text(at->tickets, 0, TicketModel::HandedOut), "not yet");
}

TEST_F(DeedsTest, APrintIsNotedAndTheNextOneNeedsAReason) {
    const v1::Order order = sellForCash(sale(), {154});
    std::vector<std::string> keys;
    at->deeds.setPrinter([&](const orders::NotedPrint& print) {
        EXPECT_EQ(print.event.event(), sale().event);
        EXPECT_FALSE(print.tickets.at(0).code().empty());
        keys.push_back(print.key.toStdString());
        return QString();
    });
    ASSERT_TRUE(at->opens(order));
    ASSERT_TRUE(at->deeds.print(at->all(), {}));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_EQ(at->text(at->tickets, 0, TicketModel::Prints), "1 time");
    EXPECT_FALSE(at->deeds.print(at->all(), " "));
    EXPECT_THAT(at->lastSaid(), HasSubstr("Reason"));
    ASSERT_TRUE(at->deeds.print(at->all(), "paper jam"));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_EQ(at->text(at->tickets, 0, TicketModel::Prints), "2 times");
    ASSERT_EQ(keys.size(), 2U);
    EXPECT_EQ(keys[0], "") << "for the first time once ever";
    EXPECT_EQ(keys[1].size(), 36U) << "again, by its request id";
}

TEST_F(DeedsTest, APrintThatTheQueueDoesNotTakeIsSaidNotToBePrintedAndIsDoneAgainAsTheSameOne) {
    const v1::Order order = sellForCash(sale(), {162});
    int done = 0;
    QObject::connect(&at->deeds, &orders::OrderDeeds::done, [&] { ++done; });
    ASSERT_TRUE(at->opens(order));
    at->refusing << "The print queue is full.";
    ASSERT_TRUE(at->deeds.print(at->all(), {}));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Not printed: The print queue is full."));
    EXPECT_EQ(done, 0);
    EXPECT_FALSE(at->deeds.needsReason(at->all())) << "nothing of it is on paper";
    ASSERT_TRUE(at->deeds.print(at->all(), {}));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("to the printer"));
    EXPECT_EQ(done, 1);
    EXPECT_EQ(at->printed.size(), 1U);
    EXPECT_EQ(at->text(at->tickets, 0, TicketModel::Prints), "1 time") << "noted once";
    EXPECT_TRUE(at->deeds.needsReason(at->all()));
}

TEST_F(DeedsTest, APrintOfAnotherOrderDoesNotMakeOneThatTheQueueDidNotTakeAnotherPrint) {
    const v1::Order order = sellForCash(sale(), {210});
    const v1::Order other = sellForCash(sale(), {211});
    ASSERT_TRUE(at->opens(order));
    at->refusing << "The print queue is full.";
    ASSERT_TRUE(at->deeds.print(at->all(), {}));
    ASSERT_TRUE(at->becomesIdle());
    ASSERT_TRUE(at->opens(other));
    ASSERT_TRUE(at->deeds.print(at->all(), {}));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_EQ(at->printed.size(), 1U);
    EXPECT_TRUE(at->unprinted.read().has_value()) << "a restart knows it, too";
    ASSERT_TRUE(at->opens(order));
    EXPECT_FALSE(at->deeds.needsReason(at->all())) << "nothing of it is on paper";
    ASSERT_TRUE(at->deeds.print(at->all(), {}));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_EQ(at->printed.size(), 2U);
    EXPECT_EQ(at->text(at->tickets, 0, TicketModel::Prints), "1 time") << "noted once";
}

TEST_F(DeedsTest, CashGoesBackByASecondPersonsPinIsHandedOverAndSettled) {
    const v1::Order order = sellForCash(sale(), {156, 157});
    test::ModelRules tester(&at->money);
    ASSERT_TRUE(at->opens(order));
    const std::string one = at->tickets.at(0).ticket();
    const std::int64_t worth = at->deeds.worthOf({one});
    ASSERT_TRUE(at->deeds.refund({one}, false));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("approval of a supervisor"));
    EXPECT_EQ(at->all().size(), 2U);
    ASSERT_TRUE(at->deeds.refund({one}, false, at->approval(order, worth - 1)));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("smaller amount"));

    const auto freeBefore = integration::seatsInDatabase(house.stack, sale(), 0);
    const std::string token = at->approval(order, worth);
    ASSERT_TRUE(at->deeds.refund({one}, false, token));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Hand over"));
    ASSERT_TRUE(comes([&] { return at->all().size() == 1; }));
    ASSERT_EQ(at->money.rowCount(), 2);
    EXPECT_EQ(at->text(at->money, 1, MoneyModel::State), "to be handed over");
    const v1::Refund* const waiting = at->money.waiting();
    ASSERT_NE(waiting, nullptr);
    EXPECT_EQ(waiting->amount().minor_units(), worth);
    const std::string refund = waiting->refund();

    EXPECT_FALSE(at->deeds.settle(refund, "  "));
    ASSERT_TRUE(at->deeds.settle(refund, "in cash", token));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("used already")) << "an approval is for one call";
    ASSERT_TRUE(at->deeds.settle(refund, "in cash", at->approval(order, worth)));
    ASSERT_TRUE(at->becomesIdle());
    ASSERT_TRUE(comes([&] { return at->money.waiting() == nullptr; })) << at->lastSaid();
    EXPECT_EQ(at->text(at->money, 1, MoneyModel::State), "handed over");
    EXPECT_EQ(integration::seatsInDatabase(house.stack, sale(), 0), freeBefore + 1);
    EXPECT_EQ(rows("sum(amount) FROM ledger_entry"), "0");
}

TEST_F(DeedsTest, OfTwoRefundsThatWaitForTheirCashEachIsToldByItself) {
    at = till(house.supervisor);
    const v1::Order order = sellForCash(sale(), {186, 187});
    ASSERT_TRUE(at->opens(order));
    const auto drawer = cashThatGoesOut();
    const std::string first = at->tickets.at(0).ticket();
    const std::string second = at->tickets.at(1).ticket();
    const std::vector<std::int64_t> worth{at->deeds.worthOf({first}), at->deeds.worthOf({second})};
    ASSERT_TRUE(at->deeds.refund({first}, false));
    ASSERT_TRUE(at->becomesIdle()) << at->lastSaid();
    ASSERT_TRUE(comes([&] { return at->all().size() == 1; }));
    ASSERT_TRUE(at->deeds.refund({second}, false));
    ASSERT_TRUE(at->becomesIdle()) << at->lastSaid();
    EXPECT_THAT(at->lastSaid(), HasSubstr("Hand over"));
    EXPECT_EQ(*drawer, worth);
}

// It was said that the money is on its way, and the cash stood in the first order alone.
TEST_F(DeedsTest, CashOfExchangedTicketsIsFoundInTheOrderThatWasPaidWithItToTheCent) {
    at = till(house.supervisor);
    const v1::Order first = sellForCash(sale(), {188});
    const v1::Order second = exchangeFor(sale(), first, {189});
    const auto drawer = cashThatGoesOut();
    ASSERT_TRUE(at->opens(second));
    ASSERT_TRUE(at->deeds.refund(at->all(), false));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Hand over " + moneyOf(first.total().minor_units())));
    EXPECT_THAT(*drawer, testing::ElementsAre(first.total().minor_units()));
    ASSERT_TRUE(comes([&] { return at->all().empty(); }));
    EXPECT_EQ(at->text(at->money, 1, MoneyModel::State), "goes back in the older order");
    const v1::Order named = at->order.details().order();
    EXPECT_EQ(named.tenders(0).reference(), first.order());
    orders::CashTrail trail(at->desk);
    ASSERT_TRUE(trail.follow(named));
    EXPECT_TRUE(trail.isOf(named));
    ASSERT_TRUE(comes([&] { return !trail.isReading(); }));
    EXPECT_TRUE(trail.isWhole());
    ASSERT_EQ(trail.waiting().size(), 1U);
    EXPECT_EQ(trail.waiting()[0].order, first.order());
    EXPECT_EQ(trail.cash(), first.total().minor_units());
    EXPECT_EQ(trail.cash("another call"), 0);
    EXPECT_FALSE(trail.follow(named, "another call")) << "nothing of that";
    EXPECT_FALSE(trail.follow(first)) << "nothing went on from there";
    v1::Order lost = named;
    lost.mutable_tenders(0)->set_reference(
        encodePublicId(decodeEventScopedId(first.order())->event, 1));
    ASSERT_TRUE(trail.follow(lost));
    ASSERT_TRUE(comes([&] { return !trail.isReading(); }));
    EXPECT_FALSE(trail.isWhole()) << "there is no such order";
    EXPECT_EQ(trail.cash(), 0);
    EXPECT_EQ(trail.open(lost), first.total().minor_units()) << "it may all be to go back still";
}

// It counted as back as soon as it had left the newer order.
TEST_F(DeedsTest, WhatACardInAnOlderOrderHasYetToGetBackIsNotBack) {
    at = till(house.supervisor);
    const v1::Order first = sellByCard(sale(), {212});
    const v1::Order second = exchangeFor(sale(), first, {213});
    ASSERT_TRUE(at->opens(second));
    ASSERT_TRUE(at->deeds.refund(at->all(), false));
    ASSERT_TRUE(at->becomesIdle());
    ASSERT_TRUE(comes([&] { return at->all().empty(); }));
    const v1::Order named = at->order.details().order();
    orders::CashTrail trail(at->desk);
    EXPECT_EQ(trail.open(named), first.total().minor_units()) << "nobody has looked there yet";
    ASSERT_TRUE(comes([&] {
        if (!trail.isReading()) trail.follow(named);
        return trail.isKnown(named) && trail.open(named) == 0;
    })) << "the bank has it";
    const auto becomes = [&](int state) {
        house.stack.psql("UPDATE refund SET state = " + std::to_string(state) + " WHERE " +
                         rowsOf(first));
        trail.follow(named);
        return comes([&] { return !trail.isReading(); });
    };
    ASSERT_TRUE(becomes(2));
    EXPECT_EQ(trail.open(named), first.total().minor_units());
    EXPECT_EQ(trail.cash(), 0) << "nobody hands it over";
    EXPECT_EQ(trail.byHand(), nullptr);
    EXPECT_TRUE(trail.isUnderWay());
    ASSERT_TRUE(becomes(4));
    EXPECT_EQ(trail.open(named), first.total().minor_units());
    ASSERT_NE(trail.byHand(), nullptr) << "the house says how it was given back";
    EXPECT_FALSE(trail.isUnderWay());
    ASSERT_TRUE(becomes(3));
    EXPECT_EQ(trail.open(named), 0);
}

TEST_F(DeedsTest, OfTheLongestRowOfExchangesTheCashOfItsFirstOrderIsToldToTheCent) {
    at = till(house.supervisor);
    const v1::Order first = sellForCash(sale(), {190});
    v1::Order last = first;
    for (int more = 1; more < orders::CashTrail::kOrdersMost; ++more) {
        last = exchangeFor(sale(), last, {190 + more});
    }
    ASSERT_TRUE(at->opens(last));
    std::vector<std::int64_t> drawer;
    QObject::connect(&at->deeds, &orders::OrderDeeds::cashGoesOut, &at->deeds,
                     [&](const v1::Money& cash) { drawer.push_back(cash.minor_units()); });
    ASSERT_TRUE(at->deeds.refund(at->all(), false));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Hand over"));
    EXPECT_THAT(drawer, testing::ElementsAre(first.total().minor_units()));
}

TEST_F(DeedsTest, ARefundToACardIsShownUntilItIsBack) {
    at = till(house.supervisor);
    const v1::Order order = sellByCard(sale(), {158});
    ASSERT_TRUE(at->opens(order));
    ASSERT_TRUE(at->deeds.refund(at->all(), false));
    ASSERT_TRUE(at->becomesIdle()) << at->lastSaid();
    EXPECT_TRUE(comes([&] { return at->tickets.active({}).empty(); }));
    ASSERT_TRUE(comes([&] {
        return at->money.rowCount() == 2 && at->text(at->money, 1, MoneyModel::State) == "is back";
    }));
    EXPECT_EQ(at->order.details().order().refunds(0).amount().minor_units(),
              order.total().minor_units());
    EXPECT_FALSE(orders::isUnderWay(at->order.details().order()));
}

TEST_F(DeedsTest, TicketsGetAnotherNameTheOldCodeIsRefusedAndTheNewOneCanBePrinted) {
    const v1::Order order = sellForCash(sale(), {159, 160});
    ASSERT_TRUE(at->opens(order));
    const v1::Ticket old = at->tickets.at(0);
    EXPECT_FALSE(at->deeds.transfer({old.ticket()}, "  ", {}));
    EXPECT_THAT(at->lastSaid(), HasSubstr("Name: 1 to 200"));
    EXPECT_FALSE(at->deeds.transfer({old.ticket()}, "Adele", "adele"));
    EXPECT_THAT(at->lastSaid(), HasSubstr("E-mail"));
    ASSERT_TRUE(at->deeds.transfer({old.ticket()}, "Adele Laufer", "adele@example.org"));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("Adele Laufer"));
    ASSERT_TRUE(comes([&] { return at->tickets.rowCount() == 3; }));
    EXPECT_EQ(at->tickets.at(at->tickets.rowOf(old.ticket())).state(), v1::Ticket::VOID);
    orders::OrderDeeds::Tickets hers;
    for (int row = 0; row < 3; ++row) {
        if (at->text(at->tickets, row, TicketModel::Holder) == "Adele Laufer") {
            hers.push_back(at->tickets.at(row).ticket());
        }
    }
    ASSERT_EQ(hers.size(), 1U);
    std::string code;
    at->deeds.setPrinter([&](const orders::NotedPrint& print) {
        code = print.tickets.at(0).code();
        return QString();
    });
    ASSERT_TRUE(at->deeds.print(hers, {}));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_EQ(code.size(), 154U) << at->lastSaid();
    EXPECT_NE(code, old.code());
}

TEST_F(DeedsTest, TheInvoiceIsAFileThatIsAPdf) {
    const v1::Order order = sellForCash(sale(), {161});
    orders::InvoiceSaver invoices(at->desk, folder() + "/invoices");
    QString file;
    QObject::connect(&invoices, &orders::InvoiceSaver::saved,
                     [&](const QString& name) { file = name; });
    invoices.save(order);
    ASSERT_TRUE(comes([&] { return !file.isEmpty(); }));
    QFile saved(file);
    ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
    EXPECT_TRUE(saved.readAll().startsWith("%PDF-"));
    EXPECT_EQ(saved.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

}  // namespace
}  // namespace tessera::gui
