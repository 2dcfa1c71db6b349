// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/local_text.h"

#include <gtest/gtest.h>

#include "server/tickets/calendar.h"
#include "server/tickets/ticket_words.h"

namespace tessera::tickets {
namespace {

const Instant kEvening = *parseRfc3339("2026-12-05T19:00:00Z");

TEST(LocalTextTest, ADateIsSaidInTheVenuesZoneAndTheReadersLanguage) {
    EXPECT_EQ(dateTimeText(kEvening, "Europe/Vienna", "de"),
              "Samstag, 5. Dezember 2026 um 20:00 MEZ");
    EXPECT_EQ(dateTimeText(kEvening, "America/New_York", "fr"),
              "samedi 5 décembre 2026 à 14:00 UTC−5");
    EXPECT_EQ(dateTimeText(kEvening, "Europe/Vienna", "es"),
              "sábado, 5 de diciembre de 2026, 20:00 CET");
    EXPECT_EQ(dateTimeText(kEvening, "Europe/Vienna", "en-GB"),
              "Saturday, 5 December 2026 at 20:00 CET");
    // Latin digits, as they stand on the seats.
    EXPECT_NE(dateTimeText(kEvening, "Asia/Dubai", "ar").find("2026"), std::string::npos);
    EXPECT_NE(timeText(kEvening, "Europe/Vienna", "de").find("20:00"), std::string::npos);
}

TEST(LocalTextTest, WhatIsNotKnownIsTakenAsEnglishAndUtc) {
    const std::string said = dateTimeText(kEvening, "Moon/Crater", "x-nonsense");
    EXPECT_NE(said.find("December 5, 2026"), std::string::npos) << said;
    EXPECT_NE(said.find("7:00"), std::string::npos) << said;
    EXPECT_FALSE(isRightToLeft("!"));
}

TEST(LocalTextTest, AmountsHaveTheirCurrencysDigits) {
    EXPECT_EQ(moneyText(Money{4550}, *parseCurrency("EUR"), "de"), "45,50\u00a0€");
    EXPECT_EQ(moneyText(Money{4550}, *parseCurrency("JPY"), "en"), "¥4,550");
    EXPECT_EQ(moneyText(Money{5}, *parseCurrency("USD"), "en"), "$0.05");
    EXPECT_EQ(moneyText(Money{-123456}, *parseCurrency("GBP"), "en"), "-£1,234.56");
    EXPECT_NE(moneyText(Money{INT64_MIN}, *parseCurrency("EUR"), "en"), "");
}

// Tables of how amounts are usually shown have no digits here: 45.50 came out as 4,550.
TEST(LocalTextTest, AMinorUnitThatIsSeldomShownIsShown) {
    EXPECT_EQ(decimalText(Money{4550}, *parseCurrency("RSD")), "45.50");
    EXPECT_EQ(decimalText(Money{4550}, *parseCurrency("IQD")), "4.550");
    EXPECT_NE(moneyText(Money{4550}, *parseCurrency("RSD"), "en").find("45.50"), std::string::npos);
    EXPECT_EQ(minorDigits(*parseCurrency("CLF")), 4);
}

// The day on a ticket is the day of the event in everybody's calendar and digits.
TEST(LocalTextTest, NoTagBringsACalendarOrDigitsOfItsOwn) {
    for (const char* tag : {"ar-EG-u-nu-arab", "ar-SA", "fa-IR", "th-TH", "en-u-ca-buddhist"}) {
        const std::string said = dateTimeText(kEvening, "Europe/Vienna", tag);
        EXPECT_NE(said.find("2026"), std::string::npos) << tag << ": " << said;
    }
    EXPECT_EQ(knownLanguage("de-AT"), "de");
    EXPECT_EQ(knownLanguage("qqzz1"), "en");
}

TEST(LocalTextTest, ArabicIsWrittenFromTheRight) {
    EXPECT_TRUE(isRightToLeft("ar"));
    EXPECT_TRUE(isRightToLeft("ar-EG"));
    EXPECT_FALSE(isRightToLeft("de-AT"));
}

TEST(LocalTextTest, EveryLanguageHasItsOwnWords) {
    EXPECT_EQ(ticketWords("de-AT").row, "Reihe");
    EXPECT_EQ(ticketWords("fr").seat, "Place");
    EXPECT_EQ(ticketWords("tlh").seat, "Seat");
    EXPECT_EQ(howManyText(ticketWords("en"), 1, 2), "Ticket 1 of 2");
    for (const char* language : {"en", "de", "fr", "es", "ar"}) {
        const std::string said = howManyText(ticketWords(language), 3, 14);
        EXPECT_LT(said.find('3'), said.find("14")) << said;
        EXPECT_EQ(said.find('{'), std::string::npos) << said;
    }
}

TEST(LocalDayTest, ADayIsFromMidnightToMidnightByTheClocksOfItsZone) {
    const auto hours = [](const LocalDay& day) {
        return (day.until - day.from).micros / Duration::ofMinutes(60).micros;
    };
    const auto usual = localDay("2026-05-04", "Europe/Vienna");
    ASSERT_TRUE(usual);
    EXPECT_EQ(toRfc3339(usual->from), "2026-05-03T22:00:00.000000Z");
    EXPECT_EQ(hours(*usual), 24);
    EXPECT_EQ(hours(*localDay("2026-03-29", "Europe/Vienna")), 23);
    EXPECT_EQ(hours(*localDay("2026-10-25", "Europe/Vienna")), 25);
    EXPECT_EQ(toRfc3339(localDay("2026-05-04", "Pacific/Auckland")->from),
              "2026-05-03T12:00:00.000000Z");
    EXPECT_EQ(localDay("2026-12-31", "UTC")->until, localDay("2027-01-01", "UTC")->from);
}

TEST(LocalDayTest, WhatIsNoDayOrNoZoneIsNone) {
    for (const char* text : {"", "2026-5-4", "2026-02-30", "2026-05-04T", "yesterday "}) {
        EXPECT_FALSE(localDay(text, "Europe/Vienna")) << text;
    }
    EXPECT_FALSE(localDay("2026-05-04", "Europe/Atlantis"));
}

TEST(CalendarTest, ALongTitleIsFoldedInsideNoCharacterAndComesBackWhole) {
    CalendarEvent event;
    event.uid = "e1@tessera";
    event.startsAt = kEvening;
    event.made = kEvening;
    for (int i = 0; i < 40; ++i) event.title += "Größe; ";
    event.place = "Haus, Wien\nTor B\x01";
    const std::string file = calendarFile(event);
    std::string unfolded;
    std::size_t from = 0;
    for (std::size_t end = file.find("\r\n"); end != std::string::npos;
         from = end + 2, end = file.find("\r\n", from)) {
        const std::string line = file.substr(from, end - from);
        EXPECT_LE(line.size(), 75U) << line;
        ASSERT_FALSE(line.empty());
        const auto first = static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]);
        EXPECT_NE(first & 0xC0, 0x80) << "a line begins inside a character";
        unfolded += line[0] == ' ' ? line.substr(1) : "\n" + line;
    }
    EXPECT_EQ(from, file.size());
    std::string title;
    for (int i = 0; i < 40; ++i) title += "Größe\\; ";
    EXPECT_NE(unfolded.find("\nSUMMARY:" + title + "\n"), std::string::npos);
    EXPECT_NE(unfolded.find("\nLOCATION:Haus\\, Wien\\nTor B\n"), std::string::npos);
    EXPECT_NE(unfolded.find("\nDTSTART:20261205T190000Z\n"), std::string::npos);
    EXPECT_NE(unfolded.find("\nDTEND:20261205T210000Z\n"), std::string::npos);
}

}  // namespace
}  // namespace tessera::tickets
