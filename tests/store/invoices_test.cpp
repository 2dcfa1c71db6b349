// SPDX-License-Identifier: Apache-2.0
// Numbers without gaps on a real PostgreSQL, by many at once and over what is rolled back.
#include "server/store/invoices.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "tests/store/books.h"

namespace tessera::store {
namespace {

class InvoicesTest : public BooksFixture {
protected:
    InvoiceToIssue wanted(std::int64_t order, RefundId group = {}) const {
        return {{event_, OrderId{order}, group}, "A7", Money{order}, "the text", kNoon};
    }
    PostgresOptions manyReaders() const {
        PostgresOptions with = options();
        with.readers = 16;
        return with;
    }
    Invoices invoices_{manyReaders()};
};

TEST_F(InvoicesTest, TwoHundredAtOnceAreNumberedFromOneWithoutAGap) {
    constexpr int kThreads = 20;
    constexpr int kEach = 10;
    std::vector<std::vector<std::int32_t>> numbers(kThreads);
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < kEach; ++i) {
                const auto made = invoices_.issue(wanted(1 + t * kEach + i));
                if (made) numbers[static_cast<std::size_t>(t)].push_back(made->number);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    std::set<std::int32_t> all;
    for (const auto& each : numbers) all.insert(each.begin(), each.end());
    EXPECT_EQ(all.size(), 200U);
    EXPECT_EQ(*all.begin(), 1);
    EXPECT_EQ(*all.rbegin(), 200);
    EXPECT_EQ(
        sql("SELECT count(*), min(number), max(number) FROM invoice WHERE event_id = " + event()),
        "200|1|200\n");
}

// What a sequence would do: the control that the count above can fail.
TEST_F(InvoicesTest, ASequenceWouldLeaveAGapWhereTheLockedRowDoesNot) {
    sql("CREATE SEQUENCE with_gaps");
    sql("BEGIN; SELECT nextval('with_gaps'); ROLLBACK");
    EXPECT_EQ(sql("SELECT nextval('with_gaps')"), "2\n");
    ASSERT_TRUE(invoices_.issue(wanted(1)));
    sql("BEGIN; UPDATE invoice_series SET last_number = last_number + 1 WHERE event_id = " +
        event() + "; ROLLBACK");
    const auto next = invoices_.issue(wanted(2));
    ASSERT_TRUE(next) << next.error().message;
    EXPECT_EQ(next->number, 2);
}

TEST_F(InvoicesTest, WhatTheDatabaseRefusesHasTakenNoNumber) {
    ASSERT_TRUE(invoices_.issue(wanted(1)));
    InvoiceToIssue bad = wanted(2);
    bad.document = std::string("a\0b", 3);
    EXPECT_FALSE(invoices_.issue(bad));
    const auto next = invoices_.issue(wanted(3));
    ASSERT_TRUE(next);
    EXPECT_EQ(next->number, 2);
}

TEST_F(InvoicesTest, TheSameOrderAskedTwiceHasTheSameNumberAndText) {
    const auto first = invoices_.issue(wanted(5));
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->isNew);
    InvoiceToIssue again = wanted(5);
    again.document = "another text";
    again.prefix = "B";
    again.now = kNoon + Duration::ofSeconds(1);
    const auto second = invoices_.issue(again);
    ASSERT_TRUE(second);
    EXPECT_FALSE(second->isNew);
    EXPECT_EQ(second->number, first->number);
    EXPECT_EQ(second->document, "the text");
    EXPECT_EQ(second->issuedAt, kNoon);
    EXPECT_EQ(invoiceNumber(second->prefix, second->number), "A7-000001");
    const auto found = invoices_.find(again.subject);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->number, 1);
}

TEST_F(InvoicesTest, CreditNotesCountInASeriesOfTheirOwnAndSoDoesEachEvent) {
    ASSERT_TRUE(invoices_.issue(wanted(5)));
    const auto note = invoices_.issue(wanted(5, RefundId{77}));
    ASSERT_TRUE(note) << note.error().message;
    EXPECT_EQ(note->number, 1);
    EXPECT_EQ(invoices_.issue(wanted(5, RefundId{78}))->number, 2);
    event_ = createEvent(smallTerms());
    EXPECT_EQ(invoices_.issue(wanted(5))->number, 1);
    const auto none = invoices_.find(wanted(6).subject);
    EXPECT_TRUE(none && !*none);
}

TEST_F(InvoicesTest, AnOrdersFactsSumToItsTotal) {
    const Planted order = plantOrder(3, kNoon);
    const RefundId group = plantReturn(order, 2, Money{100}, kNoon);
    const auto facts = invoices_.readFacts(event_, order.order);
    ASSERT_TRUE(facts && *facts) << facts.error().message;
    Money gross;
    for (const PlaceShare& share : (*facts)->shares) gross += share.gross;
    EXPECT_EQ(gross, order.total);
    ASSERT_EQ((*facts)->payments.size(), 1U);
    EXPECT_EQ((*facts)->payments[0].amount, order.total);
    ASSERT_EQ((*facts)->groups.size(), 1U);
    EXPECT_EQ((*facts)->groups[0].id, group);
    EXPECT_EQ((*facts)->groups[0].retained, Money{100});
    ASSERT_EQ((*facts)->groups[0].payments.size(), 1U);
    EXPECT_EQ((*facts)->groups[0].payments[0].amount, order.prices[2] - Money{100});
    EXPECT_EQ((*facts)->tickets[2].group, group);
    const auto none = invoices_.readFacts(event_, OrderId{1});
    EXPECT_TRUE(none && !*none);
}

}  // namespace
}  // namespace tessera::store
