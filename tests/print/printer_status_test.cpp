// SPDX-License-Identifier: Apache-2.0
#include "shared/print/printer_status.h"

#include <gtest/gtest.h>

#include <random>

namespace tessera::print {
namespace {

TEST(PrinterStatusTest, OfAllBytesOneSaysThatATicketIsPrinted) {
    int acks = 0;
    for (int byte = 0; byte < 256; ++byte) {
        const BocaSign sign = bocaSign(static_cast<std::uint8_t>(byte));
        if (sign == BocaSign::TicketPrinted) ++acks;
        if (byte >= 0x20 || byte == 0) {
            EXPECT_EQ(sign, BocaSign::Unknown) << byte;
        }
    }
    EXPECT_EQ(acks, 1);
    EXPECT_EQ(bocaSign(0x06), BocaSign::TicketPrinted);
    EXPECT_EQ(bocaSign(0x05), BocaSign::TestTicket);
}

TEST(PrinterStatusTest, ATicketPrinterSaysWhatItLacks) {
    const auto said = [](std::uint8_t byte) { return conditionOf(bocaSign(byte)); };
    EXPECT_EQ(said(0x0F), PrinterCondition::PaperLow);
    EXPECT_EQ(said(0x10), PrinterCondition::PaperOut);
    EXPECT_EQ(said(0x18), PrinterCondition::Jam);
    EXPECT_EQ(said(0x1D), PrinterCondition::Jam);
    EXPECT_EQ(said(0x11), PrinterCondition::Ready);
    EXPECT_EQ(said(0x13), PrinterCondition::Busy);
    EXPECT_EQ(said(0x12), PrinterCondition::Busy);
    EXPECT_EQ(said(0x06), std::nullopt);
    EXPECT_EQ(said(0x15), std::nullopt);
    EXPECT_EQ(bocaSign(0x15), BocaSign::Refused);
}

// The fixed bits of each kind, by the manual's table of how to tell answers apart.
TEST(PrinterStatusTest, AnswersOfReceiptPrintersAreToldApartByTheirFixedBits) {
    for (int value = 0; value < 256; ++value) {
        const auto byte = static_cast<std::uint8_t>(value);
        EscposReply expected = EscposReply::Unknown;
        if ((value & 0xF0) == 0) expected = EscposReply::InOrder;
        if ((value & 0x93) == 0x10) expected = EscposReply::AutoStatus;
        if ((value & 0x80) == 0 && (value & 0x13) == 0x12) expected = EscposReply::RealTime;
        if (value == 0x11) expected = EscposReply::XOn;
        if (value == 0x13) expected = EscposReply::XOff;
        EXPECT_EQ(escposReply(byte), expected) << value;
        if (expected == EscposReply::RealTime) continue;
        EXPECT_EQ(escposCondition(EscposQuestion::Paper, byte), std::nullopt) << value;
    }
}

TEST(PrinterStatusTest, AReceiptPrinterAnswersWhatIsWrong) {
    EXPECT_EQ(escposCondition(EscposQuestion::Printer, 0x12), PrinterCondition::Ready);
    EXPECT_EQ(escposCondition(EscposQuestion::Printer, 0x1A), PrinterCondition::Busy);
    EXPECT_EQ(escposCondition(EscposQuestion::Offline, 0x16), PrinterCondition::CoverOpen);
    EXPECT_EQ(escposCondition(EscposQuestion::Offline, 0x32), PrinterCondition::PaperOut);
    EXPECT_EQ(escposCondition(EscposQuestion::Offline, 0x52), PrinterCondition::Fault);
    EXPECT_EQ(escposCondition(EscposQuestion::Error, 0x1A), PrinterCondition::Jam);
    EXPECT_EQ(escposCondition(EscposQuestion::Error, 0x32), PrinterCondition::Fault);
    EXPECT_EQ(escposCondition(EscposQuestion::Paper, 0x1E), PrinterCondition::PaperLow);
    EXPECT_EQ(escposCondition(EscposQuestion::Paper, 0x7E), PrinterCondition::PaperOut);
    EXPECT_EQ(escposPaper(0x00), PrinterCondition::Ready);
    EXPECT_EQ(escposPaper(0x03), PrinterCondition::PaperLow);
    EXPECT_EQ(escposPaper(0x0F), PrinterCondition::PaperOut);
    EXPECT_EQ(escposPaper(0x12), std::nullopt);
}

}  // namespace
}  // namespace tessera::print
