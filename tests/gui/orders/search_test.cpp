// SPDX-License-Identifier: Apache-2.0
// Orders are found by whatever is known of them, and a scanner is told from a person.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/orders/order_words.h"
#include "shared/qt/orders/scan_reader.h"
#include "shared/qt/sale/event_search.h"
#include "tests/gui/orders/orders_till.h"
#include "tests/support/model_rules.h"

namespace tessera::gui {
namespace {

using client::House;
using orders::kScanGapMillis;
using orders::ScanReader;
using testing::HasSubstr;

std::optional<QString> readAt(ScanReader& reader, const QString& row, qint64 gap) {
    qint64 now = 1'000;
    for (const QChar each : row) reader.key(each, now += gap);
    return reader.enter(now + gap);
}

TEST(ScanReaderTest, WhatComesFastInTheFormOfACodeAndEndsWithEnterIsAScan) {
    ScanReader reader;
    const QString id = QStringLiteral("06H1QK3W5T8ZC06H1QK3W5T9AB");
    EXPECT_EQ(readAt(reader, id, 5), id);
    EXPECT_EQ(readAt(reader, id.toLower(), kScanGapMillis), id);
    EXPECT_EQ(readAt(reader, id.repeated(6).left(154), 1), id.repeated(6).left(154));
}

TEST(ScanReaderTest, WhatAPersonTypesIsNone) {
    ScanReader reader;
    const QString id = QStringLiteral("06H1QK3W5T8ZC06H1QK3W5T9AB");
    EXPECT_EQ(readAt(reader, id, kScanGapMillis + 1), std::nullopt);
    EXPECT_EQ(readAt(reader, id.left(23), 1), std::nullopt);
    EXPECT_EQ(readAt(reader, id + u'U', 1), std::nullopt) << "not of the house's alphabet";
    EXPECT_EQ(readAt(reader, id.repeated(10), 1), std::nullopt) << "longer than any code";
    for (const QChar each : id) reader.key(each, 5'000);
    EXPECT_EQ(reader.enter(5'000 + kScanGapMillis + 1), std::nullopt) << "Enter by hand";
    EXPECT_EQ(readAt(reader, id, 1), id) << "and what was before does not matter";
}

TEST(ScanReaderTest, AnAddressAsLongAsACodeHasNotItsForm) {
    const QString id = QStringLiteral("06H1QK3W5T8ZC06H1QK3W5T9AB");
    EXPECT_TRUE(orders::hasScansForm(id));
    EXPECT_TRUE(orders::hasScansForm(id.toLower()));
    EXPECT_FALSE(orders::hasScansForm(id.left(23)));
    EXPECT_FALSE(orders::hasScansForm(id + u' ' + id));
    EXPECT_FALSE(orders::hasScansForm("olga.altmann.old@post.example"));
}

class SearchTest : public testing::Test {
protected:
    void SetUp() override {
        at = std::make_unique<OrdersTill>(QString::fromStdString(dir_ / "till"),
                                          house.stack.ports().staff, house.cashier);
        at->search.setEvent(sale.event);
    }
    // The orders that are found, the latest first.
    std::vector<std::string> find(const QString& text) {
        bool answered = false;
        const auto heard =
            QObject::connect(&at->search, &orders::OrderSearch::answered, [&] { answered = true; });
        at->search.search(text);
        EXPECT_TRUE(comes([&] { return answered; }));
        QObject::disconnect(heard);
        EXPECT_EQ(at->search.problem().toStdString(), "");
        std::vector<std::string> found;
        for (int row = 0; row < at->search.rowCount(); ++row) {
            found.push_back(at->search.at(row).order());
        }
        return found;
    }
    // What is found is a few seconds behind at most.
    bool finds(const QString& text, const v1::Order& order) {
        return integration::eventually(
            [&] { return testing::Value(find(text), testing::Contains(order.order())); });
    }

    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
    std::unique_ptr<OrdersTill> at;

private:
    test::TempDir dir_{"search"};
};

TEST_F(SearchTest, AnOrderIsFoundByEachOfTheWaysAndByNothingElse) {
    test::ModelRules tester(&at->search);
    const SoldTo who{"Käthe Groß-Öder", "kaethe.o@post.example", "+43 664 987 6543"};
    const v1::Order order = sellForCash(sale, {150, 151}, who);
    const v1::Order other = sellForCash(sale, {160});
    const auto tickets = ticketsOf(order);
    ASSERT_EQ(tickets.size(), 2U);
    const v1::PlaceLabel& label = tickets[0].label();
    const std::string seat = label.section() + ' ' + label.row() + ' ' + label.seat();
    for (const std::string& known :
         {order.order(), tickets[1].ticket(), tickets[1].code(), std::string("kathe oder"),
          std::string("kaethe.o@post"), std::string("0664 98765"), seat}) {
        EXPECT_TRUE(finds(QString::fromStdString(known), order)) << known;
    }
    EXPECT_THAT(find(QString::fromStdString(tickets[1].code())),
                testing::ElementsAre(order.order()));
    EXPECT_THAT(find("kathe nobody"), testing::IsEmpty());
    EXPECT_THAT(find("k"), testing::IsEmpty()) << "too short to ask";
    EXPECT_TRUE(finds("rosalinde", other));
    const std::string line =
        at->search.index(0).data(Qt::AccessibleTextRole).toString().toStdString();
    EXPECT_THAT(line, HasSubstr("Rosalinde Eisenstein"));
    EXPECT_THAT(line, HasSubstr("Die Fledermaus"));
}

TEST_F(SearchTest, AnOrderIsFoundByTheEndOfItsCard) {
    const v1::Order order = sellByCard(sale, {170});
    EXPECT_TRUE(finds("4242", order));
    ASSERT_TRUE(at->opens(order));
    EXPECT_THAT(at->text(at->money, 0, orders::MoneyModel::What), HasSubstr("4242"));
}

TEST_F(SearchTest, AnOrderOfWhichMoneyHasYetToGoBackIsNotSaidToBePaidAndNoMore) {
    test::ModelRules tester(&at->search);
    const SoldTo who{"Ida Rueckgabe", "ida.rueckgabe@post.example", "0660 4"};
    const v1::Order order = sellForCash(sale, {150, 151}, who);
    const auto line = [&](int role) {
        return at->search.index(0).data(role).toString().toStdString();
    };
    ASSERT_TRUE(finds("ida.rueckgabe", order));
    EXPECT_THAT(line(Qt::DisplayRole), testing::Not(HasSubstr("still")));
    ASSERT_TRUE(at->opens(order));
    const std::string one = at->tickets.at(0).ticket();
    const std::int64_t worth = at->deeds.worthOf({one});
    ASSERT_TRUE(at->deeds.refund({one}, false, at->approval(order, worth)));
    ASSERT_TRUE(at->becomesIdle());
    ASSERT_TRUE(comes([&] { return at->money.waiting() != nullptr; })) << at->lastSaid();
    const v1::Money back = orders::stillBack(at->order.details().order());
    EXPECT_EQ(back.minor_units(), worth);
    const std::string state = orders::stateText(v1::Order::PAID, back, QLocale()).toStdString();
    at->search.setLocale(QLocale());
    EXPECT_THAT(state, testing::MatchesRegex("paid, .*[0-9].* still to go back"));
    ASSERT_TRUE(finds("ida.rueckgabe", order));
    EXPECT_THAT(line(Qt::DisplayRole), HasSubstr(state)) << "as on the order's page";
    EXPECT_THAT(line(Qt::AccessibleTextRole), HasSubstr(state));
    const std::string refund = at->money.waiting()->refund();
    ASSERT_TRUE(at->deeds.settle(refund, "in cash", at->approval(order, worth)));
    ASSERT_TRUE(at->becomesIdle());
    ASSERT_TRUE(finds("ida.rueckgabe", order));
    EXPECT_THAT(line(Qt::DisplayRole), testing::Not(HasSubstr("still"))) << "it is handed over";
}

// An event of a name of its own, which began so long ago.
void beganDaysAgo(const integration::Sale& sale, const std::string& name, int days) {
    const std::string id = client::eventNumber(sale);
    House::shared().stack.psql("UPDATE event_search SET starts_at = starts_at - " +
                               std::to_string(days) +
                               " * 86400000000, words = words || to_tsvector('simple', '" + name +
                               "') WHERE event_id = " + id);
}

TEST_F(SearchTest, AnOrderOfAnEventThatEndedLongAgoIsFoundInThatEvent) {
    const SoldTo who{"Olga Altmann", "olga.altmann.old@post.example", "+43 660 111 2233"};
    const v1::Order order = sellForCash(sale, {150}, who);
    const v1::Order byCard = sellByCard(sale, {152});
    ASSERT_TRUE(finds("olga.altmann.old@post", order));
    ASSERT_TRUE(finds("4242", byCard));
    beganDaysAgo(sale, "longago", 900);
    at->search.setEvent({});
    for (const char* const known : {"olga.altmann.old@post", "olga altmann", "0660 111"}) {
        EXPECT_THAT(find(known), testing::IsEmpty()) << known;
    }
    EXPECT_THAT(find("4242"), testing::Not(testing::Contains(byCard.order())));
    at->search.setLongAgo(true);
    for (const char* const known : {"olga.altmann.old@post", "olga altmann", "0660 111"}) {
        EXPECT_THAT(find(known), testing::ElementsAre(order.order())) << known;
    }
    EXPECT_THAT(find("4242"), testing::Contains(byCard.order()));
    at->search.setLongAgo(false);
    EXPECT_THAT(find(QString::fromStdString(order.order())), testing::ElementsAre(order.order()));
    const integration::Sale other = integration::makeSale(house.stack);
    const v1::Order recent = sellForCash(other, {150}, who);
    ASSERT_TRUE(finds("olga.altmann.old@post", recent));
    const auto isFound = [&](const testing::Matcher<std::vector<std::string>>& orders) {
        for (const char* const known :
             {"olga.altmann.old@post.example", "altmann", "+43660111", "olga altmann"}) {
            EXPECT_THAT(find(known), orders) << known;
        }
    };
    // The one in hand too, whatever is typed.
    at->search.setEvent(sale.event);
    isFound(testing::ElementsAre(recent.order(), order.order()));
    EXPECT_THAT(find("4242"), testing::Contains(byCard.order()));
    // That one alone, but for what says by itself whose it is.
    at->search.setOnly(sale.event);
    isFound(testing::ElementsAre(order.order()));
    EXPECT_THAT(find("4242"), testing::ElementsAre(byCard.order()));
    EXPECT_THAT(find(QString::fromStdString(recent.order())), testing::ElementsAre(recent.order()));
}

TEST_F(SearchTest, EventsThatEndedAreFoundByTheirWordsAndLatelyEndedOnesByNone) {
    const integration::Sale lately = integration::makeSale(house.stack);
    const auto began = [](const integration::Sale& of) {
        return std::stoll(House::shared().stack.psql(
            "SELECT (starts_at - (extract(epoch FROM now()) * 1000000)::bigint) / 86400000000 "
            "FROM event_search WHERE event_id = " +
            client::eventNumber(of)));
    };
    beganDaysAgo(lately, "lately", static_cast<int>(began(lately)) + 60);
    beganDaysAgo(sale, "yearsago", static_cast<int>(began(sale)) + 900);
    sale::EventSearch events(at->desk, sale::EventScope::Ended);
    const auto findEvents = [&](const QString& text) {
        bool answered = false;
        const auto heard =
            QObject::connect(&events, &sale::EventSearch::answered, [&] { answered = true; });
        events.search(text);
        EXPECT_TRUE(comes([&] { return answered; }));
        QObject::disconnect(heard);
        std::vector<std::string> found;
        for (int row = 0; row < events.rowCount(); ++row) found.push_back(events.at(row).event());
        return found;
    };
    EXPECT_THAT(findEvents("yearsago"), testing::ElementsAre(sale.event));
    EXPECT_THAT(findEvents("lately"), testing::ElementsAre(lately.event));
    EXPECT_THAT(findEvents({}), testing::Contains(lately.event));
    EXPECT_THAT(findEvents({}), testing::Not(testing::Contains(sale.event)));
}

}  // namespace
}  // namespace tessera::gui
