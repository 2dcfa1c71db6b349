// SPDX-License-Identifier: Apache-2.0
// What buyers are told, in each language of the storefront.
#include "server/notify/letter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/notify/letter_words.h"

namespace tessera::notify {
namespace {

using testing::HasSubstr;
using testing::Not;

LetterFacts facts(const std::string& language) {
    LetterFacts out;
    out.language = language;
    out.buyer = "Rosalinde";
    out.event = "Die Fledermaus";
    out.when = "Samstag, 5. Dezember 2026 um 20:00 MEZ";
    out.venue = "Grand Theatre, Graz";
    out.order = "1abc-2def";
    out.total = "181,00 €";
    out.places = {{"Parkett, Reihe 3, Platz 4", "Tor Nord", "Adult", "90,50 €"},
                  {"Parkett, Reihe 3, Platz 5", "Tor Nord", "Adult", "90,50 €"}};
    out.pdf = "%PDF-1.7";
    out.calendar = "BEGIN:VCALENDAR";
    return out;
}

TEST(LetterTest, TextAndPageSayTheSameInEveryLanguage) {
    for (const char* const language : {"en", "de-AT", "fr", "es", "ar"}) {
        const LetterFacts of = facts(language);
        const Letter letter = letterOf(LetterKind::Confirmation, of);
        for (const std::string& form : {letter.text, letter.html}) {
            for (const std::string& said :
                 {of.buyer, of.event, of.when, of.venue, of.order, of.total, of.places[0].where,
                  of.places[1].where, of.places[0].entrance, of.places[0].price}) {
                EXPECT_THAT(form, HasSubstr(said)) << language;
            }
            EXPECT_THAT(form, HasSubstr(std::string(letterWords(language).attached)));
            EXPECT_THAT(form, HasSubstr(std::string(letterWords(language).paid)));
        }
        EXPECT_THAT(letter.subject, HasSubstr(of.event));
        EXPECT_THAT(letter.subject + letter.text, Not(HasSubstr("{")));
        ASSERT_EQ(letter.attachments.size(), 2U);
        EXPECT_EQ(letter.attachments[0].bytes, of.pdf);
        EXPECT_EQ(letter.attachments[1].bytes, of.calendar);
    }
}

TEST(LetterTest, ALanguageWithoutWordsIsEnglish) {
    EXPECT_EQ(letterWords("hu").when, "When");
    EXPECT_EQ(letterWords("").when, "When");
    EXPECT_EQ(letterWords("de-AT").when, "Wann");
}

TEST(LetterTest, ArabicIsWrittenFromRightToLeft) {
    EXPECT_THAT(letterOf(LetterKind::Confirmation, facts("ar")).html, HasSubstr("dir=\"rtl\""));
    EXPECT_THAT(letterOf(LetterKind::Confirmation, facts("de")).html, HasSubstr("dir=\"ltr\""));
}

TEST(LetterTest, WhatPeopleWroteIsNoMarkupAndBeginsNoLine) {
    LetterFacts of = facts("en");
    of.buyer = "<script>alert(1)</script>\nTotal: 0";
    of.event = "A & \"B\" <b>";
    const Letter letter = letterOf(LetterKind::Confirmation, of);
    EXPECT_THAT(letter.html, Not(HasSubstr("<script>")));
    EXPECT_THAT(letter.html, HasSubstr("A &amp; &quot;B&quot; &lt;b&gt;"));
    EXPECT_THAT(letter.text, HasSubstr("<script>alert(1)</script> Total: 0"));
    EXPECT_THAT(letter.text, Not(HasSubstr("\nTotal: 0")));
}

TEST(LetterTest, WhereTicketsCannotBeDrawnTheLetterSaysWhereTheyAre) {
    LetterFacts of = facts("en");
    of.pdf.clear();
    of.calendar.clear();
    const Letter letter = letterOf(LetterKind::ConfirmationAgain, of);
    EXPECT_TRUE(letter.attachments.empty());
    EXPECT_THAT(letter.text, HasSubstr(std::string(letterWords("en").notAttached)));
    EXPECT_THAT(letter.text, HasSubstr(std::string(letterWords("en").again)));
    EXPECT_THAT(letter.text, Not(HasSubstr(std::string(letterWords("en").attached))));
}

TEST(LetterTest, OfVeryManyPlacesItSaysHowManyMoreThereAre) {
    LetterFacts of = facts("en");
    of.places.assign(kPlacesInLetter + 7, {"Floor", "", "Adult", "1 €"});
    EXPECT_THAT(letterOf(LetterKind::Confirmation, of).text, HasSubstr("- and 7 more\n"));
    of.places.resize(kPlacesInLetter);
    EXPECT_THAT(letterOf(LetterKind::Confirmation, of).text, Not(HasSubstr("more")));
}

TEST(LetterTest, SomebodyWithoutANameIsGreetedAllTheSame) {
    LetterFacts of = facts("de");
    of.buyer.clear();
    EXPECT_TRUE(letterOf(LetterKind::Confirmation, of).text.starts_with("Guten Tag,\n"));
}

}  // namespace
}  // namespace tessera::notify
