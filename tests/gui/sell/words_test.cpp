// SPDX-License-Identifier: Apache-2.0
// The quick line, and money, times and letters as staff reads them.
#include "shared/qt/sale/words.h"

#include <gtest/gtest.h>

#include "shared/qt/sale/quick_line.h"

namespace tessera::sale {
namespace {

constexpr QuickMenu kMenu{.ticketTypes = 2, .categories = 3, .areas = 1, .placesMax = 8};

TEST(QuickLineTest, ANumberAloneIsTheBestThereIs) {
    const QuickRead read = readQuick("2", kMenu);
    EXPECT_EQ(read.problem, QuickProblem::None);
    EXPECT_EQ(read.wish.counts, std::vector<int>{2});
    EXPECT_FALSE(read.wish.category);
    EXPECT_FALSE(read.wish.area);
}

TEST(QuickLineTest, LettersAreBandsAndThenAreas) {
    EXPECT_EQ(readQuick("4b", kMenu).wish.category, 1);
    EXPECT_EQ(readQuick(" 4 C ", kMenu).wish.category, 2);
    EXPECT_EQ(readQuick("4d", kMenu).wish.area, 0);
    EXPECT_FALSE(readQuick("4d", kMenu).wish.category);
    EXPECT_EQ(readQuick("4e", kMenu).problem, QuickProblem::NoSuchLetter);
}

TEST(QuickLineTest, NumbersJoinedByPlusAreOfTicketTypesInTheirOrder) {
    EXPECT_EQ(readQuick("2+1b", kMenu).wish.counts, (std::vector<int>{2, 1}));
    EXPECT_EQ(readQuick("0+3", kMenu).wish.counts, (std::vector<int>{0, 3}));
    EXPECT_EQ(readQuick("1+1+1", kMenu).problem, QuickProblem::NoSuchType);
}

TEST(QuickLineTest, DigitsMayBeArabicOnes) {
    EXPECT_EQ(readQuick(QStringLiteral("٣b"), kMenu).wish.counts, std::vector<int>{3});
}

TEST(QuickLineTest, WhatCannotBeIsRefusedWithItsLimit) {
    EXPECT_EQ(readQuick("", kMenu).problem, QuickProblem::Empty);
    EXPECT_EQ(readQuick("0", kMenu).problem, QuickProblem::NoPlaces);
    EXPECT_EQ(readQuick("9", kMenu).problem, QuickProblem::TooMany);
    EXPECT_EQ(readQuick("99999999999999999999", kMenu).problem, QuickProblem::TooMany);
    for (const char* text : {"b", "2+", "+2", "2b3", "2!", "b2", "2-1"}) {
        EXPECT_EQ(readQuick(text, kMenu).problem, QuickProblem::NotUnderstood) << text;
    }
    EXPECT_TRUE(problemText(QuickProblem::TooMany, kMenu).contains("8"));
    EXPECT_TRUE(problemText(QuickProblem::NoSuchLetter, kMenu).contains("a to d"));
}

TEST(QuickLineTest, WhereThereIsOneBandBIsTheBestOfIt) {
    const QuickMenu one{.categories = 1};
    EXPECT_EQ(readQuick("4b", one).problem, QuickProblem::None);
    EXPECT_FALSE(readQuick("4b", one).wish.category);
    EXPECT_EQ(readQuick("4c", one).problem, QuickProblem::NoSuchLetter);
}

v1::Money money(std::int64_t minor, const char* currency) {
    v1::Money out;
    out.set_minor_units(minor);
    out.set_currency_code(currency);
    return out;
}

TEST(WordsTest, MoneyHasTheCurrencysDecimalsInTheLocalesWay) {
    const QLocale german(QLocale::German, QLocale::Germany);
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    EXPECT_EQ(moneyText(money(123'450, "EUR"), german).simplified(), QStringLiteral("1.234,50 €"));
    EXPECT_EQ(moneyText(money(123'405, "GBP"), english), QStringLiteral("£1,234.05"));
    EXPECT_EQ(moneyText(money(5, "EUR"), english), QStringLiteral("€0.05"));
    EXPECT_TRUE(moneyText(money(500, "JPY"), english).contains("500"));
    EXPECT_FALSE(moneyText(money(500, "JPY"), english).contains("."));
    EXPECT_TRUE(moneyText(money(1'234, "KWD"), english).contains("1.234"));
    EXPECT_TRUE(moneyText(money(-250, "EUR"), english).contains("-€2.50"));
}

TEST(WordsTest, AnAmountIsReadAsItIsTyped) {
    const QLocale german(QLocale::German, QLocale::Germany);
    EXPECT_EQ(amountTyped("12,50", "EUR", german), 1'250);
    EXPECT_EQ(amountTyped("12.5", "EUR", german), 1'250);
    EXPECT_EQ(amountTyped("12", "EUR", german), 1'200);
    EXPECT_EQ(amountTyped("12", "JPY", german), 12);
    for (const char* text : {"", "12,505", "-3", "1.2.3", "abc", "9999999999999999"}) {
        EXPECT_EQ(amountTyped(text, "EUR", german), std::nullopt) << text;
    }
}

TEST(WordsTest, TimesAreThoseOfTheVenue) {
    google::protobuf::Timestamp time;
    time.set_seconds(1'796'407'200);
    const QLocale german(QLocale::German, QLocale::Austria);
    EXPECT_EQ(timeText(time, "Europe/Vienna", german), QStringLiteral("19:00"));
    EXPECT_EQ(timeText(time, "America/New_York", german), QStringLiteral("13:00"));
    EXPECT_TRUE(timeText(time, "Nowhere/AtAll", german).contains("UTC"));
    EXPECT_EQ(countdownText(247, german), QStringLiteral("4:07"));
    EXPECT_EQ(countdownText(-3, german), QStringLiteral("0:00"));
}

TEST(WordsTest, LettersGoOnAfterZ) {
    EXPECT_EQ(letterOf(0), QStringLiteral("a"));
    EXPECT_EQ(letterOf(25), QStringLiteral("z"));
    EXPECT_EQ(letterOf(26), QStringLiteral("aa"));
    const QuickMenu many{.categories = 30};
    EXPECT_EQ(readQuick("2ab", many).wish.category, 27);
}

}  // namespace
}  // namespace tessera::sale
