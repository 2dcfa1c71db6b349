// SPDX-License-Identifier: Apache-2.0
#include "server/store/folded_text.h"

#include <gtest/gtest.h>

#include "server/store/order_search.h"

namespace tessera::store {
namespace {

TEST(FoldedTextTest, LatinLettersLoseTheirMarksAndTheirCase) {
    EXPECT_EQ(foldedText("Änne STRAẞE Straße"), "anne straẞe strasse");
    EXPECT_EQ(foldedText("Łukasz Dvořák Ñandú Œuvre ÞÓR"), "lukasz dvorak nandu oeuvre thor");
    EXPECT_EQ(foldedText("e\u0301"), "e");
}

TEST(FoldedTextTest, OtherScriptsStayAsTheyAreButForGreekAndCyrillicCase) {
    EXPECT_EQ(foldedText("محمد"), "محمد");
    EXPECT_EQ(foldedText("東京"), "東京");
    EXPECT_EQ(foldedText("ΣΩ МОСКВА Ё"), "σω москва ё");
}

TEST(FoldedTextTest, BytesThatAreNoTextAreLeftAlone) {
    EXPECT_EQ(foldedText("\xC3"), "\xC3");
    EXPECT_EQ(foldedText("a\xFFz"), "a\xFFz");
}

TEST(FoldedTextTest, ATelephoneIsFoundHoweverItIsDialled) {
    EXPECT_EQ(phoneWords("+43 664 123"), "43664123 3664123 664123 64123");
    EXPECT_EQ(phoneWords("0664/123"), "664123");
    EXPECT_EQ(phoneWords("12"), "");
    EXPECT_EQ(phoneDigits("0664 12"), "66412");
    EXPECT_EQ(phoneDigits("row 3 12345"), "");
    EXPECT_EQ(phoneDigits("1234"), "");
}

TEST(FoldedTextTest, AQueryAsksForTheBeginningOfEachWord) {
    EXPECT_EQ(buyerQuery("Über O'Hara"), "'uber':* & 'o':* & 'hara':*");
    EXPECT_EQ(buyerQuery("+43 664 12"), "('43':* & '664':* & '12':*) | '4366412':*");
    EXPECT_EQ(buyerQuery(" .,- "), "");
    EXPECT_EQ(buyerWords("Ada Ö", "ada@x.org", "+43 664 123"),
              "43664123 3664123 664123 64123 ada o ada x org");
}

}  // namespace
}  // namespace tessera::store
