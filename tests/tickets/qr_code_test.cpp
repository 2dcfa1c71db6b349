// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/qr_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <regex>

#include "tests/tickets/ticket_facts.h"

namespace tessera::tickets {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

QrSymbol ticketSymbol() {
    const auto signer = TicketSigner::fromSeed(TicketKeyId{1}, seedOf(3));
    return QrSymbol::encode(signer.sign(plainFacts()), QrCorrection::Medium).value();
}

std::uint32_t bigEndian(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

TEST(QrCodeTest, ATicketCodeFitsVersionSixAtMediumCorrection) {
    EXPECT_EQ(ticketSymbol().side(), 41);
}

TEST(QrCodeTest, FinderPatternsAreInThreeCorners) {
    const QrSymbol symbol = ticketSymbol();
    const int last = symbol.side() - 7;
    for (const auto& [left, top] : {std::pair{0, 0}, {last, 0}, {0, last}}) {
        for (int y = 0; y < 7; ++y) {
            for (int x = 0; x < 7; ++x) {
                const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
                EXPECT_EQ(symbol.dark(left + x, top + y), ring != 2);
            }
        }
    }
}

TEST(QrCodeTest, EmptyLongAndBinaryTextIsRefused) {
    EXPECT_FALSE(QrSymbol::encode("", QrCorrection::Low));
    EXPECT_FALSE(QrSymbol::encode(std::string("a\0b", 3), QrCorrection::Low));
    EXPECT_FALSE(QrSymbol::encode(std::string(kQrTextBytesMax + 1, 'A'), QrCorrection::Low));
    for (const QrCorrection correction :
         {QrCorrection::Low, QrCorrection::Medium, QrCorrection::Quartile, QrCorrection::High}) {
        EXPECT_TRUE(QrSymbol::encode(std::string(kQrTextBytesMax, 'a'), correction));
    }
}

TEST(QrCodeTest, SvgDrawsExactlyTheDarkModulesInsideAQuietZone) {
    const QrSymbol symbol = ticketSymbol();
    const std::string svg = toSvg(symbol, 30).value();
    EXPECT_THAT(svg, HasSubstr("width=\"30mm\" height=\"30mm\" viewBox=\"0 0 49 49\""));
    std::vector<std::string> drawn(49, std::string(49, ' '));
    const std::regex run("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    for (auto it = std::sregex_iterator(svg.begin(), svg.end(), run); it != std::sregex_iterator();
         ++it) {
        ASSERT_EQ((*it)[3], (*it)[4]);
        for (std::size_t i = 0; i < std::stoul((*it)[3]); ++i) {
            drawn.at(std::stoul((*it)[2])).at(std::stoul((*it)[1]) + i) = '#';
        }
    }
    for (int y = -kQrQuietModules; y < symbol.side() + kQrQuietModules; ++y) {
        for (int x = -kQrQuietModules; x < symbol.side() + kQrQuietModules; ++x) {
            const bool inside = x >= 0 && y >= 0 && x < symbol.side() && y < symbol.side();
            const bool dark = inside && symbol.dark(x, y);
            ASSERT_EQ(drawn[static_cast<std::size_t>(y + kQrQuietModules)]
                           [static_cast<std::size_t>(x + kQrQuietModules)] == '#',
                      dark);
        }
    }
}

TEST(QrCodeTest, SvgSizesAreWrittenWithAPointAndBounded) {
    const QrSymbol symbol = ticketSymbol();
    EXPECT_THAT(toSvg(symbol, 25.5).value(), HasSubstr("width=\"25.5mm\""));
    EXPECT_THAT(toSvg(symbol, 25.0625).value(), HasSubstr("width=\"25.063mm\""));
    for (const double size : {4.99, 1000.1, -1.0, std::nan(""), HUGE_VAL}) {
        EXPECT_FALSE(toSvg(symbol, size));
    }
}

TEST(QrCodeTest, PngIsGreySmallAndOfTheStatedSize) {
    const QrSymbol symbol = ticketSymbol();
    const std::string png = toPng(symbol, 6).value();
    ASSERT_THAT(png, StartsWith("\x89PNG\r\n\x1a\n"));
    EXPECT_EQ(png.substr(12, 4), "IHDR");
    EXPECT_EQ(bigEndian(png, 16), 49U * 6);
    EXPECT_EQ(bigEndian(png, 20), 49U * 6);
    EXPECT_EQ(png[24], 8);  // Bits per sample.
    EXPECT_EQ(png[25], 0);  // Grey.
    EXPECT_LT(png.size(), 4096U);
    EXPECT_EQ(png, toPng(symbol, 6).value());
    for (const int pixels : {0, -1, 41}) EXPECT_FALSE(toPng(symbol, pixels));
}

}  // namespace
}  // namespace tessera::tickets
