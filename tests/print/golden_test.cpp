// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "shared/base/encoding.h"
#include "shared/print/escpos.h"
#include "shared/print/fgl.h"
#include "tests/print/block_rasteriser.h"
#include "tests/print/ticket_sample.h"

// Whole documents, byte by byte: what changes here changes what thousands of printers get.
namespace tessera::print {
namespace {

TEST(GoldenTest, ATicketWithoutPicturesIsTheseBytes) {
    TicketTemplate ticket = sampleTicket();
    ticket.fields.pop_back();
    BlockRasteriser rasteriser;
    const auto bytes = compileFgl(ticket, sampleValues(), rasteriser, Cut::Yes);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(*bytes,
              "<RC30,40><NR><F8><HW2,2>Hamlet"
              "<RC120,40><NR><F3><HW1,1>ROW C  SEAT 14"
              "<RC20,1080><RR><F2><HW1,1>A7K2-99"
              "<RC200,40><NR><HW1,1><QR6,0,0,0>{TSR1.c2VhdCAxNA}"
              "<RC200,400><NR><HW1,1><X2><OP4>^A7K2-99^"
              "<RC110,40><NR><HW1,1><LT2><HX900>"
              "<RC5,5><NR><HW1,1><LT3><BX390,1090><p>");
}

TEST(GoldenTest, APictureOnATicketIsTheseBytes) {
    TicketTemplate ticket = sampleTicket();
    ticket.fields = {ImageField{300, 900, "logo"}};
    BlockRasteriser rasteriser;
    const auto bytes = compileFgl(ticket, {}, rasteriser, Cut::No);
    ASSERT_TRUE(bytes);
    const std::string file = *fromHex(
        "424d46000000000000003e00000028000000090000000200000001000100000000000800000000000000"
        "0000000002000000020000000000000"
        "0ffffff00"
        "ff7fffff"
        "7fffffff");
    EXPECT_EQ(*bytes, "<NR><HW1,1><SP300,900><bmp><G70>" + file + "<q>");
}

TEST(GoldenTest, AReceiptIsTheseBytes) {
    const Receipt receipt{
        {ReceiptText{"Tessera", Align::Centre, true, true, false}, ReceiptPair{"Café", "4,50 €"},
         ReceiptQr{"A1"}, ReceiptFeed{2}, ReceiptCut{}},
        false};
    BlockRasteriser rasteriser;
    const auto bytes = compileEscpos(receipt, {ReceiptColumns::C32, knownCodePages()}, rasteriser);
    ASSERT_TRUE(bytes);
    const std::vector<std::uint8_t> seen(bytes->begin(), bytes->end());
    EXPECT_EQ(toHex(seen),
              "1b40"
              "1b7400"
              "1b6101"
              "1b4501"
              "1d2110"
              "546573736572610a"
              "1b6100"
              "1b4500"
              "1d2100"
              "43616682"
              "2020202020202020202020202020202020202020"
              "2020"
              "342c353020"
              "1b7413"
              "d5"
              "0a"
              "1b6101"
              "1d286b040031413200"
              "1d286b0300314306"
              "1d286b0300314531"
              "1d286b0500315030"
              "4131"
              "1d286b0300315130"
              "1b6402"
              "1d564200");
}

}  // namespace
}  // namespace tessera::print
