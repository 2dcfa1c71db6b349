// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/palette.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtGui/QImage>
#include <set>
#include <vector>

#include "shared/qt/seat_map/seat_shapes.h"

namespace tessera::qt {
namespace {

constexpr std::array kAllKinds = {PaletteKind::Light, PaletteKind::Dark, PaletteKind::HighContrast};

// All that stands out too little, as "what: ratio".
std::vector<std::string> weakContrasts(const SeatPalette& p) {
    std::vector<std::string> weak;
    const auto ask = [&](const char* what, QRgb a, QRgb b, double least) {
        if (contrast(a, b) < least) weak.push_back(what + (": " + std::to_string(contrast(a, b))));
    };
    for (const QRgb band : p.bands) {
        ask("band on block", band, p.block, 3);
        ask("band on surface", band, p.surface, 3);
        ask("number on band", inkOn(band), band, 4.5);
    }
    ask("held", p.held, p.block, 3);
    ask("sold", p.sold, p.block, 3);
    ask("blocked", p.blocked, p.block, 3);
    ask("selected", p.selected, p.block, 3);
    ask("tick", p.tick, p.selected, 4.5);
    ask("outline", p.outline, p.surface, 3);
    ask("focus on block", p.focus, p.block, 3);
    ask("focus on surface", p.focus, p.surface, 3);
    for (const QRgb under : {p.surface, p.block, p.shape}) ask("text", p.text, under, 4.5);
    for (const QRgb band : p.bands) ask("text on area", p.text, mixed(p.block, band, 40), 4.5);
    return weak;
}

TEST(PaletteTest, FormsStandOutByThreeAndTextsByFourAndAHalf) {
    for (const PaletteKind kind : kAllKinds)
        EXPECT_THAT(weakContrasts(seatPalette(kind)), testing::IsEmpty());
}

TEST(PaletteTest, AColourThatIsTooPaleIsReported) {
    SeatPalette pale = seatPalette(PaletteKind::Light);
    pale.held = qRgb(0xff, 0xdd, 0xaa);
    EXPECT_THAT(weakContrasts(pale), testing::ElementsAre(testing::StartsWith("held")));
}

TEST(PaletteTest, ContrastIsTheOneOfTheGuidelines) {
    EXPECT_NEAR(contrast(qRgb(0, 0, 0), qRgb(255, 255, 255)), 21, 0.01);
    EXPECT_NEAR(contrast(qRgb(0x76, 0x76, 0x76), qRgb(255, 255, 255)), 4.54, 0.01);
}

TEST(PaletteTest, BlackOrWhiteIsReadableOnAnything) {
    for (int grey = 0; grey < 256; ++grey) {
        const QRgb under = qRgb(grey, grey, grey);
        EXPECT_GE(contrast(inkOn(under), under), 4.5);
    }
}

// Which pixels a form covers, whatever their colour.
std::vector<bool> shapeOf(const SeatForm& form, int pixels) {
    std::vector<bool> shape;
    for (const quint32 pixel : drawSeat(form, pixels, seatPalette(PaletteKind::Light)).pixels)
        shape.push_back(pixel >> 24 > 127);
    return shape;
}

TEST(SeatShapesTest, StatusesDifferInShapeAndNotInColourAlone) {
    for (const int pixels : {6, 8, 12, 20, 48}) {
        std::set<std::vector<bool>> shapes;
        for (const SeatStatus status :
             {SeatStatus::Available, SeatStatus::Held, SeatStatus::Sold, SeatStatus::Blocked}) {
            shapes.insert(shapeOf({status, 0, false, false, pixels > 8}, pixels));
        }
        shapes.insert(shapeOf({SeatStatus::Available, 0, false, true, pixels > 8}, pixels));
        EXPECT_EQ(shapes.size(), 5u) << pixels << " pixels";
    }
}

TEST(SeatShapesTest, AWheelchairPlaceHasAMarkOfItsOwn) {
    const auto& light = seatPalette(PaletteKind::Light);
    for (const int pixels : {5, 8, 12, 40}) {
        EXPECT_NE(
            drawSeat({SeatStatus::Available, 0, true, false, pixels > 8}, pixels, light).pixels,
            drawSeat({SeatStatus::Available, 0, false, false, pixels > 8}, pixels, light).pixels);
    }
}

}  // namespace
}  // namespace tessera::qt
