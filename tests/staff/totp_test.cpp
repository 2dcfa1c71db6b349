// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/totp.h"

#include <gtest/gtest.h>

namespace tessera::staff {
namespace {

// RFC 6238, appendix B: its secret, and the last six of its eight digits.
const std::string kSecret = "12345678901234567890";

TEST(TotpTest, CodesAreThoseOfTheStandard) {
    const std::pair<std::int64_t, const char*> vectors[] = {
        {59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
        {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
    for (const auto& [seconds, code] : vectors) EXPECT_EQ(totpAt(kSecret, seconds / 30), code);
}

TEST(TotpTest, ACodeIsTakenOneStepAroundNowAndOnce) {
    constexpr std::int64_t kStep = 1000;
    const auto now = [](std::int64_t step) { return Instant{step * kTotpStep.micros + 1}; };
    const std::string code = totpAt(kSecret, kStep);
    EXPECT_EQ(matchTotp(kSecret, code, now(kStep), 0), kStep);
    EXPECT_EQ(matchTotp(kSecret, code, now(kStep + 1), 0), kStep);
    EXPECT_EQ(matchTotp(kSecret, code, now(kStep - 1), 0), kStep);
    EXPECT_EQ(matchTotp(kSecret, code, now(kStep + 2), 0), std::nullopt);
    EXPECT_EQ(matchTotp(kSecret, code, now(kStep - 2), 0), std::nullopt);
    EXPECT_EQ(matchTotp(kSecret, code, now(kStep), kStep - 1), kStep);
    EXPECT_EQ(matchTotp(kSecret, code, now(kStep), kStep), std::nullopt);
}

TEST(TotpTest, AnythingElseIsNoCode) {
    for (const char* const text : {"", "28708", "2870820", "28708a", " 87082", "000000"}) {
        EXPECT_EQ(matchTotp(kSecret, text, Instant{59'000'000}, 0), std::nullopt) << text;
    }
}

TEST(TotpTest, SecretsAreWrittenAsTheStandardSaysAndReadAsPeopleTypeThem) {
    const std::pair<std::string, std::string> vectors[] = {{"", ""},
                                                           {"f", "MY"},
                                                           {"fo", "MZXQ"},
                                                           {"foo", "MZXW6"},
                                                           {"foob", "MZXW6YQ"},
                                                           {"fooba", "MZXW6YTB"},
                                                           {"foobar", "MZXW6YTBOI"}};
    for (const auto& [bytes, text] : vectors) {
        EXPECT_EQ(toBase32(bytes), text);
        EXPECT_EQ(fromBase32(text), bytes);
    }
    EXPECT_EQ(fromBase32("mzxw 6ytb-oi======"), "foobar");
    for (const char* const bad : {"M", "MZ1", "MZXW6YTBO", "MZ", "M=Y"}) {
        EXPECT_EQ(fromBase32(bad), std::nullopt) << bad;
    }
}

TEST(TotpTest, TheAddressNamesIssuerAndAccountWhateverTheyAreCalled) {
    EXPECT_EQ(totpUri("foobar", "Haus & Hof", "ada:1"),
              "otpauth://totp/Haus%20%26%20Hof:ada%3A1?secret=MZXW6YTBOI&issuer=Haus%20%26%20Hof");
}

}  // namespace
}  // namespace tessera::staff
