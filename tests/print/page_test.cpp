// SPDX-License-Identifier: Apache-2.0
#include "shared/print/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/print/bar_symbols.h"
#include "tests/print/ticket_sample.h"

namespace tessera::print {
namespace {

using ::testing::DoubleEq;
using ::testing::SizeIs;

template <class T>
std::vector<T> all(const Page& page) {
    std::vector<T> found;
    for (const PagePrimitive& primitive : page.primitives) {
        if (const auto* one = std::get_if<T>(&primitive)) found.push_back(*one);
    }
    return found;
}

TEST(PageTest, ATicketHasItsSizeAndPlacesInPoints) {
    const auto page = ticketPage(sampleTicket(), sampleValues());
    ASSERT_TRUE(page);
    EXPECT_THAT(page->width, DoubleEq(396));  // 5.5 inches.
    EXPECT_THAT(page->height, DoubleEq(144));
    const auto texts = all<PageText>(*page);
    ASSERT_THAT(texts, SizeIs(3));
    EXPECT_EQ(texts[0].text, "Hamlet");
    EXPECT_THAT(texts[0].x, DoubleEq(14.4));
    EXPECT_THAT(texts[0].y, DoubleEq(10.8));
    EXPECT_THAT(texts[0].height, DoubleEq(66 * 0.36));
    EXPECT_EQ(texts[2].rotation, Rotation::Right);
    EXPECT_THAT(texts[2].widthMax, DoubleEq(380 * 0.36));
    EXPECT_THAT(all<PageRect>(*page), SizeIs(5));  // A line, and a box of four.
    EXPECT_THAT(all<PageImage>(*page), SizeIs(3));
}

TEST(PageTest, AReceiptFromTheRightHasItsAmountsAtTheLeft) {
    const Receipt receipt{{ReceiptPair{"المجموع", "25.00"}, ReceiptText{"x", Align::Start}}, true};
    const auto page = receiptPage(receipt, ReceiptColumns::C48);
    ASSERT_TRUE(page);
    const auto texts = all<PageText>(*page);
    ASSERT_THAT(texts, SizeIs(3));
    EXPECT_EQ(texts[0].align, Align::End);
    EXPECT_TRUE(texts[0].rightToLeft);
    EXPECT_EQ(texts[1].align, Align::Start);
    EXPECT_EQ(texts[2].align, Align::End);
    EXPECT_GT(texts[2].y, texts[1].y);
}

TEST(PageTest, ARefusalIsThatOfTheTicket) {
    EXPECT_EQ(ticketPage(sampleTicket(), {}).error().reason, TicketRefusal::MissingValue);
    EXPECT_EQ(receiptPage(Receipt{{ReceiptText{"\x01"}}, false}, ReceiptColumns::C32).error().path,
              "/items/0");
}

TEST(BarSymbolsTest, WhatCannotBeABarCodeIsNone) {
    EXPECT_FALSE(code128Symbol(""));
    EXPECT_FALSE(code128Symbol("é"));
    EXPECT_FALSE(qrSymbol("", QrLevel::Low));
    EXPECT_FALSE(qrSymbol(std::string(5000, 'x'), QrLevel::High));
    // Start, one for each letter, check and stop: 11 modules each, and 2 more.
    EXPECT_EQ(code128Symbol("A7K2-99")->width(), 11 * 10 + 2);
}

}  // namespace
}  // namespace tessera::print
