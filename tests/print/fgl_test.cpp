// SPDX-License-Identifier: Apache-2.0
#include "shared/print/fgl.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/print/block_rasteriser.h"
#include "tests/print/fake_printer/fgl_reader.h"
#include "tests/print/ticket_sample.h"

namespace tessera::print {
namespace {

using test::SeenTicket;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct TicketPaper {
    SeenTicket ticket{};
    BlockRasteriser rasteriser{};
};

// What is on the paper; fails where a printer would not have understood everything.
TicketPaper printed(const TicketTemplate& ticket, const FieldValues& values, Cut cut = Cut::Yes) {
    TicketPaper result;
    const auto bytes = compileFgl(ticket, values, result.rasteriser, cut);
    if (!bytes) {
        ADD_FAILURE() << bytes.error().path << ": " << bytes.error().message;
        return result;
    }
    test::FglReader reader;
    reader.feed(*bytes);
    EXPECT_THAT(reader.illegal(), IsEmpty());
    EXPECT_THAT(reader.tickets(), SizeIs(1));
    if (!reader.tickets().empty()) result.ticket = reader.tickets()[0];
    return result;
}

TicketTemplate with(TextField field) {
    TicketTemplate ticket = sampleTicket();
    ticket.fields = {std::move(field)};
    return ticket;
}

std::optional<TicketRefusal> refusalOf(const TicketTemplate& ticket, const FieldValues& values) {
    BlockRasteriser rasteriser;
    const auto bytes = compileFgl(ticket, values, rasteriser, Cut::Yes);
    if (bytes) return std::nullopt;
    return bytes.error().reason;
}

TEST(FglTest, EverythingIsOnTheTicketWhereTheTemplatePutsIt) {
    const SeenTicket ticket = printed(sampleTicket(), sampleValues()).ticket;
    EXPECT_THAT(ticket.texts, ElementsAre(test::SeenText{30, 40, 0, 8, 2, 2, "Hamlet"},
                                          test::SeenText{120, 40, 0, 3, 1, 1, "ROW C  SEAT 14"},
                                          test::SeenText{20, 1080, 1, 2, 1, 1, "A7K2-99"}));
    EXPECT_THAT(ticket.codes, ElementsAre(test::SeenQr{200, 40, 6, 0, "TSR1.c2VhdCAxNA"}));
    EXPECT_THAT(ticket.bars, ElementsAre(test::SeenBar{200, 400, false, false, 4, 2, "A7K2-99"}));
    EXPECT_THAT(ticket.boxes,
                ElementsAre(test::SeenBox{110, 40, 0, 900, 2}, test::SeenBox{5, 5, 390, 1090, 3}));
    ASSERT_THAT(ticket.pictures, SizeIs(1));
    EXPECT_EQ(ticket.pictures[0], (test::SeenPicture{300, 900, {"#........", "........#"}}));
    EXPECT_TRUE(ticket.cut);
    EXPECT_FALSE(printed(sampleTicket(), sampleValues(), Cut::No).ticket.cut);
}

// An event called <p> must not cut the ticket in two.
TEST(FglTest, WhatIsWrittenIsNeverACommand) {
    FieldValues values = sampleValues();
    values["event.title"] = "<p>";
    values["ticket.code"] = "a<p>{b}~065\xC3\xA9";
    const TicketPaper paper = printed(sampleTicket(), values);
    EXPECT_THAT(paper.ticket.texts, SizeIs(2));
    EXPECT_THAT(paper.ticket.pictures, SizeIs(2));
    ASSERT_THAT(paper.rasteriser.asked, SizeIs(1));
    EXPECT_EQ(paper.rasteriser.asked[0].text, "<p>");
    ASSERT_THAT(paper.ticket.codes, SizeIs(1));
    EXPECT_EQ(paper.ticket.codes[0].data, "a<p>{b}~065\xC3\xA9");
}

TEST(FglTest, WhatThePrinterHasNoLettersForIsDrawn) {
    const std::string arabic = "هاملت";
    const TicketPaper paper = printed(with({30, 40, arabic}), {});
    ASSERT_THAT(paper.rasteriser.asked, SizeIs(1));
    EXPECT_EQ(paper.rasteriser.asked[0].text, arabic);
    EXPECT_TRUE(paper.rasteriser.asked[0].rightToLeft);
    EXPECT_EQ(paper.rasteriser.asked[0].heightDots, 31);
    ASSERT_THAT(paper.ticket.pictures, SizeIs(1));
    EXPECT_THAT(paper.ticket.pictures[0].dots, SizeIs(31));
    EXPECT_EQ(paper.ticket.pictures[0].dots[0], std::string(50, '#'));
}

TEST(FglTest, WhatIsTooLongForItsRoomIsDrawnToFit) {
    TextField field{30, 40, "{event.title}"};
    field.widthMax = 17 * 6;
    EXPECT_THAT(printed(with(field), {{"event.title", "Hamlet"}}).rasteriser.asked, IsEmpty());
    const TicketPaper paper = printed(with(field), {{"event.title", "Macbeth"}});
    ASSERT_THAT(paper.rasteriser.asked, SizeIs(1));
    EXPECT_EQ(paper.rasteriser.asked[0].widthDotsMax, 102);
    // And what would run over the edge of the stock.
    const TicketPaper edge = printed(with({30, 1000, "ROW 27"}), {});
    ASSERT_THAT(edge.rasteriser.asked, SizeIs(1));
    EXPECT_EQ(edge.rasteriser.asked[0].widthDotsMax, 100);
}

// Turned around its start: down and to the left, to the left and up, up and to the right.
TEST(FglTest, ADrawnTextLiesWhereItsTurnPutsIt) {
    TextField field{200, 300, "é€"};
    const auto place = [&](Rotation rotation) {
        field.rotation = rotation;
        const SeenTicket ticket = printed(with(field), {}).ticket;
        const test::SeenPicture& seen = ticket.pictures.at(0);
        return std::array{seen.row, seen.column, static_cast<int>(seen.dots.size()),
                          static_cast<int>(seen.dots[0].size())};
    };
    EXPECT_THAT(place(Rotation::None), ElementsAre(200, 300, 31, 20));
    EXPECT_THAT(place(Rotation::Right), ElementsAre(200, 270, 20, 31));
    EXPECT_THAT(place(Rotation::UpsideDown), ElementsAre(170, 281, 31, 20));
    EXPECT_THAT(place(Rotation::Left), ElementsAre(181, 300, 20, 31));
}

TEST(FglTest, ATurnedPictureIsReadTheRightWayRound) {
    Bitmap mark(3, 2);
    mark.set(0, 0, true);
    mark.set(2, 0, true);
    EXPECT_TRUE(mark.rotated(Rotation::Right).black(1, 0));
    EXPECT_TRUE(mark.rotated(Rotation::Right).black(1, 2));
    EXPECT_TRUE(mark.rotated(Rotation::Left).black(0, 0));
    EXPECT_TRUE(mark.rotated(Rotation::UpsideDown).black(2, 1));
    EXPECT_EQ(mark.rotated(Rotation::Right).rotated(Rotation::Left), mark);
}

TEST(FglTest, ARefusalSaysWhatIsMissingOrWrong) {
    FieldValues values = sampleValues();
    values.erase("seat.row");
    EXPECT_EQ(refusalOf(sampleTicket(), values), TicketRefusal::MissingValue);
    values = sampleValues();
    values["seat.row"] = "C\x1B";
    EXPECT_EQ(refusalOf(sampleTicket(), values), TicketRefusal::BadValue);
    values["seat.row"] = "\xFF";
    EXPECT_EQ(refusalOf(sampleTicket(), values), TicketRefusal::BadValue);
    values["seat.row"] = std::string(kFieldValueBytesMax + 1, 'C');
    EXPECT_EQ(refusalOf(sampleTicket(), values), TicketRefusal::TooLong);
    values = sampleValues();
    values["order.number"] = "A^B";
    EXPECT_EQ(refusalOf(sampleTicket(), values), TicketRefusal::BadValue);
    values = sampleValues();
    values["ticket.code"] = "";
    EXPECT_EQ(refusalOf(sampleTicket(), values), TicketRefusal::BadValue);
    values["ticket.code"] = std::string(kQrDataBytesMax + 1, 'x');
    EXPECT_EQ(refusalOf(sampleTicket(), values), TicketRefusal::TooLong);
    BlockRasteriser rasteriser;
    rasteriser.fails = true;
    const auto bytes = compileFgl(with({30, 40, "é"}), {}, rasteriser, Cut::Yes);
    EXPECT_EQ(bytes.error().reason, TicketRefusal::NotDrawn);
}

TEST(FglTest, ALadderHasItsLengthModuleAndLegend) {
    TicketTemplate ticket = sampleTicket();
    ticket.fields = {BarField{10, 70, "CODE128", 3, 4, true, true}};
    EXPECT_THAT(printed(ticket, {}).ticket.bars,
                ElementsAre(test::SeenBar{10, 70, true, true, 3, 4, "CODE128"}));
}

TEST(FglTest, AnEmptyValueLeavesNoTrace) {
    EXPECT_TRUE(printed(with({30, 40, "{note}"}), {{"note", ""}}).ticket.isBlank());
}

std::string randomText(std::mt19937& random) {
    static const std::vector<std::string> kParts = {"A",  "b", "7", " ", "-", "<", ">", "^",
                                                    "{{", "~", "é", "€", "Ω", "م", "x", "Z"};
    std::string text;
    for (auto i = 1 + random() % 12; i > 0; --i) text += kParts[random() % kParts.size()];
    return text;
}

// Every text comes out once: as itself at its place, or as a picture that was asked for.
TEST(FglTest, OfRandomTicketsNothingIsLostAndNothingAdded) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto upTo = [&](int max) {
        return static_cast<int>(random() % static_cast<unsigned>(max));
    };
    for (int run = 0; run < 200; ++run) {
        TicketTemplate ticket = sampleTicket();
        ticket.fields.clear();
        for (int i = upTo(12) + 1; i > 0; --i) {
            TextField field{upTo(400), upTo(1100), randomText(random)};
            field.rotation = static_cast<Rotation>(upTo(4));
            ticket.fields.emplace_back(field);
            ticket.fields.emplace_back(
                QrField{upTo(400), upTo(1100), randomText(random), 3 + upTo(14)});
        }
        const TicketPaper paper = printed(ticket, {});
        std::vector<test::SeenText> texts;
        std::vector<test::SeenQr> codes;
        std::vector<std::string> drawn;
        for (const Field& field : ticket.fields) {
            if (const auto* qr = std::get_if<QrField>(&field)) {
                codes.push_back({qr->row, qr->column, qr->module, 0, fill(qr->data, {}).text});
                continue;
            }
            const auto& text = std::get<TextField>(field);
            const std::string filled = fill(text.text, {}).text;
            const bool plain = std::ranges::all_of(
                filled, [](char c) { return c >= ' ' && c <= '~' && c != '<' && c != '>'; });
            const int room = roomOf(text, ticket.stock);
            if (plain && static_cast<int>(filled.size()) * 17 <= room) {
                texts.push_back(
                    {text.row, text.column, static_cast<int>(text.rotation), 3, 1, 1, filled});
            } else {
                drawn.push_back(filled);
            }
        }
        std::vector<std::string> asked;
        for (const auto& request : paper.rasteriser.asked) asked.push_back(request.text);
        ASSERT_EQ(paper.ticket.texts, texts);
        ASSERT_EQ(paper.ticket.codes, codes);
        ASSERT_EQ(asked, drawn);
        ASSERT_THAT(paper.ticket.pictures, SizeIs(drawn.size()));
    }
}

}  // namespace
}  // namespace tessera::print
