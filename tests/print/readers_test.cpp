// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/print/fake_printer/escpos_reader.h"
#include "tests/print/fake_printer/fgl_reader.h"

// What the readers must report, so that a test that finds nothing on the paper means something.
namespace tessera::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// The examples of the FGL Programming Guide.
TEST(FglReaderTest, ReadsTheExamplesOfTheManual) {
    FglReader reader;
    reader.feed("<RC0,70><OL3>^CODE128^<RC0,10><X2><OP5><BI>^CODE128^");
    reader.feed("<RC10,330><HW2,2>AISLE<RC0,0><QR6,0,0,0>{Boca Systems}<p>");
    ASSERT_THAT(reader.tickets(), SizeIs(1));
    const SeenTicket& ticket = reader.tickets()[0];
    EXPECT_THAT(ticket.codes, ElementsAre(SeenQr{0, 0, 6, 0, "Boca Systems"}));
    EXPECT_THAT(ticket.bars, ElementsAre(SeenBar{0, 70, true, false, 3, 1, "CODE128"},
                                         SeenBar{0, 10, false, true, 5, 2, "CODE128"}));
    EXPECT_TRUE(ticket.cut);
}

TEST(FglReaderTest, ReportsWhatIsNoCommand) {
    FglReader reader;
    EXPECT_THAT(reader.feed("<RC1,2><ZZ9>hello > there<p>"),
                ElementsAre(FglEvent::Illegal, FglEvent::Illegal, FglEvent::Ticket));
    EXPECT_THAT(reader.illegal(), SizeIs(2));
    EXPECT_THAT(reader.feed("<bmp><G3>abc"), ElementsAre(FglEvent::Illegal));
}

TEST(FglReaderTest, WaitsForTheRestOfACommand) {
    FglReader reader;
    const std::string bytes = "<RC5,6><F3>ROW<q>";
    for (const char byte : bytes) reader.feed(std::string(1, byte));
    ASSERT_THAT(reader.tickets(), SizeIs(1));
    EXPECT_EQ(reader.tickets()[0].texts[0].text, "ROW");
    EXPECT_FALSE(reader.tickets()[0].cut);
}

TEST(EscposReaderTest, ReportsWhatIsNoCommand) {
    EscposReader reader;
    reader.feed(
        "\x1D"
        "Z1\x07\x1B"
        "E\x01"
        "Total\n");
    EXPECT_THAT(reader.illegal(), SizeIs(2));
    EXPECT_THAT(reader.items(), ElementsAre(SeenItem(SeenRow{0, true, false, false, "Total"})));
}

TEST(BmpReaderTest, RefusesWhatIsCutOff) {
    EXPECT_EQ(readBmp("BM"), std::nullopt);
    EXPECT_EQ(readBmp(std::string(80, 'B')), std::nullopt);
}

}  // namespace
}  // namespace tessera::test
