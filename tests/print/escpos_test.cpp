// SPDX-License-Identifier: Apache-2.0
#include "shared/print/escpos.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/print/block_rasteriser.h"
#include "tests/print/fake_printer/escpos_reader.h"

namespace tessera::print {
namespace {

using test::SeenCut;
using test::SeenItem;
using test::SeenKick;
using test::SeenRaster;
using test::SeenReceiptQr;
using test::SeenRow;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct ReceiptPaper {
    std::vector<SeenItem> items{};
    BlockRasteriser rasteriser{};
};

ReceiptPaper printed(const Receipt& receipt, const EscposModel& model = {}) {
    ReceiptPaper result;
    const auto bytes = compileEscpos(receipt, model, result.rasteriser);
    if (!bytes) {
        ADD_FAILURE() << bytes.error().path << ": " << bytes.error().message;
        return result;
    }
    test::EscposReader reader;
    reader.feed(*bytes);
    EXPECT_THAT(reader.illegal(), IsEmpty());
    result.items = reader.items();
    return result;
}

EscposModel narrow() {
    return {ReceiptColumns::C32, knownCodePages()};
}

std::string rowOf(const SeenItem& item) {
    const auto* row = std::get_if<SeenRow>(&item);
    return row == nullptr ? "no row" : row->text;
}

std::optional<ReceiptRefusal> refusalOf(ReceiptItem item) {
    BlockRasteriser rasteriser;
    const auto bytes = compileEscpos(Receipt{{std::move(item)}, false}, {}, rasteriser);
    if (bytes) return std::nullopt;
    EXPECT_EQ(bytes.error().path, "/items/0");
    return bytes.error().reason;
}

TEST(EscposTest, AReceiptHasItsLinesAndCodesAndEndsWithACut) {
    const Receipt receipt{
        {ReceiptText{"Grand Theatre", Align::Centre, true, true, true}, ReceiptText{"plain again"},
         ReceiptRule{}, ReceiptPair{"2 x Stalls", "90.00"},
         ReceiptQr{"https://example.org/o/1", 5, QrLevel::High}, ReceiptCut{}},
        false};
    EXPECT_THAT(
        printed(receipt, narrow()).items,
        ElementsAre(SeenItem(SeenRow{1, true, true, true, "Grand Theatre"}),
                    SeenItem(SeenRow{0, false, false, false, "plain again"}),
                    SeenItem(SeenRow{0, false, false, false, std::string(32, '-')}),
                    SeenItem(SeenRow{0, false, false, false, "2 x Stalls                 90.00"}),
                    SeenItem(SeenReceiptQr{1, 5, 3, "https://example.org/o/1"}),
                    SeenItem(SeenCut{})));
}

TEST(EscposTest, ADrawerIsOpenedByItsPulseAlone) {
    test::EscposReader reader;
    reader.feed(drawerPulse(1) + drawerPulse(2));
    EXPECT_THAT(reader.items(),
                ElementsAre(SeenItem(SeenKick{2, 50, 500}), SeenItem(SeenKick{5, 50, 500})));
    EXPECT_THAT(reader.illegal(), IsEmpty());
}

// Read back by the system's own tables.
TEST(EscposTest, LettersOfManyLanguagesAreInTheCodePages) {
    for (const std::string text : {"Müller 25,00 €", "Łódź", "Žluťoučký kůň", "Билет № 7",
                                   "Ñandú ¿qué?", "naïve œuvre", "Müller und Билет"}) {
        const ReceiptPaper paper = printed({{ReceiptText{text}}, false});
        ASSERT_THAT(paper.items, SizeIs(1)) << text;
        EXPECT_EQ(rowOf(paper.items[0]), text);
        EXPECT_THAT(paper.rasteriser.asked, IsEmpty()) << text;
    }
}

TEST(EscposTest, WithoutCodePagesWhatIsNotAsciiIsDrawn) {
    const ReceiptPaper paper =
        printed({{ReceiptText{"Müller"}, ReceiptText{"Miller"}}, false}, {ReceiptColumns::C48, {}});
    // Page 437, which every printer starts with, has ü; the euro it has not.
    EXPECT_EQ(rowOf(paper.items[0]), "Müller");
    const ReceiptPaper euro = printed({{ReceiptText{"5 €"}}, false}, {ReceiptColumns::C48, {}});
    EXPECT_THAT(euro.rasteriser.asked, SizeIs(1));
}

TEST(EscposTest, ALineThatReadsFromTheRightIsDrawnAtTheRight) {
    const Receipt receipt{
        {ReceiptText{"تذكرة"}, ReceiptText{"12", Align::End}, ReceiptPair{"المجموع", "25.00"}},
        true};
    const ReceiptPaper paper = printed(receipt);
    ASSERT_THAT(paper.items, SizeIs(3));
    EXPECT_EQ(std::get<SeenRaster>(paper.items[0]).side, 2);
    EXPECT_TRUE(paper.rasteriser.asked[0].rightToLeft);
    EXPECT_EQ(std::get<SeenRow>(paper.items[1]).side, 0);
    // Amount at the left, label at the right, of one picture as wide as the paper.
    const auto& pair = std::get<SeenRaster>(paper.items[2]);
    EXPECT_EQ(pair.dots[0],
              std::string(50, '#') + std::string(576 - 50 - 70, '.') + std::string(70, '#'));
}

TEST(EscposTest, LongLinesBreakAtBlanksAndTheAmountStandsOnTheLast) {
    const Receipt receipt{{ReceiptText{"A midsummer night's dream in the park"},
                           ReceiptPair{"Stalls, row C, seats 14 and 15 together", "190.00"},
                           ReceiptText{std::string(70, 'x')}},
                          false};
    const ReceiptPaper paper = printed(receipt, narrow());
    std::vector<std::string> rows;
    for (const SeenItem& item : paper.items) rows.push_back(rowOf(item));
    EXPECT_THAT(rows,
                ElementsAre("A midsummer night's dream in the", "park",
                            "Stalls, row C, seats 14 and 15", "together                  190.00",
                            std::string(32, 'x'), std::string(32, 'x'), "xxxxxx"));
}

TEST(EscposTest, AHighPictureComesInBands) {
    Bitmap bitmap(10, 300);
    bitmap.set(9, 299, true);
    const ReceiptPaper paper = printed({{ReceiptImage{bitmap, Align::End}}, false});
    std::size_t rows = 0;
    for (const SeenItem& item : paper.items) rows += std::get<SeenRaster>(item).dots.size();
    EXPECT_EQ(rows, 300U);
    EXPECT_EQ(std::get<SeenRaster>(paper.items.back()).dots.back(), ".........#......");
}

TEST(EscposTest, ARefusalNamesTheItemAndTheLimit) {
    EXPECT_EQ(refusalOf(ReceiptText{"a\nb"}), ReceiptRefusal::BadText);
    EXPECT_EQ(refusalOf(ReceiptText{std::string(1025, 'x')}), ReceiptRefusal::TooLong);
    EXPECT_EQ(refusalOf(ReceiptPair{"x", std::string(47, '9')}), ReceiptRefusal::TooLong);
    EXPECT_EQ(refusalOf(ReceiptQr{""}), ReceiptRefusal::TooLong);
    EXPECT_EQ(refusalOf(ReceiptQr{"x", 17}), ReceiptRefusal::OutOfRange);
    EXPECT_EQ(refusalOf(ReceiptFeed{21}), ReceiptRefusal::OutOfRange);
    EXPECT_EQ(refusalOf(ReceiptImage{Bitmap(577, 1)}), ReceiptRefusal::TooLong);
    BlockRasteriser rasteriser;
    Receipt many;
    many.items.assign(kReceiptItemsMax + 1, ReceiptRule{});
    EXPECT_EQ(compileEscpos(many, {}, rasteriser).error().reason, ReceiptRefusal::TooMany);
}

// Without its blanks, what goes in comes out, and no row is longer than the paper.
TEST(EscposTest, OfRandomReceiptsNoLetterIsLost) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    static const std::vector<std::string> kParts = {"a", "B", "7", " ", " ", "é", "Ж", "ł", "-"};
    const auto letters = [](std::string text) {
        std::erase(text, ' ');
        return text;
    };
    for (int run = 0; run < 200; ++run) {
        Receipt receipt;
        std::string in;
        for (int i = 0; i < 5; ++i) {
            std::string text;
            for (auto k = random() % 120; k > 0; --k) text += kParts[random() % kParts.size()];
            if (random() % 2 == 0) {
                receipt.items.emplace_back(ReceiptText{text});
                in += letters(text);
            } else {
                receipt.items.emplace_back(ReceiptPair{text, "12.50"});
                in += letters(text) + "12.50";
            }
        }
        std::string out;
        for (const SeenItem& item : printed(receipt, narrow()).items) {
            ASSERT_LE(toCodePoints(rowOf(item)).size(), 32U);
            out += letters(rowOf(item));
        }
        ASSERT_EQ(out, in);
    }
}

}  // namespace
}  // namespace tessera::print
