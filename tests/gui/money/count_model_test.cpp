// SPDX-License-Identifier: Apache-2.0
// What is typed of a drawer, as a model without a window.
#include "shared/qt/till/count_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "shared/qt/payment/cash.h"
#include "shared/qt/till/text_table.h"
#include "tests/support/model_rules.h"

namespace tessera::till {
namespace {

using testing::ElementsAre;
TEST(CurrenciesTest, CodesAreReadOnceEachAndAnythingElseIsNone) {
    EXPECT_THAT(*currenciesTyped("eur, CHF;EUR"), ElementsAre("EUR", "CHF"));
    for (const char* wrong :
         {"", " , ", "EURO", "E", "EUR CH1", "AAA BBB CCC DDD EEE FFF GGG HHH III"}) {
        EXPECT_FALSE(currenciesTyped(wrong)) << wrong;
    }
}

TEST(DenominationsTest, EachCurrencyHasThemOnceTheLargestFirstAndNoMoreThanCanBeSent) {
    for (const char* currency : {"EUR", "CHF", "GBP", "USD", "SEK", "JPY", "KWD", "NOK"}) {
        const auto all = payment::denominationsOf(currency);
        EXPECT_LE(all.size(), 40U) << currency;
        EXPECT_TRUE(std::ranges::is_sorted(all, std::greater<>())) << currency;
        EXPECT_EQ(std::set(all.begin(), all.end()).size(), all.size()) << currency;
    }
    EXPECT_THAT(payment::denominationsOf("EUR"),
                ElementsAre(50'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10,
                            5, 2, 1));
}

struct CountModelTest : testing::Test {
    CountModelTest() {
        model.setLocale(QLocale(QStringLiteral("de")));
        model.setCurrencies({"EUR", "CHF"});
        QObject::connect(&model, &CountModel::refused,
                         [this](const QString& text) { refused << text; });
    }
    bool type(int row, const QString& text) {
        return model.setData(model.index(row, CountModel::Number), text, Qt::EditRole);
    }
    CountModel model{Counting::WithSums};
    test::ModelRules tester{&model};
    QStringList refused;
    const int sumRow = static_cast<int>(payment::denominationsOf("EUR").size());
};

TEST_F(CountModelTest, ItSumsByCurrencyAndCountsWhatThereIs) {
    EXPECT_TRUE(model.isEmpty());
    EXPECT_TRUE(type(2, "3"));
    EXPECT_TRUE(type(3, "0"));
    EXPECT_TRUE(type(sumRow, "12,34"));
    EXPECT_TRUE(type(sumRow + 1, "1"));
    ASSERT_EQ(model.sums().size(), 2U);
    EXPECT_EQ(model.sums()[0].minor_units(), 31'234);
    EXPECT_EQ(model.sums()[1].minor_units(), 100'000);
    ASSERT_EQ(model.counts().size(), 2U);
    ASSERT_EQ(model.counts()[0].denominations_size(), 1);
    EXPECT_EQ(model.counts()[0].denominations(0).count(), 3);
    EXPECT_EQ(model.index(2, CountModel::Amount).data().toString().toStdString(), "300,00\u00a0€");
    // What was typed stays where its currency does, and what is cleared was not typed.
    model.setCurrencies({"EUR"});
    EXPECT_EQ(model.sums()[0].minor_units(), 31'234);
    EXPECT_TRUE(type(2, " "));
    EXPECT_EQ(model.sums()[0].minor_units(), 1'234);
    model.clear();
    EXPECT_TRUE(model.isEmpty());
}

TEST_F(CountModelTest, WhatIsNoNumberIsRefusedByItsNameAndLimit) {
    for (const char* wrong : {"x", "-1", "1,5", "100001"}) EXPECT_FALSE(type(0, wrong)) << wrong;
    EXPECT_THAT(refused.last().toStdString(), testing::HasSubstr("500,00"));
    EXPECT_THAT(refused.last().toStdString(), testing::HasSubstr("100.000"));
    EXPECT_EQ(model.refusedRow(), 0);
    EXPECT_EQ(model.index(0, CountModel::Number).data().toString(), "100001") << "it is not lost";
    EXPECT_EQ(model.index(0, CountModel::Amount).data().toString(), "");
    EXPECT_TRUE(type(1, "2")) << "and no answer to it";
    EXPECT_EQ(model.refusedRow(), 0);
    EXPECT_FALSE(type(sumRow, "1,234"));
    EXPECT_FALSE(model.setData(model.index(0, CountModel::Amount), "1", Qt::EditRole));
    EXPECT_TRUE(type(0, "100000"));
    EXPECT_TRUE(model.counts()[0].denominations(0).count() == kOfOneMost);
    EXPECT_EQ(model.refusedRow(), sumRow);
    model.clear();
    EXPECT_EQ(model.refusedRow(), -1);
}

TEST(TextTableTest, ItShowsRowsWithTheirHeadingsAndStaysWhereNothingChanges) {
    TextTable table(
        {{[] { return QStringLiteral("What"); }}, {[] { return QStringLiteral("Amount"); }, true}});
    const test::ModelRules tester(&table);
    int resets = 0;
    QObject::connect(&table, &TextTable::modelReset, [&] { ++resets; });
    const std::vector<TextRow> rows = {{{"Cash", "1.00"}, true, "k"}, {{"Card", "2.00"}}};
    table.show(rows);
    table.show(rows);
    EXPECT_EQ(resets, 1);
    EXPECT_EQ(table.keyOf(0), "k");
    EXPECT_EQ(table.keyOf(2), "");
    EXPECT_EQ(table.index(0, 1).data(Qt::AccessibleTextRole).toString(), "Amount: 1.00");
}

}  // namespace
}  // namespace tessera::till
