// SPDX-License-Identifier: Apache-2.0
// The symbols are read by a program that knows nothing of this one: zbarimg.
#include <gtest/gtest.h>

#include <fstream>

#include "server/tickets/qr_code.h"
#include "tests/support/child_process.h"
#include "tests/support/temp_dir.h"
#include "tests/tickets/ticket_facts.h"

namespace tessera::tickets {
namespace {

Result<std::string> readBack(const std::string& png) {
    const test::TempDir folder("qr");
    const auto file = folder / "symbol.png";
    std::ofstream(file, std::ios::binary) << png;
    auto text = test::ChildProcess::run({.argv = {"zbarimg", "--nodbus", "--quiet", "--raw",
                                                  "-Sdisable", "-Sqrcode.enable", file.string()}},
                                        std::chrono::seconds(30));
    if (text && text->ends_with('\n')) text->pop_back();
    return text;
}

TEST(QrReaderTest, AnIndependentReaderReadsTicketCodesAtSeveralSizes) {
    const auto signer = TicketSigner::fromSeed(TicketKeyId{1}, seedOf(3));
    std::mt19937_64 random(11);
    for (const int pixels : {2, 3, 4, 7, 12}) {
        const std::string code = signer.sign(randomFacts(random));
        const auto symbol = QrSymbol::encode(code, QrCorrection::Medium);
        const auto read = readBack(toPng(*symbol, pixels).value());
        ASSERT_TRUE(read) << pixels << ": " << read.error().message;
        EXPECT_EQ(*read, code) << pixels;
    }
}

TEST(QrReaderTest, EveryCorrectionAndLowerCaseAreReadBack) {
    const std::string url = "https://tickets.example/t/abc?x=1&y=%20z";
    for (const QrCorrection correction :
         {QrCorrection::Low, QrCorrection::Medium, QrCorrection::Quartile, QrCorrection::High}) {
        const auto symbol = QrSymbol::encode(url, correction);
        const auto read = readBack(toPng(*symbol, 5).value());
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(*read, url);
    }
}

// Negative control: the reader does not find a symbol where none is.
TEST(QrReaderTest, TheReaderFindsNothingInADamagedFile) {
    const auto symbol = QrSymbol::encode("TESSERA", QrCorrection::Low);
    std::string png = toPng(*symbol, 5).value();
    png.resize(png.size() / 3);
    const auto read = readBack(png);
    EXPECT_TRUE(!read || *read != "TESSERA");
}

}  // namespace
}  // namespace tessera::tickets
