// SPDX-License-Identifier: Apache-2.0
// Translations that lack, are not finished or have vanished, each planted in a small tree.
#include "tools/check/rule_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/temporary_tree.h"

namespace tessera::check {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kCode = R"(
class Till : public QObject {
    Q_OBJECT
    QString sell() { return tr("&Sell"); }
    QString to() { return tr("to", "a place"); }
    QString seats(int n) { return tr("%n seats", "", n); }
};
)";
constexpr const char* kSell =
    "<message><source>&amp;Sell</source>"
    "<translation>&amp;Verkaufen</translation></message>\n";
constexpr const char* kTo =
    "<message><source>to</source><comment>a place</comment>"
    "<translation>nach</translation></message>\n";
constexpr const char* kSeats =
    "<message numerus=\"yes\"><source>%n seats</source><translation>"
    "<numerusform>%n Platz</numerusform><numerusform>%n Plätze</numerusform>"
    "</translation></message>\n";

class TextsRuleTest : public testing::Test {
protected:
    TextsRuleTest() {
        tree_.write("boxoffice-app/till.h", kCode);
        for (const char* each : {"de", "fr", "es", "ar"}) {
            file(each, std::string(kSell) + kTo + kSeats);
        }
        file("en", kSeats);
    }
    void file(const std::string& language, const std::string& messages) {
        tree_.write("boxoffice-app/till_" + language + ".ts",
                    "<?xml version=\"1.0\"?>\n<TS version=\"2.1\" language=\"" + language +
                        "\">\n<context>\n<name>Till</name>\n" + messages + "</context>\n</TS>\n");
    }
    std::vector<std::string> found() {
        const Result<Findings> findings = checkTexts(tree_.load());
        EXPECT_TRUE(findings.has_value());
        return findings ? toLines(*findings) : std::vector<std::string>{"not judged"};
    }
    TemporaryTree tree_;
};

TEST_F(TextsRuleTest, WhereEachLanguageHasEachTextNothingIsFound) {
    EXPECT_THAT(found(), IsEmpty());
}

TEST_F(TextsRuleTest, ATextThatALanguageLacksIsFound) {
    file("fr", std::string(kSell) + kSeats);
    EXPECT_THAT(found(),
                ElementsAre("boxoffice-app/till_fr.ts:0 lacks in fr: Till: “to” (a place)"));
}

TEST_F(TextsRuleTest, AWholeLanguageThatLacksIsFound) {
    std::filesystem::remove(tree_.root() / "boxoffice-app/till_ar.ts");
    EXPECT_EQ(found().size(), 3);
}

TEST_F(TextsRuleTest, APluralThatEnglishLacksIsFoundAndItsOtherTextsAreItself) {
    file("en", "");
    EXPECT_THAT(found(), ElementsAre(HasSubstr("lacks in en: Till: “%n seats”")));
    file("en", std::string(kSeats) + kSell);
    EXPECT_THAT(found(), ElementsAre(HasSubstr("till_en.ts:6 no longer said")));
}

TEST_F(TextsRuleTest, AnUnfinishedAnEmptyAndAHalfPluralTranslationAreFound) {
    std::string seats = kSeats;
    seats.replace(seats.find("%n Platz"), 8, "");
    file("es",
         "<message><source>&amp;Sell</source><translation type=\"unfinished\">x</translation>"
         "</message>\n<message><source>to</source><comment>a place</comment>"
         "<translation></translation></message>\n" +
             seats);
    EXPECT_THAT(found(), ElementsAre(HasSubstr("till_es.ts:7 not translated: Till: “%n seats”"),
                                     HasSubstr("till_es.ts:5 not translated: Till: “&amp;Sell”"),
                                     HasSubstr("till_es.ts:6 not translated: Till: “to”")));
}

TEST_F(TextsRuleTest, WhatTheCodeNoLongerSaysIsFound) {
    file("de", std::string(kSell) + kTo + kSeats +
                   "<message><source>Gone</source><translation>Weg</translation></message>\n");
    EXPECT_THAT(found(), ElementsAre(HasSubstr("till_de.ts:8 no longer said: Till: “Gone”")));
}

}  // namespace
}  // namespace tessera::check
