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

TEST(LetterTest, NewsOfAnOrderAreWholeInEveryLanguage) {
    for (const char* const language : {"en", "de", "fr", "es", "ar"}) {
        LetterFacts of = facts(language);
        of.back = "90,50 €";
        of.note = "The <hall> is flooded";
        of.before = "4. Dezember";
        of.returnUntil = "3. Dezember";
        const NewsWords& words = newsWords(language);
        const Letter refund = letterOf(LetterKind::Refund, of);
        EXPECT_THAT(refund.text, HasSubstr(of.back)) << language;
        EXPECT_TRUE(refund.attachments.empty());
        const Letter cancelled = letterOf(LetterKind::Cancelled, of);
        EXPECT_THAT(cancelled.text, HasSubstr(of.note)) << language;
        EXPECT_THAT(cancelled.html, HasSubstr("The &lt;hall&gt; is flooded"));
        EXPECT_THAT(cancelled.text, HasSubstr(std::string(words.cancelledNext)));
        EXPECT_TRUE(cancelled.attachments.empty());
        for (const bool returned : {true, false}) {
            of.returnedUnanswered = returned;
            const Letter moved = letterOf(LetterKind::Moved, of);
            EXPECT_THAT(moved.text, HasSubstr(of.returnUntil)) << language;
            EXPECT_THAT(moved.text, HasSubstr(std::string(words.before) + ": " + of.before));
            EXPECT_EQ(moved.text.find(words.unanswered) != std::string::npos, returned);
            EXPECT_EQ(moved.text.find(words.stays) != std::string::npos, !returned);
            EXPECT_EQ(moved.attachments.size(), 2U);
        }
        for (const LetterKind kind :
             {LetterKind::Refund, LetterKind::Cancelled, LetterKind::Moved}) {
            const Letter letter = letterOf(kind, of);
            EXPECT_THAT(letter.subject, HasSubstr(of.event)) << language;
            EXPECT_THAT(letter.text, HasSubstr(of.order));
            EXPECT_THAT(letter.subject + letter.text, Not(HasSubstr("{"))) << language;
            EXPECT_NE(letter.subject, letterOf(LetterKind::Confirmation, of).subject);
        }
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
